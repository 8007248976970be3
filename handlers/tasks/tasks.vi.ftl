### Nhiệm vụ

task-state-assigned = Chờ nhận việc
task-state-acknowledged = Đã nhận việc
task-state-started = Đang thực hiện
task-state-on-site = Đã có mặt
task-state-blocked = Có vướng mắc
task-state-done = Chờ xác nhận hoàn thành
task-state-declined = Đã từ chối
task-state-verified = Đã hoàn thành
task-state-cancelled = Đã hủy
task-state-given-away = Đã giao đơn vị khác
task-step-assigned = Giao nhiệm vụ
task-step-acknowledged = Nhận việc
task-step-started = Bắt đầu
task-step-on-site = Có mặt
task-step-blocked = Báo vướng mắc
task-step-done = Báo hoàn thành
task-step-declined = Từ chối
task-step-sent-back = Trả lại
task-step-reassigned = Giao đơn vị khác
task-step-verified = Xác nhận hoàn thành
task-step-cancelled = Hủy

task-code-drill = DIỄN TẬP · { $code }
task-first-line = { $mark } <b>{ $code }</b> · { $state }
task-incident = <i>{ $code } · { $title }</i>
task-left-open = { $count } nhiệm vụ
task-incident-over = <i>{ $code } · { $title }</i> (🟢 đã kết thúc)
task-what = Đề nghị <b>{ $member }</b>:
    { $what }
task-place = 📍 { $place }
task-due = ⏰ Trước <b>{ $at }</b> · Mức độ (mạng lưới): { $severity }
task-due-late = ⏰ Trước <b>{ $at }</b> – ⚠️ <b>đã quá hạn</b> · Mức độ (mạng lưới): { $severity }
task-asked-by = 👤 Người giao: { $name }, { $department }
task-asking = Đề nghị Quý đơn vị bấm <b>Đã nhận việc</b>, hoặc từ chối kèm lý do. <i>Thao tác được ghi nhận khi tin này đổi trạng thái.</i>
task-standing = <b>{ $step }</b> – { $by }, { $at }
task-note = 💬 { $note }
task-note-earlier = 💬 { $note } <i>({ $step } – { $by }, { $at })</i>
task-files = 📎 { $count } tệp đính kèm
task-album = 📎 Đã nhận tệp đính kèm
task-history = <i>{ $at } · { $step } ({ $by })</i>
task-history-of = <i>{ $at } · { $step } ({ $by }, { $member })</i>
task-nobody = ⚠️ Hiện không có ai đại diện cho đơn vị này trong mạng lưới. Đề nghị giao đơn vị khác.
task-repeated = ↻ <i>Tin gửi lại, vì chưa chắc lần gửi trước đã đến nơi.</i>
task-head-sent-back = ↩ <b>Điều phối viên đề nghị Quý đơn vị làm tiếp nhiệm vụ này.</b>
task-head-cancelled = 🚫 <b>Nhiệm vụ này đã được hủy.</b> Nếu đang thực hiện, đề nghị Quý đơn vị dừng lại.
task-of-nobody = Nhiệm vụ này không còn thuộc phần việc của Anh/Chị: Anh/Chị hiện không đại diện cho đơn vị thực hiện.
task-given-away = Nhiệm vụ này nay do đơn vị khác thực hiện; Quý đơn vị không cần làm gì thêm. Xin cảm ơn Quý đơn vị.
task-moved = 📌 <b>{ $code }</b> · Thẻ này đã chuyển xuống tin mới hơn ở dưới.
task-caption = { $code } · { $step } – { $by }, { $at }
task-files-left = 📎 <b>{ $code }</b> · Còn { $count } tệp đính kèm.

task-button-acknowledged = ✍️ Đã nhận việc
task-button-declined = ⛔ Từ chối
task-button-started = ▶️ Bắt đầu
task-button-go-on = ▶️ Làm tiếp
task-button-on-site = 🦺 Đã có mặt
task-button-done = ✔ Hoàn thành
task-button-blocked = ⚠️ Vướng mắc
task-button-verified = 🏁 Xác nhận hoàn thành
task-button-sent-back = ↩ Trả lại
task-button-reassigned = 🔁 Giao đơn vị khác
task-button-cancelled = 🚫 Hủy nhiệm vụ
task-button-files = 📎 Xem tệp đính kèm ({ $count })
task-button-more = 📎 Xem tiếp
task-button-open = 📌 Mở nhiệm vụ
task-button-here = 📌 Mở lại tại đây
task-button-list = ◀ Danh sách nhiệm vụ
task-button-assign = ➕ Giao nhiệm vụ
task-taken = Đã ghi nhận { $code }: { $step }. Xin cảm ơn.
task-asked-in-private = Bot đã nhắn riêng để hỏi thêm. Đề nghị Anh/Chị trả lời trong cuộc trò chuyện riêng với bot.

task-reminder-unacknowledged-1 = 🔔 Quý đơn vị chưa xác nhận đã nhận nhiệm vụ giao lúc { $given }. Đề nghị bấm <b>Đã nhận việc</b>, hoặc từ chối kèm lý do.
task-reminder-unacknowledged-2 = 🔔 <b>Nhắc lần hai, gửi tới đầu mối chính và các đầu mối dự phòng:</b> nhiệm vụ giao lúc { $given } vẫn chưa có ai nhận. Đề nghị bấm <b>Đã nhận việc</b>, hoặc từ chối kèm lý do.
task-reminder-overdue-1 = ⏰ Nhiệm vụ này đã đến hạn lúc { $due }. Đề nghị Quý đơn vị báo hoàn thành, hoặc cho biết vướng mắc.
task-reminder-overdue-2 = ⏰ <b>Nhắc lần hai, gửi tới đầu mối chính và các đầu mối dự phòng:</b> nhiệm vụ này đã quá hạn từ { $due }. Đề nghị Quý đơn vị báo hoàn thành, hoặc cho biết vướng mắc.

task-alarm-declined = ⛔ <b>{ $code } · { $member } từ chối.</b> Đề nghị giao đơn vị khác, hoặc hủy.
task-alarm-blocked = ⚠️ <b>{ $code } · { $member } gặp vướng mắc.</b>
task-alarm-done = ✔ <b>{ $code } · { $member } báo hoàn thành.</b> Đề nghị xác nhận, hoặc trả lại kèm lý do.
task-alarm-unacknowledged = 🔔 <b>{ $code } · { $member } chưa nhận việc</b>{ $reminded ->
        [no] {""}
       *[yes] , dù đã nhắc hai lần
    }. Giao lúc { $given }.
task-alarm-overdue = ⏰ <b>{ $code } · { $member } đã quá hạn</b> từ { $due }{ $reminded ->
        [no] {""}
       *[yes] , dù đã nhắc hai lần
    }.

task-ask-declined = ⛔ <b>{ $code }</b> · Đề nghị Anh/Chị gõ lý do từ chối (có thể gửi kèm ảnh, tệp); điều phối viên nhận được ngay.
task-ask-blocked = ⚠️ <b>{ $code }</b> · Đang vướng gì, thiếu gì? Gõ tại đây; có thể gửi kèm ảnh, video, tài liệu, tin thoại, vị trí. Khi đủ, bấm <b>✔ Xong</b>.
task-ask-done = ✔ <b>{ $code }</b> · Gửi ghi chú, ảnh, video, tài liệu, tin thoại, vị trí nếu có (nhiều tin cũng được), rồi bấm <b>✔ Xong</b>.
task-ask-sent-back = ↩ <b>{ $code }</b> · Gõ điều cần làm tiếp hoặc bổ sung (có thể gửi kèm ảnh, tệp); đơn vị nhận đúng nội dung này.
task-ask-cancelled = 🚫 <b>{ $code }</b> · Gõ lý do hủy (có thể gửi kèm ảnh, tệp), hoặc bấm nút dưới đây. Đơn vị đang thực hiện được báo ngay.
task-ask-verified = 🏁 <b>{ $code }</b> · Xác nhận <b>{ $member }</b> đã hoàn thành? Sau đó nhiệm vụ kết thúc, không trả lại được nữa.
task-ask-new-deadline = ⏰ <b>{ $code }</b> · Thời hạn cũ đã qua. Cần hoàn thành trước lúc nào? Bấm, hoặc gõ ví dụ: 17:00 thứ sáu · ngày mai 8h · 3 giờ nữa.
task-button-verify-now = 🏁 Xác nhận
task-button-cancel-without = 🚫 Hủy, không nêu lý do
task-button-end = ✔ Xong
task-button-keep = ◀ Giữ nguyên
task-in-minutes = { $minutes } phút
task-today-five = Hôm nay 17:00
task-stands-order = ✏️ <b>{ $code }</b> đã giao nên giữ nguyên nội dung; phần vừa sửa chưa đến đơn vị. Nếu cần sửa, đề nghị mở nhiệm vụ, bấm <b>🚫 Hủy nhiệm vụ</b> với lý do, rồi giao lại với nội dung đúng.
task-stands-owner = ✏️ Nội dung về <b>{ $code }</b> đã gửi cho đơn vị nên giữ nguyên; phần vừa sửa chưa đến đơn vị. Nếu cần đính chính, đề nghị mở nhiệm vụ và gọi người đại diện của đơn vị.
task-stands-office = ✏️ Nội dung về <b>{ $code }</b> đã gửi nên giữ nguyên; phần vừa sửa chưa đến điều phối viên. Nếu cần đính chính, đề nghị gõ nội dung đúng ngay tại đây: cơ quan điều phối sẽ nhận được.
task-said-declined = ⛔ Đã báo điều phối viên rằng Quý đơn vị từ chối <b>{ $code }</b>.
task-said-blocked = ⚠️ Đã báo điều phối viên vướng mắc của <b>{ $code }</b>.
task-said-done = ✔ Đã báo hoàn thành <b>{ $code }</b>. Khi điều phối viên xác nhận, thẻ nhiệm vụ của Quý đơn vị đổi trạng thái. Xin cảm ơn Quý đơn vị.
task-said-sent-back = ↩ Đã trả lại <b>{ $code }</b> cho đơn vị kèm nội dung trên.
task-said-cancelled = 🚫 Đã hủy <b>{ $code }</b>.

task-choose = 📌 <b>Giao nhiệm vụ</b>
    Gõ một phần tên (không cần dấu), năng lực hoặc mã số thuế của đơn vị; hoặc chọn theo năng lực.
task-choose-answering = 📌 <b>Giao nhiệm vụ</b> · { $code } · { $count } đơn vị được gọi
    Bấm số hoặc tên đơn vị, hoặc gõ tên, năng lực, mã số thuế.
task-candidate = <b>{ $number }. { $member }</b>
task-candidate-facts = { $facts }
task-brings = <i>{ $brings }</i>
task-group-ready = sẵn sàng
task-group-remote = hỗ trợ từ xa
task-group-needs-info = cần thêm thông tin
task-group-silent = chưa trả lời
task-group-cannot = không thể
task-eta = đến lúc { $at }
task-km = { $km } km
task-doing = đang thực hiện { $count } nhiệm vụ
task-doing-now = Đang thực hiện: { $codes }
task-and-more = và { $count } năng lực khác
task-sum-engaged = { $count } đơn vị sẵn sàng
task-sums = <b>Có thể huy động:</b> { $sums }
task-found-by-capability = 🔎 <i>theo năng lực: { $names }</i>
task-found-by-commune = 🔎 <i>theo địa bàn: { $names }</i>
task-found-by-elsewhere = 🔎 <i>theo mã số thuế, số điện thoại hoặc lĩnh vực</i>
task-filter-capability = 🧰 Năng lực
task-filter-off = ➖ { $what }
task-coming-any = 🚗💻 Tất cả
task-coming-on-site = 🚗 Đến nơi
task-coming-remote = 💻 Từ xa
task-order-near = 📍 Gần nhất
task-order-soon = 🕐 Sớm nhất
task-capability = { $name } ({ $count })
task-ask-capability = 🧰 Cần năng lực nào? <i>(trong ngoặc: số đơn vị có)</i>
task-ask-capability-none = 🧰 Chưa đơn vị nào khai năng lực. Đề nghị quay lại và gõ tên đơn vị.
task-choose-able = 📌 <b>Giao nhiệm vụ</b> · { $capability }: { $count } đơn vị
    Chọn đơn vị, hoặc gõ tên khác.
task-choose-found = 📌 <b>Giao nhiệm vụ</b> · “{ $asked }”: { $count } đơn vị
    Chọn đơn vị, hoặc gõ tên khác.
task-choose-none = 📌 <b>Giao nhiệm vụ</b>
    Không có đơn vị nào đang tham gia khớp với “{ $asked }”. Đề nghị gõ tên khác hoặc mã số thuế.
task-ask-what-of = 📌 <b>{ $member }</b> · { $commune }
task-ask-what = Cần làm việc gì? Gõ tại đây, tối đa { $limit } ký tự; có thể gửi kèm ảnh, tệp, vị trí.
task-ask-place = 📍 Làm ở đâu? Bấm, hoặc gõ địa điểm.
task-ask-until = ⏰ Cần hoàn thành trước lúc nào? Bấm, hoặc gõ ví dụ: 17:00 thứ sáu · ngày mai 8h · 3 giờ nữa.
task-ask-severity = Mức độ nào? <i>(thang của mạng lưới; thường là Trung bình, mức càng cao càng nhắc sớm)</i>
task-preview-ask = ━━━━━━━━
    Giao cho <b>{ $member }</b> ({ $people } người nhận)?
task-late = ⚠️ Thời hạn trong nội dung ({ $at }) đã qua nên thời hạn là <b>{ $until }</b>.
task-no-such-day = ⚠️ Lịch không có ngày <b>{ $day }</b> nên thời hạn là <b>{ $until }</b>.
task-other-weekday = ⚠️ Ngày <b>{ $day }</b> là { $weekday ->
    [0] thứ hai
    [1] thứ ba
    [2] thứ tư
    [3] thứ năm
    [4] thứ sáu
    [5] thứ bảy
   *[6] chủ nhật
}, khác với thứ vừa gõ, nên thời hạn là <b>{ $until }</b>.
task-preview-away = ⚠️ Đơn vị này báo tạm vắng đến { $until }.
task-button-give = 📨 Giao cho { $member }
task-edit-what = ✏️ Việc
task-edit-place = 📍 Địa điểm
task-edit-until = ⏰ Thời hạn
task-edit-severity = 🎚 Mức độ
task-edit-member = 🏢 Đơn vị
task-given = Đang giao { $code } cho { $member }.

task-heap-all = Tất cả
task-heap-todo = Chưa nhận
task-heap-doing = Đang thực hiện
task-heap-blocked = Vướng mắc
task-heap-overdue = Quá hạn
task-heap-waiting = Chờ xác nhận
task-heap-declined = Từ chối
task-heap-finished = Đã kết thúc
task-my-heap-all = Tất cả
task-my-heap-todo = Cần xử lý
task-my-heap-doing = Đang thực hiện
task-my-heap-waiting = Chờ xác nhận
task-my-heap-finished = Đã kết thúc
task-button-heap = { $heap } ({ $count })
task-list-head = 📌 <b>Nhiệm vụ</b> · { $heap }: { $count }
task-list-head-of = 📌 <b>Nhiệm vụ</b> · { $code } · { $heap }: { $count }
task-list-empty = <i>Không có nhiệm vụ nào.</i>
task-line = { $mark } <b>{ $codes }</b> · { $when }
task-line-of = { $member }: { $what }
task-line-due = trước { $at }
task-line-late = ⚠️ quá hạn { $at }
button-tally-assign = 📌 Giao nhiệm vụ
button-tally-tasks = 📌 Nhiệm vụ ({ $count })

refusal-task-unknown = Không tìm thấy nhiệm vụ này.
refusal-task-owner-missing = Đơn vị này hiện không có người đại diện nào trong mạng lưới, nên chưa thể giao nhiệm vụ.
refusal-task-nobody-named = { $code } là TLP:RED, chưa nêu tên ai của { $member }. Đề nghị nêu tên ở ⋯ Việc khác, 🏷 Nhãn TLP, hoặc gọi thêm đơn vị này.
refusal-task-already-given = Nhiệm vụ này đã được giao với mã { $code }; không giao lần thứ hai.
refusal-task-words-length = Việc cần làm phải từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-task-place-length = Địa điểm phải từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-deadline-past = Thời hạn đã qua. Đề nghị đặt lại thời hạn.
refusal-not-your-task = Nhiệm vụ này không giao cho đơn vị của Anh/Chị.
refusal-task-given-away = { $code } nay đã giao cho { $member }; đơn vị của Anh/Chị không cần làm gì thêm.
refusal-task-begun-anew = { $code } đã được giao lại từ đầu trong lúc Anh/Chị đang soạn, nên nội dung này không được ghi vào nhiệm vụ. Đề nghị xem thẻ nhiệm vụ mới nhất.
refusal-task-step-stands = Việc này đã được ghi nhận lúc { $at } ({ $by }); không cần bấm lại.
refusal-task-step-untimely = { $state ->
    [assigned] { $code } đang chờ đơn vị nhận việc
    [acknowledged] { $code } đã được nhận
    [started] { $code } đang được thực hiện
    [on_site] { $code }: đơn vị đã có mặt
    [blocked] { $code } đang có vướng mắc
    [done] { $code } đã được báo hoàn thành
    [declined] { $code } đã bị từ chối
    [verified] { $code } đã được xác nhận hoàn thành
   *[cancelled] { $code } đã hủy
} (từ { $at }), nên thao tác này không còn phù hợp.
refusal-task-words-missing = Đề nghị Anh/Chị gõ nội dung trước.
refusal-too-many-files = Mỗi lần gửi tối đa { $limit } tệp (ảnh, video, tài liệu, tin thoại, vị trí).
refusal-task-held-already = { $member } hiện đang được giao { $code }. Đề nghị chọn đơn vị khác.

## Trong menu và trong tệp dữ liệu

menu-entry-tasks = 📌 Nhiệm vụ
command-tasks = Nhiệm vụ của đơn vị, của mạng lưới
file-sheet-task-steps = Bước nhiệm vụ
file-sheet-tasks-asked = Nhiệm vụ đã giao
file-message-task = nhiệm vụ
file-message-task-reminder = nhắc nhiệm vụ
file-message-task-watch = theo dõi nhiệm vụ
file-message-task-alarm = nhiệm vụ cần xử lý
task-handover-head = Nhiệm vụ chưa hoàn thành: { $count }
task-handover = { $mark } { $code } · { $what } · { $member }, hạn { $at }
task-handover-more = … và { $count } nhiệm vụ khác
task-open-now = { $mark } <b>{ $code }</b> · { $what }: { $when }
