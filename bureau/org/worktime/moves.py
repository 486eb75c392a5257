"""What moved a deadline after it was reckoned: the clock stood still, more time was granted, the calendar changed.

A move is plain JSON and says with `due` where the deadline stood after it. Kept in order beside the reckoning,
moves let a due time be found again: `replay`. Moments are ISO text with their zone, dates YYYY-MM-DD.

{"kind": "stopped", "from", "to", "lost", "due"} · {"kind": "extended", "until", "original", "due", "why"?} ·
{"kind": "recounted", "at", "why", "was", "due"} · {"kind": "noted", "words"}, which moves nothing
"""

from datetime import date, datetime

from bureau.org.worktime import words
from bureau.org.worktime.counting import add_workdays, end_of_day, local, spend, workdays_between, worked
from bureau.org.worktime.days import ZONE, Calendar
from bureau.org.worktime.terms import Term


def stopped(
    due_at: datetime, since: datetime, until: datetime, term: Term | None, calendar: Calendar
) -> dict:
    """中止: the deadline moves on by what was lost, in working hours for a limit in hours, else in working days."""
    since, until = local(since), local(until)
    if term and term.unit == "hours":
        lost = worked(since, until, calendar)
        due_at = spend(lost, local(due_at), calendar)[-1][1] if lost else due_at
        told = words.hours(lost)
    else:
        lost = workdays_between(since.date(), until.date(), calendar)
        due_at = end_of_day(add_workdays(local(due_at).date(), lost, calendar)) if lost else due_at
        told = f"{lost} 个工作日"
    return {
        "kind": "stopped",
        "from": since.isoformat(),
        "to": until.isoformat(),
        "lost": told if lost else "",
        "due": local(due_at).isoformat(),
    }


def extended(until: date, original: date, why: str = "") -> dict:
    """延期: a person set another date; it stands as it is, whatever the calendar says. `why`: where nobody asked."""
    due = end_of_day(until).isoformat()
    move = {"kind": "extended", "until": until.isoformat(), "original": original.isoformat(), "due": due}
    return move | ({"why": why} if why else {})


def recounted(at: datetime, why: str, was: datetime, due_at: datetime) -> dict:
    """重新推算: the calendar or the limit was changed."""
    at, was, due_at = (local(moment).isoformat() for moment in (at, was, due_at))
    return {"kind": "recounted", "at": at, "why": why, "was": was, "due": due_at}


def noted(told: str) -> dict:
    return {"kind": "noted", "words": told}


def replay(due_at: datetime, moves: list[dict], term: Term | None, calendar: Calendar) -> list[dict]:
    """The same moves as they come out from another first `due_at` or with another calendar."""
    again = []
    for move in moves:
        if move["kind"] == "stopped":
            stop = (datetime.fromisoformat(move[name]) for name in ("from", "to"))
            move = stopped(due_at, *stop, term, calendar)
        if move["kind"] == "extended":
            term = None  # from here on it is a date, not a count of hours
        if move["kind"] in ("stopped", "extended"):
            due_at = moment(move["due"])
        again.append(move)
    return again


def term_left(term: Term | None, moves: list[dict]) -> Term | None:
    """The limit that still counts after the moves: none once a person has set a date."""
    return None if any(move["kind"] == "extended" for move in moves) else term


def due_after(due_at: datetime, moves: list[dict]) -> datetime:
    """Where the deadline stands after the moves that change it."""
    last = next((move for move in reversed(moves) if move["kind"] in ("stopped", "extended")), None)
    return moment(last["due"]) if last else due_at


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(ZONE)


def tell(move: dict) -> str:
    """「时限说明」: the move as one plain sentence."""
    return TELLS[move["kind"]](move)


def _tell_stop(move) -> str:
    stretch = f"{words.brief(moment(move['from']))}至{words.brief(moment(move['to']))}中止"
    if not move["lost"]:
        return f"{stretch}，其间不含工作时间，时限不变。"
    return f"{stretch}，按停止的 {move['lost']}顺延至{words.brief(moment(move['due']))}。"


def _tell_recount(move) -> str:
    at, was, due = (words.brief(moment(move[name])) for name in ("at", "was", "due"))
    return f"{at} {move['why']}，重新推算：{was}改为{due}。"


TELLS = {
    "stopped": _tell_stop,
    "extended": lambda move: f"{move.get('why', '经批准延期')}至{move['until']}，原时限{move['original']}。",
    "recounted": _tell_recount,
    "noted": lambda move: move["words"],
}
