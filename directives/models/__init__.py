from directives.models.directive import Cadence, Directive
from directives.models.intake import Intake
from directives.models.source import Source

__all__ = ["Cadence", "Directive", "Intake", "Source"]
