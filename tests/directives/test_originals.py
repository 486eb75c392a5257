"""The paper in full: its text with what was registered from it, for the desk and for a leader who knows all of it."""

import pytest
from django.urls import reverse

from bureau.matters.lineage.nodes import Key
from bureau.matters.lineage.walking import chain_of
from directives.actions import importing
from directives.models import Directive
from tests.county import ROAD, STAGES
from tests.house.papers import MINUTES, minutes
from tests.house.scene import keep

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(county):
    """Minutes that came as a Word file, each decision dispatched: one of the water bureau, one of the roads'."""
    return committed(county, minutes())


@pytest.fixture
def first(source) -> Directive:
    return source.directives.order_by("ordinal")[0]


def committed(county, file: bytes):
    source = importing.commit(county.officer, importing.take_in(county.officer, keep(file, "纪要.docx")))
    for directive in source.directives.all():
        for step in ROAD[: STAGES.index("dispatched")]:
            step(county, directive)
    return source


def paper_in_chain(person, directive):
    found = chain_of(person, Key("matter", directive.pk))
    return next((node for node in found.nodes if node.key.kind == "paper"), None)


def test_every_passage_that_became_a_directive_leads_to_it(county, enter, source):
    page = enter(county.officer).get(source.text).content.decode()
    for directive in source.directives.all():
        assert f'id="decision-{directive.pk}"' in page
        assert f'href="{directive.get_absolute_url()}"' in page


def test_a_leader_reads_in_the_chain_where_the_sentence_stands_in_the_minutes(county, enter, source, first):
    browser = enter(county.magistrate)
    assert paper_in_chain(county.magistrate, first).paper == source.text
    there = f"{source.text}?decision={first.pk}#decision-{first.pk}"
    assert f'href="{there}"' in browser.get(reverse("desk:chain", args=["matter", first.pk])).content.decode()
    assert "part-asked" in browser.get(there).content.decode()
    page = browser.get(source.get_absolute_url()).content.decode()
    assert "下载原件" in page
    assert "登记一项" not in page


def test_a_paper_with_a_decision_that_a_leader_does_not_see_is_not_there_for_them(
    county, enter, source, first
):
    browser = enter(county.vice)
    assert paper_in_chain(county.vice, first).paper == ""
    for address in (
        source.text,
        source.get_absolute_url(),
        reverse("directives:source_file", args=[source.pk]),
    ):
        assert browser.get(address).status_code == 404
    assert "在原文中看" not in browser.get(reverse("desk:chain", args=["matter", first.pk])).content.decode()


def test_a_unit_that_answers_for_the_whole_paper_reads_none_of_it(county, enter):
    source = committed(county, minutes(*MINUTES[:4]))
    assert enter(county.water_liaison).get(source.directives.get().get_absolute_url()).status_code == 200
    assert enter(county.water_liaison).get(source.text).status_code == 404


def test_a_paper_that_was_typed_in_has_no_text(county, enter):
    assert county.source.text == ""
    address = reverse("directives:source_text", args=[county.source.pk])
    assert enter(county.officer).get(address).status_code == 404


@pytest.mark.parametrize("asked", ["x", "0", "99999999999999999999", "\x00"])
def test_a_decision_that_is_none_opens_the_paper_at_its_beginning(county, enter, source, asked):
    assert enter(county.officer).get(source.text, {"decision": asked}).context["page"].number == 1
