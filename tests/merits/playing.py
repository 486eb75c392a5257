"""Reviews of cadres that reached their state by playing the verbs."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from appraisal.cadres import actions
from appraisal.cadres.models import Merit, Review, Use
from appraisal.models import Period
from bureau.cadres import keeping
from bureau.matters.models import Contest
from bureau.matters.service import contesting, serving
from bureau.org.models import Person, Position
from tests.appraisal import playing as appraising
from tests.appraisal.playing import appraiser, held
from tests.county import County

HEAD, DEPUTY, LATE = "钟离甲", "司马乙", "欧阳丙"
STAGES = ("begun", "filled", "graded", "approved", "told")


def take_post(county: County, name: str, unit, title: str, part: str, since: date, person=None) -> Position:
    given = keeping.Held(unit=unit, title=title, rank="deputy", part=part, since=since)
    return keeping.enter(county.inquirer, name, given, person).positions.get()


def team(county: County) -> dict[str, Position]:
    """Water's head, who uses the system, and its deputy; of roads a member who came in the last month."""
    year = timezone.localdate().year
    return {
        "head": take_post(county, HEAD, county.water, "局长", "head", date(2023, 5, 1), county.water_head),
        "deputy": take_post(county, DEPUTY, county.water, "副局长", "in_charge", date(2024, 3, 1)),
        "late": take_post(county, LATE, county.roads, "总工程师", "member", date(year, 12, 1)),
    }


ALL = Decimal(100)


def published(
    county: County, part: str = Period.Part.YEAR, first_share: Decimal = ALL, outstanding_share: Decimal = ALL
) -> Period:
    """By a scheme under which everybody may be first, unless it is said otherwise."""
    terms = {"first_share": first_share, "outstanding_share": outstanding_share}
    scheme = appraising.publish(county, appraising.draft(county, **terms))
    return appraising.play(county, appraising.begin(county, scheme, part=part), "published")


VALUES = actions.Values(Decimal(90), Decimal(80), Decimal(85))


def play(
    county: County, period: Period, stage: str = "told", values: actions.Values = VALUES, **grades
) -> Review:
    """`grades`: what the meeting decides of `head` and `deputy`, with its reason, where it is not what was proposed."""
    review = actions.begin(appraiser(county), period)
    place = STAGES.index(stage)
    if place >= 1:
        fill(county, review, values)
    if place >= 2:
        decide(county, review, **grades)
    if place >= 3:
        actions.approve(county.magistrate, review, "桃考领〔2026〕4号")
    if place >= 4:
        actions.tell(appraiser(county), review)
    return Review.objects.select_related("period__matter").get(pk=review.pk)


def fill(county: County, review: Review, values: actions.Values = VALUES) -> None:
    actions.enter(appraiser(county), review, {one.pk: values for one in review.merits.filter(apart="")})


def decide(county: County, review: Review, **grades) -> None:
    decided = {merit_of(review, name).pk: given for name, given in grades.items()}
    actions.deliberate(appraiser(county), review, held(), decided)


def contest(who: Person, merit: Merit) -> Contest:
    """The notice of their result is received and a review asked for; it waits."""
    serving.receive(who, merit.notice)
    merit.notice.refresh_from_db()
    contesting.apply_review(who, merit.notice, "民主测评漏计两票。")
    return Contest.objects.get(service=merit.notice)


def reopen(county: County, review: Review) -> None:
    """The head's review finds the values wrong: grades are deliberated anew."""
    waiting = contest(county.water_head, merit_of(review, "head"))
    contesting.decide(county.director, waiting, "changed", "确有漏计。")
    review.refresh_from_db()


def grade_anew(county: County, review: Review, **grades) -> None:
    fill(county, review)
    decide(county, review, **grades)
    actions.approve(county.magistrate, review, "桃考领〔2026〕5号")


TITLES = {"head": "局长", "deputy": "副局长", "late": "总工程师"}


def merit_of(review: Review, name: str) -> Merit:
    found = Merit.objects.select_related("review__period__matter", "position__unit", "cadre")
    return found.get(review=review, position__title=TITLES[name])


def use_of(merit: Merit, kind: str) -> Use:
    found = Use.objects.select_related(
        "merit__review__period__matter", "merit__cadre", "merit__position__unit"
    )
    return found.get(merit=merit, kind=kind)


UNTIL = ("asked", "agreed", "sent", "closed")


def carry_out(
    county: County,
    merit: Merit,
    kind: str,
    came: str = "done",
    document: str = "桃组干〔2026〕12号",
    until: str = "closed",
) -> Use:
    """Proposed, agreed to, sent; unless it is played `until` then (asked, agreed, sent, dropped), what came of it."""
    desk = appraiser(county)
    actions.propose(desk, merit, [kind])
    if until == "dropped":
        actions.drop(desk, use_of(merit, kind), "另行处理。")
    if until in UNTIL[1:]:
        actions.agree(county.director, use_of(merit, kind))
    if until in UNTIL[2:]:
        actions.send(desk, use_of(merit, kind))
    if until == "closed":
        actions.close(desk, use_of(merit, kind), came, timezone.localdate(), document)
    return use_of(merit, kind)
