CREATE SCHEMA "issues";
--> statement-breakpoint
CREATE SEQUENCE "issues"."issue_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "issues"."event" (
	"issue_id" text NOT NULL,
	"place" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "event_issue_id_place_pk" PRIMARY KEY("issue_id","place")
);
--> statement-breakpoint
CREATE TABLE "issues"."issue" (
	"id" text PRIMARY KEY NOT NULL,
	"department" text NOT NULL,
	"coordinate" text NOT NULL,
	"table_name" text NOT NULL,
	"person" varchar(22),
	"household_id" text,
	"record_key" jsonb NOT NULL,
	"division" text NOT NULL,
	"state" text NOT NULL,
	"value_seen" text,
	"should_be" text NOT NULL,
	"evidence" text NOT NULL,
	"reporter" text NOT NULL,
	"reported_by" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"explanation" text,
	"closed_by" text,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "issue_reported" ON "issues"."issue" USING btree ("department","reported_at");--> statement-breakpoint
CREATE INDEX "issue_open" ON "issues"."issue" USING btree ("table_name") WHERE "issues"."issue"."state" = 'OPEN';