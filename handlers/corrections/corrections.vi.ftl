### Sửa, mở lại, gọi thêm

button-correct = ✏️ Sửa nội dung
button-answered-before = ✏️ Trả lời trước ({ $count })
correct-hub = ✏️ <b>{ $code } · Sửa nội dung đã gửi</b>
    Chọn phần cần sửa. Thẻ của mọi người được sửa tại chỗ; chỉ đơn vị đang có nhiệm vụ, sẽ đến hoặc đã có mặt nhận một tin ngắn.
correct-part-changed = ✏️ <b>{ $name }: { $value }</b>
correct-preview = Sửa thẻ của <b>{ $people } người</b>.{ $answers ->
    [0] {""}
   *[other] { " " }⚠️ { $answers } đơn vị đã trả lời theo nội dung cũ; câu trả lời được giữ nguyên.
 }
correct-ask-reason = Vì sao đổi mức độ? Gõ ngắn, tối đa { $limit } ký tự.
correct-severity = 🎚 Mức độ: { $before } → <b>{ $after }</b>. Lý do: { $reason }
correct-severity-policy = <i>Nhắc và gọi thêm vẫn theo chính sách lúc gửi. Chính sách của mức mới: cập nhật mỗi { $minutes } phút.</i>
correct-severity-observers = <i>Mức mới đề nghị báo cả quan sát viên.</i>
correct-severity-escalate = <i>Đề nghị xem xét chuyển cấp: /chuyencap</i>
field-reason = Lý do
button-correct-now = ✏️ Sửa thẻ của { $people } người
corrected = ✔ <b>{ $code }</b> · Đang sửa thẻ của mọi người. { $count } đơn vị đã trả lời trước khi sửa:
corrected-nobody = ✔ <b>{ $code }</b> · Đang sửa thẻ của mọi người. Chưa có đơn vị nào trả lời trước khi sửa.
corrected-tasks = 📌 Đã sửa { $count } nhiệm vụ đang mở: { $codes }.
corrected-tasks-stale = ⚠️ { $count } nhiệm vụ vẫn ghi nơi cũ trong phần chữ riêng: { $codes }. Đề nghị báo đơn vị.
correction-change = { $name }: { $before } → { $after }
correction-news = ✏️ <b>{ $code } · Đã sửa lúc { $at }</b>
correction-update = Đính chính { $code }:
button-to-corrected-task = 📌 Mở { $code }
answered-before-head = ✏️ <b>{ $code } · Trả lời trước khi sửa: { $count } đơn vị</b>
    Nội dung được sửa lúc { $at }. Đơn vị bấm lại một nút thì ra khỏi danh sách này.
answered-before-line = <b>{ $number }.</b> { $member }: { $answer } <i>({ $at })</i>
button-tell-of-correction = 📣 Báo tin đã sửa cho tất cả
button-reopen = ↩️ Mở lại
reopen-ask = ↩️ <b>Mở lại { $code } · { $title }?</b>
    Đã kết thúc lúc { $at }. Nếu mở lại, <b>{ $people } người</b> đã nhận cảnh báo sẽ được báo; các câu trả lời giữ nguyên.
button-reopen-now = ↩️ Mở lại và báo { $people } người
notice-sent-reopened = { $code } đã được mở lại; đang báo tới { $people } người.
button-call-more = ➕ Gọi thêm đơn vị
call-more = ➕ <b>{ $code } · Gọi thêm đơn vị</b>
    { $count } đơn vị mới tham gia hoặc trở lại sau khi gửi cảnh báo. Bấm số để gọi, hoặc gõ tên, mã số thuế để tìm đơn vị khác.
call-more-type = ➕ <b>{ $code } · Gọi thêm đơn vị</b>
    Gõ tên, mã số thuế hoặc số điện thoại của đơn vị cần gọi.
call-more-found = ➕ <b>{ $code } · “{ $asked }”: { $count } đơn vị</b>
    Bấm số để gọi, hoặc gõ tên khác.
call-more-none = ➕ <b>{ $code }</b> · Không tìm thấy đơn vị nào với “{ $asked }”. Đề nghị gõ cách khác.
call-more-line-free = <b>{ $number }.</b> { $member } <i>– { $commune }</i>
call-more-line-called = { $number }. { $member } <i>– ✔ đã được gọi</i>
call-more-line-away = { $number }. { $member } <i>– 💤 tạm vắng đến { $until }</i>
call-more-line-nobody = { $number }. { $member } <i>– chưa có người đại diện</i>
call-more-label = ⚠️ Sự cố mang nhãn { $label }: đơn vị này sẽ được biết thêm ngoài phạm vi đã gửi.
call-more-confirm = ➕ <b>{ $code }</b> · Gọi <b>{ $member }</b>? Cảnh báo được gửi ngay tới người đại diện của đơn vị.
call-more-narrow = ⚠️ Sự cố này là { $label }: gọi thêm là mở rộng phạm vi được biết.
button-call-now = 📨 Gọi ngay
called-more = Đang gửi cảnh báo { $code } tới { $people } người.
refusal-reason-missing = Đổi mức độ cần lý do, từ 1 đến { $limit } ký tự.
refusal-nothing-corrected = Chưa có gì được sửa: nội dung vẫn như đã gửi.
refusal-corrected-meanwhile = { $by } đã sửa nội dung lúc { $at }. Phần Anh/Chị sửa được đặt lên bản mới nhất; đề nghị xem lại trước khi gửi.
refusal-not-ended = { $code } đang mở: chưa kết thúc, hoặc đã được mở lại.
refusal-ended-too-long-ago = { $code } đã kết thúc lúc { $at }, quá 24 giờ. Đề nghị khai báo mới.
refusal-called-already = { $member } đã được gọi cho { $code }.
refusal-away-now = { $member } tạm vắng đến { $until }, nên chưa gọi được.
refusal-nobody-speaks = { $member } hiện không có người đại diện nào nhận được cảnh báo.
file-message-correction = đã sửa nội dung
file-sheet-corrections = Nội dung đã sửa
file-heading-corrected = Phần đã sửa
