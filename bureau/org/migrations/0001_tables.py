import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import bureau.org.limited


class Migration(migrations.Migration):
    replaces = [
        ("org", "0001_initial"),
        ("org", "0002_deputies_and_regulation"),
        ("org", "0003_ending_a_deputy"),
        ("org", "0004_instructions_have_limits"),
        ("org", "0005_limits_of_new_steps"),
        ("org", "0006_units_are_merged"),
        ("org", "0007_weekly_burden"),
        ("org", "0008_steps_are_declared"),
        ("org", "0009_two_must_agree"),
        ("org", "0010_guards"),
        ("org", "0011_first_day"),
        ("org", "0012_complaints_come"),
        ("org", "0013_suggestions_come"),
        ("org", "0014_visits_on_site"),
        ("org", "0015_people_of_units"),
        ("org", "0016_cadres"),
        ("org", "0017_default_limits_are_entered_once"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="全称")),
                ("short", models.CharField(max_length=30, unique=True, verbose_name="简称")),
                (
                    "aliases",
                    models.CharField(
                        blank=True, help_text="曾用名等，用顿号隔开", max_length=500, verbose_name="别称"
                    ),
                ),
                ("mark", models.CharField(blank=True, max_length=10, verbose_name="代字")),
                (
                    "unit_class",
                    models.CharField(
                        choices=[
                            ("bureau", "督查局"),
                            ("party", "党群综合类"),
                            ("economy", "政府综合与经济服务类"),
                            ("livelihood", "社会民生类"),
                            ("enforcement", "执法监督类"),
                            ("vertical", "垂直/驻县类"),
                            ("zone", "园区国企类"),
                            ("township", "乡镇类"),
                        ],
                        max_length=12,
                        verbose_name="类别",
                    ),
                ),
                (
                    "initials",
                    models.CharField(
                        blank=True, help_text="留空则自动生成", max_length=60, verbose_name="拼音首字母"
                    ),
                ),
                (
                    "supervisable",
                    models.BooleanField(
                        default=True,
                        help_text="人大、政协、法院、检察院不是政府督查的对象（督查工作条例第五条）",
                        verbose_name="可作督查对象",
                    ),
                ),
                ("countersigns", models.BooleanField(default=False, verbose_name="反馈须负责人审签")),
                (
                    "superior",
                    models.ForeignKey(
                        blank=True,
                        help_text="它的主管单位；投诉本单位的事项，上级单位同样须回避",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="上级单位",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=500, verbose_name="排序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="并入",
                    ),
                ),
                ("merged_on", models.DateField(blank=True, null=True, verbose_name="并入日期")),
                (
                    "former",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        default=list,
                        editable=False,
                        size=None,
                        verbose_name="并入的单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "单位",
                "verbose_name_plural": "单位",
                "ordering": ["order", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("merged_into", models.F("id")), _negated=True),
                        name="no_unit_is_merged_into_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("superior", models.F("id")), _negated=True),
                        name="no_unit_is_its_own_superior",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into__isnull", True), ("merged_on__isnull", True)),
                            models.Q(("merged_into__isnull", False), ("merged_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_merger_has_its_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("merged_into__isnull", True), ("active", False), _connector="OR"),
                        name="a_merged_unit_is_out_of_use",
                        violation_error_message="已并入其他单位的，不能再启用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EnteredLimits",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("room", models.CharField(blank=True, max_length=16)),
                ("step", models.CharField(max_length=20)),
            ],
            options={
                "verbose_name": "已录入默认时限的步骤",
                "verbose_name_plural": "已录入默认时限的步骤",
                "constraints": [
                    models.UniqueConstraint(fields=("room", "step"), name="default_limits_are_entered_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Limit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "room",
                    models.CharField(
                        blank=True,
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
                    "urgency",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("flash", "特急"),
                            ("urgent", "急件"),
                            ("simple", "简单"),
                            ("normal", "一般"),
                            ("complex", "复杂"),
                            ("minutes", "会议纪要事项"),
                            ("longterm", "年度/长期事项"),
                        ],
                        max_length=12,
                        verbose_name="办理类别",
                    ),
                ),
                (
                    "step",
                    models.CharField(choices=bureau.org.limited.choices, max_length=20, verbose_name="步骤"),
                ),
                ("amount", models.PositiveSmallIntegerField(verbose_name="数量")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("hours", "小时（工作时间）"),
                            ("days", "日"),
                            ("workdays", "个工作日"),
                            ("months", "个月"),
                        ],
                        max_length=10,
                        verbose_name="单位",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "办理时限",
                "verbose_name_plural": "办理时限",
                "ordering": ["room", "step", "urgency"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("room", "urgency", "step"), name="one_limit_per_room_urgency_step"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 1), ("amount__lte", 999)),
                        name="a_limit_is_at_least_one",
                        violation_error_message="时限的数量须在 1 至 999 之间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkdayException",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True, verbose_name="日期")),
                ("working", models.BooleanField(verbose_name="上班")),
                ("name", models.CharField(max_length=20, verbose_name="名称")),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "工作日历",
                "verbose_name_plural": "工作日历",
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="WorkPeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts", models.TimeField(verbose_name="上班")),
                ("ends", models.TimeField(verbose_name="下班")),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "工作时间",
                "verbose_name_plural": "工作时间",
                "ordering": ["starts"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))),
                        name="a_period_ends_after_it_starts",
                        violation_error_message="下班时间须晚于上班时间。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("username", models.CharField(max_length=60, unique=True, verbose_name="账号")),
                ("name", models.CharField(max_length=40, verbose_name="称呼")),
                ("title", models.CharField(blank=True, max_length=40, verbose_name="职务")),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="org.unit",
                        verbose_name="单位",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="办公电话")),
                (
                    "type_size",
                    models.CharField(
                        choices=[("a", "标准"), ("b", "大"), ("c", "特大")],
                        default="a",
                        max_length=1,
                        verbose_name="字号",
                    ),
                ),
                ("must_change_password", models.BooleanField(default=False, verbose_name="下次登录须改密码")),
                ("tour_closed", models.BooleanField(default=False, verbose_name="已看过第一天三步")),
                ("is_active", models.BooleanField(default=True, verbose_name="启用")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="建立时间")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "人员",
                "verbose_name_plural": "人员",
                "ordering": ["unit__order", "id"],
            },
        ),
        migrations.CreateModel(
            name="AdminEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经手人",
                    ),
                ),
                ("actor_words", models.CharField(max_length=200, verbose_name="经手人")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="所涉人员",
                    ),
                ),
                ("sentence", models.TextField(verbose_name="内容")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
            ],
            options={
                "verbose_name": "管理记录",
                "verbose_name_plural": "管理记录",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
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
                        choices=[("posts", "任岗"), ("secretary", "代录"), ("password", "重设密码")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "待确认"),
                            ("confirmed", "已确认"),
                            ("refused", "不予确认"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
                (
                    "posts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("officer", "督查员"),
                                ("intake", "投诉受理员"),
                                ("accountability", "问责专员"),
                                ("appraisal", "考核员"),
                                ("director", "局领导"),
                                ("leader", "县领导"),
                                ("liaison", "单位联络员"),
                                ("head", "单位负责人"),
                                ("member", "单位经办人"),
                                ("system", "系统管理员"),
                                ("security", "安全管理员"),
                                ("audit", "审计管理员"),
                            ],
                            max_length=16,
                        ),
                        default=list,
                        size=None,
                        verbose_name="拟任岗位",
                    ),
                ),
                (
                    "held",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("officer", "督查员"),
                                ("intake", "投诉受理员"),
                                ("accountability", "问责专员"),
                                ("appraisal", "考核员"),
                                ("director", "局领导"),
                                ("leader", "县领导"),
                                ("liaison", "单位联络员"),
                                ("head", "单位负责人"),
                                ("member", "单位经办人"),
                                ("system", "系统管理员"),
                                ("security", "安全管理员"),
                                ("audit", "审计管理员"),
                            ],
                            max_length=16,
                        ),
                        default=list,
                        size=None,
                        verbose_name="原任岗位",
                    ),
                ),
                ("password", models.CharField(blank=True, max_length=128, verbose_name="新密码（散列）")),
                (
                    "principal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="县领导",
                    ),
                ),
                ("starts", models.DateField(blank=True, null=True, verbose_name="自")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="至")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="事由")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出人",
                    ),
                ),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="提出时间")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="确认人",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="确认时间")),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="意见")),
            ],
            options={
                "verbose_name": "任用",
                "verbose_name_plural": "任用",
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waiting")),
                        fields=("kind", "person", "principal"),
                        name="one_waits_at_a_time",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by__isnull", True),
                            ("state", "withdrawn"),
                            models.Q(("decided_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_confirms_what_they_asked_for",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at__isnull", True),
                                ("decided_by__isnull", True),
                                ("state", "waiting"),
                            ),
                            models.Q(
                                models.Q(("state", "waiting"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="who_decided_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "waiting"), ("password", ""), _connector="OR"),
                        name="no_password_outlives_its_request",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Cadre",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="识别码"),
                ),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="干部编号")),
                ("sealed", models.BinaryField(verbose_name="姓名密文")),
                (
                    "person",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cadre",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="账号",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("serving", "在职"),
                            ("retired", "退休"),
                            ("left", "调离本县或辞去公职"),
                            ("dead", "去世"),
                        ],
                        default="serving",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="离开日期")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "干部",
                "verbose_name_plural": "干部",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("status", "serving")),
                            models.Q(
                                models.Q(("status", "serving"), _negated=True), ("ended_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="who_left_says_when",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Posting",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="postings",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("officer", "督查员"),
                            ("intake", "投诉受理员"),
                            ("accountability", "问责专员"),
                            ("appraisal", "考核员"),
                            ("director", "局领导"),
                            ("leader", "县领导"),
                            ("liaison", "单位联络员"),
                            ("head", "单位负责人"),
                            ("member", "单位经办人"),
                            ("system", "系统管理员"),
                            ("security", "安全管理员"),
                            ("audit", "审计管理员"),
                        ],
                        max_length=16,
                        verbose_name="岗位",
                    ),
                ),
            ],
            options={
                "verbose_name": "岗位",
                "verbose_name_plural": "岗位",
                "constraints": [
                    models.UniqueConstraint(fields=("person", "post"), name="a_post_once_per_person"),
                    models.UniqueConstraint(
                        condition=models.Q(("post__in", ("system", "security", "audit"))),
                        fields=("person",),
                        name="three_administrators_exclude_each_other",
                        violation_error_message="系统管理员、安全管理员、审计管理员不得由同一人兼任。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deputy",
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
                        choices=[("secretary", "代录"), ("stand_in", "外出代理")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "principal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deputies",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="被代理人",
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="principals",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="代理人",
                    ),
                ),
                ("starts", models.DateField(verbose_name="自")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="至")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="事由")),
                (
                    "arranged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="安排人",
                    ),
                ),
                ("arranged_at", models.DateTimeField(auto_now_add=True, verbose_name="安排时间")),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="终止人",
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="提前终止时间")),
            ],
            options={
                "verbose_name": "代录（领导秘书）",
                "verbose_name_plural": "代录（领导秘书）",
                "ordering": ["-starts", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("principal", models.F("deputy")), _negated=True),
                        name="nobody_deputes_for_themself",
                        violation_error_message="代理人不能是本人。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends__isnull", True), ("ends__gte", models.F("starts")), _connector="OR"
                        ),
                        name="a_deputy_ends_after_the_start",
                        violation_error_message="“至”不能早于“自”。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "stand_in"), _negated=True),
                            ("ends__isnull", False),
                            _connector="OR",
                        ),
                        name="a_stand_in_has_an_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="who_ends_a_deputy_is_known",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("ended_at__isnull", True), ("kind", "stand_in")),
                        expressions=[
                            (
                                models.Func(
                                    "principal",
                                    "principal",
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField(),
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    "starts",
                                    "ends",
                                    models.Value("[]"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="one_stand_in_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Portfolio",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="portfolios",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="县领导",
                    ),
                ),
                (
                    "functions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        ),
                        size=None,
                        verbose_name="业务",
                    ),
                ),
                ("all_units", models.BooleanField(default=False, verbose_name="全部单位")),
                (
                    "units",
                    models.ManyToManyField(blank=True, related_name="+", to="org.unit", verbose_name="单位"),
                ),
            ],
            options={
                "verbose_name": "分管",
                "verbose_name_plural": "分管",
            },
        ),
        migrations.CreateModel(
            name="Regulation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "extensions_most",
                    models.PositiveSmallIntegerField(
                        default=2,
                        validators=[django.core.validators.MaxValueValidator(9)],
                        verbose_name="一件事项最多延期次数",
                    ),
                ),
                (
                    "first_extension_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="自原时限起算；更长的须由分管县领导审批。",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="第一次延期最长（日）",
                    ),
                ),
                (
                    "ask_before_workdays",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="0 表示时限之前都可以提出。特急件不受此限。",
                        validators=[django.core.validators.MaxValueValidator(30)],
                        verbose_name="延期须提前提出（工作日）",
                    ),
                ),
                (
                    "burden_weekly",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="交办、要求回复将达到这个次数时，交办前提醒；0 表示不提醒。",
                        validators=[django.core.validators.MaxValueValidator(99)],
                        verbose_name="一个单位一周的提醒线（次）",
                    ),
                ),
                (
                    "cases_approved_by",
                    models.CharField(
                        choices=[("director", "局领导"), ("leader", "县领导")],
                        default="leader",
                        help_text="立案由哪一岗位审批；须是提请立案以外的人。",
                        max_length=16,
                        verbose_name="问责立案审批",
                    ),
                ),
                (
                    "instructions_officer",
                    models.ForeignKey(
                        blank=True,
                        help_text="县领导直接在系统里批示时由谁经办；不填为排在最前的督查员。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="批示件经办督查员",
                    ),
                ),
            ],
            options={
                "verbose_name": "督办规则",
                "verbose_name_plural": "督办规则",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_regulation"),
                    models.CheckConstraint(
                        condition=models.Q(("extensions_most__lte", 9)), name="extensions_at_most_nine"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "cadre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to="org.cadre",
                        verbose_name="干部",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to="org.unit",
                        verbose_name="单位",
                    ),
                ),
                ("title", models.CharField(max_length=40, verbose_name="职务")),
                (
                    "rank",
                    models.CharField(
                        choices=[
                            ("county", "县处级"),
                            ("full", "正科"),
                            ("deputy", "副科"),
                            ("section", "股级"),
                            ("staff", "一般干部"),
                            ("village", "村（社区）干部"),
                        ],
                        max_length=8,
                        verbose_name="职级",
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
                        default="staff",
                        max_length=10,
                        verbose_name="班子位置",
                    ),
                ),
                ("charge", models.CharField(blank=True, max_length=200, verbose_name="分管工作")),
                ("since", models.DateField(verbose_name="任职日期")),
                ("until", models.DateField(blank=True, null=True, verbose_name="免职日期")),
            ],
            options={
                "verbose_name": "任职",
                "verbose_name_plural": "任职",
                "ordering": ["cadre", "-since", "pk"],
                "indexes": [models.Index(fields=["unit", "until"], name="position_by_unit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="a_position_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        fields=("cadre", "unit", "title", "since"), name="a_position_once"
                    ),
                ],
            },
        ),
    ]
