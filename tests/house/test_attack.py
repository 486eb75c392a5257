"""`make audit` in seconds: a sample of its requests, all of its files; and that it finds what it looks for."""

from itertools import islice
from random import Random

import pytest
from django.http import HttpResponse
from django.test import override_settings

from bureau.attack import canaries, uploads
from bureau.attack.addresses import patterns
from bureau.attack.attackers import Attacker, attackers
from bureau.attack.judging import BARE, BROKEN, FILE, HEADERS, LEAK, Figures, Judge
from bureau.attack.requests import Requests
from bureau.attack.run import attack
from tests.vault.planted import WHO

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SAFE = {name: "; ".join(words) for name, words in HEADERS.items()}


@pytest.fixture
def figures() -> Figures:
    return Figures(lambda words: None)


def test_a_sample_of_the_forged_requests_finds_nothing(scene, figures):
    canaries.plant()
    forged = Requests(attackers(), Random(1))
    with override_settings(ALLOWED_HOSTS=["testserver"], PUBLIC_COMPLAINTS=True):
        attack(figures, forged, forged.some(800))
    assert figures.faults == {kind: {} for kind in figures.faults}
    assert figures.statuses[200] > 30
    assert sum(map(len, forged.known.found.values())) > 100  # it knows real addresses


def test_every_address_is_asked_by_everybody_in_every_manner(scene):
    forged = Requests(attackers(), Random(1))
    once = len(forged.routes) * len(forged.attackers)
    turns = [
        (who.name, route, manner.__name__)
        for who, route, manner in islice(forged.turns(), once * len(forged.manners))
    ]
    assert len(set(turns)) == len(turns)
    assert len({manner for _who, _route, manner in turns[: len(forged.manners)]}) == len(forged.manners)
    assert len(forged.routes) == len(list(patterns())) - 2  # the two ways out
    assert {None, *scene.county.cast["officer"].posts} <= {
        post for one in forged.attackers for post in (one.person.posts if one.person else [None])
    }


def test_files_that_are_whole_are_taken_and_all_others_refused(figures, monkeypatch):
    tried, ask = [], uploads.refused
    monkeypatch.setattr(uploads, "refused", lambda *file: tried.append(ask(*file)) or tried[-1])
    uploads.try_all(figures, 1)
    assert figures.faults[FILE] == {}
    assert (tried.count(None), len(tried)) == (uploads.GOOD, uploads.GOOD + uploads.MALFORMED)


@pytest.mark.parametrize(
    "told, kind",
    [
        (lambda scene: HttpResponse(canaries.word(scene.sealed.pk), headers=SAFE), LEAK),
        (lambda scene: HttpResponse(headers=SAFE | {"Location": f"/{WHO.phone}/"}), LEAK),
        (lambda scene: HttpResponse(status=500, headers=SAFE), BROKEN),
        (lambda scene: HttpResponse(headers=SAFE | {"Cache-Control": "private"}), BARE),
    ],
)
def test_what_it_looks_for_is_found(scene, figures, told, kind):
    Judge(figures).judge(Attacker(scene.county.stranger), "somewhere/", "GET /somewhere/", told(scene))
    assert [found for found, places in figures.faults.items() if places] == [kind]


def test_who_may_see_a_matter_may_read_its_planted_word(scene, figures):
    answer = HttpResponse(canaries.word(scene.sealed.pk), headers=SAFE)
    Judge(figures).judge(Attacker(scene.county.officer), "somewhere/", "GET /somewhere/", answer)
    assert figures.clean


def test_a_file_that_is_taken_and_should_not_be_is_found_and_so_is_a_whole_one_that_is_refused(
    figures, monkeypatch
):
    monkeypatch.setattr(uploads, "good", lambda chance: [("残.pdf", b"%PDF-1.7")])
    monkeypatch.setattr(uploads, "malformed", lambda chance: [("好.pdf", uploads.made("pdf", 1))])
    uploads.try_all(figures, 1)
    assert set(figures.faults[FILE]) == {"残.pdf", "好.pdf"}
