from bureau.matters.views.desk_only import DeskOnly as AnyDeskOnly
from bureau.org.posts import Function


class DeskOnly(AnyDeskOnly):
    """Pages of who raises suggestions: all desks of the bureau."""

    function: str = Function.SUGGESTIONS
