"""The ledger of instructions, on the screen and in Excel: the customary columns."""

from itertools import islice

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.text import Truncator

from bureau.matters.lights import WORDS
from bureau.matters.tables import CHUNK, RoomTable, day
from bureau.matters.told import latest_words
from bureau.org.collective import in_words, township_ids
from instructions.facts import OWN, readable_rounds
from instructions.models import Instruction

LEDGER = [
    ("number", "编号"),
    ("leader", "批示领导"),
    ("level", "层级"),
    ("date", "批示日期"),
    ("paper", "来文"),
    ("words", "批示内容"),
    ("meaning", "批示要求"),
    ("lead", "承办单位"),
    ("co", "协办单位"),
    ("due", "办理时限"),
    ("progress", "办理进展"),
    ("answered", "反馈日期"),
    ("stage", "状态"),
    ("light", "亮灯"),
    ("rounds", "轮次"),
    ("officer", "经办人"),
]


class InstructionTable(RoomTable):
    leader = tables.Column(
        "批示领导", accessor="round__leader_name", orderable=False, attrs={"td": {"class": "nowrap"}}
    )
    date = tables.DateColumn(
        "Y-m-d",
        verbose_name="批示日期",
        accessor="round__date",
        orderable=False,
        attrs={"td": {"class": "nowrap"}},
    )
    title = tables.Column(
        "来文与批示", accessor="paper__title", orderable=False, attrs={"td": {"class": "main"}}
    )
    lead = tables.Column("承办单位", empty_values=(), orderable=False)

    class Meta(RoomTable.Meta):
        model = Instruction
        fields = ()
        sequence = (
            "tick",
            "light",
            "number",
            "leader",
            "date",
            "title",
            "lead",
            "co",
            "due",
            "stage",
            "open",
        )

    def render_title(self, record, value):
        said = readable_rounds(record, self.reader)
        words = Truncator(said[-1].shown).chars(60) if said else ""
        return format_html(
            '<a href="{}">{}</a><br><span class="soft">{}</span>',
            record.matter.get_absolute_url(),
            value,
            words,
        )

    def render_lead(self, record):
        return lead_words(record) or "—"

    def ledger_columns(self):
        return LEDGER

    def ledger_rows(self):
        towns, records = township_ids(), self.records()
        while chunk := list(islice(records, CHUNK)):
            latest = latest_words(self.reader, chunk)
            for record in chunk:
                yield ledger_row(record, self.reader, self.lights, towns, latest.get(record.pk, ""))


def lead_words(instruction) -> str:
    """Who handles it, as given out; before that as proposed."""
    if instruction.self_handled:
        return OWN.removeprefix("由")
    unit = instruction.lead.unit if instruction.lead else instruction.lead_unit
    return unit.short if unit else ""


def ledger_row(instruction, reader, lights, towns, progress: str) -> list:
    """The cells of one instruction, in the order of LEDGER."""
    matter, rounds = instruction.matter, readable_rounds(instruction, reader)
    answered = [one.answered_at for one in instruction.rounds.all() if one.answered_at]
    return [
        matter.number,
        said(rounds, "leader_name"),
        said(rounds, "get_level_display"),
        rounds[0].date if rounds else None,
        str(instruction.paper),
        words_of(rounds),
        said(rounds, "get_meaning_display"),
        lead_words(instruction),
        in_words([part.unit for part in instruction.co], towns),
        day(matter.due_at),
        progress or instruction.result,
        day(max(answered)) if answered else None,
        matter.stage,
        WORDS.get(lights.of(matter), ""),
        len(rounds),
        matter.officer.name,
    ]


def said(rounds, name: str) -> str:
    """Of the first round."""
    value = getattr(rounds[0], name) if rounds else ""
    return value() if callable(value) else value


def words_of(rounds) -> str:
    """The words of all rounds; of several each with its date."""
    if len(rounds) < 2:
        return rounds[0].shown if rounds else ""
    return "\n".join(f"第{one.number}轮（{one.date:%Y-%m-%d}）：{one.shown}" for one in rounds)
