"""Letters are sealed before they are kept, looked at page by page, and taken only where that can be done."""

import os
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pypdf import PdfWriter

from bureau.attack.hunting import stored
from bureau.files import store
from bureau.matters.models import Attachment
from bureau.ops.backup.making import kept
from bureau.org import cipher
from bureau.vault import opening, scans
from bureau.vault.models import Identity, Scan
from bureau.vault.tasks import forget_uploads
from bureau.vault.unreadable import Unreadable
from tests.house.papers import minutes, picture
from tests.house.scene import sealed
from tests.pages.posting import form_of
from tests.vault.planted import WHO
from tests.vault.registering import Register

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.vault.registering")]
URL = "/register/"


def pdf(pages: int) -> bytes:
    out, writer = BytesIO(), PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(200, 280)
    writer.write(out)
    return out.getvalue()


@pytest.fixture
def send(county, enter, monkeypatch):
    """The page that takes letters: what it answers to some, each a name and bytes."""
    monkeypatch.setattr(Register, "made", lambda self: county.directive("draft").matter)
    browser = enter(county.officer)

    def post(*letters, **more):
        files = [SimpleUploadedFile(name, content) for name, content in letters]
        form = {"summary": "村口设卡收费", "name": WHO.name, "letters": files}
        return browser.post(URL, form | more)

    return post


def words(answer) -> str:
    return answer.content.decode()


def test_a_letter_is_kept_on_its_identity_and_on_no_matters_page(county, send):
    assert send(("来信.pdf", pdf(2))).status_code == 302
    scan = Scan.objects.get()
    assert len(opening.open_scan(county.officer, scan, "核实情况")) == 2
    assert not Attachment.objects.exists()


def test_nothing_of_it_lies_in_the_store_in_plain(send):
    send(("来信.png", picture()))
    lying = [path.read_bytes() for path in kept()]
    assert lying
    assert not any(picture()[:16] in content or b"PNG" in content for content in lying)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("来信.docx", minutes, "不是扫描件"),
        ("来信.pdf", lambda: pdf(scans.MOST_PAGES + 1), f"最多{scans.MOST_PAGES}页"),
        ("来信.png", lambda: b"MZ" + b"0" * 2000, "是程序"),
        ("来信.pdf", lambda: pdf(1) + b"0" * scans.LARGEST, "超过 10 MB"),
        ("来信.png", lambda: picture()[:40], "损坏"),
    ],
)
def test_what_cannot_be_looked_at_is_refused_in_words_and_leaves_nothing(send, settings, name, content, told):
    answer = send((name, content()))
    assert (answer.status_code, told in words(answer)) == (200, True)
    assert not Identity.objects.exists()
    assert not stored(settings.FILES_ROOT)


def test_more_than_five_at_once_are_refused(send):
    assert "来信扫描件最多5个" in words(send(*[("来信.png", picture())] * 6))


def test_a_letter_that_arrived_stays_with_a_form_that_was_refused(send):
    refused = send(("来信.png", picture()), name="")
    assert "来信.png" in words(refused)
    ticket = form_of(refused)["letters-kept"]
    assert send(**{"letters-kept": ticket}).status_code == 302
    assert scans.named(Scan.objects.get()) == ("来信.png", "png")


def left_lying(days: int) -> int:
    """What the sweeper forgets of the uploads, so many days after they came."""
    before = (timezone.now() - timedelta(days)).timestamp()
    for mark in store.waiting().glob("*"):
        os.utime(mark, (before, before))
    return forget_uploads()


def test_a_letter_of_a_form_that_is_never_sent_again_is_forgotten_after_two_days(send, settings):
    send(("来信.png", picture()), name="")
    assert (left_lying(1), len(list(settings.FILES_ROOT.glob("??/*")))) == (0, 1)
    assert (left_lying(3), stored(settings.FILES_ROOT)) == (1, {})
    assert left_lying(3) == 0


def test_a_backup_carries_no_letter_that_waits_for_its_form(send):
    refused = send(("来信.png", picture()), name="")
    assert not list(kept())
    send(**{"letters-kept": form_of(refused)["letters-kept"]})
    assert [path.name for path in kept()] == [Scan.objects.get().sha256]


def test_a_letter_whose_form_was_sent_is_not_forgotten(county, send, django_capture_on_commit_callbacks):
    refused = send(("来信.png", picture()), name="")
    with django_capture_on_commit_callbacks(execute=True):
        send(**{"letters-kept": form_of(refused)["letters-kept"]})
    assert left_lying(30) == 0
    assert len(opening.open_scan(county.officer, Scan.objects.get(), "核实情况")) == 1


def test_a_letter_moved_to_another_identity_opens_no_more(county, identity):
    scans.bind(identity, [sealed(picture(), "来信.png")])
    other = opening.keep(county.officer, county.directive("running").matter, WHO)
    Scan.objects.update(identity=other)
    with pytest.raises(Unreadable):
        opening.open_scan(county.director, Scan.objects.get(), "核实情况")


def test_another_letter_in_its_place_opens_no_more(county, identity):
    scans.bind(identity, [sealed(picture(), "一.png"), sealed(picture(), "二.png")])
    first, second = identity.scans.all()
    Scan.objects.filter(pk=first.pk).update(sha256=second.sha256)
    first.refresh_from_db()
    with pytest.raises(cipher.Unreadable):
        store.open_sealed(first.sha256, first.about)
