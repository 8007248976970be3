### Cán bộ

staff-title = 👥 <b>Cán bộ của mạng lưới</b> ({ $count } người)
staff-line = • { $name } · { $role }
staff-hint = Bấm tên để xem và miễn nhiệm. Quản trị hệ thống được quy định trong cài đặt (OWNER_IDS).
staff-never-wrote = (chưa mở bot)
staff-button-person = { $name } · { $role }
staff-button-invite = ➕ Mời { $role }
staff-button-links = 🔗 Liên kết đang chờ ({ $count })
staff-button-list = ◀ Danh sách cán bộ

staff-person = 👤 <b>{ $name }</b>
    Vai trò: { $role }
    Dùng bot từ: { $since }
staff-person-unreachable = 📵 Hiện không nhắn được cho người này.
staff-button-dismiss = Miễn nhiệm
staff-dismiss-ask = Miễn nhiệm <b>{ $name }</b> khỏi vai trò { $role }?
    Người này sẽ được báo, menu đổi ngay, không nhận bảng tổng hợp hay hồ sơ nữa. Những gì đã làm vẫn còn trong nhật ký.
staff-button-dismiss-yes = Miễn nhiệm
staff-button-dismiss-no = ◀ Không
staff-dismissed = Đã miễn nhiệm.

staff-link = 🔗 <b>Liên kết mời { $role }</b>
    { $link }

    Chỉ hiện một lần tại đây, dùng được <b>một lần</b>, hết hạn lúc { $until }. Người mở đầu tiên giữ liên kết; sau khi người đó nhận lời, hệ thống sẽ hỏi Anh/Chị có bổ nhiệm hay không.
staff-link-share = Chuyển tiếp
staff-link-share-text = Mời Anh/Chị làm { $role } của { $network } { $home }. Liên kết dùng một lần, đến { $until }.

staff-links-title = 🔗 <b>Liên kết đang chờ</b> ({ $count })
staff-links-none = Không có liên kết nào đang chờ.
staff-link-line = { $number }. { $role }, hết hạn lúc { $until }
staff-link-line-opened = { $number }. { $role }, hết hạn lúc { $until }; { $name } đã mở
staff-button-revoke = Thu hồi { $number }. { $role }
staff-revoke-ask = Thu hồi liên kết mời <b>{ $role }</b> (hạn { $until }, chưa ai mở)? Ai đã nhận được liên kết này sẽ không dùng được nữa.
staff-revoke-ask-opened = Thu hồi liên kết mời <b>{ $role }</b> (hạn { $until })? { $name } đã mở liên kết này.
staff-button-revoke-yes = Thu hồi
staff-button-keep = ◀ Giữ lại
staff-revoked = Đã thu hồi liên kết.

staff-offer = 🤝 <b>{ $department }</b> mời Anh/Chị làm <b>{ $role }</b> của { $network } { $home }.

    { $what }

    Sau khi Anh/Chị nhận lời, vai trò có hiệu lực khi quản trị hệ thống xác nhận. Tên và tài khoản Telegram của Anh/Chị được lưu trong thời gian giữ vai trò và xóa sau khi thôi mọi vai trò 30 ngày.
staff-what-coordinator = Điều phối viên khai báo sự cố, gửi cảnh báo, giao nhiệm vụ và phê duyệt hồ sơ.
staff-what-duty-officer = Điều phối viên trực có mọi quyền của điều phối viên: khai báo sự cố, gửi cảnh báo, giao nhiệm vụ và phê duyệt hồ sơ.
staff-what-observer = Quan sát viên tra cứu danh bạ của mạng lưới, không xem được số điện thoại.
staff-button-accept = ✔ Nhận lời
staff-button-refuse = Không nhận
staff-accepted = ✔ <b>Đã nhận lời làm { $role }.</b> Quản trị hệ thống sẽ xem xét; kết quả được báo tại đây.
staff-accepted-before = Anh/Chị đã nhận lời trước đó; quản trị hệ thống đang xem xét.
staff-refuse-ask = Anh/Chị không nhận lời? Lời mời sẽ hết hiệu lực; muốn nhận lại phải có liên kết mới.
staff-refused = Cảm ơn Anh/Chị đã cho biết. Lời mời không còn hiệu lực.

staff-request = 👤 <b><a href="tg://user?id={ $telegram_id }">{ $name }</a></b> đã mở liên kết mời và nhận lời làm <b>{ $role }</b>. Bổ nhiệm?
staff-requested = 👤 <b>{ $name }</b> đã nhận lời làm <b>{ $role }</b>.
staff-request-account = Mã tài khoản: <code>{ $telegram_id }</code>
staff-request-warning = Liên kết có thể bị chuyển tiếp: đề nghị Anh/Chị chắc chắn đây đúng là người được mời.
staff-request-appointed = ✔ { $by } đã bổ nhiệm lúc { $at }.
staff-request-declined = ⛔ { $by } đã từ chối lúc { $at }.
staff-request-withdrawn = ↩️ Người được mời đã rút lại lúc { $at }.
staff-button-appoint = ✔ Bổ nhiệm
staff-button-decline = ⛔ Không
staff-done-appointed = Đã bổ nhiệm.
staff-decline-ask = Không bổ nhiệm <b>{ $name }</b> làm { $role }? Người này sẽ được báo; muốn mời lại phải tạo liên kết mới.
staff-button-decline-yes = ⛔ Không bổ nhiệm
staff-done-declined = Đã từ chối.

staff-told-appointed = ✔ <b>Anh/Chị đã là { $role }</b> của mạng lưới do { $department } điều phối. Gõ /menu để bắt đầu, /trogiup để xem các lệnh.
staff-told-declined = Lời mời làm { $role } không được xác nhận. Mọi thắc mắc, đề nghị Anh/Chị liên hệ { $department }.
staff-told-dismissed = Vai trò { $role } của Anh/Chị trong mạng lưới đã kết thúc. { $department } trân trọng cảm ơn Anh/Chị đã đồng hành.
staff-told-stepped-down = ℹ️ Một người đã rút lại đồng ý về dữ liệu cá nhân và thôi vai trò { $role }. Gõ /canbo để xem danh sách cán bộ.

refusal-owners-stay = Quản trị hệ thống do cài đặt (OWNER_IDS) quy định, không bổ nhiệm hay miễn nhiệm tại đây. Liên kết mời vẫn dùng được cho người khác.
refusal-role-held = Anh/Chị đang giữ vai trò này. Liên kết vẫn dùng được cho người khác.
refusal-no-staff = Người này không còn giữ vai trò nào. Danh sách cán bộ đã thay đổi.
refusal-request-decided = Việc này đã được { $name } quyết định lúc { $at }. Quyết định đó giữ nguyên.

## Trong menu và trong tệp dữ liệu

menu-entry-staff = 👥 Cán bộ
command-staff = Cán bộ: bổ nhiệm, miễn nhiệm
file-message-staff = tin về cán bộ
