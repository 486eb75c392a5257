from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from appraisal.cadres.models.use import Use
from appraisal.models import Appraised


class UsualUse(models.Model):
    """What usually follows from a grade: a row where the county departs from the field's usual (`appraisal.cadres.following`)."""

    grade = models.CharField("等次", max_length=6, choices=Appraised.Grade, unique=True)
    kinds = ArrayField(models.CharField(max_length=8, choices=Use.Kind), verbose_name="通常建议")

    class Meta:
        verbose_name = verbose_name_plural = "等次与结果运用的对应"
        constraints = [
            models.CheckConstraint(condition=Q(kinds__len__gt=0), name="something_follows_from_a_grade"),
        ]

    def __str__(self) -> str:
        return self.get_grade_display()
