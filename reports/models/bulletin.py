from django.db import models
from django.urls import reverse
from django.utils import timezone

from reports import states
from reports.models.layout import Numbering, Rates
from reports.models.plate import Plate
from reports.models.rules import CONSTRAINTS
from reports.models.series import LETTERS, Series
from reports.querysets import BulletinQuerySet

URGENCIES = [("特急", "特急"), ("加急", "加急")]  # GB/T 9704—2012 §7.2.3


class Bulletin(models.Model):
    """通报, 专报: what the bureau prints of matters as they stood at one moment. Not a matter itself."""

    TITLE_LENGTH, BODY_LENGTH, RECEIVERS_LENGTH = 200, 20_000, 1_000
    MOST_COPIES = 9_999

    series = models.CharField("种类", max_length=10, choices=Series, default=Series.NOTICE)
    state = models.CharField("状态", max_length=10, choices=states.CHOICES, default=states.DRAFT)
    title = models.CharField("标题", max_length=TITLE_LENGTH)
    body = models.TextField("正文", max_length=BODY_LENGTH)
    plate = models.CharField("发文机关（名义）", max_length=14, choices=Plate, default=Plate.BUREAU)
    issuer = models.CharField("编印单位", max_length=60)
    head = models.CharField(
        "版头名称", max_length=20, blank=True
    )  # as its `Layout` had it; empty: that of its series
    numbering = models.CharField("期号写法", max_length=14, choices=Numbering, default=Numbering.ARABIC_TOTAL)
    rates = models.CharField("百分比写法", max_length=8, choices=Rates, default=Rates.WHOLE)
    signed_off = models.BooleanField("署名", default=False)  # organ and day below the text of a bulletin
    main_to = models.CharField("主送", max_length=RECEIVERS_LENGTH, blank=True)
    copy_to = models.CharField("抄送", max_length=RECEIVERS_LENGTH, blank=True)  # of letters
    note = models.CharField("附注", max_length=100, blank=True)  # of letters: 联系人、电话
    urgency = models.CharField("紧急程度", max_length=2, choices=URGENCIES, blank=True)  # of letters
    report_to = models.TextField("报", max_length=RECEIVERS_LENGTH, blank=True)
    send_to = models.TextField("送", max_length=RECEIVERS_LENGTH, blank=True)
    issue_to = models.TextField("发", max_length=RECEIVERS_LENGTH, blank=True)
    copies = models.PositiveSmallIntegerField("印发份数")
    source = models.ForeignKey(
        "directives.Source", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来源"
    )
    answers = models.ForeignKey(
        "matters.Matter", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="反馈批示"
    )  # of a 专报: what it answers to its leader; none of an investigation report (调研)
    round = models.PositiveSmallIntegerField("反馈轮次", null=True, blank=True)
    readers = models.ManyToManyField(
        "org.Person", blank=True, related_name="+", verbose_name="送阅领导"
    )  # leaders with an account, chosen while drafting; delivered with the issue (`Receipt`)
    units = models.ManyToManyField(
        "org.Unit", blank=True, related_name="+", verbose_name="送达单位"
    )  # delivered to their pages with the issue (`Receipt`)
    answer_by = models.DateField(
        "整改回复时限", null=True, blank=True
    )  # until when units that it names answer; nobody is asked where it is empty
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name="更正"
    )  # the issue that this one corrects: what is issued is never changed
    occasion = models.CharField(max_length=40, blank=True)  # what it was begun for, where that has one alone
    counted_at = models.DateTimeField("数据截至")
    words = models.JSONField(default=dict)  # wording.Words as last composed: tells what was typed over
    drafted_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="拟稿人")
    checked_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="核稿人"
    )
    signer = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="签发领导"
    )  # a county leader whom the drafter chose; any director where none is
    signed_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="签发人"
    )
    year = models.PositiveSmallIntegerField("年份", null=True, blank=True)
    issue_no = models.PositiveIntegerField("期数", null=True, blank=True)
    total_no = models.PositiveIntegerField("总期数", null=True, blank=True)
    code = models.CharField("文号", max_length=40, blank=True)  # of letters: 桃督函〔2026〕3号
    created_at = models.DateTimeField("拟稿时间")
    checked_at = models.DateTimeField("核稿时间", null=True, blank=True)
    signed_at = models.DateTimeField("签发时间", null=True, blank=True)
    issued_at = models.DateTimeField("印发时间", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = BulletinQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "通报"
        ordering = ["-id"]
        constraints = CONSTRAINTS

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:page", args=[self.pk])

    @property
    def day(self):
        """The date on its head: that of signing (签发之日); of today while it is a draft."""
        return timezone.localdate(self.signed_at)

    @property
    def issue(self) -> str:
        """「第12期」, 「增刊第3期」, with a gap where the number will stand."""
        extra = "增刊" if self.series == Series.EXTRA else ""
        number = Numbering(self.numbering).shown(self.issue_no) if self.issue_no else "　"
        return f"{extra}第{number}期"

    @property
    def total(self) -> str:
        return f"（总第{self.total_no or '　'}期）" if Numbering(self.numbering).has_total else ""

    @property
    def number(self) -> str:
        """「督查通报2026年第12期（总第208期）」, of a letter its 文号; empty before it is signed."""
        if not self.issue_no:
            return ""
        if self.is_letter:
            return self.code
        return f"{self.masthead}{self.year}年{self.issue}{self.total}"

    @property
    def masthead(self) -> str:
        """The name on its head, as the county has it; a 增刊 bears that of the series it is extra to."""
        if self.head:
            return self.head
        return str(Series.BRIEF.label if self.series == Series.EXTRA else Series(self.series).label)

    @property
    def is_letter(self) -> bool:
        return self.series in LETTERS

    @property
    def is_frozen(self) -> bool:
        return self.state in states.FROZEN
