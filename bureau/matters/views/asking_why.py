"""An export of many rows says first what it is for, and that is noted."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from bureau.org.noting import Kind, note
from bureau.org.request import Request
from bureau.org.visible import visible

LENGTH = 100


def ask_why(request: Request, name: str, count: int, back: str) -> HttpResponse | None:
    """The page that asks; None where few rows are exported, or it was told. `back`: the list."""
    why = visible(request.GET.get("why", "").replace("\0", "")).strip()[:LENGTH]
    if count <= settings.EXPORT_ASKS:
        return None
    if why:
        note(request.user, f"导出{name}{count}行，用途：{why}", kind=Kind.EXPORT)
        return None
    left = request.GET.copy()
    left.pop("why", None)
    asked = [(key, value) for key, values in left.lists() for value in values]
    context: dict[str, Any] = {"name": name, "count": count, "asked": asked, "address": back, "most": LENGTH}
    return render(request, "matters/why_export.html", context)
