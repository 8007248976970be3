### Tổng hợp

group-ready = Sẵn sàng
group-remote = Hỗ trợ từ xa
group-needs-info = Cần thêm thông tin
group-cannot = Không thể tham gia
group-silent = Chưa trả lời
group-unreachable = Không liên lạc được
group-waiting = Chưa nhận được tin
group-not-sent = Chưa kịp gửi
tally-reach = Gửi tới <b>{ $members } đơn vị</b> ({ $people } người) · đã gửi { $sent } tin
tally-on-its-way = 📤 Đang gửi: { $count } tin
tally-failed = ❌ Không gửi được: { $count } tin
tally-dropped = Không gửi nữa (không còn cần thiết): { $count } tin
tally-uncertain = ❔ Chưa rõ: { $count } tin
tally-group = { $mark } { $name }: <b>{ $count }</b> ({ $share })
tally-group-wrote = { $mark } { $name }: <b>{ $count }</b> ({ $share }), { $seen } đã xem, 💬 { $wrote } đã nhắn
tally-group-silent = { $mark } { $name }: <b>{ $count }</b> ({ $share }), trong đó { $seen } đã xem
tally-headcount = 👷 Nhân lực: <b>{ $offered }</b> người ({ $members } đơn vị đã báo số)
tally-headcount-of = 👷 Nhân lực: <b>{ $offered } / { $wanted }</b> người ({ $share }){ $unsaid ->
    [0] {""}
   *[other] , { $unsaid } đơn vị chưa nói số người
}
tally-need = 🧰 { $name }: cần <b>{ $wanted }</b>, đã có <b>{ $offered }</b>{ $unsaid ->
    [0] {""}
   *[other] {" "}({ $unsaid } đơn vị chưa nói số)
}
tally-need-unnamed = 🧰 Cần <b>{ $wanted }</b>, đã có <b>{ $offered }</b>{ $unsaid ->
    [0] {""}
   *[other] {" "}({ $unsaid } đơn vị chưa nói số)
}
tally-need-any = 🧰 { $name }: đã có <b>{ $offered }</b>
tally-needs-more = và { $count } năng lực khác
tally-until = ⏰ đến lúc <b>{ $at }</b>
tally-share = · { $name }: { $engaged } / { $called } đơn vị tham gia
tally-share-in-each = <i>Đơn vị thuộc nhiều lĩnh vực được tính ở từng lĩnh vực.</i>
tally-aftermath = Đã rút lực lượng: <b>{ $stood_down } / { $engaged }</b> đơn vị · Cảnh báo: 👍 { $useful } · 👎 { $not_useful }
tally-legend = <i>“Đã gửi”: Telegram đã nhận, không có nghĩa là đã đọc. “Đã xem”: có người mở chi tiết.</i>
arrival-now = ngay
arrival-at = { $at }
arrival-there = 🦺 từ { $at }
arrival-late = ⚠️ đã quá giờ ({ $at })
list-head = { $mark } <b>{ $name }: { $count } đơn vị</b> · { $code }
list-empty = <i>Chưa có đơn vị nào.</i>
list-files = 📎 Kèm { $count } tệp
button-answer-files = 📎 Xem { $count } tệp kèm theo
list-line = <b>{ $when }</b> · { $member } <i>({ $by })</i>
list-member-suspended = ⏸ { $member } (tạm dừng)
list-member-left = { $member } (đã rời mạng lưới)
list-lost = 📵 <i>không còn ai nhận được tin trong bot</i>
list-leaves = { $mark } <b>{ $name }</b> · { $code }
    Trang bắt đầu từ:
list-leaf = <b>{ $number }.</b> { $name }
list-line-silent = { $member }{ $place }
list-line-wrote = { $member }{ $place } <i>– 💬 đã nhắn { $at }</i>
list-line-seen = { $member }{ $place } <i>– đã xem { $at }</i>
list-line-unreachable = { $member } <i>– { $reason }</i>
unreachable-blocked = đã chặn bot
unreachable-deactivated = tài khoản đã xóa
unreachable-never = chưa từng mở bot
unreachable-withdrew = đã rút đồng ý
unreachable-roleless = đã xóa dữ liệu
unreachable-nobody = không còn người đại diện
unreachable-other = Telegram từ chối
page-of = { $page } / { $pages }
tally-moved = 📊 <b>{ $code }</b> · Bảng tổng hợp đã chuyển xuống tin mới hơn ở dưới.
button-to-tally = ◀ Bảng tổng hợp
button-resend = 📤 Gửi lại { $count } tin
resend-ask = <b>{ $code }</b> · { $count } tin gửi lỗi, người nhận chưa nhận được. Gửi lại?
button-resend-now = 📤 Gửi lại { $count } tin ngay
button-unsent = ❌ Chưa nhận
unsent-head = ❌ <b>{ $code } · Chưa gửi được tới { $count } nơi nhận</b>
unsent-empty = <i>Không còn ai: các tin đã gửi được hoặc đang được gửi lại.</i>
unsent-hint = <i>Số điện thoại chỉ dùng cho công việc; mỗi lượt xem đều được ghi lại.</i>
unsent-line = <b>{ $name }</b> · { $phone } · { $member }
    <i>{ $reason }, chưa nhận: { $missed } – { $way }</i>
unsent-line-alone = <b>{ $name }</b> · { $phone }
    <i>{ $reason }, chưa nhận: { $missed } – { $way }</i>
unsent-group = 👥 <b>{ $name }</b> · { $member }
    <i>{ $reason }, chưa nhận: { $missed } – { $way }</i>
unsent-no-phone = chưa có số
unsent-uncertain = chưa rõ đã tới nơi hay chưa
unsent-again = có thể gửi lại
unsent-call = đề nghị liên hệ ngoài bot
unsent-kind-alert = cảnh báo
unsent-kind-update = cập nhật
unsent-kind-reply = trả lời
unsent-kind-reopened = tin mở lại
unsent-kind-all-clear = tin kết thúc
unsent-kind-task = nhiệm vụ
resent = Đang gửi lại { $count } tin.
refusal-nothing-failed = Không còn tin nào gửi lỗi: các tin đã được gửi lại.
button-remind = 🔔 Nhắc { $count } đơn vị chưa trả lời…
button-notice-needs-info = ✉️ Nhắn { $count } đơn vị cần thông tin
button-tally-questions = ❓ { $count } câu hỏi chưa trả lời
button-tally-undelivered = ❓ { $count } câu hỏi đang chờ · 📵 { $undelivered } chưa tới
button-tally-verify = 🏁 { $count } nhiệm vụ chờ xác nhận
button-notice-all = 📣 Báo tin cho tất cả ({ $count } đơn vị)
button-notice-observers = 📣 Báo { $count } quan sát viên
button-notice-ready = 📣 Báo { $count } đơn vị tham gia
button-handling = 🟠 Đang xử lý
button-close = 🟢 Kết thúc…
reminded = Đang nhắc { $count } người chưa trả lời.
handling-marked = Đã đánh dấu đang xử lý.
refusal-nobody-silent = Mọi đơn vị liên lạc được đều đã trả lời.
refusal-reminded-just-now = Vừa nhắc lúc { $at }. Đề nghị chờ ít nhất một phút.
tally-heap-ready = Sẵn sàng
tally-heap-remote = Từ xa
tally-heap-needs-info = Hỏi thêm
tally-heap-cannot = Không thể
tally-heap-silent = Chưa trả lời
tally-heap-unreachable = Không liên lạc được
tally-heap-waiting = Chưa tới
tally-heap-not-sent = Chưa gửi
tally-what = Mức độ (mạng lưới): <b>{ $severity }</b>
    📍 { $place } · gọi { $members } đơn vị ({ $people } người)
tally-systems = 🖥 { $name }
tally-systems-more = 🖥 { $name } và { $count } hệ thống khác
tally-declared = Khai báo { $at }, <b>đã { $elapsed }</b> · { $by }
tally-declared-over = Khai báo { $at }, kéo dài { $elapsed } · { $by }
tally-commanded = 🎖 { $name }
tally-commanded-nobody = ⚠️ chưa có người chỉ huy
tally-commanded-unreached = 🎖 { $name } ⚠️ chưa liên lạc được
tally-updates = 📣 Cập nhật: { $count } tin, gần nhất { $at }
tally-reminded = 🔔 Đã nhắc { $count } đơn vị lúc { $at }{ $times ->
    [1] {""}
   *[other] {" "}(lần { $times })
}
tally-next-remind = ⏭ Nhắc tự động lúc { $at } <i>(cập nhật { $now })</i>
tally-next-widen = ⏭ Gọi người ngoài ca lúc { $at }{ $proviso } <i>(cập nhật { $now })</i>
tally-next-wave = ⏭ Gọi thêm { $circle } lúc { $at }{ $proviso } <i>(cập nhật { $now })</i>
tally-next-if-fewer = {" "}nếu dưới { $wanted } đơn vị sẵn sàng (nay { $ready })
tally-next-if-people = {" "}nếu chưa đủ lực lượng
tally-rest-all-answered = ⏭ Đơn vị liên lạc được đều đã trả lời: không nhắc, không gọi thêm <i>(cập nhật { $now })</i>
tally-rest-nobody-reached = ⏭ Chưa ai nhận được tin: không nhắc được, đề nghị gọi điện <i>(cập nhật { $now })</i>
tally-rest-enough-ready = ⏭ Đã đủ đơn vị sẵn sàng: không tự gọi thêm <i>(cập nhật { $now })</i>
tally-rest-all-called = ⏭ Không còn ai để gọi thêm: đề nghị gọi điện <i>(cập nhật { $now })</i>
tally-rest-plan-done = ⏭ Hết bước tự động: đề nghị tự nhắc, gọi thêm hoặc gọi điện <i>(cập nhật { $now })</i>
tally-rest-update-due = ⏭ Kế tiếp là tin cập nhật; không còn bước tự nhắc, tự gọi thêm <i>(cập nhật { $now })</i>
tally-above-meeting = ⤴ Cấp trên: bước 1, họp trực tuyến
tally-above-on-site = ⤴ Cấp trên: bước 2, hỗ trợ tại chỗ
tally-playbook = 🧭 { $title }: bước { $place }/{ $steps }{ $others ->
    [0] {""}
   *[other] {" "}(và { $others } kịch bản khác)
}
tally-beside-until = (hạn { $at })
tally-beside-overdue = <b>(quá hạn { $at })</b>
tally-update-due = 📣 Tin cập nhật tới: { $at }
tally-update-late = 📣 <b>Quá giờ cập nhật { $at }</b>
tally-next-raise = ⏭ Nâng mức độ lúc { $at } nếu chưa ai trả lời <i>(cập nhật { $now })</i>
tally-waves-held = ⏸ Đang giữ lại các đợt gọi thêm <i>(cập nhật { $at })</i>
tally-enough = ⏭ Đủ lực lượng từ { $at }: không nhắc, không gọi thêm <i>(cập nhật { $now })</i>
tally-as-of = <i>Cập nhật { $at }</i>
lists-head = 📋 <b>{ $code } · Danh sách</b>
list-numbered = <b>{ $number }.</b> { $line }
list-hint = <i>Bấm số thứ tự để mở đơn vị, gọi điện.</i>
write-head = ✉️ <b>{ $code } · Nhắn tin</b>
write-next = ⏰ Cập nhật tiếp theo: <b>{ $at }</b>
write-late = ⏰ Quá giờ cập nhật: <b>{ $at }</b>
write-seen = ✔ { $seen }/{ $asked } đã xác nhận
write-nothing-yet = <i>Chưa gửi tin cập nhật nào.</i>
write-line = <b>{ $at }</b> · <i>{ $to }:</i> { $text }
notice-to-all = tất cả
notice-to-ready = đơn vị tham gia
notice-to-observers = quan sát viên
notice-to-needs-info = đơn vị cần thông tin
button-tally-lists = 📋 Danh sách
button-tally-write = ✉️ Nhắn tin…
tally-there = 🦺 Tại hiện trường: <b>{ $count }</b> đơn vị
tally-gone = 👋 Đã rút: { $count }
tally-elsewhere = ⚠️ { $count } đơn vị đang ở sự cố khác
tally-lost = 📵 { $count } đơn vị tham gia không còn liên lạc được
button-tally-more = ⋯ Việc khác
button-tally-down = 📊 Đưa xuống dưới
button-tally-down-short = 📊 Xuống dưới
button-list = { $mark } { $name }: { $count }
button-to-lists = ◀ Danh sách
button-to-list = ◀ Danh sách
button-unhandled = ↩ Bỏ “đang xử lý”
remind-ask = 🔔 <b>{ $code }</b> · Nhắc { $count } đơn vị chưa trả lời?
remind-wrote = 💬 Trong đó { $count } đơn vị đã nhắn nhưng chưa chọn câu trả lời.
button-remind-now = 🔔 Gửi lời nhắc
handling-taken-back = Đã bỏ đánh dấu đang xử lý.
tally-brought-down = Bảng tổng hợp đang được gửi xuống dưới.
refusal-remind-too-early = Cảnh báo vừa được gửi. Đề nghị chờ các đơn vị trả lời; có thể nhắc từ { $at }.
refusal-not-called = Đơn vị này không được gọi cho sự cố này.
