"""Registering and proposing through the pages: what is wrong is told in words that name the field, what was typed stays,
and nothing is half saved."""

from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook

import instructions.actions as instructing
from bureau.matters.models import Attachment, Entry, Matter
from bureau.pages.models import Draft
from bureau.pages.once import token
from instructions.models import Instruction, Paper, Round
from tests.county import CITY, in_days
from tests.house.papers import picture
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
NEW = "/instructions/new/"
CLASSIFIED = "涉密不上网"
MARKS = ["机密★1年", "（秘密）", "密级：绝密", "【机密】", "绝密 ☆"]


def form(**changes) -> dict:
    return {
        "leader_name": "县长",
        "level": "county",
        "date": str(timezone.localdate()),
        "title": "关于城区内涝整治的报告",
        "number": "桃住建报〔2026〕8号",
        "words": "请住建局阅处。",
        "meaning": "handle",
        "wants_answer": "on",
        "urgency": "normal",
        "secrecy": "normal",
    } | changes


def photo(name="批示照片.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture())


def counted() -> dict:
    return {model: model.objects.count() for model in (Matter, Instruction, Round, Paper, Attachment, Entry)}


def kept_files() -> list:
    return [path for path in settings.FILES_ROOT.rglob("*") if path.is_file()]


def is_refused(browser, values: dict, told: str, url=NEW, status=(200, 409)):
    """Told so, with what was typed still there, and nothing was written anywhere."""
    before = counted()
    answer = browser.post(url, values)
    page = answer.content.decode()
    assert answer.status_code in status
    assert told in page, page[page.find("form-errors") :][:1500]
    assert counted() == before
    return answer


def test_where_nothing_is_registered_the_desk_is_shown_the_way(county, enter):
    page = enter(county.officer).get("/instructions/").content.decode()
    assert "没有符合条件的批示件。" in page
    assert page.count(f'href="{NEW}"') == 2  # at the head, and where the first row would be
    page = enter(county.water_liaison).get("/instructions/").content.decode()
    assert NEW not in page


# --- registering ------------------------------------------------------------------------------------
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
        ("meaning", "", "批示要求：这个字段是必填项"),
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


# --- 涉密不上网 --------------------------------------------------------------------------------------
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("name", ["title", "number", "words"])
def test_a_marked_paper_is_refused_and_nothing_is_kept(county, enter, name, mark):
    browser = enter(county.officer)
    is_refused(browser, form(**{name: f"{mark}关于某事"}, files=photo()), CLASSIFIED)
    assert not Draft.objects.exists()


def test_a_file_with_a_marked_name_does_not_even_come_to_the_disk(county, enter):
    answer = is_refused(enter(county.officer), form(files=photo("机密★1年 报告.png")), CLASSIFIED)
    assert kept_files() == []
    assert "机密★1年 报告.png，" not in answer.content.decode()  # not offered as 已上传


def test_what_is_marked_is_not_kept_as_a_draft_either(county, enter):
    record = county.instruction("registered")
    url = f"{record.get_absolute_url()}propose/"
    answer = enter(county.officer).post(url, {"opinion": "（机密）照办", "draft": "1"}, follow=True)
    assert CLASSIFIED in answer.content.decode()
    assert not Draft.objects.exists()


PLAN = {"lead": "县水利局", "shown": "summary", "summary": "拿出方案。"}


@pytest.mark.parametrize("name", ["opinion", "summary", "asked"])
def test_a_marked_proposal_is_refused(county, enter, name):
    record = county.instruction("registered")
    url = f"{record.get_absolute_url()}propose/"
    is_refused(enter(county.officer), PLAN | {name: "秘密★5年"}, CLASSIFIED, url)
    assert Instruction.objects.get().state == "registered"


def test_a_marked_transcript_and_a_marked_word_of_the_leaders_are_refused(county, enter):
    about = instructing.OnPaper("防汛报告")
    ink = instructing.instruct(county.magistrate, county.word(origin="ink", words=""), about)
    url = f"{ink.get_absolute_url()}transcribe/"
    is_refused(enter(county.officer), {"text": "密级：机密"}, CLASSIFIED, url)
    record = county.instruction("reported")
    url = f"{record.get_absolute_url()}note/"
    is_refused(enter(county.magistrate), {"opinion": "机密★"}, CLASSIFIED, url)
    city = county.instruction("reported", word=county.word(**CITY))
    url = f"{city.get_absolute_url()}note_for/"
    is_refused(enter(county.officer), {"opinion": "阅", "files": photo("（秘密）.png")}, CLASSIFIED, url)
    assert kept_files() == []


def test_a_marked_correction_is_refused(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}edit/"
    shown = form_of(browser.get(url))
    for name in ("title", "number", "words"):
        is_refused(browser, shown | {name: "（机密）", "once": token()}, CLASSIFIED, url)
    is_refused(browser, shown | {"secrecy": "classified"}, CLASSIFIED, url)


def test_to_speak_of_secrets_is_no_mark(county, enter):
    words = "请保密局牵头，抓好商业秘密保护和机密文件管理。"
    enter(county.officer).post(NEW, form(words=words, title="关于保守国家秘密宣传月的报告"))
    assert Instruction.objects.get().round.words == words


# --- duplicates -------------------------------------------------------------------------------------
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


# --- on a matter of this house ----------------------------------------------------------------------
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


# --- proposing --------------------------------------------------------------------------------------
@pytest.fixture
def propose(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}propose/"

    def send(**values):
        return browser.post(url, form_of(browser.get(url)) | values)

    send.browser, send.url, send.record = browser, url, record
    return send


def test_what_is_wrong_with_a_proposal_stands_beside_the_field_that_mends_it(propose):
    for name, wrong in (("summary", ""), ("due", "2020-01-01"), ("co", "县水利局"), ("self_handled", "on")):
        form = propose.browser.post(propose.url, PLAN | {name: wrong}).context["form"]
        assert list(form.errors) == [name]


@pytest.mark.parametrize(
    "changes, told",
    [
        ({"lead": ""}, "请填写“牵头单位”"),
        ({"lead": "县水利局、县财政局"}, "牵头单位只能有1家"),
        ({"lead": "没有的局"}, "没有叫"),
        ({"co": "县财政局、县水利局"}, "县水利局已是牵头单位，不能同时是协办单位"),
        ({"lead": "人民法院"}, "不是政府督查的对象"),
        ({"co": "人民法院"}, "不是政府督查的对象"),
        ({"lead": "人民检察院"}, "没有叫"),
        ({"due": "2020-01-01"}, "“办理时限”须在今天之后"),
        ({"due": "today"}, "“办理时限”须在今天之后"),
        ({"due": "2026-02-30"}, "办理时限不是一个存在的日期"),
        ({"summary": ""}, "请填写“批示摘要”"),
        ({"shown": ""}, "承办单位可见"),
        ({"shown": "everything"}, "承办单位可见"),
        ({"self_handled": "on"}, "就不要再填牵头单位和协办单位"),
        ({"summary": "要" * 1001}, "批示摘要最多1000字（现在1001字）"),
        ({"opinion": "见" * 501}, "拟办意见最多500字（现在501字）"),
        ({"asked": "求" * 501}, "办理要求最多500字（现在501字）"),
        ({"opinion": "a\0b"}, "拟办意见"),
    ],
)
def test_a_wrong_proposal_is_told_and_nothing_is_proposed(propose, changes, told):
    if changes.get("due") == "today":
        changes = {"due": str(timezone.localdate())}
    is_refused(propose.browser, PLAN | changes, told, propose.url)
    record = Instruction.objects.get()
    assert (record.state, record.lead_unit, record.co_units.count()) == ("registered", None, 0)


def test_a_unit_that_was_switched_off_is_not_proposed(county, propose):
    type(county.water).objects.filter(pk=county.water.pk).update(active=False)
    is_refused(propose.browser, PLAN, "县水利局", propose.url)


def test_a_unit_that_was_switched_off_after_the_proposal_is_not_given_anything(county, enter):
    record = county.instruction("proposed")
    type(county.water).objects.filter(pk=county.water.pk).update(active=False)
    url = f"{record.get_absolute_url()}approve/"
    is_refused(enter(county.director), {"remark": ""}, "县水利局已停用", url)
    assert Instruction.objects.get().state == "proposed"


def test_the_original_needs_no_summary_and_the_bureau_itself_neither(county, propose):
    assert propose(lead="县水利局", shown="original").status_code == 302
    record = county.instruction("registered")
    url = f"{record.get_absolute_url()}propose/"
    values = {"self_handled": "on", "shown": "summary", "lead": "", "co": ""}
    assert enter_and_post(propose.browser, url, values).status_code == 302


def enter_and_post(browser, url, values):
    return browser.post(url, form_of(browser.get(url)) | values)


def test_what_the_leader_named_stands_in_the_form(county, enter):
    plan = instructing.Plan(county.water, (county.finance,), in_days(9))
    record = instructing.instruct(county.magistrate, county.word(), instructing.OnPaper("报告"), plan)
    shown = form_of(enter(county.officer).get(f"{record.get_absolute_url()}propose/"))
    assert (shown["lead"], shown["co"]) == ("县水利局", "县财政局")
    assert shown["due"] == str(in_days(9))


@pytest.mark.parametrize(
    ("words", "read", "day"),
    [
        ("请水利局拿出方案，一周内报我。", "一周内", "2026-11-30"),
        ("三日内报结果。", "三日内", "2026-11-26"),
        ("请水利局阅处，十个工作日内报我。", "十个工作日内", "2026-12-07"),
        ("本月底前办结。", "本月底前", "2026-11-30"),
        ("请于12月5日前报我。", "12月5日前", "2026-12-05"),
    ],
)
def test_the_date_in_a_leaders_words_stands_in_the_form_beside_the_words(
    county, enter, time_machine, words, read, day
):
    time_machine.move_to("2026-11-23T10:00:00+08:00", tick=False)
    record = county.instruction("registered", word=county.word(words=words))
    page = enter(county.officer).get(f"{record.get_absolute_url()}propose/")
    assert form_of(page)["due"] == day
    assert f"批示写明“{read}”，读作{day}，请核对。" in page.content.decode()


@pytest.mark.parametrize("words", ["春节前办结。", "请水利局尽快拿出方案。", "限期整改到位。"])
def test_a_leaders_words_that_give_no_date_are_asked_about(county, enter, words):
    record = county.instruction("registered", word=county.word(words=words))
    page = enter(county.officer).get(f"{record.get_absolute_url()}propose/")
    assert form_of(page)["due"] == ""
    assert "没有读成日期：要在哪天以前办结？" in page.content.decode()


def test_a_leaders_date_that_has_gone_by_is_asked_about(county, enter):
    record = county.instruction("registered", word=county.word(words="三日内报我。", date=in_days(-9)))
    page = enter(county.officer).get(f"{record.get_absolute_url()}propose/")
    assert form_of(page)["due"] == ""
    assert "已经过去：要在哪天以前办结？" in page.content.decode()


def test_what_the_words_say_binds_the_units_once_it_is_approved(county, enter):
    record = county.instruction("registered", word=county.word(words="请水利局十个工作日内报我。"))
    browser, url = enter(county.officer), f"{record.get_absolute_url()}propose/"
    offered = form_of(browser.get(url))
    browser.post(url, offered | {"lead": "县水利局", "summary": "十个工作日内报结果。"})
    instructing.approve(county.director, Instruction.objects.get())
    assert str(timezone.localdate(Matter.objects.get().due_at)) == offered["due"] > str(in_days(9))


# --- changed meanwhile ------------------------------------------------------------------------------
def test_an_edit_from_an_old_page_is_held_back_with_what_happened(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}edit/"
    old = form_of(browser.get(url))
    browser.post(url, form_of(browser.get(url)) | {"words": "先改的内容。"})
    answer = is_refused(browser, old | {"words": "后改的内容。"}, "这件事有了变化", url)
    assert "修改登记内容：批示内容" in answer.content.decode()
    assert "后改的内容。" in answer.content.decode()
    assert record.rounds.get().words == "先改的内容。"
    assert browser.post(url, form_of(answer)).status_code == 302
    assert record.rounds.get().words == "后改的内容。"


def test_an_edit_after_the_proposal_is_refused_in_words(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}edit/"
    old = form_of(browser.get(url))
    instructing.propose(county.colleague, record, lead=county.water, summary="拿出方案。")
    answer = is_refused(browser, old | {"words": "后改的内容。"}, "这件事有了变化", url)
    is_refused(browser, form_of(answer), "修改登记内容", url)
    answer = browser.get(url, follow=True)
    assert "当前状态不能“修改登记内容”" in answer.content.decode()


def test_an_edit_sent_twice_counts_once(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}edit/"
    values = form_of(browser.get(url)) | {"words": "改一次。"}
    for _ in range(2):
        assert browser.post(url, values).status_code == 302
    assert Entry.objects.filter(step="instructions.edit").count() == 1


def test_a_mended_title_is_the_papers_title_everywhere(county, enter):
    browser = enter(county.officer)
    browser.post(NEW, form(title="关于城区内劳整治的报告"))
    record = Instruction.objects.get()
    url = f"{record.get_absolute_url()}edit/"
    browser.post(url, form_of(browser.get(url)) | {"title": "关于城区内涝整治的报告"})
    record = Instruction.objects.get()
    assert record.paper.title == "关于城区内涝整治的报告"
    assert record.matter.title == "县长批示件：关于城区内涝整治的报告"
    assert "修改登记内容：来文" in record.matter.entries.first().sentence


def test_a_proposal_from_an_old_page_is_held_back(county, enter):
    record = county.instruction("registered")
    browser, url = enter(county.officer), f"{record.get_absolute_url()}propose/"
    old = form_of(browser.get(url)) | PLAN
    word = county.word(words="改由财政局牵头。")
    instructing.edit(
        county.colleague, record, word, instructing.OnPaper(record.paper.title), "normal", "normal"
    )
    answer = is_refused(browser, old, "这件事有了变化", url)
    assert "拿出方案。" in answer.content.decode()


def test_a_step_sent_twice_is_taken_once(county, enter):
    record = county.instruction("proposed")
    browser, url = enter(county.director), f"{record.get_absolute_url()}approve/"
    values = form_of(browser.get(url))
    answers = [browser.post(url, values, follow=True) for _ in range(2)]
    assert "没有重复办理" in answers[1].content.decode()
    assert Entry.objects.filter(step="instructions.approve").count() == 1


# --- several leaders on one paper -------------------------------------------------------------------
def two_on_one_paper(county, **other):
    about = instructing.OnPaper("关于城区内涝整治的报告", "桃住建报〔2026〕8号")
    first = county.instruction("proposed", about=about, word=county.word(date=in_days(-2)), to=[county.water])
    vice = county.word(leader_name="分管农业副县长", leader=county.vice, words="请财政局先拿资金方案。")
    second = county.instruction("proposed", about=about, word=vice, **{"to": [county.finance], **other})
    return first, second


def test_leaders_who_differ_are_not_passed_over_in_silence(county, enter):
    _first, second = two_on_one_paper(county)
    browser, url = enter(county.director), f"{second.get_absolute_url()}approve/"
    page = browser.get(second.get_absolute_url()).content.decode()
    assert "批示不一致" in page
    assert "县长对同一来文的批示，承办单位或时限与本件不同" in page
    is_refused(browser, form_of(browser.get(url)), "县长对同一来文另有不一致的批示", url)
    values = form_of(browser.get(url)) | {"remark": "已请示县长，分别办理。"}
    assert browser.post(url, values).status_code == 302
    assert "县长对同一来文" not in browser.get(second.get_absolute_url()).content.decode()


def test_leaders_who_agree_need_no_explanation(county, enter):
    _first, second = two_on_one_paper(county, to=[county.water])
    browser, url = enter(county.director), f"{second.get_absolute_url()}approve/"
    assert "批示不一致" not in browser.get(second.get_absolute_url()).content.decode()
    assert browser.post(url, form_of(browser.get(url))).status_code == 302


def test_the_words_on_one_paper_stand_in_the_order_they_were_written(county, enter):
    first, second = two_on_one_paper(county)
    about = instructing.OnPaper("关于城区内涝整治的报告", "桃住建报〔2026〕8号")
    third = county.instruction(
        "registered", about=about, word=county.word(**CITY, date=in_days(-9), words="要高度重视。")
    )
    same = enter(county.officer).get(second.get_absolute_url()).context["same_paper"]
    assert [one.pk for one in same] == [third.pk, first.pk]
    page = enter(county.officer).get(second.get_absolute_url()).content.decode()
    assert page.index("要高度重视。") < page.index("请水利局牵头拿出方案")


def test_a_unit_reads_nothing_of_what_others_were_told_on_the_paper(county, enter):
    first, second = two_on_one_paper(county)
    for record in (first, second):
        instructing.approve(county.director, record, "分别办理。")
    page = enter(county.water_liaison).get(first.get_absolute_url()).content.decode()
    assert "同一来文" not in page
    assert "财政局" not in page
    assert second.matter.number not in page


# --- after it was given out -------------------------------------------------------------------------
def test_more_time_is_asked_before_the_due_time_only(county, enter, time_machine):
    record = county.instruction("running")
    part = county.part(record)
    time_machine.move_to(record.matter.due_at + timezone.timedelta(days=1))
    url = f"/assignments/{part.pk}/ask_extension/"
    values = {"text": "汛期", "progress": "六成", "until": str(in_days(20))}
    is_refused(enter(county.water_liaison), values, "已过时限", url)


def test_a_report_to_a_suspended_one_is_refused_with_the_reason_and_kept(county, enter):
    record = county.instruction("running")
    browser, url = enter(county.water_liaison), f"{record.get_absolute_url()}report/"
    old = form_of(browser.get(url)) | {"text": "写了很久的办结报告。"}
    instructing.suspend(county.director, record, "等待上级批复")
    answer = is_refused(browser, old, "等待上级批复", url)
    assert "写了很久的办结报告。" in answer.content.decode()


def test_a_favourable_word_wants_its_words(county, enter):
    record = county.instruction("reported")
    browser, url = enter(county.magistrate), f"{record.get_absolute_url()}note/"
    answer = is_refused(browser, form_of(browser.get(url)) | {"positive": "on"}, "写明原话", url)
    assert "checked" in answer.content.decode()


def test_a_new_word_that_only_wants_to_be_known_is_no_new_round(county, enter):
    record = county.instruction("reported", word=county.word(**CITY))
    browser, url = enter(county.officer), f"{record.get_absolute_url()}again/"
    shown = form_of(browser.get(url))
    answer = is_refused(browser, shown | {"words": "阅。", "meaning": "know"}, "请用“圈阅”", url)
    values = form_of(answer) | {"words": "再查一遍。", "meaning": "order"}
    assert browser.post(url, values).status_code == 302
    assert Instruction.objects.get().round.number == 2


def test_the_desk_finds_the_way_to_a_new_word_on_the_page(county, enter):
    city = county.instruction("reported", word=county.word(**CITY))
    here = county.instruction("reported")
    assert (
        f"/instructions/{city.pk}/again/"
        in enter(county.officer).get(city.get_absolute_url()).content.decode()
    )
    assert "/again/" not in enter(county.officer).get(here.get_absolute_url()).content.decode()


def test_a_file_of_a_round_is_on_its_page(county, enter):
    city = county.instruction("reported", word=county.word(**CITY))
    browser, url = enter(county.officer), f"{city.get_absolute_url()}again/"
    browser.post(url, form_of(browser.get(url)) | {"words": "再查一遍。", "files": photo()})
    assert "批示照片.png" in browser.get(city.get_absolute_url()).content.decode()


def test_a_new_word_that_a_colleague_registered_first_is_told_of_and_nothing_typed_is_lost(county, enter):
    city = county.instruction("reported", word=county.word(**CITY))
    browser, url = enter(county.officer), f"{city.get_absolute_url()}again/"
    values = form_of(browser.get(url)) | {"words": "再查一遍，一个不漏。"}
    instructing.again(county.colleague, city, county.word(**CITY, words="再查一遍。"))
    answer = is_refused(browser, values, "这件事有了变化", url)
    assert "再查一遍，一个不漏。" in answer.content.decode()
    assert "当前状态不能“新的批示”" in browser.get(url, follow=True).content.decode()


# --- typed and not sent -----------------------------------------------------------------------------
def test_what_was_typed_and_not_sent_waits_on_its_form(county, enter):
    browser = enter(county.officer)
    browser.post(NEW, form(words="写了一半", positive="on", draft="1"))
    shown = form_of(browser.get(NEW))
    assert (shown["words"], shown["leader_name"], shown["positive"]) == ("写了一半", "县长", "on")
    assert "words" in shown
    assert form_of(enter(county.colleague).get(NEW))["words"] == ""
    browser.post(NEW, shown | {"words": "写完了。"})
    assert not Draft.objects.exists()
    assert Instruction.objects.get().round.words == "写完了。"


def test_a_form_on_a_matter_has_a_draft_of_its_own(county, enter):
    matter = county.directive("running").matter
    browser = enter(county.officer)
    browser.post(f"{NEW}?about={matter.pk}", {"words": "写在事项上的", "draft": "1"})
    assert form_of(browser.get(NEW))["words"] == ""
    assert form_of(browser.get(f"{NEW}?about={matter.pk}"))["words"] == "写在事项上的"


def test_a_login_that_ended_loses_nothing_that_was_typed(county, enter):
    browser = enter(county.officer)
    shown = form_of(browser.get(NEW))
    browser.logout()
    answer = browser.post(NEW, shown | form(words="登录过期前写的"), follow=True)
    assert "登录" in answer.content.decode()
    browser.force_login(county.officer)
    assert form_of(browser.get(NEW))["words"] == "登录过期前写的"
    assert not Instruction.objects.exists()


# --- what the pages show ----------------------------------------------------------------------------
def test_who_proposes_and_who_approves_has_the_leaders_words_before_them(county, enter):
    record = county.instruction("registered")
    page = enter(county.officer).get(f"{record.get_absolute_url()}propose/").content.decode()
    assert record.round.words in page
    how = {"lead": county.water, "summary": "抓紧拿出方案。", "asked": "列出清单。", "due": in_days(9)}
    instructing.propose(county.officer, record, **how, opinion="拟由水利局牵头。")
    for url in (record.get_absolute_url(), f"{record.get_absolute_url()}approve/"):
        page = enter(county.director).get(url).content.decode()
        for words in (
            record.round.words,
            "摘要：抓紧拿出方案。",
            "列出清单。",
            "拟由水利局牵头。",
            f"{in_days(9)}（拟定）",
        ):
            assert words in page, (url, words)


def test_a_closed_one_tells_what_was_asked_and_not_what_was_said_beside_the_circle(county, enter):
    record = county.instruction("closed")
    found = enter(county.officer).get(record.get_absolute_url()).context["facts"]
    values = {one["label"]: one["value"] for one in found}
    assert values["批示要求"] == "批办，要求反馈"
    assert values["反馈领导"]


def test_the_step_of_a_unit_shows_it_what_it_was_given(county, enter):
    record = county.instruction("running")
    page = enter(county.water_liaison).get(f"{record.get_absolute_url()}report/").content.decode()
    assert "拿出方案，一周内报结果。" in page
    assert record.round.words not in page


def test_what_the_bureau_found_itself_is_before_who_judges_it(county, enter):
    record = county.instruction("reviewing", to=())
    for url in (record.get_absolute_url(), f"{record.get_absolute_url()}accept/"):
        page = enter(county.colleague).get(url).content.decode()
        assert "经现场核查，情况属实，已督促整改到位。" in page
    offered = enter(county.officer).get(record.get_absolute_url()).context["actions"]
    shut = {action["label"]: action["why_not"] for action in offered if action["why_not"]}
    assert shut == dict.fromkeys(["审核通过，呈报领导", "退回重办"], "须由提交人以外的人审核。")


def test_a_summary_is_called_one(county, enter):
    record = county.instruction("running")
    rounds = enter(county.water_liaison).get(record.get_absolute_url()).context["rounds"]
    assert [(one.shown, one.abridged) for one, _besides in rounds] == [("拿出方案，一周内报结果。", True)]
    rounds = enter(county.officer).get(record.get_absolute_url()).context["rounds"]
    assert [one.abridged for one, _besides in rounds] == [False]


def test_a_unit_is_not_shown_what_the_bureau_owes_while_it_prepares_the_next_round(county, enter):
    record = county.instruction("reported")
    instructing.again(county.magistrate, record, county.word(words="再查一遍。"))
    assert not enter(county.water_liaison).get(record.get_absolute_url()).context["duties"]
    assert enter(county.officer).get(record.get_absolute_url()).context["duties"]
