#!/bin/sh
# Asks the hub as a system of the disabled persons' federation (县残联), under duty 2.3:
#   disability-benefits.sh review <case> <household>
#   disability-benefits.sh report <case> <household> <coordinate> <value seen> <should be> <evidence> [<key>]
set -eu
[ $# -ge 3 ] || { sed -n '2,4s/^# *//p' "$0" >&2; exit 1; }

HUB_URL=${HUB_URL:-http://127.0.0.1:4000}
LONGEST_WAIT=${HUB_LONGEST_WAIT:-10}
DUTY=2.3
CASE=$2
HERE=$(dirname "$0")
OPERATIONS=$HERE/../disability-benefits/operations
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
umask 077
. "$HERE/hub.sh"

with_outcomes() { jq -L "$HERE" "$@"; }

ask() { run "$OPERATIONS/review-household.graphql" "$1" "$2"; }

# What failed is asked again, and nothing else.
review() {
  all=$(jq -nc --arg id "$1" '{id: $id}')
  ask "$all" "$WORK/answer"
  round=1
  while [ "$round" -lt "$ATTEMPTS" ] &&
    seconds=$(with_outcomes -e 'include "outcome"; failed | map(.extensions.retryAfter) | max | values' "$WORK/answer"); do
    wait_for "$seconds"
    ask "$(with_outcomes -c --argjson all "$all" 'include "outcome"; $all + switches' "$WORK/answer")" "$WORK/later"
    if with_outcomes -e --slurpfile later "$WORK/later" 'include "outcome"; filled($later[0])' \
      "$WORK/answer" >"$WORK/filled"; then mv "$WORK/filled" "$WORK/answer"; else ask "$all" "$WORK/answer"; fi
    round=$((round + 1))
  done
  echo "家庭 $1"
  with_outcomes -r 'include "outcome"; summary' "$WORK/answer"
}

report() {
  run "$OPERATIONS/report-wrong-value.graphql" "$(jq -nc --arg household "$1" --arg coordinate "$2" \
    --arg seen "$3" --arg should "$4" --arg document "$5" '{input: {householdId: $household,
      coordinate: $coordinate, valueSeen: $seen, shouldBe: $should, evidence: [$document]}}')" \
    "$WORK/answer" "${6:-$(openssl rand -hex 16)}"
  jq -r '.data.reportDataIssue | "\(.id) \(.department) \(.dueOn)"' "$WORK/answer"
}

fetch_token
command=$1
shift 2
"$command" "$@"
