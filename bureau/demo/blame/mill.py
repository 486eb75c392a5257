"""The night the mill ran: a unit criticised before the whole county, three leaders in charge admonished, one plea answered."""

from bureau.demo.blamed import checked, filed, found, gathered, interviewed, reported
from bureau.demo.heard import (
    asked_about,
    decided,
    deliberated,
    executed,
    made_known,
    organ_decided,
    plea_answered,
    pleaded,
    recommended,
    resolved,
    told,
    waived,
)
from bureau.demo.tale import Blamed
from bureau.demo.visits import ENVIRONMENT, INDUSTRY, MILL, TOWN

WATCHES, POWER, GUARDS = f"{ENVIRONMENT}副局长", f"{INDUSTRY}副局长", f"{TOWN}副镇长"
ADMONITION, CIRCULAR = "诫勉谈话", "通报批评"
TALKED = (
    "县委组织部分管副部长谈话，县督查局派人参加，谈话记录经本人核对签字存档。本人表示接受，已写出整改措施。"
)

MILL_CASE = Blamed(
    -50,
    "对停产整治企业夜间擅自恢复生产监管不力",
    "inspections",
    "inaction",
    "督查组夜间暗访发现，被责令停产整治的清江纸业擅自恢复生产，向清江偷排废水；监管单位的巡查、驻厂、用电监测都没有发现。",
    (ENVIRONMENT, WATCHES, POWER, GUARDS),
    about=MILL,
    by="officer1",
    happened="停产通知下达之后至暗访当晚",
    materials="现场记录、照片、企业用电记录复印件、督查结论。",
    acts=(
        checked(
            -49,
            -42,
            "调阅停产通知、巡查登记簿、驻厂值班表、供电数据；询问巡查和驻厂人员；7个工作日内提出报告。",
            "1．停产通知下达以后，企业夜间用电量没有下降，供电数据每周报送县科工局，无人分析。\n"
            "2．生态环境部门的巡查都在白天和21时以前，没有安排夜间抽查。\n"
            "3．驻厂人员夜间长期不在岗，镇里没有安排替班。",
            "县生态环境分局负主体监管责任；县生态环境分局、县科工局、清江铺镇的分管负责人负直接责任。",
            unproved="巡查登记簿当晚的签注是否失实，待督查结论复核以后认定。",
        ),
        filed(-41, "《湖南省影响机关效能和损害经济发展环境行为处理办法》第六条；《环境保护法》第六十八条"),
        gathered(
            -39,
            "督查活动现场记录",
            "督查活动",
            3,
            "22时40分三号蒸球正在运行，车间有工人12名；排污口向清江排放黄色废水。",
        ),
        gathered(-39, "企业三个月分时用电记录", "县供电公司", 12),
        gathered(-38, "驻厂值班表和请假条", "清江铺镇驻厂办公室", 5),
        interviewed(
            -38,
            "县生态环境分局执法大队大队长",
            "问：停产通知下达以后，巡查是怎样安排的？\n"
            "答：每天一次，白天或者晚上9点以前去，登记了就走。\n"
            "问：有没有安排过夜间抽查？\n"
            "答：没有。分管副局长没有布置过，队里也没有提出来。\n"
            "问：看过企业的用电数据吗？\n"
            "答：没有看过，不知道数据报到了县科工局。",
            "县生态环境分局会议室",
        ),
        interviewed(
            -37,
            "清江铺镇驻厂监管员",
            "问：当晚在不在岗？\n答：家里有事，请假回去了。\n问：谁替班？\n答：没有人替班，一直是我一个人。",
            "清江铺镇政府会议室",
        ),
        found(
            -34,
            ENVIRONMENT,
            "对停产整治企业的监管流于形式，两个月没有组织夜间抽查，没有调取用电数据，企业夜间生产、偷排废水长期没有发现。",
            "main",
            CIRCULAR,
        ),
        found(
            -34,
            WATCHES,
            "分管执法监管，没有布置夜间抽查，没有对巡查质量进行检查。",
            "direct",
            ADMONITION,
        ),
        found(
            -34,
            POWER,
            "分管工业运行，停产企业用电数据按周收到以后没有组织分析，没有向生态环境部门通报异常。",
            "direct",
            ADMONITION,
        ),
        found(
            -34,
            GUARDS,
            "分管驻厂监管，只安排一人驻厂，没有建立替班制度，没有检查在岗情况。",
            "direct",
            ADMONITION,
        ),
        reported(
            -33,
            "县政府责令清江纸业停产整治以后，企业于夜间擅自恢复生产，督查组22时40分到厂时三号蒸球正在运行，废水直排清江（证据1）。"
            "停产期间企业夜间用电量没有下降（证据2），驻厂人员当晚不在岗，没有替班（证据3）。"
            "督查结论经复核，巡查登记簿当晚的签注不再认定为失实；监管流于形式的结论成立。",
            "《环境保护法》第二十四条、第六十八条；县政府停产整治决定中“每日巡查、夜间抽查、专人驻厂”的要求。",
            "对县生态环境分局通报批评；建议对三名分管负责人分别诫勉谈话。巡查、驻厂人员由各单位按管理权限处理。",
            mitigating="暗访次日起停产到位，蒸球电源拆除，连续三晚核查没有生产。",
        ),
        told(-31, ENVIRONMENT, WATCHES, POWER, GUARDS),
        pleaded(
            -28,
            WATCHES,
            "停产通知下达后，本人带队到厂检查三次，有记录在案；企业是在巡查之后开机，请从轻处理。",
        ),
        waived(-28, ENVIRONMENT, POWER),
        plea_answered(
            -26,
            WATCHES,
            "upheld",
            "三次到厂检查属实，予以采信；但三次都在白天，停产决定要求的夜间抽查没有布置，申辩不影响对责任的认定。",
        ),
        deliberated(
            -23,
            "局长：事实清楚，同意调查组意见。\n副局长：申辩已逐点答复，同意对县生态环境分局及其分管副局长的意见。\n"
            "问责专员：程序到位，告知、申辩、答复齐全。",
            "对县生态环境分局通报批评；建议县委组织部对县生态环境分局副局长、县科工局副局长、清江铺镇副镇长分别诫勉谈话。",
            against="副局长：县科工局没有现场监管职责，建议对其分管副局长谈话提醒。",
        ),
        resolved(-23, ENVIRONMENT, CIRCULAR),
        resolved(-23, WATCHES, ADMONITION),
        resolved(-23, POWER, ADMONITION),
        resolved(-23, GUARDS, ADMONITION),
        decided(-22, ENVIRONMENT),
        recommended(-22, WATCHES),
        recommended(-22, POWER),
        recommended(-22, GUARDS),
        made_known(-20, "关于给予县生态环境分局通报批评的通报"),
        organ_decided(-18, WATCHES, 31, ADMONITION),
        organ_decided(-18, POWER, 32, ADMONITION),
        organ_decided(-18, GUARDS, 33, ADMONITION),
        executed(-15, WATCHES, ADMONITION, TALKED),
        executed(-15, POWER, ADMONITION, TALKED),
        executed(-14, GUARDS, ADMONITION, TALKED),
        asked_about(-4, "干部考察", WATCHES, POWER, f"{ENVIRONMENT}局长", "县林业局局长", "县水利局副局长"),
    ),
)
