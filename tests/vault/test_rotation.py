"""With a new key all that is sealed is written anew, and the old key can go."""

import pytest
from django.core.management import call_command
from django.http import QueryDict

from bureau.pages import drafts
from bureau.pages.models import Draft
from bureau.vault import marks, opening
from bureau.vault.models import Identity
from bureau.vault.particulars import Particulars
from tests.vault.planted import WHO

pytestmark = pytest.mark.django_db


def test_an_identity_opens_under_the_new_key_alone(identity, next_year, capsys):
    assert opening.opened(identity) == WHO
    call_command("rotate_vault")
    assert "改用现在的密钥：1条" in capsys.readouterr().out
    next_year()
    assert opening.opened(Identity.objects.get()) == WHO
    call_command("rotate_vault")
    assert "改用现在的密钥：0条" in capsys.readouterr().out


def test_the_same_complainant_is_found_before_while_and_after(identity, next_year):
    who = Particulars(phone=WHO.phone)
    assert marks.known_before(who) == [identity.matter_id]
    call_command("rotate_vault")
    next_year()
    assert marks.known_before(who) == [identity.matter_id]
    assert marks.by_code(WHO.code) == identity


@pytest.fixture
def draft(county) -> Draft:
    drafts.keep(county.officer, "/vault/", QueryDict("name=来电群众甲"), sealed=True)
    return Draft.objects.get()


def test_a_sealed_draft_opens_under_the_new_key_alone(county, draft, next_year):
    call_command("rotate_vault")
    next_year()
    (found,) = drafts.recall(county.officer, "/vault/")
    assert (found.typed["name"], found.at) == ("来电群众甲", draft.at)


def test_a_sealed_draft_whose_key_is_lost_is_as_good_as_not_kept(county, draft, settings):
    settings.VAULT_KEY = "another key"
    assert drafts.recall(county.officer, "/vault/") == []


def test_what_opens_with_no_key_stays_and_is_told(identity, settings, capsys):
    settings.VAULT_KEY = "the key of the next year, and the old one is lost"
    before = bytes(identity.sealed)
    call_command("rotate_vault")
    assert "另有1条" in capsys.readouterr().err
    assert bytes(Identity.objects.get().sealed) == before
