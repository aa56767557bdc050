CREATE SCHEMA "big_data";
--> statement-breakpoint
CREATE TABLE "big_data"."business" (
	"unified_social_credit_code" text NOT NULL,
	"person" varchar(22) NOT NULL,
	"role" text NOT NULL,
	"name" text,
	"registered_capital" numeric(14, 2),
	"status" text,
	"share_ratio" numeric(12, 4),
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL,
	CONSTRAINT "business_unified_social_credit_code_person_role_pk" PRIMARY KEY("unified_social_credit_code","person","role")
);
--> statement-breakpoint
CREATE TABLE "big_data"."financial_assets" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"deposits" numeric(14, 2),
	"securities" numeric(14, 2),
	"insurance_policies" numeric(14, 2),
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "big_data"."household_registration" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"address" text,
	"registered_division" text,
	"moved_in_on" date,
	"deregistered_on" date,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "big_data"."housing_fund" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"monthly_contribution" numeric(14, 2),
	"balance" numeric(14, 2),
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "big_data"."income_tax" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"taxable_income" numeric(14, 2),
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "big_data"."real_estate" (
	"certificate_number" text NOT NULL,
	"person" varchar(22) NOT NULL,
	"usage" text,
	"floor_area" numeric(12, 2),
	"address" text,
	"share" numeric(12, 4),
	"registered_on" date,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL,
	CONSTRAINT "real_estate_certificate_number_person_pk" PRIMARY KEY("certificate_number","person")
);
--> statement-breakpoint
CREATE TABLE "big_data"."social_insurance" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"pension_status" text,
	"contribution_base" numeric(14, 2),
	"monthly_pension" numeric(14, 2),
	"unemployment_benefit" numeric(14, 2),
	"employed" boolean,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "big_data"."student" (
	"person" varchar(22) PRIMARY KEY NOT NULL,
	"school" text,
	"stage" text,
	"annual_tuition" numeric(14, 2),
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "big_data"."vehicle" (
	"plate_number" text PRIMARY KEY NOT NULL,
	"person" varchar(22) NOT NULL,
	"kind" text,
	"usage" text,
	"purchase_price" numeric(14, 2),
	"registered_on" date,
	"status" text,
	"original_source" text NOT NULL,
	"as_of" date NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"in_dispute" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX "business_person" ON "big_data"."business" USING btree ("person");--> statement-breakpoint
CREATE INDEX "real_estate_person" ON "big_data"."real_estate" USING btree ("person");--> statement-breakpoint
CREATE INDEX "vehicle_person" ON "big_data"."vehicle" USING btree ("person");