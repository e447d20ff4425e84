"""Several times and several figures in one sentence: each figure gets its own time, or none."""

from __future__ import annotations

import pytest
from test_drafting import read


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2023 and 2024, visits numbered 46,270 and 48,210 respectively.", ["2023", "2024"]),
        ("In 2022, 2023 and 2024 visits were 44,870, 46,270 and 48,210.", ["2022", "2023", "2024"]),
        ("In 2022, 2023 and 2024 there were 139,350 visits.", [""]),
        ("Visits were 46,270 in 2023 and 48,210 in 2024.", ["2023", "2024"]),
        ("Visits rose from 46,270 in 2023 to 48,210 in 2024.", ["2023", "2024"]),
        ("Visits rose from 46,270 to 48,210 between 2023 and 2024.", ["2023", "2024"]),
        ("Between 2023 and 2024 visits rose from 46,270 to 48,210.", ["2023", "2024"]),
        ("In 2024, visits rose to 48,210 from 46,270.", ["2024", ""]),
        ("In 2024, visits rose to 48,210 from 46,270 in 2023.", ["2024", "2023"]),
        ("Visits: 44,870 (2022), 46,270 (2023), 48,210 (2024).", ["2022", "2023", "2024"]),
        ("In 2024/25 there were 49,020 visits.", [""]),
        ("There were 48,210 visits in 2024, and 49,020 visits in 2024/25.", ["2024", ""]),
        ("Visits totalled 229,500 between 2020 and 2024.", ["2020/2024"]),
        ("In 2024, as Smith (2019) expected, there were 48,210 visits.", ["2024"]),
        ("In 2024 there were 48,210 visits, against 46,270 the year before.", ["2024", "2023"]),
        ("In 2024 there were 48,210 visits, compared with 46,270 a year earlier.", ["2024", "2023"]),
    ],
)
def test_english(text, periods):
    _, reading, _, _ = read(f"A word on the town library\n\n1 March 2025\n\n{text}\n")
    assert [each.period for each in reading.statements] == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Năm 2023 và 2024, lượt bạn đọc lần lượt là 46.270 và 48.210 lượt.", ["2023", "2024"]),
        ("Lượt bạn đọc các năm 2022, 2023, 2024 lần lượt là 44.870; 46.270; 48.210 lượt.", ["2022", "2023", "2024"]),
        ("Lượt bạn đọc tăng từ 46.270 lượt năm 2023 lên 48.210 lượt năm 2024.", ["2023", "2024"]),
        ("Từ năm 2023 đến năm 2024, lượt bạn đọc tăng từ 46.270 lên 48.210 lượt.", ["2023", "2024"]),
        ("Năm 2024, lượt bạn đọc đạt 48.210 lượt, năm 2023 là 46.270 lượt.", ["2024", "2023"]),
        ("Năm 2024, thư viện có 48.210 lượt bạn đọc, trong khi năm trước chỉ có 46.270 lượt.", ["2024", "2023"]),
        ("Lượt bạn đọc năm 2024 là 48.210 lượt (năm 2023: 46.270; năm 2022: 44.870).", ["2024", "2023", "2022"]),
        ("Nếu như năm 2023 có 46.270 lượt bạn đọc thì năm 2024 là 48.210 lượt.", ["2023", "2024"]),
        ("Giai đoạn 2020-2024, thư viện có 229.500 lượt bạn đọc.", [""]),
        ("Năm 2024 có 48.210 lượt bạn đọc, so với cùng kỳ năm trước tăng 1.940 lượt.", ["2024", "2024"]),
    ],
)
def test_vietnamese(text, periods):
    _, reading, _, _ = read(f"Tin của thư viện tỉnh Bãi Cát\n\n1/3/2025\n\n{text}\n")
    assert [each.period for each in reading.statements] == periods
