from django.db import models
from django.db.models import Q
from django.urls import reverse

from bureau.matters.access.visibility import seen_by
from bureau.org.models import Urgency


class News(models.TextChoices):
    """Why somebody is told."""

    NEW = "new", "新的待办"
    MOVED = "moved", "时限变更"
    REMIND = "remind", "临期提醒"
    DUE = "due", "今天到期"
    LATE = "late", "已逾期"
    BEHIND = "behind", "进度滞后"
    ENTRY = "entry", "事项动态"
    PAPER = "paper", "文件送阅"
    ALARM = "alarm", "系统告警"
    ACCOUNT = "account", "账号与岗位"
    TEST = "test", "测试消息"


AT_ONCE = (News.LATE, News.ALARM, News.ACCOUNT, News.TEST)
URGENCIES = (Urgency.FLASH, Urgency.URGENT)


def is_urgent(news: str, urgency: str) -> bool:
    """Whether it goes outside at once instead of into the day's digest; nobody can switch that off."""
    return news in AT_ONCE or urgency in URGENCIES


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Their own, about matters they still see; alarms are about none. What was taken back before they read of it
        they are not told any more."""
        found = self.filter(Q(matter__isnull=True) | seen_by(person, to="matter"), person=person)
        return found.exclude(read_at=None, duty__dropped=True)

    def unread(self):
        return self.filter(read_at__isnull=True)


class Notice(models.Model):
    """消息: one person is told one thing once. Read through the matter's visibility: its words hold no content.

    About a duty (`duty`, `due_at`), about a line of the timeline (`entry`), or, with `words` alone, an alarm or a paper
    that was laid before somebody.
    """

    person = models.ForeignKey(
        "org.Person", models.PROTECT, related_name="+", verbose_name="收件人", db_index=False
    )  # notice_by_person begins with it
    news = models.CharField("事由", max_length=8, choices=News)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, null=True, blank=True, related_name="+")
    duty = models.ForeignKey("matters.Duty", models.PROTECT, null=True, blank=True, related_name="+")
    due_at = models.DateTimeField("时限", null=True, blank=True)  # part of the key: a moved date is told anew
    entry = models.ForeignKey("matters.Entry", models.PROTECT, null=True, blank=True, related_name="+")
    key = models.CharField(
        "识别词", max_length=60, blank=True
    )  # of an alarm: its kind and day; of a paper, a request: which
    words = models.CharField("内容", max_length=300, blank=True)  # of alarms, papers and requests
    url = models.CharField("去向", max_length=200, blank=True)  # of alarms and papers
    urgent = models.BooleanField("紧急", default=False)
    at = models.DateTimeField("时间")
    read_at = models.DateTimeField("阅读时间", null=True, blank=True)
    digested_on = models.DateField("汇总日期", null=True, blank=True)  # in whose digest it went out

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "消息"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "duty", "news", "due_at"],
                condition=Q(duty__isnull=False),
                nulls_distinct=False,
                name="a_rung_is_told_once",
            ),
            models.UniqueConstraint(
                fields=["person", "entry"], condition=Q(entry__isnull=False), name="a_line_is_told_once"
            ),
            models.UniqueConstraint(
                fields=["person", "key"], condition=~Q(key=""), name="an_alarm_is_told_once"
            ),
            models.CheckConstraint(
                condition=Q(duty__isnull=False, entry__isnull=True, matter__isnull=False)
                | Q(duty__isnull=True, entry__isnull=False, matter__isnull=False)
                | (Q(duty__isnull=True, entry__isnull=True, matter__isnull=True) & ~Q(words="")),
                name="a_notice_is_about_one_thing",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_by_person"),
            models.Index(
                fields=["person", "-id"], condition=Q(read_at__isnull=True), name="notice_unread_by_person"
            ),
        ]

    def __str__(self):
        return self.get_news_display()

    def get_absolute_url(self):
        """Leads to its matter, and marks it read."""
        return reverse("notices:open", args=[self.pk])
