# What became of one field: FOUND, NO_RECORD, NOT_AUTHORISED or SOURCE_FAILED.

# The place of the first null on the way to a path; the path itself where there is none.
def null_at($path): . as $data
  | first((range(0; $path | length) | $path[0:. + 1] | select(. as $p | $data | getpath($p) == null)), $path);

# Of an answer, the outcome at a path. An error at or below a null is the reason for it.
def outcome($path): . as $answer
  | (.data | getpath($path)) as $value
  | if $value != null then {kind: "FOUND", value: $value} else
      (.data | null_at($path)) as $place
      | ([.errors[]? | select(.path[0:($place | length)] == $place) | .extensions][0]) as $reason
      | if $reason == null then {kind: "NO_RECORD"}
        elif $reason.code | IN("CONSENT_REQUIRED", "OUT_OF_JURISDICTION", "FIELD_NOT_AUTHORIZED")
        then {kind: "NOT_AUTHORISED", code: $reason.code}
        else {kind: "SOURCE_FAILED", code: $reason.code, department: $reason.department} end
    end;

# Errors of sources that did not answer in time.
def failed: [.errors[]? | select(.extensions.code == "SOURCE_UNAVAILABLE")];

# Which parts of ReviewHousehold to ask again: those that failed, or all where something else failed.
def switches: failed as $failed
  | {disability: "disability", insurance: "medicalInsurance"} as $parts
  | if all($failed[]; any(.path[]; IN($parts[]))) then
      $parts | map_values(. as $field | any($failed[]; any(.path[]; . == $field)))
    else {} end;

# Puts what failed in from a later answer about the same people; null where they are not the same.
def filled($later): failed as $failed
  | def people: .data.household | [.id, .township, [.members[]? | [.maskedIdNumber, .name]]];
  if ($failed | all(.path | length > 3)) and people != ($later | people) then null else
    reduce $failed[] as {path: $path} (.; .data |= setpath($path; $later.data | getpath($path)))
    | .errors = (.errors - $failed) + ($later.errors // [])
  end;

def words: if .kind == "FOUND" then .value | tostring
  elif .kind == "NO_RECORD" then "无记录"
  elif .kind == "NOT_AUTHORISED" then "无权读取（\(.code)）"
  else "未答复（\(.department // .code)）" end;

# What a case worker reads, a line for each member.
def summary: . as $answer
  | if .data.household == null then "  \(outcome(["household"]) | words)" else
      range(0; .data.household.members | length) as $index
      | def field($path): $answer | outcome(["household", "members", $index] + $path) | words;
        "  \(field(["name"]))  残疾等级：\(field(["disability", "grade"]))"
        + "  医保：\(field(["medicalInsurance", "status"]))"
        + "  个人自付（元/年）：\(field(["medicalInsurance", "spending", "outOfPocket"]))"
    end;
