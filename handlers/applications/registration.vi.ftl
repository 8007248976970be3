### Đăng ký

dialogue-words-only = Bước này cần Anh/Chị <b>gõ chữ</b>; ảnh, tệp, nhãn dán hay lệnh khác chưa dùng được ở đây.
dialogue-buttons-only = Ở bước này, đề nghị Anh/Chị <b>chọn bằng nút</b> ngay dưới tin nhắn này.

dialogue-waits = <i>Phần Anh/Chị đang điền dở được giữ lại và sẽ hiện lại khi xong việc này.</i>
dialogue-goes-on = <i>Anh/Chị đang làm dở việc sau:</i>
dialogue-dropped-before = <i>Lưu ý: thao tác Anh/Chị đang làm dở trước đó đã được hủy.</i>

registration-consent =
    <b>Đăng ký tham gia { $network } { $home }</b>

    Trước khi bắt đầu, { $department } xin ý kiến Anh/Chị về việc lưu và dùng dữ liệu cá nhân.
registration-consent-again = Đề nghị Anh/Chị đọc nội dung ở tin trên rồi chọn bằng nút dưới đây.
registration-consent-free = Nếu Anh/Chị không đồng ý, hệ thống không lưu thông tin đăng ký; Anh/Chị có thể đăng ký vào lúc khác.
registration-button-agree = Đồng ý
registration-button-decline = Không đồng ý
registration-declined = Cảm ơn Anh/Chị đã cho biết ý kiến. Hệ thống không lưu thông tin đăng ký nào. Khi cần, Anh/Chị có thể đăng ký bằng lệnh /dangky.
registration-declined-invited = Cảm ơn Anh/Chị đã cho biết ý kiến. Hệ thống không lưu thông tin đăng ký nào. Nếu đổi ý, Anh/Chị mở lại liên kết mời khi liên kết còn hạn.

registration-heading = <b>Đăng ký</b> · bước { $number }/{ $count }
registration-heading-invited = <b>Người đại diện của { $name }</b> · bước { $number }/{ $count }
registration-invited-primary = Anh/Chị được mời làm <b>đầu mối chính</b>, đại diện cho <b>{ $name }</b>.
registration-invited-backup = Anh/Chị được mời làm <b>đầu mối dự phòng</b>, đại diện cho <b>{ $name }</b>.
registration-written = Đã ghi: <b>{ $value }</b>
registration-button-keep = Giữ nguyên
registration-button-next = Tiếp tục ▶

registration-ask-tax-code =
    Đề nghị Anh/Chị gõ <b>mã số thuế</b> của đơn vị.
    Doanh nghiệp 10 chữ số, chi nhánh 13 chữ số, hộ kinh doanh 12 chữ số.
registration-known =
    Mã số thuế { $tax_code } là của
    <b>{ $name }</b>,
    đã là thành viên của mạng lưới.

    Anh/Chị có muốn đăng ký làm người đại diện của đơn vị này không?
registration-known-waiting =
    Mã số thuế { $tax_code } là của
    <b>{ $name }</b>,
    đã có người đăng ký và đang chờ duyệt.

    Anh/Chị có muốn đăng ký làm người đại diện của đơn vị này không?
registration-known-invited =
    Mã số thuế { $tax_code } là của
    <b>{ $name }</b>,
    đã được mời vào mạng lưới và chưa có người đại diện.

    Anh/Chị có muốn đăng ký làm người đại diện của đơn vị này không?
registration-button-join = Làm người đại diện
registration-button-other = Dùng mã số thuế khác
registration-ask-name = Đề nghị Anh/Chị gõ <b>tên đầy đủ của đơn vị</b>, như trên giấy chứng nhận đăng ký.
registration-ask-sectors = Đơn vị hoạt động trong <b>lĩnh vực</b> nào? Có thể chọn nhiều lĩnh vực, rồi bấm “Tiếp tục”.
registration-ask-commune =
    Đơn vị đặt tại <b>xã, phường, đặc khu</b> nào?
    Gõ tên, có dấu hay không dấu đều được, ví dụ: <i>{ $home_example }</i>. Địa chỉ cũ thì ghi cả huyện.
commune-of-before = 📍 <b>{ $former }</b> nay thuộc đơn vị hành chính dưới đây.
registration-choose-commune = Đề nghị chọn <b>xã, phường, đặc khu</b> của đơn vị. Nếu chưa đúng, Anh/Chị cứ gõ lại tên khác.
registration-ask-business-phone = Đề nghị gõ <b>số điện thoại chung của đơn vị</b> (tổng đài, văn phòng), không phải số riêng của Anh/Chị.
registration-button-no-phone = Không có số chung
registration-button-drop-phone = Bỏ số này
registration-ask-capabilities =
    Đơn vị có thể hỗ trợ bằng <b>năng lực</b> nào khi có sự cố? Chọn các mục phù hợp, rồi bấm “Tiếp tục”.
registration-nothing-picked = Chưa chọn mục nào.
registration-picked = Đã chọn { $count }: { $names }.
registration-button-none = Chưa có năng lực nào ▶
registration-ask-headcount =
    <b>{ $capability }</b> ({ $number }/{ $count })
    Đơn vị có thể huy động <b>bao nhiêu { $unit }</b>? Bấm một số hoặc gõ số khác.
registration-button-keep-count = Giữ nguyên { $counted }
registration-ask-person = Anh/Chị là người đại diện của đơn vị. Đề nghị gõ <b>họ và tên</b> của mình.
registration-ask-person-or-choose = Anh/Chị là người đại diện của đơn vị. Đề nghị gõ <b>họ và tên</b> của mình, hoặc chọn tên đang dùng trên Telegram.
registration-ask-title = <b>Chức danh</b> của Anh/Chị tại đơn vị là gì? Ví dụ: Giám đốc, Trưởng phòng Kỹ thuật.
registration-ask-phone =
    Đề nghị cho biết <b>số điện thoại</b> của Anh/Chị để liên hệ khi khẩn cấp.
    Gõ số, ví dụ 0912 345 678, hoặc bấm “📱 Gửi số của tôi” dưới ô nhập.
registration-share-contact = Để khỏi gõ, Anh/Chị có thể gửi số đang dùng với Telegram bằng nút dưới ô nhập.
registration-button-contact = 📱 Gửi số của tôi
registration-phone-written = Đã ghi số { $phone }.
registration-contact-button-gone = Đã ẩn nút gửi số điện thoại.
registration-ask-contact =
    Anh/Chị là đầu mối nào của đơn vị?
    <b>Đầu mối chính</b> được liên hệ trước; <b>đầu mối dự phòng</b> khi đầu mối chính vắng mặt. Cả hai đều nhận cảnh báo.
registration-button-primary = Đầu mối chính
registration-button-backup = Đầu mối dự phòng

registration-review = <b>Đề nghị Anh/Chị kiểm tra lại</b>
registration-question =
    ❓ <b>Điều phối viên hỏi:</b>
    <blockquote>{ $question }</blockquote>
registration-review-hint = Bấm ✏️ để sửa từng mục. Hồ sơ chỉ được gửi khi Anh/Chị bấm “Gửi đăng ký”.
registration-button-submit = Gửi đăng ký
registration-edit-tax-code = ✏️ Mã số thuế
registration-edit-name = ✏️ Tên đơn vị
registration-edit-sectors = ✏️ Lĩnh vực
registration-edit-commune = ✏️ Địa bàn
registration-edit-business-phone = ✏️ Điện thoại đơn vị
registration-edit-capabilities = ✏️ Năng lực
registration-edit-person = ✏️ Họ tên
registration-edit-title = ✏️ Chức danh
registration-edit-phone = ✏️ Điện thoại
registration-edit-contact = ✏️ Đầu mối

registration-unfinished = Anh/Chị đang đăng ký dở, đã đến phần <b>{ $part }</b>. Anh/Chị muốn tiếp tục hay làm lại từ đầu?
registration-button-resume = ▶ Tiếp tục
registration-button-restart = ↻ Làm lại từ đầu
registration-part-consent = đồng ý lưu dữ liệu
registration-part-tax-code = mã số thuế
registration-part-known = mã số thuế
registration-part-name = tên đơn vị
registration-part-sectors = lĩnh vực
registration-part-commune = địa bàn
registration-part-business-phone = điện thoại đơn vị
registration-part-capabilities = năng lực
registration-part-headcount = số lượng
registration-part-person = họ tên người đại diện
registration-part-title = chức danh
registration-part-phone = số điện thoại
registration-part-contact = đầu mối liên hệ
registration-part-review = kiểm tra lại và gửi

registration-submitted =
    ✔ <b>Đã gửi hồ sơ số { $number }</b>
    { $name }

    Điều phối viên của { $department } sẽ xem xét; kết quả hoặc câu hỏi thêm sẽ được gửi đến Anh/Chị ngay trong cuộc trò chuyện này. Khi được phê duyệt, đơn vị bắt đầu nhận cảnh báo.

    Trân trọng cảm ơn Quý đơn vị.
registration-submitted-join =
    ✔ <b>Đã gửi hồ sơ số { $number }</b>
    Đề nghị làm người đại diện của { $name }

    Đầu mối chính của đơn vị hoặc điều phối viên của { $department } sẽ xem xét; kết quả hoặc câu hỏi thêm sẽ được gửi đến Anh/Chị ngay trong cuộc trò chuyện này. Khi được phê duyệt, Anh/Chị bắt đầu nhận cảnh báo thay mặt đơn vị.

    Trân trọng cảm ơn Anh/Chị.

sector-telecom = Viễn thông
sector-postal = Bưu chính
sector-it = Công nghệ thông tin, công nghệ số

refusal-draft-gone = Nút này thuộc một thao tác đã hoàn tất, đã hủy hoặc đã làm lại. Không có gì thay đổi. Gõ /menu để tiếp tục.
refusal-step-passed = Nút này thuộc bước đã qua. Không có gì thay đổi; đề nghị dùng tin nhắn mới nhất bên dưới.
refusal-business-name-unfit = Tên đơn vị cần có chữ và dài từ { $shortest } đến { $longest } ký tự; vừa gõ { $length } ký tự. Đề nghị Anh/Chị gõ lại, ví dụ: Công ty TNHH Viễn thông Sông Lô.
refusal-person-name-unfit = Họ tên cần từ { $shortest } đến { $longest } ký tự và không có chữ số; vừa gõ { $length } ký tự. Đề nghị Anh/Chị gõ lại, ví dụ: Nguyễn Thị Lan.
refusal-job-title-unfit = Chức danh cần có chữ và dài từ { $shortest } đến { $longest } ký tự; vừa gõ { $length } ký tự. Đề nghị Anh/Chị gõ lại, ví dụ: Trưởng phòng Kỹ thuật.
refusal-people-unclear = “{ $text }” chưa cho biết số người. Câu này chỉ hỏi số người: đề nghị Anh/Chị gõ một số từ 1 đến { $largest }, ví dụ: 5 hoặc 5 người. Thiết bị và ghi chú được hỏi ở các câu sau.
refusal-headcount-unclear = Số lượng phải là một số từ 1 đến { $largest }. Đề nghị Anh/Chị gõ lại, ví dụ: 5.
refusal-no-sector-chosen = Đề nghị chọn ít nhất một lĩnh vực trước khi tiếp tục.
refusal-no-such-commune = Không tìm thấy xã, phường, đặc khu nào của { $home } giống “{ $text }”. Đề nghị Anh/Chị chỉ gõ tên, có dấu hay không dấu đều được, hoặc địa chỉ cũ có cả huyện. Đơn vị đặt ngoài { $home } chưa đăng ký ở đây được.
refusal-foreign-contact = Danh thiếp vừa gửi là của người khác. Đề nghị Anh/Chị gửi số của chính mình bằng nút “📱 Gửi số của tôi”, hoặc gõ số vào ô nhập.

## Trong menu và trong tệp dữ liệu

menu-entry-register = 📝 Đăng ký tham gia
command-register = Đăng ký tham gia mạng lưới
