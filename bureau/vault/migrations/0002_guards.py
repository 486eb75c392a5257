"""What the database itself keeps: who looked stays written."""

from django.db import migrations

GUARDS = """
CREATE FUNCTION refuse_change_of_look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('bureau.emptying', true) = 'yes' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'vault_look is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON vault_look
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_look();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON vault_look
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_look();
"""
NO_GUARDS = """
DROP TRIGGER append_only ON vault_look;
DROP TRIGGER never_truncated ON vault_look;
DROP FUNCTION refuse_change_of_look();
"""


class Migration(migrations.Migration):
    dependencies = [("vault", "0001_initial")]

    operations = [migrations.RunSQL(GUARDS, NO_GUARDS)]
