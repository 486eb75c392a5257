from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from bureau.org.posts import Post


class Regulation(models.Model):
    """督办规则: the few numbers that a bureau sets for itself. One row; what is not entered is the default."""

    extensions_most = models.PositiveSmallIntegerField(
        "一件事项最多延期次数", default=2, validators=[MaxValueValidator(9)]
    )
    first_extension_days = models.PositiveSmallIntegerField(
        "第一次延期最长（日）",
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text="自原时限起算；更长的须由分管县领导审批。",
    )
    ask_before_workdays = models.PositiveSmallIntegerField(
        "延期须提前提出（工作日）",
        default=0,
        validators=[MaxValueValidator(30)],
        help_text="0 表示时限之前都可以提出。特急件不受此限。",
    )
    burden_weekly = models.PositiveSmallIntegerField(
        "一个单位一周的提醒线（次）",
        default=5,
        validators=[MaxValueValidator(99)],
        help_text="交办、要求回复将达到这个次数时，交办前提醒；0 表示不提醒。",
    )
    cases_approved_by = models.CharField(
        "问责立案审批",
        max_length=16,
        choices=[(post.value, post.label) for post in (Post.DIRECTOR, Post.LEADER)],
        default=Post.LEADER,
        help_text="立案由哪一岗位审批；须是提请立案以外的人。",
    )
    instructions_officer = models.ForeignKey(
        "org.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="批示件经办督查员",
        help_text="县领导直接在系统里批示时由谁经办；不填为排在最前的督查员。",
    )

    class Meta:
        verbose_name = verbose_name_plural = "督办规则"
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_regulation"),
            models.CheckConstraint(
                condition=models.Q(extensions_most__lte=9), name="extensions_at_most_nine"
            ),
        ]

    def __str__(self):
        return "督办规则"

    @classmethod
    def current(cls) -> "Regulation":
        """The rules in force; the defaults where none were entered."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
