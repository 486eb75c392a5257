"""What an investigation gathers: evidence, interviews; and who keeps out of it."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from accountability.models.case import Case
from accountability.models.kinds import Ground
from bureau.matters.models import Matter


class Evidence(models.Model):
    """证据: numbered in the order in which it was taken. Of a matter it quotes what stood there on that day."""

    LENGTHS = {"name": 200, "origin": 200, "quote": 8000}

    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence")
    ordinal = models.PositiveSmallIntegerField("编号")
    name = models.CharField("名称", max_length=LENGTHS["name"])
    origin = models.CharField("来源", max_length=LENGTHS["origin"])
    taken_on = models.DateField("提取日期")
    taken_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="提取人")
    pages = models.PositiveSmallIntegerField("页数", default=1)
    original = models.BooleanField("原件", default=False)
    source = models.ForeignKey(
        "matters.Matter", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="引自事项"
    )
    quote = models.TextField("摘录", max_length=LENGTHS["quote"], blank=True)
    lines = models.PositiveIntegerField("摘录时的动态条数", null=True, blank=True)
    digest = models.CharField("摘录时的校验值", max_length=64, blank=True)  # the head of the matter's chain
    entry = models.OneToOneField("matters.Entry", models.PROTECT, related_name="+")  # its files hang there

    class Meta:
        verbose_name = verbose_name_plural = "证据"
        ordering = ["case", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["case", "ordinal"], name="one_piece_of_evidence_per_number"),
            models.CheckConstraint(
                condition=Q(source=None, digest="")
                | (Q(source__isnull=False) & ~Q(digest="") & ~Q(quote="")),
                name="what_is_quoted_stands_as_it_stood",
            ),
        ]

    def __str__(self) -> str:
        return f"证据{self.ordinal}：{self.name}"

    @property
    def matter(self) -> Matter:
        return self.case.matter


class Interview(models.Model):
    """询问: who was asked, by two, where and when, and what was said. The paper is signed on each page."""

    LENGTHS = {"asked": 60, "place": 100, "text": 16000}

    case = models.ForeignKey(Case, models.PROTECT, related_name="interviews")
    asked = models.CharField("被询问人单位和职务", max_length=LENGTHS["asked"])
    place = models.CharField("地点", max_length=LENGTHS["place"])
    began_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间")
    askers = models.ManyToManyField("org.Person", related_name="+", verbose_name="询问人")
    text = models.TextField("笔录", max_length=LENGTHS["text"])
    entry = models.OneToOneField("matters.Entry", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "询问笔录"
        ordering = ["case", "began_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__gt=F("began_at")), name="an_interview_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="an_interview_says_what_was_said"),
        ]

    def __str__(self) -> str:
        return f"{self.asked}询问笔录"

    def get_absolute_url(self) -> str:
        return reverse("accountability:interview", args=[self.pk])

    @property
    def matter(self) -> Matter:
        return self.case.matter


class Avoidance(models.Model):
    """回避: somebody of the bureau, or a leader, keeps out of this case."""

    WORDS_LENGTH = 200

    case = models.ForeignKey(Case, models.PROTECT, related_name="avoidances")
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="回避人")
    ground = models.CharField("事由", max_length=10, choices=Ground)
    words = models.CharField("说明", max_length=WORDS_LENGTH, blank=True)
    decided_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="决定人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "案件回避"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="one_keeps_out_once")]

    def __str__(self) -> str:
        return f"{self.person}回避"


class Interest(models.Model):
    """利害关系申报: with which unit or cadre somebody of the bureau has ties; asked before they are named for a case."""

    WORDS_LENGTH = 200

    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="申报人")
    unit = models.ForeignKey(
        "org.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="单位"
    )
    cadre = models.ForeignKey(
        "org.Cadre", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="干部"
    )
    ground = models.CharField("关系", max_length=10, choices=Ground)
    words = models.CharField("说明", max_length=WORDS_LENGTH, blank=True)
    at = models.DateTimeField("申报时间", auto_now_add=True)
    withdrawn_at = models.DateTimeField("撤销时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "利害关系申报"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False, cadre=None) | Q(unit=None, cadre__isnull=False),
                name="an_interest_is_in_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_ground_display()}：{self.unit or self.cadre}"
