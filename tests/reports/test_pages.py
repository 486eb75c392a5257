"""The pages of bulletins: who enters, what a form does, what comes out."""

import hashlib
import io
import re

import pdfplumber
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from directives import actions as directives
from reports import actions, flow
from reports.models import Bulletin, Rendering
from reports.rendering import render_issue

DESK = {"officer", "colleague", "director", "deputy"}
ADMINISTRATORS = {"system", "security", "audit"}


@pytest.fixture
def enter(client):
    """The client, logged in as this person."""

    def log_in(person):
        client.force_login(person)
        return client

    return log_in


@pytest.fixture
def issued(signed):
    render_issue(signed.rendering.pk)
    signed.refresh_from_db()
    assert signed.state == flow.ISSUED
    return signed


def pages(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return "".join(page.extract_text() for page in opened.pages).replace("\n", "")


def hidden(response) -> dict:
    """The hidden fields of the page's own form."""
    page = response.content.decode()
    names = ("once", "seen")
    return {name: re.search(rf'name="{name}"\s+value="([^"]+)"', page).group(1) for name in names}


def form_of(client, bulletin) -> dict:
    """What the edit page would send back unchanged."""
    response = client.get(reverse("reports:edit", args=[bulletin.pk]))
    values = dict(response.context["form"].initial)
    for row in response.context["rows"]:
        for name in row.fields:
            if (value := row.initial[name]) is not False:
                values[row.add_prefix(name)] = "on" if value is True else value
    return values | hidden(response)


def statuses(county, client, url) -> dict:
    found = {}
    for name, person in county.cast.items():
        client.force_login(person)
        found[name] = client.get(url).status_code
    return found


@pytest.mark.parametrize("name", ["page", "edit", "pdf"])
def test_a_draft_exists_for_the_desk_alone(county, draft, client, name):
    found = statuses(county, client, reverse(f"reports:{name}", args=[draft.pk]))
    assert {who for who, status in found.items() if status == 200} == DESK
    assert set(found.values()) == {200, 404}


@pytest.mark.parametrize("name", ["page", "pdf"])
def test_an_issued_bulletin_goes_wide_but_not_to_administrators(county, issued, client, name):
    found = statuses(county, client, reverse(f"reports:{name}", args=[issued.pk]))
    assert {who for who, status in found.items() if status == 404} == ADMINISTRATORS
    assert set(found.values()) == {200, 404}


def test_drafting_is_the_desks_alone(county, client):
    found = statuses(county, client, reverse("reports:new"))
    assert {who for who, status in found.items() if status == 200} == DESK
    assert set(found.values()) == {200, 404}


def test_the_list_shows_units_only_what_was_issued(county, issued, enter):
    other = actions.draft_from_source(county.officer, county.source)
    rows = enter(county.stranger).get(reverse("reports:list")).context["table"].data
    assert [bulletin.pk for bulletin in rows] == [issued.pk]
    rows = enter(county.colleague).get(reverse("reports:list")).context["table"].data
    assert [bulletin.pk for bulletin in rows] == [other.pk, issued.pk]


def test_a_stranger_sees_the_words_of_a_bulletin_but_no_way_to_its_matters(county, issued, enter):
    page = enter(county.stranger).get(issued.get_absolute_url()).content.decode()
    matter = issued.quotes.first().matter
    assert matter.title in page
    assert matter.get_absolute_url() not in page
    assert (
        matter.get_absolute_url()
        in enter(county.water_liaison).get(issued.get_absolute_url()).content.decode()
    )


def test_absent_and_not_visible_answer_alike(county, draft, enter):
    stranger = enter(county.stranger)
    hidden_one, absent = (
        stranger.get(reverse("reports:page", args=[key])).content for key in (draft.pk, draft.pk + 999)
    )
    assert hidden_one == absent


def test_a_source_becomes_a_draft_in_two_clicks(county, enter):
    kept, left = county.directive("running"), county.directive("running", title="另一事项")
    officer, url = enter(county.officer), f"{reverse('reports:new')}?source={county.source.pk}"
    shown = officer.get(url)
    assert [one.pk for one in shown.context["directives"]] == [kept.pk, left.pk]
    officer.post(url, {"id": [kept.pk], "once": shown.context["once"]})
    assert [quote.matter_id for quote in Bulletin.objects.get().quotes.all()] == [kept.pk]


def test_a_second_click_drafts_nothing_more(county, enter):
    directive, officer = county.directive("running"), enter(county.officer)
    once = officer.get(f"{reverse('reports:new')}?id={directive.pk}").context["once"]
    for _ in range(2):
        response = officer.post(reverse("reports:new"), {"id": [directive.pk], "once": once})
        assert response.status_code == 302
    assert Bulletin.objects.count() == 1


@pytest.mark.parametrize("asked", ["source=x", "source=99999", "source=" + "9" * 40])
def test_a_paper_that_is_none_is_absent(county, enter, asked):
    assert enter(county.officer).get(f"{reverse('reports:new')}?{asked}").status_code == 404


@pytest.mark.parametrize("asked", ["id=x", "id=" + "9" * 40, "id=-1", "id=²"])
def test_forged_keys_of_matters_select_nothing(county, enter, asked):
    response = enter(county.officer).get(f"{reverse('reports:new')}?{asked}")
    assert response.context["directives"] == []


def test_sealed_matters_are_left_out_with_a_word(county, enter):
    sealed = county.directive("running", secrecy="sealed")
    response = enter(county.officer).get(f"{reverse('reports:new')}?id={sealed.pk}")
    assert response.context["directives"] == []
    assert "限阅事项，不得进入通报" in response.content.decode()


def test_saving_the_form_unchanged_changes_nothing_but_the_version(county, draft, enter):
    officer = enter(county.officer)
    officer.post(reverse("reports:edit", args=[draft.pk]), form_of(officer, draft))
    saved = Bulletin.objects.get(pk=draft.pk)
    assert (saved.title, saved.body, saved.copies) == (draft.title, draft.body, draft.copies)
    assert saved.version == draft.version + 2  # drawn up, then edited


def test_a_lagging_mark_without_a_reason_is_said_beside_its_row_and_loses_nothing(county, draft, enter):
    officer, first = enter(county.officer), draft.quotes.first()
    typed = form_of(officer, draft) | {f"quote-{first.pk}-lagging": "on", "title": "改了标题"}
    page = officer.post(reverse("reports:edit", args=[draft.pk]), typed).content.decode()
    assert "第1项标为进展滞后，请写明哪里滞后。" in page
    assert "改了标题" in page
    draft.refresh_from_db()
    assert draft.title != "改了标题"


def test_two_officers_editing_at_once_do_not_overwrite_each_other(county, draft, client):
    client.force_login(county.officer)
    url, first = reverse("reports:edit", args=[draft.pk]), form_of(client, draft)
    client.force_login(county.colleague)
    second = form_of(client, draft)
    client.post(url, second | {"title": "乙的标题"})
    client.force_login(county.officer)
    late = client.post(url, first | {"title": "甲的标题"})
    assert late.status_code == 409
    assert "您打开本页之后" in late.content.decode()
    assert "甲的标题" in late.content.decode()
    draft.refresh_from_db()
    assert draft.title == "乙的标题"


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "长" * 4000), ("title", ""), ("copies", "0"), ("copies", "一百"), ("body", "文" * 20_001)],
)
def test_bad_text_is_refused_in_words_beside_its_field(county, draft, enter, field, value):
    officer = enter(county.officer)
    response = officer.post(
        reverse("reports:edit", args=[draft.pk]), form_of(officer, draft) | {field: value}
    )
    assert response.status_code == 200
    assert response.context["form"].errors[field]


def test_save_and_send_reaches_the_leader_who_signs_in_two_taps(county, draft, enter):
    officer = enter(county.officer)
    officer.post(reverse("reports:edit", args=[draft.pk]), form_of(officer, draft) | {"submit": "1"})
    director = enter(county.director)
    doors = director.get(draft.get_absolute_url()).context["doors"]
    assert [door["label"] for door in doors] == ["签发", "退回修改"]
    for _ in range(2):
        response = director.post(doors[0]["url"], doors[0]["hidden"])
        assert response.status_code == 302
    draft.refresh_from_db()
    assert (draft.state, draft.issue_no, draft.signed_by) == (flow.SIGNED, 1, county.director)


def test_a_leader_who_read_an_older_text_does_not_sign_the_newer_one(county, draft, enter):
    actions.submit(county.officer, draft)
    director = enter(county.director)
    door = director.get(draft.get_absolute_url()).context["doors"][0]
    actions.send_back(county.deputy, draft, "再改")
    actions.submit(county.officer, draft)
    director.post(door["url"], door["hidden"])
    draft.refresh_from_db()
    assert draft.state == flow.SUBMITTED


def test_sending_back_asks_for_the_reason(county, draft, enter):
    actions.submit(county.officer, draft)
    url = reverse("reports:step", args=[draft.pk, "send_back"])
    assert "reason" in enter(county.director).post(url, {"reason": ""}).context["form"].errors
    enter(county.director).post(url, {"reason": "请核实数据"})
    draft.refresh_from_db()
    assert draft.state == flow.DRAFT


def test_the_drafter_reads_why_the_signing_door_is_shut(county, enter):
    county.directive("running")
    own = actions.draft_from_source(county.director, county.source)
    actions.submit(county.director, own)
    doors = enter(county.director).get(own.get_absolute_url()).context["doors"]
    assert doors[0]["why_not"] == "须由拟稿人以外的局领导签发。"


def test_a_step_that_does_not_exist_is_absent(county, draft, enter):
    assert enter(county.officer).get(reverse("reports:step", args=[draft.pk, "fly"])).status_code == 404


def test_html_in_the_text_is_shown_as_text(county, draft, enter):
    officer = enter(county.officer)
    typed = form_of(officer, draft) | {"body": "<script>alert(1)</script>"}
    officer.post(reverse("reports:edit", args=[draft.pk]), typed)
    assert "<script>alert(1)" not in officer.get(draft.get_absolute_url()).content.decode()


def test_the_preview_says_that_it_is_a_draft_and_the_issue_does_not(county, issued, draft, enter):
    other = actions.draft_from_source(county.officer, county.source)
    officer = enter(county.officer)
    preview = officer.get(reverse("reports:pdf", args=[other.pk]))
    assert "草稿" in pages(preview.content)
    final = b"".join(officer.get(reverse("reports:pdf", args=[issued.pk])).streaming_content)
    text = pages(final)
    assert "草稿" not in text
    assert "第1期（总第1期）" in text.replace(" ", "")
    assert "共3项，已办结1项，占33%；正在办理2项，占67%" in text


def test_the_stored_file_is_the_one_whose_digest_is_shown(county, issued, enter):
    stranger = enter(county.stranger)
    pdf = b"".join(stranger.get(reverse("reports:pdf", args=[issued.pk])).streaming_content)
    assert hashlib.sha256(pdf).hexdigest() == issued.rendering.sha256
    assert issued.rendering.sha256 in stranger.get(issued.get_absolute_url()).content.decode()


def test_a_failed_setting_says_why_and_can_be_tried_again(
    county, signed, enter, faces, monkeypatch, tmp_path
):
    monkeypatch.setattr("reports.prints.press.FACES", tmp_path)
    render_issue(signed.rendering.pk)
    officer = enter(county.officer)
    page = officer.get(signed.get_absolute_url())
    assert "排版字体尚未就绪" in page.content.decode()
    door = page.context["doors"][0]
    officer.post(door["url"], door["hidden"])
    monkeypatch.setattr("reports.prints.press.FACES", faces)
    assert Rendering.objects.get().state == "waiting"
    assert render_issue(signed.rendering.pk)


def test_the_list_asks_the_same_number_of_questions_however_long(
    county, signed, enter, django_assert_max_num_queries
):
    for _ in range(10):
        actions.draft_from_source(county.officer, county.source)
    officer = enter(county.officer)
    with django_assert_max_num_queries(14):
        officer.get(reverse("reports:list"))


def test_a_notice_is_printed_for_who_sees_the_matter(county, client):
    directive = county.directive("running", to=[county.water, county.roads], asked="每月报一次进度")
    found = statuses(county, client, reverse("reports:notice", args=[directive.pk]))
    sees = DESK | {"water_liaison", "water_head", "roads_liaison", "magistrate", "vice"}
    assert {who for who, status in found.items() if status == 200} == sees
    assert set(found.values()) == {200, 404}


def test_a_notice_names_units_matter_and_limits(county, enter):
    directive = county.directive("running", to=[county.water, county.roads], asked="每月报一次进度")
    directive.refresh_from_db()
    text = pages(enter(county.officer).get(reverse("reports:notice", args=[directive.pk])).content)
    for words in (
        "督查通知单",
        "桃溪县水利局、桃溪县交通运输局：",
        directive.notice_number,
        "每月报一次进度",
    ):
        assert words in text


def test_a_notice_of_what_is_not_dispatched_is_refused_in_words(county, enter):
    directive = county.directive("approved")
    response = enter(county.officer).get(reverse("reports:notice", args=[directive.pk]), follow=True)
    assert "还没有督查通知单" in response.content.decode()


def test_the_printed_ledger_has_the_rows_of_the_filtered_list(county, enter):
    county.directive("running", title="甲事项推进情况")
    done = county.directive("running", title="乙事项推进情况")
    directives.report(county.water_liaison, done, "完成")
    text = pages(enter(county.officer).get(f"{reverse('reports:ledger')}?state=running").content)
    assert "甲事项推进情况" in text
    assert "乙事项推进情况" not in text
    assert "共1项" in text


def test_the_printed_ledger_holds_nothing_a_unit_may_not_see(county, enter):
    county.directive("running", title="水利事项")
    county.directive("running", to=[county.roads], title="公路事项")
    text = pages(enter(county.roads_liaison).get(reverse("reports:ledger")).content)
    assert "公路事项" in text
    assert "水利事项" not in text


def test_a_ledger_that_is_too_long_is_refused_in_words(county, enter, monkeypatch):
    monkeypatch.setattr("reports.views.printing.MOST_ROWS", 1)
    for _ in range(2):
        county.directive("draft")
    response = enter(county.officer).get(reverse("reports:ledger"))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("directives:list"))


def test_wrong_conditions_lead_back_to_the_list(county, enter):
    response = enter(county.officer).get(f"{reverse('reports:ledger')}?due_min=2026-02-30")
    assert response["Location"] == f"{reverse('directives:list')}?due_min=2026-02-30"


def test_the_list_tells_a_leader_what_waits_for_their_signature(county, draft, enter):
    actions.submit(county.officer, draft)
    assert "有1期通报等您签发" in enter(county.director).get(reverse("reports:list")).content.decode()
    assert "等您签发" not in enter(county.colleague).get(reverse("reports:list")).content.decode()


@pytest.mark.parametrize("asked", ["year=99999999999", "year=x", "q=%00", "sort=nothing", "state=no"])
def test_forged_conditions_do_no_harm(county, draft, enter, asked):
    assert enter(county.officer).get(f"{reverse('reports:list')}?{asked}").status_code == 200


@pytest.mark.parametrize("name", ["page", "edit"])
def test_a_page_asks_the_same_number_of_questions_however_much_it_quotes(
    county, draft, enter, name, django_assert_num_queries
):
    officer, url = enter(county.officer), reverse(f"reports:{name}", args=[draft.pk])
    officer.get(url)  # reads the calendar, which is kept
    with CaptureQueriesContext(connection) as few:
        officer.get(url)
    for _ in range(6):
        county.directive("running")
    longer = actions.draft_from_source(county.officer, county.source)
    with django_assert_num_queries(len(few)):
        officer.get(reverse(f"reports:{name}", args=[longer.pk]))


def test_a_discarded_draft_is_seen_no_more_and_spends_no_number(county, draft, enter):
    officer = enter(county.officer)
    door = officer.get(draft.get_absolute_url()).context["doors"][-1]
    assert door["label"] == "废弃"
    for _ in range(2):
        assert officer.post(door["url"], door["hidden"]).status_code in (302, 404)
    assert officer.get(draft.get_absolute_url()).status_code == 404
    assert Bulletin.objects.get(pk=draft.pk).issue_no is None
