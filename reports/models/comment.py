from django.db import models
from django.db.models import Q


class Comment(models.Model):
    """批注: what a colleague says of a draft, beside the words it is about, until it is settled."""

    QUOTE_LENGTH, TEXT_LENGTH = 200, 1_000

    bulletin = models.ForeignKey("reports.Bulletin", models.PROTECT, related_name="comments")
    author = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="批注人")
    at = models.DateTimeField("时间")
    quote = models.CharField("所批文字", max_length=QUOTE_LENGTH, blank=True)
    text = models.CharField("批注", max_length=TEXT_LENGTH)
    settled_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="处理人"
    )
    settled_at = models.DateTimeField("处理时间", null=True, blank=True)
    answer = models.CharField("处理意见", max_length=TEXT_LENGTH, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "批注"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_comment_says_something"),
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None)
                | Q(settled_by__isnull=False, settled_at__isnull=False),
                name="a_settled_comment_says_by_whom_and_when",
            ),
        ]

    def __str__(self):
        return self.text
