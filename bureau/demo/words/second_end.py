"""The same month's later words: one whose lead was changed, one that came twice, one from the city in two rounds."""

from bureau.demo.acts import (
    declined,
    finished,
    replied,
    reported,
    signed,
    voided,
)
from bureau.demo.disputes import disputed, reassigned
from bureau.demo.handling import handled, proposed
from bureau.demo.leaders import again, noted
from bureau.demo.specials import answered
from bureau.demo.tale import Written
from bureau.org.models import Urgency
from instructions.models import Level, Meaning

MARKET = {"title": "城区农贸市场周边占道经营回潮情况", "number": "桃信专报〔{year}〕33期"}

SECOND_END = (
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
                ("县市监局",),
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
                ("县自然资源局",),
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
            finished(
                -21, "县司法局", "对起诉的1件提供法律援助，参与回访5件，解答法律咨询23人次，未发现新的诉求。"
            ),
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
        number="省林转函〔{year}〕28号",
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
            finished(-36, "岩溪乡", "辖区疫木2740株全部下山，高山远小班用索道下运318株，封锁运输路口4处。"),
            reported(
                -35,
                "4260株疫木全部除治，伐桩处理合格率99.1%，省厅抽查组现场验收通过；疫木粉碎物全部定点利用。",
            ),
            answered(-34, presented_on=-33),
            noted(-31, "阅。除治队伍要保留，防止秋季复发。"),
        ),
    ),
)
