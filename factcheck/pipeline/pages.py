"""What the tool says of itself: the pages of the rules, the schema of claim files."""

from __future__ import annotations

import json

from factcheck.load.json_schema import json_schema
from factcheck.rules import catalogue


def rule_page(name: str) -> str | None:
    """Return a rule's page as Markdown; None where there is no such rule."""
    rule = catalogue().get(name)
    return f"# {rule.name}\n\n{rule.page}\n" if rule else None


def rule_list() -> str:
    """Return all rules, one to a line: name, severities, fault."""
    rules = catalogue().values()
    widest = max(len(rule.name) for rule in rules)
    lines = [f"{rule.name:<{widest}}  {'/'.join(rule.severities):<13}  {rule.summary}" for rule in rules]
    return "\n".join(lines) + "\n"


def suggest_rule(name: str) -> str | None:
    """Return the rule whose name comes nearest, if any comes near."""
    from rapidfuzz import process  # noqa: PLC0415 - only a wrong name needs it

    best = process.extractOne(name, list(catalogue()), score_cutoff=60)
    return str(best[0]) if best else None


def schema_text() -> str:
    """Return the JSON Schema of claim files."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
