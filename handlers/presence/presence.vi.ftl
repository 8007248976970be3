### Có mặt tại hiện trường

button-on-site = 📍 Đã có mặt
button-gone = 👋 Đã rút
presence-arrived = Đã ghi nhận: có mặt lúc { $at }. Nếu muốn, Anh/Chị gửi vị trí (nút 📎) ngay vào đây.
presence-arrived-in-group = Đã ghi nhận: có mặt lúc { $at }.
presence-left = Đã ghi nhận: rút khỏi hiện trường lúc { $at }. Xin cảm ơn Quý đơn vị.
presence-place-kept = 📍 Đã ghi nhận vị trí của Quý đơn vị cho <b>{ $codes }</b>.
stood-down = Đã ghi nhận. Xin cảm ơn Quý đơn vị đã tham gia.
refusal-on-site-already = Đã ghi nhận Quý đơn vị có mặt từ { $at }; không cần bấm lại.
refusal-not-on-site = Hiện không có ghi nhận Quý đơn vị đang ở hiện trường.
file-sheet-stays = Có mặt tại hiện trường
file-heading-arrived = Có mặt lúc
file-heading-gone = Rút lúc
site-handover = Tại hiện trường: { $names }
site-handover-more = Tại hiện trường: { $names } và { $count } đơn vị khác
button-site = 📍 Hiện trường ({ $count })
site-head = 📍 <b>{ $code } · Tại hiện trường: { $count } đơn vị</b>
site-nobody = <i>Chưa có đơn vị nào.</i>
site-line = <b>{ $number }.</b> { $member } <i>– từ { $since } ({ $by })</i>
site-line-gone = <b>{ $number }.</b> { $member } <i>– 👋 { $since } → { $left }</i>
button-site-places = 📍 Xem { $count } vị trí đã gửi
engaged-elsewhere = ⚠️ <i>đang tham gia { $codes }</i>
button-late = 👋 Chưa xác nhận rút ({ $count })
late-head = 👋 <b>{ $code } · { $count } đơn vị chưa xác nhận đã rút</b>
    Sự cố kết thúc lúc { $at }. Đề nghị gọi điện hoặc nhắc các đơn vị.
late-line = <b>{ $number }.</b> { $member }
late-line-there = <b>{ $number }.</b> { $member } <i>– 📍 ở hiện trường từ { $since }</i>
late-more = <i>và { $count } đơn vị khác</i>
late-nobody = ✔ <b>{ $code }</b> · Các đơn vị tham gia đều đã xác nhận rút lực lượng.
late-reopened = <b>{ $code }</b> · Đã được mở lại; các đơn vị chưa cần xác nhận rút lực lượng.
button-ask-late = 🔔 Nhắc { $count } đơn vị xác nhận
late-asked = Đang nhắc { $count } đơn vị xác nhận đã rút lực lượng.
late-ask = 🔔 Đề nghị Quý đơn vị xác nhận đã rút lực lượng, để cơ quan điều phối biết mọi người đã về an toàn.
late-ask-done = ✔ Việc rút lực lượng đã được ghi nhận. Xin cảm ơn Quý đơn vị.
refusal-nobody-late = Không còn đơn vị nào chưa xác nhận rút lực lượng.
file-message-stand-down-late = đơn vị chưa xác nhận rút
file-message-stand-down-asked = nhắc xác nhận rút lực lượng
