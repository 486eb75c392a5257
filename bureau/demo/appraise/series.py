"""The series of the demo county and what they are appraised by (facts §5.3: 30 in common, 50 their own, 20 by evaluation)."""

from dataclasses import dataclass

RATIO = {"kind": "ratio"}
DEDUCT = {
    "kind": "deduct",
    "events": [
        {"key": "petition", "name": "越级上访", "points": "1"},
        {"key": "accident", "name": "安全生产事故", "points": "2"},
    ],
}
REACH = {
    "kind": "reach",
    "target": "95",
    "per": "1",
    "unit": "个百分点",
    "points": "0.5",
    "step": "proportional",
    "floor": "7.5",
}
TIERS = {
    "kind": "tiers",
    "bands": [{"bound": "95", "points": "8"}, {"bound": "85", "points": "7"}, {"bound": "75", "points": "6"}],
    "otherwise": "4",
}


@dataclass(frozen=True)
class Series:
    name: str
    units: str
    apart: str = ""
    closed: bool = False  # whether it took part in the half-year

    @property
    def members(self) -> list[str]:
        return self.units.split()


SERIES = (
    Series("乡镇一类", "城关镇 马石镇 竹山镇 云台镇 清江铺镇 白鹭洲镇 双枫镇 青石桥镇", closed=True),
    Series("乡镇二类", "茶亭镇 柳湾镇 枫林镇 石板滩镇 花桥坪镇 莲塘乡 岩溪乡", closed=True),
    Series(
        "党群综合类",
        "县委办 县委组织部 县委宣传部 县委统战部 县委政法委 县委社会工作部 县委编办 县总工会 团县委 县妇联",
    ),
    Series(
        "政府综合与经济服务类",
        "县政府办 县发改局 县科工局 县财政局 县自然资源局 县农业农村局 县林业局 县水利局 县交通运输局 县住建局 县商务局 县数据局",
        apart="县数据局：机构改革新设，单列",
        closed=True,
    ),
    Series(
        "社会民生类",
        "县教育局 县民政局 县人社局 县卫健局 县医保局 县文旅广体局 县退役军人事务局 县残联 县融媒体中心",
    ),
    Series("执法监督类", "县公安局 县司法局 县应急管理局 县市监局 县城管执法局 县生态环境分局 县信访局"),
    Series("垂直管理类", "县税务局 县气象局 县消防救援大队 县烟草专卖局 县供电公司"),
    Series("园区和国企类", "经开区管委会 县城投公司 县旅发公司 县自来水公司"),
)
# code, name, full, rule, who supplies, the department, target, measure
COMMON, OWN, EVALUATION = "common", "own", "evaluation"
TREE = (
    ("1", "共性指标", "30", None, COMMON, "", "", ""),
    ("1.1", "党的建设和党风廉政", "10", RATIO, COMMON, "县委组织部", "100", "分"),
    ("1.2", "依法行政和政务公开", "5", RATIO, COMMON, "县司法局", "100", "分"),
    ("1.3", "安全信访稳定", "5", DEDUCT, COMMON, "县信访局", "", ""),
    ("1.4", "优化营商环境", "5", RATIO, COMMON, "县优化营商环境协调事务中心", "100", "分"),
    ("1.5", "督查事项按期办结", "5", RATIO, COMMON, "ledger", "", ""),
    ("2", "重点工作", "50", None, COMMON, "", "", ""),
    ("2.1", "年度重点任务完成率", "20", RATIO, COMMON, "self", "100", "%"),
    ("2.2", "固定资产投资完成额", "15", RATIO, COMMON, "县统计局", "100", "%"),
    ("2.3", "群众满意率", "15", REACH, COMMON, "县统计局", "95", "%"),
    ("3", "评价", "20", None, EVALUATION, "", "", ""),
    ("3.1", "县级领导评价", "8", TIERS, EVALUATION, "desk", "", "分"),
    ("3.2", "服务对象评价", "7", {"kind": "converted", "base": "100"}, EVALUATION, "desk", "", "分"),
    ("3.3", "单位互评", "5", {"kind": "converted", "base": "100"}, EVALUATION, "desk", "", "分"),
)
