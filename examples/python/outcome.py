"""Tells apart what became of a field of an answer."""

NOT_AUTHORISED = {"CONSENT_REQUIRED", "OUT_OF_JURISDICTION", "FIELD_NOT_AUTHORIZED"}


def outcome(answer, *path):
    """What became of one field: (kind, value, code or department).

    The kind is FOUND, NO_RECORD, NOT_AUTHORISED or SOURCE_FAILED. An error at or below a null is
    the reason for it; whatever lies beyond a null has the outcome of that null.
    """
    value, place = answer["data"], []
    for key in path:
        if value is None:
            break
        value = value[key]
        place.append(key)
    if value is not None:
        return ("FOUND", value)
    for error in answer.get("errors", []):
        if error.get("path", [])[: len(place)] == place:
            extensions = error["extensions"]
            code = extensions["code"]
            if code in NOT_AUTHORISED:
                return ("NOT_AUTHORISED", code)
            return ("SOURCE_FAILED", extensions.get("department") or code)
    return ("NO_RECORD", None)


class RecordsChanged(Exception):
    """The records changed between two answers, so that they are not parts of one."""


def failed(answer):
    """The errors of sources that did not answer in time."""
    errors = answer.get("errors", [])
    return [error for error in errors if error["extensions"]["code"] == "SOURCE_UNAVAILABLE"]


def fill_in(first, later):
    """Puts what failed in one answer in from a later one about the same people."""
    again = failed(first)
    places = {tuple(error["path"]) for error in again}
    kept = [error for error in first["errors"] if error not in again]
    data = filled(first["data"], later["data"], (), places)
    return {**later, "data": data, "errors": kept + later.get("errors", [])}


def filled(first, later, path, places):
    if path in places:
        return later
    if isinstance(first, dict) and isinstance(later, dict):
        return {
            key: filled(value, later[key], (*path, key), places) if key in later else value
            for key, value in first.items()
        }
    if isinstance(first, list) and isinstance(later, list) and len(first) == len(later):
        pairs = enumerate(zip(first, later))
        return [filled(one, other, (*path, index), places) for index, (one, other) in pairs]
    if first != later:
        raise RecordsChanged(path)
    return first
