"""Clues that did not end in a measure: referred, found to have done their duty, exempted, explained; and one that waits."""

from bureau.demo.blamed import checked, filed, found, gathered, referred, reported
from bureau.demo.explained import asked_to_explain, believed, explained
from bureau.demo.heard import plea_answered, pleaded, told, tolerated
from bureau.demo.tale import Blamed
from bureau.demo.visits import WORKS

TOWN, WINDOWS, FUNDS = "双枫镇副镇长", "县行政审批服务局副局长", "县科工局"
DAMS = "县水利局副局长"
SUBSIDY_LATE = "去年的技改奖补资金文件早就下了，一直没有到账，问了四次没有准信。"

CLUES = (
    Blamed(
        -38,
        "技改奖补兑现材料弄虚作假",
        "complaints",
        "disorderly",
        "核查企业投诉时发现，上报的奖补兑现台账把没有拨付的一笔36万元列为已兑现，附有伪造的收款回执。",
        (FUNDS,),
        about=SUBSIDY_LATE,
        by="intake",
        materials="兑现台账、收款回执复印件。",
        acts=(
            checked(
                -37,
                -31,
                "核对兑现台账与国库支付记录，向企业核实收款回执。",
                "兑现台账列为已拨付的36万元，上报时没有支付记录；收款回执上的印章与企业印章不符。",
                "涉嫌弄虚作假，责任人员待有权机关查明。",
                "refer",
                unproved="回执由谁制作，现有手段不能查明。",
            ),
            referred(-29, "discipline", "兑现台账和收款回执涉嫌伪造，超出督查局职权，移送依法处理。"),
        ),
    ),
    Blamed(
        -27,
        "征地补偿款到村三个月没有发放到户",
        "inspections",
        "slow",
        "综合督查发现，征地补偿款拨付到村以后三个月没有发到户，涉及46户。",
        (TOWN,),
        about=WORKS,
        by="officer2",
        team=("accountability", "appraisal"),
        acts=(
            checked(
                -26,
                -24,
                "调阅拨款凭证、村账和会议记录，询问村支部书记。",
                "补偿款已按时拨付到村；19户有权属争议，27户没有发放。",
                "分管副镇长负重要领导责任。",
            ),
            filed(-23, "《土地管理法实施条例》第三十二条"),
            gathered(-21, "拨款凭证和村账", "双枫镇财政所", 9),
            found(-20, TOWN, "对到村资金的发放没有督促检查。", "important", "谈话提醒"),
            reported(
                -19,
                "征地补偿款到村三个月没有发放到户，其中27户没有争议（证据1）。",
                "《土地管理法》第四十八条。",
                "对分管副镇长谈话提醒。",
            ),
            told(-17, TOWN),
            pleaded(
                -15,
                TOWN,
                "款项到村以后，本人三次书面催促发放，两次到村召开会议，并向镇长书面报告，有催办单、会议记录为证。",
            ),
            plea_answered(
                -13,
                TOWN,
                "revoked",
                "催办单、会议记录、书面报告属实，调查时没有收集到；已经履行督促检查职责，申辩成立，不予问责。",
            ),
        ),
    ),
    Blamed(
        -30,
        "告知承诺制审批后企业没有按承诺补齐材料",
        "transfer",
        "wrong",
        "告知承诺方式先行发证的3家企业，有1家没有按期补齐材料，被认为审查不严。",
        (WINDOWS,),
        source_words="县司法局行政执法监督移送",
        acts=(
            checked(
                -29,
                -26,
                "核对改革方案、会议纪要、发证和核查记录。",
                "先行发证有改革方案和会议纪要，1家企业逾期以后已撤销许可。",
                "分管副局长负直接责任。",
            ),
            filed(-25, "《行政许可法》第七十四条"),
            gathered(-23, "告知承诺制改革方案和会议纪要", "县行政审批服务局", 7),
            found(-22, WINDOWS, "对1家企业的承诺没有在10日内核查。", "direct", "谈话提醒"),
            reported(
                -21,
                "告知承诺先行发证3家，其中1家没有按期补齐材料（证据1）；发现以后第3日撤销许可。",
                "《行政许可法》第三十四条。",
                "对分管副局长谈话提醒。",
                mitigating="属于改革试点，及时纠正，没有造成损失。",
            ),
            told(-19, WINDOWS),
            tolerated(
                -17,
                WINDOWS,
                "告知承诺制是县里确定的改革试点，方案经集体研究并报备；发现企业没有履行承诺以后第3日即撤销许可，没有造成损失，申请容错。",
                -15,
                {
                    "lawful": "告知承诺有《优化营商环境条例》依据，没有禁止性规定。",
                    "reform": "列入县年度改革试点，目的是缩短企业开办时间。",
                    "diligent": "建立了核查台账，3家企业都有核查记录。",
                    "unselfish": "与企业没有利益往来，经核查属实。",
                    "procedure": "方案经局党组集体研究，报县政府备案。",
                    "corrected": "发现以后第3日撤销许可并通报同类窗口。",
                },
                "六项条件都符合，免予问责；请完善承诺事项的核查时限。",
            ),
        ),
    ),
    Blamed(
        -24,
        "反映水库巡查记录代签",
        "letter",
        "inaction",
        "来信反映，汛期有三座小型水库的巡查记录笔迹相同，怀疑一人代签、没有到库巡查。",
        (DAMS,),
        source_words="匿名来信",
        materials="三座水库9月的巡查记录复印件。",
        acts=(
            asked_to_explain(
                -21,
                DAMS,
                "1．三座水库的巡查由谁负责、怎样签到。\n2．9月的巡查记录笔迹相同是什么原因，有没有到库巡查的凭证。",
            ),
            explained(
                -8,
                DAMS,
                "1．三座水库相距不到2公里，经局务会研究由一名巡查员负责，有聘用合同。\n"
                "2．记录都是他本人签的，每次到库拍有照片，附9月照片和定位记录；已改为逐库扫码签到。",
            ),
            believed(-5, "聘用合同、到库照片和定位记录相互印证，说明属实，予以采信。"),
        ),
    ),
    Blamed(
        -2,
        "反映窗口人员收取企业购物卡",
        "letter",
        "wrong",
        "来信反映县行政审批服务局某窗口人员在办理经营许可时收取企业购物卡两张。",
        ("县行政审批服务局",),
        source_words="实名举报信",
        materials="来信一封，附购物小票复印件。",
        who={"name": "来信经营户寅", "phone": "0000-5550021"},
    ),
)
