"""What the database itself keeps: what administrators did stays written, and a request is decided once.

Each can be run again where an earlier version has set it up already.
"""

from django.db import migrations

GUARDS = """
CREATE OR REPLACE FUNCTION refuse_change_of_admin_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'org_adminentry is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON org_adminentry
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_admin_entry();
CREATE OR REPLACE TRIGGER never_truncated BEFORE TRUNCATE ON org_adminentry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_admin_entry();

CREATE OR REPLACE FUNCTION refuse_change_of_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    decided text[] := ARRAY['state', 'decided_by_id', 'decided_at', 'remark', 'password'];
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state = 'waiting' AND to_jsonb(NEW) - decided = to_jsonb(OLD) - decided
            AND NEW.password IN ('', OLD.password) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a request stands as it is: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE TRIGGER decided_once BEFORE UPDATE OR DELETE ON org_appointment
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_appointment();
CREATE OR REPLACE TRIGGER never_truncated BEFORE TRUNCATE ON org_appointment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_appointment();
"""
NO_GUARDS = """
DROP TRIGGER append_only ON org_adminentry;
DROP TRIGGER never_truncated ON org_adminentry;
DROP FUNCTION refuse_change_of_admin_entry();
DROP TRIGGER decided_once ON org_appointment;
DROP TRIGGER never_truncated ON org_appointment;
DROP FUNCTION refuse_change_of_appointment();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
