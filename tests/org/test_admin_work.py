"""What the 系统管理员 does all day, through the real pages."""

from datetime import date, time

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from bureau.org import appointing, seed
from bureau.org.limits import limit_for
from bureau.org.models import (
    AdminEntry,
    Appointment,
    Limit,
    Person,
    Portfolio,
    Unit,
    WorkdayException,
    WorkPeriod,
)
from bureau.org.posts import Post
from bureau.org.worktime import Term
from tests.org.people import PASSWORD, person, unit

pytestmark = pytest.mark.django_db
START = "start-2026-taoxi"


def standing(office, page):
    """The values a browser would send back from that page, unchanged."""
    form = office.get(page).context["adminform"].form
    words = {field.html_name: field.value() for field in form}
    return {name: value for name, value in words.items() if value not in (None, False)}


def send(office, page, **changes):
    words = {**standing(office, page), **changes}
    return office.post(page, {name: value for name, value in words.items() if value is not None})


def complaints(answer):
    assert answer.status_code == 200, "the page accepted it"
    return str(answer.context["adminform"].form.errors)


def add_person(office, **words):
    return office.post("/admin/org/person/add/", {"is_active": "on", "start_password": START, **words})


def edit(record):
    return f"/admin/org/{record._meta.model_name}/{record.pk}/change/"


def test_a_new_person_logs_in_with_the_start_password_and_must_change_it(office):
    place = unit()
    answer = add_person(office, username="shuili", name="联络员", unit=place.pk, posts=["liaison", "head"])
    assert answer.status_code == 302
    assert Person.objects.get(username="shuili").posts == frozenset()
    assert appointing.confirm(person("second", Post.SECURITY), Appointment.objects.get().pk)
    assert Person.objects.get(username="shuili").posts == {"liaison", "head"}
    newcomer = Client(REMOTE_ADDR="10.0.0.9")
    newcomer.post("/login/", {"username": "shuili", "password": START})
    assert newcomer.get("/settings/").url == "/password/"


@pytest.mark.parametrize(
    "words, complaint",
    [
        ({"posts": ["system", "audit"]}, "只能任其一"),
        ({"posts": ["security", "officer"]}, "不得兼任其他岗位"),
        ({"posts": ["liaison"]}, "须选择所在单位"),
        ({"posts": ["emperor"]}, "emperor"),
        ({"start_password": ""}, "start_password"),
        ({"start_password": "short"}, "10"),
        ({"username": "keeper"}, "此账号已有人使用"),
        ({"username": "a\x00b"}, "username"),
        ({"username": "x" * 200}, "username"),
        ({"unit": "999999"}, "unit"),
        ({"name": ""}, "name"),
    ],
)
def test_an_impossible_person_is_refused_in_words(office, words, complaint):
    answer = add_person(office, **{"username": "someone", "name": "某岗位", "posts": ["officer"], **words})
    assert complaint in complaints(answer)
    assert Person.objects.count() == 1


def test_posts_are_taken_at_once_and_given_by_another(office):
    officer = person("officer", Post.OFFICER, Post.INTAKE)
    assert send(office, edit(officer), posts=["intake"]).status_code == 302
    assert Person.objects.get(pk=officer.pk).posts == {"intake"}
    assert send(office, edit(officer), posts=["appraisal"]).status_code == 302
    assert Person.objects.get(pk=officer.pk).posts == {"intake"}
    appointing.confirm(person("second", Post.SECURITY), Appointment.objects.get().pk)
    assert Person.objects.get(pk=officer.pk).posts == {"appraisal"}


def test_saving_a_person_without_a_new_password_keeps_the_old_one(office):
    officer = person("officer", Post.OFFICER)
    send(office, edit(officer), title="主任科员")
    officer.refresh_from_db()
    assert officer.title == "主任科员"
    assert officer.check_password(PASSWORD)
    assert not officer.must_change_password


def test_a_reset_password_must_be_changed_again(office):
    officer = person("officer", Post.OFFICER)
    send(office, edit(officer), start_password=START)
    officer.refresh_from_db()
    assert officer.check_password(START)
    assert officer.must_change_password


def test_the_page_never_shows_a_password(office):
    officer = person("officer", Post.OFFICER)
    assert officer.password not in office.get(edit(officer)).content.decode()


@pytest.mark.parametrize("change", [{"is_active": None}, {"posts": ["officer"]}])
def test_the_last_system_administrator_stays(office, keeper, change):
    assert "最后一名" in complaints(send(office, edit(keeper), **change))


def act(office, model, action, *records):
    words = {"action": action, "_selected_action": [record.pk for record in records]}
    return office.post(f"/admin/org/{model}/", words, follow=True).content.decode()


def test_the_last_system_administrator_stays_also_in_the_list(office, keeper):
    assert "最后一名" in act(office, "person", "put_out_of_use", keeper)
    keeper.refresh_from_db()
    assert keeper.is_active


def test_a_system_administrator_with_a_successor_may_go(office, keeper):
    person("second", Post.SYSTEM)
    assert send(office, edit(keeper), is_active=None).status_code == 302
    assert not Person.objects.get(pk=keeper.pk).is_active


@pytest.mark.parametrize("change", [{"is_active": None}, {"posts": []}, {"unit": "other"}])
def test_who_takes_a_unit_its_last_liaison_is_asked_first(office, change):
    place, other = unit(), unit("县财政局", "财政局")
    last = person("shuili", Post.LIAISON, unit=place)
    change = {name: other.pk if value == "other" else value for name, value in change.items()}
    assert "没有在用的联络员和负责人" in complaints(send(office, edit(last), **change))
    assert "没有停用" in act(office, "person", "put_out_of_use", last)
    last.refresh_from_db()
    assert (last.is_active, last.unit) == (True, place)
    assert send(office, edit(last), leaves_alone="on", **change).status_code == 302
    assert not Person.objects.filter(unit=place, is_active=True, postings__post=Post.LIAISON).exists()


def test_where_somebody_is_left_nobody_is_asked(office):
    place = unit()
    first = person("shuili", Post.LIAISON, unit=place)
    person("second", Post.HEAD, unit=place)
    assert "本单位暂时无人" not in office.get(edit(first)).content.decode()
    assert send(office, edit(first), is_active=None).status_code == 302


def test_people_and_units_go_out_of_use_and_come_back(office):
    officer, place = person("officer", Post.OFFICER), unit()
    for model, record, flag in (("person", officer, "is_active"), ("unit", place, "active")):
        act(office, model, "put_out_of_use", record)
        record.refresh_from_db()
        assert not getattr(record, flag)
        act(office, model, "put_into_use", record)
        record.refresh_from_db()
        assert getattr(record, flag)


def test_a_lockout_is_seen_and_lifted_in_the_list(office):
    officer = person("officer", Post.OFFICER)
    AccessAttempt.objects.create(
        username="officer", ip_address="10.0.0.1", failures_since_start=5, attempt_time=timezone.now()
    )
    assert "已锁定" in office.get("/admin/org/person/").content.decode()
    assert "已锁定" not in act(office, "person", "unlock_login", officer)
    assert not AccessAttempt.objects.exists()


def test_a_change_by_somebody_else_in_between_is_not_overwritten(office):
    place = unit()
    mine = standing(office, edit(place))
    Unit.objects.filter(pk=place.pk).update(mark="桃水")
    answer = office.post(edit(place), {**mine, "aliases": "水电局"})
    assert "别人已改过" in complaints(answer)
    place.refresh_from_db()
    assert (place.mark, place.aliases) == ("桃水", "")


def test_a_unit_is_found_by_its_initials(office):
    unit()
    unit("县教育局", "教育局")
    found = office.get("/admin/org/unit/?q=slj").context["cl"].result_list
    assert [place.short for place in found] == ["水利局"]
    assert 'data-words="水利局 slj' in office.get("/admin/org/person/add/").content.decode()


def test_two_units_cannot_share_a_name(office):
    place = unit("县教育局", "教育局")
    unit()
    assert "已有单位用这个简称" in complaints(send(office, edit(place), short="水利局"))


def test_the_order_is_edited_in_the_list(office):
    place = unit()
    words = {
        "form-TOTAL_FORMS": 1,
        "form-INITIAL_FORMS": 1,
        "form-0-id": place.pk,
        "form-0-order": 7,
        "_save": "保存",
    }
    assert office.post("/admin/org/unit/", words).status_code == 302
    place.refresh_from_db()
    assert place.order == 7


def test_a_portfolio_names_units_or_all(guard):
    leader, place = person("leader", Post.LEADER), unit()
    words = {"leader": leader.pk, "functions": ["directives", "complaints"]}
    assert "请选择分管的单位" in complaints(guard.post("/admin/org/portfolio/add/", words))
    assert guard.post("/admin/org/portfolio/add/", {**words, "units": [place.pk]}).status_code == 302
    portfolio = Portfolio.objects.get()
    assert portfolio.functions == ["directives", "complaints"]
    assert list(portfolio.units.all()) == [place]


def test_only_a_county_leader_is_given_a_portfolio(guard):
    officer = person("officer", Post.OFFICER)
    words = {"leader": officer.pk, "functions": ["directives"], "all_units": "on"}
    assert "leader" in complaints(guard.post("/admin/org/portfolio/add/", words))


def test_who_deletes_a_portfolio_reads_first_which_units_nobody_would_be_in_charge_of(guard):
    leader, other = person("leader", Post.LEADER), person("other", Post.LEADER)
    alone, shared = unit(), unit("县教育局", "教育局")
    mine = Portfolio.objects.create(leader=leader, functions=["directives", "complaints"])
    mine.units.set([alone, shared])
    theirs = Portfolio.objects.create(leader=other, functions=["directives", "complaints"])
    theirs.units.set([shared])
    page = f"/admin/org/portfolio/{mine.pk}/delete/"
    told = guard.get(page).content.decode()
    assert "没有县领导分管：水利局。" in told
    theirs.functions = ["directives"]
    theirs.save()
    assert "没有县领导分管：水利局、教育局。" in guard.get(page).content.decode()
    theirs.functions, theirs.all_units = ["directives", "complaints"], True
    theirs.save()
    assert "没有县领导分管" not in guard.get(page).content.decode()
    assert guard.post(page, {"post": "yes"}).status_code == 302
    assert not Portfolio.objects.filter(pk=mine.pk).exists()


def test_a_year_is_entered_with_one_click(office):
    answer = office.post("/admin/org/workdayexception/enter/", {"year": "2026"}, follow=True)
    assert "新录入 39 天" in answer.content.decode()
    assert WorkdayException.objects.filter(day__year=2026).count() == 39


@pytest.mark.parametrize("year", ["2099", "", "二〇二六", "-1"])
def test_a_year_that_is_not_announced_is_told(office, year):
    answer = office.post("/admin/org/workdayexception/enter/", {"year": year}, follow=True)
    assert "请按国务院办公厅通知逐日录入" in answer.content.decode()


def test_the_calendar_page_warns_of_a_missing_year(client, keeper, time_machine):
    time_machine.move_to("2026-12-02T09:00:00+08:00")
    client.force_login(keeper)
    client.post("/admin/org/workdayexception/enter/", {"year": "2026"})
    assert "2027年放假安排尚未录入" in client.get("/admin/org/workdayexception/").content.decode()


def add_day(office, day, working, name="节日"):
    return office.post("/admin/org/workdayexception/add/", {"day": day, "working": working, "name": name})


def test_a_day_is_entered_by_hand(office):
    assert add_day(office, "2027-02-08", "off", "春节").status_code == 302
    assert add_day(office, "2027-02-13", "on", "春节").status_code == 302
    assert dict(WorkdayException.objects.values_list("day", "working")) == {
        date(2027, 2, 8): False,
        date(2027, 2, 13): True,
    }


@pytest.mark.parametrize(
    "day, working, complaint",
    [
        ("2027-02-08", "on", "本来就上班"),
        ("2027-02-30", "off", "day"),
        ("2027-02-08", "maybe", "working"),
    ],
)
def test_an_impossible_day_is_refused(office, day, working, complaint):
    assert complaint in complaints(add_day(office, day, working))


def test_a_day_entered_twice_is_refused(office):
    add_day(office, "2027-02-08", "off")
    assert "已经录入" in complaints(add_day(office, "2027-02-08", "off"))


def test_a_day_can_be_changed_from_off_to_worked(office):
    add_day(office, "2027-02-13", "on")
    day = WorkdayException.objects.get()
    assert standing(office, edit(day))["working"] == "on"
    assert send(office, edit(day), working="off").status_code == 302
    assert not WorkdayException.objects.get().working


@pytest.mark.parametrize(
    "starts, ends, complaint",
    [("11:00", "13:00", "重叠"), ("13:00", "12:30", "下班时间须晚于上班时间"), ("25:00", "26:00", "starts")],
)
def test_impossible_working_hours_are_refused(office, starts, ends, complaint):
    seed.fill()
    answer = office.post("/admin/org/workperiod/add/", {"starts": starts, "ends": ends})
    assert complaint in complaints(answer)
    assert WorkPeriod.objects.count() == 2


def test_working_hours_are_changed(office):
    seed.fill()
    morning = WorkPeriod.objects.first()
    assert send(office, edit(morning), starts="08:00").status_code == 302
    assert WorkPeriod.objects.first().starts == time(8)


def grid(office, room="", **changes):
    page = f"/admin/org/limit/?room={room}"
    form = office.get(page).context["grid"]
    words = {"seen": form["seen"].value()}
    for name, term in form.standing.items():
        words |= {f"{name}_0": term.amount, f"{name}_1": term.unit}
    return office.post(page, {**words, **changes}, follow=True)


def test_a_limit_is_changed_set_and_removed_in_one_table(office):
    seed.fill()
    answer = grid(
        office,
        **{"sign-flash_0": "4", "report-longterm_0": "360", "report-longterm_1": "days", "review-any_0": ""},
    )
    assert "已保存 3 处改动" in answer.content.decode()
    assert limit_for("directives", "flash", "sign") == Term(4, "hours")
    assert limit_for("directives", "longterm", "report") == Term(360, "days")
    assert limit_for("directives", "normal", "review") is None


def test_saving_the_table_unchanged_writes_nothing(office):
    seed.fill()
    before = list(Limit.objects.order_by("pk").values())
    assert "没有改动" in grid(office).content.decode()
    assert list(Limit.objects.order_by("pk").values()) == before


def test_a_rooms_own_limit_leaves_the_general_one(office):
    seed.fill()
    grid(office, "instructions", **{"sign-normal_0": "3", "sign-normal_1": "hours"})
    assert limit_for("instructions", "normal", "sign") == Term(3, "hours")
    assert limit_for("directives", "normal", "sign") == Term(1, "workdays")


@pytest.mark.parametrize("amount", ["0", "-3", "1000", "三", "1.5"])
def test_an_impossible_limit_names_its_cell_and_saves_nothing(office, amount):
    seed.fill()
    answer = grid(office, **{"sign-flash_0": amount, "review-any_0": "9"})
    assert "签收·特急：" in answer.content.decode()
    assert limit_for("directives", "normal", "review") == Term(2, "workdays")


def test_limits_changed_by_somebody_else_are_not_overwritten(office):
    seed.fill()
    answer = grid(office, seen="what-i-saw-yesterday", **{"sign-flash_0": "9"})
    assert "别人已改过时限" in answer.content.decode()
    assert limit_for("directives", "flash", "sign") == Term(2, "hours")


def test_an_unknown_room_shows_the_general_table(office):
    assert office.get("/admin/org/limit/?room=kitchen").context["room"] == ""


def noted() -> str:
    """What the 审计管理员 reads first."""
    return AdminEntry.objects.first().sentence


def test_what_an_administrator_sets_leaves_its_line_for_the_auditor(office, keeper):
    seed.fill()
    place, year = unit(), str(timezone.localdate().year)
    grid(office, **{"sign-normal_0": "3", "sign-normal_1": "hours"})
    assert "修改办理时限：签收·一般" in noted()
    ladder = office.get("/admin/notices/rung/").context["grid"]["seen"].value()
    office.post("/admin/notices/rung/", {"seen": ladder, "slip-urgent": "2"})
    assert "修改催办阶梯：催办单·急件：默认 → 2" in noted()
    office.post("/admin/org/workdayexception/enter/", {"year": year})
    assert f"录入{year}年放假安排" in noted()
    send(office, "/admin/org/regulation/1/change/", extensions_most="3", ask_before_workdays="0")
    assert "督办规则" in noted()
    office.post("/admin/org/unit/", {"action": "put_out_of_use", "_selected_action": [place.pk]})
    assert noted() == f"停用单位{place}"
    office.post("/admin/org/unit/", {"action": "put_into_use", "_selected_action": [place.pk]})
    assert noted() == f"启用单位{place}"
    assert {one.actor for one in AdminEntry.objects.all()} == {keeper}


def test_what_was_only_foreseen_or_left_as_it_was_leaves_no_line(office):
    seed.fill()
    before = AdminEntry.objects.count()
    grid(office)
    grid(office, **{"sign-flash_0": "x"})
    assert AdminEntry.objects.count() == before


@pytest.fixture
def led():
    """The vice who alone is in charge of the water bureau, and how."""
    vice, place = person("vice", Post.LEADER), unit()
    portfolio = Portfolio.objects.create(leader=vice, functions=["directives"])
    portfolio.units.add(place)
    return vice, place


@pytest.mark.parametrize("change", [{"is_active": None}, {"posts": []}])
def test_who_takes_units_their_leader_is_asked_first(office, led, change):
    vice, place = led
    assert f"没有县领导分管：{place.short}" in complaints(send(office, edit(vice), **change))
    told = act(office, "person", "put_out_of_use", vice)
    assert "没有停用" in told
    assert "改由局领导审批" in told
    vice.refresh_from_db()
    assert vice.is_active
    assert send(office, edit(vice), leaves_portfolios="on", **change).status_code == 302
    vice.refresh_from_db()
    assert (vice.is_active, vice.posts) != (True, {Post.LEADER})


def test_a_leader_beside_another_goes_after_a_question_that_says_so(office, led):
    vice, _place = led
    Portfolio.objects.create(leader=person("head", Post.LEADER), functions=["directives"], all_units=True)
    assert "另有县领导分管" in complaints(send(office, edit(vice), is_active=None))


def test_a_leader_who_is_in_charge_of_nothing_goes_without_a_question(office):
    vice = person("vice", Post.LEADER)
    assert "不再分管" not in office.get(edit(vice)).content.decode()
    assert send(office, edit(vice), is_active=None).status_code == 302
