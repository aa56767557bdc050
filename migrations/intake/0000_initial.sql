CREATE SCHEMA "intake";
--> statement-breakpoint
CREATE TABLE "intake"."former_record" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "intake"."former_record_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"relation" text NOT NULL,
	"key" text NOT NULL,
	"record" jsonb NOT NULL,
	"change" text NOT NULL,
	"load_id" bigint NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "intake"."load" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "intake"."load_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"department" text NOT NULL,
	"kind" text NOT NULL,
	"relation" text NOT NULL,
	"as_of" date NOT NULL,
	"given_as_of" date,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"bytes" bigint NOT NULL,
	"encoding" text NOT NULL,
	"rows_read" integer NOT NULL,
	"rows_loaded" integer NOT NULL,
	"rows_refused" integer NOT NULL,
	"added" integer NOT NULL,
	"changed" integer NOT NULL,
	"removed" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"kept" integer NOT NULL,
	"corrections" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	"loaded_by" text
);
--> statement-breakpoint
CREATE INDEX "former_record_key" ON "intake"."former_record" USING btree ("relation","key");--> statement-breakpoint
CREATE INDEX "load_relation" ON "intake"."load" USING btree ("relation","id");