from directives.inspections.models.finding import Finding, Signature, Verification
from directives.inspections.models.inspection import CheckItem, Inspection, Method, Type
from directives.inspections.models.target import Target
from directives.inspections.models.use import Use

__all__ = [
    "CheckItem",
    "Finding",
    "Inspection",
    "Method",
    "Signature",
    "Target",
    "Type",
    "Use",
    "Verification",
]
