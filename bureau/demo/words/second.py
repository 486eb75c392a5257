"""Leaders' words of three months ago: one that took three rounds, two leaders on one paper, one whose lead was changed,
one that came twice."""

from bureau.demo.acts import (
    accepted,
    countersigned,
    declined,
    finished,
    replied,
    reported,
    signed,
    urged,
    voided,
)
from bureau.demo.disputes import disputed, reassigned
from bureau.demo.handling import again, filed, handled, noted, proposed
from bureau.demo.specials import answered
from bureau.demo.tale import Written
from bureau.demo.urgings import paper_answered, slip
from bureau.matters.models import Owed
from bureau.org.models import Urgency
from instructions.models import Level, Meaning

PARKING = {
    "title": "关于老城区停车难问题人大代表建议的办理情况报告",
    "number": "桃人建办〔{year}〕15号",
}
MARKET = {"title": "城区农贸市场周边占道经营回潮情况", "number": "桃信专报〔{year}〕33期"}

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
                ("清江铺镇", "县自来水公司"),
                due=-57,
                told="查明清江铺镇集镇自来水浑浊原因，采取应急供水措施，五日内报结果。",
            ),
            replied(-60, 50, "取样6处，浊度最高8.4NTU，超标；已安排送水车2台定点供水，覆盖集镇居民1260户。"),
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
            slip(-52, "首次反馈已逾期，请说明办理情况。", step=Owed.FIRST_REPLY),
            paper_answered(-51, "因科室对账口径不一致未能按时反馈，已由分管负责人牵头核对，两日内报送进展。"),
            replied(-50, 40, "与县科工局对账完毕，应兑未兑奖补资金涉及企业31家、1264万元。"),
            countersigned(-49),
            urged(-45, "兑付时限已到，请县财政局主要负责人过问。"),
            slip(-43, "已逾期，请立即报送兑付结果。"),
            paper_answered(-42, "资金计划已批，因3家企业开户信息有误延迟，今日全部兑付并报送办结报告。"),
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
                ("县城管执法局",),
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
    Written(
        "vice-env",
        -55,
        "群众来信：柳湾镇畜禽养殖场臭气扰民",
        "请县生态环境分局现场核查，依法处理，给周边群众一个明确答复。",
        number="桃信办〔{year}〕151号",
        meaning=Meaning.HANDLE,
        officer="officer3",
        acts=(
            handled(
                -55,
                "县生态环境分局",
                ("柳湾镇",),
                told="核查柳湾镇畜禽养殖场臭气扰民问题，依法处理并答复群众。",
            ),
            disputed(
                -55,
                "该养殖场存栏未达规模养殖标准，按《桃溪县生态环境保护工作责任规定》，规模以下畜禽养殖污染防治由农业农村部门牵头，建议改由县农业农村局牵头，本局配合监测执法。",
            ),
            reassigned(-54, "县农业农村局", "异议成立。县生态环境分局应县农业农村局请求做好监测和执法配合。"),
            signed(-54),
            replied(
                -52, 45, "现场核查存栏生猪1150头，粪污收集池未加盖、异位发酵床超负荷，厂界臭气浓度超标1.6倍。"
            ),
            finished(-48, "柳湾镇", "召开群众代表会1次，与养殖场议定分批出栏减量计划，减少存栏320头。"),
            reported(
                -45,
                "责令减栏停止超量养殖，由执法部门处罚款5万元，收集池全部加盖、加装除臭设施，复测厂界臭气达标；已当面答复来信群众并公布监督电话。",
                files=("厂界臭气复测报告.pdf",),
            ),
            answered(-44),
            noted(-41),
        ),
    ),
    Written(
        "vice-industry",
        -53,
        "关于停电检修影响园区企业生产的情况反映",
        "请县供电公司、经开区管委会商定检修错峰办法，尽量不影响企业正常生产。",
        number="桃经开报〔{year}〕22号",
        acts=(
            handled(-53, "县供电公司", ("经开区管委会",), original=True),
            replied(
                -49, 50, "梳理园区近三个月计划停电11次，其中6次在生产时段，涉及企业27家，正逐线排定错峰计划。"
            ),
            finished(
                -46,
                "经开区管委会",
                "建立园区企业用电联络群，收集连续生产企业19家的可停电时段，交供电公司排期。",
            ),
            reported(
                -43,
                "印发园区检修错峰办法：计划停电提前7日告知、安排在夜间和周末，配置应急发电车1台，当月生产时段停电由3次降为0次。",
            ),
            answered(-42, presented_on=-41),
            noted(-39, "办法可行，请固化为制度。"),
        ),
    ),
    Written(
        "magistrate",
        -52,
        MARKET["title"],
        "请县城管执法局牵头整治，还路于民，同时给摊贩安排好去处，十日内报我。",
        number=MARKET["number"],
        officer="officer3",
        acts=(
            handled(
                -52,
                "县城管执法局",
                ("县市监局", "城关镇"),
                due=-42,
                told="整治城区农贸市场周边占道经营，同步安排摊贩疏导去处，十日内报结果。",
            ),
            replied(-48, 45, "摸清4个市场周边占道摊贩137户，腾出疏导点2处、摊位96个，首批签约入驻58户。"),
            finished(-45, "县市监局", "为入驻疏导点的摊贩免费办理食品摊贩备案89份，发放计量合格电子秤60台。"),
            reported(
                -43,
                "137户占道摊贩入驻疏导点112户、转入市场内25户，4个市场周边道路恢复通行，落实早中晚三班巡查。",
            ),
            answered(-42),
            noted(-40, "阅。防止反弹。"),
        ),
    ),
    Written(
        "magistrate",
        -50,
        MARKET["title"],
        "请县城管执法局牵头整治，还路于民，同时给摊贩安排好去处，十日内报我。",
        number=MARKET["number"],
        dated=-52,
        officer="officer2",
        acts=(
            proposed(-50, "县城管执法局", told="整治城区农贸市场周边占道经营。"),
            declined(
                -49, "经核，与两天前登记的同一来文、同一批示重复，系政府办、信访局分别转来，不重复立项。"
            ),
            voided(-49, "与先登记的县长批示件重复，已并入该件办理。"),
        ),
    ),
    Written(
        "市委书记",
        -50,
        "市信访局专报：桃溪县信访积案化解情况",
        "请桃溪县委主要领导包案，逐件过堂，限期化解，结果报我。",
        number="市信专报〔{year}〕第9期",
        level=Level.CITY,
        dated=-52,
        urgency=Urgency.COMPLEX,
        acts=(
            handled(
                -50,
                "县信访局",
                ("县公安局", "县自然资源局", "城关镇"),
                told="对市交办的信访积案由县委主要领导包案，逐件过堂，限期化解。",
                opinion="市委主要领导批示，拟请县信访局牵头，逐案列出责任单位和化解期限，提请县委主要领导过堂。",
            ),
            replied(
                -46, 30, "市交办积案8件全部落实县级领导包案，县委主要领导主持过堂2次，当场明确处理意见5件。"
            ),
            finished(-42, "县自然资源局", "历史征地补偿类2件核清原始档案，补差资金9.6万元已支付到户。"),
            replied(-38, 75, "已化解6件，签订息访协议6份；余下2件涉及工程款纠纷，正引导走司法程序。"),
            reported(
                -34,
                "8件积案化解7件，另1件当事人已向法院起诉，落实法律援助和困难救助，做到案结事了、有人负责。",
            ),
            answered(-33, "逐案卷宗齐全，同意呈报。", presented_on=-32),
            again(-29, "化解率不低，但息访不等于息诉。请对已化解的逐件回访，看有没有反复，再报一次。"),
            handled(
                -28,
                "县信访局",
                ("县司法局",),
                due=-17,
                told="对已化解的信访积案逐件回访，核实是否反复，据实报告。",
                opinion="第二轮批示要求回访，拟请县信访局牵头，县司法局配合。",
            ),
            replied(-23, 60, "回访已化解的7件中5件，当事人均表示认可；1件反映救助款未到账，已当日补发。"),
            reported(-19, "7件全部回访完毕，无一反复；1件起诉案件一审判决，当事人服判。回访记录逐件建档。"),
            answered(-18, presented_on=-17),
            noted(-13, "已阅，工作扎实。"),
        ),
    ),
    Written(
        "vice-agri",
        -48,
        "省林业厅转办函：松材线虫病疫木除治进度滞后",
        "请县林业局倒排工期，云台、岩溪两个乡镇压实责任，按省厅期限完成，结果报我。",
        number="湘林转函〔{year}〕28号",
        officer="officer3",
        acts=(
            handled(
                -48,
                "县林业局",
                ("云台镇", "岩溪乡"),
                original=True,
                asked="每周五报送清理株数。",
            ),
            replied(-44, 45, "疫木总数4260株，清理1917株，增派除治队伍3支，新设集中粉碎点1处。"),
            finished(-41, "云台镇", "辖区疫木1520株全部清理下山，伐桩药物处理并覆膜，没有流失。"),
            replied(-39, 85, "累计清理3621株，岩溪乡余下山高路远小班，改用索道下运。"),
            reported(
                -35,
                "4260株疫木全部除治，伐桩处理合格率99.1%，省厅抽查组现场验收通过；疫木粉碎物全部定点利用。",
            ),
            answered(-34, presented_on=-33),
            noted(-31, "阅。除治队伍要保留，防止秋季复发。"),
        ),
    ),
)
