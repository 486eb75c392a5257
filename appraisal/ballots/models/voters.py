from django.db import models
from django.db.models import F, Q

from appraisal.ballots.models.poll import Poll
from bureau.matters.models import Matter


class Group(models.Model):
    """投票人组: what its votes weigh, how many may vote, and in which way. Who they are stands on paper outside the house."""

    class Way(models.TextChoices):
        CODES = "codes", "票码（手机、电脑）"
        PAPER = "paper", "纸质票"

    NAME_LENGTH = 30

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="groups")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField("投票人", max_length=NAME_LENGTH)
    weight = models.DecimalField("权重（%）", max_digits=5, decimal_places=2)
    way = models.CharField("方式", max_length=5, choices=Way)
    entitled = models.PositiveIntegerField("应投人数")
    issued = models.PositiveIntegerField("已印票码", default=0)  # less those that were cancelled
    handed_out = models.PositiveIntegerField("已发出张数", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "投票人"
        ordering = ["poll", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "name"], name="a_group_of_voters_once"),
            models.CheckConstraint(condition=Q(weight__gt=0, weight__lte=100), name="a_group_has_weight"),
            models.CheckConstraint(condition=Q(entitled__gt=0), name="somebody_of_a_group_may_vote"),
            models.CheckConstraint(
                condition=Q(issued__lte=F("entitled"), handed_out__lte=F("entitled")),
                name="no_more_ballots_than_voters",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def matter(self) -> Matter:
        return self.poll.matter


class PaperCount(models.Model):
    """计票: what one person counted of a group's paper ballots. Two of two people that are equal stand; `cells`: for each row how many
    for each option."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="counts")
    by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="计票人")
    received = models.PositiveIntegerField("收回张数")
    invalid = models.PositiveIntegerField("无效张数")
    cells = models.JSONField("各项票数")
    at = models.DateTimeField("录入时间")

    class Meta:
        verbose_name = verbose_name_plural = "计票"
        ordering = ["group", "at"]
        constraints = [
            models.UniqueConstraint(fields=["group", "by"], name="a_counter_counts_once"),
            models.CheckConstraint(
                condition=Q(invalid__lte=F("received")), name="no_more_invalid_ballots_than_came_in"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.by}"
