### Sẵn Sàng: lời bằng tiếng Việt (bản gốc). HTML của Telegram; giá trị do người dùng gõ được mã hóa trước khi chèn.

## Chung

button-back = ◀ Quay lại
button-cancel = ✖ Hủy
dialogue-cancelled = Đã hủy. Không có gì được gửi đi.
dialogue-none = Hiện không có thao tác nào đang làm dở. Gõ /trogiup để xem các lệnh.

refusal-tax-code-length = Mã số thuế cần 10 chữ số (doanh nghiệp), 13 chữ số (chi nhánh) hoặc 12 chữ số (hộ kinh doanh); mã vừa gõ có { $length } chữ số. Đề nghị Anh/Chị kiểm tra và gõ lại, ví dụ: 0100112437 hoặc 0314409058-002.
refusal-tax-code-characters = Mã số thuế chỉ gồm chữ số, nhưng mã vừa gõ có “{ $characters }”. Đề nghị Anh/Chị gõ lại, lưu ý không nhầm chữ O với số 0, chữ l với số 1.
refusal-tax-code-check-digit = Mã số thuế { $digits } chưa đúng: chữ số thứ 10 (chữ số kiểm tra) không khớp với các chữ số trước, có thể một chữ số bị gõ nhầm. Đề nghị Anh/Chị đối chiếu với giấy chứng nhận đăng ký doanh nghiệp và gõ lại.
refusal-tax-code-never-issued = Không có mã số thuế { $code }: số thứ tự và số chi nhánh không thể gồm toàn số 0. Chi nhánh được đánh số từ 001 đến 999, ví dụ: 0314409058-002.
refusal-phone-invalid = Số điện thoại chưa đúng (vừa gõ { $digits } chữ số). Đề nghị Anh/Chị gõ một số duy nhất: di động 10 chữ số, ví dụ 0912 345 678; cố định kèm mã vùng, ví dụ 024 3822 1234; số nước ngoài bắt đầu bằng dấu +.
refusal-moment-unclear = Hệ thống chưa hiểu thời gian vừa gõ. Đề nghị Anh/Chị viết theo một trong các cách: 14:30 · 17:00 25/11 · ngày mai 8h · 30 phút · 2 giờ nữa.
refusal-moment-past = Thời điểm { $at } đã qua. Đề nghị Anh/Chị gõ một thời điểm sắp tới, ví dụ: 17:00 25/11 hoặc ngày mai 8h.

button-menu = ☰ Menu
button-skip = Bỏ qua
button-next = Tiếp tục
button-finish = Hoàn tất
button-done = ✔ Xong
button-on = ☑ { $name }
button-off = ☐ { $name }
button-chosen = ✔ { $text }

refusal-not-allowed = Chức năng này không thuộc vai trò của Anh/Chị.
refusal-private-only = Đề nghị Anh/Chị nhắn riêng với bot để thực hiện việc này.
refusal-tap-unreadable = Nút này không còn dùng được. Đề nghị Anh/Chị mở lại từ /menu.

greeting = Kính chào Anh/Chị. Đây là <b>Sẵn Sàng</b>, kênh liên lạc của <b>Mạng lưới chuyển đổi số và ứng cứu sự cố</b> do { $department } điều phối.
menu-coordinator = <b>Điều phối viên</b> · Anh/Chị cần làm gì?
menu-representative = <b>Đơn vị thành viên</b> · Khi có sự cố, cảnh báo sẽ đến ngay trong cuộc trò chuyện này.
menu-stranger = Doanh nghiệp viễn thông, bưu chính, công nghệ thông tin của tỉnh có thể đăng ký tham gia mạng lưới tại đây.
menu-speaks-for = Đại diện: { $businesses }
menu-entry-declare = 🚨 Khai báo sự cố
menu-entry-incidents = 📊 Tình hình
menu-entry-applications = 📥 Hồ sơ chờ duyệt
menu-entry-capabilities = 🧰 Năng lực
menu-entry-register = 📝 Đăng ký tham gia
menu-entry-help = Trợ giúp
menu-entry-language = 🌐 English

help-coordinator = <b>Trợ giúp cho điều phối viên</b>
    Gõ <code>/suco</code> kèm một dòng mô tả để khai báo nhanh, ví dụ:
    <code>/suco Mất kết nối cáp quang tại phường Trung tâm</code>
help-representative = <b>Trợ giúp cho đơn vị thành viên</b>
    Khi có cảnh báo, chỉ cần chạm một nút để trả lời. Có thể đổi câu trả lời cho đến khi kết thúc.
help-stranger = <b>Trợ giúp</b>
    Để tham gia mạng lưới, đề nghị Anh/Chị gõ /dangky và làm theo hướng dẫn.
help-line = /{ $command } – { $what }
command-incident = Khai báo sự cố, diễn tập
command-incidents = Tình hình các sự cố
command-applications = Hồ sơ chờ duyệt
command-capabilities = Danh mục năng lực
command-register = Đăng ký tham gia mạng lưới
command-menu = Mở menu
command-help = Trợ giúp
command-cancel = Hủy thao tác đang làm
command-language = Ngôn ngữ / Language

language-ask = Đề nghị Anh/Chị chọn ngôn ngữ.
    Please choose a language.
language-vi = Tiếng Việt
language-en = English
language-chosen = Từ nay bot sẽ dùng tiếng Việt.

trouble-sorry = Rất tiếc, hệ thống gặp lỗi nên thao tác này chưa được thực hiện. Quản trị viên đã được báo; đề nghị Anh/Chị thử lại sau ít phút.
trouble-quarantined = ⚠️ <b>Hệ thống:</b> một thao tác của người dùng không xử lý được sau 3 lần thử và đã được tách riêng (mã { $update_id }). Dữ liệu khác không bị ảnh hưởng. Đề nghị xem nhật ký hệ thống.

## Sự cố

kind-incident = Sự cố
kind-drill = Diễn tập
kind-problem = Bài toán CĐS
severity-low = Thấp
severity-medium = Trung bình
severity-serious = Nghiêm trọng
severity-critical = Đặc biệt nghiêm trọng
severity-low-marked = ⚪ Thấp
severity-medium-marked = 🟡 Trung bình
severity-serious-marked = 🟠 Nghiêm trọng
severity-critical-marked = 🔴 Đặc biệt nghiêm trọng
type-technical = Sự cố kỹ thuật
type-operation = Lỗi vận hành
type-disaster = Thiên tai, điện, đường truyền
type-denial-of-service = Từ chối dịch vụ
type-phishing = Tấn công giả mạo
type-malware = Mã độc
type-intrusion = Truy cập trái phép, chiếm quyền
type-defacement = Thay đổi giao diện
type-encryption = Mã hóa dữ liệu
type-sabotage = Phá hoại dữ liệu
type-espionage = Nghe trộm, lấy cắp dữ liệu
type-combined = Tấn công tổng hợp
type-other = Khác
whole-province = Toàn { $province }
people-count = { $count } người

card-first-line = { $mark } <b>{ $code } · { $title }</b>
card-first-line-drill = { $mark } <b>DIỄN TẬP · { $code } · { $title }</b>
card-severity = Mức độ: <b>{ $severity }</b> · { $type }
card-place = Địa bàn: { $place }
card-needs = Cần: { $needs }
card-until = Cần hỗ trợ đến: { $until }
card-repeated = ↻ <i>Tin gửi lại, vì chưa chắc lần gửi trước đã đến nơi. Nếu đã trả lời, Quý đơn vị không cần trả lời lại.</i>
card-asking-incident = Đề nghị Quý đơn vị cho biết khả năng tham gia ứng cứu. <i>Câu trả lời được ghi nhận khi tin này hiện dấu ✔.</i>
card-asking-drill = Đây là diễn tập; đề nghị Quý đơn vị trả lời như tình huống thật. <i>Câu trả lời được ghi nhận khi tin này hiện dấu ✔.</i>
card-asking-problem = Rất mong Quý đơn vị góp sức giải quyết bài toán này. Đề nghị Quý đơn vị cho biết khả năng tham gia. <i>Câu trả lời được ghi nhận khi tin này hiện dấu ✔.</i>
card-closed = 🟢 <b>Đã kết thúc lúc { $at }.</b> { $summary }
card-answer = ✔ <b>{ $member }</b>: { $answer }
    <i>{ $by }, { $at }</i>
card-eta = Dự kiến có mặt lúc { $at }
card-offered-people = Nhân lực: { $count } người
card-offered-equipment = Năng lực, phương tiện: { $names }
card-note = Ghi chú: { $note }
card-stood-down = Đã rút lực lượng lúc { $at }

answer-ready = ✅ Sẵn sàng
answer-ready-30 = 🕐 30 phút
answer-ready-60 = 🕐 1 giờ
answer-ready-120 = 🕐 2 giờ
answer-remote = 💻 Hỗ trợ từ xa
answer-needs-info = ❓ Cần thêm thông tin
answer-cannot = ⛔ Không thể tham gia
answer-stored = Đã ghi nhận: { $answer }. Xin cảm ơn Quý đơn vị.
button-details = ℹ️ Xem chi tiết
button-details-with-file = ℹ️ Xem chi tiết 📎
button-offer = ➕ Người, phương tiện, ghi chú
details-history = <b>Các lần trả lời của { $member }</b>
details-step = { $at } · { $answer } <i>({ $by })</i>
details-source = <i>{ $department }, { $at }</i>
reminder-incident = 🔔 Chưa nhận được trả lời của Quý đơn vị về cảnh báo gửi lúc { $at }. Đề nghị Quý đơn vị cho biết khả năng tham gia, kể cả khi không thể.
reminder-drill = 🔔 Chưa nhận được trả lời của Quý đơn vị về tình huống diễn tập gửi lúc { $at }. Đề nghị Quý đơn vị chạm một nút dưới đây để trả lời.
reminder-problem = 🔔 Chưa nhận được trả lời của Quý đơn vị về bài toán gửi lúc { $at }. Đề nghị Quý đơn vị cho biết khả năng tham gia, kể cả khi không thể.
incidents-list = <b>Tình hình</b> · { $count } việc gần nhất. Chạm để xem.
incidents-none = Hiện chưa có sự cố hay diễn tập nào.
incidents-line = { $mark } { $code } · { $title }

offer-people = <b>{ $code }</b> · Quý đơn vị có thể cử bao nhiêu người? Chạm một số hoặc gõ số khác.
offer-equipment = <b>{ $code }</b> · Quý đơn vị có thể hỗ trợ bằng năng lực, phương tiện nào?
offer-note = <b>{ $code }</b> · Anh/Chị có ghi chú gì cho điều phối viên? Gõ tại đây, hoặc chạm “Hoàn tất”.
offer-done = ✔ Đã bổ sung vào câu trả lời cho <b>{ $code }</b>. Xin cảm ơn Quý đơn vị.
offer-nothing = Chưa bổ sung gì; câu trả lời cho <b>{ $code }</b> giữ nguyên.
offer-stopped = Đã dừng. Những gì đã bổ sung vào câu trả lời cho <b>{ $code }</b> được giữ nguyên.
stood-down = Đã ghi nhận. Xin cảm ơn Quý đơn vị đã tham gia.
useful-thanks = Xin cảm ơn ý kiến của Anh/Chị.

refusal-incident-unknown = Không tìm thấy sự cố này.
refusal-incident-closed = { $code } đã kết thúc lúc { $at }, nên không nhận thêm trả lời. Xin cảm ơn Anh/Chị.
refusal-not-alerted = Cảnh báo này không gửi đến đơn vị của Anh/Chị.
refusal-answer-stands = Câu trả lời này đã được ghi nhận lúc { $at }; không cần chạm lại.
refusal-answer-first = Đề nghị Anh/Chị chọn “Sẵn sàng” hoặc “Hỗ trợ từ xa” trước khi bổ sung.
refusal-note-length = Ghi chú tối đa { $limit } ký tự; vừa gõ { $length } ký tự. Đề nghị viết ngắn hơn.
refusal-people-count = Số người phải từ 1 đến { $limit }.
refusal-nothing-to-stand-down = Đơn vị không có lực lượng đang tham gia, hoặc việc rút lực lượng đã được ghi nhận trước đó.

## Khai báo

declare-start = 🚨 <b>Khai báo</b>
    Gõ <b>một dòng</b> mô tả việc gì xảy ra, ở đâu; hoặc chọn một mẫu dưới đây.
button-step-by-step = 📝 Khai báo từng mục
declare-severity = <b>{ $title }</b>

    Mức độ nào? <i>(thang của mạng lưới)</i>
preview-head = 👁 <i>Bản xem trước – đơn vị thành viên thấy đúng như sau:</i>
preview-reach = ━━━━━━━━
    Gửi tới <b>{ $members } đơn vị ({ $people } người)</b>?
preview-confirm = ━━━━━━━━
    ⚠️ <b>Xác nhận gửi tới { $members } đơn vị ({ $people } người)?</b> Sau khi gửi không thu hồi được.
preview-nobody = ━━━━━━━━
    ⚠️ Chưa có đơn vị nào phù hợp. Đề nghị chạm <b>Sửa</b> để mở rộng địa bàn, lĩnh vực hoặc năng lực.
preview-incomplete = ━━━━━━━━
    ⚠️ Cần có tiêu đề và nội dung trước khi gửi. Đề nghị chạm <b>Sửa</b>.
button-send-to = 📨 Gửi tới { $members } đơn vị ({ $people } người)
button-send-now = 🚨 Xác nhận gửi
button-edit = ✏️ Sửa
button-preview = 👁 Xem trước
declare-hub = 📝 <b>Nội dung khai báo</b> – chạm vào mục cần sửa.
declare-field = <b>{ $name }:</b> { $value }
field-kind = Loại
field-level = Mức độ
field-title = Tiêu đề
field-description = Nội dung
field-type = Dạng sự cố
field-place = Địa bàn
field-sectors = Lĩnh vực
field-capabilities = Năng lực
field-headcount = Số người cần
field-until = Thời hạn hỗ trợ
field-attachment = Tệp đính kèm
value-none = Không đặt
value-all = Tất cả
value-any = Bất kỳ
value-attached = có 📎
declare-ask-kind = Đây là việc gì?
declare-ask-type = Dạng sự cố nào? <i>(theo Mẫu 05, Thông tư 20/2017/TT-BTTTT)</i>
declare-ask-level = Mức độ nào? <i>(thang của mạng lưới)</i>
declare-ask-title = Gõ tiêu đề ngắn, tối đa 120 ký tự: việc gì, ở đâu.
declare-ask-description = Gõ nội dung: việc gì đã xảy ra, cần các đơn vị làm gì.
declare-ask-place = Gõ tên xã, phường, đặc khu cần hỗ trợ (không cần dấu), hoặc chọn toàn tỉnh.
declare-ask-place-found = Kết quả cho “{ $asked }”. Chạm để chọn hoặc bỏ chọn; có thể gõ thêm tên khác.
button-whole-province = 🗺 Toàn tỉnh
declare-ask-sectors = Gửi tới các đơn vị thuộc lĩnh vực nào?
declare-ask-capabilities = Cần năng lực nào? Đơn vị có một trong các năng lực được chọn sẽ nhận cảnh báo.
declare-chosen = Đã chọn: <b>{ $names }</b>
declare-ask-headcount = Cần bao nhiêu người? Chạm hoặc gõ một số.
declare-ask-until = Cần hỗ trợ đến khi nào? Chạm, hoặc gõ ví dụ: 17:00 25/11 · ngày mai 8h · 3 giờ nữa.
declare-ask-attachment = Gửi một ảnh hoặc tài liệu; đơn vị thành viên mở bằng nút “Xem chi tiết”.
button-remove-file = 🗑 Bỏ tệp
hours = { $hours } giờ
only-a-preview = Đây là bản xem trước. Nút này dành cho đơn vị thành viên, dùng được sau khi gửi.
declare-sent = Đang gửi { $code } tới { $members } đơn vị ({ $people } người).

template-fibre-cut-name = 🔌 Đứt cáp quang
template-fibre-cut-title = Đứt cáp quang, mất kết nối diện rộng
template-fibre-cut-text = Tuyến cáp quang bị đứt, nhiều địa bàn mất kết nối. Đề nghị Quý đơn vị cử đội ứng cứu và cho biết tuyến dự phòng có thể sử dụng.
template-power-cut-name = ⚡ Mất điện
template-power-cut-title = Mất điện diện rộng, trạm và điểm phục vụ cần nguồn điện
template-power-cut-text = Mất điện diện rộng. Đề nghị Quý đơn vị cho biết số máy phát điện, nhiên liệu và nhân lực có thể hỗ trợ các trạm, điểm phục vụ trọng yếu.
template-ransomware-name = 🦠 Mã hóa dữ liệu
template-ransomware-title = Hệ thống bị mã hóa dữ liệu, nghi do mã độc tống tiền
template-ransomware-text = Một hệ thống thông tin của tỉnh bị mã hóa dữ liệu. Đề nghị Quý đơn vị hỗ trợ khoanh vùng, cô lập, điều tra dấu vết và khôi phục dữ liệu; không tự ý liên hệ đối tượng tấn công.
template-denial-of-service-name = 🌐 Từ chối dịch vụ
template-denial-of-service-title = Tấn công từ chối dịch vụ vào hệ thống thông tin của tỉnh
template-denial-of-service-text = Hệ thống thông tin của tỉnh bị tấn công từ chối dịch vụ. Đề nghị Quý đơn vị hỗ trợ lọc lưu lượng, điều hướng đường truyền và giám sát.
template-flood-name = 🌊 Bão, lũ
template-flood-title = Bão, lũ gây gián đoạn thông tin liên lạc
template-flood-text = Bão, lũ gây gián đoạn thông tin liên lạc tại nhiều địa bàn. Đề nghị Quý đơn vị cho biết nhân lực, xe, máy phát điện và thiết bị liên lạc có thể huy động.
template-drill-name = 🧪 Diễn tập liên lạc
template-drill-title = Kiểm tra thông tin liên lạc của mạng lưới
template-drill-text = Diễn tập kiểm tra khả năng liên lạc và huy động của mạng lưới. Đề nghị Quý đơn vị trả lời ngay khi nhận được tin này.

refusal-already-sent = Nội dung này đã được gửi với mã { $code }; không gửi lần thứ hai.
refusal-nobody-to-alert = Không còn đơn vị nào phù hợp để gửi. Đề nghị mở rộng địa bàn, lĩnh vực hoặc năng lực.
refusal-title-length = Tiêu đề cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-description-length = Nội dung cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-until-past = Thời hạn hỗ trợ đã qua. Đề nghị chạm “Sửa” và đặt lại thời hạn.
refusal-headcount-range = Số người phải từ 0 đến { $limit }.
refusal-number-unclear = Đề nghị gõ một số bằng chữ số, ví dụ: 20.
refusal-attachment-unclear = Đề nghị gửi một ảnh hoặc một tài liệu.
refusal-commune-not-found = Không tìm thấy xã, phường, đặc khu nào giống “{ $asked }” trong tỉnh. Đề nghị gõ tên không kèm huyện, ví dụ: hoan kiem.
refusal-too-many-communes = Chọn được tối đa { $limit } xã, phường. Nếu cần rộng hơn, đề nghị chọn toàn tỉnh.
refusal-button-expected = Bước này trả lời bằng nút. Đề nghị Anh/Chị chạm một nút ở tin trên.
refusal-template-unknown = Mẫu này không còn dùng. Đề nghị mở lại bằng /suco.

## Tổng hợp

group-ready = Sẵn sàng
group-remote = Hỗ trợ từ xa
group-needs-info = Cần thêm thông tin
group-cannot = Không thể tham gia
group-silent = Chưa trả lời
group-unreachable = Không liên lạc được
group-waiting = Đang gửi
group-not-sent = Chưa kịp gửi
tally-reach = Gửi tới <b>{ $members } đơn vị</b> ({ $people } người) · đã gửi { $sent } tin
tally-on-its-way = 📤 Đang gửi: { $count } tin
tally-failed = 📵 Không gửi được: { $count } tin
tally-dropped = Không gửi nữa (không còn cần thiết): { $count } tin
tally-uncertain = ❔ Chưa rõ đã đến hay chưa: { $count } tin
tally-group = { $mark } { $name }: <b>{ $count }</b> ({ $share })
tally-group-silent = { $mark } { $name }: <b>{ $count }</b> ({ $share }), trong đó { $seen } đã xem
tally-headcount = 👷 Nhân lực: <b>{ $offered }</b> người ({ $members } đơn vị đã báo số)
tally-headcount-of = 👷 Nhân lực: <b>{ $offered } / { $wanted }</b> người ({ $members } đơn vị đã báo số)
tally-share = · { $name }: { $engaged } / { $called } đơn vị tham gia
tally-arrivals = <b>Có mặt sớm nhất</b>
tally-aftermath = ✅ Đã rút lực lượng: <b>{ $stood_down } / { $engaged }</b> đơn vị
    Cảnh báo hữu ích: 👍 { $useful } · 👎 { $not_useful }
tally-legend = <i>Cập nhật { $at }. “Đã gửi”: Telegram đã nhận, không có nghĩa là đã đọc. “Đã xem”: có người mở chi tiết.</i>
arrival-now = ngay
arrival-at = { $at }
arrival-late = ⚠️ đã quá giờ ({ $at })
list-head = { $mark } <b>{ $name }: { $count } đơn vị</b> · { $code }
list-empty = <i>Chưa có đơn vị nào.</i>
list-line = <b>{ $when }</b> · { $member } <i>({ $by })</i>
list-line-silent = · { $member }
list-line-seen = · { $member } <i>– đã xem { $at }</i>
list-line-unreachable = · { $member } <i>– { $reason }</i>
unreachable-blocked = đã chặn bot
unreachable-deactivated = tài khoản đã xóa
unreachable-never = chưa từng mở bot
unreachable-other = Telegram từ chối
page-of = { $page } / { $pages }
tally-moved = 📊 <b>{ $code }</b> · Bảng tổng hợp đã chuyển xuống tin mới hơn ở dưới.
button-tally-here = 📊 Mở lại tại đây
button-to-tally = ◀ Về bảng tổng hợp
button-remind = 🔔 Nhắc { $count } đơn vị chưa trả lời
button-notice-needs-info = ✉️ Trả lời { $count } đơn vị cần thông tin
button-notice-all = 📣 Báo tin cho tất cả
button-notice-ready = 📣 Đơn vị tham gia ({ $count })
button-handling = 🟠 Đang xử lý
button-close = 🟢 Kết thúc
reminded = Đang nhắc { $count } người chưa trả lời.
handling-marked = Đã đánh dấu đang xử lý.
refusal-nobody-silent = Mọi đơn vị liên lạc được đều đã trả lời.
refusal-reminded-just-now = Vừa nhắc lúc { $at }. Đề nghị chờ ít nhất một phút.

## Thông báo

notice-ask-all = <b>{ $code }</b> · Gõ nội dung gửi tới <b>tất cả { $people } người</b> đã nhận cảnh báo.
notice-ask-ready = <b>{ $code }</b> · Gõ nội dung gửi tới <b>{ $people } người</b> của các đơn vị tham gia.
notice-ask-needs-info = <b>{ $code }</b> · Gõ câu trả lời gửi tới <b>{ $people } người</b> của các đơn vị cần thêm thông tin.
notice-ask-all-clear = 🟢 <b>Kết thúc { $code }</b>
    Gõ tóm tắt kết quả; tin kết thúc sẽ gửi tới <b>tất cả { $people } người</b>. Có thể dùng tóm tắt gợi ý.
button-suggest = ✨ Dùng tóm tắt gợi ý
summary-suggestion = Sau { $elapsed }, { $answered }/{ $members } đơn vị đã trả lời: { $ready } sẵn sàng, { $remote } hỗ trợ từ xa.
button-send-notice = 📨 Gửi tới { $people } người
button-send-all-clear = 🟢 Kết thúc và gửi tới { $people } người
notice-head-update = 📣 <b>Thông tin cập nhật</b>
notice-head-reply = ✉️ <b>Trả lời của điều phối viên</b>
notice-head-all-clear = 🟢 <b>Kết thúc cảnh báo</b>
notice-all-clear-ending-incident = { $department } trân trọng cảm ơn Quý đơn vị đã sẵn sàng phối hợp cùng tỉnh.
notice-all-clear-ending-drill = Diễn tập đã kết thúc. { $department } trân trọng cảm ơn Quý đơn vị đã phối hợp.
notice-stand-down = Đề nghị Quý đơn vị xác nhận đã rút lực lượng.
button-stand-down = ✅ Đã rút lực lượng
button-useful = 👍 Cảnh báo hữu ích
button-not-useful = 👎 Chưa hữu ích
notice-sent-update = ✔ Đang gửi thông tin cập nhật về { $code } tới { $people } người.
notice-sent-reply = ✔ Đang gửi câu trả lời về { $code } tới { $people } người.
notice-sent-all-clear = 🟢 Đã kết thúc { $code }; tin kết thúc đang gửi tới { $people } người.
refusal-notice-length = Nội dung cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-nobody-to-tell = Hiện không có đơn vị nào để gửi nội dung này.

## Đăng ký

dialogue-words-only = Bước này cần Anh/Chị <b>gõ chữ</b>; ảnh, tệp, nhãn dán hay lệnh khác chưa dùng được ở đây.
dialogue-buttons-only = Ở bước này, đề nghị Anh/Chị <b>chọn bằng nút</b> ngay dưới tin nhắn này.

dialogue-dropped-before = <i>Lưu ý: thao tác Anh/Chị đang làm dở trước đó đã được hủy.</i>

registration-consent =
    <b>Đăng ký tham gia Mạng lưới chuyển đổi số và ứng cứu sự cố { $province }</b>

    Trước khi bắt đầu, { $department } xin ý kiến Anh/Chị về việc lưu dữ liệu cá nhân.

    <b>Lưu gì:</b> họ tên, chức danh, số điện thoại, tài khoản Telegram; thông tin đơn vị; các câu trả lời của Anh/Chị khi có cảnh báo.
    <b>Để làm gì:</b> gửi cảnh báo, tổ chức diễn tập và điều phối hỗ trợ trong mạng lưới; không dùng vào việc khác.
    <b>Ai xem được:</b> điều phối viên; người cùng đại diện đơn vị thấy câu trả lời và tên người trả lời.
    <b>Lưu bao lâu:</b> đến khi Anh/Chị thôi đại diện cho đơn vị hoặc yêu cầu xóa.

    <b>Quyền của Anh/Chị</b> (Luật 91/2025/QH15), thời hạn thực hiện kể từ khi { $department } nhận yêu cầu:
    • rút lại đồng ý: 15 ngày
    • xem, chỉnh sửa: 10 ngày
    • xóa dữ liệu: 20 ngày

    Nếu Anh/Chị không đồng ý, hệ thống không lưu thông tin đăng ký; Anh/Chị có thể đăng ký vào lúc khác.
    <i>Phiên bản { $version }</i>
registration-button-agree = Đồng ý
registration-button-decline = Không đồng ý
registration-declined = Cảm ơn Anh/Chị đã cho biết ý kiến. Hệ thống không lưu thông tin đăng ký nào. Khi cần, Anh/Chị có thể đăng ký bằng lệnh /dangky.

registration-heading = <b>Đăng ký</b> · bước { $number }/{ $count }
registration-written = Đã ghi: <b>{ $value }</b>
registration-button-keep = Giữ nguyên
registration-button-next = Tiếp tục ▶

registration-ask-tax-code =
    Đề nghị Anh/Chị gõ <b>mã số thuế</b> của đơn vị.
    Doanh nghiệp 10 chữ số, chi nhánh 13 chữ số, hộ kinh doanh 12 chữ số.
registration-known =
    Mã số thuế { $tax_code } là của
    <b>{ $name }</b>,
    đã là thành viên của mạng lưới.

    Anh/Chị có muốn đăng ký làm người đại diện của đơn vị này không?
registration-known-waiting =
    Mã số thuế { $tax_code } là của
    <b>{ $name }</b>,
    đã có người đăng ký và đang chờ duyệt.

    Anh/Chị có muốn đăng ký làm người đại diện của đơn vị này không?
registration-button-join = Làm người đại diện
registration-button-other = Dùng mã số thuế khác
registration-ask-name = Đề nghị Anh/Chị gõ <b>tên đầy đủ của đơn vị</b>, như trên giấy chứng nhận đăng ký.
registration-ask-sectors = Đơn vị hoạt động trong <b>lĩnh vực</b> nào? Có thể chọn nhiều lĩnh vực, rồi chạm “Tiếp tục”.
registration-ask-commune =
    Đơn vị đặt tại <b>xã, phường, đặc khu</b> nào?
    Gõ tên, có dấu hay không dấu đều được, ví dụ: <i>hoan kiem</i>.
registration-choose-commune = Đề nghị chọn <b>xã, phường, đặc khu</b> của đơn vị. Nếu chưa đúng, Anh/Chị cứ gõ lại tên khác.
registration-ask-capabilities =
    Đơn vị có thể hỗ trợ bằng <b>năng lực</b> nào khi có sự cố? Chọn các mục phù hợp, rồi chạm “Tiếp tục”.
registration-nothing-picked = Chưa chọn mục nào.
registration-picked = Đã chọn { $count }: { $names }.
registration-button-none = Chưa có năng lực nào ▶
registration-ask-headcount =
    <b>{ $capability }</b> ({ $number }/{ $count })
    Đơn vị có thể huy động <b>bao nhiêu người</b>? Chạm một số hoặc gõ số khác.
registration-button-keep-count = Giữ nguyên { $count } người
registration-ask-person = Anh/Chị là người đại diện của đơn vị. Đề nghị gõ <b>họ và tên</b> của mình.
registration-ask-person-or-choose = Anh/Chị là người đại diện của đơn vị. Đề nghị gõ <b>họ và tên</b> của mình, hoặc chọn tên đang dùng trên Telegram.
registration-ask-title = <b>Chức danh</b> của Anh/Chị tại đơn vị là gì? Ví dụ: Giám đốc, Trưởng phòng Kỹ thuật.
registration-ask-phone =
    Đề nghị cho biết <b>số điện thoại</b> của Anh/Chị để liên hệ khi khẩn cấp.
    Gõ số, ví dụ 0912 345 678, hoặc chạm “📱 Gửi số của tôi” dưới ô nhập.
registration-share-contact = Để khỏi gõ, Anh/Chị có thể gửi số đang dùng với Telegram bằng nút dưới ô nhập.
registration-button-contact = 📱 Gửi số của tôi
registration-phone-written = Đã ghi số { $phone }.
registration-contact-button-gone = Đã ẩn nút gửi số điện thoại.
registration-ask-contact =
    Anh/Chị là đầu mối nào của đơn vị?
    <b>Đầu mối chính</b> được liên hệ trước; <b>đầu mối dự phòng</b> khi đầu mối chính vắng mặt. Cả hai đều nhận cảnh báo.
registration-button-primary = Đầu mối chính
registration-button-backup = Đầu mối dự phòng

registration-review = <b>Đề nghị Anh/Chị kiểm tra lại</b>
registration-question =
    ❓ <b>Điều phối viên hỏi:</b>
    <blockquote>{ $question }</blockquote>
registration-review-hint = Chạm ✏️ để sửa từng mục. Hồ sơ chỉ được gửi khi Anh/Chị chạm “Gửi đăng ký”.
registration-button-submit = Gửi đăng ký
registration-edit-tax-code = ✏️ Mã số thuế
registration-edit-name = ✏️ Tên đơn vị
registration-edit-sectors = ✏️ Lĩnh vực
registration-edit-commune = ✏️ Địa bàn
registration-edit-capabilities = ✏️ Năng lực
registration-edit-person = ✏️ Họ tên
registration-edit-title = ✏️ Chức danh
registration-edit-phone = ✏️ Điện thoại
registration-edit-contact = ✏️ Đầu mối

registration-unfinished = Anh/Chị đang đăng ký dở, đã đến phần <b>{ $part }</b>. Anh/Chị muốn tiếp tục hay làm lại từ đầu?
registration-button-resume = ▶ Tiếp tục
registration-button-restart = ↻ Làm lại từ đầu
registration-part-consent = đồng ý lưu dữ liệu
registration-part-tax-code = mã số thuế
registration-part-known = mã số thuế
registration-part-name = tên đơn vị
registration-part-sectors = lĩnh vực
registration-part-commune = địa bàn
registration-part-capabilities = năng lực
registration-part-headcount = số người
registration-part-person = họ tên người đại diện
registration-part-title = chức danh
registration-part-phone = số điện thoại
registration-part-contact = đầu mối liên hệ
registration-part-review = kiểm tra lại và gửi

registration-submitted =
    ✅ <b>Đã gửi hồ sơ số { $number }</b>
    { $name }

    Điều phối viên của { $department } sẽ xem xét; kết quả hoặc câu hỏi thêm sẽ được gửi đến Anh/Chị ngay trong cuộc trò chuyện này. Khi được duyệt, đơn vị bắt đầu nhận cảnh báo.

    Trân trọng cảm ơn Quý đơn vị.
registration-submitted-join =
    ✅ <b>Đã gửi hồ sơ số { $number }</b>
    Đề nghị làm người đại diện của { $name }

    Điều phối viên của { $department } sẽ xem xét; kết quả hoặc câu hỏi thêm sẽ được gửi đến Anh/Chị ngay trong cuộc trò chuyện này. Khi được duyệt, Anh/Chị bắt đầu nhận cảnh báo thay mặt đơn vị.

    Trân trọng cảm ơn Anh/Chị.

sector-telecom = Viễn thông
sector-postal = Bưu chính
sector-it = Công nghệ thông tin, công nghệ số

refusal-draft-gone = Nút này thuộc một thao tác đã xong, đã hủy hoặc đã làm lại. Không có gì thay đổi. Gõ /menu để tiếp tục.
refusal-step-passed = Nút này thuộc bước đã qua. Không có gì thay đổi; đề nghị dùng tin nhắn mới nhất bên dưới.
refusal-business-name-unfit = Tên đơn vị cần có chữ và dài từ { $shortest } đến { $longest } ký tự; vừa gõ { $length } ký tự. Đề nghị Anh/Chị gõ lại, ví dụ: Công ty TNHH Viễn thông Sông Lô.
refusal-person-name-unfit = Họ tên cần từ { $shortest } đến { $longest } ký tự và không có chữ số; vừa gõ { $length } ký tự. Đề nghị Anh/Chị gõ lại, ví dụ: Nguyễn Thị Lan.
refusal-job-title-unfit = Chức danh cần có chữ và dài từ { $shortest } đến { $longest } ký tự; vừa gõ { $length } ký tự. Đề nghị Anh/Chị gõ lại, ví dụ: Trưởng phòng Kỹ thuật.
refusal-headcount-unclear = Số người phải là một số từ 1 đến { $largest }. Đề nghị Anh/Chị gõ lại, ví dụ: 5.
refusal-no-sector-chosen = Đề nghị chọn ít nhất một lĩnh vực trước khi tiếp tục.
refusal-no-such-commune = Không tìm thấy xã, phường, đặc khu nào của { $province } giống “{ $text }”. Đề nghị Anh/Chị chỉ gõ tên, theo địa giới từ ngày 01/7/2025, có dấu hay không dấu đều được. Đơn vị đặt ngoài { $province } chưa đăng ký ở đây được.
refusal-foreign-contact = Danh thiếp vừa gửi là của người khác. Đề nghị Anh/Chị gửi số của chính mình bằng nút “📱 Gửi số của tôi”, hoặc gõ số vào ô nhập.

## Hồ sơ

application-title-new-member = { $mark } <b>Hồ sơ số { $number }</b> · đăng ký đơn vị mới
application-title-join = { $mark } <b>Hồ sơ số { $number }</b> · làm người đại diện
application-mark-submitted = 🟠
application-mark-asked-back = ❓
application-mark-approved = ✅
application-mark-rejected = ⛔
application-name = <b>{ $name }</b>
application-tax-code = Mã số thuế: { $code }
application-sectors = Lĩnh vực: { $sectors }
application-commune = Địa bàn: { $commune }
application-capabilities = Năng lực: { $capabilities }
application-capability = { $name } ({ $headcount } người)
application-no-capabilities = chưa khai
application-person = Người đại diện: <b>{ $name }</b>, { $title }
application-phone = Điện thoại: { $phone }
contact-primary-line = Vai trò: đầu mối chính
contact-backup-line = Vai trò: đầu mối dự phòng
application-account = Tên trên Telegram: { $name }
application-submitted-at = Nộp lúc: { $at }
application-waiting = Đang chờ duyệt.
application-submitted =
    Đang chờ duyệt, nộp lại sau câu hỏi của { $name } lúc { $at }:
    <blockquote>{ $reason }</blockquote>
application-asked-back =
    { $name } đã hỏi lại lúc { $at }; đang chờ người nộp bổ sung:
    <blockquote>{ $reason }</blockquote>
application-approved = { $name } đã phê duyệt lúc { $at }.
application-rejected =
    { $name } đã từ chối lúc { $at }:
    <blockquote>{ $reason }</blockquote>
application-member-not-approved = ⚠️ Đơn vị này chưa là thành viên của mạng lưới: cần duyệt hồ sơ của đơn vị trước.
application-handed-in-again = Hồ sơ số { $number } · { $name }: đã được nộp lại, đề nghị xem tin nhắn mới bên dưới.
application-button-approve = Phê duyệt
application-button-ask = Hỏi lại
application-button-reject = Từ chối
application-button-list = ◀ Danh sách
application-list = <b>Hồ sơ chờ duyệt: { $count }</b>. Chọn một hồ sơ để xem và quyết định; hồ sơ cũ nhất ở trên cùng.
application-list-more = Còn { $more } hồ sơ nữa sẽ hiện ra khi các hồ sơ trên được quyết định.
application-list-empty = Hiện không có hồ sơ nào chờ duyệt. Hồ sơ mới sẽ được gửi đến Anh/Chị ngay khi được nộp.
application-entry-new-member = { $name }
application-entry-join = 👤 { $name }
application-done-approved = Đã phê duyệt. Người nộp sẽ được báo ngay.
application-done-rejected = ⛔ Đã từ chối hồ sơ số { $number } của <b>{ $name }</b>. Người nộp sẽ được báo ngay.
application-done-asked-back = ❓ Đã gửi câu hỏi về hồ sơ số { $number } của <b>{ $name }</b>. Khi người nộp gửi lại, hồ sơ mới sẽ hiện ra tại đây.

application-why-reject = Vì sao từ chối hồ sơ số { $number } của <b>{ $name }</b>? Chọn một lý do hoặc gõ lý do; người nộp sẽ đọc nguyên văn.
application-why-ask = Cần hỏi thêm gì về hồ sơ số { $number } của <b>{ $name }</b>? Chọn một câu hoặc gõ câu hỏi; người nộp sẽ đọc nguyên văn.
application-reason-tax-code = Mã số thuế và tên đơn vị không khớp.
application-reason-elsewhere = Đơn vị không đặt tại địa bàn tỉnh.
application-reason-twice = Đơn vị đã có hồ sơ khác.
application-reason-unknown-person = Chưa xác minh được người đại diện.
application-question-capabilities = Đề nghị bổ sung năng lực, số người.
application-question-name = Đề nghị kiểm tra lại tên đơn vị.
application-question-phone = Đề nghị kiểm tra lại số điện thoại.
application-question-authority = Đề nghị cho biết ai cử Anh/Chị đại diện.
application-confirm-reject =
    <b>Từ chối</b> hồ sơ số { $number } của <b>{ $name }</b> với lý do:
    <blockquote>{ $words }</blockquote>
application-confirm-ask =
    <b>Hỏi lại</b> người nộp hồ sơ số { $number } của <b>{ $name }</b>:
    <blockquote>{ $words }</blockquote>
application-button-confirm-reject = Từ chối hồ sơ
application-button-confirm-ask = Gửi câu hỏi
application-button-change = Viết lại

decision-approved-new-member =
    ✅ <b>{ $name } đã là thành viên của mạng lưới.</b>

    Từ nay, khi có sự cố hoặc diễn tập phù hợp, Anh/Chị nhận cảnh báo tại đây và trả lời chỉ bằng một lần chạm. Gõ /tinhhinh để xem các sự cố, /menu để mở menu.

    Cảm ơn Quý đơn vị đã sẵn sàng. Trân trọng.
decision-approved-join =
    ✅ <b>Anh/Chị đã là người đại diện của { $name }.</b>

    Từ nay, khi có sự cố hoặc diễn tập phù hợp, Anh/Chị nhận cảnh báo tại đây và trả lời chỉ bằng một lần chạm. Gõ /tinhhinh để xem các sự cố, /menu để mở menu.

    Trân trọng cảm ơn Anh/Chị.
decision-rejected =
    Rất tiếc, { $department } chưa thể chấp thuận đăng ký của Anh/Chị cho <b>{ $name }</b>. Lý do:
    <blockquote>{ $reason }</blockquote>
    Nếu có thay đổi, Anh/Chị có thể đăng ký lại bằng lệnh /dangky. Trân trọng.
decision-asked-back =
    ❓ { $department } cần hỏi thêm về đăng ký của Anh/Chị cho <b>{ $name }</b>:
    <blockquote>{ $reason }</blockquote>
    Đề nghị Anh/Chị mở lại hồ sơ, sửa phần liên quan rồi gửi lại. Những gì đã khai vẫn còn nguyên.
decision-button-correct = ✏️ Mở lại hồ sơ

refusal-application-unknown = Không tìm thấy hồ sơ này. Gõ /hoso để xem các hồ sơ đang chờ.
refusal-application-decided = Hồ sơ này đã được { $name } quyết định lúc { $at }. Quyết định đó giữ nguyên.
refusal-application-with-applicant = Hồ sơ này đã được hỏi lại và đang chờ người nộp bổ sung.
refusal-consent-missing = Cần có sự đồng ý của Anh/Chị về lưu dữ liệu cá nhân trước khi gửi. Gõ /dangky để đọc và cho biết ý kiến.
refusal-tax-code-taken = Mã số thuế này đã có trong mạng lưới. Nếu đó là đơn vị của Anh/Chị, đề nghị sửa mục Mã số thuế, gõ lại mã và chọn làm người đại diện: { $name }.
refusal-already-representative = Anh/Chị đã là người đại diện của { $name }. Nếu đăng ký cho đơn vị khác, đề nghị gõ mã số thuế của đơn vị đó.
refusal-already-applied = Hồ sơ của Anh/Chị cho { $name } đã được gửi và đang chờ duyệt. Kết quả sẽ được báo tại đây.
refusal-member-not-approved = Chưa phê duyệt được: đơn vị chưa là thành viên của mạng lưới. Đề nghị duyệt hồ sơ của đơn vị trước: { $name }.
refusal-reason-length = Nội dung cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự. Đề nghị Anh/Chị viết gọn lại.

## Năng lực

capability-catalogue = <b>Danh mục năng lực</b> ({ $count })
capability-line = • { $name } · <i>{ $other }</i>
capability-button-add = ➕ Thêm
capability-button-choose = Ngừng dùng…
capability-button-retire = Ngừng dùng
capability-button-list = Xem danh mục
capability-choose = Chọn năng lực <b>ngừng dùng</b>. Anh/Chị sẽ được hỏi lại trước khi thực hiện.
capability-confirm =
    Ngừng dùng năng lực <b>{ $name }</b>?

    Số đơn vị đã khai năng lực này: { $holders }. Dữ liệu đã khai được giữ nguyên; từ nay năng lực này không còn trong danh sách để chọn.
capability-retired = Đã ngừng dùng: { $name }
capability-ask-name-vi = Đề nghị gõ <b>tên tiếng Việt</b> của năng lực mới, tối đa { $limit } ký tự. Ví dụ: Máy phát điện lưu động.
capability-ask-name-en = Đề nghị gõ <b>tên tiếng Anh</b> của “{ $name }”, tối đa { $limit } ký tự. Ví dụ: Mobile generators.
capability-added = Đã thêm năng lực <b>{ $name }</b> <i>({ $other })</i>. Từ nay các đơn vị chọn được khi đăng ký.

refusal-capability-known = Danh mục đã có “{ $name }”. Đề nghị Anh/Chị gõ tên khác.
refusal-capability-unknown = Năng lực này không còn trong danh mục. Gõ /nangluc để xem danh mục hiện tại.
refusal-capability-name-length = Tên năng lực cần từ 1 đến { $limit } ký tự để vừa một nút; vừa gõ { $length } ký tự. Đề nghị Anh/Chị viết gọn lại.
