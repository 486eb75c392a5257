from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Least
from django.urls import reverse

from bureau.matters.access.querysets import MatterQuerySet
from bureau.org.models import Urgency
from bureau.org.posts import Function


class Phase(models.TextChoices):
    """Groups every room's states, so that lists and figures need not know them."""

    PREPARING = "preparing", "准备"
    RUNNING = "running", "在办"
    SUSPENDED = "suspended", "中止"
    CLOSED = "closed", "办结"
    FILED = "filed", "存阅"  # taken note of: nobody owes anything for it
    VOID = "void", "作废"


# Where a ledger that nobody has sorted shows what: trouble first, drafts and what is over after it, void last.
RUNNING = Q(phase=Phase.RUNNING)
RANKS = Case(
    When(RUNNING & Q(finished_at__isnull=True), then=Value(0)),
    When(RUNNING, then=Value(1)),
    When(phase=Phase.PREPARING, then=Value(2)),
    When(phase=Phase.SUSPENDED, then=Value(3)),
    When(phase=Phase.VOID, then=Value(5)),
    default=Value(4),
)
RUNS_UNTIL = Case(
    When(RUNNING & Q(finished_at__isnull=True), then=Least("due_at", "far_behind_at"))
)  # when its light turns red


class Secrecy(models.TextChoices):
    NORMAL = "normal", "一般"
    SEALED = "sealed", "限阅"


class Matter(models.Model):
    """事项: the cover of the folder — what one may read without opening it. It never learns its rooms."""

    TITLE_LENGTH = 500

    # Kept by `access.behalf`: how many lines were read, and who entered something for whom on them.
    hands: tuple[int, list[tuple[int, int]]] = (-1, [])

    kind = models.CharField("业务", max_length=16, choices=Function)
    number = models.CharField("编号", max_length=40, null=True, blank=True, unique=True)
    title = models.CharField("事项", max_length=TITLE_LENGTH)
    officer = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="经办督查员")
    leader = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="交办领导"
    )  # to whom the result is answered; reads the matter from its first line on, sealed or not
    urgency = models.CharField("办理类别", max_length=12, choices=Urgency, default=Urgency.NORMAL)
    phase = models.CharField("阶段", max_length=12, choices=Phase, default=Phase.PREPARING)
    stage = models.CharField("状态", max_length=20)
    secrecy = models.CharField("范围", max_length=8, choices=Secrecy, default=Secrecy.NORMAL)
    team_only = models.BooleanField("仅组内知悉", default=False)  # sealed from the desk's leaders, too
    registered_at = models.DateTimeField("登记时间")
    opened_at = models.DateTimeField("交办时间", null=True, blank=True)
    due_at = models.DateTimeField("办理时限", null=True, blank=True)
    # By the plan of its room, unless more is reported (`bureau.matters.gauge`): from when on it is behind, and far behind.
    behind_at = models.DateTimeField(null=True, blank=True)
    far_behind_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(
        "完成时间", null=True, blank=True
    )  # when the report was sent that awaits review or was accepted
    closed_at = models.DateTimeField("销号时间", null=True, blank=True)
    words = models.TextField("检索词", blank=True)
    version = models.PositiveIntegerField(default=1)
    entry_count = models.PositiveIntegerField(default=0)  # the end of the chain, so a cut tail shows
    chain_head = models.CharField(max_length=64, blank=True)
    place = models.PositiveBigIntegerField(
        null=True, blank=True, unique=True
    )  # in the register, without gaps
    link = models.CharField(max_length=64, blank=True)  # to the matter before it there
    seal = models.CharField(max_length=64, blank=True)  # over these four (`bureau.matters.seals`)

    rank = models.GeneratedField(expression=RANKS, output_field=models.SmallIntegerField(), db_persist=True)
    runs_until = models.GeneratedField(
        expression=RUNS_UNTIL, output_field=models.DateTimeField(null=True), db_persist=True
    )

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "事项"
        ordering = ["-id"]
        permissions = [("read_matter", "查阅事项")]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="a_matter_has_a_title"),
            models.CheckConstraint(
                condition=Q(team_only=False) | Q(secrecy=Secrecy.SEALED), name="a_teams_own_is_sealed"
            ),
            models.CheckConstraint(
                condition=Q(phase__in=[Phase.PREPARING, Phase.VOID, Phase.FILED])
                | Q(number__isnull=False, opened_at__isnull=False),
                name="what_runs_is_numbered_and_opened",
            ),
            models.CheckConstraint(
                condition=~Q(phase=Phase.CLOSED) | Q(closed_at__isnull=False, finished_at__isnull=False),
                name="what_is_closed_says_when",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("opened_at")),
                name="nothing_is_finished_before_it_is_opened",
            ),
            models.CheckConstraint(
                condition=Q(entry_count=0) | (Q(place__isnull=False) & ~Q(link="") & ~Q(seal="")),
                name="what_has_lines_is_registered_and_sealed",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "-id"], name="matter_by_kind"),
            models.Index(fields=["kind", "phase", "due_at"], name="matter_by_due"),
            models.Index(fields=["officer", "-id"], name="matter_by_officer"),
            models.Index(fields=["kind", "secrecy", "officer", "-id"], name="matter_counted"),
            models.Index(fields=["due_at"], name="matter_sorted_by_due"),
            # 工作台 counts these by light and stage, from the index alone.
            models.Index(
                fields=["kind", "secrecy", "officer"],
                include=[
                    *("id", "phase", "stage", "urgency", "team_only", "leader", "opened_at"),
                    *("due_at", "finished_at", "behind_at", "far_behind_at"),
                ],
                condition=Q(phase__in=[Phase.PREPARING, Phase.RUNNING]),
                name="matter_unfinished",
            ),
            models.Index(fields=["rank", "runs_until", "-id"], name="matter_trouble_first"),
            models.Index(
                fields=["leader", "-id"], condition=Q(leader__isnull=False), name="matter_by_leader"
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.title

    def get_absolute_url(self) -> str:
        return reverse(f"{self.kind}:page", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.phase in (Phase.RUNNING, Phase.SUSPENDED)
