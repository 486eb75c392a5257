"""What is uploaded to a case or served in it lies in the store as cipher text alone, from its arrival on, and opens to who may read it."""

import io
from contextlib import contextmanager
from hashlib import sha256

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from bureau.attack.hunting import found_in, stored
from bureau.files import store
from bureau.matters import attached
from bureau.matters.models import Attachment, AttachmentText, Service
from bureau.org import cipher
from bureau.pages.fields import FilesField
from tests.accountability import playing
from tests.accountability.playing import play, receipt
from tests.accountability.test_forged import doors, play_to
from tests.house.papers import minutes, picture
from tests.journeys.papers import scan
from tests.pages.posting import form_of
from tests.vault.conftest import next_year  # noqa: F401 a fixture

pytestmark = pytest.mark.django_db
SAID = "三号蒸球夜间记录"
TODAY = timezone.localdate


@pytest.fixture
def written(django_capture_on_commit_callbacks):
    """What is done when all is written is done at the end of it."""

    @contextmanager
    def whole():
        with django_capture_on_commit_callbacks(execute=True):
            yield

    return whole


def gather(browser, it, *files):
    url = reverse("accountability:gather", args=[it.case.pk])
    given = form_of(browser.get(url)) | {"name": "现场记录", "origin": "督查活动", "pages": "1"}
    return browser.post(url, given | {"files": [SimpleUploadedFile(*one) for one in files]})


def lying_open(settings, *words: str) -> dict:
    return found_in(stored(settings.FILES_ROOT), words)


def test_evidence_lies_closed_and_opens_to_who_reads_the_case(county, enter, settings, written):
    it = play(county, "investigating")
    browser = enter(it.second)
    with written():
        assert gather(browser, it, ("记录.docx", minutes(SAID))).status_code == 302
    file = Attachment.objects.get()
    assert lying_open(settings, SAID) == {}
    taken = b"".join(browser.get(file.get_absolute_url()))
    assert found_in({"taken": taken}, [SAID])
    digest = cipher.unseal(bytes(file.sealed), file.about).decode()
    assert digest == sha256(taken).hexdigest()
    for name in ("officer", "vice", "water_head", "water_liaison", "system", "stranger"):
        assert enter(getattr(county, name)).get(file.get_absolute_url()).status_code in (403, 404)


def test_what_was_uploaded_with_a_form_that_came_back_lies_closed_and_goes_when_it_is_sent_again(
    county, enter, settings, written
):
    it = play(county, "investigating")
    browser, url = enter(it.second), reverse("accountability:gather", args=[it.case.pk])
    empty = form_of(browser.get(url)) | {"files": [SimpleUploadedFile("记录.docx", minutes(SAID))]}
    again = browser.post(url, empty)
    assert again.status_code == 200
    assert lying_open(settings, SAID) == {}
    (arrived,) = store.waiting().glob("*")
    with written():
        given = form_of(again) | {"name": "现场记录", "origin": "督查活动", "pages": "1"}
        assert browser.post(url, given).status_code == 302
    assert not store.path_of(arrived.name).exists()
    file = Attachment.objects.get()
    assert found_in({"taken": b"".join(browser.get(file.get_absolute_url()))}, [SAID])


def test_a_picture_is_looked_at_page_by_page(county, enter, written):
    it = play(county, "investigating")
    browser = enter(it.second)
    with written():
        gather(browser, it, ("现场.png", picture()))
    file = Attachment.objects.get()
    assert browser.get(file.look).status_code == 200
    leaf = browser.get(reverse("matters:leaf", args=[file.pk, 1]))
    assert leaf["Content-Type"] == "image/jpeg"


def test_nobody_reads_the_words_of_a_closed_file_to_be_searched(county, enter, written):
    it = play(county, "investigating")
    with written():
        gather(enter(it.second), it, ("记录.docx", minutes(SAID)))
    assert attached.unread() == []
    assert not attached.read(Attachment.objects.get().pk)
    assert not AttachmentText.objects.exists()


def test_what_a_unit_is_served_lies_closed_and_opens_to_its_head_alone(county, enter, settings):
    it = play(county, "notified")
    paper = it.subject("unit").notice
    assert lying_open(settings, county.water.short, "三号蒸球", "没有组织复查") == {}
    url = reverse("matters:service_file", args=[paper.pk])
    for name in ("water_head", "director"):
        assert b"".join(enter(getattr(county, name)).get(url)).startswith(b"%PDF")
    for name in ("water_liaison", "officer", "stranger"):
        assert enter(getattr(county, name)).get(url).status_code in (403, 404)


def test_what_comes_with_a_plea_lies_closed(county, enter, settings, written):
    it = play(county, "notified")
    receipt(it, "unit")
    paper = Service.objects.get(pk=it.subject("unit").notice_id)
    browser, url = enter(county.water_head), reverse("matters:service_step", args=[paper.pk, "plea"])
    given = form_of(browser.get(url)) | {"text": "已经尽责。"}
    with written():
        answer = browser.post(url, given | {"files": [SimpleUploadedFile("申辩.docx", minutes(SAID))]})
    assert answer.status_code == 302
    assert lying_open(settings, SAID) == {}
    taken = enter(county.inquirer).get(Attachment.objects.get().get_absolute_url())
    assert found_in({"taken": b"".join(taken)}, [SAID])


def test_the_file_of_a_case_holds_scans_and_pictures_and_lists_what_has_no_pages(county, enter, written):
    it = play(county, "investigating")
    browser, url = enter(it.second), reverse("accountability:dossier", args=[it.case.pk])
    before = len(leaves_of(browser.get(url)))
    with written():
        gather(browser, it, ("现场.png", picture()), ("签字笔录.pdf", scan()), ("记录.docx", minutes(SAID)))
    leaves = leaves_of(browser.get(url))
    contents = leaves[0].extract_text()
    assert len(leaves) == before + 3  # and the list of evidence
    assert contents.index("现场.png") < contents.index("签字笔录.pdf") < contents.index("另附材料")
    assert "记录.docx" in contents


def leaves_of(answer) -> list:
    return list(pypdf.PdfReader(io.BytesIO(answer.content)).pages)


@pytest.mark.parametrize("stage", ["clue", "explaining", "investigating", "received", "recommended"])
def test_no_form_of_the_room_takes_a_file_that_would_lie_open(county, enter, stage):
    it = play_to(county, stage)
    fields = [
        (url, field)
        for url, who in doors(it, stage).items()
        for field in enter(who).get(url).context["form"].fields.values()
        if isinstance(field, FilesField)
    ]
    assert fields
    assert [url for url, field in fields if not field.sealed] == []


def test_with_a_new_key_they_are_written_anew(county, enter, next_year, written):  # noqa: F811
    it = play(county, "investigating")
    playing.found(it)
    with written():
        gather(enter(it.second), it, ("记录.docx", minutes(SAID)))
    with written():
        call_command("rotate_vault")
    next_year()
    file = Attachment.objects.get()
    assert found_in({"taken": store.open_sealed(file.sha256, file.about)}, [SAID])
