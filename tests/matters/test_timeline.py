"""The timeline: what is written stays, and stays as it was said."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from bureau.matters import timeline
from bureau.matters.models import Entry, Matter
from bureau.matters.parts import assignments
from directives import actions

pytestmark = pytest.mark.django_db


@pytest.fixture
def matter(county):
    return county.directive("closed").matter


def test_lines_are_numbered_from_one_and_the_cover_keeps_the_end(matter):
    lines = list(matter.entries.order_by("seq"))
    cover = Matter.objects.get(pk=matter.pk)
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
    assert (cover.entry_count, cover.chain_head) == (len(lines), lines[-1].digest)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE matters_entry SET sentence = '改过'",
        "DELETE FROM matters_entry",
        "TRUNCATE matters_entry CASCADE",
    ],
)
def test_the_database_refuses_to_change_the_timeline(matter, statement):
    before = list(matter.entries.values_list("sentence", flat=True))
    cursor = connection.cursor()
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        cursor.execute(statement)
    assert list(matter.entries.values_list("sentence", flat=True)) == before


def test_the_code_cannot_change_a_line_either(matter):
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        matter.entries.last().delete()  # the first line; nothing points at it
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        matter.entries.update(sentence="改过")


TEXTS = [
    "已完成{actor}、{0}、{{}}、%s、%(text)s",
    "<script>alert(1)</script> & <b>粗</b>",
    "第一行\n第二行\r\n\t第三行",
    "“引号”——破折号……\u3000全角空格 𠮷 👍",
    "=cmd|' /C calc'!A0",
    "字" * 4000,
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_said_stands_unchanged_in_the_line_and_its_facts(county, text):
    part = county.part(county.directive("running"))
    entry = assignments.reply(county.water_liaison, part, text)
    stored = Entry.objects.get(pk=entry.pk)
    assert stored.facts["text"] == text
    assert stored.sentence.endswith(f"反馈进展：{text}")


def test_a_null_character_is_refused_and_nothing_is_half_saved(county):
    part = county.part(county.directive("running"))
    lines = part.matter.entries.count()
    with pytest.raises((DatabaseError, ValueError)), transaction.atomic():
        assignments.reply(county.water_liaison, part, "前\x00后")
    assert (part.replies.count(), part.matter.entries.count()) == (0, lines)


def test_the_name_in_a_line_is_frozen(county):
    directive = county.directive("draft")
    before = directive.matter.entries.first().actor_words
    county.officer.name = "新的称呼"
    county.officer.save()
    assert directive.matter.entries.first().actor_words == before


def test_a_line_without_a_person_is_the_systems(county):
    matter = county.directive("draft").matter
    entry = timeline.write(matter, "matter.note", "日历调整，时限重算")
    assert (entry.actor, entry.actor_words) == (None, "系统")


def test_a_step_that_fails_leaves_no_line(county):
    directive = county.directive("running")
    lines = directive.matter.entries.count()
    with pytest.raises(Exception, match="由牵头单位报送"):
        actions.report(county.roads_liaison, directive, "越权")
    assert directive.matter.entries.count() == lines
