"""Names that look like those of units, and are in no directory."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from .finding import Draft, Finding

LIKE_A_UNIT = re.compile(
    "(?:县|乡|镇)[\u4e00-\u9fff]{2,14}?(?:局|委员会|管委会|办公室|中心|公司|大队|支行|总社)(?![\u4e00-\u9fff]{0,3}长)"
)
NO_UNIT = re.compile("各|相关|有关|等|本|该|你|我|督查局")
LIKENESS = 0.75


def check(draft: Draft) -> Iterator[Finding]:
    if not draft.units:
        return
    for number, line in draft.lines():
        for found in LIKE_A_UNIT.finditer(line):
            name = found[0]
            if (
                name in draft.units
                or NO_UNIT.search(name)
                or any(name.endswith(unit) for unit in draft.units)
            ):
                continue
            near = get_close_matches(name, draft.units, n=1, cutoff=LIKENESS)
            hint = f"是否指“{near[0]}”？" if near else "请核对单位名称。"
            yield Finding(number, name, f"单位名录里没有这个名称，{hint}")
