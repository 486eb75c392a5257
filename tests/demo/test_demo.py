"""The demo county holds everything a newcomer should be able to look at, on any day."""

import json
import re
from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import Count, F, Sum
from django.urls import reverse
from django.utils import timezone

from bureau.demo.papers.campaign import RETURNED_TWICE
from bureau.matters.access.rights import Rights
from bureau.matters.chain import verdicts
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Assignment, Attachment, Duty, Entry, Link, Matter, MatterGrant, Reply
from bureau.notices.ladder import Ladder
from bureau.notices.models import Clock, Delivery, Notice
from bureau.org.calendar import current_calendar
from bureau.org.models import Person, Portfolio, Unit
from bureau.org.posts import Post
from bureau.org.worktime import local
from bureau.urging.models import Urging, Waiver
from bureau.urging.proposals import proposed
from complaints.models import Complaint, Question, Reception, Visit
from directives import flow
from directives.models import Directive, Intake, Sitting, Source
from directives.originals import lines_of
from directives.suggestions.models import Suggestion
from instructions.models import Instruction, Round
from reports.models import Bulletin

pytestmark = pytest.mark.slow
INSTRUCTED = {
    "closed": 22,
    "running": 6,
    "filed": 4,
    "reported": 3,
    "registered": 1,
    "proposed": 1,
    "reviewing": 1,
    "accepted": 1,
    "suspended": 1,
    "void": 1,
}
POST_WORDS = re.compile(
    r"(局长|联络员|负责人|督查员[甲乙丙]|受理员|问责专员|考核员|管理员|书记|县长|副县长|秘书|经办人)$"
)


def told_accounts() -> list[dict]:
    out = StringIO()
    call_command("demo", "--accounts", stdout=out)
    return json.loads(out.getvalue())


def test_the_county_has_seventy_units_and_fifteen_townships(demo):
    classes = Counter(Unit.objects.values_list("unit_class", flat=True))
    assert classes.pop("bureau") == 1
    assert classes.pop("township") == 15
    assert sum(classes.values()) == 70


def test_congress_and_courts_are_never_supervised(demo):
    exempt = set(Unit.objects.filter(supervisable=False).values_list("short", flat=True))
    assert exempt == {"督查局", "县人大办", "县政协办", "县人民法院", "县人民检察院"}


def test_every_post_is_held_and_the_bureau_has_eleven_people(demo):
    assert {post for person in Person.objects.all() for post in person.posts} == set(Post.values)
    assert Person.objects.filter(unit__short="督查局").count() == 11


def test_every_unit_has_a_liaison_and_every_countersigning_unit_a_head(demo):
    units = Unit.objects.exclude(short="督查局").filter(merged_into=None)
    assert all(Person.objects.filter(unit=unit, postings__post=Post.LIAISON).exists() for unit in units)
    countersigning = units.filter(countersigns=True)
    assert countersigning
    assert all(Person.objects.filter(unit=unit, postings__post=Post.HEAD).exists() for unit in countersigning)


def test_people_are_called_by_their_posts(demo):
    assert [person.name for person in Person.objects.all() if not POST_WORDS.search(person.name)] == []


def test_every_leader_has_a_portfolio_of_units_that_exist(demo):
    leaders = Person.objects.filter(postings__post=Post.LEADER)
    portfolios = Portfolio.objects.filter(leader__in=leaders)
    assert portfolios.count() == leaders.count() == 10
    assert all(portfolio.all_units or portfolio.units.count() > 1 for portfolio in portfolios)


def test_two_hundred_directives_of_a_year_show_every_state(demo):
    assert Directive.objects.count() >= 200
    assert Source.objects.count() >= 16
    assert set(Directive.objects.values_list("state", flat=True)) == set(flow.STATES)


def test_suggestions_were_taken_up_partly_and_not_and_others_wait(demo):
    answered = Counter(Suggestion.objects.values_list("to", "verdict"))
    assert {
        ("meeting", "adopted"),
        ("unit", "partly"),
        ("unit", "declined"),
        ("unit", ""),
        ("leader", ""),
    } <= set(answered)
    assert all(one.paper for one in Suggestion.objects.filter(state="adopted"))
    assert Suggestion.objects.filter(state="proposed").exists()


def test_the_minutes_of_one_meeting_are_late_and_of_another_something_is_not_registered(demo):
    late, came = Sitting.objects.order_by("held_on")
    assert late.waits
    assert late.minutes_by < demo.date()
    assert {notice.person for notice in Notice.objects.filter(url=late.get_absolute_url())} == {
        *late.attendees.all()
    }
    assert Counter(one.is_open for one in came.expected.all()) == {False: 3, True: 1}


def test_fortyone_instructions_most_of_them_closed_and_answered(demo):
    assert Counter(Instruction.objects.values_list("state", flat=True)) == INSTRUCTED
    answered = Instruction.objects.filter(state="closed", rounds__wants_answer=True)
    assert answered.filter(rounds__answered_at__isnull=False).distinct().count() == 21


def test_three_instructions_came_from_above_the_county(demo):
    above = Counter(Round.objects.filter(number=1).exclude(level="county").values_list("level", flat=True))
    assert above == {"city": 2, "province": 1}
    assert not Round.objects.exclude(level="county").exclude(leader=None).exists()


def test_thirtythree_receptions_of_a_hundred_and_thirtyone_persons_became_fifteen_complaints(demo):
    assert Reception.objects.aggregate(batches=Count("pk"), persons=Sum("persons")) == {
        "batches": 33,
        "persons": 131,
    }
    assert Complaint.objects.filter(whole=None).count() == 15
    assert Complaint.objects.exclude(whole=None).count() == 1
    assert Reception.objects.exclude(complaint=None).count() == 15


def test_enterprises_were_visited_and_one_of_their_questions_waits(demo):
    assert Counter(Visit.objects.values_list("kind", flat=True)) == {"visit": 2, "round_table": 1}
    assert [question.is_open for question in Question.objects.order_by("pk")] == [False] * 5 + [True]


def test_running_instructions_burn_in_every_light(demo):
    lights, running = Lights(), Instruction.objects.filter(state="running").select_related("matter")
    assert {lights.of(record.matter) for record in running} == {"green", "yellow", "red"}


def test_every_light_burns_more_than_once(demo):
    lights = Lights()
    burning = Counter(lights.of(matter) for matter in Matter.objects.all())
    assert all(burning[light] > 2 for light in ("green", "yellow", "red", "grey"))


def test_every_kind_of_answer_stands_in_every_state(demo):
    stands = set(Reply.objects.values_list("kind", "state"))
    answers = {("progress", state) for state in ("drafted", "sent", "accepted", "returned")}
    extensions = {("extension", state) for state in ("sent", "accepted", "returned")}
    reports = {("final", state) for state in ("drafted", "sent", "accepted", "returned")}
    assert answers | extensions | reports <= stands


def test_parts_wait_are_worked_on_reported_and_done(demo):
    assert set(Assignment.objects.values_list("state", flat=True)) == set(Assignment.State.values)


def test_turns_of_the_road_were_taken(demo):
    taken = set(Entry.objects.values_list("step", flat=True))
    turns = (flow.RETURN, flow.REOPEN, flow.SUSPEND, flow.RESUME, flow.VOID_IT, flow.DECLINE)
    assert {step.key for step in turns} | {"assignment.urge", "matter.grant"} <= taken


def test_papers_stand_in_every_state_and_others_are_proposed(demo):
    assert set(Urging.objects.values_list("state", flat=True)) == set(Urging.State.values)
    assert set(Urging.objects.values_list("kind", flat=True)) == {"slip", "letter", "red"}
    assert Urging.objects.get(kind="red").talk_record
    assert Waiver.objects.count() == 1
    officer = Person.objects.get(username="officer1")
    assert {duty.reached for duty in proposed(officer, Ladder())} == {4, 5, 6}


def test_an_extended_matter_keeps_its_original_date(demo):
    moved = Duty.objects.filter(step="report", due_at__gt=timezone.now()).exclude(original_due_at=None)
    assert any(duty.due_at > duty.original_due_at for duty in moved)


def test_answers_differ_from_each_other(demo):
    texts = list(Reply.objects.values_list("text", flat=True))
    assert len(texts) > 100
    assert len(texts) == len(set(texts))


def test_attachments_of_every_kind_lie_in_the_store(demo, quiet_place):
    files = Attachment.objects.all()
    assert {file.kind for file in files} == {"pdf", "docx", "xlsx", "png"}
    assert any(file.sealed for file in files)
    for file in files:
        kept = (quiet_place / file.sha256[:2] / file.sha256).stat().st_size
        assert (
            kept > file.size if file.sealed else kept == file.size
        )  # what is sealed lies there as cipher text


def test_a_sealed_matter_a_grant_and_links_are_there(demo):
    assert Matter.objects.filter(secrecy="sealed").exists()
    assert Link.objects.count() >= 2
    grant = MatterGrant.objects.get(content_object__title=RETURNED_TWICE)
    assert grant.content_object in Matter.objects.visible_to(grant.user)


def test_every_paper_that_came_as_a_file_shows_where_its_directives_stand(demo):
    papers = Intake.objects.select_related("source")
    assert papers.count() >= 7
    for paper in papers:
        shown = {part.directive.pk for line in lines_of(paper) for part in line if part.directive}
        assert shown == set(paper.source.directives.values_list("pk", flat=True))


def test_every_timeline_is_whole_and_runs_forward(demo):
    assert [verdict for verdict in verdicts() if verdict.faults] == []
    for matter in Matter.objects.all():
        moments = list(matter.entries.order_by("seq").values_list("at", flat=True))
        assert moments == sorted(moments)


def test_everything_happened_in_working_hours_before_today(demo):
    calendar = current_calendar()
    for at in map(local, Entry.objects.values_list("at", flat=True)):
        assert at.date() < demo.date()
        assert calendar.is_workday(at.date())
        assert any(opens <= at.time() <= closes for opens, closes in calendar.periods)


def test_the_bulletin_on_the_fifth_meeting_is_issued_with_its_file(demo, quiet_place):
    bulletin = Bulletin.objects.get(title="关于县人民政府第5次常务会议议定事项落实情况的通报")
    assert bulletin.state == "issued"
    assert bulletin.quotes.count() == 22
    assert bulletin.quotes.filter(phase="closed").count() == 6
    assert bulletin.quotes.filter(overdue=True).count() == 4
    sha256 = bulletin.rendering.sha256
    assert (quiet_place / sha256[:2] / sha256).read_bytes().startswith(b"%PDF-")


def test_accounts_are_listed_as_json_with_post_and_unit(demo):
    accounts = told_accounts()
    assert len(accounts) == Person.objects.count()
    assert accounts[0] == {
        "username": "director",
        "password": "taoxi-2026",
        "post": "局领导",
        "unit": "督查局",
    }
    assert {"username": "slj", "password": "taoxi-2026", "post": "单位联络员", "unit": "县水利局"} in accounts
    leader = {"username": "magistrate", "password": "taoxi-2026", "post": "县委副书记、县长", "unit": ""}
    assert leader in accounts
    office = {
        "username": "magistrate-office",
        "password": "taoxi-2026",
        "post": "县长秘书",
        "unit": "县政府办",
    }
    assert office in accounts


def test_the_magistrates_secretary_enters_in_the_magistrates_name(demo):
    [actor] = Rights.of(Person.objects.get(username="magistrate-office")).lent
    assert actor.principal.username == "magistrate"


def test_every_listed_account_opens_the_door(demo, client):
    for account in told_accounts():
        words = {name: account[name] for name in ("username", "password")}
        assert client.post(reverse("login"), words).status_code == 302, account
        client.logout()


def test_an_account_whose_password_was_changed_is_no_longer_listed(demo):
    person = Person.objects.get(username="slj")
    person.set_password("something-else-2026")
    person.save()
    assert "slj" not in {account["username"] for account in told_accounts()}


def test_a_second_play_changes_nothing(demo):
    before = Matter.objects.count()
    out = StringIO()
    call_command("demo", stdout=out)
    assert "已经在库里" in out.getvalue()
    assert Matter.objects.count() == before


def test_every_page_says_that_the_data_are_invented(demo, client):
    client.force_login(Person.objects.get(username="officer1"))
    assert "演示数据" in client.get("/", follow=True).content.decode()


def test_notices_were_told_as_the_story_went_and_the_clock_goes_on(demo):
    assert Clock.objects.get().armed
    assert Clock.objects.get().failures == []
    assert {"new", "remind", "due", "late", "moved", "entry"} <= set(
        Notice.objects.values_list("news", flat=True)
    )
    assert Notice.objects.filter(read_at__isnull=True).exists()
    assert Notice.objects.dates("at", "day").count() > 10
    assert not Delivery.objects.exists()


def test_nothing_was_told_before_it_happened_or_is_left_untold(demo):
    assert not Notice.objects.filter(at__lt=F("duty__opened_at")).exists()
    assert not Duty.objects.open().filter(told_at__isnull=True, opened_at__lte=timezone.now()).exists()
