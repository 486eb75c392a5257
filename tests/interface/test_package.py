"""A month's package: what its person sees, and a list by which each change of it is found."""

import json
from datetime import timedelta
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from openpyxl import load_workbook

from bureau.interface.package import manifest
from bureau.interface.package.making import make
from bureau.jobs.doing import run
from bureau.jobs.models import Job
from bureau.pages import period
from reports import actions as bulletins
from reports.rendering import render_issue

pytestmark = pytest.mark.django_db


def this_month() -> period.Period:
    today = timezone.localdate()
    return period.of(today.year, str(today.month))


@pytest.fixture
def month(county):
    """One directive that runs, one that is sealed, a complaint, an issued bulletin."""
    county.directive("running", title="完成水库隐患排查")
    county.directive("running", title="密事一桩", secrecy="sealed")
    county.complaint("running")
    bulletin = bulletins.draft_from_source(county.officer, county.source)
    bulletins.submit(county.officer, bulletin)
    bulletins.check(county.colleague, bulletin)
    bulletins.sign(county.director, bulletin)
    bulletin.refresh_from_db()
    render_issue(bulletin.rendering.pk)
    return bulletin


def packed(person, tmp_path):
    file = tmp_path / "包.zip"
    with file.open("w+b") as out:
        make(person, this_month(), out, lambda done, total: None)
    return file


def words_in(package, name) -> str:
    rows = load_workbook(BytesIO(package.read(name))).active.iter_rows(values_only=True)
    return " ".join(str(cell) for row in rows for cell in row)


def test_it_holds_each_ledger_each_issued_paper_and_the_list_of_both(county, month, tmp_path):
    with ZipFile(packed(county.director, tmp_path)) as package:
        names = package.namelist()
        listed = json.loads(package.read(manifest.NAME))
        assert set(listed["files"]) | {manifest.NAME} == set(names)
        assert "完成水库隐患排查" in words_in(package, "台账/决策督查台账.xlsx")
        (paper,) = [name for name in names if name.startswith("通报/")]
        assert listed["files"][paper] == month.rendering.__class__.objects.get(bulletin=month).sha256
        assert listed["exported_by"] == county.director.signature


@pytest.mark.parametrize("name", ["director", "officer", "water_liaison", "stranger"])
def test_it_holds_nothing_that_its_person_may_not_see_and_nothing_sealed(county, month, tmp_path, name):
    with ZipFile(packed(county.cast[name], tmp_path)) as package:
        sheets = [one for one in package.namelist() if one.endswith(".xlsx")]
        said = " ".join(words_in(package, one) for one in sheets)
        assert not any("问责" in one for one in package.namelist())
    assert "密事一桩" not in said
    assert ("完成水库隐患排查" in said) == (name != "stranger")
    assert ("设卡" in said) <= (name in ("director", "water_liaison"))


def test_what_ended_before_the_month_or_began_after_it_is_not_in_it(county, tmp_path):
    one, other = county.directive("closed", title="早已办结"), county.directive("running", title="后来登记")
    start, end = this_month().moments
    type(one.matter).objects.filter(pk=one.pk).update(closed_at=start - timedelta(days=1))
    type(one.matter).objects.filter(pk=other.pk).update(registered_at=end + timedelta(days=1))
    with ZipFile(packed(county.director, tmp_path)) as package:
        said = words_in(package, "台账/决策督查台账.xlsx")
    assert "早已办结" not in said
    assert "后来登记" not in said


def rewritten(file, change):
    """The package once more, with what `change` makes of its members (name → content)."""
    with ZipFile(file) as package:
        members = {name: package.read(name) for name in package.namelist()}
    with ZipFile(file, "w") as package:
        for name, content in change(members).items():
            package.writestr(name, content)
    return file


def verify(file) -> str:
    out = StringIO()
    try:
        call_command("verify_package", str(file), stdout=out)
    except CommandError as error:
        out.write(str(error))
    return out.getvalue()


LEDGER = "台账/决策督查台账.xlsx"


def forged(members: dict) -> dict:
    """A ledger exchanged, and the list made to fit by who has no key."""
    listed = json.loads(members[manifest.NAME])
    listed["files"][LEDGER] = manifest.digest(BytesIO(b"x"))
    return members | {LEDGER: b"x", manifest.NAME: json.dumps(listed).encode()}


@pytest.mark.parametrize(
    "change, told",
    [
        (lambda members: members, "与导出时完全相同。"),
        (lambda members: members | {LEDGER: b"x"}, f"改动 {LEDGER}"),
        (lambda members: {name: one for name, one in members.items() if name != LEDGER}, f"缺少 {LEDGER}"),
        (lambda members: members | {"附件/多.txt": b"x"}, "多出 附件/多.txt"),
        (forged, "清单.json 被改动过"),
        (lambda members: members | {manifest.NAME: b"["}, "没有能读的清单.json"),
        (lambda members: members | {manifest.NAME: b'{"files": 7}'}, "没有能读的清单.json"),
        (lambda members: {LEDGER: b"x"}, "没有能读的清单.json"),
    ],
)
def test_the_verifier_names_each_file_that_is_not_as_it_was(county, month, tmp_path, change, told):
    assert told in verify(rewritten(packed(county.director, tmp_path), change))


def test_a_byte_that_turned_is_found_and_what_is_no_package_is_told(county, month, tmp_path):
    file = packed(county.director, tmp_path)
    content = bytearray(file.read_bytes())
    content[200] ^= 1
    file.write_bytes(content)
    assert "改动" in verify(file) or "损坏" in verify(file)
    file.write_bytes(b"no package")
    assert "不是数据包" in verify(file)
    assert "打不开" in verify(tmp_path / "nowhere.zip")


def test_the_director_has_it_made_and_fetches_it_and_nobody_else(county, month, enter):
    office = enter(county.director)
    page = office.get("/interface/package/")
    asked = {"month": f"{timezone.localdate():%Y-%m}", "once": page.context["hidden"]["once"]}
    answer = office.post("/interface/package/", asked)
    job = Job.objects.get()
    assert answer.url == job.get_absolute_url()
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.outcome[:3]) == ("done", "已导出")
    assert office.get(f"{answer.url}file/").status_code == 200
    for name in ("deputy", "officer", "system", "stranger"):
        assert enter(county.cast[name]).get(f"{answer.url}file/").status_code == 404
    for name in ("officer", "system", "magistrate", "stranger"):
        assert enter(county.cast[name]).get("/interface/package/").status_code == 404


def test_who_is_director_no_more_when_the_worker_comes_gets_none(county, month):
    today = timezone.localdate()
    facts = {"year": today.year, "month": today.month}
    job = Job.objects.create(person=county.officer, kind="interface.package", words="导出", facts=facts)
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.outcome) == ("failed", "归档数据包由局领导导出。")


def test_a_month_that_is_none_is_refused_in_words(county, enter):
    for month in ("", "2026-13", "1999-01", "甲"):
        answer = enter(county.director).post("/interface/package/", {"month": month})
        assert answer.status_code == 200
        assert not Job.objects.exists()
