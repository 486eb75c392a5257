"""Drafts as a bureau writes them, for printing in tests."""

from datetime import date

from bureau.press.typeset.sheets import Annex, Bulletin, Column, Ledger, Notice, Table

OPENING = (
    "为推动县政府第5次常务会议议定事项落地见效，县委县政府督查局于2026年3月1日至15日对22件议定事项开展了专项督查，"
    "共抽查县直单位18个、乡镇15个，发现问题31个。按照“谁主管、谁负责”的原则，依据《政府督查工作条例》（国务院令第733号）"
    "有关规定，现将有关情况通报如下。"
)
BODY = f"""{OPENING}
一、总体情况
截至2026年3月15日，22件议定事项中，办结6件，占27%；在办12件，占55%；逾期4件，占18%。按期办结率为60%（6/10）。其中，县发改局、县财政局、县住建局等单位行动迅速、措施有力，所承担的事项均按时间节点推进。
二、主要做法
（一）压实责任，清单推进。县发改局建立“一项一策、一周一调度”机制，对2026年县级重点项目“五个一”责任分工逐项细化，储备项目达到63个，超出目标任务3个——这是近三年来最好的一次。
（二）部门联动，合力攻坚。县科工局牵头，会同县财政局、县住建局建立拖欠中小企业账款台账，逐户销号，清偿率达到82.6%……相关做法在全市作了交流发言。
1.县城管执法局拆除违章雨棚212处，占道经营现象明显减少，群众满意度比上年同期提高了11.5个百分点。
（1）城区主干道已全部整治到位；
三、存在问题
（一）部分事项进展缓慢。县交通运输局承办的××桥危桥改造项目，原定3月10日前开工，目前仍未取得施工许可（桃督〔2026〕12号已予催办），比序时进度落后25天。
四、下一步要求
各责任单位要提高政治站位，对照附件逐项认领、限期整改，于2026年4月10日前将整改情况书面报县委县政府督查局。对整改不力、敷衍塞责的，将按照有关规定启动问责程序。"""
COLUMNS = (
    Column("序号", "center"),
    Column("议定事项"),
    Column("牵头单位", "center"),
    Column("办理时限"),
    Column("进展情况"),
)


def table(length: int) -> Table:
    row = ("兑付2025年度涉企奖补资金，兑付率100%", "县财政局、县科工局", "2026年4月20日", "正在按月调度。")
    return Table(COLUMNS, tuple((str(number), *row) for number in range(1, length + 1)))


def bulletin(**changes) -> Bulletin:
    draft = {
        "masthead": "督查通报",
        "issue": "第12期",
        "total": "（总第208期）",
        "issuer": "桃溪县委桃溪县人民政府督查局",
        "date": date(2026, 3, 18),
        "title": "关于县政府第5次常务会议议定事项落实情况的通报",
        "body": BODY,
        "main_to": "各乡镇，县直及省市驻县各单位：",
        "report_to": "县委书记、副书记、常委，县人大主任，县长、副县长，县政协主席。",
        "send_to": "县委办、县人大办、县政府办、县政协办，县纪委监委、县委组织部。",
        "issue_to": "各乡镇，县直及省市驻县各单位。",
        "checker": "督查室主任",
        "signer": "督查局局长",
        "copies": 120,
        "marking": "内部资料 注意保存",
    }
    return Bulletin(**(draft | changes))


def special(**changes) -> Bulletin:
    """督查专报: to a leader alone, with a frame for the leader's words."""
    up = {
        "masthead": "督查专报",
        "main_to": "",
        "send_to": "",
        "issue_to": "",
        "report_to": "县长。",
        "copies": 5,
    }
    return bulletin(**(up | {"copy_number": "编号：＿＿＿＿", "box": "领导批示"} | changes))


def annexed(length: int, **changes) -> Bulletin:
    return bulletin(annexes=(Annex("县政府第5次常务会议议定事项落实情况表", table(length)),), **changes)


def notice(**changes) -> Notice:
    draft = {
        "organ": "桃溪县委桃溪县人民政府督查局",
        "number": "桃督通〔2026〕12号",
        "title": "督查通知单",
        "main_to": "县交通运输局：",
        "body": "县政府第5次常务会议议定的“××桥危桥改造开工”事项，由你单位牵头办理，请抓紧办理并按时反馈。",
        "date": date(2026, 3, 5),
        "fields": (("事项来源", "县人民政府常务会议纪要〔2026〕5号"), ("办理时限", "2026年4月20日")),
        "note": "联系人：督查室值班室",
    }
    return Notice(**(draft | changes))


def ledger(length: int) -> Ledger:
    return Ledger("决策督查事项台账", table(length), date(2026, 3, 5), "编制单位：督查局", f"共{length}件")
