"""A PDF or a picture is looked at page by page without being downloaded, by whoever may download it and nobody else."""

import hashlib
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from pypdf import PdfWriter

from bureau.files import store
from bureau.files.drawing import TALLEST
from bureau.matters.models import Attachment
from bureau.matters.parts import assignments
from bureau.pages.looking import NARROW, WIDE
from directives.models import Source
from tests.house.papers import minutes
from tests.house.table import places

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def pdf(*sizes: tuple[int, int]) -> bytes:
    """A PDF of empty pages of these sizes, in points."""
    writer, out = PdfWriter(), BytesIO()
    for width, height in sizes:
        writer.add_blank_page(width, height)
    writer.write(out)
    return out.getvalue()


A4, STRIP = (595, 842), (10, 14_000)


@pytest.fixture
def handed_in(scene):
    """The water bureau answers once more, with a file; gives it."""

    def hand_in(content: bytes, name: str) -> Attachment:
        kept = store.keep(ContentFile(content, name=name))
        entry = assignments.reply(scene.county.water_liaison, scene.part, "见附件。", files=[kept])
        return entry.attachments.get()

    return hand_in


def size_of(answer) -> tuple[int, int]:
    return Image.open(BytesIO(answer.content), formats=["JPEG"]).size


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_a_clerk_reads_the_second_page_of_a_pdf_and_opens_it_larger(scene, enter, handed_in):
    file, browser = handed_in(pdf(A4, A4, A4), "佐证.pdf"), enter(scene.county.officer)
    assert f'href="{file.look}"' in words(browser.get(scene.running.get_absolute_url()))
    page = words(browser.get(f"{file.look}?page=2"))
    assert "第 2 页，共 3 页" in page
    assert f'<img src="{file.look}2/"' in page
    assert f'href="{file.look}2/?wide=1"' in page
    assert "?page=1" in page
    assert "?page=3" in page
    assert f'href="{file.get_absolute_url()}" download' in page
    assert scene.running.get_absolute_url() in page
    assert size_of(browser.get(f"{file.look}2/"))[0] == NARROW
    assert size_of(browser.get(f"{file.look}2/?wide=1"))[0] == WIDE


def test_only_the_page_that_is_looked_at_is_drawn(scene, enter, handed_in):
    file = handed_in(pdf(*[A4] * 40), "四十页.pdf")
    assert words(enter(scene.county.officer).get(file.look)).count(f'src="{file.look}') == 1


def test_a_page_number_that_is_none_shows_a_page_that_is(scene, enter, handed_in):
    file, browser = handed_in(pdf(A4, A4), "佐证.pdf"), enter(scene.county.officer)
    assert "第 2 页，共 2 页" in words(browser.get(f"{file.look}?page=999"))
    assert "第 1 页，共 2 页" in words(browser.get(f"{file.look}?page=二"))
    assert browser.get(f"{file.look}3/").status_code == 404


def test_a_page_as_long_as_a_street_is_drawn_no_taller_than_three_screens(scene, enter, handed_in):
    file = handed_in(pdf(STRIP), "长条.pdf")
    assert size_of(enter(scene.county.officer).get(f"{file.look}1/"))[1] <= TALLEST * NARROW + 1


def test_a_photograph_stands_as_it_was_taken_and_is_not_blown_up(scene, enter):
    browser, look = enter(scene.county.officer), places(scene)["matters:look"]
    assert "第 1 页，共 1 页" in words(browser.get(look))
    assert size_of(browser.get(places(scene)["matters:leaf"])) == (2, 2)


def test_a_phones_picture_lies_upright(scene, enter, handed_in):
    out, turned = BytesIO(), Image.Exif()
    turned[0x0112] = 6  # held upright, kept lying
    Image.new("RGB", (40, 20)).save(out, "JPEG", exif=turned)
    file = handed_in(out.getvalue(), "现场.jpg")
    assert size_of(enter(scene.county.officer).get(f"{file.look}1/")) == (20, 40)


def test_a_word_file_is_said_to_be_downloaded(scene, enter, handed_in):
    file, browser = handed_in(minutes(), "情况说明.docx"), enter(scene.county.officer)
    assert file.look == ""
    assert "下载后打开" in words(browser.get(scene.running.get_absolute_url()))
    answer = browser.get(f"{file.get_absolute_url()}look/")
    assert answer.status_code == 200
    assert "请下载后打开" in words(answer)
    assert browser.get(f"{file.get_absolute_url()}look/1/").status_code == 404


def test_a_broken_pdf_is_a_sentence_and_its_original_stays_at_hand(scene, enter):
    broken = store.Kept("坏.pdf", "pdf", 9, laid(b"%PDF-1.7\nnothing\n%%EOF"))
    entry = assignments.reply(scene.county.water_liaison, scene.part, "见附件。", files=[broken])
    file, browser = entry.attachments.get(), enter(scene.county.officer)
    answer = browser.get(file.look)
    assert answer.status_code == 200
    assert "可能已经损坏" in words(answer)
    assert f'href="{file.get_absolute_url()}" download' in words(answer)
    assert browser.get(f"{file.look}1/").status_code == 404


def laid(content: bytes) -> str:
    """Bytes laid into the store past its door; their digest."""
    sha256 = hashlib.sha256(content).hexdigest()
    store.path_of(sha256).parent.mkdir(exist_ok=True)
    store.path_of(sha256).write_bytes(content)
    return sha256


def test_a_file_the_store_has_lost_is_said_on_its_matter(scene, enter):
    lost = store.Kept("佐证.pdf", "pdf", 3, "1" * 64)
    entry = assignments.reply(scene.county.water_liaison, scene.part, "见附件。", files=[lost])
    file, browser = entry.attachments.get(), enter(scene.county.officer)
    assert "不在存储里" in words(browser.get(file.look, follow=True))
    assert browser.get(f"{file.look}1/").status_code == 404


def test_nothing_of_it_stays_in_the_browser(scene, enter):
    for door in ("matters:look", "matters:leaf"):
        answer = enter(scene.county.officer).get(places(scene)[door])
        assert answer.headers["Cache-Control"] == "private, no-store"


def test_the_scan_of_a_source_is_looked_at_from_its_page(scene, enter):
    scan = store.keep(ContentFile(pdf(A4), name="纪要.pdf"))
    Source.objects.filter(pk=scene.source.pk).update(
        file_name=scan.name, file_kind=scan.kind, file_size=scan.size, sha256=scan.sha256
    )
    source, browser = Source.objects.get(pk=scene.source.pk), enter(scene.county.officer)
    assert f'href="{source.look}"' in words(browser.get(source.get_absolute_url()))
    assert "第 1 页，共 1 页" in words(browser.get(source.look))
    assert size_of(browser.get(f"{source.look}1/"))[0] == NARROW
    assert enter(scene.county.water_liaison).get(f"{source.look}1/").status_code == 404
