### Tuyên dương: phát hiện sớm, khắc phục kịp thời, chia sẻ bài học

menu-entry-honours = 🏅 Tuyên dương
command-honours = Tuyên dương các đơn vị

honour-head = 🏅 <b>{ $kind }</b> · { $code }
honour-kind-early = Phát hiện sớm
honour-kind-recovery = Khắc phục kịp thời
honour-kind-lesson = Chia sẻ bài học
honour-business = <b>{ $name }</b>
honour-happened = Thời điểm: { $at }
honour-report = Tin báo: { $code }
honour-sentence-early = Phát hiện và báo sớm { $code } lúc { $at }{ $minutes ->
        [0] {""}
       *[other] , trước cảnh báo { $won }
    }.
honour-sentence-tasks = Hoàn thành { $count } nhiệm vụ của { $code } trong hạn{ $minutes ->
        [0] {""}
       *[other] , còn { $won } trước hạn
    }.
honour-sentence-end = Tham gia khắc phục { $code } đến khi kết thúc, trong hạn{ $minutes ->
        [0] {""}
       *[other] , còn { $won } trước hạn
    }.
honour-sentence-lesson = Chia sẻ bài học { $code } để các đơn vị khác phòng tránh.

honour-state-proposed = ⏳ Đề xuất từ dữ liệu đã ghi, chưa gửi cho ai.
honour-state-confirmed = ✔ Đã xác nhận, đã gửi lời cảm ơn tới đơn vị.
honour-state-dropped = Không tuyên dương; đơn vị không được báo gì.
honour-short-proposed = đề xuất
honour-short-confirmed = đã xác nhận
honour-short-dropped = không tuyên dương
honour-reason = Lý do (chỉ điều phối viên xem): { $text }
honour-consent-open = Đơn vị chưa trả lời có được nêu tên không: chưa nêu.
honour-consent-yes = ✔ Đơn vị đồng ý được nêu tên.
honour-consent-no = Đơn vị không muốn được nêu tên.
honour-is-out = ✔ Đã đưa vào tin gửi mạng lưới.
honour-confirmed = Đã xác nhận. Lời cảm ơn đang được gửi tới đơn vị.
honour-button-confirm = ✔ Xác nhận, cảm ơn đơn vị
honour-button-sentence = ✏️ Sửa câu ghi nhận
honour-button-drop = Không tuyên dương
honour-button-known = Dùng lại câu gợi ý
honour-button-list = ◀ Tuyên dương
honour-ask-sentence = Đề nghị gõ câu ghi nhận trong một dòng (tối đa { $limit } ký tự). Đơn vị, và mạng lưới nếu đơn vị đồng ý, sẽ đọc câu này.
honour-ask-reason = Vì sao không tuyên dương? Đề nghị gõ trong một dòng (tối đa { $limit } ký tự). Lý do chỉ để điều phối viên xem, không gửi cho ai.
honour-sentence-now = Câu đang dùng: { $text }

honour-thanks = { $department } trân trọng cảm ơn <b>{ $name }</b>.
honour-ask-open = Có được nêu tên Quý đơn vị khi tuyên dương trong mạng lưới không? Không chọn nghĩa là không nêu tên.
honour-ask-yes = ✔ Quý đơn vị đồng ý được nêu tên. Có thể rút lại bất cứ lúc nào.
honour-ask-no = Sẽ không nêu tên Quý đơn vị. Có thể chọn lại bất cứ lúc nào.
honour-button-yes = Đồng ý nêu tên
honour-button-no = Xin không nêu tên
honour-button-take-back = Rút lại, không nêu tên nữa
honour-say-no = Không nêu tên
honour-asked = Về lời cảm ơn { $code } ({ $title }): { $text }
honour-kept-yes = Đã ghi nhận: được nêu tên.
honour-kept-no = Đã ghi nhận: không nêu tên.

honours-proposed = 🏅 <b>{ $code }</b>: có { $count } đề xuất tuyên dương.
honours-proposed-note = Chưa đơn vị nào được báo. Đề nghị xem, sửa câu ghi nhận nếu cần, rồi xác nhận hoặc bỏ qua.
honours-button-look = Xem đề xuất tuyên dương

honours-head-proposed = 🏅 <b>Đề xuất tuyên dương</b> ({ $count }{ $drills })
honours-head-thanked = 🏅 <b>Đã cảm ơn</b> ({ $count }{ $drills })
honours-head-dropped = 🏅 <b>Không tuyên dương</b>
honours-head-named = 🏅 <b>Tuyên dương năm { $year }</b>
honours-head-drills = DIỄN TẬP · 🏅 <b>Tuyên dương trong diễn tập năm { $year }</b>
honours-of-drills = ; diễn tập: { $count }
honours-line = { $number }. { $drill }<b>{ $name }</b>
    { $text }
honours-none = Không có mục nào.
honours-none-proposed = Không có đề xuất nào đang chờ. Sau khi sự cố hoặc diễn tập kết thúc, danh sách đề xuất đơn vị đã:
    ▪ báo trước khi có cảnh báo;
    ▪ làm xong nhiệm vụ đúng hạn;
    ▪ tham gia đến khi kết thúc trong thời hạn cần hỗ trợ.
    Đơn vị có bài học đã gửi tới mạng lưới cũng được đề xuất.
honours-own = 🏅 <b>Ghi nhận dành cho đơn vị của Anh/Chị</b>
honours-named-none = Chưa có đơn vị nào được nêu tên trong năm này.
honours-note-proposed = <i>Phát hiện sớm là tốt, khắc phục kịp thời là tốt, chia sẻ bài học là tốt. Bấm số để xem, sửa câu, xác nhận.</i>
honours-note-thanked = <i>Chỉ đơn vị đồng ý mới được nêu tên với mạng lưới.</i>
honours-note-dropped = <i>Danh sách này chỉ điều phối viên xem. Bấm số để xem lý do, hoặc xác nhận lại.</i>
honours-button-proposed = Đề xuất
honours-button-thanked = Đã cảm ơn
honours-button-dropped = Đã bỏ qua
honours-button-named = Đã nêu tên
honours-button-drills = Trong diễn tập
honours-button-releases = 📨 Nêu tên với mạng lưới
honours-button-paper-letters = Giấy khen { $year } (.docx)
honours-button-paper-list = Danh sách { $year } (.xlsx)

honours-releases = 📨 <b>Nêu tên với mạng lưới</b>
    Chỉ gồm đơn vị đã đồng ý. Diễn tập và việc có nhãn hẹp gửi riêng. Bấm để xem trước:
honours-releases-none = Chưa có đơn vị nào đồng ý nêu tên mà chưa được nêu.
honours-button-batch-network = Toàn mạng lưới: { $count } ghi nhận
honours-button-batch-drill = DIỄN TẬP: { $count } ghi nhận
honours-button-batch-few = { $code }, người đã biết việc: { $count } ghi nhận
honours-button-release = 📨 Gửi tới { $people } người
honours-released = Đang gửi tới { $people } người.
honours-named = 🏅 <b>Tuyên dương</b>
honours-named-drill = DIỄN TẬP · 🏅 <b>Tuyên dương trong diễn tập</b>
honours-named-words = { $department } trân trọng cảm ơn và tuyên dương:
honours-named-foot = <i>Phát hiện sớm là tốt, khắc phục kịp thời là tốt, chia sẻ bài học là tốt.</i>
honours-named-nobody = Nội dung này đã được rút lại.
honour-line = ▪ <b>{ $name }</b>: { $text }

honours-letters-caption = Giấy khen { $year } (dự thảo): { $count } đơn vị đã đồng ý nêu tên, không gồm diễn tập. Số, ngày và chữ ký để trống.
honours-list-caption = Danh sách tuyên dương { $year }: { $count } ghi nhận được nêu tên; diễn tập (trang riêng): { $drills }; không nêu tên: { $unnamed }
honour-letter-title = Giấy khen năm { $year }
honour-letter-symbol = /GK-{ $office }
honour-letter-type = Giấy khen
honour-letter-words = Giám đốc { $department } tặng Giấy khen cho { $name }, đã có thành tích trong công tác ứng cứu sự cố của { $network } năm { $year }, cụ thể:
honour-letter-sentence-early = Phát hiện và báo sớm sự cố “{ $title }” lúc { $at }{ $minutes ->
        [0] {""}
       *[other] , trước cảnh báo { $won }
    }
honour-letter-sentence-tasks = Hoàn thành { $count } nhiệm vụ ứng cứu sự cố “{ $title }” trong hạn, ngày { $day }{ $minutes ->
        [0] {""}
       *[other] , còn { $won } trước hạn
    }
honour-letter-sentence-end = Tham gia khắc phục sự cố “{ $title }” đến khi kết thúc, trong hạn, ngày { $day }{ $minutes ->
        [0] {""}
       *[other] , còn { $won } trước hạn
    }
honour-letter-sentence-lesson = Chia sẻ bài học “{ $title }” ngày { $day } để các đơn vị khác phòng tránh
honour-letter-line = - { $text }{ $end }
honour-letter-decision = Theo Quyết định số { $dots }/QĐ-{ $office } ngày { $dots } tháng { $dots } năm { $year } của Giám đốc { $department }.
honour-letter-signer = GIÁM ĐỐC
honour-letter-copies = { $name }
honour-sheet-real = Tuyên dương
honour-sheet-drills = Diễn tập
honour-title-real = Danh sách tuyên dương năm { $year }
honour-title-drills = DIỄN TẬP · Danh sách tuyên dương năm { $year }
honour-column-number = TT
honour-column-business = Đơn vị
honour-column-tax-code = Mã số thuế
honour-column-kind = Loại
honour-column-code = Sự cố, bài học
honour-column-at = Thời điểm
honour-column-words = Ghi nhận
honour-unnamed = Ngoài ra có { $count } ghi nhận của đơn vị không nêu tên.

refusal-honour-unknown = Không tìm thấy mục tuyên dương này.
refusal-honour-decided = Mục này đã có quyết định lúc { $at }.
refusal-honour-sentence-length = { $length ->
    [0] Chưa có câu ghi nhận. Đề nghị ghi một câu.
   *[other] Câu ghi nhận dài { $length } ký tự, tối đa { $limit }. Đề nghị rút gọn.
    }
refusal-honour-reason-missing = Đề nghị gõ lý do, tối đa { $limit } ký tự.
refusal-nobody-to-honour = Không còn ai chờ nêu tên: điều phối viên khác đã gửi, hoặc đơn vị đã rút lại.

file-sheet-honours = Tuyên dương
file-sheet-honour-releases = Tin nêu tên đã gửi
file-message-honours-proposed = đề xuất tuyên dương
file-message-honour-thanks = lời cảm ơn
file-message-honour-named = tuyên dương
