"""卷宗: every paper of a case, and what hangs on its lines, in one PDF behind a list of contents with page numbers. It names persons, as
their papers do."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone

from accountability.issuing import content
from accountability.models import Carrying, Case, Explanation, Sanction, Subject, Tolerance
from accountability.prints import records
from accountability.prints.hung import hung
from accountability.prints.papers import RECORDS
from bureau.files import store
from bureau.matters.models import Service
from bureau.matters.service.declared import label_of
from bureau.matters.service.slip import slip
from bureau.press.printing import pdf_of
from bureau.press.typeset.bind import Bound, bind, count, numbered
from bureau.press.typeset.sheets import Column, Report, Section, Table

COLUMNS = (Column("序号", "center", 0.1), Column("材料名称", "left", 0.72), Column("页码", "right", 0.18))


def dossier(case: Case) -> bytes:
    """Raises FileNotFoundError where the store has lost a paper, PressProblem where one cannot be set."""
    attached = list(hung(case))
    parts = [Bound(title, pdf) for title, pdf in (*papers(case), *attached) if pdf]
    beside = [name for name, pdf in attached if not pdf]
    lengths = [count(part.pdf) for part in parts]
    contents, own = b"", 0
    while not contents or count(contents) != own:
        own = count(contents) if contents else 1
        contents = pdf_of(contents_sheet(case, parts, starts(own, lengths), beside))
    return numbered(bind([Bound("卷内目录", contents), *parts]))


def papers(case: Case) -> Iterator[tuple[str, bytes]]:
    """In the order of the proceedings: records, interviews, what was served with its receipt and answers, what was issued, measures."""
    for record in RECORDS.values():
        if record.made(case):
            yield record.label, pdf_of(record.sheet(case))
    for explanation in explanations(case):
        yield f"谈话函询记录（{explanation.subject}）", pdf_of(records.explained(explanation))
    for interview in case.interviews.prefetch_related("askers__unit"):
        yield str(interview), pdf_of(records.interviewed(interview))
    for tolerance in Tolerance.objects.filter(subject__case=case).select_related(
        "subject__case__matter", "subject__unit"
    ):
        yield f"容错认定书（{tolerance.subject}）", pdf_of(records.weighed(tolerance))
    for subject in heard(case):
        yield f"陈述申辩笔录（{subject}）", pdf_of(records.pleaded(subject))
    for meeting in case.meetings.all():
        yield "集体研究记录", pdf_of(records.deliberated(meeting))
    for service in services(case):
        with store.opened(service.sha256, service.kept_about) as file:
            yield f"{label_of(service)} {service.number}（{service.addressed}）", file.read()
        yield f"送达回证 {service.number}", pdf_of(slip(service))
    for paper in case.papers.all():
        yield str(paper), content(paper)
    for sanction in executed(case):
        is_talk = sanction.measure.carrying == Carrying.TALK
        sheet = records.talked(sanction) if is_talk else records.carried_out(sanction)
        yield f"{sheet.title}（{sanction.subject}）", pdf_of(sheet)


def explanations(case: Case) -> list[Explanation]:
    found = Explanation.objects.filter(subject__case=case, answered_on__isnull=False).order_by("pk")
    joined = (
        "subject__case__matter",
        "subject__unit",
        "subject__position__unit",
        "approved_by__unit",
        "letter",
    )
    return list(found.select_related(*joined))


def services(case: Case) -> list[Service]:
    found = Service.objects.filter(matter=case.matter_id).order_by("pk")
    return list(
        found.select_related(
            "unit", "position__unit", "position__cadre", "served_by__unit", "received_by__unit", "matter"
        )
    )


def heard(case: Case) -> list[Subject]:
    """Who said something against their notice."""
    found = Subject.objects.filter(case=case, notice__contests__isnull=False).distinct()
    return list(
        found.select_related("case__matter", "unit", "position__unit", "notice").prefetch_related(
            "notice__contests"
        )
    )


def executed(case: Case) -> list[Sanction]:
    found = Sanction.objects.filter(subject__case=case, state=Sanction.State.EXECUTED).order_by("pk")
    return list(
        found.select_related("measure", "subject__case__matter", "subject__unit", "subject__position__unit")
    )


def starts(own: int, lengths: list[int]) -> list[int]:
    """On which page each paper begins, after `own` pages of contents."""
    found, page = [], own + 1
    for length in lengths:
        found.append(page)
        page += length
    return found


def contents_sheet(case: Case, parts: list[Bound], pages: list[int], beside: list[str]) -> Report:
    """`beside`: what has no pages of its own here."""
    rows = tuple(
        (str(number), part.title, str(page))
        for number, (part, page) in enumerate(zip(parts, pages, strict=True), 1)
    )
    return Report(
        "问责案件卷宗",
        timezone.localdate(),
        (
            Section(case.matter.title, "", None),
            Section("卷内目录", "", Table(COLUMNS, rows)),
            *([Section("另附材料", "\n".join(beside))] if beside else []),
        ),
        left=settings.BUREAU_NAME,
        right=f"编号：{case.matter.number}",
    )
