-- By hand: the systems of the department's own, which elsewhere its own people run, and what they show of them.
CREATE SCHEMA "care_system";
CREATE TABLE "care_system"."allowance" (
	"id_number" text,
	"monthly_amount" numeric(14, 2),
	"paid_since" text,
	"original_source" text,
	"as_of" date
);
CREATE TABLE "care_system"."bed" ("id_number" text, "home" text);
CREATE VIEW "elderly_care"."care_allowance" AS SELECT * FROM "care_system"."allowance";
DO $$ BEGIN
	IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'postgres_fdw') THEN
		CREATE EXTENSION IF NOT EXISTS postgres_fdw;
		EXECUTE format(
			'CREATE SERVER care_system FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host %L, port %L, dbname %L)',
			'127.0.0.1', current_setting('port'), current_database());
		EXECUTE format('CREATE USER MAPPING FOR PUBLIC SERVER care_system OPTIONS (user %L, password_required ''false'')', current_user);
		CREATE FOREIGN TABLE "elderly_care"."care_bed" ("id_number" text, "home" text)
			SERVER care_system OPTIONS (schema_name 'care_system', table_name 'bed');
	ELSE
		CREATE VIEW "elderly_care"."care_bed" AS SELECT * FROM "care_system"."bed";
	END IF;
END $$;
