"""Legal forms are shortened, and nothing else of a name is."""

import pytest

from services.notation.business_names import with_short_form


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Công ty TNHH MTV Viễn thông Phú Thọ", "CT TNHH MTV Viễn thông Phú Thọ"),
        ("CÔNG TY TNHH MỘT THÀNH VIÊN Sao Mai", "CT TNHH MTV Sao Mai"),
        ("Công ty Trách nhiệm hữu hạn Một thành viên Sao Mai", "CT TNHH MTV Sao Mai"),
        ("Công ty Trách nhiệm hữu hạn Hùng Vương", "CT TNHH Hùng Vương"),
        ("Công ty Cổ phần Viễn thông Điện lực", "CTCP Viễn thông Điện lực"),
        ("Công  ty cổ phần Hoa Sen", "CTCP Hoa Sen"),
        ("Công ty Trách nhiệm hữu hạn 1 thành viên Sao Mai", "CT TNHH MTV Sao Mai"),
        ("Công ty TNHH 2 thành viên Sao Mai", "CT TNHH Sao Mai"),
        ("Công ty TNHH 2 thành viên trở lên Sao Mai", "CT TNHH Sao Mai"),
        ("Công ty TNHH hai thành viên trở lên Sao Mai", "CT TNHH Sao Mai"),
        ("Công ty Trách nhiệm hữu hạn 2 thành viên trở lên Sao Mai", "CT TNHH Sao Mai"),
        ("Công ty Trách nhiệm hữu hạn 2 thành viên Sao Mai", "CT TNHH Sao Mai"),
        ("Tổng công ty Cổ phần Bưu chính Viettel", "TCT CP Bưu chính Viettel"),
        ("Tổng công ty Viễn thông Mobifone", "TCT Viễn thông Mobifone"),
        ("Công ty Điện lực Phú Thọ", "CT Điện lực Phú Thọ"),
        ("Chi nhánh Tổng Công ty Bưu điện tại Phú Thọ", "CN TCT Bưu điện tại Phú Thọ"),
        ("Doanh nghiệp tư nhân Minh Anh", "DNTN Minh Anh"),
        ("Hợp tác xã Công nghệ số", "HTX Công nghệ số"),
        ("Hộ kinh doanh Nguyễn Văn An", "HKD Nguyễn Văn An"),
        ("Viễn thông Phú Thọ", "Viễn thông Phú Thọ"),
        ("Trung tâm Đào tạo chi nhánhX", "Trung tâm Đào tạo chi nhánhX"),
    ],
)
def test_the_legal_form_is_shortened(name: str, short: str) -> None:
    assert with_short_form(name) == short
