from django.db import models


class Submission(models.Model):
    """A form that has been sent once; the same form sent again does nothing, and leads where it led."""

    token = models.UUIDField(primary_key=True)
    at = models.DateTimeField(auto_now_add=True)
    led_to = models.TextField(blank=True, default="", db_default="")

    class Meta:
        verbose_name = verbose_name_plural = "已提交表单"

    def __str__(self):
        return str(self.token)
