"""A claim file read in pieces is the file read as a whole, or is not read in pieces."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.load.content import content_of
from factcheck.load.parsed import parse_bytes
from factcheck.load.pieces import join_pieces, parse_piece

HEAD = "source: {id: s, language: vi}\n"
CLAIMS = "".join(f"  - id: c{number}\n    metric: m\n    value: {number}\n" for number in range(40))
RELATIONS = "relations:\n" + "".join(f"  - holds: c{number} = c{number + 1}\n" for number in range(0, 20, 2))
LITERAL = "quote: |\n      số\n      - id: y\n    value: 7"
AS_ITEMS = '  - id: q\n    metric: m\n    quote: "' + "một\n  - id: x\n" * 99 + '    hai"\n    value: 1\n'


def in_pieces(path, text, of):
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return join_pieces([parse_piece(path, "f.yaml", number, of) for number in range(of)])


@pytest.mark.parametrize("of", [1, 2, 3, 7])
@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}claims:\n{CLAIMS}",
        f"{HEAD}claims:\n{CLAIMS}{RELATIONS}",
        f"claims:\n\n  # lời\n{CLAIMS}# sau\n{HEAD}",
        f"{HEAD}claims:\n{CLAIMS.replace('  - ', '- ').replace('    ', '  ')}metrics: {{m: {{label: x}}}}\n",
        f"{HEAD}claims:\n{CLAIMS.replace('value: 7', LITERAL)}",
        f"--- # đầu\n{HEAD}claims:\n{CLAIMS}",
    ],
)
def test_pieces_make_up_the_file(tmp_path, text, of):
    data = text.encode()
    whole = parse_bytes(data, "f.yaml", content_of(data))
    assert len(whole.claims) == 40
    found = in_pieces(tmp_path / "f.yaml", text, of)
    assert found == whole or (whole.faults and found is None)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}claims:\n{AS_ITEMS}",
        f"{HEAD}claims:\n{CLAIMS}claims:\n{CLAIMS}",
        f"relations: []\nclaims:\n{CLAIMS}relations: []\n",
        f"{HEAD}claims:\n  - &a {{id: a, metric: m, value: 1}}\n{CLAIMS}  - *a\n",
        f"claims: [\n{CLAIMS}]\n",
        f"{HEAD}claims:\n{CLAIMS}---\n{CLAIMS}",
        f"{HEAD}claims:\n{CLAIMS.replace('value: 30', 'value: [30')}",
        f"{HEAD}claims:\n{CLAIMS}".replace("\n", "\r\n"),
        f"{HEAD}claims:\n{CLAIMS}".replace("value: 3\n", "value: 3\u2028"),
        f"\ufeff{HEAD}claims:\n{CLAIMS}",
        f"{HEAD}metrics: {{}}\n{RELATIONS * 3}",
        "",
    ],
)
def test_what_a_cut_may_miss_is_not_cut(tmp_path, text):
    assert in_pieces(tmp_path / "f.yaml", text, 2) is None


LINES = [
    "claims:",
    "relations:",
    "  - id: a",
    "    metric: m",
    "    value: 1",
    '    quote: "một',
    '    hai"',
    "- id: b",
    "  value: 2",
    "    quote: |",
    "      - x",
    "  - holds: a = b",
    "# lời",
    "",
    "---",
    "source: {id: s}",
    "  - [a",
    "",
]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_any_lines(tmp_path, lines):
    text = "claims:\n  - id: first\n    metric: m\n    value: 1\n" + "".join(f"{line}\n" for line in lines)
    found = in_pieces(tmp_path / "f.yaml", text, 2)
    assert found is None or found == parse_bytes(text.encode(), "f.yaml", content_of(text.encode()))
