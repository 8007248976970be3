"""Lines as coordinators type them, read on Saturday 28 November 2026 at 21:20 in Phú Thọ."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from models.capabilities import Unit
from models.incidents import IncidentKind, IncidentType, Severity
from services.declarations import lines
from services.declarations.declaring import Declaration
from services.declarations.drill_words import speaks_of_a_drill
from services.declarations.lines import Doubt, LinePart, Understood
from services.declarations.needs import CapabilityName
from services.incidents.audience import Wanted
from services.places.elsewhere import Elsewhere

PHU_THO, VIET_TRI, THANH_BA, HA_HOA = "25", "07900", "08152", "08053"
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 28, 21, 20, tzinfo=LOCAL)
FIBRE, GENERATORS, RADIO, TRUCKS, FORENSICS = 1, 2, 3, 4, 5
CATALOGUE = {
    FIBRE: CapabilityName("Đội ứng cứu cáp quang", "Fibre repair crews"),
    GENERATORS: CapabilityName("Máy phát điện", "Power generators"),
    RADIO: CapabilityName("Bộ đàm, liên lạc vô tuyến", "Two-way radio"),
    TRUCKS: CapabilityName("Xe tải, vận chuyển", "Trucks and transport"),
    FORENSICS: CapabilityName("Điều tra số", "Digital forensics"),
}


def read(line: str) -> Understood:
    """Read a line at that moment."""
    return lines.read(line, province_code=PHU_THO, catalogue=CATALOGUE, now=NOW, time_zone=LOCAL)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """Give a moment of the year in Vietnamese time."""
    return datetime(2026, month, day, hour, minute, tzinfo=LOCAL)


@pytest.mark.parametrize(
    "line",
    [
        "Đứt cáp quang ở phường Việt Trì từ 20h, cần 2 đội hàn cáp",
        "dut cap quang o phuong viet tri tu 20h, can 2 doi han cap",
        "Từ 20 giờ đứt cáp quang ở P. Việt Trì; yêu cầu hai đội nối cáp",
    ],
)
def test_place_time_number_and_capability_stand_in_one_line(line: str) -> None:
    assert read(line) == Understood(
        communes=(VIET_TRI,),
        began_at=at(28, 20),
        headcount=2,
        unit=Unit.TEAMS,
        capability_ids=(FIBRE,),
        type=IncidentType.DISASTER,
    )


def test_of_a_line_in_capitals_the_place_is_asked_for() -> None:
    said = read("ĐỨT CÁP QUANG Ở PHƯỜNG VIỆT TRÌ TỪ 20H, CẦN HAI ĐỘI HÀN CÁP")

    assert (said.communes, said.headcount) == ((), 2)
    assert said.doubts == (Doubt("PHƯỜNG VIỆT TRÌ", (VIET_TRI,)),)


def test_a_line_in_english_is_read_as_well() -> None:
    said = read("Fibre cut since 8pm, need 3 crews until tomorrow 8am")

    assert (said.began_at, said.until_at) == (at(28, 20), at(29, 8))
    assert (said.headcount, said.unit) == (3, Unit.TEAMS)


@pytest.mark.parametrize(
    ("line", "began"),
    [
        ("Mất điện từ 20h", at(28, 20)),
        ("Mất điện từ 22h", at(27, 22)),
        ("Mất điện lúc 7h30 sáng nay", at(28, 7, 30)),
        ("Mất điện từ 30 phút trước", at(28, 20, 50)),
        ("Mất điện từ 20h hôm qua", at(27, 20)),
        ("Mất điện lúc 14 giờ kém 15", at(28, 13, 45)),
        ("Mất điện từ 8h thứ 5 tuần trước", at(19, 8)),
        ("Mất điện từ năm rưỡi sáng", at(28, 5, 30)),
        ("Mất điện từ 7h mai", None),
        ("Mất điện từ lâu", None),
        ("Mất điện từ trạm 20", None),
    ],
)
def test_since_when(line: str, began: datetime | None) -> None:
    assert read(line).began_at == began


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("Mất điện, cần máy phát đến 22h", at(28, 22)),
        ("Mất điện, cần máy phát trước 22h30", at(28, 22, 30)),
        ("Mất điện từ 20h đến 23h", at(28, 23)),
        ("Cần xe tải đến hết ngày 30/11", at(30, 23, 59)),
        ("Cần xe tải hết ngày 30/11", at(30, 23, 59)),
        ("Cần xe tải đến 8h thứ hai", at(30, 8)),
        ("Cần xe tải đến 17 giờ 30 phút chiều thứ hai ngày 7 tháng 12 năm 2026", at(7, 17, 30, month=12)),
        ("Cần xe tải trc 22h30", at(28, 22, 30)),
        ("Cần xe tải trước trưa mai", at(29, 12)),
        ("Cần xe tải trước 3h", at(29, 3)),
        ("Cần xe tải trước 5 rưỡi sáng", at(29, 5, 30)),
        ("Cần xe tải trong 2 tiếng nữa", at(28, 23, 20)),
        ("Mất điện trong 2 giờ", None),
        ("Mất điện trong 2 giờ qua", None),
        ("Mất điện từ thứ 5 tuần trước 8h, cần xe tải", None),
        ("Mất điện 2 giờ trước 8h", None),
        ("Cần xe tải đến 17:00 25/11", None),
        ("Cần xe tải đến phường Việt Trì", None),
    ],
)
def test_until_when(line: str, until: datetime | None) -> None:
    assert read(line).until_at == until


@pytest.mark.parametrize(
    ("line", "number", "unit"),
    [
        ("Sạt lở, cần 10 người", 10, Unit.PEOPLE),
        ("Sạt lở, đề nghị cử năm kỹ thuật viên", 5, Unit.PEOPLE),
        ("Mất điện, huy động 3 máy phát điện", 3, Unit.MACHINES),
        ("Sạt lở, cần 2 xe tải", 2, Unit.VEHICLES),
        ("Sạt lở, cần hai mươi đội", 20, Unit.TEAMS),
        ("Sạt lở, cần hai mươi mốt người", 21, Unit.PEOPLE),
        ("Sạt lở, cần một trăm người", 100, Unit.PEOPLE),
        ("sat lo, can mot tram nguoi", 100, Unit.PEOPLE),
        ("Mất điện, huy động ba mươi máy phát", 30, Unit.MACHINES),
        ("Mất điện, huy động ba mươi tư máy phát", 34, Unit.MACHINES),
        ("Sạt lở, cần một trạm phát sóng lưu động", 1, Unit.STATIONS),
        ("Sạt lở, cần vài chục người", 0, Unit.PEOPLE),
        ("Sạt lở, cần hai ba người", 0, Unit.PEOPLE),
        ("Sạt lở, cần 20-30 người", 0, Unit.PEOPLE),
        ("Sạt lở, cần 20 đến 30 người", 0, Unit.PEOPLE),
        ("Sạt lở, cần 10 người và 2 xe tải", 10, Unit.PEOPLE),
        ("Mất điện, cần 2 máy phát và 5 người", 5, Unit.PEOPLE),
        ("Cần 1 tổ 5 người", 5, Unit.PEOPLE),
        ("Need 3 to 5 crews", 0, Unit.PEOPLE),
        ("Cần x2 máy phát", 2, Unit.MACHINES),
        ("Nước ngập, cần 5 ae", 5, Unit.PEOPLE),
        ("Nước ngập, cần 3 đ/c kỹ thuật", 3, Unit.PEOPLE),
        ("can gap 3 xe", 3, Unit.VEHICLES),
        ("Không cần 5 người, chỉ cần 2 đội", 2, Unit.TEAMS),
        ("Mất điện, xin 2 máy phát", 2, Unit.MACHINES),
        ("Mất điện, nhờ hỗ trợ 5 người", 5, Unit.PEOPLE),
        ("Mất điện, đề nghị điều 2 xe", 2, Unit.VEHICLES),
        ("cho xin gap 3 doi", 3, Unit.TEAMS),
        ("Cần 10.000 lít dầu, 2 máy phát", 2, Unit.MACHINES),
        ("Đã cử 4 người", 0, Unit.PEOPLE),
        ("Nhờ báo lại cho 2 đội", 0, Unit.PEOPLE),
        ("Gãy cần cẩu làm 2 người bị thương", 0, Unit.PEOPLE),
        ("Trạm cạn dầu 2 máy nổ", 0, Unit.PEOPLE),
        ("Đứt cáp, cần 3 đội và 2 máy phát", 3, Unit.TEAMS),
        ("Sạt lở, cần 5 người ở trạm và 7 người ở cầu", 0, Unit.PEOPLE),
        ("Sạt lở, cần 20-30 người và 2 đội", 0, Unit.PEOPLE),
        ("Sạt lở, cần 3 xe và 2 máy", 0, Unit.PEOPLE),
        ("Đứt cáp, cần 3 đội, mỗi đội 4 người", 3, Unit.TEAMS),
        ("dut cap, can 3 doi moi doi 4 nguoi", 3, Unit.TEAMS),
        ("Cần 3 đội kéo cáp; mỗi đội tối thiểu 4 người", 3, Unit.TEAMS),
        ("Cần 3 đội, 4 người/đội", 3, Unit.TEAMS),
        ("Cần 3 đội 4 người", 3, Unit.TEAMS),
        ("Cần 2 xe, mỗi xe 3 người", 2, Unit.VEHICLES),
        ("Cần 2 xe tải, mỗi xe có 3 người bốc vác", 2, Unit.VEHICLES),
        ("Cần mỗi đơn vị 4 người", 0, Unit.PEOPLE),
        ("Cần mỗi xã 2 đội", 0, Unit.PEOPLE),
        ("Need 3 crews of 4 people each", 3, Unit.TEAMS),
        ("Need 3 crews, each crew 4 people", 3, Unit.TEAMS),
        ("Cần 5 máy phát + 2 đội kéo cáp", 2, Unit.TEAMS),
        ("Cần thêm mới 4 người", 4, Unit.PEOPLE),
        ("Cần 2 đội (8 người)", 8, Unit.PEOPLE),
        ("Sạt lở vùi 2 xe tải", 0, Unit.PEOPLE),
        ("Cán bộ xã báo 20 người mắc kẹt", 0, Unit.PEOPLE),
    ],
)
def test_a_number_counts_where_it_is_asked_for_and_stands_alone(line: str, number: int, unit: Unit) -> None:
    said = read(line)

    assert (said.headcount, said.unit) == (number, unit)


@pytest.mark.parametrize(
    ("line", "beside"),
    [
        ("Mất điện, cần 2 máy phát và 5 người", ("2 máy phát",)),
        ("Cần 5 người, 2 máy phát điện, 3 xe tải trước 22h", ("2 máy phát điện", "3 xe tải")),
        ("Cần hai máy phát điện 5kVA và 3 xe tải", ("2 máy phát điện", "3 xe tải")),
        ("Cần 20-30 người", ("20-30 người",)),
        ("Cần 5 người, 200 lít dầu", ("200 lít dầu",)),
        ("Cần 1 tổ 5 người", ("1 tổ",)),
        ("Cần 1 xe thang, 2 xe bán tải", ("1 xe thang", "2 xe bán tải")),
        ("Cần 3 đội, mỗi đội 4 người", ("4 người",)),
        ("Cần 2 xe, mỗi xe 3 người", ("3 người",)),
        ("Cần 5 máy phát + 2 đội kéo cáp", ("5 máy phát",)),
        ("Cần mỗi đơn vị 4 người", ("4 người",)),
        ("Need 3 teams of 4 people", ("4 people",)),
        ("Cần khoảng chục người", ("khoảng chục người",)),
        ("Cần vài chục người", ("vài chục người",)),
        ("Need a dozen people", ("a dozen people",)),
        ("Cần máy bộ đàm", ()),
        ("Cần 5 người", ()),
        ("Cần máy phát, 2 xe tải bị vùi", ()),
    ],
)
def test_numbers_that_are_not_taken_are_told(line: str, beside: tuple[str, ...]) -> None:
    assert read(line).beside == beside


@pytest.mark.parametrize(
    ("line", "until", "late"),
    [
        ("Cần xe tải trước 20h", at(29, 20), at(28, 20)),
        ("Cần xe tải trước 20h tối nay", None, at(28, 20)),
        ("Cần xe tải trước 8h", at(29, 8), None),
        ("Cần xe tải trước 20h mai", at(29, 20), None),
        ("Cần xe tải trc 6h rạng sáng mai", at(29, 6), None),
        ("Cần 5 người trong 20 giờ nữa", at(29, 17, 20), None),
        ("Cần 5 người từ 8h sáng mai đến 17h", at(29, 17), None),
        ("Cần 5 người từ 8h-17h30 ngày mai", at(29, 17, 30), None),
        ("Cần 5 người từ 22h - 23h30", at(28, 23, 30), None),
        ("Cần 5 người từ 23h đến 22h30", at(28, 22, 30), None),
        ("Cần xe tải đến 17:00 25/11", None, at(25, 17)),
        ("Cần xe tải đến 22h", at(28, 22), None),
        ("Cần xe tải trước 17h chiều nay, chậm nhất đến 23h", at(28, 23), at(28, 17)),
        ("Cần xe tải", None, None),
    ],
)
def test_a_deadline_that_is_over_is_told(line: str, until: datetime | None, late: datetime | None) -> None:
    said = read(line)

    assert (said.until_at, said.late_at) == (until, late)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Cần máy nổ", (GENERATORS,)),
        ("Cần bộ đàm và xe tải", (RADIO, TRUCKS)),
        ("Cần 3 đội hàn nối và hai máy phát", (FIBRE, GENERATORS)),
        ("Yêu cầu điều tra số", (FORENSICS,)),
        ("Need radios and generators", (GENERATORS, RADIO)),
        ("Mất kết nối cáp quang", ()),
        ("Cần hỗ trợ", ()),
        ("Không cần máy nổ", ()),
        ("ko can may no, can xe tai", (TRUCKS,)),
    ],
)
def test_a_capability_is_wanted_where_the_line_says_so(line: str, wanted: tuple[int, ...]) -> None:
    assert read(line).capability_ids == wanted


def test_each_number_up_to_ten_may_be_a_word() -> None:
    words = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
    assert [read(f"Cần {word} người").headcount for word in words] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]


def test_of_a_line_that_says_nothing_nothing_is_understood() -> None:
    assert read("Xin chào") == Understood()
    assert Understood().headcount == 0


def test_a_capability_is_named_by_six_letters_of_its_name_and_by_no_fewer() -> None:
    catalogue = {6: CapabilityName("Thiết bị nâng", "Cranes"), 7: CapabilityName("Phương tiện thủy", "Boats")}
    said = lines.read("Need cranes, boats", province_code=PHU_THO, catalogue=catalogue, now=NOW, time_zone=LOCAL)
    assert said.capability_ids == (6,)


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("Mất mạng, đặc biệt nghiêm trọng", Severity.CRITICAL),
        ("Mất mạng nghiêm trọng", Severity.SERIOUS),
        ("Mất mạng, mức độ thấp", Severity.LOW),
        ("Mất mạng, không nghiêm trọng", None),
        ("Mất mạng", None),
    ],
)
def test_severity_is_read_in_the_words_of_the_scale(line: str, severity: Severity | None) -> None:
    assert read(line).severity == severity


@pytest.mark.parametrize(
    "line",
    [
        "Diễn tập ứng cứu đứt cáp ở phường Việt Trì",
        "DIỄN TẬP: đứt cáp quang",
        "dien tap ung cuu dut cap",
        "DIEN TAP - dut cap",
        "[Diễn tập] mất điện trạm",
        "🧪 (DIỄN TẬP) mất điện trạm",
        "Diển tập mất điện",
        "Cuộc diễn tập ứng phó bão",
        "to chuc dien tap ung pho bao",
        "drill: fibre cut",
        "Exercise – fibre cut",
        "Diễn tập: trạm bị cháy, mạng bị gián đoạn",
        "Diễn tập ứng cứu khi mạng bị gián đoạn",
        "Diễn tập như thật: mất điện toàn xã",
        "Diễn tập mất điện do đứt dây",
        "Diễn tập xử lý tình huống trạm bị cháy",
    ],
)
def test_a_line_that_begins_as_a_drill_is_one(line: str) -> None:
    said = read(line)

    assert said.kind is IncidentKind.DRILL
    assert said.parts[0] is LinePart.KIND
    assert lines.proposed(Declaration(), said).kind is IncidentKind.DRILL


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ("Cháy trạm trong lúc diễn tập", True),
        ("Chay that tai noi dang dien tap PCCC", True),
        ("Mất điện (diễn tập)", True),
        ("Diễn tập đã kết thúc, có cháy thật", True),
        ("dien tap vua xong thi chay that", True),
        ("The drill is over, there is a fire", True),
        ("Drill is over, there is a fire", True),
        ("Fire during a drill", True),
        ("Diễn tập bị gián đoạn do mất điện thật", True),
        ("Diễn tập bị gián đoạn do mất điện", True),
        ("dien tap bi gian doan do mat dien", True),
        ("Diễn tập ứng cứu phải dừng, cháy trạm", True),
        ("Diễn tập phòng cháy tạm dừng vì mất điện", True),
        ("Cuộc diễn tập hoãn do đứt cáp", True),
        ("Diễn tập: đây là sự cố thật", True),
        ("Diễn tập PCCC thì cháy thật", True),
        ("dien tap PCCC thi chay that", True),
        ("Đang diễn tập thì mất điện", True),
        ("Drill interrupted by a power cut", True),
        ("Drill called off: real fire", True),
        ("Diễn tập? Không phải diễn tập, cháy thật", True),
        ("Không phải diễn tập: cháy trạm", False),
        ("This is not a drill: fire", False),
        ("Điện tập trung ở trạm bị ngắt", False),
        ("dien tap trung o tram bi ngat", False),
        ("Điện tập thể bị ngắt", False),
        ("Drilling cut a cable", False),
        ("Mất điện", False),
    ],
)
def test_a_real_incident_stays_real_also_where_it_speaks_of_a_drill(line: str, speaks: bool) -> None:
    said = read(line)

    assert (said.kind, LinePart.KIND in said.parts) == (None, False)
    assert speaks_of_a_drill(line) is speaks


def test_of_two_types_none_is_taken() -> None:
    assert read("Máy chủ nhiễm mã độc tống tiền").type is IncidentType.ENCRYPTION
    assert read("Mất điện và lừa đảo qua mạng").type is None


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("Cổng dịch vụ công bị tấn công chiếm quyền", IncidentType.INTRUSION),
        ("Trang của xã bị hack", IncidentType.INTRUSION),
        ("Máy chủ bị hacker xâm nhập, thay đổi giao diện", IncidentType.DEFACEMENT),
        ("Máy chủ nhiễm virus", IncidentType.MALWARE),
        ("Bị đòi tiền chuộc", IncidentType.ENCRYPTION),
        ("Tấn công DDoS vào cổng dịch vụ công", IncidentType.DENIAL_OF_SERVICE),
        ("Tin nhắn mạo danh ngân hàng", IncidentType.PHISHING),
        ("Lấy cắp dữ liệu của dân", IncidentType.ESPIONAGE),
        ("Kẻ xấu phá hoại dữ liệu", IncidentType.SABOTAGE),
        ("Không phải tấn công, cáp quang chập chờn", None),
    ],
)
def test_an_attack_is_read_by_the_words_that_people_use_for_it(line: str, type_: IncidentType | None) -> None:
    assert read(line).type is type_


def test_a_place_that_may_be_another_is_left_to_a_person() -> None:
    said = read("Mất điện tại Thanh Ba")

    assert said.communes == ()
    assert said.doubts == (Doubt("Thanh Ba", (THANH_BA,)),)


def test_each_name_that_is_not_certain_is_a_question_of_its_own() -> None:
    said = read("Đứt cáp ở Thanh Ba và Hạ Hòa, xã Tam Đảo")

    assert said.communes == ("08911",)
    assert said.doubts == (Doubt("Thanh Ba", (THANH_BA,)), Doubt("Hạ Hòa", (HA_HOA,)))
    assert read("Đứt cáp ở Thanh Ba và xã Hạ Hòa").doubts == (Doubt("Thanh Ba", (THANH_BA,)),)
    assert read("Đứt cáp ở Thanh Ba, xã Hạ Hòa").doubts == ()


def test_a_name_that_is_certain_elsewhere_in_the_line_is_no_question() -> None:
    said = read("Xã Thanh Ba mất điện. Cần máy phát tại Thanh Ba")

    assert (said.communes, said.doubts) == ((THANH_BA,), ())


@pytest.mark.parametrize(
    ("line", "unread"),
    [
        ("Mất mạng tại Hòa Bình", ("tại Hòa Bình",)),
        ("mat mang tai hoa binh tu 20h", ("tai hoa binh",)),
        ("Network down at Hòa Bình since 8pm", ("at Hòa Bình",)),
        ("Mất điện ở Xóm Mới, cần máy phát", ("ở Xóm Mới",)),
        ("Mất điện xã Xyz", ("xã Xyz",)),
        ("Mất điện tại Hòa Bình và ở Xóm Mới", ("tại Hòa Bình", "ở Xóm Mới")),
        ("Mất điện ở Xóm Mới, xã Thanh Sơn", ()),
        ("Mất điện tại tỉnh Phú Thọ", ()),
        ("Đứt cáp cầu Việt Trì", ("Việt Trì",)),
        ("dut cap cau viet tri", ("viet tri",)),
        ("sat lo gan cau ha hoa", ("gan cau ha hoa",)),
        ("Mất điện ở Hòa Bình và xã Tam Đảo", ("ở Hòa Bình",)),
        ("Mất mạng ở VT", ("ở VT",)),
        ("Mất điện Phú Thọ", ()),
        ("Mất điện ở nhiều nơi, tại các trạm", ()),
        ("tai nan giao thong, do o to dam", ()),
        ("Power cut at 8pm", ()),
        ("Mất điện toàn tỉnh", ()),
    ],
)
def test_words_that_lead_to_no_known_place_are_told(line: str, unread: tuple[str, ...]) -> None:
    assert read(line).unread == unread


@pytest.mark.parametrize(
    ("line", "elsewhere"),
    [
        ("Mất điện tại Ba Vì", (Elsewhere("Ba Vì", ("Hà Nội", "Quảng Ngãi")),)),
        ("Mất điện huyện Ba Vì, cần 2 đội", (Elsewhere("Ba Vì", ("Hà Nội", "Quảng Ngãi")),)),
        ("Mất mạng ở Long Biên và phường Việt Trì", (Elsewhere("Long Biên", ("Hà Nội",)),)),
        ("Mất điện tại Hà Nội", (Elsewhere("Hà Nội", ("Hà Nội",)),)),
        ("Đứt cáp ngoài tỉnh", (Elsewhere("ngoài tỉnh"),)),
        ("Mất điện tại Thanh Ba", ()),
        ("Mất điện tại Hòa Bình", ()),
        ("Mất điện tại tỉnh Phú Thọ", ()),
        ("Mất điện ở Xóm Mới", ()),
        ("Tai nạn tại Trạm Ba", ()),
    ],
)
def test_places_outside_of_the_province_are_told_as_such(line: str, elsewhere: tuple[Elsewhere, ...]) -> None:
    said = read(line)

    assert said.elsewhere == elsewhere
    assert not elsewhere or said.unread == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Huế mất điện", "Huế"),
        ("Thành phố Huế mất điện", "Huế"),
        ("TP Huế mất điện", "Huế"),
        ("hue mat dien", "hue"),
        ("ĐỨT CÁP HUẾ", "HUẾ"),
        ("Đà Nẵng mất điện diện rộng", "Đà Nẵng"),
        ("mat dien o da nang", "da nang"),
        ("Lũ quét tỉnh Quảng Nam", "Quảng Nam"),
        ("Bà Rịa - Vũng Tàu mất điện", "Bà Rịa - Vũng Tàu"),
        ("TPHCM mất mạng", "TPHCM"),
        ("Sài Gòn mất mạng", "Sài Gòn"),
    ],
)
def test_another_province_is_told_as_such_wherever_in_the_line_it_is_named(line: str, said: str) -> None:
    found = lines.read(line, province_code="01", catalogue=CATALOGUE, now=NOW, time_zone=LOCAL)

    assert [one.said for one in found.elsewhere] == [said]
    assert (found.communes, found.unread) == ((), ())


@pytest.mark.parametrize(
    "line",
    [
        "Hà Nội mất điện",
        "Mất điện phố Huế",
        "Sập cầu Bình Dương",
        "Anh Huệ báo mất điện",
        "Đứt cáp tuyến Hà Nội - Lào Cai",
        "Vì lụt mà mất điện",
    ],
)
def test_home_a_street_a_person_and_a_line_that_runs_there_are_no_other_province(line: str) -> None:
    found = lines.read(line, province_code="01", catalogue=CATALOGUE, now=NOW, time_zone=LOCAL)

    assert found.elsewhere == ()


@pytest.mark.parametrize("line", ["Mất điện Vĩnh Phúc", "Mất điện tỉnh Hòa Bình", "Mất điện Phú Thọ"])
def test_the_provinces_of_which_the_home_was_made_are_no_other_ones(line: str) -> None:
    assert read(line).elsewhere == ()


@pytest.mark.parametrize(
    ("line", "of_old"),
    [
        ("Mất điện tỉnh Hòa Bình", ("Hòa Bình",)),
        ("Mất điện tỉnh Hòa Bình và tỉnh Vĩnh Phúc", ("Hòa Bình", "Vĩnh Phúc")),
        ("Power cut in Hoa Binh province", ("Hoa Binh",)),
        ("Mất điện toàn tỉnh Phú Thọ", ()),
        ("Mất điện tỉnh Vĩnh Phúc, tỉnh Phú Thọ", ()),
        ("Mất điện phường Việt Trì", ()),
    ],
)
def test_a_province_that_became_a_part_of_the_home_is_told_as_such(line: str, of_old: tuple[str, ...]) -> None:
    assert read(line).of_old == of_old


@pytest.mark.parametrize(
    ("line", "communes"),
    [
        ("Fibre cut in Viet Tri ward and Thanh Ba commune", (VIET_TRI, THANH_BA)),
        ("Fibre cut in Viet Tri, ward unknown", ()),
    ],
)
def test_in_english_the_kind_stands_behind_the_name(line: str, communes: tuple[str, ...]) -> None:
    assert read(line).communes == communes


def test_of_teams_with_so_many_people_each_the_teams_count_in_english_too() -> None:
    said = read("Need 3 teams of 4 people")

    assert (said.headcount, said.unit) == (3, Unit.TEAMS)


@pytest.mark.parametrize(
    ("line", "beside"),
    [
        ("cần 2 phiên dịch", ("2 phiên dịch",)),
        ("cần 3 đội và 2 bác sĩ", ("2 bác sĩ",)),
        ("huy động 10 chó nghiệp vụ", ("10 chó nghiệp vụ",)),
        ("need 2 translators", ("2 translators",)),
        ("cần 12 pin dự phòng trước 17h", ("12 pin dự phòng",)),
        ("cần 2 kỹ sư", ()),
        ("cần hỗ trợ 2 xã", ()),
        ("cần 2 đội trong 3 ngày", ()),
        ("cần xử lý quốc lộ 2 đoạn qua cầu", ()),
        ("yêu cầu 2 đội đến số 5 Trần Phú", ()),
    ],
)
def test_a_number_of_what_is_counted_in_no_known_way_is_told(line: str, beside: tuple[str, ...]) -> None:
    assert read(line).beside == beside


def test_engineers_are_people() -> None:
    assert (read("cần 2 kỹ sư").headcount, read("cần 2 kỹ sư").unit) == (2, Unit.PEOPLE)


@pytest.mark.parametrize("line", ["Mất điện Long Biên - Gia Lâm", "Mất điện ở Long Biên – Gia Lâm"])
def test_two_districts_side_by_side_are_two_places(line: str) -> None:
    said = lines.read(line, province_code="01", catalogue=CATALOGUE, now=NOW, time_zone=LOCAL)

    assert [doubt.said for doubt in said.doubts] == ["Long Biên", "Gia Lâm"]


FULL = Declaration(
    kind=IncidentKind.DRILL,
    type=IncidentType.MALWARE,
    severity=Severity.LOW,
    title="Một dòng",
    description="Một dòng",
    headcount_wanted=2,
    headcount_unit=Unit.TEAMS,
    began_at=at(28, 20),
    until_at=at(28, 22),
    wanted=Wanted(capability_ids=(FIBRE,), commune_codes=(VIET_TRI,)),
)


def test_one_place_is_taken_back_and_the_others_stay() -> None:
    two = replace(FULL, wanted=replace(FULL.wanted, commune_codes=(VIET_TRI, THANH_BA), also=(7,)))

    assert lines.without_place(two, VIET_TRI).wanted == Wanted(capability_ids=(FIBRE,), commune_codes=(THANH_BA,))
    assert lines.without_place(FULL, VIET_TRI) == lines.without(FULL, LinePart.PLACE)
    assert lines.without_place(two, "00004").wanted.commune_codes == (VIET_TRI, THANH_BA)


@pytest.mark.parametrize(
    ("part", "left"),
    [
        (LinePart.KIND, replace(FULL, kind=IncidentKind.INCIDENT)),
        (LinePart.PLACE, replace(FULL, wanted=Wanted(capability_ids=(FIBRE,)))),
        (LinePart.CAPABILITIES, replace(FULL, wanted=Wanted(commune_codes=(VIET_TRI,)))),
        (LinePart.HEADCOUNT, replace(FULL, headcount_wanted=0, headcount_unit=Unit.PEOPLE)),
        (LinePart.BEGAN, replace(FULL, began_at=None)),
        (LinePart.UNTIL, replace(FULL, until_at=None)),
        (LinePart.TYPE, replace(FULL, type=IncidentType.TECHNICAL)),
        (LinePart.SEVERITY, replace(FULL, severity=Severity.SERIOUS)),
    ],
)
def test_each_part_is_taken_back_by_itself(part: LinePart, left: Declaration) -> None:
    assert lines.without(FULL, part) == left


@pytest.mark.parametrize(
    ("line", "said", "province"),
    [
        ("Ransomware in Hanoi, last night at 11pm", "Hanoi", "Hà Nội"),
        ("Flood in Hanoi city", "Hanoi", "Hà Nội"),
        ("flood in hanoi", "hanoi", "Hà Nội"),
        ("Ransomware at a bank in Ho Chi Minh City", "Ho Chi Minh", "Hồ Chí Minh"),
        ("ransomware in ho chi minh city", "ho chi minh", "Hồ Chí Minh"),
        ("Flood in Saigon", "Saigon", "Hồ Chí Minh"),
        ("Cable cut in Danang", "Danang", "Đà Nẵng"),
        ("Flood in Hue", "Hue", "Huế"),
        ("Mất điện ở Hanoi", "Hanoi", "Hà Nội"),
        ("Flood near Tuyên Quang", "Tuyên Quang", "Tuyên Quang"),
    ],
)
def test_another_province_is_known_as_english_writes_it(line: str, said: str, province: str) -> None:
    assert read(line).elsewhere == (Elsewhere(said, (province,)),)
    assert read(line).unread == ()


@pytest.mark.parametrize(("line", "of_old"), [("Mất điện ở Phutho", ()), ("Power cut in Hoabinh", ("Hoabinh",))])
def test_the_home_in_one_word_is_no_other_province(line: str, of_old: tuple[str, ...]) -> None:
    said = read(line)

    assert (said.elsewhere, said.unread, said.of_old) == ((), (), of_old)


@pytest.mark.parametrize(
    ("line", "number", "beside"),
    [
        ("3 teams of 4 people needed", 3, ("4 people",)),
        ("Fibre cut, 3 teams are urgently needed", 3, ()),
        ("2 people injured and 3 teams needed", 3, ()),
        ("3 teams and 2 trucks needed", 3, ("2 trucks",)),
        ("A dozen engineers needed", 0, ("a dozen engineers",)),
        ("Need a dozen engineers", 0, ("a dozen engineers",)),
        ("3 teams are no longer needed", 0, ()),
    ],
)
def test_english_says_behind_the_number_that_it_is_needed(line: str, number: int, beside: tuple[str, ...]) -> None:
    said = read(line)

    assert (said.headcount, tuple(each.lower() for each in said.beside)) == (number, beside)


@pytest.mark.parametrize(
    ("line", "began"),
    [
        ("Ransomware, last night at 11pm", at(27, 23)),
        ("Fibre cut at 11pm last night", at(27, 23)),
        ("Fibre cut last night at 11", at(27, 23)),
        ("Fibre cut at 2am last night", at(28, 2)),
        ("Fibre cut last night", at(27, 18)),
        ("Đứt cáp tối qua", at(27, 18)),
        ("Fibre cut since half an hour ago", at(28, 20, 50)),
        ("Fibre cut since an hour ago", at(28, 20, 20)),
        ("Mất điện từ nửa tiếng trước", at(28, 20, 50)),
        ("Power cut in Vinh Yen at 14.30", at(28, 14, 30)),
        ("Power cut at 9:15pm, need 2 teams", at(28, 21, 15)),
        ("Fibre cut yesterday at 14:30", at(27, 14, 30)),
        ("Need 3 teams at 8am", None),
        ("Power cut at 110/22 kV station", None),
    ],
)
def test_since_when_as_english_says_it(line: str, began: datetime | None) -> None:
    assert read(line).began_at == began


def test_an_hour_soon_to_come_after_at_is_told_as_ahead() -> None:
    assert read("Power cut at 10:15pm, need 2 teams").ahead_at == at(28, 22, 15)
