"""The language of relations: what is written is what is parsed, and a fault points at its column in the file."""

from __future__ import annotations

import re

import pytest
import yaml
from conftest import check_folder, write_files
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.load.expression import ExpressionFault, parse_relation
from factcheck.model.exact import plain
from factcheck.model.expression import (
    Comparison,
    Negation,
    Number,
    Operation,
    Reference,
    references,
)

BINDING = {"+": 1, "-": 1, "*": 2, "/": 2}
ids = st.from_regex(r"[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
choices = st.dictionaries(
    st.from_regex(r"[a-z][a-z0-9_]{0,4}", fullmatch=True),
    st.from_regex(r"[A-Za-zđ0-9]{1,5}", fullmatch=True),
    max_size=2,
)
operands = st.one_of(
    st.builds(Number, st.integers(0, 10**9), st.just(0)),
    st.builds(
        lambda name, of, chosen: Reference(name, 0, of, tuple(sorted(chosen.items()))), ids, st.booleans(), choices
    ),
)
expressions = st.recursive(
    operands,
    lambda inner: st.one_of(
        st.builds(Operation, st.sampled_from("+-*/"), inner, inner, st.just(0)),
        st.builds(Negation, inner, st.just(0)),
    ),
    max_leaves=8,
)
relations = st.builds(Comparison, expressions, st.sampled_from(["=", "<=", ">=", "<", ">"]), expressions)


def spelled(tree, binding=0):
    match tree:
        case Number(value=value):
            return plain(value)
        case Reference(name=name, of=of, selector=selector):
            chosen = ", ".join(f"{dimension}={value}" for dimension, value in selector)
            return name + (f"[{chosen}]" if chosen else "") + (".of" if of else "")
        case Negation(operand=operand):
            return "-" + spelled(operand, 3)
        case Operation(operator=operator, left=left, right=right):
            own = BINDING[operator]
            text = f"{spelled(left, own)} {operator} {spelled(right, own + 1)}"
            return f"({text})" if own < binding else text
        case Comparison(left=left, operator=operator, right=right):
            return f"{spelled(left)} {operator} {spelled(right)}"


@given(relations)
def test_what_is_written_is_what_is_parsed(relation):
    if not any(references(relation)):
        with pytest.raises(ExpressionFault, match="no-figure"):
            parse_relation(spelled(relation))
        return
    assert parse_relation(spelled(relation)) == relation


@given(relations)
def test_every_name_stands_where_its_column_says(relation):
    text = spelled(relation)
    if any(references(relation)):
        for reference in references(parse_relation(text)):
            assert text[reference.column - 1 :].startswith(reference.name)


@given(st.text(alphabet="ab-+−×÷*/()[]=<>≤≥ .,%019_\té", max_size=30))
def test_any_text_is_a_relation_or_a_fault_within_it(text):
    column = 1
    try:
        assert any(references(parse_relation(text)))
    except ExpressionFault as fault:
        column = fault.column
    assert 1 <= column <= len(text) + 1


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("a = b × c ÷ d", "a = b * c / d"),
        ("a ≤ b − c", "a <= b - c"),
        ("m.of[body=local] = 1", "m[body=local].of = 1"),
        ('m[level="4", body=x] = 1', "m[body=x,level=4] = 1"),
        ("a = 10%", "a = 0.1"),
        ("a =\n  b\n  + c", "a = b + c"),
    ],
)
def test_two_ways_of_writing_one_relation(text, same):
    assert parse_relation(text) == parse_relation(same)


@pytest.mark.parametrize(("text", "column"), [("a = m.of[x]", 9), ("a = m[x]", 6), ("a = b +  ", 8), ("a = (b", 5)])
def test_a_fault_points_at_its_column(text, column):
    with pytest.raises(ExpressionFault) as caught:
        parse_relation(text)
    assert caught.value.column == column


def test_a_chain_of_differences_and_quotients_goes_from_the_left():
    first, second, third = (Reference(name, 0) for name in "abc")
    assert parse_relation("a - b - c = 1").left == Operation("-", Operation("-", first, second, 0), third, 0)
    assert parse_relation("a / b * c = 1").left == Operation("*", Operation("/", first, second, 0), third, 0)
    assert parse_relation("-a * b = 1").left == Operation("*", Negation(first, 0), second, 0)


HEAD = "metrics: {m: {label: m}}\nclaims: [{id: a, metric: m, value: 1}]\nrelations:\n"
SCALARS = {
    "plain": ("  - holds: a = a + $wrong\n", (4, 20)),
    "plain in braces": ("  - {holds: a = a + $wrong}\n", (4, 21)),
    "plain on two lines": ("  - holds: a =\n      a + $wrong\n", (5, 11)),
    "single quotes": ("  - holds: 'a = a + $wrong'\n", (4, 21)),
    "double quotes": ('  - holds: "a = a + $wrong"\n', (4, 21)),
    "double quotes with escapes": ('  - holds: "a \\u2264 a\\x20+ $wrong"\n', (4, 29)),
    "double quotes on two lines": ('  - holds: "a = a \\\n      + $wrong"\n', (5, 9)),
    "folded": ("  - holds: >\n      a =\n      a + $wrong\n", (6, 11)),
    "folded, with a comment and stripped": ("  - holds: >-  # why\n\n      a = a\n      + $wrong\n", (7, 9)),
    "literal": ("  - holds: |\n      a = a +\n        $wrong\n", (6, 9)),
    "anchored": ("  - holds: &x a = a + $wrong\n", (4, 23)),
    "anchored in quotes": ("  - holds: !!str &x 'a = a + $wrong'\n", (4, 30)),
    "after Vietnamese words": ("  - {note: số liệu, holds: a = a + $wrong}\n", (4, 36)),
}


@pytest.mark.parametrize("name", SCALARS)
def test_a_fault_in_an_expression_points_at_its_column_in_the_file(name, tmp_path):
    text, (line, column) = SCALARS[name]
    report = check_folder(write_files(tmp_path, {"a.yaml": HEAD + text}))
    (finding,) = [each for each in report.findings if each.rule == "malformed-claim"]
    assert (HEAD + text).split("\n")[line - 1][column - 1] == "$"
    assert (finding.fault.place.line, finding.fault.place.column) == (line, column)


def test_the_message_counts_columns_in_the_statement_as_it_shows_it(tmp_path):
    text = HEAD + "  - holds: |\n      a =\n          a + $\n"
    report = check_folder(write_files(tmp_path, {"a.yaml": text}))
    (finding,) = [each for each in report.findings if each.rule == "malformed-claim"]
    assert "$ is not expected at column 9 of “a = a + $”." in finding.message


@pytest.mark.parametrize("name", SCALARS)
def test_an_unknown_name_in_an_expression_is_pointed_at_too(name, tmp_path):
    text, (line, column) = SCALARS[name]
    report = check_folder(write_files(tmp_path, {"a.yaml": HEAD + text.replace("$wrong", "nobody")}))
    (finding,) = [each for each in report.findings if each.rule == "unknown-reference"]
    assert (finding.fault.place.line, finding.fault.place.column) == (line, column)


@pytest.mark.parametrize("style", ["'", '"', None, "|", ">"])
@settings(max_examples=50)
@given(data=st.data())
def test_however_yaml_writes_it_the_column_is_right(style, data):
    from factcheck.load.positions import Lines
    from factcheck.load.raw import RawReader
    from factcheck.model.place import Place
    from factcheck.model.registry import place_in

    names = data.draw(st.lists(st.from_regex(r"[a-z'\"\\é≤x]{1,12}", fullmatch=True), min_size=1, max_size=12))
    width = data.draw(st.integers(10, 60))
    ascii_only = not data.draw(st.booleans())
    text = "a = " + " + ".join(names)
    dumped = yaml.dump({"relations": [{"holds": text}]}, default_style=style, width=width, allow_unicode=not ascii_only)
    raw = RawReader("a.yaml", dumped).read()
    scalar = raw.records["relations"][0].scalars["holds"]
    assert " ".join(scalar.text.split()) == text
    runs = Lines(dumped).runs(scalar)
    lines = dumped.split("\n")
    for match in re.finditer(r"\S+", scalar.text):
        place = place_in(runs, match.start() + 1, Place("a.yaml"))
        first = lines[place.line - 1][place.column - 1 :]
        assert first.startswith((match[0][0], "\\", "''"))
