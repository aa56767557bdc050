"""Asks the hub as a system of the disabled persons' federation (县残联), under duty 2.3.

    disability_benefits.py review <case> <household>
    disability_benefits.py report <case> <household> <coordinate> <value seen> <should be> <evidence> [<key>]
"""

import json
import os
import sys
import uuid
from pathlib import Path

from hub_client import ATTEMPTS, HubClient, RequestRefused, TokenSource
from outcome import RecordsChanged, failed, fill_in, outcome

DUTY = "2.3"
OPERATIONS = Path(__file__).parent.parent / "disability-benefits" / "operations"
REVIEW = OPERATIONS / "review-household.graphql"
REPORT = OPERATIONS / "report-wrong-value.graphql"
# The variable that asks for a part of the review, and the field that it is.
PARTS = {"disability": "disability", "insurance": "medicalInsurance"}


def review(client, household):
    """Asks again for what failed and nothing else; then a line for each member."""
    variables = {"id": household}
    answer = client.run(REVIEW, variables)
    for _ in range(ATTEMPTS - 1):
        errors = failed(answer)
        if not errors:
            break
        client.wait(max(error["extensions"]["retryAfter"] for error in errors))
        later = client.run(REVIEW, variables | switches(errors))
        try:
            answer = fill_in(answer, later)
        except RecordsChanged:
            answer = client.run(REVIEW, variables)
    return "\n".join([f"家庭 {household}", *summary(answer)])


def switches(errors):
    """On for the parts that failed; on for all where something failed that is no part."""
    if not all(set(error["path"]) & set(PARTS.values()) for error in errors):
        return {}
    return {name: any(field in error["path"] for error in errors) for name, field in PARTS.items()}


def summary(answer):
    members = outcome(answer, "household", "members")
    if members[0] != "FOUND":
        return [f"  {words(members)}"]
    return [line(answer, index) for index in range(len(members[1]))]


def line(answer, index):
    def field(*path):
        return words(outcome(answer, "household", "members", index, *path))

    insurance = field("medicalInsurance", "status")
    spending = field("medicalInsurance", "spending", "outOfPocket")
    grade = field("disability", "grade")
    return f"  {field('name')}  残疾等级：{grade}  医保：{insurance}  个人自付（元/年）：{spending}"


def words(result):
    kind, value = result
    if kind == "NO_RECORD":
        return "无记录"
    return {"FOUND": "{}", "NOT_AUTHORISED": "无权读取（{}）", "SOURCE_FAILED": "未答复（{}）"}[kind].format(value)


def report(client, household, coordinate, seen, should_be, document, key=None):
    """Reports that a field is wrong (校核), once for each key however often it is sent."""
    given = {"householdId": household, "coordinate": coordinate, "valueSeen": seen}
    given |= {"shouldBe": should_be, "evidence": [document]}
    answer = client.run(REPORT, {"input": given}, key or str(uuid.uuid4()))
    issue = answer["data"]["reportDataIssue"]
    return f"{issue['id']} {issue['department']} {issue['dueOn']}"


def main(command, case, *words_given):
    hub = os.environ.get("HUB_URL", "http://127.0.0.1:4000")
    jwk = json.loads(Path(os.environ["HUB_CLIENT_KEY"]).read_text())
    tokens = TokenSource(hub, os.environ["HUB_CLIENT_ID"], jwk, DUTY)
    longest_wait = float(os.environ.get("HUB_LONGEST_WAIT", "10"))
    client = HubClient(hub, tokens, DUTY, case, longest_wait)
    print({"review": review, "report": report}[command](client, *words_given))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except (RequestRefused, RuntimeError, OSError) as error:
        sys.exit(str(error))
