"""What the database itself keeps: a signed bulletin's readers stand, a reading is recorded once, links stay."""

from django.db import migrations

READERS = """
CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON reports_bulletin_readers
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_quote();
"""
RECEIPTS = """
CREATE FUNCTION refuse_change_of_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.read_at IS NULL
            AND to_jsonb(NEW) - 'read_at' = to_jsonb(OLD) - 'read_at' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a receipt stands as it is: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER read_once BEFORE UPDATE OR DELETE ON reports_receipt
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_receipt();

CREATE FUNCTION refuse_change_of_instructed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'reports_instructed is append-only: % refused', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reports_instructed
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_instructed();
"""
NO_READERS = "DROP TRIGGER frozen ON reports_bulletin_readers;"
NO_RECEIPTS = """
DROP TRIGGER append_only ON reports_instructed;
DROP FUNCTION refuse_change_of_instructed();
DROP TRIGGER read_once ON reports_receipt;
DROP FUNCTION refuse_change_of_receipt();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0004_special")]

    operations = [migrations.RunSQL(READERS, NO_READERS), migrations.RunSQL(RECEIPTS, NO_RECEIPTS)]
