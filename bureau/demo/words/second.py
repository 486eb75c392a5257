"""Leaders' words of three months ago: one that took three rounds, one that was late, two leaders on one paper."""

from bureau.demo.acts import (
    accepted,
    countersigned,
    finished,
    replied,
    reported,
    urged,
)
from bureau.demo.handling import filed, handled
from bureau.demo.leaders import again, noted
from bureau.demo.specials import answered
from bureau.demo.tale import Written
from bureau.demo.urgings import paper_answered, slip
from bureau.matters.deadlines import dues
from bureau.org.models import Urgency
from instructions.models import Meaning

PARKING = {
    "title": "关于老城区停车难问题人大代表建议的办理情况报告",
    "number": "桃人建办〔{year}〕15号",
}

SECOND = (
    Written(
        "magistrate",
        -62,
        "群众来信：清江铺镇集镇自来水浑浊",
        "请县水利局会同清江铺镇立即查明原因，让群众喝上放心水，五日内报我。",
        number="桃信办〔{year}〕140号",
        urgency=Urgency.URGENT,
        officer="officer3",
        acts=(
            handled(
                -62,
                "县水利局",
                ("清江铺镇",),
                due=-57,
                told="查明清江铺镇集镇自来水浑浊原因，采取应急供水措施，五日内报结果。",
            ),
            replied(-60, 50, "取样6处，浊度最高8.4NTU，超标；已安排送水车2台定点供水，覆盖集镇居民1260户。"),
            finished(
                -59, "清江铺镇", "设集镇送水点5处，党员干部为独居老人送水上门43户，每日公布水质检测结果。"
            ),
            reported(
                -58,
                "浑浊原因为水厂滤料板结和集镇老旧铸铁管锈蚀，已反冲洗滤池、放水冲管，浊度降至0.9NTU；根治须更换滤料和1.8公里老管段。",
                files=("清江铺镇水质检测报告.pdf",),
            ),
            answered(-57, presented_on=-56),
            again(
                -55,
                "原因已清。请县水利局牵头、县财政局配合，一个月内更换滤料和老旧管段，费用从水利专项列支。",
            ),
            handled(
                -54,
                "县水利局",
                ("县财政局", "清江铺镇"),
                due=-34,
                original=True,
                opinion="第二轮批示明确由县水利局牵头、县财政局配合，拟增列县财政局协办。",
            ),
            replied(-50, 30, "滤料更换方案已审定，采购石英砂46吨；老管段更换完成测量放线，概算118万元。"),
            finished(-47, "县财政局", "从水利专项资金中安排118万元，已下达资金文件，开工后拨付60%。"),
            countersigned(-46, "县财政局"),
            replied(-45, 65, "滤料更换完毕，出厂水浊度稳定在0.5NTU以下；更换老管段1.1公里，夜间施工不停水。"),
            accepted(-44, "请继续按周报送水质。"),
            replied(-40, 88, "更换老管段1.6公里，剩余200米穿越集镇街道，与路面修复同步进行。"),
            finished(
                -38, "清江铺镇", "协调沿街商户112户错峰停业配合施工，调处施工纠纷6起，恢复花池和门前硬化。"
            ),
            reported(
                -37, "1.8公里老管段全部更换，路面恢复完毕，连续14日出厂水、末梢水浊度均低于1NTU，送水车撤除。"
            ),
            answered(-36, presented_on=-35),
            again(-34, "请县水利局回头看，入户抽查50户，看群众满意不满意，如实报我。"),
            handled(
                -33,
                "县水利局",
                ("清江铺镇",),
                due=-26,
                told="对清江铺镇集镇供水改造开展回头看，入户抽查50户，如实报告群众评价。",
                opinion="第三轮批示为回头看，拟仍由县水利局牵头，督查室派员随访。",
            ),
            replied(-30, 60, "随机入户30户，反映水质变好的28户，2户反映水压偏低，正查找原因。"),
            finished(
                -29, "清江铺镇", "按名册随机抽取50户并配合入户，抽查全程由群众代表3人监督，未事先通知。"
            ),
            reported(
                -28,
                "入户抽查50户，满意47户，基本满意3户；水压偏低的2户因入户管锈堵，已免费更换。抽查名册附后。",
                files=("入户抽查登记表.xlsx",),
            ),
            answered(-27, "督查室随访12户，结果一致。", presented_on=-26),
            noted(-24, "一封来信办了三轮，办到群众满意为止，这种做法要坚持。", positive=True),
        ),
    ),
    Written(
        "secretary",
        -60,
        "关于全县村级集体经济发展情况的调研报告",
        "请县委副书记、分管农业的同志阅研，提出下一步深化的意见。",
        number="桃政研〔{year}〕5号",
        meaning=Meaning.STUDY,
        officer="officer2",
        acts=(filed(-60, "已分送两位领导阅研，不立项。"),),
    ),
    Written(
        "vice-exec",
        -59,
        "关于涉企奖补资金兑付进度的情况报告",
        "请县财政局牵头，会同县科工局把账算清，该兑现的抓紧兑现，不能让企业反复跑。",
        number="桃科工报〔{year}〕17号",
        officer="officer3",
        acts=(
            handled(
                -59,
                "县财政局",
                ("县科工局",),
                told="核清涉企奖补资金应兑未兑底数，抓紧兑现，减少企业跑动。",
            ),
            slip(-52, "首次反馈已逾期，请说明办理情况。", step=dues.FIRST_REPLY),
            paper_answered(-51, "因科室对账口径不一致未能按时反馈，已由分管负责人牵头核对，两日内报送进展。"),
            replied(-50, 40, "与县科工局对账完毕，应兑未兑奖补资金涉及企业31家、1264万元。"),
            countersigned(-49),
            urged(-45, "兑付时限已到，请县财政局主要负责人过问。"),
            slip(-43, "已逾期，请立即报送兑付结果。"),
            paper_answered(-42, "资金计划已批，因3家企业开户信息有误延迟，今日全部兑付并报送办结报告。"),
            finished(
                -42, "县科工局", "提供31家企业奖补项目核定材料，更正申报信息3家，政策口径与县财政局取得一致。"
            ),
            reported(
                -41,
                "31家企业1264万元奖补资金全部兑付到账，公布办理指南，今后由财政、科工两局内部流转材料，企业不再重复报送。",
                files=("奖补资金兑付明细.xlsx",),
            ),
            countersigned(-41),
            answered(-40, "逾期两日，结果属实。", presented_on=-39),
            noted(-37, "阅。逾期原因要在股室会上讲清楚。"),
        ),
    ),
    Written(
        "magistrate",
        -57,
        PARKING["title"],
        "请县城管执法局牵头，一个月内在老城区新增公共泊位300个，进展周报。",
        number=PARKING["number"],
        officer="officer2",
        acts=(
            handled(
                -57,
                "县城管执法局",
                ("县公安局", "城关镇"),
                due=-36,
                told="一个月内在老城区新增公共停车泊位300个。",
            ),
            replied(
                -53, 25, "摸排老城区可利用边角地17处，首批设计泊位126个，3处涉及单位围墙退让，正逐家协商。"
            ),
            replied(-48, 55, "已建成泊位168个，机关大院夜间开放泊位43个，市民可凭车牌自助进出。"),
            finished(-44, "县公安局", "优化老城区单行线3条，路侧施划限时泊位74个，同步更新标志牌29块。"),
            countersigned(-43, "县公安局"),
            replied(-41, 82, "累计新增泊位247个，剩余两处边角地硬化完成，正安装道闸和照明。"),
            reported(
                -37,
                "老城区新增公共泊位312个，其中边角地215个、路侧74个、机关开放23个，全部接入停车诱导系统，前两小时免费。",
                files=("老城区新增泊位分布.png",),
            ),
            answered(-36, presented_on=-35),
            noted(-33, "数量达到，管理要跟上。"),
        ),
    ),
    Written(
        "vice-build",
        -56,
        PARKING["title"],
        "请县住建局牵头，结合老旧小区改造统筹解决，三个月内拿出成效。",
        number=PARKING["number"],
        officer="officer2",
        acts=(
            handled(
                -55,
                "县住建局",
                due=-20,
                told="结合老旧小区改造，在改造范围内统筹增加停车泊位。",
                opinion="县长对同一来文已批由县城管执法局牵头。拟将本件限于老旧小区改造范围，与县长批示分别办理。",
                remark="已请示县长：公共泊位以县长批示为准，由县城管执法局牵头；本件只办老旧小区改造范围内的泊位，时限分别掌握。",
            ),
            replied(-50, 30, "12个改造小区中有7个具备增设条件，可增加泊位160个，已纳入施工图变更。"),
            replied(-45, 50, "3个小区完成楼间空地改造，新增泊位71个，与业主代表议定一户一位的使用办法。"),
            replied(-40, 70, "5个小区完成，新增泊位118个，充电车位配建16个。"),
            replied(-34, 85, "6个小区完成，新增泊位141个，余下1个因管线迁改，月内可完工。"),
            reported(
                -29, "7个老旧小区新增泊位165个、充电车位20个，业主满意度回访96%，使用办法均经业主会议表决。"
            ),
            answered(-28, presented_on=-27),
            noted(-25, "阅，同意。"),
        ),
    ),
)
