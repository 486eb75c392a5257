"""Units asked in running sentences: 「由甲负责，乙、丙配合」「由甲牵头，会同乙…」「甲、乙等部门要…」「会议原则同意甲提出的方案，按程序报批」.

Each list of names becomes one sign, so that what stands around it is matched as it is said, whoever is named.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bureau.org.naming import Directory

from .clauses import Duties
from .mentions import Listed, listed
from .roles import HELPS, Shares

FIRST = 0xE000
"""Signs of private use, one for each list of names."""
W = "[\ue000-\uf8ff]"
PAUSE = "，。；：！？,;:"
TITLED = r"(?:包片|包联|牵头|责任|主管|行业主管|业主|挂钩|联系|承办|实施|项目|建设|主责|属地)*(?:单位|部门|乡镇|主体)?(?:的)?"
POST = r"(?:党委|党组|班子)?(?:主要)?(?:负责人|负责同志|领导|局长|主任|书记|镇长|乡长)?"
HOW = r"(?:[会之]?后|分别|共同|各自|具体|主要|同步|切实|尽快|立即|进一步|也|都|均|还|仍|再|一并|同时|原则上|全面|抓紧|及时|统筹|具体|牵头)*"
WHEN = r"(?:(?:务必)?[在于]?[^，。；：、！？\ue000-\uf8ff要]{0,16}?(?:前|底|内|后|起|旬|期间|初|末|[日号]|今年|明年|年内)(?:由)?)?"
LINKED = (
    r"(?:[一二三四五六七八九十]+[是要]|并|同时|此外|另外|另|其中|会后|下一步|随后|再|而|但|且|即|还|现|特)*"
)
START = rf"(?:^|[{PAUSE}])\s*(?:[）)”“]\s*)?{LINKED}{WHEN}"
MUST = r"(?:要(?!求|件|素|点|闻)|须|应(?!急|对|届|收|付|有尽)|务必|必须|需(?!求|要的)|将(?!会议|有关|其|该|本)|负责(?!人|同志)|牵头)"
MARK = rf"{HOW}(?:作?为)?(?:总|主要|具体|共同|工作)?(?:牵头|主办|抓总|主责|为主|负总责|主抓)(?!人|领导)"
LEADING = re.compile(
    rf"(?P<w>{W})(?:{MARK}|(?:作)?为(?:责任|牵头|实施|建设|主办|主责|业主)(?:主体|单位|部门)|作为(?:业主|牵头|责任|实施|建设)(?!人))"
)
IN_CHARGE = re.compile(
    rf"(?:由|以|请|责成|责令|明确|确定){TITLED}(?P<w>{W}){HOW}(?:负责|为主|承办|落实|实施)(?!人|同志)"
)
ASKED = re.compile(
    rf"(?:(?<![报提邀申恳聘商经])(?:请|由)|商请|责成|责令|督促|敦促|指定|委托|授权|指派|安排|建议|交由|交|会议(?:明确|要求|决定)|要求){TITLED}(?P<w>{W})"
)
SUBJECT = re.compile(
    rf"{START}(?P<w>{W}){POST}(?:作为[^，。]{{1,16}}，|[在于][^，。；]{{1,14}}?[前内]，?)?{HOW}{MUST}"
)
WITHIN = re.compile(
    rf"(?<![向对给和与同及为被把经报请从支持配助])(?P<w>{W}){HOW}(?:要(?!求|件|素|点)|务必|必须)"
)
MUSTS = re.compile(r"要(?!求|件|素|点|闻)|须|务必")
DEMANDED = re.compile(
    rf"{LINKED}{WHEN}(?P<w>{W}){POST}{HOW}(?:要(?!求|件|素|点|闻)|须|务必|必须)(?![^，。；]{{0,4}}{HELPS})"
)
OPENING = re.compile(rf"{START}(?P<w>{W})")
NAMED = re.compile(
    rf"\s*{LINKED}【?(?P<w>{W})[:：】。]\s*(?![^。；]{{0,8}}(?:预计|可能|已|目前|今年|汇报|介绍|通报))(?=[^\s{PAUSE}])"
)
"""「县民政局：走访百岁老人」「县民政局。走访百岁老人」"""
WORK = r"(?:推进|加快|做好|抓好|抓紧|完成|开展|落实|加强|负责|组织|配合|协调|协助|制定|建立|牵头|强化|保障|提供|解决|启动|实施)"
TOLD = re.compile(
    r"(?:(?:主要|有关|相关)?(?:负责人|负责同志|领导)|分管|局长|主任|书记|镇长|同志|干部|职工|家属|门前|门口|大楼|院内|所属|下属|辖区|系统|原|旧址|宿舍)"
    r"|[（(]|关于|的|汇报|介绍|通报(?!批评)|作了?(?!为)|就|提出的|提交的|提出(?![^，。]*(?:方案|意见|建议|措施))|发言|补充|参加|出席|列席|反映|报来|认为|表示"
    r"|(?:[^，。；：、]{0,8})(?:行动(?:较|迅)|进度(?:较|滞|偏)|滞后|较[快慢好差]|不力(?!的)|不够|不到位|不平衡|率[仅为达])"
    rf"|敬老院|卫生院|(?!{WORK})[一-龥]{{0,3}}(?:小学|中学|幼儿园|水库|大桥|村|社区|片区|集镇|景区|采石场|渡口|老街)"
    r"|仅|未|尚|没有|不(?!得|断|折)|共|先后|率先|位于|境内|范围|段|境|地处|有\d|今年以来|以来"
    rf"|(?!{WORK})(?:(?!{WORK})[^{PAUSE}]){{0,14}}(?:项目|工程|问题|情况|事宜|工作|建设)$"
    rf"|(?:(?!{WORK})[^{PAUSE}]){{2,14}}，(?:原定|原计划|因|至今|仍|尚|目前)"
    rf"|已|正在|目前|累计|完成了|等|有关情况|报告(?![县市区旗])|[{PAUSE}]|$"
)
"""What follows a unit that only spoke, is only told of, or is named among others."""
WITH = re.compile(rf"(?:会同|联合|协同|商(?!务|贸|业)|会商){TITLED}(?P<w>{W})")
HELPING = re.compile(
    rf"(?<!邀请)(?P<w>{W})(?:党委)?{HOW}(?:密切|积极|全力|协同)*(?:{HELPS}(?!的)|(?:作)?为(?:成员|配合|协办|参与|协助)(?:单位|部门))"
)
AGREED = re.compile(
    rf"(?:同意|通过|批准)(?:了|将|对|由)?{TITLED}(?P<w>{W})(?=[^{PAUSE}]{{0,20}}?(?:提出|提交|提请|起草|草拟|拟定|拟订|拟草|拟制|制定|制订|编制|报送|上报|报来|汇报|关于|的|《|“)|《|“)"
)
FOLLOWED = re.compile(
    r"修改|完善|会后|按程序|程序报|报请?(?:[送县市区旗省批审])|提交|提请|印发|下发|发布|公布|组织实施|抓好|抓紧|办理|执行|落实|实施|推进|尽快|批准后"
)
"""What is still to be done with what was agreed to. Without it nothing is asked of anybody."""
QUOTED = re.compile(r"《[^》]*》|“[^”，。；]*”")
"""Titles and names, which ask nobody; what somebody has said asks."""
REPORTED = re.compile(r"^会议(?:还|又)?(?:听取|指出|认为|学习|传达|审议|分析|通报|肯定|观看|书面听取)")


def prose_duties(text: str, directory: Directory) -> Duties:
    """Who is asked in the words themselves, which stay whole; nothing where they ask no unit we can tell."""
    told = _skeleton(text, directory)
    return told if told else Duties()


@lru_cache(maxsize=4096)
def _skeleton(text: str, directory: Directory) -> Duties | None:
    words, who = reduced(text, directory)
    if not who:
        return None
    asked = list(_asked(words))
    first = next(
        (listed for listed in (who[ord(sign) - FIRST] for sign in asked) if _may_lead(listed, directory)),
        None,
    )
    if first is None:
        return None
    signs = dict.fromkeys(
        [*asked, *(match["w"] for pattern in (WITH, HELPING) for match in pattern.finditer(words))]
    )
    others = [who[ord(sign) - FIRST] for sign in signs if who[ord(sign) - FIRST] is not first]
    helping = {match["w"] for match in HELPING.finditer(words)}
    names = [
        name
        for one in others
        for name in _named(one)
        if chr(FIRST + who.index(one)) in helping or directory.knows(name)
    ]
    return Duties(Shares(lead=["、".join(_named(first))], co=list(dict.fromkeys(names))))


def begins_demand(text: str, directory: Directory, groups: bool = False) -> bool:
    """「县财政局要…」: a known unit by itself is told what it must do, not only to help; with `groups` also 「各乡镇要…」."""
    if not MUSTS.search(text):
        return False
    words, who = reduced(text, directory)
    match = DEMANDED.match(words)
    return match is not None and not any(
        (directory.find(name).is_group and not groups) or not directory.knows(name)
        for name in who[ord(match["w"]) - FIRST].names
    )


def helpers(text: str, directory: Directory) -> list[str]:
    """Known units that somebody is asked to do it with, whoever leads."""
    words, who = reduced(text, directory)
    signs = [match["w"] for pattern in (WITH, HELPING) for match in pattern.finditer(words)]
    return [name for sign in signs for name in _named(who[ord(sign) - FIRST]) if directory.knows(name)]


def reduced(text: str, directory: Directory) -> tuple[str, list[Listed]]:
    """The text with one sign for each list of names, and the lists in order. What stands in 《》 names nobody."""
    plain = QUOTED.sub(lambda match: "《" + "＿" * (len(match[0]) - 2) + "》", text)
    who = listed(plain, directory)[: 0xF8FF - FIRST]
    parts, at = [], 0
    for number, one in enumerate(who):
        parts += [plain[at : one.start], chr(FIRST + number)]
        at = one.end
    return "".join([*parts, plain[at:]]), who


def _asked(words: str) -> Iterator[str]:
    """The signs of those who are asked: those who lead first, then as they stand in the words."""
    leading = [match["w"] for match in LEADING.finditer(_after_report(words))]
    yield from leading
    rest = _after_report(words)
    report = rest != words
    patterns = (IN_CHARGE, ASKED, SUBJECT) if report else (IN_CHARGE, ASKED, SUBJECT, WITHIN)
    found = [
        (match.start("w"), match["w"])
        for pattern in patterns
        for match in pattern.finditer(rest)
        if not _only_told(pattern, match, rest)
    ]
    if not report:
        found += [
            (match.start("w"), match["w"])
            for match in OPENING.finditer(rest)
            if not TOLD.match(rest, match.end())
        ]
        found += [
            (match.start("w"), match["w"])
            for match in AGREED.finditer(rest)
            if _is_followed(rest, match.end())
        ]
    if named := NAMED.match(rest):
        found.append((named.start("w"), named["w"]))
    yield from (sign for _, sign in sorted(found))


def _only_told(pattern: re.Pattern, match: re.Match[str], words: str) -> bool:
    """「由甲汇报」「要求甲的…」."""
    return pattern is ASKED and bool(
        re.match(
            r"汇报|介绍|通报|作了?|提出的|提交的|的|起草的|主持|发言", words[match.end() : match.end() + 8]
        )
    )


def _after_report(words: str) -> str:
    """Of 「会议听取了甲的汇报，要求乙…」 what stands behind the first pause."""
    if not REPORTED.match(words):
        return words
    pause = re.search(r"[，；。]", words)
    return words[pause.start() :] if pause else ""


def _is_followed(words: str, at: int) -> bool:
    pause = re.search(rf"[{PAUSE}]", words[at:])
    return bool(pause and FOLLOWED.search(words, at + pause.start()))


def _may_lead(one: Listed, directory: Directory) -> bool:
    """Somebody the directory knows, or a body it lacks; not only 「各有关部门」."""
    return any(not directory.find(name).is_vague for name in one.names)


def _named(one: Listed) -> list[str]:
    return [*one.names, *([one.others] if len(one.others) > 1 else [])]


def all_known(words: str, directory: Directory) -> bool:
    """Whether the words are names of known units and nothing else."""
    return bool(words) and known_prefix(words, directory) == words


def known_prefix(words: str, directory: Directory) -> str:
    """The longest beginning that is all units: 「乙、丙拿出方案」 → 「乙、丙」."""
    first = next(iter(listed(words, directory)), None)
    return words[: first.end] if first and first.start == 0 and all(map(directory.knows, first.names)) else ""
