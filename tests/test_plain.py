"""Plain claims are what the YAML parser would have read, wherever they stand."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.load import parsed, plain, shapes
from factcheck.load.parsed import parse_bytes, read_raw
from factcheck.load.plain import SetAside, set_aside
from factcheck.model.record import replace

CLAIM = "  - id: c\n    metric: m\n    value: 1\n"
LAST = "  - id: last\n    metric: m\n    value: 9\n"


def read(text):
    """Return all that was read of a file, its claims unpacked."""
    read = parse_bytes(text.encode(), "f.yaml")
    return replace(read, claims=[read.claims.raw(number, "f.yaml") for number in range(len(read.claims))])


def by_the_parser_alone(text, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(parsed, "set_aside", lambda text, *_: SetAside(text, {}))
        return read(text)


def as_it_is(template):
    return lambda texts, line: (template, texts, line)


def is_plain(item):
    """Whether an item is read without the parser where it stands before another."""
    return bool(set_aside(f"claims:\n{item}{LAST}", as_it_is).claims)


PLAIN = [
    CLAIM,
    "  - metric: m\n    value: -3\n    id: c\n",
    f"{CLAIM}    quote: hơn 44.200 tài khoản (đợt 1), 3,5%\n",
    f'{CLAIM}    unit: "%"\n    note: \'a: b # c\'\n',
    f'{CLAIM}    dimensions:\n      region: hà-nội\n      level: "4"\n    status: actual\n',
    f"{CLAIM}\n   \n    note: null và void\n\n",
    f"{CLAIM}    note: a\u00a0\U0001f600\u00a0\n",
]  # fmt: skip
OTHER = [
    f"{CLAIM}    note: null\n",
    f"{CLAIM}    note: a: b\n",
    f"{CLAIM}    note: a #b\n",
    f"{CLAIM}    note: # b\n",
    f"{CLAIM}    note: a \n",
    f"{CLAIM}    note: a\r\n",
    f"{CLAIM}    note: a\u2028      b\n",
    f"{CLAIM}    note: a\n      b\n",
    f"{CLAIM}    note: a\n\n      b\n",
    f"{CLAIM}    note: |\n      b\n",
    f"{CLAIM}    note: >-\n      b\n",
    f"{CLAIM}    note: [a]\n",
    f"{CLAIM}    note: &a b\n",
    f"{CLAIM}    note: *a\n",
    f"{CLAIM}    note: !!str b\n",
    f"{CLAIM}    note: - b\n",
    f"{CLAIM}    note: ?\n",
    f'{CLAIM}    note: "a\\n"\n',
    f'{CLAIM}    note: " "\n',
    f"{CLAIM}    note: 'a''b'\n",
    f"{CLAIM}    note: \"a'\n",
    f'{CLAIM}    note: "a" b\n',
    f"{CLAIM}    note:\tb\n",
    f"{CLAIM}    nota: b\n",
    f"{CLAIM}    note: b\n    note: c\n",
    f"{CLAIM}    change: {{of: d}}\n",
    f"{CLAIM}    change:\n      of: d\n",
    f"{CLAIM}    dimensions:\n",
    f"{CLAIM}    dimensions: a\n",
    f"{CLAIM}    dimensions:\n      a: b\n      a: c\n",
    f"{CLAIM}    dimensions:\n      a: b\n    dimensions:\n      a: b\n",
    f"{CLAIM}    dimensions:\n      a:\n",
    f"{CLAIM}      level: a\n",
    f"{CLAIM}   note: b\n",
    f"{CLAIM} # lời\n",
    f"{CLAIM}    {'a' * 1100}: b\n",
    "  - id: c\n    metric: m\n",
    "  - id: c\n    metric: m\n    value: \n",
    "  -  id: c\n     metric: m\n     value: 1\n",
    "  - - id: c\n",
    "  - c\n",
    '  - ""\n',
    "  -\n    id: c\n    metric: m\n    value: 1\n",
    f"{CLAIM}---\n",
    f"{CLAIM}relations:\n",
    f"{CLAIM}claims:\n",
    f'{CLAIM}    quote: "một\n',
    f'    hai"\n{CLAIM}',
    f"{CLAIM}    note: [a,\n",
    f"    b]\n{CLAIM}",
]


@pytest.mark.parametrize("item", PLAIN)
def test_a_key_a_line_is_plain(item, monkeypatch):
    assert is_plain(item)
    text = f"source: {{id: s}}\nclaims:\n\n{item}{item.replace('id: c', 'id: d')}{LAST}relations: []\n"
    found = read(text)
    assert found == by_the_parser_alone(text, monkeypatch)
    assert len(found.claims) == 3
    assert not found.faults


@pytest.mark.parametrize("item", OTHER)
def test_all_else_is_the_parsers(item, monkeypatch):
    assert not is_plain(item)
    text = f"claims:\n{CLAIM}{item}{CLAIM}{LAST}"
    assert read(text) == by_the_parser_alone(text, monkeypatch)


@pytest.mark.parametrize("item", PLAIN)
def test_one_pattern_reads_what_the_lines_of_a_shape_met_often_would_give(item, monkeypatch):
    many = "".join(item.replace("id: c", f"id: c{number}") for number in range(60))
    text = f"claims:\n{many}{LAST}"
    expected = by_the_parser_alone(text, monkeypatch)
    slowly = []
    monkeypatch.setattr(plain, "texts_of", lambda lines: slowly.append(lines) or shapes.texts_of(lines))
    assert read(text) == expected
    assert len(slowly) == shapes._OFTEN


@pytest.mark.parametrize(
    ("item", "templates"),
    [
        *((item, 1) for item in PLAIN),
        ("  - id: c\n    metric: m\n    value:\n           1\n", 1),
        ("  - id: c\n    metric: m\n    value: 1\n    quote: >-\n      một\n      hai\n", 1),
        ("  - {id: c, metric: m, value: 1}\n", 0),
        (f"{CLAIM}    dimensions: {{region: hà-nội}}\n", 0),
        (f"{CLAIM}    dimensions:\n        region: hà-nội\n", 0),
        (f"{CLAIM}    change: {{of: b}}\n", 0),
        ("  - id: c\n    metric: &a actual\n    value: 1\n    status: *a\n", 0),
    ],
)
def test_claims_that_are_written_a_key_a_line_have_a_template(item, templates):
    for text in (f"claims:\n{item}{LAST.replace('last', 'another')}", f"claims:\n{item}"):
        claims = parse_bytes(text.encode(), "f.yaml").claims
        assert bool(claims.templated[0]) == bool(templates)
        assert claims.raw(0, "f.yaml") == read_raw(text.encode(), "f.yaml").raw.records["claims"][0]


def by_lines_alone(text, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(shapes, "_OFTEN", 1_000)
        return set_aside(text, as_it_is)


@pytest.mark.parametrize("item", [*PLAIN, *OTHER])
def test_one_pattern_reads_no_item_that_differs(item, monkeypatch):
    monkeypatch.setattr(shapes, "_OFTEN", 1)
    for first in (*PLAIN, f"{CLAIM}    note: b\n", f"{CLAIM}    note: 'b'\n", f'{CLAIM}    note: "b"\n'):
        text = f"claims:\n{first}{first}{item}{first}{LAST}"
        assert set_aside(text, as_it_is) == by_lines_alone(text, monkeypatch)
        assert read(text) == by_the_parser_alone(text, monkeypatch)


def test_only_some_shapes_have_a_pattern_and_few_are_counted(monkeypatch):
    monkeypatch.setattr(shapes, "_OFTEN", 2)
    monkeypatch.setattr(shapes, "_MOST_COUNTED", 3)
    keys = ["note: a", "unit: b", "status: actual", "decimals: 0", "period: 2020", "comparator: over", "quote: một"]
    items = "".join(f"{CLAIM}    {key}\n" * 3 for key in keys)
    text = f"claims:\n{items}{items}{LAST}"
    assert read(text) == by_the_parser_alone(text, monkeypatch)


FRAMES = [
    "claims:\n{}",
    "claims:  \n# lời\n\n{}relations:\n  - holds: a = b\n    id: r\n",
    "--- |\nclaims:\n{}",
    "--- 'x\nclaims:\n{}'\n",
    "x: 'y\nclaims:\n{}'\n",
    "x: {{a: 'y\nclaims:\n{}', b: 1}}\n",
    "claims: []\nclaims:\n{}",
    "claims:\n{}claims: []\n",
    "relations:\n{}claims: []\n",
    "claims:\n{}source: {{id: s}}\n...\n",
    "a: &a [x]\nclaims:\n{}b: *a\n",
    "claims:\n{}  x\n",
    "claims:\n{}\tx: y\n",
]


@pytest.mark.parametrize("frame", FRAMES)
def test_plain_claims_count_where_the_parser_finds_claims(frame, monkeypatch):
    for items in (CLAIM * 3, CLAIM + OTHER[8] + CLAIM * 2 + LAST, CLAIM + '  - quote: "\n' + CLAIM * 2 + '    x"\n'):
        text = frame.format(items)
        assert read(text) == by_the_parser_alone(text, monkeypatch)


def test_a_break_that_only_yaml_knows_makes_no_stray_item_stand_for_claims(monkeypatch):
    stray = f'claims:\n{CLAIM}    note: a\u2028      b\n  - ""\n{CLAIM}{LAST}'
    assert read(stray) == by_the_parser_alone(stray, monkeypatch)


def lines(items):
    return st.lists(st.sampled_from(items), max_size=9).map("".join)


LINES = [line for item in (*PLAIN, *OTHER, LAST) for line in item.splitlines(keepends=True)]
FILES = st.one_of(
    st.tuples(st.sampled_from(FRAMES), lines([*PLAIN, *OTHER, LAST])).map(lambda pair: pair[0].format(pair[1])),
    st.tuples(st.sampled_from(FRAMES), lines([*PLAIN, *LINES])).map(lambda pair: pair[0].format(pair[1])),
)


@given(text=FILES)
@settings(deadline=None)
def test_claims_are_unpacked_as_the_parser_gave_them(text):
    found = read(text)
    raw = read_raw(text.encode(), "f.yaml")
    if raw.complete and not raw.faults:
        assert found.claims == raw.raw.records.get("claims", [])


@given(text=FILES, indent=st.sampled_from(["  ", "", "   "]))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_mixture_is_read_as_the_parser_reads_it(monkeypatch, text, indent):
    monkeypatch.setattr(shapes, "_OFTEN", 1)
    text = "".join(indent + line[2:] if line.startswith("  ") else line for line in text.splitlines(keepends=True))
    assert set_aside(text, as_it_is) == by_lines_alone(text, monkeypatch)
    assert read(text) == by_the_parser_alone(text, monkeypatch)


@pytest.mark.slow
@given(
    text=FILES,
    noise=st.lists(st.tuples(st.integers(0, 2000), st.sampled_from("\n \t-:#'\"[{|>&*!\r\u2028\ufeffa0")), max_size=4),
)
@settings(deadline=None, max_examples=20_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_character_more_is_read_as_the_parser_reads_it(monkeypatch, text, noise):
    monkeypatch.setattr(shapes, "_OFTEN", 1)
    for place, character in noise:
        at = place % (len(text) + 1)
        text = text[:at] + character + text[at:]
    assert read(text) == by_the_parser_alone(text, monkeypatch)
