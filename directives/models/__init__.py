from directives.models.directive import Cadence, Directive
from directives.models.goal import Goal, Reported
from directives.models.intake import Intake
from directives.models.sitting import UNREGISTERED, Expected, Sitting
from directives.models.source import PAPERS, Source

__all__ = [
    "PAPERS",
    "UNREGISTERED",
    "Cadence",
    "Directive",
    "Expected",
    "Goal",
    "Intake",
    "Reported",
    "Sitting",
    "Source",
]
