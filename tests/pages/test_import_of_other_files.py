"""Files that are no .docx or .xlsx: with text they are read, as pictures they are registered by hand beside their pages."""

import subprocess
from io import BytesIO

import pytest
from weasyprint import HTML

from bureau.files import converting
from bureau.jobs.models import Job
from bureau.jobs.tasks import run
from directives.models import Directive, Intake, Source
from tests.house.papers import MINUTES, minutes, picture, task_table
from tests.journeys.papers import scan
from tests.pages.test_import_preview import officer, send, titles, upload

__all__ = ["officer"]
pytestmark = pytest.mark.django_db
OFFICE = converting.program()
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def old(content: bytes, suffix: str, kind: str, folder) -> bytes:
    """The same file as an older program writes it."""
    (folder / f"paper.{suffix}").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    order = [
        OFFICE,
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        folder,
        folder / f"paper.{suffix}",
    ]
    subprocess.run(order, check=True, capture_output=True, timeout=120)
    return (folder / f"paper.{kind}").read_bytes()


def printed(*lines: str) -> bytes:
    out = BytesIO()
    HTML(string="".join(f"<p>{line}</p>" for line in lines)).write_pdf(out)
    return out.getvalue()


@needs_office
@pytest.mark.parametrize(
    "made, suffix, kind, name", [(minutes, "docx", "doc", "纪要.doc"), (minutes, "docx", "doc", "纪要.wps")]
)
def test_an_old_text_is_read_by_the_worker(officer, tmp_path, made, suffix, kind, name):
    upload(officer, old(made(), suffix, kind, tmp_path), name=name)
    job = Job.objects.get()
    assert not Intake.objects.exists()
    run(job.pk)
    job.refresh_from_db()
    assert job.outcome == "已转换成“纪要.docx”，读出2项，请核对后登记。"
    assert len(titles()) == 2
    send(officer, "commit")
    assert (Source.objects.get().file_name, Directive.objects.count()) == ("纪要.docx", 2)


@needs_office
@pytest.mark.parametrize("name", ["任务.xls", "任务.et"])
def test_an_old_table_is_read_by_the_worker(officer, tmp_path, name):
    table = task_table((1, "新建学校一所", "县教育局", "", "12月底前"))
    upload(officer, old(table, "xlsx", "xls", tmp_path), name=name)
    run(Job.objects.get().pk)
    assert titles() == ["新建学校一所"]


def test_without_the_converter_an_old_file_is_refused_with_the_way_out(officer, monkeypatch):
    monkeypatch.setattr(converting, "program", lambda: None)
    answer = upload(
        officer, converting.OLE + "WordDocument".encode("utf-16-le") + b"\0" * 600, name="纪要.doc"
    )
    assert answer.status_code == 422
    assert "另存为 .docx 或 .xlsx" in answer.content.decode()


@needs_office
def test_what_only_looks_like_an_old_file_is_said_to_be_unreadable(officer):
    upload(officer, converting.OLE + "WordDocument".encode("utf-16-le") + b"\0" * 600, name="纪要.doc")
    job = Job.objects.get()
    run(job.pk)
    job.refresh_from_db()
    assert job.state == "failed" or "读出0项" in job.outcome
    assert not Directive.objects.exists()


def test_a_pdf_with_text_is_read(officer):
    upload(officer, printed(*MINUTES), name="纪要.pdf")
    assert len(titles()) == 2


@pytest.mark.parametrize("content, name", [(scan, "扫描件.pdf"), (picture, "照片.png")])
def test_a_picture_is_registered_by_hand_and_becomes_the_original(officer, content, name):
    shown = upload(officer, content(), name=name).content.decode()
    intake = Intake.objects.get()
    assert "这份文件是扫描件或照片" in shown
    assert f"/directives/import/{intake.pk}/look/1/" in shown
    assert officer.get(f"/directives/import/{intake.pk}/look/1/")["Content-Type"] == "image/jpeg"
    assert officer.get(f"/directives/import/{intake.pk}/look/").status_code == 200
    send(officer, "first")
    send(
        officer,
        "commit",
        **{"0-title": "修复水毁公路", "0-lead": "县水利局", "0-due": "2027-01-31", "head-title": "纪要"},
    )
    assert (Source.objects.get().sha256, Directive.objects.get().matter.title) == (
        intake.sha256,
        "修复水毁公路",
    )


def test_the_pages_of_anothers_import_are_absent(officer, county, enter):
    upload(officer, scan(), name="扫描件.pdf")
    intake = Intake.objects.get()
    for address in ("look/", "look/1/", "file/"):
        assert enter(county.colleague).get(f"/directives/import/{intake.pk}/{address}").status_code == 404
    assert enter(county.colleague).post(f"/directives/import/{intake.pk}/restore/").status_code == 404
