"""核稿 and who signs."""

import pytest
from django.db import IntegrityError, transaction

from bureau.jobs.barred import Barred
from bureau.notices.models import Notice
from reports import actions, flow
from reports.models import Bulletin
from tests.reports.conftest import text_of
from tests.reports.specials import answer, fresh


def test_the_drafter_does_not_check_and_nothing_is_signed_unchecked(county, draft):
    actions.submit(county.officer, draft)
    with pytest.raises(Barred, match="须由拟稿人以外的人核稿"):
        actions.check(county.officer, draft)
    with pytest.raises(Barred, match="当前状态不能“签发”"):
        actions.sign(county.director, draft)
    with pytest.raises(Barred, match="由督查局办理"):
        actions.check(county.magistrate, draft)
    actions.check(county.colleague, draft)
    assert fresh(draft).checked_by == county.colleague


def test_the_database_keeps_drafter_and_checker_apart(county, draft):
    with pytest.raises(IntegrityError), transaction.atomic():
        Bulletin.objects.filter(pk=draft.pk).update(
            state="checked", checked_by=county.officer, checked_at=draft.created_at
        )


def test_what_was_sent_back_is_checked_anew(county, draft):
    actions.submit(county.officer, draft)
    with pytest.raises(Barred, match="拟稿人以外"):
        actions.send_back(county.officer, draft, "自己改")
    actions.send_back(county.colleague, draft, "数据有误")
    actions.submit(county.officer, draft)
    actions.check(county.colleague, draft)
    with pytest.raises(Barred, match="局领导"):
        actions.send_back(county.colleague, draft, "再改")
    actions.send_back(county.director, draft, "标题不妥")
    draft = fresh(draft)
    assert (draft.state, draft.checked_by, draft.checked_at) == (flow.DRAFT, None, None)


@pytest.fixture
def for_the_vice(county):
    """A 专报 to the magistrate that the vice is to sign."""
    bulletin = answer(county)
    actions.edit(county.officer, bulletin, text_of(bulletin) | {"signer": county.vice}, {})
    actions.submit(county.officer, bulletin)
    actions.check(county.colleague, bulletin)
    return fresh(bulletin)


def test_a_chosen_leader_signs_and_nobody_else(county, for_the_vice):
    assert Notice.objects.get(news="paper").person == county.vice
    with pytest.raises(Barred, match="由分管农业副县长签发"):
        actions.sign(county.director, for_the_vice)
    with pytest.raises(Barred):
        actions.sign(county.magistrate, for_the_vice)
    actions.sign(county.vice, for_the_vice)
    assert fresh(for_the_vice).signed_by == county.vice


def test_a_chosen_leader_and_the_bureaus_may_send_it_back(county, for_the_vice):
    actions.send_back(county.vice, for_the_vice, "请补充资金情况")
    assert fresh(for_the_vice).state == flow.DRAFT


def test_it_waits_for_that_leader_alone(county, for_the_vice):
    waiting = {who for who, person in county.cast.items() if Bulletin.objects.to_sign(person).exists()}
    assert waiting == {"vice"}


def test_who_asked_does_not_sign_the_answer(county):
    bulletin = answer(county)
    with pytest.raises(Barred, match="请另选一位领导签发"):
        actions.edit(county.officer, bulletin, text_of(bulletin) | {"signer": county.magistrate}, {})
    with pytest.raises(Barred, match="不是县领导"):
        actions.edit(county.officer, bulletin, text_of(bulletin) | {"signer": county.water_head}, {})


def test_what_waits_for_a_check_waits_for_everybody_else_at_the_desk(county, draft):
    actions.submit(county.officer, draft)
    waiting = {who for who, person in county.cast.items() if Bulletin.objects.to_check(person).exists()}
    assert waiting == {"colleague", "clerk", "inquirer", "director", "deputy"}
