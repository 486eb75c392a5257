"""的, 地, 得; sentences without an end; kinds of paper said twice."""

import re
from collections.abc import Iterator

from .finding import MUST, Draft, Finding
from .levels import level_of
from .whole import MARK

WAYS = "扎实|认真|切实|积极|深入|全面|有效|严格|及时|稳步|大力|主动|有序|持续|充分|不断|逐步|迅速|坚决|努力|细致|科学|合理|妥善|圆满|顺利|快速|广泛|严肃|自觉|准确|高效"
DOING = "推进|推动|开展|落实|做好|抓好|完成|解决|处理|整改|执行|履行|组织|加强|提高|提升|改善|促进|配合|支持|排查|化解|宣传|学习|贯彻|实施|反映|报送|办理|核查|调查|分析|参与|保障|发挥"
HOW = "很|较|更|不够|非常|十分|比较|不|最"
DOES = "做|干|抓|办|推进|完成|落实|进展|执行|处理|配合|表现|完善|发展|开展|管|搞|取"
THINGS = "态度|问题|成绩|成效|作用|措施|情况|方案|机制|责任|作风|原因|影响|基础|环境|服务|要求|目标|水平|意义"
LIKE = "严肃|认真|良好|突出|重大|明显|显著|严重|积极|主要|重要|有效|具体|全面|深刻|普遍"
RULES = (
    (re.compile(rf"(?:{WAYS})(的|得)(?=(?:{DOING}))"), "地", "动词前用“地”。"),
    (re.compile(rf"(?:{DOES})(的|地)(?=(?:{HOW})[\u4e00-\u9fff])"), "得", "补语前用“得”。"),
    (re.compile(rf"(?:{LIKE})(地|得)(?=(?:{THINGS}))"), "的", "名词前用“的”。"),
)
ENDED = re.compile("[。！？；：…”）》】、，]$")
LONG = 18  # characters of a paragraph that is no heading
KIND_TWICE = re.compile(
    "(通报|报告|简报|通知|意见|方案|函|批复|纪要)的?(?=\\1$)|(?:通报|报告|通知|函)的(?:通报|报告|通知|函)$|关于关于|对于关于"
)


def check(draft: Draft) -> Iterator[Finding]:
    for found in KIND_TWICE.finditer(draft.title.replace("\n", "")):
        yield Finding(0, found[0], "标题里的文种或“关于”重复。", MUST)
    for number, line in draft.own_lines():
        for rule, right, sentence in RULES:
            for found in rule.finditer(line):
                after = line[found.end() : found.end() + 2]
                quote = found[0] + after
                yield Finding(number, quote, sentence, instead=f"{found[0][:-1]}{right}{after}")
        if (
            len(line) >= LONG
            and level_of(line) is None
            and not ENDED.search(line)
            and not MARK.fullmatch(line)
        ):
            yield Finding(number, line[-8:], "一段的末尾没有标点。", MUST)
