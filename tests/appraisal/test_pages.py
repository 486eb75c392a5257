"""What is typed on the pages, and who sees what of it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from appraisal.actions import adjusting, periods, schemes, scoring, valuing
from appraisal.models import Adjustment, Indicator
from bureau.matters.service import serving
from bureau.org.actor import Actor
from tests.appraisal.playing import (
    adjust,
    appraiser,
    approve,
    begin,
    cell,
    draft,
    grade,
    indicator,
    part_of,
    play,
    publicise,
    publish,
    reckon,
    settle,
    typed,
)
from tests.county import unit

pytestmark = pytest.mark.django_db
# Published tables, with the ranks that were published (rooms §18.3, A1 and A2).
VILLAGES = [
    ("大庭", "95.5", 1), ("枫树", "95", 2), ("东大", "94.5", 3), ("大坝", "94", 4), ("丰联", "93", 5), ("铺前", "92", 6),
    ("杏东", "91", 7), ("宫占", "90.5", 8), ("丰美", "90.5", 8), ("美岭", "90", 10), ("坑内", "90", 10), ("仙都", "89", 12),
    ("诗南", "88.5", 13), ("南冬", "88", 14), ("仙美", "87.5", 15), ("康安", "87.5", 15), ("刘林", "87.5", 15),
    ("高山", "87", 18), ("金中", "87", 18), ("新汤", "87", 18), ("码四", "86", 21), ("内柯", "85", 22), ("高盖", "84.5", 23),
    ("码头", "84", 24),
]  # fmt: skip
TOWNS = [
    ("大法寺", "90.99"), ("余川", "85.1"), ("田镇", "84.56"), ("万丈湖", "80.88"), ("武穴", "77.15"), ("石佛寺", "76.37"),
    ("刊江", "76.19"), ("花桥", "75.91"), ("大金", "70.34"), ("四望", "68.67"), ("梅川", "68.56"), ("龙坪", "64.22"),
]  # fmt: skip


def once(page) -> dict[str, str]:
    """What travels with the form and nobody types."""
    return dict(page.context["hidden"].items())


def one_indicator(county, names):
    """A series of these units with one indicator, another's score taken over."""
    units = [unit(name, "township", name) for name in names]
    year = timezone.localdate().year
    scheme = schemes.draft(appraiser(county), schemes.Given(year, "村", "考核方案", tuple(units)))
    indicator(
        scheme,
        "1",
        "100",
        {"kind": "converted", "base": "100"},
        supplier=Indicator.Supplier.DESK,
        name="得分",
    )
    return begin(county, publish(county, scheme))


@pytest.mark.parametrize(
    "table",
    [VILLAGES, [(name, score, place) for place, (name, score) in enumerate(TOWNS, start=1)]],
    ids=["A1", "A2"],
)
def test_a_published_table_typed_on_the_page_gives_its_own_ranks(county, enter, table):
    period = one_indicator(county, [name for name, _score, _rank in table])
    periods.open_period(appraiser(county), period)
    leaf, browser = Indicator.objects.get(scheme__in=period.schemes.all()), enter(appraiser(county))
    url = f"/appraisal/{period.pk}/grid/{leaf.pk}/"
    page = browser.get(url)
    typed = once(page)
    for box in page.context["form"].boxes:
        score = next(score for name, score, _rank in table if name == box.part.unit.short)
        typed |= {f"{box.key}-status": "given", f"{box.key}-value": score, f"{box.key}-seen": "0"}
    assert browser.post(url, typed).status_code == 302
    period.refresh_from_db()
    periods.close_collection(appraiser(county), period)
    period.refresh_from_db()
    scoring.reckon_period(appraiser(county), period)
    found = {
        part.unit.short: (part.total, part.rank)
        for part in period.appraised.select_related("assignment__unit")
    }
    assert found == {name: (Decimal(score), rank) for name, score, rank in table}


def test_what_is_no_number_is_told_beside_its_unit_and_nothing_is_kept(county, enter):
    period = play(county, begin(county, publish(county, draft(county))), "collecting")
    leaf, browser = period.schemes.get().indicators.get(code="1.1"), enter(appraiser(county))
    url = f"/appraisal/{period.pk}/grid/{leaf.pk}/"
    page = browser.get(url)
    box = page.context["form"].boxes[0]
    answer = browser.post(url, once(page) | {f"{box.key}-status": "given", f"{box.key}-value": "九十五"})
    assert answer.status_code == 200
    assert f"{box.label}：" in answer.content.decode()
    assert not box.part.values.exclude(indicator__supplier="ledger").exists()


def test_a_unit_sees_nothing_of_another_before_the_results_are_published(county, enter):
    period = play(county, begin(county, publish(county, draft(county))), "publicised")
    other = part_of(period, county.roads)
    browser = enter(county.water_liaison)
    for url in (
        f"/appraisal/units/{other.pk}/",
        f"/appraisal/units/{other.pk}/scores/",
        f"/appraisal/units/{other.pk}/self-report/",
        f"/appraisal/{period.pk}/results/",
        f"/appraisal/{period.pk}/results/table/",
        f"/appraisal/{period.pk}/publicity/",
    ):
        assert browser.get(url).status_code == 404, url
    page = browser.get(f"/appraisal/{period.pk}/").content.decode()
    assert county.roads.short not in page
    assert "90.00" not in page


def test_once_published_every_unit_reads_the_ranks_of_its_county(county, enter):
    period = play(county, begin(county, publish(county, draft(county))), "published")
    page = enter(county.water_liaison).get(f"/appraisal/{period.pk}/results/").content.decode()
    assert county.roads.short in page
    assert "90.00" in page


def test_a_unit_reads_an_adjustment_when_it_is_confirmed_and_objects_once(county, enter):
    period = play(county, begin(county, publish(county, draft(county))), "scoring")
    one = adjust(county, period, county.water, "督查批评")
    browser, url = enter(county.water_liaison), f"/appraisal/adjustments/{one.pk}/"
    assert enter(county.roads_liaison).get(url).status_code == 404
    assert "提出异议" in browser.get(url).content.decode()
    page = browser.get(f"{url}object/")
    browser.post(f"{url}object/", once(page) | {"objection": "已按规定延期。"})
    one.refresh_from_db()
    assert one.objection == "已按规定延期。"
    assert "提出异议" not in [
        action["label"] for action in browser.get(url).context["actions"] if not action.get("why_not")
    ]


def test_who_took_part_does_not_answer_the_objection(county):
    period = play(county, begin(county, publish(county, draft(county))), "scoring")
    one = adjust(county, period, county.water, "督查批评")
    adjusting.approve(county.director, one)
    one = Adjustment.objects.select_related("appraised__period__matter", "appraised__assignment", "rule").get(
        pk=one.pk
    )
    adjusting.object_to(county.water_liaison, one, "请求撤销。")
    with pytest.raises(Exception, match="没有确认、审批"):
        adjusting.grant(county.director, one, "成立。")
    adjusting.grant(county.deputy, one, "核实以后予以撤销。")
    one.refresh_from_db()
    assert (one.state, one.answered_by) == ("revoked", county.deputy)


def test_the_page_of_a_unit_says_where_the_missing_points_are(county, enter):
    period = play(county, begin(county, publish(county, draft(county))), "published")
    part = part_of(period, county.water)
    page = enter(county.water_head).get(f"/appraisal/units/{part.pk}/").content.decode()
    assert "差 2 分" in page  # 95 of 100 of 40 points
    assert "95 ÷ 100 × 40 = 38" in page


def test_each_page_says_until_when_a_unit_may_object(county, enter):
    period = play(county, begin(county, publish(county, draft(county))), "scoring")
    one = adjust(county, period, county.water, "督查批评")
    adjusting.approve(county.director, one)
    visitor, pages = enter(county.water_head), (one.get_absolute_url(), one.appraised.get_absolute_url())

    def says(words: str) -> bool:
        return all(words in visitor.get(url).content.decode() for url in pages)

    assert says("考核结果公示、公布以前可以提出一次异议")
    for verb in (reckon, grade, publicise):
        verb(county, period)
        period.refresh_from_db()
    assert says(f"公示到{period.publicised_until:%Y-%m-%d}，公布以前可以提出一次异议")
    settle(county, period)
    approve(county, period)
    assert says("告知书签收以后可以对考核结果提出异议")
    assert "提出一次异议" not in visitor.get(pages[0]).content.decode()
    notice = part_of(period, county.water).notice
    serving.receive(Actor.of(county.water_liaison), notice)
    until = timezone.localdate() + timedelta(days=10)
    assert says(f"{until:%Y-%m-%d} 23:59以前在告知书页面提出")


def test_who_gave_itself_no_points_did_not_give_itself_nought(county):
    period = play(county, begin(county, publish(county, draft(county))), "collecting")
    for own, points in ((county.water, None), (county.roads, Decimal(38))):
        part = part_of(period, own)
        valuing.fill_in(county.liaison(own), part, {cell(part, "1.1"): typed("95", self_score=points)})
        valuing.report(county.liaison(own), part, "已完成。")
    told = (
        period.matter.entries.filter(step="appraisal.report")
        .order_by("pk")
        .values_list("sentence", flat=True)
    )
    assert [words.partition("报送")[2] for words in told] == ["自评", "自评，自评38分"]


def test_another_weighing_is_shown_and_nothing_is_saved(county, enter):
    period = play(county, begin(county, publish(county, draft(county))), "deliberating")
    browser = enter(appraiser(county))
    scheme = period.schemes.get()
    query = f"scheme={scheme.pk}&full_0=50&full_1=10&full_2=40&full_3=50"
    answer = browser.get(f"/appraisal/{period.pk}/what-if/?{query}")
    before, after = next(row for row in answer.context["rows"] if row[0].unit == county.roads.pk)
    assert before.total == Decimal("90.00")
    assert after.total == Decimal("94.00")
    assert part_of(period, county.roads).total == Decimal("90.00")


def test_weights_that_do_not_add_up_are_refused_in_words(county, enter):
    period = play(county, begin(county, publish(county, draft(county))), "deliberating")
    scheme = period.schemes.get()
    query = f"scheme={scheme.pk}&full_0=60&full_1=30&full_2=20&full_3=40"
    answer = enter(appraiser(county)).get(f"/appraisal/{period.pk}/what-if/?{query}")
    assert answer.context["rows"] == []
    assert "50" in answer.context["refused"]
