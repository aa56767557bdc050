CREATE SCHEMA "consent";
--> statement-breakpoint
CREATE TABLE "consent"."consent" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"person" varchar(22) NOT NULL,
	"household_id" text,
	"membership" varchar(22)[],
	"division" text NOT NULL,
	"signer" varchar(22) NOT NULL,
	"signer_relation" text NOT NULL,
	"duties" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE INDEX "consent_person" ON "consent"."consent" USING btree ("person");--> statement-breakpoint
CREATE INDEX "consent_household_id" ON "consent"."consent" USING btree ("household_id");--> statement-breakpoint
CREATE FUNCTION "consent"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a consent is never changed: record a new version';
END
$$;--> statement-breakpoint
CREATE TRIGGER "consent_is_immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "consent"."consent"
  FOR EACH STATEMENT EXECUTE FUNCTION "consent"."refuse_change"();
