"""What the database itself keeps: a signed bulletin's units and inserts stand, versions stay, a receipt is read once."""

from django.db import migrations

STANDING = """
CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON reports_bulletin_units
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_quote();
CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON reports_insert
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_quote();
"""
NOT_STANDING = """
DROP TRIGGER frozen ON reports_insert;
DROP TRIGGER frozen ON reports_bulletin_units;
"""
READ_ONCE = """
CREATE OR REPLACE FUNCTION refuse_change_of_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE reading text[] := ARRAY['read_at', 'read_by_id'];
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.read_at IS NULL
            AND to_jsonb(NEW) - reading = to_jsonb(OLD) - reading THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a receipt stands as it is: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""
VERSIONS = """
CREATE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'reports_version is append-only: % refused', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reports_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
"""
NO_VERSIONS = """
DROP TRIGGER append_only ON reports_version;
DROP FUNCTION refuse_change_of_version();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0006_desk")]

    operations = [
        migrations.RunSQL(STANDING, NOT_STANDING),
        migrations.RunSQL(READ_ONCE, migrations.RunSQL.noop),
        migrations.RunSQL(VERSIONS, NO_VERSIONS),
    ]
