### Hệ thống thông tin

systems-all = 🖥 <b>Hệ thống thông tin</b> ({ $count }) · Gõ tên, tên viết tắt hoặc chủ quản để tìm.
systems-found = 🖥 Tìm “{ $text }”: { $count } hệ thống
systems-near = 🖥 Không có hệ thống nào đúng “{ $text }”. Gần giống nhất:
systems-none-found = 🖥 Không có hệ thống nào khớp “{ $text }”. Đề nghị Anh/Chị gõ ít chữ hơn hoặc tên khác.
systems-none = 🖥 Sổ hệ thống thông tin chưa có hệ thống nào. Bấm ➕ để thêm, hoặc nhập từ tệp Excel bằng /nhapxuat.
systems-none-of-yours = 🖥 Chưa có hệ thống nào mà Quý đơn vị là chủ quản, đơn vị vận hành hoặc đơn vị cung cấp dịch vụ.
systems-line = { $number }. { $name }{ $worth }
systems-button-add = ➕ Thêm hệ thống
systems-button-list = 🖥 Danh sách hệ thống

system-head = 🖥 <b>{ $name }</b>
system-fact-also = Tên khác: { $value }
system-fact-owner = Chủ quản: { $value }
system-fact-operator = Vận hành: { $value }
system-worth = { $level } · <b>{ $mark }</b>
system-fact-place = 📍 { $value }
system-fact-serves = Phục vụ: { $value }
system-fact-connectivity = Kết nối: { $value }
system-fact-security = An toàn thông tin: { $value }
system-level = Cấp độ { $level }
system-level-short = { " " }· cấp { $level }
system-level-unknown = Chưa xác định cấp độ
system-line-absolute = { $worth } ❗
system-mark-absolute = Bảo vệ bằng mọi giá
system-mark-managed = Quản trị rủi ro
system-contacts-count = ☎ Người để gọi: { $count }

system-button-people = ☎ Gọi ai ({ $count })
system-button-edit = ✏ Sửa
system-button-retire = 🗑 Xóa khỏi sổ
system-button-surely = 🗑 Xóa khỏi sổ
system-button-back = ◀ Hệ thống
system-button-show = 🖥 Xem hệ thống
system-button-save = 💾 Lưu
system-button-empty = ➖ Bỏ trống
system-button-whole-province = 🗺 Toàn { $home_kind }
system-button-as-typed = ✔ Giữ “{ $text }”
system-button-remove = ➖ { $name }

system-people-head = ☎ <b>{ $name }</b> · gọi ai
system-people-none = Chưa có người để gọi. Điều phối viên bổ sung bằng nút ✏ Sửa.
system-hours = <b>{ $hours }</b>
system-hours-now = <b>{ $hours }</b> (gọi lúc này)
system-hours-in-hours = Trong giờ
system-hours-out-of-hours = Ngoài giờ
system-hours-leadership = Lãnh đạo
system-contact = { $name } · { $phone }
system-contact-titled = { $name }, { $title } · { $phone }

system-ask-retire =
    Xóa <b>{ $name }</b> khỏi sổ hệ thống?

    Số điện thoại của người để gọi bị xóa hẳn. Sự cố đã ghi hệ thống này vẫn giữ tên hệ thống.
system-retired = Đã xóa khỏi sổ: { $name }
system-added = ✔ Đã thêm <b>{ $name }</b> vào sổ hệ thống.
system-changed = ✔ Đã lưu <b>{ $name }</b>.
system-hub-new = Bấm vào mục cần điền, rồi bấm 💾 Lưu.
system-hub-change = Bấm vào mục cần sửa, rồi bấm 💾 Lưu.

system-part-name = Tên
system-part-also = Tên khác
system-part-serves = Phục vụ
system-part-owner = Chủ quản
system-part-operator = Vận hành
system-part-commune = Địa bàn
system-part-level = Cấp độ
system-part-mark = Bảo vệ
system-part-contacts = ☎ Gọi ai
system-part-connectivity = Kết nối
system-part-security = An toàn TT
system-part-in-hours = Trong giờ
system-part-out-of-hours = Ngoài giờ
system-part-leadership = Lãnh đạo

system-ask-name = Đề nghị gõ <b>tên hệ thống</b>, tối đa { $limit } ký tự. Ví dụ: Cổng dịch vụ công.
system-ask-also = Đề nghị gõ <b>tên khác</b> mà mọi người hay gọi, mỗi tên một dòng. Ví dụ: DVC.
system-ask-serves = Hệ thống <b>phục vụ</b> ai, việc gì? Tối đa { $limit } ký tự.
system-ask-owner = Đề nghị gõ tên hoặc mã số thuế của <b>chủ quản</b>. Cơ quan ngoài mạng lưới được giữ đúng như đã gõ.
system-ask-operator = Đề nghị gõ tên hoặc mã số thuế của <b>đơn vị vận hành</b>. Cơ quan ngoài mạng lưới được giữ đúng như đã gõ.
system-ask-commune = Hệ thống đặt ở <b>xã, phường, đặc khu</b> nào? Đề nghị gõ tên.
system-ask-level = <b>Cấp độ</b> an toàn hệ thống thông tin đã được phê duyệt (1 đến 5)?
system-ask-mark =
    Mạng lưới bảo vệ hệ thống này thế nào? Đây là cách phân loại của mạng lưới, không thay cho cấp độ theo luật.
system-ask-contacts = Người để gọi vào <b>lúc nào</b>?
system-ask-connectivity = Đề nghị gõ tên hoặc mã số thuế của đơn vị thành viên <b>cung cấp kết nối</b>.
system-ask-security = Đề nghị gõ tên hoặc mã số thuế của đơn vị thành viên <b>bảo đảm an toàn thông tin</b>.
system-ask-in-hours = Gọi ai <b>trong giờ hành chính</b>? Mỗi người một dòng: họ tên, chức vụ, số điện thoại. Ví dụ: Trần Thị Hoa, Trưởng phòng, 0912 345 678.
system-ask-out-of-hours = Gọi ai <b>ngoài giờ hành chính</b>? Mỗi người một dòng: họ tên, chức vụ, số điện thoại. Ví dụ: Trần Thị Hoa, Trưởng phòng, 0912 345 678.
system-ask-leadership = Gọi ai trong <b>lãnh đạo</b> khi không ai khác trả lời? Mỗi người một dòng: họ tên, chức vụ, số điện thoại. Ví dụ: Trần Thị Hoa, Giám đốc, 0912 345 678.
system-held = Hiện có: { $value }
system-choose-business = “{ $text }” là đơn vị nào? Nếu không thấy, đề nghị gõ thêm chữ hoặc mã số thuế.
system-choose-commune = “{ $text }” là nơi nào? Nếu không thấy, đề nghị gõ lại.

refusal-system-unknown = Không có hệ thống này trong sổ, hoặc Anh/Chị không xem được. Gõ /hethong để xem danh sách.
refusal-system-name-taken = Sổ đã có hệ thống “{ $name }”. Đề nghị Anh/Chị gõ tên khác, hoặc sửa hệ thống đã có.
refusal-system-changed-meanwhile = Người khác vừa sửa “{ $name }” nên chưa lưu được. Đề nghị gõ /hethong, mở lại hệ thống và sửa trên nội dung mới.
refusal-system-name-length = Tên hệ thống cần có chữ và dài tối đa { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-system-text-length = Nội dung dài tối đa { $limit } ký tự; vừa gõ { $length } ký tự. Đề nghị Anh/Chị viết gọn lại.
refusal-system-level-range = Cấp độ là một số từ 1 đến { $highest }. Đề nghị gõ lại, ví dụ: 3.
refusal-system-contact-unclear = Chưa đọc được “{ $text }”. Mỗi dòng gồm họ tên, chức vụ, số điện thoại, cách nhau bằng dấu phẩy. Ví dụ: Nguyễn Thị Lan, Trưởng phòng, 0912 345 678
refusal-system-contact-phone = Chưa đọc được số điện thoại trong “{ $text }”. Số đứng cuối dòng, sau dấu phẩy. Ví dụ: Nguyễn Thị Lan, Trưởng phòng, 0912 345 678
refusal-system-contacts-too-many = Mỗi khung giờ ghi tối đa { $limit } người.
refusal-no-such-business = Không có đơn vị thành viên nào khớp “{ $text }”. Đề nghị gõ ít chữ hơn hoặc mã số thuế.
refusal-no-such-place = Không có xã, phường, đặc khu nào khớp “{ $text }”. Đề nghị Anh/Chị gõ lại.
refusal-system-providers-too-many = Mỗi hệ thống ghi tối đa { $limit } đơn vị cho mục này.

## Trong menu và trong tệp dữ liệu

menu-entry-systems = 🖥 Hệ thống
command-systems = Sổ hệ thống thông tin
file-sheet-system-contacts = Được gọi cho hệ thống
file-sheet-system-looks = Đã xem hệ thống
file-sheet-system-looked-at = Ai xem số của tôi
file-heading-system = Hệ thống
file-heading-hours = Khung giờ
system-look-page = Trên trang hệ thống
system-look-export = Trong tệp xuất
