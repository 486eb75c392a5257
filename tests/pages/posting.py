"""What a browser sends back of a form it was shown."""

from html.parser import HTMLParser


def form_of(answer, action: str = "") -> dict:
    """The named values of the posting form with this action, as a browser would send them unchanged."""
    reader = FormReader(action)
    reader.feed(answer.content.decode())
    return reader.values


class FormReader(HTMLParser):
    def __init__(self, action: str):
        super().__init__()
        self.action, self.values, self.open, self.area, self.choice = action, {}, False, None, None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.open = given.get("method") == "post" and given.get("action", "") == self.action
        elif self.open and tag == "textarea":
            self.area, self.values[given["name"]] = given["name"], ""
        elif self.open and tag == "select":
            self.choice = given["name"]
        elif self.open and tag == "option" and self.choice:
            if "selected" in given or self.choice not in self.values:
                self.values[self.choice] = given.get("value", "")
        elif self.open and tag == "input" and is_sent(given):
            self.values[given["name"]] = given.get("value", "on" if given.get("type") == "checkbox" else "")

    def handle_data(self, words):
        if self.area:
            self.values[self.area] += words

    def handle_endtag(self, tag):
        if tag == "form":
            self.open = False
        if tag == "textarea" and self.area:
            self.values[self.area] = self.values[self.area].removeprefix("\n")
            self.area = None
        if tag == "select":
            self.choice = None


def is_sent(given: dict) -> bool:
    """Unticked boxes and files are not; nor is what has no name."""
    kind = given.get("type", "text")
    return "name" in given and kind != "file" and (kind not in ("checkbox", "radio") or "checked" in given)
