"""截止, 计票, 确认: nobody reads anything before the poll is closed; paper is counted by two; another confirms; it may be counted again
at any time."""

from collections.abc import Sequence

from django.utils import timezone

from appraisal.ballots import flow
from appraisal.ballots.counting import Count
from appraisal.ballots.models import Code, Group, PaperCount, Poll, Subject
from appraisal.ballots.owing import settle
from appraisal.ballots.papers import accepted, both
from appraisal.ballots.results import counted, groups_of, written
from appraisal.ballots.urn import shake
from bureau.jobs.barred import Barred
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.org.actor import Actor


@takes(flow.CLOSE)
def close(actor: Actor, poll: Poll) -> Entry:
    """截止: no ballot comes in any more, no code is left, and the ballots are shaken."""
    entry = flow.FLOW.take(
        flow.CLOSE,
        poll,
        actor,
        changes={"closed_by": actor.principal},
        title=poll.title,
        count=shake(poll),
    )
    Code.objects.filter(group__poll=poll).delete()
    settle(poll.period, entry.at)
    return entry


@takes(flow.COUNT_PAPER)
def count_paper(actor: Actor, poll: Poll, group: Group, count: Count) -> Entry:
    """One person's count of a group's paper; entered anew it takes the place of the first. Raises Refused, Barred where it does not add
    up, or two others have counted."""
    if group.poll_id != poll.pk or group.way != Group.Way.PAPER:
        raise Barred("这一组不用纸质票。")
    subjects = list(poll.subjects.all())
    check(group, subjects, count)
    if accepted(group):
        raise Barred("两人的计票已经一致，不用再录入。")
    if len({one.by_id for one in both(group)} | {actor.principal.pk}) > 2:
        raise Barred("这一组已由另外两人计票，请由他们核对。")
    cells = {str(one.pk): list(row) for one, row in zip(subjects, count.rows, strict=True)}
    kept = {"received": count.received, "invalid": count.invalid, "cells": cells, "at": timezone.now()}
    PaperCount.objects.update_or_create(group=group, by=actor.principal, defaults=kept)
    return flow.FLOW.take(
        flow.COUNT_PAPER, poll, actor, title=poll.title, group=group, compared=compared(group)
    )


def compared(group: Group) -> str:
    group = Group.objects.get(pk=group.pk)
    if len(both(group)) < 2:
        return "等待另一人计票"
    return "两人计票一致" if accepted(group) else "两人计票不一致"


def check(group: Group, subjects: Sequence[Subject], count: Count) -> None:
    most = group.handed_out or group.entitled
    if count.received > most:
        raise Barred(f"收回{count.received}张，多于发出的{most}张，请核对。", field="received")
    if count.invalid > count.received:
        raise Barred("无效张数多于收回张数，请核对。", field="invalid")
    for one, row in zip(subjects, count.rows, strict=True):
        if sum(row) > count.valid:
            raise Barred(f"{one.label}各项合计{sum(row)}票，多于有效票{count.valid}张，请核对。")


@takes(flow.CONFIRM)
def confirm(actor: Actor, poll: Poll) -> Entry:
    """确认计票: counted anew from the ballots, and kept."""
    groups, subjects = groups_of(poll), list(poll.subjects.all())
    counts = counted(poll, groups, subjects)
    entry = flow.FLOW.take(
        flow.CONFIRM,
        poll,
        actor,
        changes={"confirmed_by": actor.principal, "result": written(counts)},
        title=poll.title,
        told="、".join(turnout(poll, group, counts[group.pk]) for group in groups),
    )
    settle(poll.period, entry.at)
    return entry


def turnout(poll: Poll, group: Group, count: Count) -> str:
    if count.valid < poll.least:
        return f"{group}有效票不足"
    return f"{group}收回{count.received}张、有效{count.valid}张"


@takes(flow.RECOUNT)
def recount(actor: Actor, poll: Poll) -> Entry:
    """重新计票核对: what the ballots say now, against what was confirmed."""
    same = written(counted(poll, groups_of(poll), list(poll.subjects.all()))) == poll.result
    told = "与确认的结果一致" if same else "与确认的结果不一致，请立即报告局领导"
    return flow.FLOW.take(flow.RECOUNT, poll, actor, title=poll.title, told=told)
