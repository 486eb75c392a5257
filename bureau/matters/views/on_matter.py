from bureau.matters import cover
from bureau.matters.seen import news


class OnMatter:
    """For a `FormPage` whose record hangs on a matter: the form holds only for the matter as it was read."""

    def version(self):
        return self.record.matter.version

    def lock(self):
        cover.lock(self.record.matter.pk)
        return self.find()

    def news(self) -> str:
        return news(self.record.matter, self.request.user)
