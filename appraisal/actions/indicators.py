"""Indicators of a scheme that is being drafted: entered, mended, dropped; always a tree whose leaves alone have rules."""

from django.db import transaction

from appraisal import states
from appraisal.actions.schemes import hold, turn
from appraisal.models import Indicator, Scheme
from appraisal.policy import require_desk
from appraisal.tree import below
from bureau.jobs.barred import Barred
from bureau.org.models import Person


@transaction.atomic
def put_indicator(person: Person, scheme: Scheme, indicator: Indicator) -> Indicator:
    """登记、修改指标, until the scheme is put up. Raises Refused, NotNow."""
    require_desk(person)
    hold(scheme, states.DRAFT)
    indicator.scheme = scheme
    if scheme.indicators.filter(code=indicator.code).exclude(pk=indicator.pk).exists():
        raise Barred(f"编号“{indicator.code}”在方案里已有。", field="code")
    require_a_tree(scheme, indicator)
    indicator.save()
    turn(scheme, states.DRAFT, edited_by=person)
    return indicator


def require_a_tree(scheme: Scheme, indicator: Indicator) -> None:
    """Raises Barred where it would stand below itself, below a leaf, or have children and a rule."""
    if indicator.pk and indicator.rule and indicator.children.exists():
        raise Barred(f"{indicator}有下级指标，不写计分规则。", field="rule_kind")
    above = indicator.parent
    if above and above.scheme_id != scheme.pk:
        raise Barred("“上级指标”不是这个方案里的。", field="parent")
    if above and above.rule:
        raise Barred(f"{above}有计分规则，不能再有下级。", field="parent")
    if above and indicator.pk and above.pk in below(indicator, list(scheme.indicators.all())):
        raise Barred("“上级指标”不能是它自己或者它的下级。", field="parent")


@transaction.atomic
def drop_indicators(person: Person, scheme: Scheme) -> None:
    """All of them: a table takes their place."""
    require_desk(person)
    hold(scheme, states.DRAFT)
    turn(scheme, states.DRAFT, edited_by=person)
    scheme.indicators.all().delete()


@transaction.atomic
def drop_indicator(person: Person, indicator: Indicator) -> None:
    """With what is below it."""
    require_desk(person)
    hold(indicator.scheme, states.DRAFT)
    turn(indicator.scheme, states.DRAFT, edited_by=person)
    indicator.delete()
