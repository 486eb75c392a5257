import re

from django.db import models
from django.db.models import Q


class Insert(models.Model):
    """插入件: a table, a chart or a photo that stands in the text where its mark stands as a line by itself, or an annex
    of its own. `spec` says what it is drawn from, `data` what was drawn, at `drawn_at`; both depend on the kind."""

    class Kind(models.TextChoices):
        TABLE = "table", "表"
        CHART = "chart", "图"
        PHOTO = "photo", "照片"
        TEXT = "text", "附文"

    TITLE_LENGTH = 100
    MARK = re.compile(r"^【(?:表|图|照片)\d{1,3}】$")

    bulletin = models.ForeignKey("reports.Bulletin", models.PROTECT, related_name="inserts")
    kind = models.CharField("种类", max_length=6, choices=Kind)
    number = models.PositiveSmallIntegerField("序号")
    title = models.CharField("标题", max_length=TITLE_LENGTH)
    annex = models.BooleanField("作为附件", default=False)
    spec = models.JSONField(default=dict)
    data = models.JSONField(default=dict)
    drawn_at = models.DateTimeField("取数时间")
    name = models.CharField("文件名", max_length=200, blank=True)
    size = models.PositiveIntegerField("字节数", null=True, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "插入件"
        ordering = ["kind", "number"]
        constraints = [
            models.UniqueConstraint(fields=["bulletin", "kind", "number"], name="one_insert_per_mark"),
            models.CheckConstraint(condition=~Q(kind="photo") | ~Q(sha256=""), name="a_photo_has_its_file"),
            models.CheckConstraint(
                condition=~Q(kind="text") | Q(annex=True), name="a_text_of_its_own_is_an_annex"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="an_insert_has_a_title"),
        ]

    def __str__(self):
        return f"{self.mark}{self.title}"

    @property
    def mark(self) -> str:
        """What stands for it in the text: 「【表1】」."""
        return f"【{self.label}】"

    @property
    def label(self) -> str:
        return f"{self.get_kind_display()}{self.number}"
