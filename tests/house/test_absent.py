"""What a person may not see answers exactly like what does not exist."""

import re

import pytest
from django.urls import reverse

from tests.house.table import places

pytestmark = pytest.mark.django_db
NUMBERED = (
    "matters:assignment",
    "matters:reply",
    "matters:file",
    "urging:issue",
    "urging:waive",
    "urging:unit",
    "urging:page",
    "urging:step",
    "directives:intake",
    "directives:source",
    "directives:source_file",
    "directives:source_text",
    "directives:register",
    "directives:page",
    "directives:edit",
    "directives:step",
    "instructions:page",
    "instructions:page/new",
    "instructions:edit",
    "instructions:again",
    "instructions:step",
    "directives:notice",
    "urging:printed",
    "reports:page",
    "reports:edit",
    "reports:pdf",
    "reports:cover",
    "reports:step",
    "leading:card",
    "leading:picture",
    "leading:bulletin",
    "leading:leaf",
)
ABSENT = 987_654_321
OF_ONE_ANSWER = ("Content-Length", "X-Request-ID")


def absent(url: str) -> str:
    """The same address with a number that nothing has."""
    return re.sub(r"/\d+/", f"/{ABSENT}/", url)


def told(answer) -> tuple:
    """Status, headers and body; the address and the secrets of one request taken out."""
    body = re.sub(rb'value="[A-Za-z0-9]{64}"', b"", answer.content)
    request = answer.headers.get("X-Request-ID", "")
    headers = {name: value for name, value in answer.headers.items() if name not in OF_ONE_ANSWER}
    return answer.status_code, headers, re.sub(rb"/\d+/", b"//", body).replace(request.encode(), b"")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", NUMBERED)
def test_anothers_thing_answers_like_an_absent_one(scene, enter, address, method):
    browser, url = enter(scene.county.stranger), places(scene)[address]
    answers = [told(getattr(browser, method)(one)) for one in (url, absent(url))]
    assert answers[0][0] in (404, 405)
    assert answers[0] == answers[1]


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_sealed_matter_is_absent_for_a_colleague_at_the_desk(scene, enter, method):
    browser, key, word = enter(scene.county.colleague), scene.sealed.pk, scene.confided.pk
    part = scene.county.part(scene.sealed).pk
    urls = [
        reverse("directives:page", args=[key]),
        reverse("directives:edit", args=[key]),
        reverse("directives:step", args=[key, "suspend"]),
        reverse("matters:assignment", args=[part, "urge"]),
        reverse("directives:notice", args=[key]),
        reverse("instructions:page", args=[word]),
        reverse("instructions:edit", args=[word]),
        reverse("instructions:again", args=[word]),
        reverse("instructions:step", args=[word, "propose"]),
    ]
    for url in urls:
        found, missing = (told(getattr(browser, method)(one)) for one in (url, absent(url)))
        assert found == missing


def test_another_co_units_part_and_reply_are_absent(scene, enter):
    browser = enter(scene.county.roads_liaison)
    for url in (
        places(scene)["matters:assignment"],
        places(scene)["matters:reply"],
        places(scene)["matters:file"],
    ):
        found, missing = (told(browser.post(one)) for one in (url, absent(url)))
        assert found == missing


def test_an_unknown_step_is_absent_too(scene, enter):
    browser, key = enter(scene.county.officer), scene.running.pk
    assert browser.get(f"/directives/{key}/nonsense/").status_code == 404
    assert browser.get("/directives/batch/suspend/").status_code == 404
    assert browser.get(f"/instructions/{scene.instructed.pk}/nonsense/").status_code == 404
    assert browser.post(f"/reports/{scene.drafted.pk}/nonsense/").status_code == 404
