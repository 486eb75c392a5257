from django.db import models
from django.db.models import Q

from bureau.matters.access.querysets import DutyQuerySet
from bureau.matters.deadlines import dues
from bureau.org.posts import Post
from bureau.org.worktime import Reckoning, Term, local, moves


class Duty(models.Model):
    """待办: who must take which step, by when. Every deadline of the house is one of these rows."""

    light: str  # on a page, and the note beside it
    note: str
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="duties")
    assignment = models.ForeignKey(
        "matters.Assignment", models.PROTECT, null=True, blank=True, related_name="duties"
    )
    service = models.ForeignKey(
        "matters.Service", models.PROTECT, null=True, blank=True, related_name="duties"
    )  # the paper that it is about, of which one matter may have several
    step = models.CharField("步骤", max_length=20, choices=dues.choices)
    holder_unit = models.ForeignKey("org.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    holder_post = models.CharField("岗位", max_length=16, blank=True)
    holder_person = models.ForeignKey("org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField("产生时间")
    due_at = models.DateTimeField("时限", null=True, blank=True)
    original_due_at = models.DateTimeField("原时限", null=True, blank=True)
    basis = models.JSONField(
        "时限说明", null=True, blank=True
    )  # worktime.Reckoning.as_json() and its `moves`
    stopped_at = models.DateTimeField("中止时间", null=True, blank=True)
    done_at = models.DateTimeField("完成时间", null=True, blank=True)
    each = models.BooleanField(default=False)  # several persons may owe it at once (`Due.each`)
    dropped = models.BooleanField("撤销", default=False)  # ended without being done
    told_at = models.DateTimeField(null=True, blank=True)  # empty: its holder has not been told of it yet
    rung = models.PositiveSmallIntegerField(default=0)  # the highest rung told for this due time; 0: none

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "待办"
        ordering = [models.F("due_at").asc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(holder_person__isnull=False, holder_unit__isnull=True, holder_post="")
                | Q(~Q(holder_post=""), holder_person__isnull=True)
                | Q(holder_unit__isnull=False, holder_person__isnull=True),
                name="a_duty_has_one_holder",
            ),
            models.UniqueConstraint(
                fields=["matter", "assignment", "service", "step"],
                condition=Q(done_at__isnull=True, each=False),
                nulls_distinct=False,
                name="a_step_is_owed_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["matter", "assignment", "step", "holder_person"],
                condition=Q(done_at__isnull=True, each=True),
                nulls_distinct=False,
                name="a_step_is_owed_once_by_each",
            ),
        ]
        indexes = [
            models.Index(
                fields=["holder_unit", "due_at"], condition=Q(done_at__isnull=True), name="duty_open_unit"
            ),
            models.Index(
                fields=["holder_person", "due_at"], condition=Q(done_at__isnull=True), name="duty_open_person"
            ),
            models.Index(
                fields=["holder_post", "due_at"], condition=Q(done_at__isnull=True), name="duty_open_post"
            ),
            models.Index(fields=["due_at"], condition=Q(done_at__isnull=True), name="duty_open_due"),
            models.Index(
                fields=["opened_at"],
                condition=Q(done_at__isnull=True, told_at__isnull=True),
                name="duty_to_tell",
            ),
            models.Index(
                fields=["rung", "due_at"],
                condition=Q(done_at__isnull=True, rung__lt=3),
                name="duty_to_remind",
            ),
        ]

    def __str__(self) -> str:
        return dues.DUES[self.step].label  # what get_step_display finds by making all choices anew

    @property
    def words(self) -> str:
        """What is owed, 「阶段节点：完成招标」 where it has a name of its own."""
        named, label = (self.basis or {}).get("named", ""), str(self)
        return f"{label}：{named}" if named else label

    @property
    def term(self) -> Term | None:
        """The limit it was reckoned by; None where a person set the date, or there is none."""
        stored = (self.basis or {}).get("term")
        return Term(**stored) if stored else None

    @property
    def moves(self) -> list[dict]:
        """What moved it since (worktime.moves), in order."""
        return (self.basis or {}).get("moves", [])

    @property
    def how(self) -> dict:
        """「时限说明」: `sentences`, and `skipped` pairs of date and reason; empty where there is nothing to say."""
        if not self.basis:
            return {}
        reckoned = Reckoning.from_json(self.basis) if "due_at" in self.basis else None
        told = [*(reckoned.sentences() if reckoned else []), *map(moves.tell, self.moves)]
        told += self.basis.get("notes", [])  # as the first version kept its moves
        if self.stopped_at:
            told.append(f"自{local(self.stopped_at):%Y-%m-%d %H:%M}起中止，停止的时间不计，恢复时顺延。")
        return {"sentences": told, "skipped": reckoned.skipped if reckoned else ()}

    @property
    def holder_words(self) -> str:
        """Who owes it: a person, a post of a unit, a post, a unit."""
        if self.holder_person:
            return str(self.holder_person)
        post = Post(self.holder_post).label if self.holder_post else ""
        return f"{self.holder_unit.short}{post}" if self.holder_unit else post
