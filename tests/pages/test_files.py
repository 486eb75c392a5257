"""Files that are not what we take: refused with a sentence that names the file, and nothing is kept."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bureau.matters.models import Reply
from directives.models import Intake
from tests.house.papers import minutes, picture, task_table
from tests.house.table import places

pytestmark = pytest.mark.django_db


def bomb() -> bytes:
    """A Word file of a few kilobytes that unpacks to 100 MB."""
    out = BytesIO(minutes())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/bomb.xml", b"<a>" + b"0" * 100_000_000)
    return out.getvalue()


PAPERS = [
    ("程序.docx", lambda: b"MZ\x90\x00" + b"0" * 2000, "是程序"),
    ("炸弹.docx", bomb, "异常庞大"),
    ("空.docx", lambda: b"", "空"),
    ("残.docx", lambda: minutes()[:2000], "打不开"),
    ("旧.doc", lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 2000, "旧格式"),
    ("网页.docx", lambda: b"<html><script>alert(1)</script>", "认不出"),
]
UNREAD = [
    ("照片.png", picture, "扫描件或照片"),
    ("空表.xlsx", task_table, "没有读到事项"),
    ("白纸.docx", lambda: minutes(" "), "没有读到事项"),
]


@pytest.mark.parametrize("name, content, told", PAPERS, ids=[name for name, _, _ in PAPERS])
def test_a_paper_that_cannot_be_read_is_refused_in_words(scene, enter, name, content, told):
    before = Intake.objects.count()
    file = SimpleUploadedFile(name, content())
    answer = enter(scene.county.officer).post("/directives/import/", {"file": file})
    assert answer.status_code == 422
    assert "没有导入" in answer.content.decode()
    assert told in answer.content.decode()
    assert Intake.objects.count() == before


@pytest.mark.parametrize("name, content, told", UNREAD, ids=[name for name, _, _ in UNREAD])
def test_a_paper_without_matters_leads_to_registering_by_hand_and_says_why(scene, enter, name, content, told):
    file = SimpleUploadedFile(name, content())
    answer = enter(scene.county.officer).post("/directives/import/", {"file": file}, follow=True)
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert Intake.objects.latest("pk").rows == []


@pytest.mark.parametrize("name", ["程序.docx", "炸弹.docx", "残.docx", "旧.doc", "网页.docx"])
def test_such_a_file_is_no_attachment_and_what_was_typed_stays(scene, enter, name):
    content = next(make for known, make, _ in PAPERS if known == name)()
    before = Reply.objects.count()
    form = {"text": "写了很久的进展", "files": SimpleUploadedFile(name, content)}
    answer = enter(scene.county.water_liaison).post(places(scene)["matters:assignment"], form)
    assert answer.status_code == 200
    assert f"文件「{name}」" in answer.content.decode()
    assert "写了很久的进展" in answer.content.decode()
    assert Reply.objects.count() == before


def test_sixty_megabytes_are_refused_with_their_size(scene, enter):
    file = SimpleUploadedFile("很大.pdf", b"%PDF-1.7\n" + bytes(60 * 1024 * 1024))
    answer = enter(scene.county.officer).post("/directives/import/", {"file": file})
    assert answer.status_code == 422
    assert "60.0 MB" in answer.content.decode()


def test_the_limit_is_the_one_that_is_set(scene, enter, settings):
    settings.FILE_SIZE_LIMIT = 1024
    answer = enter(scene.county.officer).post(
        "/directives/import/", {"file": SimpleUploadedFile("纪要.docx", minutes())}
    )
    assert answer.status_code == 422
    assert "超过" in answer.content.decode()


def test_more_files_than_allowed_are_refused_together(scene, enter):
    before = Reply.objects.count()
    files = [SimpleUploadedFile(f"{n}.png", picture()) for n in range(11)]
    answer = enter(scene.county.water_liaison).post(
        places(scene)["matters:assignment"], {"text": "进展", "files": files}
    )
    assert "附件最多10个" in answer.content.decode()
    assert Reply.objects.count() == before


def test_no_file_at_all_is_asked_for(scene, enter):
    answer = enter(scene.county.officer).post("/directives/import/", {"file": "not a file"})
    assert answer.status_code == 422
    assert "请选择要导入的" in answer.content.decode()


@pytest.mark.parametrize(
    "broken",
    [
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nbreaks off',
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Transfer-Encoding: base64\r\n\r\n!\r\n--x--\r\n',
        b'--x\r\nContent-Disposition: form-data; name="\xff"\r\n\r\n\xff\r\n--x--\r\n',
        b"--x\r\n",
        b"",
    ],
)
def test_a_form_that_breaks_off_or_is_none_is_no_error_of_the_server(scene, enter, broken):
    browser = enter(scene.county.officer, raise_request_exception=False)
    kind = "multipart/form-data; boundary=x"
    for place in ("directives:import", "matters:assignment", "desk:home"):
        answer = browser.generic("POST", places(scene)[place], broken, content_type=kind)
        assert answer.status_code < 500


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.png", 'a"; filename="b.png', "换\r\n行.png", "<b>.png", "长" * 300 + ".png"]
)
def test_a_hostile_file_name_is_only_a_name(scene, enter, name):
    browser = enter(scene.county.water_liaison)
    file = SimpleUploadedFile(name, picture())
    file.name = name
    browser.post(places(scene)["matters:assignment"], {"text": "名字", "files": file})
    kept = Reply.objects.get(text="名字").attachments.get()
    assert "/" not in kept.name
    assert len(kept.name) <= 200
    answer = browser.get(kept.get_absolute_url())
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "<b>.png" not in browser.get(scene.running.get_absolute_url()).content.decode()
