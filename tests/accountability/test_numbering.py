"""Cases and papers carry the mark of the office of accountability: 桃问〔2026〕1号, each kind of paper a series of its own."""

import pytest
from django.utils import timezone

from accountability.clearing import Letter, draft, sign
from accountability.models import Paper
from bureau.matters.models import Contest, Service
from bureau.matters.service import contesting
from tests.accountability.playing import play, receipt

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def test_a_case_and_each_of_its_papers_are_numbered_under_the_offices_mark(county):
    it, year = play(county, "executed"), TODAY().year
    assert it.record.matter.number == f"桃问〔{year}〕1号"
    numbers = list(Service.objects.order_by("pk").values_list("number", flat=True))
    assert numbers == [f"桃问告〔{year}〕{n}号" for n in (1, 2, 3)] + [
        f"桃问决〔{year}〕{n}号" for n in (1, 2, 3)
    ]
    assert Paper.objects.get().number == f"桃问建〔{year}〕1号"


def test_the_answers_to_a_plea_and_to_another_organ_are_numbered_likewise(county):
    it, year = play(county, "notified"), TODAY().year
    receipt(it, "deputy")
    notice = Service.objects.get(pk=it.subject("deputy").notice_id)
    contesting.enter(county.inquirer, notice, "plea", TODAY(), "已经尽责。")
    contesting.decide(county.deputy, Contest.objects.get(), "upheld", "没有新的事实。")
    assert Service.objects.get(answers__isnull=False).number == f"桃问辩〔{year}〕1号"
    letter = Letter("县委组织部", TODAY(), TODAY(), "拟提拔人选考察")
    asked = draft(county.inquirer, letter, [it.people["deputy"]])
    assert sign(county.director, asked).number == f"桃问函〔{year}〕1号"
