### Chung

button-back = ◀ Quay lại
button-cancel = ✖ Hủy
dialogue-corrected = ✏️ Đã ghi theo tin Anh/Chị vừa sửa.
dialogue-not-corrected = ✏️ Nội dung vừa sửa chưa được ghi nhận: những gì đã gửi vẫn giữ nguyên. Nếu cần sửa, đề nghị gửi một tin mới.
dialogue-cancelled = Đã hủy. Không có gì được gửi đi.
dialogue-retired = 🚫 <b>Đã hủy.</b>
dialogue-none = Hiện không có thao tác nào đang làm dở. Gõ /trogiup để xem các lệnh.

refusal-tax-code-length = Mã số thuế cần 10 chữ số (doanh nghiệp), 13 chữ số (chi nhánh) hoặc 12 chữ số (hộ kinh doanh); mã vừa gõ có { $length } chữ số. Đề nghị Anh/Chị kiểm tra và gõ lại, ví dụ: 0100112437 hoặc 0314409058-002.
refusal-tax-code-characters = Mã số thuế chỉ gồm chữ số, nhưng mã vừa gõ có “{ $characters }”. Đề nghị Anh/Chị gõ lại, lưu ý không nhầm chữ O với số 0, chữ l với số 1.
refusal-tax-code-check-digit = Mã số thuế { $digits } chưa đúng: chữ số thứ 10 (chữ số kiểm tra) không khớp với các chữ số trước, có thể một chữ số bị gõ nhầm. Đề nghị Anh/Chị đối chiếu với giấy chứng nhận đăng ký doanh nghiệp và gõ lại.
refusal-tax-code-never-issued = Không có mã số thuế { $code }: số thứ tự và số chi nhánh không thể gồm toàn số 0. Chi nhánh được đánh số từ 001 đến 999, ví dụ: 0314409058-002.
refusal-branch-code-short = Mã chi nhánh cần 3 chữ số sau dấu gạch, mã này chỉ có 2 ({ $digits }). Đề nghị Anh/Chị kiểm tra và gõ lại, ví dụ: 0314409058-002.
refusal-tax-code-of-nobody = { $code } không phải mã số thuế: mã 12 chữ số của hộ kinh doanh là số định danh cá nhân, bắt đầu bằng mã tỉnh (001 đến 096) hoặc mã quốc gia nơi khai sinh, tiếp theo là thế kỷ, giới tính và năm sinh. Nếu là mã chi nhánh thì có 13 chữ số, có thể thiếu số 0 ở đầu. Đề nghị Anh/Chị kiểm tra và gõ lại.
refusal-email-invalid = Địa chỉ thư điện tử chưa đúng. Đề nghị Anh/Chị gõ một địa chỉ duy nhất, ví dụ vanthu@skhcn.gov.vn.
refusal-phone-invalid = Số điện thoại chưa đúng (vừa gõ { $digits } chữ số). Đề nghị Anh/Chị gõ một số duy nhất: di động 10 chữ số, ví dụ 0912 345 678; cố định kèm mã vùng, ví dụ 024 3822 1234; số nước ngoài bắt đầu bằng dấu +.
refused-typed = Vừa gõ: “{ $typed }”.
refusal-moment-unclear = Hệ thống chưa hiểu thời gian vừa gõ. Đề nghị Anh/Chị viết theo một trong các cách: 14:30 · 17:00 thứ sáu · ngày mai 8h · 8h thứ hai · hết ngày mai · 30 phút · 2 giờ nữa.
refusal-beginning-not-read = Hệ thống chưa hiểu thời gian vừa gõ. Đề nghị Anh/Chị viết theo một trong các cách: 14h30 · 20 phút trước · sáng nay · tối qua 23h · 9h hôm kia · 20h 18/11.
refusal-hour-missing = Khi đó là khoảng mấy giờ? Đề nghị gõ cả ngày và giờ hoặc buổi, ví dụ: 9h hôm qua · tối qua · 30 phút trước.
refusal-hour-or-day = Đây là giờ hay ngày? Nếu là giờ, đề nghị gõ { $hour }; nếu là ngày, đề nghị gõ thêm giờ, ví dụ: 9h { $day }.
refusal-which-hour = Đây là giờ nào? Đề nghị gõ rõ: { $morning }, { $afternoon }, hoặc { $hours } tiếng trước.
refusal-no-such-date = Lịch không có ngày { $said }. Đề nghị Anh/Chị xem lại và gõ ngày khác, ví dụ: 17:00 thứ sáu.
refusal-weekday-differs = Ngày { $date } là { $weekday ->
    [0] thứ hai
    [1] thứ ba
    [2] thứ tư
    [3] thứ năm
    [4] thứ sáu
    [5] thứ bảy
   *[6] chủ nhật
}. Đề nghị Anh/Chị gõ lại ngày hoặc thứ.
refusal-year-unclear = Ngày { $past } đã qua. Nếu Anh/Chị muốn nói { $ahead }, đề nghị gõ đủ cả năm: { $whole }.
refusal-day-past = Ngày { $day } đã qua. Đề nghị Anh/Chị gõ một ngày sắp tới, ví dụ: thứ sáu hoặc ngày mai.
refusal-moment-past = Thời điểm { $at } đã qua. Đề nghị Anh/Chị gõ một thời điểm sắp tới, ví dụ: 17:00 thứ sáu hoặc ngày mai 8h.

button-menu = ☰ Menu
button-skip = Bỏ qua
button-next = Tiếp tục
button-finish = Hoàn tất
button-done = ✔ Xong
button-on = ☑ { $name }
button-off = ☐ { $name }
button-chosen = ✔ { $text }

person-erased = (đã xóa dữ liệu)

refusal-not-allowed = Chức năng này không thuộc vai trò của Anh/Chị.
refusal-private-only = Đề nghị Anh/Chị nhắn riêng với bot để thực hiện việc này.
refusal-tap-unreadable = Nút này không còn dùng được. Đề nghị Anh/Chị mở lại từ /menu.

greeting = Kính chào Anh/Chị. Đây là <b>Sẵn Sàng</b>, kênh liên lạc của <b>{ $network }</b> { $home } do { $department } điều phối.
menu-unread = 📎 Bot không đọc được nội dung vừa gửi (nhãn dán, trò chơi …); chưa gửi tới ai. Đề nghị gõ chữ, hoặc gửi ảnh, tin thoại, tài liệu, vị trí.
menu-unread-write = 📎 Bot không đọc được nội dung vừa gửi (nhãn dán, trò chơi …); chưa gửi tới ai. Để nhắn cơ quan điều phối, đề nghị Anh/Chị gõ chữ, hoặc gửi ảnh, tin thoại, vị trí. Trường hợp nguy hiểm đến tính mạng, đề nghị gọi 113, 114 hoặc 115.
menu-open-now = <b>Đang mở</b>
menu-coordinator = <b>Điều phối viên</b> · Anh/Chị cần làm gì?
menu-owner = <b>Điều phối viên</b> · quản trị hệ thống · Anh/Chị cần làm gì?
menu-observer = <b>Quan sát viên</b> · Anh/Chị xem được danh bạ của mạng lưới, không kèm số điện thoại.
menu-representative = <b>Đơn vị thành viên</b> · Khi có sự cố, cảnh báo sẽ đến ngay trong cuộc trò chuyện này.
menu-stranger = Doanh nghiệp viễn thông, bưu chính, công nghệ thông tin của { $home_kind } có thể đăng ký tham gia mạng lưới tại đây.
menu-half-written = 📝 Đang soạn dở: { $name }, từ { $at }
button-go-on-writing = 📝 Soạn tiếp
menu-entry-waits = { $what } ({ $count })
half-written-registration = hồ sơ đăng ký
half-written-incident = khai báo sự cố
half-written-decision = lý do quyết định hồ sơ
half-written-notice = tin nhắn tới các đơn vị
half-written-offer = bổ sung câu trả lời
half-written-capability = danh mục năng lực
half-written-task = nhiệm vụ
half-written-task-word = lời báo về nhiệm vụ
half-written-business = thông tin đơn vị
half-written-suspension = tạm dừng đơn vị
half-written-merger = gộp đơn vị
half-written-duty = lịch trực
half-written-question-answer = câu trả lời cho đơn vị
half-written-correction = bản sửa nội dung đã gửi
half-written-call-more = gọi thêm đơn vị
half-written-report = báo cáo
half-written-report-words = lời về báo cáo
half-written-review = bản đánh giá
half-written-review-voice = ý kiến về sự cố
half-written-review-remark = nhận xét cho bản đánh giá
half-written-advisory = cảnh báo sớm
half-written-advisory-words = nội dung sửa cảnh báo sớm
half-written-lesson = bài học
half-written-lesson-words = lời về bài học
half-written-honour = lời tuyên dương
half-written-escalation = chuyển cấp trên
half-written-escalation-post = người giữ vị trí cấp trên
half-written-command = bàn giao chỉ huy
half-written-update = tin cập nhật
half-written-system = hệ thống thông tin
half-written-playbook = kịch bản ứng phó
half-written-playbook-skip = lý do bỏ qua một bước
half-written-policy = chính sách
half-written-touched = hệ thống bị ảnh hưởng
half-written-paper = nội dung văn bản
half-written-script = kịch bản
half-written-drill = lịch diễn tập
half-written-exercise = diễn tập
half-written-inject-words = lời trong tình huống diễn tập
half-written-template = mẫu cảnh báo
half-written-roster = tìm trong danh bạ
half-written-clear-words = lời kết thúc sự cố
half-written-figures = xem số liệu kỳ
half-written-audit = tra nhật ký thao tác
half-written-systems = tìm trong sổ hệ thống
menu-more = Anh/Chị cần mục nào?
menu-prepare = 🗂 <b>Chuẩn bị trước khi có sự cố</b> · Anh/Chị cần mục nào?
menu-after = 🌤 <b>Sau sự cố</b> · Anh/Chị cần mục nào?
offers = <b>{ $code }</b> · { $title }
    Anh/Chị cần làm gì thêm?
offers-none = <b>{ $code }</b> · { $title }
    Hiện không có việc nào khác cần làm với sự cố này.
menu-speaks-for = Đại diện: { $businesses }
menu-entry-more = ⋯ Mục khác
menu-entry-prepare = 🗂 Chuẩn bị
menu-entry-after = 🌤 Sau sự cố
menu-entry-menu = ◀ Quay lại
menu-entry-help = Trợ giúp
menu-entry-language = 🌐 English

help-coordinator = <b>Trợ giúp cho điều phối viên</b>
    Gõ <code>/suco</code> kèm một dòng mô tả để khai báo nhanh, ví dụ:
    <code>/suco Mất kết nối cáp quang tại phường Trung tâm</code>
help-owner = <b>Trợ giúp cho quản trị hệ thống</b>
    Anh/Chị có mọi quyền của điều phối viên. Gõ <code>/suco</code> kèm một dòng mô tả để khai báo nhanh, ví dụ:
    <code>/suco Mất kết nối cáp quang tại phường Trung tâm</code>
help-observer = <b>Trợ giúp cho quan sát viên</b>
    Anh/Chị tra cứu được các đơn vị của mạng lưới. Số điện thoại chỉ điều phối viên và đơn vị thành viên xem được.
help-representative = <b>Trợ giúp cho đơn vị thành viên</b>
    Khi có cảnh báo, chỉ cần bấm một nút để trả lời. Có thể đổi câu trả lời cho đến khi kết thúc.
help-stranger = <b>Trợ giúp</b>
    Để tham gia mạng lưới, đề nghị Anh/Chị gõ /dangky và làm theo hướng dẫn.
help-line = /{ $command } – { $what }
command-unknown = Không có lệnh <code>/{ $name }</code>; chưa gửi gì tới ai. Gõ /trogiup để xem các lệnh, hoặc gõ nội dung không có dấu / ở đầu để nhắn.
command-unknown-nearest = Không có lệnh <code>/{ $name }</code>. Có phải Anh/Chị cần /{ $command } – { $what }?
command-menu = Mở menu
command-help = Trợ giúp
command-cancel = Hủy thao tác đang làm
command-language = Ngôn ngữ / Language

language-ask = Đề nghị Anh/Chị chọn ngôn ngữ.
    Please choose a language.
language-vi = Tiếng Việt
language-en = English
language-chosen = Từ nay bot sẽ dùng tiếng Việt.

## Địa phương của cơ quan điều phối

home-province = tỉnh { $name }
home-city = thành phố { $name }
home-kind-province = tỉnh
home-kind-city = thành phố
