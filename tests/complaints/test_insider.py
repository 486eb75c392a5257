"""Who is inside the house and should not know: the unit complained about, those it reports to, who handles it, another clerk."""

import re
from datetime import timedelta

import pytest
from django.urls import resolve, reverse
from django.utils import timezone

import complaints.actions as complaining
from bureau.matters.access.grants import grant
from bureau.matters.models import Matter
from bureau.org.posts import Post
from bureau.vault.models import Identity, Line
from complaints.flow import FLOW
from complaints.models import Complaint
from complaints.prints.papers import PAPERS
from tests.county import CALLER, in_days, person, unit
from tests.deputies import secretary
from tests.house.crawl import text_of
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
SHOWN = ("board", "calendar", "list")
ASKED = (
    *(
        "q=设卡",
        "q=红岩",
        "q=马石镇",
        "figure=registered",
        "accused=马石镇",
        "at=县道红岩路段",
        "month=2026-11",
    ),
    *(
        "export=xlsx",
        "state=running",
        "unit=水利局",
        "respondent=马石镇",
        "light=green",
        "sort=due",
        "sort=respondent",
    ),
    *(
        "channel=call",
        "identity_mode=named",
        "officer=me",
        "finding=true",
        "satisfaction=satisfied",
        "cause=1",
    ),
    *(f"show={one}" for one in SHOWN),
)


@pytest.fixture
def complaint(county) -> Complaint:
    """About horse, handled by water with the help of roads."""
    return county.complaint("running", to=[county.water, county.roads])


@pytest.fixture
def horses(county):
    """Those who answer for horse: two of its own, whom it reports to, and a unit that was merged into it."""
    over, former = unit("乡镇办", "bureau"), unit("红岩乡", "township", "红岩乡")
    county.horse.superior = over
    county.horse.save()
    former.merged_into, former.merged_on, former.active = county.horse, timezone.localdate(), False
    former.save()
    return [
        county.horse_liaison,
        person("horse-head", "马石镇镇长", county.horse, Post.HEAD),
        person("over", "乡镇办联络员", over, Post.LIAISON),
        person("over-head", "乡镇办主任", over, Post.HEAD),
        person("former", "红岩乡联络员", former, Post.LIAISON),
    ]


def doors(complaint) -> list[str]:
    """Every address of one complaint: its page, its steps, its papers, and who complained."""
    own = f"/complaints/{complaint.pk}/"
    steps = [reverse(FLOW.url_name, args=[complaint.pk, one.key.rpartition(".")[2]]) for one in FLOW.steps]
    identity = Identity.objects.filter(matter=complaint.pk).first()
    vault = (
        [reverse(f"vault:{name}", args=[identity.key]) for name in ("open", "correct")] if identity else []
    )
    parts = [
        reverse("matters:assignment", args=[part.pk, step])
        for part in complaint.matter.assignments.all()
        for step in ("sign", "reply", "extend")
    ]
    entries = [reverse("complaints:reception", args=[one.pk]) for one in complaint.receptions.all()]
    papers = [f"{own}paper/{name}/" for name in PAPERS]
    more = [f"{own}edit/", f"{own}coordinate/", reverse("matters:grants", args=[complaint.pk])]
    return [own, *steps, *papers, *parts, *entries, *vault, *more, f"/vault/matters/{complaint.pk}/permits/"]


def few(complaint) -> list[str]:
    """One address of each kind."""
    kinds: dict[str, str] = {}
    for door in doors(complaint):
        kinds.setdefault(str(resolve(door).func.view_class), door)
    return list(kinds.values())


def lists() -> list[str]:
    found = [f"/complaints/?{one}" for one in ASKED] + [
        "/complaints/",
        "/",
        "/desk/",
        "/notices/",
        "/urging/",
    ]
    return found + [f"/search/?q={words}" for words in ("设卡", "红岩", "马石镇投诉", "乱收费")]


def read(browser, urls, **more) -> dict[str, tuple[int, str]]:
    """What each answers, but for what differs between any two answers."""
    found = {}
    for url in urls:
        answer = browser.get(url, **more)
        words = "" if url.endswith("xlsx") else answer.content.decode()
        found[url] = (answer.status_code, stable(words))
    return found


def stable(words: str) -> str:
    return "\n".join(line for line in words.splitlines() if "csrf" not in line and 'name="once"' not in line)


# --- the unit complained about --------------------------------------------------------------------
def test_for_whoever_answers_for_the_unit_nothing_is_other_than_before(county, enter, horses):
    browsers = [enter(one) for one in horses]
    before = read(browsers[0], lists())
    played = county.complaint("closed", to=[county.water, county.roads])
    assert read(browsers[0], lists()) == before
    assert {door: browsers[0].get(door).status_code for door in doors(played)} == dict.fromkeys(
        doors(played), 404
    )
    for browser in browsers:
        nothing = browser.get("/complaints/999999/").content
        for door in few(played):
            assert browser.get(door).content == nothing, door
            assert browser.post(door, {"ids": played.pk, "text": "设卡"}).status_code in (404, 405), door


def test_neither_a_grant_nor_another_s_name_nor_an_hx_request_opens_it(county, enter, horses, complaint):
    grant(county.director, complaint.matter, county.horse_liaison, "了解情况", in_days(3))
    secretary(county, county.magistrate, county.horse_liaison)
    for one in horses[:1]:
        found = Matter.objects.visible_to(type(one).objects.get(pk=one.pk))
        assert not found.filter(pk=complaint.pk).exists()
        browser = enter(one)
        for door in few(complaint):
            for more in (
                {},
                {"headers": {"HX-Request": "true"}},
                {"query_params": {"for": county.magistrate.pk}},
            ):
                assert browser.get(door, **more).status_code == 404, door


def test_nobody_who_answers_for_the_unit_is_told_of_anything(county, horses):
    from bureau.notices.models import Notice

    county.complaint("closed", to=[county.water, county.roads])
    assert not Notice.objects.filter(person__in=horses).exists()


def test_what_is_ordered_of_the_unit_afterwards_does_not_say_that_somebody_complained(
    county, enter, complaint
):
    """专项督查 that the unit itself leads: it reads what it has to put right."""
    words = {"title": "拆除收费卡", "words": "查实的问题，限期整改。", "due": in_days(10)}
    complaining.supervise(county.director, complaint, "directives", county.horse, **words)
    import directives.actions as supervising
    from directives.models import Directive

    directive = Directive.objects.get()
    supervising.propose(county.officer, directive)
    supervising.approve(county.director, directive)
    supervising.dispatch(county.officer, directive)
    browser = enter(county.horse_liaison)
    for url in (
        directive.get_absolute_url(),
        reverse("directives:notice", args=[directive.pk]),
        "/directives/",
        "/",
    ):
        answer = browser.get(url)
        assert answer.status_code == 200
        for word in (complaint.matter.number, "投诉"):
            assert word not in text_of(answer).replace("营商环境投诉", ""), url


# --- who handles it -------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["water_liaison", "roads_liaison"])
def test_who_handles_it_reads_what_was_written_for_it_and_nothing_else(county, enter, name):
    complaint = county.complaint(
        "closed", to=[county.water, county.roads], respondent_words="镇财政所所长", told_before="信访局"
    )
    browser = enter(county.cast[name])
    opened = [url for url in (*doors(complaint), *lists()) if "export" not in url]
    read = " ".join(text_of(answer) for url in opened if (answer := browser.get(url)).status_code == 200)
    assert "请核查县道红岩路段设卡收费" in read
    hidden = (
        CALLER.name,
        CALLER.phone,
        CALLER.enterprise,
        CALLER.licence,
        "镇财政所所长",
        "信访局",
        "已经半个月",
    )
    assert [word for word in hidden if word in read] == []


@pytest.mark.parametrize(
    "asked", ["respondent=马石镇", "channel=call", "identity_mode=named", "accused=马石镇"]
)
def test_who_handles_it_asks_nothing_by_what_it_does_not_read(county, enter, complaint, asked):
    browser, (name, value) = enter(county.water_liaison), asked.split("=")
    other = {"马石镇": "财政局", "call": "letter", "named": "anonymous"}[value]
    assert complaint.matter.title in browser.get(f"/complaints/?{name}={other}").content.decode()


@pytest.mark.parametrize("words", ["半个月", "马石镇", "财政所"])
def test_who_handles_it_finds_nothing_by_what_it_does_not_read(county, enter, words):
    complaint = county.complaint("running", respondent_words="镇财政所所长")
    for url in (f"/search/?q={words}", f"/complaints/?q={words}"):
        assert complaint.matter.number not in enter(county.water_liaison).get(url).content.decode()


@pytest.mark.parametrize("name", ["clerk", "magistrate", "water_liaison"])
def test_nobody_finds_it_by_who_complained(county, enter, complaint, name):
    browser = enter(county.cast[name])
    for words in (CALLER.name, CALLER.phone, "红岩竹业", CALLER.licence):
        for url in ("/search/", "/complaints/", "/complaints/receptions/"):
            assert complaint.matter.number not in browser.get(f"{url}?q={words}").content.decode()


def test_a_unit_tries_no_names_by_what_it_hands_in(county, enter, complaint):
    """Refused or not, what it types is answered alike whoever it names."""
    browser = enter(county.water_liaison)
    part = county.part(complaint)
    door = reverse("matters:assignment", args=[part.pk, "reply"])
    found = []
    for name in (CALLER.name, "并无此人甲"):
        values = form_of(browser.get(door)) | {"text": f"已与{name}联系。", "progress": 10}
        found.append(browser.post(door, values).status_code)
    assert found == [302, 302]


# --- another clerk --------------------------------------------------------------------------------
@pytest.fixture
def other(county):
    """A clerk who neither received it nor handles it."""
    return person("other", "投诉受理员乙", county.bureau, Post.INTAKE)


def test_another_clerk_opens_nothing_of_who_complained(county, enter, other, complaint):
    browser, identity = enter(other), Identity.objects.get()
    assert browser.get(f"/complaints/{complaint.pk}/").status_code == 200
    for name in ("open", "correct"):
        url = reverse(f"vault:{name}", args=[identity.key])
        assert {browser.get(url).status_code, browser.post(url, {"why": "看看"}).status_code} == {404}
    assert not Line.objects.exists()


def test_another_clerk_who_tries_telephones_is_told_of_no_earlier_complaint(county, enter, other, complaint):
    browser = enter(other)
    values = form_of(browser.get("/complaints/new/")) | {
        "facts": "另外一件完全不同的事情，请求处理。",
        "name": "随便",
        "phone": CALLER.phone,
        "cause": county.cause("拖欠账款").pk,
    }
    answer = browser.post("/complaints/new/", values)
    assert complaint.matter.number not in text_of(answer)
    assert answer.status_code == 302


def test_whoever_finds_out_by_a_refusal_who_complained_leaves_a_line(county, enter, other, complaint):
    """What they type is refused when it names the complainant; that it was, the director reads."""
    browser = enter(other)
    door = reverse("complaints:step", args=[complaint.pk, "split"])
    values = form_of(browser.get(door)) | {"title": f"{CALLER.name}的事", "summary": "另一部分。"}
    assert "姓名" in browser.post(door, values).content.decode()
    line = Line.objects.get()
    assert (line.kind, line.person, line.matter_id) == ("stopped", other, complaint.pk)
    assert CALLER.name not in f"{line.why}{line.right}"
    assert "拦下" in enter(county.director).get("/vault/lines/").content.decode()


def test_who_may_open_it_anyway_leaves_no_line_for_a_slip(county, enter, complaint):
    browser = enter(county.clerk)
    door = reverse("complaints:step", args=[complaint.pk, "split"])
    values = form_of(browser.get(door)) | {"title": f"{CALLER.name}的事", "summary": "另一部分。"}
    assert "姓名" in browser.post(door, values).content.decode()
    assert not Line.objects.exists()


def test_no_browser_at_the_desk_suggests_who_complained_before(county, enter):
    page = enter(county.clerk).get("/complaints/new/").content.decode()
    for name in ("name", "phone", "enterprise", "licence", "address"):
        (field,) = re.findall(rf'<input[^>]* name="{name}"[^>]*>', page)
        assert 'autocomplete="off"' in field


# --- others ---------------------------------------------------------------------------------------
def test_who_has_nothing_to_do_with_it_finds_what_does_not_exist(county, enter, complaint):
    for name in ("officer", "vice", "system", "security", "audit", "finance_liaison", "stranger"):
        browser = enter(county.cast[name])
        nothing = browser.get("/complaints/999999/").content
        for door in few(complaint):
            answer = browser.get(door)
            assert (answer.status_code, answer.content) == (404, nothing), (name, door)
            assert browser.post(door, {"why": "看看"}).status_code in (404, 405), (name, door)


def test_a_leader_reads_the_case_and_not_who_complained(county, enter, complaint):
    browser = enter(county.magistrate)
    page = browser.get(f"/complaints/{complaint.pk}/").content.decode()
    assert "已经半个月" in page
    assert CALLER.name not in page
    identity = Identity.objects.get()
    assert browser.get(reverse("vault:open", args=[identity.key])).status_code == 404


def test_who_is_not_logged_in_reads_no_word_of_it(enter, complaint):
    browser = enter(None)
    for door in few(complaint):
        assert browser.get(door).status_code == 302
        assert browser.post(door).status_code in (302, 403)


def test_a_day_of_notices_and_logs_says_nothing_of_who_complained(county, caplog):
    from bureau.notices import sweep
    from bureau.notices.models import Clock

    caplog.set_level("DEBUG")
    Clock.objects.create(pk=1, armed=True)
    county.complaint("answered")
    sweep.sweep(timezone.now() + timedelta(days=20))
    assert CALLER.name not in caplog.text
