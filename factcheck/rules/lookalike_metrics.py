"""Two metrics look like one.

## What it does
Compares the labels and aliases of all metrics, with abbreviations written out, tone marks put in one place
and spelling variants made one. Reports two metrics with the same label, or with labels that differ by one
slip in a word of five letters or more.

## Why it matters
Figures under two names are never compared, so a contradiction between them goes unseen.

## What it allows
Labels that differ in digits, in negations, or in words of state (received, processed …), and metrics with
different units.

## Example
"hồ sơ trực tuyến hòa giải" and "hồ sơ trực tuyến hoà giải".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from factcheck.model.finding import Fact, Fault, Wording
from factcheck.model.severity import Severity
from factcheck.model.view import View

_SHORTEST = 5

_HELP_EN = "If they are one, keep one and make the other label an alias; if not, word the labels further apart."
_HELP_VI = "Nếu là một, giữ một và đưa nhãn kia vào aliases; nếu không, hãy đặt nhãn khác biệt hơn."

OF_WHOLE_REGISTRY = True
WORDINGS = {
    "identical": Wording(
        Severity.NOTE,
        "The metrics {id} and {other} have the same label, “{label}”.",
        "Hai metric {id} và {other} có cùng nhãn “{label}”.",
        _HELP_EN,
        _HELP_VI,
    ),
    "same": Wording(
        Severity.NOTE,
        "The metrics {id} (“{label}”) and {other} (“{other_label}”) have the same label, spelled differently.",
        "Hai metric {id} (“{label}”) và {other} (“{other_label}”) có cùng nhãn, chỉ khác cách viết.",
        _HELP_EN,
        _HELP_VI,
    ),
    "slip": Wording(
        Severity.NOTE,
        "The labels of {id} (“{label}”) and {other} (“{other_label}”) differ by one slip: {word}, {other_word}.",
        "Nhãn của {id} (“{label}”) và {other} (“{other_label}”) chỉ khác một lỗi gõ: {word}, {other_word}.",
        _HELP_EN,
        _HELP_VI,
    ),
}


def check(view: View) -> Iterator[Fault]:
    """Yield a fault for each pair of metrics with lookalike labels.

    Most words have no lookalike among all words of all labels. For one that has, the label is looked up with the other
    word in its place, so no two labels are compared, and none that look alike are missed.
    """
    near = _lookalikes({word for labels in view.readings.labels.values() for words in labels for word in words}, view)
    seen: defaultdict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    found: set[tuple[str, str]] = set()
    for metric_id, labels in view.readings.labels.items():
        unit = view.registry.metrics[metric_id].unit
        for words in labels:
            earlier = seen[unit, words]
            for other_id in earlier:
                if (metric_id, other_id) not in found:
                    found.add((metric_id, other_id))
                    yield _fault("same", metric_id, other_id, view)
            for index, word in enumerate(words):
                for other_word in near.get(word, ()):
                    instead = (unit, (*words[:index], other_word, *words[index + 1 :]))
                    others = seen.get(instead, ())
                    for other_id in others if others and _one_slip(word, other_word) else ():
                        if other_id != metric_id and (metric_id, other_id) not in found:
                            found.add((metric_id, other_id))
                            yield _fault("slip", metric_id, other_id, view, word=word, other_word=other_word)
            earlier.append(metric_id)


def _lookalikes(words: set[str], view: View) -> dict[str, list[str]]:
    """Return for each word that has any the words that may differ from it by one slip.

    Two words of which one slip makes the other are the same once a letter is left out of one of them or of both.
    Few of these stand in labels that are the same else, and only of those it is asked whether it is one slip.
    """
    shortened: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if _may_slip(word, view.readings.protected):
            for short in {word, *(word[:index] + word[index + 1 :] for index in range(len(word)))}:
                shortened[short].append(word)
    near: defaultdict[str, set[str]] = defaultdict(set)
    for alike in shortened.values():
        for one, other in combinations(alike, 2):
            if max(_letters(one), _letters(other)) >= _SHORTEST:
                near[one].add(other)
                near[other].add(one)
    return {word: sorted(others) for word, others in near.items()}


def _may_slip(word: str, protected: frozenset[str]) -> bool:
    # A slip may drop a letter, so a word one shorter can be half of a pair.
    return _letters(word) >= _SHORTEST - 1 and not any(map(str.isdigit, word)) and word not in protected


def _letters(word: str) -> int:
    return sum(map(str.isalpha, word))


def _one_slip(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only words that are alike need it

    return OSA.distance(one, other, score_cutoff=1) == 1


def _fault(wording: str, metric_id: str, other_id: str, view: View, **words: str) -> Fault:
    metric, other = view.registry.metrics[metric_id], view.registry.metrics[other_id]
    facts: dict[str, Fact] = {
        "id": metric_id,
        "label": metric.label,
        "other": other_id,
        "other_label": other.label,
        **words,
    }
    if wording == "same" and metric.label == other.label:
        wording = "identical"
    related = ((other_id, other.place_of("label")),)
    return Fault(wording, metric.place_of("label"), (metric_id, other_id), related, facts)
