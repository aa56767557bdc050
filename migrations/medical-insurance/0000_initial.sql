CREATE SCHEMA "medical_insurance";
--> statement-breakpoint
CREATE TABLE "medical_insurance"."diagnosis" (
	"person" varchar(22) NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"diagnosed_on" date,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL,
	CONSTRAINT "diagnosis_person_position_pk" PRIMARY KEY("person","position")
);
--> statement-breakpoint
CREATE TABLE "medical_insurance"."long_term_care" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"disability_level" text,
	"monthly_benefit" numeric(14, 2),
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "medical_insurance"."medical_insurance" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"insurance_type" text,
	"status" text,
	"employer" text,
	"enrolled_on" date,
	"assisted_enrolment" boolean,
	"serious_illness" boolean,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "medical_insurance"."spending" (
	"person" varchar(22) NOT NULL,
	"year" integer NOT NULL,
	"total" numeric(14, 2),
	"pooled_payment" numeric(14, 2),
	"serious_illness_payment" numeric(14, 2),
	"medical_assistance_payment" numeric(14, 2),
	"out_of_pocket" numeric(14, 2),
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL,
	CONSTRAINT "spending_person_year_pk" PRIMARY KEY("person","year")
);
