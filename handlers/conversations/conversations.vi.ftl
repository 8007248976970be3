### Hỏi đáp

## Lời của đơn vị

question-taken = ✔ Đã chuyển tới cơ quan điều phối ({ $code }): “{ $text }”
    <i>Câu trả lời sẽ đến ngay tại đây.</i>
question-taken-ended = ✔ Đã chuyển tới cơ quan điều phối ({ $code }, đã kết thúc lúc { $at }): “{ $text }”
    <i>Câu trả lời sẽ đến ngay tại đây.</i>
question-taken-alone = ✔ Đã chuyển tới cơ quan điều phối: “{ $text }”
    <i>Câu trả lời sẽ đến ngay tại đây.</i>
question-changed-taken = ✔ Nội dung sửa đã được chuyển lại tới cơ quan điều phối ({ $code }): “{ $text }”
    <i>Câu trả lời sẽ đến ngay tại đây.</i>
question-changed-taken-alone = ✔ Nội dung sửa đã được chuyển lại tới cơ quan điều phối: “{ $text }”
    <i>Câu trả lời sẽ đến ngay tại đây.</i>
question-kept = ✔ Đã ghi nhận ({ $code }): “{ $text }”
question-kept-alone = ✔ Đã ghi nhận: “{ $text }”
question-no-answer-yet = <i>Quý đơn vị chưa chọn câu trả lời cho cảnh báo.</i>
question-as-answer = Ghi nhận luôn làm câu trả lời cho cảnh báo?
question-button-back = ↩ Rút lại
question-ask-send = Gửi nội dung này cho cơ quan điều phối?
    “{ $text }”
question-ask-which = Nội dung này về việc nào?
    “{ $text }”
question-goes-by-itself = <i>Nếu không chọn, sau { $minutes } phút nội dung tự được chuyển tới cơ quan điều phối.</i>
question-sort = Để xử lý nhanh hơn, đề nghị chọn: nội dung này về việc nào?
question-ask-report = Việc khai báo do cơ quan điều phối thực hiện. Gửi tin này cho cơ quan điều phối?
    “{ $text }”
question-ask-stranger = Gửi nội dung này cho cơ quan điều phối?
    “{ $text }”
    <i>Kèm theo là tên Telegram của Anh/Chị. Trường hợp nguy hiểm đến tính mạng, đề nghị gọi 113, 114 hoặc 115.</i>
question-ask-suspended = <b>{ $member }</b> đang tạm dừng tham gia mạng lưới nên không nhận cảnh báo và nhiệm vụ. Gửi nội dung này cho cơ quan điều phối?
    “{ $text }”
question-danger = ⚠️ <b>Trường hợp nguy hiểm đến tính mạng, đề nghị gọi ngay 113, 114 hoặc 115.</b>
question-turn-to = Nội dung chưa được chuyển đi. Đề nghị Anh/Chị liên hệ trực tiếp: { $address }
question-stranger = Người ngoài mạng lưới
question-of-suspended = ⏸ <i>Đơn vị đang tạm dừng tham gia mạng lưới.</i>
question-how-to-report = Việc khai báo do cơ quan điều phối thực hiện. Để báo tin, đề nghị Quý đơn vị bấm nút dưới đây, hoặc gõ nội dung ngay tại đây: việc gì, ở đâu, từ lúc nào. Trường hợp nguy hiểm đến tính mạng, đề nghị gọi 113, 114 hoặc 115.
question-incident = { $code } · { $title }
question-incident-ended = { $code } (đã kết thúc) · { $title }
question-button-send = 📨 Gửi
question-button-general = Câu hỏi chung
question-button-drop = Không gửi
question-dropped = Đã bỏ. Không có gì được gửi đi.
question-taken-back = Đã rút lại. Nội dung đã xóa khỏi hệ thống. Không thu hồi được: nội dung mà điều phối viên đã đọc hoặc đã gửi tiếp, tệp đã tải về hoặc đã mở quá 48 giờ.
question-answer-head = ✉️ <b>Trả lời của cơ quan điều phối</b>
question-answer-head-of = ✉️ <b>Trả lời của cơ quan điều phối</b> · { $code }
question-quote = <blockquote>{ $text }</blockquote>
question-read = ✔ Cơ quan điều phối đã đọc.
question-read-of = ✔ Cơ quan điều phối đã đọc ({ $code }).
question-asked-by-other = <i>Câu hỏi do người khác của Quý đơn vị gửi.</i>
question-go-on = <i>Trả lời tin này để hỏi tiếp.</i>

## Phía điều phối viên

question-waited = ⏰ <b>Đã { $minutes } phút chưa ai trả lời.</b>
question-waited-undelivered = ⏰ <b>Đã { $minutes } phút đơn vị chưa nhận được câu trả lời.</b>
question-returned = ↩ <b>Người được giao không còn là điều phối viên.</b> Câu hỏi chưa có ai nhận.
question-head = { $mark } <b>{ $code }</b> · { $title }
question-head-ended = { $mark } <b>{ $code }</b> · { $title } · <b>đã kết thúc</b> lúc { $at }
question-head-alone = { $mark } <b>Ngoài các sự cố đang mở</b>
question-head-unsorted = { $mark } <b>Chưa rõ về việc nào</b>
question-task = 📌 Về nhiệm vụ <b>{ $code }</b>: { $what }
question-by = <b>{ $member }</b> · { $by } · { $at }
question-by-titled = <b>{ $member }</b> · { $by }, { $title } · { $at }
question-before = <i>Trước đó: “{ $text }” → “{ $answer }”</i>
question-changed-noted = ✏️ <b>Đơn vị đã sửa nội dung sau khi được ghi nhận.</b> Trước khi sửa: “{ $text }”
question-changed-answered = ✏️ <b>Đơn vị đã sửa nội dung sau khi được trả lời.</b> Trước khi sửa: “{ $text }”
question-words = “{ $text }”
question-file-alone = 📎 tệp, không kèm chữ
question-file-or-place-alone = 📎 tệp hoặc vị trí, không kèm chữ
question-voice-alone = 📎 tin thoại, không kèm chữ
question-voice = 📎 Kèm tin thoại
question-button-voice = 📎 Nghe tin thoại
question-erased = nội dung đã xóa
question-files = 📎 Kèm { $count } tệp
question-alike = 🔁 { $count } đơn vị khác hỏi điều tương tự
question-button-alike = 🔁 Gửi cho { $count } đơn vị hỏi tương tự
question-answered-alike = Đã gửi câu trả lời cho { $count } câu hỏi tương tự.
question-button-files = 📎 Xem { $count } tệp
question-caption = Kèm câu hỏi của { $member }, { $at }
question-answer-caption = Kèm câu trả lời của { $by } cho { $member }, { $at }
question-edited = <i>Đã sửa lúc { $at }</i>
question-gone = <i>Đơn vị đã rút lại nội dung này.</i>
question-became = ✔ Nội dung này nay thuộc { $code }.
question-gone-to = <i>Đơn vị đã chuyển nội dung này vào { $code }.</i>
question-given = ✉️ <b>{ $by }</b> trả lời lúc { $at }: { $text }
question-noted-by = ✔ <b>{ $by }</b> đã đọc lúc { $at }
question-only-kept = <i>Lời xác nhận, không cần trả lời.</i>
question-handed-to = ➡️ Đã giao cho <b>{ $name }</b>
question-button-answer = ✉️ Trả lời
question-button-answer-more = ✉️ Trả lời thêm
question-tells-of-danger = 🆘 <b>Có thể nguy hiểm đến tính mạng: đề nghị xử lý ngay.</b>
question-tells-it-is-real = 🆘 <b>Đơn vị báo là việc thật: đề nghị xử lý ngay.</b>
question-button-declare = 🚨 Khai báo sự cố
question-button-note = ✔ Đã rõ
question-button-unnote = ↩ Chờ trả lời lại
question-button-hand = Giao cho đồng nghiệp
question-button-all = 📣 Gửi cho mọi đơn vị
question-button-contact = Gọi người hỏi
question-button-contact-other = Gọi đơn vị
question-button-thread = Xem toàn bộ
question-button-task = 📌 Xem nhiệm vụ
question-button-told-apart = { $member }, { $at }
question-button-list = Các câu hỏi
question-button-show = Xem lại câu hỏi
question-ask-answer = Gõ câu trả lời cho <b>{ $member }</b>{ $code }.
question-ask-answer-all = Gõ câu trả lời cho <b>{ $member }</b>{ $code }; sau đó xem lại và gửi cho mọi đơn vị.
question-answer-ready = ✉️ Câu trả lời cho <b>{ $member }</b>{ $code }. Có thể gửi thêm tệp hoặc gõ thêm; khi đủ, bấm <b>📨 Gửi</b>.
question-answered-before = ⚠️ <b>{ $by }</b> đã trả lời lúc { $at }: “{ $text }”
question-changed-meanwhile = ✏️ Câu hỏi vừa được sửa thành: “{ $text }” Gửi câu trả lời này, hoặc gõ câu trả lời khác.
question-yours = Câu trả lời của Anh/Chị: “{ $text }”
    Vẫn gửi thêm?
question-button-send-too = 📨 Gửi thêm
question-answered-under-way = 📤 Đang gửi câu trả lời tới <b>{ $member }</b>: “{ $text }”
question-answered-sent = ✔ Đã gửi câu trả lời tới <b>{ $member }</b>: “{ $text }”
question-answered-unsure = ❔ Chưa rõ câu trả lời tới <b>{ $member }</b> đã đến hay chưa: “{ $text }”
question-answered-others = <i>Người hỏi không nhận được tin nữa; câu trả lời được gửi tới người khác của đơn vị.</i>
question-fate-under-way = 📤 <i>Đang gửi</i>
question-fate-sent = ✔ <i>Đã gửi tới { $member }</i>
question-fate-unsure = ❔ <i>Chưa rõ đã tới hay chưa</i>
question-fate-lost = 📵 <b>Câu trả lời chưa tới được ai của { $member }.</b> Đề nghị gọi điện.
question-undelivered = 📵 <i>Câu trả lời chưa tới được ai</i>
question-to-all = Hỏi: { $question }
    Trả lời: { $answer }
question-ask-colleague = Giao câu hỏi của <b>{ $member }</b>{ $code } cho ai?
question-no-colleague = Chưa có điều phối viên nào khác để giao.
question-noted = Đã ghi nhận. Đơn vị sẽ được báo là câu hỏi đã được đọc.
question-waits-again = Câu hỏi lại chờ trả lời.
question-handed = Đã giao cho { $name }.

## Danh sách

question-list-head = <b>Hỏi đáp</b> · { $open } câu chưa trả lời, tất cả { $total }
question-list-head-of = <b>Hỏi đáp · { $code }</b> · { $open } câu chưa trả lời, tất cả { $total }
question-list-empty = <b>Hỏi đáp</b> · Chưa có câu hỏi nào của các đơn vị.
question-list-empty-of = <b>Hỏi đáp · { $code }</b> · Chưa có câu hỏi nào của các đơn vị.
question-line = { $mark } { $at } · <b>{ $member }</b> ({ $by }): { $text }
question-line-of = { $mark } { $at } · { $code } · <b>{ $member }</b> ({ $by }): { $text }
question-own-head = <b>Câu hỏi của Quý đơn vị</b>
question-own-empty = <b>Hỏi đáp</b> · Quý đơn vị chưa gửi câu hỏi nào.
question-own-how = Có điều cần hỏi hoặc cần báo, đề nghị Quý đơn vị gõ ngay tại đây; cơ quan điều phối sẽ trả lời.

## Lời gõ ngoài các thao tác

declare-words-ask = Khai báo nội dung này?
    “{ $text }”
clear-words-ask = Nội dung này để trả lời, nhắn các đơn vị hay khai báo?
    “{ $text }”
clear-files-ask = Tệp này để trả lời câu hỏi nào? Để nhắn các đơn vị hoặc khai báo, đề nghị gõ thêm nội dung.
clear-files-alone = Đã nhận tệp, chưa gửi cho ai. Để nhắn các đơn vị hoặc khai báo, đề nghị gõ thêm nội dung.
clear-words-answer = ✉️ Trả lời { $member }
clear-words-tell = 📣 Nhắn các đơn vị { $code }
declare-words-incident = 🚨 Sự cố
declare-words-as-question = ❓ Gửi như một câu hỏi của đơn vị
declare-words-drill = Diễn tập

refusal-question-unknown = Không tìm thấy câu hỏi này.
refusal-not-your-question = Nội dung này do người khác gửi.
refusal-question-settled = Nội dung này đã được gửi, được trả lời hoặc đã rút lại.
refusal-nobody-spoken-for = Anh/Chị hiện không đại diện cho đơn vị nào của mạng lưới.
refusal-changed-too-late = Nội dung sửa chưa được chuyển đi: tin đã gửi quá 48 giờ hoặc sự cố đã kết thúc. Đề nghị gửi nội dung mới thành một tin riêng.
refusal-speaks-for-it-no-more = Anh/Chị không còn đại diện cho đơn vị này nên nội dung chưa được gửi. Để gửi với tư cách cá nhân, đề nghị gõ lại.
refusal-question-taken-back = Đơn vị đã rút lại câu hỏi này.
refusal-question-answered = { $by } đã trả lời câu hỏi này lúc { $at }.
refusal-answer-length = Câu trả lời cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-wrote-too-often = Trong một giờ, Anh/Chị gửi được tối đa { $limit } tin. Có thể gửi tiếp từ { $at }. Trường hợp nguy hiểm đến tính mạng, đề nghị gọi 113, 114 hoặc 115.
refusal-wrote-too-much = Nội dung vừa rồi chưa được gửi: trong { $minutes } phút gửi được tối đa { $limit } tin. Có thể gửi tiếp từ { $at }; đề nghị gộp các nội dung vào một tin.
refusal-strangers-too-many = Hiện có quá nhiều tin từ người ngoài mạng lưới nên chưa thể chuyển thêm; đề nghị Anh/Chị gửi lại sau một giờ. Trường hợp nguy hiểm đến tính mạng, đề nghị gọi 113, 114 hoặc 115.
refusal-nothing-alike = Không còn câu hỏi tương tự nào đang chờ trả lời.
refusal-nothing-to-hand = Câu hỏi này đã được trả lời hoặc đã rõ nên không cần giao nữa.
refusal-nothing-to-undo = Câu hỏi chưa được đánh dấu đã rõ, nên không có gì để rút lại.
refusal-no-such-colleague = Người này hiện không phải là điều phối viên.

## Trong menu và trong tệp dữ liệu

menu-entry-questions = 💬 Hỏi đáp
command-questions = Hỏi đáp giữa đơn vị và cơ quan điều phối
file-sheet-questions = Câu hỏi đã gửi
file-sheet-question-answers = Câu trả lời đã gửi
file-sheet-questions-settled = Câu hỏi đã xử lý
file-message-question = câu hỏi của đơn vị
file-message-question-answer = trả lời câu hỏi của đơn vị
file-message-questions = danh sách câu hỏi
file-message-question-taken = xác nhận đã chuyển câu hỏi
file-message-question-file = tệp kèm câu hỏi của đơn vị
file-question-held = chưa gửi
file-question-open = chưa trả lời
file-question-answered = đã trả lời
file-question-noted = đã đọc
file-question-taken-back = đã rút lại
question-handover-head = Câu hỏi của đơn vị chưa trả lời: { $count }
question-handover = ❓ { $at } · { $member }: { $text }
question-handover-more = … và { $count } câu hỏi khác
question-left-open = { $count } câu hỏi
