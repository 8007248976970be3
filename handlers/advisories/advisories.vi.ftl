### Cảnh báo sớm: không kèm sự cố

menu-entry-advisories = 📯 Cảnh báo sớm
command-advisories = Cảnh báo sớm: xem, tìm, gửi mới

advisory-head = { $label } · 📯 { $code }
    <b>{ $title }</b>
advisory-head-new = { $label } · 📯 CB-…
    <b>{ $title }</b>
advisory-todo = <b>Đề nghị thực hiện:</b>
    { $text }
advisory-due = ⏰ <b>Hoàn thành trước:</b> { $at }
advisory-withdrawn = ❌ <b>ĐÃ THU HỒI</b> lúc { $at }: { $because }
advisory-changed = ✏️ Đã sửa lúc { $at }: { $part }
advisory-name-title = tiêu đề
advisory-name-what = nội dung cảnh báo
advisory-name-todo = việc cần thực hiện
advisory-name-due = thời hạn
advisory-asks = Đề nghị Quý đơn vị xác nhận bằng một nút dưới đây. Cần hỏi thêm: trả lời vào chính tin này.
advisory-said = ✔ { $member }: { $said } ({ $by }, { $at })
advisory-answer-acknowledged = đã nhận
advisory-answer-done = đã thực hiện
advisory-answer-unconcerned = không liên quan
advisory-button-acknowledged = Đã nhận cảnh báo
advisory-button-done = Đã thực hiện xong
advisory-button-unconcerned = Không liên quan đến đơn vị
advisory-kept-acknowledged = Đã ghi nhận: đã nhận. Khi thực hiện xong, đề nghị bấm lại.
advisory-kept-done = Đã ghi nhận: đã thực hiện. Trân trọng cảm ơn.
advisory-kept-unconcerned = Đã ghi nhận: không liên quan. Có thể chọn lại bất cứ lúc nào.
advisory-asked = Hỏi về cảnh báo sớm { $code } ({ $title }): { $text }

advisory-note-unseen = 🔔 Đề nghị Quý đơn vị xác nhận cảnh báo sớm { $code }: { $title }
advisory-note-undone = 🔔 Sắp hết hạn: đề nghị Quý đơn vị cho biết đã thực hiện cảnh báo sớm { $code }: { $title }
advisory-note-changed = ✏️ Cảnh báo sớm { $code } ({ $title }) vừa được sửa: { $part }. Nội dung mới đã có trên thẻ phía trên.
advisory-note-withdrawn = ❌ Cảnh báo sớm { $code } ({ $title }) đã được thu hồi. Quý đơn vị không cần thực hiện nữa.

advisory-short-open = đang có hiệu lực
advisory-short-withdrawn = đã thu hồi
advisory-list-head = 📯 <b>Cảnh báo sớm</b> ({ $count })
advisory-list-found = 📯 <b>Cảnh báo sớm</b> có “{ $typed }” ({ $count })
advisory-list-empty = Không có cảnh báo sớm nào.
advisory-list-foot = <i>Tìm theo mã, nội dung: gõ /canhbao và từ cần tìm, có dấu hoặc không dấu.</i>
advisory-list-line = <b>{ $code }</b> · { $label } · { $state }
    { $title }
advisory-button-new = ➕ Viết cảnh báo sớm
advisory-button-list = ◀ Cảnh báo sớm

advisory-counts = <b>Gửi tới { $circle }:</b> { $asked } đơn vị
    Đã thực hiện: <b>{ $done }</b> · Đã nhận: <b>{ $acknowledged }</b> · Không liên quan: <b>{ $unconcerned }</b>
    Chưa trả lời: <b>{ $silent }</b> · Không liên lạc được: <b>{ $unreachable }</b>
advisory-heap-done = Đã thực hiện ({ $count })
advisory-heap-acknowledged = Đã nhận ({ $count })
advisory-heap-unconcerned = Không liên quan ({ $count })
advisory-heap-silent = Chưa trả lời ({ $count })
advisory-heap-unreachable = Không liên lạc được ({ $count })
advisory-line-silent = ▪ { $name }: chưa trả lời
advisory-line-unreachable = ▪ { $name }: không liên lạc được
advisory-line-said = ▪ { $name }: { $said } ({ $by }, { $at })
advisory-late = ⏰ <b>Đã hết hạn, còn { $count } đơn vị chưa thực hiện:</b>
advisory-more = … và { $count } đơn vị khác
advisory-nobody-late = ⏰ Đã hết hạn; mọi đơn vị đã thực hiện hoặc không liên quan.
advisory-reminded = 🔔 Nhắc lần cuối: { $at }
advisory-step-half = <i>Tự nhắc đơn vị chưa xác nhận lúc { $at }</i>
advisory-step-nearly = <i>Tự nhắc đơn vị chưa thực hiện lúc { $at }</i>
advisory-step-over = <i>Tự báo tên đơn vị chưa thực hiện lúc { $at }</i>
advisory-post-waiting = 📻 Đang đăng lên kênh công khai.
advisory-post-posted = 📻 Đã đăng trên kênh công khai.
advisory-post-uncertain = 📻 Chưa rõ bài trên kênh công khai đã đăng được chưa: đề nghị mở kênh kiểm tra.
advisory-post-failed = 📻 Không đăng được lên kênh công khai.
advisory-post-left = 📻 Bài trên kênh công khai không còn được cập nhật (kênh đã bỏ gắn).
advisory-button-remind = 🔔 Nhắc { $count } đơn vị chưa trả lời
advisory-reminding = { $people ->
       *[other] Đang nhắc { $people } người.
    }
advisory-button-change-title = ✏️ Tiêu đề
advisory-button-change-what = ✏️ Nội dung
advisory-button-change-todo = ✏️ Việc cần làm
advisory-button-change-due = ✏️ Thời hạn
advisory-button-change-withdraw = Thu hồi cảnh báo

advisory-ask-what = 📯 <b>Cảnh báo điều gì?</b>
    Đề nghị gõ nội dung (tối đa { $limit } ký tự); câu đầu sẽ là tiêu đề.
advisory-ask-todo = <b>Các đơn vị cần thực hiện gì?</b>
    Mỗi việc một dòng, việc làm ngay viết trước (tối đa { $limit } ký tự).
advisory-ask-due = <b>Hoàn thành trước lúc nào?</b>
    Bấm một nút (đến 17:00 ngày đó), hoặc gõ ví dụ: 17:00 thứ sáu · 10h ngày 25/12 · 3 ngày nữa.
advisory-ask-whom = <b>Gửi tới ai?</b>
    Bấm lĩnh vực, hoặc gõ năng lực, xã, phường, đặc khu, tên hoặc mã số thuế đơn vị, cách nhau bằng dấu phẩy. Có thể gõ nhiều lần.
advisory-which = “{ $said }” có thể là nhiều nơi hoặc nhiều đơn vị. Đề nghị chọn:
advisory-ask-label = <b>Được chia sẻ đến đâu?</b>
advisory-ask-check = Đề nghị xem lại trước khi gửi.
advisory-said-now = Đang ghi: { $text }
advisory-button-keep = ▶ Giữ nguyên
advisory-days = { $count ->
        [0] Không có hạn
       *[other] { $count } ngày
    }
advisory-button-all = Tất cả đơn vị
advisory-circle-all = tất cả đơn vị
advisory-circle-chosen = các đơn vị đã chọn
advisory-circle-many = { $count } đơn vị đã chọn
advisory-button-on = ▶ Tiếp tục với nhóm này
advisory-button-again = Chọn lại từ đầu
advisory-label-clear = { $label }: công khai
advisory-label-green = { $label }: trong cộng đồng
advisory-label-amber = { $label }: đơn vị và khách hàng
advisory-label-amber-strict = { $label }: trong đơn vị nhận
advisory-preview = 📨 <b>Gửi tới { $circle }:</b> { $members } đơn vị, { $people } người. Mỗi người nhận đúng nội dung ở trên.
advisory-preview-links = ⚠️ Liên kết trong phần cần thực hiện bấm được. Nếu là liên kết của kẻ tấn công, đề nghị gõ hxxp thay cho http.
advisory-preview-posted = 📻 Nội dung ở trên cũng được đăng trên kênh công khai.
advisory-button-send = 📨 Gửi tới { $members } đơn vị, { $people } người
advisory-ask-sure = { $label } · 📯 <b>{ $title }</b>
    ⚠️ <b>Xác nhận gửi tới tất cả: { $members } đơn vị, { $people } người?</b> Sau khi gửi chỉ sửa hoặc thu hồi được trên thẻ.
advisory-button-sure = 📨 Xác nhận gửi tất cả
advisory-sent = Đang gửi cảnh báo sớm { $code }.

advisory-change-title = ✏️ <b>{ $code }</b> · Đề nghị gõ tiêu đề mới trong một dòng (tối đa { $limit } ký tự).
advisory-change-what = ✏️ <b>{ $code }</b> · Đề nghị gõ nội dung cảnh báo mới (tối đa { $limit } ký tự).
advisory-change-todo = ✏️ <b>{ $code }</b> · Đề nghị gõ việc cần thực hiện mới (tối đa { $limit } ký tự). Các đơn vị sẽ được đề nghị xác nhận lại.
advisory-change-due = ✏️ <b>{ $code }</b> · Thời hạn mới? Gõ ví dụ: 17:00 thứ sáu · 10h ngày 25/12 · 3 ngày nữa.
advisory-change-withdraw = ❌ <b>{ $code }</b> · Vì sao thu hồi? Lý do (tối đa { $limit } ký tự) hiện trên thẻ của mọi người nhận.
advisory-check-title = Thẻ của mọi người nhận sẽ như trên. Ý nghĩa có thay đổi không?
advisory-check-what = Thẻ của mọi người nhận sẽ như trên. Ý nghĩa có thay đổi không?
advisory-check-todo = Thẻ của mọi người nhận sẽ như trên; người nhận được báo và các đơn vị xác nhận lại từ đầu.
advisory-check-due = Thẻ của mọi người nhận sẽ như trên; người nhận được báo thời hạn mới.
advisory-check-withdraw = Thẻ của mọi người nhận sẽ như trên; người nhận được báo là không cần thực hiện nữa.
advisory-button-tell = ✏️ Sửa và báo người nhận
advisory-button-quietly = Chỉ sửa câu chữ, không báo
advisory-button-withdraw = Thu hồi và báo người nhận
advisory-changed-now = Đang sửa trên thẻ của mọi người nhận.
advisory-withdrawn-now = Đang thu hồi trên thẻ của mọi người nhận.

channel-button-show = 📻 Kênh công khai
channel-none = 📻 Chưa gắn kênh Telegram công khai nào. Cảnh báo sớm TLP:CLEAR chỉ gửi cho các đơn vị.
channel-bound = 📻 Kênh công khai: <b>{ $title }</b>, gắn từ { $since }. Cảnh báo sớm TLP:CLEAR được đăng tại đây; khi sửa hoặc thu hồi, bài đăng được sửa theo.
channel-how = <i>Để gắn kênh khác: trao cho bot quyền quản trị kênh và quyền đăng bài, rồi xác nhận ở đây.</i>
channel-owners = <i>Chỉ quản trị hệ thống gắn hoặc bỏ gắn kênh.</i>
channel-offered = 📻 Bot vừa được trao quyền quản trị kênh <b>{ $title }</b>. Dùng kênh này làm kênh công khai? Nếu không phải kênh của cơ quan, đề nghị bỏ qua.
channel-gone = 📻 Bot không còn đăng bài được trong kênh <b>{ $title }</b>; kênh không được gắn.
channel-lost = 📻 Bot không còn đăng bài được trong kênh công khai <b>{ $title }</b> (bị đưa ra, hoặc mất quyền đăng bài). Kênh đã được bỏ gắn; cảnh báo sớm chỉ còn gửi cho các đơn vị.
channel-button-bind = 📻 Gắn kênh này
channel-button-bind-named = 📻 Gắn kênh { $title }
channel-button-let-go = Bỏ gắn kênh
channel-button-let-go-now = Bỏ gắn kênh ngay
channel-button-keep = ◀ Giữ kênh này
channel-ask = Bỏ gắn kênh <b>{ $title }</b>? Bài đã đăng vẫn còn nhưng không được sửa hay đánh dấu thu hồi nữa.

refusal-advisory-unknown = Không tìm thấy cảnh báo sớm này.
refusal-advisory-not-yours = Cảnh báo sớm này không gửi tới đơn vị của Anh/Chị.
refusal-advisory-words-length = { $length ->
    [0] Chưa có nội dung. Đề nghị ghi bằng chữ.
   *[other] Nội dung dài { $length } ký tự, tối đa { $limit }. Đề nghị rút gọn.
    }
refusal-advisory-sent-already = Cảnh báo sớm này đã được gửi với mã { $code }; không gửi lần thứ hai.
refusal-advisory-for-few = Nội dung mang nhãn TLP:RED chỉ dành cho người được nêu tên nên không gửi thành cảnh báo sớm.
refusal-nobody-to-advise = Chưa có ai đại diện cho đơn vị nào thuộc nhóm này.
refusal-advisory-due-past = Thời hạn đã qua. Đề nghị đặt lại thời hạn.
refusal-advisory-over = { $code } đã được thu hồi.
refusal-reminded-lately = Vừa gửi hoặc nhắc lúc { $at }; có thể nhắc lại từ { $until }.
refusal-nobody-is-late = Mọi đơn vị đã xác nhận; không còn ai để nhắc.
refusal-not-advised = Cảnh báo sớm này không gửi tới đơn vị của Anh/Chị.
refusal-said-of-advisory-already = Đơn vị đã trả lời như vậy lúc { $at }.
refusal-advisory-unchanged = Nội dung giống như đang ghi; không có gì để sửa.
refusal-advisory-narrower = Nội dung nêu nhãn { $label }, hẹp hơn nhãn đã gửi. Đề nghị thu hồi và gửi cảnh báo mới.
refusal-advisory-reason-length = Đề nghị ghi lý do, tối đa { $limit } ký tự.
refusal-whom-unclear = Không nhận ra “{ $said }” là lĩnh vực, năng lực, xã, phường, đặc khu hay đơn vị nào.
refusal-channel-unknown = Không tìm thấy kênh này.
refusal-channel-out-of-reach = Bot không đăng bài được trong kênh { $title }. Đề nghị cấp quyền đăng bài cho bot.
refusal-channel-bound-already = Kênh { $title } đã được gắn.
refusal-channel-not-bound = Kênh { $title } không còn được gắn.

file-sheet-advisories = Cảnh báo sớm đã gửi
file-sheet-advisory-answers = Trả lời cảnh báo sớm
file-sheet-public-channels = Kênh công khai đã gắn
file-message-advisory = cảnh báo sớm
file-message-advisory-note = nhắc về cảnh báo sớm
file-message-advisory-page = tình hình cảnh báo sớm
file-message-advisory-post = bài trên kênh công khai
file-message-public-channel = kênh công khai
