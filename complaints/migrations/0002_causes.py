from django.db import migrations

PAIRS = "CREATE INDEX complaint_words ON complaints_complaint USING gin (bigrams(secret_words));"
ACT = "《优化营商环境条例》第{article}条第（{item}）项"
# Label, conduct, article, item, keywords: 优化营商环境条例 (国务院令第722号) 第69、70、71条.
CAUSES = [
    ("干预自主决策", "违法干预应当由市场主体自主决策的事项", "六十九", "一", "干预经营、强行要求、摊派任务"),
    (
        "不平等对待",
        "制定或者实施政策措施不依法平等对待各类市场主体",
        "六十九",
        "二",
        "不公平、歧视、地方保护、限制竞争、准入",
    ),
    (
        "违法查封扣押冻结",
        "违反法定权限、条件、程序对财产实施查封、冻结和扣押等行政强制措施",
        "六十九",
        "三",
        "查封、扣押、冻结、扣车、停产停业、停水、停电",
    ),
    (
        "索要财物人力",
        "在法律、法规规定之外要求市场主体提供财力、物力或者人力",
        "六十九",
        "四",
        "索要、吃拿卡要、赞助、捐款、刁难",
    ),
    (
        "强制评比培训",
        "强制或者变相强制市场主体参加评比、达标、表彰、培训、考核、考试，或者借此收费",
        "六十九",
        "五",
        "评比、达标、培训、考核收费",
    ),
    (
        "乱收费",
        "违法设立或者在目录清单之外执行政府性基金、涉企行政事业性收费、涉企保证金",
        "六十九",
        "六",
        "收费、设卡、过路费、保证金、罚款、乱罚款",
    ),
    (
        "拖欠账款不守承诺",
        "不履行依法作出的政策承诺以及依法订立的合同，或者违约拖欠货物、工程、服务等账款",
        "六十九",
        "七",
        "拖欠、工程款、承诺、奖补、不兑现、合同",
    ),
    (
        "变相许可",
        "变相设定或者实施行政许可，继续实施或者变相实施已取消的行政许可",
        "六十九",
        "八",
        "许可、审批、不予办证、加盖公章",
    ),
    (
        "指定中介",
        "为市场主体指定或者变相指定中介服务机构，或者违法强制接受中介服务",
        "六十九",
        "九",
        "中介、指定检测、指定机构、强迫购买",
    ),
    (
        "不听取意见",
        "制定与生产经营密切相关的规定时，不按照规定听取市场主体、行业协会商会的意见",
        "六十九",
        "十",
        "没有征求意见、突然出台",
    ),
    (
        "不履行职责",
        "其他不履行优化营商环境职责或者损害营商环境的情形",
        "六十九",
        "十一",
        "推诿、拖延、不作为、不办、态度差、频繁检查、阻工、手续",
    ),
    (
        "公用企业不公开标准",
        "公用企事业单位不向社会公开服务标准、资费标准、办理时限等信息",
        "七十",
        "一",
        "资费标准、不公开、水厂、供电",
    ),
    (
        "公用企业强加条件",
        "公用企事业单位强迫市场主体接受不合理的服务条件",
        "七十",
        "二",
        "报装、指定材料、强迫安装",
    ),
    ("公用企业不合理收费", "公用企事业单位向市场主体收取不合理费用", "七十", "三", "接入费、开户费、增容费"),
    (
        "协会中介违法收费评比",
        "行业协会商会、中介服务机构违法开展收费、评比、认证等行为",
        "七十一",
        "一",
        "协会收费、会费、认证费",
    ),
    (
        "干预入会退会",
        "违法干预市场主体加入或者退出行业协会商会等社会组织",
        "七十一",
        "二",
        "强制入会、不让退会",
    ),
    (
        "协会强制培训评比",
        "行业协会商会强制或者变相强制市场主体参加评比、达标、表彰、培训，或者借此收费",
        "七十一",
        "三",
        "协会培训、协会评比",
    ),
    (
        "中介不公开收费",
        "不向社会公开法定行政审批中介服务的条件、流程、时限、收费标准",
        "七十一",
        "四",
        "中介收费、不明码标价",
    ),
    ("强制中介服务", "违法强制或者变相强制市场主体接受中介服务", "七十一", "五", "强制评估、强制检测"),
]
# What a bureau that runs already is given of the new steps' limits; a new installation is filled by `bureau.org.seed`.
GENERAL = {
    "screen": {"flash": (1, "days"), "urgent": (1, "days"), "": (3, "workdays")},
    "supplement": {"": (5, "workdays")},
    "tell": {"": (1, "workdays")},
    "answer_complainant": {"": (5, "workdays")},
    "call_back": {"": (10, "workdays")},
    "judge": {"": (3, "workdays")},
}
OWN = {
    "sign": {"simple": (1, "workdays")},
    "first_reply": {"simple": (2, "workdays")},
    "report": {"simple": (5, "workdays"), "normal": (15, "workdays"), "complex": (30, "days")},
}


def enter(apps, schema_editor):
    cause = apps.get_model("complaints.Cause")
    cause.objects.bulk_create(
        cause(
            label=label,
            conduct=conduct,
            basis=ACT.format(article=article, item=item),
            keywords=keywords,
            order=place * 10,
        )
        for place, (label, conduct, article, item, keywords) in enumerate(CAUSES, 1)
    )


def limit(apps, schema_editor):
    limit = apps.get_model("org.Limit")
    if not limit.objects.exists():
        return
    rows = [("", GENERAL), ("complaints", OWN)]
    limit.objects.bulk_create(
        limit(room=room, step=step, urgency=urgency, amount=amount, unit=unit)
        for room, steps in rows
        for step, cells in steps.items()
        for urgency, (amount, unit) in cells.items()
    )


class Migration(migrations.Migration):
    """The causes of complaints, their limits, and what the bureau finds them by."""

    dependencies = [
        ("complaints", "0001_initial"),
        ("org", "0012_complaints_come"),
        ("matters", "0002_guards"),
    ]

    operations = [
        migrations.RunSQL(PAIRS, "DROP INDEX complaint_words;"),
        migrations.RunPython(enter, migrations.RunPython.noop),
        migrations.RunPython(limit, migrations.RunPython.noop),
    ]
