from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from bureau.matters.models.assignment import Assignment
from bureau.matters.models.matter import Matter
from bureau.org import cipher
from bureau.org.models import Position, Unit


class Service(models.Model):
    """送达: one paper laid before one addressee, frozen as it was then, and how it was received. Never taken back: what was wrong
    in it is put right by another one.

    The addressee is a unit by its part in the matter (`assignment`), the head of a unit that has none (`unit`), or a person by
    the position they held (`position`). Who has no part sees the paper and nothing else of the matter; a person's is kept encrypted, and any of a room
    that `encrypts`."""

    class State(models.TextChoices):
        SERVED = "served", "待签收"
        RECEIVED = "received", "已签收"

    class Way(models.TextChoices):
        """How it was received; all but the first stand on a 送达回证 of paper."""

        CLICK = "click", "网上签收"
        DIRECT = "direct", "直接送达"
        LEFT = "left", "留置送达"
        POST = "post", "邮寄送达"
        ENTRUSTED = "entrusted", "委托送达"

    TAKER_LENGTH, REFUSAL_LENGTH = 100, 500

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="services")
    assignment = models.ForeignKey(
        "matters.Assignment",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="services",
        verbose_name="受送达单位",
    )
    unit = models.ForeignKey(
        "org.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="受送达单位负责人"
    )
    position = models.ForeignKey(
        "org.Position", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="受送达人"
    )
    sealed = models.BinaryField("受送达人密文", null=True, blank=True)  # as printed
    paper = models.CharField("文书", max_length=40)  # the key of a `ServedPaper` of the matter's room
    answers = models.OneToOneField(
        "matters.Contest",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answer",
        verbose_name="所答复的申请",
    )
    number = models.CharField("文号", max_length=40, unique=True)
    text = models.TextField("正文")
    name = models.CharField("文件名", max_length=200)
    size = models.PositiveIntegerField("字节数")
    sha256 = models.CharField("SHA-256", max_length=64)  # of the PDF as it was served
    state = models.CharField("状态", max_length=10, choices=State, default=State.SERVED)
    served_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="送达人")
    served_at = models.DateTimeField("送达时间")
    way = models.CharField("签收方式", max_length=10, choices=Way, blank=True)
    received_at = models.DateTimeField("签收时间", null=True, blank=True)
    received_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="签收人"
    )
    taker = models.CharField("接收人职务和与受送达单位的关系", max_length=TAKER_LENGTH, blank=True)
    refusal = models.CharField("拒收事由和见证人", max_length=REFUSAL_LENGTH, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "送达文书"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="served", received_at=None, way="")
                | (Q(state="received", received_at__isnull=False) & ~Q(way="")),
                name="what_is_received_says_when_and_how",
            ),
            models.CheckConstraint(
                condition=~Q(way="left") | ~Q(refusal=""), name="what_was_left_says_who_refused_it"
            ),
            models.CheckConstraint(
                condition=Q(assignment__isnull=False, unit=None, position=None)
                | Q(assignment=None, unit__isnull=False, position=None)
                | Q(assignment=None, unit=None, position__isnull=False),
                name="a_paper_has_one_addressee",
            ),
            models.CheckConstraint(
                condition=Q(position=None) | Q(sealed__isnull=False),
                name="a_persons_paper_is_sealed",
            ),
            models.CheckConstraint(
                condition=Q(received_at=None) | Q(received_at__gte=F("served_at")),
                name="nothing_is_received_before_it_is_served",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("matters:service", args=[self.pk])

    @property
    def addressee(self) -> Assignment | Unit | Position:
        if found := self.assignment or self.unit or self.position:
            return found
        raise LookupError(f"the paper {self.number} has no addressee")

    @property
    def addressed(self) -> str:
        """Whom it is served on, in words that name nobody: 「县水利局」「县水利局主要负责人」「县水利局分管副局长」."""
        if self.assignment:
            return self.assignment.unit.short
        return f"{self.unit.short}主要负责人" if self.unit else str(self.position)

    @property
    def about(self) -> str:
        """What cipher text of it is bound to: the name of its addressee, and its file."""
        return f"service {self.number}"

    @property
    def kept_about(self) -> str:
        """The same, of a paper whose file is kept encrypted; empty for any other."""
        return self.about if self.sealed else ""


class Contest(models.Model):
    """救济: what its addressee says against a paper that was served, and how that was decided. Who is served in person, or as the head
    of a unit, may name somebody: their words are kept encrypted."""

    class Kind(models.TextChoices):
        PLEA = "plea", "申辩"
        OBJECTION = "objection", "异议"
        REVIEW = "review", "复核"
        APPEAL = "appeal", "申诉"

    class State(models.TextChoices):
        """It never ends worse for who contests."""

        WAITING = "waiting", "待决定"
        UPHELD = "upheld", "维持"
        CHANGED = "changed", "变更（减轻）"
        REVOKED = "revoked", "撤销"
        WITHDRAWN = "withdrawn", "已撤回"

    DECIDED = (State.UPHELD, State.CHANGED, State.REVOKED)
    TEXT_LENGTH = 4_000

    tone: str  # on a page: the colour of its state
    actions: list[dict]  # and what its reader may do
    service = models.ForeignKey("matters.Service", models.PROTECT, related_name="contests")
    kind = models.CharField("救济方式", max_length=10, choices=Kind)
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    text = models.TextField("事实和理由", max_length=TEXT_LENGTH, blank=True)
    sealed = models.BinaryField(
        "事实和理由密文", null=True, blank=True
    )  # against what no part was served with
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="提出人")
    entered = models.BooleanField("书面提出，由督查局代录", default=False)
    at = models.DateTimeField("提出时间")
    reason = models.TextField("决定和理由", max_length=TEXT_LENGTH, blank=True)
    decided_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定人"
    )
    decided_at = models.DateTimeField("决定时间", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "救济"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "kind"],
                condition=~Q(state="withdrawn"),
                name="contested_once_in_each_way",
            ),
            models.CheckConstraint(
                condition=Q(~Q(text=""), sealed=None) | Q(text="", sealed__isnull=False),
                name="a_contest_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "withdrawn"], decided_by=None, decided_at=None, reason="")
                | (
                    Q(
                        state__in=["upheld", "changed", "revoked"],
                        decided_by__isnull=False,
                        decided_at__isnull=False,
                    )
                    & ~Q(reason="")
                ),
                name="a_decided_contest_says_who_when_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"对{self.service}的{self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return self.service.get_absolute_url()

    @property
    def matter(self) -> Matter:
        return self.service.matter

    @property
    def assignment(self) -> Assignment | None:
        return self.service.assignment

    @property
    def about(self) -> str:
        """What its cipher text is bound to."""
        return f"{self.kind} against service {self.service.number}"

    @property
    def words(self) -> str:
        """As they were said. Raises cipher.Unreadable."""
        return cipher.unseal(bytes(self.sealed), self.about).decode() if self.sealed else self.text

    @property
    def shown(self) -> str:
        """The same for a page, which says why where they cannot be read."""
        try:
            return self.words
        except cipher.Unreadable as closed:
            return str(closed)
