"""The pages without an account can be read and worked by everybody, as all others (tests/house/test_reach.py)."""

import pytest
from django.test import Client

from tests.county import CALLER
from tests.house.test_reach import SIZES, faults, shown  # noqa: F401 - the same browser's window
from tests.look.conftest import browser_type_launch_args  # noqa: F401 - the same Chromium
from tests.pages.posting import form_of

pytestmark = [pytest.mark.django_db, pytest.mark.browser, pytest.mark.slow]
REPORT, LOOK = "/tousu/", "/tousu/look/"


def pages(county) -> dict:
    """Each as an enterprise meets it: empty, refused, taken with its code, looked for in vain and found."""
    web = Client()
    empty = web.get(REPORT)
    given = form_of(empty) | {"facts": "路口设卡收费。", "cause": county.cause().pk, "name": CALLER.name}
    taken = web.post(REPORT, given)
    code = taken.context["grouped"]
    return {
        "empty": empty,
        "refused": web.post(REPORT, form_of(empty)),
        "taken": taken,
        "look": web.get(LOOK),
        "in vain": web.post(LOOK, {"code": "1"}),
        "found": web.post(LOOK, {"code": code}),
        "added": web.post(LOOK, {"code": code, "do": "add", "text": "每天上午。"}),
    }


def test_every_page_without_an_account_can_be_read_and_worked(county, settings, shown):  # noqa: F811
    settings.PUBLIC_COMPLAINTS = True
    found = {}
    for name, answer in pages(county).items():
        page = shown(answer.content.decode())
        for size, asked in SIZES.items():
            if told := faults(page, *asked):
                found[f"{name} {size}"] = told
    assert found == {}
