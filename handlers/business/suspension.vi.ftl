### Tạm dừng, cho hoạt động lại

suspension-button-suspend = ⏸ Tạm dừng
suspension-button-reinstate = ▶ Cho hoạt động lại
suspension-button-merge = 🔀 Gộp với đơn vị khác

suspension-ask = ⏸ <b>Tạm dừng { $member }</b>
    Đề nghị Anh/Chị chọn hoặc gõ <b>lý do</b>. Người đại diện của đơn vị sẽ đọc nguyên văn lý do này.
suspension-reason-unreachable = Nhiều lần không liên lạc được với đơn vị.
suspension-reason-data = Thông tin của đơn vị chưa được xác nhận là còn đúng.
suspension-reason-licence = Giấy phép hoặc xác nhận hoạt động của đơn vị đã hết hạn.
suspension-reason-rules = Đơn vị chưa thực hiện đúng quy chế của mạng lưới.
suspension-preview = ⏸ <b>Tạm dừng { $member }?</b>
    Lý do sẽ gửi cho đơn vị:
    <blockquote>{ $reason }</blockquote>
    • { $people } người đại diện được báo; họ không nhận cảnh báo, không trả lời, không thao tác thay đơn vị nữa
    • đơn vị không còn trong danh bạ mà các đơn vị khác thấy
suspension-incidents = • sự cố đang diễn ra: { $codes }. Câu trả lời đã có vẫn giữ, có dấu ⏸ trong bảng tổng hợp
suspension-tasks = • ⚠️ nhiệm vụ đang mở, cần giao đơn vị khác: { $codes }
suspension-button-confirm = ⏸ Tạm dừng
suspension-button-change = ✏️ Sửa lý do
suspension-done = ⏸ Đã tạm dừng <b>{ $member }</b>. Khi cần, mở đơn vị trong danh bạ để cho hoạt động lại.
suspension-done-tasks = ⚠️ Nhiệm vụ đang mở, cần giao đơn vị khác: { $codes }

reinstatement-ask = ▶ <b>Cho { $member } hoạt động lại?</b>
    Lý do tạm dừng trước đây:
    <blockquote>{ $reason }</blockquote>
    Người đại diện được báo; từ đó đơn vị lại nhận cảnh báo và có trong danh bạ.
reinstatement-button-confirm = ▶ Cho hoạt động lại
reinstatement-button-keep = ◀ Không
reinstatement-done = ▶ <b>{ $member }</b> đã hoạt động lại trong mạng lưới.
suspension-kept = Không có gì thay đổi.

membership-suspended = ⏸ <b>{ $member } tạm dừng tham gia mạng lưới.</b> Lý do:
    <blockquote>{ $reason }</blockquote>
    Trong thời gian này, đơn vị không nhận cảnh báo, không trả lời và không có trong danh bạ. Mọi thắc mắc, đề nghị Anh/Chị liên hệ { $department }. Trân trọng.
membership-member-suspended = ⏸ <b>{ $member }</b> đã được điều phối viên cho tạm dừng. Lý do:
    <blockquote>{ $reason }</blockquote>
membership-reinstated = ▶ <b>{ $member } đã hoạt động lại trong mạng lưới.</b> Từ nay, Anh/Chị lại nhận cảnh báo và trả lời thay đơn vị. Trân trọng cảm ơn Quý đơn vị.
membership-member-reinstated = ▶ <b>{ $member }</b> đã hoạt động lại trong mạng lưới.
membership-merged = 🔀 <b>{ $member }</b>: hai bản ghi của cùng một đơn vị đã được gộp thành một, mã số thuế { $tax_code }. Câu trả lời, nhiệm vụ và người đại diện của bản ghi kia nay thuộc bản ghi này. Đề nghị Anh/Chị kiểm tra lại thông tin đơn vị; nếu có sai sót, xin báo { $department }.

refusal-member-unknown = Không tìm thấy đơn vị này.
refusal-not-in-network = Đơn vị hiện không tham gia mạng lưới nên không tạm dừng được: { $name }.
refusal-not-suspended = Đơn vị này không ở trạng thái tạm dừng: { $name }.
refusal-suspension-reason-length = Lý do cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự. Đề nghị Anh/Chị viết gọn lại.
