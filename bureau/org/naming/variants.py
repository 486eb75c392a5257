"""The other names a unit goes by: its stem without the county, old names, contractions, township governments."""

import re
from functools import cache

from .folding import fold

SAME = (
    ("发展和改革局", "发展改革局", "发改局", "发展和改革委员会", "发改委", "发展改革委", "发展和改革委"),
    (
        "科技和工业信息化局",
        "科工局",
        "工业和信息化局",
        "工信局",
        "科技局",
        "科学技术局",
        "经信局",
        "工信和科技局",
    ),
    ("教育局", "教体局", "教育体育局", "教育和体育局", "教科局"),
    ("人力资源和社会保障局", "人力资源社会保障局", "人社局"),
    ("自然资源局", "自然资源和规划局", "国土资源局", "国土局", "自规局"),
    ("住房和城乡建设局", "住房城乡建设局", "住建局", "住房和城乡建设委员会", "建设局"),
    ("交通运输局", "交通局", "交运局"),
    ("农业农村局", "农业局", "农业委员会", "农委", "农业农村委"),
    ("水利局", "水务局"),
    ("商务局", "商务和粮食局"),
    ("文化旅游广电体育局", "文旅广体局", "文化和旅游局", "文化旅游局", "文旅局", "文体旅游局", "文旅体局"),
    ("卫生健康局", "卫健局", "卫生健康委员会", "卫健委", "卫生和计划生育局", "卫计局", "卫生局"),
    ("退役军人事务局", "退役军人局"),
    ("应急管理局", "应急局", "安监局", "安全生产监督管理局"),
    ("市场监督管理局", "市场监管局", "市监局", "市场监督局"),
    ("城市管理和综合执法局", "城管执法局", "城管局", "城市管理局", "综合执法局", "城市管理执法局"),
    ("生态环境分局", "生态环境局", "环保局", "环境保护局"),
    ("医疗保障局", "医保局"),
    ("行政审批服务局", "行政审批局", "审批局", "审批服务局", "政务服务中心"),
    ("国有资产事务中心", "国资中心", "国资局"),
    ("优化营商环境协调事务中心", "营商环境中心", "优化办", "营商办", "营商中心"),
    ("政府办公室", "政府办", "人民政府办公室", "府办"),
    ("委办公室", "委办"),
    ("机构编制委员会办公室", "编办", "委编办"),
    ("纪委监委", "纪委", "监委", "纪检监察机关"),
    ("直机关工委", "直工委", "直属机关工委"),
    ("消防救援大队", "消防大队"),
    ("烟草专卖局", "烟草局"),
    ("残疾人联合会", "残联"),
    ("科学技术协会", "科协"),
    ("妇女联合会", "妇联"),
    ("工商业联合会", "工商联"),
    ("供销合作联合社", "供销社", "供销联社"),
    ("机关事务服务中心", "机关事务中心", "机关事务管理局"),
    ("公路建设养护中心", "公路中心", "公路局"),
    ("经济开发区管委会", "经济开发区管理委员会", "经济开发区", "经开区管委会", "经开区"),
    ("城市建设投资公司", "城投公司", "城投"),
    ("旅游发展公司", "旅发公司"),
)
"""Stems that mean one body at different times and in different mouths (facts §9.2 and earlier reforms)."""

LEVELS = "县市区旗"
"""What a place of this level may be called; its first sign opens the short names of its units."""
PARTY = re.compile(r"^委(?=..部|政法委|社会|巡察|党校|编办|组织|宣传)")
TAILS = re.compile(r"(?:党委政府|党委|人民政府|政府|党政办)$")
TOWN = re.compile(r"[\u4e00-\u9fff]{2,}(?:镇|乡|街道)$")
SHORT_ENDS = {"管理委员会": "管委会", "委员会": "委", "办公室": "办", "分公司": "公司", "联合会": "联"}
TOO_BROAD = {"办公室", "政府", "公司", "中心", "委员会", "事务", "服务", "管理", "分局", "综合", "城市"}


@cache
def _place(level: str) -> re.Pattern:
    """「桃溪县」 or 「县」 in front of a name, with its government; 「开发区」 and 「园区」 are no such place."""
    zone = "(?<!开发区)(?<!园区)(?<!新区)(?<!景区)(?<!矿区)" if level == "区" else ""
    return re.compile(
        rf"^(?:中共)?(?:[\u4e00-\u9fff]{{2,3}}?{level}{zone}|{level})?(?:人民政府(?!办)|政府(?!办))?(?=..)"
    )


def stem(name: str, level: str = "县") -> str:
    """A name without its county, party or government: 「桃溪县人民政府财政局」 → 「财政局」."""
    core = PARTY.sub("", _place(level).sub("", fold(name), count=1))
    town = TAILS.sub("", core)
    return town if TOWN.search(town) else core


def is_contraction(words: str, name: str) -> bool:
    """Whether the words are signs of the name in their order and end as it does: 「卫健委」 of 卫生健康委员会."""
    end = next(
        (long for long, short in SHORT_ENDS.items() if name.endswith(long) and words.endswith(short)), ""
    )
    name = name.removesuffix(end) + SHORT_ENDS.get(end, "")
    signs = iter(name)
    return words[-1] == name[-1] and len(words) < len(name) and all(sign in signs for sign in words)


def variants(name: str, level: str = "县") -> set[str]:
    """Every other folded way to write one name; a way that fits two units is dropped by the directory."""
    core = stem(name, level)
    cores = {core}.union(*(group for group in SAME if core in group))
    cores |= {word.replace("管理委员会", "管委会") for word in cores}
    cores |= {word[:-1] for word in cores if len(word) > 2 and word[-1] in "局部"}
    if core.endswith("管委会"):
        cores.add(core.removesuffix("管委会"))
    return {form for word in cores - TOO_BROAD for form in (word, f"{level}{word}")}
