from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from bureau.files import leaves
from bureau.jobs import long
from bureau.jobs.barred import Barred
from bureau.jobs.models import Job
from bureau.jobs.work import start, under_way
from bureau.org.keys import key_of, place_of
from directives import mending, rows
from directives.actions import importing
from directives.models import PAPERS, Cadence, Intake, Source
from directives.passages import beside, counts, part_at
from directives.views.desk_only import DeskOnly

REGISTER = "directives.register"
PAGE = 60  # rows
MOST_ROWS = 2_100  # that a form may name; the reader gives no more than 2,000
HEAD = ("kind", "organ", "title", "number", "date")


class Preview(DeskOnly, View):
    """What was read, beside the paper it was read from; every field can be mended before anything is registered."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        intake = self.intake()
        elsewhere = intake.source or self.under_way(intake)
        return redirect(elsewhere) if elsewhere else self.show(intake)

    @transaction.atomic
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Under lock, so that of two windows at once the second finds what the first has left."""
        intake = self.intake(Intake.objects.select_for_update())
        if intake.source:
            messages.info(request, "这份文件已经导入，没有重复登记。")
            return redirect(intake.source)
        if job := self.under_way(intake):
            messages.info(request, "这份文件正在登记，没有重复提交。")
            return redirect(job)
        if request.POST.get("version") != str(intake.version):
            return self.show_both(intake)
        try:
            self.keep(intake)
            return self.do(intake, request.POST.get("do", "save"))
        except Barred as barred:
            return self.show(intake, str(barred), status=409)

    def hand_over(self, intake: Intake) -> Job:
        """The worker registers it; nobody can change it meanwhile."""
        importing.require_settled(intake)
        words, back = f"登记“{intake.head['title'][:60]}”（{len(intake.rows)}项）", self.request.path
        return start(self.request.user, REGISTER, words, url=back, intake=intake.pk)

    def under_way(self, intake: Intake) -> Job | None:
        return under_way(self.request.user, REGISTER, intake=intake.pk)

    def intake(self, intakes: Any = Intake.objects) -> Intake:
        intake = get_object_or_404(intakes.filter(person=self.request.user), pk=self.kwargs["pk"])
        intake.rows = rows.keyed(intake.rows)
        return intake

    def keep(self, intake: Intake) -> None:
        """Save what the form holds."""
        post = self.request.POST
        head = {name: rows.typed(post, f"head-{name}") for name in HEAD}
        importing.save(intake, head, rows.posted(post, len(intake.rows)))

    def show_both(self, intake: Intake) -> HttpResponse:
        """The form is from before another window changed the rows: nothing is saved over them, and what was typed stands in
        the fields of its row, to be saved by whoever looks at it."""
        mended = newer(intake.rows, self.request.POST)
        intake.rows = [row | mended.pop(row["key"], {}) for row in intake.rows]
        lost = [values["title"] for values in mended.values() if values.get("title")]
        words = "这份导入在另一个窗口里改过了，下面是最新的内容；您刚才填写的留在各栏里，还没有保存，核对后再按一次。"
        told = f"另有已去掉的项，您写的是：{'；'.join(lost)}" if lost else ""
        return self.show(intake, words + told, status=409)

    def do(self, intake: Intake, button: str) -> HttpResponse:
        """`commit`, `save`, `discard`, `undo`, `leads`; a mend of one row: `merge-3`; `take-3-lead-县水利局`; of a passage:
        `choose-5-0`, `item-5-0`, `append-5-0`, `leave-5-0`."""
        name, _, rest = button.partition("-")
        if name in ("commit", "discard", "undo", "leads"):
            return getattr(self, name)(intake)
        if name in mending.MENDS and self.is_row(intake, rest):
            importing.mend(intake, name, int(rest), place_of(self.request.POST.get(f"{rest}-cut", "")))
            return self.at_row(intake, int(rest) + (name in ("add", "split")) - (name == "merge"))
        if name == "first":
            importing.change(intake, "在最前面加一项", rows=[dict(rows.EMPTY), *intake.rows])
            return self.at_row(intake, 0)
        if name == "take":
            place, _, asked = rest.partition("-")
            field, _, short = asked.partition("-")
            if self.is_row(intake, place):
                importing.take_suggestion(intake, int(place), field, short)
                return self.at_row(intake, int(place))
        if name in PASSAGE and part_at(intake.passages, rest):
            return PASSAGE[name](self, intake, rest)
        messages.success(self.request, "已暂存，可以随时回来继续。")
        return redirect(self.address())

    def is_row(self, intake: Intake, place: str) -> bool:
        at = place_of(place)
        return at is not None and at < len(intake.rows)

    def address(self, page: int | None = None, **more: str) -> str:
        asked = {"page": page or self.request.GET.get("page", "")} | more
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"{self.request.path}?{query}" if query else self.request.path

    def at_row(self, intake: Intake, place: int) -> HttpResponse:
        place = max(0, min(place, len(intake.rows) - 1))
        page = place // PAGE + 1
        return redirect(f"{self.address(page if page > 1 else None)}#row-{place}")

    def undo(self, intake: Intake) -> HttpResponse:
        """What the form held is saved first, so that pressing it after typing takes the typing back."""
        words = importing.undo(intake)
        messages.info(self.request, f"已撤销：{words}。" if words else "没有可以撤销的。")
        return redirect(self.address())

    def leads(self, intake: Intake) -> HttpResponse:
        """Every ticked row gets the lead that was typed."""
        ticked = {place for place in range(len(intake.rows)) if f"{place}-tick" in self.request.POST}
        lead = rows.typed(self.request.POST, "all-lead")
        if not ticked or not lead:
            raise Barred("请先勾选要改的事项，并写明改成哪个牵头单位。")
        importing.set_leads(intake, ticked, lead)
        return self.at_row(intake, min(ticked))

    def discard(self, intake: Intake) -> HttpResponse:
        importing.discard(intake)
        messages.info(self.request, "这次导入已放弃，没有登记任何事项；要找回，在下面按“恢复”。")
        return redirect("directives:import")

    def choose(self, intake: Intake, place: str) -> HttpResponse:
        return redirect(f"{self.address(at=place)}#chosen")

    def make_item(self, intake: Intake, place: str) -> HttpResponse:
        return self.at_row(intake, importing.make_item(intake, place))

    def append(self, intake: Intake, place: str) -> HttpResponse:
        number = place_of(self.request.POST.get("append-to", "")) or 0
        if not 0 < number <= len(intake.rows):
            raise Barred("请写明并入第几项。")
        importing.append(intake, place, number - 1)
        return self.at_row(intake, number - 1)

    def leave_out(self, intake: Intake, place: str) -> HttpResponse:
        importing.leave_out(intake, place)
        return redirect(self.address())

    def commit(self, intake: Intake) -> HttpResponse:
        if wrong := head_problem(intake.head):
            return self.show(intake, wrong, status=422)
        if importing.earlier(intake.sha256) and "again" not in self.request.POST:
            return self.show(
                intake, "同一份文件以前导入过。确要再导入一次，请勾选“仍要再次导入”。", status=409
            )
        if len(intake.rows) > long.REGISTERED_ITEMS:
            return redirect(self.hand_over(intake))
        source = importing.commit(self.request.user, intake)
        messages.success(self.request, f"已登记{source.directives.count()}项督查事项，请核对后提请审定。")
        return redirect(source)

    def show(self, intake: Intake, error: str = "", status: int = 200) -> HttpResponse:
        problems = importing.problems(intake)
        pages = Paginator(range(len(intake.rows)), PAGE)
        page = pages.get_page(self.request.GET.get("page"))
        context = {
            "intake": intake,
            "rows": [
                (place, intake.rows[place], problems[place], any(one.get("doubt") for one in problems[place]))
                for place in page
            ],
            "page": page,
            "wrong": [(place, place // PAGE + 1) for place, found in enumerate(problems) if found],
            "error": error,
            "earlier": importing.earlier(intake.sha256),
            "kinds": PAPERS,
            "cadences": Cadence.choices,
            "counts": counts(intake.passages),
            "pictured": intake.file_kind in leaves.SHOWN,
            **self.paper(intake, page),
        }
        return render(self.request, "directives/preview.html", context, status=status)

    def paper(self, intake: Intake, page: Page) -> dict[str, Any]:
        """The lines beside the rows of this page, and the part that was clicked."""
        keys = [intake.rows[place]["key"] for place in page]
        start, end = beside(intake.passages, keys, not page.has_previous(), not page.has_next())
        numbers = {row["key"]: place + 1 for place, row in enumerate(intake.rows)}
        at = self.request.GET.get("at", "")
        chosen = part_at(intake.passages, at)
        return {
            "lines": [numbered(intake.passages[line], line, numbers) for line in range(start, end)],
            "chosen": at,
            "chosen_part": chosen,
            "chosen_above": importing.row_before(intake, int(at.split("-")[0])) + 1 if chosen else 0,
        }


def numbered(line: dict, at: int, numbers: dict[int, int]) -> tuple[int, str, list[dict]]:
    """Each part of a line with the number that its item has on the page."""
    return at, line["place"], [part | {"number": numbers.get(part["item"])} for part in line["parts"]]


PASSAGE = {
    "choose": Preview.choose,
    "item": Preview.make_item,
    "append": Preview.append,
    "leave": Preview.leave_out,
}


def newer(kept: list[dict], post: QueryDict) -> dict[int, dict]:
    """By key, what a form of an older version holds that is not what its row holds now."""
    places = {place: key for place in range(MOST_ROWS) if (key := key_of(post.get(f"{place}-key", "")))}
    typed = rows.posted(post, max(places, default=-1) + 1)
    by_key = {row["key"]: row for row in kept}
    found = {}
    for place, key in places.items():
        changed = {
            name: value
            for name, value in typed.get(place, {}).items()
            if by_key.get(key, {}).get(name) != value
        }
        if changed:
            found[key] = changed
    return found


def head_problem(head: dict) -> str:
    """What is wrong with the paper itself; empty when nothing is."""
    if head["kind"] not in dict(PAPERS):
        return "请选择来源的类别。"
    if not head["title"]:
        return "请填写来源的标题。"
    for name, label in (("title", "标题"), ("number", "文号"), ("organ", "发文机关")):
        most = Source.LENGTHS[name]
        if len(head[name]) > most:
            return f"来源的{label}最多{most}字，请精简。"
    return "" if rows.as_date(head["date"]) else "来源的日期不是一个存在的日期，请按 2026-12-31 的样子填写。"
