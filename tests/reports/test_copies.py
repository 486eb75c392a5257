"""Copies of a restricted issue, the Word file beside the PDF, and volumes: what each bears, and who gets it."""

import io
import zipfile

import pdfplumber
import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from bureau.files import store
from bureau.jobs.doing import run
from reports import rendering
from reports.models import Rendering
from reports.personal import copies
from reports.volumes import starts, volume
from tests.reports.screen import statuses
from tests.reports.specials import issue, survey

YEAR = timezone.localdate().year


@pytest.fixture
def paper(county):
    """An issued 专报 for the two leaders, five copies."""
    matter = county.directive("running", title="完成小型水库隐患排查").matter
    return issue(county, survey(county, matter, readers=[county.magistrate, county.vice]))


def words(pdf: bytes) -> str:
    """As they stand in the file, one object after the other: what is laid below is slanted."""
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace("\n", "")


def got(enter, person, paper, name="pdf") -> bytes:
    response = enter(person).get(reverse(f"reports:{name}", args=[paper.pk]))
    assert response.status_code == 200
    return response.getvalue()


def test_each_leader_gets_a_copy_with_their_number_and_their_post_on_each_page(county, paper, enter):
    text = words(got(enter, county.magistrate, paper))
    assert "编号：000001" in text
    assert county.magistrate.name in text
    assert "编号：000002" in words(got(enter, county.vice, paper))


def test_the_desks_copy_bears_the_name_of_who_took_it_and_no_number(county, paper, enter):
    text = words(got(enter, county.officer, paper))
    assert county.officer.name in text
    assert "编号：" not in text


@pytest.mark.slow
def test_the_issued_file_itself_bears_neither(county, paper):
    with store.open_kept(paper.rendering.sha256) as file:
        text = words(file.read())
    assert "编号：" not in text
    assert county.magistrate.name not in text.replace(paper.report_to, "")


def test_a_notice_is_handed_out_as_it_was_issued(county, issued, enter):
    with store.open_kept(issued.rendering.sha256) as file:
        assert got(enter, county.school_head, issued) == file.read()


@pytest.mark.slow
def test_paper_copies_are_numbered_through_and_name_whom_they_are_for(county, paper):
    with pdfplumber.open(io.BytesIO(copies(paper, 1, 3))) as opened:
        first = [page.extract_text() for page in opened.pages if "编号" in page.extract_text()]
    assert [f"编号：00000{number}" in text for number, text in enumerate(first, 1)] == [True] * 3


@pytest.mark.parametrize(
    "asked", ["first=0&last=1", "first=2&last=1", "first=1&last=6", "first=x&last=1", "first=1&last=999999"]
)
def test_numbers_that_are_none_are_refused_in_words(county, paper, enter, asked):
    response = enter(county.officer).get(f"{reverse('reports:copies', args=[paper.pk])}?{asked}")
    assert response["Content-Type"].startswith("text/html")
    assert "没有打印" in response.content.decode()


def test_the_desk_prints_the_numbered_copies(county, paper, enter):
    url = reverse("reports:copies", args=[paper.pk])
    response = enter(county.officer).get(f"{url}?first=1&last=5")
    assert response["Content-Type"] == "application/pdf"


def test_there_are_no_numbered_copies_of_what_goes_wide(county, issued, enter):
    assert enter(county.officer).get(reverse("reports:copies", args=[issued.pk])).status_code == 404


def test_word_says_what_the_pdf_says(county, issued, enter):
    document = Document(io.BytesIO(got(enter, county.school_head, issued, "word")))
    text = "".join(paragraph.text for paragraph in document.paragraphs)
    assert "督查通报" in text
    assert "已办结1项，占33%" in text
    assert [cell.text for cell in document.tables[0].rows[1].cells][1] == "完成小型水库隐患排查"


def test_both_files_have_their_digest(issued):
    file = issued.rendering
    for digest, size in ((file.sha256, file.size), (file.word_sha256, file.word_size)):
        with store.open_kept(digest) as kept:
            assert len(kept.read()) == size


def test_an_issue_does_not_wait_for_word(county, signed, monkeypatch, enter):
    monkeypatch.setattr(rendering, "word_of", lambda sheet: 1 / 0)
    rendering.render_issue(signed.rendering.pk)
    file = Rendering.objects.get(pk=signed.rendering.pk)
    assert (file.state, file.word_sha256) == ("done", "")
    response = enter(county.officer).get(reverse("reports:word", args=[signed.pk]), follow=True)
    assert "没有 Word 文件" in response.content.decode()


def test_word_of_what_is_restricted_is_the_desks(county, paper, client):
    found = statuses(county, client, reverse("reports:word", args=[paper.pk]))
    assert {name for name, status in found.items() if status == 200} == {
        "officer",
        "colleague",
        "clerk",
        "inquirer",
        "director",
        "deputy",
    }


def bound(county, person, series="notice", part="year"):
    from bureau.pages import period

    return volume(person, series, period.of(YEAR, part))


def test_a_volume_begins_with_contents_and_lists_each_issue(county, issued):
    read = PdfReader(io.BytesIO(bound(county, county.officer)))
    outline = [one.title for one in read.outline if not isinstance(one, list)]
    assert outline == ["目录", f"{issued.number}　{''.join(issued.title.split())}"]
    assert "督查通报合订本" in read.pages[0].extract_text().replace("\n", "")


def test_pages_are_counted_behind_the_contents():
    assert starts(2, [3, 1, 4]) == [3, 6, 7]


@pytest.mark.slow
def test_in_a_volume_of_restricted_issues_each_page_bears_the_readers_name(county, paper):
    text = words(bound(county, county.magistrate, "special"))
    assert county.magistrate.name in text
    assert "编号：000001" in text


def test_a_volume_holds_what_the_person_sees_and_is_made_by_the_worker(county, paper, issued, enter):
    url = reverse("reports:volumes")
    asked = {"series": "special", "year": str(YEAR), "part": "year"}
    page = enter(county.water_liaison).post(url, asked).content.decode()
    assert "没有您可以查阅的期次" in page
    from bureau.jobs.models import Job

    enter(county.officer).post(url, asked)
    job = Job.objects.get()
    run(job.pk)
    job.refresh_from_db()
    assert job.state == Job.State.DONE, job.outcome
    assert "已装订，共1期" in job.outcome


@pytest.mark.parametrize("typed", [{"year": "1"}, {"series": "x"}, {"part": "13"}, {}])
def test_a_forged_volume_is_refused_in_words(county, enter, typed):
    asked = {"series": "notice", "year": str(YEAR), "part": "year"} if typed else {}
    response = enter(county.officer).post(reverse("reports:volumes"), asked | typed)
    assert response.status_code == 200


def test_the_same_sheet_gives_the_same_word_file(county, draft):
    from bureau.press.printing import word_of
    from reports.prints.bulletin import sheet_of

    sheet = sheet_of(draft)
    assert word_of(sheet) == word_of(sheet)


def test_word_holds_no_moment_of_its_making(county, issued, enter):
    with zipfile.ZipFile(io.BytesIO(got(enter, county.officer, issued, "word"))) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}


def test_a_backup_knows_of_both_files(issued):
    from bureau.ops.backup.snapshot import named_files

    assert {issued.rendering.sha256, issued.rendering.word_sha256} <= named_files()
