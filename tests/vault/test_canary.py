"""Who complained, planted by every way in, is found nowhere in plain: database, files, backup, log, queue, temporary files."""

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bureau.notices import sweep
from bureau.notices.models import Clock
from bureau.ops.backup.making import make
from bureau.vault import opening
from bureau.vault.models import Identity
from tests.pages.posting import form_of
from tests.vault.hunting import found_in, letter, queue, stored, unpacked
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
