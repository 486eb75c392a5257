"""The demo's leaders' instructions: each oddity once, numbers without a gap, pages for everybody who sees them."""

import re
from itertools import pairwise

import pytest
from django.db.models import Count
from django.urls import reverse

from bureau.demo.words import WORDS
from bureau.leading.models import Ink
from bureau.matters.access.behalf import waiting
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Attachment, Duty, Entry, Link, Matter, Reply
from bureau.matters.parts import steps
from bureau.org.models import Person, Unit
from bureau.urging.models import Urging
from instructions import flow
from instructions.actions import OnPaper, Word
from instructions.conflicts import differing
from instructions.dues import READ, TRANSCRIBE
from instructions.duplicates import alike
from instructions.models import Instruction, Round
from reports.models import Bulletin, Receipt
from tests.demo.conftest import built

pytestmark = pytest.mark.slow
READERS = (
    "officer1",
    "magistrate-office",
    "vice-edu",
    "zjj",
)  # the desk, in a leader's name, in charge of some, a unit
SERIAL = re.compile(r"〔(\d{4})〕(\d+)号")
REAL = re.compile("桃江|益阳|湖南|湘[^，。]*〔|某某|先生|女士")


@pytest.fixture(scope="module")
def demo_day(quiet_place, shared, django_db_setup, django_db_blocker):
    """One day is enough to look closely at: four months that reach back into another year."""
    with built("spring festival", shared, django_db_blocker) as day:
        yield day


def taken(step) -> int:
    return Entry.objects.filter(step=step.key, matter__kind="instructions").count()


def rounds_of(times: int) -> int:
    """How many instructions were written on anew so many times."""
    lines = Entry.objects.filter(step=flow.AGAIN.key).values("matter").annotate(times=Count("pk"))
    return lines.filter(times=times).count()


def is_unbroken(numbers) -> bool:
    return list(numbers) == list(range(1, len(numbers) + 1))


def test_the_numbers_of_each_year_are_unbroken(demo):
    years = {}
    for number in Matter.objects.filter(kind="instructions").values_list("number", flat=True):
        year, serial = SERIAL.search(number).groups()
        years.setdefault(year, []).append(int(serial))
    assert len(years) == 2
    assert all(is_unbroken(sorted(serials)) for serials in years.values())


def test_the_numbers_of_specials_are_unbroken_and_follow_their_days(demo):
    specials = Bulletin.objects.filter(series="special").order_by("total_no")
    assert is_unbroken(specials.values_list("total_no", flat=True))
    for year in {special.year for special in specials}:
        assert is_unbroken(specials.filter(year=year).values_list("issue_no", flat=True))
    assert all(one.signed_at <= other.signed_at for one, other in pairwise(specials))


def test_every_answered_round_has_its_signed_and_printed_special(demo, quiet_place):
    answered = Round.objects.filter(answered_at__isnull=False)
    specials = Bulletin.objects.filter(answers__isnull=False)
    assert {(one.instruction_id, one.number) for one in answered} == {
        (one.answers_id, one.round) for one in specials
    }
    for special in specials:
        sha256 = special.rendering.sha256
        assert (quiet_place / sha256[:2] / sha256).read_bytes().startswith(b"%PDF-")


def test_specials_wait_for_leaders_to_read_them(demo):
    waits = Duty.objects.open().filter(step=READ, matter__kind="instructions")
    holders = set(waits.values_list("holder_person__username", flat=True))
    assert holders == {"secretary", "magistrate", "vice-transport"}
    reported = Instruction.objects.filter(state=flow.REPORTED).values("pk")
    unread = Receipt.objects.filter(read_at=None, bulletin__answers__in=reported)
    assert set(unread.values_list("person__username", flat=True)) == holders


def test_what_is_only_to_be_known_or_studied_is_filed(demo):
    filed = Round.objects.filter(instruction__state=flow.FILED)
    assert set(filed.values_list("meaning", flat=True)) == {"know", "study"}


def test_favourable_words_are_kept(demo):
    assert Round.objects.filter(positive=True).count() == 4
    assert Round.objects.filter(positive=True, instruction__state=flow.FILED).count() == 1


def test_several_took_two_rounds_and_one_took_three(demo):
    assert rounds_of(times=1) == 4
    assert rounds_of(times=2) == 1


def test_the_bureau_handled_one_itself_and_one_is_sealed(demo):
    own = Instruction.objects.filter(self_handled=True)
    assert set(own.values_list("state", flat=True)) == {flow.CLOSED, flow.RUNNING}
    assert own.get(matter__secrecy="sealed").state == flow.RUNNING


def test_two_leaders_differed_once_in_the_past_and_differ_once_now(demo):
    split = [
        record.state
        for record in Instruction.objects.exclude(state=flow.VOID).select_related("paper", "matter")
        if differing(record)
    ]
    assert sorted(split) == sorted([flow.CLOSED, flow.CLOSED, flow.RUNNING, flow.PROPOSED])
    assert Entry.objects.filter(sentence__contains="已请示县长").count() == 1


def test_what_came_twice_was_voided_and_nothing_else_is_alike(demo):
    twice = Instruction.objects.get(state=flow.VOID)
    assert taken(flow.DECLINE) == 1
    officer = Person.objects.get(username="officer1")
    assert [one for one in registered_again(officer, twice) if one.state != flow.VOID]
    others = Instruction.objects.exclude(state=flow.VOID)
    assert all(registered_again(officer, record) == [record] for record in others.select_related("paper"))


def registered_again(officer, record) -> list:
    said = record.rounds.get(number=1)
    word = Word(leader_name=said.leader_name, words=said.words, date=said.date)
    return alike(officer, word, OnPaper(record.paper.title, record.paper.number, matter=record.paper.matter))


def test_a_lead_disputed_its_role_in_vain_and_another_rightly(demo):
    disputes = Reply.objects.filter(kind=Reply.Kind.DISPUTE, assignment__matter__kind="instructions")
    assert sorted(disputes.values_list("state", flat=True)) == ["accepted", "returned"]
    moved = disputes.get(state="accepted").matter
    assert moved.assignments.get(role="lead").unit.short == "县农业农村局"


def test_answers_came_late_or_thin_and_went_back_and_time_was_granted(demo):
    assert taken(flow.RETURN) == 2
    assert taken(steps.SEND_BACK) == 1
    assert taken(steps.GRANT_EXTENSION) == 1
    assert Urging.objects.filter(matter__kind="instructions").count() >= 4


def test_an_overdue_one_has_its_papers(demo):
    late = [
        record
        for record in Instruction.objects.filter(state=flow.RUNNING).select_related("matter")
        if Lights().of(record.matter) == "red"
    ]
    assert len(late) == 1
    kinds = set(Urging.objects.filter(matter=late[0].matter).values_list("kind", flat=True))
    assert kinds == {"slip", "letter"}


def test_a_leader_wrote_here_on_a_directive_and_on_specials(demo):
    typed = Round.objects.filter(number=1, origin="typed", instruction__paper__matter__kind="directives")
    assert typed.get().leader.username == "magistrate"
    on_specials = Instruction.objects.filter(
        paper__title__contains="报告", paper__number__contains="督查专报"
    )
    arisen = Link.objects.filter(source__in=on_specials.values("matter"), why=Link.Why.ARISES)
    assert on_specials.count() == 3
    assert arisen.count() == 3


def test_ink_waits_to_be_put_into_letters(demo):
    ink = Ink.objects.select_related("round__instruction").get()
    assert ink.round.unread
    assert ink.bulletin.rendering.sha256 == ink.sha256
    assert Duty.objects.open().get(step=TRANSCRIBE).matter_id == ink.round.instruction_id
    assert Attachment.objects.filter(matter=ink.round.instruction_id, sha256=ink.picture).exists()


def test_what_the_secretary_took_down_waits_for_the_leaders_word(demo):
    said = waiting().filter(entry__step=flow.INSTRUCT.key)
    assert said.get().entered_by.username == "magistrate-office"


def test_a_unit_was_merged_while_it_led_and_its_successor_reported(demo):
    old = Unit.objects.get(short="县公路建设养护中心")
    assert old.merged_into.short == "县交通运输局"
    record = Instruction.objects.get(lead_unit=old)
    assert record.state == flow.REPORTED
    assert record.matter.assignments.get(role="lead").unit == old.merged_into


def test_units_read_mostly_a_summary_and_sometimes_the_words(demo):
    given = Instruction.objects.filter(matter__opened_at__isnull=False, self_handled=False)
    original = given.filter(shown="original").count()
    assert 4 <= original < given.filter(shown="summary").count() / 3


def test_one_stands_still_and_one_wanted_no_answer(demo):
    assert Instruction.objects.get(state=flow.SUSPENDED).matter.phase == "suspended"
    assert taken(flow.CLOSE) == 1


@pytest.mark.parametrize("login", READERS)
def test_pages_of_instructions_open_for_who_sees_them(demo, client, login):
    person = Person.objects.get(username=login)
    client.force_login(person)
    seen = set(Instruction.objects.visible_to(person).values_list("pk", flat=True))
    assert seen
    for key in Instruction.objects.values_list("pk", flat=True):
        answer = client.get(reverse("instructions:page", args=[key]))
        assert answer.status_code == (200 if key in seen else 404)
    for name in ("instructions:list", "leading:home", "leading:mine", "reports:list", "desk:desk"):
        assert client.get(reverse(name)).status_code in (200, 302, 404)


@pytest.mark.parametrize("login", READERS)
def test_pages_of_specials_open_for_who_sees_them(demo, client, login):
    person = Person.objects.get(username=login)
    client.force_login(person)
    seen = set(Bulletin.objects.visible_to(person).values_list("pk", flat=True))
    for key in Bulletin.objects.values_list("pk", flat=True):
        answer = client.get(reverse("reports:page", args=[key]))
        assert answer.status_code == (200 if key in seen else 404)


def test_a_leaders_cards_open(demo, client):
    leader = Person.objects.get(username="magistrate")
    client.force_login(leader)
    for record in Instruction.objects.filter(matter__leader=leader):
        assert client.get(reverse("leading:card", args=[record.pk])).status_code == 200
    for receipt in Receipt.objects.filter(person=leader):
        assert client.get(reverse("leading:bulletin", args=[receipt.bulletin_id])).status_code == 200
    assert client.get(reverse("leading:picture", args=[Ink.objects.get().pk])).status_code == 200


def test_texts_are_of_official_length_and_name_nobody(demo):
    said = [tale.words for tale in WORDS if tale.words]
    replies = Reply.objects.filter(assignment__matter__kind="instructions")
    texts = [*said, *replies.values_list("text", flat=True), *Round.objects.values_list("told", flat=True)]
    assert all(len(text) <= 150 for text in texts)
    assert all(len(text) >= 20 for text in replies.values_list("text", flat=True))
    assert [text for text in texts if REAL.search(text)] == []
