from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bureau.org.initials import initials


class Unit(models.Model):
    """单位: a body that owes, answers or supervises."""

    class Class(models.TextChoices):
        """Appraisal classes of facts §9.2; ranking only happens inside one."""

        BUREAU = "bureau", "督查局"
        PARTY = "party", "党群综合类"
        ECONOMY = "economy", "政府综合与经济服务类"
        LIVELIHOOD = "livelihood", "社会民生类"
        ENFORCEMENT = "enforcement", "执法监督类"
        VERTICAL = "vertical", "垂直/驻县类"
        ZONE = "zone", "园区国企类"
        TOWNSHIP = "township", "乡镇类"

    ALIASES_LENGTH = 500

    name = models.CharField("全称", max_length=60, unique=True)
    short = models.CharField("简称", max_length=30, unique=True)
    aliases = models.CharField(
        "别称", max_length=ALIASES_LENGTH, blank=True, help_text="曾用名等，用顿号隔开"
    )
    mark = models.CharField("代字", max_length=10, blank=True)
    unit_class = models.CharField("类别", max_length=12, choices=Class)
    initials = models.CharField("拼音首字母", max_length=60, blank=True, help_text="留空则自动生成")
    supervisable = models.BooleanField(
        "可作督查对象",
        default=True,
        help_text="人大、政协、法院、检察院不是政府督查的对象（督查工作条例第五条）",
    )
    countersigns = models.BooleanField("反馈须负责人审签", default=False)
    superior = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="上级单位",
        help_text="它的主管单位；投诉本单位的事项，上级单位同样须回避",
    )
    order = models.PositiveSmallIntegerField("排序", default=500)
    active = models.BooleanField("在用", default=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="并入"
    )
    merged_on = models.DateField("并入日期", null=True, blank=True)
    former = ArrayField(
        models.BigIntegerField(), default=list, editable=False, verbose_name="并入的单位"
    )  # keys of all that were ever merged into it: read with the unit, so that seeing their matters costs no query

    class Meta:
        verbose_name = verbose_name_plural = "单位"
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="no_unit_is_merged_into_itself"),
            models.CheckConstraint(condition=~Q(superior=F("id")), name="no_unit_is_its_own_superior"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True, merged_on__isnull=True)
                | Q(merged_into__isnull=False, merged_on__isnull=False),
                name="a_merger_has_its_date",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | Q(active=False),
                name="a_merged_unit_is_out_of_use",
                violation_error_message="已并入其他单位的，不能再启用。",
            ),
        ]

    def __str__(self):
        return self.short

    def save(self, *args, **kwargs):
        self.initials = self.initials or initials(self.short)
        super().save(*args, **kwargs)

    @property
    def successor(self) -> "Unit":
        """Who carries on for it today: itself, unless it was merged."""
        return self.merged_into.successor if self.merged_into_id else self

    @property
    def line(self) -> list["Unit"]:
        """Itself and those it reports to, nearest first, each as who carries on for it today; a circle ends."""
        found: dict[int, Unit] = {}
        unit: Unit | None = self.successor
        while unit and unit.pk not in found:
            found[unit.pk] = unit
            unit = unit.superior.successor if unit.superior_id else None
        return list(found.values())

    @property
    def keys(self) -> list[int]:
        """Its own key and those of the units that were merged into it: what these were assigned goes on being its."""
        return [self.pk, *self.former]
