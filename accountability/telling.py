"""What leaves of a case: the circular on what was decided, served and is to be made known; and what is held back."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.db.models import QuerySet

from accountability import states
from accountability.models import Carrying, Case, Sanction, Subject
from accountability.numbering import PLATE
from accountability.prints.letters import ended
from bureau.matters.access.search import fold
from bureau.matters.models import Matter, Service
from bureau.matters.numbers import mark_of
from bureau.matters.rooms import Told
from bureau.org.models import Person
from bureau.org.worktime import local

EVIDENCE = re.compile(r"（证据[^（）]*）")  # its numbers are those of a sealed file
BLANK = re.compile(r"[\s\u3000]+")
MARKS = "|".join(map(re.escape, (settings.NUMBER_MARK, mark_of(PLATE))))
NUMBER = re.compile(rf"(?:{MARKS})[^〔\s]{{0,4}}〔\d{{4}}〕\d+号")


def circular(person: Person, matter: Matter) -> Told | None:
    """通报批评 as a bulletin begins: units and posts, each with what was decided; only what was served and is in force."""
    case = Case.objects.visible_to(person).filter(pk=matter.pk).select_related("matter").first()
    found = made_known(case) if case else []
    if not found or case is None:
        return None
    named = "、".join(str(one) for one in found)
    parts = [
        "一、基本情况",
        ended(EVIDENCE.sub("", case.report_facts)),
        "二、问责情况",
        *(sentence(one) for one in found),
        "三、有关要求",
        "各级各部门要引以为戒，举一反三，履行职责，限期整改。",
    ]
    return Told(f"给予{named}通报批评", "\n".join(parts), tuple(waiting(case).values_list("pk", flat=True)))


def made_known(case: Case) -> list[Subject]:
    """On whom it is to be carried out."""
    found = case.subjects.filter(pk__in=waiting(case).values("subject"))
    return list(found.select_related("unit", "position__unit"))


def waiting(case: Case) -> QuerySet[Sanction]:
    """通报批评 that is in force, of whoever signed for the decision, and was not carried out yet."""
    return Sanction.objects.filter(
        subject__case=case,
        subject__state__in=states.IN_FORCE,
        subject__decision__received_at__isnull=False,
        measure__carrying=Carrying.CIRCULAR,
        state=Sanction.State.IN_FORCE,
    )


def sentence(subject: Subject) -> str:
    return f"{subject}：{ended(EVIDENCE.sub('', subject.findings))}给予通报批评。"


def withholds(text: str) -> Iterator[str]:
    """A case by its number, in whatever brackets and spaces it is written; a decision before it was served."""
    numbers = set(NUMBER.findall(BLANK.sub("", fold(text))))
    known = {
        number for number in numbers if Matter.objects.filter(kind="accountability", number=number).exists()
    }
    if known:
        yield f"文字里有限阅案件的编号（{'、'.join(sorted(known))}），请删去。"
    papers = Service.objects.filter(matter__kind="accountability", number__in=numbers, received_at=None)
    for service in papers:
        yield f"决定{service.number}还没有送达（{local(service.served_at):%Y-%m-%d}发出），不能写进通报。"
