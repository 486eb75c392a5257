"""What the database itself keeps: handwriting stays as it was written.

Each can be run again where an earlier version has set it up already.
"""

from django.db import migrations

APPEND_ONLY = """
CREATE OR REPLACE FUNCTION refuse_change_of_ink() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'leading_ink is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON leading_ink
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_ink();
"""
NO_APPEND_ONLY = """
DROP TRIGGER append_only ON leading_ink;
DROP FUNCTION refuse_change_of_ink();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("leading", "0001_tables"),
    ]

    operations = [
        migrations.RunSQL(APPEND_ONLY, NO_APPEND_ONLY),
    ]
