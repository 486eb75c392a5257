"""Since when a unit or a person has been concerned, and on which day nothing was held against them any more; those of cases that had
ended as a whole are let go with them."""

import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import F
from django.utils import timezone

ENDED_AS = {
    "dismissed": ("not_held", "予以了结"),
    "cleared": ("not_held", "不予问责"),
    "transferred": ("not_held", "转办"),
    "referred": ("handed", "移送"),
    "void": ("ended", "作废"),
}


def fill(apps, schema_editor):
    """By what the cover says."""
    Subject, Sanction = (
        apps.get_model("accountability", "Subject"),
        apps.get_model("accountability", "Sanction"),
    )
    let_go = ("revoked", "exempted", "not_held", "handed", "ended")
    for subject in Subject.objects.select_related("case__matter"):
        case, matter = subject.case, subject.case.matter
        subject.since = timezone.localdate(matter.registered_at)
        if subject.state == "involved" and case.state in ENDED_AS:
            subject.state, how = ENDED_AS[case.state]
            subject.outcome = f"随案件{how}：{case.outcome}".rstrip("：")[:1000]
            Sanction.objects.filter(subject=subject, state="proposed").delete()
        if subject.state in let_go:
            subject.let_go_on = timezone.localdate(matter.closed_at or timezone.now())
        subject.version = F("version") + 1
        subject.save(update_fields=["since", "state", "outcome", "let_go_on", "version"])


class Migration(migrations.Migration):
    dependencies = [
        ("accountability", "0001_initial"),
        ("matters", "0030_words_said_in_person"),
        ("org", "0016_cadres"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="subject",
            name="let_go_on",
            field=models.DateField(blank=True, null=True, verbose_name="不予问责、撤销等的日期"),
        ),
        migrations.AddField(
            model_name="subject",
            name="since",
            field=models.DateField(default=django.utils.timezone.localdate, verbose_name="登记为对象的日期"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("let_go_on__isnull", False),
                        ("state__in", ("revoked", "exempted", "not_held", "handed", "ended")),
                    ),
                    models.Q(
                        models.Q(
                            ("state__in", ("revoked", "exempted", "not_held", "handed", "ended")),
                            _negated=True,
                        ),
                        ("let_go_on", None),
                    ),
                    _connector="OR",
                ),
                name="who_is_let_go_says_when",
            ),
        ),
    ]
