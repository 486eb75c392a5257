"""What is no whole archive of ours is turned away in words, before anything is done."""

import json
import tarfile

import pytest
from django.core.management import CommandError, call_command

from bureau.matters.models import Matter
from bureau.ops.backup import archive
from bureau.org.models import Person
from tests.ops.forging import FILE, PLACE, SHA, forge, put, told

pytestmark = pytest.mark.django_db
OTHER = "0" * 64


def altered(path):
    """One byte of the file inside, changed."""
    forge(path, told_by=told())
    content = path.read_bytes()
    path.write_bytes(content.replace(FILE, b"A kept file"))


def cut(path):
    forge(path, members={archive.DUMP: b"x" * 50_000, PLACE: FILE}, told_by=told(b"x" * 50_000))
    path.write_bytes(path.read_bytes()[:20_000])


def forged(path):
    """The manifest says another digest than the one that was sealed."""
    paper = told() | {"seal": "0" * 64}
    forge(path, members={archive.DUMP: b"no dump", PLACE: FILE, archive.MANIFEST: json.dumps(paper).encode()})


def twice(path):
    forge(path, told_by=told())
    with tarfile.open(path, "a") as tar:
        put(tar, PLACE, FILE)


HONEST = {archive.DUMP: b"no dump", PLACE: FILE}
WRONG = {
    "a changed byte": (altered, "已损坏"),
    "a cut tail": (cut, "不完整"),
    "no tar at all": (lambda path: path.write_bytes(b"PK\x03\x04" * 300), "不完整"),
    "an empty file": (lambda path: path.write_bytes(b""), "不完整"),
    "a folder": (lambda path: path.mkdir(), "打不开"),
    "nothing": (lambda path: None, "打不开"),
    "no manifest": (lambda path: forge(path), "没有清单"),
    "a manifest of no sense": (
        lambda path: forge(path, {**HONEST, archive.MANIFEST: b"[1]"}),
        "清单读不出来",
    ),
    "a forged manifest": (forged, "TIMELINE_KEY"),
    "a manifest that lacks things": (lambda path: forge(path, told_by={"format": 1}), "缺项"),
    "a manifest of the future": (lambda path: forge(path, told_by=told(format=9)), "较新的版本"),
    "another dump": (lambda path: forge(path, told_by=told(dump=b"another")), "转储"),
    "no dump": (lambda path: forge(path, {PLACE: FILE}, told()), "转储"),
    "a missing file": (lambda path: forge(path, told_by=told(files=[SHA, OTHER])), "少 1 个"),
    "a file too many": (lambda path: forge(path, told_by=told(files=[])), "多 1 个"),
    "a file twice": (twice, "不该有"),
    "a way out": (lambda path: forge(path, {**HONEST, "files/../../evil": b"x"}, told()), "不该有"),
    "an absolute name": (lambda path: forge(path, {**HONEST, "/etc/evil": b"x"}, told()), "不该有"),
    "a link": (
        lambda path: forge(path, {archive.DUMP: b"no dump"}, told(), links=[(PLACE, "/etc/passwd")]),
        "不该有",
    ),
    "a newer house": (lambda path: forge(path, told_by=told(migrations=["matters.9999_later"])), "先升级"),
    "a newer server": (lambda path: forge(path, told_by=told(postgresql=99)), "PostgreSQL 99"),
}


@pytest.mark.parametrize("what", WRONG)
def test_an_archive_is_refused_for(what, tmp_path, settings):
    make, reason = WRONG[what]
    path = tmp_path / "archive.tar"
    make(path)
    with pytest.raises(CommandError, match=reason):
        call_command("restore", str(path))
    assert not settings.FILES_ROOT.exists()
    assert not (tmp_path.parent / "evil").exists()


def test_an_archive_under_another_key_is_refused(tmp_path, settings):
    path = forge(tmp_path / "archive.tar", told_by=told())
    settings.TIMELINE_KEY = "another"
    with pytest.raises(CommandError, match="TIMELINE_KEY"):
        call_command("restore", str(path))


def test_where_matters_are_nothing_is_restored(county, tmp_path):
    county.directive("draft")
    path = forge(tmp_path / "archive.tar", told_by=told())
    with pytest.raises(CommandError, match="已有事项"):
        call_command("restore", str(path))
    assert Matter.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_dump_that_cannot_be_read_changes_nothing(county, tmp_path, settings):
    path = forge(tmp_path / "archive.tar", told_by=told())
    with pytest.raises(CommandError, match="一切如旧"):
        call_command("restore", str(path))
    assert Person.objects.filter(pk=county.officer.pk).exists()
    assert [path for path in settings.FILES_ROOT.rglob("*") if path.is_file()] == []
