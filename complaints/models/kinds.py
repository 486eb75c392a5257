"""What is chosen from: channels, ways of handling, grounds of refusal, findings (facts §3, rooms §14)."""

from django.db.models import TextChoices


class Channel(TextChoices):
    CALL = "call", "来电"
    LETTER = "letter", "来信"
    VISIT = "visit", "来访"
    WEB = "web", "网络"
    HOTLINE = "hotline", "12345转来"
    SUPERIOR = "superior", "上级转办"
    MEETING = "meeting", "走访座谈收集"


class IdentityMode(TextChoices):
    NAMED = "named", "实名"
    CONFIDENTIAL = "confidential", "实名但要求保密"
    ANONYMOUS = "anonymous", "匿名"


class Complainant(TextChoices):
    """What kind of market entity complains; it says nothing of who it is."""

    ENTERPRISE = "enterprise", "企业"
    TRADER = "trader", "个体工商户"
    OWNER = "owner", "项目业主"
    CHAMBER = "chamber", "商协会"
    PERSON = "person", "个人"


class Mode(TextChoices):
    """How an accepted complaint is handled (湖南省行政效能投诉处理办法)."""

    TRANSFER = "transfer", "转办"
    ASSIGN = "assign", "交办"
    OWN = "own", "自办"


class Ground(TextChoices):
    """Why a complaint is not accepted (rooms §14.1); each needs its right way."""

    CIVIL = "R1", "市场主体之间的民事纠纷"
    OTHER_PROCEDURE = "R2", "已进入或者应当进入诉讼、仲裁、行政复议、信访、纪检监察程序"
    ELSEWHERE = "R3", "其他单位已受理正在办理，或者已作出处理决定"
    SETTLED = "R4", "同一事项已办结，没有新证据、新理由"
    NOT_OURS = "R5", "不属于营商环境监督职责"
    VAGUE = "R6", "没有明确的对象、事实或者请求，补正后仍不明确"
    CLASSIFIED = "R7", "涉及国家秘密，须按保密规定另行办理"
    FORCE_MAJEURE = "R8", "因不可抗力造成"
    NO_CLUE = "R9", "匿名且没有可以核查的具体线索"
    INFORMATION = "R10", "属于政府信息公开申请"
    TOO_LATE = "R11", "超过本县规定的反映期限"


ROUTED = (Ground.CIVIL, Ground.OTHER_PROCEDURE, Ground.ELSEWHERE, Ground.NOT_OURS)
WAYS = {
    Ground.CIVIL: "向人民法院提起诉讼，或者向人民调解组织申请调解",
    Ground.OTHER_PROCEDURE: "向受理该程序的机关提出",
    Ground.ELSEWHERE: "向已经受理的单位了解办理情况；对处理决定不服的，依法申请行政复议或者提起行政诉讼",
    Ground.SETTLED: "有新的证据、新的理由的，请一并提交后重新反映",
    Ground.NOT_OURS: "拨打12345政务服务便民热线，或者向有权处理的机关提出",
    Ground.VAGUE: "补充明确的对象、事实和请求后重新反映",
    Ground.CLASSIFIED: "按保密规定向有关机关书面反映，不得通过电话、网络提出",
    Ground.FORCE_MAJEURE: "向所在乡镇人民政府或者应急管理部门申请救助",
    Ground.NO_CLUE: "补充可以核查的具体线索后重新反映",
    Ground.INFORMATION: "向掌握该信息的行政机关提交政府信息公开申请",
    Ground.TOO_LATE: "依法向有关机关申诉，或者提起诉讼",
}


class AnswerWay(TextChoices):
    """How the complainant was told."""

    CALL = "call", "电话告知"
    IN_PERSON = "person", "当面送达"
    POST = "post", "邮寄送达"
    CODE = "code", "查询码自行查看"


class Finding(TextChoices):
    TRUE = "true", "属实"
    PARTLY = "partly", "部分属实"
    UNTRUE = "untrue", "不属实"
    UNPROVEN = "unproven", "无法查实"


SUBSTANTIATED = (Finding.TRUE, Finding.PARTLY)


class Satisfaction(TextChoices):
    SATISFIED = "satisfied", "满意"
    FAIRLY = "fairly", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"
    NONE = "none", "未评价"
