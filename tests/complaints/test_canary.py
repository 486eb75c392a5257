"""Twenty complaints by every channel, in every state, with every paper: who complained is found nowhere but in the vault."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook

import complaints.actions as complaining
from bureau.notices import sweep
from bureau.notices.models import Clock
from bureau.ops.backup.making import make
from bureau.vault import opening
from bureau.vault.models import Identity, Scan
from bureau.vault.particulars import Particulars
from complaints.actions import visiting
from complaints.models import Complaint
from complaints.prints.papers import PAPERS
from tests.complaints.playing import anew, call
from tests.county import HEARD
from tests.house.crawl import reachable, text_of
from tests.pages.posting import form_of
from tests.vault.hunting import found_in, letter, queue, stored, unpacked

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
LETTER = "来信里写的那些字"
CANARIES = ("金雀来电人", "0990-5500-0", "91TXCANARY0", LETTER)
NEW, IMPORT, WEB = "/complaints/new/", "/complaints/import/", "/tousu/"
READERS = ("clerk", "water_liaison")  # for all others see tests/house/test_doors.py


def who(number: int) -> Particulars:
    return Particulars(
        f"金雀来电人{number}号",
        f"0990-5500-{number:05}",
        f"金雀来电人路{number}号",
        f"金雀来电人{number}竹业有限公司",
        f"91TXCANARY{number:08}",
    )


def by_telephone(county, browser, number: int, **changes) -> Complaint:
    """On the page, as the clerk types it."""
    known = who(number)
    given = {name: getattr(known, name) for name in ("name", "phone", "enterprise", "licence", "address")}
    case = {"facts": f"第{number}处路口设卡收费。", "cause": county.cause().pk, "place": f"第{number}处路口"}
    answer = browser.post(NEW, form_of(browser.get(NEW)) | given | case | {"again": "1"} | changes)
    assert answer.status_code == 302, answer.content.decode()
    return Complaint.objects.latest("matter_id")


def by_letter(county, browser, number: int) -> Complaint:
    scan = SimpleUploadedFile("金雀来电人的来信.png", letter(LETTER))
    return by_telephone(county, browser, number, channel="letter", letters=scan)


def by_visit(county, browser, number: int) -> Complaint:
    """Five come together, each of them named."""
    made = by_telephone(county, browser, number, channel="visit", persons=12, representatives=5)
    for more in range(1, 5):
        complaining.name_another(county.clerk, anew(made), who(number * 100 + more), [])
    return made


def by_web(county, number: int) -> Complaint:
    browser, known = Client(), who(number)
    given = {
        "facts": "网上反映设卡收费。",
        "cause": county.cause().pk,
        "name": known.name,
        "phone": known.phone,
    }
    evidence = SimpleUploadedFile("金雀来电人的收据.png", letter(LETTER))
    values = form_of(browser.get(WEB)) | given | {"enterprise": known.enterprise, "evidence": evidence}
    assert browser.post(WEB, values).status_code == 200
    return Complaint.objects.latest("matter_id")


def by_hotline(browser, *numbers: int) -> None:
    """Work orders of the hotline, out of a table; one that tells who called is refused in words without it."""
    rows = [("工单编号", "受理时间", "诉求人", "联系电话", "企业名称", "诉求内容", "事由")]
    at = timezone.localtime() - timedelta(hours=1)
    for number in numbers:
        known = who(number)
        rows.append(
            (
                f"GD{number}",
                f"{at:%Y-%m-%d %H:%M}",
                known.name,
                known.phone,
                known.enterprise,
                "设卡收费",
                "乱收费",
            )
        )
    told = [rows[0], (*rows[1][:5], f"{who(numbers[0]).name}反映设卡收费", "乱收费")]
    assert who(numbers[0]).name not in handed_in(browser, told).content.decode()
    assert handed_in(browser, rows).status_code == 302


def handed_in(browser, rows):
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    table = SimpleUploadedFile("金雀来电人工单.xlsx", out.getvalue())
    return browser.post(IMPORT, form_of(browser.get(IMPORT)) | {"file": table})


def by_meeting(county, number: int) -> None:
    visit = visiting.register_visit(
        county.clerk, "meeting", timezone.localdate(), "县政府", "副局长", 3, ["路口设卡收费。"]
    )
    told = county.told(identity_mode="anonymous")
    visiting.complain(county.clerk, visit.questions.get(), told)


@pytest.fixture
def played(county, enter, settings, tmp_path, caplog):
    """Seven by seven channels, eight in the eight states, five on the ways aside."""
    caplog.set_level("DEBUG")
    settings.PUBLIC_COMPLAINTS = True
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "arriving"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    Clock.objects.create(pk=1, armed=True)
    browser = enter(county.clerk)
    called = by_telephone(county, browser, 1)
    by_letter(county, browser, 2)
    by_visit(county, browser, 3)
    by_web(county, 4)
    by_hotline(browser, 5, 6)
    by_meeting(county, 7)
    for number, stage in enumerate(HEARD, 8):
        told = {"received": call(channel="superior"), "facts": f"上级转来的第{number}件。"}
        county.complaint(stage, to=[county.water, county.roads], who=who(number), **told)
    aside(county)
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
    sweep.sweep()
    return called


def aside(county) -> None:
    """Refused, merged, withdrawn, split, and one from which a supervision arises."""
    refused, merged, withdrawn, split, supervised = (
        county.complaint("registered" if number < 18 else "running", who=who(number))
        for number in range(16, 21)
    )
    complaining.propose_refusal(county.clerk, refused, "R1", "不属于本局受理范围。", "")
    complaining.refuse(county.director, anew(refused))
    complaining.merge(county.clerk, anew(merged), split.matter.number)
    complaining.withdraw(county.clerk, withdrawn, "投诉人来电撤回。")
    complaining.split(county.clerk, anew(split), "另一处收费", "另一处收费请核查。")
    words = {"title": "整改设卡收费", "words": "查实设卡。", "due": timezone.localdate() + timedelta(days=9)}
    complaining.supervise(county.director, anew(supervised), "directives", county.horse, **words)


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


def test_who_complained_is_found_nowhere_outside_the_vault(
    county, enter, played, settings, tmp_path, caplog, mailoutbox
):
    assert Complaint.objects.count() >= 20
    assert Identity.objects.count() >= 20
    pages = shown(county, enter) | printed(enter(county.clerk))
    assert len(pages) > 60
    del pages[f"clerk {NEW}"]  # her own form, with what she has not sent yet
    told = enter(county.officer).get("/reports/figures/new/?room=complaints&year=2026")
    pages["bulletin begun"] = told.content
    made = make(tmp_path / "backups")
    letters = stored(settings.FILES_ROOT)
    assert len(letters) == Scan.objects.count() == 2
    places = pages | letters | stored(tmp_path / "arriving") | stored(tmp_path / "backups")
    places |= unpacked(tmp_path, made.name)
    places |= {"log": caplog.text.encode(), "queue": queue(settings)}
    places["sessions"] = str([one.get_decoded() for one in Session.objects.all()]).encode()
    places["mail"] = "".join(f"{one.subject}{one.body}" for one in mailoutbox).encode()
    assert found_in(places, CANARIES) == {}
    assert not list((tmp_path / "arriving").iterdir())
    kept = opening.opened(Identity.objects.get(matter=played.pk))  # and inside it all stands
    assert (kept.name, kept.enterprise) == (who(1).name, who(1).enterprise)
