from directives.models.directive import Cadence, Directive
from directives.models.goal import Goal, Reported
from directives.models.intake import Intake
from directives.models.source import Source

__all__ = ["Cadence", "Directive", "Goal", "Intake", "Reported", "Source"]
