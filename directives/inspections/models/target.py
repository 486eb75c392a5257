from django.db import models
from django.db.models import Q
from django.urls import reverse

from bureau.matters.models import Matter
from bureau.org.models import Unit
from directives.inspections import states
from directives.inspections.models.inspection import Inspection


class Target(models.Model):
    """督查对象: one unit that is looked at, what was found there and what is concluded of it."""

    LENGTHS = {"facts": 4000, "evidence": 2000, "opinion": 2000, "why_none": 500}

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="targets")
    assignment = models.OneToOneField("matters.Assignment", models.PROTECT, related_name="+")
    state = models.CharField(
        "状态", max_length=10, choices=list(states.TARGET_STATES.items()), default=states.PLANNED
    )
    facts = models.TextField("认定的事实", max_length=LENGTHS["facts"], blank=True)
    evidence = models.TextField("证据", max_length=LENGTHS["evidence"], blank=True)
    opinion = models.TextField("结论和要求", max_length=LENGTHS["opinion"], blank=True)
    drafted_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="拟稿人"
    )
    signed_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="签发人"
    )
    service = models.OneToOneField(
        "matters.Service", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="督查结论"
    )
    why_none = models.CharField("不作结论的理由", max_length=LENGTHS["why_none"], blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "督查对象"
        ordering = ["inspection", "assignment__unit__order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(states.TARGET_STATES)), name="target_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["drafted", "served", "changed", "revoked"])
                | (~Q(facts="") & ~Q(evidence="") & ~Q(opinion="") & Q(drafted_by__isnull=False)),
                name="a_conclusion_has_facts_and_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["served", "changed", "revoked"])
                | Q(service__isnull=False, signed_by__isnull=False),
                name="a_conclusion_in_force_was_served",
            ),
            models.CheckConstraint(
                condition=~Q(state="none") | ~Q(why_none=""), name="no_conclusion_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.unit.short

    def get_absolute_url(self) -> str:
        return reverse("inspections:target", args=[self.pk])

    @property
    def unit(self) -> Unit:
        return self.assignment.unit

    @property
    def matter(self) -> Matter:
        return self.inspection.matter
