CREATE SCHEMA "elderly_care";
--> statement-breakpoint
CREATE TABLE "elderly_care"."care_assessment" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"grade" text,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
