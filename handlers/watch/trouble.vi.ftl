# Trục trặc của chính hệ thống: với người dùng và với quản trị hệ thống.

trouble-sorry = Rất tiếc, hệ thống gặp lỗi nên thao tác này chưa được thực hiện. Quản trị hệ thống đã được báo; đề nghị Anh/Chị thử lại sau ít phút.
trouble-quarantined = ⚠️ <b>Hệ thống:</b> một thao tác của người dùng không xử lý được sau 3 lần thử và đã được tách riêng (mã { $update_id }). Dữ liệu khác không bị ảnh hưởng. Đề nghị xem nhật ký hệ thống.
trouble-quarantined-many = ⚠️ <b>Hệ thống:</b> thêm { $shown } thao tác của người dùng không xử lý được và đã được tách riêng (mã mới nhất { $update_id }). Dữ liệu khác không bị ảnh hưởng. Đề nghị xem nhật ký hệ thống.
trouble-late = ⚠️ <b>Hệ thống:</b> có tin đang bị chậm hơn mức cho phép:
trouble-late-lane = • { $lane }: đã chờ { $waited }
trouble-look = Chưa có gì bị mất; tin sẽ tiếp tục được gửi. Đề nghị kiểm tra máy chủ, kết nối tới Telegram và nhật ký hệ thống.
trouble-lane-inbox = thao tác và tin nhắn của người dùng
trouble-lane-asked = tin người dùng vừa yêu cầu
trouble-lane-alert = cảnh báo
trouble-lane-task = nhiệm vụ
trouble-lane-reply = trả lời và hồ sơ
trouble-lane-update = thông tin cập nhật
trouble-lane-tally = bảng tổng hợp
trouble-lane-reminder = nhắc trả lời
trouble-lane-digest = tin định kỳ
trouble-lane-drill = tin diễn tập
trouble-failures = ⚠️ <b>Hệ thống:</b> { $failed }/{ $recipients } tin ({ $share }) của một đợt gửi không đến được người nhận. Đợt gửi: { $what }. Lý do thường gặp là người nhận đã chặn bot.
trouble-failures-businesses = { $count ->
    [0] Đơn vị nào được gọi cũng có người khác nhận được cảnh báo.
   *[other] Không có ai nhận được tại { $count } đơn vị; đề nghị gọi điện theo bảng tổng hợp: 📋 Danh sách… → 📵 Không liên lạc được.
}
trouble-database = 🛑 <b>Hệ thống:</b> không ghi được vào cơ sở dữ liệu. Thao tác mới chưa được xử lý và tin mới chưa được gửi cho đến khi ghi lại được; Telegram giữ thao tác bấm nút khoảng 2 phút rưỡi. Đề nghị kiểm tra ngay dung lượng đĩa và máy chủ.
trouble-telegram = ⚠️ <b>Hệ thống:</b> { $shown } yêu cầu gửi tới Telegram nhận được trả lời không phải của Telegram (ví dụ trang đăng nhập mạng hoặc máy chủ trung gian). Chưa có tin nào bị mất; tin sẽ được gửi lại cho đến khi Telegram nhận. Đề nghị kiểm tra đường truyền, máy chủ trung gian và BOT_API_URL.
trouble-clock = ⚠️ <b>Hệ thống:</b> trong lần chạy trước, đồng hồ máy chủ nhanh khoảng { $ahead }. Các mốc thời gian đã lưu khi đó nằm ở tương lai; nay được tính là hiện tại để không tin nào phải chờ. Đề nghị bật tự động đồng bộ giờ (NTP) cho máy chủ và kiểm tra lại thời gian của những việc đã ghi trong lúc đó.
trouble-stumbled = ⚠️ <b>Hệ thống:</b> công việc tự động <code>{ $duty }</code> gặp lỗi nên chưa thực hiện được. Các công việc tự động khác (nhắc trả lời, gửi tiếp các đợt) vẫn chạy; công việc này được thử lại liên tục. Đề nghị xem nhật ký hệ thống.

## Trong menu và trong tệp dữ liệu

file-message-trouble = trục trặc hệ thống
