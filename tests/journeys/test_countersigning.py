"""A unit whose head signs what leaves the house: the liaison drafts, the head sends it from a phone."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WORDS = "十二所学校食堂已全部改造完毕。"


@pytest.fixture
def report(county, enter):
    """The liaison's draft; gives the matter."""
    matter = county.directive("running", to=[county.school], title="改造学校食堂").matter
    liaison = enter(county.school_liaison)
    liaison.open(matter.get_absolute_url())
    liaison.follow("送负责人审签")
    liaison.write("办结报告", WORDS)
    liaison.press("送负责人审签")
    liaison.is_told("待单位负责人审签")
    return matter


def test_the_head_signs_and_sends_in_two_taps_on_a_phone(county, enter, report):
    officer = enter(county.officer)
    officer.open(report.get_absolute_url())
    officer.reads_nothing_of(WORDS)
    head = enter(county.school_head, phone=True)
    head.reads("审签")
    head.follow("改造学校食堂")
    head.reads(WORDS)
    head.press("审签并报送办结报告")
    head.is_told("审签并报送办结报告，申请销号")
    officer.open(report.get_absolute_url())
    officer.reads("待审核")
    officer.reads(WORDS)


def test_what_the_head_hands_back_is_written_again(county, enter, report):
    head = enter(county.school_head, phone=True)
    head.follow("改造学校食堂")
    head.follow("退回修改")
    head.write("意见", "请补充验收结论。")
    head.press("退回修改")
    head.is_told("审签未通过，退回修改")
    liaison = enter(county.school_liaison)
    liaison.open(report.get_absolute_url())
    liaison.reads("请补充验收结论。")
    liaison.follow("送负责人审签")
    liaison.write("办结报告", f"{WORDS}验收合格。")
    liaison.press("送负责人审签")
    liaison.is_told("待单位负责人审签")
