"""The kinds of rule, by name; and a rule as a document declares it."""

from collections.abc import Mapping
from typing import Any

from ..building import build
from ..faults import Place
from ..numbers import told
from .awards import Capped
from .ballots import Evaluation
from .base import Rule
from .compared import Best, LoHi
from .events import Count, Deduct
from .formula import Formula
from .improved import Improvement
from .judged import Judged
from .mixed import Mixed
from .panel import Panel
from .ranked import Ranks
from .ratio import Converted, Ratio
from .steps import Gap, Less, Reach
from .tiers import AllOrNothing, Classes, Tiers
from .votes import VoteTiers

KINDS: tuple[type[Rule], ...] = (
    Ratio,
    Mixed,
    Converted,
    Reach,
    Less,
    Gap,
    Tiers,
    VoteTiers,
    AllOrNothing,
    Classes,
    Deduct,
    Count,
    Capped,
    Best,
    LoHi,
    Ranks,
    Evaluation,
    Panel,
    Improvement,
    Formula,
    Judged,
)
RULES: dict[str, type[Rule]] = {kind.kind: kind for kind in KINDS}


def build_rule(raw: Any, place: Place) -> Rule | None:
    """The rule, or None where something is wrong with it; what, stands at `place`."""
    if not isinstance(raw, Mapping):
        place.says(f"规则应为一组名称和值，现为 {told(raw)}")
        return None
    kind = raw.get("kind")
    if not isinstance(kind, str) or kind not in RULES:
        place.says(f"不认识规则 {told(kind)}，应为 {'、'.join(RULES)} 之一")
        return None
    declared = {name: value for name, value in raw.items() if name != "kind"}
    return build(RULES[kind], declared, place.at(f"规则 {kind}"))
