import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("merits", "0001_initial"),
        ("merits", "0002_merit_grade_why"),
        ("merits", "0003_a_use_keeps_its_grade"),
    ]

    initial = True

    dependencies = [
        ("appraisal", "0001_tables"),
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "period",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review",
                        to="appraisal.period",
                        verbose_name="考核期",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("entering", "填写"),
                            ("proposed", "待审定"),
                            ("approved", "已审定"),
                            ("told", "已通知本人"),
                        ],
                        default="entering",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审定人",
                    ),
                ),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="审定日期")),
                ("paper", models.CharField(blank=True, max_length=60, verbose_name="审定依据")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "干部考核",
                "verbose_name_plural": "干部考核",
                "ordering": ["-period__year", "-period__part", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["entering", "proposed", "approved", "told"])),
                        name="review_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("approved", "told")), _negated=True),
                            models.Q(
                                ("approved_by__isnull", False),
                                ("approved_on__isnull", False),
                                models.Q(("paper", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="what_was_decided_of_cadres_was_approved",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Weight",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("head", "主要负责人"),
                            ("in_charge", "分管负责人"),
                            ("member", "班子成员"),
                            ("staff", "工作人员"),
                        ],
                        max_length=10,
                        unique=True,
                        verbose_name="班子位置",
                    ),
                ),
                ("unit", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="单位得分")),
                ("charge", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="分管工作")),
                ("vote", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="民主测评")),
                ("leaders", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="领导评价")),
            ],
            options={
                "verbose_name": "干部计分权重",
                "verbose_name_plural": "干部计分权重",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "unit",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.Value(100), "-", models.F("charge")
                                        ),
                                        "-",
                                        models.F("vote"),
                                    ),
                                    "-",
                                    models.F("leaders"),
                                ),
                            )
                        ),
                        name="weights_of_a_cadre_are_a_hundred",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("charge__gte", 0), ("leaders__gte", 0), ("unit__gte", 0), ("vote__gte", 0)
                        ),
                        name="no_weight_of_a_cadre_is_negative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Merit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="merits", to="merits.review"
                    ),
                ),
                (
                    "cadre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.cadre",
                        verbose_name="干部",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.position",
                        verbose_name="职务",
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(verbose_name="任职月数")),
                ("apart", models.CharField(blank=True, max_length=200, verbose_name="不定等次的理由")),
                (
                    "vote",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="民主测评"
                    ),
                ),
                (
                    "leaders",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="领导评价"
                    ),
                ),
                (
                    "charge",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="分管工作"
                    ),
                ),
                (
                    "score",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="得分"
                    ),
                ),
                ("inputs", models.TextField(blank=True, verbose_name="输入")),
                ("outputs", models.TextField(blank=True, verbose_name="结果")),
                ("caps", models.JSONField(default=list, verbose_name="不得评为一等的情形")),
                ("grade_why", models.CharField(blank=True, max_length=300, verbose_name="建议等次的依据")),
                (
                    "proposed_grade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("first", "一等"),
                            ("second", "二等"),
                            ("third", "三等"),
                            ("fourth", "四等"),
                        ],
                        max_length=6,
                        verbose_name="建议等次",
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("first", "一等"),
                            ("second", "二等"),
                            ("third", "三等"),
                            ("fourth", "四等"),
                        ],
                        max_length=6,
                        verbose_name="等次",
                    ),
                ),
                ("grade_reason", models.CharField(blank=True, max_length=500, verbose_name="定等说明")),
                (
                    "notice",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.service",
                        verbose_name="个人结果通知书",
                    ),
                ),
                ("told", models.CharField(blank=True, max_length=20, verbose_name="已通知的结果")),
            ],
            options={
                "verbose_name": "干部考核结果",
                "verbose_name_plural": "干部考核结果",
                "ordering": ["review", "position__unit__order", "position__unit", "pk"],
                "indexes": [models.Index(fields=["review", "grade"], name="merit_by_grade")],
                "constraints": [
                    models.UniqueConstraint(fields=("review", "cadre"), name="a_cadre_once_per_review"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("grade", ""),
                            ("grade", models.F("proposed_grade")),
                            models.Q(("grade_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="another_grade_of_a_cadre_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("apart", ""), models.Q(("grade", ""), ("score", None)), _connector="OR"
                        ),
                        name="who_stands_apart_has_no_grade",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Council",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_on", models.DateField(verbose_name="研究日期")),
                ("expected", models.PositiveSmallIntegerField(verbose_name="应到人数")),
                ("present", models.CharField(max_length=500, verbose_name="出席人员职务")),
                ("ayes", models.PositiveSmallIntegerField(verbose_name="同意")),
                ("noes", models.PositiveSmallIntegerField(default=0, verbose_name="反对")),
                ("abstentions", models.PositiveSmallIntegerField(default=0, verbose_name="弃权")),
                ("decided", models.TextField(max_length=2000, verbose_name="研究意见")),
                ("minority", models.TextField(blank=True, max_length=1000, verbose_name="不同意见")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="记录人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="councils",
                        to="merits.review",
                    ),
                ),
            ],
            options={
                "verbose_name": "干部等次集体研究",
                "verbose_name_plural": "干部等次集体研究",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ayes__gt", models.F("noes"))), name="a_council_agreed"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Stint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "merit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stints", to="merits.merit"
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.position",
                        verbose_name="职务",
                    ),
                ),
                (
                    "appraised",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="appraisal.appraised",
                        verbose_name="被考核单位",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("head", "主要负责人"),
                            ("in_charge", "分管负责人"),
                            ("member", "班子成员"),
                            ("staff", "工作人员"),
                        ],
                        max_length=10,
                        verbose_name="班子位置",
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(verbose_name="任职月数")),
            ],
            options={
                "verbose_name": "任职段",
                "verbose_name_plural": "任职段",
                "ordering": ["merit", "position__since", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("merit", "position"), name="a_post_once_per_merit"),
                    models.CheckConstraint(
                        condition=models.Q(("months__gt", 0)), name="a_post_was_held_for_some_months"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Use",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "merit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uses", to="merits.merit"
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        choices=[
                            ("first", "一等"),
                            ("second", "二等"),
                            ("third", "三等"),
                            ("fourth", "四等"),
                        ],
                        max_length=6,
                        verbose_name="所依据的等次",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("praise", "表扬"),
                            ("promote", "提拔重用"),
                            ("admonish", "诫勉"),
                            ("move", "调整"),
                            ("remove", "免职"),
                            ("demote", "降职"),
                        ],
                        max_length=8,
                        verbose_name="建议",
                    ),
                ),
                ("organ", models.CharField(max_length=60, verbose_name="决定机关")),
                ("reason", models.CharField(max_length=500, verbose_name="理由")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "待审批"),
                            ("agreed", "待送出"),
                            ("sent", "已送决定机关"),
                            ("done", "已落实"),
                            ("not_done", "未采纳"),
                            ("dropped", "不再提出"),
                        ],
                        default="asked",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="拟定人",
                    ),
                ),
                (
                    "agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审批人",
                    ),
                ),
                ("agreed_on", models.DateField(blank=True, null=True, verbose_name="审批日期")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="建议书文号")),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="送出日期")),
                ("document", models.CharField(blank=True, max_length=60, verbose_name="决定文号")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="决定日期")),
                ("words", models.CharField(blank=True, max_length=500, verbose_name="情况")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "结果运用",
                "verbose_name_plural": "结果运用",
                "ordering": ["merit", "pk"],
                "indexes": [models.Index(fields=["kind", "state"], name="use_by_kind")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "dropped"), _negated=True),
                        fields=("merit", "kind"),
                        name="a_use_once_per_merit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["asked", "agreed", "sent", "done", "not_done", "dropped"])
                        ),
                        name="use_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed_by", None),
                            models.Q(("agreed_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="who_proposes_a_use_does_not_agree_to_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["sent", "done", "not_done"]), _negated=True),
                            models.Q(
                                ("agreed_by__isnull", False),
                                ("sent_on__isnull", False),
                                models.Q(("number", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_use_that_was_sent_has_its_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(
                                ("decided_on__isnull", False), models.Q(("document", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="what_came_of_a_use_has_its_document",
                    ),
                ],
            },
        ),
    ]
