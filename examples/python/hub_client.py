"""Asks the hub from Python: the standard library, and openssl to sign with."""

import base64
import hashlib
import json
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
# Seconds before a token ends at which the next one is fetched.
EARLY = 30
# Codes of a request that may be sent again as it is.
TEMPORARY = {"RATE_LIMITED", "SOURCE_UNAVAILABLE", "AUDIT_UNAVAILABLE"}
ATTEMPTS = 3


class RequestRefused(Exception):
    """The hub refused a request whole, or could not be reached."""

    def __init__(self, status, errors):
        super().__init__("\n".join(f"{e['extensions']['code']}: {e['message']}" for e in errors))
        self.status = status
        self.errors = errors


def send(url, data, headers):
    """Posts bytes and answers the status and the JSON of whatever answer comes."""
    request = urllib.request.Request(url, data=data, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sec1(jwk):
    """The private key as openssl reads it: a SEC 1 structure around the three numbers of the JWK."""
    d, x, y = (from_base64url(jwk[name]) for name in "dxy")
    curve = bytes.fromhex("a00a06082a8648ce3d030107")
    return b"\x30\x77\x02\x01\x01\x04\x20" + d + curve + b"\xa1\x44\x03\x42\x00\x04" + x + y


def sign(jwk, data):
    """Signs with ES256. openssl answers two numbers in DER; JWT wants 32 bytes of each."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(sec1(jwk))
        file.flush()
        command = ["openssl", "dgst", "-sha256", "-keyform", "DER", "-sign", file.name]
        der = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    numbers, place = [], 2
    for _ in range(2):
        length = der[place + 1]
        numbers.append(int.from_bytes(der[place + 2 : place + 2 + length], "big"))
        place += 2 + length
    return b"".join(number.to_bytes(32, "big") for number in numbers)


class TokenSource:
    """Fetches a token (client credentials, private_key_jwt), keeps it, and renews it before it ends."""

    def __init__(self, hub, client, jwk, duty):
        self.endpoint, self.client, self.jwk, self.duty = f"{hub}/oauth/token", client, jwk, duty
        self.token, self.renew_at = None, 0

    def get(self):
        if self.token is None or time.time() >= self.renew_at:
            self.fetch()
        return self.token

    def forget(self):
        self.token = None

    def fetch(self):
        form = {
            "grant_type": "client_credentials",
            "scope": self.duty,
            "client_assertion_type": ASSERTION_TYPE,
            "client_assertion": self.assertion(),
        }
        status, answer = send(self.endpoint, urllib.parse.urlencode(form).encode(), {})
        if status != 200:
            raise RuntimeError(f"no token: {status} {answer}")
        self.token = answer["access_token"]
        self.renew_at = time.time() + max(answer["expires_in"] - EARLY, 1)

    def assertion(self):
        now = int(time.time())
        claims = {"iss": self.client, "sub": self.client, "aud": self.endpoint}
        claims |= {"jti": str(uuid.uuid4()), "iat": now, "exp": now + 60}
        header = {"alg": "ES256", "kid": self.jwk["kid"]}
        text = ".".join(base64url(json.dumps(part).encode()) for part in (header, claims))
        return f"{text}.{base64url(sign(self.jwk, text.encode()))}"


class HubClient:
    """Runs registered operations on the hub under one duty, for one case."""

    def __init__(self, hub, tokens, duty, case, longest_wait):
        self.hub, self.tokens, self.duty, self.case = hub, tokens, duty, case
        self.longest_wait = longest_wait

    def wait(self, retry_after):
        """Waits as long as the hub says, within what the case worker has patience for."""
        time.sleep(min(retry_after, self.longest_wait))

    def run(self, operation, variables, idempotency_key=None):
        """Runs the operation of a file; a request that did not get through is sent again.

        A mutation has an idempotency key, so that it happens once however often it is sent.
        """
        with open(operation, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        persisted = {"version": 1, "sha256Hash": digest}
        body = {"variables": variables, "extensions": {"persistedQuery": persisted}}
        attempt = 1
        while True:
            try:
                return self.authorised(body, idempotency_key)
            except RequestRefused as refused:
                found = [e["extensions"] for e in refused.errors if e["extensions"]["code"] in TEMPORARY]
                if attempt == ATTEMPTS or not found:
                    raise
                self.wait(max(extensions.get("retryAfter", 1) for extensions in found))
                attempt += 1

    def authorised(self, body, idempotency_key):
        """A token may be ended before its time: one more is fetched, once."""
        try:
            return self.send(body, idempotency_key)
        except RequestRefused as refused:
            if refused.status != 401:
                raise
            self.tokens.forget()
            return self.send(body, idempotency_key)

    def send(self, body, idempotency_key):
        headers = {
            "content-type": "application/json",
            "authorization": f"Bearer {self.tokens.get()}",
            "hub-duty": self.duty,
            "hub-case": self.case,
        }
        if idempotency_key is not None:
            headers["idempotency-key"] = idempotency_key
        try:
            status, answer = send(f"{self.hub}/graphql", json.dumps(body).encode(), headers)
        except OSError as error:
            lost = {"message": str(error), "extensions": {"code": "SOURCE_UNAVAILABLE"}}
            raise RequestRefused(0, [lost]) from error
        if not answer.get("data"):
            raise RequestRefused(status, answer.get("errors", []))
        return answer
