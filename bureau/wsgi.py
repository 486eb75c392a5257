"""What gunicorn serves."""

import os
import re
from contextlib import suppress

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bureau.settings")
house = get_wsgi_application()
UNREAD, CHUNK = 64 * 1024 * 1024, 64 * 1024  # bytes
OTHER_CHARSET = re.compile(r"charset\s*=(?!\s*[\"']?utf-?8\b)", re.IGNORECASE)


def application(environ, start_response):
    """The house reads UTF-8 only: Django would trust the sender's charset before any of our code is asked."""
    if OTHER_CHARSET.search(environ.get("CONTENT_TYPE", "")):
        start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
        answer = ["只接受 UTF-8 编码的请求。".encode()]
    else:
        answer = house(environ, start_response)
    _read_out(environ["wsgi.input"])
    return answer


def _read_out(body):
    """What was refused unread is read and dropped: a connection closed on unread bytes is reset, answer and all."""
    left = UNREAD
    with suppress(OSError):  # the sender has gone
        while left > 0 and (piece := body.read(CHUNK)):
            left -= len(piece)
