"""What the database itself keeps: the timeline is append-only, and Chinese is found by pairs of characters.

Each can be run again where an earlier version has set it up already.
"""

from django.db import migrations

APPEND_ONLY = """
CREATE OR REPLACE FUNCTION refuse_change_of_timeline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'matters_entry is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON matters_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_timeline();
CREATE OR REPLACE TRIGGER never_truncated BEFORE TRUNCATE ON matters_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_timeline();
"""
NO_APPEND_ONLY = """
DROP TRIGGER append_only ON matters_entry;
DROP TRIGGER never_truncated ON matters_entry;
DROP FUNCTION refuse_change_of_timeline();
"""
PAIRS = """
CREATE OR REPLACE FUNCTION bigrams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr(words, place, 2)), '{}')
    FROM generate_series(1, length(words) - 1) AS place
    WHERE substr(words, place, 2) !~ '\\s'
$$;
CREATE INDEX IF NOT EXISTS matter_words ON matters_matter USING gin (bigrams(words));
"""
NO_PAIRS = "DROP INDEX matter_words; DROP FUNCTION bigrams(text);"
FOLDED = """
CREATE OR REPLACE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT regexp_replace(
        translate(
            lower(words),
            '［］[]【】﹝﹞（）(){}０１２３４５６７８９－—–',
            '〔〕〔〕〔〕〔〕（）（）（）0123456789---'
        ),
        '[（〔]((?:19|20)[0-9][0-9])[）〕]',
        '〔\\1〕',
        'g'
    )
$$;
CREATE INDEX IF NOT EXISTS reply_words ON matters_reply USING gin (bigrams(folded(text))) WHERE sent_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS attachment_words ON matters_attachmenttext USING gin (bigrams(folded(text)));
"""
NO_FOLDED = "DROP INDEX attachment_words; DROP INDEX reply_words; DROP FUNCTION folded(text);"


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0001_tables"),
    ]

    operations = [
        migrations.RunSQL(APPEND_ONLY, NO_APPEND_ONLY),
        migrations.RunSQL(PAIRS, NO_PAIRS),
        migrations.RunSQL(FOLDED, NO_FOLDED),
    ]
