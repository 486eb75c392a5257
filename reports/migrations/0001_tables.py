import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("reports", "0001_initial"),
        ("reports", "0002_guards"),
        ("reports", "0003_lines_name_two"),
        ("reports", "0004_special"),
        ("reports", "0005_special_guards"),
        ("reports", "0006_desk"),
        ("reports", "0007_desk_guards"),
        ("reports", "0008_presence_since"),
        ("reports", "0009_answers_lead_to_covers"),
        ("reports", "0010_their_owners_do_these_jobs"),
        ("reports", "0011_words_of_the_trade"),
        ("reports", "0012_words_on_bulletins_taken_back"),
        ("reports", "0013_objections_are_remedies"),
        ("reports", "0014_what_a_bulletin_makes_known"),
        ("reports", "0015_layouts"),
        ("reports", "0016_one_bulletin_per_occasion"),
    ]

    initial = True

    dependencies = [
        ("directives", "0001_tables"),
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bulletin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "series",
                    models.CharField(
                        choices=[
                            ("notice", "督查通报"),
                            ("special", "督查专报"),
                            ("brief", "督查简报"),
                            ("extra", "督查简报增刊"),
                            ("letter", "督办函"),
                            ("slip", "督查通知单"),
                        ],
                        default="notice",
                        max_length=10,
                        verbose_name="种类",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "拟稿"),
                            ("submitted", "待核稿"),
                            ("checked", "待签发"),
                            ("signed", "已签发"),
                            ("issued", "已印发"),
                            ("discarded", "已废弃"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="标题")),
                ("body", models.TextField(max_length=20000, verbose_name="正文")),
                (
                    "plate",
                    models.CharField(
                        choices=[
                            ("bureau", "督查局"),
                            ("committee", "县委督查室"),
                            ("government", "县政府督查室"),
                            ("environment", "县优化办"),
                            ("accountability", "县问责办"),
                            ("appraisal", "县考核办"),
                        ],
                        default="bureau",
                        max_length=14,
                        verbose_name="发文机关（名义）",
                    ),
                ),
                ("issuer", models.CharField(max_length=60, verbose_name="编印单位")),
                ("head", models.CharField(blank=True, max_length=20, verbose_name="版头名称")),
                (
                    "numbering",
                    models.CharField(
                        choices=[
                            ("arabic_total", "第12期（总第208期）"),
                            ("arabic", "第12期"),
                            ("chinese_total", "第十二期（总第208期）"),
                            ("chinese", "第十二期"),
                        ],
                        default="arabic_total",
                        max_length=14,
                        verbose_name="期号写法",
                    ),
                ),
                (
                    "rates",
                    models.CharField(
                        choices=[
                            ("whole", "整数（90%）"),
                            ("tenths", "一位小数（90.0%）"),
                            ("trimmed", "一位小数，整数不带零（89.5%、90%）"),
                        ],
                        default="whole",
                        max_length=8,
                        verbose_name="百分比写法",
                    ),
                ),
                ("signed_off", models.BooleanField(default=False, verbose_name="署名")),
                ("main_to", models.CharField(blank=True, max_length=1000, verbose_name="主送")),
                ("copy_to", models.CharField(blank=True, max_length=1000, verbose_name="抄送")),
                ("note", models.CharField(blank=True, max_length=100, verbose_name="附注")),
                (
                    "urgency",
                    models.CharField(
                        blank=True,
                        choices=[("特急", "特急"), ("加急", "加急")],
                        max_length=2,
                        verbose_name="紧急程度",
                    ),
                ),
                ("report_to", models.TextField(blank=True, max_length=1000, verbose_name="报")),
                ("send_to", models.TextField(blank=True, max_length=1000, verbose_name="送")),
                ("issue_to", models.TextField(blank=True, max_length=1000, verbose_name="发")),
                ("copies", models.PositiveSmallIntegerField(verbose_name="印发份数")),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directives.source",
                        verbose_name="来源",
                    ),
                ),
                (
                    "answers",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="反馈批示",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="反馈轮次")),
                ("answer_by", models.DateField(blank=True, null=True, verbose_name="整改回复时限")),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="reports.bulletin",
                        verbose_name="更正",
                    ),
                ),
                ("occasion", models.CharField(blank=True, max_length=40)),
                ("counted_at", models.DateTimeField(verbose_name="数据截至")),
                ("words", models.JSONField(default=dict)),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="拟稿人",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核稿人",
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签发领导",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签发人",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="年份")),
                ("issue_no", models.PositiveIntegerField(blank=True, null=True, verbose_name="期数")),
                ("total_no", models.PositiveIntegerField(blank=True, null=True, verbose_name="总期数")),
                ("code", models.CharField(blank=True, max_length=40, verbose_name="文号")),
                ("created_at", models.DateTimeField(verbose_name="拟稿时间")),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="核稿时间")),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="签发时间")),
                ("issued_at", models.DateTimeField(blank=True, null=True, verbose_name="印发时间")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "readers",
                    models.ManyToManyField(
                        blank=True, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="送阅领导"
                    ),
                ),
                (
                    "units",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="org.unit", verbose_name="送达单位"
                    ),
                ),
            ],
            options={
                "verbose_name": "通报",
                "verbose_name_plural": "通报",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "submitted", "checked", "signed", "issued", "discarded"])
                        ),
                        name="bulletin_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="a_bulletin_has_a_title"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issue_no", None),
                                ("signed_by", None),
                                ("state__in", ("draft", "submitted", "checked", "discarded")),
                                ("total_no", None),
                            ),
                            models.Q(
                                ("issue_no__isnull", False),
                                ("signed_at__isnull", False),
                                ("signed_by__isnull", False),
                                ("state__in", ("signed", "issued")),
                                ("total_no__isnull", False),
                                ("year__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_signed_is_numbered_and_nothing_else",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "issued"), _negated=True),
                            ("issued_at__isnull", False),
                            _connector="OR",
                        ),
                        name="what_is_issued_says_when",
                    ),
                    models.UniqueConstraint(
                        fields=("series", "plate", "year", "issue_no"), name="one_issue_per_number"
                    ),
                    models.UniqueConstraint(
                        fields=("series", "plate", "total_no"), name="one_issue_per_total"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        fields=("code",),
                        name="one_letter_per_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("series__in", ("letter", "slip")),
                                ("state__in", ("signed", "issued")),
                                _negated=True,
                            ),
                            models.Q(("code", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_signed_letter_has_its_number",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("occasion", ""), _negated=True),
                            models.Q(("state", "discarded"), _negated=True),
                        ),
                        fields=("occasion",),
                        name="one_bulletin_per_occasion",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("corrects", models.F("id")), _negated=True),
                        name="no_bulletin_corrects_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_by", None),
                            models.Q(("signed_by", models.F("drafted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="the_drafter_never_signs_their_own_bulletin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("checked_by", None),
                            models.Q(("checked_by", models.F("drafted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="the_drafter_never_checks_their_own_bulletin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "checked"), _negated=True),
                            models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="what_is_checked_says_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["draft", "submitted"]), _negated=True),
                            ("checked_by", None),
                            _connector="OR",
                        ),
                        name="what_is_being_drafted_is_not_checked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_by", None),
                            ("signer", None),
                            ("signed_by", models.F("signer")),
                            _connector="OR",
                        ),
                        name="the_chosen_leader_signs_and_nobody_else",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answers", None), ("round", None)),
                            models.Q(("answers__isnull", False), ("round__gte", 1), ("series", "special")),
                            _connector="OR",
                        ),
                        name="only_a_special_answers_and_says_which_round",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("series", "special"), _negated=True),
                            models.Q(("answer_by", None), ("issue_to", ""), ("send_to", "")),
                            _connector="OR",
                        ),
                        name="a_special_only_goes_up",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("answers__isnull", False), models.Q(("state", "discarded"), _negated=True)
                        ),
                        fields=("answers", "round"),
                        name="a_round_is_answered_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Layout",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "series",
                    models.CharField(
                        choices=[
                            ("notice", "督查通报"),
                            ("special", "督查专报"),
                            ("brief", "督查简报"),
                            ("extra", "督查简报增刊"),
                            ("letter", "督办函"),
                            ("slip", "督查通知单"),
                        ],
                        max_length=10,
                        verbose_name="种类",
                    ),
                ),
                (
                    "plate",
                    models.CharField(
                        choices=[
                            ("bureau", "督查局"),
                            ("committee", "县委督查室"),
                            ("government", "县政府督查室"),
                            ("environment", "县优化办"),
                            ("accountability", "县问责办"),
                            ("appraisal", "县考核办"),
                        ],
                        default="bureau",
                        max_length=14,
                        verbose_name="发文机关（名义）",
                    ),
                ),
                ("head", models.CharField(blank=True, max_length=20, verbose_name="版头名称")),
                (
                    "numbering",
                    models.CharField(
                        choices=[
                            ("arabic_total", "第12期（总第208期）"),
                            ("arabic", "第12期"),
                            ("chinese_total", "第十二期（总第208期）"),
                            ("chinese", "第十二期"),
                        ],
                        default="arabic_total",
                        max_length=14,
                        verbose_name="期号写法",
                    ),
                ),
                (
                    "rates",
                    models.CharField(
                        choices=[
                            ("whole", "整数（90%）"),
                            ("tenths", "一位小数（90.0%）"),
                            ("trimmed", "一位小数，整数不带零（89.5%、90%）"),
                        ],
                        default="whole",
                        max_length=8,
                        verbose_name="百分比写法",
                    ),
                ),
                ("signed_off", models.BooleanField(default=False, verbose_name="署名")),
                ("main_to", models.CharField(blank=True, max_length=1000, verbose_name="主送")),
                ("report_to", models.TextField(blank=True, max_length=1000, verbose_name="报")),
                ("send_to", models.TextField(blank=True, max_length=1000, verbose_name="送")),
                ("issue_to", models.TextField(blank=True, max_length=1000, verbose_name="发")),
                ("copy_to", models.CharField(blank=True, max_length=1000, verbose_name="抄送")),
                ("note", models.CharField(blank=True, max_length=100, verbose_name="附注")),
                ("copies", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="印发份数")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "版式",
                "verbose_name_plural": "版式",
                "ordering": ["series", "plate"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "plate"), name="one_layout_per_series_and_plate"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mailing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="名称")),
                ("report_to", models.TextField(blank=True, max_length=1000, verbose_name="报")),
                ("send_to", models.TextField(blank=True, max_length=1000, verbose_name="送")),
                ("issue_to", models.TextField(blank=True, max_length=1000, verbose_name="发")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "readers",
                    models.ManyToManyField(
                        blank=True, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="送阅领导"
                    ),
                ),
                (
                    "units",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="org.unit", verbose_name="送达单位"
                    ),
                ),
            ],
            options={
                "verbose_name": "分发名单",
                "verbose_name_plural": "分发名单",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="a_mailing_has_a_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Announcement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="announcements",
                        to="reports.bulletin",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="事项",
                    ),
                ),
                ("decided", models.PositiveBigIntegerField(verbose_name="决定")),
                ("recalled_at", models.DateTimeField(blank=True, null=True, verbose_name="撤销、变更时间")),
                ("why", models.CharField(blank=True, max_length=300, verbose_name="撤销、变更的情况")),
            ],
            options={
                "verbose_name": "公开的决定",
                "verbose_name_plural": "公开的决定",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["matter", "decided"], name="announced_of_a_matter")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("bulletin", "matter", "decided"), name="a_bulletin_makes_it_known_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recalled_at", None), ("why", "")),
                            models.Q(("recalled_at__isnull", False), models.Q(("why", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="what_is_recalled_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="reports.bulletin",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="批注人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("quote", models.CharField(blank=True, max_length=200, verbose_name="所批文字")),
                ("text", models.CharField(max_length=1000, verbose_name="批注")),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="处理人",
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="处理时间")),
                ("answer", models.CharField(blank=True, max_length=1000, verbose_name="处理意见")),
            ],
            options={
                "verbose_name": "批注",
                "verbose_name_plural": "批注",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="a_comment_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("settled_by", None)),
                            models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_settled_comment_says_by_whom_and_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BulletinEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="reports.bulletin",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("actor_words", models.CharField(max_length=200, verbose_name="经手人")),
                ("step", models.CharField(max_length=60, verbose_name="步骤")),
                ("sentence", models.TextField(verbose_name="经过")),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "verbose_name": "通报经过",
                "verbose_name_plural": "通报经过",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Insert",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inserts",
                        to="reports.bulletin",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("table", "表"), ("chart", "图"), ("photo", "照片"), ("text", "附文")],
                        max_length=6,
                        verbose_name="种类",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                ("annex", models.BooleanField(default=False, verbose_name="作为附件")),
                ("spec", models.JSONField(default=dict)),
                ("data", models.JSONField(default=dict)),
                ("drawn_at", models.DateTimeField(verbose_name="取数时间")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="文件名")),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="字节数")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
            ],
            options={
                "verbose_name": "插入件",
                "verbose_name_plural": "插入件",
                "ordering": ["kind", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("bulletin", "kind", "number"), name="one_insert_per_mark"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "photo"), _negated=True),
                            models.Q(("sha256", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_photo_has_its_file",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "text"), _negated=True), ("annex", True), _connector="OR"
                        ),
                        name="a_text_of_its_own_is_an_annex",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="an_insert_has_a_title"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Instructed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instructed",
                        to="reports.bulletin",
                    ),
                ),
                (
                    "instruction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.matter"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="轮次")),
                ("at", models.DateTimeField(verbose_name="批示时间")),
            ],
            options={
                "verbose_name": "批示于专报",
                "verbose_name_plural": "批示于专报",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("round__gte", 1)), name="instructed_rounds_count_from_one"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objections",
                        to="reports.bulletin",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="单位",
                    ),
                ),
                ("figure", models.CharField(max_length=200, verbose_name="有异议的数据")),
                ("text", models.TextField(max_length=2000, verbose_name="理由和依据")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出人",
                    ),
                ),
                ("entered", models.BooleanField(default=False, verbose_name="书面提出，由督查局代录")),
                ("at", models.DateTimeField(verbose_name="提出时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="答复时限")),
                ("basis", models.JSONField(blank=True, null=True, verbose_name="时限说明")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "待核实"),
                            ("upheld", "属实，予以更正"),
                            ("dismissed", "不予更正"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=2000, verbose_name="核实意见")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="核实时间")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "数据异议",
                "verbose_name_plural": "数据异议",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("bulletin", "unit"),
                        name="a_unit_objects_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True), models.Q(("figure", ""), _negated=True)
                        ),
                        name="an_objection_says_to_what_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None),
                                ("decided_by", None),
                                ("reason", ""),
                                ("state__in", ["waiting", "withdrawn"]),
                            ),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("state__in", ["upheld", "dismissed"]),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_decided_objection_says_who_when_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="reports.bulletin",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("since", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "在改",
                "verbose_name_plural": "在改",
                "constraints": [
                    models.UniqueConstraint(fields=("bulletin", "person"), name="present_once_at_a_draft")
                ],
            },
        ),
        migrations.CreateModel(
            name="Quote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="reports.bulletin",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="matters.matter",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("number", models.CharField(max_length=40, verbose_name="编号")),
                ("title", models.CharField(max_length=500, verbose_name="事项")),
                ("lead", models.CharField(blank=True, max_length=30, verbose_name="牵头单位")),
                ("co", models.TextField(blank=True, verbose_name="协办单位")),
                ("due", models.CharField(max_length=40, verbose_name="时限")),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            ("preparing", "准备"),
                            ("running", "在办"),
                            ("suspended", "中止"),
                            ("closed", "办结"),
                            ("filed", "存阅"),
                            ("void", "作废"),
                        ],
                        max_length=12,
                        verbose_name="阶段",
                    ),
                ),
                ("light", models.CharField(blank=True, max_length=6, verbose_name="灯")),
                ("overdue", models.BooleanField(verbose_name="逾期")),
                ("came_due", models.BooleanField(verbose_name="已到时限")),
                ("on_time", models.BooleanField(verbose_name="按期办结")),
                ("drawn", models.TextField(blank=True)),
                ("progress", models.CharField(blank=True, max_length=500, verbose_name="进展")),
                ("lagging", models.BooleanField(default=False, verbose_name="进展滞后")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="滞后情况")),
            ],
            options={
                "verbose_name": "引用事项",
                "verbose_name_plural": "引用事项",
                "ordering": ["order"],
                "constraints": [
                    models.UniqueConstraint(fields=("bulletin", "matter"), name="a_matter_is_quoted_once"),
                    models.UniqueConstraint(fields=("bulletin", "order"), name="one_quote_per_place"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lagging", False),
                            ("overdue", True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="who_is_named_as_lagging_hears_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lagging", False), ("phase", "running"), _connector="OR"),
                        name="only_what_runs_can_lag",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="reports.bulletin",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收件人",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="收件单位",
                    ),
                ),
                ("copy_no", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="份号")),
                ("delivered_at", models.DateTimeField(verbose_name="送达时间")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="阅读时间")),
                (
                    "read_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="阅读人",
                    ),
                ),
            ],
            options={
                "verbose_name": "送达",
                "verbose_name_plural": "送达",
                "ordering": ["pk"],
                "indexes": [
                    models.Index(fields=["person", "-bulletin"], name="receipt_by_person"),
                    models.Index(fields=["unit", "-bulletin"], name="receipt_by_unit"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("unit", None)),
                        fields=("bulletin", "person"),
                        name="delivered_once_to_each",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("person", None)),
                        fields=("bulletin", "unit"),
                        name="delivered_once_to_each_unit",
                    ),
                    models.UniqueConstraint(fields=("bulletin", "copy_no"), name="one_copy_per_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person__isnull", False), ("unit", None)),
                            models.Q(("person", None), ("unit__isnull", False)),
                            _connector="OR",
                        ),
                        name="delivered_to_a_person_or_a_unit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("read_at", None), ("read_at__gte", models.F("delivered_at")), _connector="OR"
                        ),
                        name="nothing_is_read_before_it_is_delivered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rendering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rendering",
                        to="reports.bulletin",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "正在排版"), ("done", "已成文"), ("failed", "排版未成")],
                        default="waiting",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("trouble", models.CharField(blank=True, max_length=500, verbose_name="原因")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="文件名")),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="字节数")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                ("word_name", models.CharField(blank=True, max_length=200, verbose_name="Word 文件名")),
                ("word_size", models.PositiveIntegerField(blank=True, null=True, verbose_name="Word 字节数")),
                ("word_sha256", models.CharField(blank=True, max_length=64, verbose_name="Word SHA-256")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="成文时间")),
            ],
            options={
                "verbose_name": "成文",
                "verbose_name_plural": "成文",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(
                                models.Q(("sha256", ""), _negated=True),
                                ("size__gt", 0),
                                ("done_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_rendered_has_a_file",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), _negated=True),
                            models.Q(("trouble", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_failure_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="reports.bulletin",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="单位",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="要求时间")),
                ("due_at", models.DateTimeField(verbose_name="回复时限")),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="回复")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="回复时间")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "整改回复",
                "verbose_name_plural": "整改回复",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["unit", "-id"], name="response_by_unit")],
                "constraints": [
                    models.UniqueConstraint(fields=("bulletin", "unit"), name="a_named_unit_answers_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None), ("text", "")),
                            models.Q(
                                models.Q(("text", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_says_who_and_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="reports.bulletin",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="版本")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="修改人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("step", models.CharField(max_length=60, verbose_name="步骤")),
                ("content", models.JSONField(verbose_name="内容")),
            ],
            options={
                "verbose_name": "版本",
                "verbose_name_plural": "版本",
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("bulletin", "number"), name="one_version_per_number")
                ],
            },
        ),
    ]
