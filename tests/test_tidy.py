"""fmt: keys in the house order, everything else as it was."""

from __future__ import annotations

import stat

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cmd import run

from factcheck.load.events import YamlFault
from factcheck.load.tidy import ChangedMeaningError, same_meaning, tidy


def test_keys_move_with_their_comments_and_values_stay_as_typed():
    text = """\
# About the file.
claims:
  # About the claim.
  - value: 44_200   # read twice
    # which metric
    metric: npsp
    change: {since: 2020-Q1, of: b}
    quote: |
      hơn 44.200
      tài khoản
    id: 'a'

  # About b.
  - metric: npsp
    id: b
    value: 010

# Where from.
source:
  title: "x: y"
  id: s
"""
    assert (
        tidy(text)
        == """\
# About the file.
# Where from.
source:
  id: s
  title: "x: y"

claims:
  # About the claim.
  - id: 'a'
    # which metric
    metric: npsp
    quote: |
      hơn 44.200
      tài khoản
    value: 44_200   # read twice
    change: {of: b, since: 2020-Q1}

  # About b.
  - id: b
    metric: npsp
    value: 010
"""
    )


def test_the_shipped_registry_is_in_order():
    for path in sorted((ROOT / "claims").glob("*.yaml")):
        text = path.read_text("utf-8")
        assert tidy(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("claims:\r\n- value: 1\r\n  id: a\r\n", "claims:\r\n- id: a\r\n  value: 1\r\n"),
        ("source:\n  title: x\n  id: a", "source:\n  id: a\n  title: x\n"),
        ("source:\r\n  id: a", "source:\r\n  id: a\r\n"),
        ("", ""),
        ("# only a comment\n", "# only a comment\n"),
        # A key that the table lacks comes last; a key given twice keeps its turn.
        (
            "claims:\n- zzz: 1\n  value: 1\n  value: 2\n  id: a\n",
            "claims:\n- id: a\n  value: 1\n  value: 2\n  zzz: 1\n",
        ),
        # Anchors are left where they are: an alias may not come before its anchor.
        (
            "claims:\n- value: &v 1\n  id: a\n- value: *v\n  id: b\n",
            "claims:\n- value: &v 1\n  id: a\n- value: *v\n  id: b\n",
        ),
        # A separator of lines that YAML knows and Python's newline does not.
        ("source:\n  title: a\u2028  id: b\n", "source:\n  id: b\n  title: a\u2028"),
        ("metrics:\n  m: {unit: x, label: y}\n", "metrics:\n  m: {label: y, unit: x}\n"),
        ("metrics:\n  m: {unit: x,\n    label: y}\n", "metrics:\n  m: {unit: x,\n    label: y}\n"),
    ],
)
def test_odd_files(before, after):
    assert tidy(before) == after
    assert tidy(after) == after


@pytest.mark.parametrize("broken", ["claims: [", "a: b\n---\nc: d\n", "a: *nothing\nb: &x 1\nc: {", "\tx: 1"])
def test_what_does_not_parse_is_refused(broken):
    with pytest.raises(YamlFault):
        tidy(broken)


def test_files_are_written_whole_and_keep_mode_and_encoding(tmp_path):
    claims = tmp_path / "claims"
    claims.mkdir()
    text = "source:\n  title: Ấn\n  id: a\n"
    (claims / "a.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (claims / "b.yaml").write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))
    (claims / "c.yaml").write_bytes(text.encode().replace(b"\n", b"\r\n"))
    (claims / "broken.yaml").write_text("source: [\n", "utf-8")
    (claims / "a.yaml").chmod(0o600)
    assert run(tmp_path, ["fmt", "--check"]).returncode == 2
    result = run(tmp_path, ["fmt"])
    assert result.stdout == "tidied claims/a.yaml\ntidied claims/b.yaml\ntidied claims/c.yaml\n"
    assert "claims/broken.yaml:2:1: left as it is:" in result.stderr
    tidied = "source:\n  id: a\n  title: Ấn\n"
    assert (claims / "a.yaml").read_bytes() == b"\xef\xbb\xbf" + tidied.encode()
    assert (claims / "b.yaml").read_bytes() == b"\xff\xfe" + tidied.encode("utf-16-le")
    assert (claims / "c.yaml").read_bytes() == tidied.encode().replace(b"\n", b"\r\n")
    assert (claims / "broken.yaml").read_text("utf-8") == "source: [\n"
    assert stat.S_IMODE((claims / "a.yaml").stat().st_mode) == 0o600
    assert sorted(path.name for path in claims.iterdir()) == ["a.yaml", "b.yaml", "broken.yaml", "c.yaml"]


_KEYS = ("id", "metric", "value", "period", "quote", "note", "status", "zzz")
_VALUES = (
    "1",
    "44.200",
    "'x'",
    '"a: b"',
    "|\n{0}  two\n{0}  lines",
    ">-\n{0}  folded\n\n{0}  text",
    "{{of: b, kind: points}}",
)
_BETWEEN = st.sampled_from(
    ("", "", "", "\n", "{0}# note\n", "\n{0}# after a blank\n", "{0}  # deep\n", "# at the margin\n")
)


@st.composite
def files(draw):
    lines = [draw(st.sampled_from(("", "# head\n", "# head\n\n")))]
    for section in draw(st.permutations(("source", "claims", "metrics"))):
        lines.append(f"{section}:\n")
        indent = draw(st.sampled_from(("  ", "   ", "    ")))
        if section == "claims":
            dash = draw(st.sampled_from(("", "  ")))
            for _ in range(draw(st.integers(1, 3))):
                lines += _record(draw, dash + "  ", dash + "- ")
        elif section == "metrics":
            lines.append(f"{indent}m:\n")
            lines += _record(draw, indent * 2, indent * 2)
        else:
            lines += _record(draw, indent, indent)
        lines.append(draw(st.sampled_from(("", "\n", "\n\n# about what follows\n"))))
    text = "".join(lines)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def _record(draw, indent, first):
    keys = draw(st.lists(st.sampled_from(_KEYS), min_size=1, max_size=6, unique=True))
    lead = first
    for key in keys:
        end = draw(st.sampled_from(("", "   # beside")))
        value = draw(st.sampled_from(_VALUES)).format(indent)
        yield f"{lead}{key}: {value}{'' if chr(10) in value else end}\n"
        yield draw(_BETWEEN).format(indent)
        lead = indent


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(files())
def test_no_file_loses_anything(text):
    try:
        result = tidy(text)
    except ChangedMeaningError:
        # A block of text that the file ends in, without the line break that it would get elsewhere.
        assert not text.endswith("\n")
        return
    assert same_meaning(text, result)
    assert tidy(result) == result
    # The same lines, but for which one follows the dash of its list.
    assert _lines(result) == _lines(text)


def _lines(text):
    return sorted(line.strip().removeprefix("- ") for line in text.splitlines() if line.strip() or not text)
