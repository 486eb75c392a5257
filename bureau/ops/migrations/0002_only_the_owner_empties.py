"""A guard lets go of what it guards for the owner of the table alone, whatever the application's role sets in its session.

Guards ask `emptying(TG_RELID)`; those that earlier migrations wrote are rewritten to ask it.
"""

from django.db import migrations

EMPTYING = """
CREATE OR REPLACE FUNCTION emptying(guarded oid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN pg_catalog.pg_has_role(current_user, relowner, 'MEMBER')
        THEN pg_catalog.current_setting('bureau.emptying', true) ELSE '' END
    FROM pg_catalog.pg_class WHERE oid = guarded
$$;
DO $$ DECLARE guard oid; BEGIN
    FOR guard IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            AND prorettype = 'trigger'::regtype AND prosrc LIKE '%current_setting(''bureau.emptying'', true)%' LOOP
        EXECUTE replace(pg_get_functiondef(guard),
            'current_setting(''bureau.emptying'', true)', 'public.emptying(TG_RELID)');
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("ops", "0001_tables"),
        ("org", "0003_accounts_and_audit"),
        ("matters", "0002_database_guards"),
        ("vault", "0002_database_guards"),
        ("leading", "0002_database_guards"),
        ("reports", "0002_database_guards"),
    ]

    operations = [
        migrations.RunSQL(EMPTYING, migrations.RunSQL.noop),
    ]
