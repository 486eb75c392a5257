"""What the database itself keeps: who looked stays written.

Each can be run again where an earlier version has set it up already.
"""

from django.db import migrations

GUARDS = """
CREATE OR REPLACE FUNCTION refuse_change_of_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'vault_line is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON vault_line
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_line();
CREATE OR REPLACE TRIGGER never_truncated BEFORE TRUNCATE ON vault_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_line();
"""
NO_GUARDS = """
DROP TRIGGER append_only ON vault_line;
DROP TRIGGER never_truncated ON vault_line;
DROP FUNCTION refuse_change_of_line();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("vault", "0001_tables"),
    ]

    operations = [
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
