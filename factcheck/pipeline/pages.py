"""What the tool says of itself: the pages of the rules, the schema of claim files."""

from __future__ import annotations

import json

from factcheck.load.json_schema import json_schema
from factcheck.pipeline.plan import UsageError
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


def no_rule(name: str) -> UsageError:
    """Return the error of a rule that does not exist, with the name that comes nearest."""
    from rapidfuzz import process  # noqa: PLC0415 - only a wrong name needs it

    best = process.extractOne(name, list(catalogue()), score_cutoff=60)
    en, vi = (f" Did you mean {best[0]}?", f" Có phải là {best[0]}?") if best else ("", "")
    return UsageError(
        f"No rule is called {name}.{en} `factcheck rule` lists all rules.",
        f"Không có quy tắc nào tên là {name}.{vi} `factcheck rule` liệt kê tất cả.",
    )


def schema_text() -> str:
    """Return the JSON Schema of claim files."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
