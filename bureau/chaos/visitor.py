"""Somebody at a browser who acts over HTTP and, where no answer came, presses the button again."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from http.client import HTTPException
from http.cookiejar import CookieJar
from re import findall
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, ProxyHandler, Request, build_opener

HIDDEN = r'<input type="hidden" name="(\w+)" value="([^"]*)"'
PATIENCE = 15  # seconds for one answer
BREATH = 0.3  # seconds before the next try


class NoAnswer(Exception):
    """The connection broke, or the house said that it cannot: whether the step was taken is not known."""


class NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    words: str

    @property
    def hidden(self) -> dict[str, str]:
        """The hidden fields of the page's last form."""
        return {name: unescape(value) for name, value in findall(HIDDEN, self.words)}

    @property
    def acknowledges(self) -> bool:
        """The step was taken: on to the matter's page. Whoever is logged out is sent to the login page instead."""
        return self.status == 302 and "/login/" not in self.location


class Visitor:
    """`answers` counts statuses, and 「无应答」. `giving_up` is asked after each failure."""

    def __init__(self, address: str, giving_up: Callable[[], bool]) -> None:
        self.address, self.giving_up, self.answers = address, giving_up, Counter()
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()), NoRedirect, ProxyHandler({}))

    def log_in(self, username: str, password: str) -> None:
        words = {"username": username, "password": password}
        self.insist("/login/", self.insist("/login/").hidden | words)

    def insist(self, path: str, fields: dict | None = None) -> Answer:
        """Ask, and ask again the same, until there is an answer that is one. Raises NoAnswer on giving up."""
        while True:
            try:
                return self.ask(path, fields)
            except NoAnswer:
                if self.giving_up():
                    raise
                time.sleep(BREATH)

    def opens(self, path: str) -> bool:
        """Whether the page comes, asked once."""
        try:
            return self.ask(path).status == 200
        except NoAnswer:
            return False

    def ask(self, path: str, fields: dict | None = None) -> Answer:
        body = urlencode(fields).encode() if fields else None
        return self.send(Request(self.address + path, body))

    def send(self, request: Request) -> Answer:
        try:
            try:
                answer = self.opener.open(request, timeout=PATIENCE)
            except HTTPError as refusal:
                answer = refusal
            with answer:
                words = answer.read().decode(errors="replace")
        except (OSError, HTTPException) as broken:
            self.answers["无应答"] += 1
            raise NoAnswer from broken
        self.answers[str(answer.status)] += 1
        if answer.status >= 500:
            raise NoAnswer
        return Answer(answer.status, answer.headers["Location"] or "", words)
