### Mẫu cảnh báo

alert-templates = 📝 <b>Mẫu cảnh báo</b> · { $count } mẫu, theo thứ tự hiện khi khai báo
alert-templates-retired = 📝 <b>Mẫu đã ngừng dùng</b> · { $count }
alert-template-line = { $number }. <b>{ $button }</b> · { $title } <i>(phiên bản { $version })</i>
alert-template-head = 📝 <b>Mẫu cảnh báo</b> · phiên bản { $version }
alert-template-head-retired = 🚫 <b>Mẫu cảnh báo</b> · phiên bản { $version } – <b>đã ngừng dùng</b>
alert-template-hub = ✏️ <b>Sửa mẫu cảnh báo</b> · lưu là có phiên bản mới
alert-template-hub-new = ➕ <b>Mẫu cảnh báo mới</b>
alert-template-words = Nút: <b>{ $button }</b>
    Tiêu đề: <b>{ $title }</b>
alert-template-facts = <i>{ $kind } · { $type } · { $severity } · { $sectors }</i>
alert-template-all-sectors = mọi lĩnh vực
alert-template-button-new = ➕ Mẫu mới
alert-template-button-retired = 🚫 Đã ngừng ({ $count })
alert-template-button-list = ◀ Các mẫu
alert-template-button-change = ✏️ Sửa
alert-template-button-up = ⬆ Lên
alert-template-button-down = ⬇ Xuống
alert-template-button-retire = 🚫 Ngừng dùng
alert-template-button-retire-now = 🚫 Ngừng dùng mẫu này
alert-template-button-bring-back = ↩ Dùng lại
alert-template-button-save = 💾 Lưu mẫu
alert-template-saved = Đã lưu mẫu; mẫu được dùng ngay khi khai báo.
alert-template-type = { $number }. { $name }
alert-template-part-title = Tiêu đề
alert-template-part-text = Nội dung
alert-template-part-button = Nút
alert-template-part-kind = Loại
alert-template-part-type = Dạng sự cố
alert-template-part-severity = Mức độ
alert-template-part-sectors = Lĩnh vực
alert-template-ask-title = 📝 Tiêu đề của cảnh báo là gì? Gõ tại đây, tối đa { $limit } ký tự.
alert-template-ask-text = 📝 Nội dung cảnh báo, đúng như đơn vị sẽ đọc? Gõ tại đây, tối đa { $limit } ký tự.
alert-template-ask-button = 📝 Nút chọn mẫu ghi gì? Gõ tại đây, tối đa { $limit } ký tự.
alert-template-ask-kind = 📝 Mẫu dùng để khai báo gì?
alert-template-ask-type = 📝 Dạng sự cố nào?
alert-template-ask-severity = 📝 Mức độ nào? <i>(thang của mạng lưới)</i>
alert-template-ask-sectors = 📝 Gọi lĩnh vực nào? Không chọn là gọi mọi lĩnh vực.
alert-template-ask-retire = 🚫 Ngừng dùng mẫu <b>{ $button }</b>? Có thể dùng lại sau.

refusal-template-button-length = Chữ trên nút phải từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-too-many-templates = Đã có { $limit } mẫu. Đề nghị ngừng dùng bớt trước.

menu-entry-templates = 📝 Mẫu cảnh báo
command-templates = Mẫu cảnh báo dùng khi khai báo
file-sheet-templates = Mẫu cảnh báo đã lập
