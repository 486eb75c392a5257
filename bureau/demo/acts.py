"""What units and the bureau do with a dispatched matter, as lines of a tale. A unit not named is the lead."""

from decimal import Decimal

from bureau.demo.tale import Act
from bureau.matters.models import Reply
from bureau.matters.parts import assignments, replies


def signed(day: int, unit: str = "") -> Act:
    return Act(day, lambda scene: assignments.sign(scene.liaison(unit), scene.part(unit)))


def replied(day: int, percent: int | None, text: str, unit: str = "", files=(), **told) -> Act:
    """反馈进展; where the unit's head countersigns, `countersigned` sends it. `told`: of the number to reach, of the stage."""

    def play(scene):
        kept = scene.keep(files, text, unit)
        measured = measure(**told)
        return assignments.reply(scene.liaison(unit), scene.part(unit), text, percent, kept, **measured)

    return Act(day, play)


def measure(value: str = "", why: str = "", reached: bool = False) -> dict:
    number = {"value": Decimal(value), "why": why} if value else {}
    return number | ({"reached": True} if reached else {})


def finished(day: int, unit: str, text: str, files=()) -> Act:
    """报协办完成."""

    def play(scene):
        return assignments.finish(scene.liaison(unit), scene.part(unit), text, scene.keep(files, text, unit))

    return Act(day, play)


def countersigned(day: int, unit: str = "") -> Act:
    """审签报送 of whatever the liaison drafted last."""

    def play(scene):
        answer = scene.reply(unit)
        if answer.kind == Reply.Kind.FINAL and answer.assignment.is_lead:
            return scene.verbs.countersign_report(scene.head(unit), scene.record)
        return replies.countersign(scene.head(unit), answer)

    return Act(day, play)


def accepted(day: int, remark: str = "", unit: str = "") -> Act:
    return Act(day, lambda scene: replies.accept(scene.officer, scene.reply(unit), remark))


def accepted_by_lead(day: int, unit: str, remark: str = "") -> Act:
    """The lead judges a co-unit's part."""
    return Act(day, lambda scene: replies.accept(scene.liaison(), scene.reply(unit), remark))


def answered_back(day: int, remark: str, unit: str = "") -> Act:
    """退回补报."""
    return Act(day, lambda scene: replies.send_back(scene.officer, scene.reply(unit), remark))


def urged(day: int, remark: str, unit: str = "") -> Act:
    return Act(day, lambda scene: assignments.urge(scene.officer, scene.part(unit), remark))


def asked_time(day: int, until: int, text: str, progress: str) -> Act:
    """申请延期 to the working day `until`."""

    def play(scene):
        return assignments.ask_extension(scene.liaison(), scene.part(), text, progress, scene.days.day(until))

    return Act(day, play)


def granted_time(day: int, until: int, remark: str = "", by: str = "director") -> Act:
    def play(scene):
        return replies.grant_extension(scene.person(by), scene.reply(), scene.days.day(until), remark)

    return Act(day, play)


def refused_time(day: int, remark: str, by: str = "director") -> Act:
    return Act(day, lambda scene: replies.refuse_extension(scene.person(by), scene.reply(), remark))


def reported(day: int, text: str, files=(), value="") -> Act:
    """报送办结报告; where the head countersigns, `countersigned` sends it. `value`: of the number to reach."""

    def play(scene):
        lead, kept = scene.part(), scene.keep(files, text)
        verb = scene.verbs.draft_report if lead.unit.countersigns else scene.verbs.report
        return verb(scene.liaison(), scene.record, text, kept, **measure(value))

    return Act(day, play)


def closed(day: int, remark: str = "") -> Act:
    return Act(day, lambda scene: scene.verbs.close(scene.officer, scene.record, remark))


def returned(day: int, reason: str) -> Act:
    """退回重办."""
    return Act(day, lambda scene: scene.verbs.send_back(scene.officer, scene.record, reason))


def suspended(day: int, reason: str) -> Act:
    return Act(day, lambda scene: scene.verbs.suspend(scene.person("director"), scene.record, reason))


def resumed(day: int, remark: str) -> Act:
    return Act(day, lambda scene: scene.verbs.resume(scene.person("director"), scene.record, remark))


def voided(day: int, reason: str) -> Act:
    """By a bureau leader once it is numbered, by the desk before."""

    def play(scene):
        record = scene.record
        person = scene.person("director") if record.matter.number else scene.officer
        return scene.verbs.void(person, record, reason)

    return Act(day, play)


def reopened(day: int, until: int, reason: str) -> Act:
    def play(scene):
        until_day = scene.days.day(until)
        return scene.verbs.reopen(scene.person("director"), scene.record, reason, until_day)

    return Act(day, play)


def declined(day: int, reason: str) -> Act:
    """退回修改 by the bureau leader, before it is numbered."""
    return Act(day, lambda scene: scene.verbs.decline(scene.person("director"), scene.record, reason))
