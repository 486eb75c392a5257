"""Figures as a reader finds them on a page, the ledgers behind them, and a count of the tables by SQL that the house has not written."""

import re
from html import unescape

from django.db import connection
from django.test import Client

LINK = re.compile(
    r'<a href="(?P<url>[^"]+)"[^>]*>(?:<b>(?P<before>\d+)</b>)?\s*(?P<words>[^<]*?)\s*(?:<b>(?P<after>\d+)</b>)?\s*</a>'
)
SECTION = re.compile(
    r'<section class="[^"]*" aria-labelledby="(?P<name>[^"]+)">(?P<words>.*?)</section>', re.S
)


def sections(page: str) -> dict[str, str]:
    return {one["name"]: one["words"] for one in SECTION.finditer(page)}


def figures(words: str) -> dict[tuple[str, str], int]:
    """(label, address) → number, of each figure that is a link to a ledger."""
    found = {}
    for one in LINK.finditer(words):
        number = one["before"] or one["after"] or (one["words"] if one["words"].isdecimal() else None)
        if number is not None and "?" in one["url"]:
            label = "" if one["words"].isdecimal() else one["words"]
            found[label, unescape(one["url"])] = int(number)
    return found


def shown(browser: Client, url: str) -> int:
    """How many the ledger at this address lists."""
    answer = browser.get(url)
    assert answer.status_code == 200, url
    return answer.context["table"].paginator.count


def ask(sql: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def one(sql: str, *values) -> int:
    ((number,),) = ask(sql, *values)
    return number
