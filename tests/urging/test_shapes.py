"""Papers of urging on a board by how they were answered, and in a calendar of the dates they are to be answered by."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bureau.urging import actions
from bureau.urging.models import Urging
from tests.urging.lateness import SLIP, Late

pytestmark = pytest.mark.django_db
LIST = reverse("urging:list")


def answer_due(paper, days: int):
    Urging.objects.filter(pk=paper.pk).update(answer_due_at=timezone.now() + timedelta(days=days))
    return paper


@pytest.fixture
def four(county, friday):
    """A paper that is past its date, one that is not yet, one that was answered and one that was withdrawn."""
    lates = [Late(county, friday) for _ in range(4)]
    friday.move_to(SLIP, tick=False)
    past, waiting, answered, withdrawn = [late.slip() for late in lates]
    actions.answer(county.water_liaison, answered, text="已整改。")
    actions.withdraw(county.director, withdrawn, reason="事项已改期")
    return answer_due(past, -1), answer_due(waiting, 3), answered, withdrawn


def test_each_paper_stands_in_the_lane_of_its_answer(county, four, enter):
    past, waiting, answered, _withdrawn = four
    browser = enter(county.officer)
    lanes = browser.get(LIST, {"show": "board"}).context["lanes"]
    assert [(lane.label, lane.count) for lane, _url in lanes] == [
        ("逾期未回复", "1"),
        ("待回复，未到时限", "1"),
        ("已回复", "1"),
    ]
    for (lane, url), paper in zip(lanes, (past, waiting, answered), strict=True):
        assert paper.number in lane.cards[0]["number"]
        rows = browser.get(f"{LIST}{url}").context["table"].rows
        assert [row.record for row in rows] == [paper]


def test_a_paper_stands_on_the_day_its_answer_is_due(county, four, enter):
    _past, waiting, _answered, _withdrawn = four
    browser, due = enter(county.officer), timezone.localdate() + timedelta(days=3)
    answer = browser.get(LIST, {"show": "calendar", "month": f"{due:%Y-%m}"})
    assert "应回复</h2>" in answer.content.decode()
    day, url = next(one for week in answer.context["weeks"] for one in week if one[0].date == due)
    line = day.due[0]
    assert (line.url, bool(line.light)) == (waiting.get_absolute_url(), True)
    assert f"县水利局 {waiting.number}" in line.title
    rows = browser.get(f"{LIST}{url}").context["table"].rows
    assert waiting in [row.record for row in rows]


@pytest.mark.parametrize("shape", ["board", "calendar"])
def test_a_stranger_sees_nobodys_papers_in_any_shape(county, four, enter, shape):
    page = enter(county.stranger).get(LIST, {"show": shape}).content.decode()
    assert not any(paper.number in page for paper in four)
