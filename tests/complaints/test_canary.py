"""Twenty complaints by every channel, in every state, with every paper: who complained is found nowhere but in the vault.

Read are pages, papers, registers (PDF, Word, Excel) and urging; what the gateway was posted and the mail server was sent; the
store, with what the worker made; the folder of uploads; the log, Redis, sessions, drafts and jobs; a dump and a backup."""

from typing import NamedTuple

import pytest
from django.urls import reverse
from django.utils import timezone

from bureau.attack.hunting import found_in, queue, stored, unpacked
from bureau.notices import sweep
from bureau.notices.models import Clock, News, Notice
from bureau.notices.posting import send_out
from bureau.ops.backup.making import make
from bureau.org.models import Session
from bureau.press.printing import word_of
from bureau.urging.models import Urging
from bureau.urging.prints import urging_sheet
from bureau.vault import opening
from bureau.vault.models import Identity, Scan
from complaints.models import Complaint
from complaints.prints.papers import PAPERS
from reports import leaves
from reports.models import Bulletin
from tests.complaints import planting
from tests.complaints.planting import CANARIES, NEW, who
from tests.house.crawl import reachable, text_of
from tests.pages.posting import form_of
from tests.vault.outside import Outside, reached

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
READERS = ("clerk", "water_liaison")  # for all others see tests/house/test_doors.py
TOLD = ("clerk", "director", "water_liaison", "roads_liaison", "horse_liaison", "magistrate")


class Played(NamedTuple):
    called: Complaint
    slip: Urging
    bulletins: list[Bulletin]


@pytest.fixture
def outside(county, settings):
    with reached([county.cast[name] for name in TOLD], settings) as opened:
        yield opened


@pytest.fixture
def played(county, enter, outside, settings, tmp_path, caplog, time_machine, monkeypatch) -> Played:
    """Seven by seven channels, eight in the eight states, five on the ways aside, one that is late; and what is written of them."""
    caplog.set_level("DEBUG")
    settings.PUBLIC_COMPLAINTS = True
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "arriving"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    Clock.objects.create(pk=1, armed=True)
    slip = planting.urged(county, time_machine)
    browser = enter(county.clerk)
    called = planting.by_telephone(county, browser, 1, urgency="urgent")
    planting.by_letter(county, browser, 2)
    planting.by_visit(county, browser, 3)
    planting.by_web(county, 4)
    planting.by_hotline(browser, 5, 6)
    planting.by_meeting(county, 7)
    planting.in_eight_states(county)
    planting.aside(county)
    browser.post(NEW, form_of(browser.get(f"{NEW}?sheet=new")) | {"name": who(99).name, "draft": "1"})
    identity = Identity.objects.get(matter=called.pk)
    opened = browser.post(reverse("vault:open", args=[identity.key]), {"why": "回访"})
    assert who(1).name in opened.content.decode()  # the one page that shows it
    for number in (21, 22):  # what is refused is logged, kept and told nowhere either
        told = {
            "facts": f"我是{who(number).name}，设卡收费",
            "name": who(number).name,
            "cause": county.cause().pk,
        }
        assert browser.post(NEW, form_of(browser.get(NEW)) | told).status_code in (200, 409)
    bulletins = [planting.told_of(county, browser), planting.reported(county)]
    planting.exported(browser, monkeypatch)
    sweep.sweep()
    outside.let_out()
    return Played(called, slip, bulletins)


def printed(browser) -> dict[str, bytes]:
    """Every paper, and the registers, on paper and as Excel."""
    answered, refused = Complaint.objects.exclude(called_back_at=None), Complaint.objects.exclude(ground="")
    several = (answered[0], refused[0])
    papers = [f"/complaints/{one.pk}/paper/{name}/" for one in several for name in PAPERS]
    registers = [f"/complaints/{one}export=xlsx" for one in ("?", "receptions/?", "visits/?", "figures/?")]
    more = ["/complaints/figures/?print=1", "/vault/lines/?export=xlsx", "/ledger/complaints/"]
    answers = {url: browser.get(url) for url in (*papers, *registers, *more)}
    return {url: text_of(answer).encode() for url, answer in answers.items() if answer.status_code == 200}


def shown(county, enter) -> dict[str, bytes]:
    """Whatever each of them reaches by following every link."""
    found = {}
    for name in READERS:
        pages = reachable(
            enter(county.cast[name]), "/complaints/", "/", "/search/?q=金雀来电人路", "/notices/"
        )
        found |= {f"{name} {url}": text.encode() for url, text in pages.items() if "q=" not in url}
    return found


def written(county, enter, bulletins) -> dict[str, bytes]:
    """Each bulletin as the magistrate reads it: page, PDF, its pages as pictures; and as Word, which the desk alone has."""
    reader, desk, found = enter(county.magistrate), enter(county.clerk), {}
    for one in bulletins:
        home = reverse("reports:page", args=[one.pk])
        leaf = [f"{home}leaf/{number + 1}/" for number in range(leaves.count(leaves.printed(one)))]
        answers = {url: reader.get(url) for url in (home, f"{home}pdf/", *leaf)}
        answers[f"{home}word/"] = desk.get(f"{home}word/")
        assert {answer.status_code for answer in answers.values()} == {200}
        found |= {url: answer.getvalue() for url, answer in answers.items()}
    return found


def urged(county, enter, slip) -> dict[str, bytes]:
    """The paper to the unit that is late: its page, printed, and as Word would have it."""
    found = {"slip as Word": word_of(urging_sheet(slip))}
    for name in READERS:
        browser = enter(county.cast[name])
        for url in (reverse("urging:page", args=[slip.pk]), reverse("urging:printed", args=[slip.pk])):
            answer = browser.get(url)
            assert answer.status_code == 200
            found[f"{name} {url}"] = answer.getvalue()
    return found


def test_who_complained_is_found_nowhere_outside_the_vault(
    county, enter, played, outside, settings, tmp_path, caplog
):
    assert Complaint.objects.count() >= 20
    assert Identity.objects.count() >= 20
    pages = shown(county, enter) | printed(enter(county.clerk))
    assert len(pages) > 60
    del pages[f"clerk {NEW}"]  # her own form, with what she has not sent yet
    pages |= urged(county, enter, played.slip) | written(county, enter, played.bulletins)
    made = make(tmp_path / "backups")
    kept = stored(settings.FILES_ROOT)
    issued, exports = 2 * len(played.bulletins), 1  # of each PDF and Word
    assert len(kept) == Scan.objects.count() + issued + exports
    places = pages | kept | outside.told | stored(tmp_path / "arriving") | stored(tmp_path / "backups")
    places |= unpacked(tmp_path, made.name)
    places |= {"log": caplog.text.encode(), "queue": queue(settings)}
    places["sessions"] = str([one.get_decoded() for one in Session.objects.all()]).encode()
    assert outside.phone.taken
    assert outside.box.mails
    assert found_in(places, CANARIES) == {}
    assert not list((tmp_path / "arriving").iterdir())
    inside = opening.opened(Identity.objects.get(matter=played.called.pk))  # and there all stands
    assert (inside.name, inside.enterprise) == (who(1).name, who(1).enterprise)


def test_the_search_finds_what_lies_open_in_every_place_that_words_leave_by(
    county, enter, outside: Outside, settings, time_machine
):
    """Else it would pass by not looking: a name that the vault does not know on this matter, in its title; and in a message."""
    name = who(1).name
    slip = planting.urged(county, time_machine, place=f"{name}家门口")
    bulletin = planting.reported(county)
    planted = {"person": county.clerk, "news": News.TEST, "words": f"{name}的消息", "urgent": True}
    send_out([Notice.objects.create(**planted, at=timezone.now())])
    outside.let_out()
    places = urged(county, enter, slip) | written(county, enter, [bulletin]) | outside.told
    places |= stored(settings.FILES_ROOT)
    pictures = {url for url in places if "/leaf/" in url}  # drawn from the PDF, whose words are searched
    assert pictures
    assert set(found_in(places, CANARIES)) == set(places) - pictures
