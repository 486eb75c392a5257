"""民主测评票, slips with codes, 计票表."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from appraisal.ballots import states
from appraisal.ballots.codes import grouped
from appraisal.ballots.models import Group
from appraisal.ballots.results import read
from appraisal.prints.records import organ
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Report, Section, Table

ABREAST = 2  # slips side by side
HOW = "对每个对象只选一项，在相应的空格里画“○”；不了解的可以不选，作弃权。不写姓名，不做记号。"


def address() -> str:
    """Where voters vote, as it is typed from a slip."""
    return f"{settings.SITE_URL}{reverse('voting:vote')}"


def slips(group: Group, codes: Sequence[str]) -> Report:
    """Each says what for, the code, where, how, until when; and no number by which it could be known whose it was."""
    poll = group.poll
    words = (
        f"{poll.title}\n票码　{{code}}\n用手机或者电脑打开：\n{address()}\n"
        f"一码投一票，{chinese_date(poll.closes_on)}截止。\n不记名：系统不留下谁用了哪个票码、哪张票是谁投的。"
    )
    cells = [words.format(code=grouped(code)) for code in codes]
    cells += [""] * (-len(cells) % ABREAST)
    rows = tuple(tuple(cells[at : at + ABREAST]) for at in range(0, len(cells), ABREAST))
    heads = tuple(Column("沿线裁开，一人一张", "left", 1 / ABREAST) for _each in range(ABREAST))
    return Report(
        "票码条",
        timezone.localdate(),
        (Section("", "", Table(heads, rows)),),
        left=f"{group}，{len(codes)}张",
        right=organ(),
    )


def ballot(group: Group) -> Report:
    """民主测评票 of one group, nothing marked."""
    poll, terms = group.poll, group.poll.terms
    heads = (
        Column("序号", "center", 0.08),
        Column("被测评对象", "left", 0.42),
        *(Column(one.name, "center", 0.5 / len(terms.options)) for one in terms.options),
    )
    rows = tuple(
        (str(one.ordinal), one.label, *("" for _option in terms.options)) for one in poll.subjects.all()
    )
    invalid = f"以下整张票无效：{'；'.join(terms.words())}。"
    return Report(
        f"{poll.title}票",
        timezone.localdate(),
        (Section("", f"{HOW}{invalid}"), Section("", "", Table(heads, rows))),
        left=f"投票人：{group}",
        right=organ(),
    )


def count_sheet(group: Group) -> Report:
    """计票表: to be written in by each of two counters, or with what was confirmed."""
    poll, terms = group.poll, group.poll.terms
    counts = read(poll.result) if poll.state == states.COUNTED and poll.result else {}
    found = counts.get(group.pk)
    subjects = list(poll.subjects.all())
    filled = found is not None and found.valid >= poll.least
    share = 0.5 / (len(terms.options) + 1)
    heads = (
        Column("序号", "center", 0.08),
        Column("被测评对象", "left", 0.42),
        *(Column(one.name, "center", share) for one in terms.options),
        Column("弃权", "center", share),
    )
    blank = [("",) * (len(terms.options) + 1) for _subject in subjects]
    figures = blank
    if found is not None and filled:
        figures = [
            (*map(str, row), str(found.valid - sum(row)))
            if sum(row) >= poll.least
            else ("有效票不足", *("" for _option in terms.options))
            for row in found.rows
        ]
    rows = tuple((str(one.ordinal), one.label, *row) for one, row in zip(subjects, figures, strict=True))
    totals = "发出　　张，收回　　张，无效　　张，有效　　张。"
    if found is not None:
        totals = (
            f"收回{found.received}张，无效{found.invalid}张，有效{found.valid}张。"
            if filled
            else "有效票不足，不公布票数。"
        )
    rule = f"无效票：{'；'.join(terms.words())}。两人各计一遍、各填一张，核对一致。"
    return Report(
        f"{poll.title}计票表",
        timezone.localdate(),
        (Section("", f"{totals}\n{rule}"), Section("", "", Table(heads, rows))),
        left=f"投票人：{group}，应投{group.entitled}人",
        right=organ(),
        signed="计票人（签字）：　　　　　　　监票人（签字）：",
    )
