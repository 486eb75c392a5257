"""Meetings that the bureau attended: one whose minutes came and of which something is not registered, and one whose minutes are
late."""

from dataclasses import dataclass

from bureau.demo.scene import Scene
from bureau.demo.tale import Act
from directives.actions import sittings
from directives.models import Directive, Sitting, Source


@dataclass(frozen=True)
class Attended:
    """`day`, `minutes_by`: working days. `found`: of what was noted the titles it was registered under, in order; empty: it
    is not registered yet. `came`: when the minutes with the number `number` did."""

    day: int
    kind: Sitting.Kind
    name: str
    agenda: str
    expected: tuple[str, ...]
    minutes_by: int
    attendees: tuple[str, ...]
    officer: str = "officer1"
    number: str = ""
    came: int | None = None
    found: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """As errors name it."""
        return f"{self.kind.label}{self.name}"


class AttendedScene(Scene):
    model = Sitting

    def __init__(self, cast, days, tale: Attended, place: float):
        super().__init__(cast, days, tale, tale.officer, place)

    @property
    def acts(self) -> list:
        acts = [Act(self.tale.day, AttendedScene.enter)]
        return acts if self.tale.came is None else [*acts, Act(self.tale.came, AttendedScene.compare)]

    def enter(self) -> None:
        tale = self.tale
        made = sittings.register_sitting(
            self.officer,
            [self.person(login) for login in tale.attendees],
            tale.expected,
            self.days.day(tale.minutes_by),
            kind=tale.kind,
            name=tale.name,
            held_on=self.days.day(tale.day),
            agenda=tale.agenda,
        )
        self.pk = made.pk

    def compare(self) -> None:
        """The minutes came: what was noted is ticked."""
        sitting = Sitting.objects.get(pk=self.pk)
        number = self.tale.number.format(year=sitting.held_on.year)
        minutes = Source.objects.get(kind=sitting.kind, number=number)
        sittings.minutes_came(self.officer, sitting, minutes)
        for expected, title in zip(sitting.expected.all(), self.tale.found, strict=False):
            if title:
                found = Directive.objects.get(matter__title=title)
                sittings.tick(self.officer, expected, found, None)


ATTENDED = (
    Attended(
        -4,
        Sitting.Kind.EXECUTIVE,
        "第6次",
        "城乡供水一体化；县城内涝治理；根治欠薪；城区停车管理；种粮大户补贴。",
        (
            "云台镇水厂扩建抓紧开工，县水利局牵头",
            "县城内涝点整治，疏浚管网18公里，县住建局牵头",
            "根治欠薪专项行动，县人社局牵头",
            "城区停车收费标准，县发改局拿方案，下次会议再议",
        ),
        minutes_by=-1,
        attendees=("director", "officer1"),
        number="〔{year}〕6号",
        came=-2,
        found=(
            "推进城乡供水一体化，云台镇水厂扩建开工",
            "完成县城内涝点整治，疏浚排水管网18公里",
            "组织开展根治欠薪专项行动",
        ),
    ),
    Attended(
        -12,
        Sitting.Kind.STANDING_COMMITTEE,
        "第21次",
        "三季度经济形势；干部作风；乡镇换届准备。",
        (
            "四季度重点项目开工率不低于90%，县发改局按周调度",
            "作风问题通报一次，由督查局会同县纪委办理",
        ),
        minutes_by=-6,
        attendees=("director", "officer1"),
    ),
)
