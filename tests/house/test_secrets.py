"""A planted word is nowhere that a person must not read, wherever they go; and it is where it belongs."""

import pytest
from django.urls import reverse

import instructions.actions as instructing
from bureau.matters.models import Attachment, Reply
from bureau.matters.parts import assignments
from tests.house.crawl import reachable
from tests.house.papers import picture
from tests.house.scene import keep

pytestmark = pytest.mark.django_db
SEALED, ANSWER, DRAFT = "密钥甲乙", "暗语丙丁", "草稿戊己"


@pytest.fixture
def planted(scene):
    """SEALED: title, passage, reply and file of a sealed matter of finance. ANSWER: a co-unit's reply and file on
    the running one. DRAFT: what the school has not sent yet."""
    county = scene.county
    sealed = county.directive(
        "running", to=[county.finance], title=f"{SEALED}题", passage=f"{SEALED}文", remark=SEALED
    )
    answer(county.finance_liaison, county.part(sealed), SEALED)
    seal(county, sealed)
    answer(county.roads_liaison, county.part(scene.running, county.roads), ANSWER)
    shared = county.directive("running", to=[county.water, county.school], title="校车安全")
    answer(county.school_liaison, county.part(shared, county.school), DRAFT)
    return [sealed, scene.running, shared]


def answer(person, part, words):
    assignments.reply(person, part, f"{words}进展", 10, [keep(picture(), f"{words}.png")])


def seal(county, directive):
    type(directive.matter).objects.filter(pk=directive.pk).update(secrecy="sealed")
    directive.matter.assignments.update(sealed=True)


def starts(planted) -> list[str]:
    """Where somebody would look who knows or guesses the numbers."""
    pages = [
        "/",
        "/directives/",
        "/directives/sources/",
        "/reports/",
        "/leading/",
        "/leading/mine/",
        "/directives/?export=xlsx",
        "/reports/ledger/",
    ]
    pages += [
        f"/{room}?q={word}"
        for room in ("search/", "directives/")
        for word in (SEALED[:2], ANSWER[:2], DRAFT[:2])
    ]
    for directive in planted:
        pages += [
            reverse(name, args=[directive.pk])
            for name in ("directives:page", "directives:notice", "directives:edit")
        ]
    pages += [file.get_absolute_url() for file in Attachment.objects.all()]
    pages += [reverse("matters:reply", args=[reply.pk, "accept"]) for reply in Reply.objects.all()]
    return pages


MAY_READ = {
    SEALED: {"officer", "director", "magistrate"},
    ANSWER: {"officer", "director", "colleague", "magistrate", "vice", "water_liaison", "roads_liaison"},
    DRAFT: {"school_liaison", "school_head"},
}
READERS = ["officer", "colleague", "water_liaison", "roads_liaison", "finance_liaison", "school_liaison"]
READERS += ["stranger", "vice", "audit"]


@pytest.mark.slow
@pytest.mark.parametrize("name", READERS)
def test_a_planted_word_is_only_where_it_belongs(scene, enter, planted, name):
    found = reachable(enter(scene.county.cast[name]), *starts(planted))
    for word, readers in MAY_READ.items():
        places = [url for url, text in found.items() if word in text]
        assert bool(places) == (name in readers), (word, places[:3])


def test_a_search_for_a_sealed_word_finds_as_little_as_a_search_for_nonsense(scene, enter, planted):
    for name in ("colleague", "finance_liaison", "stranger", "vice", "audit"):
        browser = enter(scene.county.cast[name])
        for page in ("/search/?q=", "/directives/?q="):
            found, nothing = (browser.get(page + word).context["table"].rows for word in (SEALED, "无此词语"))
            assert (len(found), len(nothing)) == (0, 0)


def test_no_count_tells_of_a_sealed_matter(scene, enter, planted):
    """The same figures on 工作台, in the ledger and on the paper's row as before it was sealed away."""
    browser = enter(scene.county.colleague)
    source = next(
        one
        for one in browser.get("/directives/sources/").context["object_list"]
        if one == scene.county.source
    )
    seen = browser.get(f"/directives/?source={source.pk}").context["table"].rows
    assert source.total == len(seen)
    boards = browser.get("/").context["boards"]
    tiles = {tile["url"]: tile["count"] or "0" for board in boards for tile in board["tiles"]}
    assert {url: browser.get(url).context["table"].paginator.words for url in tiles} == tiles


WORDS, CONFIDED, NEXT = "原话庚辛", "机要壬癸", "后语子丑"
AT_THE_DESK = {"officer", "colleague", "director", "deputy"}
HEARD_BY = {
    WORDS: AT_THE_DESK | {"magistrate"},  # told to water and roads in a summary
    CONFIDED: {"officer", "director", "deputy", "magistrate"},
    NEXT: AT_THE_DESK | {"magistrate"},  # said on the answer, and not given out yet
}


@pytest.fixture
def spoken(scene):
    """What leaders wrote, each on an instruction of its own, with a scan called by the same words."""
    county = scene.county
    told, sealed = said(county, WORDS), said(county, CONFIDED, secrecy="sealed")
    answered = county.instruction("reported", to=[county.water, county.roads])
    scan = keep(picture(), f"{NEXT}.png")
    instructing.again(county.magistrate, answered, county.word(words=NEXT), files=[scan])
    return [told, sealed, answered]


def said(county, words, secrecy="normal"):
    about, scan = instructing.OnPaper(f"第{county.ordinal}号专报"), keep(picture(), f"{words}.png")
    record = instructing.register(
        county.officer, county.word(words=words), about, secrecy=secrecy, files=[scan]
    )
    units = {"lead": county.water, "co": [county.roads]}
    instructing.propose(county.officer, record, summary="给单位的摘要。", opinion=words, **units)
    instructing.approve(county.director, record, words)
    return record


def rooms(spoken) -> list[str]:
    """Where somebody would look for a leader's words, and for the files that came with them."""
    pages = [
        "/",
        "/instructions/",
        "/instructions/?export=xlsx",
        "/instructions/figures/",
        "/notices/",
        "/leading/mine/",
    ]
    pages += [
        "/reports/ledger/instructions/",
        "/reports/instructions/monthly/",
        "/reports/instructions/archive/",
    ]
    pages += [f"/{room}?q={word[:2]}" for room in ("search/", "instructions/") for word in HEARD_BY]
    for record in spoken:
        url = record.get_absolute_url()
        pages += [url, *(f"{url}{step}/" for step in ("report", "propose", "edit"))]
    files = Attachment.objects.filter(matter__in=[record.pk for record in spoken])
    return pages + [file.get_absolute_url() for file in files]


@pytest.mark.slow
@pytest.mark.parametrize("name", [*READERS, "water_head", "director", "magistrate"])
def test_a_leaders_word_is_only_where_it_belongs(scene, enter, spoken, name):
    found = reachable(enter(scene.county.cast[name]), *rooms(spoken))
    for word, readers in HEARD_BY.items():
        places = [url for url, text in found.items() if word in text]
        assert bool(places) == (name in readers), (word, places[:3])


def test_a_search_for_a_leaders_word_finds_as_little_as_a_search_for_nonsense(scene, enter, spoken):
    for name in ("water_liaison", "roads_liaison", "finance_liaison", "stranger", "vice", "audit"):
        browser = enter(scene.county.cast[name])
        for page in ("/search/?q=", "/instructions/?q="):
            rows = [len(browser.get(page + word).context["table"].rows) for word in (*HEARD_BY, "无此词语")]
            assert rows == [0] * len(rows)
