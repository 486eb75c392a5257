"""What in a Word or Excel package would do more than be read: run, load from elsewhere, or bring another file along."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

EMBEDDED = "/embeddings/"


@dataclass(frozen=True)
class Relation:
    """One part leads to another, or to an address outside. `listing`: where it is written down; `what`: the last word of
    its type, 「image」, 「hyperlink」."""

    listing: str
    what: str
    target: str
    outside: bool

    @classmethod
    def of(cls, listing: str, row: dict) -> "Relation":
        what = row.get("Type", "").rstrip("/").rpartition("/")[2].lower()
        return cls(listing, what, row.get("Target", ""), row.get("TargetMode", "").lower() == "external")


@dataclass(frozen=True)
class Acting:
    """What it does and how its owner gets rid of it, as parts of one sentence."""

    words: str
    todo: str


MACRO = Acting("带有宏", "请另存为不带宏的 .docx 或 .xlsx")
CONTROL = Acting("带有控件（ActiveX）或加载项", "请删去控件，另存一份")
OBJECT = Acting("里嵌有别的文件（OLE 对象）", "请把嵌入的文件另存出来单独上传，在正文里删去它")
TEMPLATE = Acting("引用了外部模板", "请在“开发工具—文档模板”里取消引用，另存一份")
WORKBOOK = Acting("链接着别的工作簿或数据源", "请在“数据—编辑链接”里断开链接，另存一份")
OUTSIDE = Acting("打开时会从别处读取内容", "请断开外部链接（图片改为直接插入），另存一份")

MACRO_PARTS = ("vbaproject", "xl/macrosheets/")
MACRO_TYPES = ("macroenabled", "macrosheet", "vbaproject")
CONTROL_PARTS = ("/activex/", "/webextensions/")
CONTROLS = ("control", "activexcontrolbinary", "webextension", "webextensiontaskpanes")
OBJECTS = ("oleobject", "afchunk", "subdocument")
WORKBOOKS = ("externallink", "externallinkpath", "connections")
# As WPS and Word note the template and pasted pictures of whoever wrote it: for anybody else there is nothing to load.
ON_ONES_OWN_DISK = re.compile(r"(file:///?)?[a-z]:[\\/]|[^\\/:]+$", re.IGNORECASE)


def what_acts(parts: Iterable[str], types: dict[str, str], relations: list[Relation]) -> Acting | None:
    """The first thing of that kind. A hyperlink acts only when somebody follows it."""
    kinds = " ".join(types.values())
    if any(sign in part for part in parts for sign in MACRO_PARTS) or any(
        sign in kinds for sign in MACRO_TYPES
    ):
        return MACRO
    if any(sign in part for part in parts for sign in CONTROL_PARTS) or "activex" in kinds:
        return CONTROL
    if "oleobject" in kinds:
        return OBJECT
    return next(filter(None, map(acts, relations)), None)


def acts(one: Relation) -> Acting | None:
    if one.what in CONTROLS:
        return CONTROL
    if one.what in OBJECTS or (one.what == "package" and "/charts/_rels/" not in one.listing):
        return OBJECT
    if one.what in WORKBOOKS:
        return WORKBOOK
    if not one.outside or one.what == "hyperlink" or ON_ONES_OWN_DISK.match(one.target):
        return None
    return TEMPLATE if one.what == "attachedtemplate" else OUTSIDE
