CREATE SCHEMA "civil_affairs";
--> statement-breakpoint
CREATE TABLE "civil_affairs"."assistance" (
	"id" text PRIMARY KEY NOT NULL,
	"household_id" text NOT NULL,
	"programme" text NOT NULL,
	"start_month" char(7) NOT NULL,
	"end_month" char(7),
	"monthly_amount" numeric(14, 2),
	"gradual_exit_until" date,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."child_welfare" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"category" text,
	"monthly_allowance" numeric(14, 2),
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."declaration" (
	"household_id" text PRIMARY KEY NOT NULL,
	"wage_income" numeric(14, 2),
	"business_income" numeric(14, 2),
	"property_income" numeric(14, 2),
	"transfer_income" numeric(14, 2),
	"other_income" numeric(14, 2),
	"financial_assets" numeric(14, 2),
	"vehicle_count" integer,
	"dwelling_count" integer,
	"declared_on" date,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."elder_care" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"care_level" text,
	"monthly_subsidy" numeric(14, 2),
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."household" (
	"id" text PRIMARY KEY NOT NULL,
	"township" text NOT NULL,
	"village" text NOT NULL,
	"head_count" integer,
	"income_band" text,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."left_behind" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"category" text,
	"last_visited_on" date,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."marriage" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"spouse" varchar(22),
	"certificate_number" text,
	"registered_on" date,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."membership" (
	"household_id" text NOT NULL,
	"person" varchar(22) NOT NULL,
	"role" text NOT NULL,
	"kinship" text,
	"position" integer NOT NULL,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL,
	CONSTRAINT "membership_household_id_person_role_pk" PRIMARY KEY("household_id","person","role")
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."person" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"id_number" text NOT NULL,
	"masked_id_number" text NOT NULL,
	"name" text NOT NULL,
	"sex" text,
	"birth_date" date,
	"marital_status" text,
	"division" text NOT NULL,
	"death_date" date,
	"cremation_date" date,
	"ecological_burial" boolean,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."poverty_dimension" (
	"household_id" text NOT NULL,
	"dimension" text NOT NULL,
	"score" numeric(12, 2),
	"weight" numeric(12, 4),
	"position" integer NOT NULL,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL,
	CONSTRAINT "poverty_dimension_household_id_dimension_pk" PRIMARY KEY("household_id","dimension")
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."poverty_index" (
	"household_id" text PRIMARY KEY NOT NULL,
	"score" numeric(12, 2),
	"surveyed_on" date,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."reservoir_migrant" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"reservoir" text,
	"annual_support" numeric(14, 2),
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."single_household_admission" (
	"household_id" text NOT NULL,
	"person" varchar(22) NOT NULL,
	"ground" text,
	"admitted_on" date,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL,
	CONSTRAINT "single_household_admission_household_id_person_pk" PRIMARY KEY("household_id","person")
);
--> statement-breakpoint
CREATE TABLE "civil_affairs"."verification_summary" (
	"household_id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"outcome" text,
	"income_band" text,
	"completed_on" date,
	"valid_until" date,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX "assistance_household_id" ON "civil_affairs"."assistance" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "household_township" ON "civil_affairs"."household" USING btree ("township");--> statement-breakpoint
CREATE INDEX "household_village" ON "civil_affairs"."household" USING btree ("village");--> statement-breakpoint
CREATE INDEX "marriage_spouse" ON "civil_affairs"."marriage" USING btree ("spouse");--> statement-breakpoint
CREATE INDEX "membership_person" ON "civil_affairs"."membership" USING btree ("person");--> statement-breakpoint
CREATE INDEX "single_household_admission_person" ON "civil_affairs"."single_household_admission" USING btree ("person");