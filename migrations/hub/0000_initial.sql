CREATE SCHEMA "hub";
--> statement-breakpoint
CREATE TABLE "hub"."demonstration" (
	"department" text PRIMARY KEY NOT NULL,
	"households" integer NOT NULL,
	"seed" integer NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL
);
