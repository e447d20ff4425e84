"""Vietnamese: the words around figures."""

from __future__ import annotations

import re

from factcheck.read.language import words
from factcheck.read.statements.words import StatementWords, listed_years, spanned_years

_YEAR = r"(?P<y>(?:19|20)\d{2})(?![\d/.,]*\d)"
_OF_YEAR = rf"(?:\s*[/.-]\s*|\s+năm\s+|\s+)?{_YEAR}"
_MONTHS = ("giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_MONTH = r"(?P<month>mười\s+một|mười\s+hai|" + "|".join(_MONTHS[:10]) + r"|một|bẩy)(?!\w)"
_SO_MANY = r"(?P<months>\d{1,2}|hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười|mười một|năm(?=\s+tháng\s+(?:đầu|cuối)\s))"
_NO_DURATION = r"(?<![\w.,/])" + "".join(
    f"(?<!{word} )" for word in sorted(words("vòng hạn dài hơn gần khoảng sau thêm trên dưới đủ suốt mỗi từ đến mất"))
)
_THIS = r"(?:\s+năm\s+(?P<which>nay|ngoái|trước))?"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


WORDS = StatementWords(
    code="vi",
    times=_compiled(
        rf"(?:ngày|mùng|mồng)\s+(?P<d>\d{{1,2}})\s+tháng\s+(?P<m>\d{{1,2}})(?:\s+năm\s+{_YEAR})?",
        r"(?:(?:ngày|mùng|mồng)\s+)?(?P<d>\d{1,2})([/.-])(?P<m>\d{1,2})\2(?P<y>(?:19|20)\d{2})(?!\d)",
        r"(?:ngày|mùng|mồng)\s+(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])",
        r"(?P<d>\d{1,2})/(?P<m>\d{1,2})\s*[-–]\s*(?P<to_d>\d{1,2})/(?P<to_m>\d{1,2})/(?P<y>(?:19|20)\d{2})(?!\d)",
        r"(?<=phiên )(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])",
        r"(?<=từ )(?P<d>\d{1,2})/(?P<m>\d{1,2})(?=\s+(?:đến|tới)\s)",
        rf"{_SO_MANY}\s+tháng\s*[/ ]\s*{_YEAR}",
        rf"{_SO_MANY}\s+tháng(?:\s+(?P<half>đầu|cuối))?\s+năm"
        rf"(?:\s+{_YEAR}|\s+(?P<which>nay|ngoái|trước))?",
        rf"(?:tính\s+chung|lũy\s+kế|luỹ\s+kế|cộng\s+dồn|bình\s+quân)\s+{_SO_MANY}\s+tháng(?!\s+(?:đầu|cuối|năm))",
        rf"{_NO_DURATION}(?P<to_date>){_SO_MANY}\s+tháng(?=[,:]|\s+(?:đạt|ước|tăng|giảm|vượt|thực|đã|là|có|bằng|chiếm|toàn|cả|"
        r"của|đón|thu|chi|lãi|lỗ|xuất|nhập|giải|tổng|doanh|kim|vốn|sản|ngành)\s)",
        rf"nửa\s+(?P<half>đầu|cuối)\s+(?:của\s+)?năm(?:\s+{_YEAR}|\s+(?P<which>nay|ngoái|trước))?",
        rf"(?:quý|quí)\s+(?P<q>iv|i{{1,3}}|[1-4])(?!\w){_OF_YEAR}",
        rf"q(?P<q>[1-4]){_OF_YEAR}",
        rf"(?:quý|quí)\s+(?P<q>iv|i{{1,3}}|[1-4])(?!\w){_THIS}",
        rf"tháng\s+(?P<m>\d{{1,2}})(?:\s*[/.-]\s*|\s+năm\s+){_YEAR}",
        rf"tháng\s+(?P<m>\d{{1,2}})(?![\d/%]|\s*%){_THIS}",
        rf"tháng\s+{_MONTH}(?:\s*/\s*|\s+năm\s+){_YEAR}",
        rf"tháng\s+{_MONTH}{_THIS}",
        r"(?:niên\s+vụ|vụ\s+mùa|năm\s+tài\s+(?:chính|khóa|khoá))\s+"
        r"(?P<fiscal>(?P<y>(?:19|20)\d{2})\s*[/–-]\s*(?:20)?(?P<next>\d{2}))(?![\w/–-]|[.,]\d)",
        rf"niên\s+vụ\s+{_YEAR}(?!\s*[/–-]\s*\d)",
        rf"năm\s+{_YEAR}(?!\s*[-–]\s*\d)",
        r"năm\s+học\s+(?:mới\s+)?(?P<school>(?P<y>(?:19|20)\d{2})\s*[/–-]\s*(?:20)?\d{2})",
        rf"(?<=\(){_YEAR}(?=[:)])",
        rf"(?<=[^\W\d_]\s){_YEAR}(?=\s*:)",
        r"(?P<which>này|nay)\s+năm",
        r"(?<!hoạch )(?<!toán )(?<!tiêu )(?<!báo )(?<!đấu )(?<!kiến )(?<!của )(?<!cho )"
        r"(?P<whole_year>cả\s+năm)(?=,?\s+(?:đạt|là|ước|thu|tăng|giảm|có|lên|xuống)\s|\s*[.,;]\s)",
        r"(?:(?<=phấn đấu )|(?<=dự kiến )|(?<=mục tiêu ))cả\s+(?P<unit>năm)(?!\s+(?:nay|\d))",
        r"(?P<unit>niên\s+vụ|năm\s+học)\s+(?P<which>trước)(?!\w)",
        r"(?P<unit>năm|quý|tháng)\s+(?P<which>tới|nay|này|ngoái|trước đó|(?:liền |ngay )?trước|qua|vừa qua)(?!\w)",
        r"(?<=so với )(?P<year_start>(?:thời\s+điểm\s+)?đầu\s+năm)(?!\s+(?:\d|nay\s+đến))",
        r"(?<=so với )(?P<mid_year>giữa\s+năm)(?!\s+\d)",
        r"(?P<year_to_date>(?:từ\s+)?đầu\s+năm\s+(?:đến|tới)\s+nay)(?!\w)",
        r"(?P<now>(?:tính\s+)?(?:cho\s+)?(?:đến|tới)\s+(?:thời\s+điểm\s+(?:này|hiện\s+tại|hiện\s+nay)|nay|hiện\s+nay))",
        r"(?P<now>(?:(?<=[;,.:] )|(?<=\n))hiện(?=\s+\d))",
        r"(?P<now>(?<=[;,.] )nay(?=\s+(?:chỉ|còn|đã|là|có|đạt|tăng|giảm)\s)|"
        r"hiện\s+nay|hiện\s+tại|hiện\s+có|hiện\s+đang|hiện\s+cả\s+nước|hiện(?=\s+(?:khoảng|gần|hơn|trên|còn|là|đạt)\s))",
        rf"(?:cùng\s+kỳ|so\s+với|với|vào|trong|đến|hết|cuối|đầu|từ)\s+(?:năm\s+)?{_YEAR}(?!\s*[-–]\s*\d)",
    ),
    month_names={**{name: number for number, name in enumerate(_MONTHS, 1)}, "một": 1, "bẩy": 7},
    numerals={
        "hai": 2,
        "ba": 3,
        "bốn": 4,
        "năm": 5,
        "sáu": 6,
        "bảy": 7,
        "bẩy": 7,
        "tám": 8,
        "chín": 9,
        "mười": 10,
        "mười một": 11,
    },
    first=frozenset({"đầu"}),
    until=re.compile(
        r"(?:tính\s+|kể\s+)?(?:đến|tới|(?<!quý\s)(?<!tháng\s)(?<!năm\s)(?<!kỳ\s)trước)\s+"
        r"(?:hết\s+|cuối\s+|ngày\s+|tháng\s+|năm\s+|thời\s+điểm\s+|nay\s*,?\s*)?\(?\Z|(?:hết|cuối)\s+\Z|"
        r"tại\s+(?:ngày|thời\s+điểm)\s+\Z"
    ),
    before_it=re.compile(r"(?:^|\s)trước\s+(?:năm\s+|quý\s+|tháng\s+)?\Z"),
    period_to=re.compile(r"(?!)"),
    until_now=re.compile(r"(?:tính\s+)?(?:cho\s+)?(?:đến|tới)\s"),
    end_of=re.compile(r"(?:hết|cuối)\s+(?:năm\s+|quý\s+|tháng\s+|kỳ\s+)?\Z"),
    since=re.compile(r"(?:^|[\s(,])(?:kể\s+từ|từ|bắt\s+đầu\s+từ)\s+(?:[^\s.;]+\s+){0,20}\(?\Z"),
    base=re.compile(
        r"(?:so\s+(?:với|cùng)|cùng\s+kỳ(?:\s+của)?|cùng\s+thời\s+điểm|(?:cao|thấp|nhiều|ít|lớn)\s+hơn|hơn\s+so\s+với)\s+"
        r"(?:[^\s.;,\d]+\s+){0,4}\Z|gấp\s+(?:[^\s\d.,;]+\s+){0,2}(?:[\d.,]+\s+lần|đôi|ba|rưỡi)\s+(?:của\s+)?\Z|so\s+với\s+(?!mục|kế|chỉ|dự|yêu)(?:[^\s.;,\d]+\s+){0,3}\S*\d\S*\s+(?:[^\s.;,\d]+\s+){0,4}\Z"
    ),
    aside=re.compile(
        r"(?:giai\s+đoạn|định\s+hướng(?:\s+đến)?|tầm\s+nhìn(?:\s+đến)?|nhiệm\s+kỳ|chiến\s+lược\s+[^,.;]{0,60}đến|"
        r"kế\s+hoạch\s+[^,.;]{0,30}|nhiệm\s+vụ|phương\s+hướng|giải\s+pháp|"
        r"(?:cao|thấp|lớn|nhỏ|nhiều|ít|nhanh|chậm|tốt|xấu)\s+nhất\s+(?:[^\s.;,]+\s+){0,4}(?:từ|trong)(?:\s+(?:đầu|trước))?|"
        r"(?:hoãn|lùi|dời|chuyển|gia\s+hạn)\s+(?:sang|đến|tới)|(?:thành\s+lập|ra\s+đời|khánh\s+thành|xây\s+dựng)(?:\s+từ|\s+vào)?)\s*(?:năm\s+)?\Z"
    ),
    opening=re.compile(r"(?:khi|lúc)\s"),
    open_start=re.compile(r"(?:từ\s+(?:khi|lúc|trước)|lũy\s+kế|luỹ\s+kế|cộng\s+dồn)"),
    same_period=re.compile(r"cùng\s+kỳ|cùng\s+thời\s+điểm"),
    target_near=re.compile(
        r"(?<!vượt\s)(?<!\d\s)(?:mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch|dự\s+toán|(?<=\()kh)(?:\s*:)?\s+(?:(?:là|đạt|đề\s+ra|giao|được\s+giao|đặt\s+ra|đến|tăng|giảm)\s+|"
        r"(?:[^\s,.;:\d]+\s+){0,3}(?:giao|là|đạt)\s+)?\Z"
    ),
    target_set=re.compile(
        r"(?:mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch)\s*\|\s*(?:đề\s+ra|đặt\s+ra|đã\s+đề|(?:được\s+)?giao(?!\w))"
    ),
    target_before=re.compile(
        r"(?:phấn\s+đấu|yêu\s+cầu|đặt\s+mục\s+tiêu|mục\s+tiêu\s+(?:là|đến|của|đặt|trong|phấn)|chỉ\s+tiêu\s+(?:là|đến|đặt)|"
        r"(?<!hiện\s)(?<!quả\s)(?<!thành\s)(?:mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch)(?:\s+[^\s.;:,]+){0,6}\s*:|"
        r"\A\s*theo\s+kế\s+hoạch(?:\s+đề\s+ra)?\s*,|đặt\s+ra\s+mục\s+tiêu|sẽ\s+(?:phải\s+)?(?:đạt|có|chiếm|hoàn\s+thành|tăng|giảm|nâng)|đề\s+nghị\s+(?:[^\s.;:,]+\s+){1,8}?(?:dành|bố\s+trí|đạt)|"
        r"(?:phải|cần|buộc)\s+(?:\S+\s+)?(?:đạt|có|chiếm|bảo\s+đảm|đảm\s+bảo|hoàn\s+thành)|"
        r"\b(?:phải|cần)\s+(?:trên|dưới|ít|tối|không|hơn|từ|đạt|chiếm)?\s*\Z)"
    ),
    total_rows=re.compile(
        r"(?:tổng\s+cộng|tổng\s+số|tổng|cộng|toàn\s+(?:quốc|tỉnh|thành\s+phố|huyện|ngành|xã)|cả\s+(?:nước|tỉnh|năm))(?!\w)"
    ),
    row_numbers=frozenset(("tt", "stt", "số tt", "số thứ tự")),
    note_columns=frozenset(("thuyết minh", "tm", "mã số", "ms", "ghi chú")),
    unit_columns=frozenset(("đvt", "đơn vị tính", "đơn vị", "đv tính")),
    plan_columns=re.compile(r"(?<!\w)(?:kế\s+hoạch|kh|mục\s+tiêu|chỉ\s+tiêu|dự\s+toán|dt)(?:\s+năm)?(?!\w)"),
    change_columns=re.compile(r"(?<!\w)(?:tăng|giảm|chênh\s+lệch|biến\s+động|tốc\s+độ)(?!\w)|\+/-"),
    done_columns=re.compile(r"(?<!\w)(?:(?:kết\s+quả\s+)?thực\s+hiện|kết\s+quả|th|đạt\s+được|đã\s+đạt|năm)(?!\w)"),
    estimate_columns=re.compile(r"(?<!\w)(?:ước(?:\s+tính|\s+đạt)?|uth)(?!\w)"),
    determiners=(" của", " tại", " ở", " các"),
    out_of=re.compile(
        r"\s+(?:(?:trong|trên|của)\s+)?tổng\s+(?:[^\s\d.,;:()]+\s+){1,5}\(|\s+(?:(?:trong|trên)\s+)?(?:tổng\s+số|tổng|số)\s+|\s+(?:của|trên)\s+"
    ),
    out_of_count=re.compile(r"\s(?P<noun>[^\d.,;:()]{2,60})\strên\s"),
    out_of_all=re.compile(r"(?:^|\s)(?:trên|trong)\s+tổng(?:\s+số)?\s*\Z"),
    losses=re.compile(r"(?:^|\s)(?:lỗ|(?<!trưởng\s)âm)\s*\Z"),
    standing=re.compile(
        r"\|\s(?:cơ\s+sở\s+(?:lưu\s+trú|y\s+tế|giáo\s+dục)|khách\s+sạn|hợp\s+tác\s+xã|chi\s+nhánh|nhân\s+viên)(?!\w)|"
        r"(?<!\w)(?:tài\s+khoản|thuê\s+bao|tổ\s+công\s+nghệ\s+số|(?:thành|đảng|hội|đoàn)\s+viên|hộ\s+(?:cận\s+)?nghèo|atm|pos|"
        r"giường\s+bệnh|địa\s+chỉ\s+ip|trạm\s+(?:bts|y\s+tế|[345]g)|nhân\s+khẩu)(?!\w)"
    ),
    standing_amounts=re.compile(
        r"(?<!\w)(?:dư\s+nợ|số\s+dư|nợ\s+(?:xấu|công|thuế|phải\s+trả)|tổng\s+tài\s+sản|vốn\s+chủ\s+sở\s+hữu|vốn\s+điều\s+lệ|hàng\s+tồn\s+kho|nợ\s+vay|"
        r"tổng\s+nguồn\s+vốn(?!\s+huy))(?!\w)(?![^|]*\b(?:tăng|giảm|trả|thu\s+hồi|xử\s+lý)\b)(?=[^|]*\|)"
    ),
    of_its_year=re.compile(
        r"(?<!\w)(?:(?:thu|chi)\s+(?:cân\s+đối\s+)?(?:ngân\s+sách|nsnn|nội\s+địa)|thu\s+thuế|"
        r"giải\s+ngân(?=.*đầu\s+tư\s+công)|đầu\s+tư\s+công(?=.*giải\s+ngân))(?!\w)"
    ),
    flows=re.compile(
        r"(?<!\w)(?:doanh\s+(?:thu|số)|lợi\s+nhuận|lãi|lỗ|thu\s+(?:ngân\s+sách|nội\s+địa|về)|chi\s+(?:ngân\s+sách|phí)|"
        r"kim\s+ngạch|xuất\s+khẩu|nhập\s+khẩu|tổng\s+(?:thu|chi)|nộp\s+ngân\s+sách)(?!\w)"
    ),
    having_of=re.compile(r"(?!)"),
    ourselves=re.compile(r"\A(?:chúng\s+(?:tôi|ta))\s+(?=\S)"),
    done=re.compile(r"(?!)"),
    measured=re.compile(r"(?!trên|mỗi|so|của|do|vào|trong)(?=[^\W\d_])"),
    grows=re.compile(
        r"(?<!\w)(?:tài\s+khoản\s+(?:[^\s|]+\s+){0,4}(?:đăng\s+ký|kích\s+hoạt|phê\s+duyệt|cài\s+đặt|khởi\s+tạo|được\s+(?:tạo|cấp|mở))|tài\s+khoản\s+định\s+danh|"
        r"(?:đã|được)\s+(?:kích\s+hoạt|thu\s+nhận|cấp)(?!\s+(?:mới|lại|đổi))|đăng\s+ký\s+tài\s+khoản|lượt\s+tải|"
        r"(?:mũi|liều)\s+(?:tiêm|vắc))(?!\w)"
    ),
    happens=re.compile(
        r"(?<!\w)(?:mới|lắp\s+đặt|khai\s+trương|phát\s+sinh|thêm|kết\s+nạp|tuyển|chết|thương|vi\s+phạm|giao\s+dịch|mở|đóng|khóa|khoá|bị|giảm|tăng|"
        r"lượt\s+(?!tải)|được\s+(?:tiêm|khám|tặng|tập\s+huấn|đào\s+tạo|hỗ\s+trợ|giải\s+quyết|xử\s+lý)|trung\s+bình|bình\s+quân|giải\s+ngân|thoát|tham\s+gia)(?!\w)"
    ),
    levels=re.compile(
        r"(?<!\w)(?:bình\s+quân|trung\s+bình|trung\s+vị|đơn\s+giá|mức\s+lương|"
        r"(?<!đánh )(?<!đấu )(?<!thẩm )(?<!định )(?<!trị )(?<!theo )giá(?!\s+trị)|"
        r"(?:chỉ|điểm)\s+số|nhiệt\s+độ|mật\s+độ|năng\s+suất|tỷ\s+giá|mỗi|đầu\s+người)(?!\w)"
    ),
    people_levels=re.compile(
        r"(?<!\w)(?:lực\s+lượng\s+lao\s+động|lao\s+động\s+(?:có|thiếu|đang)\s+(?:việc\s+)?làm|người\s+có\s+việc\s+làm|"
        r"thất\s+nghiệp|thiếu\s+việc\s+làm|lao\s+động\s+phi\s+chính\s+thức|dân\s+số)(?!\w)"
    ),
    there_stand=re.compile(
        r"(?<!\w)(?:toàn\s+(?:[^\s|]+\s+){1,2}|cả\s+nước\s+|tỉnh\s+|huyện\s+)(?:đã\s+|hiện\s+)?có\s+\|\s"
        r"(?!(?:vụ|ca|lượt|cuộc|trường\s+hợp|hồ\s+sơ|đơn\s+(?:thư|khiếu|tố)|giao\s+dịch|lần|trận|người)(?!\w))"
    ),
    ratios=re.compile(r"(?:^|\s)(?:hệ\s+số|tỷ\s+số|tỉ\s+số|vòng\s+quay)(?!\w)"),
    points=(["điểm"],),
    moved_from=re.compile(r"(?P<down>(?!))(?!)"),
    moved_between=re.compile(
        r"(?<!\w)(?:(?P<down>giảm|hạ|tụt)|tăng|nâng)\s+(?:mạnh\s+|nhẹ\s+|dần\s+)?(?:(?P<from>từ)|lên|xuống(?:\s+còn)?)\s+\Z"
    ),
    goes_to=re.compile(r"^(?:\s+[^\s,\d]+){0,3}(?:\s+năm\s+\d{4})?\s+(?:lên|xuống|còn|xuống\s+còn|lên\s+thành)\s+\Z"),
    goes_from=re.compile(r"^(?:\s+[^\s,\d]+){0,3}(?:\s+năm\s+\d{4})?\s+từ\s+\Z"),
    of_this=re.compile(
        r"\s+(?:(?:trong|của)\s+)?(?:số|tổng\s+số)\s+(?:này|đó|trên)(?P<part>\s*[,(]\s*(?:(?:tương\s+đương|tức|bằng)\s+)?)?"
    ),
    this=re.compile(
        r"(?<!\w)(?:con\s+số\s+này|số\s+này|mức\s+này|đây\s+là|riêng(?=\s+(?:trong\s+)?(?:\d+\s+tháng|tháng|quý|năm|nửa)(?!\w))|tính\s+chung|lũy\s+kế|luỹ\s+kế|cộng\s+dồn)(?!\w)"
    ),
    bodies=re.compile(r"\b(?:[Qq]uốc gia|Bộ|[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Qq]uận|[Pp]hường|[Xx]ã(?! hội))(?!\w)"),
    plan_heading=re.compile(r"mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch|nhiệm\s+vụ|phương\s+hướng"),
    result_heading=re.compile(r"kết\s+quả|tình\s+hình|thực\s+hiện|đánh\s+giá|đạt\s+được"),
    not_target=re.compile(
        r"(?:vượt|so\s+với|đã\s+đạt|đã\s+có|thực\s+hiện\s+được|đã\s+hoàn\s+thành|hiện|đến\s+nay|tới\s+nay)"
    ),
    forecast=re.compile(r"(?:dự\s+báo|dự\s+kiến|dự\s+tính|dự\s+đoán|kỳ\s+vọng|có\s+thể\s+(?:đạt|lên))"),
    prose_stops=frozenset(
        [
            "của",
            "được",
            "đã",
            "là",
            "có",
            "trên",
            "trong",
            "với",
            "và",
            "so",
            "tại",
            "do",
            "theo",
            "cho",
            "để",
            "từ",
            "ở",
            "vào",
            "đang",
            "sẽ",
            "chưa",
            "mà",
            "này",
            "đó",
            "khi",
            "nhưng",
            "còn",
            "cũng",
            "bị",
            "hoặc",
            "nhằm",
            "qua",
            "như",
            "về",
            "gồm",
            "bao",
            "đạt",
            "chiếm",
            "tăng",
            "giảm",
            "thì",
            "nên",
            "phải",
            "không",
            "đến",
            "tới",
            "bằng",
            "cùng",
            "nhờ",
            "sau",
            "trước",
            "vẫn",
            "đều",
            "thuộc",
            "tức",
            "tương",
            "gấp",
            "ước",
            "năm",
            "ngày",
            "tháng",
            "quý",
            "nâng",
            "cao",
            "thấp",
            "hơn",
        ]
    ),
    stop_words=frozenset(
        [
            "tương",
            "đương",
            "của",
            "các",
            "và",
            "được",
            "là",
            "có",
            "đã",
            "trên",
            "trong",
            "với",
            "về",
            "cho",
            "đến",
            "tại",
            "từ",
            "ở",
            "do",
            "theo",
            "những",
            "này",
            "đó",
            "bởi",
            "mà",
            "thì",
            "cũng",
            "để",
            "vào",
            "ra",
            "lên",
            "một",
            "số",
            "sẽ",
            "nói",
            "như",
            "so",
            "đạt",
            "khi",
            "cả",
            "trở",
            "nay",
            "hiện",
            "gần",
            "hơn",
            "khoảng",
            "tổng",
            "bao",
            "gồm",
        ]
    ),
    reporting=words(
        "ghi nhận báo cáo thống kê biết thấy tính hết cuối đầu giữa năm tháng quý ngày tuần kỳ qua trước sau nay "
        "vừa mới chỉ còn xuống tăng giảm lên tới mức con số liệu ước khoảng gần hơn trên dưới toàn cả nước chung "
        "cộng đạt được đã đang sẽ là có và của các những ông bà cho rằng nói nêu rõ thêm nữa lại vẫn đều rất so "
        "cùng với tại ở trong ngoài ra vào này đó ấy thì mà nhưng để từ đến nhằm bởi hiện giờ lúc khi thời điểm "
        "gian tổng thực bằng bớt chừng cỡ mốc ngót ngưỡng quá suýt soát sụt tròn tầm vượt xấp xỉ đúng đầy nhất ít "
        "cắt hạ tụt đi lũy luỹ kế cộng dồn dự kiến ba sáu chín i ii iii iv"
    ),
    more_than_then=re.compile(r"(?:nhiều|ít|cao|thấp|lớn|nhỏ)\s+hơn\s+(?:so\s+với\s+)?\Z"),
    another=re.compile(r"thêm\s*\Z"),
    more=re.compile(r"(?!)"),
    against=re.compile(
        r"(?:so\s+với|(?P<level>(?:tăng|giảm)\s+từ)|sau\s+khi\s+(?:chỉ\s+)?(?:có|đạt)|"
        r"(?:cao|thấp|nhiều|ít)\s+hơn(?=\s+mức\s)|"
        r"(?:vượt|vượt\s+qua|cao\s+hơn|thấp\s+hơn|hơn|kém|gấp\s+(?:[^\s,;]+\s+){0,3}?(?:đôi|ba|lần))"
        r"(?=\s+(?:con\s+số|kỷ\s+lục|đỉnh)\s))\s+(?:mức\s+|con\s+số\s+|kỷ\s+lục\s+(?:cũ\s+|trước\s+đó\s+)?|đỉnh\s+)?\Z"
    ),
    equates=re.compile(r"(?:^|\s)(?:đạt|là|còn|bằng|ở\s+mức|lên)\s*\Z"),
    whole_names=re.compile(
        r"(?:hàng\s+không|tốc\s+độ\s+(?:tăng|giảm)(?:\s+trưởng)?|mức\s+(?:tăng|giảm)|giá\s+trị\s+(?:gia\s+tăng|tăng\s+thêm)|"
        r"(?:cao|thấp)\s+nhất|(?:hành|tài|bưu)\s+chính|(?<=\s)(?:công\s+nghệ|kinh\s+tế|chuyển\s+đổi|chữ\s+ký|hạ\s+tầng|"
        r"dữ\s+liệu|xã\s+hội|chính\s+quyền|chính\s+phủ|công\s+dân|kỹ\s+năng|nội\s+dung|nền\s+tảng)\s+số)[:;]?\Z"
    ),
    total_label="tổng số",
    total=re.compile(r"(?:tổng\s+(?:số|cộng)|như\s+vậy|cộng\s+lại|tính\s+ra)(?!\w)"),
    of_plan=re.compile(r"\s*(?:so\s+với\s+)?(?:dự\s+toán|kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|nghị\s+quyết)"),
    between=re.compile(r"giữa\s+\Z"),
    years_listed=listed_years(r"và", r"năm\s+"),
    years_spanned=spanned_years(r"giữa|từ", r"và|đến|tới", r"năm\s+"),
    turns=re.compile(r"(?<!\w)(?:thì|còn|nhưng|trong\s+khi|và)(?!\w)"),
    number_aspects=frozenset({"lượng"}),
    beginning=re.compile(r"(?:^|\s)từ\s+(?:mức\s+)?\Z"),
    ending=re.compile(r"(?:^|\s)(?:lên|xuống|còn|đến|tới|đạt|là)\s+(?:mức\s+)?\Z"),
    long_time=re.compile(
        r"(?:trong|suốt|qua)\s+(?:vòng\s+)?(?:(?:hơn|gần|khoảng)\s+)?(?:\d+|[^\W\d]+)\s+(?:năm|tháng|quý|tuần|thập\s+kỷ)\s+"
        r"(?:qua|vừa\s+qua|gần\s+đây|gần\s+nhất|liên\s+tiếp|trở\s+lại\s+đây)(?!\w)"
        r"|(?:giai\s+đoạn|thời\s+kỳ|các\s+năm)\s+(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}(?!\d)"
    ),
    half_words=words("xuất nông lâm ngư diêm thu"),
    listed=re.compile(
        r"(?<!\w)(?:bộ|ban|ngành|sở|tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|thôn|bản|làng|ấp|khu\s+phố|"
        r"địa\s+phương|cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân|người\s+dân|doanh\s+nghiệp|hợp\s+tác\s+xã|đoàn\s+thể|"
        r"cán\s+bộ|công\s+chức|viên\s+chức|bhxh|bhyt|bhtn)(?!\w)"
    ),
    plurals=re.compile(r"(?!)"),
    relative=re.compile(r"(?!)"),
    classifiers=words(
        "người lượt cuộc buổi tổ thẻ trẻ vụ ca chuyến thôn bản xã huyện "
        "chiếc con cây cái căn ngôi tấm cuốn quyển bài bức suất liều đợt "
        "lần đội nhóm đoàn điểm trạm"
    ),
    aspect=re.compile(
        r"\s*về\s+(?:tổng\s+)?(?:số\s+(?:lượng\s+(?!(?:và|so|nhưng|còn|do|nhờ)(?!\w)))?)?(?P<of>[^.,;:()\d]+?)(?=\s+(?:và|so|nhưng|còn|do|nhờ)(?!\w)|\s*(?:[.,;:()]|\Z))"
    ),
    beside=re.compile(r"(?:^|\s)(?:với|cùng|và)\s+"),
    year_before=re.compile(r"(?:của\s+)?cùng\s+kỳ(?!\w)"),
    per=re.compile(
        r"(?:^|\s)(?:trên\s+mỗi|mỗi|bình\s+quân\s+một|trên\s+một)\s+\w+(?:\s+\w+)?|/\s*[^\W\d]\w*(?:\s+[^\W\d]\w*)?"
    ),
    parts=re.compile(
        r"(?:trong\s+đó|bao\s+gồm|gồm\s+có|gồm|chia\s+ra|trong\s+số\s+(?:đó|này)|cụ\s+thể\s+là|"
        r"(?<!so )(?<!cùng )(?<!đối )(?<!ứng )với)(?!\w)"
    ),
    contains=re.compile(r"(?:trong\s+đó|trong\s+số\s+(?:đó|này)|riêng)(?!\w)"),
    consists=re.compile(r"(?<!\w)(?:bao\s+gồm|gồm\s+có|gồm|chia\s+ra|chia\s+thành)(?!\w)|:"),
    joins_last=re.compile(r"(?<!\w)(?:và|cùng|còn\s+lại\s+là)(?!\w)"),
    grades=re.compile(r"\s+sao(?!\w)"),
    published=re.compile(
        r"\W*(?:ngày\s+(?:đăng|xuất\s+bản|phát\s+hành)|đăng\s+(?:ngày|lúc)|cập\s+nhật|xuất\s+bản)(?!\w)"
    ),
    from_new_year=re.compile(
        r"(?<!\w)đầu\s+năm(?:\s+(?:nay|(?:19|20)\d{2}))?\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?\Z"
    ),
    weeks=re.compile(r"(?<!\w)(?:trong|của)\s+(?:một\s+)?tuần(?:\s+(?:\d{1,2}|này|qua|trước|vừa\s+qua))?(?!\w)"),
    whole_nouns=frozenset(("bị cáo", "bị can", "bị hại", "bị đơn")),
    of_total=re.compile(r"\s*(?:của\s+)?tổng\s+(?:số|cộng)\s*(?:[.,;)]|\Z)"),
    opening_period=re.compile(r"\W*trong\s+(?P<unit>kỳ|quý|năm|tháng)(?:\s+này)?,"),
    surpassed=re.compile(r"(?<!\w)(?:vượt|cán|hoàn\s+thành|đạt)\s+(?:xa\s+)?mục\s+tiêu\s+(?:là\s+)?\Z"),
    previous=re.compile(r"(?P<unit>quý|tháng)\s+(?:liền\s+|ngay\s+)?trước"),
    cut_short=re.compile(r"(?!)"),
    ordinals={},
    trailing=re.compile(r"\s+(?:cả\s+năm|trong\s+(?:năm|kỳ|quý|tháng)|(?:đã\s+)?xảy(?:\s+ra)?)\Z"),
    everywhere=re.compile(
        r"(?:toàn|cả)\s+(?:tỉnh|huyện|xã|quận|phường|thành\s+phố|quốc|nước|ngành|hệ\s+thống|vùng)|(?:trên\s+)?địa\s+bàn(?:\s+\S+)?|"
        r"(?:tỉnh|huyện|thành\s+phố|địa\s+phương)(?:\s+ta)?"
    ),
    attributed=re.compile(
        r"\A\W*theo\s+(?:báo\s+cáo|thống\s+kê|số\s+liệu|thông\s+tin|đại\s+diện|ông|bà|sở|bộ|tổng\s+cục|cục|ngân\s+hàng|hiệp\s+hội|"
        r"văn\s+phòng|kho\s+bạc|viện)(?!\w)(?![^,;:]*\b(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã(?!\s+hội)|phường)\b)[^,;:\d]{0,90},"
    ),
    worths=frozenset(
        (
            "giá trị",
            "tổng giá trị",
            "trị giá",
            "tổng trị giá",
            "tổng vốn",
            "số tiền",
            "tổng số tiền",
            "tổng vốn đăng ký",
            "vốn đăng ký",
        )
    ),
    respectively=re.compile(r"(?<!\w)lần\s+lượt(?!\w)"),
    shares=re.compile(
        r"(?:chiếm(?:\s+tỷ\s+(?:lệ|trọng))?|đạt(?:\s+tỷ\s+lệ)?|tương\s+đương|bằng|tỷ\s+lệ(?:\s+đạt)?|(?<!cổ\s)tức|chiếm\s+tới)\s*\Z"
    ),
    complements=(
        (frozenset({"đã"}), frozenset({"đang", "chưa", "còn"})),
        (frozenset({"trong hạn", "đúng hạn", "trước hạn"}), frozenset({"quá hạn"})),
        (frozenset({"nam"}), frozenset({"nữ"})),
        (frozenset({"thành thị"}), frozenset({"nông thôn"})),
        (frozenset({"xuất khẩu", "xuất"}), frozenset({"nhập khẩu", "nhập"})),
        (frozenset({"trực tuyến"}), frozenset({"trực tiếp"})),
        (frozenset({"trong nước"}), frozenset({"nước ngoài"})),
        (frozenset({"thu nội địa"}), frozenset({"thu từ"})),
    ),
    defining=re.compile(r"(?:là|đạt|còn|có|gồm|bằng|lên|tới|chiếm|ở\s+mức)\s*\Z"),
    durations=re.compile(r"\s+(?:năm|tháng|tuần|ngày|giờ|phút|giây|thập\s+kỷ)(?!\w)(?!\s+(?:19|20)\d\d)"),
    duration_heads=re.compile(
        r"(?:trong|sau|suốt|vòng|qua|mỗi|cứ|sơ\s+kết|tổng\s+kết|kỷ\s+niệm|thời\s+hạn|kéo\s+dài|hơn|gần|khoảng|những)\s+\Z"
    ),
    duration_tails=re.compile(r"\s+(?:sau|trước|kể\s+từ)(?!\w)"),
    saying=re.compile(r"(?<!\w)(?:cho\s+biết|cho\s+hay|nói|khẳng\s+định|nhấn\s+mạnh|chia\s+sẻ)(?!\w)"),
    ages=re.compile(r"\s*tuổi(?!\w)"),
    age_heads=re.compile(r"(?:dưới|trên|từ|đủ|đến|độ|trẻ|trẻ\s+em|cháu)\s+\Z"),
    compares=re.compile(
        r"[^.,;:(]{0,24}?(?:so\s+với|so\s+cùng\s+kỳ)(?!\s+(?:mục|kế|chỉ|dự|yêu)\s)|\s*(?:cao|thấp|nhiều|ít)\s+hơn(?!\w)"
    ),
    exceeds=re.compile(r"\s*(?:cao|thấp|nhiều|ít)\s+hơn(?!\w)"),
    at_constant=re.compile(r"\s*(?:theo|tính\s+theo)\s+(?:giá\s+so\s+sánh|tỷ\s+giá\s+cố\s+định)(?!\w)"),
    compared=re.compile(r"(?:so\s+với|cùng\s+kỳ|hơn\s+so)"),
    there_are=re.compile(r"(?<!\w)có\s+\Z"),
    reaching=re.compile(r"\s[^,.;:()\d]{2,60}\sđạt\s+(?:[^\s\d,.;:()]+\s+){0,2}"),
    bodies_reaching=re.compile(
        r"\s(?:chỉ\s+tiêu|nhiệm\s+vụ|xã|phường|huyện|tỉnh|địa\s+phương|bộ|ngành|đơn\s+vị|trường|cơ\s+quan)"
        r"(?:\s+[^\W\d_]+){0,2}\s+đạt\s+(?:[^\s\d,.;:()]+\s+){1,2}"
    ),
    standards=re.compile(r"(?:tiêu\s+chuẩn|định\s+mức|mức\s+chuẩn|ngưỡng)\s+(?:là\s+|tối\s+thiểu\s+|tối\s+đa\s+)?\Z"),
    where=re.compile(r"(?<!\w)nơi\s+có\s+(?:[^\s\d.,;:()]+\s+){1,4}\Z"),
    every=re.compile(r"(?<!\w)(?:cứ|mỗi)\s+\Z"),
    were=frozenset(),
    grow_up=frozenset(),
    noun_behind=re.compile(r"(?!)"),
    having=re.compile(
        r"\s[^,.;:()\d]{2,60}?\scó\s+(?:tỷ\s+lệ|tỉ\s+lệ|tỷ\s+trọng|mức|thu\s+nhập|doanh\s+thu|quy\s+mô|diện\s+tích|"
        r"tổng\s+giá\s+trị|giá\s+trị)\s[^,.;:()\d]{0,60}"
    ),
    obliging=re.compile(r"[^.,;:()]{0,80}?\s(?:phải|bắt\s+buộc|không\s+được|bị\s+(?:xử\s+phạt|phạt|cấm))(?!\w)"),
    alternatives=frozenset({"hoặc", "hay"}),
    making_up=re.compile(r"\s+(?:[^\s\d.,;:()]+\s+){0,5}?chiếm(?:\s+[^\s\d.,;:()]+){0,2}\s*"),
    being=frozenset({"là"}),
    of_whom=re.compile(r"\s*(?:trong\s+số\s+đó|trong\s+số\s+này)"),
    news_day=re.compile(
        r"(?:[^\n–-]{0,40}(?:–| - )\s*)?\(?(?:Sáng|Trưa|Chiều|Tối|Ngày)\s+(?:ngày\s+)?"
        r"(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?!\d)"
    ),
    publishers=re.compile(
        r"^\s*(?:nguồn(?:\s+tin)?|theo|cơ\s+quan\s+chủ\s+quản|đơn\s+vị\s+phát\s+hành|cơ\s+quan\s+ban\s+hành)\s*:\s*(?P<name>[^\n]+)",
        re.IGNORECASE | re.MULTILINE,
    ),
    share_words=("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "chiếm", "phần trăm"),
    growth_label="mức tăng, giảm của",
    change_label="thay đổi",
    part_of="tỷ lệ",
    when=re.compile(r",?\s+(?:khi|lúc|là\s+năm|năm)(?:\s+(?:đó|mà))?(?!\w)"),
    in_period=re.compile(
        r"(?:^|[^.;]*\s)(?:trong|cả)\s+(?P<unit>kỳ|quý|năm|tháng)(?:\s+báo\s+cáo)?(?!\w)(?!\s+(?:\d|i|v|qua|trước|nay))"
    ),
    other_years=re.compile(r"(?!)"),
    rate_words=frozenset(),
    joined=re.compile(r"(?:về\s+[^.,;:()\d]{2,40}?\s+)?và"),
    moved_by=re.compile(r"(?!)"),
    spans=frozenset(("đến", "tới", "–", "-")),
    bare_nouns=words("người lượt hộ") | {"trường hợp"},
    equivalent=re.compile(r"(?:^|[\s(,])(?:tương\s+đương|(?<!cổ\s)tức(?:\s+là)?)(?:\s+với)?\s*\Z"),
    unsaid=re.compile(
        r"\s*(?<!\w)(?:(?:tăng|giảm|cải\s+thiện|mở\s+rộng|thu\s+hẹp|nâng|hạ)\s+từ|"
        r"(?:vẫn\s+|tiếp\s+tục\s+)?(?:dẫn|đứng)\s+đầu(?:\s+với)?|"
        r"(?:tại\s+)?thời\s+điểm|(?<!lập )(?<!xây )(?<!cấp )(?<!ký )(?<!mở )mới|"
        r"ước\s+tính|ước\s+thực\s+hiện|dự\s+kiến|sơ\s+bộ|tương\s+đương|lần\s+lượt(?:\s+là)?|giai\s+đoạn[\s–-]*)\Z"
    ),
    unit_line=re.compile(
        r"(?:.*[\s(])?(?:đơn\s+vị(?:\s+tính)?|đvt|đv)\s*:\s*(?P<unit>[^\n;:()]+?)[\s).]*\Z", re.IGNORECASE
    ),
    money_rates=re.compile(r"\s*/\s*(?P<per>năm|tháng|ngày|người|lao\s+động|m2|kg|ha|lượt|tấn|hộ)(?!\w)"),
    lead_ins=re.compile(
        r"^(?:theo\s+đó|cụ\s+thể|trong\s+đó|ngoài\s+ra|bên\s+cạnh\s+đó|đồng\s+thời|tuy\s+nhiên|đặc\s+biệt|đến\s+nay|hiện\s+nay|"
        r"(?:(?:tập\s+đoàn|công\s+ty|ngân\s+hàng|doanh\s+nghiệp)\s+(?:[^\s,.;:]+\s+){0,5}?)(?:ghi\s+nhận|báo\s+cáo)|"
        r"tính\s+chung|cho\s+(?:biết|hay)(?:\s+rằng)?|khẳng\s+định|lũy\s+kế|luỹ\s+kế|cộng\s+dồn|đã\s+có|có|phấn\s+đấu|cả\s+nước|và|với|số\s+lượng|số|tổng\s+số|nhất\s+là|thì|các|những|đã|được|(?:cao|thấp)\s+hơn)\s*[,:]?\s+"
    ),
    hedges=frozenset(
        {
            "hơn",
            "trên",
            "quá",
            "vượt",
            "mức",
            "mốc",
            "ngưỡng",
            "nhiều",
            "lớn",
            "cao",
            "ít",
            "nhất",
            "tối",
            "thiểu",
            "không",
            "dưới",
            "gần",
            "ngót",
            "bằng",
            "tới",
            "đến",
            "suýt",
            "soát",
            "chưa",
            "đầy",
            "thấp",
            "nhỏ",
            "đa",
            "khoảng",
            "vào",
            "chừng",
            "ước",
            "xấp",
            "xỉ",
            "tầm",
            "cỡ",
            "đúng",
            "tròn",
            "chính",
            "xác",
            "tăng",
            "thêm",
            "giảm",
            "đi",
            "bớt",
            "sụt",
            "cắt",
            "suy",
            "hạ",
            "tụt",
            "trưởng",
        }
    ),
)
