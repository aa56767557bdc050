CREATE SCHEMA "disabled_federation";
--> statement-breakpoint
CREATE TABLE "disabled_federation"."disability" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"category" text,
	"grade" text,
	"certificate_number" text,
	"certificate_status" text,
	"issued_on" date,
	"valid_until" date,
	"living_subsidy" numeric(14, 2),
	"nursing_subsidy" numeric(14, 2),
	"assisted_employment" boolean,
	"bank_account" text,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
