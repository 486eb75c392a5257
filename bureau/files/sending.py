"""A kept file as a download."""

import logging
from pathlib import Path

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import redirect

from bureau.files.store import path_of

log = logging.getLogger(__name__)


def send(request, sha256: str, name: str, back, content_type="application/octet-stream"):
    """A file of the store as a download; where the store has lost it, a sentence on the page `back`."""
    return send_path(request, path_of(sha256), name, back, content_type)


def send_path(request, path: Path, name: str, back, content_type="application/octet-stream"):
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        log.error("there is no file %s", path)
        messages.error(request, f"文件“{name}”不在存储里，请联系系统管理员从备份中恢复。")
        return redirect(back)
    return FileResponse(stream, as_attachment=True, filename=name, content_type=content_type)
