CREATE SCHEMA "clients";
--> statement-breakpoint
CREATE TABLE "clients"."client" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"department" text NOT NULL,
	"duties" text[] NOT NULL,
	"jurisdiction" text[] NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"keys" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clients"."used_proof" (
	"digest" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "used_proof_expires_at" ON "clients"."used_proof" USING btree ("expires_at");