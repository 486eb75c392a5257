"""督查通知单 and the printed ledger."""

from django.urls import reverse

from directives import actions as directives
from tests.reports.screen import DESK, pages, statuses


def test_a_notice_is_printed_for_who_sees_the_matter(county, client):
    directive = county.directive("running", to=[county.water, county.roads], asked="每月报一次进度")
    found = statuses(county, client, reverse("directives:notice", args=[directive.pk]))
    sees = DESK - {"clerk", "inquirer"} | {
        "water_liaison",
        "water_head",
        "roads_liaison",
        "magistrate",
        "vice",
    }
    assert {who for who, status in found.items() if status == 200} == sees
    assert set(found.values()) == {200, 404}


def test_a_notice_names_units_matter_and_limits(county, enter):
    directive = county.directive("running", to=[county.water, county.roads], asked="每月报一次进度")
    directive.refresh_from_db()
    text = pages(enter(county.officer).get(reverse("directives:notice", args=[directive.pk])).content)
    for words in (
        "督查通知单",
        "桃溪县水利局、桃溪县交通运输局：",
        directive.notice_number,
        "每月报一次进度",
    ):
        assert words in text


def test_a_notice_of_what_is_not_dispatched_is_refused_in_words(county, enter):
    directive = county.directive("approved")
    response = enter(county.officer).get(reverse("directives:notice", args=[directive.pk]), follow=True)
    assert "还没有督查通知单" in response.content.decode()


def test_a_notice_that_cannot_be_set_names_the_matter_the_field_and_the_character(county, enter):
    directive = county.directive("running", asked="每月报一次进度\U0001f600")
    response = enter(county.officer).get(reverse("directives:notice", args=[directive.pk]), follow=True)
    page = response.content.decode()
    assert (
        f"{directive.matter.number}《督查通知单》字库里没有这些字：「\U0001f600」（U+1F600），见“办理要求”。"
        in page
    )


def test_the_printed_ledger_has_the_rows_of_the_filtered_list(county, enter):
    county.directive("running", title="甲事项推进情况")
    done = county.directive("running", title="乙事项推进情况")
    directives.report(county.water_liaison, done, "完成")
    text = pages(
        enter(county.officer).get(f"{reverse('matters:ledger', args=['directives'])}?state=running").content
    )
    assert "甲事项推进情况" in text
    assert "乙事项推进情况" not in text
    assert "共1项" in text


def test_the_printed_ledger_holds_nothing_a_unit_may_not_see(county, enter):
    county.directive("running", title="水利事项")
    county.directive("running", to=[county.roads], title="公路事项")
    text = pages(enter(county.roads_liaison).get(reverse("matters:ledger", args=["directives"])).content)
    assert "公路事项" in text
    assert "水利事项" not in text


def test_a_ledger_that_is_too_long_is_refused_in_words(county, enter, monkeypatch):
    monkeypatch.setattr("bureau.matters.views.printed_ledger.MOST_ROWS", 1)
    for _ in range(2):
        county.directive("draft")
    response = enter(county.officer).get(reverse("matters:ledger", args=["directives"]))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("directives:list"))
