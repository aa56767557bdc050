#!/usr/bin/env bash
# Backs up every database of the hub into a new directory:
#   DATABASE_URL=postgres://hub_backup:...@host/hub docker/backup.sh <directory>
# <DEPARTMENT>_DATABASE_URL names a department's own database, as for the hub; each URL may stand in
# a file instead, <NAME>_FILE. The login needs pg_read_all_data and bypassrls (docker/postgres/roles.sql).
# pg_dump must be of the server's release or a newer one. The dumps hold personal data: keep them
# encrypted, and the hub's secrets, which are not in them, in another place.
set -euo pipefail

if [ $# -ne 1 ]; then
  echo "backup.sh: say the directory to make: DATABASE_URL=postgres://... docker/backup.sh /backups/$(date +%F)" >&2
  exit 2
fi
target=$1

# What a variable says, or the file that it names.
value_of() {
  local file_variable=${1}_FILE
  if [ -n "${!1:-}" ]; then
    printf '%s' "${!1}"
  elif [ -n "${!file_variable:-}" ]; then
    tr -d '[:space:]' <"${!file_variable}"
  fi
}

names=$(compgen -e | sed -n 's/^\(\(.*_\)\{0,1\}DATABASE_URL\)\(_FILE\)\{0,1\}$/\1/p' | grep -v '^TEST_' | sort -u)
if [ -z "$(value_of DATABASE_URL)" ]; then
  echo "backup.sh: no DATABASE_URL and no DATABASE_URL_FILE: set it to the hub's database" >&2
  exit 2
fi

umask 077
mkdir "$target"
for name in $names; do
  dump=$target/$(tr '[:upper:]' '[:lower:]' <<<"${name%DATABASE_URL}" | sed 's/_$//; s/^$/hub/').dump
  pg_dump --format=custom --no-owner --no-privileges --file="$dump" --dbname="$(value_of "$name")"
  # A dump that cannot be listed cannot be restored.
  pg_restore --list "$dump" >/dev/null
  echo "$dump"
done
(cd "$target" && sha256sum -- *.dump >SHA256SUMS)
