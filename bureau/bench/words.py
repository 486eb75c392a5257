"""What decisions are about: invented, but as frequent and as long as in a county's ledgers."""

from random import Random

DOINGS = [
    "完成",
    "推进",
    "加快",
    "组织开展",
    "抓好",
    "落实",
    "启动",
    "全面排查",
    "督促整改",
    "建立健全",
    "规范",
    "研究提出",
    "协调解决",
    "按期建成",
    "深化",
    "巩固提升",
]
PLACES = [
    "全县",
    "城区",
    "桃源镇",
    "马石镇",
    "各乡镇",
    "经开区",
    "桃溪河沿线",
    "老城片区",
    "高速出口",
    "城东新区",
    "重点企业",
    "农村地区",
    "中心城区",
    "库区移民村",
]
THINGS = [
    "小型水库除险加固",
    "农村公路安全隐患整治",
    "老旧小区改造",
    "中小学食堂食品安全检查",
    "高标准农田建设",
    "欠薪问题化解",
    "政务服务事项一网通办",
    "招商引资签约项目落地",
    "防汛物资储备",
    "垃圾分类设施建设",
    "养老服务中心建设",
    "医保基金监管",
    "扬尘污染治理",
    "河道采砂专项整治",
    "安全生产大检查",
    "历史遗留不动产登记",
    "信访积案化解",
    "粮食收购资金兑付",
    "污水管网雨污分流",
    "电动自行车充电设施安装",
    "中央环保督察反馈问题整改",
    "公共停车场建设",
    "供水管网改造",
    "林长制巡护",
]
ENDS = [
    "建立问题清单和责任清单，逐项销号",
    "每月报送进展，年底前全面完成",
    "明确责任人和完成时限，确保取得实效",
    "形成专题报告报县政府",
    "资金拨付到位，工程质量达到规范要求",
    "做到底数清、责任明、措施实",
    "会同有关单位制定实施方案并抓好落实",
]
RARE = "古廊桥"  # in one decision of 5,000
EVERY = 5_000


def decision(chance: Random, place: int) -> str:
    """A decision's text, 30 to 60 characters."""
    where, what = chance.choice(PLACES), chance.choice(THINGS)
    rare = f"（含{RARE}周边）" if place % EVERY == 0 else ""
    amount = f"{chance.randint(2, 180)}处"
    return f"{chance.choice(DOINGS)}{where}{what}{amount}{rare}，{chance.choice(ENDS)}。"


def answer(chance: Random) -> str:
    """What a unit replies, about 80 characters."""
    done = chance.randint(5, 100)
    return (
        f"我单位召开专题会议研究部署，成立工作专班，现已完成{done}%，排查问题{chance.randint(3, 90)}个，"
        f"整改{chance.randint(1, 60)}个；存在问题是资金尚有缺口，下一步将倒排工期，{chance.choice(ENDS)}。"
    )
