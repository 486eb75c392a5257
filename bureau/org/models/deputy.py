from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Value

from bureau.org.actor import Actor
from bureau.org.models.person import Posting, posts_of
from bureau.org.posts import ADMINISTRATORS


class DeputyQuerySet(models.QuerySet):
    def on(self, day):
        """Arranged for this day."""
        until = Q(ends__isnull=True) | Q(ends__gte=day)
        return self.filter(until, starts__lte=day, ended_at__isnull=True)

    def in_force(self, day):
        """Whose days these are. Administrators lend nothing and borrow nothing; who left the service neither, and a
        stand-in who was moved to another unit no more."""
        active = Q(principal__is_active=True, deputy__is_active=True)
        near = Q(kind="secretary") | Q(principal__unit__isnull=True) | Q(principal__unit=F("deputy__unit"))
        lent = ~administrator("principal") & ~administrator("deputy")
        return self.on(day).filter(active, near, lent)

    def actors(self, day, people) -> list[Actor]:
        """These people on `day`, each in the name of their principals, who come once.

        Who is both secretary and stand-in of somebody acts as their stand-in, which needs no confirmation.
        """
        known = {person.pk: person for person in people}
        # Every page asks, and most act for nobody: the whole question, dear to write, is for those that something is arranged with.
        arranged = list(self.filter(deputy__in=known).on(day).order_by().values_list("pk", flat=True))
        return self.filter(pk__in=arranged).each_for(known, day) if arranged else []

    def each_for(self, known, day) -> list[Actor]:
        rows = self.in_force(day).order_by("kind", "pk").select_related("principal__unit")
        found = {}
        for row in rows.annotate(posts=posts_of("principal")):
            row.principal.posts = frozenset(row.posts)
            found[row.deputy_id, row.principal_id] = row.actor(known[row.deputy_id])
        return list(found.values())


def administrator(role: str) -> Exists:
    """Whether the person of this role (`principal`, `deputy`) is one of the three administrators."""
    return Exists(Posting.objects.filter(person=OuterRef(role), post__in=ADMINISTRATORS))


def span(start: str, end: str, function: str, field) -> Func:
    """The range from one column to another, both ends included."""
    return Func(start, end, Value("[]"), function=function, output_field=field())


class Deputy(models.Model):
    """代理与代录: one person acts in the name of another.

    代录: a secretary enters what the leader said or wrote, whenever; the leader confirms it afterwards.
    代理: a stand-in takes the place of somebody who is away, from `starts` to `ends`, both days included.
    """

    class Kind(models.TextChoices):
        SECRETARY = "secretary", "代录"
        STAND_IN = "stand_in", "外出代理"

    kind = models.CharField("类别", max_length=10, choices=Kind)
    principal = models.ForeignKey(
        "org.Person", models.PROTECT, related_name="deputies", verbose_name="被代理人"
    )
    deputy = models.ForeignKey("org.Person", models.PROTECT, related_name="principals", verbose_name="代理人")
    starts = models.DateField("自")
    ends = models.DateField("至", null=True, blank=True)
    reason = models.CharField("事由", max_length=200, blank=True)
    arranged_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="安排人")
    arranged_at = models.DateTimeField("安排时间", auto_now_add=True)
    ended_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="终止人"
    )
    ended_at = models.DateTimeField("提前终止时间", null=True, blank=True)

    objects = DeputyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代录（领导秘书）"
        ordering = ["-starts", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(principal=F("deputy")),
                name="nobody_deputes_for_themself",
                violation_error_message="代理人不能是本人。",
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="a_deputy_ends_after_the_start",
                violation_error_message="“至”不能早于“自”。",
            ),
            models.CheckConstraint(
                condition=~Q(kind="stand_in") | Q(ends__isnull=False), name="a_stand_in_has_an_end"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="who_ends_a_deputy_is_known",
            ),
            ExclusionConstraint(
                name="one_stand_in_at_a_time",
                expressions=[
                    (
                        span("principal", "principal", "int8range", BigIntegerRangeField),
                        RangeOperators.OVERLAPS,
                    ),
                    (span("starts", "ends", "daterange", DateRangeField), RangeOperators.OVERLAPS),
                ],
                condition=Q(kind="stand_in", ended_at__isnull=True),
            ),
        ]

    def __str__(self):
        return f"{self.deputy} {self.get_kind_display()} {self.principal}"

    def actor(self, deputy) -> Actor:
        """The deputy in the principal's name. A stand-in's authority is the arrangement itself."""
        if self.kind != self.Kind.STAND_IN:
            return Actor(self.principal, deputy, self.kind)
        authority = f"外出代理，{self.starts:%Y-%m-%d}至{self.ends:%Y-%m-%d}"
        return Actor(self.principal, deputy, self.kind, authority)
