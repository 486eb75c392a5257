"""A visit on site on the stage, and what its team does, as lines of a tale."""

from uuid import UUID, uuid5

from bureau.demo import files
from bureau.demo.scene import Scene
from bureau.demo.tale import Act, Visit, flat
from bureau.matters.models import Contest
from bureau.matters.parts import assignments
from bureau.matters.service import contesting, serving
from directives.actions import approve, close, dispatch, propose, report
from directives.inspections import actions
from directives.inspections.models import Inspection, Target
from directives.models import Directive

SPACE = UUID("6f0c1a52-3c0e-4a57-9d5e-0b6b0f3f1d11")  # of the keys that the demo's telephones gave


class VisitedScene(Scene):
    model, verbs = Inspection, actions

    def __init__(self, cast, days, tale: Visit, place: float):
        super().__init__(cast, days, tale, tale.officer, place)

    @property
    def acts(self) -> list:
        """By their days: what is told of one target stands together in the tale, and beside what befalls another."""
        told = sorted(flat(self.tale.acts), key=lambda act: act.day)
        return [Act(self.tale.day, VisitedScene.plan), *told]

    def plan(self) -> None:
        tale, day = self.tale, self.days.day
        followed = Inspection.objects.filter(matter__title=tale.follows).first() if tale.follows else None
        made = actions.register(
            self.officer,
            actions.Plan(
                title=tale.title,
                type=tale.type,
                methods=tale.methods,
                content=tale.content,
                targets=tuple(self.cast.units[name] for name in tale.targets),
                begins_on=day(tale.begins),
                ends_on=day(tale.ends),
                head=self.person(tale.head),
                members=tuple(self.person(login) for login in tale.members),
                approver=self.person("magistrate"),
                unannounced=tale.unannounced,
                items=tale.items,
                overlap_reason=tale.overlap_reason,
                follows=followed,
            ),
        )
        self.pk = made.pk

    def target(self, unit: str) -> Target:
        found = Target.objects.select_related("inspection__matter", "assignment__unit", "service")
        return found.get(inspection=self.pk, assignment__unit__short=unit)


def planned(day: int) -> tuple:
    """提请, and approved by the magistrate."""
    return (
        Act(day, lambda scene: actions.propose(scene.officer, scene.record)),
        Act(day, lambda scene: actions.approve(scene.person("magistrate"), scene.record, "同意。")),
    )


def begun(day: int) -> Act:
    return Act(day, lambda scene: actions.begin(scene.officer, scene.record))


def seen(day: int, unit: str, kind: str, words: str, place: str = "", item: int = 0, photo: str = "") -> Act:
    """Written down by the first of the team, with a photo where one was taken. `item`: its number on the checklist."""

    def play(scene):
        target = scene.target(unit)
        actions.record(
            scene.person(scene.tale.members[0]),
            target,
            key=uuid5(SPACE, f"{scene.tale.title}{unit}{words}"),
            kind=kind,
            words=words,
            place=place,
            item=target.inspection.items.filter(ordinal=item).first(),
            photos=[files.keep(photo, words, scene.cast.units[unit])] if photo else [],
        )

    return Act(day, play)


def signed_there(day: int, unit: str, signer: str, remark: str = "") -> Act:
    def play(scene):
        picture = [files.keep("签字.png", signer, scene.cast.units[unit])]
        key = uuid5(SPACE, f"{scene.tale.title}{unit}{signer}")
        who = scene.person(scene.tale.members[0])
        actions.sign_record(who, scene.target(unit), key, signer, picture, remark)

    return Act(day, play)


def finished(day: int) -> Act:
    return Act(day, lambda scene: actions.finish(scene.officer, scene.record))


def concluded(day: int, unit: str, facts: str, evidence: str, opinion: str, signed_on: int = 0) -> tuple:
    """Drafted by the officer, signed by the director; the unit signs for it on the next working day."""
    signed_on = signed_on or day + 1

    def receive(scene):
        serving.receive(scene.liaison(unit), scene.target(unit).service)

    return (
        Act(day, lambda scene: actions.draft(scene.officer, scene.target(unit), facts, evidence, opinion)),
        Act(signed_on, lambda scene: actions.sign(scene.person("director"), scene.target(unit))),
        Act(signed_on, receive),
    )


def contested(day: int, unit: str, text: str) -> Act:
    """申请复核 by the unit."""
    return Act(
        day, lambda scene: contesting.apply_review(scene.liaison(unit), scene.target(unit).service, text)
    )


def decided(day: int, unit: str, outcome: str, reason: str) -> Act:
    """By the magistrate: both bureau leaders took part."""

    def play(scene):
        contest = Contest.objects.select_related("service__matter", "service__assignment__unit").get(
            service=scene.target(unit).service, state=Contest.State.WAITING
        )
        contesting.decide(scene.person("magistrate"), contest, outcome, reason)
        serving.receive(scene.liaison(unit), contest.answer)

    return Act(day, play)


def supervised(day: int, unit: str, title: str, lead: str, due: int) -> tuple:
    """The first problem becomes a directive, which is approved and dispatched by the day after."""

    def play(scene):
        target = scene.target(unit)
        finding = target.findings.filter(kind="problem").first()
        actions.supervise(scene.officer, target, finding, title, scene.cast.units[lead], scene.days.day(due))

    def give_out(scene):
        directive = Directive.objects.select_related("matter__officer", "source").get(matter__title=title)
        propose(scene.officer, directive)
        approve(scene.person("director"), anew(directive))
        dispatch(scene.officer, anew(directive))

    return (Act(day, play), Act(day + 1, give_out))


def settled(day: int, title: str, text: str, closed_on: int, remark: str) -> tuple:
    """What it became a directive of is signed for and reported by the unit, and closed."""

    def begun(scene) -> Directive:
        return Directive.objects.select_related("matter__officer", "source").get(matter__title=title)

    def report_it(scene):
        directive = begun(scene)
        part = directive.matter.assignments.select_related("unit", "matter").get(role="lead")
        report(scene.liaison(part.unit.short), directive, text)

    def sign_it(scene):
        part = begun(scene).matter.assignments.select_related("unit", "matter").get(role="lead")
        assignments.sign(scene.liaison(part.unit.short), part)

    return (
        Act(day, sign_it),
        Act(day, report_it),
        Act(closed_on, lambda scene: close(scene.officer, begun(scene), remark)),
    )


def anew(directive: Directive) -> Directive:
    return Directive.objects.select_related("matter__officer", "source").get(pk=directive.pk)


def verified(day: int, unit: str, outcome: str, words: str) -> Act:
    def play(scene):
        target = scene.target(unit)
        finding = target.findings.filter(kind="problem").first()
        actions.verify(scene.person(scene.tale.members[0]), target, finding, outcome, words)

    return Act(day, play)


def used(day: int, unit: str, kind: str, reason: str, approved_on: int, carried_out: str = "") -> tuple:
    """结果运用: proposed, approved, and what was made of it."""

    def of(scene):
        return scene.target(unit).uses.get(kind=kind)

    acts = [
        Act(day, lambda scene: actions.propose_use(scene.officer, scene.target(unit), kind, reason)),
        Act(approved_on, lambda scene: actions.approve_use(scene.person("magistrate"), of(scene))),
    ]
    if carried_out:
        acts.append(
            Act(approved_on, lambda scene: actions.carry_out_use(scene.officer, of(scene), carried_out))
        )
    return tuple(acts)


def closed(day: int, result: str) -> Act:
    return Act(day, lambda scene: actions.close(scene.officer, scene.record, result))
