from django.db import migrations, models


class Migration(migrations.Migration):
    """The foreign key's own index repeated the beginning of notice_by_person."""

    dependencies = [("notices", "0002_papers")]

    operations = [
        migrations.AlterField(
            "notice",
            "person",
            models.ForeignKey(
                db_index=False,
                on_delete=models.PROTECT,
                related_name="+",
                to="org.person",
                verbose_name="收件人",
            ),
        ),
    ]
