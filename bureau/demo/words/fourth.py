"""Leaders' words of this month: what waits for a leader, what runs and in which light, what has only just come in."""

from bureau.demo.acts import finished, replied, reported
from bureau.demo.handling import handled, proposed, verified
from bureau.demo.leaders import again, noted
from bureau.demo.papers.campaign import RETURNED_TWICE
from bureau.demo.papers.committee3 import BAMBOO_PARK
from bureau.demo.papers.executive5_people import SEWAGE
from bureau.demo.specials import answered
from bureau.demo.tale import Written
from bureau.demo.urgings import letter, paper_answered, slip
from bureau.matters.deadlines import dues
from bureau.org.models import Urgency

FLATS = {"title": "关于县城保障性住房空置情况的信息专报", "number": "桃信专报〔{year}〕57期"}

FOURTH = (
    Written(
        "magistrate",
        -19,
        "全县集中育秧进度简报",
        "双枫、莲塘进度偏慢。请县农业农村局派人蹲点，不误农时，两周内报我。",
        number="桃农简报〔{year}〕8期",
        acts=(
            handled(
                -19,
                "县农业农村局",
                ("双枫镇", "莲塘乡"),
                due=-7,
                told="派人到双枫镇、莲塘乡蹲点，加快集中育秧，两周内报结果。",
            ),
            replied(
                -15, 55, "派出2个技术组蹲点，两乡镇集中育秧面积由任务的41%提高到63%，缺口主要是种盘和基质。"
            ),
            finished(-12, "双枫镇", "新增育秧点5处，调配种盘4.2万张，完成集中育秧面积1860亩。"),
            finished(-11, "莲塘乡", "与3家合作社签订代育协议，完成集中育秧面积1140亩，超任务2%。"),
            reported(
                -8,
                "双枫镇、莲塘乡集中育秧面积3000亩全部完成，秧苗长势整齐；全县完成率101.3%，蹲点组留守到插秧结束。",
                files=("集中育秧进度表.xlsx",),
            ),
            answered(-6, "面积经遥感核对。", presented_on=-2),
        ),
    ),
    Written(
        "magistrate",
        -17,
        "群众来电摘报：县中心医院门诊排长队",
        "请县卫健局拿出办法，让群众少排队，一周内报我。",
        number="桃信摘〔{year}〕63期",
        urgency=Urgency.URGENT,
        officer="officer3",
        acts=(
            handled(-17, "县卫健局", due=-12, told="采取措施减少县中心医院门诊排队，一周内报结果。"),
            replied(-15, 45, "高峰时段人工窗口由4个增至7个，自助机故障3台修复，采血处提前半小时开放。"),
            reported(
                -13, "推行分时段预约和诊间结算，门诊缴费平均排队由26分钟降至9分钟，自助机使用率由34%升至61%。"
            ),
            answered(-12),
            noted(-10, "阅。"),
            again(
                -4,
                "昨天到医院看了，检查检验排队仍然长，预约时段也没有人引导。请县卫健局再拿办法，两周内报我。",
            ),
            handled(
                -3,
                "县卫健局",
                ("县医保局", "县融媒体中心"),
                due=7,
                told="针对检查检验排队长、预约时段无人引导问题再拿办法，两周内报结果。",
                opinion="办结后县长现场察看又作批示，拟按第二轮办理，增列县融媒体中心做好预约引导宣传。",
            ),
            replied(
                -1, 30, "检验科增设采血岗3个，安排导诊志愿者12名，彩超检查开放中午时段，正改造预约叫号系统。"
            ),
        ),
    ),
    Written(
        "secretary",
        -16,
        words="请县商务局逐个项目对表，讲清楚卡在哪里，谁来解决，什么时候落地。",
        on=BAMBOO_PARK,
        pen="special",
        acts=(
            handled(
                -16,
                "县商务局",
                ("经开区管委会", "县自然资源局"),
                due=-4,
                original=True,
            ),
            replied(
                -12,
                45,
                "在谈在建竹产业项目14个，卡在用地的5个、环评的2个、资金的1个，逐个明确责任单位和解决日期。",
            ),
            replied(-7, 75, "5个用地卡点解决4个，供地136亩；环评2个均已受理，预计月内批复。"),
            finished(
                -5,
                "县自然资源局",
                "落实竹产业项目用地指标136亩，4宗完成挂牌，余1宗完成征地公告，下月初挂牌。",
            ),
            finished(
                -5, "经开区管委会", "预排二期厂房入驻企业9家，代办环评、能评手续11件，明确项目专员7名。"
            ),
            reported(
                -4,
                "14个项目中开工9个、签约待供地3个、放弃2个；8个卡点解决7个，余1个资金问题由县城投公司参股，已过会。",
                files=("竹产业项目对表清单.xlsx",),
            ),
            answered(-2, "逐个项目核过。", presented_on=-1),
        ),
    ),
    Written(
        "vice-build",
        -15,
        "关于污水管网雨污混接导致城南渠黑臭的来信",
        "请县住建局限期把混接点改完，城南渠不能再黑下去，十日内报我。",
        number="桃信办〔{year}〕203号",
        officer="officer3",
        acts=(
            handled(
                -15,
                "县住建局",
                ("城关镇", "县生态环境分局"),
                due=-5,
                told="限期改造城南渠沿线雨污混接点，消除黑臭，十日内报结果。",
            ),
            slip(-9, "首次反馈已逾期，请立即报送。", step=dues.FIRST_REPLY),
            paper_answered(-8, "混接点排查尚未完成，人手不足，将尽快组织力量推进，争取早日见效。"),
            replied(-8, 25, "查出混接点23处，改造5处，渠内清淤420立方米，其余正在安排。"),
            slip(-3, "办理时限已过三日，仍未报送结果，请说明每个混接点的完工日期。"),
            letter(-1, "催办单回复没有完工日期，请主要负责人今日内书面说明。"),
        ),
    ),
    Written(
        "vice-exec",
        -13,
        "关于统计数据质量抽查问题的情况报告",
        "请县统计局牵头，逐户核实问题数据，该改的改，该处理的处理，结果报我。",
        number="桃审报〔{year}〕27号",
        acts=(
            handled(
                -13,
                "县统计局",
                ("县发改局", "县科工局"),
                due=-2,
                told="逐户核实统计数据质量抽查发现的问题，依规改正处理。",
            ),
            replied(-9, 50, "抽查发现问题数据46条，涉及企业18户，已入户核实12户，多为填报口径理解不一致。"),
            reported(
                -4,
                "46条问题数据全部核改，其中漏报9条、错报37条；对2户拒不提供台账的企业立案，培训统计员86人。",
            ),
            verified(-1, "核改凭据齐全，可以呈报。"),
        ),
    ),
    Written(
        "vice-agri",
        -12,
        "关于竹山镇灌区渠道渗漏影响供水的报告",
        "请县水利局抢在用水高峰前修好，三周内报结果。",
        number="竹政报〔{year}〕13号",
        officer="officer2",
        acts=(
            handled(
                -12,
                "县水利局",
                ("竹山镇",),
                due=1,
                told="抢在用水高峰前修复竹山镇灌区渗漏渠道，三周内报结果。",
            ),
            replied(-8, 40, "渗漏段查明6处共1.9公里，衬砌修复0.7公里，架设临时泵站1座保证下游供水。"),
            replied(-3, 75, "累计修复1.4公里，余下500米在隧洞段，正通风作业，预计两日内完成。"),
        ),
    ),
    Written(
        "magistrate",
        -11,
        FLATS["title"],
        "请县住建局牵头，一个月内把空置房源分配到位，不能让房子空着、群众等着。",
        number=FLATS["number"],
        officer="officer3",
        acts=(
            handled(
                -11,
                "县住建局",
                ("县民政局", "城关镇"),
                due=9,
                told="一个月内将县城空置保障性住房分配到位。",
            ),
            replied(
                -7, 30, "核实空置房源173套，其中可直接分配118套、需维修55套；轮候家庭326户，资格复审过半。"
            ),
            replied(-2, 55, "摇号分配102套，签约入住67户；维修完成31套，余下24套本周进场。"),
        ),
    ),
    Written(
        "vice-exec",
        -9,
        FLATS["title"],
        "请县财政局牵头，先算清空置房源的成本账，研究处置方案，暂缓新的分配。",
        number=FLATS["number"],
        officer="officer3",
        acts=(
            proposed(
                -8,
                "县财政局",
                ("县住建局",),
                due=14,
                told="测算空置保障性住房成本，研究处置方案。",
                opinion="县长对同一来文已批由县住建局牵头、一个月内分配到位，本批示要求暂缓分配，两者不一致，请局领导请示后审定。",
            ),
        ),
    ),
    Written(
        "magistrate",
        -8,
        words="两个镇的污水站时开时停，群众有意见。请县住建局盯到稳定达标为止，县生态环境分局每周测一次，两周内报我。",
        on=SEWAGE,
        pen="typed",
        acts=(
            handled(
                -8,
                "县住建局",
                ("县生态环境分局", "马石镇", "竹山镇"),
                due=6,
                original=True,
                opinion="县长在督查事项上批示，拟请县住建局牵头，与原事项一并推进、分别报告。",
            ),
            replied(
                -4, 60, "两站各驻点技术员1名，进出水在线监测每日通报；竹山镇站连续5日达标，马石镇站达标3日。"
            ),
        ),
    ),
    Written(
        "magistrate",
        -6,
        "县长热线一周要情",
        "城东几个小区反映晚上施工噪声大，请县城管执法局管起来，五个工作日内报我。",
        number="桃热要情〔{year}〕36期",
        urgency=Urgency.URGENT,
        pen="dictated",
        authority="电话指示：当日上午9时来电，原话记录在值班日志",
        acts=(
            handled(
                -6,
                "县城管执法局",
                ("县住建局", "县生态环境分局"),
                due=-1,
                told="整治城东小区周边夜间施工噪声，五个工作日内报结果。",
            ),
            replied(-4, 50, "夜查工地11处，无夜间施工许可的3处当场叫停，约谈项目负责人3名。"),
            reported(
                -1,
                "3处违规工地各罚款1万元，城东7个工地全部公示夜间施工许可和监督电话，近三日噪声投诉由19件降为2件。",
            ),
        ),
    ),
    Written("magistrate", -1, on=RETURNED_TWICE, pen="ink"),
)
