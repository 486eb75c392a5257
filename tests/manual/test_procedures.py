"""工作程序: what the rule book says is what the software does. Who may edit the county's own words, and what of them is kept."""

import io

import pypdf
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from bureau.manual.models import Preamble
from bureau.manual.procedures import books, prefacing
from bureau.manual.procedures.lines import chapters_of
from bureau.manual.procedures.sheet import sheet_of
from bureau.manual.procedures.times import Times
from bureau.matters import saying
from bureau.matters.flow import Step, move
from bureau.matters.policy import always
from bureau.matters.rooms import rooms
from bureau.org import seed
from bureau.org.models import AdminEntry, Limit, Regulation
from directives import flow as directing

pytestmark = pytest.mark.django_db
KEYS = [books.UNITS, "directives", "suggestions", "instructions", "complaints"]


@pytest.fixture
def recommended(db):
    """The limits of a new installation."""
    seed.fill()


def page_of(browser, key: str):
    return browser.get(reverse("manual:procedure", args=[key]))


def every_step() -> list[Step]:
    return [step for book in books.books() for part in book.parts for step in part.flow.steps]


def lines_of(key: str) -> dict:
    book = books.book(key)
    return {line.label: line for chapter in chapters_of(book, Times(book)) for line in chapter.lines}


def form_of(browser, key: str) -> tuple[str, dict]:
    url = reverse("manual:preamble", args=[key])
    return url, browser.get(url).context["hidden"]


def test_every_rule_of_every_step_says_who_may_or_under_which_condition():
    silent = {
        (step.key, rule.__qualname__)
        for step in every_step()
        for rule in saying.leaves(step.rule)
        if rule is not always
        and not (saying.SAID.get(rule) and (saying.SAID[rule].who or saying.SAID[rule].only))
    }
    assert silent == set()
    assert [step.key for step in every_step() if not saying.words_of(step.rule).who] == []


def test_a_rule_without_words_is_found():
    mute = lambda person, record: None  # noqa: E731
    assert saying.words_of(saying.gathered(lambda person, record: None, [always, mute])) == saying.Said()


def test_every_room_has_a_book_and_the_units_have_theirs():
    assert [one.key for one in books.books()] == [books.UNITS, *(room.kind for room in rooms())]


@pytest.mark.parametrize("key", KEYS)
def test_every_step_of_a_flow_stands_in_its_book_once(key):
    book = books.book(key)
    for part, chapter in zip(book.parts, chapters_of(book, Times(book)), strict=True):
        assert sorted(line.label for line in chapter.lines) == sorted(step.label for step in part.flow.steps)


@pytest.mark.parametrize("key", KEYS)
def test_everything_owed_in_a_room_stands_among_its_limits(key):
    book = books.book(key)
    told = {time.label for time in Times(book).all()}
    assert told >= {due.label for due in book.owes}


def test_steps_come_in_the_order_of_a_life():
    labels = list(lines_of("directives"))
    order = ["登记", "提请审定", "审定立项", "交办", "报送办结报告", "审核通过并销号", "重新办理", "作废"]
    assert [label for label in labels if label in order] == order


def test_a_line_says_from_where_to_where_who_within_what_on_which_paper_and_what_undoes_it(recommended):
    lines = lines_of("directives")
    given_out, handed_in = lines["交办"], lines["报送办结报告"]
    assert (given_out.road, given_out.who) == ("待交办 → 办理中", "督查员、局领导")
    assert given_out.papers == "《督查通知单》"
    assert [(str(time), time.source) for time in given_out.times] == [("交办：1个工作日", "办理时限·通用")]
    assert handed_in.undone == "撤回办结报告"
    assert "登记人本人不审定" in lines["审定立项"].only
    assert lines["退回重办"].back


def test_the_desk_is_named_by_the_posts_that_sit_at_it():
    assert lines_of("complaints")["受理"].who == "投诉受理员、局领导"
    assert lines_of(books.UNITS)["口头催办"].who == "督查局"


def test_where_a_verb_chooses_all_its_ends_are_told():
    assert lines_of("complaints")["登记回访"].leads == "已办结或不满意待甄别"


def test_a_verb_cannot_move_its_record_otherwise_than_its_step_says(county):
    directive = county.directive("draft")
    with transaction.atomic(), pytest.raises(ImproperlyConfigured, match="closed"):
        move(directing.PROPOSE, directive, state="closed")


def test_a_limit_that_is_changed_is_told_at_once_with_its_table(county, enter):
    browser = enter(county.water_liaison)
    for room, urgency, amount in (("complaints", "", 7), ("complaints", "flash", 4), ("", "", 9)):
        values = {"room": room, "urgency": urgency, "step": "screen"}
        Limit.objects.update_or_create(**values, defaults={"amount": amount, "unit": "workdays"})
    page = page_of(browser, "complaints").content.decode()
    assert "特急4个工作日" in page
    assert "其他7个工作日" in page
    assert "办理时限·营商环境投诉" in page
    assert "9个工作日" not in page


def test_units_read_where_a_room_gives_them_another_time(recommended):
    labels = {time.label: time.words for time in Times(books.book(books.UNITS)).all()}
    assert "简单5个工作日" in labels["办结（营商环境投诉）"]
    assert "简单" not in labels["办结"]
    assert {"签收", "首次反馈", "延期审批", "提出职责异议"} <= set(labels)


def test_units_read_how_often_time_may_be_extended():
    Regulation.objects.update_or_create(pk=1, defaults={"extensions_most": 3, "ask_before_workdays": 2})
    (told,) = [time for time in lines_of(books.UNITS)["申请延期"].times if time.source == "督办规则"]
    assert "最多延期3次" in told.words
    assert "须提前2个工作日" in told.words
    (own,) = [time for time in lines_of("complaints")["申请延期"].times if time.source == "督办规则"]
    assert "最多延期1次，一次不超过30日" in own.words


@pytest.mark.parametrize("name", ["officer", "water_liaison", "stranger", "magistrate", "audit"])
def test_whoever_is_logged_in_reads_all_of_it_from_the_manual(county, enter, name):
    browser = enter(county.cast[name])
    contents = browser.get(reverse("manual:contents")).content.decode()
    for key in KEYS:
        assert reverse("manual:procedure", args=[key]) in contents
    page = page_of(browser, books.UNITS).content.decode()
    for label in ("签收", "反馈进展", "提出职责异议", "申请延期"):
        assert label in page
    assert reverse("admin:org_limit_changelist") not in page


def test_who_edits_the_limits_is_led_to_them(county, enter):
    assert "?room=directives" in page_of(enter(county.system), "directives").content.decode()


def test_a_room_that_does_not_stand_has_no_book(county, enter):
    browser = enter(county.director)
    for name in ("procedure", "printed_procedure", "preamble"):
        assert browser.get(reverse(f"manual:{name}", args=["toys"])).status_code == 404


@pytest.mark.parametrize("name", ["director", "system"])
def test_the_preamble_is_the_countys_own_and_every_version_is_noted(county, enter, name):
    browser = enter(county.cast[name])
    for text in ("依照本县督查办法。", "依照本县督查办法（修订）。"):
        url, hidden = form_of(browser, "directives")
        told = browser.post(url, {"text": text, **hidden}, follow=True).content.decode()
        assert "记入审计记录" in told
    assert "依照本县督查办法（修订）。" in page_of(enter(county.stranger), "directives").content.decode()
    assert [one.text for one in Preamble.objects.all()] == [
        "依照本县督查办法（修订）。",
        "依照本县督查办法。",
    ]
    noted = AdminEntry.objects.filter(sentence__contains="《决策督查工作程序》前言（第2版）").get()
    assert noted.actor == county.cast[name]


def test_nothing_is_noted_where_nothing_was_changed(county):
    prefacing.write(county.director, books.book("directives"), "一样。")
    assert prefacing.write(county.director, books.book("directives"), "一样。") is None
    assert Preamble.objects.count() == 1


def test_of_two_who_write_at_once_the_second_is_told_and_loses_nothing(county, enter):
    first, second = enter(county.director), enter(county.system)
    url, hidden = form_of(first, "directives")
    _url, late = form_of(second, "directives")
    first.post(url, {"text": "先写的。", **hidden})
    refused = second.post(url, {"text": "后写的。", **late})
    assert refused.status_code == 409
    assert "后写的。" in refused.content.decode()
    assert Preamble.current("directives").text == "先写的。"


@pytest.mark.parametrize("name", ["officer", "clerk", "water_head", "magistrate", "security", "audit"])
def test_nobody_else_writes_it(county, enter, name):
    browser = enter(county.cast[name])
    url = reverse("manual:preamble", args=["directives"])
    assert browser.get(url).status_code == browser.post(url, {"text": "不该有。"}).status_code == 404
    assert not Preamble.objects.exists()


def test_a_preamble_that_is_too_long_is_refused_in_words(county, enter):
    browser = enter(county.director)
    url, hidden = form_of(browser, "directives")
    answer = browser.post(url, {"text": "长" * (Preamble.LENGTH + 1), **hidden})
    assert f"前言最多{Preamble.LENGTH}字" in answer.content.decode()


def test_it_is_printed_with_preamble_chart_steps_and_limits(county, enter, faces):
    prefacing.write(county.director, books.book(books.UNITS), "本县各单位遵照执行。")
    answer = enter(county.water_liaison).get(reverse("manual:printed_procedure", args=[books.UNITS]))
    document = pypdf.PdfReader(io.BytesIO(answer.getvalue()))
    text = "".join("".join(page.extract_text().split()) for page in document.pages)
    for words in (
        "承办单位工作程序",
        "一、前言",
        "本县各单位遵照执行",
        "承办单位：流程图",
        "各项时限",
        "申请延期",
    ):
        assert words in text


@pytest.mark.parametrize("key", KEYS)
def test_every_piece_of_a_chart_has_room_on_a_page(key):
    sheet = sheet_of(books.book(key), "", timezone.localdate())
    courses = [insert.content for section in sheet.sections for insert in section.inserts]
    assert courses
    assert all(sum(max(2, len(station.ways)) for station in course.stations) <= 30 for course in courses)
