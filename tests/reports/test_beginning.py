"""Beginning on the pages: from a unit, a period, a selection, or blank; every series and plate."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from directives.models import Source
from reports.models import Bulletin

NEW = reverse("reports:new")


def offered(browser, query) -> list[int]:
    return [one.pk for one in browser.get(f"{NEW}?{query}").context["records"]]


def test_a_unit_offers_what_it_leads(county, enter):
    own = county.directive("running", to=[county.water])
    county.directive("running", to=[county.roads, county.water])
    assert offered(enter(county.officer), "matters=1&unit=县水利局") == [own.pk]


def test_a_period_offers_what_was_given_out_in_it(county, enter):
    directive = county.directive("running")
    this_year = timezone.localdate().year
    officer = enter(county.officer)
    assert offered(officer, f"matters=1&year={this_year}&part=year") == [directive.pk]
    assert offered(officer, f"matters=1&year={this_year - 1}&part=year") == []


def test_papers_are_offered_the_newest_first_with_their_numbers_apart(county, enter):
    def paper(kind, number, day):
        by = {"registered_by": county.officer, "registered_at": timezone.now()}
        return Source.objects.create(kind=kind, title="要点", number=number, organ="县委", date=day, **by)

    later, earlier = date(2026, 11, 24), date(2026, 8, 28)
    paper(Source.Kind.EXECUTIVE, "〔2026〕6号", later)
    paper(Source.Kind.WORK_REPORT, "桃政办发〔2026〕3号", earlier)
    papers = enter(county.officer).get(NEW).context["sources"]
    assert [str(one) for one in papers if one.title == "要点"] == [
        "要点〔2026〕6号",
        "要点 桃政办发〔2026〕3号",
    ]


@pytest.mark.parametrize(
    "asked, sentence",
    [
        ("matters=1", "请填写“牵头单位”，或者选“年度”"),
        ("matters=1&unit=没有的局", "没有叫“没有的局”的单位"),
        ("matters=1&year=1900", "选择一个有效的选项"),
    ],
)
def test_what_makes_no_sense_is_said_beside_the_form(county, enter, asked, sentence):
    assert sentence in enter(county.officer).get(f"{NEW}?{asked}").content.decode()


def test_a_blank_one_of_any_series_is_begun_in_two_clicks(county, enter):
    officer, url = enter(county.officer), f"{NEW}?blank=1&series=brief&plate=appraisal"
    once = officer.get(url).context["hidden"]["once"]
    officer.post(url, {"blank": "1", "series": "brief", "plate": "appraisal", "once": once})
    bulletin = Bulletin.objects.get()
    assert (bulletin.series, bulletin.plate, bulletin.quotes.count()) == ("brief", "appraisal", 0)


def test_a_forged_series_or_plate_gives_the_usual_one(county, enter):
    directive, officer = county.directive("running"), enter(county.officer)
    officer.post(f"{NEW}?id={directive.pk}", {"id": [directive.pk], "series": "special", "plate": "x"})
    bulletin = Bulletin.objects.get()
    assert (bulletin.series, bulletin.plate) == ("notice", "bureau")
