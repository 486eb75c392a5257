"""Who finds a 专报, in each state of its life, by every way to it; and who finds nothing."""

import pytest
from django.urls import reverse

from bureau.jobs.barred import Barred
from bureau.leading.instructing import instruct_on
from bureau.notices.models import Notice
from bureau.org.posts import Post
from reports import actions
from reports.models import Bulletin, Receipt
from tests import county as cast
from tests.deputies import fresh as anew
from tests.deputies import secretary, stand_in
from tests.reports.conftest import text_of
from tests.reports.screen import DESK, all_statuses, pages
from tests.reports.specials import answer, fresh, issue, survey

SEALED = {"officer", "director", "deputy"}
NAMES = ("page", "pdf")


def found_by(county, client, bulletin) -> set[str]:
    """Who gets an answer at its page and its PDF: the same people."""
    found = all_statuses(county, client, [reverse(f"reports:{name}", args=[bulletin.pk]) for name in NAMES])
    seen = [{who for who, answers in found.items() if answers[place] != 404} for place in range(len(NAMES))]
    listed = {
        who
        for who, one in county.cast.items()
        if Bulletin.objects.visible_to(anew(one)).filter(pk=bulletin.pk)
    }
    assert seen == [listed, listed]
    return listed


@pytest.fixture
def sealed(county):
    """An investigation report on a sealed matter of finance, for the magistrate and the vice, not yet issued."""
    matter = county.directive("running", to=[county.finance], title="限阅的一件事", secrecy="sealed").matter
    return survey(county, matter, readers=[county.magistrate])


def test_a_draft_is_the_desks(county, client):
    assert found_by(county, client, answer(county)) == DESK


def test_while_it_waits_for_a_leader_that_leader_sees_it_too(county, client):
    bulletin = answer(county)
    actions.edit(county.officer, bulletin, text_of(bulletin) | {"signer": county.vice}, {})
    assert found_by(county, client, bulletin) == DESK
    actions.submit(county.officer, bulletin)
    actions.check(county.colleague, bulletin)
    assert found_by(county, client, bulletin) == DESK | {"vice"}


def test_issued_it_is_its_readers_and_no_other_leaders_no_units(county, client):
    bulletin = issue(county, answer(county))
    assert found_by(county, client, bulletin) == DESK | {"magistrate"}


def test_a_discarded_one_is_nobodys(county, client):
    bulletin = answer(county)
    actions.discard(county.officer, bulletin)
    assert found_by(county, client, bulletin) == set()


def test_what_quotes_something_sealed_is_its_peoples(county, client, sealed):
    assert found_by(county, client, sealed) == SEALED
    assert found_by(county, client, issue(county, sealed)) == SEALED | {"magistrate"}


def test_what_is_sealed_after_it_was_issued_closes_the_paper_too(county, client):
    matter = county.directive("running", to=[county.finance]).matter
    bulletin = issue(county, survey(county, matter, readers=[county.vice]))
    assert found_by(county, client, bulletin) == DESK | {"vice"}
    type(matter).objects.filter(pk=matter.pk).update(secrecy="sealed")
    assert found_by(county, client, bulletin) == SEALED | {"vice"}


def test_the_answer_to_a_sealed_instruction_is_sealed(county, client):
    record = county.instruction("accepted")
    bulletin = answer(county, record)
    type(record.matter).objects.filter(pk=record.pk).update(secrecy="sealed")
    assert found_by(county, client, bulletin) == SEALED


def test_a_colleague_can_do_nothing_on_a_sealed_one(county, sealed):
    with pytest.raises(Barred, match="限阅事项"):
        actions.submit(county.colleague, sealed)
    actions.submit(county.officer, sealed)
    with pytest.raises(Barred, match="限阅事项"):
        actions.check(county.colleague, sealed)
    assert not Bulletin.objects.to_check(county.colleague).exists()
    assert Bulletin.objects.to_check(county.deputy).exists()


def test_a_secretary_reads_what_was_laid_before_the_leader_but_nothing_sealed(county, client, sealed):
    secretary(county, county.magistrate, county.horse_liaison)
    plain, secret = issue(county, answer(county)), issue(county, sealed)
    assert found_by(county, client, plain) == DESK | {"magistrate", "horse_liaison"}
    assert found_by(county, client, secret) == SEALED | {"magistrate"}


def test_the_leaders_reading_is_the_leaders_own(county, client):
    secretary(county, county.magistrate, county.horse_liaison)
    bulletin = issue(county, answer(county))
    for person in (county.horse_liaison, county.director):
        client.force_login(person)
        client.get(bulletin.get_absolute_url())
    assert Receipt.objects.get().read_at is None
    client.force_login(county.magistrate)
    client.head(bulletin.get_absolute_url())
    assert Receipt.objects.get().read_at is None
    client.get(bulletin.get_absolute_url())
    assert Receipt.objects.get().read_at


def test_opening_the_file_is_reading_it(county, client):
    bulletin = issue(county, answer(county))
    client.force_login(county.magistrate)
    client.get(reverse("reports:pdf", args=[bulletin.pk]))
    assert Receipt.objects.get().read_at


@pytest.mark.parametrize(("asked_by", "signs"), [("vice", False), ("magistrate", True)])
def test_in_the_chosen_leaders_stead_signs_anybody_but_who_asked(county, client, asked_by, signs):
    """The vice stands in for a third leader who was chosen to sign."""
    third = cast.person("third", "常务副县长", None, Post.LEADER)
    stand_in(third, county.vice)
    asker = county.cast[asked_by]
    word = county.word(leader=asker, leader_name=asker.name)
    bulletin = answer(county, county.instruction("accepted", word=word))
    actions.edit(county.officer, bulletin, text_of(bulletin) | {"signer": third}, {})
    actions.submit(county.officer, bulletin)
    actions.check(county.director, bulletin)
    assert Bulletin.objects.to_sign(anew(county.vice)).exists() == signs
    client.force_login(county.vice)
    client.post(f"/reports/{bulletin.pk}/sign/?for={third.pk}")
    assert fresh(bulletin).signed_by == (third if signs else None)


def test_the_desk_reads_who_has_read_and_nobody_else_does(county, client):
    bulletin = issue(county, answer(county))
    client.force_login(county.officer)
    page = client.get(bulletin.get_absolute_url()).content.decode()
    assert "送达 1 家（人），已阅 0，未阅 1" in page
    client.force_login(county.magistrate)
    assert 'id="readers"' not in client.get(bulletin.get_absolute_url()).content.decode()
    client.force_login(county.officer)
    page = client.get(bulletin.get_absolute_url()).content.decode()
    assert "送达 1 家（人），已阅 1，未阅 0" in page


def test_a_leader_on_paper_is_named_as_such_and_gets_a_cover(county, client):
    word = county.word(leader=None, leader_name="市委书记", level="city")
    bulletin = issue(county, answer(county, county.instruction("accepted", word=word)))
    client.force_login(county.officer)
    page = client.get(bulletin.get_absolute_url()).content.decode()
    assert '市委书记 <span class="soft">在本系统没有账号，印发后送纸质件' in page
    cover = pages(client.get(reverse("reports:cover", args=[bulletin.pk])).content)
    assert "督查专报阅批单" in cover
    assert "请水利局牵头拿出方案，" in cover
    assert "一周内报我" in cover
    assert "— 2 —" not in cover


def test_a_matters_page_names_what_reports_on_it_to_those_who_see_that(county, client):
    matter = county.directive("running", to=[county.water]).matter
    bulletin = issue(county, survey(county, matter, readers=[county.magistrate]))
    shown = {}
    for who in ("officer", "magistrate", "vice", "water_liaison"):
        client.force_login(county.cast[who])
        shown[who] = bulletin.number in client.get(matter.get_absolute_url()).content.decode()
    assert shown == {"officer": True, "magistrate": True, "vice": False, "water_liaison": False}


def test_links_stand_on_both_matters_pages(county, client):
    matter = county.directive("running", to=[county.water]).matter
    bulletin = issue(county, survey(county, matter, readers=[county.magistrate]))
    record = instruct_on(county.magistrate, bulletin, county.word())
    client.force_login(county.officer)
    assert "由此引起：" in client.get(matter.get_absolute_url()).content.decode()
    page = client.get(record.matter.get_absolute_url()).content.decode()
    assert "由其引起：" in page
    assert f'批示写在：<a href="{bulletin.get_absolute_url()}">{bulletin.number}' in page
    assert record.matter.number in client.get(bulletin.get_absolute_url()).content.decode()
    client.force_login(county.water_liaison)
    assert record.matter.number not in client.get(matter.get_absolute_url()).content.decode()


@pytest.mark.slow
def test_no_notice_of_a_sealed_paper_goes_to_who_may_not_see_it(county, sealed):
    secretary(county, county.magistrate, county.horse_liaison)
    plain = county.directive("running", to=[county.finance]).matter
    issue(county, survey(county, plain, readers=[county.magistrate]))
    assert set(Notice.objects.filter(news="paper").values_list("person__username", flat=True)) == {
        "magistrate",
        "horse",
    }
    issue(county, sealed)
    assert Notice.objects.filter(news="paper", person=county.horse_liaison).count() == 1


def test_the_list_and_its_counts_keep_to_the_same_rule(county, client, sealed):
    issue(county, sealed)
    counts = {}
    for who, person in county.cast.items():
        client.force_login(person)
        counts[who] = len(client.get(reverse("reports:list")).context["table"].rows)
    assert {who for who, count in counts.items() if count} == SEALED | {"magistrate"}
