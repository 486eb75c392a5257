"""What waits for a leader, and for nobody else."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

import instructions.actions as instructing
from bureau.matters.models import Reply
from bureau.matters.parts import assignments, replies
from tests.county import in_days
from tests.deputies import SPOKEN, secretary
from tests.house.test_queries import cost
from tests.leading.issuing import issued
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
HOME = reverse("leading:home")


def test_a_leader_comes_home_to_what_waits_and_finds_the_desk_beside_it(county, enter):
    browser = enter(county.magistrate)
    assert browser.get("/").url == HOME
    page = browser.get(HOME).content.decode()
    assert "都已阅批" in page
    assert 'href="/desk/"' in page
    assert browser.get("/desk/").status_code == 200


@pytest.mark.parametrize("name", ["officer", "director", "water_liaison", "stranger", "system", "audit"])
def test_for_whoever_leads_nothing_there_is_no_such_page(county, enter, name):
    assert enter(county.cast[name]).get(HOME).status_code == 404
    assert enter(county.cast[name]).get("/").status_code == 200


def test_a_plea_for_more_time_is_granted_in_two_taps(county, enter):
    plea = plead(county, "修塘")
    browser = enter(county.vice)
    page = browser.get(HOME)
    (decision,) = page.context["decisions"]
    assert "汛期推迟" in page.content.decode()
    asked = browser.get(decision.yes)
    assert f'value="{in_days(50)}"' in asked.content.decode()
    form = {"until": str(in_days(50)), "remark": "", "back": HOME}
    assert browser.post(decision.yes, form).url == HOME
    plea.refresh_from_db()
    assert plea.state == "accepted"
    assert not browser.get(HOME).context["decisions"]


def plead(county, title) -> Reply:
    """The lead asks a second time, which a county leader decides."""
    part = county.part(county.directive("running", to=[county.water], title=title))
    for days in (40, 50):
        assignments.ask_extension(county.water_liaison, part, "汛期推迟", "已完成六成", in_days(days))
        plea = Reply.objects.latest("pk")
        if days == 40:
            replies.grant_extension(county.director, plea, in_days(days))
    return plea


DECIDING = reverse("leading:deciding")


def test_several_pleas_are_granted_in_one_sitting_and_one_that_cannot_be_says_why(county, enter):
    first, second, third = (plead(county, title) for title in ("修塘", "修渠", "修路"))
    browser = enter(county.vice)
    assert "一并审批" in browser.get(HOME).content.decode()
    page = browser.get(DECIDING)
    assert page.content.decode().count("checked>") == 3
    assert page.content.decode().count("refuse_extension") == 3
    replies.refuse_extension(county.vice, second, "抓紧办理")
    hidden = {name: value for name, value in form_of(page).items() if name != "id"}
    answer = browser.post(DECIDING, hidden | {"id": [first.pk, second.pk]}, follow=True).content.decode()
    assert "已同意1件" in answer
    assert "另有1件已经不在待审批之列" in answer
    assert [Reply.objects.get(pk=one.pk).state for one in (first, second, third)] == [
        "accepted",
        "returned",
        "sent",
    ]
    assert "一并审批" not in browser.get(HOME).content.decode()


def test_a_plea_that_changed_since_the_page_was_opened_is_not_granted_and_the_others_are(county, enter):
    first, second = (plead(county, title) for title in ("修塘", "修渠"))
    browser = enter(county.vice)
    form = form_of(browser.get(DECIDING)) | {"id": [first.pk, second.pk]}
    form[f"seen-{second.pk}"] = "sent-0"
    answer = browser.post(DECIDING, form, follow=True).content.decode()
    assert "已同意1件" in answer
    assert f"{second.matter}没有同意：" in answer
    assert Reply.objects.get(pk=second.pk).state == "sent"


def test_a_secretary_grants_several_on_the_leaders_word(county, enter):
    pleas = [plead(county, title) for title in ("修塘", "修渠")]
    secretary(county, county.vice, county.stranger)
    url = f"{DECIDING}?for={county.vice.pk}"
    browser = enter(county.stranger)
    form = form_of(browser.get(url)) | {"id": [one.pk for one in pleas]}
    assert "依据" in browser.post(url, form).content.decode()
    browser.post(url, form_of(browser.get(url)) | {"id": [one.pk for one in pleas]} | SPOKEN)
    assert {Reply.objects.get(pk=one.pk).state for one in pleas} == {"accepted"}


def test_a_leader_sees_what_is_overdue_at_the_bureau_itself_and_who_has_it(county, enter, time_machine):
    county.instruction("proposed")
    given = county.instruction("dispatched")
    browser, mine = enter(county.magistrate), reverse("leading:mine")
    assert "督查局逾期" not in browser.get(mine).content.decode()
    time_machine.move_to(timezone.now() + timezone.timedelta(days=10))
    browser = enter(county.magistrate)
    page = browser.get(mine)
    late, running = (card for card in sorted(page.context["cards"], key=lambda card: card.behind is None))
    assert (late.behind.holder_words, late.behind.get_step_display()) == ("局领导", "审定")
    assert running.record == given
    said = re.sub(r"\s+|<[^>]+>", "", page.content.decode())
    assert re.search(r"督查局逾期局领导应于\d+月\d+日\d\d:\d\d前审定，超\d+个工作日。", said)
    only = browser.get(mine, {"state": "behind"})
    assert [card.record for card in only.context["cards"]] == [late.record]
    assert only.context["total"] == 2


def test_a_word_that_was_taken_back_is_not_among_the_latest_and_stays_among_all(county, enter):
    about, plan = instructing.OnPaper("关于内涝的报告"), instructing.Plan(county.water)
    record = instructing.instruct(county.magistrate, county.word(), about, plan)
    browser = enter(county.magistrate)
    assert [card.record for card in browser.get(HOME).context["mine"]] == [record]
    instructing.withdraw(county.magistrate, record)
    assert not browser.get(HOME).context["mine"]
    assert [card.record for card in browser.get(reverse("leading:mine")).context["cards"]] == [record]


def test_in_a_list_who_signed_stands_in_one_line(county, enter):
    county.instruction("running", to=[county.water, county.roads])
    browser = enter(county.magistrate)
    assert "均已签收" in browser.get(HOME).content.decode()
    county.instruction("dispatched", to=[county.water])
    assert browser.get(HOME).content.decode().count("均已签收") == 1


def test_an_answer_waits_until_the_leader_has_said_a_word(county, enter):
    record = county.instruction("reported", to=[county.water, county.roads])
    browser = enter(county.magistrate)
    page = browser.get(HOME).content.decode()
    assert "方案已经印发" in page
    assert record.paper.title in page
    instructing.note(county.magistrate, record)
    assert not browser.get(HOME).context["unanswered"]


def test_what_is_late_in_ones_charge_comes_first(county, enter):
    late = county.directive("running", to=[county.water], due=in_days(-9), title="早该办完的一件")
    soon = county.directive("running", to=[county.water], due=in_days(1), title="快到期的一件")
    county.directive("running", to=[county.water], due=in_days(60), title="不急的一件")
    county.directive("running", to=[county.roads], due=in_days(-9), title="别人分管的一件")
    shown = enter(county.vice).get(HOME).context["hurrying"]
    assert [matter.pk for matter in shown] == [late.pk, soon.pk]


def test_a_secretary_sees_what_waits_in_the_leaders_name(county, enter):
    secretary(county, county.magistrate, county.stranger)
    county.instruction("reported")
    sealed = county.instruction("reviewing", to=(), secrecy="sealed")
    instructing.accept(county.director, sealed)
    instructing.present(sealed, "督查专报2026年第2期", timezone.now())
    assert len(enter(county.magistrate).get(HOME).context["unanswered"]) == 2
    browser = enter(county.stranger)
    assert browser.get(HOME).status_code == 404
    page = browser.get(f"{HOME}?for={county.magistrate.pk}")
    assert len(page.context["unanswered"]) == 1
    assert f"?for={county.magistrate.pk}" in page.content.decode()
    assert browser.get(f"{HOME}?for={county.vice.pk}").status_code == 404


def test_a_secretary_who_enters_the_circle_comes_back_to_the_leaders_cards(county, enter):
    secretary(county, county.magistrate, county.stranger)
    record, name = county.instruction("reported"), f"?for={county.magistrate.pk}"
    browser = enter(county.stranger)
    page = browser.get(reverse("leading:card", args=[record.pk]) + name).content.decode()
    (step,) = re.findall(r'href="(/instructions/\d+/note/[^"]+)"', page)
    url = unescape(step)
    answer = browser.post(url, form_of(browser.get(url)) | SPOKEN)
    assert answer.url == HOME + name
    assert browser.get(answer.url).status_code == 200


def test_more_of_everything_costs_no_more(county, enter):
    browser = enter(county.magistrate)

    def more(times):
        for _ in range(times):
            county.instruction("reported", to=[county.water, county.roads])
            county.instruction("running", to=[county.water, county.roads])
            county.directive("running", to=[county.water], due=in_days(-5))

    more(2)
    urls = [HOME, reverse("leading:mine"), reverse("leading:instruct")]
    few = {url: cost(browser, url) for url in urls}
    more(6)
    assert {url: cost(browser, url) for url in urls} == few


@pytest.mark.slow
@pytest.mark.usefixtures("faces")
def test_more_reports_and_answers_cost_no_more(county, enter):
    browser, record = enter(county.magistrate), county.instruction("running", to=[county.water, county.roads])

    def more(times):
        for _ in range(times):
            assignments.reply(county.water_liaison, county.part(record), "又有进展", 20)
            issued(county, county.instruction("accepted", to=[county.water, county.roads]))

    more(2)
    urls = [HOME, reverse("leading:card", args=[record.pk])]
    few = {url: cost(browser, url) for url in urls}
    more(3)
    assert {url: cost(browser, url) for url in urls} == few
