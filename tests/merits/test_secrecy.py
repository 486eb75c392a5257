"""Scores, grades and names of cadres: who reads them, who looks at a name leaves a line, and nobody else finds a trace."""

import pytest

from appraisal.cadres import actions
from bureau.matters.models import Entry, Service
from bureau.org.models import AdminEntry
from tests.appraisal.playing import appraiser
from tests.house.crawl import text_of
from tests.merits.playing import DEPUTY, HEAD, merit_of, play, published, team

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(county):
    """Told, with a praise that was sent for the head."""
    team(county)
    review = play(county, published(county))
    actions.propose_usual(appraiser(county), review)
    use = merit_of(review, "head").uses.get()
    actions.agree(county.director, use)
    actions.send(appraiser(county), use)
    return review


def pages(review):
    period, head = review.period_id, merit_of(review, "head")
    use = head.uses.get()
    return {
        "uses": "/merits/",
        "counted": f"/merits/counted/?period={period}&group=best",
        "review": f"/merits/{period}/",
        "merit": head.get_absolute_url(),
        "form": f"/merits/{period}/form/",
        "roll": f"/merits/{period}/table/",
        "uses in Excel": f"/merits/{period}/uses/table/",
        "paper": use.page,
        "cadre": f"/merits/cadres/{head.cadre_id}/",
        "unit": f"/merits/units/{head.position.unit_id}/",
    }


ALL = {"uses", "counted", "review", "merit", "form", "roll", "uses in Excel", "paper", "cadre", "unit"}
MAY_READ = {
    "director": ALL,
    "deputy": ALL,
    "magistrate": ALL,
    "inquirer": ALL - {"unit"},  # the desk of accountability does not read the periods of units
    "officer": set(),
    "colleague": set(),
    "clerk": set(),
    "vice": set(),
    "water_liaison": {"unit"},
    "water_head": {"unit"},
    "roads_liaison": set(),
    "finance_liaison": set(),
    "stranger": set(),
    "system": set(),
    "security": set(),
    "audit": set(),
}


def test_each_page_is_there_for_who_is_entitled_alone(county, review, client):
    doors, found = pages(review), {}
    for name in MAY_READ:
        client.force_login(county.cast[name])
        found[name] = {page for page, url in doors.items() if client.get(url).status_code == 200}
    assert found == MAY_READ


def test_a_name_stands_on_few_pages_and_each_look_leaves_a_line(county, review, client):
    client.force_login(county.magistrate)
    named = {"merit", "cadre", "form", "paper"}
    before = AdminEntry.objects.filter(kind="name").count()
    for page, url in pages(review).items():
        answer = client.get(url)
        told = text_of(answer)
        assert (HEAD in told) == (page in named), page
    assert AdminEntry.objects.filter(kind="name").count() - before == len(named)


def test_the_timeline_and_what_is_served_say_neither_who_nor_which_grade(review):
    told = "\n".join(
        [*Entry.objects.values_list("sentence", flat=True), *Service.objects.values_list("text", flat=True)]
    )
    for word in (HEAD, DEPUTY, "94.1", "91.5"):
        assert word not in told


def test_a_unit_reads_nothing_of_its_cadres(county, review, client):
    client.force_login(county.water_liaison)
    for url in (review.period.get_absolute_url(), f"/merits/units/{county.water.pk}/", "/"):
        told = client.get(url).content.decode()
        for word in (HEAD, "94.1", "干部考核", "个人结果通知书"):
            assert word not in told


def test_a_cadre_reads_their_own_paper_and_no_colleagues(county, review, client):
    client.force_login(county.water_head)
    assert client.get(merit_of(review, "head").notice.get_absolute_url()).status_code == 200
    assert client.get(merit_of(review, "deputy").notice.get_absolute_url()).status_code == 404


def test_the_years_of_a_unit_show_what_was_told_and_not_what_happened_elsewhere(county, review, client):
    client.force_login(county.water_liaison)
    told = client.get(f"/merits/units/{county.water.pk}/").content.decode()
    assert "<dd>98</dd>" in "".join(told.split())
    assert "台账记载" not in told
    assert "重点任务" in told
