CREATE SCHEMA "operations";
--> statement-breakpoint
CREATE TABLE "operations"."registered_operation" (
	"department" text NOT NULL,
	"duty" text NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"text" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "registered_operation_department_duty_hash_pk" PRIMARY KEY("department","duty","hash")
);
