"""Planting a leader's words and a scan of them, and walking everywhere that somebody can go, to see who reads them."""

import instructions.actions as instructing
from bureau.matters.models import Attachment
from tests.house.crawl import reachable
from tests.house.papers import picture
from tests.house.scene import keep

WORDS, SCAN = "密语甲乙丙", "原件丁戊.png"
SUMMARY = "摘要己庚辛"


def told(county, shown="summary", to=None, scan=True, **word):
    """An instruction with a scan, approved and given out; `shown`: what the units read of it."""
    record = heard(county, scan=scan, **word)
    give_out(county, record, shown, to)
    return record


def heard(county, scan=True, secrecy="normal", **word):
    """Registered by the officer, with the scan of what the leader wrote."""
    word = county.word(**{"words": WORDS, **word})
    files = [keep(picture(), SCAN)] if scan else []
    county.ordinal += 1
    about = instructing.OnPaper(f"关于防汛准备的第{county.ordinal}次报告")
    return instructing.register(county.officer, word, about, secrecy=secrecy, files=files)


def give_out(county, record, shown="summary", to=None, **how):
    lead, *co = to or [county.water, county.roads]
    how = {"lead": lead, "co": co, "shown": shown, "summary": SUMMARY if shown == "summary" else "", **how}
    instructing.propose(county.officer, record, **how)
    instructing.approve(county.director, record)


def walk(browser, record) -> dict[str, str]:
    """URL → text of all that is reached from the room, the desk, the search and by guessing numbers."""
    searches = [f"/{room}?q={word[:2]}" for room in ("search/", "instructions/") for word in (WORDS, SUMMARY)]
    pages = [
        "/",
        "/instructions/",
        "/instructions/?export=xlsx",
        "/notices/",
        "/urging/",
        record.get_absolute_url(),
    ]
    files = [file.get_absolute_url() for file in Attachment.objects.all()]
    return reachable(browser, *pages, *searches, *files)


def places(found: dict[str, str], word: str) -> list[str]:
    """Where it stands, but for the search boxes that ask for it."""
    return [url for url, text in found.items() if word in text]
