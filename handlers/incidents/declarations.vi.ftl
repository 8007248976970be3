### Khai báo

declare-start = 🚨 <b>Khai báo</b>
    Gõ <b>một dòng</b> mô tả việc gì xảy ra, ở đâu; hoặc chọn một mẫu dưới đây.
button-step-by-step = 📝 Khai báo từng mục
declare-severity = <b>{ $title }</b>

    Mức độ nào? <i>(thang của mạng lưới)</i>
preview-head = 👁 <i>Bản xem trước – đơn vị thành viên thấy đúng như sau:</i>
preview-reach = ━━━━━━━━
    Gửi tới <b>{ $members } đơn vị ({ $people } người)</b>?
preview-confirm = ━━━━━━━━
    ⚠️ <b>Xác nhận gửi tới { $members } đơn vị ({ $people } người)?</b> Sau khi gửi không thu hồi được.
preview-nobody = ━━━━━━━━
    ⚠️ Chưa có đơn vị nào phù hợp. Đề nghị chạm <b>Sửa</b> để mở rộng địa bàn, lĩnh vực hoặc năng lực.
preview-incomplete = ━━━━━━━━
    ⚠️ Cần có tiêu đề và nội dung trước khi gửi. Đề nghị chạm <b>Sửa</b>.
button-send-to = 📨 Gửi tới { $members } đơn vị ({ $people } người)
button-send-now = 🚨 Xác nhận gửi
button-edit = ✏️ Sửa
button-preview = 👁 Xem trước
declare-hub = 📝 <b>Nội dung khai báo</b> – chạm vào mục cần sửa.
declare-field = <b>{ $name }:</b> { $value }
field-kind = Loại
field-level = Mức độ
field-title = Tiêu đề
field-description = Nội dung
field-type = Dạng sự cố
field-place = Địa bàn
field-sectors = Lĩnh vực
field-capabilities = Năng lực
field-headcount = Số người cần
field-until = Thời hạn hỗ trợ
field-attachment = Tệp đính kèm
value-none = Không đặt
value-all = Tất cả
value-any = Bất kỳ
value-attached = { $count } 📎
declare-ask-kind = Đây là việc gì?
declare-ask-type = Dạng sự cố nào? <i>(theo Mẫu 05, Thông tư 20/2017/TT-BTTTT)</i>
declare-ask-level = Mức độ nào? <i>(thang của mạng lưới)</i>
declare-ask-title = Gõ tiêu đề ngắn, tối đa 120 ký tự: việc gì, ở đâu.
declare-ask-description = Gõ nội dung: việc gì đã xảy ra, cần các đơn vị làm gì.
declare-ask-place = Gõ tên xã, phường, đặc khu cần hỗ trợ (không cần dấu), hoặc chọn toàn tỉnh.
declare-ask-place-found = Kết quả cho “{ $asked }”. Chạm để chọn hoặc bỏ chọn; có thể gõ thêm tên khác.
button-whole-province = 🗺 Toàn tỉnh
declare-ask-sectors = Gửi tới các đơn vị thuộc lĩnh vực nào?
declare-ask-capabilities = Cần năng lực nào? Đơn vị có một trong các năng lực được chọn sẽ nhận cảnh báo.
declare-chosen = Đã chọn: <b>{ $names }</b>
declare-ask-headcount = Cần bao nhiêu người? Chạm hoặc gõ một số.
declare-ask-until = Cần hỗ trợ đến khi nào? Chạm, hoặc gõ ví dụ: 17:00 25/11 · ngày mai 8h · 3 giờ nữa.
declare-ask-attachment = Gửi ảnh, video, tài liệu, tin thoại hoặc vị trí (cả album cũng được, tối đa { $limit } tệp); đơn vị thành viên mở bằng nút “Xem chi tiết”.
button-remove-file = 🗑 Bỏ tệp
hours = { $hours } giờ
only-a-preview = Đây là bản xem trước. Nút này dành cho đơn vị thành viên, dùng được sau khi gửi.
declare-sent = Đang gửi { $code } tới { $members } đơn vị ({ $people } người).

template-fibre-cut-name = 🔌 Đứt cáp quang
template-fibre-cut-title = Đứt cáp quang, mất kết nối diện rộng
template-fibre-cut-text = Tuyến cáp quang bị đứt, nhiều địa bàn mất kết nối. Đề nghị Quý đơn vị cử đội ứng cứu và cho biết tuyến dự phòng có thể sử dụng.
template-power-cut-name = ⚡ Mất điện
template-power-cut-title = Mất điện diện rộng, trạm và điểm phục vụ cần nguồn điện
template-power-cut-text = Mất điện diện rộng. Đề nghị Quý đơn vị cho biết số máy phát điện, nhiên liệu và nhân lực có thể hỗ trợ các trạm, điểm phục vụ trọng yếu.
template-ransomware-name = 🦠 Mã hóa dữ liệu
template-ransomware-title = Hệ thống bị mã hóa dữ liệu, nghi do mã độc tống tiền
template-ransomware-text = Một hệ thống thông tin của tỉnh bị mã hóa dữ liệu. Đề nghị Quý đơn vị hỗ trợ khoanh vùng, cô lập, điều tra dấu vết và khôi phục dữ liệu; không tự ý liên hệ đối tượng tấn công.
template-denial-of-service-name = 🕸 Từ chối dịch vụ
template-denial-of-service-title = Tấn công từ chối dịch vụ vào hệ thống thông tin của tỉnh
template-denial-of-service-text = Hệ thống thông tin của tỉnh bị tấn công từ chối dịch vụ. Đề nghị Quý đơn vị hỗ trợ lọc lưu lượng, điều hướng đường truyền và giám sát.
template-flood-name = 🌊 Bão, lũ
template-flood-title = Bão, lũ gây gián đoạn thông tin liên lạc
template-flood-text = Bão, lũ gây gián đoạn thông tin liên lạc tại nhiều địa bàn. Đề nghị Quý đơn vị cho biết nhân lực, xe, máy phát điện và thiết bị liên lạc có thể huy động.
template-drill-name = 🧪 Diễn tập liên lạc
template-drill-title = Kiểm tra thông tin liên lạc của mạng lưới
template-drill-text = Diễn tập kiểm tra khả năng liên lạc và huy động của mạng lưới. Đề nghị Quý đơn vị trả lời ngay khi nhận được tin này.

refusal-already-sent = Nội dung này đã được gửi với mã { $code }; không gửi lần thứ hai.
refusal-nobody-to-alert = Không còn đơn vị nào phù hợp để gửi. Đề nghị mở rộng địa bàn, lĩnh vực hoặc năng lực.
refusal-title-length = Tiêu đề cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-description-length = Nội dung cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-until-past = Thời hạn hỗ trợ đã qua. Đề nghị chạm “Sửa” và đặt lại thời hạn.
refusal-headcount-range = Số người phải từ 0 đến { $limit }.
refusal-number-unclear = Đề nghị gõ một số bằng chữ số, ví dụ: 20.
refusal-attachment-unclear = Đề nghị gửi ảnh, video, tài liệu, tin thoại hoặc vị trí.
refusal-commune-not-found = Không tìm thấy xã, phường, đặc khu nào giống “{ $asked }” trong tỉnh. Đề nghị gõ tên không kèm huyện, ví dụ: hoan kiem.
refusal-too-many-communes = Chọn được tối đa { $limit } xã, phường. Nếu cần rộng hơn, đề nghị chọn toàn tỉnh.
refusal-button-expected = Bước này trả lời bằng nút. Đề nghị Anh/Chị chạm một nút ở tin trên.
refusal-template-unknown = Mẫu này không còn dùng. Đề nghị mở lại bằng /suco.
