"""版式: heads, numbers and parts as a county prints them; what is issued keeps its own."""

import pytest
from django.urls import reverse

from bureau.jobs.barred import Barred
from bureau.press.typeset.bind import count
from reports import actions
from reports.computed import body_of, uneven
from reports.figures import Figures
from reports.models import Bulletin, Layout, Numbering, Rates, Series
from reports.prints.bulletin import sheet_of
from reports.prints.samples import samples

URGING = {
    "head": "督办通报",
    "numbering": Numbering.CHINESE_TOTAL,
    "signed_off": True,
    "main_to": "各乡镇，县直各单位",
}


def keep(county, *numbers, **words) -> Layout:
    return actions.keep_layout(
        county.officer, Layout(series=Series.NOTICE, version=0, **{**URGING, **words}), *numbers
    )


def begun(county) -> Bulletin:
    return actions.draft_blank(county.officer)


def signed(county, draft) -> Bulletin:
    actions.edit(county.officer, draft, {"title": draft.title, "body": "完。", "copies": 1}, {})
    actions.submit(county.officer, draft)
    actions.check(county.colleague, Bulletin.objects.get(pk=draft.pk))
    actions.sign(county.director, Bulletin.objects.get(pk=draft.pk))
    return Bulletin.objects.get(pk=draft.pk)


def test_a_draft_bears_the_head_the_number_and_the_parts_of_its_layout(county):
    keep(county)
    sheet = sheet_of(begun(county))
    assert (sheet.masthead, sheet.main_to) == ("督办通报", "各乡镇，县直各单位：")
    assert sheet.signed_by == sheet.issuer


@pytest.mark.parametrize(
    "numbering, number, words",
    [
        (Numbering.CHINESE_TOTAL, 17, "第十七期"),
        (Numbering.CHINESE, 1, "第一期"),
        (Numbering.CHINESE, 20, "第二十期"),
        (Numbering.CHINESE, 101, "第101期"),
        (Numbering.ARABIC, 20, "第20期"),
    ],
)
def test_an_issue_is_numbered_as_the_county_does(numbering, number, words):
    bulletin = Bulletin(numbering=numbering, issue_no=number, total_no=300)
    assert bulletin.issue == words
    assert bulletin.total == ("（总第300期）" if numbering == Numbering.CHINESE_TOTAL else "")


def test_numbers_go_on_from_what_was_counted_on_paper(county):
    keep(county, 17, 300)
    issued = signed(county, begun(county))
    assert (issued.issue, issued.total) == ("第十七期", "（总第300期）")
    assert issued.number == f"督办通报{issued.year}年第十七期（总第300期）"


def test_a_number_that_was_given_out_is_not_given_again(county):
    layout = keep(county, 17)
    signed(county, begun(county))
    with pytest.raises(Barred, match="已经编到第17期"):
        actions.keep_layout(county.officer, layout, 17)


def test_what_is_signed_keeps_its_head_and_number_whatever_becomes_of_the_layout(county):
    layout = keep(county)
    issued = signed(county, begun(county))
    before = sheet_of(issued)
    layout.head, layout.numbering, layout.signed_off, layout.rates = (
        "督察通报",
        Numbering.ARABIC,
        False,
        Rates.TENTHS,
    )
    actions.keep_layout(county.officer, layout)
    assert sheet_of(Bulletin.objects.get(pk=issued.pk)) == before
    assert sheet_of(begun(county)).masthead == "督察通报"


def test_a_series_has_one_layout_under_each_plate(county):
    keep(county)
    with pytest.raises(Barred, match="已有版式"):
        keep(county)
    assert keep(county, plate="government").head == "督办通报"


def test_a_draft_that_changes_its_plate_takes_the_head_of_that_one(county):
    keep(county, plate="government", head="政务督查")
    draft = begun(county)
    assert draft.masthead == "督查通报"
    actions.edit(
        county.officer, draft, {"title": draft.title, "body": "完。", "copies": 1, "plate": "government"}, {}
    )
    assert Bulletin.objects.get(pk=draft.pk).masthead == "政务督查"


@pytest.mark.parametrize(
    "rates, words",
    [(Rates.WHOLE, "33%、67%"), (Rates.TENTHS, "33.3%、66.7%"), (Rates.TRIMMED, "33.3%、66.7%")],
)
def test_percentages_of_one_issue_are_written_alike(county, draft, rates, words):
    draft.rates, draft.body = rates, "{已办结占比}、{正在办理占比}"
    assert body_of(draft) == words


def test_a_whole_one_drops_its_zero_where_the_county_does(county, draft):
    draft.quotes.exclude(phase="closed").delete()
    draft.rates, draft.body = Rates.TRIMMED, "{已办结占比}"
    assert body_of(draft) == "100%"


def test_shares_that_miss_a_hundred_are_told_and_never_bent():
    assert uneven(Figures(total=3, closed=1, running=1, suspended=1, overdue=0, due=0, on_time=0)) == 99
    assert uneven(Figures(total=2, closed=1, running=1, suspended=0, overdue=0, due=0, on_time=0)) == 0


def test_a_letter_bears_urgency_note_and_copies(county):
    letter = actions.draft_blank(county.officer, actions.Start(Series.LETTER))
    Bulletin.objects.filter(pk=letter.pk).update(
        note="联系人：王某，电话：5551234", copy_to="县纪委监委", urgency="特急"
    )
    sheet = sheet_of(Bulletin.objects.get(pk=letter.pk))
    assert (sheet.note, sheet.copy_to) == ("联系人：王某，电话：5551234", "县纪委监委")


def test_the_samples_show_every_series_and_leave_nothing_behind(county):
    keep(county, plate="government", head="政务督查")
    before = Bulletin.objects.count()
    assert count(samples(county.officer)) >= len(Series) + 1
    assert Bulletin.objects.count() == before


def test_a_layout_is_kept_on_its_page_and_what_is_wrong_is_said_there(client, county):
    client.force_login(county.officer)
    usual = {"series": "notice", "plate": "bureau", "numbering": "chinese", "rates": "whole"}
    wrong = client.post(reverse("reports:new_layout"), {**usual, "copies": 0})
    assert "1 至 9999 份" in wrong.content.decode()
    right = client.post(reverse("reports:new_layout"), {**usual, "head": "督察通报"}, follow=True)
    assert "“督察通报（督查局）”的版式已保存" in right.content.decode()
    assert client.get(reverse("reports:samples"))["Content-Type"] == "application/pdf"
