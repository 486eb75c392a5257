from django.db import models
from django.db.models import F, Q

from accountability.models.case import Case
from bureau.matters.models import Matter


class Meeting(models.Model):
    """集体研究: who was there, who kept out, what each said, how they voted, what was concluded."""

    LENGTHS = {"place": 60, "attending": 200, "opinions": 4000, "minority": 2000, "conclusion": 2000}

    case = models.ForeignKey(Case, models.PROTECT, related_name="meetings")
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=LENGTHS["place"])
    expected = models.PositiveSmallIntegerField("应到")
    present = models.ManyToManyField("org.Person", related_name="+", verbose_name="出席")
    attending = models.CharField("列席", max_length=LENGTHS["attending"], blank=True)
    opinions = models.TextField("各人意见", max_length=LENGTHS["opinions"])
    ayes = models.PositiveSmallIntegerField("同意")
    noes = models.PositiveSmallIntegerField("反对", default=0)
    abstentions = models.PositiveSmallIntegerField("弃权", default=0)
    minority = models.TextField("少数意见", max_length=LENGTHS["minority"], blank=True)
    conclusion = models.TextField("结论", max_length=LENGTHS["conclusion"])
    entry = models.OneToOneField("matters.Entry", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "集体研究"
        ordering = ["case", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ayes__gt=F("noes") + F("abstentions")), name="what_is_concluded_has_a_majority"
            ),
            models.CheckConstraint(
                condition=Q(noes=0, abstentions=0) | ~Q(minority=""), name="a_minority_is_written_down"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%Y-%m-%d}集体研究"

    @property
    def matter(self) -> Matter:
        return self.case.matter
