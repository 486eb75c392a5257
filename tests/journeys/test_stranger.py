"""A person of another unit, at every door of a matter that is not theirs."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from bureau.files import store
from bureau.matters.models import Attachment, Reply
from bureau.matters.parts import assignments
from tests.journeys.papers import scan

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TITLE = "完成全县小型水库隐患排查"


@pytest.fixture
def stranger(county, arrive):
    visitor = arrive()
    visitor.log_in("stranger")
    return visitor


@pytest.fixture
def secret(county, arrive):
    """A matter of water and roads, answered with a file."""
    directive = county.directive("running", to=[county.water, county.roads], title=TITLE)
    file = store.keep(ContentFile(scan(), name="现场.pdf"))
    assignments.reply(county.water_liaison, county.part(directive), "已排查十二座", 30, [file])
    return directive


def doors_of(directive, part) -> list[str]:
    """Every address that belongs to the matter, its paper and its desk."""
    reply, file = Reply.objects.get(assignment=part), Attachment.objects.get(matter=directive.matter)
    return [
        reverse("directives:page", args=[directive.pk]),
        reverse("directives:step", args=[directive.pk, "report"]),
        reverse("directives:edit", args=[directive.pk]),
        reverse("matters:assignment", args=[part.pk, "reply"]),
        reverse("matters:reply", args=[reply.pk, "accept"]),
        reverse("matters:file", args=[file.pk]),
        reverse("directives:notice", args=[directive.pk]),
        reverse("directives:source", args=[directive.source_id]),
        reverse("directives:sources"),
        reverse("directives:import"),
        reverse("directives:batch", args=["close"]) + f"?id={directive.pk}",
        reverse("reports:new"),
    ]


def test_a_stranger_finds_nothing_in_lists_and_search(secret, stranger):
    stranger.reads("现在没有待办")
    stranger.open("/directives/")
    stranger.stands_at("决策督查台账")
    stranger.reads_nothing_of("水库")
    for words in (TITLE, "库", secret.matter.number):
        stranger.page.get_by_label("搜索事项").first.fill(words)
        stranger.press("搜索")
        stranger.stands_at(f"搜索“{words}”")
        stranger.reads("没有找到")


def test_a_stranger_meets_the_same_page_at_every_door_as_where_nothing_is(county, secret, stranger):
    nowhere = stranger.open("/directives/999999/")
    answer = nowhere.status, nowhere.text()
    for door in doors_of(secret, county.part(secret)):
        response = stranger.open(door)
        assert (response.status, response.text()) == answer, door
        stranger.stands_at("没有找到，或您无权查看")
