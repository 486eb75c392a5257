from functools import cached_property
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from bureau.matters.models import Matter
from bureau.pages.form_page import FormPage
from bureau.vault.models import Identity
from bureau.vault.opening import may_open


class OfIdentity(FormPage):
    """A page about one identity, for who may open it; else 404."""

    def find(self) -> Any:
        return self.found(self.kwargs["key"])

    def found(self, key: Any) -> Identity:
        named = ("matter__officer", "received_by__unit")
        identity = get_object_or_404(Identity.objects.select_related(*named), key=key)
        if not may_open(self.request.user, identity):
            raise Http404
        return identity

    @property
    def identity(self) -> Identity:
        return self.record

    def place(self) -> str:
        return f"{self.identity.matter.kind}:list" if self.matter_seen else ""

    @cached_property
    def matter_seen(self) -> bool:
        """Whether they see the matter as well; who was only permitted to look may not."""
        return Matter.objects.visible_to(self.request.user).filter(pk=self.identity.matter_id).exists()

    def context(self, form: Any) -> dict:
        return {"identity": self.identity, "matter": self.identity.matter}
