"""Registering through the page: what is wrong is told in words that name the field, what was typed stays, and nothing is
half saved."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from bureau.matters.models import Attachment
from bureau.pages.once import token
from instructions.models import Instruction
from tests.county import in_days
from tests.instructions.posted import CLASSIFIED, NEW, form, is_refused, photo
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db


def test_where_nothing_is_registered_the_desk_is_shown_the_way(county, enter):
    page = enter(county.officer).get("/instructions/").content.decode()
    assert "没有符合条件的批示件。" in page
    assert page.count(f'href="{NEW}"') == 2  # at the head, and where the first row would be
    page = enter(county.water_liaison).get("/instructions/").content.decode()
    assert NEW not in page


def test_the_form_is_one_page_with_the_words_first_and_four_fields_that_must_be_filled_in(county, enter):
    shown = enter(county.officer).get(NEW).context["form"].visible_fields()
    assert shown[0].name == "words"
    required = {field.name for field in shown if field.field.required} - {
        "level",
        "meaning",
        "urgency",
        "secrecy",
    }
    assert required == {"leader_name", "date", "title", "words"}  # the other four are chosen already


def test_what_was_registered_stands_on_its_page(county, enter):
    answer = enter(county.officer).post(NEW, form(files=photo()), follow=True)
    record = Instruction.objects.get()
    assert answer.redirect_chain == [(f"/instructions/{record.pk}/propose/", 302)]
    page = enter(county.officer).get(record.get_absolute_url()).content.decode()
    for words in ("请住建局阅处。", "桃住建报〔2026〕8号", "县长（县级）", "阅处，要求反馈", "批示照片.png"):
        assert words in page
    assert record.matter.leader == county.magistrate


def test_of_a_leader_elsewhere_nobody_here_is_asked_to_read(county, enter):
    enter(county.officer).post(NEW, form(leader_name="省长", level="province"))
    assert Instruction.objects.get().matter.leader is None


def test_a_name_that_two_leaders_have_is_nobodys_account(county, enter):
    type(county.vice).objects.filter(pk=county.vice.pk).update(name="县长")
    enter(county.officer).post(NEW, form())
    assert Instruction.objects.get().matter.leader is None


@pytest.mark.parametrize(
    "name, value, told",
    [
        ("leader_name", "", "批示领导：请填写批示领导。"),
        ("leader_name", "长" * 41, "批示领导最多40字（现在41字）"),
        ("date", "", "批示日期：请填写批示日期。"),
        ("date", "2026-02-30", "批示日期不是一个存在的日期"),
        ("date", "1026-11-02", "批示日期的年份应在2000至2099之间"),
        ("date", "tomorrow", "批示日期不能晚于今天"),
        ("title", "", "来文标题：请填写来文标题。"),
        ("title", "长" * 300, "来文标题最多200字（现在300字）"),
        ("title", "报\0告", "来文标题"),
        ("number", "号" * 61, "文号最多60字（现在61字）"),
        ("words", "", "批示内容：请填写批示内容。"),
        ("words", "  \n ", "批示内容：请填写批示内容。"),
        ("words", "批" * 2001, "批示内容最多2000字（现在2001字）"),
        ("words", "请\0阅", "批示内容"),
        ("level", "village", "层级"),
        ("meaning", "nonsense", "批示要求"),
        ("meaning", "", "批示要求：请选择批示要求"),
        ("urgency", "minutes", "办理类别"),
        ("secrecy", "open", "范围"),
        ("secrecy", "classified", CLASSIFIED),
    ],
)
def test_a_wrong_value_is_named_and_nothing_is_registered(county, enter, name, value, told):
    value = str(in_days(1)) if value == "tomorrow" else value
    answer = is_refused(enter(county.officer), form(**{name: value}), told)
    if name != "words":
        assert "请住建局阅处。" in answer.content.decode()


def test_everything_that_is_missing_is_named_at_once(county, enter):
    page = is_refused(enter(county.officer), {}, "没有提交，请先改正").content.decode()
    for label in ("批示领导", "层级", "批示日期", "来文标题", "批示内容", "批示要求", "办理类别", "范围"):
        assert f">{label}：" in page, label


def test_control_characters_are_in_nobodys_way(county, enter):
    browser = enter(county.officer)
    browser.post(NEW, form(title="一\x01二\x0b三\r\n四", words="第一行\r\n第\x07二行"))
    record = Instruction.objects.get()
    assert record.paper.title == "一二三 四"
    assert record.round.words == "第一行\n第二行"
    assert browser.get(record.get_absolute_url()).status_code == 200
    sheet = load_workbook(BytesIO(browser.get("/instructions/?export=xlsx").content)).active
    assert "第二行" in "".join(str(cell.value) for row in sheet for cell in row)


def test_words_are_words_and_never_markup(county, enter):
    evil = "<script>alert(1)</script><b>粗</b>&amp;"
    browser = enter(county.officer)
    browser.post(NEW, form(words=evil, title=f"{evil}题", leader_name="<i>某</i>"))
    record = Instruction.objects.get()
    for url in (record.get_absolute_url(), "/instructions/", f"{record.get_absolute_url()}propose/", "/"):
        page = browser.get(url).content.decode()
        assert "<script>alert" not in page
        assert "<i>某" not in page
    assert "&lt;script&gt;" in browser.get(record.get_absolute_url()).content.decode()


def test_the_same_leader_on_the_same_paper_is_asked_about_once_and_the_file_survives(county, enter):
    browser = enter(county.officer)
    browser.post(NEW, form())
    answer = is_refused(browser, form(words="请财政局阅处。", files=photo()), "可能重复")
    page = answer.content.decode()
    assert Instruction.objects.get().matter.number in page
    assert "附件已经收下" in page
    again = form_of(answer)
    assert again["words"] == "请财政局阅处。"
    answer = browser.post(NEW, again | {"again": "1"}, follow=True)
    assert Instruction.objects.count() == 2
    assert Attachment.objects.get().name == "批示照片.png"


@pytest.mark.parametrize(
    "changes, asked",
    [
        ({}, True),
        ({"number": "桃住建报[2026]8号", "title": "内涝整治报告"}, True),  # the same number, typed otherwise
        ({"number": "", "title": "另一份报告"}, True),  # the same words
        ({"number": "", "title": "另一份报告", "words": "请阅处。"}, False),
        ({"leader_name": "分管农业副县长"}, False),  # another leader on the same paper is no duplicate
    ],
)
def test_what_is_asked_about(county, enter, changes, asked):
    browser = enter(county.officer)
    browser.post(NEW, form())
    browser.post(NEW, form(**changes))
    assert Instruction.objects.count() == (1 if asked else 2)


def test_a_sealed_one_is_no_duplicate_to_who_may_not_see_it(county, enter):
    enter(county.officer).post(NEW, form(secrecy="sealed"))
    answer = enter(county.colleague).post(NEW, form())
    assert answer.status_code == 302
    assert "可能重复" in enter(county.director).post(NEW, form()).content.decode()


def test_a_number_known_under_another_title_is_told_of(county, enter):
    enter(county.officer).post(NEW, form())
    answer = enter(county.officer).post(
        NEW, form(leader_name="分管农业副县长", title="关于内涝的汇报"), follow=True
    )
    assert "桃住建报〔2026〕8号此前已登记为《关于城区内涝整治的报告》" in answer.content.decode()


def test_the_same_form_sent_twice_registers_once(county, enter):
    values, browser = form(once=token()), enter(county.officer)
    changed = values | {"title": "另一份", "number": "", "words": "请阅。"}
    ways = [browser.post(NEW, sent).url for sent in (values, values, changed)]
    assert ways == [f"{Instruction.objects.get().get_absolute_url()}propose/"] * 3


@pytest.mark.parametrize("key", ["987654321", "0", "-1", "x", "１", "²", "9" * 30, "1 or 1=1", "1\0"])
def test_a_forged_matter_to_write_on_is_absent(county, enter, key):
    browser = enter(county.officer)
    assert browser.get(NEW, {"about": key}).status_code == 404
    assert browser.post(f"{NEW}?about={key}", form()).status_code == 404
    assert not Instruction.objects.exists()


def test_a_sealed_matter_to_write_on_is_absent_for_who_may_not_see_it(county, enter):
    sealed = county.directive("running", to=[county.finance], title="限阅的一件事", secrecy="sealed")
    assert enter(county.colleague).get(NEW, {"about": sealed.pk}).status_code == 404
    shown = enter(county.officer).get(NEW, {"about": sealed.pk})
    assert "限阅的一件事" in shown.content.decode()
    values = form_of(shown) | {"leader_name": "县长", "words": "请阅处。"}
    enter(county.officer).post(f"{NEW}?about={sealed.pk}", values)
    record = Instruction.objects.get()
    assert record.matter.secrecy == "sealed"
    assert record.paper.matter == sealed.matter
    page = enter(county.officer).get(record.get_absolute_url()).content.decode()
    assert sealed.get_absolute_url() in page
