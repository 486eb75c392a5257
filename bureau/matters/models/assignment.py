from django.db import models
from django.db.models import Q


class Assignment(models.Model):
    """交办: one unit's part in a matter.

    `open`, `sealed` and `opened_at` are copies of the cover's, kept by `cover.advance`, so that a unit's
    list is read from one index. `opened_at` is empty until dispatch: before it no unit sees anything.
    """

    class Role(models.TextChoices):
        LEAD = "lead", "牵头"
        CO = "co", "协办"

    class State(models.TextChoices):
        PLANNED = "planned", "待交办"
        PENDING = "pending", "待签收"
        WORKING = "working", "办理中"
        REPORTED = "reported", "已报完成"
        DONE = "done", "已完成"
        RELEASED = "released", "不再承办"  # another unit goes on in its place

    ASKED_LENGTH = 500

    actions: list[dict]  # on a page: what its reader may do
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="assignments")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", verbose_name="承办单位")
    role = models.CharField("角色", max_length=4, choices=Role)
    asked = models.CharField("办理要求", max_length=ASKED_LENGTH, blank=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.PLANNED)
    signed_at = models.DateTimeField("签收时间", null=True, blank=True)
    open = models.BooleanField(default=False)
    sealed = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "交办"
        ordering = ["-role", "unit__order", "id"]  # lead before co
        constraints = [
            models.UniqueConstraint(fields=["matter", "unit"], name="a_unit_once_per_matter"),
            models.UniqueConstraint(fields=["matter"], condition=Q(role="lead"), name="one_lead_per_matter"),
            models.CheckConstraint(
                condition=Q(state="planned", opened_at__isnull=True)
                | Q(~Q(state="planned"), opened_at__isnull=False),
                name="planned_until_opened",
            ),
        ]
        indexes = [
            models.Index(
                fields=["unit", "-opened_at", "-matter"],
                condition=Q(opened_at__isnull=False, sealed=False),
                name="assignment_by_unit",
            ),
            models.Index(
                fields=["unit", "-opened_at", "-matter"],
                condition=Q(open=True, sealed=False),
                name="assignment_open_by_unit",
            ),
            models.Index(fields=["id"], condition=Q(open=True, role="lead"), name="assignment_open_lead"),
            models.Index(fields=["unit", "state"], condition=Q(open=True), name="assignment_at_work"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.unit.short}"

    @property
    def is_lead(self) -> bool:
        return self.role == self.Role.LEAD

    @property
    def helps(self) -> bool:
        """协办, as ledgers and papers name it: who was released does not."""
        return not self.is_lead and self.state != self.State.RELEASED
