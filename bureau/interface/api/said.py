"""What the interface answers and takes, by name."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import BeforeValidator, ConfigDict, StringConstraints

from bureau.org.visible import visible

KEY = 2**63 - 1
MOST = 200
"""Rows of one page."""


class Problem(Schema):
    row: int | None = Field(None, description="第几件、第几项，从1数起；不是某一行的为空")
    field: str = Field(description="哪一项；不是某一项的为空")
    sentence: str = Field(description="什么不对、怎么改")


class Refusal(Schema):
    problems: list[Problem]


class Column(Schema):
    key: str
    label: str


class LedgerHead(Schema):
    kind: str
    label: str
    columns: list[Column] = Field(description="台账的栏目，与导出的 Excel 相同")
    conditions: list[Column] = Field(description="可以用的查询条件，与台账页面相同")


class Row(Schema):
    id: int
    page: str = Field(description="在系统里的地址")
    cells: dict[str, str | int | float]


class Rows(Schema):
    rows: list[Row]
    next_after: int | None = Field(description="下一页的 after；没有下一页的为空")


class Part(Schema):
    unit: str
    role: str
    state: str


class Line(Schema):
    at: datetime
    sentence: str


class MatterRow(Row):
    kind: str
    units: list[Part]
    lines: list[Line] = Field(description="动态，最早的在前")


class BulletinHead(Schema):
    id: int
    series: str
    number: str
    title: str
    issued_at: datetime
    page: str
    sha256: str = Field(description="PDF 的校验码")


class Bulletins(Schema):
    rows: list[BulletinHead]
    next_after: int | None = Field(description="下一页的 after；没有下一页的为空")


class Count(Schema):
    key: str
    label: str
    part: int
    whole: int = Field(description="分母；“登记”的与 part 相同")


class Figures(Schema):
    kind: str
    label: str
    since: date
    until: date
    counts: list[Count] = Field(description="这段时间登记的事项，限阅的不计")
    own: dict[str, Any] = Field(description="这类业务统计页面上自己的数，没有的为空")


class Given(Schema):
    model_config = ConfigDict(extra="forbid")


def seen(value: Any) -> Any:
    """Text as it can be kept and found."""
    return visible(value.replace("\0", "")).strip() if isinstance(value, str) else value


Words = Annotated[str, StringConstraints(max_length=10_000), BeforeValidator(seen)]
Sender = Annotated[str, StringConstraints(min_length=1, max_length=64), BeforeValidator(seen)]


class OrderGiven(Given):
    """一件工单；各项的意思和字数与导入的 Excel 相同。"""

    number: Words = Field("", description="工单编号")
    received: Words = Field("", description="受理时间，如 2026-11-30 09:12")
    facts: Words = Field("", description="诉求内容；不写诉求人的姓名、电话")
    name: Words = Field("", description="诉求人，登记后密存")
    phone: Words = Field("", description="联系电话，登记后密存")
    enterprise: Words = Field("", description="企业名称，登记后密存")
    respondent: Words = Field("", description="被投诉单位")
    place: Words = Field("", description="发生地点")
    cause: Words = Field("", description="事由")
    demand: Words = Field("", description="诉求目的")


class BatchGiven(Given):
    sender_id: Sender = Field(description="这一批在来件系统里的编号；同一编号再发，答复相同，不重复登记")
    orders: list[OrderGiven] = Field(min_length=1, max_length=300)


class ItemGiven(Given):
    """公文里的一项；由经办人核对以后才登记。"""

    title: Words = Field("", description="督查事项")
    lead: Words = Field("", description="牵头单位")
    co: Words = Field("", description="协办单位，用顿号隔开")
    due: Words = Field("", description="办理时限，如 2026-12-31")
    target: Words = Field("", description="目标值")
    leader: Words = Field("", description="责任领导")
    category: Words = Field("", description="类别")
    remark: Words = Field("", description="备注")
    passage: Words = Field("", description="原文")


class DocumentGiven(Given):
    sender_id: Sender = Field(description="这份公文在来件系统里的编号；同一编号再发，答复相同")
    title: Words = Field("", description="公文标题")
    number: Words = Field("", description="文号")
    organ: Words = Field("", description="发文机关")
    dated: Words = Field("", description="成文日期，如 2026-11-30")
    items: list[ItemGiven] = Field(min_length=1, max_length=300)


class Registered(Schema):
    sender_id: str
    registered: list[str] = Field(description="登记编号，与送来的次序相同")


class TakenIn(Schema):
    sender_id: str
    items: int
    page: str = Field(description="经办人在这里核对、登记")
