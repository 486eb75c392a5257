"""分发名单: kept by the desk, and a draft addressed by one at once."""

from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bureau.jobs.barred import Barred
from bureau.matters.flow import NotNow
from bureau.matters.policy import Refused
from reports import actions
from reports.models import Bulletin, Mailing
from tests.reports.conftest import text_of
from tests.reports.screen import DESK, form_of, statuses
from tests.reports.specials import survey
from tests.together import together


def kept(county, name="水利口", readers=(), units=(), **words) -> Mailing:
    mailing = Mailing(name=name, version=0, **words)
    return actions.keep_mailing(county.officer, mailing, list(readers), list(units))


def typed(**words) -> dict:
    return {"name": "水利口", "units": "", "report_to": "", "send_to": "", "issue_to": "", **words}


def test_lists_are_the_desks_alone(county, client):
    url = reverse("reports:mailing", args=[kept(county).pk])
    for address in (url, reverse("reports:mailings"), reverse("reports:new_mailing")):
        found = statuses(county, client, address)
        assert {name for name, status in found.items() if status == 200} == DESK
        assert set(found.values()) == {200, 404}


def test_strangers_keep_drop_and_apply_nothing(county, draft):
    mailing = kept(county, units=[county.water])
    for person in (county.water_liaison, county.magistrate, county.stranger, county.system):
        for act in (
            partial(actions.keep_mailing, person, mailing, [], []),
            partial(actions.drop_mailing, person, mailing),
            partial(actions.apply_mailing, person, draft, mailing),
        ):
            with pytest.raises(Refused):
                act()
    assert list(Mailing.objects.get().units.all()) == [county.water]


def test_a_list_is_changed_on_its_page(county, enter):
    mailing = kept(county, readers=[county.magistrate], units=[county.water, county.roads])
    officer, url = enter(county.officer), reverse("reports:mailing", args=[mailing.pk])
    page = officer.get(url)
    assert page.context["form"].initial["units"] == "县水利局、县交通运输局"
    officer.post(url, typed(units="县财政局", readers=[county.vice.pk], **page.context["hidden"]))
    assert list(mailing.units.all()) == [county.finance]
    assert list(mailing.readers.all()) == [county.vice]


def test_who_opened_an_older_list_is_told_and_loses_nothing(county, enter):
    mailing = kept(county)
    officer, url = enter(county.officer), reverse("reports:mailing", args=[mailing.pk])
    hidden = officer.get(url).context["hidden"]
    actions.keep_mailing(county.colleague, mailing, [], [county.roads])
    response = officer.post(url, typed(issue_to="有关单位。", **hidden))
    assert response.status_code == 409
    assert "有关单位。" in response.content.decode()
    assert list(mailing.units.all()) == [county.roads]


def test_a_form_that_is_sent_twice_counts_once(county, enter):
    officer, url = enter(county.officer), reverse("reports:new_mailing")
    posted = typed(**officer.get(url).context["hidden"])
    assert [officer.post(url, posted).status_code for _ in range(2)] == [302, 302]
    assert Mailing.objects.get().version == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_of_one_name_at_once_one_counts(county):
    said = together(partial(kept, county), partial(kept, county))
    assert [type(one) for one in said if isinstance(one, Exception)] == [Barred]
    assert Mailing.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"name": ""}, "名称"),
        ({"name": "长" * 61}, "名称"),
        ({"units": "不存在局"}, "不存在局"),
        ({"readers": ["99999999"]}, "送阅领导"),
        ({"readers": ["\x00"]}, "送阅领导"),
        ({"issue_to": "长" * 1001}, "发"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(county, enter, words, said):
    officer, url = enter(county.officer), reverse("reports:new_mailing")
    response = officer.post(url, typed(**words) | officer.get(url).context["hidden"])
    assert response.status_code == 200
    assert said in response.content.decode()
    assert response.context["form"].errors
    assert not Mailing.objects.exists()


def test_applied_it_sets_whom_and_the_words_that_it_has(county, draft):
    before = text_of(draft)
    mailing = kept(county, readers=[county.vice], units=[county.horse], issue_to="马石镇。")
    entry = actions.apply_mailing(county.officer, draft, mailing)
    draft = Bulletin.objects.get(pk=draft.pk)
    assert (list(draft.readers.all()), list(draft.units.all())) == ([county.vice], [county.horse])
    assert (draft.issue_to, draft.report_to) == ("马石镇。", before["report_to"])
    assert "套用分发名单“水利口”" in entry.sentence


def test_who_left_and_what_is_out_of_use_is_left_out(county, draft):
    mailing = kept(county, readers=[county.vice, county.magistrate], units=[county.horse, county.roads])
    county.vice.is_active = county.roads.active = False
    county.vice.save()
    county.roads.save()
    actions.apply_mailing(county.officer, draft, mailing)
    assert (list(draft.readers.all()), list(draft.units.all())) == ([county.magistrate], [county.horse])


def test_of_a_special_only_the_leaders_are_set(county):
    paper = survey(county, county.directive("running").matter, readers=[county.magistrate])
    mailing = kept(county, readers=[county.vice], units=[county.horse], issue_to="马石镇。")
    actions.apply_mailing(county.officer, paper, mailing)
    paper = Bulletin.objects.get(pk=paper.pk)
    assert (list(paper.readers.all()), list(paper.units.all()), paper.issue_to) == ([county.vice], [], "")


def test_nothing_is_addressed_anew_once_it_is_signed(county, signed):
    with pytest.raises((Refused, NotNow)):
        actions.apply_mailing(county.officer, signed, kept(county, units=[county.horse]))


@pytest.mark.parametrize("key", ["", "x", "99999999", "9" * 30, "-1"])
def test_a_list_that_is_not_there_is_asked_for_by_name(county, draft, enter, key):
    kept(county)
    officer = enter(county.officer)
    posted = form_of(officer, draft) | {"address": "1", "mailing": key}
    response = officer.post(reverse("reports:edit", args=[draft.pk]), posted)
    assert response.status_code == 409
    assert "请选一个“分发名单”" in response.content.decode()


def test_the_lists_ask_the_same_number_of_questions_however_many(county, enter, django_assert_num_queries):
    kept(county, units=[county.water], readers=[county.magistrate])
    officer, url = enter(county.officer), reverse("reports:mailings")
    officer.get(url)
    with CaptureQueriesContext(connection) as few:
        officer.get(url)
    for number in range(6):
        kept(county, name=f"名单{number}", units=[county.roads, county.horse], readers=[county.vice])
    with django_assert_num_queries(len(few)):
        officer.get(url)
