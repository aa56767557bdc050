CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE TABLE "audit"."checkpoint" (
	"size" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."reading" (
	"reading" text PRIMARY KEY NOT NULL,
	"coordinates" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."record" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"algorithm" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"client" text,
	"operator" text,
	"department" text,
	"duty" text,
	"case" text,
	"operation" text,
	"reading" text NOT NULL,
	"subjects" text[] NOT NULL,
	"decision" text NOT NULL,
	"codes" text[] NOT NULL,
	"policy" text NOT NULL,
	"latency" double precision NOT NULL
);
--> statement-breakpoint
CREATE INDEX "record_at" ON "audit"."record" USING btree ("at");--> statement-breakpoint
CREATE INDEX "record_id" ON "audit"."record" USING btree ("id");--> statement-breakpoint
CREATE INDEX "record_subjects" ON "audit"."record" USING gin ("subjects");--> statement-breakpoint
CREATE FUNCTION "audit"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only: % of audit.% is refused', TG_OP, TG_TABLE_NAME;
END
$$;--> statement-breakpoint
CREATE TRIGGER "record_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"."record"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit"."refuse_change"();--> statement-breakpoint
CREATE TRIGGER "checkpoint_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"."checkpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit"."refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "reading_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"."reading"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit"."refuse_change"();
