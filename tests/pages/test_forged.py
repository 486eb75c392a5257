"""What no page of ours sends: other people's tickets, ways out of the house, wrong forms and headers."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bureau.matters.models import Attachment, Entry, Reply
from tests.house.papers import picture
from tests.house.table import places
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
SHORT_OF_WORDS = {"text": "", "percent": ""}


def reply_url(scene) -> str:
    return places(scene)["matters:assignment"]


def ticket(scene, browser) -> str:
    """What a refused form gives its sender for the file that came with it."""
    file = SimpleUploadedFile("秘密.png", picture())
    shown = browser.post(reply_url(scene), SHORT_OF_WORDS | {"files": file})
    return form_of(shown)["files-kept"]


def test_a_file_survives_a_refused_form(scene, enter):
    browser = enter(scene.county.water_liaison)
    kept = ticket(scene, browser)
    browser.post(reply_url(scene), {"text": "附上现场照片", "files-kept": kept})
    assert Attachment.objects.filter(reply__text="附上现场照片", name="秘密.png").exists()


def test_anothers_ticket_opens_no_file(scene, enter):
    kept = ticket(scene, enter(scene.county.water_liaison))
    enter(scene.county.water_head).post(reply_url(scene), {"text": "拿来的票", "files-kept": kept})
    assert Reply.objects.filter(text="拿来的票").exists()
    assert not Attachment.objects.filter(reply__text="拿来的票").exists()


@pytest.mark.parametrize(
    "forged", ["", "nonsense", "WyJhIl0:1:2", "a" * 5000, '["x","png",1,"../../etc/passwd"]']
)
def test_a_forged_ticket_is_worth_nothing(scene, enter, forged):
    answer = enter(scene.county.water_liaison).post(reply_url(scene), {"text": "假票", "files-kept": forged})
    assert answer.status_code == 302
    assert not Attachment.objects.filter(reply__text="假票").exists()


@pytest.mark.parametrize(
    "way",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "home",
        "x",
        "///evil.example",
    ],
)
def test_the_way_back_never_leads_out_of_the_house(scene, enter, way):
    browser = enter(scene.county.officer)
    answer = browser.post(places(scene)["matters:reply"], {"back": way})
    assert answer.url == scene.running.get_absolute_url()
    shown = enter(scene.county.director).get(places(scene)["directives:step"], {"back": way})
    assert way not in shown.content.decode() or way in ("x", "home")


def test_the_way_back_leads_to_a_page_of_ours(scene, enter):
    answer = enter(scene.county.officer).post(places(scene)["matters:reply"], {"back": "/?a=1"})
    assert answer.url == "/?a=1"


@pytest.mark.parametrize("way", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_logging_in_never_leads_out_of_the_house(scene, enter, way):
    browser = enter(None)
    words = {"username": "officer", "password": "taoxi-county-2026", "next": way}
    assert browser.post("/login/", words).url == "/"


def test_a_session_from_before_the_login_is_worth_nothing_after_it(scene, enter):
    browser = enter(None)
    session = browser.session
    session["planted"] = "by another"
    session.save()
    planted = session.session_key
    browser.cookies["sessionid"] = planted
    browser.post("/login/", {"username": "officer", "password": "taoxi-county-2026"})
    assert browser.session["_auth_user_id"] == str(scene.county.officer.pk)
    assert browser.session.session_key != planted
    thief = enter(None)
    thief.cookies["sessionid"] = planted
    assert thief.get("/").status_code == 302


def test_a_form_from_another_house_is_refused_in_words(scene, enter):
    browser = enter(scene.county.director, enforce_csrf_checks=True)
    before = Entry.objects.count()
    for address in (
        "directives:step",
        "matters:assignment",
        "directives:import",
        "directives:batch",
        "settings",
    ):
        answer = browser.post(places(scene)[address], {"reason": "伪造"})
        assert answer.status_code == 403
        assert re.search("[一-鿿]{6}", answer.content.decode())
    assert Entry.objects.count() == before


def test_an_unknown_host_is_refused(scene, enter, settings):
    settings.ALLOWED_HOSTS = ["bureau.example.gov.cn"]
    browser = enter(scene.county.officer)
    assert browser.get("/", headers={"host": "evil.example"}).status_code == 400
    assert browser.get("/", headers={"host": "bureau.example.gov.cn"}).status_code == 200


def test_every_page_forbids_what_is_not_ours(scene, enter):
    for person, url in ((None, "/login/"), (scene.county.officer, "/"), (scene.county.system, "/admin/")):
        answer = enter(person).get(url)
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_is_never_shown_inside_the_house(scene, enter):
    answer = enter(scene.county.officer).get(places(scene)["matters:file"])
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Type"] == "application/octet-stream"


BODIES = [
    ("application/json", b'{"reason": "x"}'),
    ("text/plain", b"reason=x"),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=x", b"--x\r\nnonsense"),
    ("multipart/form-data; boundary=" + "x" * 500, b""),
    ("application/x-www-form-urlencoded; charset=utf-16", b"reason=x"),
    ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % n for n in range(40_002))),
    ("application/x-www-form-urlencoded", b"reason=" + b"x" * (5 * 1024 * 1024 + 1)),
    ("application/x-www-form-urlencoded", b"reason=%00&remark=%ff%fe"),
]


@pytest.mark.parametrize("kind, body", BODIES, ids=range(len(BODIES)))
def test_a_body_that_is_no_form_of_ours_changes_nothing(scene, enter, kind, body):
    before = Entry.objects.count()
    answer = enter(scene.county.director).post(places(scene)["directives:step"], body, content_type=kind)
    assert answer.status_code in (200, 400)
    assert re.search("[一-鿿]{6}", answer.content.decode())
    assert Entry.objects.count() == before
