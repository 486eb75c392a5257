from django.db.models import QuerySet

from bureau.matters.views import SeenList
from bureau.org.administrators import ForPosts
from bureau.org.posts import Post
from bureau.vault.filters import LineFilter
from bureau.vault.models import Line
from bureau.vault.tables import LineTable


class Lines(ForPosts, SeenList):
    """查看记录, for the director and the 审计管理员; for everybody else it does not exist."""

    posts = (Post.DIRECTOR, Post.AUDIT)
    model, table_class, filterset_class = Line, LineTable, LineFilter
    heading = export_name = "身份查看记录"
    template_name = "vault/lines.html"

    def get_queryset(self) -> QuerySet:
        return Line.objects.select_related("matter", "person__unit", "whom__unit")
