from django.db import models
from django.urls import reverse

from bureau.files.leaves import SHOWN


class Attachment(models.Model):
    """附件: a file that came with an entry; it is seen by whoever reads that entry. In a room that `encrypts`, its file is cipher text."""

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="attachments")
    entry = models.ForeignKey("matters.Entry", models.PROTECT, related_name="attachments")
    reply = models.ForeignKey(
        "matters.Reply", models.PROTECT, null=True, blank=True, related_name="attachments"
    )
    name = models.CharField("文件名", max_length=200)
    kind = models.CharField("格式", max_length=8)
    size = models.PositiveIntegerField("字节数")
    sha256 = models.CharField("SHA-256", max_length=64)
    sealed = models.BinaryField(
        "原文校验值密文", null=True, blank=True
    )  # what the file is in plain, by its digest

    class Meta:
        verbose_name = verbose_name_plural = "附件"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("matters:file", args=[self.pk])

    @property
    def about(self) -> str:
        """What cipher text of it is bound to."""
        return f"attachment of matter {self.matter_id}"

    @property
    def kept_about(self) -> str:
        """The same, where its file is kept encrypted; empty for any other."""
        return self.about if self.sealed else ""

    @property
    def look(self) -> str:
        """Where its pages can be looked at; empty for kinds that must be downloaded."""
        return reverse("matters:look", args=[self.pk]) if self.kind in SHOWN else ""


class AttachmentText(models.Model):
    """正文: what an attachment says, read once when it arrives, to be searched; empty where it has no words or could not be
    read. It is found by whoever reads the attachment."""

    attachment = models.OneToOneField(Attachment, models.CASCADE, primary_key=True, related_name="read")
    text = models.TextField("正文", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "附件正文"

    def __str__(self) -> str:
        return str(self.attachment)
