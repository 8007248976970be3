### Quyền chỉ huy sự cố

button-command = 🎖 Chỉ huy: { $name }
button-command-nobody = ⚠️ Chưa có người chỉ huy
button-command-page = 🎖 Quyền chỉ huy
button-command-hand = ➡ Bàn giao chỉ huy…
button-command-ask = 🎖 Xin nhận chỉ huy
button-command-over = 🎖 Tiếp quản chỉ huy…
button-command-over-now = 🎖 Tiếp quản chỉ huy
button-command-take = ✔ Nhận chỉ huy
button-command-not = ⛔ Không nhận
button-command-give = ➡ Bàn giao ngay
button-command-keep = 🎖 Giữ quyền chỉ huy
button-command-offer = ➡ Gửi đề nghị bàn giao
button-command-without-facts = ➖ Bỏ phần điền sẵn
button-command-with-facts = ➕ Thêm phần điền sẵn
command-head = 🎖 <b>{ $code } · Quyền chỉ huy</b>
command-held = Đang chỉ huy: <b>{ $name }</b>, từ { $at }
command-came = Nhận bàn giao từ { $name }.
command-came-over = Tiếp quản từ { $name }: { $reason }
command-nobody = ⚠️ Người này hiện không liên lạc được qua bot hoặc không còn là điều phối viên. Điều phối viên khác có thể tiếp quản ngay.
command-waits-take = ⏳ Chờ { $to } nhận chỉ huy (đề nghị lúc { $at }).
command-waits-give = ⏳ { $by } xin nhận chỉ huy lúc { $at }. Nếu đến { $until } chưa có trả lời, có thể tiếp quản.
command-waited-take = ⏳ { $to } chưa trả lời đề nghị nhận chỉ huy lúc { $at }. Có thể bàn giao cho người khác.
command-waited-give = ⏳ { $by } xin nhận chỉ huy lúc { $at }, đến { $until } chưa có trả lời: có thể tiếp quản.
command-nobody-else = <b>{ $code }</b> · Hiện không có điều phối viên nào khác để bàn giao.
command-choose = <b>{ $code }</b> · Bàn giao chỉ huy cho ai?
command-asked = Đã gửi đề nghị tới { $name }.
command-asking-take = 🎖 <b>{ $code }</b> · { $title }
    { $by } đề nghị Anh/Chị nhận quyền chỉ huy.
command-asking-give = 🎖 <b>{ $code }</b> · { $title }
    { $by } xin nhận quyền chỉ huy. Nếu Anh/Chị không trả lời trước { $until }, người này có thể tiếp quản.
command-taken = ✔ Anh/Chị đang chỉ huy <b>{ $code }</b>, nhận bàn giao từ { $by }.
command-given = ✔ Đã bàn giao quyền chỉ huy <b>{ $code }</b> cho { $by }.
command-not-taken = ✔ Anh/Chị không nhận chỉ huy <b>{ $code }</b>; { $by } đã được báo.
command-kept = ✔ Anh/Chị giữ quyền chỉ huy <b>{ $code }</b>; { $by } đã được báo.
command-lapsed = <b>{ $code }</b> · Đề nghị của { $by } về quyền chỉ huy không còn hiệu lực.
command-declined-take = 🎖 <b>{ $code }</b> · { $to } không nhận chỉ huy. Anh/Chị vẫn đang chỉ huy.
command-declined-give = 🎖 <b>{ $code }</b> · { $to } giữ quyền chỉ huy.
command-offered-elsewhere = 🎖 <b>{ $code }</b> · { $to } đang đề nghị người khác nhận chỉ huy. Đề nghị của Anh/Chị không còn chờ trả lời.
command-offer-gone = 🎖 <b>{ $code }</b> · { $to } không còn là điều phối viên, nên đề nghị nhận chỉ huy hết hiệu lực. Anh/Chị vẫn đang chỉ huy; nếu cần, đề nghị bàn giao cho người khác.
command-silent-take = ⏳ <b>{ $code }</b> · { $to } chưa trả lời đề nghị nhận chỉ huy. Anh/Chị vẫn đang chỉ huy.
command-silent-give = ⏳ <b>{ $code }</b> · { $to } chưa trả lời. Nếu cần, Anh/Chị có thể tiếp quản quyền chỉ huy; đề nghị nêu lý do.
command-passed = 🎖 <b>{ $code }</b> · { $title }
    Người chỉ huy: <b>{ $name }</b>, nhận bàn giao từ { $before } lúc { $at }.
command-passed-over = 🎖 <b>{ $code }</b> · { $title }
    Người chỉ huy: <b>{ $name }</b>, tiếp quản từ { $before } lúc { $at }. Lý do:
command-vacant = ⚠️ <b>{ $code }</b> · { $title }
    { $before } không còn là điều phối viên, nên không còn chỉ huy sự cố này.
command-vacant-ask = <b>Hiện chưa có người chỉ huy.</b> Đề nghị một điều phối viên tiếp quản.
command-vacant-no-more = 🎖 Người chỉ huy: <b>{ $name }</b>
command-ended = 🟢 <b>{ $code }</b> · { $title }
    { $by } đã kết thúc lúc { $at }; Anh/Chị là người chỉ huy.
command-ended-open = ⚠️ Còn mở: <b>{ $what }</b>.
command-is-yours = Anh/Chị nhận các lời nhắc của người chỉ huy.
command-note-head = ➡ <b>{ $code }</b> · Ghi chú bàn giao gửi { $name }:
command-note-empty = <i>(không có ghi chú)</i>
command-note-hint = Gõ để thêm lời của Anh/Chị; gõ lại thì lời mới thay lời cũ. Quyền chỉ huy chuyển khi người kia bấm nhận.
command-reason-ask = 🎖 <b>{ $code }</b> · Vì sao Anh/Chị tiếp quản quyền chỉ huy? Mọi điều phối viên sẽ thấy lý do.
command-reason-confirm = 🎖 <b>{ $code }</b> · Tiếp quản quyền chỉ huy? Lý do:
    { $reason }
refusal-command-not-held = { $name } đang chỉ huy sự cố này; chỉ người đó bàn giao được.
refusal-command-held-already = Anh/Chị đang chỉ huy sự cố này.
refusal-command-not-for-them = Người này không nhận chỉ huy được: không còn là điều phối viên, hoặc đang chỉ huy.
refusal-command-wish-over = Đề nghị này đã có trả lời hoặc không còn hiệu lực.
refusal-command-too-early = { $name } còn thời gian trả lời đến { $at }.
refusal-command-not-asked-for = Đề nghị xin { $name } bàn giao trước; chỉ tiếp quản khi người đó không trả lời.
refusal-command-asked-before = { $by } đã xin { $name } bàn giao trước. Nếu đến { $at } chưa có trả lời, các điều phối viên, kể cả Anh/Chị, có thể tiếp quản.
refusal-command-offered-to-another = Quyền chỉ huy đã được đề nghị bàn giao cho { $name }, còn thời gian trả lời đến { $at }.
refusal-command-note-length = Ghi chú bàn giao dài nhất { $limit } ký tự; hiện có { $length } ký tự.
refusal-command-reason-length = Lý do cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
file-sheet-commands = Quyền chỉ huy
file-sheet-command-offers = Đề nghị về chỉ huy
file-message-command-page = trang quyền chỉ huy
file-message-command = quyền chỉ huy
