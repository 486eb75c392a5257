"""县长办公会议纪要7号: small things of the county town, with short limits."""

from bureau.demo.acts import (
    accepted,
    asked_time,
    closed,
    countersigned,
    finished,
    refused_time,
    replied,
    reported,
    resumed,
    returned,
    suspended,
)
from bureau.demo.tale import Paper, Tale
from bureau.org.models import Urgency
from directives.models import Source

TALES = (
    Tale(
        "集中整治县城主干道占道经营，拆除违章雨棚200处",
        "县城管执法局",
        ("城关镇", "县市监局"),
        due=5,
        leader="分管住建副县长",
        acts=(
            replied(-8, 35, "拆除桃源路、解放路违章雨棚71处，劝导占道经营164起，暂扣物品23件。"),
            finished(-4, "县市监局", "对整治路段211户经营户证照逐户核查，督促补办营业执照17户。"),
            replied(
                -2,
                68,
                "累计拆除雨棚137处，设置临时疏导点2个，安置流动摊贩58户。",
                files=("解放路整治后照片.png",),
            ),
        ),
    ),
    Tale(
        "完成城关镇第二小学教学楼安全隐患排查并出具鉴定报告",
        "县教育局",
        ("县住建局",),
        due=1,
        urgency=Urgency.URGENT,
        leader="分管教育副县长",
        acts=(
            replied(-8, 40, "教学楼二层已停用，4个班级调整至实验楼上课，鉴定机构完成现场取芯。"),
            countersigned(-8),
            finished(-3, "县住建局", "组织专家现场查勘，出具加固技术建议1份，交县教育局。"),
            reported(
                -1,
                "鉴定报告已出具，结论为C级，局部承重构件需加固。加固方案已完成，停用楼层未启用，学生安置妥当。",
                files=("教学楼安全鉴定报告.pdf",),
            ),
        ),
    ),
    Tale(
        "石板滩桥危桥改造工程开工",
        "县交通运输局",
        ("县财政局", "石板滩镇"),
        due=20,
        leader="分管交通副县长",
        acts=(replied(-5, 30, "施工图设计已批复，招标公告已发布，便道和绕行方案完成交警部门审核。"),),
    ),
    Tale(
        "完成城区农贸市场提质改造招标",
        "县商务局",
        ("县住建局", "县市监局"),
        due=12,
        leader="分管工业副县长",
        acts=(
            replied(-6, 30, "项目概算2180万元已经财评中心审定，招标文件正在会审。"),
            asked_time(-4, 30, "招标文件会审意见较多，担心时间不足。", "概算已审定，招标文件正在会审。"),
            refused_time(-3, "距时限尚有三周，会审属部门内部协调事项，不作为延期理由。"),
        ),
    ),
    Tale(
        "企业开办“一件事”窗口改造到位并投入使用",
        "县行政审批服务局",
        ("县市监局", "县税务局"),
        due=9,
        leader="常务副县长",
        acts=(
            reported(-5, "窗口改造已完成，设综合窗口4个、帮办窗口2个，正式对外服务。"),
            returned(
                -3, "现场查看，帮办窗口无人值守，税务登记仍须到另一楼层办理，未实现一窗受理，请整改后再报。"
            ),
            replied(-1, 80, "已抽调2名帮办员常驻窗口，税务登记授权综合窗口受理，系统权限正在开通。"),
        ),
    ),
    Tale(
        "完成县级储备粮年度轮换",
        "县发改局",
        ("县供销社",),
        due=13,
        leader="常务副县长",
        acts=(
            replied(-9, 40, "轮出稻谷3200吨，竞价销售完毕，成交均价高于底价2.1%。"),
            suspended(-7, "因省级粮食质量抽检封仓取样，轮换暂停。"),
            resumed(-3, "抽检结果合格，封仓解除，继续轮入。"),
            replied(-1, 60, "已与3家收购主体签订轮入合同3200吨，首批640吨检验合格入库。"),
        ),
    ),
    Tale(
        "落实冬春森林防火责任，重点林区卡口24小时值守",
        "县林业局",
        ("县应急管理局", "云台镇", "竹山镇", "双枫镇", "岩溪乡", "莲塘乡"),
        due=3,
        leader="分管农业副县长",
        unsigned=("岩溪乡", "莲塘乡"),
        acts=(
            replied(-6, 60, "设立防火卡口86个，落实护林员412名，半专业扑火队伍完成集训。"),
            finished(-3, "云台镇", "12处卡口全部上岗，清理林下可燃物38公里，签订野外用火承诺书2160份。"),
        ),
    ),
    Tale(
        "开展烟花爆竹仓储点安全隐患立查立改",
        "县应急管理局",
        ("县公安局", "县市监局"),
        due=-4,
        urgency=Urgency.FLASH,
        leader="常务副县长",
        acts=(
            replied(-8, 70, "检查批发仓库3处、零售点147处，责令停业整改5处。"),
            reported(
                -6,
                "5处停业整改点复查合格4处，1处吊销许可；仓库防雷、监控、消防设施全部达标，检查记录附后。",
                files=("烟花爆竹检查记录汇总.xlsx",),
            ),
            closed(-5, "整改闭环，予以销号。"),
        ),
    ),
    Tale(
        "降低城区供水管网漏损率至12%以内",
        "县自来水公司",
        ("县住建局",),
        due=11,
        leader="分管住建副县长",
        acts=(
            replied(-6, 40, "更换老旧管网4.3公里，检出并修复漏点38处，漏损率由17.6%降至14.9%。"),
            accepted(-5, "请继续按周报送漏损率。"),
        ),
    ),
)

PAPER = Paper(
    kind=Source.Kind.OFFICE,
    title="县长办公会议纪要",
    number="〔{year}〕7号",
    date=-13,
    officer="officer3",
    organ="桃溪县人民政府办公室",
    tales=TALES,
    approver="deputy",
)
