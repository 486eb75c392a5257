"""The files of the papers that decisions were split from: Word, read by the import as a clerk's upload is."""

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from bureau.demo.files import saved
from bureau.files import store
from bureau.press.typeset.dates import chinese_date
from directives.actions import importing
from directives.models import Intake, Source


def bring(officer, source: Source, passages: list[str]) -> None:
    """The paper comes as a file with these passages. Raises ValueError where the import reads others of it."""
    name = f"{source.title}{source.number}.docx"
    intake = importing.take_in(officer, store.keep(SimpleUploadedFile(name, docx(source, passages))))
    if len(intake.rows) != len(passages):
        raise ValueError(f"{name}: {len(passages)} decisions, {len(intake.rows)} read")
    for field in ("file_name", "file_kind", "file_size", "sha256"):
        setattr(source, field, getattr(intake, field))
    source.save()
    Intake.objects.filter(pk=intake.pk).update(source=source)


def docx(source: Source, passages: list[str]) -> bytes:
    paper = Document()
    paper.add_heading(source.title, level=1)
    for words in (source.number, chinese_date(source.date), f"{source.title}议定以下事项，请认真抓好落实。"):
        paper.add_paragraph(words)
    for place, words in enumerate(passages, start=1):
        paper.add_paragraph(f"{place}．{words}")
    paper.add_paragraph(source.organ)
    return saved(paper.save)
