### Nhóm điều hành

## Đăng ký và kiểm tra nhóm

operations-none = 👥 <b>Nhóm điều hành</b>

    Chưa đăng ký nhóm nào. Khi có, mỗi sự cố từ mức trung bình có một chủ đề riêng trong nhóm: nội dung cảnh báo, bảng tổng hợp, nhiệm vụ và thông tin cập nhật ở cùng một nơi.
operations-how =
    1. Bấm nút dưới đây và chọn nhóm của Sở (siêu nhóm, đã bật Chủ đề).
    2. Giữ các quyền mà Telegram hỏi: quản lý chủ đề, ghim tin, xoá tin.
    Bot tự kiểm tra và báo lại tại đây. Trong nhóm, có thể gõ /nhomdieuhanh.
operations-page = 👥 <b>Nhóm điều hành: { $title }</b>
    Đăng ký lúc { $since }.
operations-checking = ⏳ Đang hỏi Telegram về quyền của bot…
operations-topics-yes = ✔ Chủ đề đã bật
operations-topics-no = ⚠️ Chủ đề đang tắt. Cách sửa: Chỉnh sửa nhóm → bật “Chủ đề”.
operations-manage-yes = ✔ Bot được quản lý chủ đề
operations-manage-no = ⚠️ Bot chưa được quản lý chủ đề. Cách sửa: Quản trị viên → bot → bật “Quản lý chủ đề”.
operations-pin-yes = ✔ Bot được ghim tin
operations-pin-no = ⚠️ Bot chưa được ghim tin. Cách sửa: Quản trị viên → bot → bật “Ghim tin nhắn”.
operations-hear-yes = ✔ Bot đọc được lời trong chủ đề để ghi nhật ký
operations-hear-no = ⚠️ Bot chưa đọc được lời trong nhóm, nên nhật ký để trống. Cách sửa: cho bot quản trị nhóm.
operations-without = <i>Khi chưa có chủ đề, tin của mọi sự cố hiện chung trong nhóm, mã sự cố ở dòng đầu.</i>
operations-checked = <i>Kiểm tra lúc { $at }.</i>
operations-gone = 👥 Nhóm này không còn là nhóm điều hành.
operations-ask = Bỏ đăng ký nhóm điều hành <b>{ $title }</b>? Bot sẽ không gửi và không sửa gì trong nhóm nữa; nội dung đã có vẫn còn, nhật ký vẫn xem được ở cuộc trò chuyện riêng.
operations-let-go = ✔ Đã bỏ đăng ký nhóm điều hành <b>{ $title }</b>.
operations-registered = 👥 <b>Nhóm này là nhóm điều hành.</b>

    Mỗi sự cố từ mức trung bình có một chủ đề riêng: nội dung cảnh báo, bảng tổng hợp và nhiệm vụ được ghim và tự cập nhật. Chỉ điều phối viên thao tác được bằng nút.

    Lời viết trong chủ đề được ghi vào nhật ký của sự cố, kèm tên và giờ. Ai đang làm gì: gõ /tinhhinh.
operations-here = 👥 Nhóm này là nhóm điều hành. Trạng thái và quyền của bot: gõ /nhomdieuhanh trong cuộc trò chuyện riêng với bot.
operations-trouble-without-topics = ⚠️ Bot không mở hoặc không viết được chủ đề trong nhóm điều hành <b>{ $title }</b> (chủ đề bị tắt, bị xoá, bị đóng, hoặc bot thiếu quyền). Từ nay tin của sự cố hiện chung trong nhóm, mã sự cố ở dòng đầu. Bấm nút dưới đây để xem cách sửa.
operations-trouble-lost = ⚠️ Bot không còn gửi được tin vào nhóm điều hành <b>{ $title }</b> (bị đưa ra khỏi nhóm, hoặc không được phép gửi tin). Mọi việc vẫn làm được ở cuộc trò chuyện riêng. Quản trị hệ thống có thể đăng ký lại nhóm.
operations-anonymous = Anh/Chị đang viết với tư cách người quản trị ẩn danh, nên bot không biết là ai: lệnh không được thực hiện và lời không được ghi vào nhật ký. Đề nghị tắt chế độ ẩn danh rồi gửi lại.
operations-unknown-author = Bot chưa biết Anh/Chị, nên lời vừa viết không được ghi vào nhật ký. Đề nghị mở cuộc trò chuyện riêng với bot, bấm Bắt đầu, rồi gửi lại.
operations-former-author = Anh/Chị không còn vai trò ở cơ quan điều phối, nên lời vừa viết không được ghi vào nhật ký.
operations-only-coordinators = Trong nhóm điều hành, chỉ điều phối viên dùng được lệnh.
operations-follows = Đã gửi vào cuộc trò chuyện riêng của Anh/Chị.
operations-check-follows = Đang kiểm tra. Kết quả hiện tại đây sau ít giây.

button-operations-choose = 👥 Chọn nhóm và thêm bot
button-operations-check = ↻ Kiểm tra lại
button-operations-let-go = ➖ Bỏ đăng ký nhóm
button-operations-let-go-now = ➖ Bỏ đăng ký
button-operations-keep = ◀ Giữ nguyên
button-operations-show = 👥 Xem nhóm điều hành

## Trong chủ đề của sự cố

topic-name = { $mark } { $code } · { $title }
topic-name-drill = { $mark } DIỄN TẬP · { $code } · { $title }
topic-tasks = 📌 <b>{ $code } · Nhiệm vụ</b>: còn { $unfinished } / { $total }, quá hạn { $overdue }, chờ xác nhận { $waiting }
topic-tasks-more = … và { $count } nhiệm vụ khác
topic-task = { $mark } <b>{ $at }</b> · { $member }: { $what }
topic-task-late = { $mark } <b>⚠️ quá hạn { $at }</b> · { $member }: { $what }
topic-news-by = <i>{ $author } đã gửi lúc { $at }.</i>
topic-report = 🚩 <b>{ $code } · Báo cáo { $report }</b> của { $member } được đưa vào sự cố
    { $text }
topic-report-red = 🚩 <b>{ $code } · { $label } · Báo cáo { $report }</b> được đưa vào sự cố. Nội dung chỉ xem ở cuộc trò chuyện riêng: gõ /baocao.
topic-stage-meeting = ⤴ <b>{ $code }</b> · Đã chuyển cấp trên xử lý, <b>bước 1: họp trực tuyến</b>.
topic-stage-on-site = ⤴ <b>{ $code }</b> · Đã chuyển cấp trên xử lý, <b>bước 2: hỗ trợ tại chỗ</b>.
topic-reduced = 🔒 <b>{ $code } · { $label }</b>
topic-silence = 🔒 <b>{ $code } · { $label }</b>: sự cố chỉ dành cho những người được nêu tên, nên từ nay nhóm không nhận thêm thông tin. Đề nghị theo dõi ở cuộc trò chuyện riêng với bot.
topic-follows = 🔒 <b>{ $code } · { $label }</b>: đã gửi vào cuộc trò chuyện riêng của Anh/Chị.
topic-reminded = 🔔 { $code } · { $words } <i>({ $by })</i>
topic-nothing-done = { $code } · Không nhắc ai.

button-topic-situation = 📊 Ai đang làm gì
button-topic-log = 📖 Nhật ký
button-topic-mine = 💬 Bảng riêng của tôi
button-topic-remind = 🔔 Nhắc đơn vị
button-topic-nothing = ◀ Không nhắc

situation-answers = Tham gia <b>{ $ready }</b> · ⏳ chưa trả lời <b>{ $silent }</b> / { $members } đơn vị
situation-commander = 🎖 Chỉ huy: <b>{ $name }</b>
situation-commander-nobody = ⚠️ Chưa có người chỉ huy
situation-on-site = 🦺 Đang có mặt: <b>{ $count }</b> đơn vị ({ $names })
situation-nobody-there = 🦺 Chưa có đơn vị nào có mặt.
situation-update = 📣 Cập nhật tiếp theo: <b>{ $at }</b>
situation-update-late = ⏰ Quá giờ cập nhật <b>{ $at }</b>
situation-no-tasks = 📌 Chưa giao nhiệm vụ nào.
situation-as-of = <i>Tính đến { $at }.</i>
situation-nothing = Không có sự cố nào đang diễn ra.
situation-choose = Đề nghị chọn sự cố:

## Nhật ký

log-head = 📖 <b>{ $code } · Nhật ký</b>: { $count } tin
log-empty = <i>Chưa có lời nào. Lời viết trong chủ đề của sự cố được ghi tại đây.</i>
log-line = <b>{ $at } · { $author }</b>
log-line-edit = <b>{ $at } · { $author }</b> ✏️ sửa lại
log-before = <i>Trước đó: { $text }</i>
log-words-gone = <i>(lời đã được xoá theo yêu cầu)</i>
log-files = 📎 Kèm { $count } tệp
talk-kept = 📖 Đã ghi vào nhật ký { $code }.
talk-ask = 📖 Lời này thuộc nhật ký của sự cố nào?
talk-left = Lời này không được ghi vào nhật ký.
button-talk-incident = { $code } · { $title }
button-talk-out = ↩ Không phải
button-talk-none = Không việc nào
refusal-talk-unknown = Không tìm thấy lời này, hoặc sự cố đã kết thúc.
refusal-talk-of-another = Chỉ người viết hoặc điều phối viên chọn được.
refusal-talk-settled = Đã có người chọn rồi.
button-log-files = 📎 Xem { $count } tệp
button-incident-log = 📖 Nhật ký

menu-entry-operations = 👥 Nhóm điều hành
refusal-group-of-business = Nhóm này đang gắn với một đơn vị thành viên, nên không làm nhóm điều hành được.
refusal-group-of-department = Nhóm này là nhóm điều hành của Sở, nên không gắn với đơn vị được.
refusal-operations-group-already = Nhóm này đã là nhóm điều hành.
refusal-no-operations-group = Hiện không có nhóm điều hành nào.

## Trong tệp dữ liệu

file-sheet-log = Lời trong nhật ký sự cố
file-sheet-operations = Nhóm điều hành đã đăng ký
file-message-operations-group = trạng thái nhóm điều hành
file-message-operations-trouble = trục trặc của nhóm điều hành
file-message-topic-card = cảnh báo trong nhóm điều hành
file-message-topic-tasks = nhiệm vụ trong nhóm điều hành
file-message-topic-news = thông tin trong nhóm điều hành
