"""Three visits on site: a paper mill by night, the people's livelihood works of the year, and another look at the mill."""

from bureau.demo.tale import Visit
from bureau.demo.visited import (
    begun,
    closed,
    concluded,
    contested,
    decided,
    finished,
    planned,
    seen,
    settled,
    signed_there,
    supervised,
    used,
    verified,
)

MILL, WORKS = "停产整治造纸企业夜间暗访", "民生实事项目推进情况综合督查"
ENVIRONMENT, INDUSTRY, TOWN = "县生态环境分局", "县科工局", "清江铺镇"
SHUT_DOWN = "责令清江纸业停产到位并查处夜间偷排"
PAPERS = "现场记录3条，照片2张，企业用电记录复印件1份。"

VISITS = (
    Visit(
        -58,
        MILL,
        "special",
        "县政府责令清江纸业停产整治决定的落实情况：企业是否停产，监管单位是否按要求巡查。",
        (ENVIRONMENT, TOWN),
        -55,
        -54,
        methods=("check", "documents"),
        items=("企业是否停产", "排污口有无排水", "监管单位巡查记录是否真实"),
        unannounced=True,
        acts=(
            planned(-57),
            begun(-55),
            seen(
                -55,
                ENVIRONMENT,
                "problem",
                "22时40分三号蒸球正在运行，车间有工人12名。",
                "清江纸业蒸煮车间",
                1,
                "三号蒸球.png",
            ),
            seen(
                -55,
                ENVIRONMENT,
                "problem",
                "排污口向清江排放黄色废水，水温烫手。",
                "清江纸业东侧排污口",
                2,
                "排污口.png",
            ),
            seen(
                -55, ENVIRONMENT, "fact", "门卫出示的巡查登记簿当晚21时有“已停产”签注。", "清江纸业门卫室", 3
            ),
            seen(-55, TOWN, "problem", "驻厂监管人员不在岗，电话无人接听。", "驻厂办公室", 3),
            signed_there(-54, TOWN, "清江铺镇分管副镇长", "驻厂人员当晚请假，未安排替班。"),
            finished(-54),
            supervised(-53, ENVIRONMENT, SHUT_DOWN, ENVIRONMENT, -36),
            concluded(
                -51,
                ENVIRONMENT,
                "清江纸业在停产整治期间夜间生产，三号蒸球运行，废水直排清江；巡查登记簿当晚的“已停产”签注与事实不符。",
                PAPERS,
                "对停产企业的监管流于形式。请依法查处，15日内报告结果；巡查人员的责任由你单位提出处理意见。",
            ),
            concluded(
                -51,
                TOWN,
                "驻厂监管人员当晚不在岗，没有安排替班。",
                "现场记录1条，签字1份。",
                "驻厂监管责任没有落实，请立即整改，建立替班制度。",
            ),
            contested(
                -42,
                ENVIRONMENT,
                "当晚巡查人员21时到厂时确未生产，签注属实；企业是巡查之后开机，不应认定签注与事实不符。",
            ),
            decided(
                -34,
                ENVIRONMENT,
                "changed",
                "调取门卫监控，巡查人员21时05分到厂，当时车间没有开机。签注与事实不符的认定予以删去；监管流于形式的结论成立。",
            ),
            settled(
                -40,
                SHUT_DOWN,
                "清江纸业蒸球电源已拆除、厂区封闭，夜间偷排已立案查处，处以罚款；夜间抽查每周两次已排入值班表。",
                -28,
                "经现场核查停产到位，予以销号。",
            ),
            verified(-30, ENVIRONMENT, "done", "蒸球电源已拆除，厂区封闭，连续三晚没有生产。"),
            used(
                -29, ENVIRONMENT, "criticise", "停产企业夜间生产长期没有发现。", -28, "督查通报已点名批评。"
            ),
            closed(
                -27,
                "夜间暗访发现停产企业偷开偷排，两家监管单位的结论已送达，问题转为督查事项，经核查已停产到位。",
            ),
        ),
    ),
    Visit(
        -40,
        WORKS,
        "comprehensive",
        "年初确定的民生实事项目进度、质量和资金拨付情况。",
        ("县教育局", "县水利局", "竹山镇", "双枫镇"),
        -36,
        -33,
        methods=("report", "check", "forum", "documents"),
        items=("项目进度是否达到序时要求", "资金是否及时拨付", "群众是否满意"),
        officer="officer2",
        members=("officer3", "officer1"),
        acts=(
            planned(-39),
            begun(-36),
            seen(-36, "县教育局", "fact", "公办幼儿园改扩建8所，已完工7所。", "教育局会议室", 1),
            seen(-36, "县教育局", "praise", "工程款按进度直达施工单位，农民工工资专户足额。", "", 2),
            seen(
                -35,
                "县水利局",
                "problem",
                "农村饮水提质工程双枫片区管网只完成三成，低于序时进度。",
                "双枫镇施工现场",
                1,
                "管网工地.png",
            ),
            seen(-34, "竹山镇", "fact", "敬老院改造已投入使用，入住42人。", "竹山镇敬老院", 1),
            seen(-33, "双枫镇", "problem", "征地补偿款拨付到村后三个月没有发到户。", "双枫镇财政所", 2),
            finished(-33),
            concluded(
                -29,
                "县教育局",
                "公办幼儿园改扩建8所，完工7所，资金拨付及时。",
                "现场记录2条，项目台账。",
                "进度符合要求，工资专户的做法值得推广。",
            ),
            concluded(
                -29,
                "县水利局",
                "农村饮水提质工程双枫片区管网完成30%，低于序时进度40个百分点。",
                "现场记录1条，照片1张，监理月报。",
                "请倒排工期，12月底前完成，每半月报一次进度。",
            ),
            concluded(
                -28,
                "双枫镇",
                "征地补偿款到村三个月没有发到户，涉及46户。",
                "现场记录1条，财政所拨款凭证，村账。",
                "请10日内发放到位，报送发放清单。",
            ),
            used(-27, "县教育局", "praise", "工程款直达、工资专户的做法可以在全县推广。", -26),
            contested(
                -21, "双枫镇", "其中19户因权属争议正在调解，不是拖延不发，请求变更“没有发到户”的认定。"
            ),
            decided(
                -12,
                "双枫镇",
                "upheld",
                "19户有争议属实，但其余27户无争议也没有发放，原结论成立；已要求先发27户。",
            ),
        ),
    ),
    Visit(
        -8,
        f"{MILL}整改情况“回头看”",
        "clue_check",
        "清江纸业停产到位、巡查和驻厂监管整改情况。",
        (ENVIRONMENT, TOWN),
        -3,
        2,
        items=("企业是否停产", "排污口有无排水", "驻厂替班制度是否落实"),
        follows=MILL,
        acts=(
            planned(-7),
            begun(-3),
            seen(-2, TOWN, "fact", "驻厂替班表上墙，当晚两人在岗。", "驻厂办公室", 3),
        ),
    ),
)
