"""The hall's long work."""

from datetime import date

from django.utils import timezone
from django.utils.module_loading import import_string

from bureau.files.store import Kept
from bureau.jobs.work import Barred, Outcome, Running, work
from bureau.matters.batches import BATCH, TOLD, Taken, seen_in, take_up
from bureau.matters.deadlines import recount
from bureau.matters.merger import merge as merging
from bureau.matters.models import Reimport
from bureau.matters.printed import printed_ledger
from bureau.matters.printing import PAPERS, printed_together, prints_of
from bureau.matters.reimport import taking_in, workbook
from bureau.matters.reimport.columns import Columns
from bureau.matters.rooms import room_of
from bureau.org.models import Unit
from bureau.org.whence import looked_by
from bureau.pages import export
from bureau.pages.asked import Asked

RECOUNT = "matters.recount"
MERGE = "matters.merge"
LEDGER = "matters.ledger"
CHANGEABLE, READ, CARRY_OUT = "matters.changeable", "matters.reimport", "matters.carry_out"


@work(RECOUNT, piecemeal=True)
def move_deadlines(job: Running) -> Outcome:
    """After an edit of the calendar, the hours or the limits."""
    done = recount.run(job.step)
    if not done.deadlines and not done.failed:
        return Outcome("没有需要变动的时限。")
    told = f"{done.matters}件事项的{done.deadlines}个时限已重新推算，逐件记入动态，承办人将收到通知。"
    if done.failed:
        told += f"另有{done.failed}件没有推算成功，详情已记入系统日志，请联系系统管理员。"
    return Outcome(told)


@work(MERGE)
def merge_units(job: Running) -> Outcome:
    """One unit into another, as the administrator confirmed it."""
    units, facts = Unit.objects.in_bulk([job.facts["old"], job.facts["into"]]), job.facts
    old, into = units[facts["old"]], units[facts["into"]]
    moved = merging.merge(job.person, old, into, date.fromisoformat(facts["on"]), job.step)
    return Outcome(f"{old.short}已并入{into.short}：移交{moved}。")


@work(BATCH)
def take_step(job: Running) -> Outcome:
    """A step on many records of a room."""
    room = room_of(job.facts["room"])
    step, taken = take_up(job, room.record, room.flow)
    list_refused(job, taken)
    return Outcome(f"已对{taken.count}件事项办理“{step.label}”。{taken.why_not}", job.facts["back"])


def list_refused(job: Running, taken: Taken) -> None:
    """More refusals than a sentence can tell stand in a file."""
    if len(taken.refused) > TOLD:
        with job.file("没有办理的事项.txt") as out:
            out.write("\r\n".join(taken.refused).encode("utf-8-sig"))


@work(PAPERS)
def print_papers(job: Running) -> Outcome:
    """The papers of many matters of a room in one file, each from a new page."""
    room = room_of(job.facts["room"])
    pdf, taken = printed_together(room, job.person, list(seen_in(job)), job.step)
    with job.file(f"{prints_of(room).label}{timezone.localdate():%Y%m%d}.pdf") as out:
        out.write(pdf)
    return Outcome(f"已排版{taken.count}份{prints_of(room).label}。{taken.why_not}", job.facts["back"])


@work("matters.export")
def make_excel(job: Running) -> Outcome:
    """A long list as Excel: what the person sees now, asked for as on the page (`views.MatterList`). Raises Barred
    where its conditions make no sense any more."""
    ledger = import_string(job.facts["list"])
    table = ledger.ledger(Asked.again(job.person, job.facts["query"]))
    if table is None:
        raise Barred("查询条件已经失效，请回到台账重新查询后再导出。")
    with job.file(export.file_name(ledger.export_name)) as out:
        export.write(table, ledger.export_name, out, job.step, by=f"导出：{looked_by(job.person)}")
    return Outcome(f"{ledger.export_name}已导出，共{len(table.rows)}行。")


@work(LEDGER)
def print_ledger(job: Running) -> Outcome:
    """A long ledger on paper: what the person sees now, asked for as on the page."""
    room = room_of(job.facts["room"])
    table = room.ledger.ledger(Asked.again(job.person, job.facts["query"]))
    if table is None:
        raise Barred("查询条件已经失效，请回到台账重新查询后再打印。")
    pdf, name = printed_ledger(room.layout, table, timezone.localdate())
    with job.file(name) as out:
        out.write(pdf)
    return Outcome(f"{room.layout.title}已排版，共{len(table.rows)}项。")


@work(CHANGEABLE)
def make_changeable(job: Running) -> Outcome:
    """A long ledger that may come back from Excel."""
    room = room_of(job.facts["room"])
    table = room.ledger.ledger(Asked.again(job.person, job.facts["query"]))
    if table is None:
        raise Barred("查询条件已经失效，请回到台账重新查询后再导出。")
    name, total = room.ledger.export_name, table.data.data.count()
    with job.file(export.file_name(f"{name}（可改后导回）")) as out:
        workbook.write(Columns(room, job.person), table, total, name, out, job.step)
    return Outcome(f"{name}已导出，共{total}行。改好以后，回到台账点“改后导回”上传。")


@work(READ)
def read_changed(job: Running) -> Outcome:
    """A long ledger that came back: compared, to be looked at."""
    facts = dict(job.facts)
    kind, kept = facts.pop("room"), Kept(**facts)
    made = taking_in.take_in(job.person, kind, kept, taking_in.opened(kept, kind), job.step)
    return Outcome("已读完，请核对改动，确认以后才改。", made.get_absolute_url())


@work(CARRY_OUT)
def carry_out(job: Running) -> Outcome:
    """What was confirmed of it."""
    one = Reimport.objects.filter(person=job.person, pk=job.facts["reimport"]).first()
    if one is None:
        raise Barred("这次导回已经放弃，没有改动任何事项。")
    done = taking_in.carry_out(one, job.facts["choices"], job.step)
    return Outcome(f"已改{done}件，逐件列在结果里。", one.get_absolute_url())
