"""Vietnamese: words and separators."""

from __future__ import annotations

from fractions import Fraction

from factcheck.read.language import (
    Heads,
    InWords,
    Language,
    Left,
    Limits,
    Right,
    codes,
    comparators,
    limited,
    listed,
    phrases,
    words,
)

_THOUSAND, _MILLION, _BILLION = 10**3, 10**6, 10**9

# "492 doanh nghiệp hoạt động trở lại": again, and not at most so many.
_AGAIN = listed("quay, hoạt động, mở cửa, sản xuất, kinh doanh, làm việc, đi học, khai thác, vận hành, bay, mở, đi làm")

_RIGHT = Right(
    scales={
        "chục": 10,
        "trăm": 100,
        "nghìn": _THOUSAND,
        "ngàn": _THOUSAND,
        "vạn": 10_000,
        "triệu": _MILLION,
        "tỷ": _BILLION,
        "tỉ": _BILLION,
    },
    not_scales=phrases(
        "tỷ lệ, tỷ giá, tỷ trọng, tỷ số, tỷ suất, tỷ phú, tỷ đối, tỷ mỉ, tỷ phần,"
        "ty le, ty gia, ty trong, ty so, ty suat, ty phu, "
        "tỉ lệ, tỉ giá, tỉ trọng, tỉ số, tỉ suất, tỉ phú, tỉ đối, tỉ mỉ, tỉ phần,"
        "triệu tập, triệu hồi, triệu phú, triệu chứng, vạn sự, vạn vật, vạn phúc, ngàn thu, trăm họ, trăm năm"
    ),
    not_units=phrases(
        "đồng hồ, đồng bào, đồng chí, đồng nghiệp, đồng đội, đồng minh, đồng phạm, đồng hương, đồng môn, đồng diễn, "
        "dong ho, dong bao, dong chi, dong nghiep, dong doi, dong minh, dong pham, "
        "đô thị, đô đốc, đô vật, do thi, "
        "bảng lương, bảng biểu, bảng tin, bảng điện, bảng hiệu, bảng quảng, bảng chữ, bảng đấu, bảng giá, bảng số, "
        "bảng thông, bảng thống, bảng tổng, bảng kê, bảng điểm, bảng tên, bảng chỉ, bảng dữ, bảng câu, bảng hỏi, "
        "tấn công, tấn phong, độ tuổi, độ cao, độ dài, độ sâu, độ rộng, độ khó, yên ngựa, tạ điền, lạng sơn, won hàn"
    ),
    glued_scales={"tr": _MILLION, "k": _THOUSAND},
    percent=("%", "phần trăm", "phần% trăm", "pct"),
    per_mille=("‰", "phần nghìn", "phần ngàn"),
    points=("điểm %", "điểm phần trăm", "điểm tỷ lệ", "điểm tỉ lệ", "đpt"),
    basis_points=("điểm cơ bản", "điểm phần vạn"),
    times=("lần",),
    surely_times=(),
    currencies=codes(
        {
            "VND": "đồng, vnđ, vnd, đ, ₫",
            "USD": "usd, us$, đô la, đô-la, đôla, đô, đô la mỹ, $",
            "EUR": "euro, ơ-rô, eur, €",
            "GBP": "£, gbp, bảng anh, bảng",
            "JPY": "yên, yên nhật, jpy",
            "CNY": "nhân dân tệ, ndt, tệ, cny",
            "KRW": "won, krw",
            "THB": "baht",
            "RUB": "rúp",
            "INR": "rupee",
            "AUD": "đô la úc, aud",
            "SGD": "đô la singapore, sgd",
        }
    ),
    measures=codes(
        {
            "ha": "ha, hecta, héc ta, héc-ta, hécta",
            "km²": "km2, km², kilômét vuông, ki lô mét vuông",
            "m²": "m2, m², mét vuông",
            "m³": "m3, m³, mét khối",
            "cm": "cm",
            "mm": "mm",
            "km": "km, kilômét, ki lô mét, cây số",
            "km/h": "km/h, km/giờ",
            "nmi": "hải lý",
            "m": "m, mét",
            "t": "tấn",
            "100 kg": "tạ",
            "10 kg": "yến",
            "kg": "kg, kilôgam, ki lô gam, ký",
            "g": "g, gam, gram",
            "mg": "mg",
            "100 g": "lạng",
            "oz": "ounce",
            "bbl": "thùng dầu",
            "L": "lít",
            "ml": "ml",
            "kWh": "kwh",
            "kW": "kw",
            "kWp": "kwp",
            "MW": "mw",
            "MWp": "mwp",
            "MWh": "mwh",
            "GW": "gw",
            "GWh": "gwh",
            "kV": "kv",
            "kVA": "kva",
            "MVA": "mva",
            "h": "giờ, tiếng",
            "min": "phút",
            "s": "giây",
            "kB": "kb",
            "MB": "mb",
            "GB": "gb",
            "TB": "tb",
            "Mbps": "mbps",
            "Gbps": "gbps",
            "MHz": "mhz",
            "GHz": "ghz",
            "°": "độ vĩ bắc, độ kinh đông, độ, °",
            "°C": "độ c, °c, oc, ºc",
            "ML": "độ richter",
            "TEU": "teu",
            "DWT": "dwt",
            "m³/s": "m3/s, m³/s, m3/giây",
            "ft": "feet",
            "µg/m³": "µg/m3, µg/m³",
            "mmHg": "mm hg, mmhg",
            "cal": "calo",
            "kcal": "kcal",
            "in": "inch",
            "sào": "sào",
            "công": "công đất",
            "mẫu": "mẫu đất",
        }
    ),
    subunits={},
    halves=("rưỡi", "rưởi"),
    up=(),
    down=(),
    after=comparators(
        at_least="trở lên, hoặc hơn, hoặc nhiều hơn",
        at_most="trở xuống, hoặc ít hơn, tuổi trở lại, trở lại",
        over="có lẻ",
        about="hoặc khoảng đó",
    ),
    namesakes={
        **dict.fromkeys(("$", "đô la", "đô-la", "đôla", "đô"), ("AUD", "CAD", "NZD", "SGD", "HKD", "TWD")),
        **dict.fromkeys(("độ", "°"), ("°C", "°F")),
        "rupee": ("PKR", "LKR", "NPR"),
        "£": ("EGP", "LBP"),
        "¥": ("CNY",),
    },
    limits=limited(Limits(not_behind=frozenset(_AGAIN), ends_clause=True), "trở lại"),
)

_LEFT = Left(
    comparators=comparators(
        exactly="đúng, tròn, vừa đúng, chính xác, vừa tròn, chẵn, đúng bằng, chính xác là",
        over=(
            "trên, hơn, quá, vượt, vượt quá, vượt trên, vượt hơn, vượt mức, nhiều hơn, lớn hơn, cao hơn, "
            "trên mức, trên ngưỡng, vượt mốc, vượt ngưỡng, vượt con số, vượt qua mốc, vượt qua, hơn mức, "
            "hơn cả"
        ),
        at_least=(
            "ít nhất, tối thiểu, không dưới, không ít hơn, không thấp hơn, không nhỏ hơn, ít ra, "
            "ít nhất là, tối thiểu là, tối thiểu đạt"
        ),
        nearly=(
            "gần, ngót, ngót nghét, gần bằng, gần đạt, gần tới, gần đến, gần được, gần mốc, suýt soát, "
            "khoảng gần, sát mốc, xấp xỉ gần, tiệm cận, gần ngưỡng"
        ),
        under=(
            "dưới, chưa đến, chưa tới, chưa đầy, chưa được, chưa đạt, chưa quá, không đến, không tới, "
            "không đầy, ít hơn, thấp hơn, nhỏ hơn, kém hơn, dưới mức, dưới ngưỡng, dưới mốc"
        ),
        at_most=(
            "tối đa, tối đa là, không quá, không vượt quá, không vượt, không hơn, không trên, nhiều nhất, "
            "nhiều nhất là, không cao hơn, không lớn hơn, không nhiều hơn"
        ),
        about=(
            "khoảng, vào khoảng, chừng, ước chừng, khoảng chừng, độ chừng, chừng khoảng, độ khoảng, xấp xỉ, "
            "trên dưới, tầm, tầm khoảng, cỡ, cỡ khoảng, khoảng trên dưới, xấp xỉ khoảng, dao động khoảng, "
            "quanh mức, xoay quanh, quãng, đâu khoảng, quanh, hơn kém, áng chừng, phỏng chừng, cộng trừ, cộng hoặc trừ"
        ),
        about_over=("khoảng hơn, khoảng trên, xấp xỉ hơn, chừng hơn, ước khoảng hơn, vào khoảng hơn, vào khoảng trên"),
    ),
    doubtful=phrases(
        "cộng trừ, cộng hoặc trừ, tầm, cỡ, quanh, cao hơn, thấp hơn, lớn hơn, nhỏ hơn, nhiều hơn, ít hơn, khoảng gần, "
        "vượt, kém hơn, hơn cả, "
        "xấp xỉ gần, quanh mức"
    ),
    doubtful_if_small=phrases("trên, quá, dưới"),
    no_hedges=frozenset(),
    of_levels=frozenset(),
    estimates=phrases(
        "ước, ước đạt, ước tính, ước khoảng, ước tính đạt, ước tính khoảng, ước thực hiện, ước thu, "
        "ước chi, ước được, ước đến, ước tới, ước lên, ước lên tới, ước giảm, ước tăng, ước bằng"
    ),
    up=phrases(
        "tăng, tăng thêm, tăng trưởng, tăng tới, tăng đến, gia tăng, tăng vọt, nhích, nhích lên, "
        "tăng tốc, tăng cao, cộng, vọt lên, tăng bình quân, nhích nhẹ, tăng tương ứng, tăng lần lượt, tăng lần lượt là"
    ),
    down=phrases(
        "giảm, giảm đi, giảm bớt, giảm tới, giảm đến, sụt giảm, cắt giảm, suy giảm, hạ, hạ bớt, âm, "
        "tăng trưởng âm, lỗ, mức giảm, tụt, sụt, mất, bốc hơi, lao dốc, giảm sút, sụt mất, "
        "giảm bình quân, giảm tương ứng, giảm lần lượt, giảm lần lượt là, trừ"
    ),
    no_moves=phrases("giá trị gia tăng, giá trị tăng thêm, khấu trừ, giảm lỗ, giảm trừ"),
    adverbs=words(
        "nhẹ mạnh sâu nhanh khá đáng kể thêm tới đến mức là khoảng ở tận bình quân trung thấp cao vọt chỉ được"
        " đạt thêm đều những ước dự kiến"
    ),
    negatives=words("âm trừ"),
    comparatives=phrases("cao hơn, thấp hơn, lớn hơn, nhỏ hơn, nhiều hơn, ít hơn, kém hơn"),
    excesses=phrases("vượt, vượt trên"),
    multiples=words("gấp"),
    doubled=words("tăng giảm thêm"),
    prefix_currencies={
        "$": "USD",
        "€": "EUR",
        "£": "GBP",
        "¥": "JPY",
        "usd": "USD",
        "us$": "USD",
        "vnd": "VND",
        "vnđ": "VND",
        "eur": "EUR",
    },
)

_HEADS = Heads(
    ranks=phrases(
        "xếp hạng, xếp thứ, đứng thứ, thứ hạng, hàng thứ, đứng hàng thứ, hạng, vị trí, xếp vị trí, đứng, xếp hạng thứ, "
        "vị trí thứ, xếp ở vị trí, đứng vị trí, đứng ở vị trí, đứng ở vị trí thứ, đứng hạng, xếp, "
        "hạng thứ, xếp vị trí thứ, thứ bậc, đứng vị trí thứ, xếp ở vị trí thứ"
    ),
    rank_words=words("thứ hạng"),
    ordinals=phrases(
        "thứ, khóa, khoá, kỳ họp thứ, phiên họp thứ, lần thứ, đại hội, lớp, tuổi thứ, nhiệm kỳ, số nhà, "
        "quốc lộ, tỉnh lộ, hương lộ, đường tỉnh, đường số, đường, ngõ, ngách, hẻm, kiệt, km, quận, "
        "phường, tổ dân phố, khu phố, khu vực, khóm, tầng, phòng, vành đai, cửa khẩu số, lô, thửa, tiểu "
        "khu, quân khu, quân đoàn, sư đoàn, lữ đoàn, trung đoàn, tiểu đoàn, đại đội, vùng cảnh sát biển, "
        "hải đội "
    ),
    weak_ordinals=phrases(
        "kỳ, lần, phiên, giai đoạn, đợt, vòng, bước, nhóm, tập, bài, trang, phần, mũi, liều, đội, "
        "tuyến, vùng, dãy, câu, gói, làn, tổ, thôn, xóm, ấp, tuần, nhà máy, hợp phần, phương án, "
        "nội dung, tiêu chí, chỉ tiêu, câu hỏi, hạng mục, mẫu, loại, tiểu dự án, dự án, giải, "
        "phân khu, block, tháp, lô, chốt, trạm, kho, bến, cầu, cảng, hiệp, trận, tờ, kênh, mạch, gđ, trung "
        "ương, phân kỳ, bản, xã, trường thcs, trường tiểu học"
    ),
    documents=phrases(
        "bảng, hình, biểu, biểu đồ, nghị quyết, nghị định, quyết định, thông tư, chỉ thị, công văn, điều, "
        "khoản, chương, mục, "
        "phụ lục, văn bản, công điện, kết luận, hiến pháp, đề án, tờ trình, thông báo, công ước, "
        "pháp lệnh, luật, quy định, hướng dẫn, chương trình, kế hoạch số, báo cáo số, sắc lệnh, "
        "quy chuẩn, tiêu chuẩn, iso, tcvn"
    ),
    names=phrases(
        "top, boeing, airbus, iphone, ipad, galaxy, windows, android, games, cup, covid, apollo, formula, "
        "vinasat, vision, chương trình 135, sea games, asiad, olympic, festival, model, series, pro, "
        "mark, euro, world cup, f, cop, asean, apec, g, seagame, sea game, vietnam, quý độc, "
        "zone, tổng đài, đường dây nóng, đầu số"
    ),
    numbers=words("số"),
    number_nouns=words(
        "tổng con trong chỉ đa hệ dân một nhân doanh các tỷ tỉ điểm mẫu bội ngoài hằng thông ẩn cơ trên vài "
        "những toàn"
        " tham tần thiểu nhiều quân sĩ lượng"
    ),
    levels=phrases("mức độ, mức, cấp độ, cấp, bậc, level"),
    months=words("tháng"),
    quarters=words("quý quí q"),
    days=words("ngày mùng mồng hôm sáng chiều tối trưa đêm rạng khuya"),
    years=words("năm đoạn đến tới từ kỳ với trong hết cuối đầu giữa trước sau vào kể niên vụ mùa khóa thập"),
    hours=words("lúc hồi khoảng"),
    phones=words("thoại fax đài trợ hotline gọi sđt đt tel phone zalo máy"),
    scores=phrases("tỷ số, tỉ số, thắng, thua, hòa, hoà, dẫn, dẫn trước, thắng đậm, thắng chung cuộc"),
    joiners=frozenset({",", "và", "-", "–", "hoặc", "/", "hay", "đến", "tới", ";", "&"}),
    followers=words(
        "của có là và đã đang sẽ được bị với tại so trong tăng giảm đạt cả các ước theo trên cho đến tới từ "
        "do vì khi nhưng"
        " thì mà cũng còn về ra vào lên xuống nên như để rồi này đó hay hoặc ở bằng sau trước nhằm chỉ "
        "không chưa năm tháng"
        " ngày gồm nếu cùng phải vẫn mới vừa qua giữa diễn khai nêu quy sửa ban kèm thuộc mang tiếp kết bắt nối chạy"
    ),
    counted=words(
        "người hộ hồ doanh ca trường em học sinh cán lượt tài căn chiếc con cây suất phần cái dân lao công "
        "xe tàu thuyền vụ đơn"
        " cuộc đại khách sản thí hội đảng đoàn chiến giáo bác giường bệnh tin cơ dự thành nhân liều mẫu sào "
        "bộ tấm bức quyển"
        " cuốn bài chữ từ lần đôi cặp gia bị thôn xã hợp giấy sổ mã trang trại phòng lô gói bao thùng chai "
        "hạt quả trái điểm"
    ),
    count_verbs=words("có đạt là được gồm thêm cấp tổng số còn mất hơn gần khoảng trên dưới với tặng bán mua"),
    each=words("mỗi hàng từng một vài mấy các nhiều bao"),
    plain=phrases("trong vòng, hàng loạt, cấp xã, cấp thôn, cấp phường, cấp quận, cấp vùng"),
    occasions=words("phiên dịp lễ khánh"),
    warmth=words("nhiệt nóng lạnh rét nắng ấm"),
    money=words("lãi lỗ vốn nợ thu trị giá tiền vay tư phí sách chi nhuận quỹ thuế"),
    ratios=words("lệ số suất"),
    spans=words("tháng quý năm tuần ngày"),
    span_ends=(
        "đầu năm",
        "cuối năm",
        "năm",
        "đầu của năm",
        "của năm",
        "đầu",
        "cuối",
        "/",
        "2",
        "1",
        "qua của",
        "đầu tiên của năm",
        "đầu tiên năm",
        "đầu quý",
    ),
    span_heads=phrases("tính chung, lũy kế, luỹ kế, cộng dồn, cùng kỳ, lũy kế cả"),
    span_followers=("ước", "đạt", "tăng", "giảm"),
    clock=("h", "am", "pm"),
    hour_words=words("giờ"),
    minute_words=words("phút"),
    year_words=words("năm"),
    day_parts=words("ngày sáng trưa chiều tối đêm cùng hôm kém"),
    now=words("nay qua mai kia"),
)

_IN_WORDS = InWords(
    cardinals={"hai": 2, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10},
    # "một" (also "a"), "ba" (also "father") and "năm" (also "year") are numbers only beside others.
    in_company={"một": 1, "mốt": 1, "ba": 3, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "bẩy": 7},
    parts={"nửa": 2},
    lone_parts=frozenset({"nửa"}),
    not_spelled=phrases(
        "thứ hai, thứ bốn, thứ sáu, thứ bảy, thứ tám, thứ chín, thứ mười, tháng hai, tháng sáu, "
        "tháng bảy, tháng tám, tháng chín, tháng mười, lần hai, vòng hai, lớp hai, tư bản, giờ hai, "
        "giờ sáu"
    ),
    not_alone=words("cả giữa thứ tháng lần lớp khóa khoá quý phố đường phường ngày mùng vòng đợt chia làm đôi sau"),
    not_with=words(
        "bên chiều phía mặt tay vợ chồng mẹ cha bà ông chị anh em đứa đầu vai mắt chân vế lúa mang cực miền "
        "tôi vị lần từ con cháu"
    ),
    not_phrases=phrases(
        "nửa năm, nửa đêm, nửa đầu, nửa cuối, nửa tháng, nửa ngày, nửa kia, nửa giờ, nửa buổi, nửa cuộc, "
        "hai cấp, ba cấp, hai chiều, hai mặt"
    ),
    with_nouns=words("ba"),
    multiples={
        ("gấp", "đôi"): 2,
        ("gấp", "rưỡi"): Fraction(3, 2),
        ("gấp", "hai"): 2,
        ("gấp", "ba"): 3,
        ("gấp", "bốn"): 4,
        ("gấp", "năm"): 5,
        ("gấp", "mười"): 10,
        ("tăng", "đôi"): 2,
    },
    multiple_links=frozenset(),
    vague={"vài": (2, 10), "mấy": (2, 10), "dăm": (3, 7), "vài ba": (2, 5), "hàng": (1, 10), "nhiều": (1, 10)},
    vague_units={
        "chục": 10,
        "trăm": 100,
        "nghìn": _THOUSAND,
        "ngàn": _THOUSAND,
        "vạn": 10_000,
        "triệu": _MILLION,
        "tỷ": _BILLION,
        "tỉ": _BILLION,
    },
    vague_alone=words("vài dăm"),
    tens_words=words("mươi"),
    links=words("linh lẻ"),
    part_words=words("phần"),
    empty_groups=("không trăm",),
    not_after_tens=words("năm"),
    short_tens=True,
    point_words=words("phẩy chấm"),
    digit_words={
        "không": 0,
        "một": 1,
        "mốt": 1,
        "hai": 2,
        "ba": 3,
        "bốn": 4,
        "tư": 4,
        "năm": 5,
        "lăm": 5,
        "sáu": 6,
        "bảy": 7,
        "bẩy": 7,
        "tám": 8,
        "chín": 9,
    },
    after_tens={"lăm": 5, "nhăm": 5, "mốt": 1},
)

LANGUAGE = Language(
    code="vi",
    decimal=",",
    group=".",
    right=_RIGHT,
    left=_LEFT,
    heads=_HEADS,
    in_words=_IN_WORDS,
    until=("-", "–", "đến", "tới", "÷", "~", "đến khoảng", "đến hơn", "đến gần"),
    between=None,
    range_heads=words("từ"),
    moves_in_range=frozenset(),
    of=("trên tổng số", "trong tổng số", "trong số", "trong tổng", "trên tổng", "/tổng số", "trên"),
    of_less=words("trên"),
    members=frozenset(("trong số", "trong tổng số")),
    home_currency="VND",
    per=("trên",),
    per_one=("trên", "trên một", "trên mỗi", "một", "mỗi"),
    one_in=(),
    bases=("so với", "so cùng kỳ", "so với mức", "từ mức"),
    clause_words=("và", "trong đó", "đạt", "lên", "xuống", "còn", "nhưng"),
    plans=("kế hoạch", "dự toán", "chỉ tiêu", "mục tiêu", "định mức", "dự kiến", "nghị quyết", "kịch bản"),
    bare_points=("điểm",),
    below=("thấp hơn", "ít hơn", "nhỏ hơn", "kém", "thâm hụt", "bội chi", "nhập siêu", "bán ròng", "rút ròng"),
    few={"không": 0, "chưa": 0, "chẳng": 0, "một": 1, "cả hai": 2, "đôi": 2},
    places={
        "đứng đầu": 1,
        "dẫn đầu": 1,
        **{
            f"{head} {word}": place
            for head in ("hạng", "thứ")
            for place, word in enumerate(("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)
        },
        "hạng nhì": 2,
        "thứ nhì": 2,
    },
    whole_bases=(),
    # "ngan" may be "ngân", "tram" a station, "gan" may be "gắn": they are left out.
    plain_words={
        "trieu": "triệu",
        "nghin": "nghìn",
        "ty": "tỷ",
        "phan tram": "phần trăm",
        "hon": "hơn",
        "khoang": "khoảng",
        "tren": "trên",
        "dong": "đồng",
        "diem phan tram": "điểm phần trăm",
        "tang": "tăng",
        "giam": "giảm",
        "tan": "tấn",
        "thang": "tháng",
        "nam": "năm",
        "ngay": "ngày",
        "quy": "quý",
        "dat": "đạt",
    },
    states=(
        "tiếp nhận",
        "xử lý",
        "thành công",
        "thất bại",
        "đã",
        "đang",
        "chưa",
        "thực hiện",
        "hoàn thành",
        "giải quyết",
        "trả lời",
        "công khai",
        "đúng hạn",
        "quá hạn",
        "trước hạn",
        "trong hạn",
        "từ chối",
        "phê duyệt",
        "kích hoạt",
        "hủy",
    ),
    abbreviations={
        "tthc": "thủ tục hành chính",
        "dvc": "dịch vụ công",
        "dvctt": "dịch vụ công trực tuyến",
        "cntt": "công nghệ thông tin",
        "tt&tt": "thông tin và truyền thông",
        "tt-tt": "thông tin và truyền thông",
        "tttt": "thông tin và truyền thông",
        "cchc": "cải cách hành chính",
        "cpđt": "chính phủ điện tử",
        "csdl": "cơ sở dữ liệu",
        "httt": "hệ thống thông tin",
        "ubnd": "ủy ban nhân dân",
        "tp": "thành phố",
        "dn": "doanh nghiệp",
        "bhxh": "bảo hiểm xã hội",
        "bhyt": "bảo hiểm y tế",
    },
    tone_marks=frozenset("\u0300\u0301\u0303\u0309\u0323"),
    negations=frozenset({"không", "chưa", "chẳng", "phi", "ngoài", "vô", "trừ"}),
    one_way=phrases(
        "thu, tổng thu, chi, tổng chi, số thu, số chi, doanh thu, tổng doanh thu, doanh số, kim ngạch, tổng kim ngạch, "
        "vốn đăng ký, tổng vốn đăng ký, kinh phí, tổng kinh phí, giải ngân, dư nợ, tổng dư nợ, viện trợ, học phí, "
        "viện phí, xuất khẩu, nhập khẩu, giá trị xuất khẩu, giá trị nhập khẩu, giá trị giao dịch, "
        "tổng mức bán lẻ, tiền lương"
    ),
    both_ways=words("ròng lãi lỗ cân chênh lệch bội thặng thâm tăng giảm hụt"),
    common_words=words(
        "và của có các được trong là cho với những đã này từ đến tại trên theo số năm một người không so kỳ"
        " va cua duoc voi nhung khong nguoi nam trieu nghin hon gan khoang tai tren theo ky giam tang"
    ),
)
