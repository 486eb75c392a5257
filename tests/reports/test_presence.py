"""在改: who else has a draft open, and what becomes of what both write."""

from datetime import timedelta

import time_machine
from django.urls import reverse
from django.utils import timezone

from reports import actions, presence
from reports.models import Presence
from tests.reports.screen import form_of
from tests.reports.specials import fresh


def editor(bulletin) -> str:
    return reverse("reports:edit", args=[bulletin.pk])


def opened(browser, bulletin):
    """As a page does that asks for its preview as soon as it stands."""
    return browser.post(
        editor(bulletin),
        form_of(browser, bulletin) | {"preview": "here"},
        headers={"HX-Request": "true"},
    )


def later(**time):
    return time_machine.travel(timezone.now() + timedelta(**time), tick=False)


def test_who_opens_the_editor_is_seen_by_who_opens_it_next(county, draft, enter):
    opened(enter(county.colleague), draft)
    page = enter(county.officer).get(editor(draft)).content.decode()
    since = timezone.localtime(Presence.objects.get(person=county.colleague).since)
    assert f"{county.colleague.name}正在修改（{since:%H:%M}起）" in page
    assert "写的内容不会丢" in page


def test_nobody_sees_themself(county, draft, enter):
    officer = enter(county.officer)
    opened(officer, draft)
    assert "正在修改" not in officer.get(editor(draft)).content.decode()


def test_the_preview_brings_who_came_meanwhile(county, draft, enter):
    presence.here(county.colleague, draft)
    part = opened(enter(county.officer), draft).content.decode()
    assert 'hx-swap-oob="true"' in part
    assert f"{county.colleague.name}正在修改" in part


def test_typing_on_keeps_since_when_and_silence_forgets_it(county, draft):
    presence.here(county.colleague, draft)
    (first,) = presence.others(county.officer, draft)
    with later(minutes=1):
        presence.here(county.colleague, draft)
        assert presence.others(county.officer, draft) == [first]
    with later(minutes=4):
        assert presence.others(county.officer, draft) == []
        presence.here(county.director, draft)
        assert [row.person for row in Presence.objects.all()] == [county.director]


def test_who_comes_back_after_silence_is_at_it_anew(county, draft):
    presence.here(county.colleague, draft)
    with later(minutes=30):
        presence.here(county.colleague, draft)
        (again,) = presence.others(county.officer, draft)
        assert again.since == timezone.now()


def test_who_saved_it_is_at_it_no_more(county, draft, enter):
    colleague = enter(county.colleague)
    colleague.post(editor(draft), form_of(colleague, draft))
    assert presence.others(county.officer, draft) == []


def test_what_somebody_left_unsaved_is_told_for_a_day(county, draft, enter):
    colleague = enter(county.colleague)
    colleague.post(editor(draft), form_of(colleague, draft) | {"draft": "1"})
    with later(hours=1):
        page = enter(county.officer).get(editor(draft)).content.decode()
        assert f"{county.colleague.name}有没保存的修改" in page
    with later(days=2):
        assert presence.others(county.officer, draft) == []


def test_looking_at_the_editor_writes_nothing(county, draft, enter):
    enter(county.officer).get(editor(draft))
    assert not Presence.objects.exists()


def test_who_only_reads_it_is_not_at_it(county, signed, enter):
    enter(county.officer).get(editor(signed))
    enter(county.officer).get(signed.get_absolute_url())
    assert not Presence.objects.exists()


def test_the_second_to_save_is_told_and_loses_nothing(county, draft, enter):
    officer = enter(county.officer)
    mine = form_of(officer, draft) | {"title": "我改的标题的通报"}
    colleague = enter(county.colleague)
    colleague.post(editor(draft), form_of(colleague, draft) | {"title": "同事改的标题的通报"})
    response = enter(county.officer).post(editor(draft), mine)
    assert response.status_code == 409
    assert "有了变化" in response.content.decode()
    assert "我改的标题的通报" in response.content.decode()
    assert fresh(draft).title == "同事改的标题的通报"


def test_two_drafts_are_two_rooms(county, draft, published):
    other = actions.draft_from_source(county.officer, county.source)
    presence.here(county.colleague, other)
    assert presence.others(county.officer, draft) == []
