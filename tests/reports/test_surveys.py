"""Investigation reports: a problem found anywhere goes up, and comes back as an instruction."""

import pytest
from django.db import IntegrityError, transaction

import instructions.actions as instructing
from bureau.jobs.barred import Barred
from bureau.leading.instructing import instruct_on
from bureau.matters.models import Link
from bureau.matters.parts import assignments
from instructions.models import Instruction, Meaning, Origin
from reports import actions
from reports.models import Instructed, Receipt
from tests.reports.conftest import text_of
from tests.reports.specials import answer, issue, survey

pytestmark = pytest.mark.slow


@pytest.fixture
def matters(county):
    first = county.directive("running", title="完成小型水库隐患排查").matter
    return [first, county.instruction("running", to=[county.finance]).matter]


def word(county, **words):
    return county.word(origin=Origin.TYPED, words="请水利局补查，七日内报我。", **words)


def test_one_matter_is_told_in_the_text(county, matters):
    bulletin = actions.draft_survey(county.officer, matters[:1])
    assert bulletin.title == "关于“完成小型水库隐患排查”有关情况的调研报告"
    assert "由县水利局牵头，办理时限为" in bulletin.body
    actions.edit(county.officer, bulletin, {"body": bulletin.body, "report_to": "县长。"}, {})
    with pytest.raises(Barred, match="还有没写的内容：【请写明调研发现的问题"):
        actions.submit(county.officer, bulletin)


def test_several_matters_of_several_rooms_stand_in_an_annex(county, matters):
    bulletin = survey(county, *matters, readers=[county.magistrate])
    assert [quote.lead for quote in bulletin.quotes.all()] == ["县水利局", "县财政局"]
    assert "涉及的事项共2项，按牵头单位分：县水利局1项、县财政局1项。" in bulletin.body


def test_to_nobody_it_does_not_go(county, matters):
    with pytest.raises(Barred, match="请先在“送阅领导”里选定领导"):
        actions.submit(county.officer, survey(county, *matters))


def test_what_is_void_is_not_reported_on(county):
    directive = county.directive("running")
    instruction = county.instruction("registered")
    instructing.void(county.officer, instruction, "重复登记")
    with pytest.raises(Barred, match="已作废"):
        actions.draft_survey(county.officer, [directive.matter, instruction.matter])
    with pytest.raises(Barred, match="请至少选一项"):
        actions.draft_survey(county.officer, [])


def test_a_leader_writes_on_it_and_every_step_is_linked(county, matters):
    bulletin = issue(county, survey(county, *matters, readers=[county.magistrate]))
    record = instruct_on(county.magistrate, bulletin, word(county), instructing.Plan(county.water))
    assert (record.paper.title, record.paper.number) == (bulletin.title, bulletin.number)
    assert record.lead_unit == county.water
    links = Link.objects.filter(source=record.matter).values_list("target", "why")
    assert set(links) == {(matter.pk, "arises") for matter in matters}
    assert Instructed.objects.get().instruction == record.matter
    instructing.propose(county.officer, record, lead=county.water, shown="original")
    instructing.approve(county.director, record)
    assert record.state == "running"


def test_on_the_answer_to_their_own_word_it_is_the_next_round(county):
    record = county.instruction("accepted")
    bulletin = issue(county, answer(county, record))
    same = instruct_on(county.magistrate, bulletin, word(county))
    assert same.pk == record.pk
    assert [one.number for one in same.rounds.all()] == [1, 2]
    assert (Instructed.objects.get().instruction, Instructed.objects.get().round) == (record.matter, 2)
    assert Instruction.objects.count() == 1


def test_a_word_that_was_taken_back_is_written_on_the_same_bulletin_anew(county, enter):
    record = county.instruction("accepted")
    bulletin = issue(county, answer(county, record))
    link = f'href="{record.get_absolute_url()}"'
    heading = "<h2>领导批示</h2>"
    for _turn in range(2):
        record = instruct_on(county.magistrate, bulletin, word(county))
        assert heading in enter(county.officer).get(bulletin.get_absolute_url()).content.decode()
        instructing.withdraw_again(county.magistrate, record)
        assert heading not in enter(county.officer).get(bulletin.get_absolute_url()).content.decode()
    words = county.word(words="请再核。")
    instructing.again(county.magistrate, Instruction.objects.get(pk=record.pk), words)
    page = enter(county.officer).get(record.get_absolute_url()).content.decode()
    assert "批示写在" not in page
    assert link in enter(county.officer).get(bulletin.get_absolute_url()).content.decode()


def test_the_first_word_that_was_taken_back_does_not_stand_on_its_bulletin(county, matters, enter):
    bulletin = issue(county, survey(county, *matters, readers=[county.magistrate]))
    instructing.withdraw(county.magistrate, instruct_on(county.magistrate, bulletin, word(county)))
    assert "<h2>领导批示</h2>" not in enter(county.officer).get(bulletin.get_absolute_url()).content.decode()
    instruct_on(county.magistrate, bulletin, word(county))
    assert "<h2>领导批示</h2>" in enter(county.officer).get(bulletin.get_absolute_url()).content.decode()


def test_two_rounds_are_answered_by_two_specials_that_read_as_one_story(county):
    record = county.instruction("accepted")
    first = issue(county, answer(county, record))
    instruct_on(county.magistrate, first, word(county), instructing.Plan(county.finance))
    record = Instruction.objects.get()
    instructing.propose(county.officer, record, lead=county.finance, summary="补查并报结果。")
    instructing.approve(county.director, record)
    part = county.part(record)
    assignments.sign(county.finance_liaison, part)
    instructing.report(county.finance_liaison, record, "补查完毕。")
    instructing.accept(county.colleague, record)
    second = issue(county, answer(county, record))
    assert "县长批示：“请水利局牵头拿出方案，一周内报我。”办理结果已于" in second.body
    assert "县长再次批示：“请水利局补查，七日内报我。”" in second.body
    assert "方案已经印发" not in second.body  # the result of the first round
    assert second.title.endswith("再次批示办理情况的报告")


def test_a_circle_with_a_word_ends_it(county):
    record = county.instruction("accepted")
    bulletin = issue(county, answer(county, record))
    favour = word(county, meaning=Meaning.KNOW, positive=True)
    instruct_on(county.magistrate, bulletin, favour)
    record.refresh_from_db()
    assert record.state == "closed"
    assert record.rounds.get(positive=True)
    with pytest.raises(Barred, match="已阅批、已经办结"):
        instruct_on(county.magistrate, bulletin, favour)


def test_another_reader_of_an_answer_begins_an_instruction_of_their_own(county):
    record = county.instruction("accepted")
    bulletin = answer(county, record)
    actions.edit(county.officer, bulletin, text_of(bulletin), {}, [county.magistrate, county.vice])
    bulletin = issue(county, bulletin)
    made = instruct_on(county.vice, bulletin, word(county, leader=county.vice, leader_name=county.vice.name))
    assert made.pk != record.pk
    assert Link.objects.get(source=made.matter).target == record.matter


def test_only_who_it_was_laid_before_writes_on_it(county, matters):
    bulletin = survey(county, *matters, readers=[county.magistrate])
    with pytest.raises(Barred, match="已经印发、送您阅示"):
        instruct_on(county.magistrate, bulletin, word(county))
    bulletin = issue(county, bulletin)
    for person in (county.vice, county.water_liaison):
        with pytest.raises(Barred, match="已经印发、送您阅示"):
            instruct_on(person, bulletin, word(county))


def test_what_is_written_on_a_sealed_one_is_sealed(county):
    matter = county.directive("running", to=[county.finance], secrecy="sealed").matter
    bulletin = issue(county, survey(county, matter, readers=[county.magistrate]))
    record = instruct_on(county.magistrate, bulletin, word(county))
    assert record.matter.secrecy == "sealed"
    assert record.matter.officer == matter.officer


def test_a_receipt_and_a_link_are_never_changed(county, matters):
    bulletin = issue(county, survey(county, *matters, readers=[county.magistrate]))
    actions.read(county.magistrate, bulletin)
    instruct_on(county.magistrate, bulletin, word(county))
    for change in (
        lambda: Receipt.objects.update(read_at=None),
        lambda: Receipt.objects.all().delete(),
        lambda: Instructed.objects.update(round=2),
        lambda: Instructed.objects.all().delete(),
        lambda: bulletin.readers.clear(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
