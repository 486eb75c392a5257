from functools import cached_property
from typing import Any

from bureau.matters import cover
from bureau.matters.access.watched import looked
from bureau.matters.models import Secrecy
from bureau.matters.seen import news
from bureau.pages.form_page import FormPage


class OnMatter(FormPage):
    """A `FormPage` whose record hangs on a matter: the form holds only for the matter as it was read."""

    @cached_property
    def record(self) -> Any:
        found = self.find()
        looked(found.matter)
        return found

    def version(self) -> object:
        return self.record.matter.version

    def lock(self) -> Any:
        cover.lock(self.record.matter.pk)
        return self.find()

    def secret(self) -> bool:
        return self.record.matter.secrecy == Secrecy.SEALED

    def news(self) -> str:
        return news(self.record.matter, self.request.user)
