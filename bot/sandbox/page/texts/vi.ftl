### Mọi câu chữ trên trang thử. Phần trong ngoặc nhọn do trình duyệt điền.

page-title = Môi trường thử · Sẵn Sàng
page-heading = Môi trường thử
language-vi = Tiếng Việt
language-en = English
language-switch = Ngôn ngữ

## Danh sách người

people = Mọi người
people-search = Tìm tên, vai trò, điện thoại
people-others = Mọi người khác
people-none-found = Không tìm thấy ai
people-none-yet = Chưa có ai ở đây. Khi bot khởi động, mọi người sẽ xuất hiện.
people-unread = { $count } tin chưa đọc
people-you = Bạn:
people-blocked = Đã chặn bot
choose-person = Chọn một người để mở cuộc trò chuyện của họ với bot
choose-person-more = Mỗi người ở bên trái dùng một chiếc điện thoại riêng. Mở nhiều cửa sổ để làm nhiều người cùng lúc.

## Tin ngắn thay cho nội dung

kind-photo = Ảnh
kind-document = Tệp
kind-video = Video
kind-voice = Tin thoại
kind-audio = Âm thanh
kind-video_note = Video tròn
kind-animation = Ảnh động
kind-location = Vị trí
kind-contact = Danh thiếp
kind-other = Tin nhắn loại khác

## Khung trò chuyện

back = Quay lại danh sách
chat-with = trò chuyện với { $bot }
chat-group-members = nhóm { $count } người · với tên { $name }
chats = Các cuộc trò chuyện của người này
typing = { $bot } đang soạn tin
uploading-photo = { $bot } đang gửi ảnh
uploading-document = { $bot } đang gửi tệp
timeline = Tin nhắn
chat-menu = Tùy chọn cuộc trò chuyện
chat-block = Chặn bot
chat-unblock = Bỏ chặn
chat-block-question = Chặn { $bot }?
chat-block-explanation = { $name } sẽ không nhận được tin nào từ bot cho đến khi bỏ chặn.
chat-start = BẮT ĐẦU
chat-cannot-write = Không thể viết vào đây
chat-empty = Chưa có tin nhắn nào
chat-empty-more = Bấm BẮT ĐẦU để làm quen với { $bot }.
to-bottom = Xuống tin mới nhất
new-messages = { $count } tin mới
today = Hôm nay
yesterday = Hôm qua
edited = đã sửa
sent = Đã gửi
protected = Không cho lưu và chuyển tiếp
protected-saving = Người gửi không cho lưu và chuyển tiếp nội dung này.
via = qua { $bot }
forwarded-from = Chuyển tiếp từ { $name }
reveal = Hiện nội dung ẩn
quote-expand = Mở rộng đoạn trích
download = Tải { $name }
photo = Ảnh
photo-open = Xem ảnh lớn
contact-call = Gọi { $phone }
copied = Đã chép

## Dòng thông báo của hệ thống

service-joined = { $name } đã vào nhóm
service-left = { $name } đã rời nhóm
service-added = { $user } đã thêm { $name } vào nhóm
service-removed = { $user } đã mời { $name } ra khỏi nhóm
service-pinned = { $name } đã ghim một tin nhắn
service-group-created = { $name } đã tạo nhóm “{ $title }”
service-group-upgraded = Nhóm đã được nâng cấp thành siêu nhóm
service-new-title = { $name } đã đổi tên nhóm thành “{ $title }”

## Ô soạn tin

composer = Soạn tin
composer-placeholder = Tin nhắn
reply-stop = Thôi trả lời tin này
send = Gửi
attach = Đính kèm
attach-photo = Ảnh hoặc video
attach-voice = Tin thoại
attach-location = Vị trí
attach-document = Tệp
attach-drop = Thả vào đây để gửi
attach-question = Gửi { $count } mục?
attach-caption = Thêm chú thích
attach-as = Gửi dưới dạng
commands = Danh sách lệnh
commands-none = Bot chưa khai báo lệnh nào
keyboard-show = Hiện bàn phím của bot
keyboard-hide = Ẩn bàn phím của bot
reply-keyboard = Bàn phím của bot
contact-question = Chia sẻ số điện thoại?
contact-explanation = { $bot } sẽ nhận được tên và số điện thoại { $phone } của { $name }.
contact-explanation-plain = { $bot } sẽ nhận được tên và số điện thoại của { $name }.
contact-share = Chia sẻ
inline-none = Không có kết quả nào
inline-asking = Đang hỏi { $bot }…
inline-results = Kết quả của { $bot }
location-unavailable = Trang này không chia sẻ vị trí

## Nhóm

bot = bot
chat-choose = Chọn cuộc trò chuyện
group-new = Nhóm mới
group-new-item = Nhóm mới…
group-title = Tên nhóm
group-create = Tạo nhóm
group-as-channel = Là kênh: chỉ một mình tôi và bot đăng bài
group-with-bot = Thêm { $bot } vào nhóm
group-choose = Thêm { $bot } vào nhóm nào?
group-members = Thành viên
group-members-count = { $count } thành viên
group-add-people = Thêm người
group-add = Thêm
group-add-bot = Thêm { $bot }
group-remove = Mời { $name } ra khỏi nhóm
group-leave = Rời nhóm
group-leave-question = Rời nhóm “{ $title }”?

## Mở liên kết

link-title = Mở liên kết
link-explanation = Dán liên kết t.me, ví dụ đọc được từ mã QR.
link-field = Liên kết
link-open = Mở
link-elsewhere = Liên kết này không mở { $bot }.

## Hộp thoại và thông báo

ok = Đồng ý
cancel = Hủy
close = Đóng
failed = Không làm được: { $reason }
no-network = không kết nối được với máy chủ
reconnecting = Mất kết nối, đang nối lại…
bot-silent = Bot chưa trả lời

## Bảng công cụ

tools = Công cụ thử nghiệm
tools-clock = Đồng hồ
tools-clock-explanation = Đẩy đồng hồ tiến lên để xem lời nhắc, hạn chót.
tools-minute-1 = +1 phút
tools-minute-5 = +5 phút
tools-minute-15 = +15 phút
tools-hour-1 = +1 giờ
tools-day-1 = +1 ngày
tools-clock-real = đúng giờ thật
tools-clock-ahead = nhanh hơn giờ thật { $count } phút
tools-faults = Giả lập sự cố Telegram
tools-faults-explanation = Khi bật một công tắc, Telegram gặp đúng lỗi đó cho đến khi tắt.
tools-faults-more = Lỗi khác, từng lần
tools-switch-429 = Cứ 10 yêu cầu thì 1 bị từ chối, bot phải chờ 3 giây
tools-switch-slow = Cứ 3 yêu cầu thì 1 được trả lời trễ 2 giây
tools-switch-drop_before = Cứ 10 yêu cầu thì 1 không tới Telegram
tools-switch-drop_after = Cứ 10 yêu cầu thì 1 đã tới nơi mà bot không được báo
tools-switch-away = Không ai tới được Telegram
tools-fault-429 = Quá nhiều yêu cầu (429)
tools-fault-500 = Lỗi máy chủ (500)
tools-fault-502 = Lỗi cổng kết nối (502)
tools-fault-slow = Chậm
tools-fault-drop_before = Mất trước khi xử lý
tools-fault-drop_after = Mất sau khi xử lý
tools-fault-away = Không kết nối được
tools-fault-malformed_update = Cập nhật hỏng
tools-fault-duplicate_update = Cập nhật lặp
tools-fault-unparsable_html = HTML không đọc được
tools-fault-page_200 = Trang web (200)
tools-fault-page_403 = Trang web (403)
tools-fault-empty = Trả lời rỗng
tools-fault-cut = Trả lời bị cắt
tools-fault-not_ok = Trả lời thiếu ok
tools-fault-add = Thêm
tools-fault-kind = Loại lỗi
tools-fault-times = Số lần
tools-fault-seconds = Số giây
tools-fault-every = { $count } lần có 1
tools-fault-times-left = còn { $times } lần
tools-fault-until-cleared = đến khi xóa
tools-fault-lasting = { $seconds } giây
tools-faults-none = Không có lỗi nào
tools-faults-clear = Xóa tất cả
tools-bot = Bot và sổ đối chiếu
tools-bot-explanation = Tắt ngang như mất điện, kể cả giữa lúc gửi cảnh báo: bot tự khởi động lại. Số liệu tính từ lần khởi động này.
tools-kill = ⚡ Tắt ngang bot
bot-running = Đang chạy
bot-restarting = Đang khởi động lại…
bot-unknown = Bot này được chạy riêng; muốn tắt, hãy tắt ở nơi đã chạy nó.
bot-kills = Đã tắt ngang { $count } lần
books-balanced = ✓ Sổ khớp: không mất gì
books-working = ⏳ Bot đang xử lý; xong việc, sổ sẽ khớp
books-resending = ⏳ Tin dở dang lúc bot bị tắt được gửi lại trong vòng 1 phút
books-lost = ✖ Bot đã nhận mà không lưu: { $count }
books-unknown = Chưa có số liệu từ phía bot
books-people = Mọi người bấm, nhắn
books-messages = Bot gửi
book-came = Đã bấm, đã nhắn
book-stored = Bot đã lưu
book-applied = Bot đã xử lý
book-shown = Người bấm đã thấy kết quả
book-expired = Telegram bỏ vì để quá lâu
book-quarantined = Tách riêng vì lỗi
book-due = Tin phải gửi
book-sent = Đã gửi
book-repeated = Trong đó gửi lại, có dấu ↻
book-waiting = Đang chờ gửi
book-redraws = Đang chờ cập nhật
book-failed = Telegram không nhận
book-dropped = Không cần gửi nữa
book-uncertain = Chưa rõ đã đến hay chưa
tools-counters = Số liệu
counter-sent = Đã gửi
counter-edited = Đã sửa
counter-failed = Thất bại
counter-calls_429 = Bị giới hạn (429)
counter-queued = Đang chờ bot lấy
counter-handed_over = Đã giao cho bot
counter-expired = Đã hết hạn
counter-crowd_taps = Lượt bấm của đám đông
counter-prompt = Người đáp nhanh
counter-slow = Người đáp chậm
counter-silent = Người im lặng
counter-unreachable = Người không liên lạc được
service-topic-created = { $name } đã mở chủ đề “{ $title }”
service-topic-renamed = { $name } đã đổi tên chủ đề thành “{ $title }”
service-topic-closed = { $name } đã đóng chủ đề
service-topic-reopened = { $name } đã mở lại chủ đề
topics = Chủ đề
topic-general = Chủ đề chung
topic-closed = 🔒 { $title }
topics-on = Bật chủ đề
topics-off = Tắt chủ đề
topic-close = Đóng chủ đề này
topic-reopen = Mở lại chủ đề này
topic-delete = Xóa chủ đề này
group-upgrade = Nâng cấp thành siêu nhóm
group-promote = Cho { $name } quản trị nhóm
group-demote = Thôi cho { $name } quản trị
