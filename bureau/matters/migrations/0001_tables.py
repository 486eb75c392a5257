import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

import bureau.matters.deadlines.dues


class Migration(migrations.Migration):
    replaces = [
        ("matters", "0001_initial"),
        ("matters", "0002_guards"),
        ("matters", "0003_ledgers_sorted_by_due"),
        ("matters", "0004_clock"),
        ("matters", "0005_lines_name_two"),
        ("matters", "0006_duties_to_remind"),
        ("matters", "0007_leaders_and_their_word"),
        ("matters", "0008_disputes"),
        ("matters", "0009_forms_move_to_the_kit"),
        ("matters", "0010_ledgers_counted"),
        ("matters", "0011_lines_by_actor"),
        ("matters", "0012_steps_are_declared"),
        ("matters", "0013_found_as_seen"),
        ("matters", "0014_register"),
        ("matters", "0015_sealed"),
        ("matters", "0016_nothing_unsealed"),
        ("matters", "0017_trouble_first"),
        ("matters", "0018_words_of_the_trade"),
        ("matters", "0019_replies_taken_back"),
        ("matters", "0020_complaints_come"),
        ("matters", "0021_words_of_replies_and_files"),
        ("matters", "0022_suggestions_come"),
        ("matters", "0023_served_and_contested"),
        ("matters", "0024_behind_plan"),
        ("matters", "0025_ledgers_come_back"),
        ("matters", "0026_owed_by_each"),
        ("matters", "0027_a_dispute_proposes_a_unit"),
        ("matters", "0028_inside_a_unit"),
        ("matters", "0029_papers_on_persons"),
        ("matters", "0030_words_said_in_person"),
        ("matters", "0031_files_of_a_room_that_encrypts"),
        ("matters", "0032_links_quote_and_upstream_changes"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Matter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("directives", "决策督查"),
                            ("inspections", "督查活动"),
                            ("suggestions", "督查建议"),
                            ("instructions", "领导批示件"),
                            ("complaints", "营商环境投诉"),
                            ("accountability", "有错无为问责"),
                            ("appraisal", "绩效考核"),
                        ],
                        max_length=16,
                        verbose_name="业务",
                    ),
                ),
                (
                    "number",
                    models.CharField(blank=True, max_length=40, null=True, unique=True, verbose_name="编号"),
                ),
                ("title", models.CharField(max_length=500, verbose_name="事项")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办督查员",
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="交办领导",
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("flash", "特急"),
                            ("urgent", "急件"),
                            ("simple", "简单"),
                            ("normal", "一般"),
                            ("complex", "复杂"),
                            ("minutes", "会议纪要事项"),
                            ("longterm", "年度/长期事项"),
                        ],
                        default="normal",
                        max_length=12,
                        verbose_name="办理类别",
                    ),
                ),
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
                        default="preparing",
                        max_length=12,
                        verbose_name="阶段",
                    ),
                ),
                ("stage", models.CharField(max_length=20, verbose_name="状态")),
                (
                    "secrecy",
                    models.CharField(
                        choices=[("normal", "一般"), ("sealed", "限阅")],
                        default="normal",
                        max_length=8,
                        verbose_name="范围",
                    ),
                ),
                ("team_only", models.BooleanField(default=False, verbose_name="仅组内知悉")),
                ("registered_at", models.DateTimeField(verbose_name="登记时间")),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="交办时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="办理时限")),
                ("behind_at", models.DateTimeField(blank=True, null=True)),
                ("far_behind_at", models.DateTimeField(blank=True, null=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="完成时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="销号时间")),
                ("words", models.TextField(blank=True, verbose_name="检索词")),
                ("version", models.PositiveIntegerField(default=1)),
                ("entry_count", models.PositiveIntegerField(default=0)),
                ("chain_head", models.CharField(blank=True, max_length=64)),
                ("place", models.PositiveBigIntegerField(blank=True, null=True, unique=True)),
                ("link", models.CharField(blank=True, max_length=64)),
                ("seal", models.CharField(blank=True, max_length=64)),
                (
                    "rank",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                models.Q(("phase", "running"), ("finished_at__isnull", True)),
                                then=models.Value(0),
                            ),
                            models.When(models.Q(("phase", "running")), then=models.Value(1)),
                            models.When(phase="preparing", then=models.Value(2)),
                            models.When(phase="suspended", then=models.Value(3)),
                            models.When(phase="void", then=models.Value(5)),
                            default=models.Value(4),
                        ),
                        output_field=models.SmallIntegerField(),
                    ),
                ),
                (
                    "runs_until",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                models.Q(("phase", "running"), ("finished_at__isnull", True)),
                                then=django.db.models.functions.comparison.Least("due_at", "far_behind_at"),
                            )
                        ),
                        output_field=models.DateTimeField(null=True),
                    ),
                ),
            ],
            options={
                "verbose_name": "事项",
                "verbose_name_plural": "事项",
                "ordering": ["-id"],
                "permissions": [("read_matter", "查阅事项")],
                "indexes": [
                    models.Index(fields=["kind", "-id"], name="matter_by_kind"),
                    models.Index(fields=["kind", "phase", "due_at"], name="matter_by_due"),
                    models.Index(fields=["officer", "-id"], name="matter_by_officer"),
                    models.Index(fields=["kind", "secrecy", "officer", "-id"], name="matter_counted"),
                    models.Index(fields=["due_at"], name="matter_sorted_by_due"),
                    models.Index(fields=["rank", "runs_until", "-id"], name="matter_trouble_first"),
                    models.Index(
                        condition=models.Q(("leader__isnull", False)),
                        fields=["leader", "-id"],
                        name="matter_by_leader",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="a_matter_has_a_title"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("team_only", False), ("secrecy", "sealed"), _connector="OR"),
                        name="a_teams_own_is_sealed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("phase__in", ["preparing", "void", "filed"]),
                            models.Q(("number__isnull", False), ("opened_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="what_runs_is_numbered_and_opened",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("phase", "closed"), _negated=True),
                            models.Q(("closed_at__isnull", False), ("finished_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="what_is_closed_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("finished_at__isnull", True),
                            ("finished_at__gte", models.F("opened_at")),
                            _connector="OR",
                        ),
                        name="nothing_is_finished_before_it_is_opened",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("entry_count", 0),
                            models.Q(
                                ("place__isnull", False),
                                models.Q(("link", ""), _negated=True),
                                models.Q(("seal", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="what_has_lines_is_registered_and_sealed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Register",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("count", models.PositiveBigIntegerField(default=0, verbose_name="件数")),
                ("head", models.CharField(blank=True, max_length=64, verbose_name="末件链码")),
                ("seal", models.CharField(blank=True, max_length=64, verbose_name="封印")),
            ],
            options={
                "verbose_name": "登记簿",
                "verbose_name_plural": "登记簿",
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_register")],
            },
        ),
        migrations.CreateModel(
            name="Reimport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="导回人",
                    ),
                ),
                ("kind", models.CharField(max_length=20, verbose_name="业务")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="导回时间")),
                ("file_name", models.CharField(max_length=200, verbose_name="文件名")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("maker", models.CharField(max_length=200, verbose_name="导出人")),
                ("made_at", models.DateTimeField(verbose_name="导出时间")),
                ("sealed", models.BinaryField(null=True, verbose_name="内容")),
                ("done", models.PositiveIntegerField(default=0, verbose_name="已改")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="办完时间")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "改后导回",
                "verbose_name_plural": "改后导回",
                "ordering": ["-id"],
                "indexes": [models.Index(fields=["person", "kind", "-id"], name="reimport_by_person")],
            },
        ),
        migrations.CreateModel(
            name="Serial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("series", models.CharField(max_length=20, verbose_name="系列")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年份")),
                ("last", models.PositiveIntegerField(verbose_name="末号")),
            ],
            options={
                "verbose_name": "编号",
                "verbose_name_plural": "编号",
                "constraints": [
                    models.UniqueConstraint(fields=("series", "year"), name="one_count_per_series_and_year")
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="matters.matter",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "牵头"), ("co", "协办")], max_length=4, verbose_name="角色"
                    ),
                ),
                ("asked", models.CharField(blank=True, max_length=500, verbose_name="办理要求")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "待交办"),
                            ("pending", "待签收"),
                            ("working", "办理中"),
                            ("reported", "已报完成"),
                            ("done", "已完成"),
                            ("released", "不再承办"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="签收时间")),
                ("open", models.BooleanField(default=False)),
                ("sealed", models.BooleanField(default=False)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "交办",
                "verbose_name_plural": "交办",
                "ordering": ["-role", "unit__order", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("opened_at__isnull", False), ("sealed", False)),
                        fields=["unit", "-opened_at", "-matter"],
                        name="assignment_by_unit",
                    ),
                    models.Index(
                        condition=models.Q(("open", True), ("sealed", False)),
                        fields=["unit", "-opened_at", "-matter"],
                        name="assignment_open_by_unit",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("matter", "unit"), name="a_unit_once_per_matter"),
                    models.UniqueConstraint(
                        condition=models.Q(("role", "lead")), fields=("matter",), name="one_lead_per_matter"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opened_at__isnull", True), ("state", "planned")),
                            models.Q(
                                models.Q(("state", "planned"), _negated=True), ("opened_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="planned_until_opened",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MatterGrant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "permission",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.permission"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to="matters.matter",
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="授权人",
                    ),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="理由")),
                ("until", models.DateField(verbose_name="截止日期")),
            ],
            options={
                "verbose_name": "授权查阅",
                "verbose_name_plural": "授权查阅",
                "unique_together": {("user", "permission", "content_object")},
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links_out",
                        to="matters.matter",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links_in",
                        to="matters.matter",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[("arises", "由其引起"), ("evidence", "作为依据"), ("continues", "接续办理")],
                        max_length=10,
                        verbose_name="关系",
                    ),
                ),
                ("quoted", models.CharField(blank=True, max_length=700, verbose_name="引用时的情况")),
            ],
            options={
                "verbose_name": "关联",
                "verbose_name_plural": "关联",
                "constraints": [
                    models.UniqueConstraint(fields=("source", "target", "why"), name="a_link_once"),
                    models.CheckConstraint(
                        condition=models.Q(("source", models.F("target")), _negated=True),
                        name="no_link_to_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recusal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recusals",
                        to="matters.matter",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="回避单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "回避",
                "verbose_name_plural": "回避",
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "matter"), name="a_unit_recused_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="UpstreamChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="上游事项",
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("reopened", "重新办理"),
                            ("voided", "作废"),
                            ("due_moved", "时限变动"),
                            ("recalled", "决定撤销或变更"),
                            ("withdrawn", "文书撤回"),
                        ],
                        max_length=10,
                        verbose_name="变化",
                    ),
                ),
                ("words", models.CharField(max_length=500, verbose_name="情况")),
                ("at", models.DateTimeField(verbose_name="变化时间")),
                ("kind", models.CharField(max_length=16, verbose_name="引用处类别")),
                ("key", models.PositiveBigIntegerField(verbose_name="引用处")),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="引用的事项",
                    ),
                ),
                ("quoted", models.CharField(blank=True, max_length=700, verbose_name="引用时的情况")),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("stands", "不受影响，维持"), ("mended", "已相应处理")],
                        max_length=8,
                        verbose_name="处理",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="处理说明")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="处理人",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="处理时间")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "上游变化",
                "verbose_name_plural": "上游变化",
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("verdict", "")), fields=["about"], name="change_waits_at_a_matter"
                    ),
                    models.Index(fields=["kind", "key"], name="change_at_a_place"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("verdict", "")),
                        fields=("matter", "what", "kind", "key"),
                        name="a_change_waits_once_at_a_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None), ("decided_by", None), ("reason", ""), ("verdict", "")
                            ),
                            models.Q(
                                models.Q(("verdict", ""), _negated=True),
                                models.Q(("reason", ""), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_decided_change_says_who_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="matters.matter",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="matters.assignment",
                    ),
                ),
                ("seq", models.PositiveIntegerField(verbose_name="序号")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("actor_words", models.CharField(max_length=200, verbose_name="经手人")),
                ("step", models.CharField(max_length=60, verbose_name="步骤")),
                ("sentence", models.TextField(verbose_name="动态")),
                ("facts", models.JSONField(default=dict, verbose_name="要素")),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("all", "全部"),
                            ("unit", "承办单位与督查局"),
                            ("above", "督查局与县领导"),
                            ("desk", "督查局内部"),
                        ],
                        default="all",
                        max_length=8,
                        verbose_name="可见范围",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("digest", models.CharField(max_length=64, verbose_name="链码")),
            ],
            options={
                "verbose_name": "动态",
                "verbose_name_plural": "动态",
                "ordering": ["-seq"],
                "indexes": [models.Index(fields=["actor", "-id"], name="entry_by_actor")],
                "constraints": [models.UniqueConstraint(fields=("matter", "seq"), name="one_line_per_place")],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="matters.assignment",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="填报人",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("progress", "进展反馈"),
                            ("final", "办结报告"),
                            ("extension", "延期申请"),
                            ("dispute", "职责异议"),
                        ],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="内容")),
                ("progress", models.TextField(blank=True, max_length=2000, verbose_name="目前进展")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="完成进度（%）"),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="申请延至")),
                (
                    "proposed",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="建议承办单位",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="填报时间")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drafted", "待审签"),
                            ("sent", "已报送"),
                            ("accepted", "审核通过"),
                            ("returned", "已退回"),
                            ("withdrawn", "已撤回"),
                        ],
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "countersigned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审签人",
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="报送时间")),
                (
                    "judged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审核人",
                    ),
                ),
                ("judged_at", models.DateTimeField(blank=True, null=True, verbose_name="审核时间")),
                ("remark", models.CharField(blank=True, max_length=1000, verbose_name="审核意见")),
                ("past", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "反馈",
                "verbose_name_plural": "反馈",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent__isnull", True), ("percent__lte", 100), _connector="OR"),
                        name="percent_up_to_hundred",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "extension"), _negated=True),
                            ("until__isnull", False),
                            _connector="OR",
                        ),
                        name="an_extension_names_a_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["sent", "accepted"]), _negated=True),
                            ("sent_at__isnull", False),
                            _connector="OR",
                        ),
                        name="what_is_sent_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("author", models.F("judged_by")), _negated=True),
                        name="the_author_never_judges_their_own_reply",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "extension"), ("state__in", ["drafted", "sent"])),
                        fields=("assignment",),
                        name="one_open_extension_per_assignment",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("kind", "dispute"),
                            ("past", False),
                            models.Q(("state", "drafted"), ("sent_at__isnull", False), _connector="OR"),
                        ),
                        fields=("assignment",),
                        name="one_dispute_each_time_it_is_given_out",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="matters.matter",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="matters.assignment",
                        verbose_name="受送达单位",
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
                        verbose_name="受送达单位负责人",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.position",
                        verbose_name="受送达人",
                    ),
                ),
                ("sealed", models.BinaryField(blank=True, null=True, verbose_name="受送达人密文")),
                ("paper", models.CharField(max_length=40, verbose_name="文书")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="文号")),
                ("text", models.TextField(verbose_name="正文")),
                ("name", models.CharField(max_length=200, verbose_name="文件名")),
                ("size", models.PositiveIntegerField(verbose_name="字节数")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "state",
                    models.CharField(
                        choices=[("served", "待签收"), ("received", "已签收")],
                        default="served",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "served_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="送达人",
                    ),
                ),
                ("served_at", models.DateTimeField(verbose_name="送达时间")),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("click", "网上签收"),
                            ("direct", "直接送达"),
                            ("left", "留置送达"),
                            ("post", "邮寄送达"),
                            ("entrusted", "委托送达"),
                        ],
                        max_length=10,
                        verbose_name="签收方式",
                    ),
                ),
                ("received_at", models.DateTimeField(blank=True, null=True, verbose_name="签收时间")),
                (
                    "received_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签收人",
                    ),
                ),
                (
                    "taker",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="接收人职务和与受送达单位的关系"
                    ),
                ),
                ("refusal", models.CharField(blank=True, max_length=500, verbose_name="拒收事由和见证人")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "送达文书",
                "verbose_name_plural": "送达文书",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("received_at", None), ("state", "served"), ("way", "")),
                            models.Q(
                                ("received_at__isnull", False),
                                ("state", "received"),
                                models.Q(("way", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_received_says_when_and_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("way", "left"), _negated=True),
                            models.Q(("refusal", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_was_left_says_who_refused_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("assignment__isnull", False), ("position", None), ("unit", None)),
                            models.Q(("assignment", None), ("position", None), ("unit__isnull", False)),
                            models.Q(("assignment", None), ("position__isnull", False), ("unit", None)),
                            _connector="OR",
                        ),
                        name="a_paper_has_one_addressee",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("position", None), ("sealed__isnull", False), _connector="OR"),
                        name="a_persons_paper_is_sealed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("received_at", None),
                            ("received_at__gte", models.F("served_at")),
                            _connector="OR",
                        ),
                        name="nothing_is_received_before_it_is_served",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Behalf",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="behalf",
                        serialize=False,
                        to="matters.entry",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("secretary", "代录"), ("stand_in", "外出代理")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "principal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="本人",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经手人",
                    ),
                ),
                ("authority", models.CharField(max_length=200, verbose_name="依据")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="确认时间")),
                ("disputed_at", models.DateTimeField(blank=True, null=True, verbose_name="提出异议时间")),
                ("objection", models.CharField(blank=True, max_length=1000, verbose_name="异议")),
            ],
            options={
                "verbose_name": "代为办理",
                "verbose_name_plural": "代为办理",
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("confirmed_at__isnull", True),
                            ("disputed_at__isnull", True),
                            ("kind", "secretary"),
                        ),
                        fields=["principal"],
                        name="behalf_to_confirm",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("authority", ""), _negated=True),
                        name="a_behalf_names_its_authority",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("principal", models.F("entered_by")), _negated=True),
                        name="nobody_acts_on_their_own_behalf",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_at__isnull", True), ("disputed_at__isnull", True), _connector="OR"
                        ),
                        name="a_behalf_is_confirmed_or_disputed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tiding",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="matters.entry",
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
                    ),
                ),
                ("told_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "告知",
                "verbose_name_plural": "告知",
                "indexes": [
                    models.Index(
                        condition=models.Q(("told_at__isnull", True)), fields=["entry"], name="tiding_to_tell"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="matters.matter",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="matters.entry",
                    ),
                ),
                (
                    "reply",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="matters.reply",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="文件名")),
                ("kind", models.CharField(max_length=8, verbose_name="格式")),
                ("size", models.PositiveIntegerField(verbose_name="字节数")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("sealed", models.BinaryField(blank=True, null=True, verbose_name="原文校验值密文")),
            ],
            options={
                "verbose_name": "附件",
                "verbose_name_plural": "附件",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="matters.matter",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="matters.assignment",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="matters.service",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=bureau.matters.deadlines.dues.choices, max_length=20, verbose_name="步骤"
                    ),
                ),
                (
                    "holder_unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                    ),
                ),
                ("holder_post", models.CharField(blank=True, max_length=16, verbose_name="岗位")),
                (
                    "holder_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="产生时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="时限")),
                ("original_due_at", models.DateTimeField(blank=True, null=True, verbose_name="原时限")),
                ("basis", models.JSONField(blank=True, null=True, verbose_name="时限说明")),
                ("stopped_at", models.DateTimeField(blank=True, null=True, verbose_name="中止时间")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="完成时间")),
                ("each", models.BooleanField(default=False)),
                ("dropped", models.BooleanField(default=False, verbose_name="撤销")),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("rung", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "verbose_name": "待办",
                "verbose_name_plural": "待办",
                "ordering": [models.OrderBy(models.F("due_at"), nulls_last=True), "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at__isnull", True)),
                        fields=["holder_unit", "due_at"],
                        name="duty_open_unit",
                    ),
                    models.Index(
                        condition=models.Q(("done_at__isnull", True)),
                        fields=["holder_person", "due_at"],
                        name="duty_open_person",
                    ),
                    models.Index(
                        condition=models.Q(("done_at__isnull", True)),
                        fields=["holder_post", "due_at"],
                        name="duty_open_post",
                    ),
                    models.Index(
                        condition=models.Q(("done_at__isnull", True)), fields=["due_at"], name="duty_open_due"
                    ),
                    models.Index(
                        condition=models.Q(("done_at__isnull", True), ("told_at__isnull", True)),
                        fields=["opened_at"],
                        name="duty_to_tell",
                    ),
                    models.Index(
                        condition=models.Q(("done_at__isnull", True), ("rung__lt", 3)),
                        fields=["rung", "due_at"],
                        name="duty_to_remind",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("holder_person__isnull", False),
                                ("holder_post", ""),
                                ("holder_unit__isnull", True),
                            ),
                            models.Q(
                                models.Q(("holder_post", ""), _negated=True), ("holder_person__isnull", True)
                            ),
                            models.Q(("holder_person__isnull", True), ("holder_unit__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_duty_has_one_holder",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("done_at__isnull", True), ("each", False)),
                        fields=("matter", "assignment", "service", "step"),
                        name="a_step_is_owed_once_at_a_time",
                        nulls_distinct=False,
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("done_at__isnull", True), ("each", True)),
                        fields=("matter", "assignment", "step", "holder_person"),
                        name="a_step_is_owed_once_by_each",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contests",
                        to="matters.service",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plea", "申辩"),
                            ("objection", "异议"),
                            ("review", "复核"),
                            ("appeal", "申诉"),
                        ],
                        max_length=10,
                        verbose_name="救济方式",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "待决定"),
                            ("upheld", "维持"),
                            ("changed", "变更（减轻）"),
                            ("revoked", "撤销"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="事实和理由")),
                ("sealed", models.BinaryField(blank=True, null=True, verbose_name="事实和理由密文")),
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
                ("reason", models.TextField(blank=True, max_length=4000, verbose_name="决定和理由")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="决定人",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="决定时间")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "救济",
                "verbose_name_plural": "救济",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("service", "kind"),
                        name="contested_once_in_each_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(models.Q(("text", ""), _negated=True), ("sealed", None)),
                            models.Q(("sealed__isnull", False), ("text", "")),
                            _connector="OR",
                        ),
                        name="a_contest_says_why",
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
                                ("state__in", ["upheld", "changed", "revoked"]),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_decided_contest_says_who_when_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AttachmentText",
            fields=[
                (
                    "attachment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="read",
                        serialize=False,
                        to="matters.attachment",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="正文")),
            ],
            options={
                "verbose_name": "附件正文",
                "verbose_name_plural": "附件正文",
            },
        ),
        migrations.CreateModel(
            name="InnerTask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "duty",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="task",
                        to="matters.duty",
                        verbose_name="待办",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="matters.assignment",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="承办人",
                    ),
                ),
                ("whole", models.BooleanField(default=False, verbose_name="转办")),
                ("text", models.TextField(blank=True, max_length=500, verbose_name="任务")),
                ("due", models.DateField(verbose_name="完成日期")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "办理中"), ("reported", "已报告"), ("withdrawn", "已撤回")],
                        default="open",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="交办人",
                    ),
                ),
                ("given_at", models.DateTimeField(verbose_name="交办时间")),
                ("report", models.TextField(blank=True, max_length=2000, verbose_name="办理情况")),
                ("reported_at", models.DateTimeField(blank=True, null=True, verbose_name="报告时间")),
                ("remark", models.CharField(blank=True, max_length=500, verbose_name="退回意见")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "内部任务",
                "verbose_name_plural": "内部任务",
                "ordering": ["due", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("assignment", "person"),
                        name="one_open_task_per_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "reported"), _negated=True),
                            models.Q(models.Q(("report", ""), _negated=True), ("reported_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="what_is_reported_says_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("whole", True), models.Q(("text", ""), _negated=True), _connector="OR"
                        ),
                        name="a_share_of_a_part_says_which",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InnerFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="matters.innertask",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="文件名")),
                ("kind", models.CharField(max_length=8, verbose_name="格式")),
                ("size", models.PositiveIntegerField(verbose_name="字节数")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
            ],
            options={
                "verbose_name": "内部附件",
                "verbose_name_plural": "内部附件",
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="Service",
            name="answers",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answer",
                to="matters.contest",
                verbose_name="所答复的申请",
            ),
        ),
    ]
