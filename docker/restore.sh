#!/usr/bin/env bash
# Restores what docker/backup.sh wrote into databases that are there and empty:
#   DATABASE_URL=postgres://hub_migrator:...@host/hub docker/restore.sh <directory>
# with the login that shall own the tables, after docker/postgres/roles.sql was run in each database.
# Then `hub migrate --application-role hub_application --auditor-role hub_auditor` gives the rights,
# which a dump does not hold, and brings an older backup up to the release.
# Each database is restored whole or not at all.
set -euo pipefail

if [ $# -ne 1 ] || [ ! -f "$1/SHA256SUMS" ]; then
  echo "restore.sh: say the directory that backup.sh wrote: DATABASE_URL=postgres://... docker/restore.sh /backups/2026-11-26" >&2
  exit 2
fi
source=$1

value_of() {
  local file_variable=${1}_FILE
  if [ -n "${!1:-}" ]; then
    printf '%s' "${!1}"
  elif [ -n "${!file_variable:-}" ]; then
    tr -d '[:space:]' <"${!file_variable}"
  fi
}

(cd "$source" && sha256sum --check --quiet SHA256SUMS)

# The variable that says where a dump's database is: agriculture.dump -> AGRICULTURE_DATABASE_URL.
variable_of() {
  case $1 in
    hub) echo DATABASE_URL ;;
    *) echo "$(tr '[:lower:]' '[:upper:]' <<<"$1")_DATABASE_URL" ;;
  esac
}

# Every place is looked at before anything is restored.
for dump in "$source"/*.dump; do
  variable=$(variable_of "$(basename "$dump" .dump)")
  url=$(value_of "$variable")
  if [ -z "$url" ]; then
    echo "restore.sh: $dump needs $variable: the empty database that it goes to" >&2
    exit 2
  fi
  tables=$(psql --no-psqlrc --tuples-only --no-align --dbname="$url" --command \
    "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")
  if [ "$tables" -ne 0 ]; then
    echo "restore.sh: the database of $variable holds $tables tables already: name an empty one" >&2
    exit 1
  fi
done

for dump in "$source"/*.dump; do
  variable=$(variable_of "$(basename "$dump" .dump)")
  # Comments mark which rights were given; these are not in the dump, and hub migrate gives them.
  pg_restore --single-transaction --exit-on-error --no-owner --no-privileges --no-comments \
    --dbname="$(value_of "$variable")" "$dump"
  echo "$dump -> $variable"
done
echo "now: hub migrate --application-role hub_application --auditor-role hub_auditor, then hub audit verify"
