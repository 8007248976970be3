### Dữ liệu của tôi

privacy-title = 🔐 <b>Dữ liệu của Anh/Chị</b>
privacy-account = Tên trên Telegram: { $name }
    Mã tài khoản Telegram: <code>{ $telegram_id }</code>
privacy-consent = Đồng ý lưu và dùng dữ liệu: bản { $version }, lúc { $at }
privacy-consent-older = Đồng ý lưu và dùng dữ liệu: bản cũ { $version }, lúc { $at }. Nội dung đã có bản mới.
privacy-consent-none = Chưa ghi nhận sự đồng ý nào của Anh/Chị.
privacy-listed = Danh bạ: các đơn vị thành viên khác thấy họ tên, chức danh, số điện thoại của Anh/Chị.
privacy-unlisted = Danh bạ: các đơn vị thành viên khác không thấy Anh/Chị.
privacy-button-list = ☐ Có tên trong danh bạ
privacy-button-unlist = ☑ Có tên trong danh bạ
privacy-listed-now = Đã ghi nhận: Anh/Chị có tên trong danh bạ.
privacy-unlisted-now = Đã ghi nhận: các đơn vị thành viên khác không thấy Anh/Chị trong danh bạ nữa.
privacy-role = Vai trò: { $role }
privacy-roleless = ⏳ Anh/Chị không còn vai trò nào. Dữ liệu cá nhân sẽ được xóa từ { $at }.
privacy-erasure-foreseen = ⏳ <b>Dữ liệu cá nhân của Anh/Chị sẽ được xóa từ { $at }</b>, vì Anh/Chị không còn giữ vai trò nào trong mạng lưới.

    Anh/Chị không cần làm gì. Muốn lấy tệp dữ liệu trước khi xóa, hoặc xóa ngay, đề nghị bấm nút dưới đây. Muốn tham gia lại, đề nghị gõ /dangky.
privacy-spoken = 🏢 <b>{ $member }</b> ({ $contact })
    { $name }, { $title } · { $phone }
privacy-spoken-waiting = 🏢 <b>{ $member }</b> (đang chờ duyệt)
    { $name }, { $title } · { $phone }
privacy-spoken-more = … và { $count } đơn vị khác, xem trong tệp dữ liệu
privacy-contact-primary = đầu mối chính
privacy-contact-backup = đầu mối dự phòng
privacy-counts = Đã ghi: { $answers } lượt trả lời · { $steps } bước nhiệm vụ · { $questions } câu hỏi đã gửi · { $messages } tin nhắn bot đã gửi · { $looks } lượt Anh/Chị xem thông tin liên hệ của đơn vị khác
privacy-looked-at = Thông tin liên hệ của đơn vị Anh/Chị đã được xem { $count } lượt.
privacy-hint = Tệp dữ liệu (.xlsx) có mọi thông tin hệ thống lưu về Anh/Chị. Họ tên, chức danh, số điện thoại sửa được trong mục Đơn vị.
privacy-button-file = 📄 Nhận tệp dữ liệu
privacy-button-looks = 👁 Ai đã xem thông tin liên hệ
privacy-button-terms = 📖 Nội dung đồng ý
privacy-button-withdraw = ✋ Rút lại đồng ý
privacy-button-erase = 🗑 Xóa dữ liệu của tôi
privacy-button-back = ◀ Dữ liệu của tôi
privacy-file-caption = Mọi thông tin hệ thống lưu về Anh/Chị đến { $at }. Tệp có dữ liệu cá nhân, đề nghị giữ cẩn thận.

role-owner = quản trị hệ thống
role-coordinator = điều phối viên
role-duty-officer = điều phối viên trực
role-observer = quan sát viên

privacy-looks-title = 👁 <b>Ai đã xem thông tin liên hệ</b> của đơn vị Anh/Chị
privacy-looks-none = Chưa ai xem thông tin liên hệ của đơn vị Anh/Chị.
privacy-look = { $at } · <b>{ $name }</b> ({ $who })
    { $how }: { $member }
privacy-look-stranger = đã rời mạng lưới

privacy-withdraw-title = ✋ <b>Rút lại đồng ý</b>
    Khi Anh/Chị bấm nút cuối trang, hệ thống thực hiện ngay và <b>không khôi phục được</b>.
privacy-erase-title = 🗑 <b>Xóa dữ liệu của tôi</b>
    Khi Anh/Chị bấm nút cuối trang, hệ thống thực hiện ngay và <b>không khôi phục được</b>.
privacy-deleted = <b>Xóa ngay:</b>
    • họ tên, chức danh, số điện thoại, tài khoản Telegram
    • mã số thuế của hộ kinh doanh (số định danh cá nhân), nếu không còn ai đại diện hộ đó
    • thao tác dở dang, hồ sơ chờ duyệt, tin nhắn chưa gửi, nội dung đã nhắn cho bot
privacy-kept = <b>Giữ lại, không kèm tên:</b>
    • câu trả lời, bước nhiệm vụ, ghi chú đã gõ thay mặt đơn vị: theo hồ sơ sự cố, nguyên văn
    • thông tin của đơn vị, kể cả số điện thoại chung
    • nhật ký thao tác và bằng chứng đã đồng ý, đã rút lại: { $years } năm, để chứng minh theo Luật 91/2025/QH15
privacy-follows = <b>Sau đó:</b>
    • không nhận cảnh báo, nhiệm vụ; không còn trong danh bạ
privacy-follows-role = • thôi vai trò { $role }
privacy-follows-nobody = • ⚠️ <b>{ $member }</b> không còn ai đại diện; điều phối viên sẽ được báo
privacy-follows-tasks = • nhiệm vụ đang mở không còn ai thực hiện: { $codes }
privacy-follows-successor = • <b>{ $member }</b>: { $name } thành đầu mối chính
privacy-follows-others = • <b>{ $member }</b>: còn { $count } người đại diện khác
privacy-follows-weeks = • { $count } tuần trực của Anh/Chị tại { $member } bỏ trống
privacy-follows-more = • … và { $count } đơn vị khác
privacy-beyond = Những tin bot còn sửa được sẽ không ghi tên Anh/Chị nữa; tệp kèm câu hỏi mà điều phối viên đã mở được xóa khỏi máy của họ. <b>Không thu hồi được:</b> tệp đã mở quá 48 giờ hoặc đã tải về, tin đã gửi cho các đơn vị có trích câu hỏi của Anh/Chị, tin trong máy của Anh/Chị.
privacy-button-confirm-withdraw = ✋ Rút lại đồng ý, xóa dữ liệu
privacy-button-confirm-erase = 🗑 Xóa dữ liệu của tôi
privacy-button-keep = ◀ Giữ nguyên
privacy-changed = Tình hình vừa thay đổi. Đề nghị Anh/Chị đọc lại trước khi xác nhận.

privacy-goodbye = <b>Đã thực hiện.</b> Họ tên, số điện thoại và tài khoản Telegram của Anh/Chị không còn trong hệ thống. Việc rút lại được ghi nhận lúc { $at }, không kèm tên.

    Nếu Anh/Chị từng gửi câu hỏi: bản tệp mà điều phối viên đã mở đang được xóa khỏi máy của họ. Không thu hồi được tệp đã mở quá 48 giờ hoặc đã tải về, và tin đã gửi cho các đơn vị có trích câu hỏi đó.

    Anh/Chị không nhận cảnh báo nữa. Nếu nhắn lại cho bot, Anh/Chị được coi là người mới.

    Trân trọng cảm ơn Anh/Chị đã đồng hành cùng mạng lưới.
privacy-gone-already = Dữ liệu của Anh/Chị đã được xóa trước đó. Không có gì được lưu lại.

privacy-renew-menu = 📖 Nội dung đồng ý về dữ liệu cá nhân đã có <b>bản mới { $version }</b>. Khi Anh/Chị chưa đồng ý, các đơn vị khác không thấy thông tin liên hệ của Anh/Chị trong danh bạ.
privacy-button-renew = 📖 Đọc bản mới
privacy-renew-title = 📖 <b>Bản mới của nội dung đồng ý</b>
    Điểm mới: có tên trong danh bạ là lựa chọn riêng của Anh/Chị, đánh dấu ở ô dưới đây.
privacy-terms-title = 📖 <b>Nội dung Anh/Chị đã đồng ý</b>
privacy-terms-to-come = 📖 <b>Nội dung sẽ được hỏi ý kiến khi đăng ký</b>
privacy-button-agree = Đồng ý
privacy-button-later = Để sau
privacy-agreed = Đã ghi nhận sự đồng ý. Xin cảm ơn Anh/Chị.

refusal-owner-by-settings = Anh/Chị là quản trị hệ thống theo cài đặt. Trước hết, đề nghị bỏ mã tài khoản của Anh/Chị khỏi OWNER_IDS rồi khởi động lại hệ thống.

membership-representative-withdrew = ℹ️ Một người đại diện của <b>{ $member }</b> đã rút lại đồng ý; dữ liệu cá nhân của người đó đã được xóa. Đầu mối chính hiện nay: <b>{ $name }</b>. Đề nghị Anh/Chị xem lại lịch trực nếu có.
membership-representative-withdrew-you = ℹ️ Một người đại diện của <b>{ $member }</b> đã rút lại đồng ý; dữ liệu cá nhân của người đó đã được xóa. <b>Anh/Chị nay là đầu mối chính</b> của đơn vị. Đề nghị Anh/Chị xem lại lịch trực nếu có.
membership-nobody-left = ⚠️ <b>{ $member } không còn ai đại diện</b>: người đại diện cuối cùng đã rút lại đồng ý về dữ liệu cá nhân. Cảnh báo không đến được đơn vị này. Đề nghị Anh/Chị mời người đại diện khác.
membership-nobody-left-tasks = Nhiệm vụ đang mở: { $codes }

### Tệp dữ liệu

file-title = Dữ liệu cá nhân
file-sheet-person = Cá nhân
file-sheet-consents = Đồng ý
file-sheet-invitations = Lời mời
file-sheet-jobs = Công việc đã yêu cầu
file-sheet-draft = Thao tác đang dở
file-sheet-messages = Tin nhắn bot đã gửi
file-sheet-updates = Tin Anh, Chị gửi bot
file-sheet-audit = Nhật ký
file-heading-about = Về việc
file-heading-action = Thao tác
file-heading-after = Sau
file-heading-answer = Trả lời
file-heading-at = Lúc
file-heading-before = Trước
file-heading-bound = Gắn lúc
file-heading-business = Đơn vị
file-heading-closed = Kết thúc lúc
file-heading-code = Mã
file-heading-contact = Đầu mối
file-heading-data = Nội dung
file-heading-decided = Quyết định lúc
file-heading-declared = Khai báo lúc
file-heading-files = Tệp kèm
file-heading-finished = Xong lúc
file-heading-given = Đồng ý lúc
file-heading-group = Nhóm
file-heading-how = Cách xem
file-heading-kind = Loại
file-heading-left = Rời lúc
file-heading-made = Tạo lúc
file-heading-name = Họ tên
file-heading-note = Ghi chú
file-heading-number = Số
file-heading-offered = Đề xuất hỗ trợ
file-heading-opened = Mở lúc
file-heading-people = Số người
file-heading-phone = Điện thoại
file-heading-place = Địa điểm
file-heading-purpose = Mục đích
file-heading-reason = Lý do, câu hỏi
file-heading-reminded = Nhắc lúc
file-heading-revoked = Thu hồi lúc
file-heading-role = Vai trò
file-heading-state = Trạng thái
file-heading-step = Bước
file-heading-subject = Đối tượng
file-heading-submitted = Nộp lúc
file-heading-summary = Kết quả
file-heading-tax-code = Mã số thuế
file-heading-text = Nội dung
file-heading-title = Chức danh
file-heading-until = Hạn
file-heading-used = Dùng lúc
file-heading-useful = Ý kiến
file-heading-value = Giá trị
file-heading-version = Phiên bản
file-heading-week = Tuần từ ngày
file-heading-what = Nội dung
file-heading-who = Ai
file-heading-withdrawn = Rút lại lúc
file-person-name = Tên trên Telegram
file-person-telegram = Mã tài khoản Telegram
file-person-language = Ngôn ngữ
file-person-since = Lần đầu dùng bot
file-person-role = Vai trò
file-person-unreachable = Không liên lạc được từ
file-purpose-membership = Tham gia mạng lưới
file-purpose-listing = Có tên trong danh bạ
file-standing-pending = chờ duyệt
file-standing-approved = đang đại diện
file-standing-rejected = bị từ chối
file-standing-removed = đã thôi đại diện
file-application-new-member = đăng ký đơn vị
file-application-join = làm người đại diện
file-application-change = thay đổi thông tin
file-state-submitted = chờ duyệt
file-state-asked-back = hỏi lại
file-state-approved = phê duyệt
file-state-rejected = từ chối
file-state-withdrawn = đã rút lại
file-invitation-representative = làm người đại diện
file-invitation-staff = làm cán bộ
file-invitation-group = gắn nhóm
file-useful = hữu ích
file-not-useful = chưa hữu ích
file-message-membership = tin về đơn vị
file-message-erasure = báo trước khi xóa dữ liệu
file-delivery-pending = chờ gửi
file-delivery-sending = đang gửi
file-delivery-sent = đã gửi
file-delivery-failed = không gửi được
file-delivery-dropped = không còn hiệu lực
file-delivery-uncertain = không rõ
file-update-stored = chờ xử lý
file-update-done = đã xử lý, nội dung không lưu
file-update-quarantined = tách riêng vì lỗi

## Trong menu và trong tệp dữ liệu

menu-entry-mydata = 🔐 Dữ liệu của tôi
command-mydata = Dữ liệu của tôi
