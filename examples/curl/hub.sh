# Functions with which a shell script asks the hub. Needs curl, openssl and jq. The caller says
# HUB_URL, HUB_CLIENT_ID, HUB_CLIENT_KEY (a private JWK, P-256), DUTY, CASE and LONGEST_WAIT.

ATTEMPTS=3

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# Bytes of base64url: openssl wants the padding that base64url leaves out.
from_base64url() {
  text=$(tr -- '-_' '+/')
  while [ $((${#text} % 4)) -ne 0 ]; do text="$text="; done
  printf %s "$text" | openssl base64 -d -A
}

# Bytes of hexadecimal digits.
from_hex() {
  for byte in $(sed 's/../& /g'); do printf "\\$(printf '%03o' "0x$byte")"; done
}

# The private key as openssl reads it: a SEC 1 structure around the three numbers of the JWK.
private_key() {
  {
    printf '\060\167\002\001\001\004\040'
    jq -r .d "$HUB_CLIENT_KEY" | from_base64url
    printf '\240\012\006\010\052\206\110\316\075\003\001\007\241\104\003\102\000\004'
    jq -r .x "$HUB_CLIENT_KEY" | from_base64url
    jq -r .y "$HUB_CLIENT_KEY" | from_base64url
  } | openssl ec -inform DER 2>/dev/null
}

# Signs standard input (ES256). openssl answers two numbers in DER; JWT wants 32 bytes of each.
sign() {
  private_key >"$WORK/key.pem"
  openssl dgst -sha256 -sign "$WORK/key.pem" | openssl asn1parse -inform DER |
    sed -n 's/.*INTEGER *:0*//p' |
    while read -r number; do printf '%64s' "$number" | tr ' ' 0; done | from_hex | base64url
}

# A client assertion (private_key_jwt), good once, for a minute.
assertion() {
  now=$(date +%s)
  header=$(jq -c '{alg: "ES256", kid}' "$HUB_CLIENT_KEY" | tr -d '\n' | base64url)
  claims=$(jq -nc --arg id "$HUB_CLIENT_ID" --arg to "$HUB_URL/oauth/token" \
    --arg jti "$(openssl rand -hex 16)" --argjson now "$now" \
    '{iss: $id, sub: $id, aud: $to, jti: $jti, iat: $now, exp: ($now + 60)}' |
    tr -d '\n' | base64url)
  printf '%s.%s.%s' "$header" "$claims" "$(printf %s "$header.$claims" | sign)"
}

# Puts a token into TOKEN; it is good for ten minutes, longer than a script runs.
fetch_token() {
  answer=$(curl -sS "$HUB_URL/oauth/token" -d grant_type=client_credentials -d "scope=$DUTY" \
    -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
    -d "client_assertion=$(assertion)")
  TOKEN=$(printf %s "$answer" | jq -r '.access_token // empty')
  [ -n "$TOKEN" ] || { echo "no token: $answer" >&2; exit 1; }
}

# Seconds to wait before the request whose answer is in a file goes again; fails where it may not.
temporary() {
  jq -e 'if .data then empty else [.errors[]?.extensions
    | select(.code | IN("RATE_LIMITED", "SOURCE_UNAVAILABLE", "AUDIT_UNAVAILABLE")) | .retryAfter // 1] | max
    | values end' "$1"
}

wait_for() {
  [ "$1" -lt "$LONGEST_WAIT" ] && sleep "$1" || sleep "$LONGEST_WAIT"
}

# Runs the operation of a file with variables (JSON) and writes the answer to a file; a mutation has
# an idempotency key, so that it happens once however often it is sent.
run() {
  hash=$(openssl dgst -sha256 -r "$1" | cut -d ' ' -f 1)
  jq -nc --argjson variables "$2" --arg hash "$hash" \
    '{variables: $variables, extensions: {persistedQuery: {version: 1, sha256Hash: $hash}}}' >"$WORK/body"
  attempt=1
  while
    curl -sS "$HUB_URL/graphql" -H "authorization: Bearer $TOKEN" -H "hub-duty: $DUTY" \
      -H "hub-case: $CASE" ${4:+-H "idempotency-key: $4"} \
      -H 'content-type: application/json' -d "@$WORK/body" >"$3" || echo '{"errors": [{"message":
        "no connection", "extensions": {"code": "SOURCE_UNAVAILABLE"}}]}' >"$3"
    seconds=$(temporary "$3") && [ "$attempt" -lt "$ATTEMPTS" ]
  do
    wait_for "$seconds"
    attempt=$((attempt + 1))
  done
  jq -e '.data' "$3" >/dev/null || { jq -r '.errors[] | "\(.extensions.code): \(.message)"' "$3" >&2; exit 1; }
}
