"""What the database itself keeps: a signed bulletin stands with its quotes, readers, units and inserts; what was done to it, its
versions and links stay; a receipt is read once.

Each can be run again where an earlier version has set it up already.
"""

from django.db import migrations

FROZEN = """
CREATE OR REPLACE FUNCTION refuse_change_of_signed_bulletin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moving text[] := ARRAY['state', 'issued_at', 'version'];
BEGIN
    IF OLD.state NOT IN ('signed', 'issued') OR current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.state IN (OLD.state, 'issued')
            AND to_jsonb(NEW) - moving = to_jsonb(OLD) - moving THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a signed bulletin is frozen: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE TRIGGER frozen BEFORE UPDATE OR DELETE ON reports_bulletin
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_bulletin();

CREATE OR REPLACE FUNCTION refuse_change_of_signed_quote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched bigint[] := ARRAY[]::bigint[];
BEGIN
    IF TG_OP <> 'INSERT' THEN touched := touched || OLD.bulletin_id; END IF;
    IF TG_OP <> 'DELETE' THEN touched := touched || NEW.bulletin_id; END IF;
    IF current_setting('bureau.emptying', true) IS DISTINCT FROM 'yes' AND EXISTS (
            SELECT FROM reports_bulletin WHERE id = ANY (touched) AND state IN ('signed', 'issued')) THEN
        RAISE EXCEPTION 'the quotes of a signed bulletin are frozen: % refused', TG_OP
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE OR REPLACE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON reports_quote
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_quote();
CREATE OR REPLACE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON reports_bulletin_readers
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_quote();
CREATE OR REPLACE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON reports_bulletin_units
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_quote();
CREATE OR REPLACE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON reports_insert
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_quote();
"""
NO_FROZEN = """
DROP TRIGGER frozen ON reports_insert;
DROP TRIGGER frozen ON reports_bulletin_units;
DROP TRIGGER frozen ON reports_bulletin_readers;
DROP TRIGGER frozen ON reports_quote;
DROP FUNCTION refuse_change_of_signed_quote();
DROP TRIGGER frozen ON reports_bulletin;
DROP FUNCTION refuse_change_of_signed_bulletin();
"""
APPEND_ONLY = """
CREATE OR REPLACE FUNCTION refuse_change_of_bulletin_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'reports_bulletinentry is append-only: % refused', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON reports_bulletinentry
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_bulletin_entry();
"""
NO_APPEND_ONLY = """
DROP TRIGGER append_only ON reports_bulletinentry;
DROP FUNCTION refuse_change_of_bulletin_entry();
"""
RECEIPTS = """
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
CREATE OR REPLACE TRIGGER read_once BEFORE UPDATE OR DELETE ON reports_receipt
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_receipt();

CREATE OR REPLACE FUNCTION refuse_change_of_instructed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'reports_instructed is append-only: % refused', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON reports_instructed
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_instructed();
"""
NO_RECEIPTS = """
DROP TRIGGER append_only ON reports_instructed;
DROP FUNCTION refuse_change_of_instructed();
DROP TRIGGER read_once ON reports_receipt;
DROP FUNCTION refuse_change_of_receipt();
"""
VERSIONS = """
CREATE OR REPLACE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'reports_version is append-only: % refused', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON reports_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
"""
NO_VERSIONS = """
DROP TRIGGER append_only ON reports_version;
DROP FUNCTION refuse_change_of_version();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0001_tables"),
    ]

    operations = [
        migrations.RunSQL(FROZEN, NO_FROZEN),
        migrations.RunSQL(APPEND_ONLY, NO_APPEND_ONLY),
        migrations.RunSQL(RECEIPTS, NO_RECEIPTS),
        migrations.RunSQL(VERSIONS, NO_VERSIONS),
    ]
