#!/bin/bash
# Makes the hub's logins when the postgres image makes its database (docker-entrypoint-initdb.d).
set -euo pipefail

psql --no-psqlrc --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\set migrator_password `cat /run/secrets/migrator-password`
\set application_password `cat /run/secrets/application-password`
\set auditor_password `cat /run/secrets/auditor-password`
\set backup_password `cat /run/secrets/backup-password`
\i /opt/hub/roles.sql
SQL
