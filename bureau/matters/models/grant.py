from django.db import models
from guardian.models import UserObjectPermissionBase


class MatterGrant(UserObjectPermissionBase):
    """授权查阅: an exception that one person grants another, with its reason and its end."""

    REASON_LENGTH = 200

    content_object = models.ForeignKey("matters.Matter", models.CASCADE, related_name="grants")
    granted_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="授权人")
    reason = models.CharField("理由", max_length=REASON_LENGTH)
    until = models.DateField("截止日期")

    class Meta(UserObjectPermissionBase.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "授权查阅"

    def __str__(self) -> str:
        return f"{self.user} 至 {self.until}"
