"""领导驾驶舱: what it keeps from whom."""

import pytest
from django.urls import reverse

from appraisal.models import Period
from bureau.org.models import Portfolio
from bureau.org.posts import Function, Post
from tests.accountability.playing import DEPUTY_NAME, HEAD_NAME
from tests.appraisal.playing import begin, draft, play, publish
from tests.county import CALLER, person
from tests.deputies import secretary, stand_in
from tests.leading.recounting import figures, shown
from tests.leading.scene import Scene

pytestmark = pytest.mark.django_db
COCKPIT = reverse("leading:cockpit")


@pytest.fixture
def scene(county):
    return Scene(county)


def counts(browser, url=COCKPIT) -> dict:
    return figures(browser.get(url).content.decode())


def test_a_leader_of_other_units_counts_nothing_of_these(scene, enter):
    other = person("other", "分管教育副县长", None, Post.LEADER)
    Portfolio.objects.create(leader=other, functions=Function.values).units.add(scene.county.school)
    page = enter(other).get(COCKPIT)
    assert counts(enter(other)) == {}
    assert page.context["ordered"] == page.context["lagging"] == page.context["accused"] == []
    assert page.context["cases"] == []
    assert page.context["scores"] is None
    assert "水利局" not in page.content.decode()


def test_nobody_who_complained_and_no_cadre_stands_on_it(scene, enter):
    for reader in (scene.county.magistrate, scene.county.vice):
        page = enter(reader).get(COCKPIT).content.decode()
        for name in (HEAD_NAME, DEPUTY_NAME, CALLER.name, CALLER.phone, "红岩竹业"):
            assert name not in page


def test_sealed_matters_count_for_who_sees_them_alone(scene, enter):
    """The magistrate is in charge of all units, the vice of water by name, which does not see it."""
    red = f"/directives/?charge={scene.county.magistrate.pk}&light=red"
    whole = counts(enter(scene.county.magistrate))["逾期、严重滞后", red]
    aide = person("aide", "县长秘书", scene.county.court)
    secretary(scene.county, scene.county.magistrate, aide)
    browser = enter(aide)
    lent = counts(browser, f"{COCKPIT}?for={scene.county.magistrate.pk}")
    assert lent["逾期、严重滞后", red] == whole - 1 == shown(browser, red)


def test_who_acts_for_a_leader_finds_the_same_numbers_in_the_ledgers(scene, enter):
    stand_in(scene.county.magistrate, scene.county.vice)
    browser = enter(scene.county.vice)
    found = counts(browser, f"{COCKPIT}?for={scene.county.magistrate.pk}")
    assert found
    for (_label, url), number in found.items():
        if not url.startswith("/leading"):
            assert shown(browser, url) == number, url


def test_a_secretary_who_answers_for_a_unit_is_shown_no_figures(scene, enter):
    """As of every other page of figures."""
    secretary(scene.county, scene.county.vice, scene.county.stranger)
    browser = enter(scene.county.stranger)
    assert browser.get(f"{COCKPIT}?for={scene.county.vice.pk}").status_code == 404
    assert browser.get(f"{reverse('leading:home')}?for={scene.county.vice.pk}").status_code == 200


def test_a_unit_learns_nothing_by_asking_for_a_leader(scene, enter):
    browser = enter(scene.county.water_liaison)
    everything = shown(browser, "/directives/?asked=1")
    for asked in (f"charge={scene.county.vice.pk}", f"by={scene.county.roads.pk}"):
        assert shown(browser, f"/directives/?{asked}") == everything
    ours = shown(browser, "/instructions/?asked=1")
    assert shown(browser, f"/instructions/?ordered={scene.county.vice.pk}") == ours
    assert shown(browser, "/instructions/?nth=2") == ours


@pytest.mark.parametrize("asked", ["charge=x", "charge=0", "by=99999999", "stands=no", "under=-1"])
def test_what_is_asked_amiss_is_said_and_breaks_nothing(scene, enter, asked):
    kind = "complaints" if asked.startswith("under") else "directives"
    assert enter(scene.county.magistrate).get(f"/{kind}/?{asked}").status_code == 200


def test_it_costs_as_many_statements_however_much_there_is(scene, enter, django_assert_max_num_queries):
    browser = enter(scene.county.magistrate)
    browser.get(COCKPIT)
    with django_assert_max_num_queries(20):
        browser.get(COCKPIT)


def test_scores_that_were_made_known_stay_while_the_next_are_collected(county, enter):
    scheme = publish(county, draft(county, units=[county.water, county.roads], supplier=county.roads))
    half = play(county, begin(county, scheme, part=Period.Part.HALF), "publicised")
    play(county, begin(county, scheme), "collecting")
    scores = enter(county.magistrate).get(COCKPIT).context["scores"]
    assert scores.told
    assert scores.period == half.words
    assert {score.part.period for score in scores.units} == {half}
