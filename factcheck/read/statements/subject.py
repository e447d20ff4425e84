"""The words of a clause that say what its figure counts: those that lead up to it, and the noun behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.read.statements.statement import Statement
from factcheck.read.statements.times import Time
from factcheck.read.statements.words import StatementWords

EDGES = " *_`|.,;:()[]“”\"'’‘/-–$€£¥₹₫"
_MOST_WORDS = 16
_FEWEST = 2
# All but an age, and the number of a compound: "từ 15 tuổi", "£15-a-month".
_DIGITS = re.compile(r"(?<!aged )(?<![^\W\d_])(?<![^\W\d_]\d\.)\d[\d.,/%]*(?![\d.,]|\s*tuổi|-[^\W\d_])")
_YEARS = re.compile(r"\s(?:[^\W\d_]+\s)?(?:19|20)\d{2}[/–-]\d{2,4}\Z")
_TIME = "\0"
_OWNING = frozenset({"'s", "’s"})
_LINKING = frozenset({"of", "the", "của", "các", "những"})
_CLAUSE = re.compile(r"[,;:()]")
_COMMA = re.compile(",")
_CLOSING = re.compile(r"[,()]")
# What stands in brackets says the same again, or what it covers: "(GDP)", "(kể cả dầu thô)".
_BRACKETED = re.compile(r"\s*\([^()\d]{1,60}\)")


def own_noun(statement: Statement, words: StatementWords) -> str:
    """Return what stands behind a figure in its clause, but for what is joined to it and has a figure of its own."""
    if statement.right[:1] in ",.;:)":
        return ""
    clause = _clauses(_CLAUSE, statement.right, words)
    return words.beside.split(clause[0])[0] if statement.followed and len(clause) == 1 else clause[0]


def joined_on(statement: Statement, words: StatementWords) -> str:
    """Return what a figure is joined to those before it by: "126 doanh nghiệp với vốn đăng ký gần 1,2 nghìn tỷ"."""
    clause = _CLAUSE.split(statement.left)[-1]
    if not words.beside.search(clause):
        return ""
    pieces = clause[[*words.beside.finditer(clause)][-1].end() :].split()
    while pieces and (pieces[-1] in words.hedges or words.defining.fullmatch(pieces[-1] + " ")):
        pieces.pop()
    joined = _led_in(" ".join(pieces), words)
    return joined if len(joined.split()) >= _FEWEST else " ".join(pieces)


def subject(statement: Statement, times: Sequence[Time], words: StatementWords, lower: str) -> str:
    """Return the words that lead up to a figure, its hedge and verb taken off, and any time."""
    text = (
        words.relative.sub(" ", statement.left) if statement.fresh else _clauses(_COMMA, statement.own_left, words)[-1]
    )
    pieces = without_times(_BRACKETED.sub(" ", text), times, words, lower)
    while (
        pieces
        and not words.whole_names.search(" ".join(pieces))
        and (
            pieces[-1].strip(EDGES) in words.hedges
            or words.defining.fullmatch(pieces[-1] + " ")
            or not pieces[-1].strip(EDGES)
        )
    ):
        pieces.pop()
    pieces = words.unsaid.sub("", " ".join(pieces)).split()
    clause = next((each for each in reversed(_clauses(_CLOSING, " ".join(pieces), words)) if each.strip(EDGES)), "")
    text = clause if len(clause.split()) > 1 else " ".join(pieces)
    text = words.unsaid.sub("", _led_in(" ".join(text.split()[-_MOST_WORDS:]), words)).strip(EDGES)
    return words.trailing.sub("", text)


def without_times(text: str, times: Sequence[Time], words: StatementWords, lower: str) -> list[str]:
    """Return the words of a text but for its times and what leads to them: "in the first half of 2024"."""
    named = {" ".join(lower[time.start : time.end].split()) for time in times}
    for expression in sorted(named, key=lambda each: (-len(each), each)):
        # "Quý I" begins as "quý II" does.
        text = text.replace(expression, f" {_TIME} ")
    found: list[str] = []
    for word in text.split():
        if word in _OWNING:
            # "Last year's".
            continue
        if not word.startswith(_TIME):
            found.append(word)
            continue
        # "Dư nợ tính đến 30/9", "revenue to the end of September".
        found = words.until.sub("", " ".join([*found, ""])).split()
        while found and found[-1] in words.prose_stops | words.stop_words:
            found.pop()
        if found and word != _TIME:
            found[-1] += word.removeprefix(_TIME)
    return found


def _clauses(marks: re.Pattern[str], text: str, words: StatementWords) -> list[str]:
    """Split a text at marks, but for a comma inside a list of what is alike: "xuất, nhập khẩu", "bộ, ngành"."""
    found: list[str] = []
    end = 0
    for part in marks.split(text):
        start = end
        end += len(part) + 1
        if found and text[start - 1] == "," and _goes_on(found[-1], part, words):
            found[-1] += f",{part}"
        else:
            found.append(part)
    return found


def _goes_on(before: str, after: str, words: StatementWords) -> bool:
    """Whether a comma between two texts stands inside a list: behind half a word, or between two of the same sort."""
    *_, last = [None, *words.listed.finditer(before)]
    if last is not None and last.end() == len(before) and words.listed.match(after.lstrip()):
        return True
    return any(word in words.half_words for word in before.split()[-1:])


def _led_in(text: str, words: StatementWords) -> str:
    text = text.strip(EDGES)
    for _ in range(4):
        shorter = words.lead_ins.sub("", text + " ").strip(EDGES)
        if not shorter or shorter == text:
            break
        text = shorter
    return " ".join(_DIGITS.sub(" ", text).split()) if len(_DIGITS.sub(" ", text).split()) > 1 else text


def tidy(text: str, times: Sequence[Time], words: StatementWords, lower: str) -> str:
    """Return a noun phrase: times and the words that hang at its end taken off."""
    for time in times:
        expression = lower[time.start : time.end]
        if expression in text:
            text = text.partition(expression)[0]
    pieces = text.strip(EDGES).split()[:_MOST_WORDS]
    stops = words.stop_words | words.prose_stops
    while len(pieces) > 1 and pieces[0].strip(EDGES) in _LINKING | words.being:
        pieces.pop(0)
    while (
        len(pieces) > 1
        and (pieces[-1].strip(EDGES) in stops or f" {pieces[-1]}" in words.determiners)
        and not words.whole_names.search(" ".join(pieces))
    ):
        pieces.pop()
    text = words.unsaid.sub("", " ".join(pieces))
    while text != (shorter := words.trailing.sub("", text)):
        text = shorter
    return _YEARS.sub("", text).strip(EDGES)
