"""Pages of the vault: every door for who may open it, for the colleague, for the stranger; shown once, never silently."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.access.recusals import recuse
from bureau.vault import opening
from bureau.vault.models import Identity, Line, Permit
from tests.house.papers import picture
from tests.house.scene import sealed
from tests.pages.posting import form_of
from tests.vault.planted import WHO

pytestmark = pytest.mark.django_db
MAY = ["colleague", "officer", "director", "deputy"]
MAY_NOT = ["roads_liaison", "water_liaison", "stranger", "magistrate", "vice", "system", "security", "audit"]


@pytest.fixture
def identity(county, matter) -> Identity:
    """The colleague received it, with a letter; the matter is the officer's."""
    return opening.keep(county.colleague, matter, WHO, [sealed(picture(), "来信.png")])


@pytest.fixture
def url(identity) -> str:
    return reverse("vault:open", args=[identity.key])


@pytest.fixture
def letter(identity) -> str:
    return reverse("vault:letter", args=[identity.scans.get().key])


def ask(browser, url, why="回访"):
    return browser.post(url, form_of(browser.get(url)) | {"why": why})


def shows(answer) -> bool:
    words = answer.content.decode()
    return all(known in words for known in (WHO.name, WHO.phone, WHO.address, WHO.enterprise, WHO.licence))


# --- who ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", MAY)
def test_who_may_sees_who_it_is_once_and_leaves_a_line(county, enter, url, name):
    browser = enter(county.cast[name])
    question = browser.get(url)
    assert WHO.name not in question.content.decode()
    assert not Line.objects.exists()
    answer = ask(browser, url)
    assert (answer.status_code, shows(answer)) == (200, True)
    assert {"no-store", "private"} <= set(answer.headers["Cache-Control"].split(", "))
    line = Line.objects.get()
    assert (line.kind, line.person, line.why) == ("look", county.cast[name], "回访")


@pytest.mark.parametrize("name", MAY_NOT)
def test_for_everybody_else_no_door_exists(county, enter, identity, url, letter, name):
    browser = enter(county.cast[name])
    permits = reverse("vault:permits", args=[identity.matter_id])
    for door in (url, letter, f"{url}correct/", permits):
        assert browser.get(door).status_code == 404
        assert browser.post(door, {"why": "看看"}).status_code == 404
    assert not Line.objects.exists()


def test_who_is_not_logged_in_is_led_to_the_login(enter, url):
    assert enter(None).get(url).url.startswith("/login/")


def test_what_does_not_exist_answers_alike(county, enter):
    nowhere = "/vault/00000000-0000-0000-0000-000000000000/"
    assert enter(county.director).get(nowhere).status_code == 404


# --- once ---------------------------------------------------------------------------------------------
def test_a_page_that_is_loaded_again_asks_again(county, enter, url):
    browser = enter(county.officer)
    sent = form_of(browser.get(url)) | {"why": "回访"}
    assert shows(browser.post(url, sent))
    again = browser.post(url, sent, follow=True)
    assert again.redirect_chain == [(url, 302)]
    assert not shows(again)
    assert Line.objects.count() == 1


def test_to_look_again_for_the_same_reason_is_another_look(county, enter, url):
    browser = enter(county.officer)
    assert shows(ask(browser, url))
    assert shows(ask(browser, url))
    assert Line.objects.count() == 2


@pytest.mark.parametrize("why", ["", "  ", "长" * 201])
def test_without_a_reason_nothing_is_shown(county, enter, url, why):
    answer = ask(enter(county.officer), url, why)
    assert "事由" in answer.content.decode()
    assert not shows(answer)
    assert not Line.objects.exists()


def test_the_page_is_not_printed_and_says_so(county, enter, url):
    words = ask(enter(county.officer), url).content.decode()
    assert "不得打印" in words.partition('class="printed-instead"')[2]
    assert WHO.name in words.partition('class="unprinted')[2]


def test_the_code_is_shown_to_nobody(county, enter, url):
    assert WHO.code not in ask(enter(county.officer), url).content.decode()


# --- letters --------------------------------------------------------------------------------------------
def test_each_letter_is_a_look_of_its_own(county, enter, url, letter):
    browser = enter(county.officer)
    opened = ask(browser, url)
    assert "来信.png" in opened.content.decode()
    answer = browser.post(letter, form_of(opened, letter))
    assert "data:image/jpeg;base64," in answer.content.decode()
    assert [line.kind for line in Line.objects.order_by("pk")] == ["look", "scan"]
    assert browser.post(letter, form_of(opened, letter)).status_code == 302  # and is not shown again


def test_a_letter_that_is_gone_says_so_and_leaves_no_line(county, enter, letter, settings, tmp_path):
    settings.FILES_ROOT = tmp_path
    answer = ask(enter(county.officer), letter)
    assert (answer.status_code, "从备份中找回" in answer.content.decode()) == (409, True)
    assert not Line.objects.exists()


# --- put right --------------------------------------------------------------------------------------------
@pytest.fixture
def correct(url) -> str:
    return f"{url}correct/"


def test_what_was_heard_wrongly_is_put_right_and_stays_behind(county, enter, identity, url, correct):
    browser = enter(county.officer)
    page = browser.get(correct)
    assert WHO.name not in page.content.decode()
    sent = form_of(page) | {"phone": "0000-7654321", "emptied": ["address"], "why": "听错一个号码"}
    assert browser.post(correct, sent).status_code == 302
    line = Line.objects.get()
    assert (line.kind, line.why) == ("correction", "听错一个号码")
    words = ask(browser, url).content.decode()
    now, before = words.split("改正以前")
    assert "0000-7654321" in now
    assert "红岩村三组" not in now
    assert WHO.phone in before
    assert opening.told_by(identity.matter, WHO.phone, "0000-7654321") == ["电话"]


@pytest.mark.parametrize(
    ("changes", "told"), [({}, "没有要改的内容"), ({"phone": "0000-1"}, "请填写改正的理由")]
)
def test_to_put_right_needs_something_and_a_reason(county, enter, identity, correct, changes, told):
    browser = enter(county.officer)
    why = {} if changes else {"why": "核对过"}
    answer = browser.post(correct, form_of(browser.get(correct)) | changes | why)
    assert told in answer.content.decode()
    assert not identity.formers.exists()


# --- permitted ----------------------------------------------------------------------------------------------
@pytest.fixture
def elsewhere(county, matter) -> Identity:
    """The director received it: the colleague may not open it."""
    return opening.keep(county.director, matter, WHO)


@pytest.fixture
def permits(elsewhere) -> str:
    return reverse("vault:permits", args=[elsewhere.matter_id])


def test_the_director_permits_and_takes_it_back(county, enter, elsewhere, permits):
    director, door = enter(county.director), reverse("vault:open", args=[elsewhere.key])
    until = timezone.localdate() + timedelta(days=3)
    form = form_of(director.get(permits)) | {"to": county.colleague.pk, "reason": "代为回访", "until": until}
    assert director.post(permits, form).status_code == 302
    assert shows(ask(enter(county.colleague), door))
    permit = Permit.objects.get()
    form = form_of(director.get(permits)) | {"withdraw": permit.pk}
    assert "收回" in director.post(permits, form, follow=True).content.decode()
    assert enter(county.colleague).get(door).status_code == 404
    page = director.get(permits).content.decode()
    assert "已收回" in page
    assert 'name="withdraw"' not in page
    kinds = Line.objects.order_by("pk").values_list("kind", "whom__name")
    assert list(kinds) == [("permit", "督查员乙"), ("look", None), ("withdrawal", "督查员乙")]


def test_a_unit_that_keeps_out_of_it_is_never_permitted(county, elsewhere):
    today = timezone.localdate()
    opening.permit(county.director, elsewhere.matter, county.roads_liaison, "代为回访", today)
    recuse(elsewhere.matter, [county.roads])
    assert not opening.may_open(county.roads_liaison, elsewhere)
    with pytest.raises(Barred, match="回避"):
        opening.permit(county.director, elsewhere.matter, county.roads_liaison, "代为回访", today)


def test_what_was_taken_back_is_not_taken_back_again(county, enter, elsewhere, permits):
    opening.permit(county.director, elsewhere.matter, county.colleague, "代为回访", timezone.localdate())
    opening.withdraw(county.director, Permit.objects.get())
    browser = enter(county.director)
    form = form_of(browser.get(permits)) | {"withdraw": Permit.objects.get().pk}
    assert "已经收回" in browser.post(permits, form, follow=True).content.decode()


def test_nobody_permits_where_nothing_is_kept(county, enter):
    other = county.directive("running")
    assert enter(county.director).get(reverse("vault:permits", args=[other.pk])).status_code == 404


def test_who_is_permitted_and_sees_no_matter_opens_it_all_the_same(county, enter, elsewhere):
    opening.permit(county.director, elsewhere.matter, county.stranger, "代为回访", timezone.localdate())
    door = reverse("vault:open", args=[elsewhere.key])
    answer = ask(enter(county.stranger), door)
    assert shows(answer)
    assert elsewhere.matter.get_absolute_url() not in answer.content.decode()


# --- on the matter's page --------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["clerk", "director", "deputy", "roads_liaison", "magistrate"])
def test_a_complaints_page_speaks_of_it_only_to_who_may_open_it(county, enter, name):
    complaint = county.complaint("running", to=[county.roads])
    words = enter(county.cast[name]).get(complaint.get_absolute_url()).content.decode()
    door = reverse("vault:open", args=[Identity.objects.get().key])
    may = name in ("clerk", "director", "deputy")
    assert (door in words, "（保密）" in words) == (may, may)
    assert ("授权查看" in words) == (name in ("director", "deputy"))
    assert WHO.name not in words


def test_who_is_complained_about_finds_neither_page_nor_door(county, enter):
    complaint = county.complaint("running", to=[county.roads])
    accused, identity = enter(county.horse_liaison), Identity.objects.get()
    for door in ("open", "correct"):
        assert accused.get(reverse(f"vault:{door}", args=[identity.key])).status_code == 404
    assert accused.get(complaint.get_absolute_url()).status_code == 404


# --- the record ------------------------------------------------------------------------------------------------
@pytest.fixture
def played(county, identity, elsewhere) -> None:
    opening.open_for(county.officer, identity, "回访")
    opening.open_for(county.director, elsewhere, "核实情况")
    opening.permit(county.deputy, identity.matter, county.stranger, "代为回访", timezone.localdate())


def lines(browser, **asked) -> list[str]:
    return [row.record.why for row in browser.get(reverse("vault:lines"), asked).context["table"].rows]


@pytest.mark.parametrize("name", ["director", "deputy", "audit"])
def test_the_director_and_the_audit_administrator_read_who_looked(county, enter, played, identity, name):
    browser = enter(county.cast[name])
    assert lines(browser) == ["代为回访", "核实情况", "回访"]
    words = browser.get(reverse("vault:lines")).content.decode()
    assert identity.matter.number in words
    assert not any(known in words for known in (WHO.name, WHO.phone, WHO.enterprise, identity.matter.title))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"person": "督查员甲"}, ["回访"]),
        ({"person": "stranger"}, ["代为回访"]),
        ({"right": "局领导"}, ["代为回访"]),
        ({"right": "受理人"}, ["核实情况"]),
        ({"kind": "permit"}, ["代为回访"]),
        ({"number": "无此编号"}, []),
        ({"at_min": "2001-01-01", "at_max": "2001-01-02"}, []),
    ],
)
def test_the_record_is_asked_by_person_right_kind_number_and_day(county, enter, played, asked, found):
    assert lines(enter(county.audit), **asked) == found


def test_the_record_is_taken_along_as_excel_without_anybody_in_it(county, enter, played):
    answer = enter(county.audit).get(reverse("vault:lines"), {"export": "xlsx"})
    assert answer.status_code == 200
    assert WHO.name.encode() not in answer.content


def test_for_others_the_record_does_not_exist(county, enter, played):
    for name in ("officer", "roads_liaison", "stranger", "magistrate", "system", "security"):
        assert enter(county.cast[name]).get(reverse("vault:lines")).status_code == 404
