"""Before an edit that decides deadlines is saved: which open ones would move, and does the administrator want that.

The edit is done in a transaction, the deadlines are found again, and all of it is rolled back. What is posted a
second time with the signed confirmation is saved, and the worker moves the deadlines.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256

from django.contrib import messages
from django.core import signing
from django.db import transaction
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from bureau.jobs.work import start
from bureau.matters.deadlines import recount
from bureau.matters.jobs import RECOUNT
from bureau.matters.models import Duty, Secrecy
from bureau.org.admin.base import OrgAdmin

LISTED = 50
SALT = "deadlines-foreseen"
GOOD_FOR = timedelta(hours=1)
CONFIRMED, TOKEN = "_move", "csrfmiddlewaretoken"


@dataclass
class Foreseen:
    """What would move: how many deadlines, of how many matters, and the nearest ones line by line."""

    deadlines: int = 0
    matters: set = field(default_factory=set)
    lines: list = field(default_factory=list)

    @property
    def others(self) -> int:
        return self.deadlines - len(self.lines)


class ForeseenAdmin(OrgAdmin):
    """Pages whose every edit first shows which open deadlines would move by it."""

    def changeform_view(self, request, *args, **kwargs):
        return self.foresee(
            request, lambda: super(ForeseenAdmin, self).changeform_view(request, *args, **kwargs)
        )

    def delete_view(self, request, *args, **kwargs):
        return self.foresee(request, lambda: super(ForeseenAdmin, self).delete_view(request, *args, **kwargs))

    def changelist_view(self, request, *args, **kwargs):
        return self.foresee(
            request, lambda: super(ForeseenAdmin, self).changelist_view(request, *args, **kwargs)
        )

    def foresee(self, request, act: Callable):
        """Answer of `act`, an edit that redirects when it has saved; or the page that asks first."""
        if request.method != "POST":
            return act()
        request.saved = False
        if confirmed(request):
            return self.save(request, act)
        answer, found = self.rehearse(request, act)
        if answer.status_code != 302:
            return answer
        if found.deadlines:
            return self.ask(request, found)
        answer = act()
        if request.saved:
            messages.info(request, "没有正在办理的时限因此变动。")
        return answer

    def rehearse(self, request, act):
        """The edit as if it were saved: its answer and what would move. Nothing of it stays."""
        with transaction.atomic():
            request.rehearsing = True
            answer = act()
            found = foreseen() if answer.status_code == 302 else Foreseen()
            request.rehearsing = False
            transaction.set_rollback(True)
        return answer, found

    @transaction.atomic
    def save(self, request, act):
        answer = act()
        if request.saved:
            job = start(request.user, RECOUNT, "重新推算在办事项的时限")
            told = '已保存，正在后台重新推算在办事项的时限。<a href="{}">看进度</a>'
            messages.success(request, format_html(told, job.get_absolute_url()))
        return answer

    def ask(self, request, found: Foreseen):
        listed = reverse(f"admin:org_{self.opts.model_name}_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": "先看哪些时限会变",
            "opts": self.opts,
            "found": found,
            "posted": [(name, value) for name, values in edit_of(request) for value in values],
            "confirmation": (CONFIRMED, signing.dumps(digest(request), salt=SALT)),
            "back": f"{listed}?{request.GET.urlencode()}",
        }
        return TemplateResponse(request, "admin/foreseen.html", context)

    def message_user(self, request, message, level=messages.INFO, *args, **kwargs):
        """Nothing is told of a rehearsal. What is told as a success has been saved."""
        if not getattr(request, "rehearsing", False):
            request.saved = level == messages.SUCCESS
            super().message_user(request, message, level, *args, **kwargs)


def foreseen() -> Foreseen:
    """What would move now. An administrator reads numbers and steps, nothing of what a matter is about."""
    found, nearest = Foreseen(), {}
    for change in recount.changes():
        found.deadlines += 1
        found.matters.add(change.matter)
        if len(nearest) < LISTED:
            nearest[change.duty] = change
    duties = Duty.objects.select_related("matter", "holder_unit", "holder_person").in_bulk(nearest)
    found.lines = [line(duties[pk], change) for pk, change in nearest.items()]
    return found


def line(duty, change) -> dict:
    sealed = duty.matter.secrecy == Secrecy.SEALED
    return {
        "number": duty.matter.number or "未编号",
        "step": duty.get_step_display(),
        "holder": "限阅" if sealed else duty.holder_words,
        "was": change.was,
        "due_at": change.due_at,
    }


def edit_of(request) -> list[tuple[str, list[str]]]:
    """What was posted, without what belongs to the posting and not to the edit."""
    return [(name, values) for name, values in request.POST.lists() if name not in (CONFIRMED, TOKEN)]


def digest(request) -> str:
    """Who edits what, and how: a confirmation is good for exactly that."""
    words = repr((request.user.pk, request.get_full_path(), sorted(edit_of(request))))
    return sha256(words.encode()).hexdigest()


def confirmed(request) -> bool:
    try:
        return signing.loads(request.POST.get(CONFIRMED, ""), salt=SALT, max_age=GOOD_FOR) == digest(request)
    except signing.BadSignature:
        return False
