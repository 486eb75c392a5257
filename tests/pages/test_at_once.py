"""Two people, or one impatient one, at the same moment: real connections, real pages, one winner."""

import pytest
from django.test import Client

from bureau.matters.models import Entry, Reply
from bureau.pages.models import Submission
from bureau.pages.once import token
from directives.models import Directive
from tests.together import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def inside(person) -> Client:
    browser = Client()
    browser.force_login(person)
    return browser


def post(browser, url, **form):
    return browser.post(url, form, follow=True)


def lines(directive, step) -> int:
    return Entry.objects.filter(matter=directive.matter, step=step).count()


def test_of_two_leaders_deciding_at_once_one_decides_and_the_other_is_told(county):
    directive = county.directive("proposed")
    url = f"/directives/{directive.pk}"
    director, deputy = inside(county.director), inside(county.deputy)
    answers = together(
        lambda: post(director, f"{url}/approve/", once=token()),
        lambda: post(deputy, f"{url}/decline/", once=token(), reason="牵头单位不准确"),
    )
    assert lines(directive, "directives.approve") + lines(directive, "directives.decline") == 1
    told = [
        answer
        for answer in answers
        if "有了变化" in answer.content.decode() or "当前状态" in answer.content.decode()
    ]
    assert len(told) == 1


def test_two_clicks_on_dispatch_at_once_dispatch_once(county):
    directive = county.directive("approved")
    form, officer = {"once": token()}, inside(county.officer)
    url = f"/directives/{directive.pk}/dispatch/"
    answers = together(*(lambda: post(officer, url, **form) for _ in range(2)))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert lines(directive, "directives.dispatch") == 1
    assert Submission.objects.count() == 1
    assert Directive.objects.get().notice_number


def test_two_batches_at_once_take_every_matter_once(county):
    keys = [county.directive("approved").pk for _ in range(4)]
    officer, colleague = inside(county.officer), inside(county.colleague)
    together(
        lambda: officer.post("/directives/batch/dispatch/", {"id": keys, "once": token()}),
        lambda: colleague.post("/directives/batch/dispatch/", {"id": keys[::-1], "once": token()}),
    )
    assert Directive.objects.filter(state="running").count() == 4
    assert Entry.objects.filter(step="directives.dispatch").count() == 4


def test_a_reply_and_a_closing_at_once_leave_no_reply_on_a_closed_matter(county):
    directive = county.directive("reviewing", to=[county.water, county.roads])
    part = county.part(directive, county.roads)
    roads, colleague = inside(county.roads_liaison), inside(county.colleague)
    together(
        lambda: post(roads, f"/assignments/{part.pk}/reply/", text="迟到的进展", once=token()),
        lambda: post(colleague, f"/directives/{directive.pk}/close/", once=token()),
    )
    late = Reply.objects.filter(text="迟到的进展").first()
    closed = Directive.objects.get().matter.closed_at
    assert closed
    assert late is None or late.at < closed
