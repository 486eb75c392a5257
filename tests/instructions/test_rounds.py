"""From the first word to the last: rounds of one matter, each with its own handling and its own clock."""

import pytest

import instructions.actions as instructing
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import dues
from bureau.matters.flow import NotNow
from bureau.matters.models import Duty, Phase
from bureau.matters.parts import assignments
from bureau.matters.policy import Refused
from instructions import flow
from instructions.dues import PRESENT, PROPOSE
from tests.county import sign_all


def owed(record) -> set[str]:
    return set(Duty.objects.filter(matter=record.matter, done_at=None).values_list("step", flat=True))


@pytest.mark.parametrize(
    "stage", ["registered", "proposed", "dispatched", "running", "reviewing", "accepted"]
)
def test_every_stage_owes_its_next_step(county, stage):
    record = county.instruction(stage)
    expected = {
        "registered": {PROPOSE},
        "proposed": {dues.APPROVE},
        "dispatched": {dues.SIGN, dues.FIRST_REPLY, dues.REPORT},
        "running": {dues.FIRST_REPLY, dues.REPORT},
        "reviewing": {dues.REVIEW},
        "accepted": {PRESENT},
    }
    assert owed(record) == expected[stage]


def test_no_new_word_closes_it(county):
    record = county.instruction("closed", to=[county.water, county.roads])
    assert record.matter.phase == Phase.CLOSED
    assert not owed(record)
    assert record.rounds.count() == 2  # what was said beside the circle is kept
    assert record.rounds.get(number=1).answered_at


def test_a_circle_without_a_word_is_no_round(county):
    record = county.instruction("reported")
    instructing.note(county.magistrate, record)
    assert record.rounds.count() == 1


def test_a_favourable_word_is_kept_for_appraisal(county):
    record = county.instruction("reported")
    with pytest.raises(Barred, match="写明原话"):
        instructing.note(county.magistrate, record, positive=True)
    instructing.note(county.magistrate, record, "措施实在，成效明显。", positive=True)
    assert record.rounds.get(positive=True).words == "措施实在，成效明显。"


def test_a_new_word_begins_a_round_of_its_own_with_other_units(county):
    record = county.instruction("reported", to=[county.water, county.roads])
    instructing.again(
        county.magistrate,
        record,
        county.word(words="请财政局牵头落实资金，水利局配合。"),
        instructing.Plan(county.finance, (county.water,)),
    )
    assert (record.state, record.round.number) == (flow.REGISTERED, 2)
    instructing.propose(county.officer, record, lead=county.finance, co=[county.water], summary="落实资金。")
    instructing.approve(county.director, record)
    parts = {part.unit: (part.role, part.state) for part in record.matter.assignments.all()}
    assert parts == {
        county.finance: ("lead", "pending"),
        county.water: ("co", "pending"),
        county.roads: ("co", "done"),
    }
    sign_all_asked(county, record)
    instructing.report(county.finance_liaison, record, "资金已经到位。")
    instructing.accept(county.colleague, record)
    instructing.present(record, "督查专报2026年第2期", record.matter.finished_at)
    instructing.note(county.magistrate, record)
    assert record.matter.phase == Phase.CLOSED


def sign_all_asked(county, record):
    for part in record.matter.assignments.filter(state="pending").select_related("unit", "matter"):
        assignments.sign(county.liaison(part.unit), part)


def test_the_bureau_itself_handles_it_and_somebody_else_verifies(county):
    record = county.instruction("reviewing", to=())
    with pytest.raises(Refused, match="提交人以外"):
        instructing.accept(county.officer, record)
    instructing.self_return(county.colleague, record, "缺少现场照片。")
    assert owed(record) == {dues.REPORT}
    instructing.self_report(county.officer, record, "已补充现场照片。")
    instructing.accept(county.colleague, record)
    assert owed(record) == {PRESENT}


def test_who_wants_no_answer_gets_none(county):
    record = county.instruction("reviewing", word=county.word(wants_answer=False))
    with pytest.raises(Refused):
        instructing.accept(county.colleague, record)
    instructing.close(county.colleague, record)
    assert record.matter.phase == Phase.CLOSED


def test_what_is_only_to_be_known_is_filed(county):
    record = county.instruction("registered", word=county.word(meaning="know", words="请发改局阅。"))
    with pytest.raises(Refused, match="存阅"):
        instructing.propose(county.officer, record, lead=county.water, summary="阅。")
    instructing.file(county.officer, record)
    assert record.matter.phase == Phase.FILED
    assert not owed(record)


def test_of_two_at_once_one_is_told_that_it_is_done(county):
    record = county.instruction("proposed")
    stale = type(record).objects.get(pk=record.pk)
    instructing.approve(county.director, record)
    with pytest.raises(NotNow):
        instructing.approve(county.deputy, stale)


def test_all_parts_are_signed_for_again(county):
    record = county.instruction("reported")
    instructing.again(county.magistrate, record, county.word(words="再查一遍。"))
    instructing.propose(county.officer, record, lead=county.water, summary="再查一遍。")
    instructing.approve(county.director, record)
    assert county.part(record).signed_at is None
    sign_all(county, record)
    assert county.part(record).signed_at
