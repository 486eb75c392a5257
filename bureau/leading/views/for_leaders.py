from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from bureau.matters.views.acting import Acting
from bureau.org.posts import Post

METHODS = ["get", "head", "options", "post"]


class ForLeaders(Acting):
    """Pages of a county leader, or of who acts in their name (`?for=`); for everybody else they do not exist."""

    http_method_names = METHODS

    def dispatch(self, request, *args, **kwargs):
        if request.method.lower() in METHODS and not self.leads:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @property
    def leads(self) -> bool:
        return self.actor.holds(Post.LEADER) and not self.request.user.is_administrator

    def way(self, name: str, *args, **query) -> str:
        """The address of one of these pages, in the same name."""
        if self.actor.lent:
            query["for"] = self.actor.pk
        return reverse(f"leading:{name}", args=args) + (f"?{urlencode(query)}" if query else "")

    def frame(self, **context) -> dict:
        """What all these pages show: in whose name, and how an address of theirs goes on."""
        lent = self.actor.lent
        return {
            "leader": self.actor,
            "principal": self.actor if lent else None,
            "for_whom": f"?for={self.actor.pk}" if lent else "",
            "and_for_whom": f"&for={self.actor.pk}" if lent else "",
            **context,
        }
