"""Every look and every permit becomes a line of one record; scans, marks, and what was put right."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KINDS = [
    ("look", "查看身份"),
    ("scan", "查看扫描件"),
    ("permit", "授权查看"),
    ("withdrawal", "收回授权"),
    ("correction", "改正身份"),
    ("clearance", "核对放行"),
]
MATTERS = """
SELECT set_config('bureau.emptying', 'yes', true);
UPDATE vault_line SET matter_id = one.matter_id FROM vault_identity one WHERE one.id = vault_line.identity_id;
SELECT set_config('bureau.emptying', '', true);
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


def guards(name):
    return f"""
CREATE OR REPLACE FUNCTION refuse_change_of_{name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'vault_{name} is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON vault_{name}
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_{name}();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON vault_{name}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_{name}();
"""


def no_guards(name):
    return f"""
DROP TRIGGER append_only ON vault_{name};
DROP TRIGGER never_truncated ON vault_{name};
DROP FUNCTION refuse_change_of_{name}();
"""


KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def person(words, **more):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
        verbose_name=words,
        **more,
    )


def matter(**more):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="matters.matter",
        verbose_name="事项",
        **more,
    )


def identity(name, **more):
    more = {"on_delete": django.db.models.deletion.PROTECT, **more}
    return models.ForeignKey(related_name=name, to="vault.identity", verbose_name="保密身份", **more)


def uuid_key():
    return models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="识别码")


class Migration(migrations.Migration):
    dependencies = [("vault", "0002_guards"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.RunSQL(no_guards("look"), guards("look")),
        migrations.RemoveConstraint(model_name="look", name="a_look_says_why"),
        migrations.RenameModel("Look", "Line"),
        migrations.AddField("line", "matter", matter(null=True)),
        migrations.RunSQL(MATTERS, migrations.RunSQL.noop),
        migrations.AlterField("line", "matter", matter()),
        migrations.AlterField("line", "identity", identity("lines", blank=True, null=True)),
        migrations.AlterField("line", "person", person("经手人")),
        migrations.AddField(
            "line",
            "kind",
            models.CharField(choices=KINDS, default="look", max_length=12, verbose_name="类别"),
        ),
        migrations.AddField("line", "whom", person("授权给", blank=True, null=True)),
        migrations.AddField(
            "line", "until", models.DateField(blank=True, null=True, verbose_name="截止日期")
        ),
        migrations.AddField(
            "line",
            "digest",
            models.CharField(blank=True, default="", max_length=64, verbose_name="放行的文字"),
        ),
        migrations.AddConstraint(
            "line",
            models.CheckConstraint(
                condition=models.Q(("why", ""), _negated=True), name="a_line_of_the_vault_says_why"
            ),
        ),
        migrations.AddIndex(
            "line",
            models.Index(
                condition=models.Q(("digest", ""), _negated=True),
                fields=["digest"],
                name="line_of_cleared_words",
            ),
        ),
        migrations.RunSQL(guards("line"), no_guards("line")),
        migrations.AddField(
            "permit",
            "withdrawn_at",
            models.DateTimeField(blank=True, null=True, verbose_name="收回时间"),
        ),
        migrations.CreateModel(
            name="Former",
            fields=[
                ("id", KEY),
                ("key", uuid_key()),
                ("sealed", models.BinaryField(verbose_name="密文")),
                ("until", models.DateTimeField(auto_now_add=True, verbose_name="改正时间")),
                ("identity", identity("formers")),
            ],
            options={
                "verbose_name": "改正前的身份",
                "verbose_name_plural": "改正前的身份",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Scan",
            fields=[
                ("id", KEY),
                ("key", uuid_key()),
                ("sealed", models.BinaryField(verbose_name="密文")),
                ("sha256", models.CharField(max_length=64, verbose_name="密文的校验码")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="存入时间")),
                ("identity", identity("scans")),
            ],
            options={"verbose_name": "扫描件", "verbose_name_plural": "扫描件", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("id", KEY),
                ("kind", models.CharField(max_length=16, verbose_name="哪一项")),
                ("digest", models.CharField(db_index=True, max_length=64, verbose_name="摘要")),
                ("identity", identity("marks", on_delete=django.db.models.deletion.CASCADE)),
            ],
            options={"verbose_name": "特征", "verbose_name_plural": "特征"},
        ),
        migrations.AddConstraint(
            "mark",
            models.UniqueConstraint(fields=("identity", "kind"), name="one_mark_of_a_kind"),
        ),
    ]
