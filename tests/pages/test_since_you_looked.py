"""What changed since a page was opened is told; what was never sent is told to nobody."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from bureau.matters import timeline
from bureau.matters.actions import version
from bureau.matters.models import Reply
from bureau.matters.parts import assignments, replies
from directives import actions
from directives.models import Directive, Source
from tests.county import in_days

pytestmark = pytest.mark.django_db
BACKEND = "bureau.org.backend.PersonBackend"


@pytest.fixture
def enter(client):
    def browser(person):
        client.force_login(person, backend=BACKEND)
        return client

    return browser


def put_up_again(county, directive) -> str:
    """Declined and proposed once more; returns what a form opened before that remembers."""
    seen = version(directive)
    actions.decline(county.director, directive, "牵头单位不准确")
    actions.propose(county.officer, directive)
    return seen


def test_a_form_opened_before_the_item_came_back_does_not_approve_it(county, enter):
    directive = county.directive("proposed")
    seen = put_up_again(county, directive)
    url = reverse("directives:step", args=[directive.pk, "approve"])
    assert enter(county.director).post(url, {"seen": seen}).status_code == 409
    assert Directive.objects.get(pk=directive.pk).state == "proposed"


def test_a_batch_opened_before_one_item_came_back_leaves_that_one_and_says_so(county, enter):
    first, second = county.directive("proposed"), county.directive("proposed")
    values = {f"seen-{first.pk}": version(first), f"seen-{second.pk}": put_up_again(county, second)}
    url = reverse("directives:batch", args=["approve"])
    posted = {"id": [first.pk, second.pk], **values}
    page = enter(county.director).post(url, posted, follow=True).content.decode()
    assert "没有办理" in page
    assert second.matter.title in page
    assert Directive.objects.get(pk=second.pk).state == "proposed"


@pytest.fixture
def handed_back(county):
    """A liaison's draft that the unit's head wants written again."""
    directive = county.directive("running", to=[county.school])
    assignments.reply(county.school_liaison, county.part(directive), "未报出的初稿")
    replies.hand_back(county.school_head, Reply.objects.get(), "内部的批评")
    return directive


def test_why_a_head_handed_a_draft_back_stays_in_the_unit(county, handed_back):
    lines = "".join(handed_back.matter.entries.values_list("sentence", flat=True))
    assert "退回修改" in lines
    assert "内部的批评" not in lines


def test_a_draft_that_was_handed_back_is_in_no_ledger(county, enter, handed_back):
    answer = enter(county.officer).get(reverse("directives:list"), {"export": "xlsx"})
    cells = [cell.value for row in load_workbook(BytesIO(answer.content)).active for cell in row]
    assert handed_back.matter.title in cells
    assert not any("未报出的初稿" in str(value) for value in cells)


def test_a_unit_learns_no_title_of_a_paper_it_has_no_part_in(county, enter):
    directive = county.directive("running")
    Source.objects.filter(pk=directive.source_id).update(title="不相干单位不应知道的纪要")
    page = enter(county.stranger).get(reverse("directives:list"), {"source": directive.source_id})
    assert "不相干单位" not in page.content.decode()


def test_being_urged_is_seen_on_the_units_desk(county, enter):
    directive = county.directive("running")
    assignments.urge(county.officer, county.part(directive), "请今日内报送进展")
    assert "请今日内报送进展" in enter(county.water_liaison).get("/").content.decode()
    assert "请今日内报送进展" not in enter(county.roads_liaison).get("/").content.decode()


def test_a_reopened_long_term_item_keeps_the_date_it_was_given(county):
    directive = county.directive("closed", recurring=True, cadence="quarterly", due=None)
    actions.reopen(county.director, directive, "反弹", in_days(9))
    assert actions.open_nodes() == 0
    directive.matter.refresh_from_db()
    assert directive.matter.due_at.date() == in_days(9)


def test_the_same_paper_sent_twice_is_registered_once(county, enter):
    values = {
        "kind": "executive",
        "organ": "",
        "title": "纪要",
        "number": "",
        "date": "2026-11-02",
        "once": uuid4(),
    }
    for _ in range(2):
        assert enter(county.officer).post(reverse("directives:new_source"), values).status_code == 302
    assert Source.objects.filter(title="纪要").count() == 1


def test_a_line_for_the_desk_is_not_told_to_a_unit_whose_form_grew_old(county, enter):
    directive = county.directive("running")
    url = reverse("matters:assignment", args=[county.part(directive).pk, "reply"])

    def sent_from_an_old_page() -> str:
        answer = enter(county.water_liaison).post(url, {"text": "进展", "seen": "old"})
        assert answer.status_code == 409
        return answer.content.decode()

    assert "签收" in sent_from_an_old_page()
    timeline.write(directive.matter, "note", "拟移交问责线索", actor=county.officer, audience="desk")
    page = sent_from_an_old_page()
    assert "这件事有了变化。" in page
    assert "拟移交问责线索" not in page
