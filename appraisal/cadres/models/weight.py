from django.db import models
from django.db.models import F, Q

from bureau.org.models import Part


class Weight(models.Model):
    """计分权重 of one place in the team, in percent: a row where the county departs from the defaults (`appraisal.cadres.weighing`)."""

    part = models.CharField("班子位置", max_length=10, choices=Part, unique=True)
    unit = models.DecimalField("单位得分", max_digits=5, decimal_places=2)
    charge = models.DecimalField("分管工作", max_digits=5, decimal_places=2)
    vote = models.DecimalField("民主测评", max_digits=5, decimal_places=2)
    leaders = models.DecimalField("领导评价", max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = verbose_name_plural = "干部计分权重"
        constraints = [
            models.CheckConstraint(
                condition=Q(unit=100 - F("charge") - F("vote") - F("leaders")),
                name="weights_of_a_cadre_are_a_hundred",
            ),
            models.CheckConstraint(
                condition=Q(unit__gte=0, charge__gte=0, vote__gte=0, leaders__gte=0),
                name="no_weight_of_a_cadre_is_negative",
            ),
        ]

    def __str__(self) -> str:
        return self.get_part_display()
