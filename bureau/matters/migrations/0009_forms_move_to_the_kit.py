from django.db import migrations


class Migration(migrations.Migration):
    """Draft and Submission are the web kit's (`bureau.pages`), which takes over their tables."""

    dependencies = [("matters", "0008_disputes")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.DeleteModel("Draft"),
                migrations.DeleteModel("Submission"),
            ]
        )
    ]
