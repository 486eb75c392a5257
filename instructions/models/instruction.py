from functools import cached_property

from django.db import models
from django.db.models import Q

from bureau.matters.models import RoomRecord
from bureau.org.models import Unit
from instructions import states
from instructions.models.round import Round


class Shown(models.TextChoices):
    """What a unit reads of the leader's words."""

    SUMMARY = "summary", "摘要"
    ORIGINAL = "original", "批示原文"


class Instruction(RoomRecord):
    """领导批示件: what a leader wrote, followed until it is answered to that leader. Each new word on it is a `Round`."""

    SUMMARY_LENGTH, OPINION_LENGTH = 1_000, 500

    whole: bool  # in a ledger: whether its reader reads what is not for units

    paper = models.ForeignKey(
        "instructions.Paper", models.PROTECT, related_name="instructions", verbose_name="来文"
    )
    state = models.CharField("状态", max_length=10, choices=states.CHOICES, default=states.REGISTERED)
    self_handled = models.BooleanField("督查局自办", default=False)
    lead_unit = models.ForeignKey(
        "org.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="拟牵头单位"
    )  # as proposed, or named by the leader; assignments come with the approval
    co_units = models.ManyToManyField("org.Unit", blank=True, related_name="+", verbose_name="拟协办单位")
    due = models.DateField("批示时限", null=True, blank=True)  # as the leader or the proposal set it
    asked = models.CharField("办理要求", max_length=500, blank=True)
    opinion = models.CharField("拟办意见", max_length=OPINION_LENGTH, blank=True)
    proposed_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="拟办人"
    )
    shown = models.CharField("承办单位可见", max_length=8, choices=Shown, default=Shown.SUMMARY)
    summary = models.CharField("批示摘要", max_length=SUMMARY_LENGTH, blank=True)
    result = models.TextField("自办结果", max_length=4000, blank=True)
    result_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="自办人"
    )
    secret_words = models.TextField(
        "检索词", blank=True
    )  # with the leader's words: for the bureau and leaders

    class Meta:
        verbose_name = verbose_name_plural = "领导批示件"
        ordering = ["-matter_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(states.STATES)), name="instruction_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(self_handled=False) | Q(lead_unit__isnull=True),
                name="a_lead_or_the_bureau_itself",
            ),
            models.CheckConstraint(
                condition=~Q(state=states.PROPOSED) | Q(proposed_by__isnull=False),
                name="a_proposal_is_somebodys",
            ),
            models.CheckConstraint(
                condition=Q(result="") | Q(self_handled=True, result_by__isnull=False),
                name="only_the_bureaus_own_result_stands_here",
            ),
        ]

    @property
    def proposed_units(self) -> list:
        """Whom the approval gives it out to: none where the bureau handles it itself."""
        return [] if self.self_handled else [*filter(None, [self.lead_unit]), *self.co_units.all()]

    @cached_property
    def round(self) -> Round:
        """The word that is being handled now: the latest. Reads what was prefetched."""
        return max(self.rounds.all(), key=lambda one: one.number)

    @property
    def unread(self) -> Round | None:
        """The first word, of whatever round, that is in ink and waits to be put into letters; None where none does."""
        return next((one for one in self.rounds.all() if one.unread), None)

    @property
    def led_by(self) -> Unit | None:
        """The unit that leads: as given out, or, while a round is being prepared, as proposed. None: nobody yet."""
        part = None if self.state in states.PREPARED else self.lead
        return part.unit if part else self.lead_unit
