"""办理时限: the page of the one editable table."""

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path

from bureau.matters.rooms import ROOMS, rooms
from bureau.notices.admin.foreseen import ForeseenAdmin
from bureau.notices.admin.limit_grid import COLUMNS, LimitGrid
from bureau.org.admin.base import one_at_a_time
from bureau.org.admin.site import administration
from bureau.org.models import Limit


@admin.register(Limit, site=administration)
class LimitAdmin(ForeseenAdmin):
    about = "每一步、每种缓急给多少时间"

    def has_add_permission(self, request):
        return False

    def get_urls(self):
        return [path("", self.admin_site.admin_view(self.grid_foreseen), name="org_limit_changelist")]

    def grid_foreseen(self, request):
        return self.foresee(request, lambda: self.grid(request))

    @transaction.atomic
    def grid(self, request):
        """Show the table of the room chosen by `?room=`, and write what was changed."""
        room = request.GET.get("room", "")
        room = room if room in ROOMS else ""
        if request.method == "POST":
            one_at_a_time(Limit)
        grid = LimitGrid(room, request.POST or None)
        if grid.is_valid():
            self._record(request, grid.save())
            return HttpResponseRedirect(request.get_full_path())
        return TemplateResponse(request, "admin/org/limit/grid.html", self._context(request, room, grid))

    def _context(self, request, room, grid):
        return {
            **self.admin_site.each_context(request),
            "title": "办理时限",
            "opts": self.opts,
            "grid": grid,
            "columns": [word for _, word in COLUMNS],
            "rooms": [("", "通用"), *((one.kind, one.label) for one in rooms())],
            "room": room,
        }

    def _record(self, request, changes):
        if not changes:
            self.message_user(request, "没有改动。", messages.INFO)
            return
        self.log_table(request, "办理时限", changes)
        self.message_user(request, f"已保存 {len(changes)} 处改动。", messages.SUCCESS)
