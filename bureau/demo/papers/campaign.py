"""专项督查: one matter returned twice, one finished in time, one sealed."""

from bureau.demo.acts import (
    accepted_by_lead,
    closed,
    countersigned,
    finished,
    replied,
    reported,
    returned,
)
from bureau.demo.specials import surveyed
from bureau.demo.tale import Paper, Tale
from bureau.demo.urgings import paper_answered, red_card, talked
from bureau.org.models import Urgency
from directives.models import Source

RETURNED_TWICE = "完成涉锑企业停产整治复查，出具复查报告"
FOOD_SAFETY = "整改学校食堂食品安全专项督查发现的问题，做到问题清零"

TALES = (
    Tale(
        "落实涉企检查备案制度，对未备案检查逐件倒查",
        "县司法局",
        ("县市监局", "县应急管理局"),
        due=2,
        leader="常务副县长",
        acts=(
            replied(-12, 55, "调取近三个月执法台账1020条，与备案平台比对，未备案17件，已逐件下发核查通知。"),
            finished(-7, "县市监局", "涉及本局的9件未备案检查已查清原因，补办备案6件，批评教育3人次。"),
            accepted_by_lead(-6, "县市监局", "原因清楚，予以认可。"),
            finished(-5, "县应急管理局", "涉及本局的4件系夜间应急检查，已按规定补录备案。"),
            accepted_by_lead(-4, "县应急管理局"),
            reported(
                -1,
                "17件未备案检查全部倒查完毕，补办备案12件、追责5人次，印发《涉企检查备案责任追究办法》，申请销号。",
                files=("涉企检查备案倒查清单.xlsx",),
            ),
        ),
    ),
    Tale(
        FOOD_SAFETY,
        "县市监局",
        ("县教育局",),
        due=-4,
        urgency=Urgency.URGENT,
        leader="分管教育副县长",
        acts=(
            replied(-12, 60, "督查反馈的41个问题整改28个，更换不合格消毒柜9台，约谈供货商4家。"),
            reported(
                -7,
                "41个问题全部整改销号，87所学校食堂“互联网+明厨亮灶”覆盖率100%，抽检食材96批次全部合格。",
                files=("学校食堂问题整改清单.xlsx",),
            ),
            returned(-6, "抽查发现枫林镇中心小学留样记录缺3天，请核实补正后再报。"),
            reported(
                -5, "枫林镇中心小学留样制度已整改，责任人受到批评教育，同步检查其余86所学校留样记录，均完整。"
            ),
            closed(-4, "补正到位，予以销号。"),
        ),
    ),
    Tale(
        RETURNED_TWICE,
        "县生态环境分局",
        ("马石镇", "县供电公司"),
        due=-6,
        urgency=Urgency.URGENT,
        leader="分管环保副县长",
        acts=(
            replied(-13, 50, "3家停产企业均已断电封停，在线监测数据正常。"),
            reported(-11, "复查已完成，3家企业均按要求停产整治。"),
            returned(-9, "报告未附复查记录和监测数据，且供电部门反映其中一家近期有用电记录，请查清后再报。"),
            reported(-7, "经再次复查，用电系企业值班照明，未恢复生产。"),
            returned(
                -5,
                "用电量与值班照明明显不符，现场原料堆场有新增痕迹，报告与事实不符。第二次退回，请县生态环境分局主要负责人牵头重新复查。",
            ),
            red_card(-4, talk=-3, remark="请携带三家企业近三个月的用电和在线监测数据。"),
            paper_answered(
                -3, "已由主要负责人带队进驻三家企业，逐户封存原料堆场，调取用电数据，五日内重新报送复查报告。"
            ),
            talked(
                -2,
                "督查局局长约谈县生态环境分局主要负责人，分管负责人参加。指出两次报告与事实不符，要求重新复查、据实报告、追究填报责任；对方承诺五日内完成。",
            ),
            surveyed(
                -2,
                "关于涉锑企业停产整治复查两次报告失实的调研报告",
                "两次办结报告都写“未恢复生产”，与供电部门提供的用电数据明显不符。其中一家近三个月夜间用电量是值班照明"
                "正常用量的11倍，原料堆场有新增痕迹。复查人员没有进入车间，只凭企业书面说明下了结论。",
                "由县生态环境分局主要负责人带队重新复查，县供电公司、马石镇配合；恢复生产属实的依法处理，"
                "对填报失实的责任人员另行研究处理。",
                readers=("magistrate", "vice-env"),
            ),
        ),
    ),
    Tale(
        "核查某建设项目招标中涉嫌违规插手的反映",
        "县发改局",
        due=10,
        urgency=Urgency.URGENT,
        reaches="approved",
        sealed=True,
    ),
    Tale(
        "开展惠农补贴“一卡通”发放情况专项清查",
        "县财政局",
        ("县农业农村局",),
        due=5,
        leader="常务副县长",
        acts=(
            replied(-11, 50, "清查补贴项目34项、发放记录21.6万条，筛查疑点数据412条，交乡镇核实。"),
            countersigned(-10),
            finished(-4, "县农业农村局", "耕地地力保护补贴疑点163条核实完毕，追回重复发放资金4.7万元。"),
            replied(-3, 80, "412条疑点核实完毕371条，追回资金11.2万元，补发漏发农户29户。"),
            countersigned(-2),
        ),
    ),
)

PAPER = Paper(
    kind=Source.Kind.CAMPAIGN,
    title="全县作风建设专项督查反馈问题交办清单",
    number="桃督专〔{year}〕2号",
    date=-18,
    officer="officer3",
    organ="督查局",
    tales=TALES,
)
