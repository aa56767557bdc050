CREATE TABLE "hub"."idempotent_answer" (
	"client" text NOT NULL,
	"key" text NOT NULL,
	"request" text NOT NULL,
	"answer" jsonb,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotent_answer_client_key_pk" PRIMARY KEY("client","key")
);
