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
    assert (kept.sha256, kept.size, kept.kind, kept.name) == (digest, len(content), "png", "其实是图.docx")
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
