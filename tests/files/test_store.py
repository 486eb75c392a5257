"""The store: files by their SHA-256, written once, outside the web root, hung on a line of the timeline."""

import hashlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from bureau.files import store
from bureau.files.refused import Refused
from bureau.matters.models import Attachment
from bureau.matters.parts import assignments
from bureau.notices.models import Notice
from bureau.ops.tasks import look_after

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(settings, tmp_path):
    settings.FILES_ROOT = tmp_path / "files"
    return settings.FILES_ROOT


def picture(colour="red") -> bytes:
    stream = BytesIO()
    Image.new("RGB", (8, 8), colour).save(stream, "PNG")
    return stream.getvalue()


def upload(content: bytes, name="现场.png"):
    return SimpleUploadedFile(name, content)


def files(root):
    return [path for path in root.rglob("*") if path.is_file()]


def test_a_file_is_kept_under_its_digest_with_its_true_kind(root):
    content = picture()
    kept = store.keep(upload(content, "其实是图.docx"))
    digest = hashlib.sha256(content).hexdigest()
    assert (kept.sha256, kept.size, kept.kind, kept.name) == (digest, len(content), "png", "其实是图.png")
    assert (root / digest[:2] / digest).read_bytes() == content
    assert len(files(root)) == 1


def test_equal_files_lie_there_once_under_any_name(root):
    first, second = store.keep(upload(picture(), "一.png")), store.keep(upload(picture(), "二.png"))
    assert first.sha256 == second.sha256
    assert len(files(root)) == 1
    store.keep(upload(picture("blue")))
    assert len(files(root)) == 2


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.png", "/etc/cron.d/x.png", "a\x1f.png", "长" * 300 + ".png"]
)
def test_no_name_leads_out_of_the_store(root, name):
    kept = store.keep(upload(picture(), name))
    assert [path.parent.parent for path in files(root)] == [root]
    assert len(kept.name) <= 200
    assert "/" not in kept.name


@pytest.mark.parametrize("content", [b"", b"MZ program", b"<html>", b"PK\x03\x04 broken"])
def test_what_is_refused_leaves_nothing_behind(root, content):
    with pytest.raises(Refused, match="现场"):
        store.keep(upload(content))
    assert not root.exists() or not files(root)


def test_what_is_too_large_is_refused(root, settings):
    settings.FILE_SIZE_LIMIT = 50
    with pytest.raises(Refused, match="上限"):
        store.keep(upload(picture()))


def test_an_upload_that_breaks_off_leaves_nothing_behind(root):
    broken = upload(picture())
    broken.chunks = lambda: iter([b"first", *[None]])
    with pytest.raises(TypeError):
        store.keep(broken)
    assert not files(root)


def test_a_reply_carries_its_files_on_its_line(root, county):
    part = county.part(county.directive("running"))
    kept = store.keep(upload(picture()))
    entry = assignments.reply(county.water_liaison, part, "见附图", files=[kept])
    attachment = Attachment.objects.get()
    assert (attachment.entry, attachment.reply, attachment.matter) == (entry, part.replies.get(), part.matter)
    assert store.path_of(attachment.sha256).read_bytes() == picture()


def test_a_file_of_a_refused_reply_is_hung_nowhere(root, county):
    part = county.part(county.directive("running"))
    with pytest.raises(Exception, match="由承办单位办理"):
        assignments.reply(county.stranger, part, "越权", files=[store.keep(upload(picture()))])
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("现场.png", "现场.png"),
        ("现场.PNG", "现场.PNG"),
        ("evil.hta", "evil.png"),
        ("evil.html", "evil.png"),
        ("通知.pdf.exe", "通知.png"),
        ("通知.png.exe", "通知.png"),
        ("通知.png.exe. ", "通知.png"),
        ("通知.exe\u202e.png", "通知.exe.png"),
        ("通知\u200b.p\u00adng", "通知.png"),
        (".htaccess", "htaccess.png"),
        (". ", "文件.png"),
        ("1.关于水库除险加固", "1.关于水库除险加固.png"),
        ("桃督〔2026〕12号 v1.2", "桃督〔2026〕12号 v1.2.png"),
        ("无后缀", "无后缀.png"),
        ("长" * 300 + ".hta", "长" * 196 + ".png"),
    ],
)
def test_a_kept_file_ends_as_what_it_is_whatever_it_was_called(root, name, kept):
    file = upload(picture())
    file.name = name
    assert store.keep(file).name == kept


def test_a_photograph_may_end_in_either_way(root):
    stream = BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "JPEG")
    names = [store.keep(upload(stream.getvalue(), f"现场.{end}")).name for end in ("jpg", "JPEG", "png")]
    assert names == ["现场.jpg", "现场.JPEG", "现场.jpg"]


@pytest.fixture
def swapped(root, county):
    """The photograph of a unit's reply, in whose place somebody put another on the disk."""
    part = county.part(county.directive("running"))
    assignments.reply(county.water_liaison, part, "见附图", files=[store.keep(upload(picture()))])
    attachment = Attachment.objects.get()
    store.path_of(attachment.sha256).write_bytes(picture("blue"))
    return attachment


def test_a_file_that_was_swapped_on_the_disk_is_refused_and_named_to_who_runs_the_house(
    county, enter, swapped, caplog
):
    answer = enter(county.officer).get(swapped.get_absolute_url(), follow=True)
    assert "与存入时的校验码不符" in answer.content.decode()
    assert "Content-Disposition" not in answer.headers
    assert swapped.sha256 in caplog.text
    assert store.swapped() == [swapped.sha256]
    assert swapped.sha256[:12] in enter(county.system).get("/ops/").content.decode()
    look_after()
    assert Notice.objects.filter(person=county.system, words__startswith="附件核对：").count() == 1


def test_a_file_that_was_put_back_is_served_and_no_alarm_is_left(county, enter, swapped):
    browser = enter(county.officer)
    browser.get(swapped.get_absolute_url())
    store.path_of(swapped.sha256).write_bytes(picture())
    assert b"".join(browser.get(swapped.get_absolute_url()).streaming_content) == picture()
    assert store.swapped() == []


def test_a_stranger_raises_no_alarm_about_files_that_are_not_theirs(county, enter, swapped):
    assert enter(county.stranger).get(swapped.get_absolute_url()).status_code == 404
    assert store.swapped() == []


def test_an_old_row_with_a_lying_name_is_offered_under_a_true_one(root, county, enter):
    part = county.part(county.directive("running"))
    assignments.reply(county.water_liaison, part, "见附图", files=[store.keep(upload(picture()))])
    Attachment.objects.update(name="evil.hta")
    answer = enter(county.officer).get(Attachment.objects.get().get_absolute_url())
    assert 'filename="evil.png"' in answer.headers["Content-Disposition"]
    answer.close()
