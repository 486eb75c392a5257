"""What 工作台 counts from an index alone, and the pairs of a text in a third of the time: without sorting them, which the index
does, and without looking for each by its place."""

from django.db import migrations, models
from django.db.models import Q

PAIRS = """
CREATE OR REPLACE FUNCTION bigrams(words text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT coalesce(array_agg(one || next), '{}')
    FROM unnest(string_to_array(words, NULL), string_to_array(substr(words, 2), NULL)) AS pair(one, next)
    WHERE next IS NOT NULL AND (one || next) !~ '\\s'
$$
"""
AS_BEFORE = """
CREATE OR REPLACE FUNCTION bigrams(words text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT coalesce(array_agg(DISTINCT substr(words, place, 2)), '{}')
    FROM generate_series(1, length(words) - 1) AS place
    WHERE substr(words, place, 2) !~ '\\s'
$$
"""


class Migration(migrations.Migration):
    dependencies = [("matters", "0002_database_guards")]
    operations = [
        migrations.RunSQL(PAIRS, AS_BEFORE),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(
                fields=["kind", "secrecy", "officer"],
                include=(
                    *("id", "phase", "stage", "urgency", "team_only", "leader", "opened_at"),
                    *("due_at", "finished_at", "behind_at", "far_behind_at"),
                ),
                condition=Q(phase__in=["preparing", "running"]),
                name="matter_unfinished",
            ),
        ),
        migrations.AddIndex(
            model_name="reply",
            index=models.Index(
                fields=["assignment"],
                condition=Q(kind="final", state="returned", sent_at__isnull=False),
                name="reply_returned",
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                fields=["id"], condition=Q(open=True, role="lead"), name="assignment_open_lead"
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["unit", "state"], condition=Q(open=True), name="assignment_at_work"),
        ),
    ]
