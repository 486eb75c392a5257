"""With a new key all that is sealed is written anew, and the old key can go."""

import pytest
from django.core.management import call_command
from django.http import QueryDict

from bureau.files import store
from bureau.ops.backup.making import kept
from bureau.pages import drafts
from bureau.pages.models import Draft
from bureau.vault import marks, opening, scans
from bureau.vault.correcting import correct
from bureau.vault.models import Identity, Scan
from bureau.vault.particulars import Particulars
from tests.house.papers import picture
from tests.house.scene import sealed
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


@pytest.fixture
def letter(identity) -> Scan:
    scans.bind(identity, [sealed(picture(), "来信.png")])
    return identity.scans.get()


def test_a_letter_opens_under_the_new_key_alone_and_the_old_cipher_text_is_gone(
    letter, next_year, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        call_command("rotate_vault")
    next_year()
    anew = Scan.objects.get()
    assert scans.named(anew) == ("来信.png", "png")
    assert store.open_sealed(anew.sha256, anew.about) == picture()
    lying = {path.name for path in kept()}
    assert (anew.sha256 in lying, letter.sha256 in lying) == (True, False)


def test_what_was_put_right_opens_under_the_new_key_alone(county, identity, next_year):
    correct(county.officer, identity, {"phone": "0000-7654321"}, "听错")
    call_command("rotate_vault")
    next_year()
    assert [one.who.phone for one in opening.kept_on(identity.matter)] == ["0000-7654321", WHO.phone]


def test_what_opens_with_no_key_stays_and_is_told(identity, settings, capsys):
    settings.VAULT_KEY = "the key of the next year, and the old one is lost"
    before = bytes(identity.sealed)
    call_command("rotate_vault")
    assert "另有1条" in capsys.readouterr().err
    assert bytes(Identity.objects.get().sealed) == before
