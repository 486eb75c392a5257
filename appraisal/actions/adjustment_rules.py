"""What is added and taken by a scheme that is being drafted."""

from django.db import transaction

from appraisal import states
from appraisal.actions.schemes import hold, turn
from appraisal.models import AdjustmentRule, Scheme
from appraisal.policy import require_desk
from appraisal.proposals import OF_PERSONS
from appraisal.usual import USUAL
from bureau.jobs.barred import Barred
from bureau.org.models import Person


@transaction.atomic
def put_rule(person: Person, scheme: Scheme, rule: AdjustmentRule) -> AdjustmentRule:
    require_desk(person)
    hold(scheme, states.DRAFT)
    rule.scheme = scheme
    if scheme.adjustment_rules.filter(label=rule.label).exclude(pk=rule.pk).exists():
        raise Barred(f"加减分项“{rule.label}”在方案里已有。", field="label")
    others = scheme.adjustment_rules.filter(source=rule.source).exclude(pk=rule.pk)
    if rule.source not in OF_PERSONS and (other := others.first()):
        raise Barred(
            f"{rule.get_source_display()}已有加减分项“{other}”，台账里发生的只按一项提出。", field="source"
        )
    if rule.points == 0 and not rule.vetoes:
        raise Barred("“每次分值”不能为0；只作一票否优的，请勾选“一票否优”。", field="points")
    if rule.co_points is not None and rule.co_points * rule.points <= 0:
        raise Barred(
            "“协办单位每次分值”的正负须与“每次分值”一致，不能为0；协办单位不计的空着。", field="co_points"
        )
    rule.save()
    turn(scheme, states.DRAFT, edited_by=person)
    return rule


@transaction.atomic
def put_usual_rules(person: Person, scheme: Scheme) -> int:
    """The field's usual ones, to begin with; how many were not there yet. Raises Refused, NotNow."""
    require_desk(person)
    hold(scheme, states.DRAFT)
    there = list(scheme.adjustment_rules.all())
    labels, sources = {one.label for one in there}, {one.source for one in there} - {*OF_PERSONS}
    made = [
        AdjustmentRule(scheme=scheme, **values)
        for values in USUAL
        if values["label"] not in labels and values["source"] not in sources
    ]
    AdjustmentRule.objects.bulk_create(made)
    turn(scheme, states.DRAFT, edited_by=person)
    return len(made)


@transaction.atomic
def drop_rule(person: Person, rule: AdjustmentRule) -> None:
    require_desk(person)
    hold(rule.scheme, states.DRAFT)
    turn(rule.scheme, states.DRAFT, edited_by=person)
    rule.delete()
