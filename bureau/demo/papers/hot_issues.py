"""Two 群众热点: what the people say at the school gate and on the hotline, without any meeting."""

from bureau.demo.acts import accepted, closed, countersigned, finished, replied, reported
from bureau.demo.tale import Paper, Tale
from directives.models import Source

SCHOOL = Paper(
    kind=Source.Kind.HOT_ISSUE,
    title="县实验小学门口早晚拥堵",
    number="",
    date=-22,
    officer="officer1",
    organ="",
    channel=Source.Channel.VISIT,
    heard="早上七点半到八点，校门口两百米走不动，接孩子的三轮车、小车停满人行道，孩子在车缝里钻。"
    "放学时更挤，救护车也过不去。大家盼着错开放学，再划一块能临时停车的地方。",
    tales=(
        Tale(
            "治理县实验小学门口早晚拥堵，划设临时停靠区并实行错时放学",
            "县公安局",
            ("县教育局", "县城管执法局"),
            due=-4,
            leader="分管公安副县长",
            acts=(
                replied(-17, 40, "划设临时停靠车位46个，早晚高峰安排民警和护学岗6人。"),
                countersigned(-16),
                finished(-12, "县教育局", "一至三年级与四至六年级错开二十分钟放学，已告知全部家长。"),
                countersigned(-12, "县教育局"),
                finished(-11, "县城管执法局", "清理校门口流动摊点11个，拆除违规占道护栏两处。"),
                reported(-9, "拥堵路段平均通行时间由14分钟降到4分钟，连续两周无堵死，护学岗长期保留。"),
                countersigned(-8),
                closed(-7, "现场看过两个早高峰，通行正常，予以销号。"),
            ),
        ),
    ),
)
WATER = Paper(
    kind=Source.Kind.HOT_ISSUE,
    title="花桥坪镇三个村自来水时断时续",
    number="",
    date=-12,
    officer="officer2",
    organ="",
    channel=Source.Channel.HOTLINE,
    heard="两周里12345接到同样的电话二十三个：每天傍晚停水两三个小时，来水时是黄的，做饭要等到八九点。"
    "镇里说是水厂的事，水厂说是管网的事。",
    tales=(
        Tale(
            "解决花桥坪镇三个村傍晚停水、水质发黄问题",
            "县水利局",
            ("花桥坪镇", "县自来水公司"),
            due=8,
            leader="分管农业副县长",
            acts=(
                replied(-5, 60, "查明为加压泵站一台水泵损坏，已更换；正在冲洗管网7公里，水样已送检。"),
                accepted(-4, "请送检结果出来后报告。"),
            ),
        ),
    ),
)
