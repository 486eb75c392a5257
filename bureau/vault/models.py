from uuid import uuid4

from django.db import models


class Identity(models.Model):
    """保密身份: of one person, on one matter. Whose it is stands in `sealed` alone."""

    key = models.UUIDField("识别码", default=uuid4, unique=True, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", verbose_name="事项")
    sealed = models.BinaryField("密文")
    received_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="受理人")
    received_at = models.DateTimeField("受理时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "保密身份"
        ordering = ["id"]

    def __str__(self) -> str:
        return "（保密）"

    @property
    def about(self) -> str:
        """What its cipher text is bound to."""
        return f"identity {self.key} of {self.matter_id}"


class Permit(models.Model):
    """授权查看: an exception that the director grants one person on one matter, with its reason and its end."""

    REASON_LENGTH = 200

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", verbose_name="事项")
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="授权给")
    granted_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="授权人")
    granted_at = models.DateTimeField("授权时间", auto_now_add=True)
    reason = models.CharField("理由", max_length=REASON_LENGTH)
    until = models.DateField("截止日期")

    class Meta:
        verbose_name = verbose_name_plural = "查看身份的授权"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="a_permit_says_why"),
            models.CheckConstraint(
                condition=~models.Q(person=models.F("granted_by")), name="nobody_permits_themself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} 至 {self.until}"


class Look(models.Model):
    """A line for each time that somebody saw who it is. Only added; the database refuses any change."""

    WHY_LENGTH = 200

    identity = models.ForeignKey(Identity, models.PROTECT, related_name="looks", verbose_name="保密身份")
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="查看人")
    right = models.CharField("凭什么", max_length=20)
    why = models.CharField("事由", max_length=WHY_LENGTH)
    at = models.DateTimeField("时间", auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "查看记录"
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~models.Q(why=""), name="a_look_says_why")]

    def __str__(self) -> str:
        return f"{self.person} {self.at:%Y-%m-%d %H:%M}"
