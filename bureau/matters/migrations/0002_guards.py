"""What the database itself keeps: the timeline is append-only, and Chinese is found by pairs of characters."""

from django.db import migrations

APPEND_ONLY = """
CREATE FUNCTION refuse_change_of_timeline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'matters_entry is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON matters_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_timeline();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON matters_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_timeline();
"""
NOT_APPEND_ONLY = """
DROP TRIGGER append_only ON matters_entry;
DROP TRIGGER never_truncated ON matters_entry;
DROP FUNCTION refuse_change_of_timeline();
"""
PAIRS = """
CREATE FUNCTION bigrams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr(words, place, 2)), '{}')
    FROM generate_series(1, length(words) - 1) AS place
    WHERE substr(words, place, 2) !~ '\\s'
$$;
CREATE INDEX matter_words ON matters_matter USING gin (bigrams(words));
"""
NO_PAIRS = "DROP INDEX matter_words; DROP FUNCTION bigrams(text);"


class Migration(migrations.Migration):
    dependencies = [("matters", "0001_initial")]

    operations = [
        migrations.RunSQL(APPEND_ONLY, NOT_APPEND_ONLY),
        migrations.RunSQL(PAIRS, NO_PAIRS),
    ]
