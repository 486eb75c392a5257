"""A directive that was sent back twice and ran late, and a complaint that was put off: the unit writes a check, the unit is criticised."""

from bureau.demo.blamed import checked, filed, found, gathered, reported
from bureau.demo.heard import decided, deliberated, executed, handed_in, made_known, resolved, told, waived
from bureau.demo.papers.work_report import GRAIN_DRYING
from bureau.demo.tale import Blamed

FARMING, LAND = "县农业农村局", "县自然资源局"
HEAD = f"{FARMING}局长"
CHECK, REMINDER, CIRCULAR = "责令书面检查", "谈话提醒", "通报批评"
LAND_DELAYED = "竹制品加工项目用地手续材料交齐60日没有结果，几次去问都让再等。"
AGREED = "局长、副局长、问责专员：同意调查报告的意见。"

UNITS = (
    Blamed(
        -22,
        "督查事项两次退回、逾期未办结",
        "directives",
        "slow",
        "粮食烘干中心建设事项的办结报告两次被退回，第二次与现场不符；逾期30日以上没有办结。",
        (FARMING, HEAD),
        about=GRAIN_DRYING,
        rule="returns",
        materials="两次办结报告和退回意见。",
        acts=(
            checked(
                -21,
                -20,
                "核对两次办结报告与现场情况，了解逾期原因。",
                "第一次报告缺验收和试运行记录；第二次报告写“已竣工”，其中一座没有通电。逾期期间没有申请延期。",
                "县农业农村局负主要责任，局长负重要领导责任。",
            ),
            filed(-19, "《湖南省影响机关效能和损害经济发展环境行为处理办法》第五条"),
            gathered(
                -17, "两次办结报告和退回意见", "督查事项", 4, "第二次退回：其中一座没有通电，报告与事实不符。"
            ),
            found(
                -17, FARMING, "办结报告与现场不符，两次被退回，逾期没有办结也没有申请延期。", "main", CHECK
            ),
            found(-17, HEAD, "对上报内容没有核实，对逾期没有督促。", "important", REMINDER),
            reported(
                -16,
                "粮食烘干中心事项两次报送的办结报告都不符合事实或者要求，逾期30日以上（证据1）。",
                "县督查工作规则关于如实报告、按期办结的规定。",
                "责令县农业农村局书面检查，对局长谈话提醒。",
                mitigating="最后一座已在调查期间通电试运行。",
            ),
            told(-14, FARMING, HEAD),
            waived(-13, FARMING, HEAD),
            deliberated(-12, AGREED, "责令县农业农村局书面检查，对县农业农村局局长谈话提醒。"),
            resolved(-12, FARMING, CHECK),
            resolved(-12, HEAD, REMINDER),
            decided(-11, FARMING),
            decided(-11, HEAD, "servant"),
            executed(-8, HEAD, REMINDER, "督查局局长谈话，问责专员记录，本人表示接受。"),
            handed_in(
                -7,
                FARMING,
                CHECK,
                "收到书面检查一份4页：分析了报告失实、逾期不报的原因，列出整改措施6条。",
                -6,
            ),
        ),
    ),
    Blamed(
        -41,
        "企业投诉的用地手续久拖不办",
        "complaints",
        "slow",
        "企业用地手续材料交齐60日没有结果，经投诉协调才办结，查明经办股室长期搁置。",
        (LAND,),
        about=LAND_DELAYED,
        by="intake",
        happened="材料交齐之后60日",
        acts=(
            checked(
                -40,
                -36,
                "调阅收件、审查、报批各环节的时间记录。",
                "材料收件以后在经办股室搁置34日才转审查，没有告知企业。",
                "县自然资源局负主要责任。",
            ),
            filed(-35, "《优化营商环境条例》第六十九条"),
            gathered(-33, "用地报批流转单", "县自然资源局", 3),
            found(
                -32, LAND, "企业用地手续收件以后搁置34日，没有一次性告知，没有按时限办理。", "main", CIRCULAR
            ),
            reported(
                -31,
                "企业交齐材料以后，县自然资源局经办股室搁置34日才转审查（证据1），期间企业四次询问，没有得到答复。",
                "《优化营商环境条例》第六十九条。",
                "对县自然资源局通报批评。",
                mitigating="用地批复现已下达，11项手续全部办结。",
            ),
            told(-29, LAND),
            waived(-28, LAND),
            deliberated(-27, AGREED, "对县自然资源局通报批评。"),
            resolved(-27, LAND, CIRCULAR),
            decided(-26, LAND),
            made_known(-24, "关于给予县自然资源局通报批评的通报"),
        ),
    ),
)
