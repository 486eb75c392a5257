"""A finding is mended by a click: in its line, once, and saved."""

import pytest
from django.urls import reverse

from bureau.jobs.barred import Barred
from reports.mending import mended
from reports.models import Bulletin
from reports.proofreading import findings


def test_the_words_of_a_finding_are_replaced_in_their_line_alone():
    assert mended("反溃一。\n反溃二。", "2|反溃|反馈") == "反溃一。\n反馈二。"


@pytest.mark.parametrize(
    "asked", ["", "9|反溃|反馈", "1|没有|反馈", "x|反溃|反馈", "1|反溃|", "²|反溃|反馈", "0|反溃|反馈"]
)
def test_what_stands_there_no_more_is_refused(asked):
    with pytest.raises(Barred, match="没有找到"):
        mended("反溃一。", asked)


def posted(draft, body: str, **button) -> dict:
    quotes = {f"quote-{one.pk}-keep": "on" for one in draft.quotes.all()}
    usual = {"title": draft.title, "body": body, "plate": draft.plate, "copies": 120, "rates": draft.rates}
    return {**usual, **quotes, "version": draft.version, **button}


def test_a_click_mends_saves_and_the_finding_is_gone(client, county, draft):
    client.force_login(county.officer)
    Bulletin.objects.filter(pk=draft.pk).update(body="共收到反溃意见3条，均已采纳。", words={})
    draft = Bulletin.objects.get(pk=draft.pk)
    (finding,) = [one for one in findings(draft) if one.quote == "反溃"]
    page = client.get(reverse("reports:edit", args=[draft.pk])).content.decode()
    assert "改为“反馈”" in page
    answer = client.post(
        reverse("reports:edit", args=[draft.pk]),
        posted(draft, draft.body, mend=f"{finding.line}|{finding.quote}|{finding.instead}"),
        follow=True,
    )
    assert "已改好并保存" in answer.content.decode()
    draft = Bulletin.objects.get(pk=draft.pk)
    assert draft.body == "共收到反馈意见3条，均已采纳。"
    assert not [one for one in findings(draft) if one.quote == "反溃"]


def test_a_click_on_what_was_changed_meanwhile_says_so(client, county, draft):
    client.force_login(county.officer)
    answer = client.post(
        reverse("reports:edit", args=[draft.pk]), posted(draft, "甲。", mend="1|反溃|反馈"), follow=True
    )
    assert "没有找到原来的字句" in answer.content.decode()
