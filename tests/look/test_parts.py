"""What the shared parts say, whatever page they stand on."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django_tables2 import RequestConfig

from bureau.pages.tables import PAGED
from bureau.pages.templatetags.look import active_filters
from tests.look.asking import Conditions, Ledger, Registering, rows


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def asked(query: str) -> list[dict]:
    request = RequestFactory().get(f"/directives/?{query}")
    return active_filters(Conditions(request.GET), request)


@pytest.mark.parametrize(
    ("light", "said"),
    [("green", "● 正常"), ("yellow", "▲ 临期"), ("red", "■ 逾期"), ("grey", "○ 办结"), ("blue", "◆ 待签收")],
)
def test_a_lamp_is_a_word_and_a_shape_not_only_a_colour(light, said):
    assert words(render_to_string("parts/lamp.html", {"light": light})) == said


@pytest.mark.parametrize(
    ("query", "label", "said"),
    [
        ("q=水库", "关键词", "水库"),
        ("light=red", "亮灯", "逾期"),
        ("town=13", "乡镇", "武潭镇"),
        ("units=0&units=1", "承办单位", "县发展和改革局、县财政局"),
        ("due_min=2026-01-01&due_max=2026-06-30", "时限", "2026-01-01 至 2026-06-30"),
        ("due_min=2026-01-01", "时限", "2026-01-01 起"),
        ("due_max=2026-06-30", "时限", "2026-06-30 止"),
        ("mine=on", "我经办的", "是"),
    ],
)
def test_a_condition_is_told_in_the_words_it_was_chosen_by(query, label, said):
    assert [(chip["label"], chip["words"]) for chip in asked(query)] == [(label, said)]


def test_removing_a_condition_keeps_the_others_and_starts_at_the_first_page():
    chips = {
        chip["label"]: chip["url"]
        for chip in asked("q=a&due_min=2026-01-01&due_max=2026-02-01&page=3&sort=due")
    }
    assert chips == {
        "关键词": "?due_min=2026-01-01&due_max=2026-02-01&sort=due&asked=1",
        "时限": "?q=a&sort=due&asked=1",
    }


@pytest.mark.parametrize("query", ["", "q=", "light=purple", "due_min=2026-02-30", "page=2"])
def test_an_empty_or_impossible_condition_is_not_shown_as_in_force(query):
    assert asked(query) == []


def test_errors_stand_beside_the_field_and_summed_on_top_with_the_way_to_it():
    html = render_to_string("parts/form.html", {"form": Registering({"urgency": "normal"})})
    summed, beside = html.split('class="fields"')
    assert '<a href="#id_title">督查事项：' in summed
    assert 'id="id_title_error"' in beside
    assert 'aria-describedby="id_title_helptext id_title_error"' in beside


def test_a_form_with_files_is_sent_as_one():
    assert 'enctype="multipart/form-data"' in render_to_string("parts/form.html", {"form": Registering()})


def test_what_a_reader_typed_is_never_markup():
    html = render_to_string("parts/facts.html", {"facts": [{"label": "内容", "value": "<script>1</script>"}]})
    assert "&lt;script&gt;" in html


def test_an_empty_ledger_says_what_to_do_next():
    request = RequestFactory().get("/")
    html = Ledger([]).as_html(request)
    assert words(html) == "没有符合条件的事项。 导入会议纪要"


def test_a_ledger_counts_its_rows_and_its_pages_keep_the_conditions():
    request = RequestFactory().get("/?light=red")
    table = RequestConfig(request, paginate={**PAGED, "page": 2, "per_page": 20}).configure(Ledger(rows(45)))
    html = table.as_html(request)
    assert "共 45 条，本页第 21—40 条" in words(html)
    assert 'href="?light=red&amp;page=3"' in html


def test_sorting_goes_back_to_the_first_page():
    request = RequestFactory().get("/?page=2&light=red")
    html = Ledger(rows(45)).as_html(request)
    assert 'href="?light=red&amp;sort=due"' in html


def test_a_shut_door_says_why_and_cannot_be_clicked():
    html = render_to_string(
        "parts/steps.html", {"actions": [{"label": "销号", "url": "/close/", "why_not": "须由他人复核"}]}
    )
    assert words(html) == "销号 （须由他人复核）"
    assert "/close/" not in html


def test_a_timeline_names_the_actor_once():
    said = {"at": None, "actor_words": "督查员甲", "sentence": "督查员甲 催办。", "audience": "all"}
    assert words(render_to_string("parts/timeline.html", {"entries": [said]})).count("督查员甲") == 1
