CREATE SCHEMA "hub";
--> statement-breakpoint
CREATE TABLE "hub"."demonstration" (
	"department" text PRIMARY KEY NOT NULL,
	"households" integer NOT NULL,
	"seed" integer NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub"."idempotent_answer" (
	"client" text NOT NULL,
	"key" text NOT NULL,
	"request" text NOT NULL,
	"answer" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotent_answer_client_key_pk" PRIMARY KEY("client","key")
);
