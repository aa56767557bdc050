CREATE SCHEMA "veterans";
--> statement-breakpoint
CREATE TABLE "veterans"."veteran" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"disabled_in_service" boolean,
	"monthly_pension" numeric(14, 2),
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
