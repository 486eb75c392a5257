"""Leaders' words of four months ago: the first came from the city, one took two rounds, one was answered too thinly."""

from bureau.demo.acts import asked_time, countersigned, finished, granted_time, replied, reported, returned
from bureau.demo.handling import filed, handled
from bureau.demo.leaders import again, noted
from bureau.demo.specials import answered
from bureau.demo.tale import Written
from bureau.org.models import Urgency
from instructions.models import Level, Meaning

POLLUTED = "桃溪县马石镇锑矿废水外渗情况专报"

FIRST = (
    Written(
        "市委书记",
        -82,
        POLLUTED,
        "请桃溪县委、县政府高度重视，立即查明外渗原因，控制污染，抓好整改，结果报我。",
        number="市委信息专报〔{year}〕第31期",
        level=Level.CITY,
        dated=-83,
        urgency=Urgency.FLASH,
        acts=(
            handled(
                -82,
                "县生态环境分局",
                ("马石镇", "县水利局"),
                due=-79,
                original=True,
                asked="每日16时前报送处置进展，重大情况随时报。",
                opinion="市委主要领导批示，拟按特急件办理：请县生态环境分局牵头，马石镇、县水利局配合，三日内报结果。",
            ),
            replied(
                -81,
                60,
                "已查明外渗点为废弃2号沉淀池东侧裂缝，外渗约40立方米，已用黏土围堰截断；下游3个断面每4小时监测一次，锑浓度均达标。",
            ),
            finished(
                -80,
                "马石镇",
                "组织村组干部26人巡查下游沟渠5.2公里，转运沙袋1200个，向沿线136户村民逐户告知用水注意事项。",
            ),
            finished(
                -80,
                "县水利局",
                "关闭下游3处农灌取水口，调度上游水库加大生态流量稀释，取水口水质复检合格后恢复供水。",
            ),
            reported(
                -79,
                "沉淀池裂缝已注浆封堵，外渗废水全部抽回处理，下游断面连续48小时达标；对企业立案查处并责令停产整治，排查同类沉淀池11座，发现的2处隐患已整改。",
                files=("马石镇断面监测数据.xlsx",),
            ),
            answered(-79, "监测数据齐全，同意呈报。", presented_on=-78, readers=("secretary", "magistrate")),
            noted(-74, "已阅。处置及时，请继续盯住汛期，防止反弹。"),
        ),
    ),
    Written(
        "magistrate",
        -81,
        "城关镇第三小学周边上下学时段交通拥堵情况",
        "请县公安局会同县教育局、城关镇拿出疏堵方案，一周内报我。",
        number="桃信专报〔{year}〕18期",
        urgency=Urgency.URGENT,
        officer="officer2",
        acts=(
            handled(-81, "县公安局", ("县教育局", "城关镇"), due=-76, original=True),
            replied(
                -79,
                40,
                "交警大队连续两日早晚高峰实地勘查，测得校门口滞留车辆平均86台、通行时长18分钟，初步方案正征求学校和家长意见。",
            ),
            countersigned(-79),
            finished(
                -78, "城关镇", "协调校门口7户商铺清退占道摊架，腾出人行道260米，组织社区志愿者18人参加护学。"
            ),
            finished(
                -77, "县教育局", "第三小学分三批错峰放学方案经家长委员会表决通过，班主任逐班告知接送路线。"
            ),
            countersigned(-77, "县教育局"),
            reported(
                -76,
                "疏堵方案已形成：错峰放学20分钟，设接送单行微循环，增设护学岗6人，施划限时停车泊位42个，方案附后。",
                files=("第三小学周边疏堵方案.docx",),
            ),
            countersigned(-76),
            answered(-75, "方案具体可行。", presented_on=-74),
            again(-72, "方案可行，请抓紧落实。家长反映接送车位不够，一并解决，月底前报结果。"),
            handled(
                -71,
                "县公安局",
                ("县教育局", "县城管执法局"),
                due=-62,
                told="按已定方案落实第三小学周边疏堵措施，一并增加接送车位，月底前报结果。",
                opinion="第二轮批示要求落实并增加车位，拟增列县城管执法局协办，城关镇不再列入。",
            ),
            replied(
                -67,
                60,
                "单行微循环和护学岗已经运行，早高峰通行时长降至9分钟；接送车位选定供销社旧院场，正协商租用。",
            ),
            countersigned(-67),
            finished(
                -64, "县城管执法局", "供销社旧院场平整硬化1400平方米，施划临时泊位58个，上下学时段免费开放。"
            ),
            finished(
                -64,
                "县教育局",
                "第三小学分批错峰放学实施三周，低年级提前20分钟离校，家长满意度调查好评率94%。",
            ),
            countersigned(-63, "县教育局"),
            reported(
                -63,
                "疏堵措施全部落地，新增接送车位100个，早晚高峰通行时长稳定在6分钟以内，近两周拥堵报警由31起降为2起。",
            ),
            countersigned(-63),
            answered(-62, presented_on=-61),
            noted(-59, "很好，群众有感受。请总结做法，在县城其他学校推广。", positive=True),
        ),
    ),
    Written(
        "secretary",
        -80,
        "全市重点经济指标运行情况通报",
        "请县发改局阅。",
        number="市督通〔{year}〕6号",
        meaning=Meaning.KNOW,
        officer="officer3",
        acts=(filed(-80, "已送县发改局阅知。"),),
    ),
    Written(
        "deputy-secretary",
        -79,
        "群众来信：反映竹山镇某村低保评定不公",
        "请县民政局会同竹山镇核实，该纠正的纠正，依规处理，并答复来信群众。",
        number="桃信办〔{year}〕112号",
        meaning=Meaning.HANDLE,
        officer="officer2",
        acts=(
            handled(
                -79,
                "县民政局",
                ("竹山镇",),
                told="核实竹山镇某村低保评定情况，该纠正的纠正，依规处理并答复群众。来信人情况不得外传。",
            ),
            reported(
                -75, "经向竹山镇了解，该村低保评定程序规范，来信反映的问题不属实，已向群众做好解释工作。"
            ),
            returned(
                -74,
                "只听取镇里汇报，没有入户核查，没有比对收入和车辆房产信息，也没有答复来信人的凭据，结论依据不足，请入户核查后重报。",
            ),
            replied(
                -70, 60, "成立核查组入户走访该村低保户23户，会同公安、房产部门比对信息，发现2户条件不符。"
            ),
            finished(
                -68,
                "竹山镇",
                "配合入户核查，对该村低保评议记录补正签名，约谈驻村干部1名，组织评议小组重新学习政策。",
            ),
            reported(
                -66,
                "入户核查23户，清退不符合条件的2户，新纳入漏评困难户3户；对经办的村干部由竹山镇党委约谈，核查结果在村务公开栏公示7日，并当面答复来信人。",
                files=("低保核查情况公示.pdf",),
            ),
            answered(-64, "核查到位，答复凭据齐全。", presented_on=-63),
            noted(-60, "阅。请县民政局举一反三，在全县开展一次抽查。"),
        ),
    ),
    Written(
        "vice-agri",
        -78,
        "关于青石桥镇备耕农资价格上涨情况的报告",
        "请县市监局牵头，供销部门配合，查清涨价原因，保供稳价。",
        number="青政报〔{year}〕9号",
        officer="officer3",
        acts=(
            handled(
                -78,
                "县市监局",
                ("县供销社",),
                told="查清青石桥镇备耕农资涨价原因，查处哄抬价格行为，落实保供稳价措施。",
            ),
            replied(
                -74,
                50,
                "检查农资门店37家，尿素零售价较上月平均上涨6.8%，主要受出厂价影响，对未明码标价的4家责令改正。",
            ),
            finished(-71, "县供销社", "从县外调入尿素420吨、复合肥260吨，在6个中心店按微利价投放。"),
            reported(
                -68,
                "立案查处囤积抬价1起，罚款2万元；调入平价化肥680吨，青石桥镇尿素零售价回落至每吨2480元，与周边乡镇持平。",
            ),
            answered(-67),
            noted(-65),
        ),
    ),
    Written(
        "magistrate",
        -77,
        "省住房城乡建设厅转办函：城镇燃气管道被占压隐患",
        "请县住建局立即牵头整改，限五个工作日内清零；确有困难的讲清楚原因和时间。",
        number="省建转函〔{year}〕47号",
        urgency=Urgency.URGENT,
        acts=(
            handled(-77, "县住建局", ("县城管执法局",), due=-72, original=True),
            replied(
                -75,
                55,
                "省厅交办的9处占压点已核实，属违章搭建5处、围墙压占3处、绿化池1处，已拆除4处并恢复警示标识。",
            ),
            asked_time(
                -75,
                -67,
                "余下3处围墙压占涉及两家企业的安全距离，需停气改管，施工须待企业检修窗口。",
                "9处占压点已拆除4处，另2处本周拆完，改管设计已完成。",
            ),
            granted_time(-74, -67, "同意延期，改管期间每日巡线并报告。"),
            finished(
                -70, "县城管执法局", "拆除燃气管道上方违章搭建5处186平方米，清运建筑垃圾32吨，无强制争议。"
            ),
            reported(
                -68,
                "9处占压隐患全部清零，其中改线3处、拆除6处，气密性检测合格；同步排查管道86公里，建立巡线台账。",
                files=("燃气管道占压整改前后对照.png",),
            ),
            answered(-67, presented_on=-66),
            noted(-64, "阅。"),
        ),
    ),
)
