"""No administrator alone makes anybody who reads what administrators may not read, or takes over the account of one."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from bureau.notices.models import Notice
from bureau.org import appointing
from bureau.org.models import AdminEntry, Appointment, Deputy, Person
from bureau.org.posts import Post
from tests.deputies import fresh, secretary
from tests.org.test_admin_work import START, add_person, complaints, edit, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def system(county, enter):
    """The 系统管理员's browser."""
    return enter(county.system)


@pytest.fixture
def security(county, enter):
    """The 安全管理员's browser."""
    return enter(county.security)


def press(browser, button: str, row=None, **more):
    key = (row or Appointment.objects.latest("id")).pk
    return browser.post("/appointments/", {button: key, **more}, follow=True).content.decode()


def opens(county, enter, person) -> bool:
    """Whether this person reads a sealed matter."""
    sealed = county.directive("running", to=[county.finance], secrecy="sealed")
    return enter(fresh(person)).get(sealed.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("post", sorted(Post))
def test_an_account_with_any_post_is_nobody_until_another_administrator_confirms(
    county, system, security, post
):
    add_person(system, username="ghost", name="某岗位", posts=[post], unit=county.water.pk)
    ghost = Person.objects.get(username="ghost")
    assert ghost.posts == frozenset()
    assert "已确认" in press(security, "confirm")
    assert fresh(ghost).posts == {post}


def test_a_system_administrator_alone_opens_no_sealed_matter_with_an_account_of_their_own(
    county, system, enter
):
    add_person(system, username="ghost", name="新任局长", posts=["director"], unit=county.bureau.pk)
    ghost = Person.objects.get(username="ghost")
    for button in ("confirm", "refuse"):
        press(system, button, remark="好")
    assert not opens(county, enter, ghost)


def test_plain_posts_are_confirmed_many_at_once_and_nothing_else_with_them(county, system, security):
    send(system, edit(county.officer), posts=["officer", "intake"])
    send(system, edit(county.colleague), posts=["officer", "intake"])
    send(system, edit(county.clerk), posts=["director"])
    send(system, edit(county.director), start_password=START)
    assert fresh(county.officer).posts == {"officer"}
    keys = list(Appointment.objects.values_list("pk", flat=True))
    forged = {"confirm_all": 1, "row": [*keys, "x", "0", "9" * 40]}
    system.post("/appointments/", forged)
    assert fresh(county.officer).posts == {"officer"}
    assert "已确认2人" in security.post("/appointments/", forged, follow=True).content.decode()
    assert fresh(county.officer).posts == fresh(county.colleague).posts == {"officer", "intake"}
    assert fresh(county.clerk).posts == county.clerk.posts
    assert Appointment.objects.filter(state="waiting").count() == 2


def test_of_several_posts_none_changes_before_the_guarded_one_is_confirmed(county, system, security):
    send(system, edit(county.officer), posts=["director", "intake"], title="副局长")
    waiting = fresh(county.officer)
    assert (waiting.posts, waiting.title) == ({"officer"}, "副局长")
    press(security, "confirm")
    assert fresh(county.officer).posts == {"director", "intake"}


def test_a_guarded_post_is_taken_away_at_once(county, system):
    send(system, edit(county.vice), posts=[], leaves_portfolios="on")  # who else is in charge was asked
    assert fresh(county.vice).posts == frozenset()


@pytest.mark.parametrize("name", ["director", "magistrate", "vice", "security", "audit"])
def test_a_new_password_of_who_reads_much_waits_for_another_administrator(county, system, security, name):
    person = county.cast[name]
    before = person.password
    send(system, edit(person), start_password=START)
    assert fresh(person).password == before
    press(security, "confirm")
    assert fresh(person).check_password(START)
    assert fresh(person).must_change_password
    assert Appointment.objects.get().password == ""


def test_a_secretarys_new_password_waits_too(county, system):
    secretary(county, county.magistrate, county.stranger)
    send(system, edit(county.stranger), start_password=START)
    assert not fresh(county.stranger).check_password(START)


def test_an_officers_forgotten_password_is_set_at_once(county, system):
    send(system, edit(county.officer), start_password=START)
    assert fresh(county.officer).check_password(START)


def ask_for_secretary(county, browser, **more):
    form = {"principal": county.magistrate.pk, "deputy": county.stranger.pk, "starts": timezone.localdate()}
    return browser.post("/admin/org/deputy/add/", form | more)


def test_a_secretary_enters_for_a_leader_once_another_administrator_has_confirmed(
    county, system, security, enter
):
    ask_for_secretary(county, system)
    address = f"/leading/?for={county.magistrate.pk}"
    assert not Deputy.objects.exists()
    assert enter(county.stranger).get(address).status_code == 404
    press(security, "confirm")
    assert Deputy.objects.get().arranged_by == county.system
    assert enter(county.stranger).get(address).status_code == 200


def test_what_waits_is_not_asked_for_twice(county, system):
    ask_for_secretary(county, system)
    assert "不必再提" in complaints(ask_for_secretary(county, system))
    send(system, edit(county.officer), posts=["director"])
    assert "请先" in complaints(send(system, edit(county.officer), posts=["director"]))
    assert Appointment.objects.count() == 2


def test_a_secretary_whose_time_is_over_is_not_brought_back_by_a_later_end(county, system):
    row = secretary(county, county.magistrate, county.stranger)
    Deputy.objects.filter(pk=row.pk).update(
        starts=timezone.localdate() - timedelta(9), ends=timezone.localdate() - timedelta(2)
    )
    page = f"/admin/org/deputy/{row.pk}/change/"
    assert "只能提前" in complaints(send(system, page, ends=""))
    assert "只能提前" in complaints(send(system, page, ends=timezone.localdate()))
    assert send(system, page, ends=timezone.localdate() - timedelta(3)).status_code == 302


def test_the_person_the_director_and_the_leader_are_told_when_it_is_asked_and_when_it_is_decided(
    county, system, security
):
    ask_for_secretary(county, system)
    told = {county.stranger, county.magistrate, county.director, county.deputy}
    assert told <= {notice.person for notice in Notice.objects.filter(words__startswith="待确认：")}
    assert Notice.objects.filter(person=county.security, url="/appointments/").count() == 1
    press(security, "confirm")
    assert told <= {notice.person for notice in Notice.objects.filter(words__startswith="已确认：")}
    assert Notice.objects.filter(person=county.system).count() == 1
    assert county.officer not in {notice.person for notice in Notice.objects.all()}


def test_a_request_is_refused_with_a_reason_or_withdrawn_and_then_never_in_force(county, system, security):
    send(system, edit(county.officer), posts=["director"])
    assert "请写明" in press(security, "refuse", remark="\u200b ")
    assert "不予确认" in press(security, "refuse", remark="没有任命文件")
    assert "已经有了结果" in press(security, "confirm")
    send(system, edit(county.officer), posts=["director"])
    assert "已撤回" in press(system, "withdraw")
    assert "已经有了结果" in press(security, "confirm")
    assert fresh(county.officer).posts == {"officer"}


@pytest.mark.parametrize("key", ["", "abc", "0", "-1", "9" * 30, "²"])
@pytest.mark.parametrize("button", ["confirm", "refuse", "withdraw", "emperor"])
def test_a_forged_request_is_answered_in_words(system, security, button, key):
    for browser in (system, security):
        answer = browser.post("/appointments/", {button: key, "remark": "好"}, follow=True)
        assert "已经有了结果" in answer.content.decode()


def test_what_changed_since_it_was_asked_is_not_confirmed_blindly(county, system, security):
    send(system, edit(county.officer), posts=["director"])
    row = Appointment.objects.get()
    county.officer.postings.create(post=Post.INTAKE)
    assert "又有变动" in press(security, "confirm", row)
    assert fresh(county.officer).posts == {"officer", "intake"}


def test_who_asked_cannot_confirm_even_past_the_page(county):
    row = appointing.ask(
        county.system, appointing.POSTS, county.officer, posts=["director"], held=["officer"]
    )
    with pytest.raises(Exception, match="自己确认"):
        appointing.confirm(county.system, row.pk)
    forged = {"state": "confirmed", "decided_by": county.system, "decided_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.filter(pk=row.pk).update(**forged)


def test_an_auditor_who_finds_nothing_is_told_so(county, enter):
    auditor = enter(county.audit)
    assert "没有符合条件的记录" in auditor.get("/audit/?sentence=无此字词").content.decode()


def test_the_auditor_reads_every_act_and_nobody_else_does(county, system, security, enter):
    for name in set(county.cast) - {"audit"}:
        assert enter(county.cast[name]).get("/audit/").status_code == 404
    send(system, edit(county.officer), posts=["director"])
    press(security, "refuse", remark="没有任命文件")
    send(system, edit(county.stranger), start_password=START)
    send(system, edit(county.stranger), posts=["liaison", "head"])
    text = enter(county.audit).get("/audit/").content.decode()
    for words in ("待安全管理员确认", "没有任命文件", "初始密码", "单位联络员 → ", county.officer.username):
        assert words in text
    found = enter(county.audit).get("/audit/", {"sentence": "任命\u200b文件"}).content.decode()
    assert "没有任命文件" in found
    assert "初始密码" not in found


@pytest.mark.parametrize("table", ["org_adminentry", "org_appointment"])
@pytest.mark.parametrize(
    "act", ["DELETE FROM {0}", "TRUNCATE {0} CASCADE", "UPDATE {0} SET person_id = NULL"]
)
def test_the_database_lets_nobody_take_back_what_was_written(county, system, security, table, act):
    send(system, edit(county.officer), posts=["director"])
    press(security, "refuse", remark="没有任命文件")
    connection.check_constraints()  # what was written before: while that is open, no table is emptied anyway
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act.format(table))
    assert AdminEntry.objects.exists()


def test_a_password_is_not_guessed_letter_by_letter_through_the_lists(county, system):
    """Nor anything else that a list does not offer to be asked by."""
    head = county.officer.password[:10]
    for query in (
        f"password__startswith={head}",
        "last_login__gte=2020-01-01",
        "unit__name=x",
        "postings__post=system",
    ):
        assert system.get(f"/admin/org/person/?{query}").status_code == 400
    for query in ("post=officer", "is_active__exact=1", "must_change_password__exact=0", "q=officer"):
        assert system.get(f"/admin/org/person/?{query}").status_code == 200
    for query in ("unit_class__exact=party", "active__exact=1"):
        assert system.get(f"/admin/org/unit/?{query}").status_code == 200


def test_the_last_who_confirms_stays(county, system):
    assert "最后一名在用的安全管理员" in complaints(send(system, edit(county.security), is_active=None))
    words = {"action": "put_out_of_use", "_selected_action": [county.security.pk]}
    answer = system.post("/admin/org/person/", words, follow=True).content.decode()
    assert "最后一名在用的安全管理员" in answer
    assert fresh(county.security).is_active


def test_nobody_arranges_a_stand_in_for_the_director_as_an_administrator(county, system):
    """Else an account that was made a minute ago would sit in the director's place."""
    form = {"deputy": county.officer.pk, "starts": timezone.localdate(), "ends": timezone.localdate()}
    system.post(f"/settings/away/?whose={county.director.pk}", form)
    assert not Deputy.objects.exists()
