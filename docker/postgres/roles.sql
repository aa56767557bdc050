-- The hub's logins on a PostgreSQL server, 14 to 18. Run by a superuser with psql, in the hub's
-- database and again in each database that a department has of its own; a second run changes
-- nothing but the passwords.
--
--   psql -d hub -v migrator_password=... -v application_password=... -v auditor_password=... \
--        -v backup_password=... -f roles.sql
--
-- | login        | member of       | for                                | may                                     |
-- |--------------|-----------------|------------------------------------|-----------------------------------------|
-- | hub_migrator |                 | hub migrate, rotate-keys, seed     | own the schemas, make the duties' roles |
-- | hub          | hub_application | hub serve, subgraph, worker, import | change data; add to the access log     |
-- | hub_audit    | hub_auditor     | hub audit verify, hub audit export | read the access log                     |
-- | hub_backup   |                 | docker/backup.sh                   | read everything                         |
--
-- What hub_application and hub_auditor may do in the schemas is given by
-- `hub migrate --application-role hub_application --auditor-role hub_auditor`, at every release.
-- Another first part of the names: -v prefix=pujiang_hub.

\set ON_ERROR_STOP on
\if :{?prefix}
\else
  \set prefix hub
\endif
\set migrator :prefix _migrator
\set application :prefix _application
\set auditor :prefix _auditor
\set audit_login :prefix _audit
\set backup_login :prefix _backup

select format('create role %I nologin', name)
  from unnest(array[:'application', :'auditor']) as wanted (name)
 where to_regrole(quote_ident(name)) is null \gexec
select format('create role %I login', name)
  from unnest(array[:'migrator', :'prefix', :'audit_login', :'backup_login']) as wanted (name)
 where to_regrole(quote_ident(name)) is null \gexec

alter role :"migrator" createrole password :'migrator_password';
alter role :"prefix" password :'application_password';
alter role :"audit_login" password :'auditor_password';
-- Row security would leave rows out of a dump.
alter role :"backup_login" bypassrls password :'backup_password';

grant :"application" to :"prefix";
grant :"auditor" to :"audit_login";
grant pg_read_all_data to :"backup_login";

-- A migration that does not get its lock must not hold up everybody behind it: it fails whole, and
-- is run again.
alter role :"migrator" set lock_timeout = '10s';

revoke all on database :"DBNAME" from public;
revoke create on schema public from public;
grant connect, create, temporary on database :"DBNAME" to :"migrator";
-- Loads of departments' files compare in temporary tables.
grant connect, temporary on database :"DBNAME" to :"application";
grant connect on database :"DBNAME" to :"auditor", :"backup_login";
