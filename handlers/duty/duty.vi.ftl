### Lịch trực

command-duty = Lịch trực của đơn vị
duty-choose = 🗓 <b>Lịch trực</b> · Đề nghị Anh/Chị chọn đơn vị.
duty-head = 🗓 <b>Lịch trực · { $member }</b>
duty-hours-line = 🕐 Giờ trực: <b>{ $hours }</b>
duty-now = 📡 Đang trực: <b>{ $names }</b>
duty-now-nobody = 📡 Hiện không có ai trong ca trực: cảnh báo được gửi đến tất cả người đại diện.
duty-week-line = • { $week }: { $name }
duty-this-week = Tuần này { $days }
duty-name-unreachable = 📵 { $name }
duty-meaning = <i>Trong giờ trực, cảnh báo được gửi đến người trực trước; những người đại diện khác chỉ được gọi khi đơn vị vẫn chưa trả lời sau lần nhắc. Ngoài giờ trực, hoặc tuần chưa có người trực, tất cả cùng nhận cảnh báo như thường lệ.</i>
duty-unreachable = 📵 Bot không nhắn được cho người này, nên cảnh báo coi như không có người trực.
duty-always = 24/7
duty-whole-day = cả ngày
duty-off = nghỉ
duty-several-spans = { $count } khung giờ
duty-ask-hours = 🕐 <b>Giờ trực</b> · Hiện nay: { $hours }
duty-ask-days = 🕐 <b>Giờ trực từng ngày</b>
    { $hours }
    Bấm một ngày để đổi, rồi lưu.
duty-ask-day = 🕐 <b>{ $day }</b> · Bấm, hoặc gõ giờ trực, ví dụ: 7:30-17:00 · 7h30-11h30, 13h30-17h · 22h-6h (qua đêm) · nghỉ.
duty-ask-weeks = 👤 <b>Người trực theo tuần</b> · Bấm một tuần để phân công. Tuần bắt đầu từ 00:00 thứ Hai.
duty-ask-who = 👤 Ai trực tuần { $week }?
duty-ask-order = 🔁 <b>Xoay vòng</b> · Bấm lần lượt theo thứ tự trực; mỗi người một tuần, bắt đầu từ tuần này, cho đủ { $weeks } tuần.
duty-ask-clear = Xóa giờ trực và người trực của <b>{ $member }</b>? Cảnh báo sẽ được gửi đến tất cả người đại diện như khi chưa có lịch trực.
duty-hours-kept = Đã lưu giờ trực.
duty-order-kept = Đã phân công. Những người được phân công sẽ được báo.
duty-cleared = Đã xóa lịch trực.
duty-stopped = Đã đóng lịch trực. Những gì đã lưu được giữ nguyên. Mở lại: /lichtruc
duty-told = 🗓 Lịch trực mới của Anh/Chị tại <b>{ $member }</b>:
duty-told-week = • { $week }
duty-told-meaning = Trong giờ trực, cảnh báo được gửi đến Anh/Chị trước. Nếu không trực được, đề nghị phân công lại ở lịch trực.
duty-told-none = 🗓 Lịch trực của <b>{ $member }</b> vừa thay đổi: Anh/Chị không còn tuần trực nào sắp tới.
duty-told-beginning = 🗓 Tuần này ({ $days }) Anh/Chị trực cho <b>{ $member }</b>. Giờ trực: { $hours }. Cảnh báo sẽ được gửi đến Anh/Chị trước.

weekday-0 = T2
weekday-1 = T3
weekday-2 = T4
weekday-3 = T5
weekday-4 = T6
weekday-5 = T7
weekday-6 = CN
weekday-0-long = Thứ Hai
weekday-1-long = Thứ Ba
weekday-2-long = Thứ Tư
weekday-3-long = Thứ Năm
weekday-4-long = Thứ Sáu
weekday-5-long = Thứ Bảy
weekday-6-long = Chủ nhật

button-duty = 🗓 Lịch trực
button-duty-show = 🗓 Xem lịch trực
button-duty-hours = 🕐 Giờ trực
button-duty-weeks = 👤 Người trực
button-duty-order = 🔁 Xoay vòng
button-duty-clear = 🗑 Xóa lịch trực
button-duty-clear-now = 🗑 Xóa
button-duty-always = 24/7 · cả ngày, mọi ngày
button-duty-office = Giờ hành chính · T2–T6 7:30–17:00
button-duty-days = ✏️ Tự đặt từng ngày
button-duty-save = ✔ Lưu giờ trực
button-duty-copy = ⤵ T3–T6 như T2
button-duty-nobody = — Không phân công
button-duty-apply = ✔ Phân công { $weeks } tuần
button-duty-again = ↺ Chọn lại từ đầu

preview-held-back = ➕ { $count } người ngoài ca trực chỉ được gọi thêm khi đơn vị chưa trả lời sau lần nhắc.
reminded-and-called = Đang nhắc { $people } người chưa trả lời và gọi thêm { $called } người ngoài ca trực.
called-in-reserve = Đang gọi thêm { $count } người ngoài ca trực.

refusal-not-on-the-roster = Lịch trực này không còn như Anh/Chị thấy: Anh/Chị hiện không đại diện cho đơn vị, hoặc đơn vị không phải là thành viên của mạng lưới. Gõ /menu để tiếp tục.
refusal-not-for-duty = Không phân công được: người này không còn đại diện cho đơn vị, hoặc tuần này không còn trong lịch. Đề nghị quay lại và chọn lại.
refusal-duty-hours-empty = Mọi ngày đều nghỉ thì không có giờ trực. Để bỏ lịch trực, đề nghị dùng “Xóa lịch trực”.
refusal-nobody-chosen = Đề nghị Anh/Chị chọn ít nhất một người.
refusal-duty-hours-unclear = Hệ thống chưa hiểu giờ trực vừa gõ. Đề nghị viết như: 7:30-17:00 · 7h30-11h30, 13h30-17h · 22h-6h (qua đêm) · cả ngày · nghỉ.

## Trong menu và trong tệp dữ liệu

file-sheet-duty = Lịch trực
