"""Renews what is generated: parts of the README, the pages in docs/, and the README's picture.

``python tools/docs.py`` writes them; with ``--check`` it writes nothing and fails if one is out of date.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from factcheck.load.config import KEYS
from factcheck.load.keys import RECORDS
from factcheck.model.report import Layout
from factcheck.pipeline.check import check_registry
from factcheck.pipeline.output import line_reader, rule_cards
from factcheck.pipeline.plan import plan
from factcheck.report import render
from factcheck.rules import catalogue

ROOT = Path(__file__).parent.parent
WIDTH = 100
AS_OF = date(2026, 11, 22)
# rich's own template fetches a font from a server; a picture in a README must not.
SVG = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
    <style>
    .{unique_id}-matrix {{
        font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace;
        font-size: {char_height}px;
        line-height: {line_height}px;
    }}
    .{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
    {styles}
    </style>
    <defs>
    <clipPath id="{unique_id}-clip-terminal">
      <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
    </clipPath>
    {lines}
    </defs>
    {chrome}
    <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix">
    {matrix}
    </g>
    </g>
</svg>
"""


def picture() -> str:
    """Return the report on the shipped registry as SVG: the account counts, the table, the summary."""
    request = plan(as_of=AS_OF)
    layout = Layout(
        width=WIDTH,
        colour=True,
        lang="en",
        read_line=line_reader(request),
        address=str,
        rules=rule_cards(),
        version="",
    )
    shown = render("full", check_registry(request), layout)
    lines = Text.from_ansi(shown).split("\n")
    plain = [line.plain for line in lines]
    heads = [index for index, line in enumerate(plain) if re.match(r"(error|warning|note)  [a-z-]+  ", line)]
    accounts = next(i for i in heads if any("44.200" in line for line in plain[i : i + 3]))
    after = min([i for i in heads if i > accounts], default=len(plain))
    story = next(index for index, line in enumerate(plain) if line.startswith("From "))
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="standard")
    console.print(Text("$ factcheck check", style="bold"))
    for piece in (
        lines[:1],
        [Text("  …", style="dim")],
        lines[accounts:after],
        [Text("  …", style="dim")],
        lines[story:],
    ):
        for line in piece:
            console.print(line)
    return console.export_svg(title="factcheck", code_format=SVG, unique_id="factcheck")


def rules_table() -> str:
    """Return the table of the rules."""
    rows = [
        f"| [`{rule.name}`](docs/rules.md#{rule.name}) | {', '.join(rule.severities)} | {rule.summary} |"
        for rule in catalogue().values()
    ]
    return "\n".join(["| rule | severity | fault |", "| --- | --- | --- |", *rows])


def rules_page() -> str:
    """Return all rules' pages as one."""
    pages = [
        f"## {rule.name}\n\n{re.sub(r'^## ', '### ', rule.page, flags=re.MULTILINE)}\n" for rule in catalogue().values()
    ]
    return "# The rules\n\nEach page is the docstring of the rule's file.\n\n" + "\n".join(pages)


def registry_page() -> str:
    """Return every key of the registry, record by record."""
    parts = ["# The registry\n\nAny file of a registry may hold any of the keys of a file.\n"]
    for record, keys in RECORDS.items():
        parts.append(f"## {record}\n\n| key | holds | means |\n| --- | --- | --- |")
        for key in keys:
            holds = ", ".join(f"`{choice}`" for choice in key.choices) or key.shape.value
            if key.record:
                holds += f" ([{key.record}](#{key.record}))"
            required = " **Required.**" if key.required else ""
            parts.append(f"| `{key.name}` | {holds} | {key.about}{required} |")
        parts.append("")
    return "\n".join(parts)


def configuration_table() -> str:
    """Return the table of configuration keys."""
    return "\n".join(["| key | means |", "| --- | --- |", *(f"| `{key}` | {about} |" for key, about in KEYS.items())])


def help_of(command: str) -> str:
    """Return what ``factcheck COMMAND --help`` prints, as a block."""
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "TERMINAL_WIDTH": "100", "LC_ALL": "C.UTF-8"}
    environment.pop("GITHUB_ACTIONS", None)
    program = f"import sys; sys.argv = ['factcheck', '{command}', '--help']; from factcheck.cli.start import run; run()"
    result = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    lines = [line.rstrip() for line in result.stdout.strip("\n").split("\n")]
    return "\n".join(["```console", f"$ factcheck {command} --help", *lines, "```"])


def readme(text: str) -> str:
    """Return the README with its generated parts renewed."""
    parts = {
        "rules": ("rules", rules_table()),
        "configuration": ("configuration", configuration_table()),
        "help: check": ("help", help_of("check")),
    }
    for name, (closing, body) in parts.items():
        pattern = re.compile(f"(<!-- {name} -->\n).*?(<!-- /{closing} -->)", re.DOTALL)
        found = pattern.search(text)
        if not found:
            raise SystemExit(f"README.md has no place for {name}")
        opening, end = f"<!-- {name} -->\n", f"<!-- /{closing} -->"
        before, after = text[: found.start()], text[found.end() :]
        text = before + opening + body + "\n" + end + after
    return text


def main() -> int:
    """Write or compare every generated file."""
    os.chdir(ROOT)
    # What is generated must not depend on whether the documents are at hand.
    os.environ.pop("FACTCHECK_DOCUMENTS", None)
    files = {
        ROOT / "README.md": readme((ROOT / "README.md").read_text("utf-8")),
        ROOT / "docs" / "rules.md": rules_page(),
        ROOT / "docs" / "registry.md": registry_page(),
        ROOT / "docs" / "report.svg": picture(),
    }
    stale = [path for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of date: run python tools/docs.py")
        return int(bool(stale))
    for path in stale:
        path.write_text(files[path], encoding="utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
