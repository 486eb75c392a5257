from django_filters.views import FilterView
from django_tables2 import SingleTableMixin

from bureau.matters.counting.readers import sees_figures
from bureau.org.posts import Post
from bureau.pages.columns import Choosing
from bureau.pages.remembering import Remembering
from bureau.pages.tables import PAGED
from reports.filters import BulletinFilter
from reports.models import Bulletin
from reports.policy import at_the_desk
from reports.tables import BulletinTable


class BulletinList(Remembering, Choosing, SingleTableMixin, FilterView):
    """Issued bulletins for everybody; at the desk also what is being drafted."""

    template_name = "reports/list.html"
    table_class = BulletinTable
    filterset_class = BulletinFilter
    table_pagination = PAGED

    def get_queryset(self):
        return Bulletin.objects.visible_to(self.request.user)

    def get_table_kwargs(self):
        return {"request": self.request}

    def get_context_data(self, **kwargs):
        person = self.request.user
        return super().get_context_data(
            may_draft=at_the_desk(person),
            counted=sees_figures(person),
            heads_bureau=person.holds(Post.DIRECTOR),
            to_check=Bulletin.objects.to_check(person).count(),
            to_sign=Bulletin.objects.to_sign(person).count(),
            **kwargs,
        )
