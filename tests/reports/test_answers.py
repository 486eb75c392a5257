"""The answer to a leader: drafted from what was accepted, signed, laid before that leader, once."""

import pytest
from django.utils import timezone

import instructions.actions as instructing
from bureau.jobs.barred import Barred
from bureau.matters.models import Duty
from bureau.notices.models import Notice
from instructions import flow as rounds
from instructions.dues import READ
from reports import actions, flow
from reports.models import Receipt
from reports.rendering import render_issue
from tests.reports.conftest import text_of
from tests.reports.specials import answer, fresh, issue

pytestmark = pytest.mark.slow


def test_it_is_drafted_from_the_accepted_result_conclusion_first(county):
    record = county.instruction("accepted", to=[county.water, county.roads])
    bulletin = answer(county, record)
    lines = bulletin.body.splitlines()
    assert "由县水利局牵头，县交通运输局协办，已办理完毕，未超过办理时限" in lines[0]
    assert "主要结果：方案已经印发，两处隐患已经消除。" in lines[0]
    headings = [line for line in lines if line[1] == "、"]
    assert headings == ["一、批示情况", "二、办理情况", "三、存在问题", "四、下一步建议"]
    assert f"县长在{record.paper}上批示：“请水利局牵头拿出方案，一周内报我。”" in bulletin.body
    assert "县水利局（牵头）。方案已经印发，两处隐患已经消除。" in bulletin.body
    assert "协办单位没有报送结果。县交通运输局没有报送协办部分的办理情况。" in bulletin.body


def test_it_goes_up_to_the_leader_whose_word_it_answers_and_nowhere_else(county):
    bulletin = answer(county)
    assert list(bulletin.readers.all()) == [county.magistrate]
    assert (bulletin.report_to, bulletin.send_to, bulletin.issue_to) == ("县长。", "", "")


def test_the_bureaus_own_result_is_told_as_such(county):
    bulletin = answer(county, county.instruction("accepted", to=[]))
    assert "督查局核查办理。经现场核查，情况属实，已督促整改到位。" in bulletin.body


def test_what_the_ledger_knows_stands_among_the_problems(county):
    record = county.instruction("reviewing")
    instructing.send_back(county.colleague, record, "没有附印发的方案")
    record.refresh_from_db()
    instructing.report(county.water_liaison, record, "方案附后。")
    instructing.accept(county.colleague, record)
    asked = record.rounds.get()
    record.rounds.update(due_at=asked.finished_at - timezone.timedelta(days=3))
    bulletin = answer(county, record)
    assert "办理超过时限。县水利局报送办理结果比时限晚3日。" in bulletin.body
    assert "办理结果曾被退回重办1次，原因是：没有附印发的方案。" in bulletin.body
    assert "整改存在问题。由县水利局对照上述问题" in bulletin.body


def test_only_an_accepted_instruction_is_answered(county):
    with pytest.raises(Barred, match="现在是“办理中”，不再等待呈报"):
        answer(county, county.instruction("running"))
    with pytest.raises(Barred, match="由督查局拟稿"):
        actions.draft_answer(county.water_liaison, county.instruction("accepted").matter)


def test_a_round_is_answered_once(county):
    record = county.instruction("accepted")
    first = answer(county, record)
    with pytest.raises(Barred, match="第1轮批示已有专报：“关于县长对"):
        actions.draft_answer(county.colleague, record.matter)
    actions.discard(county.officer, first)
    assert answer(county, record).pk != first.pk


def test_a_typed_paragraph_stays_when_the_figures_are_refreshed(county):
    bulletin = answer(county)
    text = text_of(bulletin) | {"body": bulletin.body.replace("督查局于", "督查局已于")}
    actions.edit(county.officer, bulletin, text, {})
    assert actions.refresh(county.officer, bulletin) == []
    assert "督查局已于" in fresh(bulletin).body


def test_issued_it_is_delivered_presented_and_told_in_one_go(county):
    record = county.instruction("accepted")
    bulletin = issue(county, answer(county, record))
    record.refresh_from_db()
    assert record.state == rounds.REPORTED
    assert record.matter.entries.first().sentence == f"{bulletin.number}已呈县长"
    assert record.rounds.get().answered_at == bulletin.issued_at
    assert Receipt.objects.get().person == county.magistrate
    owed = Duty.objects.get(matter=record.matter, done_at=None)
    assert (owed.step, owed.holder_person) == (READ, county.magistrate)
    assert not Notice.objects.filter(news="paper").exists()  # the duty tells them


def test_setting_it_twice_delivers_it_once(county):
    bulletin = issue(county, answer(county))
    assert render_issue(bulletin.rendering.pk) is False
    assert Receipt.objects.count() == 1


def test_another_reader_is_told_of_the_paper_itself(county):
    bulletin = answer(county)
    readers = [county.magistrate, county.vice]
    actions.edit(county.officer, bulletin, text_of(bulletin), {}, readers)
    assert fresh(bulletin).report_to == "县长、分管农业副县长。"
    bulletin = issue(county, bulletin)
    told = Notice.objects.get(news="paper")
    assert (told.person, told.url) == (county.vice, bulletin.get_absolute_url())
    assert told.words == f"{bulletin.number}已送分管农业副县长阅示。"


def test_the_leader_who_asked_is_always_among_the_readers(county):
    bulletin = answer(county)
    with pytest.raises(Barred, match="“送阅领导”里不能没有县长"):
        actions.edit(county.officer, bulletin, text_of(bulletin), {}, [county.vice])
    with pytest.raises(Barred, match="不是县领导"):
        actions.edit(county.officer, bulletin, text_of(bulletin), {}, [county.magistrate, county.water_head])


def test_a_typed_address_is_not_overwritten(county):
    bulletin = answer(county)
    typed = text_of(bulletin) | {"report_to": "县长、市委督查室。"}
    actions.edit(county.officer, bulletin, typed, {}, [county.magistrate, county.vice])
    assert fresh(bulletin).report_to == "县长、市委督查室。"


def test_a_leader_without_an_account_gets_it_on_paper(county):
    word = county.word(leader=None, leader_name="市委书记", level="city")
    record = county.instruction("accepted", word=word)
    bulletin = issue(county, answer(county, record))
    assert bulletin.report_to == "市委书记。"
    assert not Receipt.objects.exists()
    owed = Duty.objects.get(matter=record.matter, done_at=None)
    assert (owed.step, owed.holder_person) == (READ, county.officer)


def test_what_meanwhile_needs_no_answer_is_not_signed(county):
    record = county.instruction("accepted")
    bulletin = answer(county, record)
    actions.submit(county.officer, bulletin)
    actions.check(county.colleague, bulletin)
    instructing.present(record, "督查专报2026年第9期", timezone.now())
    with pytest.raises(Barred, match="现在是“已呈报”，不再等待呈报第1轮批示"):
        actions.sign(county.director, bulletin)
    assert fresh(bulletin).state == flow.CHECKED


def test_what_was_presented_while_it_was_being_set_is_issued_all_the_same(county):
    record = county.instruction("accepted")
    bulletin = answer(county, record)
    actions.submit(county.officer, bulletin)
    actions.check(county.colleague, bulletin)
    actions.sign(county.director, bulletin)
    instructing.present(record, "纸质专报", timezone.now())
    render_issue(fresh(bulletin).rendering.pk)
    assert fresh(bulletin).state == flow.ISSUED
    assert Receipt.objects.get().person == county.magistrate


def test_specials_are_numbered_by_themselves(county, signed):
    bulletin = issue(county, answer(county))
    assert bulletin.number == f"督查专报{bulletin.year}年第1期（总第1期）"


def test_reading_is_recorded_once(county):
    bulletin = issue(county, answer(county))
    assert actions.read(county.magistrate, bulletin)
    first = Receipt.objects.get().read_at
    assert not actions.read(county.magistrate, bulletin)
    assert not actions.read(county.director, bulletin)
    assert Receipt.objects.get().read_at == first
