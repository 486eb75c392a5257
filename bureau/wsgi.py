"""The door for gunicorn."""

import os
import re

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bureau.settings")
house = get_wsgi_application()
OTHER_CHARSET = re.compile(r"charset\s*=(?!\s*[\"']?utf-?8\b)", re.IGNORECASE)


def application(environ, start_response):
    """The house reads UTF-8 only: Django would trust the sender's charset before any of our code is asked."""
    if OTHER_CHARSET.search(environ.get("CONTENT_TYPE", "")):
        start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
        return ["只接受 UTF-8 编码的请求。".encode()]
    return house(environ, start_response)
