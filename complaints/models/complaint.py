from django.db import models
from django.db.models import F, Q

from bureau.matters.models import RoomRecord
from complaints import states
from complaints.models.kinds import (
    AnswerWay,
    Channel,
    Complainant,
    Finding,
    Ground,
    IdentityMode,
    Mode,
    Satisfaction,
)


class Complaint(RoomRecord):
    """营商环境投诉. Who complained stands in the vault, never here."""

    LENGTHS = {
        "place": 60,
        "happened": 60,
        "respondent_words": 60,
        "demand": 500,
        "told_before": 200,
        "facts": 4000,
        "summary": 1000,
        "refusal_words": 500,
        "route": 200,
        "answer": 4000,
        "remedy": 500,
        "opinion": 500,
    }

    state = models.CharField("状态", max_length=14, choices=states.CHOICES, default=states.RECEIVED)
    # What was told
    channel = models.CharField("渠道", max_length=10, choices=Channel)
    received_at = models.DateTimeField("收到时间")
    cause = models.ForeignKey("complaints.Cause", models.PROTECT, related_name="+", verbose_name="投诉事由")
    identity_mode = models.CharField("身份方式", max_length=14, choices=IdentityMode)
    complainant = models.CharField("投诉人类别", max_length=12, choices=Complainant, blank=True)
    respondent = models.ForeignKey(
        "org.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="被投诉单位"
    )
    respondent_words = models.CharField(
        "被投诉人员职务或其他对象", max_length=LENGTHS["respondent_words"], blank=True
    )
    place = models.CharField("发生地点", max_length=LENGTHS["place"], blank=True)
    happened = models.CharField("发生时间", max_length=LENGTHS["happened"], blank=True)
    facts = models.TextField("反映的事实", max_length=LENGTHS["facts"])
    demand = models.CharField("诉求", max_length=LENGTHS["demand"], blank=True)
    told_before = models.CharField("曾向其他机关反映", max_length=LENGTHS["told_before"], blank=True)
    wants_reply = models.BooleanField("要求答复", default=True)
    # Whether it is accepted
    mode = models.CharField("办理方式", max_length=10, choices=Mode, blank=True)
    accepted_at = models.DateTimeField("受理时间", null=True, blank=True)
    deemed = models.BooleanField("视为受理", default=False)
    supplemented = models.BooleanField("已要求补正", default=False)
    ground = models.CharField("不予受理情形", max_length=4, choices=Ground, blank=True)
    route = models.CharField("正确途径", max_length=LENGTHS["route"], blank=True)
    refusal_words = models.CharField("不予受理理由", max_length=LENGTHS["refusal_words"], blank=True)
    proposed_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="拟办人"
    )
    decided_at = models.DateTimeField("决定时间", null=True, blank=True)
    notice_number = models.CharField("告知书编号", max_length=40, null=True, blank=True, unique=True)
    told_at = models.DateTimeField("告知时间", null=True, blank=True)
    told_way = models.CharField("告知方式", max_length=8, choices=AnswerWay, blank=True)
    # Handling
    summary = models.CharField("转办摘要", max_length=LENGTHS["summary"], blank=True)
    transfer_number = models.CharField("转办单编号", max_length=40, null=True, blank=True, unique=True)
    self_handled = models.BooleanField("督查局自办", default=False)
    result = models.TextField("自办结果", max_length=4000, blank=True)
    result_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="自办人"
    )
    # What came of it
    finding = models.CharField("查核结论", max_length=10, choices=Finding, blank=True)
    remedy = models.CharField("处理结果", max_length=LENGTHS["remedy"], blank=True)
    refunded = models.DecimalField("退还金额（元）", max_digits=12, decimal_places=2, default=0)
    answer = models.TextField("答复意见", max_length=LENGTHS["answer"], blank=True)
    answer_number = models.CharField("答复书编号", max_length=40, null=True, blank=True, unique=True)
    answered_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复人"
    )
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    answer_way = models.CharField("答复方式", max_length=8, choices=AnswerWay, blank=True)
    contacted = models.BooleanField("已联系投诉人", null=True, blank=True)
    solved = models.BooleanField("问题已解决", null=True, blank=True)
    satisfaction = models.CharField("满意度", max_length=12, choices=Satisfaction, blank=True)
    called_back_at = models.DateTimeField("回访时间", null=True, blank=True)
    redone = models.BooleanField("不满意已重办", default=False)
    unlawful_demand = models.BooleanField("诉求不合法，已作解释", default=False)
    repeats = models.BooleanField("90日内重复", default=False)
    malicious = models.BooleanField("恶意投诉", default=False)
    # Beside others
    whole = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name="拆分自"
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="并入"
    )
    secret_words = models.TextField("检索词", blank=True)  # with what units do not read; never of the vault
    by_code = models.BooleanField("凭查询码查询", default=False)  # told and answered on the public page

    class Meta:
        verbose_name = verbose_name_plural = "营商环境投诉"
        ordering = ["-matter_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(states.STATES)), name="complaint_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[states.REFUSED, states.ROUTED])
                | (~Q(ground="") & ~Q(route="") & Q(notice_number__isnull=False)),
                name="a_refusal_says_why_and_where_to",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=list(states.HANDLED)) | Q(accepted_at__isnull=False),
                name="what_is_handled_was_accepted",
            ),
            models.CheckConstraint(
                condition=~Q(state=states.MERGED) | Q(merged_into__isnull=False),
                name="what_is_merged_says_into_what",
            ),
            models.CheckConstraint(
                condition=~Q(state=states.REFUSING) | Q(proposed_by__isnull=False),
                name="a_refusal_is_somebodys_proposal",
            ),
            models.CheckConstraint(
                condition=Q(result="") | Q(self_handled=True, result_by__isnull=False),
                name="only_the_bureaus_own_finding_stands_here",
            ),
            models.CheckConstraint(condition=Q(refunded__gte=0), name="nothing_negative_is_refunded"),
            models.CheckConstraint(
                condition=~Q(whole=F("matter")) & ~Q(merged_into=F("matter")),
                name="a_complaint_is_no_part_of_itself",
            ),
        ]
        indexes = [
            models.Index(fields=["cause", "respondent", "-received_at"], name="complaint_like_others"),
            models.Index(fields=["state", "-matter"], name="complaint_by_state"),
        ]

    @property
    def anonymous(self) -> bool:
        return self.identity_mode == IdentityMode.ANONYMOUS

    @property
    def reachable(self) -> bool:
        """Whether there is somebody who can be told and answered."""
        return not self.anonymous or self.by_code

    @property
    def accused(self) -> str:
        """As the bureau names who is complained about."""
        return "，".join(
            filter(None, [self.respondent.short if self.respondent else "", self.respondent_words])
        )
