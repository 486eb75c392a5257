from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from accountability.models.kinds import Carrying, Organ


class Measure(models.Model):
    """问责方式: for units or for persons, by whom it is decided, what it does to its bearer and for how long. Rows that the county
    edits; a measure that was used keeps its key."""

    LENGTHS = {"label": 30, "basis": 200, "promotion": 100, "awards": 100, "appraisal": 100}

    key = models.CharField(
        "识别词",
        max_length=30,
        unique=True,
        validators=[RegexValidator(r"^[a-z_]+$", "“识别词”用小写字母和下划线。")],
        help_text="程序里用的名字，用过以后不改。",
    )
    label = models.CharField("问责方式", max_length=LENGTHS["label"], unique=True)
    on_units = models.BooleanField("对单位", default=False)
    on_persons = models.BooleanField("对个人", default=False)
    weight = models.PositiveSmallIntegerField("轻重", help_text="数大的重；申辩、申诉以后不得加重。")
    organ = models.CharField("决定机关", max_length=14, choices=Organ, default=Organ.BUREAU)
    carrying = models.CharField("执行方式", max_length=8, choices=Carrying)
    within_days = models.PositiveSmallIntegerField("执行期限（日）", default=15)
    months = models.PositiveSmallIntegerField("影响期（月）", default=0)
    promotion = models.CharField("对提拔使用的影响", max_length=LENGTHS["promotion"], blank=True)
    awards = models.CharField("对评先评优的影响", max_length=LENGTHS["awards"], blank=True)
    appraisal = models.CharField("对年度考核的影响", max_length=LENGTHS["appraisal"], blank=True)
    follows = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="单位受此问责时，主要负责人相应的方式",
    )
    disciplinary = models.BooleanField(
        "属于处分", default=False, help_text="同一行为不得重复处分（政务处分法第16条）。"
    )
    basis = models.CharField("依据", max_length=LENGTHS["basis"], blank=True)
    active = models.BooleanField("在用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "问责方式"
        ordering = ["weight", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(on_units=True) | Q(on_persons=True),
                name="a_measure_is_for_somebody",
                violation_error_message="“对单位”“对个人”至少选一项。",
            ),
            models.CheckConstraint(condition=Q(months__lte=60), name="an_effect_lasts_five_years_at_most"),
            models.CheckConstraint(condition=~Q(follows=F("id")), name="no_measure_follows_on_itself"),
        ]

    def __str__(self) -> str:
        return self.label
