from django.db import models
from django.db.models import F, Q

from bureau.org.models import Deputy


class Behalf(models.Model):
    """代为办理: a line that one person entered in the name of another — by whom, on whose authority, confirmed when."""

    AUTHORITY_LENGTH, OBJECTION_LENGTH = 200, 1_000

    entry = models.OneToOneField("matters.Entry", models.PROTECT, primary_key=True, related_name="behalf")
    kind = models.CharField("类别", max_length=10, choices=Deputy.Kind)
    principal = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="本人")
    entered_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="经手人")
    authority = models.CharField("依据", max_length=AUTHORITY_LENGTH)
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)
    disputed_at = models.DateTimeField("提出异议时间", null=True, blank=True)
    objection = models.CharField("异议", max_length=OBJECTION_LENGTH, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "代为办理"
        constraints = [
            models.CheckConstraint(condition=~Q(authority=""), name="a_behalf_names_its_authority"),
            models.CheckConstraint(
                condition=~Q(principal=F("entered_by")), name="nobody_acts_on_their_own_behalf"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(disputed_at__isnull=True),
                name="a_behalf_is_confirmed_or_disputed",
            ),
        ]
        indexes = [
            models.Index(
                fields=["principal"],
                condition=Q(kind="secretary", confirmed_at__isnull=True, disputed_at__isnull=True),
                name="behalf_to_confirm",
            )
        ]

    def __str__(self) -> str:
        return f"{self.entered_by} 代 {self.principal}"
