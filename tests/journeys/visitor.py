"""Somebody at a browser: what they do, in the words of the page."""

import re
import time

from playwright.sync_api import Locator, Page, Response, expect

from tests.county import PASSWORD

REFUSED = "Content Security Policy"
PATIENCE, LONG = (
    90_000,
    300_000,
)  # milliseconds for a page, for the press, on the busiest machine; nobody waits in vain
MOST_TABS = 60
NAME_OF_FOCUS = """() => {
    const one = document.activeElement, label = one.labels && one.labels[0];
    return (label || one).textContent.replace("*必填", "").trim();
}"""
expect.set_options(timeout=PATIENCE)


class Visitor:
    """Clicks and types as a person would; `faults` gathers what no page may ever do."""

    def __init__(self, page: Page, scripts: bool):
        self.page, self.scripts, self.faults = page, scripts, []
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: REFUSED in said.text and self.faults.append(said.text))
        page.on("response", self.note)
        page.on("dialog", lambda dialog: dialog.accept())

    def note(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status} {response.url}")

    def log_in(self, username: str) -> None:
        self.open("/login/")
        self.write("账号", username)
        self.write("密码", PASSWORD)
        self.press("登录")
        self.stands_at("工作台")

    def open(self, address: str) -> Response:
        return self.page.goto(address)

    def follow(self, words: str) -> None:
        self.page.get_by_role("link", name=words).first.click()

    def press(self, words: str) -> None:
        self.page.get_by_role("button", name=words, exact=True).first.click()

    def write(self, label: str, words: str) -> None:
        self.field(label).fill(words)

    def hand_over(self, label: str, name: str, pdf: bytes) -> None:
        file = {"name": name, "mimeType": "application/pdf", "buffer": pdf}
        self.field(label).set_input_files(file)

    def hit(self, key: str) -> None:
        self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.page.keyboard.insert_text(words)

    def tab_to(self, words: str) -> None:
        """Tab by tab until what has the focus is called so."""
        passed = []
        while words not in passed[-1:]:
            assert len(passed) < MOST_TABS, f"{words} is not among {passed}"
            self.hit("Tab")
            passed.append(self.page.evaluate(NAME_OF_FOCUS))

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(label).first

    def stands_at(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)

    def reads(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def reads_nothing_of(self, words: str) -> None:
        expect(self.page.locator("main")).not_to_contain_text(words)

    def waits_for(self, words: str) -> None:
        """Until the link is there: the page renews itself; without scripts one presses 刷新 and waits for the page it
        brings, because the old one still stands for a moment."""
        link, until = self.page.get_by_role("link", name=words), time.monotonic() + LONG / 1000
        while not self.scripts and not link.is_visible() and time.monotonic() < until:
            with self.page.expect_navigation():
                self.follow("刷新")
        expect(link).to_be_visible(timeout=LONG)

    def holds(self, label: str, words: str) -> None:
        """What the field holds, spaces at its ends aside."""
        expect(self.field(label)).to_have_value(re.compile(rf"^\s*{re.escape(words)}\s*$"))

    def is_told(self, words: str) -> None:
        """The note above the page."""
        expect(self.page.locator(".messages")).to_contain_text(words)
