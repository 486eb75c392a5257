"""Two hundred titles as counties write them: at least 99 of 100 are divided between words, into a trapezoid or a diamond.

`titles.txt`: a title a line, with a blank wherever a line of it may end."""

from itertools import accumulate, pairwise
from pathlib import Path

import pytest

from bureau.press.typeset.titles import LONGEST, MOST_LINES, title_lines

TITLES = [line.split() for line in Path(__file__).with_name("titles.txt").read_text().splitlines()]
NEW = [
    "关于 全县 集体 林权 制度 改革 推进 情况 的 督查 通报",
    "关于 农村 留守儿童 关爱 服务 体系 建设 情况 的 调研 报告",
    "关于 县属 融资 平台 公司 转型 化债 工作 情况 的 督查 专报",
    "关于 城市 生活垃圾 分类 和 再生 资源 回收 体系 建设 情况 的 通报",
    "关于 城镇 燃气 管道 老化 更新 改造 工程 进度 的 督查 通报",
    "关于 重点 流域 断面 水质 达标 攻坚 情况 的 督查 通报",
    "关于 桃溪大道 北延线 工程 征收 拆迁 受阻 问题 的 督查 专报",
    "关于 早稻 集中 育秧 和 油菜 扩种 任务 落实 情况 的 督查 通报",
    "关于 矿山 生态 修复 历史 遗留 问题 整改 进展 情况 的 通报",
]  # for which no word was entered


def wrong(words: list[str], names: tuple[str, ...] = ()) -> str:
    """What is wrong with its lines; empty where nothing is."""
    lines = title_lines("".join(words), names)
    lengths = [len(line) for line in lines]
    if len(lines) > MOST_LINES or max(lengths) > LONGEST:
        return "too long"
    if not set(accumulate(lengths)) <= set(accumulate(map(len, words))):
        return f"a word is split: {lines}"
    steps = [after - before for before, after in pairwise(lengths)]
    alike = [step > 0 for step in steps]
    if 0 in steps or alike == [False, True]:
        return f"no trapezoid: {lines}"
    return ""


def test_of_two_hundred_titles_at_most_two_are_divided_badly():
    assert len(TITLES) == 200
    assert len([found for words in TITLES if (found := wrong(words))]) <= 2


@pytest.mark.parametrize("title", NEW)
def test_a_title_of_words_that_nobody_entered_is_divided_as_well(title):
    assert wrong(title.split()) == ""


def test_a_name_that_only_the_county_knows_is_kept_whole():
    words = ["关于", "县大石江饮水站筹建处", "和", "有关", "乡镇", "履行", "职责", "情况", "的", "通报"]
    assert wrong(words, names=("县大石江饮水站筹建处",)) == ""
    assert "饮水站筹建处" in "".join(title_lines("".join(words), ("县大石江饮水站筹建处",))[:1])
