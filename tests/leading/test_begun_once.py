"""半年通报、半年专报、领导月度专报: begun once, found again; what is in them, and what is not."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from bureau.leading.halfyear import drafts
from bureau.leading.halfyear.counted import counted
from bureau.leading.halfyear.halves import Half
from bureau.matters.deadlines.lights import Lights
from reports import actions as bulletins
from reports.models import Bulletin
from tests.accountability.playing import DEPUTY_NAME, HEAD_NAME
from tests.county import CALLER
from tests.leading.recounting import one
from tests.leading.scene import Scene
from tests.pages.posting import form_of

HALF = reverse("leading:half")


@pytest.fixture
def scene(county):
    return Scene(county)


def address(what: str) -> str:
    half = Half.of(timezone.localdate())
    return reverse("leading:half_draft", args=[half.year, half.part, what])


def month_of(leader) -> str:
    return reverse("leading:monthly_draft", args=[leader.pk, f"{timezone.localdate():%Y-%m}"])


def begin(browser, url: str) -> Bulletin:
    answer = browser.post(url, form_of(browser.get(url)))
    assert answer.status_code == 302
    bulletin = Bulletin.objects.latest("pk")
    assert answer.url == reverse("reports:edit", args=[bulletin.pk])
    return bulletin


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["notice", "special"])
def test_a_draft_of_the_half_year_is_begun_once_and_found_again(scene, enter, what):
    browser, url = enter(scene.county.director), address(what)
    form = form_of(browser.get(url))
    bulletin = begin(browser, url)
    assert bulletin.series == what
    assert [one.label for one in bulletin.inserts.order_by("-kind")] == ["表1", "图1"]
    assert "【表1】\n【图1】" in bulletin.body
    assert browser.get(url).url == bulletin.get_absolute_url()
    browser.post(url, {**form, "once": "another"})
    assert Bulletin.objects.count() == 1
    bulletins.discard(scene.county.director, bulletin)
    assert begin(browser, url).pk != bulletin.pk


@pytest.mark.django_db
def test_the_guide_says_how_each_step_stands_and_which_is_next(scene, enter):
    county, browser = scene.county, enter(scene.county.director)
    half = Half.of(timezone.localdate())
    asked = {"year": half.year, "part": half.part}

    def stands() -> dict[str, str]:
        return {step.title: step.stands for step in browser.get(HALF, asked).context["steps"]}

    def next_one() -> str:
        (found,) = [step.title for step in browser.get(HALF, asked).context["steps"] if step.next]
        return found

    assert next_one() == "半年督查通报"
    assert stands()["半年督查通报"] == "没有起草"
    notice = begin(browser, address("notice"))
    assert stands()["半年督查通报"] == f"拟稿（稿{notice.pk}）"
    bulletins.submit(county.director, notice)
    assert stands()["半年督查通报"] == "待核稿"
    if half.part == "h2":
        assert stands()["绩效考核"] == f"{half.year}年度：公示"


@pytest.mark.django_db
def test_the_table_the_chart_and_the_text_of_a_draft_say_the_same(scene, enter):
    bulletin = begin(enter(scene.county.director), address("notice"))
    table, chart = (bulletin.inserts.get(kind=kind).data for kind in ("table", "chart"))
    rows = {row[0]: row[1:] for row in table["rows"]}
    assert chart["labels"] == [label for label in rows if label != "合计"]
    assert chart["strands"][0]["values"] == [float(rows[label][0]) for label in chart["labels"]]
    assert f"共登记各类督查事项{rows['合计'][0]}件" in bulletin.body
    assert f"逾期未办结{rows['合计'][-1]}件" in bulletin.body
    unsealed = "SELECT count(*) FROM matters_matter WHERE phase <> 'void' AND secrecy = 'normal'"
    assert int(rows["合计"][0]) == one(unsealed)


@pytest.mark.django_db
def test_a_month_of_a_leader_is_begun_once_and_goes_to_that_leader_alone(scene, enter):
    county, browser = scene.county, enter(scene.county.director)
    url = month_of(county.magistrate)
    bulletin = begin(browser, url)
    assert (bulletin.series, bulletin.report_to) == ("special", "县长。")
    assert list(bulletin.readers.all()) == [county.magistrate]
    assert browser.get(url).url == bulletin.get_absolute_url()
    page = browser.get(reverse("leading:monthly")).content.decode()
    assert bulletin.get_absolute_url() in page
    assert month_of(county.vice) in page


@pytest.mark.django_db
def test_a_month_tells_nothing_sealed_no_case_and_nobodys_name(scene, enter):
    county, browser = scene.county, enter(scene.county.director)
    body = begin(browser, month_of(county.vice)).body
    led = """SELECT count(*) FROM matters_matter m JOIN matters_assignment a ON a.matter_id = m.id AND a.role = 'lead'
        WHERE m.kind = 'directives' AND m.phase = 'running' AND m.secrecy = 'normal' AND a.unit_id = %s"""
    assert f"决策督查：在办{one(led, county.water.pk)}件" in body
    assert "领导批示件" not in body
    assert "立案" not in body
    for name in (HEAD_NAME, DEPUTY_NAME, CALLER.name, "限阅的一件事"):
        assert name not in body


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url",
    [
        "/leading/half-year/2026/h3/notice/",
        "/leading/half-year/2026/h1/letter/",
        "/leading/half-year/99999/h1/notice/",
        "/leading/monthly/1/2026-13/",
        "/leading/monthly/999999/2026-11/",
    ],
)
def test_what_is_no_half_year_no_month_and_no_leader_is_not_there(county, enter, url):
    assert enter(county.director).get(url).status_code == 404


@pytest.mark.django_db
def test_of_a_half_year_without_matters_nothing_is_begun(county, enter):
    url = reverse("leading:half_draft", args=[2001, "h1", "notice"])
    browser = enter(county.director)
    assert "没有登记事项" in browser.get(url, follow=True).content.decode()
    browser.post(url, {"plate": "bureau"})
    assert not Bulletin.objects.exists()
    asked = {"year": "二〇二六", "part": "h9"}
    assert browser.get(HALF, asked).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_two_who_begin_the_same_at_once_get_one_draft(county):
    county.directive("running", to=[county.water])
    half, ready, made = Half.of(timezone.localdate()), Barrier(2), []

    def press(person):
        found = counted(person, half, Lights())
        ready.wait()
        made.append(drafts.begin(person, "notice", found, "bureau").pk)
        connection.close()

    presses = [Thread(target=press, args=[person]) for person in (county.director, county.deputy)]
    for one_press in presses:
        one_press.start()
    for one_press in presses:
        one_press.join()
    assert len(made) == 2
    assert len(set(made)) == 1
    assert Bulletin.objects.count() == 1
