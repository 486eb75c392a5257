from django.db import models
from django.db.models import Q

from bureau.matters.models import RoomRecord
from directives.suggestions import states


class To(models.TextChoices):
    """Who is asked to take it up."""

    UNIT = "unit", "单位"
    LEADER = "leader", "县领导"
    MEETING = "meeting", "会议"


class Verdict(models.TextChoices):
    """What is answered."""

    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    DECLINED = "declined", "不采纳"


TAKEN_UP = (Verdict.ADOPTED, Verdict.PARTLY)


class Suggestion(RoomRecord):
    """督查建议: to a unit by the part of it, to a leader or a meeting by name; with its answer and the paper that took it up."""

    LENGTHS = {
        "grounds": 2000,
        "text": 4000,
        "meeting": 60,
        "answer": 3000,
        "paper_title": 200,
        "paper_number": 40,
    }

    state = models.CharField("状态", max_length=10, choices=states.CHOICES, default=states.DRAFT)
    to = models.CharField("提给", max_length=8, choices=To)
    recipient = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="收文领导"
    )
    meeting = models.CharField("会议", max_length=LENGTHS["meeting"], blank=True)
    grounds = models.TextField("情况和问题", max_length=LENGTHS["grounds"], blank=True)
    text = models.TextField("建议内容", max_length=LENGTHS["text"])
    answer_by = models.DateField("答复时限", null=True, blank=True)  # empty: by the limits table
    verdict = models.CharField("答复", max_length=8, choices=Verdict, blank=True)
    answer = models.TextField("理由和打算", max_length=LENGTHS["answer"], blank=True)
    paper_title = models.CharField("采纳文件", max_length=LENGTHS["paper_title"], blank=True)
    paper_number = models.CharField("文号", max_length=LENGTHS["paper_number"], blank=True)
    paper_date = models.DateField("文件日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "督查建议"
        ordering = ["-matter_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(states.STATES)), name="suggestion_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(to=To.UNIT, recipient__isnull=True, meeting="")
                | Q(to=To.LEADER, recipient__isnull=False, meeting="")
                | Q(to=To.MEETING, recipient__isnull=True) & ~Q(meeting=""),
                name="a_suggestion_goes_to_one",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[states.ANSWERED, states.ADOPTED, states.CLOSED]) | ~Q(verdict=""),
                name="what_is_answered_says_how",
            ),
            models.CheckConstraint(
                condition=~Q(state=states.ADOPTED)
                | Q(verdict__in=TAKEN_UP, paper_date__isnull=False) & ~Q(paper_title=""),
                name="what_was_adopted_names_its_paper",
            ),
        ]

    @property
    def addressee(self) -> str:
        """Short, as lists name it."""
        if self.to == To.UNIT:
            return self.lead.unit.short if self.lead else ""
        return self.recipient.name if self.recipient else self.meeting

    @property
    def paper(self) -> str:
        """「《关于种粮补贴的通知》（桃政办发〔2026〕18号）」; empty where nothing was issued."""
        if not self.paper_title:
            return ""
        return f"《{self.paper_title}》" + (f"（{self.paper_number}）" if self.paper_number else "")
