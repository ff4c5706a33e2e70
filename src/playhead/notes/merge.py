"""Two writers, one entry: what each changed is kept; where both changed the same, both stay."""

from __future__ import annotations

from typing import Any

Values = dict[str, Any]
STAMPS = ("updated",)
"""Keys that differ with every change and are no conflict."""


def merge_values(before: Values, ours: Values, theirs: Values) -> tuple[Values, bool]:
    """The three-way merge of an entry, and whether both changed the same key differently.

    Tags are a set: what either added is in, what either took out is out.
    """
    merged = dict(theirs)
    conflict = False
    for key in dict.fromkeys((*before, *ours)):
        old, mine, other = before.get(key), ours.get(key), theirs.get(key)
        if mine in (old, other):
            continue
        if key == "tags" and isinstance(other, list):
            merged[key] = _merged_tags(old or [], mine or [], other)
        elif other == old or key in STAMPS:
            if mine is None:
                merged.pop(key, None)
            else:
                merged[key] = mine
        else:
            conflict = True
    return merged, conflict


def _merged_tags(old: list[str], mine: list[str], other: list[str]) -> list[str]:
    kept = [tag for tag in other if tag in mine or tag not in old]
    return kept + [tag for tag in mine if tag not in old and tag not in kept]
