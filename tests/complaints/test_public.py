"""网上投诉, without an account: what it promises to who complains, and what it refuses to who tries."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import complaints.actions as complaining
from bureau.attack.hunting import stored
from bureau.ops.backup.making import kept
from bureau.org.models import Session
from bureau.vault import opening
from bureau.vault.models import Identity, Scan
from complaints.models import Complaint, PublicUse
from complaints.public import limiting
from tests.county import CALLER
from tests.house.papers import minutes, picture
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
REPORT, LOOK = "/tousu/", "/tousu/look/"
FACTS = "县道红岩路段有人设卡，过一车收20元。"
CODE = re.compile(r"\d{4} \d{4} \d{4} \d{4}")


@pytest.fixture(autouse=True)
def opened(settings):
    settings.PUBLIC_COMPLAINTS = True


@pytest.fixture
def web() -> Client:
    """A browser of somebody without an account."""
    return Client(enforce_csrf_checks=False)


@pytest.fixture
def send(county, web):
    def post(**changes):
        given = {"facts": FACTS, "cause": county.cause().pk, "name": CALLER.name, "phone": CALLER.phone}
        return web.post(REPORT, form_of(web.get(REPORT)) | given | changes)

    return post


@pytest.fixture
def code(send) -> str:
    return code_in(send())


@pytest.fixture
def look(web, code):
    """Looks by the code; `more`: what is sent with it."""

    def post(**more):
        return web.post(LOOK, {"code": code, **more})

    return post


def code_in(answer) -> str:
    found = CODE.search(words(answer))
    assert found, words(answer)
    return found.group()


def words(answer) -> str:
    return answer.content.decode()


def the_complaint() -> Complaint:
    return Complaint.objects.select_related("matter__officer").get()


def tables(*names: str) -> str:
    with connection.cursor() as cursor:
        found = []
        for name in names:
            cursor.execute(f"SELECT string_agg(one::text, ' ') FROM {name} one")
            found += [row or "" for (row,) in cursor.fetchall()]
    return " ".join(found)


# --- closed ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", [None, "clerk", "director", "water_liaison", "system"])
def test_it_does_not_exist_until_the_bureau_opens_it(county, enter, settings, name):
    settings.PUBLIC_COMPLAINTS = False
    browser = enter(county.cast.get(name))
    answers = [ask(url) for url in (REPORT, LOOK) for ask in (browser.get, browser.post, browser.head)]
    assert {answer.status_code for answer in answers} == {404}


# --- complained -----------------------------------------------------------------------------------
def test_it_is_registered_and_told_by_a_code_that_stands_nowhere(county, send):
    answer = send()
    complaint, kept = the_complaint(), opening.opened(Identity.objects.get())
    assert (complaint.channel, complaint.by_code, complaint.facts) == ("web", True, FACTS)
    assert (kept.name, kept.phone) == (CALLER.name, CALLER.phone)
    digits = code_in(answer).replace(" ", "")
    assert kept.code == digits
    assert digits not in tables(
        "vault_identity", "vault_mark", "complaints_complaint", "matters_entry", "pages_submission"
    )


def test_who_is_anonymous_leaves_no_name_and_looks_all_the_same(web, send):
    code = code_in(send(identity_mode="anonymous", name="", phone=""))
    assert opening.opened(Identity.objects.get()).name == ""
    assert "受理审查" in words(web.post(LOOK, {"code": code}))


def test_a_second_click_and_a_page_loaded_again_are_one_complaint_and_the_same_code(county, web):
    given = {"facts": FACTS, "cause": county.cause().pk, "name": CALLER.name}
    values = form_of(web.get(REPORT)) | given
    assert code_in(web.post(REPORT, values)) == code_in(web.post(REPORT, values))
    assert Complaint.objects.count() == 1


def test_a_page_that_is_loaded_again_much_later_shows_the_code_no_more(county, web):
    values = form_of(web.get(REPORT)) | {"facts": FACTS, "cause": county.cause().pk, "name": CALLER.name}
    web.post(REPORT, values)
    Identity.objects.update(received_at=timezone.now() - timedelta(hours=1))
    again = web.post(REPORT, values)
    assert (again.status_code, CODE.search(words(again))) == (409, None)
    assert "已经收到" in words(again)
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"facts": ""}, "请填写反映的问题"),
        ({"facts": "\u200b \u3000"}, "请填写反映的问题"),
        ({"facts": "字" * 2001}, "2000"),
        ({"facts": f"我是{CALLER.name}，有人设卡"}, "写出了您的姓名"),
        ({"place": f"{CALLER.phone}旁边"}, "写出了您的电话"),
        ({"cause": ""}, "请选择属于哪一类"),
        ({"cause": "999999"}, "选择一个有效的选项"),
        ({"cause": "' OR 1=1"}, "选择一个有效的选项"),
        ({"name": "", "phone": ""}, "请填姓名或者企业名称"),
        ({"identity_mode": "anonymous"}, "不要填姓名"),
        ({"identity_mode": "named"}, "选择一个有效的选项"),
        ({"name": "长" * 41}, "40"),
        ({"facts": "设卡\x00收费"}, "空字符"),
    ],
)
def test_what_cannot_be_taken_is_told_in_words_and_what_was_typed_stands_there(send, changes, told):
    answer = send(**{"demand": "拆除收费卡", **changes})
    assert (answer.status_code, told in words(answer), "拆除收费卡" in words(answer)) == (422, True, True)
    assert not Complaint.objects.exists()


def test_odd_words_are_taken_as_they_are(send):
    odd = "<script>alert(1)</script> 100%_ ' \" \\ 😀 {{ x }} \u202e"
    assert send(facts=odd).status_code == 200
    assert the_complaint().facts.startswith("<script>alert(1)</script> 100%_")


# --- evidence -------------------------------------------------------------------------------------
def test_evidence_is_sealed_with_who_it_is(county, send):
    send(evidence=SimpleUploadedFile("红岩竹业的收据.png", picture()))
    assert len(opening.open_scan(county.director, Scan.objects.get(), "核实情况")) == 1
    lying = [path.read_bytes() for path in kept()]
    assert lying
    assert not any(b"PNG" in content for content in lying)
    assert "红岩竹业" not in tables("vault_scan", "matters_attachment")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("收据.docx", minutes, "不是扫描件"),
        ("收据.png", lambda: b"MZ" + b"0" * 2000, "是程序"),
        ("收据.png", lambda: picture()[:40], "损坏"),
    ],
)
def test_evidence_that_cannot_be_looked_at_is_refused_and_leaves_nothing(send, settings, name, content, told):
    good = SimpleUploadedFile("好的.png", picture())
    answer = send(evidence=[good, SimpleUploadedFile(name, content())])
    assert (answer.status_code, told in words(answer)) == (422, True)
    assert not stored(settings.FILES_ROOT)


def test_of_a_form_that_was_refused_no_evidence_stays_and_it_says_so(send, settings):
    answer = send(facts="", evidence=SimpleUploadedFile("收据.png", picture()))
    assert "请重新选择" in words(answer)
    assert not stored(settings.FILES_ROOT)


# --- looked at ------------------------------------------------------------------------------------
def test_by_the_code_the_stage_is_read_and_nothing_of_who_handles_it(county, look, code):
    assert "受理审查" in words(look())
    complaint = the_complaint()
    complaining.accept(complaint.matter.officer, complaint, "transfer", "normal")
    complaining.dispatch(
        complaint.matter.officer, the_complaint(), county.water, "请核查设卡收费。", "normal"
    )
    told = words(look())
    assert 'aria-current="step">办理中' in told
    for hidden in ("水利局", complaint.matter.officer.name, "请核查", CALLER.name):
        assert hidden not in told


@pytest.mark.parametrize("typed", ["{0}", "{1}", "{2}", " {1}　"])
def test_the_code_is_known_however_it_is_typed(web, code, typed):
    wide = code.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    asked = typed.format(code, code.replace(" ", ""), wide)
    assert web.post(LOOK, {"code": asked}).status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        "0000 0000 0000 0000",
        "1",
        "%",
        "_" * 16,
        "' OR ''='",
        "\x00" * 4,
        "9" * 40,
        "１２３",
        "𝟘" * 16,
        "a" * 16,
    ],
)
def test_a_wrong_code_is_answered_alike_whether_near_or_far(web, code, typed):
    answer = web.post(LOOK, {"code": typed})
    assert answer.status_code in (404, 422)
    assert the_complaint().matter.number not in words(answer)


def test_a_code_in_an_address_opens_nothing(web, code):
    assert the_complaint().matter.number not in words(web.get(LOOK, {"code": code}))


# --- added, judged --------------------------------------------------------------------------------
def test_what_is_missing_is_asked_for_and_answered_by_the_code(look):
    complaint = the_complaint()
    complaining.ask_more(complaint.matter.officer, complaint, "请说明收费的时间。")
    assert "请说明收费的时间。" in words(look())
    answer = look(do="add", text="每天上午八点到十点。")
    assert "已收到您补充的情况" in words(answer)
    found = the_complaint()
    assert (found.state, "每天上午八点到十点" in found.facts) == ("received", True)


def test_facts_that_were_sent_twice_are_added_once_and_others_after_them(web, look):
    values = {"do": "add", "text": "每天上午八点。", "once": form_of(look())["once"]}
    first, again = look(**values), look(**values)
    assert ["已收到您补充的情况" in words(one) for one in (first, again)] == [True, True]
    look(do="add", text="周日没有。", once=form_of(again)["once"])
    facts = the_complaint().facts
    assert (facts.count("每天上午八点"), facts.count("周日没有")) == (1, 1)


def test_facts_that_tell_who_it_is_are_refused_beside_the_field_and_mended(look):
    once = form_of(look())["once"]
    refused = look(do="add", text=f"我是{CALLER.name}", once=once)
    assert ("请改写" in words(refused), CALLER.name in words(refused)) == (True, True)
    assert "已收到" in words(look(do="add", text="收据在我这里。", once=form_of(refused)["once"]))
    assert CALLER.name not in the_complaint().facts


@pytest.fixture
def answered(county, code) -> Complaint:
    complaint = the_complaint()
    officer = complaint.matter.officer
    complaining.accept(officer, complaint, "own", "normal")
    complaining.self_report(officer, the_complaint(), "现场核查属实，已拆除。")
    complaining.conclude(county.director, the_complaint(), "true", "已拆除收费卡。")
    complaining.answer(officer, the_complaint(), "经查属实，已经拆除收费卡。", "code")
    return the_complaint()


def test_the_answer_is_read_and_judged_and_that_closes_it(look, answered):
    assert "已经拆除收费卡" in words(look())
    once = form_of(look())["once"]
    for _click in range(2):
        assert "已收到您的评价" in words(look(do="say", satisfaction="satisfied", once=once))
    assert the_complaint().state == "closed"


def test_who_is_not_content_says_why_and_the_bureau_looks_into_it(look, answered):
    assert "请写明为什么不满意" in words(look(do="say", satisfaction="dissatisfied"))
    look(do="say", satisfaction="dissatisfied", words="钱没有退。")
    assert the_complaint().state == "dissatisfied"


def test_facts_that_come_too_late_are_refused_in_words_and_stand_there(county, look, answered):
    refused = words(look(do="add", text="还有一处也在收费。"))
    assert "现在不能办理这一步" in refused
    assert "还有一处也在收费。" in refused


def test_what_is_not_the_turn_of_who_complains_is_refused(look):
    assert "现在不能办理这一步" in words(look(do="say", satisfaction="satisfied"))
    for odd in ("close", "accept", "void", "__class__"):
        assert look(do=odd).status_code == 200
    assert the_complaint().state == "received"


# --- how often ------------------------------------------------------------------------------------
def test_from_one_place_so_many_complaints_an_hour_and_faults_are_not_counted_as_one(send):
    for _fault in range(8):
        assert send(facts="").status_code == 422
    found = [send(facts=f"{FACTS}{number}").status_code for number in range(7)]
    assert found == [200] * 5 + [429] * 2
    assert "设卡" in words(send())  # what was typed stands there


def test_codes_are_tried_so_often_and_no_more(web, code):
    tries = [web.post(LOOK, {"code": f"{number:016}"}).status_code for number in range(32)]
    assert tries == [404] * 30 + [429] * 2
    assert web.post(LOOK, {"code": code}).status_code == 429


def test_all_together_no_more_than_that(monkeypatch, send):
    monkeypatch.setitem(limiting.BY_ALL, limiting.REPORT, 2)
    found = [send(facts=f"{FACTS}{n}", REMOTE_ADDR=f"10.0.0.{n}").status_code for n in range(3)]
    assert found == [200, 200, 429]


@pytest.mark.parametrize(
    ("proxies", "forged", "counted"),
    [
        (0, ["1.1.1.{n}", "2.2.2.{n}, 9.9.9.9"], "peer"),
        (1, ["{n}.1.1.1, 9.9.9.9"], "9.9.9.9"),
        (2, ["{n}.1.1.1, 9.9.9.9, 10.0.0.1"], "9.9.9.9"),
    ],
)
def test_nobody_makes_themself_another_place_by_a_header(settings, web, proxies, forged, counted):
    settings.PROXY_COUNT = proxies
    for number in range(6):
        for header in forged:
            web.post(LOOK, {"code": "1"}, headers={"X-Forwarded-For": header.format(n=number)})
    assert PublicUse.objects.exclude(digest=limiting.EVERYBODY).count() == 1


def test_the_place_stands_nowhere(send, caplog):
    caplog.set_level("DEBUG")
    send()
    stored = tables("complaints_publicuse", "vault_identity", "matters_entry", "complaints_complaint")
    assert "127.0.0.1" not in stored + caplog.text


def test_of_who_used_it_nothing_is_left_the_day_after(send):
    send()
    PublicUse.objects.update(hour=timezone.now() - timedelta(days=2))
    limiting.forget()
    assert not PublicUse.objects.exists()


# --- nothing left in the browser ------------------------------------------------------------------
@pytest.mark.parametrize("url", [REPORT, LOOK])
def test_its_pages_are_nobodys_and_stay_nowhere(web, url):
    answer = web.get(url)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "noindex" in answer["X-Robots-Tag"]
    assert set(answer.cookies) == {"csrftoken"}
    assert "<script" not in words(answer)
    assert "http://" not in words(answer).replace("http://www.w3.org", "")


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_it_knows_no_other_method(web, method):
    assert {getattr(web, method)(url).status_code for url in (REPORT, LOOK)} == {405}


def test_who_is_logged_in_there_stays_so_and_nothing_of_it_is_noted(county, enter, caplog):
    caplog.set_level("INFO")
    browser = enter(county.water_liaison)
    browser.get("/")
    caplog.clear()
    before = {one.pk: (one.session_data, one.expire_date) for one in Session.objects.all()}
    given = {"facts": FACTS, "cause": county.cause().pk, "name": CALLER.name}
    answer = browser.post(REPORT, form_of(browser.get(REPORT)) | given)
    browser.post(LOOK, {"code": code_in(answer)})
    assert {one.pk: (one.session_data, one.expire_date) for one in Session.objects.all()} == before
    assert "sessionid" not in answer.cookies
    lines = [line.facts for line in caplog.records if line.name == "bureau.access"]
    assert {line["person"] for line in lines} == {None}
    assert county.water_liaison.name not in words(answer)
    entry = the_complaint().matter.entries.get()
    assert (entry.actor_id, entry.audience) == (None, "above")


def test_a_page_from_before_another_login_keeps_nothing_of_what_was_typed(county, enter):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(county.water_liaison)
    answer = browser.post(REPORT, {"facts": FACTS, "name": CALLER.name})
    assert answer.status_code == 403
    assert CALLER.name not in tables("pages_draft", "org_session")


def test_a_browser_that_takes_no_cookie_is_led_back_to_the_page_itself():
    answer = Client(enforce_csrf_checks=True).post(REPORT, {"facts": FACTS})
    assert (answer.status_code, f'href="{REPORT}"' in words(answer)) == (403, True)


def test_no_line_of_the_log_has_the_code_or_who_it_is(send, web, caplog):
    caplog.set_level("DEBUG")
    code = code_in(send())
    web.post(LOOK, {"code": code})
    web.get(f"{LOOK}?code={code.replace(' ', '')}")
    for word in (code, code.replace(" ", ""), CALLER.name, CALLER.phone, "设卡"):
        assert word not in caplog.text


def test_without_a_clerk_or_a_director_it_says_to_call(send):
    from bureau.org.models import Person

    Person.objects.update(is_active=False)
    answer = send()
    assert (answer.status_code, "请拨打投诉电话" in words(answer)) == (409, True)


def test_the_unit_complained_about_is_told_of_nothing(county, code, enter):
    complaint = the_complaint()
    assert enter(county.horse_liaison).get(reverse("complaints:page", args=[complaint.pk])).status_code == 404
