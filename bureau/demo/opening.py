"""How every decision begins: registered, put up, approved, dispatched, signed for."""

from datetime import date

from django.utils import timezone

from bureau.demo import originals
from bureau.demo.acts import signed
from bureau.demo.tale import Act
from bureau.matters.models import Secrecy
from directives import actions
from directives.models import Source
from directives.stages import read_stages
from directives.targets import Target, read_target


def opening(scene) -> list[Act]:
    """The acts up to `tale.reaches`: two working days from the paper to the units, or halfway there by now."""
    first = scene.paper.date + 1
    road = {
        "draft": (first,),
        "proposed": (first, -1),
        "approved": (first, -2, -1),
        "dispatched": (first, first, first + 1, first + 2),
    }
    acts = [Act(day, play) for day, play in zip(road[scene.tale.reaches], STEPS, strict=False)]
    if scene.tale.reaches != "dispatched":
        return acts
    return acts + signing(scene, first + 2)


def signing(scene, day: int) -> list[Act]:
    """The lead signs on the day of dispatch, the others on the next one, if that lies before today."""
    late = min(day + 1, -1)
    signers = [(day, scene.tale.lead), *((late, unit) for unit in scene.co)]
    return [signed(when, unit) for when, unit in signers if unit not in scene.tale.unsigned]


def register(scene):
    directive = actions.register(scene.officer, source_of(scene), scene.ordinal, decision(scene))
    scene.pk = directive.pk
    return directive


STEPS = (
    register,
    lambda scene: actions.propose(scene.officer, scene.record),
    lambda scene: actions.approve(scene.person(scene.paper.approver), scene.record),
    lambda scene: actions.dispatch(scene.officer, scene.record),
)


def source_of(scene) -> Source:
    """The paper, entered with its first decision; what the people say comes without a file."""
    paper, day = scene.paper, scene.days.day(scene.paper.date)
    source, is_new = Source.objects.get_or_create(
        kind=paper.kind,
        number=paper.number.format(year=day.year),
        title=paper.title.format(year=day.year),
        defaults={
            "organ": paper.organ,
            "date": day,
            "channel": paper.channel,
            "heard": paper.heard,
            "registered_by": scene.officer,
            "registered_at": timezone.now(),
        },
    )
    if is_new and not paper.channel:
        originals.bring(scene.officer, source, [passage(scene, tale) for tale in paper.tales])
    return source


def decision(scene) -> actions.Decision:
    tale, units = scene.tale, scene.cast.units
    return actions.Decision(
        title=title_of(scene, tale),
        lead=units[tale.lead],
        co=tuple(units[name] for name in scene.co),
        due=due_of(scene, tale),
        urgency=tale.urgency,
        recurring=bool(tale.every),
        cadence=tale.every,
        category=tale.category,
        leader=tale.leader,
        passage=passage(scene, tale),
        secrecy=Secrecy.SEALED if tale.sealed else Secrecy.NORMAL,
        goal=goal(scene),
        stages=read_stages(lines(scene, tale.stages), scene.days.day(scene.paper.date), due_of(scene, tale)),
    )


def title_of(scene, tale) -> str:
    return tale.title.format(year=scene.days.day(scene.paper.date).year)


def due_of(scene, tale) -> date | None:
    return None if tale.due is None else scene.days.day(tale.due)


def goal(scene) -> Target | None:
    """The number to reach, as an officer types it."""
    tale = scene.tale
    return read_target(tale.goal, tale.base, lines(scene, tale.plan), scene.days.day(scene.paper.date))


def lines(scene, dated: tuple[tuple[int, str], ...]) -> str:
    return "\n".join(f"{scene.days.day(day)} {words}" for day, words in dated)


def passage(scene, tale) -> str:
    """The words of the paper, as minutes put them."""
    due = due_of(scene, tale)
    co = f"；责任单位：{'、'.join(tale.co)}" if tale.co else ""
    limit = f"；完成时限：{due.year}年{due.month}月{due.day}日" if due else ""
    limit = limit or ("；完成时限：长期坚持" if tale.every else "")
    return f"{title_of(scene, tale)}。（牵头单位：{tale.lead}{co}{limit}）"
