from django.db import models


class Preamble(models.Model):
    """前言: what the county writes above a procedure. Every version is a row; the last one counts, and none is changed."""

    LENGTH = 4000

    book = models.CharField("工作程序", max_length=16)
    text = models.TextField("前言", max_length=LENGTH, blank=True)
    by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="编写人")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "工作程序前言"
        ordering = ["-id"]
        indexes = [models.Index(fields=["book", "-id"], name="preamble_by_book")]

    def __str__(self) -> str:
        return f"{self.book} {self.at:%Y-%m-%d}"

    @classmethod
    def current(cls, book: str) -> "Preamble | None":
        return cls.objects.filter(book=book).first()
