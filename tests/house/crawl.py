"""Whatever a person can reach by following every link of every page, read as plain text."""

import re
from html import unescape
from io import BytesIO

from openpyxl import load_workbook

from bureau.attack.hunting import said_in

LINK = re.compile(r'(?:href|action|formaction)="([^"]+)"')
MOST = 50


def reachable(browser, *starts: str) -> dict[str, str]:
    """URL → text of everything reached from these addresses by GET."""
    waiting, found = list(starts), {}
    while waiting and len(found) < MOST:
        url = waiting.pop(0)
        if url in found:
            continue
        answer = browser.get(url, follow=True)
        found[url] = text_of(answer)
        if "html" in answer.headers["Content-Type"]:
            waiting += links(answer.content.decode(), url)
    return found


def links(page: str, base: str) -> list[str]:
    """Addresses of this house on a page, without what is static or sorted another way."""
    urls = [unescape(url) for url in LINK.findall(page)]
    urls = [base.partition("?")[0] + url if url.startswith("?") else url for url in urls]
    return [
        url
        for url in urls
        if url.startswith("/")
        and not re.match(r"/static|/admin|/logout|/reports/\d+/pdf|.*[?&](sort|page)=", url)
    ]


def text_of(answer) -> str:
    kind, body = answer.headers["Content-Type"], answer.getvalue()
    if "pdf" in kind:
        return said_in(body)
    if "spreadsheet" in kind:
        rows = load_workbook(BytesIO(body)).active.iter_rows(values_only=True)
        return " ".join(str(cell) for row in rows for cell in row)
    head = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
    return head + body.decode(errors="replace")
