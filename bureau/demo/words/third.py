"""Leaders' words of two months ago: a dispute that failed, a unit that was merged, one that stands still, one sealed."""

from bureau.demo.acts import (
    answered_back,
    closed,
    finished,
    replied,
    reported,
    returned,
    suspended,
)
from bureau.demo.disputes import disputed, upheld
from bureau.demo.handling import filed, handled
from bureau.demo.leaders import noted
from bureau.demo.mergers import merged
from bureau.demo.specials import answered
from bureau.demo.tale import Written
from bureau.org.models import Urgency
from instructions.models import Meaning

THIRD = (
    Written(
        "vice-exec",
        -41,
        "政务服务大厅群众等候时间过长情况",
        "请县行政审批服务局找准堵点，压减等候时间，十五个工作日内见效。",
        number="桃信专报〔{year}〕39期",
        acts=(
            handled(
                -41,
                "县行政审批服务局",
                ("县数据局", "县税务局"),
                told="找准政务服务大厅堵点，压减群众等候时间，十五个工作日内见效。",
            ),
            disputed(
                -41,
                "等候时间长主要是部门业务系统没有打通，按“三定”规定政务数据共享由县数据局负责，建议改由县数据局牵头。",
            ),
            upheld(-40, "大厅运行管理是你单位主责，系统问题由你单位牵头、县数据局配合解决，请抓紧办理。"),
            replied(
                -38,
                35,
                "统计近一个月取号数据，平均等候41分钟，最长的不动产窗口78分钟，主要是系统不通、重复录入。",
            ),
            finished(-34, "县税务局", "不动产交易涉税业务并入综合窗口，增设税务人员2名，一次录入两家共用。"),
            replied(-32, 75, "开通预约取号和延时窗口，不动产登记、缴税一窗办理，平均等候降至19分钟。"),
            finished(
                -30, "县数据局", "打通不动产、税务两套系统接口4个，重复录入项由17项减为2项，数据当日同步。"
            ),
            reported(
                -28,
                "大厅平均等候由41分钟压减到12分钟，不动产窗口由78分钟压减到20分钟，导办员由2名增至5名，等候超过20分钟自动预警。",
                files=("等候时间前后对比.xlsx",),
            ),
            answered(-27),
            noted(-25, "见效明显，保持住。"),
        ),
    ),
    Written(
        "secretary",
        -39,
        "关于马石镇两起轻微生产安全事故的报告",
        "请县应急管理局查清原因，严肃处理，举一反三，坚决防止小事故酿成大事故。",
        number="桃应急报〔{year}〕30号",
        urgency=Urgency.URGENT,
        officer="officer2",
        acts=(
            handled(
                -39,
                "县应急管理局",
                ("马石镇",),
                due=-31,
                told="查清马石镇两起轻微生产安全事故原因，依规处理，举一反三开展排查。",
            ),
            replied(-37, 30, "两起事故均已成立调查组，涉事企业停产，2名轻伤人员治疗后出院。"),
            answered_back(-36, "只说了善后，没有说事故原因和企业管理上的问题，请三日内补报调查进展。"),
            replied(
                -34,
                60,
                "查明一起为安全联锁被人为短接，一起为临边防护缺失，两家企业均存在培训造假、带班不在岗。",
            ),
            reported(
                -31,
                "事故调查已基本完成，对相关企业进行了严肃处理，全县安全生产形势总体平稳，下一步将继续加强监管。",
            ),
            returned(
                -30,
                "通篇没有处理依据、处罚数额和排查结果，答非所问。请写清两起事故各怎么处理、全县排查出什么问题。",
            ),
            finished(
                -29,
                "马石镇",
                "对辖区工贸企业逐家张贴带班公示牌，组织企业负责人到事故现场开警示会，参加61人。",
            ),
            reported(
                -28,
                "两家企业分别罚款3万元和5万元，责令停产整改并通过复查，处理责任人员4名；全县排查工贸企业96家，发现隐患213处，整改209处，4处限期整改并有人盯守。",
                files=("工贸企业排查情况.xlsx",),
            ),
            answered(-27, "已按要求补正。", presented_on=-26),
            noted(-23, "报告这样写才清楚。4处限期隐患整改完后一并报备。"),
        ),
    ),
    Written(
        "deputy-secretary",
        -38,
        "外县干部教育培训典型做法摘编",
        "请县委党校阅研，可吸收到下半年主体班的教学安排中。",
        number="桃组简报〔{year}〕14期",
        meaning=Meaning.STUDY,
        officer="officer3",
        acts=(filed(-37, "已送县委党校阅研。"),),
    ),
    Written(
        "vice-build",
        -35,
        "群众来信：文昌小区二次供水有异味",
        "请县住建局督促物业限本月底前更换水箱，换好就行，不必专门报我。",
        number="桃信办〔{year}〕178号",
        meaning=Meaning.HANDLE,
        wants_answer=False,
        acts=(
            handled(
                -35,
                "县住建局",
                ("县自来水公司",),
                due=-24,
                told="督促文昌小区物业限期更换二次供水水箱，消除异味。",
            ),
            replied(-31, 50, "现场开盖检查，水箱内壁防腐层脱落，已清洗消毒、临时改直供；不锈钢水箱已订货。"),
            reported(-26, "两座不锈钢水箱安装完毕，水质检测合格，业主委员会签字确认；物业建立半年清洗制度。"),
            closed(-25, "业主确认件齐全，批示领导不要求反馈，予以办结。"),
        ),
    ),
    Written(
        "magistrate",
        -33,
        "关于企业开办“一件事”改革试点情况的报告",
        "请县行政审批服务局认真梳理试点中的堵点，逐项打通，再报我。",
        number="桃审批报〔{year}〕11号",
        meaning=Meaning.HANDLE,
        officer="officer3",
        acts=(
            handled(-33, "县行政审批服务局", ("县市监局", "县税务局"), original=True),
            replied(
                -29, 50, "梳理堵点9个，其中刻章备案、银行预约开户、社保登记3个需部门协同，已逐项定人定时。"
            ),
            finished(-26, "县市监局", "营业执照、公章、税控设备同窗发放，名称自主申报通过率由71%提到94%。"),
            finished(
                -24,
                "县税务局",
                "新办企业税务登记并入综合窗口，首次领用发票即时办结，办税员实名核验改为线上完成。",
            ),
            reported(
                -23,
                "9个堵点全部打通，企业开办平均用时由1.8个工作日压减到0.6个工作日，试点以来新办企业214户，好评率99.5%。",
            ),
            answered(-22, presented_on=-21),
            noted(-18, "成效明显，经验可在全县推广。", positive=True),
        ),
    ),
    Written(
        "vice-transport",
        -31,
        "关于省道塌方点迟迟未修复的情况反映",
        "请县公路建设养护中心讲清楚为什么拖、什么时候通，倒排工期，结果报我。",
        number="桃信摘〔{year}〕51期",
        urgency=Urgency.COMPLEX,
        acts=(
            handled(
                -31,
                "县公路建设养护中心",
                ("岩溪乡",),
                due=-5,
                told="说明省道塌方点修复滞后原因，倒排工期抓紧修复通车。",
            ),
            replied(
                -27,
                25,
                "滞后原因为边坡设计变更两次、应急资金未到位。现设计已批复，计划20个工作日内抢通半幅。",
            ),
            finished(-24, "岩溪乡", "协调村民临时用地4.6亩，设绕行便道900米，落实交通引导员4名。"),
            replied(-18, 55, "清理塌方体1.3万立方米，抗滑桩完成18根，半幅路基已恢复。"),
            merged(-12, "县公路建设养护中心", "县交通运输局"),
            replied(-9, 80, "半幅通车，单向放行；挡墙混凝土浇筑完成，余路面和护栏工程。"),
            reported(
                -5,
                "塌方点双向恢复通车，新建挡墙86米、抗滑桩24根、主动防护网1200平方米，比倒排工期提前3天；养护责任明确到道班。",
                files=("省道塌方点通车照片.png",),
            ),
            answered(-3, presented_on=-2),
        ),
    ),
    Written(
        "vice-edu",
        -30,
        "关于养老机构消防整改进展缓慢的报告",
        "请县民政局会同县消防救援大队一院一策，确保老人住得安全，年底前清零。",
        number="桃消报〔{year}〕19号",
        urgency=Urgency.COMPLEX,
        officer="officer2",
        acts=(
            handled(
                -30,
                "县民政局",
                ("县消防救援大队", "城关镇"),
                told="对养老机构消防隐患实行一院一策整改，确保老人安全。",
            ),
            replied(-26, 40, "全县养老机构26家，未通过消防验收的7家，逐院制定方案，已完成自动喷淋改造3家。"),
            replied(-21, 55, "完成改造4家，余下3家系租用旧厂房，须先做结构鉴定方能施工。"),
            suspended(
                -19,
                "余下3家养老机构房屋结构安全鉴定需省级机构出具结论，鉴定期间不能施工，结论出具后恢复办理。",
            ),
        ),
    ),
    Written(
        "secretary",
        -20,
        "关于某建设项目工程变更签证问题的反映",
        "此件限阅。请督查局核查变更签证是否合规，不扩大范围，结果直接报我。",
        meaning=Meaning.HANDLE,
        urgency=Urgency.COMPLEX,
        sealed=True,
        acts=(handled(-20, opinion="限阅件，拟由督查局自办，只由经办人和局领导掌握。"),),
    ),
)
