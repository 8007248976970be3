### Lịch trên điện thoại

menu-entry-calendar = 🗓 Lịch
command-calendar = Đưa lịch của Anh/Chị vào ứng dụng Lịch trên điện thoại

calendar-head = 🗓 <b>Lịch trên điện thoại</b>
calendar-what = Tuần trực của Anh/Chị và các cuộc diễn tập đã thông báo cho đơn vị sẽ tự hiện và tự cập nhật trong ứng dụng Lịch.
calendar-what-office = Các cuộc diễn tập, hạn thông báo, báo cáo theo quy định, hạn đánh giá sau sự cố và tuần trực của Anh/Chị (nếu có) sẽ tự hiện và tự cập nhật trong ứng dụng Lịch.
calendar-unavailable = Cơ quan điều phối chưa mở dịch vụ lịch, nên chưa có liên kết để đăng ký. Đề nghị Anh/Chị liên hệ cơ quan điều phối.
calendar-unavailable-office = Dịch vụ lịch chưa được bật. Người cài đặt hệ thống bật bằng thiết lập <code>CALENDAR_ADDRESS</code> (xem README); sau đó Anh/Chị tạo liên kết tại đây.
calendar-none = Anh/Chị chưa có liên kết lịch.
calendar-kept = Liên kết của Anh/Chị được tạo lúc { $at } và đang dùng được. Hệ thống không lưu lại liên kết; nếu không còn giữ, đề nghị tạo liên kết mới, liên kết cũ sẽ ngừng hoạt động.
calendar-made = 🗓 Liên kết lịch của riêng Anh/Chị, chỉ hiện một lần (bấm để sao chép):
    <code>{ $address }</code>
calendar-on-iphone = <b>iPhone:</b> Cài đặt › Ứng dụng › Lịch › Tài khoản lịch › Thêm tài khoản › Khác › Thêm lịch đã đăng ký, rồi dán liên kết.
calendar-on-android = <b>Android:</b> mở calendar.google.com bằng trình duyệt trên máy tính › Lịch khác (+) › Từ URL, rồi dán liên kết; lịch sẽ hiện trên điện thoại.
calendar-keep-secret = <i>Ai có liên kết này đều đọc được lịch của Anh/Chị. Đề nghị không chuyển tiếp; nếu lộ, bấm Thu hồi.</i>
calendar-button-make = ➕ Tạo liên kết lịch
calendar-button-anew = ↻ Tạo liên kết mới
calendar-button-revoke = 🗑 Thu hồi liên kết
calendar-revoked = Đã thu hồi. Liên kết cũ không còn đọc được lịch.

calendar-name = Sẵn Sàng
calendar-entry-duty = Tuần trực: { $name }
calendar-entry-drill = [DIỄN TẬP] { $name }
calendar-entry-notice = Hạn: { $what } ({ $name })
calendar-entry-review = Hạn đánh giá sau sự cố ({ $name })
calendar-entry-review-of-drill = [DIỄN TẬP] Hạn đánh giá sau diễn tập ({ $name })
calendar-entry-report = Hạn: { $what } (nộp trước ngày { $before })
calendar-entry-cancelled = Đã huỷ: { $what }

file-sheet-calendar-entries = Lịch đã gửi tới điện thoại
file-sheet-calendar = Liên kết lịch
refusal-calendar-link-passed = Liên kết đã được tạo hoặc thu hồi bằng một lần bấm trước đó. Không có gì thay đổi; đề nghị mở lại /lich.
