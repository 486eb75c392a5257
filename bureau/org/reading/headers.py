"""What a column name or a label before a colon asks for. The first line of the table that fits decides."""

import re
from enum import StrEnum
from functools import lru_cache

from bureau.org.naming import fold


class Role(StrEnum):
    """What stands under a header or behind a label."""

    ORDINAL = "ordinal"
    CATEGORY = "category"
    TEXT = "text"
    PROJECT = "project"
    DETAIL = "detail"
    LEAD = "lead"
    CO = "co"
    UNIT = "unit"
    DUE = "due"
    STAGE = "stage"
    FIRST = "first"
    CADENCE = "cadence"
    LEADER = "leader"
    REMARK = "remark"
    OTHER = "other"


BODY = r"(?:单位|部门|科室|机构|主体|局办|乡镇|单位部门)"
SYNONYMS = (
    (Role.ORDINAL, r"(?:项目|任务|事项|提案|建议|议案|案件)?(?:序号?|编号|案号)|序|号|项次|no\.?"),
    (
        Role.LEADER,
        r"(?!.*(?:党的|加强|组织)领导).*领导(?:人|同志|干部)?(?:姓名|及?职务|分工|签批|批示)?|(?:第一|主要|直接|具体|总)?责任人(?:员)?(?:及.*)?|(?:项目|工程)?(?:牵头|负责|分管|包保|包抓|主管)(?:人|县级|同志).*|联系(?:县级|同志).*",
    ),
    (
        Role.OTHER,
        r".*(?:电话|联系人|联络员|提案人|领衔代表|提出人|填报人|经办人|金额|总投资|资金来源|计划投资|已完成投资|联系方式|来源|依据|签字|签名|盖章|进展|进度情况|完成情况|落实情况|办理情况|办理结果|状态).*",
    ),
    (
        Role.OTHER,
        r".*(?:开始|起始|启动|开工|交办|下达|会议|实际|立项|收文|发文|填报|起止?)(?:时间|日期|时点).*|(?:资金|投资|金额|分值|权重|得分).*",
    ),
    (
        Role.OTHER,
        rf"(?:交办|督办|督导|督查|验收|销号|监督|申报|报送|填报|汇报|提请|提交|来文|来函|发文|反映|信访)(?:责任)?{BODY}.*",
    ),
    (Role.FIRST, r"(?:首次|第一次|首报).*(?:时间|时限|日期|报告|反馈)?"),
    (Role.CADENCE, r".*(?:频次|频率|周期|报送方式)"),
    (
        Role.UNIT,
        rf".*(?:牵头|主办|主责).*(?:配合|协办|参与|责任).*{BODY}.*|(?:牵头|主办)(?:及|和|与|、|/)(?:配合|协办|责任).*",
    ),
    (
        Role.CO,
        r"(?:配合|协办|协助|参与|参加|协同|协作|协调|会办|从办|成员|支持|其他责任|其它责任|次要责任|共同责任).*",
    ),
    (
        Role.LEAD,
        r"(?:县级|县直|市级|本级|总|行业|工作)?(?:牵头|主办|主责|主抓|主管|第一责任|主要责任|首要责任|主要承办|主体责任|抓总)(?!人).*",
    ),
    (
        Role.UNIT,
        rf"(?:(?!其[他它])[\u4e00-\u9fff]{{0,4}}?(?:责任|承办|落实|实施|办理|整改|执行|承担|负责|经办|主体|具体|建设|化解|包案|处置|管护|运营))?(?:责任|落实|承办)?{BODY}(?:名称)?(?:及.*)?|责任分工|分工|责任",
    ),
    (
        Role.STAGE,
        r"(?:第?[一二三四1-4]季度?|[上下]半年|前三季度|(?:\d{1,2}月?[-—~～至到])?\d{1,2}月|十?[一二三四五六七八九十]月)(?:[底末份])?(?:前|的)?"
        r"(?:工作|阶段|序时)?(?:目标|任务|节点|进度|安排|计划|要求)*",
    ),
    (
        Role.DUE,
        r".*(?:时限|期限|截止|截至|节点).*|.*(?:完成|办结|办理|整改|销号|落实|要求|计划|目标|报送|办复|反馈|回复|交账)(?:的)?(?:时间|日期)(?:要求)?|时间(?:要求|安排|进度)?|日期|进度(?:安排|要求|计划)|完成时点|何时(?:完成|办结)|时序进度|(?:拟|预计|计划)?(?:竣工|建成|完工|投产|投用|交付|上报|报送|办复|答复|完结)(?:时间|日期|时限)?",
    ),
    (Role.REMARK, r"备注.*|说明|注"),
    (
        Role.CATEGORY,
        r".*(?:类别|分类|类型|种类|领域|板块|方面|大类|门类|归类)|专题|议题|会议议题|议题名称|议题内容|一级(?:指标|任务)|类",
    ),
    (Role.PROJECT, r".*(?:项目|工程)(?:名称)?"),
    (
        Role.DETAIL,
        r"(?:整改|治理|预期|总体|攻坚)?目标|.*(?:措施|举措|标准|目标值|量化|成果|形式|考核|完成标志|办法|路径|建设内容|年度目标|工作目标|目标要求|具体要求|工作要求|指标.*)",
    ),
    (
        Role.TEXT,
        r".*(?:任务|事项|内容|工作|目标|要求|意见|决定|议定|决议|举措|承诺|安排|实事|要点|诉求|事由|案由|督办件|督查点|线索|怎么办|做什么|干什么).*|.*(?:建议|提案|议案)",
    ),
    (Role.PROJECT, r".*(?:项目|工程|问题|名称|建设规模|规模).*"),
)
"""Patterns over folded words, after brackets are dropped. Sources: facts §2.1, §11.2 and county task tables."""

PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in SYNONYMS)
LONGEST = 16
"""A header has no more characters than this; longer cells are body text."""
WORKED = {Role.TEXT, Role.PROJECT, Role.DETAIL}
DUTY_ROLES = {Role.LEAD, Role.CO, Role.UNIT, Role.DUE, Role.FIRST, Role.CADENCE, Role.LEADER}
BRACKETED = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?|《[^》]*》")


@lru_cache(maxsize=4096)
def role(words: str) -> Role | None:
    """The role a short label names, or None."""
    folded = fold(words)
    label = (BRACKETED.sub("", folded) or folded.strip("()[]")).strip(":*★")
    if not label or len(label) > LONGEST or re.search(r"[。;,]|\d{3}", label):
        return None
    return next((name for name, pattern in PATTERNS if pattern.fullmatch(label)), None)
