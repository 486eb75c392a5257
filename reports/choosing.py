"""Which matters were chosen for a bulletin, and what stops it from going on its way."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.access.visibility import NOTHING, or_all
from bureau.matters.models import Matter, Phase, Secrecy
from bureau.matters.rooms import answers_of, rooms
from reports import computed, flow
from reports.announcing import refuse_recalled
from reports.drawing import quoted
from reports.inserts import matters_of
from reports.models import LETTERS, Bulletin, Series
from reports.quotable import PHASES, Wanted, quotable
from reports.wording import blanks

MOST = 300


def choose(person, matters, series: str = Series.NOTICE) -> list:
    """The records of those very matters, in order; refuses with a sentence where one of them cannot go into such a paper."""
    wanted = {matter.pk for matter in matters}
    check_count(wanted, Series(series).label)
    refuse_sealed(Matter.objects.visible_to(person).filter(pk__in=wanted))
    chosen = quotable(person, Wanted(Q(pk__in=wanted)))
    if len(chosen) < len(wanted):
        raise Barred("所选事项中有的尚未交办或已作废，不能引用，请去掉后再试。")
    return chosen


def choose_any(person, matters) -> list[Matter]:
    """Those very matters of any room, sealed or not, in their order; what is void is not reported on."""
    wanted = {matter.pk for matter in matters}
    check_count(wanted, Series.SPECIAL.label)
    chosen = list(Matter.objects.visible_to(person).filter(pk__in=wanted).order_by("pk"))
    if len(chosen) < len(wanted) or any(one.phase == Phase.VOID for one in chosen):
        raise Barred("所选事项中有的已作废，不能写进专报，请去掉后再试。")
    return chosen


def unanswered(person) -> list[Matter]:
    """What waits to be answered to its leader, and whose 专报 nobody has begun."""
    begun = Bulletin.objects.filter(answers=OuterRef("pk")).exclude(state__in=[flow.DISCARDED, flow.ISSUED])
    awaited = or_all(*(Q(pk__in=room.answers.awaited()) for room in rooms() if room.answers), NOTHING)
    found = Matter.objects.visible_to(person).filter(~Exists(begun), awaited)
    return list(found.order_by("due_at", "pk"))


def check_count(wanted, name: str) -> None:
    if not wanted:
        raise Barred("请至少选一项督查事项。")
    if len(wanted) > MOST:
        raise Barred(f"一期{name}最多引用{MOST}项，现在选了{len(wanted)}项，请缩小范围。")


def refuse_unfit(bulletin) -> None:
    """Raises Barred with why this bulletin cannot go a step further as things stand now."""
    if bulletin.series == Series.SPECIAL:
        refuse_void(quoted(bulletin).filter(phase=Phase.VOID))
        refuse_unaddressed(bulletin)
    else:
        refuse_sealed(quoted(bulletin))
        refuse_void(quoted(bulletin).exclude(phase__in=PHASES))
    refuse_sealed(matters_of(bulletin))
    refuse_recalled(bulletin)
    if bulletin.series in LETTERS and not bulletin.main_to.strip():
        raise Barred("请先写明“主送”哪些单位。")
    if bulletin.answer_by and bulletin.answer_by < timezone.localdate():
        raise Barred(f"“整改回复时限”{bulletin.answer_by:%Y-%m-%d}已经过了，请改为以后的日期，或者留空。")
    if bulletin.answers_id:
        refuse_moved_on(bulletin)
    computed.refuse_unknown(bulletin)
    refuse_unwritten(bulletin)


def refuse_unwritten(bulletin) -> None:
    """Nothing that a person still has to write goes on."""
    if not bulletin.body.strip():
        raise Barred("正文还没有写。")
    if gaps := blanks(bulletin.body):
        raise Barred(f"正文里还有没写的内容：{'、'.join(gaps)}。请写好，或者删去这一句。")


def refuse_sealed(matters) -> None:
    """A sealed matter never goes into a paper that goes wide."""
    sealed = matters.filter(secrecy=Secrecy.SEALED).values_list("number", flat=True)
    if names := [number or "未编号事项" for number in sealed]:
        raise Barred(f"{'、'.join(names)}为限阅事项，不得进入通报等公开印发的文稿，请去掉后再试。")


def refuse_void(void) -> None:
    """What was voided after it was quoted is neither closed nor under way: it leaves the paper."""
    if names := list(filter(None, void.values_list("number", flat=True))):
        raise Barred(f"{'、'.join(names)}已作废，请从引用的事项中去掉后再试。")


def refuse_unaddressed(bulletin) -> None:
    if not bulletin.report_to.strip():
        raise Barred("请先在“送阅领导”里选定领导，或者在“报”里写明报给哪几位领导。")


def refuse_moved_on(bulletin) -> None:
    """The round that it answers is still the one to be answered."""
    matter, number = bulletin.answers, bulletin.round
    if not answers_of(matter.kind).awaits(matter, number):
        raise Barred(
            f"{matter.number}现在是“{matter.stage}”，不再等待呈报第{number}轮批示的办理结果，"
            "这份专报不能送签、签发，请废弃。"
        )
