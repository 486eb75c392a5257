from django.db import models
from django.db.models import Q


class Level(models.TextChoices):
    CENTRAL = "central", "中央"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"


class Meaning(models.TextChoices):
    """What the words ask for (facts §2.1): to be known or studied, or to be handled and reported."""

    ORDER = "order", "批办"
    HANDLE = "handle", "阅处"
    STUDY = "study", "阅研"
    KNOW = "know", "阅知"


PURSUED = (Meaning.ORDER, Meaning.HANDLE)


class Origin(models.TextChoices):
    """How the words came into the house."""

    PAPER = "paper", "纸质登记"
    TYPED = "typed", "系统内批示"
    INK = "ink", "手写批示"


class StandingRounds(models.Manager):
    """Without those that their leader took back: nobody reads, counts or handles them any more."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(withdrawn_at=None)


class Round(models.Model):
    """批示: one word of a leader on one matter — the first, and each that came back on the answer."""

    WORDS_LENGTH = 2_000
    UNREAD = "（手写批示，待转写）"

    # As its reader is shown it (`facts.rounds_as_read`).
    shown: str
    abridged: bool

    instruction = models.ForeignKey("instructions.Instruction", models.PROTECT, related_name="rounds")
    number = models.PositiveSmallIntegerField("轮次")
    leader = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="批示领导账号"
    )  # of leaders with an account here
    leader_name = models.CharField("批示领导", max_length=40)  # by post, as it stood then
    level = models.CharField("层级", max_length=8, choices=Level, default=Level.COUNTY)
    date = models.DateField("批示日期")
    words = models.TextField("批示内容", max_length=WORDS_LENGTH)
    meaning = models.CharField("批示要求", max_length=8, choices=Meaning, default=Meaning.ORDER)
    positive = models.BooleanField("肯定性批示", default=False)
    wants_answer = models.BooleanField("要求反馈", default=True)
    origin = models.CharField("来历", max_length=5, choices=Origin, default=Origin.PAPER)
    transcribed_at = models.DateTimeField("转写时间", null=True, blank=True)
    told = models.TextField("承办单位所见", blank=True)  # empty until it is given out to units
    at = models.DateTimeField("登记时间")
    opened_at = models.DateTimeField("交办时间", null=True, blank=True)
    due_at = models.DateTimeField("办理时限", null=True, blank=True)
    finished_at = models.DateTimeField("报送时间", null=True, blank=True)
    answered_at = models.DateTimeField("反馈时间", null=True, blank=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)  # the next word takes its number
    before = models.JSONField("此前", default=dict)  # of a later round: what stood when it began (`Before`)

    objects = StandingRounds()

    class Meta:
        verbose_name = verbose_name_plural = "批示"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["instruction", "number"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_round_per_place",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="rounds_count_from_one"),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(leader_name=""), name="a_round_says_who_and_what"
            ),
            models.CheckConstraint(
                condition=Q(leader__isnull=True) | Q(level=Level.COUNTY),
                name="accounts_are_of_county_leaders",
            ),
        ]
        indexes = [
            models.Index(fields=["leader", "-id"], name="round_by_leader"),
            models.Index(fields=["date"], name="round_by_date"),
            models.Index(fields=["positive"], condition=Q(positive=True), name="round_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.leader_name} {self.date:%Y-%m-%d}"

    @property
    def pursued(self) -> bool:
        return self.meaning in PURSUED

    @property
    def beside_the_circle(self) -> bool:
        """Said on an answer without asking for anything more: it closed the matter, and is handled by nobody."""
        return self.number > 1 and not self.pursued and not self.wants_answer

    @property
    def unread(self) -> bool:
        """Written by hand and not yet put into letters."""
        return self.origin == Origin.INK and self.transcribed_at is None
