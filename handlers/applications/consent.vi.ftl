### Đồng ý về dữ liệu cá nhân

consent-brief =
    <b>Lưu gì, để làm gì:</b> họ tên, chức danh, số điện thoại, tài khoản Telegram, các câu trả lời và việc đã làm của Anh/Chị; để gửi cảnh báo, điều phối hỗ trợ, giao nhiệm vụ và hỏi lại thông tin sáu tháng một lần.

    <b>Ai xem được:</b> cán bộ điều phối, người cùng đơn vị và nhóm Telegram của đơn vị.

    <b>Bao lâu:</b> đến khi Anh/Chị thôi đại diện hoặc rút lại đồng ý. Rút lại lúc nào cũng được: /dulieu.

    <b>Danh bạ là lựa chọn riêng:</b> chỉ khi Anh/Chị đánh dấu ô dưới đây, các đơn vị thành viên khác mới thấy họ tên, chức danh, số điện thoại của Anh/Chị.
    <i>Phiên bản { $version }</i>
consent-controller = { $address ->
    [none] <b>Bên kiểm soát dữ liệu:</b> { $department }.
   *[other] <b>Bên kiểm soát dữ liệu:</b> { $department }, { $address }.
 }
consent-terms-first =
    <b>Lưu gì:</b> họ tên, chức danh, số điện thoại, tài khoản Telegram; với hộ kinh doanh, mã số thuế là số định danh cá nhân của chủ hộ; câu trả lời, lời nhắn và việc đã làm của Anh/Chị trong mạng lưới.

    <b>Để làm gì:</b>
    1. gửi cảnh báo sự cố và diễn tập; điều phối hỗ trợ, giao nhiệm vụ, theo dõi kết quả; sáu tháng một lần hỏi lại xem thông tin còn đúng không;
    2. chỉ khi Anh/Chị đồng ý riêng: ghi họ tên, chức danh, số điện thoại vào danh bạ để các đơn vị thành viên khác liên hệ. Từ chối hoặc rút lại riêng việc này thì Anh/Chị vẫn tham gia mạng lưới.
    Không dùng vào việc khác.

    <b>Ai xem được:</b>
    • điều phối viên, điều phối viên trực, quản trị hệ thống và người nhận tệp mà họ xuất ra;
    • người cùng đại diện đơn vị, và mọi người trong nhóm Telegram của đơn vị, nếu có nhóm;
    • các đơn vị thành viên khác, chỉ khi Anh/Chị chọn có tên trong danh bạ.
    Quan sát viên không thấy số điện thoại; mã số thuế của hộ kinh doanh, họ và đơn vị khác chỉ thấy một phần. Tin nhắn đi qua Telegram, có máy chủ ở nước ngoài.
consent-terms-second =
    <b>Lưu bao lâu:</b> đến khi Anh/Chị thôi mọi vai trò (xóa sau 30 ngày) hoặc rút lại đồng ý (xóa ngay). Câu trả lời và việc đã làm ở lại trong hồ sơ sự cố, không kèm tên. Nhật ký thao tác và bằng chứng đồng ý, không kèm tên: { $years } năm. Bản sao lưu có thể còn dữ liệu; khi khôi phục, người đã xóa được xóa lại.
    Ai không đồng ý: chỉ lưu tài khoản Telegram, tên hiển thị và ngôn ngữ để bot trả lời; gõ /dulieu để xóa.

    <b>Quyền của Anh/Chị</b> (Luật 91/2025/QH15): được biết, đồng ý, rút lại đồng ý, xem, chỉnh sửa, yêu cầu cung cấp, xóa, hạn chế xử lý, phản đối, khiếu nại, tố cáo, khởi kiện, yêu cầu bồi thường. Xem, nhận tệp, rút lại: gõ /dulieu, thực hiện ngay. Yêu cầu khác gửi { $department }: trả lời bước đầu trong 2 ngày làm việc; rút lại 15 ngày; xem, chỉnh sửa 10 ngày; xóa 20 ngày.

    <b>Nghĩa vụ của Anh/Chị:</b> cung cấp đúng, cập nhật khi thay đổi; chỉ dùng thông tin của người khác trong danh bạ để liên hệ công việc của mạng lưới.
    <i>Phiên bản { $version }</i>
consent-button-unlisted = ☐ Có tên trong danh bạ
consent-button-listed = ☑ Có tên trong danh bạ
consent-button-terms = 📖 Đọc toàn văn
consent-button-more = Xem tiếp ▶
