"""The preview of an import: everything can be mended, nothing is registered before all is settled."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from directives import rows
from directives.models import Directive, Intake, Source
from tests.house.papers import MINUTES, minutes, task_table
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
FIRST, SECOND = "加快推进农村供水", "修复水毁公路"


@pytest.fixture
def officer(county, enter, settings, tmp_path):
    settings.FILES_ROOT = tmp_path
    return enter(county.officer)


def upload(browser, content: bytes, name="纪要.docx"):
    return browser.post("/directives/import/", {"file": SimpleUploadedFile(name, content)}, follow=True)


def send(browser, do: str, **changes):
    """The newest intake's form with these changes, sent by this button."""
    url = f"/directives/import/{Intake.objects.first().pk}/"
    return browser.post(url, form_of(browser.get(url)) | changes | {"do": do}, follow=True)


def titles() -> list[str]:
    return [row["title"] for row in Intake.objects.first().rows]


def test_what_was_read_stands_beside_its_words_and_is_registered_as_it_is(officer):
    shown = upload(officer, minutes())
    assert [FIRST in title for title in titles()] == [True, False]
    assert "由县水利局牵头" in shown.content.decode()
    done = send(officer, "commit")
    assert done.redirect_chain[-1][0] == Source.objects.get().get_absolute_url()
    assert [one.lead.unit.short for one in Directive.objects.order_by("ordinal")] == [
        "县水利局",
        "县交通运输局",
    ]


def test_every_field_can_be_mended_and_is_kept(officer):
    upload(officer, minutes())
    mended = {
        "0-title": "改过的事项",
        "0-lead": "县财政局",
        "0-co": "",
        "0-due": "2027-01-31",
        "0-cadence": "monthly",
    }
    mended |= {"0-leader": "县长", "0-category": "民生", "0-remark": "重点", "0-passage": "原话"}
    send(officer, "save", **mended)
    assert {
        f"0-{name}": value for name, value in Intake.objects.get().rows[0].items()
    }.items() >= mended.items()
    send(officer, "commit")
    directive = Directive.objects.get(ordinal=1)
    assert (directive.lead.unit.short, str(directive.due), directive.cadence) == (
        "县财政局",
        "2027-01-31",
        "monthly",
    )


def test_the_number_of_an_item_is_read_and_settled_before_it_is_registered(officer):
    upload(officer, minutes(*(one.replace(FIRST, "建成农村供水管网100公里") for one in MINUTES)))
    assert Intake.objects.get().rows[0]["target"] == "100公里"
    refused = send(officer, "commit", **{"0-target": "若干"})
    assert "“目标值”“若干”没有读成数" in refused.content.decode()
    send(officer, "commit", **{"0-target": "≥80公里"})
    assert Directive.objects.get(ordinal=1).goal.target == 80
    assert not hasattr(Directive.objects.get(ordinal=2), "goal")


def test_quarters_of_a_task_table_become_stages_that_are_settled_first(officer):
    columns = ("序号", "目标任务", "一季度", "前三季度", "牵头单位", "完成时限")
    line = (1, "新建学校一所", "完成选址", "主体封顶", "县教育局", "12月底前")
    shown = upload(officer, task_table(line, columns=columns), name="任务分解表.xlsx")
    (row,) = Intake.objects.get().rows
    year = row["due"][:4]
    assert row["stages"] == f"{year}-03-31 完成选址\n{year}-09-30 主体封顶"
    assert row["stages"] in shown.content.decode()
    refused = send(officer, "commit", **{"0-stages": "尽快 完成选址"})
    assert "“阶段节点”第1行“尽快 完成选址”没有读出日期" in refused.content.decode()
    send(officer, "commit", **{"0-stages": row["stages"]})
    assert Directive.objects.get().stages == [[f"{year}-03-31", "完成选址"], [f"{year}-09-30", "主体封顶"]]


def test_items_are_merged_split_added_and_dropped(officer):
    upload(officer, minutes())
    send(officer, "merge-1")
    assert len(titles()) == 1
    assert FIRST in titles()[0]
    assert SECOND in titles()[0]
    send(officer, "split-0")
    assert len(titles()) == 2
    send(officer, "add-1")
    assert titles()[2] == ""
    send(officer, "drop-0")
    assert len(titles()) == 2
    assert not Source.objects.exists()


def test_a_mend_keeps_what_was_typed_meanwhile(officer):
    upload(officer, minutes())
    send(officer, "add-1", **{"0-title": "刚刚改的"})
    assert titles()[0] == "刚刚改的"


@pytest.mark.parametrize(
    "name, value, told",
    [
        ("0-lead", "", "请填写牵头单位"),
        ("0-lead", "、", "请填写牵头单位"),
        ("0-lead", "县水利局、县财政局", "牵头单位只能有一家"),
        ("0-lead", "县水里局", "没有叫“县水里局”的单位"),
        ("0-co", "人民法院", "不是政府督查的对象"),
        ("0-due", "2026-02-30", "不是一个存在的日期"),
        ("0-due", "9999-12-31", "不是一个存在的日期"),
        ("0-title", "", "请填写督查事项"),
        ("0-title", "长" * 4000, "督查事项最多500字，现有4000字"),
        ("0-leader", "长" * 61, "责任领导最多60字"),
        ("0-category", "长" * 61, "类别最多60字"),
        ("0-remark", "长" * 501, "备注最多500字"),
        ("0-cadence", "nonsense", "请重新选择报告周期"),
        ("head-title", "", "请填写来源的标题"),
        ("head-title", "长" * 201, "标题最多200字"),
        ("head-date", "2026-02-30", "来源的日期"),
        ("head-kind", "nonsense", "请选择来源的类别"),
        ("head-number", "长" * 41, "文号最多40字"),
    ],
)
def test_what_is_wrong_is_told_on_its_row_and_nothing_is_registered(officer, name, value, told):
    upload(officer, minutes())
    answer = send(officer, "commit", **{name: value})
    assert answer.status_code in (409, 422)
    assert told in answer.content.decode()
    assert (Source.objects.count(), Directive.objects.count()) == (0, 0)


def test_a_unit_named_twice_takes_part_once(officer):
    upload(officer, minutes())
    send(officer, "commit", **{"0-co": "县财政局、县财政局、县水利局"})
    directive = Directive.objects.get(ordinal=1)
    assert [part.unit.short for part in directive.co] == ["县财政局"]


def test_a_form_from_before_another_window_changed_the_rows_is_not_saved_over_it(officer):
    upload(officer, minutes())
    url = f"/directives/import/{Intake.objects.get().pk}/"
    old = form_of(officer.get(url))
    send(officer, "drop-1")
    answer = officer.post(url, old | {"0-title": "旧窗口", "do": "commit"})
    assert answer.status_code == 409
    assert "另一个窗口" in answer.content.decode()
    assert titles()[0] != "旧窗口"
    assert not Source.objects.exists()


def test_a_second_click_on_commit_registers_nothing_twice(officer):
    upload(officer, minutes())
    url = f"/directives/import/{Intake.objects.get().pk}/"
    form = form_of(officer.get(url)) | {"do": "commit"}
    answers = [officer.post(url, form) for _ in range(2)]
    assert answers[0].url == answers[1].url
    assert (Source.objects.count(), Directive.objects.count()) == (1, 2)


def test_the_same_file_twice_is_noticed_and_may_be_meant(officer):
    paper = minutes()
    upload(officer, paper)
    send(officer, "commit")
    assert "导入过" in upload(officer, paper).content.decode()
    assert send(officer, "commit").status_code == 409
    assert Source.objects.count() == 1
    send(officer, "commit", again="on")
    assert Source.objects.count() == 2


def test_an_import_can_be_given_up_and_fetched_back(officer):
    upload(officer, minutes())
    assert "恢复" in send(officer, "discard").content.decode()
    intake = Intake.objects.get()
    assert intake.discarded_at
    assert "还没有提交的导入" not in officer.get("/directives/import/").content.decode()
    officer.post(f"/directives/import/{intake.pk}/restore/")
    assert Intake.objects.get().discarded_at is None
    assert len(titles()) == 2


def test_anothers_import_is_absent(officer, county, enter):
    upload(officer, minutes())
    url = f"/directives/import/{Intake.objects.get().pk}/"
    for person in (county.colleague, county.director):
        assert enter(person).get(url).status_code == 404
        assert enter(person).post(url, {"do": "discard"}).status_code == 404


@pytest.mark.parametrize(
    "do", ["merge-0", "drop-9999", f"drop-{'9' * 5000}", "split--1", "nonsense", "", "drop-٣"]
)
def test_a_button_nobody_has_shown_only_saves(officer, do):
    upload(officer, minutes())
    assert send(officer, do).status_code == 200
    assert len(titles()) == 2


def test_nul_and_markup_in_every_field_are_kept_as_words(officer):
    upload(officer, minutes())
    hostile = "<script>alert(1)</script>\0=1+1"
    fields = ("title", "lead", "co", "due", "leader", "category", "remark", "passage")
    answer = send(officer, "save", **{f"0-{name}": hostile for name in fields}, **{"head-title": hostile})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
    assert Intake.objects.get().rows[0]["title"] == "<script>alert(1)</script>=1+1"


def test_the_largest_preview_can_be_sent_back(officer):
    upload(officer, minutes())
    intake = Intake.objects.get()
    intake.rows = intake.rows * 1000
    intake.save()
    words = {"title": "抓紧" * 40, "passage": "原文" * 40, "lead": "县水利局", "co": "县财政局"}
    form = {f"{place}-{name}": words.get(name, "") for place in range(2000) for name in rows.FIELDS}
    answer = officer.post(
        f"/directives/import/{intake.pk}/", form | {"version": intake.version, "do": "drop-1999"}
    )
    assert answer.status_code == 302
    assert len(titles()) == 1999


def test_what_nobody_sees_in_a_row_is_neither_kept_nor_counts_as_a_title(officer):
    upload(officer, minutes())
    send(officer, "save", **{"0-title": "修缮\u200b第三\u00ad小学\ufeff", "1-title": "\u200b\u202e"})
    assert titles() == ["修缮第三小学", ""]
    assert "请填写督查事项" in send(officer, "commit").content.decode()


def test_what_nobody_sees_in_a_paper_is_not_read(officer):
    torn = f"{FIRST[:4]}\u200b{FIRST[4:]}"
    upload(officer, minutes(*(line.replace(FIRST, torn) for line in MINUTES)))
    assert FIRST in titles()[0]
    assert "\u200b" not in Intake.objects.get().rows[0]["passage"]
