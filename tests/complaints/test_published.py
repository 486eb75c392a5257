"""Published tables, digit for digit (rooms §18.1): C2 and C9 from receptions and complaints as they are entered, the big ones
by the same shares from the counts that were printed. What was misprinted (✗) has the right value beside it."""

from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from django.utils import timezone

from bureau.matters.counting.figures import Ratio
from bureau.matters.models import Matter
from bureau.pages import period
from complaints.counting import Counting, Received, Tally
from complaints.models import Complaint, Reception
from tests.complaints.playing import anew

NINGGUO = [  # C1 宁国市 2022-04: unit, of the hotline in time, late, open; of the portal in time, late, open; not content
    ("住建局", 87, 0, 0, 12, 0, 0, 8),
    ("公安局", 70, 0, 0, 7, 0, 0, 6),
    ("城管局", 66, 0, 0, 2, 0, 0, 5),
    ("卫健委", 63, 0, 0, 5, 0, 0, 3),
    ("市场监督管理局", 39, 0, 0, 2, 0, 0, 5),
]


def whole(part: int, of: int) -> str:
    return f"{Ratio(part, of).percent}%"


def two(counts, base: int | None = None) -> list[str]:
    base = base or sum(counts)
    return [f"{Ratio(count, base).hundredths}%" for count in counts]


def tally(**counts) -> Tally:
    made = Tally()
    made.counts.update(counts)
    return made


def test_c1_the_rate_of_who_is_not_content_is_of_the_items_that_were_called_back():
    """Called back were the hotline's alone; of all items it would be 8, 8, 7, 4, 12."""
    given = [sum(row[1:7]) for row in NINGGUO]
    assert given == [99, 77, 68, 68, 41]
    settled = [tally(settled=all_, accepted=all_, on_time=all_, due=all_) for all_ in given]
    assert {whole(one.share("settled").part, one.share("settled").whole) for one in settled} == {"100%"}
    assert {one.share("on_time").percent for one in settled} == {100}
    judged = [tally(judged=row[1] + row[2], content=row[1] + row[2] - row[7]) for row in NINGGUO]
    missing = [
        (one.share("content").whole - one.share("content").part, one.share("content").whole) for one in judged
    ]
    assert [whole(*one) for one in missing] == ["9%", "9%", "8%", "5%", "13%"]


def test_c1_what_came_in_is_what_was_answered_at_once_and_what_was_given_out():
    at_once, in_time, late, hotline, portal = 2276, 597, 4, 532, 69
    assert hotline + portal == in_time + late == 601
    assert at_once + 601 == 2877
    assert whole(in_time, 601) == "99%"


KINDS = {"投诉": 407, "咨询": 11, "建议": 8, "举报": 4}
UNITS = [
    17,
    5,
    15,
    37,
    8,
    6,
    14,
    13,
    39,
    35,
    10,
    19,
    47,
    4,
    7,
    7,
    3,
    54,
    1,
    7,
    4,
    9,
    1,
    4,
    3,
    1,
    4,
    2,
    1,
    11,
    1,
    1,
    1,
    39,
]


def test_c2_kinds_and_units_add_up_to_the_same_whole():
    assert (sum(KINDS.values()), sum(UNITS), len(UNITS)) == (430, 430, 34)
    assert two(KINDS.values()) == ["94.65%", "2.56%", "1.86%", "0.93%"]
    assert tally(on_time=430, due=430).share("on_time").percent == 100


def test_c3_in_time_and_late_are_all_that_was_handled():
    assert 2388 + 107 == 2424 + 71 == sum((1878, 87, 267, 53, 210)) == 2495
    assert whole(sum((783, 579, 562)), 2495) == "77%"
    assert tally(on_time=2424, due=2495).share("on_time").hundredths == "97.15"


def test_c4_what_was_carried_over_counts_among_what_was_received():
    assert 78589 + 4629 == 41489 + 41729 == 83218
    sources = (50154, 26213, 3759, 2116, 402, 401, 104, 45, 24)
    assert sum(sources) == 83218
    printed = ["60.27%", "31.50%", "4.52%", "2.54%", "0.48%", "0.48%", "0.12%", "0.05%", "0.03%"]
    assert two(sources) == printed


def test_c5_in_time_is_of_what_was_due_and_not_of_what_was_settled():
    found = tally(settled=23974, due=24932, on_time=22345)
    assert Ratio(found.counts["settled"], found.counts["due"]).hundredths == "96.16"
    assert found.share("on_time").hundredths == "89.62"
    assert two((14765, 11863, 148, 59), 26898) == ["54.89%", "44.10%", "0.55%", "0.22%"]
    assert two((20601, 3354, 2922), 26898)[0] == "76.59%"
    assert two((3354, 2922), 26898) == ["12.47%", "10.86%"]
    assert two((55, 22), 77) == ["71.43%", "28.57%"]


def test_c6_shares_of_kinds_are_of_what_was_classified():
    kinds = (124599, 56672, 1983, 1182, 890, 415, 9791)
    assert sum(kinds) == 195532  # not 284406, which were received
    assert two(kinds) == ["63.72%", "28.98%", "1.01%", "0.60%", "0.46%", "0.21%", "5.01%"]
    assert 2349 + 568 == 2917


def test_c7_a_week():
    assert 37527 + 33657 == 71184
    assert f"{Decimal(71184) / 7:.0f}" == "10169"
    assert [Ratio(one, 71184).tenths for one in (37527, 33657)] == ["52.7", "47.3"]
    kinds = (33523, 21570, 10497, 3783, 228, 1583)
    assert two(kinds, 71184) == ["47.09%", "30.30%", "14.75%", "5.31%", "0.32%", "2.22%"]


def test_c8_a_rate_without_its_base_cannot_be_checked():
    assert 5113 + 2114 == 7227
    assert sum((51, 27, 3, 112, 121, 0, 9, 40, 54, 1697)) == 2114
    # ✗ printed: 97.01%; of what was passed on it is 89.78%. 97.01% would be of about 1956 that were due, which nobody printed
    assert tally(settled=1898, accepted=2114).share("settled").hundredths == "89.78"
    due = (Decimal(1898) / Decimal("0.9701")).quantize(Decimal(1), ROUND_HALF_UP)
    assert Ratio(1898, int(due)).hundredths == "97.03"


# --- from what is entered -------------------------------------------------------------------------------------------
@pytest.fixture
def quanzhou(county):
    """C9 泉州 2006-01—11: 1010 received, 1005 due, 971 settled."""
    copies(anew(county.complaint("closed")), 1009)
    due = timezone.now() - timedelta(days=1)
    covers = Matter.objects.filter(kind="complaints").order_by("pk").values_list("pk", flat=True)
    Matter.objects.filter(pk__in=list(covers)).update(
        due_at=due, opened_at=due - timedelta(days=9), finished_at=due - timedelta(days=1)
    )
    Matter.objects.filter(pk__in=list(covers[971:])).update(phase="running", closed_at=None, finished_at=None)
    Complaint.objects.filter(pk__in=list(covers[971:])).update(state="running", finding="")
    Matter.objects.filter(pk__in=list(covers[1005:])).update(due_at=timezone.now() + timedelta(days=9))
    return county


def copies(record, count: int) -> None:
    """The same cover, complaint and reception again so often; their lines stay where they are."""
    cover, reception = record.matter, Reception.objects.get(complaint=record)
    one_each = {"notice_number": None, "transfer_number": None, "answer_number": None}
    covers = Matter.objects.bulk_create(
        Matter(
            kind=cover.kind,
            number=f"复{number}",
            title=cover.title,
            officer=cover.officer,
            phase="closed",
            stage="已办结",
            registered_at=cover.registered_at,
            opened_at=timezone.now(),
            finished_at=timezone.now(),
            closed_at=timezone.now(),
        )
        for number in range(count)
    )
    Complaint.objects.bulk_create(again(record, matter=one, **one_each) for one in covers)
    Reception.objects.bulk_create(
        again(reception, id=None, number=f"复{one.pk}", complaint_id=one.pk) for one in covers
    )


def again(record, **changed):
    """The same columns but for these."""
    columns = {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}
    left = [name for name in columns if name in changed or name.removesuffix("_id") in changed]
    return type(record)(**{name: columns[name] for name in columns if name not in left}, **changed)


def test_c9_the_rate_of_settling_is_of_what_was_due_and_shares_are_of_what_was_received(quanzhou):
    year = period.of(timezone.localdate().year)
    total = Counting(Complaint.objects.all(), year, timezone.now()).total
    assert Received.of(year).batches == total.counts["registered"] == 1010
    assert (total.counts["due"], total.counts["on_time"], total.counts["settled"]) == (1005, 971, 971)
    assert total.share("on_time").tenths == "96.6"
    assert Ratio(661, total.counts["registered"]).tenths == "65.4"
