"""Who complained, planted by every way in, is found nowhere in plain: database, files, backup, log, queue, temporary files."""

import base64
import json
import subprocess
import tarfile
from io import BytesIO

import pytest
import redis
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bureau.notices import sweep
from bureau.notices.models import Clock
from bureau.ops.backup import programs
from bureau.ops.backup.making import make
from bureau.vault import opening
from bureau.vault.models import Identity
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
SIDE = 1000  # pixels: noise of which a picture weighs more than a form may bring in memory


def letter() -> bytes:
    """A picture that goes to the disk on its way in, with words in it."""
    out, said = BytesIO(), PngInfo()
    said.add_text("Comment", LETTER.encode().hex())
    Image.effect_noise((SIDE * 2, SIDE * 2), 90).save(out, "PNG", pnginfo=said)
    return out.getvalue()


def spellings(word: str) -> list[bytes]:
    """As tables, dumps, JSON and sessions may spell it."""
    plain = word.encode()
    encoded = [base64.b64encode(b" " * shift + plain)[4:-4] for shift in range(3)]
    escaped = json.dumps(word).strip('"').encode()
    return [plain, plain.hex().encode(), escaped, word.encode("utf-16-le"), *encoded]


def found_in(places: dict[str, bytes]) -> dict[str, str]:
    return {
        place: word
        for place, content in places.items()
        for word in CANARIES
        for spelling in spellings(word)
        if spelling in content
    }


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
    sent = browser.post("/register/", form | {"letters": SimpleUploadedFile("庚的来信.png", letter())})
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
    assert found_in(places) == {}
    assert not list((tmp_path / "arriving").iterdir())
    kept = opening.opened(Identity.objects.get())  # and inside it all stands
    assert (kept.name, kept.enterprise) == (WHO.name, WHO.enterprise)


def test_the_search_itself_finds_what_lies_open(county, tmp_path):
    """Else it would pass by not looking."""
    county.directive("running", title=f"{WHO.name}反映的问题")
    made = make(tmp_path / "backups")
    assert found_in(unpacked(tmp_path, made.name)) == {"database": WHO.name}


def stored(folder) -> dict[str, bytes]:
    return {str(path): path.name.encode() + path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def unpacked(folder, name: str) -> dict[str, bytes]:
    """What a backup holds: its files, its manifest, and the database as the words that would restore it."""
    with tarfile.open(folder / "backups" / name) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    dump = folder / "unpacked" / "database.dump"
    program = programs.find("pg_restore", programs.server_major())
    words = subprocess.run([program, "-f", "-", dump], capture_output=True, check=True).stdout
    return {"database": words} | stored(folder / "unpacked")


def queue(settings) -> bytes:
    """All that waits in Redis, where there is one."""
    if not settings.REDIS_URL:
        return b""
    with redis.Redis.from_url(settings.REDIS_URL) as server:
        return b"\n".join(key + (server.dump(key) or b"") for key in server.scan_iter())
