CREATE SCHEMA "sealing";
--> statement-breakpoint
CREATE TABLE "sealing"."known_person" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"id_number" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sealing"."person_keys" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"id" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_keys_single" CHECK ("sealing"."person_keys"."single")
);
