"""A full disk, as the kernel tells it: no file may grow beyond a limit that is set for the moment."""

import resource
import tempfile
from contextlib import contextmanager
from io import BytesIO
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from bureau.files import store
from bureau.files.refused import Refused
from bureau.jobs import doing
from bureau.jobs.models import Job
from bureau.jobs.work import start
from bureau.matters.models import Reply

pytestmark = pytest.mark.django_db
LITTLE = 2_000  # bytes


@contextmanager
def little_room():
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LITTLE, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def picture(side: int, name="现场.png") -> SimpleUploadedFile:
    """About 3 × side² bytes that cannot be compressed."""
    stream, noise = BytesIO(), Random(1).randbytes(3 * side * side)
    Image.frombytes("RGB", (side, side), noise).save(stream, "PNG")
    return SimpleUploadedFile(name, stream.getvalue())


@pytest.fixture
def left(settings, tmp_path, monkeypatch):
    """What lies in the store and in the folder for passing files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "passing"))
    (tmp_path / "passing").mkdir()
    settings.FILES_ROOT = tmp_path / "files"
    return lambda: [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_file_for_which_there_is_no_room_is_refused_and_leaves_nothing(left):
    with little_room(), pytest.raises(Refused, match="存储空间不足"):
        store.keep(picture(100))
    assert left() == []
    assert store.keep(picture(100)).size > LITTLE


@pytest.mark.parametrize("side", [100, 1000])
def test_a_full_disk_is_told_beside_the_file_and_what_was_typed_is_kept(county, client, left, side):
    """Small files arrive in memory, large ones on the disk."""
    part = county.part(county.directive("running"))
    client.force_login(county.water_liaison)
    form = {"text": "已完成七成。", "files": picture(side)}
    with little_room():
        page = client.post(reverse("matters:assignment", args=[part.pk, "reply"]), form)
    assert page.status_code == 200
    assert "存储空间不足" in page.content.decode()
    assert "已完成七成。" in page.content.decode()
    assert not Reply.objects.exists()
    assert left() == []


def test_an_export_for_which_there_is_no_room_leads_back_with_a_sentence(county, client, left):
    for _ in range(2):
        county.directive("running")
    client.force_login(county.officer)
    with little_room():
        page = client.get(reverse("directives:list"), {"export": "xlsx"}, follow=True)
    assert "存储空间不足" in page.content.decode()
    assert page.redirect_chain
    assert left() == []


def test_long_work_for_which_there_is_no_room_ends_with_a_sentence(county, left):
    facts = {"list": "directives.views.ledger.Ledger", "query": ""}
    with little_room():
        job = start(county.officer, "matters.export", "导出台账", **facts)
        doing.run(job.pk)
    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert "存储空间不足" in job.outcome
    assert left() == []
