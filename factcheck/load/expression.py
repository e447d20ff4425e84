"""The parser of relations: ``a = b + c``, ``part / whole = share``, ``sub[body=local] <= all``."""

from __future__ import annotations

import re

from factcheck.load.number import parse_number
from factcheck.model.expression import (
    Comparison,
    Expression,
    Negation,
    Number,
    Operation,
    Reference,
    is_quotient,
)
from factcheck.model.lazy_pattern import lazy_pattern
from factcheck.model.record import NamedTuple

_TOKEN = lazy_pattern(
    r"(?P<space>\s+)"
    r"|(?P<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?P<of>\.of\b)?(?P<selector>\[[^\]]*\])?(?P<of_last>\.of\b)?"
    r"|(?P<number>\d[\d_.,]*%?)"
    r"|(?P<compare><=|>=|≤|≥|=|<|>)"
    r"|(?P<operator>[-+−×÷*/])"
    r"|(?P<paren>[()])"
)
_SPELLING = {"≤": "<=", "≥": ">=", "−": "-", "×": "*", "÷": "/"}
_CHOICE = lazy_pattern(r"\s*([a-z][a-z0-9_-]*)\s*=\s*([^,=\[\]]+?)\s*\Z")
_DEEPEST = 50
_LONGEST = 400


class ExpressionFault(ValueError):  # noqa: N818 - a fault of the data
    """A relation that cannot be parsed; ``column`` counts from 1 in the expression."""

    def __init__(self, wording: str, column: int, detail: str = "") -> None:
        super().__init__(wording)
        self.wording = wording
        self.column = column
        self.detail = detail


class _Token(NamedTuple):
    kind: str
    text: str
    column: int
    spaced: bool
    of: bool = False
    selector: tuple[tuple[str, str], ...] = ()


def parse_relation(text: str) -> Comparison:
    """Parse a relation; ExpressionFault, which points at the column, where it is none."""
    tokens = _tokens(text)
    if sum(token.kind == "operator" for token in tokens) > _LONGEST:
        raise ExpressionFault("expression-too-long", 1)
    if not any(token.kind == "name" for token in tokens):
        raise ExpressionFault("expression-no-figure", 1)
    parser = _Parser(tokens, len(text.rstrip()) + 1)
    left = parser.sum(0)
    token = parser.take()
    if token.kind != "compare":
        wording = "expression-no-comparison" if token.kind == "end" else "expression-unexpected"
        raise ExpressionFault(wording, token.column, token.text)
    right = parser.sum(0)
    rest = parser.take()
    if rest.kind != "end":
        wording = "expression-two-comparisons" if rest.kind == "compare" else "expression-unexpected"
        raise ExpressionFault(wording, rest.column, rest.text)
    if token.text == "=":
        left, right = _as_rounded(left, right, tokens), _as_rounded(right, left, tokens)
    return Comparison(left, token.text, right)


def _as_rounded(side: Expression, other: Expression, tokens: list[_Token]) -> Expression:
    """Take the number that a ratio alone is said to be for a rounded one: ``part / whole = 43%``, but not ``= 2``."""
    if not isinstance(side, Number) or not isinstance(other, Operation) or not is_quotient(other):
        return side
    (written,) = parse_number(next(token.text for token in tokens if token.column == side.column)).readings
    is_whole = written.last == 1 and other.operator == "/"
    return side if is_whole else Number(side.value, side.column, written.last)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    position, spaced = 0, True
    while position < len(text):
        match = _TOKEN.match(text, position)
        column = position + 1
        if match is None:
            raise ExpressionFault("expression-unexpected", column, text[position])
        position = match.end()
        if match["space"]:
            spaced = True
            continue
        tokens.append(_token(match, column, spaced=spaced and (position >= len(text) or text[position].isspace())))
        spaced = False
    return tokens


def _token(match: re.Match[str], column: int, *, spaced: bool) -> _Token:
    if match["name"]:
        of = bool(match["of"] or match["of_last"])
        return _Token("name", match["name"], column, spaced, of=of, selector=_selector(match, column))
    kind = match.lastgroup or ""
    return _Token(kind, _SPELLING.get(match[0], match[0]), column, spaced)


def _selector(match: re.Match[str], column: int) -> tuple[tuple[str, str], ...]:
    if not match["selector"]:
        return ()
    chosen: dict[str, str] = {}
    for part in match["selector"][1:-1].split(","):
        choice = _CHOICE.match(part)
        if choice is None or choice[1] in chosen:
            at = column + match.start("selector") - match.start()
            raise ExpressionFault("expression-bad-selector", at, match["selector"])
        chosen[choice[1]] = choice[2].strip("\"'")
    return tuple(sorted(chosen.items()))


class _Parser:
    """Recursive descent over the tokens, with ``×`` and ``÷`` binding tighter than ``+`` and ``-``."""

    def __init__(self, tokens: list[_Token], end: int) -> None:
        self._tokens = tokens
        self._index = 0
        self._end = _Token("end", "", end, spaced=True)

    def peek(self) -> _Token:
        return self._tokens[self._index] if self._index < len(self._tokens) else self._end

    def take(self) -> _Token:
        token = self.peek()
        self._index += 1
        return token

    def sum(self, depth: int) -> Expression:
        left = self.product(depth)
        while self.peek().kind == "operator" and self.peek().text in "+-":
            token = self.take()
            if not token.spaced:
                raise ExpressionFault("expression-needs-spaces", token.column, token.text)
            left = Operation(token.text, left, self.product(depth), token.column)
        return left

    def product(self, depth: int) -> Expression:
        left = self.operand(depth)
        while self.peek().kind == "operator" and self.peek().text in "*/":
            token = self.take()
            left = Operation(token.text, left, self.operand(depth), token.column)
        return left

    def operand(self, depth: int) -> Expression:
        token = self.take()
        if depth > _DEEPEST:
            raise ExpressionFault("expression-too-deep", token.column)
        if token.kind == "name":
            return Reference(token.text, token.column, token.of, token.selector)
        if token.kind == "number":
            return _number(token)
        if token.kind == "paren" and token.text == "(":
            inner = self.sum(depth + 1)
            closing = self.take()
            if closing.text != ")":
                raise ExpressionFault("expression-unclosed", token.column)
            return inner
        if token.kind == "operator" and token.text == "-":
            return Negation(self.operand(depth + 1), token.column)
        wording = "expression-ends-early" if token.kind == "end" else "expression-unexpected"
        raise ExpressionFault(wording, token.column, token.text)


def _number(token: _Token) -> Number:
    try:
        readings = parse_number(token.text).readings
    except ValueError:
        raise ExpressionFault("expression-unexpected", token.column, token.text) from None
    if len(readings) > 1:
        raise ExpressionFault("expression-ambiguous-number", token.column, token.text)
    return Number(readings[0].value, token.column)
