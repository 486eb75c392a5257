from django.contrib.auth.mixins import AccessMixin
from django.http import Http404


class DeskOnly(AccessMixin):
    """Pages of a function's desk; for everybody else they do not exist. A room names its `function`."""

    function = ""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.sits_at(self.function):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class BureauOnly(AccessMixin):
    """Pages of the bureau, whatever desk one sits at; for everybody else they do not exist."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.of_the_bureau:
            raise Http404
        return super().dispatch(request, *args, **kwargs)
