"""Drafting on the pages: what a form does, what it refuses, what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reports import actions
from reports.models import Bulletin
from tests.reports.screen import form_of


def test_a_source_becomes_a_draft_in_two_clicks(county, enter):
    kept, left = county.directive("running"), county.directive("running", title="另一事项")
    officer, url = enter(county.officer), f"{reverse('reports:new')}?source={county.source.pk}"
    shown = officer.get(url)
    assert [one.pk for one in shown.context["records"]] == [kept.pk, left.pk]
    officer.post(url, {"id": [kept.pk], "once": shown.context["hidden"]["once"]})
    assert [quote.matter_id for quote in Bulletin.objects.get().quotes.all()] == [kept.pk]


def test_a_second_click_drafts_nothing_more(county, enter):
    directive, officer = county.directive("running"), enter(county.officer)
    once = officer.get(f"{reverse('reports:new')}?id={directive.pk}").context["hidden"]["once"]
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
    assert response.context["records"] == []


def test_sealed_matters_are_left_out_with_a_word(county, enter):
    sealed = county.directive("running", secrecy="sealed")
    response = enter(county.officer).get(f"{reverse('reports:new')}?id={sealed.pk}")
    assert response.context["records"] == []
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


def test_html_in_the_text_is_shown_as_text(county, draft, enter):
    officer = enter(county.officer)
    typed = form_of(officer, draft) | {"body": "<script>alert(1)</script>"}
    officer.post(reverse("reports:edit", args=[draft.pk]), typed)
    assert "<script>alert(1)" not in officer.get(draft.get_absolute_url()).content.decode()


def test_the_list_asks_the_same_number_of_questions_however_long(county, signed, enter):
    officer, url = enter(county.officer), reverse("reports:list")

    def cost() -> int:
        with CaptureQueriesContext(connection) as spent:
            assert officer.get(url).status_code == 200
        return len(spent)

    cost()  # the names of the units are read once per process
    few = cost()
    for _ in range(10):
        actions.draft_from_source(county.officer, county.source)
    assert cost() == few


def test_wrong_conditions_lead_back_to_the_list(county, enter):
    response = enter(county.officer).get(
        f"{reverse('matters:ledger', args=['directives'])}?due_min=2026-02-30"
    )
    assert response["Location"] == f"{reverse('directives:list')}?due_min=2026-02-30"


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
