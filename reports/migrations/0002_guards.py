"""What the database itself keeps: a signed bulletin is frozen, and what was done to it stays written."""

from django.db import migrations

FROZEN = """
CREATE FUNCTION refuse_change_of_signed_bulletin() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON reports_bulletin
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_bulletin();

CREATE FUNCTION refuse_change_of_signed_quote() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON reports_quote
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_quote();
"""
NOT_FROZEN = """
DROP TRIGGER frozen ON reports_quote;
DROP FUNCTION refuse_change_of_signed_quote();
DROP TRIGGER frozen ON reports_bulletin;
DROP FUNCTION refuse_change_of_signed_bulletin();
"""
APPEND_ONLY = """
CREATE FUNCTION refuse_change_of_bulletin_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'reports_bulletinentry is append-only: % refused', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reports_bulletinentry
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_bulletin_entry();
"""
NOT_APPEND_ONLY = """
DROP TRIGGER append_only ON reports_bulletinentry;
DROP FUNCTION refuse_change_of_bulletin_entry();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]

    operations = [
        migrations.RunSQL(FROZEN, NOT_FROZEN),
        migrations.RunSQL(APPEND_ONLY, NOT_APPEND_ONLY),
    ]
