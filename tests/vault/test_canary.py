"""Who complained, planted by every way in, is found nowhere in plain: database, files, backup, log, queue, temporary files. Nor are
the cadres whom a case is about, what they say, and who reported them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from bureau.attack.hunting import found_in, letter, queue, stored, unpacked
from bureau.matters.models import Contest
from bureau.matters.service import contesting
from bureau.notices import sweep
from bureau.notices.models import Clock
from bureau.ops.backup.making import make
from bureau.org.models import Session
from bureau.vault import opening
from bureau.vault.models import Identity
from bureau.vault.particulars import Particulars
from tests.accountability.playing import DEPUTY_NAME, HEAD_NAME, STEPS, play
from tests.pages.posting import form_of
from tests.vault.planted import WHO
from tests.vault.registering import Register

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.vault.registering"),
    pytest.mark.slow,
]
DRAFTED, LEFT, LETTER = "草稿里的来电人丁", "登录过期时的来电人戊", "扫描件上的字己"
CANARIES = (
    WHO.name,
    "0000-1234567",
    WHO.enterprise,
    WHO.licence,
    WHO.address,
    DRAFTED,
    LEFT,
    LETTER,
    "庚的来信",
)


@pytest.fixture
def played(county, enter, settings, monkeypatch, tmp_path, caplog):
    """By every way in: registered with a letter, put right, kept as drafts by itself and after the login ended, looked at, told."""
    caplog.set_level("DEBUG")
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "arriving"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    monkeypatch.setattr(Register, "made", lambda self: county.directive("running", to=[county.roads]).matter)
    Clock.objects.create(pk=1, armed=True)
    browser = enter(county.officer)
    form = {"summary": "村口设卡收费", "name": WHO.name, "phone": WHO.phone}
    sent = browser.post("/register/", form | {"letters": SimpleUploadedFile("庚的来信.png", letter(LETTER))})
    assert sent.status_code == 302
    identity = Identity.objects.get()
    correct = reverse("vault:correct", args=[identity.key])
    given = {name: getattr(WHO, name) for name in ("address", "enterprise", "licence")}
    assert browser.post(correct, form_of(browser.get(correct)) | given | {"why": "补记"}).status_code == 302
    browser.post("/register/", form | {"name": DRAFTED, "draft": "1"})
    values = form_of(browser.get("/register/?sheet=new")) | {"name": LEFT}
    door = reverse("vault:open", args=[identity.key])
    assert WHO.name in browser.post(door, {"why": "回访"}).content.decode()
    browser.logout()
    assert browser.post("/register/?sheet=new", values).status_code == 302
    sweep.sweep()
    return identity


def test_who_complained_is_found_nowhere_outside_the_vault(played, settings, tmp_path, caplog):
    made = make(tmp_path / "backups")
    places = {"log": caplog.text.encode(), "queue": queue(settings)} | stored(tmp_path / "arriving")
    letters = stored(settings.FILES_ROOT)
    assert len(letters) == 1
    places |= letters | stored(tmp_path / "backups") | unpacked(tmp_path, made.name)
    places["sessions"] = str([one.get_decoded() for one in Session.objects.all()]).encode()
    assert found_in(places, CANARIES) == {}
    assert not list((tmp_path / "arriving").iterdir())
    kept = opening.opened(Identity.objects.get())  # and inside it all stands
    assert (kept.name, kept.enterprise) == (WHO.name, WHO.enterprise)


def test_the_search_itself_finds_what_lies_open(county, tmp_path):
    """Else it would pass by not looking."""
    county.directive("running", title=f"{WHO.name}反映的问题")
    made = make(tmp_path / "backups")
    assert found_in(unpacked(tmp_path, made.name), CANARIES) == {"database": WHO.name}


ABOUT, SAID = "检举人壬", "本人确已到场巡查癸"


@pytest.fixture
def held_to_account(county, enter, settings, tmp_path, caplog):
    """A case from a letter to the effect period: its reporter in the vault, its subjects by name in the register, told, heard, decided."""
    caplog.set_level("DEBUG")
    it = play(county, "received", who=Particulars(name=ABOUT, phone="0000-7654321"))
    served = it.subject("head").notice
    pleaded = reverse("matters:service_step", args=[served.pk, "plea"])
    browser = enter(county.water_head)
    browser.post(pleaded, {"text": f"{SAID}，{HEAD_NAME}", "draft": "1"})
    contesting.plead(county.water_head, served, f"{SAID}，{HEAD_NAME}")
    for who in ("unit", "deputy"):
        today = timezone.localdate()
        contesting.enter(county.inquirer, it.subject(who).notice, "plea", today, f"{SAID}，{DEPUTY_NAME}")
    for contest in Contest.objects.all():
        contesting.decide(county.deputy, contest, "upheld", "没有新的事实。")
    for step in ("deliberated", "resolved", "decided", "executed"):
        STEPS[step](it)
    desk = enter(county.inquirer)
    assert DEPUTY_NAME in desk.get(it.record.get_absolute_url()).content.decode()
    sweep.sweep()
    return it


def test_a_cadre_and_who_reported_them_are_found_nowhere_in_plain(
    held_to_account, settings, tmp_path, caplog
):
    made = make(tmp_path / "backups")
    places = {"log": caplog.text.encode(), "queue": queue(settings)} | stored(settings.FILES_ROOT)
    places |= stored(tmp_path / "backups") | unpacked(tmp_path, made.name)
    words = (DEPUTY_NAME, HEAD_NAME, ABOUT, "0000-7654321", SAID)
    assert found_in(places, words) == {}
    assert held_to_account.subject("head").notice.contests.get().words.startswith(SAID)
