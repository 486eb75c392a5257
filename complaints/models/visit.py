from django.db import models
from django.db.models import Q
from django.urls import reverse


class Visit(models.Model):
    """走访、座谈会: where enterprises are asked what troubles them. Of those that want to stay unnamed only the number is kept."""

    class Kind(models.TextChoices):
        VISIT = "visit", "走访"
        ROUND_TABLE = "round_table", "座谈会"

    LENGTHS = {"place": 60, "went": 120, "enterprises": 500}

    number = models.CharField("编号", max_length=40, unique=True)
    kind = models.CharField("方式", max_length=12, choices=Kind)
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=LENGTHS["place"])
    went = models.CharField("督查局参加人员", max_length=LENGTHS["went"])
    enterprises = models.CharField("企业（同意公开的）", max_length=LENGTHS["enterprises"], blank=True)
    count = models.PositiveSmallIntegerField("企业家数")
    registered_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    registered_at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = verbose_name_plural = "走访座谈"
        ordering = ["-held_on", "-id"]
        constraints = [models.CheckConstraint(condition=Q(count__gte=1), name="a_visit_meets_somebody")]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("complaints:visit", args=[self.pk])


class Question(models.Model):
    """What was raised, and what became of it: an answer on the spot, a complaint, or a matter of another room."""

    WORDS_LENGTH, ANSWER_LENGTH = 1000, 500

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="questions")
    place = models.PositiveSmallIntegerField("序号")
    words = models.TextField("反映的问题", max_length=WORDS_LENGTH)
    answer = models.TextField("当场答复", max_length=ANSWER_LENGTH, blank=True)
    complaint = models.ForeignKey(
        "complaints.Complaint", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="投诉件"
    )
    matter = models.ForeignKey(
        "matters.Matter", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="另立事项"
    )

    class Meta:
        verbose_name = verbose_name_plural = "走访座谈反映的问题"
        ordering = ["visit", "place"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "place"], name="one_place_per_question"),
            models.CheckConstraint(
                condition=Q(answer="", complaint=None)
                | Q(answer="", matter=None)
                | Q(complaint=None, matter=None),
                name="a_question_goes_one_way",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_open(self) -> bool:
        return not (self.answer or self.complaint_id or self.matter_id)
