"""全链: from the sentence of a meeting to what became of a cadre, for who may know each link of it."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from bureau.matters.lineage import changing
from bureau.matters.lineage.nodes import Key
from bureau.matters.lineage.walking import chain_of
from bureau.matters.models import Duty
from bureau.press import printing
from bureau.urging import actions as urging
from tests.accountability import playing as holding
from tests.appraisal.playing import appraiser, begin, draft, part_of, publish, taken_up
from tests.appraisal.playing import play as play_period
from tests.county import in_days
from tests.matters.conftest import friday
from tests.merits import playing as grading
from tests.reports.conftest import faces
from tests.urging.lateness import Late

__all__ = ["faces", "friday"]
pytestmark = pytest.mark.django_db
PASSAGE = "会议议定，由水利局牵头完成水库隐患排查。"


@pytest.fixture
def late(county, friday) -> Late:
    return Late(county, friday)


@pytest.fixture
def press_with_faces(faces, monkeypatch):
    monkeypatch.setattr(printing, "FACES", faces)


def kinds(chain) -> list[str]:
    return [node.key.kind for node in chain.nodes]


def chain(person, kind, one):
    return chain_of(person, Key(kind, one.pk))


def on_paper(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).replace("\n", "")


def address(kind, one, name="chain") -> str:
    return reverse(f"desk:{name}", args=[kind, one.pk])


# --- what is in it ------------------------------------------------------------------------------------
def test_a_directive_shows_the_sentence_of_the_meeting_it_came_from(county):
    directive = county.directive("running", passage=PASSAGE)
    found = chain(county.officer, "matter", directive)
    assert kinds(found) == ["paper", "matter"]
    (tie,) = found.ties
    assert (tie.why, tie.quoted) == ("任务来源", PASSAGE)


def test_a_suggestion_and_what_it_arose_from_are_seen_from_both_ends(county):
    directive = county.directive("running")
    suggestion = county.suggestion("sent", about=directive.matter)
    for start in (directive, suggestion):
        found = chain(county.officer, "matter", start)
        assert {node.key.pk for node in found.nodes if node.key.kind == "matter"} == {
            directive.pk,
            suggestion.pk,
        }
    assert "办理中" in next(tie.quoted for tie in found.ties if tie.why == "由其引起")


def test_what_else_came_of_the_same_cause_stands_in_no_chain(county):
    directive = county.directive("running")
    one, other = (
        county.suggestion("sent", about=directive.matter),
        county.suggestion("sent", about=directive.matter),
    )
    found = chain(county.officer, "matter", one)
    assert Key("matter", other.pk) not in {node.key for node in found.nodes}


def test_a_withdrawn_paper_of_urging_stays_and_says_that_it_does_not_stand(late):
    late.at("2026-11-27T10:00:00+08:00")
    paper = late.letter()
    urging.withdraw(late.county.director, paper, "时限算错了")
    found = chain(late.county.officer, "matter", late.directive)
    (node,) = [one for one in found.nodes if one.key.kind == "urging"]
    assert not node.stands


def test_points_come_of_the_paper_and_not_again_of_its_matter(county):
    period = begin(county, publish(county, draft(county)))
    play_period(county, period, "collecting")
    directive = county.directive("running", due=in_days(-20))
    duty = Duty.objects.get(matter=directive.pk, step="report", done_at=None)
    paper = urging.issue(county.officer, duty, "letter")
    one = taken_up(county, part_of(period, county.water), f"urging.{paper.pk}")
    found = chain(county.director, "matter", directive)
    causes = [tie.earlier.kind for tie in found.ties if tie.later == Key("adjustment", one.pk)]
    assert causes == ["urging"]
    assert kinds(found)[-2:] == ["adjustment", "result"]


@pytest.fixture
def blamed(county):
    """A directive → a case → water's deputy under an effect period → the second grade → praise that was withheld."""
    directive = county.directive("running", passage=PASSAGE)
    team = grading.team(county)
    it = holding.play(
        county, "executed", about=directive.matter, people={"deputy": team["deputy"], "head": team["head"]}
    )
    review = grading.play(county, grading.published(county), "approved", deputy=("third", "在影响期内"))
    merit = grading.merit_of(review, "deputy")
    use = grading.carry_out(county, merit, "admonish")
    return directive, it, merit, use


def test_why_a_cadre_is_in_the_third_grade_begins_with_a_sentence_of_a_meeting(county, blamed):
    directive, _it, _merit, use = blamed
    found = chain(county.director, "use", use)
    assert [key for key in kinds(found) if key != "adjustment"] == [
        "paper",
        "matter",
        "matter",
        "subject",
        "result",
        "merit",
        "use",
    ]
    assert found.ties[-1].quoted or found.ties
    words = [sentence for node in found.nodes for sentence in node.told]
    assert any("桃考领〔2026〕4号" in sentence for sentence in words)
    from_the_other_end = chain(county.director, "matter", directive)
    assert Key("use", use.pk) in {node.key for node in from_the_other_end.nodes}


def test_no_name_of_a_cadre_stands_in_a_chain_or_on_its_paper(county, enter, blamed):
    _directive, _it, _merit, use = blamed
    page = enter(county.director).get(address("use", use)).content.decode()
    for name in (grading.HEAD, grading.DEPUTY, holding.HEAD_NAME, holding.DEPUTY_NAME):
        assert name not in page


# --- who may know of it ------------------------------------------------------------------------------
def test_what_one_may_not_see_is_not_there_nor_is_what_is_reached_through_it(county, blamed):
    directive, it, merit, use = blamed
    found = chain(county.officer, "matter", directive)
    assert kinds(found) == ["paper", "matter"]
    assert chain(county.officer, "matter", it.case) is None
    assert chain(county.officer, "use", use) is None
    assert chain(county.water_liaison, "merit", merit) is None
    of_the_desk = chain(appraiser(county), "use", use)
    assert {"subject", "paper"}.isdisjoint(kinds(of_the_desk))


def test_a_stranger_finds_no_chain_and_no_sheet(county, enter):
    directive = county.directive("running")
    browser = enter(county.stranger)
    for name in ("chain", "print_chain"):
        assert browser.get(address("matter", directive, name)).status_code == 404


@pytest.mark.parametrize("kind", ["matter", "paper", "use", "nothing", "subject", "adjustment", "merit"])
def test_a_forged_chain_is_nothing(county, enter, kind):
    assert enter(county.officer).get(reverse("desk:chain", args=[kind, 999_999_999])).status_code == 404


def test_a_unit_sees_its_own_part_of_the_chain_and_not_what_others_answer(county):
    directive = county.directive("running", to=[county.water, county.roads])
    county.suggestion("sent", about=directive.matter, unit=county.finance)
    found = chain(county.roads_liaison, "matter", directive)
    assert [node.key.kind for node in found.nodes] == ["paper", "matter"]


# --- on the page and on paper --------------------------------------------------------------------------
def test_the_page_has_the_five_parts_and_leads_to_each_thing(county, enter):
    directive = county.directive("running", passage=PASSAGE)
    page = enter(county.officer).get(address("matter", directive)).content.decode()
    for sign in "督查责考用":
        assert f'aria-hidden="true">{sign}</span>' in page
    assert PASSAGE in page
    assert directive.get_absolute_url() in page
    assert county.source.get_absolute_url() in page


def test_the_sheet_says_the_same_on_paper(county, enter, press_with_faces):
    directive = county.directive("running", passage=PASSAGE)
    answer = enter(county.officer).get(address("matter", directive, "print_chain"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_the_sheet_says_what_has_changed_since_it_was_quoted(county, enter, press_with_faces):
    directive = county.directive("running")
    suggestion = county.suggestion("sent", about=directive.matter)
    changing.upset(directive.matter, changing.What.REOPENED, "又重新办理", timezone.now())

    def printed(person) -> str:
        return on_paper(enter(person).get(address("matter", suggestion, "print_chain")).content)

    assert "上游有变" in printed(county.officer)
    assert "上游有变" not in printed(county.water_liaison)
