"""搜索: in replies and in attachments, without words, by unit, state and date; what was found is marked; and nothing is found
that its reader could not open."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from docx import Document
from openpyxl import Workbook

from bureau.files import store, texts
from bureau.matters import attached, excerpts, timeline
from bureau.matters.access.told import files_told, replies_told
from bureau.matters.access.visibility import reads
from bureau.matters.asked_for import read
from bureau.matters.models import Attachment, AttachmentText, Reply
from bureau.matters.parts import assignments, replies
from bureau.matters.parts.attaching import attach

pytestmark = pytest.mark.django_db
SAID = "已完成清淤三公里，桃溪河（2026）段还差闸门。"
EVERYBODY = ("officer", "colleague", "clerk", "director", "magistrate", "vice", "water_liaison", "water_head")
EVERYBODY += ("roads_liaison", "finance_liaison", "stranger", "system", "audit")


def docx(words: str) -> SimpleUploadedFile:
    stream, document = io.BytesIO(), Document()
    document.add_paragraph(words)
    document.save(stream)
    return SimpleUploadedFile("清淤方案.docx", stream.getvalue())


def xlsx(words: str) -> SimpleUploadedFile:
    stream, book = io.BytesIO(), Workbook()
    book.active.append(["项目", words])
    book.save(stream)
    return SimpleUploadedFile("进度表.xlsx", stream.getvalue())


@pytest.fixture
def files(settings, tmp_path):
    settings.FILES_ROOT = tmp_path


@pytest.fixture
def running(county):
    """Given out to 水利局 as the lead and 交通局 beside it; both have signed."""
    return county.directive("running", to=[county.water, county.roads])


def say(county, record, who, unit, text=SAID, files=()) -> Reply:
    part = record.matter.assignments.get(unit=unit)
    if part.state == "pending":
        assignments.sign(who, part)
        part.refresh_from_db()
    assignments.reply(who, part, text, files=files)
    return part.replies.first()


def look(enter, person, words):
    return enter(person).get(reverse("desk:search"), {"q": words})


def found(enter, person, words) -> list[int]:
    return [row.record.pk for row in look(enter, person, words).context["table"].rows]


@pytest.mark.parametrize("words", ["清淤", "闸", "清淤 闸门", "桃溪河(2026)", "三公里 -移民"])
def test_a_matter_is_found_by_what_a_unit_replied(county, enter, running, words):
    say(county, running, county.water_liaison, county.water)
    assert found(enter, county.officer, words) == [running.pk]


def test_the_passage_is_shown_with_its_words_marked_and_where_they_stand(county, enter, running):
    say(county, running, county.water_liaison, county.water, "<b>先说一句</b>" + "。" * 80 + SAID)
    page = look(enter, county.officer, "清淤").content.decode()
    assert "县水利局的进展反馈：…" in page
    assert "<mark>清淤</mark>三公里" in page
    assert "<b>先说" not in page


@pytest.mark.parametrize(
    "name, finds",
    [
        ("officer", True),
        ("director", True),
        ("magistrate", True),
        ("water_liaison", True),
        ("water_head", True),
        ("roads_liaison", False),
        ("finance_liaison", False),
        ("stranger", False),
        ("clerk", False),
        ("audit", False),
    ],
)
def test_a_co_unit_and_strangers_do_not_find_what_the_lead_replied(county, enter, running, name, finds):
    say(county, running, county.water_liaison, county.water)
    page = look(enter, county.cast[name], "清淤")
    assert bool(page.context["table"].rows) is finds
    assert ("三公里" in page.content.decode()) is finds


def test_the_co_unit_finds_its_own_and_the_lead_finds_it_too(county, enter, running):
    say(county, running, county.roads_liaison, county.roads)
    assert found(enter, county.roads_liaison, "清淤") == [running.pk]
    assert found(enter, county.water_liaison, "清淤") == [running.pk]


def test_what_was_not_sent_or_was_taken_back_is_found_by_nobody(county, enter, running):
    reply = say(county, running, county.water_liaison, county.water)
    replies.take_back(county.water_liaison, reply)
    for name in ("officer", "water_liaison", "water_head"):
        assert found(enter, county.cast[name], "清淤") == []


@pytest.mark.parametrize("made", [docx, xlsx])
def test_a_matter_is_found_by_what_an_attachment_says(county, enter, running, files, made):
    kept = store.keep(made("附件里写着围堰拆除"))
    say(county, running, county.water_liaison, county.water, "见附件。", [kept])
    assert [attached.read(pk) for pk in attached.unread()] == [True]
    assert attached.unread() == []
    page = look(enter, county.officer, "围堰")
    assert [row.record.pk for row in page.context["table"].rows] == [running.pk]
    assert f"附件《{kept.name}》：" in page.content.decode()
    assert "<mark>围堰</mark>拆除" in page.content.decode()
    assert found(enter, county.water_head, "围堰") == [running.pk]
    for name in ("roads_liaison", "stranger", "clerk"):
        assert found(enter, county.cast[name], "围堰") == []


def test_each_attachment_is_read_once(county, running, files):
    say(county, running, county.water_liaison, county.water, "见附件。", [store.keep(docx("一次"))])
    (pk,) = attached.unread()
    assert attached.read(pk)
    assert not attached.read(pk)
    assert AttachmentText.objects.get().text.strip() == "一次"


def test_what_cannot_be_read_says_nothing_and_is_not_tried_again(county, running, files):
    kept = store.keep(docx("丢了"))
    say(county, running, county.water_liaison, county.water, "见附件。", [kept])
    store.path_of(kept.sha256).write_bytes(b"PK swapped")
    assert [attached.read(pk) for pk in attached.unread()] == [True]
    assert AttachmentText.objects.get().text == ""
    assert attached.unread() == []


def test_a_file_that_is_no_document_is_unreadable(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"nothing")
    for kind in texts.WORDED:
        with path.open("rb") as stream, pytest.raises(texts.Unreadable):
            texts.words_of(stream, kind)


def test_what_is_read_of_a_file_has_an_end(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(docx("长" * 120_000).read())
    with path.open("rb") as stream:
        assert len(texts.words_of(stream, "docx").strip()) == 100_000


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_search_finds_of_replies_exactly_what_the_page_shows(county, running, name):
    person = county.cast[name]
    for unit, who in ((county.water, county.water_liaison), (county.roads, county.roads_liaison)):
        say(county, running, who, unit)
    parts = list(running.matter.assignments.all())
    sees = type(running).objects.visible_to(person).filter(pk=running.pk).exists()
    shown = {reply.pk for reply in Reply.objects.all() if sees and reads(person, reply, parts)}
    assert set(Reply.objects.filter(replies_told(person)).values_list("pk", flat=True)) == shown


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_search_finds_of_attachments_exactly_what_can_be_opened(county, enter, running, files, name):
    for unit, who in ((county.water, county.water_liaison), (county.roads, county.roads_liaison)):
        say(county, running, who, unit, files=[store.keep(docx(str(unit)))])
    browser = enter(county.cast[name])
    opened = {
        file.pk
        for file in Attachment.objects.all()
        if browser.get(file.get_absolute_url()).status_code == 200
    }
    assert (
        set(Attachment.objects.filter(files_told(county.cast[name])).values_list("pk", flat=True)) == opened
    )


@pytest.mark.parametrize(
    "audience, readers", [("desk", {"officer", "director"}), ("above", {"officer", "director", "magistrate"})]
)
def test_a_file_on_a_line_that_units_do_not_read_is_not_found_by_them(
    county, enter, running, files, audience, readers
):
    line = running.matter.entries.filter(audience=audience).first() or timeline.write(
        running.matter, "directives.edit", "记一笔", at=timezone.now(), audience=audience
    )
    attach(line, [store.keep(docx("内部核查记录围堰"))])
    for pk in attached.unread():
        attached.read(pk)
    names = ("officer", "director", "magistrate", "water_liaison", "water_head", "roads_liaison", "clerk")
    assert {name for name in names if found(enter, county.cast[name], "围堰")} == readers


def test_words_that_must_not_occur_leave_their_matters_out(county, enter):
    kept = county.directive("running", title="水库除险加固")
    gone = county.directive("running", title="水库移民安置")
    for words in ("水库 -移民", "水库 不含移民", "水库 －移民", "-移民"):
        keys = found(enter, county.officer, words)
        assert kept.pk in keys
        assert gone.pk not in keys


def test_a_unit_a_state_and_a_day_are_asked_for_by_name(county, enter, running):
    draft = county.directive("draft", title="另一件")
    year = running.matter.registered_at.year
    assert found(enter, county.officer, "单位:水利局 状态:办理中") == [running.pk]
    assert found(enter, county.officer, "状态：已登记") == [draft.pk]
    assert found(enter, county.officer, "单位:财政局") == []
    assert set(found(enter, county.officer, f"日期:{year}")) >= {running.pk, draft.pk}
    assert found(enter, county.officer, "日期:2001") == []
    assert found(enter, county.stranger, "单位:水利局") == []


def test_a_day_that_is_none_is_told_and_loses_no_other_word(county, enter, running):
    page = look(enter, county.officer, "日期:昨天 状态:办理中")
    assert "“日期:昨天”没有读懂" in page.content.decode()
    assert [row.record.pk for row in page.context["table"].rows] == [running.pk]


@pytest.mark.parametrize(
    "typed, days",
    [
        ("2026", (date(2026, 1, 1), date(2026, 12, 31))),
        ("2026-02", (date(2026, 2, 1), date(2026, 2, 28))),
        ("2026年11月", (date(2026, 11, 1), date(2026, 11, 30))),
        ("2026-11-20", (date(2026, 11, 20), date(2026, 11, 20))),
        ("2026年11月20日", (date(2026, 11, 20), date(2026, 11, 20))),
        ("2026-11-01至2026-11-30", (date(2026, 11, 1), date(2026, 11, 30))),
        ("2025-12..2026-02", (date(2025, 12, 1), date(2026, 2, 28))),
        ("2026-13", None),
        ("2026-02-30", None),
        ("0000", None),
        ("昨天", None),
        ("", None),
        ("2026-01至2026-02至2026-03", None),
    ],
)
def test_days_are_read_as_people_write_them(typed, days):
    query = read(f"日期:{typed}")
    assert query.days == days
    assert bool(query.problem) is (days is None)


@pytest.mark.parametrize(
    "typed, words, without",
    [
        ("水库 -移民", ("水库",), ("移民",)),
        ("-", ("-",), ()),
        ("--", ("--",), ()),
        ("2026-42", ("2026-42",), ()),
        ("不含", ("不含",), ()),
        ("不含：移民", (), ("移民",)),
        ("", (), ()),
    ],
)
def test_a_query_is_read(typed, words, without):
    query = read(typed)
    assert (query.words, query.without) == (words, without)


def test_marks_keep_every_character_and_escape_it():
    assert (
        excerpts.marked("<i>水库&水库库", ["水库", "库"])
        == "&lt;i&gt;<mark>水库</mark>&amp;<mark>水库库</mark>"
    )
    assert excerpts.marked("（2026）", ["(2026)"]) == "<mark>（2026）</mark>"
    assert excerpts.passage("前" * 60 + "水库", ["水库"]).endswith("前<mark>水库</mark>")


def test_a_page_of_what_was_found_asks_no_more_for_many_than_for_one(
    county, enter, django_assert_max_num_queries
):
    records = [county.directive("running", title=f"清淤第{count}段") for count in range(3)]
    for record in records:
        say(county, record, county.water_liaison, county.water)
    browser = enter(county.officer)
    browser.get("/")
    with django_assert_max_num_queries(14):
        page = browser.get(reverse("desk:search"), {"q": "清淤"})
    assert page.content.decode().count("县水利局的进展反馈") == 3
