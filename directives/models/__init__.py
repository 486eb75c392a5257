from directives.models.directive import Cadence, Directive
from directives.models.intake import Intake
from directives.models.source import PAPERS, Source

__all__ = ["PAPERS", "Cadence", "Directive", "Intake", "Source"]
