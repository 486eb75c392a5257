"""What the bureau does with a leader's word, as lines of a tale."""

from bureau.demo.acts import signed
from bureau.demo.cast import BUREAU
from bureau.demo.tale import Act
from instructions import actions
from instructions.models import Shown


def filed(day: int, remark: str = "") -> Act:
    """存阅."""
    return Act(day, lambda scene: actions.file(scene.officer, scene.record, remark))


def handled(day: int, lead: str = "", co: tuple[str, ...] = (), due: int | None = None, **words) -> tuple:
    """Proposed, approved and signed for on one day. `words`: those of `proposed`; `remark` and `by` of the approval;
    `unsigned`: units that have not signed for it."""
    remark, by = words.pop("remark", ""), words.pop("by", "director")
    unsigned = ("", *words.pop("unsigned", ()))
    signatures = [signed(day, unit) for unit in (lead, *co) if unit not in unsigned]
    return (proposed(day, lead, co, due, **words), approved(day, remark, by), *signatures)


def proposed(day, lead="", co=(), due=None, *, told="", asked="", opinion="", original=False) -> Act:
    """拟办: to this lead, or the bureau does it itself. `told`: the units' 摘要; `original`: they read the words."""

    def play(scene):
        units = scene.cast.units
        plan = {
            "self_handled": not lead,
            "lead": units[lead] if lead else None,
            "co": [units[name] for name in co],
            "due": None if due is None else scene.days.day(due),
            "shown": Shown.ORIGINAL if original else Shown.SUMMARY,
        }
        words = {"summary": told, "asked": asked, "opinion": opinion or usual(lead, co)}
        return actions.propose(scene.officer, scene.record, **plan, **words)

    return Act(day, play)


def usual(lead: str, co: tuple[str, ...]) -> str:
    """What a proposal says where there is nothing special to say."""
    if not lead:
        return "拟由督查局自办，核查结果直接报告。"
    return f"拟请{lead}牵头" + (f"，{'、'.join(co)}配合" if co else "") + "，督查室跟踪督办。"


def approved(day: int, remark: str = "", by: str = "director") -> Act:
    return Act(day, lambda scene: actions.approve(scene.person(by), scene.record, remark))


def self_reported(day: int, text: str, files=()) -> Act:
    def play(scene):
        return actions.self_report(scene.officer, scene.record, text, scene.keep(files, text, BUREAU))

    return Act(day, play)


def self_returned(day: int, reason: str) -> Act:
    return Act(day, lambda scene: actions.self_return(scene.person("director"), scene.record, reason))


def verified(day: int, remark: str = "") -> Act:
    """审核通过，呈报领导; what the bureau did itself is verified by its leader."""

    def play(scene):
        record = scene.record
        return actions.accept(
            scene.person("director") if record.self_handled else scene.officer, record, remark
        )

    return Act(day, play)
