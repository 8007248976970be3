### Kịch bản ứng phó

script-kind-playbook = Kịch bản ứng phó
script-kind-drill = Kịch bản diễn tập
run-step-waiting = chưa đến
run-step-due = đang làm
run-step-done = đã hoàn thành
run-step-skipped = bỏ qua

script-role-coordinators = Cơ quan điều phối
script-role-any = Đơn vị sẵn sàng bất kỳ
script-role-telecom = Đơn vị viễn thông
script-role-postal = Đơn vị bưu chính
script-role-it = Đơn vị công nghệ thông tin
script-role-operator = Đơn vị vận hành hệ thống
script-role-connectivity = Đơn vị cung cấp kết nối
script-role-security = Đơn vị bảo đảm an toàn thông tin
script-role-named = Đơn vị được chỉ định
script-role-everyone = Mọi đơn vị
script-minutes = { $count } phút
script-hours = { $count } giờ
script-when-at-once = ngay
script-when-in = sau { $span }
script-when-after = khi bước { $before } xong
script-when-later = { $span } sau bước { $before }

playbook-list = 🧭 <b>Kịch bản ứng phó</b> · { $count } kịch bản
    Bấm số để xem. Khi có sự cố: mở bảng tổng hợp, bấm <b>⋯ Việc khác</b>, rồi <b>🧭 Kịch bản</b>.
playbook-listed = { $number }. <b>{ $title }</b> · phiên bản { $version }
playbook-head = 🧭 <b>{ $title }</b> · phiên bản { $version }
playbook-types = 🏷 <i>{ $types }</i>
playbook-source = <i>Nguồn: { $source }</i>
playbook-step-of = 🧭 <b>{ $title }</b> · phiên bản { $version } · <b>bước { $number }</b>
playbook-step-expected = 🎯 <i>{ $expected }</i>
playbook-step-facts = 🕐 { $when } · 👤 { $role } · ⏰ làm trong { $within }
playbook-button-list = ◀ Các kịch bản
playbook-button-checklist = ◀ Các bước

playbook-offers = 🧭 <b>Kịch bản ứng phó</b> · { $code } · { $title }
    Bấm số để xem ai làm gì, rồi mới bắt đầu.
playbook-offer = { $number }. { $fits ->
        [yes] <b>{ $title }</b> ✨
       *[no] { $title }
    }
playbook-handover = Kịch bản đang chạy: { $title }, xong { $done }/{ $count } bước
playbook-handover-resting = Kịch bản đang tạm dừng: { $title }, xong { $done }/{ $count } bước
playbook-handover-next = Bước tiếp theo: { $step }
playbook-handover-more = … và { $count } kịch bản khác
playbook-left-open = { $count } kịch bản đang chạy
playbook-run-going = ▶️ { $title } · phiên bản { $version } – đang thực hiện
playbook-run-resting = ⏸ { $title } · phiên bản { $version } – đang tạm dừng
playbook-run-stopped = 🟢 { $title } · phiên bản { $version } – đã dừng cùng sự cố
playbook-run-over = 🟢 { $title } · phiên bản { $version } – đã kết thúc
playbook-preview = 🧭 <b>{ $title }</b> · phiên bản { $version } · { $code }
playbook-preview-step = <b>{ $number }.</b> { $when } · <b>{ $owner }</b>: { $text }
playbook-preview-ask = Bấm số để đổi đơn vị thực hiện. Chưa ai nhận được gì cho đến khi bấm <b>▶️ Bắt đầu</b>.
playbook-nobody-yet = chưa có ({ $role })
playbook-choose = 👤 <b>Bước { $number }</b> · { $text }
    Vai thực hiện: { $role }. Đơn vị đang sẵn sàng:
playbook-choose-none = <i>Chưa đơn vị nào sẵn sàng tham gia.</i>
playbook-candidate = { $number }. <b>{ $member }</b> · { $sectors } · { $how }
playbook-button-offers = 🧭 Kịch bản
playbook-button-start = ▶️ Bắt đầu
playbook-button-office = 👥 Cơ quan điều phối làm
playbook-started = Đã bắt đầu kịch bản. Các bước đến hạn được giao ngay.

playbook-page-going = ▶️ <b>{ $title }</b> · phiên bản { $version } · { $code }
playbook-page-resting = ⏸ <b>{ $title }</b> · phiên bản { $version } · { $code } – <b>đang tạm dừng</b>
playbook-page-stopped = 🟢 <b>{ $title }</b> · phiên bản { $version } · { $code } – <b>đã dừng cùng sự cố</b>
playbook-page-over = 🟢 <b>{ $title }</b> · phiên bản { $version } · { $code } – đã kết thúc
playbook-line = { $mark } <b>{ $number }.</b> { $when } · <b>{ $owner }</b>: { $text }
playbook-open-now = 🧭 <b>{ $code }</b> · { $text }: { $when }
playbook-open-now-button = 🧭 Bước { $number } · { $text }
playbook-until = trước { $at }
playbook-late = ⚠️ quá hạn { $at }
playbook-button-rest = ⏸ Tạm dừng
playbook-button-go-on = ▶️ Tiếp tục
playbook-step-head = { $mark } <b>{ $title }</b> · { $code } · <b>bước { $number }</b>
playbook-step-standing = 👤 { $owner } · ⏰ { $moment }
playbook-step-task = 📌 { $code } · { $owner } · ⏰ { $moment }
playbook-step-done = ✔ Hoàn thành lúc { $moment } · { $owner }
playbook-step-skipped = ⏩ Bỏ qua lúc { $moment } · { $owner }
playbook-step-stopped = 🟢 <b>Đã dừng cùng { $code }</b>: không cần làm bước này nữa.
playbook-step-lost = ⚠️ <b>{ $member }</b> đã được chọn nhưng nay không nhận việc được (tạm dừng hoặc đã rời mạng lưới). Đề nghị chọn đơn vị khác, hoặc tự làm.
playbook-step-reminder = ⚠️ <b>Việc của cơ quan điều phối đã quá hạn.</b> Đề nghị bấm khi đã làm, giao cho đơn vị, hoặc bỏ qua.
playbook-step-reason = 💬 { $reason }
playbook-button-done = ✔ Cơ quan điều phối đã làm
playbook-button-undone = ↩ Chưa làm
playbook-button-give = 📨 Giao cho { $member }
playbook-button-owners = 🏢 Chọn đơn vị
playbook-button-skip = ⏩ Bỏ qua
playbook-button-run = ◀ Kịch bản
playbook-button-step = ◀ Bước { $number }
playbook-done = Đã ghi nhận bước { $number } hoàn thành.
playbook-undone = Bước { $number } lại chờ cơ quan điều phối làm.
playbook-skip-ask = ⏩ Bỏ qua <b>bước { $number }</b> · { $text }
    Đề nghị Anh/Chị gõ lý do; lý do được lưu cùng bước này. Nếu đã giao nhiệm vụ, đơn vị được báo hủy kèm lý do.
playbook-skipped = ⏩ Đã bỏ qua bước { $number }.

playbook-list-retired = 🧭 <b>Kịch bản đã ngừng dùng</b> · { $count }
playbook-listed-unsaved = { $number }. <b>{ $title }</b> · <i>chưa lưu</i>
playbook-head-unsaved = ✏️ <b>{ $title }</b> · <b>bản đang sửa</b>, khi lưu là phiên bản { $version }
playbook-head-retired = 🚫 <b>{ $title }</b> · phiên bản { $version } – <b>đã ngừng dùng</b>
playbook-head-replaced = 🧭 <b>{ $title }</b> · phiên bản { $version } – đã có phiên bản mới hơn
script-button-new = ➕ Kịch bản mới
script-button-retired = 🚫 Đã ngừng ({ $count })
script-button-change = ✏️ Sửa
script-button-go-on = ✏️ Bản đang sửa
script-button-add = ➕ Bước
script-button-rename = ✏️ Tên
script-button-types = 🏷 Dạng
script-button-save = 💾 Lưu bản { $version }
script-button-drop = 🗑 Bỏ bản sửa
script-button-drop-now = 🗑 Bỏ bản đang sửa
script-button-retire = 🚫 Ngừng dùng
script-button-retire-now = 🚫 Ngừng dùng kịch bản này
script-button-bring-back = ↩ Dùng lại
script-did-save = Đã lưu. Từ nay kịch bản này được dùng; lượt đang chạy giữ phiên bản cũ.
script-did-drop-now = Đã bỏ bản đang sửa.
script-did-retire-now = Đã ngừng dùng kịch bản.
script-did-bring-back = Kịch bản được dùng lại.
script-ask-new = 🧭 <b>Kịch bản mới</b> tên là gì? Gõ tại đây, tối đa { $limit } ký tự.
script-ask-title = ✏️ <b>{ $title }</b> · Gõ tên mới, tối đa { $limit } ký tự.
script-ask-add = ➕ <b>{ $title }</b> · Bước mới làm gì? Gõ tại đây, tối đa { $limit } ký tự; có thể gửi kèm ảnh. Vai, lúc làm, thời hạn chỉnh sau bằng nút.
script-ask-types = 🏷 <b>{ $title }</b> · Gợi ý kịch bản này cho dạng sự cố nào? Bấm để chọn hoặc bỏ chọn.
script-ask-drop = 🗑 Bỏ bản đang sửa (phiên bản { $version }) của <b>{ $title }</b>? Mọi thay đổi chưa lưu sẽ mất.
script-ask-retire = 🚫 Ngừng dùng <b>{ $title }</b>? Lượt đang chạy vẫn tiếp tục; có thể dùng lại sau.
script-type = { $mark } { $number }. { $name }
step-button-role-coordinators = Cơ quan điều phối
step-button-role-any = Đơn vị bất kỳ
step-button-role-telecom = Viễn thông
step-button-role-postal = Bưu chính
step-button-role-it = CNTT
step-button-role-operator = Vận hành
step-button-role-connectivity = Kết nối
step-button-role-security = An toàn TT
step-button-text = ✏️ Nội dung
step-button-expected = 🎯 Kết quả
step-button-files = 📎 Tệp
step-button-files-done = ✔ Xong
step-button-role = 👤 Vai
step-button-when = 🕐 Lúc nào
step-button-within = ⏰ Hạn
step-button-up = ⬆ Lên
step-button-down = ⬇ Xuống
step-button-out = 🗑 Xóa
step-button-out-now = 🗑 Xóa bước này
step-button-nothing = Không cần
step-button-in = sau { $span }
step-button-after = Khi bước trước xong
step-button-later = { $span } sau đó
step-ask-text = ✏️ <b>Bước { $number }</b> · { $text }
    Gõ nội dung mới, tối đa { $limit } ký tự; có thể gửi kèm ảnh.
step-ask-expected = 🎯 <b>Bước { $number }</b> · Kết quả cần đạt hiện là: { $expected }
    Gõ kết quả mới, tối đa { $limit } ký tự.
step-ask-files = 📎 <b>Bước { $number }</b> · { $text }
    Đề nghị gửi ảnh hoặc tệp đi kèm bước này; tệp được gửi cùng nhiệm vụ.
step-files-only = Bước này cần ảnh hoặc tệp. Muốn sửa lời, bấm Quay lại rồi ✏️ Nội dung.
step-ask-role = 👤 <b>Bước { $number }</b> · { $text }
    Ai thực hiện? Hiện là: { $role }. Bấm chọn, hoặc gõ tên một đơn vị.
step-role-found = 🔎 “{ $asked }”: bấm tên đơn vị; không đúng thì gõ rõ hơn.
step-role-none = 🔎 Không tìm thấy đơn vị nào theo “{ $asked }”.
step-ask-when = 🕐 <b>Bước { $number }</b> · Hiện là: { $when }.
    Bấm để chọn: tính từ lúc bắt đầu, hoặc từ khi bước trước xong. Có thể gõ thời gian khác, ví dụ: 45 phút, 3 giờ.
step-ask-within = ⏰ <b>Bước { $number }</b> · Hiện làm trong { $within }.
    Bấm, hoặc gõ, ví dụ: 45 phút, 3 giờ, 2 ngày.
step-ask-out = 🗑 Xóa <b>bước { $number }</b> · { $text }

refusal-playbook-under-way = Kịch bản “{ $title }” đang được thực hiện cho sự cố này, từ { $at }.
refusal-step-has-task = Bước này đã giao bằng nhiệm vụ { $code }. Đề nghị mở nhiệm vụ.
refusal-step-not-due = Bước { $place } chưa đến lượt.
refusal-script-unknown = Không tìm thấy kịch bản này; có thể bản đang sửa đã được bỏ.
refusal-script-replaced = Kịch bản { $kind ->
        [playbook] ứng phó
       *[drill] diễn tập
    } này đã có phiên bản { $version }. Đề nghị mở lại danh sách.
refusal-script-retired = Kịch bản { $kind ->
        [playbook] ứng phó
       *[drill] diễn tập
    } “{ $title }” đã ngừng dùng.
refusal-script-saved = Phiên bản đã lưu thì giữ nguyên. Đề nghị bấm Sửa để lập phiên bản mới.
refusal-script-title-length = Tên kịch bản phải từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-script-title-taken = Đã có kịch bản { $kind ->
        [playbook] ứng phó
       *[drill] diễn tập
    } “{ $title }”. Đề nghị đặt tên khác, hoặc mở kịch bản đó.
refusal-script-without-steps = Kịch bản { $kind ->
        [playbook] ứng phó
       *[drill] diễn tập
    } chưa có bước nào nên chưa lưu được.
refusal-script-step-unknown = Không còn bước này trong bản đang sửa; có thể đồng nghiệp đã xóa.
refusal-too-many-steps = Mỗi kịch bản { $kind ->
        [playbook] ứng phó
       *[drill] diễn tập
    } có tối đa { $limit } bước.
refusal-step-text-length = Nội dung bước phải từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-step-expected-length = Kết quả cần đạt dài tối đa { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-step-minutes-range = Thời gian phải từ { $least } đến { $most } phút. Đề nghị gõ lại, ví dụ: 45 phút.
refusal-step-minutes-unread = Chưa đọc được thời gian. Đề nghị gõ ví dụ: 45 phút, 3 giờ, 2 ngày.
refusal-run-unknown = Không tìm thấy lượt thực hiện kịch bản này.
refusal-run-over = Lượt thực hiện này đã kết thúc lúc { $at }.
refusal-run-step-settled = Bước { $place } đã kết thúc lúc { $at }; không cần bấm lại.
refusal-run-step-not-done = Bước { $place } chưa được ghi là cơ quan điều phối đã làm, nên không có gì để rút lại.
refusal-nothing-to-step-to = Không còn bước nào hẹn giờ để chuyển tới: các bước còn lại chờ bước trước xong.
refusal-skip-reason-missing = Bỏ qua một bước thì cần lý do. Đề nghị Anh/Chị gõ lý do.
refusal-skip-reason-length = Lý do dài tối đa { $limit } ký tự; vừa gõ { $length } ký tự.

## Trong tệp dữ liệu

file-sheet-scripts = Kịch bản đã lập
file-sheet-script-runs = Kịch bản đã chạy
file-sheet-run-steps = Bước kịch bản
menu-entry-playbooks = 🧭 Kịch bản
command-playbooks = Kịch bản ứng phó theo dạng sự cố
file-message-playbook-step = bước kịch bản
file-message-playbook-run = kịch bản đang thực hiện
