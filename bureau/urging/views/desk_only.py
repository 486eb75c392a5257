from django.contrib.auth.mixins import AccessMixin
from django.http import Http404


class DeskOnly(AccessMixin):
    """Pages of the bureau's desks; for everybody else they do not exist."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.of_the_bureau:
            raise Http404
        return super().dispatch(request, *args, **kwargs)
