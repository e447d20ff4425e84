"""The rules, one file each: the docstring is the rule's page, ``WORDINGS`` its sentences, ``check`` finds.

This file is the catalogue: it finds the rules by their files and turns what they yield into findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module

from factcheck.model.finding import Fault, Finding, Wording
from factcheck.model.format import format_fact
from factcheck.model.modules import modules_in
from factcheck.model.record import record
from factcheck.model.severity import Severity
from factcheck.model.view import View


@record(frozen=True, slots=True)
class Rule:
    """One rule: its name, page, sentences and check; None where the gate finds its faults, not the rule.

    ``of_whole`` tells that it asks about a registry as a whole; all others look at figures that something ties
    together, whichever part of the registry these are in.
    """

    name: str
    page: str
    wordings: Mapping[str, Wording]
    check: Callable[[View], Iterable[Fault]] | None
    of_whole: bool = False

    @property
    def summary(self) -> str:
        """The first line of the page: the fault in one sentence."""
        return self.page.splitlines()[0]

    @property
    def severities(self) -> tuple[Severity, ...]:
        """The severities that the rule's findings can have, worst first."""
        return tuple(sorted({wording.severity for wording in self.wordings.values()}, key=lambda s: s.rank))


@cache
def catalogue() -> Mapping[str, Rule]:
    """Return every rule by name, in alphabetical order."""
    rules: dict[str, Rule] = {}
    for file in modules_in(__path__):
        module = import_module(f"{__name__}.{file}")
        name = file.replace("_", "-")
        of_whole = getattr(module, "OF_WHOLE_REGISTRY", False)
        rules[name] = Rule(name, (module.__doc__ or "").strip(), module.WORDINGS, module.check, of_whole)
    return rules


def run(view: View, lang: str, *, of_whole: bool = False) -> Iterator[Finding]:
    """Yield what the rules find that look at figures, or those ``of_whole`` registries; sentences are in ``lang``."""
    for rule in catalogue().values():
        if rule.check and rule.of_whole == of_whole:
            for fault in rule.check(view):
                yield finding(rule, fault, lang)


def finding(rule: Rule, fault: Fault, lang: str) -> Finding:
    """Put one fault into words."""
    wording = rule.wordings[fault.wording]
    facts = {name: format_fact(fact, lang) for name, fact in fault.facts.items()}
    in_english = facts if lang == "en" else {name: format_fact(fact, "en") for name, fact in fault.facts.items()}
    message, advice = (wording.vi, wording.help_vi) if lang == "vi" else (wording.en, wording.help_en)
    return Finding(
        rule=rule.name,
        severity=wording.severity,
        message=message.format_map(facts),
        help=advice.format_map(facts),
        fault=fault,
        english=wording.en.format_map(in_english),
    )
