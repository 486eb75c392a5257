"""Two people deciding at the same moment: exactly one wins, the other hears a sentence; numbers are never lost."""

from functools import partial

import pytest
from django.utils import timezone

import instructions.actions as instructing
from bureau.matters import chain
from instructions.models import Instruction, Paper
from tests.county import CITY
from tests.together import one_wins, together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def copy(record) -> Instruction:
    """As another browser has read it."""
    return Instruction.objects.select_related("matter").get(pk=record.pk)


def lines(record, step: str) -> int:
    return record.matter.entries.filter(step=f"instructions.{step}").count()


def test_setting_up(county):
    """One county for several races, for setting it up is what takes the time."""
    record = county.instruction("registered")
    plan = {"lead": county.water, "summary": "拿出方案。"}
    other = {"lead": county.finance, "summary": "落实资金。"}
    one_wins(
        partial(instructing.propose, county.officer, copy(record), **plan),
        partial(instructing.propose, county.colleague, copy(record), **other),
    )
    assert lines(record, "propose") == 1
    one_wins(
        partial(instructing.approve, county.director, copy(record)),
        partial(instructing.approve, county.deputy, copy(record)),
    )
    assert lines(record, "approve") == 1
    parts = record.matter.assignments.all()
    assert [part.role for part in parts] == ["lead"]
    assert parts[0].unit == copy(record).lead_unit
    filed = county.instruction("registered", word=county.word(meaning="know"))
    one_wins(
        partial(instructing.file, county.officer, copy(filed)),
        partial(instructing.void, county.colleague, copy(filed), "重复登记"),
    )
    ink = instructing.instruct(
        county.magistrate, county.word(origin="ink", words=""), instructing.OnPaper("报告")
    )
    one_wins(
        partial(instructing.transcribe, county.officer, copy(ink), "请阅处。"),
        partial(instructing.transcribe, county.colleague, copy(ink), "请核查。"),
    )
    assert copy(ink).matter.duties.filter(step="propose", done_at=None).count() == 1


def test_an_edit_and_a_proposal(county):
    record = county.instruction("registered")
    about = instructing.OnPaper(record.paper.title, record.paper.number)
    word = county.word(words="改由财政局牵头。")
    together(
        partial(instructing.edit, county.officer, copy(record), word, about, "normal", "normal"),
        partial(instructing.propose, county.colleague, copy(record), lead=county.water, summary="拿出方案。"),
    )
    story = list(record.matter.entries.values_list("step", flat=True))
    assert story[0] == "instructions.propose"  # nothing is edited after it was proposed
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]


def test_the_word_on_the_answer(county):
    """The leader says something new while the desk notes that nothing was said, or the leader says both."""
    reported = county.instruction("reported")
    word = county.word(words="再查一遍。")
    one_wins_or_follows(
        county,
        reported,
        partial(instructing.again, county.magistrate, copy(reported), word),
        partial(instructing.note, county.magistrate, copy(reported), "阅。"),
    )
    city = county.instruction("reported", word=county.word(**CITY))
    one_wins_or_follows(
        county,
        city,
        partial(instructing.again, county.officer, copy(city), county.word(**CITY, words="再查一遍。")),
        partial(instructing.note_for, county.colleague, copy(city), "阅。"),
    )


def one_wins_or_follows(county, record, again, note):
    """A new word may follow on a note, a note never on a new word: nothing is closed that was asked for anew."""
    together(again, note)
    found = copy(record)
    assert found.state in ("registered", "closed")
    numbers = list(found.rounds.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    owed = set(found.matter.duties.filter(done_at=None).values_list("step", flat=True))
    assert owed == ({"propose"} if found.state == "registered" else set())
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]


def test_two_new_words_at_once_are_two_rounds_or_one(county):
    reported = county.instruction("reported")
    one_wins(
        partial(instructing.again, county.magistrate, copy(reported), county.word(words="再查。")),
        partial(instructing.again, county.magistrate, copy(reported), county.word(words="再核。")),
    )
    assert copy(reported).rounds.count() == 2


def test_the_answer_is_presented_once(county):
    accepted = county.instruction("accepted")
    one_wins(
        partial(instructing.present, copy(accepted), "督查专报2026年第1期", timezone.now()),
        partial(instructing.present, copy(accepted), "督查专报2026年第2期", timezone.now()),
    )
    assert lines(accepted, "present") == 1


def test_the_verdict_and_the_lead(county):
    reviewing = county.instruction("reviewing")
    one_wins(
        partial(instructing.accept, county.colleague, copy(reviewing)),
        partial(instructing.send_back, county.director, copy(reviewing), "缺少佐证"),
    )
    running = county.instruction("running")
    one_wins(
        partial(instructing.report, county.water_liaison, copy(running), "办好了。"),
        partial(instructing.suspend, county.director, copy(running), "核实"),
    )
    alone = county.instruction("running", to=())
    one_wins(
        partial(instructing.self_report, county.officer, copy(alone), "核查属实。"),
        partial(instructing.void, county.director, copy(alone), "重复"),
    )


def test_many_registered_at_once_are_numbered_without_a_gap(county):
    people = [county.officer, county.colleague, county.director, county.deputy]
    about = instructing.OnPaper("关于防汛准备的报告", "桃水报〔2026〕1号")
    acts = [
        partial(instructing.register, people[n % 4], county.word(words=f"第{n}个批示。"), about)
        for n in range(8)
    ]
    acts.append(partial(instructing.register, county.officer, county.word(words="机密★"), about))
    made = together(*acts)
    assert [str(one)[:5] for one in made if isinstance(one, Exception)] == ["涉密不上网"]
    numbers = sorted(int(one.matter.number.partition("〕")[2].removesuffix("号")) for one in made[:-1])
    assert numbers == list(range(1, 9))
    assert Paper.objects.count() == 1
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]
