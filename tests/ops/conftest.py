"""Fixtures of the roof."""

import pytest
from django.core.files.base import ContentFile

from bureau.files import store
from bureau.matters.parts import assignments
from bureau.ops import figures
from tests.house.papers import picture

SECRET = "密钥甲乙"


@pytest.fixture(autouse=True)
def a_roomy_machine(settings, monkeypatch):
    """Whatever machine the tests run on: half of its disk is free, and nothing is set up in its environment."""
    settings.BACKUP_DIR, settings.TLS_CERTIFICATE, settings.METRICS_TOKEN = None, "", ""
    monkeypatch.setattr(figures, "disk", lambda folder: (50 * 10**9, 100 * 10**9))


@pytest.fixture
def sealed(county):
    """A sealed matter whose words nobody may find anywhere else, answered with a file."""
    words = {"title": f"{SECRET}题", "passage": f"{SECRET}文", "secrecy": "sealed"}
    directive = county.directive("running", to=[county.finance], **words)
    answer(county.finance_liaison, county.part(directive), SECRET)
    return directive


def answer(person, part, words: str) -> None:
    kept = store.keep(ContentFile(picture(), name=f"{words}.png"))
    assignments.reply(person, part, f"{words}进展", 10, [kept])
