### Tỉnh bạn: cảnh báo CAP của nơi khác

menu-entry-peers = 📡 Tỉnh bạn
command-peers = Cảnh báo của tỉnh bạn và các nguồn tin đang đọc

peers-head = 📡 <b>Tỉnh bạn</b>
peers-none-recent = Bảy ngày qua không có cảnh báo nào từ tỉnh bạn.
peers-recent = • { $at } · <b>{ $peer }</b>: { $headline }{ $state ->
    [open] {""}
    [over] {" "}(đã hết)
    [expired] {" "}(hết hiệu lực)
   *[cancelled] {" "}(đã huỷ)
    }
peers-recent-drill = • { $at } · DIỄN TẬP · <b>{ $peer }</b>: { $headline }{ $state ->
    [open] {""}
    [over] {" "}(đã hết)
    [expired] {" "}(hết hiệu lực)
   *[cancelled] {" "}(đã huỷ)
    }
peers-no-feeds = Chưa đọc nguồn tin nào. Quản trị hệ thống thêm trên máy chủ:
    <code>python -m bot peers add URL --name "Tên tỉnh bạn"</code>
peers-feeds = <b>Nguồn tin đang đọc ({ $count })</b>
peers-line = • { $name }: { $state }

peer-state-paused = tạm dừng
peer-state-new = chưa đọc lần nào
peer-state-read = đọc lúc { $at }
peer-state-trouble = ⚠️ { $why }
peer-head = 📡 <b>{ $name }</b>
peer-url = Địa chỉ: <code>{ $url }</code>
peer-with-token = Nguồn tin giới hạn, đọc bằng mã truy cập.
peer-sender = Nơi gửi: <code>{ $sender }</code>
peer-last-read = Đọc được lần cuối: { $at }
peer-last-trouble = ⚠️ Lỗi gần nhất ({ $count } lần liên tiếp): { $why }
peer-next = Lần đọc tới: { $at }
peer-is-paused = ⏸ Đang tạm dừng.
peer-refused-head = <b>Bản tin không nhận gần đây</b>
peer-refused = • { $at }: { $why }
peer-button-pause = ⏸ Tạm dừng đọc
peer-button-resume = ▶ Đọc tiếp
peer-button-remove = 🗑 Gỡ nguồn
peer-button-remove-sure = 🗑 Gỡ hẳn nguồn tin này
peer-button-keep = Giữ lại nguồn tin
peer-ask-removal = Gỡ nguồn tin <b>{ $name }</b>? Bản tin đã nhận vẫn được giữ; mã truy cập (nếu có) bị xoá.
peer-removed = Đã gỡ nguồn tin { $name }.

proposal-head = 📡 <b>{ $peer } cảnh báo</b>
    <b>{ $headline }</b>
proposal-head-drill = 📡 <b>DIỄN TẬP · { $peer } phát cảnh báo diễn tập</b>
    <b>{ $headline }</b>
proposal-by = Nơi phát: { $name }
proposal-where = Khu vực: { $areas }
proposal-when = Phát lúc { $sent }, hiệu lực đến { $until }
proposal-advice = <i>Khuyến nghị:</i> { $text }
proposal-made = Đã chuyển tại đây: <b>{ $codes }</b>
proposal-asks = <b>Chuyển tới { $count } đơn vị { $whom }?</b>
    Bấm để xem trước; chưa gửi gì cho đến khi xác nhận.
proposal-asks-drill = <b>DIỄN TẬP: chuyển tới { $count } đơn vị { $whom }?</b>
    Bấm để xem trước; chỉ có thể phát thành diễn tập.
proposal-reaches-nobody = Hiện chưa có đơn vị nào nhận được; vẫn có thể mở bản xem trước để chọn.
proposal-whom-all = trong mạng lưới
proposal-whom-telecom = viễn thông
proposal-whom-telecom-it = viễn thông và công nghệ thông tin
proposal-is-over = 🟢 { $peer } báo đã kết thúc lúc { $at }.
proposal-is-cancelled = ⚠️ { $peer } đã huỷ cảnh báo này lúc { $at }.
proposal-is-expired = ⏰ Cảnh báo hết hiệu lực lúc { $at }, không chuyển nữa.
proposal-joined = 📡 Cảnh báo này của { $peer } cùng một sự việc với cảnh báo dưới đây, nên gộp làm một:
    <b>{ $headline }</b>
proposal-joined-drill = 📡 DIỄN TẬP · Cảnh báo diễn tập này của { $peer } cùng một sự việc với cảnh báo dưới đây, nên gộp làm một:
    <b>{ $headline }</b>
proposal-button-pass = ▶ Xem trước để chuyển
proposal-button-look = 📡 Xem cảnh báo
proposal-button-list = 📡 Danh sách tỉnh bạn
proposal-said-open = 📡 <b>{ $peer } cập nhật cảnh báo</b>
    { $headline }
proposal-said-over = 🟢 <b>{ $peer } báo đã kết thúc</b>
    { $headline }
proposal-said-cancelled = ⚠️ <b>{ $peer } đã huỷ cảnh báo</b>
    { $headline }
proposal-said-open-drill = 📡 <b>DIỄN TẬP · { $peer } cập nhật cảnh báo diễn tập</b>
    { $headline }
proposal-said-over-drill = 🟢 <b>DIỄN TẬP · { $peer } báo đã kết thúc</b>
    { $headline }
proposal-said-cancelled-drill = ⚠️ <b>DIỄN TẬP · { $peer } đã huỷ cảnh báo diễn tập</b>
    { $headline }
proposal-said-again = 📡 <b>{ $peer } mở lại cảnh báo</b>
    { $headline }
proposal-said-again-drill = 📡 <b>DIỄN TẬP · { $peer } mở lại cảnh báo diễn tập</b>
    { $headline }
proposal-look-again = Tại đây đã chuyển thành <b>{ $codes }</b>. Đề nghị xem lại.
proposal-meanwhile-newer = ⚠️ { $peer } đã có bản cập nhật mới hơn của cảnh báo này.
proposal-meanwhile-made = ⚠️ Cảnh báo này đã được chuyển thành { $codes }.
proposal-source-open = 📡 Nguồn: { $peer }
proposal-source-over = 📡 Nguồn: { $peer } (đã hết)
proposal-source-cancelled = 📡 Nguồn: { $peer } (đã huỷ)
proposal-source-expired = 📡 Nguồn: { $peer } (hết hiệu lực)
proposal-title = { $peer }: { $headline }
proposal-area-declared = Khu vực bên gửi: { $areas }
proposal-advice-declared = Khuyến nghị của nơi phát: { $text }
proposal-source = Nguồn: { $peer }, { $sender }, { $identifier }, { $at }

peer-trouble-address = địa chỉ không dùng được ({ $detail })
peer-trouble-unresolved = không tìm thấy máy chủ { $detail }
peer-trouble-private-address = { $detail } dẫn tới địa chỉ nội bộ, không được phép
peer-trouble-unencrypted = { $detail } không mã hoá (cần https)
peer-trouble-redirects = chuyển hướng quá nhiều lần ({ $detail })
peer-trouble-tls = chứng thư TLS của { $detail } không hợp lệ
peer-trouble-unreachable = không kết nối được tới { $detail }
peer-trouble-slow = máy chủ trả lời quá chậm
peer-trouble-status = máy chủ trả lời mã { $detail }
peer-trouble-too-large = bản tin lớn hơn 1 MB
peer-trouble-encoded = bản tin bị nén dù không yêu cầu
peer-trouble-unreadable = không đọc được bản tin CAP 1.2 ({ $detail })
peer-trouble-no-feed = không phải nguồn tin Atom hay RSS ({ $detail })
peer-trouble-too-many = quá nhiều bản tin trong thời gian ngắn, phần còn lại chờ đọc sau
peer-trouble-broken-rule = bản tin sai quy tắc: { $rule }
peer-trouble-type = loại bản tin lạ ({ $detail })
peer-trouble-status-word = trạng thái bản tin lạ ({ $detail })
peer-trouble-scope = phạm vi bản tin lạ hoặc không nhận ({ $detail })
peer-trouble-future = bản tin ghi giờ gửi ở tương lai ({ $detail })
peer-trouble-expiry = bản tin hết hiệu lực trước khi gửi ({ $detail })
peer-trouble-empty = bản tin không có nội dung
peer-trouble-sender = bản tin mang tên nơi gửi khác ({ $detail })
peer-trouble-not-first = { $detail } sửa hoặc huỷ bản tin của nơi khác
peer-trouble-changed = bản tin { $detail } đã nhận nay có nội dung khác
peer-trouble-drill-mixed = bản tin { $detail } lẫn giữa diễn tập và thật
peer-trouble-own = bản tin của chính mình quay lại ({ $detail })
peer-trouble-known = bản tin đã nhận ({ $detail })
peer-trouble-expired = bản tin đã hết hiệu lực
peer-trouble-not-for-people = bản tin dành cho máy ({ $detail })

refusal-peer-unknown = Nguồn tin này không còn được đọc, có thể vừa được gỡ.
refusal-peer-taken = Nguồn tin này đang được đọc với tên { $name }.
refusal-peer-address-wrong = Đây không phải địa chỉ của một nguồn tin. Cần http hoặc https, không kèm mật khẩu.
refusal-peers-too-many = Đọc tối đa { $limit } nguồn tin. Đề nghị gỡ bớt trước khi thêm.
refusal-proposal-unknown = Không tìm thấy cảnh báo này.
refusal-proposal-ended = Tỉnh bạn đã huỷ hoặc báo kết thúc cảnh báo này, nên không chuyển nữa.
refusal-proposal-expired = Cảnh báo này hết hiệu lực lúc { $until } theo tỉnh bạn, nên không chuyển nữa.
refusal-exercise-only = Cảnh báo của tỉnh bạn là diễn tập: chỉ có thể phát thành diễn tập. Chưa có gì được gửi.

file-message-peer-proposal = cảnh báo của tỉnh bạn
file-message-peer-said = tin sau cảnh báo của tỉnh bạn
