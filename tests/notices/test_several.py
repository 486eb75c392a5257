"""批量录入: a whole table of units, persons or portfolios, every problem in its place, all or nothing."""

from io import BytesIO
from itertools import product

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from bureau.notices.admin.entering import rows
from bureau.org.models import AdminEntry, Appointment, Person, Portfolio, Unit

pytestmark = pytest.mark.django_db
PASSWORD = "start-2026-taoxi"
UNITS = """全称\t简称\t类别
桃溪县气象局\t县气象局\t垂直/驻县类
桃溪县档案馆\t县档案馆\t党群综合类"""
PEOPLE = """账号\t称呼\t单位\t岗位
qixiang\t县气象局联络员\tslj\t单位联络员
caizheng\t县财政局负责人\t县财政局\t单位负责人、单位联络员"""


@pytest.fixture
def office(client, county):
    client.force_login(county.system)
    return client


def look(office, model, words, **more):
    """As it is read, not yet entered."""
    return office.post(f"/admin/org/{model}/several/", {"words": words, **more})


def enter(office, model, words, **more):
    return look(office, model, words, enter="1", **more)


def told(answer) -> list[str]:
    return [f"第{line}行「{label}」{sentence}" for line, label, sentence in answer.context["told"]]


def test_units_are_looked_at_first_and_entered_by_the_second_click(office):
    before = Unit.objects.count()
    answer = look(office, "unit", UNITS)
    assert "全部录入（2 行）" in answer.content.decode()
    assert Unit.objects.count() == before
    assert enter(office, "unit", UNITS).url == "/admin/org/unit/"
    weather = Unit.objects.get(short="县气象局")
    assert (weather.unit_class, weather.initials, weather.supervisable) == ("vertical", "xqxj", True)
    assert AdminEntry.objects.filter(sentence__startswith="新增单位").count() == 2


def test_one_wrong_row_keeps_all_of_them_out_and_is_told_by_line_and_column(office, county):
    before = Unit.objects.count()
    words = f"{UNITS}\n桃溪县水利局\t{county.water.short}\t水利类\n桃溪县档案馆\t县档案二馆\t党群综合类"
    answer = enter(office, "unit", words)
    assert Unit.objects.count() == before
    assert told(answer) == [
        "第4行「全称」已有单位用这个全称。",
        "第4行「简称」已有单位用这个简称。",
        f"第4行「类别」没有“水利类”，可填：{'、'.join(Unit.Class.labels)}。",
        "第5行「全称」已有单位用这个全称。",
    ]


def test_people_of_several_units_come_in_with_their_posts_and_one_start_password(office, county):
    assert enter(office, "person", PEOPLE, start_password=PASSWORD).status_code == 302
    first, second = (Person.objects.get(username=name) for name in ("qixiang", "caizheng"))
    assert (first.unit, first.posts, second.unit, second.posts) == (
        county.water,
        set(),
        county.finance,
        set(),
    )
    asked = Appointment.objects.filter(person__in=[first, second]).order_by("person__username")
    assert [set(row.posts) for row in asked] == [{"liaison", "head"}, {"liaison"}]
    assert first.check_password(PASSWORD)
    assert second.must_change_password


def test_a_post_that_two_must_agree_on_waits_for_the_second_administrator(office):
    words = "账号\t称呼\t岗位\nfuxianzhang\t副县长\t县领导"
    answer = enter(office, "person", words, start_password=PASSWORD)
    newcomer = Person.objects.get(username="fuxianzhang")
    assert answer.status_code == 302
    assert newcomer.posts == set()
    assert Appointment.objects.get(person=newcomer).posts == ["leader"]


def test_a_look_asks_nobody_for_anything(office):
    look(office, "person", "账号\t称呼\t岗位\nfuxianzhang\t副县长\t县领导", start_password=PASSWORD)
    assert not Appointment.objects.exists()
    assert not AdminEntry.objects.exists()


@pytest.mark.parametrize(
    "row, complaint",
    [
        ("officer\t重复的账号\t\t督查员", "「账号」此账号已有人使用"),
        ("newcomer\t联络员\t\t单位联络员", "「单位」单位联络员、单位负责人、单位经办人须选择所在单位"),
        ("newcomer\t联络员\t县水力局\t单位联络员", "「单位」没有叫“县水力局”的单位"),
        ("newcomer\t联络员\t县水利局、县财政局\t单位联络员", "「单位」只能写一个单位"),
        ("newcomer\t\t县水利局\t单位联络员", "「称呼」"),
        ("newcomer\t某岗位\t\t县长", "「岗位」没有“县长”"),
        (
            "newcomer\t某岗位\t\t系统管理员、审计管理员",
            "「岗位」系统管理员、安全管理员、审计管理员只能任其一",
        ),
    ],
)
def test_an_impossible_person_is_told_in_the_cell(office, row, complaint):
    before = Person.objects.count()
    answer = enter(office, "person", f"账号\t称呼\t单位\t岗位\n{row}", start_password=PASSWORD)
    assert any(one.startswith("第2行") and complaint in one for one in told(answer))
    assert Person.objects.count() == before


@pytest.mark.parametrize("password", ["", "short", "1234567890"])
def test_the_start_password_is_judged_as_any(office, password):
    answer = enter(office, "person", PEOPLE, start_password=password)
    assert "start_password" in answer.context["form"].errors


def test_a_wrong_password_and_wrong_rows_are_told_at_once(office):
    before = Person.objects.count()
    words = "账号\t称呼\t单位\t岗位\nofficer\t重复的账号\t\t督查员\nnewcomer\t\t县水力局\t县长"
    answer = enter(office, "person", words, start_password="short")
    assert "start_password" in answer.context["form"].errors
    assert [one.split("」")[0] for one in told(answer)] == [
        "第2行「账号",
        "第3行「称呼",
        "第3行「单位",
        "第3行「岗位",
    ]
    assert Person.objects.count() == before


def test_every_wrong_head_is_told_at_once(office):
    said = str(enter(office, "unit", "全称\t简称\t简称\t备注\n甲\t乙\t丙\t丁").context["form"].errors)
    for one in ("第 1 行第 3 列“简称”重复", "第 1 行第 4 列“备注”不是这里的列名", "缺少“类别”列"):
        assert one in said


def test_portfolios_name_units_by_any_name_or_all(client, county):
    client.force_login(county.security)
    words = (
        "县领导\t业务\t单位\n"
        f"{county.vice.username}\t决策督查、领导批示件\tslj、县财政局\n"
        f"{county.magistrate.username}\t绩效考核\t全部"
    )
    before = set(Portfolio.objects.values_list("pk", flat=True))
    assert enter(client, "portfolio", words).status_code == 302
    first, second = Portfolio.objects.exclude(pk__in=before).order_by("pk")
    assert set(first.units.all()) == {county.water, county.finance}
    assert first.functions == ["directives", "instructions"]
    assert second.all_units


@pytest.mark.parametrize(
    "words, complaint",
    [
        ("", "没有读到要录入的行"),
        ("全称\t简称\t类别", "没有读到要录入的行"),
        ("全称\t简称\t备注\n甲\t乙\t丙", "第 1 行第 3 列“备注”不是这里的列名"),
        ("全称\t简称\t简称\n甲\t乙\t丙", "第 3 列“简称”重复"),
        ("全称\t简称\n甲\t乙", "缺少“类别”列"),
        ("全称\t简称\t类别\n" + "甲\t乙\t丙\n" * 301, "一次最多录入 300 行"),
        ('全称\t简称\t类别\n"' + "甲" * 140_000, "太长"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_what_to_change(office, words, complaint):
    answer = enter(office, "unit", words)
    assert answer.status_code == 200
    assert complaint in str(answer.context["form"].errors)


def test_columns_come_in_any_order_below_a_title_or_without_a_head(office):
    turned = "2026年机构名单\n\n类别\t全称\t简称\n党群综合类\t桃溪县档案馆\t县档案馆"
    assert look(office, "unit", turned).context["well"]
    assert look(office, "unit", "桃溪县档案馆\t县档案馆\t党群综合类").context["well"]


def workbook(*lines) -> SimpleUploadedFile:
    book, stream = Workbook(), BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(stream)
    return SimpleUploadedFile("单位.xlsx", stream.getvalue())


def test_an_excel_file_is_read_into_the_box_to_be_looked_at(office):
    before = Unit.objects.count()
    sheet = workbook(["全称", "简称", "类别"], ["桃溪县档案馆", "县档案馆", "党群综合类"])
    answer = look(office, "unit", "", file=sheet, enter="1")
    assert answer.context["well"]
    assert "桃溪县档案馆\t县档案馆\t党群综合类" in answer.context["form"]["words"].value()
    assert Unit.objects.count() == before


def test_a_workbook_that_holds_more_than_can_be_entered_is_refused_unread(office, monkeypatch):
    monkeypatch.setattr(rows, "of_file", lambda stream: pytest.fail("it was read"))
    sheet = workbook(["全称", "简称", "类别"], *[["桃溪县档案馆", n, "党群综合类"] for n in range(12_000)])
    answer = look(office, "unit", "", file=sheet)
    assert "内容太多，没有读取" in str(answer.context["form"].errors["file"])


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"%PDF-1.7", b"MZ", b"name,short"])
def test_a_file_that_is_no_workbook_is_refused_in_words(office, content):
    answer = look(office, "unit", "", file=SimpleUploadedFile("单位.xlsx", content))
    assert "单位.xlsx" in str(answer.context["form"].errors["file"])


def test_more_rows_cost_no_more_than_their_own_records(office, django_assert_max_num_queries):
    def cost(rows: int) -> int:
        lines = "\n".join(f"桃溪县第{n}馆\t县第{n}馆\t党群综合类" for n in range(rows))
        with django_assert_max_num_queries(200) as spent:
            assert look(office, "unit", lines).context["well"]
        return len(spent)

    few = cost(2)
    assert cost(8) - few <= 6 * 8


@pytest.mark.parametrize("model", ["deputy", "limit", "nonsense"])
def test_only_three_kinds_are_entered_from_a_table(office, model):
    assert office.get(f"/admin/org/{model}/several/").status_code in (302, 404)


def test_each_kind_exists_for_its_keeper_alone(client, county):
    others = (county.system, county.security, county.audit, county.director, county.stranger)
    kept = {"unit": county.system, "person": county.system, "portfolio": county.security}
    for person, model in product(others, kept):
        if person != kept[model]:
            client.force_login(person)
            assert look(client, model, UNITS).status_code == 404
            assert client.get(f"/admin/org/{model}/several/").status_code == 404


@pytest.mark.parametrize("cell", ["、", "，", "；"])
def test_a_cell_that_names_no_unit_at_all_is_told_in_its_place(office, cell):
    words = f"账号\t称呼\t单位\t岗位\nqixiang\t气象联络员\t{cell}\t单位联络员"
    answer = look(office, "person", words, start_password=PASSWORD)
    assert f"第2行「单位」“{cell}”不是单位名称，请写简称、全称或拼音首字母。" in told(answer)


def test_what_stands_under_no_head_is_not_passed_over_in_silence(office):
    before = Unit.objects.count()
    answer = enter(office, "unit", f"{UNITS}\t多出来的")
    assert told(answer) == ["第3行「」“多出来的”不在任何一列之下，请核对这一行各格的位置。"]
    assert Unit.objects.count() == before
