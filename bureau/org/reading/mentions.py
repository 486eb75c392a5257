"""Units in running words: where they are named, and which of them stand together in one list (「甲、乙、丙等部门」)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bureau.org.naming import Directory

OWN = "[县市区旗]"
STOPS = r"，。；：、！？,;:!?（）()《》“”\s"
INSIDE = rf"[^{STOPS}的要须应负在于对和与会同将把由请牵加完组做按进向并以及就开推制落抓督完前内月日经报协配]"
PART = re.compile(
    rf"{INSIDE}{{1,5}}(?:大队|中队|支队|分队|派出所|监察队|股|科|室|所|站|窗口)(?![级面学技])|办公室(?!主任)"
)
"""A part of the unit named before it: 「县公安局交警大队」. What a part is asked, its unit is asked."""
HIGHER = re.compile(r"(?:[市省州盟]|国家|自治区)$")
COLLECTIVE = re.compile(
    rf"(?:[全本驻]{OWN}|{OWN}[级直委]|辖区|沿线|沿河)?"
    rf"(?:各(?:有关|相关|级|责任|成员|行业|主管|职能|执法|牵头|{OWN}[直级]|包联|驻{OWN})*|有关|相关|其他|其它|所有|全体|属地|涉及的?|所在|所涉|所属|\d+个)"
    rf"(?:{OWN}[级直]|责任|职能|成员|行业|主管|牵头|执法|配合|经济)*"
    r"(?:乡（镇）|乡\(镇\)|乡镇|镇乡|镇街|镇|乡|街道|部门|单位|园区|开发区|管委会|党委|党组|场)"
    r"(?:[（(][^（）()]{1,12}[）)])?(?:党委政府|党委|人民政府|政府|办事处|管委会)?"
    rf"|{OWN}[直级](?:部门|单位)|(?<![各重小村集])乡镇(?:（街道）|街道)?(?:人民)?政府"
)
BODY = (
    r"(?:(?![的要须应负在于对和与会将把由请，。；：、])[\u4e00-\u9fff]){1,12}?"
    r"(?:局|办公室|办|中心|管委会|公司|委员会|大队|支队|协会|联合会|学院|医院|银行|支行|指挥部|专班|集团|学校|中学|小学)"
)
UNKNOWN = {
    level: re.compile(rf"{level}(?![{inner}]){BODY}")
    for level, inner in {
        "县": "级直域内城委政区外境情长里",
        "市": "级直域内区委政外境情长里场民容",
        "区": "级直域内委政外境情长里位间划块",
        "旗": "级直域内委政外境情长里帜舰",
    }.items()
}
"""A body of the county that the directory lacks: a question is better than silence. By the level, without what else begins so."""
TOWN = re.compile(
    r"(?:(?![的要须应负在于对和与会将把由请各小乡集村重中本该全等])[\u4e00-\u9fff]){1,4}?(?<!城)(?:镇|乡|街道办事处|街道办|街道)(?![村域区镇])"
)
CERTAIN = set("全县市区旗驻辖沿本各有相其所属涉乡") | set("0123456789")
"""What a collective name begins with."""
BORDERS = set("，。；：、！？,;:!?（）()《》“” \n\t由请成和与及")
"""After one of these a name may begin that the directory does not have."""
ELSEWHERE = re.compile(
    r"(?:(?![的要须应负在于对和与会将把由请各县位门])[\u4e00-\u9fff]){2,14}?(?:局|办公室|中心|管委会|公司|委员会|大队|支队|协会|专班|指挥部|合作社|集团)"
    r"(?=牵头|负责|要(?!求)|须|务必|配合|承办|主办|会同|具体)"
)
JOINED = re.compile(r"\s*(?:、|以及|及其|[和与及/])?\s*")
AND_OTHERS = re.compile(
    rf"等(?:[\d一二三四五六七八九十]+[个家])?(?:有关|相关|{OWN}[直级]|职能|成员|责任)*(?:部门|单位|乡镇|镇街|街道|企业)*(?:[（(](?:单位|部门|街道|[^（）()]{{1,6}})[）)])?"
)
SHORTENED = re.compile(
    rf"(?P<list>[\u4e00-\u9fff]{{2,12}}(?:、[\u4e00-\u9fff]{{2,8}})+)(?=等(?:有关|相关|{OWN}[直级]|职能|\d+个|[一二三四五六七八九十]+[个家])*(?:部门|单位))"
)


@dataclass(frozen=True)
class Mention:
    """One name in some words. `name`: as the directory is asked for it."""

    start: int
    end: int
    name: str


@dataclass
class Listed:
    """Names that stand together, and the words that say there are more (「等部门」), empty where none do."""

    start: int
    end: int
    names: list[str] = field(default_factory=list)
    others: str = ""


def listed(words: str, directory: Directory) -> list[Listed]:
    """Every list of names in the words, in order; a name that stands alone is a list of one."""
    lists: list[Listed] = []
    for mention in mentions(words, directory):
        last = lists[-1] if lists else None
        if last and not last.others and JOINED.fullmatch(words[last.end : mention.start]):
            last.names.append(mention.name)
            last.end = mention.end
        else:
            lists.append(Listed(mention.start, mention.end, [mention.name]))
        if (more := AND_OTHERS.match(words, mention.end)) and _says_others(words, more):
            lists[-1].others, lists[-1].end = more[0], more.end()
    return lists


def _says_others(words: str, more: re.Match[str]) -> bool:
    """「等」 alone ends a list only before what is asked, never as the beginning of 「等级」「等待」."""
    return len(more[0]) > 1 or not re.match(r"[级待候额效同于离]", words[more.end() :])


def mentions(words: str, directory: Directory) -> Iterator[Mention]:
    """Names from the left, none overlapping another, the longest first."""
    at, shortened = 0, _shortened(words, directory)
    while at < len(words):
        found = shortened.get(at) or _named(words, at, directory) or _unnamed(words, at, directory.level)
        if found:
            yield found
        at = found.end if found else at + 1


def _shortened(words: str, directory: Directory) -> dict[int, Mention]:
    """「县财政、自然资源、住建等部门」: each by its place, where all of them are known."""
    found: dict[int, Mention] = {}
    for match in SHORTENED.finditer(words):
        first, *rest = match["list"].split("、")
        start = match.start()
        while first and not _known(first, directory):
            first, start = first[1:], start + 1
        if not first or not all(_known(name, directory) for name in rest):
            continue
        for name in (first, *rest):
            found[start] = Mention(start, start + len(name), _known(name, directory))
            start += len(name) + 1
    return found


def _known(name: str, directory: Directory) -> str:
    return next(
        (one for one in (name, f"{directory.level}{name}") if len(name) > 1 and directory.knows(one)), ""
    )


def _named(words: str, at: int, directory: Directory) -> Mention | None:
    """A unit that the directory has, with its county before and its part behind; or a group."""
    if words[at] in CERTAIN and (collective := COLLECTIVE.match(words, at)):
        return Mention(at, collective.end(), collective[0])
    begin = at + directory.county_at(words, at)
    for start in dict.fromkeys((at, begin)):
        for length in directory.lengths.get(words[start : start + 2], ()):
            name = words[start : start + length]
            if name in directory.spoken and not _is_of_higher(words, at, name, directory.level):
                end = start + length
                part = PART.match(words, end)
                return Mention(at, part.end() if part else end, name)
    return None


def _is_of_higher(words: str, at: int, name: str, level: str) -> bool:
    """「市财政局」 is none of the county's."""
    return not name.startswith(level) and HIGHER.search(words, max(0, at - 3), at) is not None


def _unnamed(words: str, at: int, level: str) -> Mention | None:
    """What looks like a unit where a name is expected."""
    if words[at] == level and (match := UNKNOWN[level].match(words, at)):
        return Mention(at, match.end(), match[0])
    if at and words[at - 1] not in BORDERS:
        return None
    for pattern in (TOWN, ELSEWHERE):
        if match := pattern.match(words, at):
            return Mention(at, match.end(), match[0])
    return None
