### Danh bạ

roster-title = 📖 <b>Danh bạ mạng lưới</b> · { $count } đơn vị
roster-how =
    Đề nghị Anh/Chị gõ <b>tên</b> (có dấu hay không dấu, một phần tên hoặc chữ cái đầu), <b>mã số thuế</b>, <b>số điện thoại</b>, <b>năng lực</b>, <b>địa bàn</b> hoặc <b>lĩnh vực</b>.
    Gõ nhiều từ để thu hẹp, ví dụ: <i>dien luc { $home_example }</i>.
roster-how-without-phones =
    Đề nghị Anh/Chị gõ <b>tên</b> (có dấu hay không dấu, một phần tên hoặc chữ cái đầu), <b>mã số thuế</b>, <b>năng lực</b>, <b>địa bàn</b> hoặc <b>lĩnh vực</b>.
    Gõ nhiều từ để thu hẹp, ví dụ: <i>dien luc { $home_example }</i>.
roster-nothing-typed = Tin vừa gửi không có chữ hay số nào để tìm.
roster-found = 📖 <b>Danh bạ</b> · { $count } đơn vị
roster-searched = 🔎 “{ $text }”
roster-found-by = 🔎 { $member } – <i>{ $by }</i>
roster-found-by-capability = theo năng lực: { $names }
roster-found-by-commune = theo địa bàn: { $names }
roster-found-by-elsewhere = theo mã số thuế, số điện thoại hoặc lĩnh vực
roster-filtered = Bộ lọc: { $filters }
roster-while-busy = <i>Anh/Chị đang làm dở một thao tác khác; thao tác đó vẫn được giữ nguyên. Để lọc và lật trang, đề nghị hoàn tất hoặc gõ /huy trước. Có thể gõ thêm từ ngay sau lệnh để thu hẹp, ví dụ:</i> <code>/danhba dien luc</code>
roster-none = 📖 <b>Không tìm thấy đơn vị nào</b>
roster-understood = Đã tìm: <b>{ $words }</b>, không phân biệt dấu và chữ hoa.
roster-nearest = Gần nhất với nội dung vừa tìm:
roster-nothing-near = Đề nghị thử ít từ hơn, viết khác đi, hoặc gõ mã số thuế.
roster-item = { $name } · { $commune }
roster-item-marked = { $mark } { $name } · { $commune }
roster-mark-suspended = ⏸
roster-mark-pending = ⏳
roster-mark-invited = 🤝
roster-mark-away = 💤

roster-button-all = 📋 Xem tất cả ({ $count })
roster-button-filters = 🔎 Bộ lọc
roster-button-list = ◀ Danh sách
roster-button-home = 📖 Danh bạ
roster-button-off = ➖ { $what }
roster-button-unfiltered = ➖ Bỏ bộ lọc ({ $count })
roster-button-fewer = Bỏ từ “{ $word }” ({ $count })
roster-facet-sector = 🏷 Lĩnh vực
roster-facet-capability = 🧰 Năng lực
roster-facet-commune = 📍 Địa bàn
roster-facet-status = 🚦 Trạng thái
roster-choose-sector = 🏷 Đề nghị chọn <b>lĩnh vực</b>; trong ngoặc là số đơn vị.
roster-choose-capability = 🧰 Đề nghị chọn <b>năng lực</b>; trong ngoặc là số đơn vị.
roster-choose-commune = 📍 Đề nghị chọn <b>xã, phường, đặc khu</b>; trong ngoặc là số đơn vị. Cũng có thể gõ tên địa bàn để tìm.
roster-choose-status = 🚦 Đề nghị chọn <b>trạng thái</b>; trong ngoặc là số đơn vị.
roster-choose-nothing = Với nội dung đang tìm, không có mục nào để chọn.
roster-value = { $name } ({ $count })
roster-value-chosen = ✔ { $name } ({ $count })
roster-switch-available = 📡 Đang sẵn sàng ({ $count })
roster-switch-unconfirmed = 🕓 Chưa xác nhận thông tin ({ $count })
roster-filter-available = Đang sẵn sàng
roster-filter-unconfirmed = Chưa xác nhận thông tin
roster-state-approved = Thành viên
roster-state-suspended = Tạm dừng
roster-state-pending = Chờ duyệt
roster-state-invited = Đã mời, chưa tham gia

roster-card-state = 🚦 <b>{ $state }</b>
roster-card-suspended =
    🚦 <b>Tạm dừng</b>
    <blockquote>{ $reason }</blockquote>
roster-card-available = 📡 Đang sẵn sàng nhận cảnh báo
roster-card-nobody = ⚠️ Chưa có người đại diện: cảnh báo chưa đến được đơn vị này
roster-card-away = 💤 Tạm vắng đến { $until }
roster-card-on-duty = 🗓 Có người trực lúc này
roster-card-phone = ☎️ Điện thoại đơn vị: { $phone }
roster-card-confirmed = 🕓 Thông tin được xác nhận lần gần nhất: { $at }
roster-card-unconfirmed = ⚠️ Thông tin chưa được xác nhận lại từ { $at }
roster-card-more = và { $count } năng lực khác
roster-button-people = 👤 Xem đầu mối
roster-button-own = 🏢 Đơn vị của tôi
roster-button-assign = 📌 Giao nhiệm vụ
roster-people = 👤 <b>Đầu mối của { $name }</b>
roster-person =
    <b>{ $name }</b>, { $title }
    { $contact } · ☎️ { $phone }
roster-person-on-duty =
    <b>{ $name }</b>, { $title } · 🗓 đang trực
    { $contact } · ☎️ { $phone }
roster-contact-primary = Đầu mối chính
roster-contact-backup = Đầu mối dự phòng
roster-nobody = Chưa có đầu mối nào để hiển thị.
roster-withheld = <i>Còn { $count } người chưa đồng ý cho các đơn vị thành viên xem thông tin liên hệ.</i>
roster-look-kept = <i>Lượt xem này được ghi lại; người được xem có thể biết ai đã xem.</i>
look-how-card = xem thẻ đơn vị
look-how-export = xuất tệp danh bạ
look-how-application = mở hồ sơ đăng ký
look-how-colleague = xem đồng nghiệp
look-how-work = xem khi điều phối
roster-button-contact = 📇 Gửi danh thiếp: { $name }
roster-button-contact-business = 📇 Gửi danh thiếp của đơn vị
roster-button-card = ◀ Thẻ đơn vị
roster-contact-sent = Đã gửi danh thiếp ở bên dưới.

roster-stranger = 📖 Danh bạ mạng lưới dành cho các đơn vị thành viên. Doanh nghiệp viễn thông, bưu chính, công nghệ thông tin của { $home_kind } có thể đăng ký tham gia ngay tại đây.
roster-button-register = 📝 Đăng ký tham gia
roster-left = Đã đóng danh bạ. Gõ /danhba khi cần tra cứu lại.

inline-register = Đăng ký tham gia để tra danh bạ
inline-none = Không thấy “{ $text }” · mở danh bạ
inline-nearest = Không thấy “{ $text }” · gần nhất:
inline-description = { $sectors } · { $commune } · { $standing }
inline-available = đang sẵn sàng
inline-away = tạm vắng đến { $until }
inline-card =
    🏢 <b>{ $name }</b>
    🏷 { $sectors }
    📍 { $commune }
inline-button-people = 👤 Xem đầu mối

refusal-not-in-roster = Đơn vị này không có trong danh bạ. Gõ /danhba để tìm đơn vị khác.
refusal-contacts-closed = Thông tin liên hệ chỉ dành cho các đơn vị thành viên và điều phối viên.
refusal-contact-gone = Đầu mối này không còn trong danh bạ. Đề nghị Anh/Chị mở lại thẻ đơn vị.

## Trong menu và trong tệp dữ liệu

menu-entry-roster = 📖 Danh bạ
command-roster = Danh bạ mạng lưới: tìm đơn vị
file-sheet-looks = Liên hệ Anh, Chị đã xem
file-sheet-looked-at = Ai xem liên hệ
