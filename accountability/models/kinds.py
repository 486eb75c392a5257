"""The lists of this room (facts §4, rooms §15)."""

from django.db import models


class Source(models.TextChoices):
    """线索来源."""

    DIRECTIVES = "directives", "督查事项"
    INSPECTIONS = "inspections", "督查活动"
    URGING = "urging", "催办督办"
    INSTRUCTIONS = "instructions", "领导批示"
    COMPLAINTS = "complaints", "营商环境投诉"
    BULLETIN = "bulletin", "督查通报"
    APPRAISAL = "appraisal", "绩效考核"
    LETTER = "letter", "来信来访"
    SUPERIOR = "superior", "上级交办"
    TRANSFER = "transfer", "其他机关移送"
    AUDIT = "audit", "审计移送"


class Fault(models.TextChoices):
    """有错、无为: what kind of fault it is."""

    WRONG = "wrong", "有错"
    INACTION = "inaction", "不作为"
    SLOW = "slow", "慢作为"
    DISORDERLY = "disorderly", "乱作为"


class Opinion(models.TextChoices):
    """初核处理建议."""

    CLEAR = "clear", "不予问责"
    TRANSFER = "transfer", "转办"
    REFER = "refer", "移送有权机关"
    FILE = "file", "立案调查"


class Way(models.TextChoices):
    """How somebody is asked to explain (谈话函询)."""

    TALK = "talk", "谈话"
    LETTER = "letter", "函询"


class Responsibility(models.TextChoices):
    """责任划分 (中国共产党问责条例, 湖南省处理办法)."""

    DIRECT = "direct", "直接责任"
    MAIN = "main", "主要领导责任"
    IMPORTANT = "important", "重要领导责任"


class Organ(models.TextChoices):
    """By whom a measure is decided: by cadre-management authority, as the county chose (`Measure.organ`)."""

    BUREAU = "bureau", "督查局"
    COMMITTEE = "committee", "县委"
    DISCIPLINE = "discipline", "县纪委监委"
    ORGANISATION = "organisation", "县委组织部"


class Carrying(models.TextChoices):
    """How a measure is carried out."""

    CHECK = "check", "书面检查"
    TALK = "talk", "谈话"
    CIRCULAR = "circular", "通报"
    APOLOGY = "apology", "公开道歉"
    RECTIFY = "rectify", "整改"
    ORGAN = "organ", "由有权机关办理"


class Ground(models.TextChoices):
    """回避事由 (政务处分法 第47条)."""

    KIN = "kin", "近亲属"
    WITNESS = "witness", "担任过证人"
    INTEREST = "interest", "本人或者近亲属有利害关系"
    HANDLED = "handled", "经办过引起本案的事项"
    OTHER = "other", "可能影响公正的其他情形"


# 容错: all of them must hold (四川自贸 2024; 优化营商环境条例 第7条).
CONDITIONS = {
    "lawful": "遵纪守法：没有违反法律法规和党纪的禁止性规定",
    "reform": "改革创新：出于推动改革发展，符合改革方向",
    "diligent": "勤勉尽责：按规定的职责和程序尽到责任",
    "unselfish": "出于公心：没有为个人、他人或者单位谋取不正当利益",
    "procedure": "程序正当：决策、办理程序合法，需要报告的已经报告",
    "corrected": "知错就改：发现问题后及时整改，避免或者减少了损失",
}
