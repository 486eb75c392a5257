from django.contrib.auth.mixins import AccessMixin
from django.http import Http404

from bureau.org.posts import Function


class DeskOnly(AccessMixin):
    """Pages of the function's desk; for everybody else they do not exist."""

    def dispatch(self, request, *args, **kwargs):
        if Function.DIRECTIVES not in request.user.functions:
            raise Http404
        return super().dispatch(request, *args, **kwargs)
