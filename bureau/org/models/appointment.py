from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bureau.org.posts import GUARDED, Post


class Appointment(models.Model):
    """任用: a post, a secretary or a start password that opens much, as one administrator asked for it. Nothing of it is in
    force before another administrator has confirmed it. Rows are never deleted, and once decided never changed; the
    database refuses both."""

    class Kind(models.TextChoices):
        POSTS = "posts", "任岗"
        SECRETARY = "secretary", "代录"
        PASSWORD = "password", "重设密码"
        FACTOR = "factor", "重设两步验证"

    class State(models.TextChoices):
        WAITING = "waiting", "待确认"
        CONFIRMED = "confirmed", "已确认"
        REFUSED = "refused", "不予确认"
        WITHDRAWN = "withdrawn", "已撤回"

    kind = models.CharField("类别", max_length=10, choices=Kind)
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="人员")
    posts = ArrayField(models.CharField(max_length=16, choices=Post), default=list, verbose_name="拟任岗位")
    held = ArrayField(models.CharField(max_length=16, choices=Post), default=list, verbose_name="原任岗位")
    password = models.CharField("新密码（散列）", max_length=128, blank=True)  # gone once it is decided
    principal = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="县领导"
    )  # for whom a secretary enters, and from when to when
    starts = models.DateField("自", null=True, blank=True)
    ends = models.DateField("至", null=True, blank=True)
    reason = models.CharField("事由", max_length=200, blank=True)
    asked_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="提出人")
    asked_at = models.DateTimeField("提出时间", auto_now_add=True)
    decided_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="确认人"
    )
    decided_at = models.DateTimeField("确认时间", null=True, blank=True)
    remark = models.CharField("意见", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "任用"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "person", "principal"],
                condition=Q(state="waiting"),
                nulls_distinct=False,
                name="one_waits_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | Q(state="withdrawn") | ~Q(decided_by=F("asked_by")),
                name="nobody_confirms_what_they_asked_for",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(state="waiting") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="who_decided_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting") | Q(password=""), name="no_password_outlives_its_request"
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def is_plain(self) -> bool:
        """Posts that many have: several are confirmed at once, and nobody else is alarmed."""
        return self.kind == self.Kind.POSTS and not (set(self.posts) - set(self.held)) & GUARDED

    @property
    def words(self) -> str:
        """What is asked for, as its readers are told it."""
        who = f"{self.person.signature}（{self.person.username}）"
        if self.kind == self.Kind.POSTS:
            return f"{who}任岗：{named(self.held)} → {named(self.posts)}"
        if self.kind == self.Kind.PASSWORD:
            return f"{who}重设初始密码"
        if self.kind == self.Kind.FACTOR:
            return f"{who}重设两步验证"
        until = f"至{self.ends:%Y-%m-%d}" if self.ends else "起，长期"
        return f"{who}为{self.principal.signature}代录，{self.starts:%Y-%m-%d}{until}"


def named(posts) -> str:
    return "、".join(Post(post).label for post in Post.values if post in posts) or "无"
