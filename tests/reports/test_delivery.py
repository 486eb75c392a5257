"""An issue laid before its leaders and units: who gets it, who reads it, who sees it."""

from functools import partial
from itertools import groupby

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bureau.matters.merger import merge as merging
from bureau.notices.models import Notice
from reports import actions
from reports.actions import Start
from reports.models import Bulletin, Receipt, Series
from tests.deputies import fresh, secretary
from tests.reports.conftest import text_of
from tests.reports.screen import statuses
from tests.reports.specials import issue, survey
from tests.together import together


def delivered(county, *units) -> Bulletin:
    """An issued letter to these units."""
    letter = actions.draft_blank(county.officer, Start(Series.LETTER))
    text = {"title": "关于有关事项的函", "body": "请办理。", "main_to": "", "plate": "bureau"}
    actions.edit(county.officer, letter, text, {}, units=list(units))
    return issue(county, Bulletin.objects.get(pk=letter.pk))


def test_a_notice_goes_to_every_leader_and_every_unit(county, issued):
    leaders = issued.receipts.filter(person__isnull=False).count()
    units = set(issued.receipts.filter(unit__isnull=False).values_list("unit__short", flat=True))
    assert leaders == 2
    assert {"县水利局", "县交通运输局", "马石镇"} <= units
    assert "督查局" not in units


def test_delivering_again_adds_nothing(county, issued):
    from reports.delivering import deliver

    before = issued.receipts.count()
    deliver(issued, issued.issued_at)
    assert issued.receipts.count() == before


def test_everybody_who_answers_for_the_unit_is_told_once_and_reads_no_content(county, issued):
    told = Notice.objects.filter(key=f"issued:{issued.pk}")
    people = set(told.values_list("person__username", flat=True))
    assert {county.water_liaison.username, county.water_head.username} <= people
    assert not any(issued.title in notice.words for notice in told)


def test_the_first_of_the_unit_who_opens_it_has_read_it_for_the_unit(county, issued, enter):
    enter(county.water_head).get(issued.get_absolute_url())
    enter(county.water_liaison).get(issued.get_absolute_url())
    receipt = issued.receipts.get(unit=county.water)
    assert receipt.read_by == county.water_head
    assert issued.receipts.get(unit=county.roads).read_at is None


def test_the_desk_reading_it_marks_nothing(county, issued, enter):
    enter(county.officer).get(issued.get_absolute_url())
    assert not issued.receipts.exclude(read_at=None).exists()


def test_a_letter_is_seen_by_its_units_and_nobody_else(county, client):
    letter = delivered(county, county.water)
    found = statuses(county, client, letter.get_absolute_url())
    assert {name for name, status in found.items() if status == 200} == {
        "officer",
        "colleague",
        "clerk",
        "inquirer",
        "director",
        "deputy",
        "water_liaison",
        "water_head",
    }


def test_the_file_of_a_letter_is_as_closed_as_its_page(county, client):
    letter = delivered(county, county.water)
    for name in ("pdf", "word"):
        found = statuses(county, client, reverse(f"reports:{name}", args=[letter.pk]))
        assert found["water_liaison"] == 200
        assert {found[name] for name in ("roads_liaison", "magistrate", "system")} == {404}


def test_choosing_units_changes_the_words_until_somebody_types_over_them(county, draft):
    text = text_of(draft)
    actions.edit(county.officer, draft, dict(text), {}, units=[county.water, county.roads])
    assert Bulletin.objects.get(pk=draft.pk).issue_to == "县水利局、县交通运输局。"
    draft = Bulletin.objects.get(pk=draft.pk)
    actions.edit(county.officer, draft, text_of(draft) | {"issue_to": "两家。"}, {}, units=[county.water])
    assert Bulletin.objects.get(pk=draft.pk).issue_to == "两家。"


def test_copies_of_what_is_restricted_are_numbered_and_of_the_rest_not(county, issued):
    matter = county.directive("running").matter
    paper = issue(county, survey(county, matter, readers=[county.magistrate, county.vice]))
    assert sorted(paper.receipts.values_list("copy_no", flat=True)) == [1, 2]
    assert set(issued.receipts.values_list("copy_no", flat=True)) == {None}


def test_a_receipt_is_of_a_person_or_a_unit(county, issued):
    with pytest.raises(IntegrityError), transaction.atomic():
        Receipt.objects.create(bulletin=issued, delivered_at=issued.issued_at)


def test_the_desk_sees_who_has_not_read_it_first(county, issued, enter):
    enter(county.water_head).get(issued.get_absolute_url())
    receipts = enter(county.officer).get(issued.get_absolute_url()).context["receipts"]
    assert [one.unit for one in receipts if one.read_at] == [county.water]
    assert receipts[-1].unit == county.water


def test_nobody_but_the_desk_sees_who_has_read_it(county, issued, enter):
    for person in (county.water_liaison, county.magistrate):
        assert "receipts" not in enter(person).get(issued.get_absolute_url()).context


def test_the_units_desk_counts_what_is_to_be_read(county, issued, enter):
    liaison = enter(county.water_liaison)
    assert "有 1 期通报、函件等你单位签阅" in liaison.get("/").content.decode()
    liaison.get(issued.get_absolute_url())
    assert "等你单位签阅" not in liaison.get("/").content.decode()


def test_the_unread_stand_by_class_leaders_first(county, issued, enter):
    receipts = enter(county.officer).get(issued.get_absolute_url()).context["receipts"]
    groups = [group for group, _ in groupby(one.group for one in receipts)]
    assert groups[0] == (False, "领导")
    assert groups[-1] == (False, "乡镇类")
    assert len(groups) == len(set(groups))


def test_of_numbered_copies_the_desk_sees_which_are_paper(county, enter):
    matter = county.directive("running").matter
    paper = issue(county, survey(county, matter, readers=[county.magistrate, county.vice]))
    page = enter(county.officer).get(paper.get_absolute_url())
    assert page.context["paper_copies"] == (3, 5)
    assert "份号 000003 至 000005" in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_open_it_at_once_one_has_read_it(county, issued):
    first = together(
        partial(actions.read, county.water_liaison, issued), partial(actions.read, county.water_head, issued)
    )
    assert sorted(first) == [False, True]
    assert issued.receipts.filter(read_at__isnull=False).count() == 1


def test_who_acts_for_somebody_hears_of_it_and_marks_nothing_as_read(county, enter):
    secretary(county, county.water_head, county.roads_liaison)
    letter = delivered(county, county.water)
    assert Notice.objects.filter(key=f"issued:{letter.pk}", person=county.roads_liaison).exists()
    assert enter(fresh(county.roads_liaison)).get(letter.get_absolute_url()).status_code == 200
    assert letter.receipts.get().read_at is None


def test_what_a_unit_got_before_it_was_merged_its_successor_reads(county, enter):
    letter = delivered(county, county.water)
    merging.merge(county.system, county.water, county.roads, timezone.localdate())
    response = enter(fresh(county.roads_liaison)).get(letter.get_absolute_url())
    assert response.status_code == 200
    assert letter.receipts.get().read_by == county.roads_liaison


def test_of_a_unit_that_was_merged_while_drafting_the_successors_people_are_told(county):
    letter = actions.draft_blank(county.officer, Start(Series.LETTER))
    text = {"title": "关于有关事项的函", "body": "请办理。", "main_to": "", "plate": "bureau"}
    actions.edit(county.officer, letter, text, {}, units=[county.water])
    merging.merge(county.system, county.water, county.roads, timezone.localdate())
    letter = issue(county, Bulletin.objects.get(pk=letter.pk))
    told = Notice.objects.filter(key=f"issued:{letter.pk}").values_list("person", flat=True)
    assert county.roads_liaison.pk in told


def test_a_page_asks_the_same_number_of_questions_however_many_got_it(
    county, enter, django_assert_num_queries
):
    few, many = delivered(county, county.water), delivered(county, county.roads, county.horse, county.finance)
    officer = enter(county.officer)
    officer.get(few.get_absolute_url())
    with CaptureQueriesContext(connection) as asked:
        officer.get(few.get_absolute_url())
    with django_assert_num_queries(len(asked)):
        officer.get(many.get_absolute_url())
