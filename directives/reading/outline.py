"""What each line of a paper is: its head, who attended, a heading of any style, a clause of its own, or the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bureau.org.naming import Directory
from bureau.org.reading.clauses import Duties, read_clause, take_clauses
from bureau.org.reading.headers import DUTY_ROLES, WORKED, Role, role
from bureau.org.reading.prose import all_known, prose_duties
from bureau.org.reading.roles import Shares
from bureau.org.reading.words import tidy, widen

from .items import Fate
from .masthead import DATE, ISSUE, NUMBER, TITLE_WORDS
from .numbering import strip_number, style_of
from .page import Line

END = re.compile(
    r"^(?:出席|列席|与会|参会|参加|缺席|请假|记录|记录人|主持|主持人|抄送|抄报|分送|发送|主送|报送|报|送|发|印发|附件|签发|拟稿|校对|录入)(?:人员|领导|单位|人)?[:：\s]"
    r"|^(?:出席|列席)(?:会议)?(?:人员|的有|的还有)"
)
OPENING = re.compile(r"(?:主持)?召开.{0,60}(?:会议?|常务会).*|(?:纪要|事项|通知|通报|如下)(?:如下)?[:：。]?$")
OPENS = re.compile(
    r"主持召开|召集|(?:纪要|通知|通报|印发|分解|明确)(?:给你们|如下)|议定(?:如下)?事项如下|事项(?:纪要)?如下|现将.*如下|会议(?:研究)?(?:议定|决定|明确|商定)[:：]$"
)
ADDRESSED = re.compile(
    r"^(?:尊敬的)?(?:各位|同志们|女士们|先生们|朋友们)[^。；]{0,24}[:：，！]?$"
    r"|^各[^。；:：]{0,80}(?:单位|部门)[:：]$|^[^。；:：]{2,120}等(?:有关|相关|各)*(?:单位|部门)[:：]$"
)
"""Whom a speech is made or a paper is sent to."""
TITLE = re.compile(r"^[^。；：:！？]{2,50}$")
MATTER = re.compile(r"(?:关于|听取|研究|审议|传达|学习|讨论|通报|审定|部署|安排)[^。；]{2,50}。$")
"""A heading that is closed like a sentence."""
NAMES = re.compile(r"^[^。；！？]{2,200}$")
SIGNED = re.compile(
    r"^[^。；：]{0,30}(?:政府|办公室|委员会|[县市区旗]委|局|督查室)?(?:[（(]?(?:盖章|印章)[）)]?)?(?:\d{4}|二[〇○零]..)年.{1,3}月.{1,3}日(?:印发)?$"
)
PROGRESS = re.compile(
    r"(?:进展|成效|完成|推进|落实|办理|存在|下一步|目前|工作)[^:：]{0,8}(?:情况|成效|进展|问题|结果|打算)|汇报(?:人|单位|部门)|联系人|联系电话|地点|时间"
)


HELD = re.compile(r"(?:会议|召开)?(?:时间|地点|名称|主题|主持)人?|(?:会议)?(?:主持人?|记录人?)")
"""Labels of the form that minutes are kept on."""


REPLY = re.compile(
    r"^(?:请|以上|上述|各|并)[^。]{0,40}(?:情况|结果|材料|信息|报告|清单)[^。]{0,24}(?:报|反馈|报送|上报)|^请[^。]{0,40}(?:书面说明|(?:按时|及时)(?:反馈|报)|(?:报送|反馈|上报|报告)[^。]{0,12}(?:情况|进展|结果)。?$)"
)
"""How the answer is to be sent; no task of its own."""


class Part(StrEnum):
    """What a line is."""

    HEADING = "heading"
    CLAUSE = "clause"
    TEXT = "text"
    ASIDE = "aside"


@dataclass
class Block:
    """A line with what it is. `style`: of its numbering; `duties`: of a heading or a clause; `start`: where its text begins;
    `words`: of a heading."""

    line: Line
    part: Part
    style: str = ""
    duties: Duties = field(default_factory=Duties)
    words: str = ""
    lines: list[Line] = field(default_factory=list)


def outline(lines: Sequence[Line], directory: Directory) -> list[Block]:
    """Every line in order; asides are marked as what they are."""
    body = _body(lines, directory)
    for line in lines[:body]:
        line.mark(Fate.BACKGROUND, "版头")
    blocks = list(_blocks(lines[body:], directory))
    return [_as_heading(blocks, at, directory) for at in range(len(blocks))]


def _body(lines: Sequence[Line], directory: Directory) -> int:
    """Where the head ends: after the paragraph that opens, else before the first line that is numbered, asks or ends as text."""
    for at, line in enumerate(lines[:30]):
        words = tidy(line.words)
        if style_of(words) in ("section", "han") or line.heading:
            return at
        if (
            OPENS.search(words)
            and not prose_duties(words, directory)
            and not take_clauses(words, directory)[1]
        ):
            return at + 1
        if not (_is_head(words, at) or END.match(words) or ADDRESSED.match(words)):
            return at
    return len(lines) if all(_is_title(tidy(line.words)) for line in lines) else 0


def _is_title(words: str) -> bool:
    return _names_itself(words) and not re.search("[。；，：]", words)


def _names_itself(words: str) -> bool:
    """Title, number, issue or day."""
    return any(pattern.search(words) for pattern in (NUMBER, ISSUE, DATE, TITLE_WORDS))


def _is_head(words: str, at: int) -> bool:
    if words.endswith(("。", "；", "！", ";")) or read_label(words):
        return bool(DATE.search(words) and len(words) < 30)
    return len(words) <= 60 and (at < 2 or _names_itself(words)) and style_of(words) == ""


def _blocks(lines: Sequence[Line], directory: Directory) -> Iterator[Block]:
    attending, at = False, 0
    while at < len(lines):
        line, words = lines[at], tidy(lines[at].words)
        at += 1
        if END.match(words) or (attending and _goes_on(words, directory)):
            attending = True
            line.mark(Fate.BACKGROUND, "出席、抄送等")
            yield Block(line, Part.ASIDE)
            continue
        attending = False
        if ADDRESSED.match(words):
            line.mark(Fate.BACKGROUND, "称呼")
            yield Block(line, Part.ASIDE)
            continue
        if SIGNED.match(words) and at > len(lines) - 4:
            line.mark(Fate.BACKGROUND, "落款")
            yield Block(line, Part.ASIDE)
            continue
        label = read_label(words)
        if label and not label[1] and role(label[0]) in WORKED:
            line.mark(Fate.BACKGROUND, label[0])
            yield Block(line, Part.ASIDE)
            continue
        if label and not label[1] and at < len(lines) and not read_label(tidy(lines[at].words)):
            value = lines[at]
            at += 1
            yield _labelled(label[0], line, value, directory)
            continue
        yield _block(line, words, directory)


def _goes_on(words: str, directory: Directory) -> bool:
    """More names below 「列席：」."""
    return (
        bool(NAMES.match(words))
        and not style_of(words)
        and not read_label(words)
        and not take_clauses(words, directory)[1]
        and not OPENS.search(words)
        and not prose_duties(words, directory)
    )


def _labelled(label: str, line: Line, value: Line, directory: Directory) -> Block:
    """「责任单位：」 with its value in the next line."""
    asked = role(label)
    if asked in DUTY_ROLES:
        said = read_clause(f"{label}：{tidy(value.words)}", directory)
        return Block(line, Part.CLAUSE, duties=said, lines=[line, value])
    for one in (line, value):
        one.mark(Fate.BACKGROUND, label)
    return Block(line, Part.ASIDE)


def read_label(words: str) -> tuple[str, str] | None:
    """A line that a label opens, or that is one: its name, and what stands behind it."""
    bare = strip_number(words).lstrip("—-–·•●■◆▲★☆※* 　")
    if boxed := re.match(r"【([\u4e00-\u9fff、/]{2,12})】\s*[:：]?\s*(.*)$", bare, re.DOTALL):
        return (boxed[1], boxed[2]) if role(boxed[1]) else None
    match = re.match(r"([\u4e00-\u9fff（）()、/]{2,14}?)\s*[:：]\s*(.*)$", bare, re.DOTALL)
    if match and (role(match[1]) or PROGRESS.search(match[1])) and not match[1].startswith("会议"):
        return match[1], match[2]
    if (
        role(bare) in DUTY_ROLES
        and len(bare) <= 8
        and bare.endswith(("单位", "部门", "时限", "时间", "期限", "领导"))
    ):
        return bare, ""
    return None


def _block(line: Line, words: str, directory: Directory) -> Block:
    if (label := read_label(words)) and HELD.fullmatch(label[0]):
        line.mark(Fate.BACKGROUND, label[0])
        return Block(line, Part.ASIDE)
    left, said = take_clauses(widen(line.words.strip()), directory)
    if not said:
        left, said = take_clauses(widen(words), directory)
    if said and not strip_number(left).strip("。；;，, （）()—-·•●■◆▲★☆※*"):
        return Block(line, Part.CLAUSE, duties=said, lines=[line])
    if OPENS.search(words) and not said and not prose_duties(words, directory):
        line.mark(Fate.BACKGROUND, "开头")
        return Block(line, Part.ASIDE)
    label = read_label(words)
    if REPLY.match(words) and not prose_duties(words, directory):
        line.mark(Fate.BACKGROUND, "反馈要求")
        return Block(line, Part.ASIDE)
    if (
        label
        and label[1]
        and (role(label[0]) is Role.OTHER or (role(label[0]) is None and PROGRESS.search(label[0])))
    ):
        line.mark(Fate.BACKGROUND, label[0])
        return Block(line, Part.ASIDE)
    return Block(line, Part.TEXT, style_of(words))


def _as_heading(blocks: list[Block], at: int, directory: Directory) -> Block:
    """A short line that something stands below. One of its own kind right below or before makes it a point of a list."""
    block = blocks[at]
    if block.part is not Part.TEXT:
        return block
    words, said = take_clauses(strip_number(widen(tidy(block.line.words))), directory)
    words = words.strip("：:")
    words = words.removesuffix("。") if MATTER.match(words) and block.style in ("section", "han") else words
    after = next((one for one in blocks[at + 1 :] if one.part is not Part.ASIDE), None)
    style = block.style or ("style" if block.line.heading else "")
    if not TITLE.match(words) or after is None or prose_duties(words, directory).shares:
        return block
    if not style and (
        len(words) > 30 or "，" in words or after.part is Part.CLAUSE or TITLE.match(tidy(after.line.words))
    ):
        return block
    if style and not block.line.heading and style != "section" and _is_point(blocks, at, after):
        return block
    said = said or (Duties(Shares(either=[words])) if all_known(words, directory) else said)
    block.part, block.style, block.duties, block.words = Part.HEADING, style or "plain", said, words
    return block


def _is_point(blocks: list[Block], at: int, after: Block) -> bool:
    style = blocks[at].style
    before = next((one for one in reversed(blocks[:at]) if one.part in (Part.TEXT, Part.HEADING)), None)
    list_goes_on = before is not None and before.part is Part.TEXT and before.style == style
    return after.style == style or list_goes_on
