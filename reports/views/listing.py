from bureau.matters.counting.readers import sees_figures
from bureau.matters.views import SeenList
from bureau.org.posts import Post
from reports.filters import BulletinFilter
from reports.models import Bulletin
from reports.policy import at_the_desk
from reports.tables import BulletinTable


class BulletinList(SeenList):
    """Issued bulletins for everybody; at the desk also what is being drafted; also as Excel."""

    model = Bulletin
    heading = "通报与专报"
    export_name = "通报专报登记簿"
    template_name = "reports/list.html"
    table_class = BulletinTable
    filterset_class = BulletinFilter

    def get_context_data(self, **kwargs):
        person = self.request.user
        return super().get_context_data(
            may_draft=at_the_desk(person),
            counted=sees_figures(person),
            heads_bureau=person.holds(Post.DIRECTOR),
            **Bulletin.objects.to_do(person),
            **kwargs,
        )
