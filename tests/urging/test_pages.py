"""待发催办 and the papers, through the browser's door."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from bureau.matters.models import Attachment
from bureau.notices.models import Kind
from bureau.pages.once import token
from bureau.urging import actions
from bureau.urging.models import Urging, Waiver
from bureau.urging.tables import LEDGER, PaperTable
from tests.house.papers import picture
from tests.house.test_queries import cost
from tests.urging.lateness import LETTER, RED, SLIP, Late

pytestmark = pytest.mark.django_db
HOME = "/urging/"


def words(answer) -> str:
    return answer.content.decode()


def batch(browser, duties, kind=Kind.SLIP, **form):
    form = {"kind": kind, "id": [duty.pk for duty in duties], "once": token(), **form}
    return browser.post(HOME, form, follow=True)


def test_the_page_says_whom_what_how_late_and_why(late, enter):
    late.at(SLIP).slip()
    page = words(enter(late.at(LETTER).county.officer).get(HOME))
    for said in (
        "县水利局",
        late.directive.matter.title,
        "超 3 个工作日",
        "一般：逾期满3个工作日即为“督办函（黄牌）”",
        "时限说明",
        "时限由来文载明",
        "桃督催〔2026〕1号",
    ):
        assert said in page


def test_an_empty_page_says_what_to_do(county, enter):
    assert "现在没有要发的催办文书" in words(enter(county.officer).get(HOME))


def test_ticked_ones_are_issued_with_one_remark(county, friday, enter):
    lates = [Late(county, friday) for _ in range(3)]
    friday.move_to(SLIP, tick=False)
    answer = batch(enter(county.officer), [late.duty for late in lates[:2]], remark="请附佐证")
    assert "已发出2件：桃督催〔2026〕1号、桃督催〔2026〕2号" in words(answer)
    assert list(Urging.objects.values_list("remark", flat=True)) == ["请附佐证"] * 2
    assert "建议发出" in words(enter(county.officer).get(lates[2].directive.get_absolute_url()))


def test_the_same_form_sent_twice_issues_once(late, enter):
    late.at(SLIP)
    browser, form = enter(late.county.officer), {"once": token()}
    duty = late.duty
    batch(browser, [duty], **form)
    batch(browser, [duty], **form)
    assert Urging.objects.count() == 1


def test_of_a_batch_that_one_officer_was_faster_with_nothing_is_issued(county, friday, enter, monkeypatch):
    first, second = Late(county, friday), Late(county, friday)
    friday.move_to(SLIP, tick=False)
    real, done = actions.issue, []

    def faster(person, duty, *words):
        if not done and duty.pk == second.duty.pk:
            done.append(real(county.colleague, duty, Kind.SLIP))
        return real(person, duty, *words)

    monkeypatch.setattr(actions, "issue", faster)
    answer = batch(enter(county.officer), [first.duty, second.duty], remark="留着这句话")
    assert answer.status_code == 409
    assert "督查员乙已于11-25 10:00发出桃督催〔2026〕" in words(answer)
    assert "本批没有发出任何一件" in words(answer)
    assert "留着这句话" in words(answer)
    assert not Urging.objects.filter(issued_by=county.officer).exists()


FORGED = (
    {"kind": "nonsense"},
    {"kind": "\0"},
    {"kind": "red"},
    {"kind": "slip", "id": ["9" * 30, "-1", "x", "\0", ""]},
    {"kind": "slip", "id": [2**62]},
    {"kind": "slip", "remark": "字" * 1001},
    {"kind": "slip", "remark": "\0"},
    {"kind": "slip", "once": "\0"},
)


def test_whatever_is_forged_issues_nothing(late, enter):
    browser = enter(late.at(SLIP).county.officer)
    for form in FORGED:
        assert browser.post(HOME, {"id": [], **form}, follow=True).status_code in (200, 409)
    assert Urging.objects.count() == 0


def test_nothing_ticked_is_said_and_the_remark_stays(late, enter):
    answer = batch(enter(late.at(SLIP).county.officer), [], remark="留着这句话")
    assert answer.status_code == 409
    assert "请至少勾选一件再发出。" in words(answer)
    assert "留着这句话" in words(answer)


def test_what_was_the_last_of_its_kind_is_told_of_too(late, enter):
    late.at(SLIP)
    browser, duty = enter(late.county.officer), late.duty
    late.slip()
    assert "请至少勾选一件再发出。" in words(batch(browser, [duty]))


def test_anothers_duty_in_a_batch_is_nobodys(county, friday, enter):
    sealed, own = Late(county, friday, secrecy="sealed"), Late(county, friday)
    friday.move_to(SLIP, tick=False)
    batch(enter(county.colleague), [sealed.duty, own.duty])
    assert [paper.matter_id for paper in Urging.objects.all()] == [own.directive.pk]


def test_one_is_issued_by_itself_and_its_page_follows(late, enter):
    late.at(SLIP)
    browser, url = enter(late.county.officer), reverse("urging:issue", args=[late.duty.pk, "slip"])
    page = words(browser.get(url))
    assert "回复时限" in page
    assert "2026-11-27 23:59" in page
    answer = browser.post(url, {"remark": "请说明原因", "once": token()}, follow=True)
    assert answer.redirect_chain[-1][0] == Urging.objects.get().get_absolute_url()
    assert "具体要求：请说明原因" in words(answer)


def test_a_red_card_asks_for_time_and_place_and_keeps_what_was_typed(late, enter):
    late.at(RED)
    browser, url = enter(late.county.director), reverse("urging:issue", args=[late.duty.pk, "red"])
    for wrong in ("", "2026-13-45T99:00", "9999-12-31T23:59", "0001-01-01T00:00", "\0", "2026-12-01T10:00"):
        answer = browser.post(url, {"talk_at": wrong, "talk_place": "会议室", "remark": "带上数据"})
        assert answer.status_code in (200, 409)
        assert "约谈时间" in words(answer)
        assert "带上数据" in words(answer)
        assert "会议室" in words(answer)
    answer = browser.post(url, {"talk_at": "2026-12-04T15:00", "talk_place": "会议室"}, follow=True)
    assert "2026-12-04 15:00，会议室" in words(answer)


def test_an_officer_is_told_that_a_red_card_is_a_leaders(late, enter):
    late.at(RED)
    browser = enter(late.county.officer)
    assert "红牌并约谈由局领导发出。" in words(browser.get(HOME))
    url = reverse("urging:issue", args=[late.duty.pk, "red"])
    answer = browser.post(url, {"talk_at": "2026-12-04T15:00", "talk_place": "会议室"})
    assert answer.status_code == 409
    assert "由局领导发出" in words(answer)
    assert Urging.objects.count() == 0


def test_what_is_gone_leads_back_with_a_word(late, enter):
    late.at(SLIP)
    browser, duty = enter(late.county.officer), late.duty
    late.slip()
    answer = browser.get(reverse("urging:issue", args=[duty.pk, "slip"]), follow=True)
    assert "不再建议发出" in words(answer)


@pytest.mark.parametrize("kind", ["late", "remind", "nonsense"])
def test_no_other_kind_has_a_door(late, enter, kind):
    late.at(SLIP)
    assert (
        enter(late.county.officer).get(reverse("urging:issue", args=[late.duty.pk, kind])).status_code == 404
    )


def test_not_now_needs_a_reason(late, enter):
    late.at(SLIP)
    browser, url = enter(late.county.officer), reverse("urging:waive", args=[late.duty.pk, "slip"])
    assert "理由" in words(browser.post(url, {"reason": " "}))
    assert "暂缓发出" in words(browser.post(url, {"reason": "已电话说明", "once": token()}, follow=True))
    assert Waiver.objects.get().reason == "已电话说明"


def test_the_unit_reads_and_answers_with_a_file(late, enter):
    paper = late.at(SLIP).slip()
    browser = enter(late.county.water_liaison)
    home = words(browser.get("/"))
    assert paper.number in home
    assert "前书面回复" in home
    assert "2026〕1号" in words(browser.get(late.directive.get_absolute_url()))
    url = reverse("urging:step", args=[paper.pk, "answer"])
    assert "请抓紧办理" in words(browser.get(url))
    back = paper.get_absolute_url()
    form = {
        "text": "下周三完成",
        "files": ContentFile(picture(), name="现场.png"),
        "once": token(),
        "back": back,
    }
    answer = browser.post(url, form, follow=True)
    assert "下周三完成" in words(answer)
    assert "已回复" in words(answer)
    file = Attachment.objects.get()
    assert file.name in words(answer)
    assert enter(late.county.officer).get(file.get_absolute_url()).status_code == 200
    assert "前书面回复" not in words(browser.get("/"))


def test_the_leads_paper_is_absent_for_a_co_unit_and_the_lead_reads_what_a_co_unit_was_asked(
    county, friday, enter
):
    late = Late(county, friday, to=[county.water, county.roads])
    friday.move_to(SLIP, tick=False)
    part = late.directive.matter.duties.get(step="part")
    of_roads, of_water = actions.issue(county.officer, part, Kind.SLIP), late.slip()
    for person, own, other, seen in (
        (county.roads_liaison, of_roads, of_water, False),
        (county.water_liaison, of_water, of_roads, True),
    ):
        browser = enter(person)
        assert browser.get(own.get_absolute_url()).status_code == 200
        assert browser.get(other.get_absolute_url()).status_code == (200 if seen else 404)
        assert browser.get(reverse("urging:printed", args=[other.pk])).status_code == (200 if seen else 404)
        answered = browser.post(reverse("urging:step", args=[other.pk, "answer"]), {"text": "代答"})
        assert answered.status_code == (409 if seen else 404)
        listed = words(browser.get("/urging/papers/"))
        assert own.number in listed
        assert (other.number in listed) is seen
    assert not Urging.objects.filter(state="answered").exists()


def test_what_a_co_unit_sees_owed_tells_nothing_of_a_paper_to_another(county, friday, enter):
    late = Late(county, friday, to=[county.water, county.roads])
    friday.move_to(SLIP, tick=False)
    late.slip()
    readers = (county.officer, county.vice, county.water_liaison, county.roads_liaison)
    pages = [words(enter(one).get(late.directive.get_absolute_url())) for one in readers]
    assert ["回复催办文书" in page for page in pages] == [True, True, True, False]
    assert all("办结" in page for page in pages)


def test_what_the_desk_decided_against_is_not_for_the_unit(late, enter):
    late.at(SLIP)
    actions.waive(late.county.officer, late.duty, Kind.SLIP, "已电话说明")
    for person, reads in ((late.county.officer, True), (late.county.water_liaison, False)):
        page = words(enter(person).get(late.directive.get_absolute_url()))
        assert ("已电话说明" in page) is reads
        assert "建议发出" not in page or person == late.county.officer


def test_papers_that_wait_for_an_answer_come_first(county, friday, enter):
    lates = [Late(county, friday) for _ in range(2)]
    friday.move_to(SLIP, tick=False)
    waiting, answered = (late.slip() for late in lates)
    actions.answer(county.water_liaison, answered, "已经整改。")
    rows = enter(county.officer).get(reverse("urging:list")).context["table"].rows
    assert [row.record for row in rows] == [waiting, answered]


def test_proposals_on_the_matters_page_are_for_the_desk(late, enter):
    late.at(SLIP)
    url = late.directive.get_absolute_url()
    assert "建议发出催办单" in words(enter(late.county.officer).get(url))
    for name in ("water_liaison", "magistrate", "vice"):
        assert "建议发出催办单" not in words(enter(late.county.cast[name]).get(url))


def test_a_withdrawn_paper_says_so_where_it_is_read(late, enter):
    paper = late.at(SLIP).slip()
    url = reverse("urging:step", args=[paper.pk, "withdraw"])
    answer = enter(late.county.director).post(url, {"reason": "发错单位"}, follow=True)
    assert "文号作废" in words(answer)
    assert "已撤回：发错单位" in words(enter(late.county.water_liaison).get(paper.get_absolute_url()))


ASKED = {
    "q=催〔2026〕1": True,
    "q=催(2026)1": True,
    "q=催【2026】1号": True,
    "q=催第1号": True,
    "q=催2026-1": True,
    "q=函第1号": False,
    "q=催%E2%80%8B〔2026〕1": True,
    "q=水库": True,
    "q=没有的词": False,
    "unit=县水利局": True,
    "unit=sl": True,
    "unit=县财政局": False,
    "kind=slip": True,
    "kind=red": False,
    "state=issued": True,
    "state=standing": True,
    "state=withdrawn": False,
    "reply=none": False,
    "reply=in_time": False,
    "issued_min=2026-11-25&issued_max=2026-11-25": True,
    "issued_min=2026-11-26": False,
}
ODD = ("q=%00", "unit=%00", "kind=x", "state=%00", "reply=x", "issued_min=x", "sort=nonsense", "page=9999")


def test_the_list_is_asked(late, enter):
    paper, browser = late.at(SLIP).slip(), enter(late.county.officer)
    found = {asked: paper.number in words(browser.get(f"/urging/papers/?{asked}")) for asked in ASKED}
    assert found == ASKED


def test_odd_conditions_are_answered(late, enter):
    late.at(SLIP).slip()
    browser = enter(late.county.officer)
    assert {browser.get(f"/urging/papers/?{asked}").status_code for asked in ODD} == {200}


def test_the_list_is_given_as_excel(late, enter):
    paper = late.at(SLIP).slip()
    rows = list(PaperTable([paper], lights=None, request=None).ledger_rows())
    labels = dict(zip([label for _key, label in LEDGER], rows[0], strict=True))
    assert (labels["文号"], labels["单位"], labels["逾期的步骤"]) == ("桃督催〔2026〕1号", "县水利局", "办结")
    assert enter(late.county.officer).get("/urging/papers/?export=xlsx").status_code in (200, 302)


def test_more_papers_cost_no_more_queries(county, friday, enter):
    lates = [Late(county, friday) for _ in range(3)]
    friday.move_to(SLIP, tick=False)
    browser = enter(county.officer)
    urls = [HOME, "/urging/papers/", "/urging/units/", f"/urging/units/{county.water.pk}/", "/"]
    lates[0].slip()
    few = {url: cost(browser, url) for url in urls}
    lates += [Late(county, friday) for _ in range(5)]
    for late in lates[1:5]:
        late.slip()
    assert {url: cost(browser, url) for url in urls} == few


def test_the_day_of_the_paper_is_the_countys(late):
    paper = late.at("2026-11-25T23:30:00+08:00").slip()
    assert f"{timezone.localtime(paper.issued_at):%m-%d}" == "11-25"
