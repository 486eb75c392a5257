from django.contrib.auth.mixins import AccessMixin
from django.http import Http404


class DeskOnly(AccessMixin):
    """Pages of a function's desk; for everybody else they do not exist. A room names its `function`."""

    function = ""

    def dispatch(self, request, *args, **kwargs):
        if self.function not in request.user.functions:
            raise Http404
        return super().dispatch(request, *args, **kwargs)
