"""What was found on site goes into a report and into a bulletin of a period; of an unannounced visit nothing before it is over."""

import pytest
from django.utils import timezone

from bureau.pages import period
from directives.inspections.telling import problems_of, tells
from reports.actions import draft_survey

pytestmark = pytest.mark.django_db
SAID = "桃溪县水利局：三号蒸球正在运行，正往河里排水。"


def test_a_report_on_a_visit_begins_with_what_was_found(county):
    record = county.inspection("concluding")
    bulletin = draft_survey(county.officer, [record.matter])
    assert SAID in bulletin.body


def test_a_bulletin_of_the_year_counts_and_names_them(county):
    county.inspection("concluding")
    told = tells(county.officer, period.of(timezone.localdate().year))
    assert "共开展督查活动1次，督查单位1家次，发现问题1项" in told.body
    assert SAID in told.body


def test_nothing_is_told_of_an_unannounced_visit_before_it_is_over(county):
    record = county.inspection("visited", unannounced=True)
    assert problems_of([record.pk]) == []
    assert "督查活动0次" in tells(county.officer, period.of(timezone.localdate().year)).body
