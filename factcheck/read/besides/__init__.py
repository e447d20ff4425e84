"""What a quote may say besides what was read from it.

Some writings mean one thing to most readers and another to a few ("5m", "(0.4)%"), or are a number only where one
looks for it ("none of the 14"). A document is not searched for them; but before a claim is said to differ from its
quote, they are asked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from factcheck.model.quantity import Quantity
from factcheck.read.besides.cases import cases
from factcheck.read.besides.conversions import conversions
from factcheck.read.besides.durations import durations
from factcheck.read.besides.few import few
from factcheck.read.besides.half_units import half_units
from factcheck.read.besides.hundreds import hundreds
from factcheck.read.besides.letters import letters
from factcheck.read.besides.metres import metres_or_millions
from factcheck.read.besides.movements import movements
from factcheck.read.besides.multiples import multiples
from factcheck.read.besides.namesakes import namesakes
from factcheck.read.besides.pairs import pairs
from factcheck.read.besides.parts import parts
from factcheck.read.besides.places import places
from factcheck.read.besides.points import points
from factcheck.read.besides.quoted import Quoted
from factcheck.read.besides.signs import signs
from factcheck.read.besides.spaces import spaces
from factcheck.read.besides.splits import splits
from factcheck.read.besides.tenths import tenths
from factcheck.read.language import Language
from factcheck.read.scan import scan

_LONGEST = 500
_WAYS: tuple[Callable[[Quoted], Iterator[Quantity]], ...] = (
    metres_or_millions,
    namesakes,
    conversions,
    half_units,
    letters,
    points,
    tenths,
    hundreds,
    few,
    durations,
    splits,
    movements,
    multiples,
    parts,
    cases,
    spaces,
    pairs,
    places,
)


def read_besides(text: str, language: Language) -> tuple[Quantity, ...]:
    """Return the quantities that a quote may state besides those that ``read_quote`` finds in it.

    Of a quote that is no short phrase, none: it is read again for each of its figures.
    """
    if len(text) > _LONGEST:
        return ()
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    found = scan(text, language)
    quoted = Quoted(text, language, found.quantities, found.others)
    besides = tuple(quantity for way in _WAYS for quantity in way(quoted))
    return besides + tuple(signs(quoted._replace(quantities=found.quantities + besides)))
