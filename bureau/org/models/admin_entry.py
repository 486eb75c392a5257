from django.db import models


class AdminEntry(models.Model):
    """管理记录: one act of an administrator, for the 审计管理员 to read. Never changed, never deleted; the database refuses
    both."""

    actor = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="经手人")
    actor_words = models.CharField("经手人", max_length=200)  # frozen: a later change of post alters nothing
    person = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所涉人员"
    )
    sentence = models.TextField("内容")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "管理记录"
        ordering = ["-id"]

    def __str__(self):
        return self.sentence
