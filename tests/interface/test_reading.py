"""What a client reads is what its person sees, less what is sealed; everything else is not there."""

import hashlib
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bureau.matters.rooms import rooms
from complaints.models import Complaint
from reports import actions as bulletins
from reports.rendering import render_issue
from tests.deputies import fresh, stand_in
from tests.vault.planted import WHO

pytestmark = pytest.mark.django_db


def ids(answer) -> list[int]:
    assert answer.status_code == 200, answer.content.decode()
    return [row["id"] for row in answer.json()["rows"]]


@pytest.fixture
def three(county):
    """Led by water, by finance, and a sealed one led by water."""
    mine = county.directive("running", to=[county.water])
    theirs = county.directive("running", to=[county.finance], title="拨付村级运转经费")
    sealed = county.directive("running", to=[county.water], title="密事", secrecy="sealed")
    return mine, theirs, sealed


def test_a_ledger_holds_what_its_person_sees_the_newest_first(county, machine, three):
    mine, theirs, _sealed = three
    for person, seen in [
        (county.officer, [theirs.pk, mine.pk]),
        (county.water_liaison, [mine.pk]),
        (county.finance_liaison, [theirs.pk]),
        (county.stranger, []),
        (county.director, [theirs.pk, mine.pk]),
    ]:
        assert ids(machine(person).get("ledgers/directives")) == seen, person


def test_a_matter_that_is_not_theirs_is_not_there(county, machine, three):
    mine, theirs, sealed = three
    ways = {"officer": [200, 200, 404], "water_liaison": [200, 404, 404], "stranger": [404, 404, 404]}
    for name, expected in ways.items():
        client = machine(county.cast[name])
        found = [client.get(f"matters/{one.pk}") for one in (mine, theirs, sealed)]
        assert [answer.status_code for answer in found] == expected, name
        absent = client.get("matters/999999999").content
        assert all(answer.content == absent for answer in found if answer.status_code == 404)


def test_no_room_whose_matters_are_all_sealed_is_there(county, machine):
    client = machine(county.director)
    told = {head["kind"] for head in client.get("ledgers").json()}
    assert told == {room.kind for room in rooms() if not room.encrypts}
    assert "accountability" not in told
    assert client.get("ledgers/accountability").status_code == 404
    assert client.get("figures/accountability").status_code == 404


def test_what_was_lent_to_a_person_is_lent_to_no_machine(county, machine):
    heard = county.complaint("running")
    stand_in(county.director, county.colleague)
    assert Complaint.objects.visible_to(fresh(county.colleague)).filter(pk=heard.pk).exists()
    assert ids(machine(county.colleague).get("ledgers/complaints")) == []


def test_the_cells_are_those_of_the_excel_ledger(county, machine, three):
    mine = three[0]
    client = machine(county.officer)
    head = next(one for one in client.get("ledgers").json() if one["kind"] == "directives")
    row = next(one for one in client.get("ledgers/directives").json()["rows"] if one["id"] == mine.pk)
    assert list(row["cells"]) == [column["key"] for column in head["columns"]]
    assert row["cells"]["number"] == mine.matter.number
    assert row["cells"]["due"] == timezone.localdate(mine.matter.due_at).isoformat()
    assert row["cells"]["lead"] == "水利局" or row["cells"]["lead"].endswith("水利局")
    assert row["page"] == mine.get_absolute_url()


def test_a_matter_is_its_row_its_units_and_its_lines_as_its_person_reads_them(county, machine):
    one = county.directive("running", to=[county.water, county.roads])
    told = machine(county.officer).get(f"matters/{one.pk}").json()
    assert [part["role"] for part in told["units"]] == ["牵头", "协办"]
    lines = one.matter.entries.readable_by(county.roads_liaison, one.matter).order_by("seq")
    read = machine(county.roads_liaison).get(f"matters/{one.pk}").json()["lines"]
    assert [line["sentence"] for line in read] == [line.sentence for line in lines]
    assert len(read) < len(told["lines"])


def test_pages_follow_each_other_by_key_and_nothing_is_twice_though_more_comes_in(county, machine):
    made = [county.directive("running", title=f"第{number}件").pk for number in range(5)]
    client, found, after = machine(county.officer), [], None
    while True:
        asked = {"limit": 2} if after is None else {"limit": 2, "after": after}
        answer = client.get("ledgers/directives", **asked)
        found += ids(answer)
        county.directive("draft")
        if (after := answer.json()["next_after"]) is None:
            break
    assert found == made[::-1]


@pytest.mark.parametrize(
    "query, found",
    [
        ({"q": "经费"}, 1),
        ({"unit": "水利局"}, 1),
        ({"light": "red"}, 0),
        ({"state": "running"}, 2),
        ({"due_min": "2020-01-01", "due_max": "2020-02-01"}, 0),
        ({"q": "密事"}, 0),
    ],
)
def test_a_ledger_is_asked_by_the_conditions_of_its_page(county, machine, three, query, found):
    assert len(ids(machine(county.officer).get("ledgers/directives", **query))) == found


@pytest.mark.parametrize(
    "query, field, words",
    [
        ({"light": "purple"}, "light", "亮灯"),
        ({"colour": "red"}, "colour", "没有这个查询条件"),
        ({"due_min": "昨天"}, "due", "时限"),
        ({"limit": 0}, "limit", "不能小于1"),
        ({"limit": "五十"}, "limit", "整数"),
        ({"limit": 201}, "limit", "不能大于200"),
        ({"after": 10**30}, "after", ""),
        ({"q": "\x00"}, "q", "关键词"),
    ],
)
def test_a_condition_that_makes_no_sense_is_named(county, machine, query, field, words):
    answer = machine(county.officer).get("ledgers/directives", **query)
    assert answer.status_code == 422
    (problem,) = answer.json()["problems"]
    assert problem["field"] == field
    assert words in problem["sentence"]


def test_each_ledger_says_by_which_conditions_it_is_asked_and_takes_them(county, machine):
    client = machine(county.officer)
    for head in client.get("ledgers").json():
        asked = {one["key"]: "" for one in head["conditions"]}
        assert client.get(f"ledgers/{head['kind']}", **asked).status_code == 200


def test_who_complained_is_nowhere(county, machine):
    heard = county.complaint("running", who=WHO)
    known = (WHO.name, WHO.phone, WHO.address, WHO.enterprise, WHO.licence)
    for name in ("clerk", "director", "water_liaison", "magistrate"):
        client = machine(county.cast[name])
        pages = [client.get("ledgers/complaints"), client.get(f"matters/{heard.pk}")]
        assert [page.status_code for page in pages] == [200, 200]
        assert [word for page in pages for word in known if word in page.content.decode()] == []


def test_figures_are_for_whom_their_page_is_and_count_what_the_ledger_shows(county, machine, three):
    today = timezone.localdate()
    answer = machine(county.officer).get("figures/directives", since=today, until=today)
    counts = {one["key"]: (one["part"], one["whole"]) for one in answer.json()["counts"]}
    assert counts["registered"] == (2, 2)
    assert counts["closed"] == (0, 2)
    for name, kind in [("water_liaison", "directives"), ("officer", "complaints"), ("officer", "nothing")]:
        assert machine(county.cast[name]).get(f"figures/{kind}").status_code == 404, (name, kind)


@pytest.mark.parametrize(
    "query, field",
    [
        ({"since": "2026-02-30"}, "since"),
        ({"since": "2026-05-01", "until": "2026-04-01"}, "until"),
        ({"since": "0001-01-01"}, "since"),
    ],
)
def test_days_that_make_no_sense_are_named(county, machine, query, field):
    answer = machine(county.officer).get("figures/directives", **query)
    assert (answer.status_code, answer.json()["problems"][0]["field"]) == (422, field)


@pytest.fixture
def issued(county, three):
    bulletin = bulletins.draft_from_source(county.officer, county.source)
    bulletins.submit(county.officer, bulletin)
    bulletins.check(county.colleague, bulletin)
    bulletins.sign(county.director, bulletin)
    bulletin.refresh_from_db()
    render_issue(bulletin.rendering.pk)
    bulletin.refresh_from_db()
    return bulletin


def test_a_bulletin_is_there_once_it_is_issued_with_the_pdf_that_was_issued(county, machine, issued):
    draft = bulletins.draft_blank(county.officer)
    client = machine(county.officer)
    assert ids(client.get("bulletins")) == [issued.pk]
    assert client.get(f"bulletins/{draft.pk}").status_code == 404
    head = client.get(f"bulletins/{issued.pk}").json()
    file = client.get(f"bulletins/{issued.pk}/pdf")
    assert file["Content-Type"] == "application/pdf"
    assert hashlib.sha256(file.getvalue()).hexdigest() == head["sha256"]


def test_an_issue_numbered_for_its_readers_is_not_there(county, machine, three):
    special = bulletins.draft_survey(county.officer, [three[0]])
    text = {"title": special.title, "body": "漏查两座水库。", "report_to": "", "copies": 1}
    bulletins.edit(county.officer, special, text, {}, [county.magistrate])
    bulletins.submit(county.officer, special)
    bulletins.check(county.colleague, special)
    bulletins.sign(county.director, special)
    special.refresh_from_db()
    render_issue(special.rendering.pk)
    for name in ("officer", "director", "magistrate"):
        client = machine(county.cast[name])
        assert ids(client.get("bulletins")) == []
        assert client.get(f"bulletins/{special.pk}/pdf").status_code == 404


def test_a_paper_whose_file_is_lost_is_a_sentence(county, machine, issued):
    type(issued.rendering).objects.filter(pk=issued.rendering.pk).update(sha256="0" * 64)
    assert machine(county.officer).get(f"bulletins/{issued.pk}/pdf").status_code == 404


def test_a_matter_that_was_sealed_meanwhile_is_gone_from_the_next_answer(county, machine, three):
    client, mine = machine(county.officer), three[0]
    assert mine.pk in ids(client.get("ledgers/directives"))
    type(mine.matter).objects.filter(pk=mine.pk).update(secrecy="sealed")
    assert mine.pk not in ids(client.get("ledgers/directives"))
    assert client.get(f"matters/{mine.pk}").status_code == 404


@pytest.mark.parametrize(
    "path, most",
    [("ledgers/directives", 14), ("ledgers", 10), ("figures/directives", 18), ("bulletins", 6)],
)
def test_an_answer_asks_few_questions_however_many_there_are(county, machine, path, most):
    client = machine(county.officer)
    for number in range(3):
        county.directive("running", title=f"第{number}件")
    client.get(path)
    with CaptureQueriesContext(connection) as few:
        client.get(path)
    for number in range(6):
        county.directive("running", title=f"又{number}件", due=timezone.localdate() + timedelta(days=9))
    with CaptureQueriesContext(connection) as many:
        client.get(path)
    assert len(many) == len(few) <= most, [query["sql"][:90] for query in many]
