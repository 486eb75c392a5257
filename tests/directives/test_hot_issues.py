"""群众热点: what moves the people is followed up without any meeting."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bureau.pages.once import token
from directives import actions
from directives.models import Directive, Source
from directives.prints.notice import notice_sheet

pytestmark = pytest.mark.django_db
NEW, LEDGER = reverse("directives:new_hot_issue"), reverse("directives:list")
TITLE, HEARD = "县实验小学门口早晚拥堵", "早上七点半到八点，校门口两百米走不动。"


def filled(**words) -> dict:
    today = timezone.localdate()
    return {
        "title": TITLE,
        "channel": "hotline",
        "date": f"{today}",
        "heard": HEARD,
        "once": token(),
        **words,
    }


@pytest.fixture
def issue(county) -> Source:
    return actions.register_source(
        county.officer,
        kind=Source.Kind.HOT_ISSUE,
        title=TITLE,
        channel="hotline",
        heard=HEARD,
        date=timezone.localdate(),
    )


def test_the_desk_registers_what_the_people_say_and_a_directive_from_it(county, enter):
    browser = enter(county.officer)
    page = browser.post(NEW, filled(), follow=True).content.decode()
    issue = Source.objects.get(kind="hot_issue")
    assert HEARD in page
    assert "群众热点（12345热线）" in page
    form = browser.get(reverse("directives:register", args=[issue.pk])).context["form"]
    assert form["passage"].value() == HEARD


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "请填写热点问题。"),
        ({"heard": ""}, "请填写群众反映。"),
        ({"heard": "堵" * 2001}, "群众反映最多2000字（现在2001字），请精简。"),
        ({"date": "2026-02-30"}, "日期不是一个存在的日期，请按 2026-12-31 的样子填写。"),
        ({"date": f"{timezone.localdate() + timedelta(days=1)}"}, "“日期”不能晚于今天。"),
    ],
)
def test_what_is_wrong_is_said_by_the_name_of_its_field(county, enter, wrong, sentence):
    assert sentence in enter(county.officer).post(NEW, filled(**wrong)).content.decode()
    assert not Source.objects.filter(kind="hot_issue").exists()


def test_its_directives_are_found_by_the_kind_of_source_and_exported_with_it(county, enter, issue):
    found = actions.register_next(county.officer, issue, county.decision(title="治理校门口拥堵"))
    county.directive("draft", title="另一件会议事项")
    browser = enter(county.officer)
    answer = browser.get(LEDGER, {"kind": "hot_issue"})
    assert [row.record for row in answer.context["table"].rows] == [found]
    assert next(answer.context["table"].ledger_rows())[2] == f"群众热点“{TITLE}”"
    assert browser.get(LEDGER, {"kind": "hot_issue", "export": "xlsx"}).status_code == 200
    assert TITLE in browser.get(reverse("directives:sources")).content.decode()


def test_its_notice_says_that_it_comes_from_a_hot_issue(county, issue):
    directive = actions.register_next(county.officer, issue, county.decision())
    actions.propose(county.officer, directive)
    actions.approve(county.director, directive)
    actions.dispatch(county.officer, directive)
    sheet = notice_sheet(Directive.objects.select_related("source").get(pk=directive.pk))
    assert f"现将群众热点“{TITLE}”中的下列事项" in sheet.body
    assert issue.followed_up == f"群众热点“{TITLE}”反映的问题"


def test_it_is_no_paper_that_can_be_imported_or_registered_as_one(county, enter):
    browser = enter(county.officer)
    assert (
        "群众热点"
        not in dict(
            browser.get(reverse("directives:new_source")).context["form"]["kind"].field.choices
        ).values()
    )
    form = {"kind": "hot_issue", "title": TITLE, "date": "2026-11-20", "once": token()}
    assert "选择" in browser.post(reverse("directives:new_source"), form).content.decode()
    assert not Source.objects.filter(kind="hot_issue").exists()


def test_the_database_keeps_no_hot_issue_without_what_was_heard(county):
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.create(
            kind="hot_issue",
            title=TITLE,
            date=timezone.localdate(),
            registered_by=county.officer,
            registered_at=timezone.now(),
        )


@pytest.mark.parametrize("name", ["clerk", "water_liaison", "magistrate", "system", "stranger"])
def test_for_everybody_else_it_does_not_exist(county, enter, issue, name):
    browser = enter(county.cast[name])
    assert browser.get(NEW).status_code == 404
    assert browser.post(NEW, filled()).status_code == 404
    assert browser.get(issue.get_absolute_url()).status_code == 404
    assert Source.objects.filter(kind="hot_issue").count() == 1
