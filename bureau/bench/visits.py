"""What is asked for, and by whom."""

from collections.abc import Iterator
from itertools import repeat
from urllib.parse import urlencode

from django.db.models import Count, F
from django.urls import reverse

from bureau.bench.cast import Cast
from bureau.bench.importing import imports
from bureau.bench.scale import Scale
from bureau.bench.stopwatch import Figure, measure
from bureau.bench.words import RARE
from bureau.matters.models import Matter
from bureau.org.models import Person
from bureau.org.worktime import local
from directives import flow
from directives.models import Directive


def visits(scale: Scale) -> Iterator[Figure]:
    """Readers first, while the county is as it was filled; then those who write."""
    cast = Cast()
    for page, person, address in [
        *home(cast),
        *ledgers(cast, scale),
        *matters(cast),
        *searches(cast),
        *counted(cast),
    ]:
        yield reading(scale, page, person, address)
    yield from imports(scale, cast)
    yield dispatches(scale)


def reading(scale: Scale, page: str, person, address: str) -> Figure:
    """One unmeasured visit warms caches as any morning's first click does."""

    def send(client):
        return client.get(address, follow=True)  # a long export is on the page it leads to

    measure(page, person, [send])
    return measure(page, person, repeat(send, scale.reads))


def home(cast: Cast):
    for person in (cast.officers[0], cast.liaison, cast.leader, cast.magistrate):
        yield "工作台", person, reverse("desk:home")


def ledgers(cast: Cast, scale: Scale):
    officer = cast.officers[0]
    for person in (officer, cast.liaison, cast.leader, cast.magistrate):
        yield "台账首页", person, ledger()
        yield "台账·逾期", person, ledger(light="red")
        yield "台账·正常", person, ledger(light="green")
        yield "台账·已办结", person, ledger(light="grey")
        yield "台账·看板", person, ledger(show="board")
        yield "台账·日历", person, ledger(show="calendar")
    yield "台账·一个单位", officer, ledger(unit=cast.units[0].short)
    yield "台账·按时限排序", officer, ledger(sort="due")
    yield "台账·末页", officer, ledger(at="last")
    yield "台账·按时限排序", cast.liaison, ledger(sort="due")
    yield f"导出约{scale.rows}行", officer, ledger(export="xlsx", **due_range(scale.rows))


def ledger(**query) -> str:
    return f"{reverse('directives:list')}?{urlencode(query)}"


def due_range(rows: int) -> dict:
    """Between these dates so many closed matters were due."""
    dues = Matter.objects.filter(phase="closed").order_by("-due_at").values_list("due_at", flat=True)[:rows]
    last, first = local(dues[0]).date(), local(list(dues)[-1]).date()
    return {"due_min": first, "due_max": last}


def matters(cast: Cast):
    """The running matter with the most units, and one of each reader's, running where there is one."""
    running = Directive.objects.filter(state=flow.RUNNING)
    largest = running.annotate(parts=Count("matter__assignments")).order_by("-parts").first()
    yield f"事项页·{largest.parts}个单位", cast.officers[0], largest.get_absolute_url()
    running_first = F("matter__closed_at").desc(nulls_first=True)
    for person in (cast.liaison, cast.leader):
        own = Directive.objects.visible_to(person).order_by(running_first, "pk").first()
        yield "事项页", person, own.get_absolute_url()


def searches(cast: Cast):
    number = Matter.objects.filter(phase="closed").first().number
    for words in ("水库", RARE, "桥", number, "水库 县水利局"):
        yield f"检索“{words}”", cast.officers[0], search(words)
    for words in (
        "反馈里没有的词",
        "资金尚有缺口",
        "水库 -移民",
    ):  # among replies: nowhere, in each, without another
        yield f"检索“{words}”", cast.officers[0], search(words)
    yield "检索“资金尚有缺口”", cast.liaison, search("资金尚有缺口")
    yield "检索“水库”", cast.liaison, search("水库")
    yield "检索“水库”", cast.leader, search("水库")


def counted(cast: Cast):
    """The year with the most matters, counted for the officer; how often units were asked, for the director."""
    years = Matter.objects.values_list("registered_at__year").annotate(count=Count("pk")).order_by("-count")
    year = years.first()[0]
    yield (
        f"督查统计·{year}年",
        cast.officers[0],
        f"{reverse('reports:figures')}?year={year}&part=year&by=lead",
    )
    yield f"基层负担·{year}年", cast.director, f"{reverse('reports:burden')}?year={year}"


def search(words: str) -> str:
    return f"{reverse('desk:search')}?{urlencode({'q': words})}"


def dispatches(scale: Scale) -> Figure:
    """The director dispatches a whole batch; every round another one."""
    director: Person = Cast().director
    address = reverse("directives:batch", args=[flow.DISPATCH.name])
    waiting = list(Directive.objects.filter(state=flow.APPROVED).values_list("pk", flat=True))
    batches = [waiting[place * scale.batch :][: scale.batch] for place in range(scale.writes)]
    sends = [lambda client, keys=keys: client.post(address, {"id": keys}) for keys in batches]
    return measure(f"批量交办{scale.batch}件", director, sends, status=302)
