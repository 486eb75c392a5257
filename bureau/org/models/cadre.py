"""干部名册: who leads the units. Names are kept encrypted: everywhere but in a few places a cadre is a unit and a post."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from bureau.org import cipher


class Rank(models.TextChoices):
    """职级, highest first."""

    COUNTY = "county", "县处级"
    FULL = "full", "正科"
    DEPUTY = "deputy", "副科"
    SECTION = "section", "股级"
    STAFF = "staff", "一般干部"
    VILLAGE = "village", "村（社区）干部"


class Part(models.TextChoices):
    """在班子中的位置."""

    HEAD = "head", "主要负责人"
    IN_CHARGE = "in_charge", "分管负责人"
    MEMBER = "member", "班子成员"
    STAFF = "staff", "工作人员"


class Cadre(models.Model):
    """干部. `str` never says the name; whoever shows it (`name`) writes down who looked (`bureau.org.names`)."""

    class Status(models.TextChoices):
        SERVING = "serving", "在职"
        RETIRED = "retired", "退休"
        LEFT = "left", "调离本县或辞去公职"
        DEAD = "dead", "去世"

    NAME_LENGTH = 20

    key = models.UUIDField("识别码", default=uuid4, unique=True, editable=False)
    code = models.CharField("干部编号", max_length=20, unique=True)
    sealed = models.BinaryField("姓名密文")
    person = models.OneToOneField(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="cadre", verbose_name="账号"
    )  # only who uses the system has one
    status = models.CharField("状态", max_length=8, choices=Status, default=Status.SERVING)
    ended_on = models.DateField("离开日期", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "干部"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="serving", ended_on=None)
                | (~Q(status="serving") & Q(ended_on__isnull=False)),
                name="who_left_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"干部{self.code}"

    def get_absolute_url(self) -> str:
        return reverse("cadres:page", args=[self.pk])

    @property
    def about(self) -> str:
        """What its cipher text is bound to."""
        return f"cadre {self.key}"

    @property
    def name(self) -> str:
        """Raises cipher.Unreadable."""
        return cipher.unseal(bytes(self.sealed), self.about).decode()

    @name.setter
    def name(self, name: str) -> None:
        self.sealed = cipher.seal(name.encode(), self.about)

    def positions_on(self, day: date) -> list["Position"]:
        """What they held on that day; reads what was prefetched."""
        return [one for one in self.positions.all() if one.holds_on(day)]


class Position(models.Model):
    """任职: one post of one cadre at one unit, from–until. Never overwritten: who moves gets another one."""

    TITLE_LENGTH, CHARGE_LENGTH = 40, 200

    cadre = models.ForeignKey(Cadre, models.PROTECT, related_name="positions", verbose_name="干部")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="positions", verbose_name="单位")
    title = models.CharField("职务", max_length=TITLE_LENGTH)
    rank = models.CharField("职级", max_length=8, choices=Rank)
    part = models.CharField("班子位置", max_length=10, choices=Part, default=Part.STAFF)
    charge = models.CharField("分管工作", max_length=CHARGE_LENGTH, blank=True)
    since = models.DateField("任职日期")
    until = models.DateField("免职日期", null=True, blank=True)  # the last day

    class Meta:
        verbose_name = verbose_name_plural = "任职"
        ordering = ["cadre", "-since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="a_position_ends_after_it_begins"
            ),
            models.UniqueConstraint(fields=["cadre", "unit", "title", "since"], name="a_position_once"),
        ]
        indexes = [models.Index(fields=["unit", "until"], name="position_by_unit")]

    def __str__(self) -> str:
        """How a cadre is named wherever others read: 「县水利局分管副局长」."""
        return f"{self.unit.short}{self.title}"

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)
