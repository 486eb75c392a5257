from django.db import models


class Submission(models.Model):
    """A form that has been sent once; the same form sent again does nothing, and leads where it led.

    `token`: of the form as it was opened and the address it was sent to. `typed`: a digest of who sent which words
    there, empty for a mere button; the same words from a page opened anew are asked about first."""

    token = models.UUIDField(primary_key=True)
    typed = models.CharField(max_length=64, blank=True, default="", db_default="")
    at = models.DateTimeField(auto_now_add=True)
    led_to = models.TextField(blank=True, default="", db_default="")

    class Meta:
        verbose_name = verbose_name_plural = "已提交表单"
        indexes = [
            models.Index(fields=["typed", "at"], condition=~models.Q(typed=""), name="submission_typed")
        ]

    def __str__(self) -> str:
        return str(self.token)
