CREATE SCHEMA "agriculture";
--> statement-breakpoint
CREATE TABLE "agriculture"."agriculture" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"low_income_farmer" boolean,
	"recognised_year" integer,
	"poverty_cause" text,
	"contracted_area" numeric(12, 2),
	"transferred_area" numeric(12, 2),
	"transfer_rent" numeric(14, 2),
	"annual_subsidies" numeric(14, 2),
	"collective_dividend" numeric(14, 2),
	"machinery" text[],
	"business_entity" text,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
