from django.contrib import messages
from django.db.models import QuerySet
from django.shortcuts import redirect
from django.views import View

from bureau.matters.views import SeenList
from bureau.ops.audit.filters import AuditFilter
from bureau.ops.audit.tables import AuditTable
from bureau.org.administrators import ForPosts
from bureau.org.audit import checking
from bureau.org.models import AdminEntry
from bureau.org.posts import Post


class Lines(ForPosts, SeenList):
    """审计记录: for the 审计管理员 alone, who changes nothing; for everybody else it does not exist."""

    posts = (Post.AUDIT,)
    model, table_class, filterset_class = AdminEntry, AuditTable, AuditFilter
    heading = export_name = "审计记录"
    template_name = "ops/audit.html"

    def get_queryset(self) -> QuerySet:
        return AdminEntry.objects.select_related("actor", "person")


class Check(ForPosts, View):
    """Whether all lines are there and as they were written."""

    posts = (Post.AUDIT,)
    http_method_names = ["post"]

    def post(self, request):
        if found := checking.faults():
            messages.error(request, "".join(found))
        else:
            messages.success(request, "审计记录完整：没有改动、插入和缺失。")
        return redirect("audit:lines")
