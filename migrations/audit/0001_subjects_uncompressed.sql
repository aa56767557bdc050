-- Hashes do not compress; to try it of the record of a hundred households costs as much as to index it.
ALTER TABLE "audit"."record" ALTER COLUMN "subjects" SET STORAGE EXTERNAL;
