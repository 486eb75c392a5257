"""Six series under six plates: each with its head, its number, its receivers and its first text."""

import pytest

from bureau.jobs.barred import Barred
from bureau.press.typeset.sheets import Bulletin as Sheet
from bureau.press.typeset.sheets import Notice
from directives.models import Directive
from reports import actions, flow
from reports.actions import Start
from reports.models import Bulletin, Plate, Series
from reports.prints.bulletin import sheet_of
from tests.reports.conftest import text_of

FREE = [series for series in Series if series != Series.SPECIAL]


def drafted(county, series, plate=Plate.BUREAU) -> Bulletin:
    county.directive("running", to=[county.water], title="完成小型水库隐患排查")
    bulletin = actions.draft_from_selection(
        county.officer, Directive.objects.visible_to(county.officer), Start(series, plate, "台账所选事项")
    )
    return written(county, bulletin)


def written(county, bulletin) -> Bulletin:
    text = {
        name: getattr(bulletin, name)
        for name in ("title", "report_to", "send_to", "issue_to", "main_to", "copies", "plate")
    }
    main_to = text["main_to"] or ("县水利局" if bulletin.is_letter else "")
    actions.edit(county.officer, bulletin, text | {"body": "请抓紧办理。", "main_to": main_to}, {})
    return Bulletin.objects.get(pk=bulletin.pk)


def signed(county, bulletin) -> Bulletin:
    actions.submit(county.officer, bulletin)
    actions.check(county.colleague, bulletin)
    actions.sign(county.director, bulletin)
    return Bulletin.objects.get(pk=bulletin.pk)


@pytest.mark.parametrize("series", FREE)
def test_each_series_is_drafted_signed_and_numbered(county, series):
    bulletin = signed(county, drafted(county, series))
    assert bulletin.state == flow.SIGNED
    assert bulletin.issue_no
    assert bulletin.number


@pytest.mark.parametrize("series", FREE)
def test_each_series_begins_with_a_text_that_asks_for_what_is_missing(county, series):
    bulletin = actions.draft_blank(county.officer, Start(series))
    assert "【请写明" in bulletin.body
    with pytest.raises(Barred, match=r"没写的内容|主送"):
        actions.submit(county.officer, bulletin)


def test_a_special_is_not_begun_from_a_list(county):
    with pytest.raises(Barred, match="督查专报从"):
        actions.draft_blank(county.officer, Start(Series.SPECIAL))


@pytest.mark.slow
def test_each_plate_counts_its_own_issues(county):
    own = signed(county, drafted(county, Series.BRIEF))
    other = signed(county, drafted(county, Series.BRIEF, Plate.ENVIRONMENT))
    again = signed(county, drafted(county, Series.BRIEF))
    assert (own.issue_no, other.issue_no, again.issue_no) == (1, 1, 2)
    assert other.issuer == "桃溪县优化经济发展环境办公室"


@pytest.mark.slow
def test_an_extra_counts_apart_under_the_name_of_the_brief(county):
    signed(county, drafted(county, Series.BRIEF))
    extra = signed(county, drafted(county, Series.EXTRA))
    sheet = sheet_of(extra)
    assert (sheet.masthead, sheet.issue) == ("督查简报", "增刊第1期")


def test_a_slip_takes_the_next_number_after_those_of_the_dispatch(county):
    given_out = Directive.objects.get(pk=county.directive("running").pk).notice_number
    slip = signed(county, drafted(county, Series.SLIP))
    assert given_out.endswith("1号")
    assert slip.code == given_out.replace("1号", "3号")  # the second was that of what it quotes


def test_a_letter_of_a_plate_bears_its_own_mark(county):
    letter = signed(county, drafted(county, Series.LETTER, Plate.GOVERNMENT))
    assert letter.code == f"桃督政函〔{letter.year}〕1号"
    assert letter.number == letter.code


@pytest.mark.parametrize("series", FREE)
def test_letters_are_set_as_letters_and_the_rest_under_a_red_head(county, series):
    sheet = sheet_of(drafted(county, series))
    assert isinstance(sheet, Notice if series in ("letter", "slip") else Sheet)


def test_a_letter_goes_to_who_leads_what_it_is_about(county):
    letter = drafted(county, Series.LETTER)
    assert list(letter.units.all()) == [county.water]
    assert letter.main_to == "县水利局"


def test_a_letter_without_an_addressee_goes_no_further(county):
    letter = actions.draft_blank(county.officer, Start(Series.LETTER))
    text = {"title": "关于有关事项的函", "body": "请办理。", "main_to": "", "plate": Plate.BUREAU}
    actions.edit(county.officer, letter, text, {})
    with pytest.raises(Barred, match="主送"):
        actions.submit(county.officer, letter)


def test_changing_the_plate_changes_the_issuer(county, draft):
    actions.edit(county.officer, draft, text_of(draft) | {"plate": Plate.COMMITTEE}, {})
    assert Bulletin.objects.get(pk=draft.pk).issuer == "中共桃溪县委员会督查室"


def test_the_line_of_the_beginning_says_from_what(county):
    bulletin = drafted(county, Series.BRIEF)
    assert "拟稿（台账所选事项），引用事项1项" in bulletin.entries.last().sentence
