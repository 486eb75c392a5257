"""What in the sentences of a point is the decision, and what only tells, agrees, or is said to everybody."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bureau.org.naming import Directory
from bureau.org.reading.mentions import listed
from bureau.org.reading.prose import REPORTED, WORK, prose_duties
from bureau.org.reading.words import tidy

from .numbering import strip_number
from .sentences import Sentence

ASKS = r"会议(?:研究|一致|经研究)?(?:议定|决定|要求|明确|确定|同意|原则同意|原则通过|强调|商定)|(?:议定|决定|明确)(?:如下)?事项"
LEAD_IN = re.compile(rf"(?:{ASKS})(?:如下|以下事项)?[，,:：]?\s*")
OPENING = re.compile(rf"^(?:(?:{ASKS})(?:如下|以下事项)?[，,:：]\s*|会议(?:研究)?(?:议定|决定|要求|明确))")
TOPIC = re.compile(r"^关于[^，。；：]{2,40}。(?=.)")
SENTENCE = re.compile(r"[^。！？；]*[。！？；]?")
AGREES = re.compile(r"(?:会议|^)[^，。]{0,6}(?:原则)?(?:同意|通过)(?!由)")
DEMANDS = re.compile(
    r"(?<![只主重需])要(?!求|点|素|闻|件|道|么|是)|须|务必|应(?=当|抓|加|在|于|立|及)|确保|力争|尽快|抓紧|限期|负责|牵头|责成|配合"
    r"|(?:[日底月年])(?:之|以)?前|整改到位|加快|严格|坚决|落实到位|推进|开展|完成|制定|建立"
)
GENERAL = re.compile(
    r"^(?:会议[^，。]{0,6}[，,:：]?)?(?:[一二三四五六七八九十][是要])?(?:各级|各地|全[县市区旗]上下|全[县市区旗]各级|各乡镇、各部门|各部门|各单位|各有关|各相关|各成员|各责任|有关部门|相关部门|各牵头|广大|大家|要高度|全体)"
)
EXHORTS = re.compile(
    r"高度重视|提高(?:思想|政治)?(?:认识|站位)|统一思想|加强(?:组织)?领导|压实责任|强化责任|靠前指挥|形成合力|通力协作|各司其职|抓好(?:贯彻)?落实。?$"
)
DONE = re.compile(r"已|了|目前|累计|截至|以来|汇报|主持|参加")
DOES = re.compile(rf"[^，。；：]{{0,4}}{WORK}")
DATED = re.compile(r"\d+月|[日底]前|工作日|周内")
TELLS = "听取汇报、传达学习等"


@dataclass
class Decided:
    """Sentences with the words that are kept of them, and those that are no part of the decision, with why."""

    kept: list[tuple[Sentence, str]] = field(default_factory=list)
    dropped: list[tuple[Sentence, str]] = field(default_factory=list)


def decided(sentences: Sequence[Sentence], directory: Directory, whole: bool = False) -> Decided:
    """`whole`: a clause asks for them, so that where all of them only tell, they stay."""
    found = Decided()
    for at, sentence in enumerate(sentences):
        words = strip_number(sentence.words) if not found.kept else sentence.words
        if at == 0 and len(sentences) > 1 and _only_names(words, sentences[1].words):
            found.dropped.append((sentence, "标题"))
        elif (told := _asked_in_report(words, directory)) is not None:
            found.kept.append((sentence, told)) if told else found.dropped.append((sentence, TELLS))
        else:
            found.kept.append((sentence, words))
    if whole and not found.kept:
        return Decided([(sentence, strip_number(sentence.words)) for sentence in sentences])
    if found.kept:
        first, words = found.kept[0]
        found.kept[0] = (first, strip_number(OPENING.sub("", words, count=1)))
    return found


def _only_names(words: str, after: str) -> bool:
    """「关于道路问题。」, unless without it nobody knew what 「由甲负责实施」 means."""
    return re.fullmatch(r"关于[^，。；：]{2,40}。", words) is not None and not re.match("[由请]", after)


def _asked_in_report(words: str, directory: Directory) -> str | None:
    """Of a sentence that reports what it asks for at its end, or nothing; None where it reports nothing."""
    if not REPORTED.match(words):
        return None
    if lead_in := LEAD_IN.search(words):
        return words[lead_in.start() :]
    if prose_duties(words, directory):
        return _from_asking(words, directory)
    return ""


def _from_asking(words: str, directory: Directory) -> str:
    """From the first clause on that asks by itself: 「会议认为…，县财政局要保障资金」."""
    for pause in re.finditer(r"[，；]", words):
        rest = words[pause.end() :]
        if prose_duties(rest, directory):
            after = list(re.finditer(r"[，；]", rest))
            if not any(prose_duties(rest[one.end() :], directory) for one in after) or prose_duties(
                rest[: after[0].start()], directory
            ):
                return rest
    return words


def decides(words: str) -> bool:
    """Whether it opens with 「会议要求，」 and the like."""
    return OPENING.match(words) is not None


def agrees(words: str) -> bool:
    return AGREES.search(strip_number(words)) is not None


def is_general(words: str, directory: Directory) -> bool:
    """What is said to everybody, names no unit and no day."""
    words = strip_number(words)
    found = [directory.find(name) for one in listed(words, directory) for name in one.names]
    if DATED.search(words) or any(match.units and not match.is_group for match in found):
        return False
    everybody = any(match.is_group for match in found) and any(match.is_vague for match in found)
    return everybody or bool(GENERAL.match(words) or EXHORTS.search(words))


def demands(words: str) -> bool:
    return DEMANDS.search(words) is not None


def works(words: str, directory: Directory) -> bool:
    """Whether a known unit is named in front of what is to be done, and nothing says that it is done already."""
    found = (one for one in listed(words, directory) if any(map(directory.knows, one.names)))
    return not DONE.search(words) and any(DOES.match(words, one.end) for one in found)


def decision(text: str) -> str:
    """The decision itself: no numbering, no 「会议要求，」, and not what was only reported before it."""
    text = strip_number(tidy(text).lstrip("；;，,。、 "))
    text = TOPIC.sub("", text, count=1)
    asked = LEAD_IN.search(text)
    if asked and REPORTED.match(text):
        text = text[asked.start() :]
    sentences = [s for s in SENTENCE.findall(text) if s]
    asking = [s for s in sentences if not REPORTED.match(s)]
    text = strip_number(OPENING.sub("", "".join(asking), count=1))
    return text.strip("；;，, ")
