### Đánh giá sau sự cố

menu-entry-reviews = 🔬 Đánh giá
command-review = Đánh giá sau sự cố: xem, viết, theo dõi

review-head = 🔬 <b>{ $code }</b> · Đánh giá sau sự cố
    <b>{ $title }</b>
review-head-drill = 🔬 <b>DIỄN TẬP · { $code }</b> · Đánh giá sau diễn tập
    <b>{ $title }</b>
review-news-opened = Anh/Chị phụ trách đánh giá này. Đề nghị ghi điều làm tốt trước; đánh giá không nhằm quy trách nhiệm.
review-news-given = Anh/Chị được giao phụ trách đánh giá này.
review-news-handed-in = Bản đánh giá chờ xem xét. Đề nghị đọc và bổ sung trước khi hoàn thành.
review-state-draft = Trạng thái: bản nháp
review-state-in-review = Trạng thái: đang xem xét
review-state-done = ✔ Đã hoàn thành
review-owner = Phụ trách: { $name } · hạn { $at }
review-owner-late = Phụ trách: { $name } · ⏰ quá hạn từ { $at }
review-moved-because = Lý do đổi: { $reason }
review-reopened = Sự cố đang mở lại: đánh giá chờ đến khi kết thúc.
review-part = <b>{ $name }</b>
    <blockquote expandable>{ $text }</blockquote>
review-part-empty = <b>{ $name }</b>: <i>chưa ghi</i>
review-name-well = 1. Điều làm tốt
review-name-causes = 2. Nguyên nhân
review-name-changes = 3. Cần thay đổi
review-name-detected = Phát hiện bằng cách nào

review-facts = <b>Theo hồ sơ</b>
review-at-once = chưa đến 1 phút
review-found-reported = Phát hiện: { $who } báo lúc { $at }{ $known ->
    [yes] , sau khi bắt đầu { $after }
   *[no] {""}
    }; cảnh báo sau đó { $alert }
review-found-noticed = Phát hiện: điều phối viên ghi nhận lúc { $at }{ $known ->
    [yes] , sau khi bắt đầu { $after }
   *[no] {""}
    }
review-fact-answers = Trả lời: { $answered }/{ $called } đơn vị, { $engaged } đơn vị tham gia
review-fact-times = Trả lời đầu tiên sau { $first }, trung vị { $middle }; sẵn sàng đầu tiên { $ready }; đủ lực lượng { $enough }
review-fact-counts = Gọi thêm { $waves } đợt · nhắc { $reminded } lần · nâng mức { $raised } lần · cập nhật { $updates } lần
review-fact-lasted = Từ cảnh báo đến kết thúc: { $time }
review-fact-tasks = Nhiệm vụ: { $count }, xong { $done }, chờ quyết định { $waiting }
review-fact-voices = Ý kiến: { $answered }/{ $asked } đơn vị · hữu ích { $useful }, chưa hữu ích { $not_useful }
review-drill-injects = Tình huống: { $count }; trả lời đúng hạn { $answered }/{ $given }, làm đúng yêu cầu { $done }
review-drill-times = Thời gian trả lời trung bình: { $minutes } phút · diễn tập kéo dài { $time }
review-drill-points = Kết quả chung: { $points }/100 điểm{ $before ->
    [none] {""}
   *[other] {" "}(lần trước { $before })
    }
review-drill-late = ⏰ Quá hạn chưa trả lời: { $missed } lượt ({ $where })
review-drill-late-in = tình huống { $number }: { $missed }/{ $given }
review-drill-record = Tình huống { $number }: { $text } · đúng hạn { $answered }/{ $given }
review-drill-never = Tình huống { $number }: { $text } · không gửi
review-waiting = Nhiệm vụ chờ quyết định: { $count }
review-nothing-late = Không có việc nào trễ.
review-late = ⏰ Trễ: { $what }{ $more ->
    [0] {""}
   *[other] {" "}và { $more } việc khác
    }
review-late-by = trễ { $time }
review-late-still = chưa hoàn thành
review-late-unsent = không gửi
review-late-task = { $name } ({ $by })
review-late-update = cập nhật hạn { $at } ({ $by })
review-late-duty = { $name } ({ $by })

review-button-well = ✏️ Điều làm tốt
review-button-causes = ✏️ Nguyên nhân
review-button-changes = ✏️ Cần thay đổi
review-button-detected = ✏️ Cách phát hiện
review-button-details = 🔬 Chi tiết, sửa
review-button-records = 📈 Diễn biến
review-button-voices = 💬 Ý kiến ({ $count })
review-button-tasks = 📌 Việc ({ $count })
review-button-hand-in = 📨 Chuyển xem xét
review-button-finish = ✔ Hoàn thành đánh giá
review-button-anyway = ✔ Vẫn hoàn thành
review-button-take-back = ↩ Viết tiếp
review-button-owner = 👤 Đổi phụ trách
review-button-date = ⏰ Dời hạn
review-button-lesson = 📚 Viết bài học từ đánh giá
review-button-list = ◀ Đánh giá
review-button-open = ▶ Mở đánh giá
review-button-assign = 📌 Giao nhiệm vụ mới
review-button-keep-open = Để mở có lý do
review-button-ended = ➕ Sự cố chưa đánh giá
review-button-of-drill = 🔬 Đánh giá sau diễn tập
review-button-of-incident = 🔬 Đánh giá sau sự cố
review-button-more-names = Trang { $page }/{ $pages } ›
review-button-days = { $count } ngày làm việc: { $at }
review-button-missing = 💬 Ghi điều còn thiếu
review-button-nothing-missing = Không thiếu gì
review-say-useful-yes = { $tick } Hữu ích
review-say-useful-no = { $tick } Chưa hữu ích
review-say-named-yes = { $tick } Đồng ý nêu tên
review-say-named-no = { $tick } Không nêu tên
review-kept = Đã ghi.
review-kept-hand-in = Đã chuyển xem xét.
review-unasked = { $count } đơn vị chưa được hỏi ý kiến về sự cố này. Vẫn hoàn thành?
review-unanswered = { $count } đơn vị đã được hỏi nhưng chưa trả lời. Vẫn hoàn thành?
review-kept-anyway = Đã hoàn thành đánh giá.
review-kept-finish = Đã hoàn thành đánh giá.
review-kept-take-back = Bản đánh giá mở lại để viết tiếp.

review-records-head = Diễn biến: { $count } mục
review-record = { $at } · { $what }
review-voices-none = Không có đơn vị nào tham gia để hỏi ý kiến.
review-voices-later = Các đơn vị tham gia được hỏi ý kiến lúc { $at }.
review-voices-head = Đã hỏi { $asked } đơn vị, { $answered } đơn vị trả lời, { $named } đồng ý nêu tên.
review-voice = <b>{ $name }</b>: { $useful ->
    [yes] hữu ích
    [no] chưa hữu ích
   *[open] chưa nói có hữu ích không
    } · { $named ->
    [yes] được nêu tên
    [no] không nêu tên
   *[open] chưa trả lời về nêu tên
    }
review-voice-missing = Còn thiếu: { $text }
review-tasks-head = Việc cần làm: { $count }. Đánh giá chỉ hoàn thành khi việc nào cũng đã hoàn thành, đã hủy, hoặc được để mở có lý do.
review-tasks-none = Chưa có việc nào. Việc mới được giao như mọi nhiệm vụ, có đơn vị và hạn.
review-task = { $mark } <b>{ $code }</b> · { $member } · hạn { $at } · { $state }
    { $what }
review-task-kept = Để mở: { $reason }
review-task-waits = ⏳ Chờ quyết định

review-ask-part = <b>{ $code }</b> · { $name }: đề nghị ghi trong một tin nhắn, tối đa { $limit } ký tự.
review-hint-well = Ví dụ: phát hiện sớm, trả lời nhanh, phối hợp gọn. Chưa có gì nổi bật cũng đề nghị ghi như vậy.
review-hint-causes = Nêu điều đã dẫn tới sự cố và điều làm chậm xử lý, không nêu lỗi của cá nhân.
review-hint-changes = Nêu điều sẽ làm khác. Các đơn vị đã góp ý sẽ đọc được phần này khi hoàn thành.
review-hint-detected = Ai hoặc hệ thống nào phát hiện, bằng dấu hiệu gì.
review-ask-now = Đang ghi: { $text }
review-ask-where = <b>{ $code }</b> · Thêm nội dung này vào phần nào của đánh giá?
    “{ $text }”
review-ask-keep = <b>{ $code }</b> · Vì sao để { $task } mở? Đề nghị ghi lý do, tối đa { $limit } ký tự.
review-ask-owner = <b>{ $code }</b> · Ai phụ trách đánh giá? Đề nghị chọn, hoặc gõ tên. Đang tìm: { $typed }
review-ask-owner-none = <b>{ $code }</b> · Chưa có điều phối viên nào khác để giao.
review-ask-date = <b>{ $code }</b> · Hạn mới đến khi nào? Đề nghị chọn, hoặc gõ, ví dụ “17h 15/12”.
review-ask-reason = <b>{ $code }</b> · Đổi thành: { $where }. Đề nghị ghi lý do, tối đa { $limit } ký tự.

review-reminder-half = 🔔 Đã qua nửa thời hạn đánh giá.
review-reminder-due = 🔔 Đánh giá đến hạn.
review-reminder-late = 🔔 Đánh giá quá hạn.
review-reminder-missing = Chưa ghi: { $names }
review-reminder-tasks = Việc chờ quyết định: { $codes }

review-list-open = 🔬 <b>Đánh giá đang mở: { $count }</b>
review-list-done = 🔬 <b>Đánh giá đã hoàn thành: { $count }</b>
review-list-drills = 🔬 <b>Đánh giá diễn tập: { $count }</b>
review-none-open = Không có đánh giá nào đang mở.
review-none-done = Chưa có đánh giá nào hoàn thành.
review-none-drills = Chưa có đánh giá diễn tập nào.
review-heap-open = Đang mở ({ $count })
review-heap-done = Hoàn thành ({ $count })
review-heap-drills = Diễn tập ({ $count })
review-line = <b>{ $code }</b> · { $title }
    { $state } · { $owner } · { $when }
review-short-draft = bản nháp
review-short-in-review = đang xem xét
review-short-done = hoàn thành
review-when-due = hạn { $at }
review-when-late = ⏰ quá hạn { $at }
review-when-done = xong { $at }
review-coming = ⏳ <b>{ $code }</b>: đánh giá sẽ mở lúc { $at }, phụ trách: { $owner }.
review-follows = 🔬 Đánh giá sau sự cố sẽ mở lúc { $at }, phụ trách: { $owner }.
review-unknown-code = Không có sự cố hoặc diễn tập nào mang mã “{ $code }”.
review-ended = 🔬 Chọn sự cố đã kết thúc để mở đánh giá:
review-ended-none = Không có sự cố nào đã kết thúc mà chưa có đánh giá.
review-ended-line = { $code } · { $title } · kết thúc { $at }

review-asked = { $names }: cảm ơn Quý đơn vị đã tham gia. Đề nghị cho biết cảnh báo có hữu ích không, điều gì còn thiếu, và có được nêu tên khi biểu dương hoặc chia sẻ bài học không.
review-asked-drill = { $names }: cảm ơn Quý đơn vị đã tham gia diễn tập. Đề nghị cho biết diễn tập có hữu ích không, điều gì còn thiếu, và có được nêu tên khi biểu dương hoặc chia sẻ bài học không.
review-asked-over = { $names }: đánh giá đã hoàn thành. Việc nêu tên vẫn có thể đổi.
review-asked-list = 🔬 Các sự cố mà Quý đơn vị được hỏi ý kiến:
review-asked-none = 🔬 Chưa có sự cố nào cần ý kiến của Quý đơn vị.
review-said = Đã ghi nhận, xin cảm ơn.
review-said-useful = Ý kiến: { $answer ->
    [yes] hữu ích
    [no] chưa hữu ích
   *[open] chưa trả lời
    }
review-said-missing = Còn thiếu: { $text }
review-said-named = Nêu tên: { $answer ->
    [yes] đồng ý
    [no] không
   *[open] chưa trả lời (nghĩa là không)
    }
review-said-by = Người trả lời: { $name }
review-ask-missing = <b>{ $code }</b> · Điều gì còn thiếu? Đề nghị ghi trong một tin nhắn, tối đa { $limit } ký tự.
review-nothing-missing = Không thiếu gì
review-added-missing = Đã thêm vào “Điều còn thiếu”: { $text }
review-button-else = Đây là nội dung khác
review-taken-out = Đã bỏ nội dung này khỏi “Điều còn thiếu”.
review-outcome-heard = 🔬 { $code } · Từ góp ý của Quý đơn vị, sẽ thay đổi: { $changes }
review-outcome-plain = 🔬 { $code } · Sau đánh giá, sẽ thay đổi: { $changes }
review-outcome-tasks = Việc đã giao: { $count }.
review-outcome-thanks = Trân trọng cảm ơn Quý đơn vị đã trả lời.

refusal-review-unknown = Không tìm thấy đánh giá này.
refusal-review-over = Đánh giá { $code } đã hoàn thành nên nội dung giữ nguyên.
refusal-review-words-length = { $length ->
    [0] Chưa có nội dung. Đề nghị ghi bằng chữ.
   *[other] Nội dung dài { $length } ký tự, tối đa { $limit }. Đề nghị rút gọn.
    }
refusal-review-reason-length = { $length ->
    [0] Chưa có lý do. Đề nghị ghi lý do.
   *[other] Lý do dài { $length } ký tự, tối đa { $limit }. Đề nghị rút gọn.
    }
refusal-review-too-early = { $code } chưa kết thúc nên chưa thể đánh giá.
refusal-nobody-to-review = Chưa có điều phối viên nào để phụ trách đánh giá.
refusal-review-not-yours = Đơn vị của Anh/Chị không được hỏi ý kiến về sự cố này.
refusal-missing-length = { $length ->
    [0] Chưa có nội dung. Đề nghị ghi bằng chữ.
   *[other] Nội dung dài { $length } ký tự, tối đa { $limit }. Đề nghị rút gọn.
    }
refusal-review-unwritten = Chưa ghi đủ: { $part ->
    [well] điều làm tốt
    [causes] nguyên nhân
   *[changes] cần thay đổi
    }. Đề nghị ghi rồi thử lại.
refusal-review-task-open = Chưa thể hoàn thành: { $code } ({ $member }) còn mở và chưa có quyết định{ $more ->
    [0] {""}
   *[other] , cùng { $more } việc khác
    }. Đề nghị xác nhận xong, hủy, hoặc để mở có lý do.
refusal-review-task-settled = { $code } không còn mở nên không cần quyết định.
refusal-review-stands = Đánh giá đã ở trạng thái này.
refusal-review-owner-gone = Không thể giao cho người này.
refusal-review-date-past = Thời điểm này đã qua.

file-sheet-reviews = Đánh giá sau sự cố
file-sheet-review-voices = Ý kiến khi đánh giá
file-sheet-review-decisions = Quyết định khi đánh giá
file-message-review = đánh giá sau sự cố
file-message-review-reminder = nhắc đánh giá
file-message-review-asked = hỏi ý kiến đánh giá
file-message-review-outcome = kết quả đánh giá
review-file-useful = hữu ích
review-file-named = đồng ý nêu tên
