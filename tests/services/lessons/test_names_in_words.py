"""Which businesses the words of a lesson name: as people of the trade write, against the network of a province."""

import pytest

from services.lessons import names_in_words

VNPT = "Viễn thông Phú Thọ (VNPT Phú Thọ)"
VIETTEL = "Viettel Phú Thọ – Chi nhánh Tập đoàn Công nghiệp – Viễn thông Quân đội"
FPT = "Công ty Cổ phần Viễn thông FPT – Chi nhánh Phú Thọ"
MOBIFONE = "MobiFone tỉnh Phú Thọ"
POST = "Bưu điện tỉnh Phú Thọ (Vietnam Post)"
LOTUS = "Công ty Cổ phần Công nghệ Hoa Sen"
UNITED = "Công ty TNHH Chuyển phát nhanh Hợp Nhất"
STAR = "Công ty TNHH Tin học Sao Mai"
TRUST = "Công ty TNHH TM & DV Tín Nghĩa"
NETNAM = "Công ty Cổ phần NetNam"
FAST = "Công ty Cổ phần Dịch vụ Giao Hàng Nhanh (GHN)"
SAVING = "Công ty Cổ phần Giao hàng Tiết kiệm (GHTK)"
JT = "Công ty TNHH MTV Chuyển phát nhanh J&T Express"
CMC = "Công ty Cổ phần Hạ tầng Viễn thông CMC"
MISA = "Công ty Cổ phần MISA"
BKAV = "Công ty Cổ phần Bkav"
HT = "Công ty TNHH Viễn thông HT"
ROUTER = "Công ty TNHH Thiết bị mạng Router"
SERVER_3 = "Công ty TNHH Máy chủ Số 3"
NUMBER_3 = "Công ty Cổ phần Công nghệ số 3"
CULTURE = "Công ty TNHH Bưu điện Văn hóa Xã"
CULTURE_TOO = "Trung tâm Bưu điện Văn Hóa"
SUCCESS = "Công ty TNHH Dịch vụ Thành Công"
VIET = "Công ty TNHH Công nghệ Việt"
LETTERBOX = "Công ty Cổ phần Bưu chính Hòm Thư Đỏ"
COMPASS = "Công ty TNHH Kho vận La Bàn Cũ"
BIKE = "Công ty TNHH Chuyển phát Xe Thồ – Chi nhánh tỉnh Phú Thọ"
LIGHTS = "Công ty TNHH Viễn thông Đèn Kéo Quân"
DRAGONFLY = "Công ty TNHH Công nghệ số Chuồn Chuồn Bảy Màu"
FLUTE = "Doanh nghiệp tư nhân Cáp quang Sáo Trúc"
BUFFALO = "Công ty TNHH Viễn thông và Công nghệ số Nghé Ọ"
TREE = "Công ty Cổ phần Công nghệ thông tin – Viễn thông Khóm Tre"
BINOCULARS = "Công ty TNHH MTV Điện toán đám mây Ống Nhòm Tre"
BEES = "Công ty Cổ phần An toàn thông tin Ong Bầu"
SECURITY = "Công ty Cổ phần Giải pháp An toàn thông tin"
INFRASTRUCTURE = "Công ty TNHH Dịch vụ Hạ tầng Số Việt Nam"
LONG_BIEN = "Công ty TNHH Bưu chính Long Biên"
SUNRISE = "Công ty TNHH Phần mềm Bình Minh"
EAGLE = "Công ty TNHH Giải pháp số Eagle"
SMART = "Công ty Cổ phần Smart Cloud"
UNITY = "Hợp tác xã Vận tải Thống Nhất"
RAYS = "Công ty TNHH Thương mại và Dịch vụ Tin học Ánh Dương"
PROGRESS = "CÔNG TY TNHH MTV VIỄN THÔNG TÂN TIẾN"
HANOI = "Chi nhánh Phú Thọ – Công ty Cổ phần Viễn thông Hà Nội"
LUMI = "Công ty TNHH Lumi Tech"
SAFE = "Công ty CP Công nghệ An Phát"
EXPRESS_247 = "Công ty TNHH MTV Bưu chính 247Express"
CLOUDS = "Công ty TNHH Phần mềm Tinh Vân (TinhVan Software)"
TAN = "Công ty TNHH Công nghệ TAN"
FAITH = "Công ty Cổ phần Chuyển phát nhanh Nhất Tín"
EYE = "Công ty TNHH Thiết bị An ninh Mắt Thần"
ACT = "Công ty Cổ phần Viễn thông ACT"
AREA_4 = "Công ty TNHH MTV Dịch vụ Vinaphone Khu vực 4"
DESCENT = "Công ty TNHH Giải pháp Phần mềm Lạc Hồng"
ITEL = "Công ty Cổ phần Viễn thông Đông Dương Telecom (ITEL)"
BRAVO = "Công ty TNHH Phần mềm Quản trị Bravo"
ROSTER = (
    *(VNPT, VIETTEL, FPT, MOBIFONE, POST, LOTUS, UNITED, STAR, TRUST, NETNAM, FAST, SAVING, JT, CMC, MISA, BKAV, HT),
    *(ROUTER, SERVER_3, NUMBER_3, CULTURE, CULTURE_TOO, SUCCESS, VIET, LETTERBOX, COMPASS, BIKE, LIGHTS, DRAGONFLY),
    *(FLUTE, BUFFALO, TREE, BINOCULARS, BEES, SECURITY, INFRASTRUCTURE, LONG_BIEN, SUNRISE, EAGLE, SMART, UNITY),
    *(RAYS, PROGRESS, HANOI, LUMI, SAFE, EXPRESS_247, CLOUDS, TAN, FAITH, EYE),
    *(ACT, AREA_4, DESCENT, ITEL, BRAVO),
)


def named(text: str) -> set[str]:
    """List the businesses of the network that a text names."""
    return {name for name in ROSTER if names_in_words.names(text, name)}


NAMING = [
    ("Tuyến cáp của FPT đứt lúc 2 giờ sáng, kỹ thuật đến sau 40 phút.", {FPT}),
    ("FPT Telecom báo mất kết nối tại phường Việt Trì.", {FPT}),
    ("Khách dùng mạng fpt không vào được cổng dịch vụ công", {FPT}),
    ("Đã liên hệ Công ty TNHH FPT nhưng không ai bắt máy.", {FPT}),
    ("Do viễn thông fpt đào đường làm đứt cáp của ta", {FPT}),
    ("Tin tặc vào qua tài khoản quản trị mà HoaSen bàn giao.", {LOTUS}),
    ("Tên miền hoasen.vn bị trỏ sang trang cá độ.", {LOTUS}),
    ("Thư giả gửi từ ketoan@hoasen.com.vn", {LOTUS}),
    ("máy chủ bên hoa sen chưa vá từ tháng 3", {LOTUS}),
    ("Phần mềm do Hoa sen viết lưu mật khẩu dạng rõ.", {LOTUS}),
    ("cty hoa sen để lộ mật khẩu", {LOTUS}),
    ("HOA SEN ĐỂ LỘ MẬT KHẨU WIFI", {LOTUS}),
    ("Trang congnghehoasen.vn bị chiếm quyền", {LOTUS}),
    ("VNPT Phú Thọ đã khôi phục luồng truyền dẫn.", {VNPT}),
    ("vnpt khôi phục chậm hơn cam kết hai tiếng", {VNPT}),
    ("Anh em Viễn thông Phú Thọ trực xuyên đêm.", {VNPT}),
    ("Cổng vnptphutho bị tấn công từ chối dịch vụ", {VNPT}),
    ("Đường truyền VIETTEL và MOBIFONE cùng mất một lúc.", {VIETTEL, MOBIFONE}),
    ("Nhờ nhà mạng viettel chặn tin nhắn giả mạo", {VIETTEL}),
    ("Trạm phát sóng Mobifone ở Thanh Sơn mất điện lưới.", {MOBIFONE}),
    ("Bưu điện tỉnh Phú Thọ mất toàn bộ dữ liệu bưu gửi trong ngày.", {POST}),
    ("Mã độc lây qua máy in của Vietnam Post.", {POST}),
    ("Kho của Hợp Nhất bị mã hóa dữ liệu.", {UNITED}),
    ("Công ty Hợp Nhất báo muộn ba tiếng", {UNITED}),
    ("Ứng dụng của Chuyển phát nhanh Hợp Nhất lộ số điện thoại người nhận.", {UNITED}),
    ("Máy tính mua của Sao Mai cài sẵn phần mềm lậu", {STAR}),
    ("tin hoc sao mai quen doi mat khau mac dinh", {STAR}),
    ("Nhân viên SaoMai cắm USB lạ vào máy chủ.", {STAR}),
    ("Cty TNHH Tín Nghĩa thuê ngoài khâu sao lưu.", {TRUST}),
    ("Tín Nghĩa và Netnam cùng dùng một mật khẩu.", {TRUST, NETNAM}),
    ("netnam đổi tuyến không báo trước", {NETNAM}),
    ("Shipper của GHN làm rơi túi thư công vụ.", {FAST}),
    ("Đơn đi qua Giao Hàng Nhanh bị lộ địa chỉ.", {FAST}),
    ("GHTK và J&T Express cùng ngừng nhận hàng vì lũ.", {SAVING, JT}),
    ("Gói hàng j&t thất lạc ở Hạ Hòa", {JT}),
    ("Luồng dự phòng thuê của CMC Telecom không chuyển được.", {CMC}),
    ("Hóa đơn điện tử trên Misa bị sai số liệu.", {MISA}),
    ("máy cài bkav vẫn nhiễm mã độc", {BKAV}),
    ("Cột ăng-ten của Viễn thông HT đổ vì bão.", {HT}),
    ("Công ty Router giao nhầm thiết bị.", {ROUTER}),
    ("Công ty Công nghệ số 3 chậm vá.", {NUMBER_3}),
    ("Công ty Thành Công đã báo tin ngay.", {SUCCESS}),
    ("Thư báo từ Hòm Thư Đỏ bị giả mạo", {LETTERBOX}),
    ("hòm thư đỏ chậm vá máy chủ thư", {LETTERBOX}),
    ("Xe của Xe Thồ mắc kẹt ở Yên Lập.", {BIKE}),
    ("Đội kỹ thuật Đèn Kéo Quân đến trước.", {LIGHTS}),
    ("chuonchuonbaymau.vn hết hạn chứng thư số", {DRAGONFLY}),
    ("Cáp quang Sáo Trúc đứt ở cầu Trung Hà.", {FLUTE}),
    ("Nhờ viễn thông khóm tre kéo cáp tạm", {TREE}),
    ("Bên Ong Bầu phát hiện đầu tiên.", {BEES}),
    ("Công ty CP Giải pháp An toàn thông tin rà quét giúp.", {SECURITY}),
    ("Công ty Long Biên chuyển thư khẩn.", {LONG_BIEN}),
    ("The FPT line was down for three hours.", {FPT}),
    ("Hoa Sen's backup server had the same password.", {LOTUS}),
    ("We called Viettel and Netnam; only NetNam picked up.", {VIETTEL, NETNAM}),
    ("Phishing mails came from a saomai.com.vn mailbox.", {STAR}),
    ("Công ty Eagle giám sát log chưa đủ 24/7.", {EAGLE}),
    ("HTX Thống Nhất cho mượn hai xe tải.", {UNITY}),
    ("Dữ liệu thuê đặt tại Smart Cloud mất ba ngày.", {SMART}),
    ("Mã nguồn do Phần mềm Bình Minh viết có cửa hậu", {SUNRISE}),
    ("Thuê anh duong sửa máy, nó cài lại phần mềm lậu", {RAYS}),
    ("Tân Tiến mất hai luồng quang", {PROGRESS}),
    ("viễn thông tân tiến mất luồng", {PROGRESS}),
    ("Viễn thông Hà Nội cắt nhầm cáp", {HANOI}),
    ("camera do lumi lắp không đổi mật khẩu", {LUMI}),
    ("An Phát lưu khóa API trong mã nguồn", {SAFE}),
    ("An Phat's VPN was open to everybody", {SAFE}),
    ("247express mất dữ liệu vận đơn", {EXPRESS_247}),
    ("Tinh Vân phát hành bản vá", {CLOUDS}),
    ("tinhvan gửi bản vá qua thư", {CLOUDS}),
    ("Máy chủ TAN bị mã hóa", {TAN}),
    ("nhattinlogistics.vn sập hai ngày", {FAITH}),
    ("Bưu gửi nhất tín bị rách", {FAITH}),
    ("camera mắt thần bị chiếm quyền", {EYE}),
    ("Nhờ Bình Minh quét mã độc", {SUNRISE}),
    ("ACT chưa vá bộ định tuyến biên", {ACT}),
    ("vinaphone mất sóng bốn xã", {AREA_4}),
    ("lachongsoft.vn bị chiếm quyền", {DESCENT}),
    ("phần mềm lạc hồng không ghi nhật ký", {DESCENT}),
    ("ITEL mất kết nối quốc tế, Đông Dương báo muộn", {ITEL}),
    ("phần mềm bravo mất dữ liệu kế toán", {BRAVO}),
]
NAMING_NOBODY = [
    "Máy chủ số 3 hết dung lượng lúc nửa đêm.",
    "Chuyển dịch vụ sang máy chủ số 3 trong 15 phút",
    "Router bị treo, phải khởi động lại bằng tay.",
    "Thay router và tường lửa đã hết hạn hỗ trợ",
    "Bộ phận chuyển phát nhanh hợp nhất đơn trước khi giao.",
    "Cho chuyển phát nhanh hợp nhất các tuyến ban đêm",
    "Điểm bưu điện văn hóa xã mất điện hai ngày.",
    "Người dân đến bưu điện văn hóa xã để nộp hồ sơ",
    "Việc khôi phục đã thành công sau 3 giờ.",
    "Thành công nhờ có bản sao lưu ngoại tuyến.",
    "Các doanh nghiệp viễn thông, bưu chính và công nghệ thông tin cùng trực.",
    "Sự cố hạ tầng viễn thông Phú Thọ kéo dài do mưa lũ",
    "Hạ tầng số của tỉnh Phú Thọ cần thêm một tuyến cáp quang dự phòng.",
    "Rà soát an toàn thông tin và giải pháp công nghệ của đơn vị",
    "Giao hàng nhanh không quan trọng bằng giao đúng người.",
    "Nên giao hàng tiết kiệm thời gian hơn, không chạy hai chuyến",
    "Giải pháp an toàn thông tin phải được kiểm thử hằng quý.",
    "Thông báo trên trang là bản cũ, chưa ai gỡ.",
    "Cả ca trực là bạn cũ nên chia sẻ mật khẩu cho nhau",
    "Cán bộ phường Long Biên nhận thư giả.",
    "Người Việt dùng tiếng việt trong mật khẩu",
    "Bật xác thực hai lớp cho mọi tài khoản VPN, SSH và RDP.",
    "Cấu hình DNS sai khiến website của UBND xã không vào được.",
    "CSDL bị mã hóa, khóa giải mã không mua được.",
    "Kiểm tra log của firewall, switch và server mỗi sáng",
    "Dữ liệu trên cloud cũng phải sao lưu theo quy tắc 3-2-1.",
    "KHÔNG CHIA SẺ MẬT KHẨU CHO NGƯỜI NGOÀI",
    "Bộ Khoa học và Công nghệ đã có cảnh báo về lỗ hổng này.",
    "Công an tỉnh và Sở Khoa học và Công nghệ cùng làm việc tại chỗ.",
    "Các đơn vị thống nhất gọi số trực khi có sự cố.",
    "Thống nhất đầu mối trước khi báo cáo.",
    "Trực từ bình minh đến nửa đêm, thay ca hai lần",
    "Rút kinh nghiệm: công ty nào cũng phải có bản sao lưu.",
    "Doanh nghiệp công nghệ số trên địa bàn hỗ trợ người dân.",
    "Trung tâm dữ liệu mất điện, máy phát không nổ.",
    "Mạng lưới bưu cục chuyển sang ghi tay trong ba giờ.",
    "Nhân viên tín nhiệm cao cũng phải đổi mật khẩu",
    "Trong ao trước cơ quan có hoa sen.",
    "Đơn vị thứ 3 giữ khóa quản trị.",
    "The router was replaced and the server rebooted.",
    "Postal and telecom companies keep a smart backup in the cloud.",
    "Thành phố Hà Nội gửi cảnh báo về lỗ hổng",
    "Mắt thần kinh bị mỏi vì trực đêm",
    "Nhất tín hiệu mất thì gọi ngay",
    "Công an phát hiện nhóm lừa đảo qua mạng.",
    "Ảnh dương tính giả của phần mềm quét",
    "Công nghệ tân tiến không thay được người trực",
    "TIN GIẢ LAN NHANH TRÊN MẠNG XÃ HỘI",
    "AN TOÀN THÔNG TIN LÀ VIỆC CỦA MỌI NGƯỜI",
    "Phường Bình Minh mất điện, đường truyền tới Tân Tiến gián đoạn.",
    "ACT NOW: PATCH TODAY, then act on alerts.",
    "Tại Long Biên và Tân Tiến, 12 trạm mất điện",
    "Tech support answered in ten minutes.",
    "Two providers lost power; the network came back by sunrise.",
]


@pytest.mark.parametrize(("text", "meant"), NAMING)
def test_a_business_is_found_in_whatever_writing_people_name_it(text: str, meant: set[str]) -> None:
    assert named(text) == meant


@pytest.mark.parametrize("text", NAMING_NOBODY)
def test_words_of_the_trade_and_of_every_day_name_nobody(text: str) -> None:
    assert named(text) == set()
