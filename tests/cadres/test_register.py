"""干部名册: who keeps it, who reads names in it, and the line that each look leaves."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook

from bureau.cadres import keeping
from bureau.cadres.keeping import Held
from bureau.jobs.barred import Barred
from bureau.matters.policy import Refused
from bureau.org.models import AdminEntry, Cadre, Portfolio, Position
from bureau.org.names import look, named_to, said_in

pytestmark = pytest.mark.django_db
NAME = "欧阳甲乙"


def held(unit, title="分管副局长", **more) -> Held:
    given = {"rank": "deputy", "part": "in_charge", "since": date(2024, 3, 1)} | more
    return Held(unit=unit, title=title, **given)


@pytest.fixture
def cadre(county) -> Cadre:
    return keeping.enter(county.inquirer, NAME, held(county.water))


def lines() -> list[str]:
    return list(AdminEntry.objects.order_by("pk").values_list("sentence", flat=True))


# --- the name stays in its place ---------------------------------------------------------------------
def test_a_name_is_nowhere_in_the_database_in_plain(cadre):
    assert cadre.name == NAME
    with connection.cursor() as cursor:
        cursor.execute("select sealed from org_cadre")
        assert NAME.encode() not in bytes(cursor.fetchone()[0])
    assert NAME not in f"{cadre}{cadre.positions.get()}{lines()}"


def test_everywhere_else_a_cadre_is_a_unit_and_a_post(cadre, county):
    assert str(cadre.positions.get()) == f"{county.water.short}分管副局长"


@pytest.mark.parametrize("who", ["inquirer", "director", "deputy", "magistrate"])
def test_the_desks_the_director_and_the_leader_in_charge_read_names_and_leave_a_line(
    county, cadre, enter, who
):
    page = enter(getattr(county, who)).get(reverse("cadres:list"))
    assert NAME in page.content.decode()
    assert lines()[-1] == "查看干部姓名：干部名册，1人"
    page = enter(getattr(county, who)).get(cadre.get_absolute_url())
    assert NAME in page.content.decode()
    assert lines()[-1] == f"查看干部姓名：{cadre}，1人"


@pytest.mark.parametrize(
    "who",
    ["officer", "clerk", "water_liaison", "water_head", "vice", "stranger", "system", "security", "audit"],
)
def test_for_everybody_else_the_register_does_not_exist(county, cadre, enter, who):
    browser = enter(getattr(county, who))
    assert browser.get(reverse("cadres:list")).status_code == 404
    assert browser.get(cadre.get_absolute_url()).status_code == 404
    assert browser.get(reverse("cadres:new")).status_code == 404
    assert browser.get(reverse("cadres:several")).status_code == 404


def test_a_leader_in_charge_of_some_units_reads_who_serves_there_today(county, cadre):
    other = keeping.enter(county.inquirer, "司马丙丁", held(county.roads))
    assert not named_to(county.vice).exists()
    charge = Portfolio.objects.create(leader=county.vice, functions=["accountability"])
    charge.units.add(county.water)
    assert set(named_to(county.vice)) == {cadre}
    yesterday = timezone.localdate() - timedelta(days=1)
    keeping.end(county.inquirer, cadre.positions.get(), yesterday)
    assert not named_to(county.vice).exists()
    assert other.name == "司马丙丁"


def test_who_has_an_account_reads_their_own_name_alone(county, cadre, enter):
    keeping.mend(county.inquirer, cadre, NAME, county.water_head)
    other = keeping.enter(county.inquirer, "司马丙丁", held(county.roads))
    assert look(county.water_head, [cadre, other], "本人") == {cadre.pk: NAME}
    assert enter(county.water_head).get(reverse("cadres:list")).status_code == 404
    assert enter(county.water_head).get(cadre.get_absolute_url()).status_code == 200


def test_the_house_finds_a_name_in_a_text_without_telling_whose(cadre):
    assert said_in("经研究", f"对{NAME}同志予以诫勉") == [cadre.pk]
    assert said_in("对县水利局分管副局长予以诫勉") == []


# --- who comes, moves, leaves ------------------------------------------------------------------------
def test_one_person_has_several_posts_over_time(county, cadre):
    keeping.end(county.inquirer, cadre.positions.get(), date(2026, 6, 30))
    keeping.appoint(county.inquirer, cadre, held(county.roads, "局长", rank="full", since=date(2026, 7, 1)))
    assert [str(one) for one in cadre.positions_on(date(2026, 6, 30))] == [f"{county.water.short}分管副局长"]
    assert [str(one) for one in cadre.positions_on(date(2026, 7, 1))] == [f"{county.roads.short}局长"]


def test_the_same_post_is_held_once_at_a_time(county, cadre):
    with pytest.raises(Barred, match="已经登记任"):
        keeping.appoint(county.inquirer, cadre, held(county.water, since=date(2025, 1, 1)))


def test_who_leaves_holds_nothing_from_then_on(county, cadre):
    keeping.leave(county.inquirer, cadre, Cadre.Status.RETIRED, date(2026, 9, 30))
    assert Position.objects.get().until == date(2026, 9, 30)
    with pytest.raises(Barred, match="退休"):
        keeping.appoint(county.inquirer, cadre, held(county.roads, "局长"))


@pytest.mark.parametrize("who", ["officer", "magistrate", "water_head", "system"])
def test_only_its_keepers_write_in_the_register(county, cadre, who):
    with pytest.raises(Refused):
        keeping.enter(getattr(county, who), "司马丙丁", held(county.roads))
    with pytest.raises(Refused):
        keeping.leave(getattr(county, who), cadre, Cadre.Status.DEAD, date(2026, 9, 30))


def test_two_who_mend_one_cadre_do_not_overwrite_each_other(county, cadre, enter):
    browser, url = enter(county.inquirer), reverse("cadres:mend", args=[cadre.pk])
    form = browser.get(url).context["hidden"]
    keeping.mend(county.director, cadre, "欧阳甲丁", None)
    answer = browser.post(url, {**form, "name": "欧阳甲丙"})
    assert answer.status_code == 409
    assert Cadre.objects.get().name == "欧阳甲丁"


# --- from a table ------------------------------------------------------------------------------------
def workbook(*rows) -> SimpleUploadedFile:
    from io import BytesIO

    book, out = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return SimpleUploadedFile("名册.xlsx", out.getvalue(), kind)


HEADS = ("姓名", "单位", "职务", "职级", "班子位置", "任职日期", "免职日期", "干部编号", "账号")


def test_a_table_is_looked_at_first_and_entered_by_the_second_click(county, enter):
    browser, url = enter(county.inquirer), reverse("cadres:several")
    file = workbook(
        HEADS,
        (NAME, "水利局", "局长", "正科", "主要负责人", date(2024, 3, 1), None, "A1", "water-head"),
        (NAME, "财政局", "副局长", "副科", "班子成员", "2021年5月", "2024.2.29", "A1", None),
        ("司马丙丁", "马石镇", "镇长", "正科", "主要负责人", "2023-01-05", None, None, None),
    )
    page = browser.post(url, {"file": file})
    assert page.context["told"] == []
    assert "每一行都核对过了" in page.content.decode()
    assert not Cadre.objects.exists()
    answer = browser.post(url, {"words": page.context["form"]["words"].value(), "enter": "1"})
    assert answer.url == reverse("cadres:list")
    known = Cadre.objects.get(code="A1")
    assert known.person == county.water_head
    assert [one.since for one in known.positions.order_by("since")] == [date(2021, 5, 1), date(2024, 3, 1)]
    assert Cadre.objects.get(code="G0001").name == "司马丙丁"


def test_every_problem_of_a_table_is_told_with_its_place_and_nothing_is_entered(county, cadre, enter):
    file = workbook(
        HEADS,
        ("甲", "没有这个局", "局长", "正科", "主要负责人", "2024-03-01"),
        ("乙", "水利局", "局长", "处级", "主要负责人", "三月"),
        ("", "水利局", "副局长", "副科", "班子成员", "2024-03-01"),
        ("丙", "水利局", "副局长", "副科", "班子成员", "2024-03-01", "2023-01-01"),
        ("丁", "水利局", "副局长", "副科", "班子成员", "2024-03-01", None, cadre.code),
        ("戊", "水利局", "科长", "股级", "工作人员", "2024-03-01", None, None, "nobody"),
    )
    told = enter(county.inquirer).post(reverse("cadres:several"), {"file": file}).context["told"]
    assert [(row, label) for row, label, _ in told] == [
        (2, "单位"),
        (3, "职级"),
        (3, "任职日期"),
        (4, "姓名"),
        (5, "免职日期"),
        (6, "干部编号"),
        (7, "账号"),
    ]
    assert Cadre.objects.count() == 1
