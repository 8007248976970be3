### Sự cố

kind-incident = Sự cố
kind-drill = Diễn tập
kind-problem = Bài toán
severity-low = Thấp
severity-medium = Trung bình
severity-serious = Nghiêm trọng
severity-critical = Đặc biệt nghiêm trọng
severity-low-marked = 1️⃣ Thấp
severity-medium-marked = 2️⃣ Trung bình
severity-serious-marked = 3️⃣ Nghiêm trọng
severity-critical-marked = 4️⃣ Đặc biệt nghiêm trọng
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
whole-province = Toàn { $home }
needed-count = { $count } { $unit ->
    [teams] đội
    [machines] máy
    [sets] bộ
    [vehicles] xe
    [stations] trạm
    [pieces] chiếc
   *[people] người
}

card-first-line = { $mark } <b>{ $code } · { $title }</b>
card-first-line-drill = { $mark } <b>DIỄN TẬP · { $code } · { $title }</b>
card-severity = Mức độ (mạng lưới): <b>{ $severity }</b> · { $type }
card-place = Địa bàn: { $place }
card-systems = 🖥 Hệ thống: { $names }
card-needs = Cần: { $needs }
card-began = Bắt đầu: { $at }
card-until = Cần hỗ trợ đến: { $until }
card-repeated = ↻ <i>Tin gửi lại, vì chưa chắc lần gửi trước đã đến nơi. Nếu đã trả lời, Quý đơn vị không cần trả lời lại.</i>
sent-again = ↻ <i>Tin gửi lại, vì chưa chắc lần gửi trước đã đến nơi.</i>
card-asking-incident = Đề nghị Quý đơn vị cho biết khả năng tham gia ứng cứu. <i>Câu trả lời được ghi nhận khi tin này hiện dấu ✔.</i>
card-asking-drill = Đây là diễn tập; đề nghị Quý đơn vị trả lời như tình huống thật. <i>Câu trả lời được ghi nhận khi tin này hiện dấu ✔.</i>
card-asking-problem = Rất mong Quý đơn vị góp sức giải quyết bài toán này. Đề nghị Quý đơn vị cho biết khả năng tham gia. <i>Câu trả lời được ghi nhận khi tin này hiện dấu ✔.</i>
card-enough = 👷 <b>Đã có đủ lực lượng.</b> Quý đơn vị chưa phải tham gia; trân trọng cảm ơn. <i>Nếu có khả năng, Quý đơn vị vẫn trả lời được bằng các nút dưới đây.</i>
card-closed = 🟢 <b>Đã kết thúc lúc { $at }.</b> { $summary }
card-of-nobody =
    ⏸ <b>{ $code }</b>

    Hiện Anh/Chị không trả lời được cảnh báo này: đơn vị đang tạm dừng hoặc đã rời mạng lưới, hoặc Anh/Chị không còn đại diện cho đơn vị.
card-answer = ✔ <b>{ $member }</b>: { $answer }
    <i>{ $by }, { $at }</i>
card-eta = Dự kiến có mặt lúc { $at }
card-offered-people = Nhân lực: { $count } người
card-offered-equipment = Năng lực, phương tiện: { $names }
card-note = Ghi chú: { $note }
card-corrected = ✏️ <i>Đã sửa lúc { $at }</i>
card-answered-before = ✏️ <i>Quý đơn vị đã trả lời trước khi nội dung được sửa. Đề nghị bấm lại một nút để xác nhận hoặc đổi câu trả lời.</i>
card-on-site = 🦺 Có mặt tại hiện trường từ { $at }
card-gone = 👋 Đã rút lúc { $at } (có mặt từ { $since })
card-stood-down = Đã rút lực lượng lúc { $at }

answer-ready = ✅ Sẵn sàng
answer-ready-30 = 🕐 30 phút
answer-ready-60 = 🕐 1 giờ
answer-ready-120 = 🕐 2 giờ
answer-remote = 💻 Hỗ trợ từ xa
answer-needs-info = ❓ Cần thêm thông tin
answer-cannot = ⛔ Không thể tham gia
answer-short-remote = 💻 Hỗ trợ từ xa
answer-short-needs-info = ❓ Cần thêm tin
answer-short-cannot = ⛔ Không thể
answer-said-ready = ✅ Sẵn sàng
answer-said-ready-30 = 🕐 Sẵn sàng, có mặt sau 30 phút
answer-said-ready-60 = 🕐 Sẵn sàng, có mặt sau 1 giờ
answer-said-ready-120 = 🕐 Sẵn sàng, có mặt sau 2 giờ
answer-said-remote = 💻 Hỗ trợ từ xa
answer-said-needs-info = ❓ Cần thêm thông tin
answer-said-cannot = ⛔ Không thể tham gia
answer-stored = Đã ghi nhận: { $answer }. Xin cảm ơn Quý đơn vị.
button-details = ℹ️ Xem chi tiết
button-details-with-file = ℹ️ Xem chi tiết 📎
button-questions = ❓ Hỏi đáp ({ $count })
needs-info-what = ❓ <b>{ $code }</b> · Quý đơn vị cần biết thêm điều gì? Đề nghị gõ câu hỏi hoặc gửi ảnh, tin thoại ngay tại đây.
needs-info-in-group = ❓ <b>{ $code }</b> · Quý đơn vị cần biết thêm điều gì? Đề nghị trả lời tin này.
button-offer = ➕ Người, phương tiện, ghi chú
button-to-card = ↩️ Về thẻ trả lời
card-follows = Thẻ trả lời được gửi lại ở cuối cuộc trò chuyện.
card-moved = { $mark } <b>{ $code }</b> · { $title }
    Thẻ này đã được gửi lại ở dưới. Đề nghị Quý đơn vị trả lời trên thẻ mới.
details-history = <b>Các lần trả lời của { $member }</b>
details-step = { $at } · { $answer } <i>({ $by })</i>
details-source = <i>{ $department }, { $at }</i>
details-said-update = 📣 <b>Tin cập nhật, { $at }</b>
    { $text }
details-said-reply = ✉️ <b>Trả lời của điều phối viên, { $at }</b>
    { $text }
details-said-all-clear = 🟢 <b>Kết thúc, { $at }</b>
    { $text }
details-said-reopened = ↩️ <b>Mở lại, { $at }</b>
details-left-out = <i>… và { $count } tin trước đó</i>
reminder-incident = 🔔 Chưa nhận được trả lời của Quý đơn vị về cảnh báo gửi lúc { $at }. Đề nghị Quý đơn vị cho biết khả năng tham gia, kể cả khi không thể.
reminder-drill = 🔔 Chưa nhận được trả lời của Quý đơn vị về tình huống diễn tập gửi lúc { $at }. Đề nghị Quý đơn vị bấm một nút dưới đây để trả lời.
reminder-problem = 🔔 Chưa nhận được trả lời của Quý đơn vị về bài toán gửi lúc { $at }. Đề nghị Quý đơn vị cho biết khả năng tham gia, kể cả khi không thể.
reminder-wrote = 🔔 Cơ quan điều phối đã nhận được tin nhắn của Quý đơn vị. Để khả năng tham gia được ghi nhận, đề nghị Quý đơn vị bấm thêm một nút dưới đây.
asked-again = 🔔 Hệ thống vừa mất kết nối một thời gian nên câu trả lời gửi trong lúc đó có thể đã thất lạc. Chưa thấy trả lời của Quý đơn vị cho tin gửi lúc { $at }. Nếu Quý đơn vị đã trả lời, xin vui lòng bấm lại một lần nữa.
incidents-list = <b>Tình hình</b> · { $count } việc gần nhất. Bấm để xem.
incidents-none = Hiện chưa có sự cố hay diễn tập nào.
open-now = { $mark } <b>{ $code }</b> · { $title }: { $said }
open-now-silent = chưa trả lời
open-now-sum = { $answered }/{ $members } đã trả lời, { $helping } hỗ trợ
incidents-line = { $mark } { $code } · { $title }

offer-people = <b>{ $code }</b> · Quý đơn vị có thể cử bao nhiêu người? Bấm một số hoặc gõ số khác.
offer-units = <b>{ $code }</b> · Quý đơn vị có thể cử bao nhiêu <b>{ $unit }</b>? Bấm một số, hoặc gõ số khác, chẳng hạn “2 đội, 1 xe, 8 người”.
offer-equipment = <b>{ $code }</b> · Quý đơn vị có thể hỗ trợ bằng năng lực, phương tiện nào?
offer-quantity = <b>{ $code }</b> · { $name }: Quý đơn vị hỗ trợ bao nhiêu <b>{ $unit }</b>? Bấm một số hoặc gõ số khác.{ $held ->
    [0] {""}
   *[other] { " " }Đã đăng ký: { $registered }.
 }
offer-kept-as-note = 💬 Phần này chưa phải số lượng nên được giữ làm ghi chú: <i>“{ $note }”</i>
offer-note = <b>{ $code }</b> · Anh/Chị có ghi chú gì cho điều phối viên? Gõ hoặc gửi ảnh, tệp, vị trí tại đây, hoặc bấm “Hoàn tất”.
offer-done = ✔ Đã bổ sung vào câu trả lời cho <b>{ $code }</b>. Xin cảm ơn Quý đơn vị.
offer-nothing = Chưa bổ sung gì; câu trả lời cho <b>{ $code }</b> giữ nguyên.
offer-stopped = Đã dừng. Những gì đã bổ sung vào câu trả lời cho <b>{ $code }</b> được giữ nguyên.
useful-thanks = Xin cảm ơn ý kiến của Anh/Chị.

refusal-incident-unknown = Không tìm thấy sự cố này.
refusal-incident-closed = { $code } đã kết thúc lúc { $at }, nên không nhận thêm trả lời và không gửi thêm tin. Xin cảm ơn Anh/Chị.
refusal-not-alerted = Cảnh báo này không gửi đến đơn vị của Anh/Chị.
refusal-answer-stands = Câu trả lời này đã được ghi nhận lúc { $at }; không cần bấm lại.
refusal-answer-first = Đề nghị Anh/Chị chọn “Sẵn sàng” hoặc “Hỗ trợ từ xa” trước khi bổ sung.
refusal-note-length = Ghi chú tối đa { $limit } ký tự; vừa gõ { $length } ký tự. Đề nghị viết ngắn hơn.
refusal-people-count = Số người phải từ 1 đến { $limit }. Đề nghị gõ lại, ví dụ: 5.
refusal-stood-down-already = Quý đơn vị đã xác nhận rút lực lượng lúc { $at }; không cần bấm lại.
refusal-nothing-to-stand-down = Đơn vị không có lực lượng đang tham gia, hoặc việc rút lực lượng đã được ghi nhận trước đó.
details-follow = Chi tiết đã được gửi vào cuộc trò chuyện riêng của Anh/Chị với bot.

## Trong menu và trong tệp dữ liệu

menu-entry-declare = 🚨 Khai báo sự cố
menu-entry-incidents = 📊 Tình hình
command-incident = Khai báo sự cố, diễn tập
command-incidents = Tình hình các sự cố
file-sheet-alerts = Cảnh báo đã gửi tới
file-sheet-answers = Trả lời
file-sheet-opinions = Ý kiến về cảnh báo
file-sheet-sightings = Đã mở xem
file-sheet-declared = Sự cố đã khai báo, kết thúc
file-sheet-notices = Thông tin đã gửi
file-message-alert = cảnh báo
file-message-reminder = nhắc trả lời
file-message-reply = trả lời câu hỏi
file-message-update = thông tin cập nhật
file-message-all-clear = kết thúc cảnh báo
file-message-reopened = mở lại cảnh báo
file-message-tally = bảng tổng hợp
