"""A kept file as a download."""

import logging
from pathlib import Path
from typing import Protocol

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from bureau.files.store import Swapped, open_whole, opened

log = logging.getLogger(__name__)
BYTES = "application/octet-stream"
LOST = "文件“{}”不在存储里，请联系系统管理员从备份中恢复。"
SWAPPED = "文件“{}”与存入时的校验码不符，可能被改动过，已停止提供。请联系系统管理员核查，从备份中恢复。"


class Page(Protocol):
    """What has a page of its own."""

    def get_absolute_url(self) -> str: ...


def send(
    request: HttpRequest,
    sha256: str,
    name: str,
    back: str | Page,
    path: Path | None = None,
    content_type: str = BYTES,
    about: str = "",
) -> HttpResponseBase:
    """A file of the store (`about`: what it is bound to there, where it is encrypted), or of `path`, as a download; where it is lost, or another lies in its place, a sentence on
    the page `back`."""
    try:
        stream = open_whole(path, sha256) if path else opened(sha256, about)
    except FileNotFoundError as lost:
        log.error("no file %s: %s", path or sha256, type(lost).__name__)
        messages.error(request, sentence(lost, name))
        return redirect(back)
    return FileResponse(stream, as_attachment=True, filename=name, content_type=content_type)


def sentence(lost: FileNotFoundError, name: str) -> str:
    """Why the file of this name is not to be had, and what to do."""
    return (SWAPPED if isinstance(lost, Swapped) else LOST).format(name)
