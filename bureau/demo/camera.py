"""Pages of the demo county as its people see them, photographed by a real browser."""

import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management.base import CommandError

from bureau.demo.cast import PASSWORD
from bureau.demo.models import DemoMark
from bureau.setup import port
from bureau.setup.processes import Server

PLACE = {"locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
FIRST_RECORD = "tbody tr:first-child td.main a"  # of a list
PATIENCE = 60  # seconds until the site answers
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never through a proxy


class Camera:
    """`page(login, window)`: where this person is logged in, in a window of so many CSS pixels."""

    def __init__(self, browser, base: str):
        self.browser, self.base = browser, base
        self._cookies: dict[str, list] = {}

    @contextmanager
    def page(self, login: str, window: tuple[int, int]) -> Iterator:
        width, height = window
        context = self.browser.new_context(
            base_url=self.base, viewport={"width": width, "height": height}, **PLACE
        )
        try:
            context.add_cookies(self._logged_in(login))
            yield context.new_page()
        finally:
            context.close()

    def _logged_in(self, login: str) -> list:
        if login not in self._cookies:
            context = self.browser.new_context(base_url=self.base)
            page = context.new_page()
            page.goto("/login/")
            page.fill("[name=username]", login)
            page.fill("[name=password]", PASSWORD)
            with page.expect_navigation():
                page.press("[name=password]", "Enter")
            self._cookies[login] = context.cookies()
            context.close()
        return self._cookies[login]


@contextmanager
def camera() -> Iterator[Camera]:
    """A server on the demo county of this database, and a browser before it. Raises CommandError where there is none."""
    if not DemoMark.objects.exists():
        raise CommandError("这个数据库里没有演示县，请先运行 manage.py demo。")
    from playwright.sync_api import sync_playwright  # of the packages for checks: nothing else needs it

    os.environ.setdefault(
        "DJANGO_ALLOW_ASYNC_UNSAFE", "true"
    )  # the database is read beside the browser's loop
    with served() as base, sync_playwright() as playwright:
        launched = {"executable_path": os.environ.get("CHROMIUM"), "args": ["--no-sandbox", "--disable-gpu"]}
        yield Camera(playwright.chromium.launch(**launched), base)


@contextmanager
def served() -> Iterator[str]:
    address = f"{port.HOST}:{port.free()}"
    argv = (sys.executable, "manage.py", "runserver", "--noreload", address)
    with TemporaryDirectory() as folder:
        server = Server("网站", argv, Path(folder) / "server.log", cwd=settings.BASE_DIR)
        try:
            wait_until_well(server, f"http://{address}")
            yield f"http://{address}"
        finally:
            server.stop()


def wait_until_well(server: Server, base: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        server.require_alive()
        try:
            DIRECT.open(f"{base}/healthz", timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise CommandError("网站没有在一分钟内开始应答。")
