"""Events: written with what happened or not at all, sent signed, each taken once, to whoever may know of it."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from django.utils import timezone

from bureau.interface import issuing, tasks
from bureau.interface.models import Client, OutgoingEvent
from bureau.interface.sending import deliver, outbox
from bureau.matters.heard import Event
from bureau.matters.models import Matter
from bureau.notices import watch
from bureau.notices.models import Clock, Notice
from bureau.notices.outbox import BACK_OFF, LEASE, PATIENCE
from directives import actions
from reports import actions as bulletins
from reports.rendering import render_issue
from tests.notices.receivers import gateway

pytestmark = pytest.mark.django_db
State = OutgoingEvent.State


@pytest.fixture
def ear():
    with gateway() as server:
        yield server


@pytest.fixture
def hearing(machine, ear):
    """A client in the name of somebody that hears of these events, or of all."""

    def made(person, *events, url=ear.url):
        one = machine(person, url=url, events=list(events or Event.values))
        ear.key = one.secret
        return one

    return made


@pytest.fixture
def noon(time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    return time_machine


def told(ear) -> list[tuple[str, str]]:
    return [(one["event"], one["about"]["state"]) for one in ear.taken.values()]


def test_from_registration_to_the_end_each_change_of_state_is_told(county, hearing, ear):
    hearing(county.officer)
    one = county.directive("closed")
    deliver()
    events = told(ear)
    assert events[0][0] == Event.REGISTERED
    assert events[-1] == (Event.CLOSED, Matter.objects.get(pk=one.pk).stage)
    assert {event for event, _state in events[1:-1]} == {Event.CHANGED}
    states = [state for _event, state in events]
    assert all(before != after for before, after in pairwise(states))
    assert ear.refused == []


def test_what_is_told_is_which_and_how_it_stands_and_never_what_it_says(county, hearing, ear, settings):
    settings.SITE_URL = "https://ducha.example"
    hearing(county.officer)
    one = county.directive("running", title="完成水库隐患排查", remark="备注之语")
    deliver()
    assert ear.taken
    for sent in ear.taken.values():
        assert set(sent) == {"id", "event", "at", "about"}
        assert set(sent["about"]) == {"id", "kind", "number", "state", "page", "api"}
        assert sent["about"]["page"] == f"https://ducha.example{one.get_absolute_url()}"
        assert sent["about"]["api"] == f"https://ducha.example/api/v1/matters/{one.pk}"
    assert not any(word in str(ear.taken) for word in ("水库", "备注", county.officer.name, "水利局"))


def test_an_import_of_many_is_told_one_by_one(county, hearing, ear):
    hearing(county.officer, Event.REGISTERED)
    made = actions.register_all(county.officer, county.source, 1, [county.decision() for _ in range(3)])
    deliver()
    assert sorted(one["about"]["id"] for one in ear.taken.values()) == [one.pk for one in made]


def test_who_asked_for_some_events_hears_of_those_alone(county, hearing, ear):
    hearing(county.officer, Event.CLOSED)
    county.directive("closed")
    deliver()
    assert [event for event, _state in told(ear)] == [Event.CLOSED]


def test_a_bulletin_is_told_when_it_is_issued(county, hearing, ear):
    hearing(county.officer, Event.ISSUED)
    county.directive("running")
    bulletin = bulletins.draft_from_source(county.officer, county.source)
    bulletins.submit(county.officer, bulletin)
    bulletins.check(county.colleague, bulletin)
    bulletins.sign(county.director, bulletin)
    bulletin.refresh_from_db()
    render_issue(bulletin.rendering.pk)
    bulletin.refresh_from_db()
    deliver()
    (one,) = ear.taken.values()
    assert (one["event"], one["about"]["number"]) == (Event.ISSUED, bulletin.number)
    assert one["about"]["page"].endswith(bulletin.get_absolute_url())


def test_nothing_that_is_sealed_is_told_nor_written(county, hearing, ear):
    hearing(county.director)
    county.directive("running", secrecy="sealed")
    deliver()
    assert ear.taken == {}
    assert not OutgoingEvent.objects.exists()


def test_what_its_person_does_not_see_is_not_sent(county, hearing, ear):
    hearing(county.finance_liaison)
    county.directive("running", to=[county.water])
    mine = county.directive("running", to=[county.finance])
    deliver()
    assert {one["about"]["id"] for one in ear.taken.values()} == {mine.pk}


def test_what_was_sealed_or_revoked_before_it_left_is_dropped(county, hearing, ear):
    one = hearing(county.officer, Event.REGISTERED)
    sealed, _plain = county.directive("running"), county.directive("running")
    type(sealed.matter).objects.filter(pk=sealed.pk).update(secrecy="sealed")
    assert deliver() == 1
    county.directive("running")
    issuing.end(county.security, one.client.pk)
    assert deliver() == 0
    assert sorted(OutgoingEvent.objects.values_list("state", flat=True)) == ["dropped", "dropped", "sent"]


def test_an_event_is_written_in_the_transaction_of_what_happened(county, hearing):
    hearing(county.officer)
    with transaction.atomic():
        county.directive("running")
        written = OutgoingEvent.objects.count()
        transaction.set_rollback(True)
    assert (written > 0, OutgoingEvent.objects.exists()) == (True, False)


def test_where_nobody_hears_nothing_is_written(county):
    county.directive("closed")
    assert not OutgoingEvent.objects.exists()


def test_one_that_was_leased_by_a_worker_that_died_goes_again_with_its_key(county, hearing, ear, noon):
    one = hearing(county.officer, Event.REGISTERED)
    county.directive("running")
    (leased,) = outbox(one.client.pk).lease()
    assert outbox(one.client.pk).attempt(leased) == "sent"
    OutgoingEvent.objects.update(state="waiting", leased_until=timezone.now())  # it died before it marked
    noon.shift(LEASE + timedelta(seconds=1))
    assert deliver() == 1
    assert (len(ear.taken), ear.repeats) == (1, 1)


def test_one_that_is_refused_waits_longer_each_time_and_is_then_laid_aside(county, hearing, ear, noon):
    hearing(county.officer, Event.REGISTERED)
    county.directive("running")
    ear.answers = [400] * (len(BACK_OFF) + 1)
    for wait in BACK_OFF:
        assert deliver() == 0
        event = OutgoingEvent.objects.get()
        assert (event.state, event.next_at - timezone.now()) == (State.WAITING, wait)
        assert deliver() == 0
        assert OutgoingEvent.objects.get().tries == event.tries
        noon.shift(wait)
    deliver()
    event = OutgoingEvent.objects.get()
    assert (event.state, event.trouble) == (State.FAILED, "对方系统答复 400")
    (alarm,) = Notice.objects.filter(person=county.system, key__startswith="events-")
    assert alarm.url == "/interface/undelivered/"


def test_one_that_does_not_answer_keeps_no_other_waiting(county, hearing, ear):
    hearing(county.colleague, Event.REGISTERED, url="http://127.0.0.1:9/")
    hearing(county.officer, Event.REGISTERED)
    for _ in range(PATIENCE + 2):
        county.directive("draft")
    assert deliver() == PATIENCE + 2
    down = OutgoingEvent.objects.filter(client__person=county.colleague)
    assert sorted(down.values_list("tries", flat=True)) == [0, 0, 1, 1, 1]


def test_each_is_signed_with_its_own_secret(county, hearing, ear):
    hearing(county.colleague, Event.REGISTERED)
    hearing(county.officer, Event.REGISTERED)  # whose secret the receiver knows
    county.directive("draft")
    deliver()
    assert (len(ear.taken), ear.refused) == (1, ["signature"])


def test_nothing_leaves_a_database_that_was_restored_and_not_released(county, hearing, ear):
    watch.arm()
    hearing(county.officer, Event.REGISTERED)
    county.directive("draft")
    Clock.objects.update(cluster="elsewhere")
    assert tasks.send_events() == 0
    watch.arm()
    assert tasks.send_events() == 1


def test_the_page_sends_again_and_gives_up(county, hearing, ear, enter):
    hearing(county.officer, Event.REGISTERED)
    first, _second = county.directive("draft"), county.directive("draft")
    OutgoingEvent.objects.update(state="failed", tries=7, trouble="对方系统答复 400", ended_at=timezone.now())
    office = enter(county.system)
    page = office.get("/interface/undelivered/").content.decode()
    assert page.count("对方系统答复 400") == 2
    assert first.matter.title not in page
    again = OutgoingEvent.objects.get(about=first.pk)
    office.post("/interface/undelivered/", {"do": "again", "one": again.pk})
    assert deliver() == 1
    office.post("/interface/undelivered/", {"do": "drop"})
    assert sorted(OutgoingEvent.objects.values_list("state", flat=True)) == ["dropped", "sent"]
    assert Client.objects.count() == 1
