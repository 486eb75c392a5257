from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bureau.matters.models import RoomRecord
from directives.inspections import states


class Type(models.TextChoices):
    """督查类型 (政府督查工作条例 第14条)."""

    COMPREHENSIVE = "comprehensive", "综合督查"
    SPECIAL = "special", "专项督查"
    INCIDENT = "incident", "事件调查"
    ROUTINE = "routine", "日常督办"
    CLUE = "clue_check", "线索核查"


class Method(models.TextChoices):
    """督查方式 (政府督查工作条例 第12条)."""

    SELF_CHECK = "self_check", "要求自查、说明情况"
    REPORT = "report", "听取汇报"
    CHECK = "check", "检查、访谈、暗访"
    FORUM = "forum", "座谈、听证、统计、评估"
    DOCUMENTS = "documents", "调阅、复制资料"
    CLUES = "clues", "收集线索"
    TALK = "talk", "约谈"
    ONLINE = "online", "“互联网+督查”"


class Inspection(RoomRecord):
    """督查活动: a plan (content, targets, scope, period, team) that somebody approved, and what came of it."""

    LENGTHS = {"content": 2000, "scope": 500, "invited": 200, "overlap_reason": 500, "result": 4000}

    state = models.CharField("状态", max_length=10, choices=states.CHOICES, default=states.DRAFT)
    type = models.CharField("督查类型", max_length=14, choices=Type)
    methods = ArrayField(models.CharField(max_length=10, choices=Method), verbose_name="督查方式")
    content = models.TextField("督查内容", max_length=LENGTHS["content"])
    scope = models.CharField("督查范围", max_length=LENGTHS["scope"], blank=True)
    begins_on = models.DateField("开始日期")
    ends_on = models.DateField("结束日期")
    unannounced = models.BooleanField("暗访", default=False)
    head = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="组长")
    members = models.ManyToManyField("org.Person", related_name="+", verbose_name="组员", blank=True)
    invited = models.CharField("邀请参加人员", max_length=LENGTHS["invited"], blank=True)
    approver = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="审批人")
    overlap_reason = models.CharField("仍须督查的理由", max_length=LENGTHS["overlap_reason"], blank=True)
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="looked_back", verbose_name="回头看的活动"
    )
    result = models.TextField("活动总结", max_length=LENGTHS["result"], blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "督查活动"
        ordering = ["-matter_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(states.STATES)), name="inspection_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")), name="an_inspection_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(methods=[]), name="an_inspection_says_how"),
            models.CheckConstraint(condition=~Q(follows=F("matter")), name="nothing_looks_back_at_itself"),
        ]
        indexes = [models.Index(fields=["begins_on", "ends_on"], name="inspection_by_period")]

    @property
    def methods_words(self) -> str:
        return "；".join(Method(one).label for one in self.methods)

    @property
    def period_words(self) -> str:
        if self.begins_on == self.ends_on:
            return f"{self.begins_on:%Y-%m-%d}"
        return f"{self.begins_on:%Y-%m-%d} 至 {self.ends_on:%Y-%m-%d}"


class CheckItem(models.Model):
    """督查清单的一项: what is looked at with every target."""

    WORDS_LENGTH = 200

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="items")
    ordinal = models.PositiveSmallIntegerField("序号")
    words = models.CharField("内容", max_length=WORDS_LENGTH)

    class Meta:
        verbose_name = verbose_name_plural = "督查清单"
        ordering = ["inspection", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "ordinal"], name="one_check_item_per_ordinal")
        ]

    def __str__(self) -> str:
        return self.words
