"""Tables from the ledger, charts, photos and annexed texts: put in, redrawn, taken out, frozen."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from bureau.files import store
from bureau.jobs.barred import Barred
from bureau.matters.models import Matter
from reports import actions
from reports.actions import Given
from reports.models import Bulletin
from reports.prints.bulletin import sheet_of
from tests.reports.screen import pages
from tests.reports.specials import survey

TABLE = {"room": "directives", "query": "", "columns": ["number", "title", "lead"], "group": ""}
THIS_YEAR = timezone.localdate().year
CHART = {"kind": "bars", "by": "lead", "measures": ["registered", "closed"], "over": "quotes"}


def fresh(bulletin) -> Bulletin:
    return Bulletin.objects.get(pk=bulletin.pk)


def photo(name="现场.jpg", kind="JPEG") -> SimpleUploadedFile:
    """With the place where it was taken in its record."""
    out, picture = io.BytesIO(), Image.new("RGB", (2000, 1000), "white")
    exif = Image.Exif()
    exif[0x010F] = "SECRET-MAKER"
    picture.save(out, kind, exif=exif)
    return SimpleUploadedFile(name, out.getvalue())


def test_a_table_holds_the_rows_of_its_conditions_in_the_chosen_columns(county, draft):
    insert = actions.add_insert(
        county.officer, draft, "table", Given("事项一览", spec=TABLE | {"query": "unit=县水利局"})
    )
    assert [label for label, _align in insert.data["columns"]] == ["编号", "督查事项", "牵头单位"]
    assert [row[1] for row in insert.data["rows"]] == ["完成小型水库隐患排查"]


def test_a_grouped_table_counts_each_group(county, draft):
    insert = actions.add_insert(county.officer, draft, "table", Given("一览", spec=TABLE | {"group": "lead"}))
    assert sorted(insert.data["groups"]) == [["县交通运输局", 1], ["县水利局", 1], ["县财政局", 1]]
    assert [label for label, _align in insert.data["columns"]] == ["编号", "督查事项"]


def test_what_is_sealed_stands_in_no_table_of_what_goes_wide(county, draft):
    county.directive("running", secrecy="sealed", title="限阅的事项")
    insert = actions.add_insert(county.director, draft, "table", Given("一览", spec=TABLE))
    assert "限阅的事项" not in str(insert.data)


def test_nor_in_a_table_of_a_special_whose_draft_others_see(county):
    seen, sealed = (
        county.directive("running"),
        county.directive("running", secrecy="sealed", title="限阅的事项"),
    )
    paper = actions.draft_survey(county.director, [seen.matter])
    insert = actions.add_insert(county.director, paper, "table", Given("一览", spec=TABLE))
    chart = actions.add_insert(
        county.director,
        paper,
        "chart",
        Given("图", spec=CHART | {"over": {"year": THIS_YEAR, "part": "year"}}),
    )
    assert sealed.matter.title not in str(insert.data)
    assert sum(chart.data["strands"][0]["values"]) == 1


def test_what_is_sealed_later_stops_the_draft_by_its_number(county, draft):
    other = county.directive("running", title="后来限阅的事项")
    actions.add_insert(county.officer, draft, "table", Given("一览", spec=TABLE))
    Matter.objects.filter(pk=other.pk).update(secrecy="sealed")
    with pytest.raises(Barred, match=rf"{other.matter.number}.*限阅"):
        actions.submit(county.officer, fresh(draft))


def test_a_special_may_quote_the_register_of_instructions_and_a_notice_may_not(county, draft):
    county.instruction("dispatched", to=[county.water])
    spec = {"room": "instructions", "query": "", "columns": ["number", "words"], "group": ""}
    with pytest.raises(Barred, match="不能引用这本台账"):
        actions.add_insert(county.officer, draft, "table", Given("批示", spec=spec))
    paper = survey(county, draft.quotes.first().matter)
    assert actions.add_insert(county.officer, paper, "table", Given("批示", spec=spec)).data["rows"]


@pytest.mark.parametrize(
    "query, sentence", [("light=purple", "条件不成立"), ("q=没有这样的事项", "查不到事项")]
)
def test_conditions_that_give_nothing_are_refused(county, draft, query, sentence):
    with pytest.raises(Barred, match=sentence):
        actions.add_insert(county.officer, draft, "table", Given("一览", spec=TABLE | {"query": query}))


def test_a_chart_counts_as_the_figures_of_the_bulletin_count(county, draft):
    insert = actions.add_insert(county.officer, draft, "chart", Given("办理情况", spec=CHART))
    assert insert.data["labels"] == ["县水利局", "县交通运输局", "县财政局"]
    closed = next(one for one in insert.data["strands"] if one["name"] == "办结")
    assert sum(closed["values"]) == 1


@pytest.mark.parametrize(
    "spec, sentence",
    [
        ({"measures": []}, "至少选一项"),
        ({"measures": ["closed", "mean"]}, "件数和工作日"),
        ({"over": {"year": 2016, "part": "year"}}, "没有可以画图的数据"),
    ],
)
def test_a_chart_of_nothing_or_of_unlike_things_is_refused(county, draft, spec, sentence):
    with pytest.raises(Barred, match=sentence):
        actions.add_insert(county.officer, draft, "chart", Given("图", spec=CHART | spec))


def test_refreshing_draws_anew(county, draft):
    insert = actions.add_insert(county.officer, draft, "table", Given("一览", spec=TABLE))
    county.directive("running", title="新交办的事项")
    actions.refresh(county.officer, fresh(draft))
    insert.refresh_from_db()
    assert "新交办的事项" in str(insert.data["rows"])


def test_a_photo_keeps_nothing_of_where_it_was_taken(county, draft):
    insert = actions.add_insert(county.officer, draft, "photo", Given("现场", photo=photo()))
    with store.open_kept(insert.sha256) as file:
        kept = file.read()
    assert b"SECRET-MAKER" not in kept
    assert Image.open(io.BytesIO(kept)).size == (1600, 800)


def test_what_is_no_picture_is_refused(county, draft):
    with pytest.raises(Barred):
        actions.add_insert(
            county.officer, draft, "photo", Given("现场", photo=SimpleUploadedFile("a.jpg", b"<html>"))
        )
    with pytest.raises(Barred, match="请选一张照片"):
        actions.add_insert(county.officer, draft, "photo", Given("现场"))


def test_an_insert_stands_where_its_mark_stands(county, draft):
    actions.add_insert(county.officer, draft, "table", Given("一览", spec=TABLE))
    assert fresh(draft).body.endswith("\n【表1】")
    assert [one.mark for one in sheet_of(fresh(draft)).inserts] == ["【表1】"]


def test_an_annex_follows_the_text_and_has_no_mark(county, draft):
    actions.add_insert(county.officer, draft, "text", Given("工作要求", text="一、范围\n全县。"))
    assert "【" not in fresh(draft).body
    assert [annex.title for annex in sheet_of(fresh(draft)).annexes] == [
        "督查事项办理情况一览表",
        "工作要求",
    ]


def test_what_becomes_an_annex_loses_its_mark_and_what_is_none_any_more_gets_one(county, draft):
    insert = actions.add_insert(county.officer, draft, "table", Given("一览", spec=TABLE))
    actions.edit_insert(county.officer, fresh(draft), insert, Given("一览", annex=True, spec=TABLE))
    assert "【表1】" not in fresh(draft).body
    actions.edit_insert(county.officer, fresh(draft), insert, Given("一览", spec=TABLE))
    assert "【表1】" in fresh(draft).body


def test_taking_it_out_takes_its_mark_along(county, draft):
    insert = actions.add_insert(county.officer, draft, "table", Given("一览", spec=TABLE))
    actions.drop_insert(county.officer, fresh(draft), insert)
    assert "【表1】" not in fresh(draft).body
    assert not fresh(draft).inserts.exists()


def test_the_database_lets_nobody_change_the_inserts_of_what_is_signed(county, draft):
    actions.add_insert(county.officer, draft, "table", Given("一览", spec=TABLE))
    draft = fresh(draft)
    actions.submit(county.officer, draft)
    actions.check(county.colleague, draft)
    actions.sign(county.director, draft)
    with pytest.raises(IntegrityError), transaction.atomic():
        draft.inserts.update(title="改了")
    with pytest.raises(IntegrityError), transaction.atomic():
        draft.inserts.all().delete()


def test_only_the_desk_puts_anything_in(county, draft):
    for person in (county.water_liaison, county.magistrate, county.system):
        with pytest.raises(Barred):
            actions.add_insert(person, draft, "text", Given("说明", text="甲"))


def test_a_table_is_put_in_on_the_page_and_found_in_the_pdf(county, draft, enter):
    officer, url = enter(county.officer), reverse("reports:insert", args=[draft.pk, "table"])
    hidden = officer.get(url).context["hidden"]
    typed = {"title": "水利事项", "columns": ["number", "title"], "group": "", "unit": "县水利局"}
    response = officer.post(url, typed | hidden)
    assert response.url == reverse("reports:edit", args=[draft.pk])
    text = pages(officer.get(reverse("reports:pdf", args=[draft.pk])).content)
    assert "表1 水利事项" in text.replace("　", " ")


def test_a_refused_insert_keeps_what_was_typed(county, draft, enter):
    officer, url = enter(county.officer), reverse("reports:insert", args=[draft.pk, "table"])
    hidden = officer.get(url).context["hidden"]
    typed = {"title": "留着的标题", "columns": ["number"], "group": "", "q": "查不到的词"}
    response = officer.post(url, typed | hidden)
    assert response.status_code == 409
    page = response.content.decode()
    assert "留着的标题" in page
    assert "查不到的词" in page
    assert "查不到事项" in page


@pytest.mark.parametrize("kind", ["table", "chart", "photo", "text", "nothing"])
def test_a_stranger_finds_no_form(county, draft, enter, kind):
    for person in (county.water_liaison, county.magistrate, county.system):
        assert enter(person).get(reverse("reports:insert", args=[draft.pk, kind])).status_code == 404


def test_an_unknown_kind_is_absent(county, draft, enter):
    url = reverse("reports:insert", args=[draft.pk, "video"])
    assert enter(county.officer).get(url).status_code == 404


@pytest.mark.parametrize(
    "typed",
    [
        {"year": "x", "kind": "bars", "by": "lead", "measures": "closed"},
        {"kind": "pie", "by": "lead", "measures": "closed"},
        {"kind": "bars", "by": "score", "measures": "closed"},
        {"kind": "bars", "by": "lead", "measures": "secrets"},
        {},
    ],
)
def test_a_forged_chart_is_answered_in_words(county, draft, enter, typed):
    officer, url = enter(county.officer), reverse("reports:insert", args=[draft.pk, "chart"])
    assert officer.post(url, {"title": "图", **typed}).status_code == 200
