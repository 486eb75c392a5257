"""Which columns a table of units, of persons, of portfolios has, and how their cells are read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from bureau.notices.admin.entering.known import Known, all_chosen, chosen, flag
from bureau.org.models import Person, Portfolio, Unit
from bureau.org.posts import Function, Post

ALL = ("全部", "全部单位")


@dataclass(frozen=True)
class Column:
    """`read` gives what the record's form is sent for the words of a cell, or raises `Unread`; an empty cell is `usual`."""

    label: str
    name: str
    read: Callable = field(default=lambda words, known: {})
    usual: object = ""
    must: bool = False


def typed(label: str, name: str, **more) -> Column:
    return Column(label, name, lambda words, known: {name: words}, **more)


def looked_up(label: str, name: str, look: Callable, **more) -> Column:
    return Column(label, name, lambda words, known: {name: look(known, words)}, **more)


def picked(label: str, name: str, pick: Callable, **more) -> Column:
    return Column(label, name, lambda words, known: {name: pick(words)}, **more)


def in_charge_of(words: str, known: Known) -> dict:
    return {"all_units": True} if words in ALL else {"units": known.several(words)}


@dataclass(frozen=True)
class Kind:
    """`given`: what every row has besides its cells."""

    model: type
    columns: tuple[Column, ...]
    given: dict = field(default_factory=dict)
    help: str = ""


KINDS = {
    "unit": Kind(
        Unit,
        (
            typed("全称", "name", must=True),
            typed("简称", "short", must=True),
            picked("类别", "unit_class", partial(chosen, choices=Unit.Class.choices), must=True),
            typed("代字", "mark"),
            looked_up("上级单位", "superior", Known.unit),
            typed("别称", "aliases"),
            typed("拼音首字母", "initials"),
            picked("可作督查对象", "supervisable", flag, usual=True),
            picked("反馈须负责人审签", "countersigns", flag, usual=False),
            typed("排序", "order", usual=500),
        ),
        {"active": True},
        f"类别填：{'、'.join(Unit.Class.labels)}。“可作督查对象”不填为“是”，“反馈须负责人审签”不填为“否”。",
    ),
    "person": Kind(
        Person,
        (
            typed("账号", "username", must=True),
            typed("称呼", "name", must=True),
            looked_up("单位", "unit", Known.unit),
            picked("岗位", "posts", partial(all_chosen, choices=Post.choices), usual=[]),
            typed("职务", "title"),
            typed("电话", "phone"),
        ),
        {"is_active": True},
        f"岗位填：{'、'.join(Post.labels)}；兼任几个的用顿号隔开。须双人确认的岗位，录入后由安全管理员确认。",
    ),
    "portfolio": Kind(
        Portfolio,
        (
            looked_up("县领导", "leader", Known.leader, must=True),
            picked("业务", "functions", partial(all_chosen, choices=Function.choices), usual=[], must=True),
            Column("单位", "units", in_charge_of, usual=[], must=True),
        ),
        {},
        f"业务填：{'、'.join(Function.labels)}；单位填简称、全称或拼音首字母，用顿号隔开，主管全面的填“全部”。",
    ),
}
