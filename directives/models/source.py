from django.db import models
from django.db.models import Q
from django.urls import reverse

from bureau.files.leaves import SHOWN
from bureau.press.wording.levels import titled


class Source(models.Model):
    """来源: what directives were split from — minutes, a task table, a special campaign; or, without any paper, what
    moves the people (群众热点)."""

    class Kind(models.TextChoices):
        STANDING_COMMITTEE = "standing_committee", "县委常委会会议纪要"
        EXECUTIVE = "executive", "县人民政府常务会议纪要"
        OFFICE = "office", "县长办公会议纪要"
        SPECIAL_MEETING = "special_meeting", "专题会议纪要"
        WORK_REPORT = "work_report", "政府工作报告任务分解"
        CAMPAIGN = "campaign", "专项督查"
        HOT_ISSUE = "hot_issue", "群众热点"
        OTHER = "other", "其他来文"

    class Channel(models.TextChoices):
        """Where the bureau heard of a hot issue."""

        VISIT = "visit", "走访"
        NETWORK = "network", "网络"
        HOTLINE = "hotline", "12345热线"
        PETITION = "petition", "信访"
        MEDIA = "media", "媒体"

    LENGTHS = {"title": 200, "number": 40, "organ": 60, "heard": 2000}

    kind = models.CharField("类别", max_length=20, choices=Kind)
    organ = models.CharField("发文机关", max_length=LENGTHS["organ"], blank=True)
    title = models.CharField("标题", max_length=LENGTHS["title"])
    number = models.CharField("文号", max_length=LENGTHS["number"], blank=True)
    date = models.DateField("日期")
    channel = models.CharField("反映渠道", max_length=8, choices=Channel, blank=True)  # of a hot issue
    heard = models.TextField("群众反映", max_length=LENGTHS["heard"], blank=True)  # what the people say
    registered_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    registered_at = models.DateTimeField("登记时间")
    file_name = models.CharField("原文件", max_length=200, blank=True)
    file_kind = models.CharField(max_length=8, blank=True)
    file_size = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "来源"
        ordering = ["-date", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="hot_issue") & ~Q(channel="") & ~Q(heard="")
                | ~Q(kind="hot_issue") & Q(channel="", heard=""),
                name="a_hot_issue_says_where_and_what_was_heard",
            )
        ]

    def __str__(self) -> str:
        return self.numbered(self.title)

    def get_absolute_url(self) -> str:
        return reverse("directives:source", args=[self.pk])

    def numbered(self, name: str) -> str:
        """A number of a paper's own, with the letters of its organ, stands apart; that of minutes follows their name."""
        apart = " " if self.number and not self.is_minutes else ""
        return f"{name}{apart}{self.number}"

    @property
    def look(self) -> str:
        """Where the pages of its file can be looked at; empty where there is none, or one that must be downloaded."""
        return reverse("directives:source_look", args=[self.pk]) if self.file_kind in SHOWN else ""

    @property
    def text(self) -> str:
        """Where what was read from its file is shown; empty where it came without one."""
        return reverse("directives:source_text", args=[self.pk]) if self.sha256 else ""

    @property
    def words(self) -> str:
        """As a ledger names it: 「县人民政府常务会议纪要〔2026〕5号」, 「专项督查 桃政办发〔2026〕3号」, 「群众热点“校门口拥堵”」."""
        if self.is_hot_issue:
            return f"{self.get_kind_display()}“{self.title}”"
        return self.numbered(self.get_kind_display())

    @property
    def cited(self) -> str:
        """As running text names it: minutes by their number, a hot issue by what it is called, any other paper by its title
        in 《》."""
        return self.words if self.is_minutes or self.is_hot_issue else f"《{titled(self.title)}》"

    @property
    def followed_up(self) -> str:
        """What of it is followed up: a meeting's decisions, what was complained of, a table's tasks."""
        if self.is_hot_issue:
            return f"{self.cited}反映的问题"
        return self.cited + ("议定事项" if self.is_minutes else "所列任务")

    @property
    def came_by(self) -> str:
        """Its kind, of a hot issue with where it was heard: 「群众热点（12345热线）」."""
        return (
            f"{self.get_kind_display()}（{self.get_channel_display()}）"
            if self.channel
            else self.get_kind_display()
        )

    @property
    def is_hot_issue(self) -> bool:
        return self.kind == self.Kind.HOT_ISSUE

    @property
    def is_minutes(self) -> bool:
        return self.get_kind_display().endswith("纪要")


PAPERS = [(kind, label) for kind, label in Source.Kind.choices if kind != Source.Kind.HOT_ISSUE]
