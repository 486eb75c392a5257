from bureau.matters.views.desk_only import DeskOnly as AnyDeskOnly
from bureau.org.posts import Function


class DeskOnly(AnyDeskOnly):
    """Pages of the desk of appraisal."""

    function: str = Function.APPRAISAL
