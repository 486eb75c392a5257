from django.contrib.auth.mixins import AccessMixin
from django.http import Http404

from bureau.matters.counting.readers import sees_figures


class Counted(AccessMixin):
    """Figures: pages for the desk of a function — of any, where none is named — and the county leaders; for everybody else they do
    not exist."""

    function = ""

    def dispatch(self, request, *args, **kwargs):
        if not sees_figures(request.user, self.function):
            raise Http404
        return super().dispatch(request, *args, **kwargs)
