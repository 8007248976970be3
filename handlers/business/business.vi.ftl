### Đơn vị

business-choose = Anh/Chị đại diện cho { $count } đơn vị. Chọn một đơn vị để xem.
business-phone = Điện thoại đơn vị: { $phone }
business-no-phone = chưa khai
business-people = <b>Người đại diện ({ $count })</b>
business-person-primary = ★ { $name }, { $title }
business-person-backup = • { $name }, { $title }
business-people-more = … và { $more } người nữa
business-available = 📡 Sẵn sàng nhận cảnh báo
business-away = 💤 Tạm vắng đến { $until }: không nhận cảnh báo mới
business-confirmed = Thông tin được xác nhận lần gần nhất: { $at }
business-to-confirm = ⚠️ Cần xác nhận lại thông tin; lần gần nhất: { $at }
business-change-waiting = ⏳ <b>Chờ phê duyệt</b> (hồ sơ số { $number }):
business-change-asked-back =
    ❓ <b>Điều phối viên hỏi lại</b> về hồ sơ số { $number }; bấm “Sửa” để trả lời:
    <blockquote>{ $question }</blockquote>

business-button-confirm = ✔ Thông tin vẫn đúng
business-button-edit = ✏️ Sửa
business-button-people = 👥 Người đại diện
business-button-people-waiting = 👥 Người đại diện ({ $waiting } chờ)
business-button-away = 💤 Tạm vắng…
business-button-back = 📡 Nhận cảnh báo trở lại
business-button-leave = 🚪 Rời mạng lưới…
business-button-list = ◀ Các đơn vị của tôi
business-button-card = 🏢 Xem đơn vị

business-ask-return =
    <b>{ $name }</b> tạm vắng đến khi nào? Chọn một mốc hoặc gõ ngày, ví dụ: <i>25/12</i> hoặc <i>8h 25/12</i>; tối đa { $days } ngày.

    Trong thời gian đó đơn vị không nhận cảnh báo mới. Sự cố và nhiệm vụ đã nhận vẫn chờ Quý đơn vị trả lời. Hết hạn, đơn vị tự động nhận cảnh báo trở lại.
business-ask-whether-until = <b>{ $name }</b> tạm vắng đến <b>{ $until }</b>?
business-button-away-until = 💤 Xác nhận tạm vắng
business-button-days =
    { $days ->
        [7] 1 tuần
       *[other] { $days } ngày
    }
business-now-away = Đã ghi nhận: tạm vắng đến { $until }.
business-now-back = Đơn vị nhận cảnh báo trở lại.

business-leave =
    <b>Rời mạng lưới: { $name }</b>

    Nếu rời:
    • đơn vị không nhận cảnh báo, nhiệm vụ nữa và không còn trong danh bạ;
    • tất cả người đại diện thôi đại diện cho đơn vị;
    • các câu trả lời, nhiệm vụ đã làm vẫn được lưu theo quy định.

    Muốn trở lại, chỉ cần đăng ký bằng /dangky với cùng mã số thuế. Nếu chỉ vắng ít lâu, đề nghị dùng “Tạm vắng”.
business-leave-incidents = ⚠️ Sự cố chưa kết thúc mà đơn vị đã nhận cảnh báo: { $codes }.
business-leave-tasks =
    <b>{ $name }</b> chưa thể rời mạng lưới vì còn { $count } nhiệm vụ chưa hoàn thành: { $codes }.

    Đề nghị Quý đơn vị hoàn thành hoặc từ chối các nhiệm vụ này (gõ /nhiemvu), hoặc nhờ điều phối viên giao cho đơn vị khác.
business-leave-surely = Đề nghị xác nhận lần cuối: <b>{ $name }</b> rời mạng lưới ngay bây giờ?
business-button-leave-go-on = Tiếp tục rời mạng lưới
business-button-leave-now = 🚪 Rời mạng lưới ngay
business-button-stay = ◀ Ở lại
business-left = <b>{ $name }</b> đã rời mạng lưới. Trân trọng cảm ơn Quý đơn vị đã đồng hành; khi cần, Quý đơn vị có thể đăng ký lại bằng /dangky.

editing-heading = <b>Sửa thông tin</b> · { $name }
editing-own = Anh/Chị: <b>{ $name }</b>, { $title }, { $phone }
editing-at-once = <b>Đổi ngay khi lưu:</b> { $names }
editing-after-approval = <b>Đổi sau khi được phê duyệt:</b>
editing-will-replace = ⚠️ Hồ sơ số { $number } đang chờ duyệt sẽ được thay bằng đề nghị này.
editing-hint = Bấm ✏️ để sửa từng mục; chưa có gì thay đổi cho đến khi lưu. Tên, mã số thuế và lĩnh vực cần điều phối viên phê duyệt.
editing-button-save = 💾 Lưu
editing-button-send = 💾 Lưu và gửi phê duyệt
editing-done = Đã lưu.
editing-done-sent = Đã gửi điều phối viên phê duyệt.
editing-saved = ✔ Đã lưu.
editing-confirmed = ✔ Đã ghi nhận thông tin là đúng.
editing-sent = Hồ sơ số { $number } đã được gửi đến điều phối viên; kết quả sẽ được báo tại đây.
editing-replaced = Hồ sơ này thay cho đề nghị trước.
editing-withdrawn = Đề nghị trước đã được rút lại.

people-list = <b>Người đại diện của { $name }</b> ({ $count }). Bấm tên để xem. ★ là đầu mối chính.
people-waiting = ⏳ Chờ duyệt: { $count }
people-managed-by = Việc mời, cho thôi người đại diện do đầu mối chính thực hiện: { $names }.
people-entry-primary = ★ { $name }
people-entry-backup = { $name }
people-entry-waiting = ⏳ { $name } · chờ duyệt
people-person = <b>{ $name }</b>, { $title }
people-of = Đơn vị: { $name }
people-button-invite = ➕ Mời người đại diện
people-button-back = ◀ Người đại diện
people-button-edit = ✏️ Sửa thông tin của tôi
people-button-take = ★ Nhận làm đầu mối chính
people-button-ask-down = Thôi làm người đại diện…
people-button-down = Thôi làm người đại diện
people-button-ask-offer = ★ Chuyển đầu mối chính…
people-button-offer = ★ Gửi đề nghị
people-button-unoffer = Rút lại đề nghị
people-button-ask-remove = Cho thôi đại diện…
people-button-remove = Cho thôi đại diện
people-button-accept = ★ Nhận làm đầu mối chính
people-button-decline = Không nhận
people-ask-remove =
    Cho <b>{ $name }</b> thôi đại diện cho { $business }?

    Người này không nhận cảnh báo, không trả lời thay đơn vị được nữa và sẽ được báo. Các câu trả lời đã gửi vẫn có hiệu lực.
people-ask-offer =
    Đề nghị <b>{ $name }</b> làm đầu mối chính của { $business }?

    Khi người này nhận, Anh/Chị trở thành đầu mối dự phòng. Đề nghị có hiệu lực 7 ngày và rút lại được.
people-ask-step-down =
    Anh/Chị thôi làm người đại diện của <b>{ $name }</b>?

    Anh/Chị sẽ không nhận cảnh báo, không trả lời thay đơn vị được nữa. Các câu trả lời đã gửi vẫn có hiệu lực.
people-ask-step-down-primary =
    Anh/Chị thôi làm người đại diện của <b>{ $name }</b>?

    ⚠️ Anh/Chị là đầu mối chính duy nhất: nên chuyển đầu mối chính cho đồng nghiệp trước. Nếu không, mọi người đại diện còn lại đều có quyền mời và cho thôi người đại diện.

    Anh/Chị sẽ không nhận cảnh báo, không trả lời thay đơn vị được nữa. Các câu trả lời đã gửi vẫn có hiệu lực.
people-last =
    Anh/Chị là người đại diện duy nhất của <b>{ $name }</b>.

    Đề nghị mời một đồng nghiệp trước khi thôi đại diện. Nếu đơn vị không tham gia nữa, đề nghị chọn “Rời mạng lưới”.
people-removed = { $name } không còn là người đại diện và đã được báo.
people-offered = Đã gửi đề nghị đến { $name }.
people-taken-back = Đã rút lại đề nghị.
people-taken = Anh/Chị nay là đầu mối chính của đơn vị.
people-stepped-down = Anh/Chị đã thôi làm người đại diện của <b>{ $name }</b>. Trân trọng cảm ơn Anh/Chị đã đồng hành cùng mạng lưới.
people-offer =
    <b>{ $giver }</b> đề nghị Anh/Chị làm <b>đầu mối chính</b> của { $name }.

    Đầu mối chính được liên hệ trước và có quyền mời, cho thôi người đại diện của đơn vị.
people-offer-over = Đề nghị làm đầu mối chính không còn hiệu lực.
people-offer-accepted = ✔ Anh/Chị nay là đầu mối chính của <b>{ $name }</b>. Trân trọng cảm ơn Anh/Chị.
people-offer-declined = Anh/Chị đã không nhận làm đầu mối chính của <b>{ $name }</b>; người đề nghị đã được báo.

news-removed = Anh/Chị không còn là người đại diện của <b>{ $name }</b> trong mạng lưới, theo đề nghị của { $by }. Từ nay Anh/Chị không nhận cảnh báo thay đơn vị. Trân trọng cảm ơn Anh/Chị đã đồng hành.
news-stepped-down = { $by } đã thôi làm người đại diện của <b>{ $name }</b>. Đề nghị Anh/Chị xem lại người đại diện của đơn vị: /donvi.
news-primary-accepted = ✔ { $by } đã nhận làm đầu mối chính của <b>{ $name }</b>; Anh/Chị nay là đầu mối dự phòng.
news-primary-declined = { $by } không nhận làm đầu mối chính của <b>{ $name }</b>. Anh/Chị vẫn là đầu mối chính.
news-away = 💤 { $by } đã ghi <b>{ $name }</b> tạm vắng đến { $until }: trong thời gian đó đơn vị không nhận cảnh báo mới. Muốn thay đổi, gõ /donvi.
news-back = 📡 { $by } đã ghi <b>{ $name }</b> nhận cảnh báo trở lại.
news-left = <b>{ $name }</b> đã rời mạng lưới, theo đề nghị của { $by }. Anh/Chị không nhận cảnh báo thay đơn vị nữa. Trân trọng cảm ơn Anh/Chị đã đồng hành.
news-member-left = 🚪 <b>{ $name }</b> (mã số thuế { $tax_code }) đã rời mạng lưới. Người thực hiện: { $by }.
news-change-replaced = Đề nghị thay đổi thông tin của <b>{ $name }</b> mà Anh/Chị gửi đã được đồng nghiệp rút lại hoặc thay bằng đề nghị mới. Gõ /donvi để xem.

links-head =
    <b>Mời người đại diện</b> · { $name }

    Mỗi liên kết chỉ cho một người: ai mở trước, liên kết thuộc về người đó. Người được mời tự khai họ tên, chức danh, số điện thoại; sau đó đầu mối chính hoặc điều phối viên phê duyệt.
links-none = Hiện không có liên kết nào đang chờ.
links-living = <b>Liên kết đang chờ:</b>
links-for-primary = đầu mối chính
links-for-backup = đầu mối dự phòng
links-line = { $number }. { $contact } · hạn { $until } · chưa mở
links-line-opened = { $number }. { $contact } · hạn { $until } · { $name } đã mở
links-button-primary = ➕ Đầu mối chính
links-button-backup = ➕ Dự phòng
links-button-revoke = ↩ Thu hồi liên kết { $number }
links-ask-revoke = Thu hồi liên kết mời <b>{ $contact }</b> của <b>{ $business }</b> (hạn { $until }, chưa ai mở)? Phiếu hoặc tin đã gửi có liên kết này sẽ không dùng được nữa.
links-ask-revoke-opened = Thu hồi liên kết mời <b>{ $contact }</b> của <b>{ $business }</b> (hạn { $until })? { $name } đã mở liên kết này và sẽ không đăng ký tiếp được.
links-button-revoke-now = ↩ Thu hồi
links-button-keep = ◀ Giữ lại
links-revoked = Đã thu hồi liên kết.
links-caption-primary =
    Kính mời Anh/Chị làm đầu mối chính, đại diện cho { $name } trong { $network } { $home }.
    Quét mã hoặc mở liên kết (dùng một lần, đến { $until }):
    { $link }
links-caption-backup =
    Kính mời Anh/Chị làm đầu mối dự phòng, đại diện cho { $name } trong { $network } { $home }.
    Quét mã hoặc mở liên kết (dùng một lần, đến { $until }):
    { $link }

confirmation-ask = <b>Mỗi sáu tháng, đề nghị Quý đơn vị xác nhận thông tin còn đúng.</b> Nếu đúng, chỉ cần một lần bấm.
confirmation-own = Anh/Chị: { $name }, { $title }
confirmation-thanks = Đã ghi nhận. Trân trọng cảm ơn Quý đơn vị.
confirmation-not-yours = Việc xác nhận thông tin này không còn thuộc phần việc của Anh/Chị.
confirmation-overdue = <b>Chưa xác nhận thông tin: { $count } đơn vị</b>, lâu nhất ở trên cùng. Bấm 🔔 để nhắc lại.
confirmation-line = { $number }. <b>{ $name }</b> · xác nhận { $since } · nhắc { $asked }
confirmation-none-overdue = Không có đơn vị nào chưa xác nhận thông tin.
confirmation-button-overdue = ⏰ Chưa xác nhận thông tin: { $count }
confirmation-button-again = 🔔 { $number }
confirmation-button-back = ◀ Hồ sơ
confirmation-asked-again = Đã nhắc { $name }.

refusal-not-your-business = Anh/Chị hiện không đại diện cho đơn vị này, hoặc đơn vị không phải là thành viên của mạng lưới. Gõ /menu để tiếp tục.
refusal-primary-contact-only = Việc này do đầu mối chính của đơn vị thực hiện: { $name }.
refusal-not-representative = Người này không còn là người đại diện của đơn vị.
refusal-last-representative = Anh/Chị là người đại diện duy nhất: { $name }. Đề nghị mời đồng nghiệp trước, hoặc chọn “Rời mạng lưới” trong /donvi.
refusal-offer-gone = Đề nghị làm đầu mối chính không còn hiệu lực.
refusal-offer-waits = Đề nghị đã được gửi đến { $name } lúc { $at } và đang chờ trả lời.
refusal-already-primary = { $name } đã là đầu mối chính.
refusal-links-changed = Một liên kết vừa được tạo. Nếu cần thêm, đề nghị dùng danh sách mới nhất.
refusal-links-enough = Đơn vị đã có { $limit } liên kết đang chờ. Đề nghị thu hồi bớt trước khi tạo thêm.
refusal-nothing-to-confirm = Thông tin đã được xác nhận lúc { $at }. Trân trọng cảm ơn Quý đơn vị.
refusal-asked-just-now = Đơn vị vừa được nhắc lúc { $at }; mỗi ngày chỉ nhắc một lần.
refusal-nobody-to-ask = Đơn vị chưa có người đại diện để nhắc: { $name }.
refusal-away-too-long = Chỉ ghi tạm vắng được tối đa { $limit } ngày, đến { $at }. Nếu không tham gia nữa, đề nghị chọn “Rời mạng lưới”.
refusal-not-away = Đơn vị đang nhận cảnh báo bình thường.
refusal-tasks-open = Đơn vị còn { $count } nhiệm vụ chưa hoàn thành nên chưa thể rời mạng lưới: { $codes }.

## Trong menu và trong tệp dữ liệu

menu-entry-business = 🏢 Đơn vị
command-business = Thông tin, người đại diện của đơn vị
file-message-confirmation = xác nhận thông tin
