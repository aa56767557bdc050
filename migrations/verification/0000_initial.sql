CREATE SCHEMA "verification";
--> statement-breakpoint
CREATE SEQUENCE "verification"."verification_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "verification"."event" (
	"verification_id" text NOT NULL,
	"place" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	"about" text,
	"note" text NOT NULL,
	CONSTRAINT "event_verification_id_place_pk" PRIMARY KEY("verification_id","place")
);
--> statement-breakpoint
CREATE TABLE "verification"."finding" (
	"id" text PRIMARY KEY NOT NULL,
	"verification_id" text NOT NULL,
	"code" text NOT NULL,
	"severity" text NOT NULL,
	"person" text,
	"fingerprint" text NOT NULL,
	"first_version" integer NOT NULL,
	"last_version" integer NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"disposed_by" text,
	"disposed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "verification"."objection" (
	"id" text PRIMARY KEY NOT NULL,
	"verification_id" text NOT NULL,
	"finding_id" text NOT NULL,
	"statement" text NOT NULL,
	"evidence" text[] NOT NULL,
	"raised_by" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"resolution" text,
	"resolved_by" text,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "verification"."parameter_set" (
	"hash" text PRIMARY KEY NOT NULL,
	"parameters" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification"."report" (
	"verification_id" text NOT NULL,
	"version" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"report" text NOT NULL,
	"situation" text NOT NULL,
	"parameters" text NOT NULL,
	"digest" text NOT NULL,
	"issued_on" date NOT NULL,
	"valid_until" date NOT NULL,
	CONSTRAINT "report_verification_id_version_pk" PRIMARY KEY("verification_id","version")
);
--> statement-breakpoint
CREATE TABLE "verification"."run" (
	"id" text PRIMARY KEY NOT NULL,
	"scope" jsonb NOT NULL,
	"jurisdiction" text[] NOT NULL,
	"state" text NOT NULL,
	"requested_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "verification"."run_item" (
	"run_id" text NOT NULL,
	"household_id" text NOT NULL,
	"batch" integer NOT NULL,
	"state" text NOT NULL,
	"verification_id" text,
	"reason" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "run_item_run_id_household_id_pk" PRIMARY KEY("run_id","household_id")
);
--> statement-breakpoint
CREATE TABLE "verification"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"household_id" text NOT NULL,
	"division" text NOT NULL,
	"programme" text,
	"duty" text NOT NULL,
	"case_reference" text NOT NULL,
	"application" text NOT NULL,
	"outcome" text NOT NULL,
	"income_band" text,
	"version" integer NOT NULL,
	"open_findings" integer NOT NULL,
	"open_objections" integer DEFAULT 0 NOT NULL,
	"requested_by" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"extended" boolean DEFAULT false NOT NULL,
	"valid_until" date NOT NULL,
	"retry_at" timestamp with time zone,
	"retries" integer DEFAULT 0 NOT NULL,
	"run_id" text
);
--> statement-breakpoint
CREATE INDEX "finding_verification" ON "verification"."finding" USING btree ("verification_id");--> statement-breakpoint
CREATE INDEX "objection_verification" ON "verification"."objection" USING btree ("verification_id");--> statement-breakpoint
CREATE INDEX "run_item_batch" ON "verification"."run_item" USING btree ("run_id","batch");--> statement-breakpoint
CREATE INDEX "verification_household" ON "verification"."verification" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "verification_division" ON "verification"."verification" USING btree ("division");--> statement-breakpoint
CREATE INDEX "verification_retry" ON "verification"."verification" USING btree ("retry_at");--> statement-breakpoint
CREATE UNIQUE INDEX "verification_run_household" ON "verification"."verification" USING btree ("run_id","household_id");--> statement-breakpoint
CREATE FUNCTION "verification"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of verification.% is refused: what was issued, or happened, stays', TG_OP, TG_TABLE_NAME;
END
$$;--> statement-breakpoint
CREATE TRIGGER "report_is_final" BEFORE DELETE OR TRUNCATE ON "verification"."report"
  FOR EACH STATEMENT EXECUTE FUNCTION "verification"."refuse_change"();--> statement-breakpoint
CREATE TRIGGER "event_is_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "verification"."event"
  FOR EACH STATEMENT EXECUTE FUNCTION "verification"."refuse_change"();
