"""系统管理 exists for the 系统管理员 only, shows only the ground, and costs the same however much there is."""

import pytest
from django.db import IntegrityError, transaction

from bureau.org import seed
from bureau.org.admin import administration
from bureau.org.models import Person, Portfolio, Posting, WorkPeriod
from bureau.org.posts import Post
from tests.org.people import person, unit

pytestmark = pytest.mark.django_db

LISTS = ["unit", "person", "workdayexception", "workperiod", "limit"]
FORMS = ["unit", "person", "workdayexception", "workperiod"]
PAGES = [
    "/admin/",
    *(f"/admin/org/{model}/" for model in LISTS),
    *(f"/admin/org/{model}/add/" for model in FORMS),
    "/admin/org/regulation/1/change/",
    "/admin/nonsense/",
    "/admin/jsi18n/",
    "/admin/autocomplete/",
]
OF_RIGHTS = ["/admin/org/portfolio/", "/admin/org/portfolio/add/", "/admin/org/portfolio/several/"]
OF_BOTH = ["/admin/", "/admin/nonsense/", "/admin/jsi18n/", "/admin/autocomplete/"]  # the site's own
OUTSIDERS = [post for post in Post if post not in (Post.SYSTEM, Post.SECURITY)]


@pytest.mark.parametrize("post", OUTSIDERS)
def test_whoever_is_not_the_system_administrator_finds_nothing(client, post):
    client.force_login(person("outsider", post))
    assert {client.get(page).status_code for page in [*PAGES, *OF_RIGHTS]} == {404}
    assert client.post("/admin/org/workdayexception/enter/", {"year": "2026"}).status_code == 404


def test_what_gives_rights_exists_for_the_security_administrator_and_nothing_else(office, guard):
    """Neither is the other: who makes accounts says nowhere what they may read, and who says it makes none."""
    assert {office.get(page).status_code for page in OF_RIGHTS} == {404}
    assert {guard.get(page).status_code for page in OF_RIGHTS} == {200}
    others = [page for page in PAGES if page not in OF_BOTH]
    assert {guard.get(page).status_code for page in others} == {404}
    assert guard.post("/admin/org/workdayexception/enter/", {"year": "2026"}).status_code == 404
    assert guard.post("/admin/org/person/", {"action": "unlock_login"}).status_code == 404
    front = guard.get("/admin/").content.decode()
    assert "/admin/org/portfolio/" in front
    assert "/admin/org/person/" not in front


def test_a_person_without_any_post_finds_nothing(client):
    client.force_login(person("stranger"))
    assert {client.get(page).status_code for page in PAGES} == {404}


def test_a_superuser_flag_alone_opens_nothing(client):
    client.force_login(person("flagged", is_superuser=True))
    assert client.get("/admin/").status_code == 404


def test_who_is_not_logged_in_is_led_to_the_door(client):
    assert client.get("/admin/org/unit/").url == "/login/?next=/admin/org/unit/"


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.startswith("/admin/org") or page == "/admin/"]
)
def test_the_keeper_sees_every_page(office, page):
    seed.fill()
    assert office.get(page).status_code == 200


@pytest.mark.parametrize("forged", ["abc", "\0", "9" * 30, "-1", "²"])
@pytest.mark.parametrize("address, field", [("deputy", "deputy"), ("portfolio", "units"), ("person", "unit")])
def test_a_forged_choice_is_refused_in_words(office, guard, address, field, forged):
    page = f"/admin/org/{address}/add/"
    office = guard if address == "portfolio" else office
    assert office.get(page, {field: forged}).status_code == 200
    answer = office.post(page, {field: forged})
    assert answer.status_code == 200
    assert field in answer.context["adminform"].form.errors


def test_every_record_opens_with_its_history(office, guard, keeper):
    seed.fill()
    liaison = person("shuili", Post.LIAISON, unit=unit())
    charge = Portfolio.objects.create(leader=person("leader", Post.LEADER), functions=["directives"])
    records = [keeper, liaison, liaison.unit, charge, WorkPeriod.objects.first()]
    for record in records:
        address = f"/admin/org/{record._meta.model_name}/{record.pk}"
        browser = guard if record == charge else office
        assert browser.get(f"{address}/change/").status_code == 200
        assert browser.get(f"{address}/history/").status_code == 200


def test_the_administration_holds_the_ground_and_the_ladder_and_no_matter():
    labels = [model._meta.label for model in administration._registry]
    beside = {label for label in labels if not label.startswith("org.")}
    assert beside == {"notices.Rung", "complaints.Cause", "accountability.Measure", "accountability.ClueRule"}


@pytest.mark.parametrize("page", ["/admin/login/", "/admin/password_change/", "/admin/logout/"])
def test_djangos_own_doors_are_bricked_up(office, page):
    answer = office.get(page)
    assert answer.status_code in {302, 405}
    assert answer.headers.get("Location") in {None, "/admin/", "/password/"}


@pytest.mark.parametrize("model", ["person", "unit", "portfolio"])
def test_a_longer_list_costs_no_more_queries(office, guard, model, django_assert_max_num_queries):
    def fill(first, last):
        for n in range(first, last):
            place = unit(f"县第{n}局", f"第{n}局")
            person(f"liaison{n}", Post.LIAISON, Post.HEAD, unit=place)
            leader = person(f"leader{n}", Post.LEADER)
            Portfolio.objects.create(leader=leader, functions=["directives"]).units.add(place)

    def queries():
        with django_assert_max_num_queries(20) as spent:
            browser = guard if model == "portfolio" else office
            assert browser.get(f"/admin/org/{model}/").status_code == 200
        return len(spent)

    fill(0, 2)
    queries()  # the first click notes the time
    few = queries()
    fill(2, 12)
    assert queries() == few


@pytest.mark.parametrize("other", [Post.SECURITY, Post.AUDIT])
def test_the_database_itself_keeps_the_administrators_apart(keeper, other):
    with pytest.raises(IntegrityError), transaction.atomic():
        Posting.objects.create(person=keeper, post=other)


def test_nobody_is_deleted(office, keeper):
    place = unit()
    for record in (keeper, place):
        address = f"/admin/org/{record._meta.model_name}/{record.pk}/delete/"
        assert office.post(address, {"post": "yes"}).status_code == 403
    assert Person.objects.filter(pk=keeper.pk).exists()
