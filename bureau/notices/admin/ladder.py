"""催办阶梯: the page of the one editable table. A rung moves no deadline, so there is nothing to foresee."""

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path

from bureau.notices.admin.ladder_grid import COLUMNS, LadderGrid
from bureau.notices.models import Rung
from bureau.org.admin.base import OrgAdmin, one_at_a_time
from bureau.org.admin.site import administration


@admin.register(Rung, site=administration)
class LadderAdmin(OrgAdmin):
    about = "到期前后几天提醒，逾期几天建议催办、督办、红牌"

    def has_add_permission(self, request):
        return False

    def get_urls(self):
        return [path("", self.admin_site.admin_view(self.grid), name="notices_rung_changelist")]

    @transaction.atomic
    def grid(self, request):
        if request.method == "POST":
            one_at_a_time(Rung)
        grid = LadderGrid(request.POST or None)
        if grid.is_valid():
            self._record(request, grid.save())
            return HttpResponseRedirect(request.get_full_path())
        return TemplateResponse(request, "admin/notices/rung/grid.html", self._context(request, grid))

    def _context(self, request, grid):
        return {
            **self.admin_site.each_context(request),
            "title": "催办阶梯",
            "opts": self.opts,
            "grid": grid,
            "columns": [word for _, word in COLUMNS],
        }

    def _record(self, request, changes):
        if not changes:
            self.message_user(request, "没有改动。", messages.INFO)
            return
        self.log_table(request, "催办阶梯", changes)
        done = f"已保存 {len(changes)} 处改动，办理时限一个也没有变；已经告知过的不再告知。"
        self.message_user(request, done, messages.SUCCESS)
