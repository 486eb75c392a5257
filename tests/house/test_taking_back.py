"""撤回: every step of the house says who takes it back until when, or why nobody does."""

from itertools import chain

from accountability.flow.sanctions import SANCTION_FLOW, TOLERANCE_FLOW
from accountability.flow.subjects import SUBJECT_FLOW
from bureau.matters.flow import VERBS, Flow, Step
from bureau.matters.inside.steps import TASK
from bureau.matters.parts.steps import ASSIGNMENT, REPLY_FLOW
from bureau.matters.rooms import rooms
from bureau.matters.service.steps import CONTEST, SERVICE
from bureau.urging.flow import FLOW as URGING
from directives.inspections.flow import TARGET_FLOW, USE_FLOW
from reports.flow import FLOW as BULLETINS

MENDED = "mended by the same step once more"
TOLD = "units were told at once and act on it; what was wrong is mended by another step"
SAID = "the complainant was told, or is at once; what was wrong is mended by another step"
JUDGED = "a verdict: who was judged was told at once, and goes on from it"
DROPPED = "what was made is dropped by its own step (作废, 废弃), with its line"
UNDOES = "takes back, resumes or refuses: the step itself is taken again"
BY_ITSELF = "follows from another step"
FROZEN = "numbered and frozen; a mistake is mended by another issue"
ONCE = "it says so before it is sent: once, and not changed"
SERVED = "served and frozen; who it is served on may contest it"
DRAFT = "a drafted report is taken back as a reply (reply.take_back)"

# Why nobody takes it back: one row a step; what is missing here and taken back by none fails.
STAYS = {
    "directives.register": DROPPED,
    "directives.edit": MENDED,
    "directives.take_back": UNDOES,
    "directives.decline": JUDGED,
    "directives.approve": "numbered; before it is given out it is voided, its number kept",
    "directives.dispatch": TOLD,
    "directives.set_goal": MENDED,
    "directives.correct": MENDED,
    "directives.draft_report": DRAFT,
    "directives.take_back_report": UNDOES,
    "directives.close": JUDGED + "; what rebounds is reopened",
    "directives.return": JUDGED,
    "directives.suspend": "taken back by 恢复办理",
    "directives.resume": UNDOES,
    "directives.reopen": TOLD,
    "directives.void": "it says so: 作废后不能恢复",
    "suggestions.register": DROPPED,
    "suggestions.edit": MENDED,
    "suggestions.take_back": UNDOES,
    "suggestions.decline": JUDGED,
    "suggestions.approve": TOLD,
    "suggestions.take_back_answer": UNDOES,
    "suggestions.adopt": "that the paper was issued is a fact",
    "suggestions.close": JUDGED + "; a paper that comes later is registered all the same",
    "suggestions.return": JUDGED,
    "suggestions.suspend": "taken back by 恢复办理",
    "suggestions.resume": UNDOES,
    "suggestions.void": "it says so: 作废后不能恢复",
    "instructions.register": DROPPED,
    "instructions.edit": MENDED,
    "instructions.transcribe": "the ink stands beside it; a new word is another round",
    "instructions.take_back": UNDOES,
    "instructions.take_back_file": UNDOES,
    "instructions.decline": JUDGED,
    "instructions.approve": TOLD,
    "instructions.draft_report": DRAFT,
    "instructions.take_back_report": UNDOES,
    "instructions.take_back_self": UNDOES,
    "instructions.accept": JUDGED,
    "instructions.close": JUDGED + "; the leader's next word is the next round",
    "instructions.return": JUDGED,
    "instructions.self_return": JUDGED,
    "instructions.present": BY_ITSELF,
    "instructions.take_back_note": UNDOES,
    "instructions.withdraw": "the number is void; another word is another instruction",
    "instructions.withdraw_again": UNDOES,
    "instructions.suspend": "taken back by 恢复办理",
    "instructions.resume": UNDOES,
    "instructions.void": "it says so: 作废后不能恢复",
    "complaints.register": DROPPED,
    "complaints.edit": MENDED,
    "complaints.pass_on": TOLD,
    "complaints.note_added": "that it was read is a fact",
    "complaints.name_another": "corrected in the vault, with a line",
    "complaints.escalate": TOLD,
    "complaints.receive": DROPPED,
    "complaints.add": "the complainant's own word; what is new is added anew",
    "complaints.say": "the complainant's own word, said once",
    "complaints.accept": SAID,
    "complaints.ask_more": SAID,
    "complaints.supplied": "what the complainant added stands with the facts, which are mended (edit)",
    "complaints.give_up": "it is decided next, one way or the other",
    "complaints.refuse": SAID,
    "complaints.decline_refusal": JUDGED,
    "complaints.take_back_refusal": UNDOES,
    "complaints.deem": BY_ITSELF,
    "complaints.tell": SAID,
    "complaints.take_back_file": UNDOES,
    "complaints.merge": SAID,
    "complaints.recuse": "another decision is taken by the same step",
    "complaints.mark_malicious": JUDGED,
    "complaints.withdraw": "the complainant's own word; what is new is registered anew",
    "complaints.dispatch": TOLD,
    "complaints.redispatch": TOLD,
    "complaints.split": "the part is voided by its own step, its number kept",
    "complaints.supervise": "what was begun is voided in its own room, its number kept",
    "complaints.ask_explanation": SAID,
    "complaints.hear": "that an explanation came is a fact",
    "complaints.coordinate": "that it was held is a fact; what was agreed is owed",
    "complaints.carry_out": "that it was done is a fact",
    "complaints.draft_report": DRAFT,
    "complaints.take_back_report": UNDOES,
    "complaints.take_back_self": UNDOES,
    "complaints.conclude": JUDGED,
    "complaints.return": JUDGED,
    "complaints.self_return": JUDGED,
    "complaints.answer": SAID,
    "complaints.close": JUDGED + "; new facts reopen it",
    "complaints.call_back": "what the complainant said is a fact",
    "complaints.redo": TOLD,
    "complaints.explain": JUDGED + "; new facts reopen it",
    "complaints.reopen": TOLD,
    "complaints.suspend": "taken back by 恢复办理",
    "complaints.resume": UNDOES,
    "complaints.void": "it says so: 作废后不能恢复",
    "inspections.register": DROPPED,
    "inspections.edit": MENDED,
    "inspections.take_back": UNDOES,
    "inspections.decline": JUDGED,
    "inspections.approve": "numbered; before it begins it is cancelled, its number kept",
    "inspections.begin": "that they went is a fact",
    "inspections.finish": "what is still on a telephone may come; a conclusion is not owed back",
    "inspections.close": "it says what was done; another look is another activity (回头看)",
    "inspections.void": "not begun: it is planned anew",
    "target.record": "evidence is never changed: a later finding corrects it",
    "target.sign_record": "that they signed is a fact",
    "target.supervise": "what was begun is voided in its own room, its number kept",
    "target.verify": "that they went to look is a fact; the next look says how it is then",
    "target.take_back": UNDOES,
    "target.return": JUDGED,
    "target.sign": SERVED,
    "target.no_conclusion": "it says why; what comes up later is another activity",
    "target.follow_decision": BY_ITSELF,
    "target.propose_use": "declined by who approves, and then proposed anew",
    "use.approve": JUDGED,
    "use.decline": JUDGED + "; it may be proposed anew",
    "use.carry_out": "that it was done is a fact",
    "service.serve": SERVED,
    "service.receive": "that it was received is a fact, and time runs from it",
    "service.record_receipt": "that it was received is a fact, and time runs from it",
    "service.enter": "what came on paper is a fact",
    "contest.decide": SERVED,
    "contest.withdraw": UNDOES,
    "assignment.sign": "that it was received is a fact, and nobody decides on it",
    "accountability.register": DROPPED,
    "accountability.edit": MENDED,
    "accountability.involve": "who is found not to answer for it is left out (subject.leave_out)",
    "accountability.avoid": "who was told to keep out keeps out",
    "accountability.check": "a check that finds nothing ends in 不予问责",
    "accountability.replace": MENDED,
    "accountability.hold": "taken up by 受理并初核",
    "accountability.dismiss": JUDGED + "; new facts are another clue",
    "accountability.take_back_check": UNDOES,
    "accountability.return_check": JUDGED,
    "accountability.take_back_filing": UNDOES,
    "accountability.approve_filing": JUDGED,
    "accountability.decline_filing": JUDGED,
    "accountability.clear": JUDGED + "; new facts are another clue",
    "accountability.transfer": TOLD,
    "accountability.refer": FROZEN,
    "accountability.void": "it was entered by mistake",
    "accountability.appoint": MENDED,
    "accountability.gather": "evidence is only added; another piece contradicts it",
    "accountability.interview": "signed on paper by who was asked",
    "accountability.extend": ONCE,
    "accountability.take_back_report": UNDOES,
    "accountability.return_report": JUDGED,
    "accountability.accept_report": JUDGED,
    "accountability.deliberate": "what was voted is a fact",
    "accountability.follow": BY_ITSELF,
    "subject.leave_out": "new facts are another clue",
    "subject.find": MENDED,
    "subject.notify": SERVED,
    "subject.waive": "signed on paper by the subject",
    "subject.follow_case": BY_ITSELF,
    "subject.follow_plea": BY_ITSELF,
    "subject.resolve": "what was voted is a fact",
    "subject.spare": "what was voted is a fact",
    "subject.decide": SERVED,
    "subject.recommend": FROZEN,
    "subject.enter_decision": SERVED,
    "subject.enter_none": "what the other organ decided is a fact",
    "subject.follow_appeal": BY_ITSELF,
    "subject.set_anew": "as the appeal was decided",
    "subject.carried_out": BY_ITSELF,
    "subject.lift": SERVED,
    "subject.exempt": BY_ITSELF,
    "subject.hand_over": FROZEN,
    "subject.end": "new facts are another clue",
    "subject.apply_tolerance": "weighed as it was handed in",
    "sanction.hand_in": JUDGED,
    "sanction.rectify": "the directive is voided by its own step",
    "sanction.send_back": JUDGED,
    "sanction.accept": JUDGED,
    "sanction.execute": "that it was carried out is a fact",
    "tolerance.weigh": JUDGED,
    "assignment.urge": TOLD,
    "task.take_back": UNDOES,
    "task.return": JUDGED,
    "task.pass_on": MENDED,
    "task.withdraw": UNDOES,
    "reply.hand_back": JUDGED,
    "reply.accept": JUDGED,
    "reply.send_back": JUDGED,
    "reply.grant_extension": JUDGED,
    "reply.refuse_extension": JUDGED,
    "reply.uphold": JUDGED,
    "reply.reassign": TOLD,
    "reply.let_go": TOLD,
    "reply.take_back": UNDOES,
    "urging.waive": "the next rung proposes it again",
    "urging.take_back_answer": UNDOES,
    "urging.record_talk": ONCE,
    "urging.withdraw": "the number is void; what is still late is proposed again",
    "reports.create": DROPPED,
    "reports.create_answer": DROPPED,
    "reports.create_correction": DROPPED,
    "reports.edit": MENDED + "; every save is a version",
    "reports.insert": MENDED,
    "reports.edit_insert": MENDED,
    "reports.drop_insert": MENDED,
    "reports.address": MENDED,
    "reports.restore": MENDED,
    "reports.refresh": MENDED,
    "reports.take_back": UNDOES,
    "reports.take_back_check": UNDOES,
    "reports.discard": "it asks first: 废弃后不能找回",
    "reports.sign": FROZEN,
    "reports.send_back": JUDGED,
    "reports.issue": FROZEN,
    "reports.render_again": BY_ITSELF,
    "reports.answer": ONCE,
    "reports.withdraw_objection": UNDOES,
    "reports.uphold": JUDGED,
    "reports.dismiss": JUDGED,
}


def flows() -> list[Flow]:
    own = [TARGET_FLOW, USE_FLOW, SUBJECT_FLOW, SANCTION_FLOW, TOLERANCE_FLOW]
    return [
        *(room.flow for room in rooms()),
        *own,
        ASSIGNMENT,
        REPLY_FLOW,
        TASK,
        SERVICE,
        CONTEST,
        URGING,
        BULLETINS,
    ]


def steps() -> list[Step]:
    return list(chain.from_iterable(flow.steps for flow in flows()))


def taken_back() -> list[str]:
    return [undone.key for step in steps() for undone in step.takes_back]


def test_every_step_says_by_what_it_is_taken_back_or_why_it_stays():
    told = [*taken_back(), *STAYS]
    assert sorted(told) == sorted(step.key for step in steps())


def test_no_verb_takes_a_step_that_these_flows_do_not_hold():
    known = {step.key for step in steps()}
    assert {key for key in VERBS if not key.startswith("toys.")} == known


def test_what_takes_back_is_offered_as_a_button_and_says_what_will_happen():
    for step in steps():
        if step.takes_back:
            assert step.offered
            assert step.label.startswith("撤回")
            assert step.hint or step.asks
