import logging

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import redirect

from bureau.files.store import open_kept

log = logging.getLogger(__name__)


def send(request, sha256: str, name: str, back, content_type="application/octet-stream"):
    """A kept file as a download; where the store has lost it, a sentence on the page `back`."""
    try:
        stream = open_kept(sha256)
    except FileNotFoundError:
        log.error("the store has no file %s", sha256)
        messages.error(request, f"文件“{name}”不在存储里，请联系系统管理员从备份中恢复。")
        return redirect(back)
    return FileResponse(stream, as_attachment=True, filename=name, content_type=content_type)
