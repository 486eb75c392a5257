"""Words that are handed out tell nobody who complained: refused beside the field, let out by who has looked, with a line."""

import pytest
from django.urls import reverse

import reports.actions as bulletins
from bureau.matters.models import Link
from bureau.urging.models import Urging
from bureau.vault import checking, opening
from bureau.vault.models import Identity, Line
from bureau.vault.particulars import Particulars
from reports.models import Bulletin
from tests.county import in_days
from tests.house.scene import owed
from tests.pages.posting import form_of
from tests.vault.registering import Register

pytestmark = pytest.mark.django_db
WHO = Particulars(name="王强", phone="0000-1234567", enterprise="红岩竹业有限公司")
BY_CHANCE, CERTAIN = "县领导已往下传达，王强调落实。", "请回复0000 1234567。"


@pytest.fixture
def late(county):
    """A matter whose unit is late, on which is kept who complained."""
    late = county.directive("running", to=[county.water], due=in_days(-30))
    opening.keep(county.officer, late.matter, WHO)
    return late


@pytest.fixture
def issue(county, enter, late):
    """The page of a paper of urging: what it answers to a remark."""
    browser, url = enter(county.officer), reverse("urging:issue", args=[owed(late, "report").pk, "slip"])

    def send(remark, **more):
        return browser.post(url, form_of(browser.get(url)) | {"remark": remark, **more})

    return send


def words(answer) -> str:
    return answer.content.decode()


def offered(answer) -> dict:
    """What travels with the tick, which stands there not ticked."""
    form = form_of(answer)
    assert "cleared" not in form
    return {"cleared_what": form["cleared_what"]}


def test_what_tells_nobody_goes_out(issue):
    assert issue("请于十日内办结。").status_code == 302
    assert not Line.objects.exists()


def test_what_tells_is_refused_beside_its_field_in_words_that_do_not_tell(issue):
    answer = issue(f"{CERTAIN}红岩竹业反映")
    assert answer.status_code == 409
    assert "文中出现投诉人的电话、企业名称，请改写。" in answer.context["form"].errors["remark"]
    assert "1234567" not in str(answer.context["form"].errors)
    assert not Urging.objects.exists()


def test_what_cannot_be_chance_is_let_out_by_no_tick(issue):
    answer = issue(CERTAIN)
    assert "已核对" not in words(answer)
    assert issue(CERTAIN, cleared="on", cleared_what="forged").status_code == 409


def test_what_may_be_chance_is_let_out_by_a_tick_with_a_line(county, late, issue):
    answer = issue(BY_CHANCE)
    assert (answer.status_code, "已核对，不是投诉人信息" in words(answer)) == (409, True)
    assert issue(BY_CHANCE, **offered(answer)).status_code == 409  # not ticked
    assert issue(BY_CHANCE, **offered(answer), cleared="on").status_code == 302
    line = Line.objects.get()
    told = (line.kind, line.person, line.matter, line.why)
    assert told == ("clearance", county.officer, late.matter, "已核对，不是投诉人信息：姓名")
    assert Urging.objects.get().remark == BY_CHANCE


def test_a_tick_counts_for_those_words_alone(issue):
    ticket = offered(issue(BY_CHANCE))
    again = issue(f"{BY_CHANCE}投诉人是王强。", **ticket, cleared="on")
    assert (again.status_code, "cleared" in form_of(again)) == (409, False)
    assert not Line.objects.exists()


def test_a_tick_of_somebody_else_counts_nothing(county, late, issue):
    hits = checking.hits(opening.kept_on(late.matter), {"remark": BY_CHANCE})
    ticket = checking.ticket(county.colleague, hits)
    assert issue(BY_CHANCE, cleared="on", cleared_what=ticket).status_code == 409


def test_many_papers_at_once_are_refused_as_one(county, enter, late):
    browser, url = enter(county.officer), reverse("urging:home")
    form = form_of(browser.get(url)) | {"kind": "slip", "id": owed(late, "report").pk, "remark": BY_CHANCE}
    answer = browser.post(url, form)
    assert (answer.status_code, "出现投诉人的姓名" in words(answer)) == (409, True)
    assert not Urging.objects.exists()


@pytest.fixture
def bulletin(county, late) -> Bulletin:
    return bulletins.draft_from_source(county.officer, county.source)


def rewrite(county, bulletin, body) -> None:
    text = {
        "title": bulletin.title,
        "body": body,
        "copies": 1,
        "report_to": "",
        "send_to": "",
        "issue_to": "",
    }
    bulletins.edit(county.officer, bulletin, text, {})
    bulletin.refresh_from_db()


def test_a_bulletin_about_the_matter_goes_no_step_further_while_it_tells(county, enter, bulletin):
    rewrite(county, bulletin, "红岩竹业有限公司反映的问题已经解决。")
    browser, url = enter(county.officer), reverse("reports:step", args=[bulletin.pk, "submit"])
    answer = browser.post(url, form_of(browser.get(url)))
    assert answer.status_code == 409
    assert "“正文”：文中出现投诉人的企业名称，请改写。" in words(answer)


def test_what_was_let_out_of_a_bulletin_is_not_asked_about_when_it_is_signed(county, enter, bulletin):
    rewrite(county, bulletin, "会议由王强调度。")
    browser, url = enter(county.officer), reverse("reports:step", args=[bulletin.pk, "submit"])
    ticket = offered(browser.post(url, form_of(browser.get(url))))
    answer = browser.post(url, form_of(browser.get(url)) | ticket | {"cleared": "on"})
    assert answer.status_code == 302
    bulletins.check(county.colleague, bulletin)
    bulletins.sign(county.director, bulletin)
    assert Line.objects.get().person == county.officer


def test_a_bulletin_that_tells_is_not_signed(county, bulletin):
    bulletins.submit(county.officer, bulletin)
    bulletins.check(county.colleague, bulletin)
    quote = bulletin.quotes.get()
    opening.keep(county.officer, quote.matter, Particulars(enterprise=quote.title[:6]))
    with pytest.raises(checking.Told, match="引用事项"):
        bulletins.sign(county.director, bulletin)


def test_what_arose_from_a_complaint_does_not_tell_who_complained_nor_the_other_way(county, late):
    special = county.directive("draft").matter
    assert opening.told_by(special, CERTAIN) == []
    Link.objects.create(source=special, target=late.matter, why=Link.Why.ARISES)
    opening.keep(county.officer, special, Particulars(licence="91TX0000MA0000001X"))
    with pytest.raises(checking.Told):
        checking.require_untold([special], {"正文": CERTAIN})
    assert opening.told_by(late.matter, "信用代码91TX0000MA0000001X") == ["信用代码"]


# --- registered together with who said it -------------------------------------------------------------
@pytest.fixture
def register(county, enter, monkeypatch):
    """A new page: what it answers to a summary and a name."""
    monkeypatch.setattr(Register, "made", lambda self: county.directive("draft").matter)
    browser = enter(county.officer)

    def send(summary, **more):
        return browser.post("/register/", {"summary": summary, "name": "王强", **more})

    return send


@pytest.mark.urls("tests.vault.registering")
def test_what_is_registered_with_its_complainant_is_looked_at_before(register):
    assert register("村口设卡收费").status_code == 302
    answer = register("村民王强反映村口设卡收费")
    assert (answer.status_code, "文中出现投诉人的姓名" in words(answer)) == (409, True)


@pytest.mark.urls("tests.vault.registering")
def test_what_is_let_out_there_leaves_its_line_on_the_new_matter(register):
    ticket = offered(register(BY_CHANCE))
    assert register(BY_CHANCE, **ticket, cleared="on").status_code == 302
    assert Line.objects.get().matter == Identity.objects.get().matter
