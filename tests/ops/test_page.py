"""运行维护: every line says how it stands; what cannot be looked at is a line too."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bureau.jobs.doing import STRANGE
from bureau.jobs.models import Job
from bureau.notices.models import Channel, Clock, Delivery
from bureau.ops import figures, heartbeat
from bureau.ops.checks import SECTIONS, disks
from bureau.ops.checks.finding import Check, State
from bureau.ops.models import Backup, ChainCheck
from tests.ops.conftest import SECRET

pytestmark = pytest.mark.django_db


def found(section: str, name: str):
    (check,) = (check for check in SECTIONS[section] if check.name == name)
    return check.run()


def states(section: str, name: str) -> str:
    return found(section, name).state.label


@pytest.fixture
def going(county):
    """A clock that went a moment ago, a worker, a backup, a walk over the timelines."""
    now = timezone.now()
    Clock.objects.create(pk=1, armed=True, swept_at=now, seconds=0.4, told=3)
    Backup.objects.create(at=now, name="bureau-20261101-000000.tar", digest="a" * 64, size=10**9)
    ChainCheck.objects.create(started_at=now, ended_at=now, matters=5, lines=50)
    heartbeat.say("celery@one")
    return county


def test_a_house_that_stands_has_no_fault(going, enter, settings, tmp_path):
    settings.BACKUP_DIR = tmp_path
    settings.REDIS_URL, settings.CELERY_FOLDER = "", tmp_path
    (tmp_path / "queue").mkdir()
    with time_machine.travel(going_on := timezone.now(), tick=False):
        page = enter(going.system).get("/ops/")
    assert (page.context["counts"]["bad"], page.context["now"]) == (0, going_on)
    text = page.content.decode()
    assert all(words in text for words in ("celery@one", "告知 3 条", "50%", "全部完整"))


def test_it_is_there_for_its_keeper_alone(going, enter):
    answers = {name: enter(person).get("/ops/").status_code for name, person in going.cast.items()}
    assert {name for name, status in answers.items() if status != 404} == {"system"}
    assert answers["system"] == 200
    assert "/ops/" in enter(going.system).get("/").content.decode()
    assert "/ops/" not in enter(going.officer).get("/").content.decode()


@pytest.mark.parametrize("section", SECTIONS)
def test_what_cannot_be_looked_at_is_a_line_and_the_rest_stands(going, enter, section, monkeypatch):
    def broken():
        connection.cursor().execute("SELECT 1 / 0")

    monkeypatch.setitem(SECTIONS, section, [Check("坏了的一项", broken), *SECTIONS[section]])
    page = enter(going.system).get("/ops/")
    assert page.status_code == 200
    text = page.content.decode()
    assert "没有查到（DataError）" in text
    assert all(check.name in text for checks in SECTIONS.values() for check in checks)


def test_a_broker_that_is_away_is_told(going, enter, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    page = enter(going.system).get("/ops/").content.decode()
    assert page.count("没有查到（ConnectionError）") == 2


def test_the_page_costs_the_same_however_much_there_is(going, enter, sealed):
    browser = enter(going.system)

    def cost():
        browser.get("/ops/")
        with CaptureQueriesContext(connection) as spent:
            browser.get("/ops/")
        return len(spent)

    few = cost()
    for number in range(12):
        going.directive("running", to=[going.water, going.roads])
        heartbeat.say(f"celery@{number}")
        Backup.objects.create(at=timezone.now(), trouble="没有成")
    assert cost() == few


def test_no_matter_is_named_on_it(going, enter, sealed):
    text = enter(going.system).get("/ops/").content.decode()
    assert SECRET not in text
    assert sealed.matter.number not in text


def test_a_sweep_that_is_late_is_a_fault(going):
    assert states("提醒与后台", "提醒巡查") == "正常"
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert states("提醒与后台", "提醒巡查") == "故障"
    Clock.objects.update(armed=False, doubt="数据库换了地方")
    assert "数据库换了地方" in found("提醒与后台", "提醒巡查").value


def test_a_sweep_that_could_not_tell_somebody_asks_to_look(going):
    Clock.objects.update(failures=["水利局没有人可告知"])
    assert states("提醒与后台", "提醒巡查") == "注意"


def test_a_worker_that_falls_silent_is_missed(going):
    assert states("提醒与后台", "后台进程") == "正常"
    with time_machine.travel(timezone.now() + heartbeat.SILENT + timedelta(seconds=1)):
        assert states("提醒与后台", "后台进程") == "故障"


def test_a_job_that_broke_is_a_fault_and_a_refused_one_is_none(going):
    def job(outcome):
        ended = {"state": "failed", "outcome": outcome, "ended_at": timezone.now()}
        Job.objects.create(person=going.officer, kind="x", words="导出", **ended)

    job("这一项已办结，不能再导出。")
    assert states("提醒与后台", "任务中心") == "正常"
    job(STRANGE)
    assert states("提醒与后台", "任务中心") == "故障"


def test_messages_that_did_not_go_out_lead_to_their_page(going):
    Delivery.objects.create(
        person=going.officer,
        channel=Channel.MAIL,
        day=timezone.localdate(),
        next_at=timezone.now(),
        state="failed",
        trouble="地址不存在",
        ended_at=timezone.now(),
    )
    line = found("提醒与后台", "外发消息")
    assert (line.state, line.url) == (State.WATCH, "/notices/failures/")


def test_a_backup_grows_old(going, settings, tmp_path):
    assert states("备份与核对", "备份") == "注意"  # by hand only
    settings.BACKUP_DIR = tmp_path
    assert states("备份与核对", "备份") == "正常"
    with time_machine.travel(timezone.now() + timedelta(hours=49)):
        assert states("备份与核对", "备份") == "故障"
    Backup.objects.create(at=timezone.now(), trouble="磁盘满了")
    assert "磁盘满了" in found("备份与核对", "备份").value


def test_a_broken_timeline_is_a_fault(going):
    assert states("备份与核对", "动态核对") == "正常"
    ChainCheck.objects.update(broken=[7])
    line = found("备份与核对", "动态核对")
    assert (line.state, "verify_timeline" in line.todo) == (State.BAD, True)


@pytest.mark.parametrize("days, state", [(60, "正常"), (20, "故障"), (-1, "故障")])
def test_a_certificate_is_watched_to_its_end(days, state, settings, tmp_path):
    path = tmp_path / "certificate.pem"
    path.write_bytes(certificate(datetime.now(UTC) + timedelta(days=days, hours=1)))
    settings.TLS_CERTIFICATE = str(path)
    assert states("备份与核对", "HTTPS 证书") == state
    path.write_text("not a certificate")
    assert "读不出来" in found("备份与核对", "HTTPS 证书").value


def certificate(ends) -> bytes:
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "x")]),
    )
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(ends - timedelta(days=90)).not_valid_after(ends)
    return made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def test_the_room_of_a_folder_that_is_not_there_yet_is_that_of_its_disk(tmp_path, monkeypatch):
    monkeypatch.undo()
    free, total = figures.disk(tmp_path / "not" / "there")
    assert 0 <= free <= total == shutil.disk_usage(tmp_path).total


@pytest.mark.parametrize("free, state", [(50, "正常"), (15, "注意"), (9, "故障")])
def test_a_disk_that_fills_up_is_told(free, state, monkeypatch, tmp_path):
    monkeypatch.setattr(disks.figures, "disk", lambda folder: (free, 100))
    assert disks.judge(tmp_path).state.label == state


def test_a_year_without_a_calendar_is_told(county):
    with time_machine.travel("2031-05-01 10:00"):
        assert "2031年" in found("备份与核对", "工作日历").value
