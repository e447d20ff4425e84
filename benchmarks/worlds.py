"""Made-up worlds in which every figure is true, and reports that cite them as reports do: rounded, hedged, compared.

A registry of such a world holds no mistake, and an article about it states none, so that whatever is called wrong in
them is called so wrongly. Everything follows from the seed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from random import Random
from typing import NamedTuple

Month = tuple[int, int]
Series = Mapping[Month, int]

MONTHS: tuple[Month, ...] = tuple((year, month) for year in (2022, 2023, 2024) for month in range(1, 13))[:33]
PUBLISHERS = ("statistics", "newspaper")
SINCE = "2022-01-01"
_QUARTERS = ("I", "II", "III", "IV")


class Noun(NamedTuple):
    """What a metric counts: its label, its unit, its noun in a quote; ``money`` has no exact figures."""

    label: str
    unit: str
    behaviour: str
    counted: str
    money: bool = False


class Tongue(NamedTuple):
    """How a language writes figures and says what became of them."""

    code: str
    group: str
    point: str
    scales: tuple[tuple[int, str], ...]
    over: tuple[str, ...]
    nearly: tuple[str, ...]
    about: tuple[str, ...]
    up: str
    down: str
    points: str
    times: str
    ratio: str
    year: str
    month: str
    estimated: str
    nouns: Mapping[str, Noun]
    periods: Callable[[int, int, str, Random], str]
    said: Mapping[str, str]

    def number(self, value: int, decimals: int = 0) -> str:
        """Write ``value`` / 10^``decimals``."""
        whole, part = divmod(value, 10**decimals)
        text = f"{whole:,}".replace(",", self.group)
        return f"{text}{self.point}{part:0{decimals}}" if decimals else text


def _periods_vi(year: int, month: int, kind: str, random: Random) -> str:
    if kind == "month":
        return random.choice((f"Trong tháng {month}/{year}", f"Tháng {month} năm {year}", f"Tháng {month}/{year}"))
    if kind == "quarter":
        return f"Quý {_QUARTERS[month // 3 - 1]}/{year}"
    return random.choice((f"Trong {month} tháng đầu năm {year}", f"Tính chung {month} tháng năm {year}"))


_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _periods_en(year: int, month: int, kind: str, random: Random) -> str:
    if kind == "month":
        return random.choice((f"In {_NAMES[month - 1]} {year}", f"During {_NAMES[month - 1]} {year}"))
    if kind == "quarter":
        return f"In the {('first', 'second', 'third', 'fourth')[month // 3 - 1]} quarter of {year}"
    return f"In the first {month} months of {year}"


VIETNAMESE = Tongue(
    code="vi",
    group=".",
    point=",",
    scales=((10**12, "nghìn tỷ"), (10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn")),
    over=("hơn", "trên"),
    nearly=("gần",),
    about=("khoảng", "xấp xỉ"),
    up="tăng",
    down="giảm",
    points="{moved} {figure} điểm phần trăm {tail}",
    times="gấp {figure} lần cùng kỳ năm trước",
    ratio="bằng {figure}% {tail}",
    year="so với cùng kỳ năm trước",
    month="so với tháng trước",
    estimated="ước đạt {figure} trẻ",
    nouns={
        "visitors": Noun("lượt khách du lịch", "lượt khách", "flow", "lượt khách"),
        "births": Noun("trẻ em được sinh ra", "trẻ", "flow", "trẻ"),
        "revenue": Noun("thu ngân sách", "đồng", "flow", "đồng", money=True),
        "exports": Noun("kim ngạch xuất khẩu", "USD", "flow", "USD", money=True),
        "imports": Noun("kim ngạch nhập khẩu", "USD", "flow", "USD", money=True),
        "trade": Noun("tổng kim ngạch thương mại", "USD", "flow", "USD", money=True),
        "balance": Noun("cán cân thương mại", "USD", "flow", "USD", money=True),
        "hospitals": Noun("bệnh viện đang hoạt động", "bệnh viện", "stock", "bệnh viện"),
        "accounts": Noun("tài khoản đã đăng ký", "tài khoản", "cumulative", "tài khoản"),
        "files": Noun("hồ sơ tiếp nhận", "hồ sơ", "flow", "hồ sơ"),
        "on-time": Noun("hồ sơ giải quyết đúng hạn", "hồ sơ", "flow", "hồ sơ"),
        "late": Noun("hồ sơ giải quyết quá hạn", "hồ sơ", "flow", "hồ sơ"),
    },
    periods=_periods_vi,
    said={
        "visitors": "{when}, cả nước đón {figure} du lịch{moved}.",
        "births": "{when}, có {figure} em được sinh ra{moved}.",
        "revenue": "{when}, thu ngân sách đạt {figure}{moved}.",
        "exports": "{when}, kim ngạch xuất khẩu đạt {figure}{moved}.",
        "imports": "{when}, kim ngạch nhập khẩu là {figure}{moved}.",
        "trade": "{when}, tổng kim ngạch thương mại đạt {figure}{moved}.",
        "files": "{when}, các cơ quan tiếp nhận {figure}{moved}.",
        "on-time": "{when}, giải quyết đúng hạn {figure}{moved}.",
        "late": "{when}, còn {figure} giải quyết quá hạn{moved}.",
        "hospitals": "Đến ngày {day}/{month}/{year}, có {figure} đang hoạt động.",
        "accounts": "Đến ngày {day}/{month}/{year}, đã có {figure} đăng ký.",
        "share": "{when}, tỷ lệ hồ sơ đúng hạn đạt {figure}%.",
        "earlier": ", so với {figure} cùng kỳ năm trước",
    },
)

ENGLISH = Tongue(
    code="en",
    group=",",
    point=".",
    scales=((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")),
    over=("over", "more than"),
    nearly=("nearly", "almost"),
    about=("about", "around"),
    up="up",
    down="down",
    points="{moved} {figure} percentage points {tail}",
    times="{figure} times that of a year earlier",
    ratio="{figure}% of the figure {tail}",
    year="from a year earlier",
    month="from the previous month",
    estimated="an estimated {figure} births",
    nouns={
        "visitors": Noun("overseas visitors", "visitors", "flow", "visitors"),
        "births": Noun("live births", "births", "flow", "births"),
        "revenue": Noun("state revenue", "dollars", "flow", "dollars", money=True),
        "exports": Noun("exports of goods", "dollars", "flow", "dollars", money=True),
        "imports": Noun("imports of goods", "dollars", "flow", "dollars", money=True),
        "trade": Noun("total trade", "dollars", "flow", "dollars", money=True),
        "balance": Noun("trade balance", "dollars", "flow", "dollars", money=True),
        "hospitals": Noun("hospitals in operation", "hospitals", "stock", "hospitals"),
        "accounts": Noun("accounts registered on the portal", "accounts", "cumulative", "accounts"),
        "files": Noun("applications received", "applications", "flow", "applications"),
        "on-time": Noun("applications settled in time", "applications", "flow", "applications"),
        "late": Noun("applications settled late", "applications", "flow", "applications"),
    },
    periods=_periods_en,
    said={
        "visitors": "{when} the country received {figure} from overseas{moved}.",
        "births": "{when} there were {figure}{moved}.",
        "revenue": "{when} state revenue was {figure}{moved}.",
        "exports": "{when} exports of goods came to {figure}{moved}.",
        "imports": "{when} imports of goods were {figure}{moved}.",
        "trade": "{when} total trade was {figure}{moved}.",
        "files": "{when} offices received {figure}{moved}.",
        "on-time": "{when} they settled {figure} in time{moved}.",
        "late": "{when} {figure} were settled late{moved}.",
        "hospitals": "On {day} {name} {year} there were {figure} in operation.",
        "accounts": "By {day} {name} {year}, {figure} had been registered on the portal.",
        "share": "{when} the share of applications settled in time was {figure}%.",
        "earlier": ", compared with {figure} a year earlier",
    },
)


class Written(NamedTuple):
    """A figure as a document has it, and as a registry types it."""

    words: str
    value: str
    comparator: str = ""


def rounded(value: Fraction | int, unit: Fraction | int = 1) -> int:
    """Return how many units a value is, halves upwards."""
    return int(Fraction(value) / Fraction(unit) + Fraction(1, 2))


class World:
    """What is true, month by month."""

    def __init__(self, seed: int, tongue: Tongue) -> None:
        self.random = Random(seed)
        self.tongue = tongue
        self.north = self._flow(200_000, 900_000)
        self.south = self._flow(200_000, 900_000)
        self.visitors = self._sum(self.north, self.south)
        self.births = self._flow(700, 2500)
        self.revenue = self._flow(8 * 10**12, 3 * 10**13)
        self.exports = self._flow(20 * 10**9, 35 * 10**9)
        self.imports = self._flow(12 * 10**9, 18 * 10**9)
        self.trade = self._sum(self.exports, self.imports)
        self.files = self._flow(20_000, 90_000)
        late = self.random.randrange(30, 60)
        self.late = {when: count * late // 1000 for when, count in self.files.items()}
        self.on_time = {when: count - self.late[when] for when, count in self.files.items()}
        self.new_accounts = self._flow(3000, 60_000)
        self.hospitals: dict[Month, int] = {}
        hospitals = self.random.randrange(100, 400)
        for when in MONTHS:
            hospitals += self.random.choice((0, 0, 0, 1, 2))
            self.hospitals[when] = hospitals

    def _flow(self, least: int, most: int) -> dict[Month, int]:
        base, drift = self.random.randrange(least, most), self.random.randrange(-5, 12)
        return {
            when: base * (1000 + drift * number + self.random.randrange(-60, 60)) // 1000
            for number, when in enumerate(MONTHS)
        }

    @staticmethod
    def _sum(one: Series, other: Series) -> dict[Month, int]:
        return {when: one[when] + other[when] for when in MONTHS}

    def flows(self) -> Mapping[str, Series]:
        """Return the flows that reports compare with those of a year and of a month before."""
        names = ("visitors", "births", "revenue", "exports", "imports")
        return {name: getattr(self, name) for name in names}

    def accounts(self, when: Month) -> int:
        """Return how many accounts there are at the end of a month."""
        return sum(count for month, count in self.new_accounts.items() if month <= when)

    def write(self, value: int, name: str) -> Written:
        """Write a figure as a report would: exact, rounded, or hedged on the side where the truth lies."""
        noun, random = self.tongue.nouns[name], self.random
        ways = (
            ("scaled", "scaled", "over", "nearly", "about")
            if noun.money
            else ("exact", "scaled", "over", "nearly", "about")
        )
        way = random.choice(ways)
        if value < 1000 and way not in ("exact", "over"):
            way = "exact"
        size = len(str(value))
        unit = 10 ** max(size - random.choice((3, 3, 4) if way == "scaled" else (2, 3)), 0)
        match way:
            case "over":
                near = (value - 1) // unit * unit
                hedge, comparator = f"{random.choice(self.tongue.over)} ", "over"
            case "nearly":
                near = (value // unit + 1) * unit
                hedge, comparator = f"{random.choice(self.tongue.nearly)} ", "nearly"
            case "about":
                near = rounded(value, unit) * unit
                hedge, comparator = f"{random.choice(self.tongue.about)} ", "about"
            case "scaled":
                near, hedge, comparator = rounded(value, unit) * unit, "", ""
            case _:
                near, unit, hedge, comparator = value, 1, "", ""
        return Written(f"{hedge}{self._scaled(near, unit)} {noun.counted}", str(near), comparator)

    def _scaled(self, value: int, unit: int) -> str:
        """Write a multiple of ``unit`` with the largest scale word that leaves no more than three decimals."""
        for scale, word in self.tongue.scales:
            if value >= scale and scale <= unit * 1000:
                decimals = len(str(scale // unit)) - 1 if unit < scale else 0
                return f"{self.tongue.number(value * 10**decimals // scale, decimals)} {word}"
        return self.tongue.number(value)

    def moved(self, now: int, then: int, tail: str, *, plainly: bool = False) -> tuple[str, Written] | None:
        """Say how a figure moved, in one of the ways: returns which, and the words; None where there is no change."""
        change, tongue = Fraction(now, then) - 1, self.tongue
        word = tongue.down if change < 0 else tongue.up
        sign = "-" if change < 0 else ""
        way = "percent" if plainly else self.random.choice(("percent", "percent", "hedged", "times", "ratio"))
        whole, part = divmod(abs(change) * 100, 1)
        if way == "hedged" and whole > 1 and 0 < part < Fraction(1, 4):
            return "growth", Written(f"{word} {tongue.over[0]} {whole}% {tail}", f"{sign}{whole}%", "over")
        if way == "hedged" and whole > 1 and part > Fraction(3, 4):
            return "growth", Written(f"{word} {tongue.nearly[0]} {whole + 1}% {tail}", f"{sign}{whole + 1}%", "nearly")
        if way == "times" and change > 0 and tail == tongue.year:
            times = rounded(Fraction(now, then) * 100)
            return "times", Written(tongue.times.format(figure=tongue.number(times, 2)), typed(times, 2))
        if way == "ratio":
            tenths = rounded(Fraction(now, then) * 1000)
            text = tongue.ratio.format(figure=tongue.number(tenths, 1), tail=tail)
            return "ratio", Written(text, f"{typed(tenths, 1)}%")
        tenths = rounded(abs(change) * 1000)
        if not tenths:
            return None
        return "growth", Written(f"{word} {tongue.number(tenths, 1)}% {tail}", f"{sign}{typed(tenths, 1)}%")


def typed(value: int, decimals: int) -> str:
    """Return ``value`` / 10^``decimals`` as a registry writes it."""
    whole, part = divmod(value, 10**decimals)
    return f"{whole}.{part:0{decimals}}"


def to_date(series: Series, when: Month) -> int:
    """Return what came together from the beginning of a year."""
    year, month = when
    return sum(series[year, each] for each in range(1, month + 1))


def last_day(when: Month) -> str:
    """Return the last day of a month."""
    return f"{when[0]}-{when[1]:02}-{monthrange(*when)[1]}"


def _period_to_date(when: Month) -> str:
    year, month = when
    named = {1: f"{year}-01", 3: f"{year}-Q1", 6: f"{year}-H1", 12: f"{year}"}
    return named.get(month, f"{year}-01/{year}-{month:02}")


class Registry:
    """The claims that reports on a world give, as files of a registry."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.claims: dict[str, list[str]] = {}
        self.number = 0
        for when in MONTHS:
            for publisher in PUBLISHERS:
                if world.random.random() < 0.6:
                    self._report(when, publisher)

    def files(self) -> dict[str, str]:
        """Return the files by name."""
        found = {"metrics.yaml": "".join(self._metrics())}
        for source, claims in self.claims.items():
            publisher, year, month = source.rsplit("-", 2)
            after = (int(year) + int(month) // 12, int(month) % 12 + 1)
            header = (
                f"source: {{id: {source}, title: Report {month}/{year}, publisher: {publisher}.example, "
                f"published: {after[0]}-{after[1]:02}-05, language: {self.world.tongue.code}}}\nclaims:\n"
            )
            found[f"{source}.yaml"] = header + "".join(claims)
        return found

    def _metrics(self) -> Iterator[str]:
        yield "metrics:\n"
        for name, noun in self.world.tongue.nouns.items():
            more = ", breakdown: {region: [north, south]}" if name == "visitors" else ""
            more += f", since: {SINCE}" if noun.behaviour == "cumulative" else ""
            yield f"  {name}: {{label: {noun.label}, unit: {noun.unit}, behaviour: {noun.behaviour}{more}}}\n"
            for kind, behaviour in (("growth", "growth"), ("ratio", "ratio"), ("times", "multiple")):
                unit = "" if kind == "times" else 'unit: "%", '
                yield f"  {name}-{kind}: {{label: {kind} {noun.label}, {unit}behaviour: {behaviour}}}\n"
                yield f"  {name}-{kind}-m: {{label: monthly {kind} {noun.label}, {unit}behaviour: {behaviour}}}\n"
        yield '  share: {label: share of files settled in time, unit: "%", behaviour: share}\n'
        yield "  share-points: {label: change of the share settled in time, unit: pp, behaviour: growth}\n"
        yield "  settled: {label: files settled in time out of all, unit: files, behaviour: flow}\n"
        yield "relations:\n"
        for holds in (
            *("exports + imports = trade", "exports - imports = balance", "on-time + late = files"),
            *("on-time / files = share", "on-time <= files"),
        ):
            yield f"  - holds: {holds}\n"

    def _add(self, source: str, metric: str, written: Written, period: str, *more: str) -> str:
        self.number += 1
        name = f"c{self.number}"
        hedge = f", comparator: {written.comparator}" if written.comparator else ""
        rest = "".join(f", {each}" for each in more if each)
        self.claims[source].append(
            f'  - {{id: {name}, metric: {metric}, quote: "{written.words}", value: {written.value}{hedge}, '
            f"period: {period}{rest}}}\n"
        )
        return name

    def _figure(self, source: str, metric: str, value: int, period: str, *more: str) -> str:
        return self._add(source, metric, self.world.write(value, metric), period, *more)

    def _report(self, when: Month, publisher: str) -> None:
        year, month = when
        source, world, tongue = f"{publisher}-{year}-{month:02}", self.world, self.world.tongue
        self.claims[source] = []
        this, day = f"{year}-{month:02}", last_day(when)
        for name, series in world.flows().items():
            self._flow(source, name, series, when)
        if self._chance(0.6):
            self._figure(source, "visitors", world.north[when], this, "dimensions: {region: north}")
            self._figure(source, "visitors", world.south[when], this, "dimensions: {region: south}")
        if self._chance(0.6):
            self._figure(source, "trade", world.trade[when], this)
        if self._chance(0.6):
            self._figure(source, "balance", world.exports[when] - world.imports[when], this)
        self._figure(source, "hospitals", world.hospitals[when], day)
        self._figure(source, "accounts", world.accounts(when), f"{SINCE}/{day}")
        if self._chance(0.7):
            self._figure(source, "files", world.files[when], this)
            self._figure(source, "on-time", world.on_time[when], this)
        if self._chance(0.5):
            self._figure(source, "late", world.late[when], this)
        self._share(source, when)
        if (year, month + 1) in world.births and self._chance(0.4):
            guess = rounded(world.births[year, month + 1] * (960 + world.random.randrange(80)), 100_000) * 100
            text = tongue.estimated.format(figure=tongue.number(guess))
            self._add(source, "births", Written(text, str(guess)), f"{year}-{month + 1:02}", "status: estimate")
        for ahead in ("forecast", "target"):
            if self._chance(0.2):
                aim = rounded(world.revenue[when] * (11_000 + world.random.randrange(2000)), 10**15) * 10**12
                self._figure(source, "revenue", aim, str(year + 1), f"status: {ahead}")

    def _flow(self, source: str, name: str, series: Series, when: Month) -> None:
        year, month = when
        tongue = self.world.tongue
        if self._chance(0.7):
            level = self._figure(source, name, series[when], f"{year}-{month:02}")
            if (year - 1, month) in series and self._chance(0.6):
                self._moved(source, name, level, series[when], series[year - 1, month], when, tongue.year)
            if month > 1 and self._chance(0.3):
                self._moved(source, name, level, series[when], series[year, month - 1], when, tongue.month)
        if month > 1 and self._chance(0.7):
            level = self._figure(source, name, to_date(series, when), _period_to_date(when))
            if (year - 1, month) in series and self._chance(0.6):
                before = to_date(series, (year - 1, month))
                moved = self.world.moved(to_date(series, when), before, tongue.year)
                if moved:
                    self._add(source, f"{name}-{moved[0]}", moved[1], _period_to_date(when), self._change(level, ""))
        if month % 3 == 0 and self._chance(0.5):
            quarter = sum(series[year, each] for each in (month - 2, month - 1, month))
            self._figure(source, name, quarter, f"{year}-Q{month // 3}")

    def _moved(self, source: str, name: str, level: str, now: int, then: int, when: Month, tail: str) -> None:
        year, month = when
        moved = self.world.moved(now, then, tail)
        if moved is None:
            return
        yearly = tail == self.world.tongue.year
        since = f"{year - 1}-{month:02}" if yearly else f"{year}-{month - 1:02}"
        metric = f"{name}-{moved[0]}" + ("" if yearly else "-m")
        self._add(source, metric, moved[1], f"{year}-{month:02}", self._change(level, since))

    def _change(self, level: str, since: str) -> str:
        """Say what a change is of; since when is said only at times, where the quote does not have to tell it."""
        return f"change: {{of: {level}{f', since: {since}' if since and self._chance(0.5) else ''}}}"

    def _share(self, source: str, when: Month) -> None:
        world, tongue, period = self.world, self.world.tongue, f"{when[0]}-{when[1]:02}"
        share = Fraction(world.on_time[when], world.files[when])
        tenths = rounded(share * 1000)
        level = self._add(source, "share", Written(f"{tongue.number(tenths, 1)}%", f"{typed(tenths, 1)}%"), period)
        before = (when[0] - 1, when[1])
        if before in world.files and self._chance(0.5):
            moved = share - Fraction(world.on_time[before], world.files[before])
            points = rounded(abs(moved) * 10_000)
            word, sign = (tongue.down, "-") if moved < 0 else (tongue.up, "")
            text = tongue.points.format(moved=word, figure=tongue.number(points, 2), tail=tongue.year)
            if points:
                written = Written(text, f"{sign}{typed(points, 2)}%")
                self._add(source, "share-points", written, period, self._change(level, ""))
        if self._chance(0.4):
            settled, files = world.on_time[when], world.files[when]
            text = f"{tongue.number(settled)}/{tongue.number(files)}"
            self._add(source, "settled", Written(text, str(settled)), period, f"of: {files}")

    def _chance(self, share: float) -> bool:
        return self.world.random.random() < share


def article(world: World, sentences: int) -> str:
    """Return a text about a world in which every figure is true."""
    random, tongue = world.random, world.tongue
    written = [_sentence(world, random.choice(MONTHS)) for _ in range(sentences)]
    head = "Bản tin tổng hợp\n\n15/11/2024" if tongue.code == "vi" else "A summary of the figures\n\n15 November 2024"
    return "\n\n".join((head, *written)) + "\n"


def _sentence(world: World, when: Month) -> str:
    random, tongue = world.random, world.tongue
    year, month = when
    name = random.choice([each for each in tongue.said if each != "earlier"])
    dates = {"day": monthrange(*when)[1], "month": month, "year": year, "name": _NAMES[month - 1]}
    if name in ("hospitals", "accounts"):
        value = world.hospitals[when] if name == "hospitals" else world.accounts(when)
        return tongue.said[name].format(figure=world.write(value, name).words, **dates)
    if name == "share":
        tenths = rounded(Fraction(world.on_time[when] * 1000, world.files[when]))
        return tongue.said[name].format(
            when=tongue.periods(year, month, "month", random), figure=tongue.number(tenths, 1)
        )
    series: Series = getattr(world, name.replace("-", "_"))
    kinds = ["month", "to date"] + (["quarter"] if month % 3 == 0 else [])
    kind = random.choice(kinds) if name not in ("files", "on-time", "late") and month > 1 else "month"

    def of(year: int) -> int:
        if kind == "quarter":
            return sum(series[year, each] for each in (month - 2, month - 1, month))
        return series[year, month] if kind == "month" else to_date(series, (year, month))

    moved = ""
    if (year - 1, month) in series and random.random() < 0.6:
        how = world.moved(of(year), of(year - 1), tongue.year, plainly=True)
        moved = f", {how[1].words}" if how and random.random() < 0.5 else ""
        moved = moved or tongue.said["earlier"].format(figure=world.write(of(year - 1), name).words)
    return tongue.said[name].format(
        when=tongue.periods(year, month, kind, random), figure=world.write(of(year), name).words, moved=moved
    )
