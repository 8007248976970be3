### Hồ sơ

application-title-new-member = { $mark } <b>Hồ sơ số { $number }</b> · đăng ký đơn vị mới
application-title-join = { $mark } <b>Hồ sơ số { $number }</b> · làm người đại diện
application-title-change = { $mark } <b>Hồ sơ số { $number }</b> · thay đổi thông tin đơn vị
application-mark-submitted = ⏳
application-mark-asked-back = ❓
application-mark-approved = ✔
application-mark-rejected = ⛔
application-mark-withdrawn = ↩️
application-name = <b>{ $name }</b>
tax-code-erased = (đã xóa)
application-tax-code = Mã số thuế: { $code }
application-sectors = Lĩnh vực: { $sectors }
application-commune = Địa bàn: { $commune }
application-capabilities = Năng lực: { $capabilities }
application-capability = { $name } ({ $counted })
application-capabilities-more = và { $more } năng lực khác
application-no-capabilities = chưa khai
application-person = Người đại diện: <b>{ $name }</b>, { $title }
application-person-gone = Người đại diện: (dữ liệu cá nhân đã xóa)
application-proposer = Người đề nghị: <b>{ $name }</b>, { $title }
application-phone = Điện thoại: { $phone }
contact-primary-line = Vai trò: đầu mối chính
contact-backup-line = Vai trò: đầu mối dự phòng
application-account = Tên trên Telegram: { $name }
application-submitted-at = Nộp lúc: { $at }
application-waiting = Đang chờ duyệt.
application-submitted =
    Đang chờ duyệt, nộp lại sau câu hỏi của { $name } lúc { $at }:
    <blockquote>{ $reason }</blockquote>
application-asked-back =
    { $name } đã hỏi lại lúc { $at }; đang chờ người nộp bổ sung:
    <blockquote>{ $reason }</blockquote>
application-approved = { $name } đã phê duyệt lúc { $at }.
application-rejected =
    { $name } đã từ chối lúc { $at }:
    <blockquote>{ $reason }</blockquote>
application-withdrawn = Không còn hiệu lực từ { $at }: { $name } đã rút lại hoặc thay bằng hồ sơ mới.
application-member-invited = ⚠️ Đơn vị này được mời và chưa có ai đại diện: phê duyệt hồ sơ này là đưa đơn vị vào mạng lưới.
application-member-not-approved = ⚠️ Đơn vị này chưa là thành viên của mạng lưới: cần phê duyệt hồ sơ của đơn vị trước.
application-handed-in-again = Hồ sơ số { $number } · { $name }: đã được nộp lại, đề nghị xem tin nhắn mới bên dưới.
application-not-yours = Hồ sơ này không còn thuộc phần việc của Anh/Chị.
application-button-approve = Phê duyệt
application-button-ask = Hỏi lại
application-button-phone = ☎️ Xem số điện thoại
application-button-reject = Từ chối
application-button-list = ◀ Danh sách
application-list = <b>Hồ sơ chờ duyệt: { $count }</b>. Chọn một hồ sơ để xem và quyết định; hồ sơ cũ nhất ở trên cùng.
application-list-more = Còn { $more } hồ sơ nữa sẽ hiện ra khi các hồ sơ trên được quyết định.
application-list-empty = Hiện không có hồ sơ nào chờ duyệt. Hồ sơ mới sẽ được gửi đến Anh/Chị ngay khi được nộp.
application-entry-new-member = { $name }
application-entry-join = 👤 { $name }
application-entry-change = ✏️ { $name }
application-done-approved = Đã phê duyệt. Người nộp sẽ được báo ngay.
application-done-rejected = ⛔ Đã từ chối hồ sơ số { $number } của <b>{ $name }</b>. Người nộp sẽ được báo ngay.
application-done-asked-back = ❓ Đã gửi câu hỏi về hồ sơ số { $number } của <b>{ $name }</b>. Khi người nộp gửi lại, hồ sơ mới sẽ hiện ra tại đây.

change-name = Tên đơn vị: <s>{ $before }</s> → <b>{ $after }</b>
change-tax-code = Mã số thuế: <s>{ $before }</s> → <b>{ $after }</b>
change-sectors = Lĩnh vực: <s>{ $before }</s> → <b>{ $after }</b>

application-why-reject = Vì sao từ chối hồ sơ số { $number } của <b>{ $name }</b>? Chọn một lý do hoặc gõ lý do; người nộp sẽ đọc nguyên văn.
application-why-ask = Cần hỏi thêm gì về hồ sơ số { $number } của <b>{ $name }</b>? Chọn một câu hoặc gõ câu hỏi; người nộp sẽ đọc nguyên văn.
application-reason-tax-code = Mã số thuế và tên đơn vị không khớp.
application-reason-elsewhere = Đơn vị không đặt tại { $home }.
application-reason-twice = Đơn vị đã có hồ sơ khác.
application-reason-unknown-person = Chưa xác minh được người đại diện.
application-question-capabilities = Đề nghị bổ sung năng lực, số lượng.
application-question-name = Đề nghị kiểm tra lại tên đơn vị.
application-question-phone = Đề nghị kiểm tra lại số điện thoại.
application-question-authority = Đề nghị cho biết ai cử Anh/Chị đại diện.
application-confirm-reject =
    <b>Từ chối</b> hồ sơ số { $number } của <b>{ $name }</b> với lý do:
    <blockquote>{ $words }</blockquote>
application-confirm-ask =
    <b>Hỏi lại</b> người nộp hồ sơ số { $number } của <b>{ $name }</b>:
    <blockquote>{ $words }</blockquote>
application-button-confirm-reject = Từ chối hồ sơ
application-button-confirm-ask = Gửi câu hỏi
application-button-change = Viết lại

decision-approved-new-member =
    ✔ <b>{ $name } đã là thành viên của mạng lưới.</b>

    Từ nay, khi có sự cố hoặc diễn tập phù hợp, Anh/Chị nhận cảnh báo tại đây và trả lời chỉ bằng một lần bấm. Gõ /donvi để xem và sửa thông tin của đơn vị, /tinhhinh để xem các sự cố, /menu để mở menu.

    Cảm ơn Quý đơn vị đã sẵn sàng. Trân trọng.
decision-approved-join =
    ✔ <b>Anh/Chị đã là người đại diện của { $name }.</b>

    Từ nay, khi có sự cố hoặc diễn tập phù hợp, Anh/Chị nhận cảnh báo tại đây và trả lời chỉ bằng một lần bấm. Gõ /donvi để xem và sửa thông tin của đơn vị, /tinhhinh để xem các sự cố, /menu để mở menu.

    Trân trọng cảm ơn Anh/Chị.
decision-approved-change =
    ✔ <b>Thông tin của { $name } đã được cập nhật.</b>

    { $department } đã phê duyệt thay đổi. Gõ /donvi để xem thông tin hiện tại. Trân trọng cảm ơn Quý đơn vị.
decision-rejected-change =
    { $department } chưa thể phê duyệt thay đổi thông tin của <b>{ $name }</b>; thông tin cũ giữ nguyên. Lý do:
    <blockquote>{ $reason }</blockquote>
    Khi cần, Anh/Chị có thể sửa lại bằng lệnh /donvi. Trân trọng.
decision-asked-back-change =
    ❓ { $department } cần hỏi thêm về thay đổi thông tin của <b>{ $name }</b>:
    <blockquote>{ $reason }</blockquote>
    Đề nghị Anh/Chị mở lại hồ sơ, sửa phần liên quan rồi gửi lại. Những gì đã khai vẫn còn nguyên.
decision-withdrawn-join = <b>{ $name }</b> đã rời mạng lưới nên hồ sơ làm người đại diện của Anh/Chị không còn hiệu lực. Trân trọng cảm ơn Anh/Chị đã quan tâm.
decision-by-primary-contact = đầu mối chính của đơn vị
decision-rejected =
    Rất tiếc, { $department } chưa thể phê duyệt đăng ký của Anh/Chị cho <b>{ $name }</b>. Lý do:
    <blockquote>{ $reason }</blockquote>
    Nếu có thay đổi, Anh/Chị có thể đăng ký lại bằng lệnh /dangky. Trân trọng.
decision-asked-back =
    ❓ { $department } cần hỏi thêm về đăng ký của Anh/Chị cho <b>{ $name }</b>:
    <blockquote>{ $reason }</blockquote>
    Đề nghị Anh/Chị mở lại hồ sơ, sửa phần liên quan rồi gửi lại. Những gì đã khai vẫn còn nguyên.
decision-button-correct = ✏️ Mở lại hồ sơ

refusal-application-unknown = Không tìm thấy hồ sơ này. Gõ /hoso để xem các hồ sơ đang chờ.
refusal-application-decided = Hồ sơ này đã được { $name } quyết định lúc { $at }. Quyết định đó giữ nguyên.
refusal-application-withdrawn = Hồ sơ này không còn hiệu lực từ { $at }: người nộp đã rút lại hoặc thay bằng hồ sơ mới.
refusal-decision-not-yours = Hồ sơ này không do Anh/Chị quyết định mà do điều phối viên quyết định; đầu mối chính chỉ phê duyệt người đại diện của đơn vị mình. Gõ /menu để tiếp tục.
refusal-application-with-applicant = Hồ sơ này đã được hỏi lại và đang chờ người nộp bổ sung.
refusal-consent-missing = Cần có sự đồng ý của Anh/Chị về lưu dữ liệu cá nhân trước khi gửi. Gõ /dangky để đọc và cho biết ý kiến.
refusal-tax-code-taken = Mã số thuế này đã có trong mạng lưới. Nếu đó là đơn vị của Anh/Chị, đề nghị sửa mục Mã số thuế, gõ lại mã và chọn làm người đại diện: { $name }.
refusal-already-representative = Anh/Chị đã là người đại diện của { $name }. Nếu đăng ký cho đơn vị khác, đề nghị gõ mã số thuế của đơn vị đó.
application-open-now = 📝 Hồ sơ số { $number } · { $member }: <b>đang chờ duyệt</b>, kết quả sẽ được báo tại đây
application-open-now-asked-back = 📝 Hồ sơ số { $number } · { $member }: <b>cần Anh/Chị bổ sung</b>
refusal-already-applied = Hồ sơ của Anh/Chị cho { $name } đã được gửi và đang chờ duyệt. Kết quả sẽ được báo tại đây.
refusal-member-not-joinable = Đơn vị này hiện không nhận thêm người đại diện vì đang tạm dừng hoặc đã rời mạng lưới: { $name }. Đề nghị Anh/Chị liên hệ điều phối viên.
refusal-member-not-approved = Chưa phê duyệt được: đơn vị này hiện không là thành viên của mạng lưới: { $name }.
refusal-tax-code-of-another = Mã số thuế này là của đơn vị khác trong mạng lưới: { $name }. Đề nghị Anh/Chị kiểm tra lại.
refusal-reason-length = Nội dung cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự. Đề nghị Anh/Chị viết gọn lại.

## Trong menu và trong tệp dữ liệu

menu-entry-applications = 📝 Hồ sơ chờ duyệt
command-applications = Hồ sơ chờ duyệt
file-sheet-applications = Hồ sơ
file-message-application = hồ sơ cần phê duyệt
file-message-decision = kết quả hồ sơ
