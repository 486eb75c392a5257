"""Duty clauses: the words of a decision that say who and by when, in brackets, after labels, or in prose."""

import re
from dataclasses import dataclass, field

from bureau.org.naming import VAGUE, Directory

from .deadlines import UNDATED
from .headers import DUTY_ROLES, Role, role
from .roles import Shares, shares
from .splitting import split_names
from .words import tidy

LABEL = re.compile(
    r"(?:^|(?<=[\s（(\[〔；;，,。、！!—★☆●■◆▲※*•·>-]))(?P<label>[\u4e00-\u9fff（）()、/]{2,14}?)\s*[:：]\s*"
    r"|【\s*(?P<boxed>[\u4e00-\u9fff、/]{2,12})\s*】\s*[:：]?\s*"
)
FIRST_LEADS = re.compile(
    r"[。；;，,]?\s*(?:排|列)(?:名|序)?(?:在)?(?:第一|首位|最前)[^。；;]*(?:牵头|为主)[^。；;]*"
)
"""「排在第一位的为牵头单位，下同」: so it is read anyway."""
KIND_OF_PLACE = re.compile(
    r"(?:乡|镇|街道|园区|场|乡镇|镇街)(?:、(?:乡|镇|街道|园区|场))*(?:办事处|党委政府)?"
)
"""「各乡镇（街道）」: a part of the name."""
CONTACT = re.compile(r"[（(][^（）()]*(?:联系|电话|手机|\d{6,})[^（）()]*[）)]")
BARE_LABEL = re.compile(
    r"(?P<label>(?:牵头|主办|主责|责任|承办|落实|配合|协办|参与)(?:单位|部门)|(?:完成|办理|办结|整改)(?:时限|时间|期限))(?:为|是)?\s*"
)
OPEN, CLOSE = "（(【[〔", "）)】]〕"
DATE_LIKE = re.compile(
    r"\d\s*[年月日号/.\-]|[一二三四五六七八九十]+个?[月日周]|[本当下次每][月周年季]|[月年][底末内]|季度|半年|长期|持续|常态|工作日|周内|天内"
)


@dataclass
class Duties:
    """Words that ask: `shares` by role; `due`, `first`, `cadence`, `leader` as written, empty if not said."""

    shares: Shares = field(default_factory=Shares)
    due: str = ""
    first: str = ""
    cadence: str = ""
    leader: str = ""

    def __bool__(self) -> bool:
        return bool(self.shares or self.due or self.first or self.cadence or self.leader)

    def over(self, wider: "Duties") -> "Duties":
        """These duties, with what they leave unsaid taken from the wider ones."""
        return Duties(
            self.shares or wider.shares,
            self.due or wider.due,
            self.first or wider.first,
            self.cadence or wider.cadence,
            self.leader or wider.leader,
        )

    def and_also(self, more: "Duties") -> "Duties":
        """Both: units of both, dates of whichever names one."""
        return Duties(self.shares.add(more.shares), *(getattr(self.over(more), n) for n in _SAID))


_SAID = ("due", "first", "cadence", "leader")


def take_clauses(text: str, directory: Directory) -> tuple[str, Duties]:
    """The text without its duty clauses, and what they say. Text without any comes back as it was."""
    duties = Duties()
    for start, end in reversed(bracket_spans(text)):
        said = read_clause(text[start + 1 : end - 1], directory)
        if said:
            duties, text = said.and_also(duties), text[:start] + text[end:]
    label = next((m for m in labels_in(text) if role(named_by(m)) in DUTY_ROLES), None)
    if label:
        said = read_clause(text[label.start() :], directory)
        duties, text = duties.and_also(said), text[: label.start()]
    return text.strip(), duties


def labels_in(words: str) -> list[re.Match[str]]:
    """Labels that stand outside brackets: 「责任单位：甲（联系人：…）」 has one."""
    plain = words
    for start, end in bracket_spans(words.replace("【", " ").replace("】", " ")):
        plain = plain[: start + 1] + "＿" * (end - start - 2) + plain[end - 1 :]
    return list(LABEL.finditer(plain))


def named_by(label: re.Match[str]) -> str:
    return label["boxed"] or label["label"]


def bracket_spans(text: str) -> list[tuple[int, int]]:
    """Outermost bracketed spans, either width, nested ones counted."""
    spans, depth, start = [], 0, 0
    for at, sign in enumerate(text):
        if sign in OPEN:
            start, depth = (at, 1) if depth == 0 else (start, depth + 1)
        elif sign in CLOSE and depth:
            depth -= 1
            if depth == 0:
                spans.append((start, at + 1))
    return spans


def read_clause(words: str, directory: Directory) -> Duties:
    """「牵头单位：甲；完成时限：…」 or 「甲牵头，乙配合，11月底前完成」 or 「甲、乙」; empty if it is none."""
    words = FIRST_LEADS.sub("", words)
    if KIND_OF_PLACE.fullmatch(words):
        return Duties()
    labels = [match for match in labels_in(words) if role(named_by(match))]
    if any(role(named_by(match)) in DUTY_ROLES for match in labels):
        return _labelled(words, labels)
    if bare := _bare_labels(words):
        return _labelled(words, bare)
    return _unlabelled(words, directory)


def _bare_labels(words: str) -> list[re.Match[str]]:
    """「责任单位县财政局，完成时限11月底」: labels without a colon count only from the start of the clause."""
    found = list(BARE_LABEL.finditer(words))
    return found if found and not words[: found[0].start()].strip() else []


def _labelled(words: str, labels: list[re.Match[str]]) -> Duties:
    duties = Duties()
    ends = [label.start() for label in labels[1:]] + [len(words)]
    for label, end in zip(labels, ends, strict=True):
        value = CONTACT.sub("", words[label.end() : end]).strip().strip("；;，,。、 —")
        _say(duties, role(label.groupdict().get("boxed") or label["label"]) or Role.OTHER, value)
    return duties


def _say(duties: Duties, what: Role, value: str) -> None:
    """Put one labelled value where it belongs; under a unit label the words may carry roles themselves."""
    if what in (Role.LEAD, Role.CO, Role.UNIT):
        segments = re.split(r"[；;，,。]", value)
        dates = [segment for segment in segments if speaks_of_time(segment)]
        duties.due = "，".join([duties.due, *dates]).strip("，")
        names = "，".join(segment for segment in segments if segment not in dates)
        duties.shares = duties.shares.add(in_role(names, what))
    elif what in (Role.DUE, Role.FIRST, Role.CADENCE, Role.LEADER):
        setattr(duties, what.value, tidy(value))


def speaks_of_time(words: str) -> bool:
    """Whether they give a date, or only mean to."""
    return bool(DATE_LIKE.search(words) or UNDATED.search(words))


def in_role(words: str, what: Role) -> Shares:
    """Units under a label or in a column. Words without roles of their own take the column's."""
    said = shares(words)
    plain = said.either
    if what is Role.LEAD:
        return Shares(plain + said.lead, said.co) if not said.lead else Shares(said.lead, said.co, plain)
    if what is Role.CO:
        return Shares([], plain + said.lead + said.co)
    return said


def _unlabelled(words: str, directory: Directory) -> Duties:
    """Segments must name units the directory knows, or ask somebody that looks like a unit to lead. 「各有关部门」 stands
    beside them as a question."""
    duties, named = Duties(), False
    for segment in re.split(r"[，,；;。\n]", words):
        segment = segment.strip()
        said = shares(segment)
        if said and _names_units(said, directory):
            duties.shares = duties.shares.add(said)
            named = True
        elif said and _is_vague(said, directory):
            duties.shares = duties.shares.add(Shares(co=[*said.lead, *said.co, *said.either]))
        elif segment and speaks_of_time(segment) and len(segment) <= 30:
            duties.due = f"{duties.due}，{segment}" if duties.due else segment
        elif segment:
            return Duties()
    return duties if named else Duties()


def _is_vague(said: Shares, directory: Directory) -> bool:
    names = [
        name for phrase in (*said.lead, *said.co, *said.either) for name in split_names(phrase, directory)
    ]
    return bool(names) and all(VAGUE.search(name) and len(name) <= 12 for name in names)


UNIT_LIKE = re.compile(
    r".{1,18}(?:局|委|办|办公室|镇|乡|街道|中心|公司|管委会|部|院|联|协会|督查室|大队|支队|银行|分行|支行|工会|专班|各.{1,6}单位)"
)


def _names_units(said: Shares, directory: Directory) -> bool:
    names = [
        name for phrase in (*said.lead, *said.co, *said.either) for name in split_names(phrase, directory)
    ]
    known = [name for name in names if directory.knows(name)]
    if not (said.lead or said.co):
        return bool(known) and all(name in known or VAGUE.search(name) for name in names)
    return bool(names) and all(
        name in known or VAGUE.search(name) or UNIT_LIKE.fullmatch(name) for name in names
    )
