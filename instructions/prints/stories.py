"""The story of an instruction for the archive: paper, rounds, units, results, 专报, dates, as its reader reads them."""

from collections import defaultdict
from itertools import islice

from django.utils import timezone

from bureau.matters.models import Entry, Reply
from bureau.pages.tables import CHUNK
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Section
from instructions import flow
from instructions.facts import handling_words, rounds_as_read


def stories(table, step):
    """A section for each record of the ledger's table; `step` is told how far it is."""
    records, done, total = table.records(), 0, len(table.rows)
    while chunk := list(islice(records, CHUNK)):
        results, papers = results_of(chunk), papers_of(chunk)
        for record in chunk:
            step(done := done + 1, total)
            yield story(record, results[record.pk], papers[record.pk])


def results_of(records) -> dict[int, list[Reply]]:
    """The reports that were accepted, in their order."""
    accepted = Reply.objects.filter(
        kind=Reply.Kind.FINAL, state=Reply.State.ACCEPTED, assignment__matter__in=keys(records)
    )
    found = defaultdict(list)
    for reply in accepted.select_related("assignment__unit").order_by("sent_at"):
        found[reply.assignment.matter_id].append(reply)
    return found


def papers_of(records) -> dict[int, list[Entry]]:
    """The lines that say which 专报 was laid before the leader."""
    found = defaultdict(list)
    for line in Entry.objects.filter(matter__in=keys(records), step=flow.PRESENT.key).order_by("seq"):
        found[line.matter_id].append(line)
    return found


def keys(records) -> list[int]:
    return [record.pk for record in records]


def story(record, results, papers) -> Section:
    matter, rounds = record.matter, rounds_as_read(record, record.whole)
    lines = [
        f"来文：{record.paper}。{day(matter.registered_at)}登记，经办：{matter.officer.name}，"
        f"办理类别：{matter.get_urgency_display()}。",
        *(line for said in rounds for line in (spoken(said, len(rounds)), dates(said)) if line),
        handled(record),
        *(result(reply) for reply in results if record.whole),
        f"自办结果：{record.result}" if record.whole and record.result else "",
        *(
            f"专报：{line.facts.get('report', '')}（{day(line.at)}呈{line.facts.get('leader', '')}）。"
            for line in papers
        ),
        f"状态：{matter.stage}。",
    ]
    return Section(f"{matter.number}　{record.paper.title}", "\n".join(filter(None, lines)))


def spoken(said, count: int) -> str:
    marks = [said.get_meaning_display(), *(["肯定性批示"] if said.positive else [])]
    which = f"第{said.number}轮批示" if count > 1 else "批示"
    who = f"{said.leader_name}（{said.get_level_display()}），{chinese_date(said.date)}"
    return f"{which}：{who}：“{said.shown}”（{'，'.join(marks)}）。"


def dates(said) -> str:
    """When this round was given out, due, reported, answered and closed; what did not happen is left out."""
    named = {
        "交办": said.opened_at,
        "办理时限": said.due_at,
        "报送结果": said.finished_at,
        "呈报": said.answered_at,
        "办结": said.closed_at,
    }
    told = [f"{label}{day(at)}" for label, at in named.items() if at]
    return f"办理过程：{'；'.join(told)}。" if told else ""


def handled(record) -> str:
    parts = [part.unit for part in record.co]
    if record.self_handled or record.lead:
        return f"承办：{handling_words(None if record.self_handled else record.lead.unit, parts)}。"
    return ""


def result(reply) -> str:
    return f"办理结果（{reply.assignment.unit.short}{day(reply.sent_at)}报送）：{reply.text}"


def day(moment) -> str:
    return chinese_date(timezone.localdate(moment))
