import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A unit that was merged into another names it; the other knows it by its key and by its old names."""

    dependencies = [
        ("org", "0005_limits_of_new_steps"),
    ]

    operations = [
        migrations.AddField(
            model_name="unit",
            name="former",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                default=list,
                editable=False,
                size=None,
                verbose_name="并入的单位",
            ),
        ),
        migrations.AddField(
            model_name="unit",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="org.unit",
                verbose_name="并入",
            ),
        ),
        migrations.AddField(
            model_name="unit",
            name="merged_on",
            field=models.DateField(blank=True, null=True, verbose_name="并入日期"),
        ),
        migrations.AlterField(
            model_name="unit",
            name="aliases",
            field=models.CharField(
                blank=True, help_text="曾用名等，用顿号隔开", max_length=500, verbose_name="别称"
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", models.F("id")), _negated=True),
                name="no_unit_is_merged_into_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("merged_into__isnull", True), ("merged_on__isnull", True)),
                    models.Q(("merged_into__isnull", False), ("merged_on__isnull", False)),
                    _connector="OR",
                ),
                name="a_merger_has_its_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into__isnull", True), ("active", False), _connector="OR"),
                name="a_merged_unit_is_out_of_use",
                violation_error_message="已并入其他单位的，不能再启用。",
            ),
        ),
    ]
