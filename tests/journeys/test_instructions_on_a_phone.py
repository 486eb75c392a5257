"""The room of instructions on a phone of 390 × 844: nothing runs off the side, however long the words are."""

import pytest

import instructions.actions as instructing
from tests.county import CITY
from tests.journeys.test_on_a_phone import too_wide

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LONG = "请水利局牵头，逐库排查病险情况，列出清单、明确责任人和完成时限，" * 12
UNBROKEN = "https://example.gov.cn/" + "a1b2" * 30
ROOM = [
    "/instructions/",
    "/instructions/?leader=县长&state=running",
    "/instructions/{asked}/",
    "/instructions/{new}/",
]
DESK = [
    "/instructions/new/",
    "/instructions/{noted}/",
    "/instructions/{noted}/edit/",
    "/instructions/{noted}/propose/",
    "/instructions/{planned}/",
    "/instructions/{own}/",
    "/instructions/{city}/",
    "/instructions/{city}/again/",
    "/instructions/{city}/note_for/",
    "/instructions/{reviewing}/accept/",
    "/instructions/{reviewing}/return/",
    "/instructions/batch/file/?id={noted}&id={planned}",
]
PAGES = {
    "officer": ROOM + DESK,
    "director": [*ROOM, "/instructions/{planned}/", "/instructions/{planned}/approve/"],
    "water_liaison": [*ROOM, "/instructions/{asked}/report/", "/instructions/{reviewing}/"],
    "magistrate": [*ROOM, "/instructions/{told}/", "/instructions/{told}/note/"],
}


@pytest.fixture
def numbers(county) -> dict[str, int]:
    """One in every state, two leaders on one paper, a second round, all wordy."""
    about = instructing.OnPaper("关于全县小型水库安全隐患排查整治情况的报告" * 4, "桃水报〔2026〕31号")
    wordy = {"word": county.word(words=f"{LONG}{UNBROKEN}"), "to": [county.water, county.roads, county.horse]}
    plan = {"opinion": LONG[:400], "asked": LONG[:400], "summary": LONG}
    city = {**wordy, "word": county.word(**CITY, words=LONG)}
    made = {
        "noted": county.instruction("registered", **wordy),
        "planned": county.instruction("proposed", about=about, **wordy, **plan),
        "asked": county.instruction("running", **wordy, **plan),
        "reviewing": county.instruction("reviewing", **wordy, **plan),
        "told": county.instruction("reported", **wordy, **plan),
        "city": county.instruction("reported", **city, **plan),
        "own": county.instruction("reviewing", word=county.word(words=LONG), to=()),
        "new": county.instruction("reported", **wordy, **plan),
    }
    county.instruction("proposed", about=about, word=county.word(words=LONG), to=[county.finance], **plan)
    instructing.again(county.magistrate, made["new"], county.word(words=LONG))
    return {name: record.pk for name, record in made.items()}


@pytest.mark.parametrize("scripts", [True], ids=["with-scripts"])
def test_no_page_of_the_room_is_wider_than_the_phone(county, enter, numbers):
    found = {
        post: too_wide(enter(county.cast[post], phone=True), [page.format_map(numbers) for page in pages])
        for post, pages in PAGES.items()
    }
    assert found == {post: [] for post in PAGES}
