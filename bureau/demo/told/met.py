"""Two visits to enterprises and a round table: what was raised, and what was answered on the spot. One question waits."""

from bureau.demo.tale import Met

MET = (
    Met(
        -48,
        "visit",
        "青源竹制品有限公司",
        (
            ("车间扩建要不要重新做环评？", "产能没有超过批复的，只填登记表，当场指明了入口。"),
            ("招不到熟练工。", "已对接县人社局月底的专场招聘会，企业当场报了名。"),
        ),
        enterprises="青源竹制品有限公司（同意公开）",
    ),
    Met(
        -26,
        "round_table",
        "县政府二楼会议室",
        (
            ("涉企检查能不能合在一次做？", "已通报县司法局的联合检查计划，同一企业一年合并为一次。"),
            ("标准厂房二期什么时候交付？", "经开区管委会当场答复：12月底前交付。"),
        ),
        count=9,
    ),
    Met(
        -2,
        "visit",
        "桃溪经济开发区",
        (
            ("园区晚班没有公交。", "县交通运输局当场答复：下月起加开21时、23时两班。"),
            ("污水处理费的计价依据没有公示。", ""),
        ),
        count=3,
    ),
)
