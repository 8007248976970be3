### Khai báo

declare-start = 🚨 <b>Khai báo</b>
    Gõ <b>một dòng</b> mô tả việc gì xảy ra, ở đâu; hoặc chọn một mẫu dưới đây.
button-step-by-step = 📝 Từng mục
declare-which-place = 📍 “{ $name }” trong dòng vừa gõ là nơi nào?
button-all-places = 📍 Cả { $count } nơi
button-without-place = ➖ Bỏ “{ $name }”
declare-severity = <b>{ $title }</b>

    Mức độ nào? <i>(thang của mạng lưới)</i>
preview-buttons = <i>Nút dưới tin: { $names }</i>
preview-proposed = <i>🔎 Phần trên có nội dung đọc từ dòng đã gõ; bấm ➖ để bỏ phần không đúng.</i>
preview-speaks-of-drill = ⚠️ Nội dung nhắc tới diễn tập, nhưng tin này là <b>{ $kind }</b>, không phải diễn tập.
preview-like-a-label = ⚠️ “{ $words }” không phải là nhãn TLP nào. Nhãn có: TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR.
preview-unread = ⚠️ Chưa nhận ra nơi nào trong “{ $words }”.
preview-unread-whole = ⚠️ Chưa nhận ra nơi nào trong “{ $words }” nên tin gửi tới <b>toàn { $home_kind }</b>.
preview-by-address = ⚠️ { $place } là địa chỉ của đơn vị báo, nội dung không nêu nơi xảy ra.
preview-of-old = ⚠️ <b>{ $names }</b> (tỉnh cũ) nay thuộc { $home } nên tin gửi tới <b>toàn { $home_kind }</b>. Chọn địa bàn?
preview-elsewhere = ⚠️ Ngoài { $home_kind } nên chưa ghi là địa bàn: <b>{ $names }</b>.
preview-elsewhere-ask = ⚠️ <b>{ $names }</b> không thuộc { $home }. Báo cho ai? Đề nghị chọn địa bàn, hoặc gửi toàn { $home_kind }.
preview-no-such-day = ⚠️ Lịch không có ngày <b>{ $day }</b> nên chưa ghi mục “{ $field }”.
preview-other-weekday = ⚠️ Ngày <b>{ $day }</b> là { $weekday ->
    [0] thứ hai
    [1] thứ ba
    [2] thứ tư
    [3] thứ năm
    [4] thứ sáu
    [5] thứ bảy
   *[6] chủ nhật
}, khác với thứ vừa gõ, nên chưa ghi mục “{ $field }”.
preview-open-start = ⚠️ Chưa ghi giờ bắt đầu: “{ $words }”.
preview-planned = ⚠️ { $since } – { $until } hiểu là thời gian cắt theo kế hoạch nên chưa ghi thời hạn cần hỗ trợ.
preview-planned-end = ⚠️ { $until } hiểu là lúc hết cắt theo kế hoạch nên chưa ghi thời hạn cần hỗ trợ.
preview-ahead = ⚠️ { $at } chưa tới nên chưa ghi là lúc bắt đầu. Giờ này vẫn có trong nội dung.
preview-ahead-last = ⚠️ { $at } chưa tới nên hiểu là bắt đầu từ <b>{ $began }</b>.
preview-late = ⚠️ Thời hạn trong dòng đã gõ ({ $at }) đã qua nên chưa ghi.
preview-late-next = ⚠️ { $at } đã qua nên hiểu là <b>{ $until }</b>.
preview-beside = ⚠️ Chưa ghi riêng số lượng: “{ $words }”. Phần này vẫn có trong nội dung.
button-as-real = ❗ Là việc thật
button-as-drill = 🧪 Gửi là diễn tập
button-choose-place = 📍 Chọn địa bàn
button-until-next = ⏰ { $at }
button-began-other = ⏰ Lúc bắt đầu khác
button-began-set = ⏰ Ghi lúc bắt đầu
button-until-set = ⏰ Ghi thời hạn
button-until-other = ⏰ Thời hạn khác
preview-engaged-too = <i>Đơn vị đang tham gia còn được đề nghị xác nhận: { $names }</i>
preview-meanwhile = Đồng nghiệp vừa quyết định về việc này, khi cảnh báo chưa được gửi. Đề nghị xem dòng ⚠️ trong bản xem trước rồi xác nhận lại.
preview-twin = ⚠️ <b>Vừa gửi { $code } giống hệt lúc { $at }.</b> Gửi thêm tới { $members } đơn vị ({ $people } người)?
button-open-twin = 📊 Mở { $code }
button-send-once-more = 🚨 Gửi thêm
button-drop-part = ➖ { $name }
button-drop = ➖ { $name }: { $value }
part-kind = Loại
part-place = Địa bàn
part-began = Bắt đầu
part-until = Đến
part-headcount = Cần
part-capabilities = Năng lực
part-type = Dạng
part-severity = Mức độ
part-systems = Hệ thống
part-first = Gọi trước
refusal-just-sent = Vừa gửi { $code } giống hệt lúc { $at }. Đề nghị chọn mở { $code } hoặc gửi thêm.
preview-head = <i>Bản xem trước – đơn vị thành viên thấy đúng như sau:</i>
preview-systems = 🖥 Hệ thống bị ảnh hưởng: { $names }. Chỉ đơn vị có liên quan thấy tên.
preview-first = 🚨 Gọi trước: { $names }, vì là đơn vị cung cấp, vận hành hoặc chủ quản hệ thống.
preview-notices = ⚖ Sau khi gửi có { $count } việc phải báo theo quy định.
preview-reach = Gửi tới <b>{ $members } đơn vị ({ $people } người)</b>?
preview-confirm = ⚠️ <b>Xác nhận gửi tới { $members } đơn vị ({ $people } người)?</b> Sau khi gửi không thu hồi được.
preview-thin = ⚠️ Cần { $needed } nhưng chỉ gọi { $members } đơn vị.
preview-only-there = ⚠️ Chỉ gọi đơn vị trên địa bàn { $place }; { $count } đơn vị khác không nhận.
preview-only-fitting = ⚠️ Chỉ gọi đơn vị phù hợp với điều kiện; { $count } đơn vị khác không nhận.
preview-anybody = Gọi mọi đơn vị, không kể ở nơi nào và có năng lực nào.
preview-any-place = Gọi cả các đơn vị ở nơi khác.
preview-any-capability = Gọi cả các đơn vị chưa đăng ký năng lực này.
preview-also = Gồm { $count } đơn vị gần nhất ở nơi khác.
preview-nobody = ⚠️ Chưa có đơn vị nào phù hợp với mọi điều kiện. Đề nghị chọn một cách dưới đây, hoặc bấm <b>Sửa</b>.
preview-nobody-at-all = ⚠️ Mạng lưới hiện chưa có đơn vị nào nhận được cảnh báo.
preview-nearest = Gần nhất: { $names }
preview-km = { $km } km
button-instead-nearest = 📍 Thêm { $count } đơn vị gần nhất
button-instead-any-place = Bỏ điều kiện nơi · { $count } đơn vị
button-instead-any-capability = Bỏ điều kiện năng lực · { $count } đơn vị
button-instead-any-sector = Bỏ điều kiện lĩnh vực · { $count } đơn vị
button-instead-everybody = Bỏ mọi điều kiện · { $count } đơn vị
preview-incomplete = ⚠️ Cần có tiêu đề và nội dung trước khi gửi. Đề nghị bấm <b>Sửa</b>.
button-send-to = 📨 Gửi tới { $members } đơn vị ({ $people } người)
button-send-now = 🚨 Xác nhận gửi
button-edit = ✏️ Sửa
button-preview = ▶️ Xem trước
declare-hub = 📝 <b>Nội dung khai báo</b> – bấm vào mục cần sửa.
declare-field = <b>{ $name }:</b> { $value }
field-kind = Loại
field-level = Mức độ
field-title = Tiêu đề
field-description = Nội dung
field-type = Dạng
field-place = Địa bàn
field-systems = Hệ thống
field-sectors = Lĩnh vực
field-capabilities = Năng lực
field-headcount = Số lượng
field-began = Bắt đầu
field-until = Thời hạn
field-attachment = Tệp kèm
value-none = Không đặt
value-all = Tất cả
value-any = Bất kỳ
value-attached = { $count } 📎
declare-ask-kind = Đây là việc gì?
declare-ask-type = Sự cố thuộc dạng nào?
declare-ask-level = Mức độ nào? <i>(thang của mạng lưới)</i>
declare-ask-title = Gõ tiêu đề ngắn, tối đa 120 ký tự: việc gì, ở đâu.
declare-ask-description = Gõ nội dung: việc gì đã xảy ra, cần các đơn vị làm gì.
declare-ask-place = Gõ tên xã, phường, đặc khu cần hỗ trợ (không cần dấu), hoặc chọn toàn { $home_kind }.
declare-ask-place-found = Kết quả cho “{ $asked }”. Bấm để chọn hoặc bỏ chọn; có thể gõ thêm tên khác.
button-whole-province = 🗺 Toàn { $home_kind }
declare-ask-systems = Hệ thống thông tin nào bị ảnh hưởng? Bấm để chọn hoặc bỏ chọn; gõ tên, tên viết tắt (không cần dấu) để tìm.
declare-ask-systems-found = Kết quả cho “{ $asked }”. Bấm để chọn hoặc bỏ chọn; có thể gõ tên khác để tìm tiếp.
declare-ask-systems-none = Không có hệ thống nào khớp “{ $asked }”. Đề nghị gõ ít chữ hơn; hệ thống chưa có trong sổ thì thêm bằng /hethong.
button-systems = 🖥 Hệ thống
declare-ask-sectors = Gửi tới các đơn vị thuộc lĩnh vực nào?
declare-ask-capabilities = Cần năng lực nào? Đơn vị có một trong các năng lực được chọn sẽ nhận cảnh báo.
declare-chosen = Đã chọn: <b>{ $names }</b>
declare-ask-headcount = Cần bao nhiêu <b>{ $unit }</b>? Bấm hoặc gõ một số; tính bằng đơn vị khác thì gõ cả đơn vị, ví dụ: 20 người, 3 máy, 2 đội.
declare-ask-began = Bắt đầu từ khi nào? Bấm, hoặc gõ ví dụ: 20h · sáng nay · tối qua 23h · 22:00 19/11 · 30 phút trước.
hours-ago = { $hours ->
    [0] Vừa xong
   *[other] { $hours } giờ trước
}
declare-ask-until = Cần hỗ trợ đến khi nào? Bấm, hoặc gõ ví dụ: 17:00 thứ sáu · ngày mai 8h · 3 giờ nữa.
declare-ask-attachment = Gửi ảnh, video, tài liệu, tin thoại hoặc vị trí (cả album cũng được, tối đa { $limit } tệp); đơn vị thành viên mở bằng nút “Xem chi tiết”.
button-remove-file = 🗑 Bỏ tệp
hours = { $hours } giờ
declare-sent = Đang gửi { $code } tới { $members } đơn vị ({ $people } người).

template-fibre-cut-name = 🔌 Đứt cáp quang
template-fibre-cut-title = Đứt cáp quang, mất kết nối diện rộng
template-fibre-cut-text = Tuyến cáp quang bị đứt, nhiều địa bàn mất kết nối. Đề nghị Quý đơn vị cử đội ứng cứu và cho biết tuyến dự phòng có thể sử dụng.
template-power-cut-name = ⚡ Mất điện
template-power-cut-title = Mất điện diện rộng, trạm và điểm phục vụ cần nguồn điện
template-power-cut-text = Mất điện diện rộng. Đề nghị Quý đơn vị cho biết số máy phát điện, nhiên liệu và nhân lực có thể hỗ trợ các trạm, điểm phục vụ trọng yếu.
template-ransomware-name = 🦠 Mã hóa dữ liệu
template-ransomware-title = Hệ thống bị mã hóa dữ liệu, nghi do mã độc tống tiền
template-ransomware-text = Một hệ thống thông tin của { $home_kind } bị mã hóa dữ liệu. Đề nghị Quý đơn vị hỗ trợ khoanh vùng, cô lập, điều tra dấu vết và khôi phục dữ liệu; không tự ý liên hệ đối tượng tấn công.
template-denial-of-service-name = 🕸 Từ chối dịch vụ
template-denial-of-service-title = Tấn công từ chối dịch vụ vào hệ thống thông tin của { $home_kind }
template-denial-of-service-text = Hệ thống thông tin của { $home_kind } bị tấn công từ chối dịch vụ. Đề nghị Quý đơn vị hỗ trợ lọc lưu lượng, điều hướng đường truyền và giám sát.
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
refusal-until-past = Thời hạn hỗ trợ đã qua. Đề nghị bấm “Sửa” và đặt lại thời hạn.
refusal-beginning-unclear = Thời điểm bắt đầu phải đã qua và không quá sáu tháng. Đề nghị gõ lại, ví dụ: 20h · 22:00 19/11 · 30 phút trước.
refusal-headcount-range = Số lượng phải từ 0 đến { $limit }. Đề nghị gõ lại, ví dụ: 5.
refusal-number-unclear = Đề nghị gõ một số, ví dụ: 20, 20 người hoặc 3 đội.
refusal-attachment-unclear = Đề nghị gửi ảnh, video, tài liệu, tin thoại hoặc vị trí.
refusal-commune-not-found = Không tìm thấy xã, phường, đặc khu nào giống “{ $asked }” trong { $home_kind }. Đề nghị gõ lại tên, ví dụ: { $home_example }.
refusal-too-many-communes = Chọn được tối đa { $limit } xã, phường, đặc khu. Nếu cần rộng hơn, đề nghị chọn toàn { $home_kind }.
refusal-button-expected = Bước này trả lời bằng nút. Đề nghị Anh/Chị bấm một nút ở tin trên.
refusal-template-unknown = Mẫu này không còn dùng. Đề nghị mở lại bằng /suco.
