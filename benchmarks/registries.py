"""Random registries with one slip: sums in two levels, figures that two sources give, exact or rounded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple

# How many typing errors of each kind Scholtus (2009) counted in business statistics.
MIX = {"replaced": 112, "dropped": 15, "swapped": 14, "added": 11}
_GROUPS = (2, 4)
_PARTS = (2, 4)
_REPEATED = 0.2


@dataclass(frozen=True)
class Stated:
    """One claim: the fact it speaks of, the digits written, and what the last of them is worth."""

    claim: str
    fact: str
    digits: str
    unit: int

    @property
    def value(self) -> int:
        """The value as typed."""
        return int(self.digits) * self.unit


@dataclass(frozen=True)
class Sample:
    """A registry with one slip in it.

    ``sums`` are the relations, each a whole and its parts, over the first claims about each fact. ``slipped`` is
    the claim with the slip, ``meant`` its value before.
    """

    claims: tuple[Stated, ...]
    sums: tuple[tuple[str, tuple[str, ...]], ...]
    slipped: str
    meant: int

    def text(self) -> str:
        """Return the registry as a claim file; what figures are rounded to stands there as ``decimals``."""
        lines = ["metrics: {m: {label: số hồ sơ, behaviour: flow}}", "claims:"]
        lines += [
            f"  - {{id: {one.claim}, metric: m, dimensions: {{place: {one.fact}}}, period: 2020, "
            f"value: {one.value:_}, decimals: {1 - len(str(one.unit))}}}"
            for one in self.claims
        ]
        lines += ["relations:"]
        lines += [f"  - {{holds: {whole} = {' + '.join(parts)}}}" for whole, parts in self.sums]
        return "\n".join(lines) + "\n"


def sample(random: Random, *, rounded: bool) -> Sample:
    """Return a random registry with one slip; where ``rounded``, figures have three significant digits or four."""
    facts: dict[str, int] = {}
    sums: list[tuple[str, tuple[str, ...]]] = []
    subtotals: list[str] = []
    for group in range(random.randint(*_GROUPS)):
        parts = [f"s{group}-p{part}" for part in range(random.randint(*_PARTS))]
        for part in parts:
            facts[part] = int(10 ** random.uniform(2.5, 5))
        subtotal = f"s{group}"
        facts[subtotal] = sum(facts[part] for part in parts)
        subtotals.append(subtotal)
        sums.append((subtotal, tuple(parts)))
    facts["all"] = sum(facts[subtotal] for subtotal in subtotals)
    sums.append(("all", tuple(subtotals)))
    claims = [_stated(fact, fact, value, random, rounded=rounded) for fact, value in facts.items()]
    claims += [
        _stated(f"{fact}-again", fact, value, random, rounded=rounded)
        for fact, value in facts.items()
        if random.random() < _REPEATED
    ]
    at = random.randrange(len(claims))
    meant = claims[at]
    claims[at] = replace(meant, digits=slip(meant.digits, random))
    return Sample(tuple(claims), tuple(sums), meant.claim, meant.value)


def _stated(claim: str, fact: str, value: int, random: Random, *, rounded: bool) -> Stated:
    places = max(len(str(value)) - random.randint(3, 4), 0) if rounded else 0
    unit = 10**places
    return Stated(claim, fact, str((value + unit // 2) // unit), unit)


class Lines(NamedTuple):
    """Claims and relations as lines of a claim file."""

    claims: list[str]
    relations: list[str]


def sum_lines(prefix: str, parts_of: tuple[int, ...], random: Random) -> Lines:
    """Return sums in two levels that hold, some figures rounded; one subtotal for each of ``parts_of``."""
    claims: list[str] = []
    relations: list[str] = []
    grand = 0
    subtotals: list[str] = []

    def claim(name: str, value: int) -> str:
        unit = random.choice((1, 100))
        rounded = (value + unit // 2) // unit * unit
        claims.append(f"  - {{id: {prefix}{name}, metric: m, value: {rounded}, decimals: {1 - len(str(unit))}}}")
        return prefix + name

    for group, count in enumerate(parts_of):
        values = [random.randrange(1000, 100_000) for _ in range(count)]
        parts = [claim(f"s{group}-p{part}", value) for part, value in enumerate(values)]
        subtotals.append(claim(f"s{group}", sum(values)))
        relations.append(f"  - {{holds: {subtotals[-1]} = {' + '.join(parts)}}}")
        grand += sum(values)
    relations.append(f"  - {{holds: {claim('all', grand)} = {' + '.join(subtotals)}}}")
    return Lines(claims, relations)


def slip(digits: str, random: Random) -> str:
    """Return digits with one slip of the mix, a different number without a leading zero."""
    while True:
        kind = random.choices(list(MIX), list(MIX.values()))[0]
        at = random.randrange(len(digits))
        match kind:
            case "replaced":
                changed = digits[:at] + str(random.randrange(10)) + digits[at + 1 :]
            case "dropped":
                changed = digits[:at] + digits[at + 1 :]
            case "swapped":
                changed = digits[:at] + digits[at + 1 : at + 2] + digits[at] + digits[at + 2 :]
            case _:
                added = digits[at] if random.random() < 0.5 else str(random.randrange(10))
                changed = digits[:at] + added + digits[at:]
        if changed and changed != digits and (changed[0] != "0" or changed == "0"):
            return changed
