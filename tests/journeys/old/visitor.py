"""Somebody at an old browser: what they do, in the words of the page, as `tests.journeys.visitor` has it for a new one."""

import json
import re
from pathlib import Path
from time import monotonic

from tests.journeys.old.pipe import PATIENCE, Chromium

FINDING = Path(__file__).with_name("finding.js").read_text(encoding="utf-8")
SQUEEZED = """[...document.querySelectorAll("main *:not(.quiet-word)")].filter(one => {
    const own = [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.data.trim()).join("");
    const width = one.getBoundingClientRect().width;
    return own.length > 1 && getComputedStyle(one).display !== "inline" && width > 0 && width < 20;
}).map(one => one.outerHTML.slice(0, 200))"""
REST = 0.05  # seconds between two looks at a page; after a click, in which the browser begins to go elsewhere
# An inline style is refused by Chromium 92 to the arrow that it draws itself for a `datalist`, on the emptiest page.
REFUSED = re.compile(r"^(?!Refused to apply inline style).*Content Security Policy", re.DOTALL)
DESKTOP, PHONE = (1366, 768, False), (390, 844, True)


class Visitor:
    """In a window of their own; `faults` gathers what no page may ever do."""

    def __init__(self, browser: Chromium, address: str, screen):
        self.browser, self.address, self.faults, self.busy = browser, address, [], set()
        self.context = browser.ask("Target.createBrowserContext")["browserContextId"]
        target = browser.ask("Target.createTarget", url="about:blank", browserContextId=self.context)
        attached = browser.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.session = attached["sessionId"]
        browser.hears[self.session] = self.hear
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            self.ask(f"{domain}.enable")
        width, height, phone = screen
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=phone,
        )
        self.ask("Emulation.setTouchEmulationEnabled", enabled=phone)

    def ask(self, method: str, **params) -> dict:
        return self.browser.ask(method, self.session, **params)

    def hear(self, method: str, told: dict) -> None:
        if method == "Page.frameStartedLoading":
            self.busy.add(told["frameId"])
        elif method == "Page.frameStoppedLoading":
            self.busy.discard(told["frameId"])
        elif method == "Runtime.exceptionThrown":
            self.faults.append(str(told["exceptionDetails"]))
        elif method == "Log.entryAdded" and REFUSED.search(told["entry"]["text"]):
            self.faults.append(told["entry"]["text"])
        elif method == "Network.responseReceived" and told["response"]["status"] >= 500:
            self.faults.append(f"{told['response']['status']} {told['response']['url']}")

    def is_known_by(self, name: str, value: str) -> None:
        self.ask("Network.setCookie", name=name, value=value, url=self.address)

    def open(self, path: str) -> None:
        self.ask("Page.navigate", url=path if "://" in path else self.address + path)
        self.settle()

    def settle(self) -> None:
        """Until no page is on its way."""
        self.browser.listen(REST)
        until = monotonic() + PATIENCE
        while self.busy and monotonic() < until:
            self.browser.listen(REST)

    def evaluate(self, script: str):
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, (script[-300:], answer["exceptionDetails"])
        return answer["result"].get("value")

    def until(self, script: str, what: str):
        """What the script gives, once it gives something."""
        until = monotonic() + PATIENCE
        while monotonic() < until:
            self.settle()
            try:
                if found := self.evaluate(f"(() => {{ const house = {FINDING}; return {script}; }})()"):
                    return found
            except AssertionError as gone:
                if "context" not in str(gone):  # the page went meanwhile
                    raise
        raise AssertionError(f"{what}: {self.evaluate('document.body.innerText')[:3000]}")

    def click(self, kind: str, words: str) -> None:
        found = f"house.{kind}({json.dumps(words)})"
        spot = self.until(f"{found} && house.spot({found})", f"no {kind} {words}")
        for event in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=event, button="left", clickCount=1, **spot)
        self.settle()

    def follow(self, words: str) -> None:
        self.click("link", words)

    def press(self, words: str) -> None:
        self.click("button", words)

    def tick(self, label: str) -> None:
        self.click("field", label)

    def write(self, label: str, words: str) -> None:
        found, said = f"house.field({json.dumps(label)})", json.dumps(words)
        if self.until(f"{found} && [house.write({found}, {said})]", f"no field {label}")[0]:
            self.ask("Input.insertText", text=words)
            self.browser.listen(REST)

    def holds(self, label: str, words: str) -> None:
        found = f"house.field({json.dumps(label)})"
        self.until(f"{found} && {found}.value.trim() === {json.dumps(words)}", f"{label} holds no {words}")

    def reads(self, words: str, where: str = "main") -> None:
        there = f"[...document.querySelectorAll({json.dumps(where)})].map(one => one.textContent).join()"
        self.until(f"{there}.replace(/\\s+/g, ' ').includes({json.dumps(words)})", f"{words} is not read")

    def reads_nothing_of(self, words: str) -> None:
        gone = f"!document.querySelector('main').textContent.includes({json.dumps(words)})"
        self.until(gone, f"{words} is still read")

    def is_told(self, words: str) -> None:
        self.reads(words, ".messages")

    def shows(self, selector: str) -> int:
        """How wide a picture is, once it is drawn."""
        picture = f"document.querySelector({json.dumps(selector)})"
        return self.until(
            f"{picture} && {picture}.complete && {picture}.naturalWidth", f"no picture {selector}"
        )

    def fits(self) -> None:
        """Nothing runs off the side, and no words are squeezed into a column of one character."""
        self.until("document.readyState === 'complete'", "no page")
        assert not self.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert self.evaluate(SQUEEZED) == []
