"""From sending for signature to the file for download, on the pages."""

import hashlib

from django.urls import reverse

from reports import actions, flow
from reports.models import Bulletin, Rendering
from reports.rendering import render_issue
from tests.reports.screen import form_of, pages


def test_save_and_send_reaches_the_leader_who_signs_in_two_taps(county, draft, enter):
    officer = enter(county.officer)
    officer.post(reverse("reports:edit", args=[draft.pk]), form_of(officer, draft) | {"submit": "1"})
    colleague = enter(county.colleague)
    offered = colleague.get(draft.get_absolute_url()).context["actions"]
    assert [action["label"] for action in offered] == ["核稿通过", "退回修改"]
    colleague.post(offered[0]["url"], offered[0]["hidden"])
    director = enter(county.director)
    offered = director.get(draft.get_absolute_url()).context["actions"]
    assert [action["label"] for action in offered] == ["签发", "退回修改"]
    for _ in range(2):
        response = director.post(offered[0]["url"], offered[0]["hidden"])
        assert response.status_code == 302
    draft.refresh_from_db()
    assert (draft.state, draft.issue_no, draft.signed_by) == (flow.SIGNED, 1, county.director)


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
    actions.check(county.officer, own)
    offered = enter(county.director).get(own.get_absolute_url()).context["actions"]
    assert offered[0]["why_not"] == "须由拟稿人以外的局领导签发。"


def test_a_step_that_does_not_exist_is_absent(county, draft, enter):
    assert enter(county.officer).get(reverse("reports:step", args=[draft.pk, "fly"])).status_code == 404


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
    monkeypatch.setattr("bureau.press.printing.FACES", tmp_path)
    render_issue(signed.rendering.pk)
    officer = enter(county.officer)
    page = officer.get(signed.get_absolute_url())
    assert "排版字体尚未就绪" in page.content.decode()
    action = page.context["actions"][0]
    officer.post(action["url"], action["hidden"])
    monkeypatch.setattr("bureau.press.printing.FACES", faces)
    assert Rendering.objects.get().state == "waiting"
    assert render_issue(signed.rendering.pk)


def test_the_list_tells_a_leader_what_waits_for_their_signature(county, draft, enter):
    actions.submit(county.officer, draft)
    assert "有1期等您核稿" in enter(county.colleague).get(reverse("reports:list")).content.decode()
    assert "等您核稿" not in enter(county.officer).get(reverse("reports:list")).content.decode()
    actions.check(county.colleague, draft)
    assert "有1期等您签发" in enter(county.director).get(reverse("reports:list")).content.decode()
    assert "等您签发" not in enter(county.colleague).get(reverse("reports:list")).content.decode()


def test_a_discarded_draft_is_seen_no_more_and_spends_no_number(county, draft, enter):
    officer = enter(county.officer)
    action = officer.get(draft.get_absolute_url()).context["actions"][-1]
    assert action["label"] == "废弃"
    for _ in range(2):
        assert officer.post(action["url"], action["hidden"]).status_code in (302, 404)
    assert officer.get(draft.get_absolute_url()).status_code == 404
    assert Bulletin.objects.get(pk=draft.pk).issue_no is None


def test_a_leader_who_read_an_older_text_does_not_sign_the_newer_one(county, draft, enter):
    actions.submit(county.officer, draft)
    actions.check(county.colleague, draft)
    director = enter(county.director)
    action = director.get(draft.get_absolute_url()).context["actions"][0]
    actions.send_back(county.deputy, draft, "再改")
    actions.submit(county.officer, draft)
    actions.check(county.colleague, draft)
    director.post(action["url"], action["hidden"])
    draft.refresh_from_db()
    assert draft.state == flow.CHECKED
