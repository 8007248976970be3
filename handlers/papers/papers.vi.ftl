### Văn bản về sự cố

papers-button-offer = 📄 Văn bản
papers-button-back = ◀ Văn bản
papers-head = 📄 <b>{ $code }</b> · Văn bản dự thảo
papers-line-lacking = · { $name }: còn thiếu { $count } mục
papers-line-complete = · { $name }: đủ nội dung
papers-foot = <i>Số, ngày và chữ ký để trống. Anh/Chị bấm tên văn bản để xem, điền và tải về.</i>
papers-filled-already = Không còn mục nào đang chờ điền, nên “{ $words }” chưa được ghi vào đâu. Anh/Chị bấm tên văn bản bên dưới để tải về; cần sửa mục nào thì bấm số của mục đó.
papers-button-time-line = 📈 Dòng thời gian
paper-time-line-sheet = Dòng thời gian
paper-time-line-caption = { $code } · Dòng thời gian: { $count } việc
paper-form-initial = Báo cáo ban đầu (Mẫu 03)
paper-form-final = Báo cáo kết thúc (Mẫu 04)
paper-form-request = Yêu cầu điều phối (Mẫu 06)
paper-form-incident = Báo cáo diễn biến sự cố
paper-form-minutes = Biên bản họp trực tuyến
paper-head-lacking = 📄 <b>{ $code }</b> · { $name }
    Còn thiếu <b>{ $count }</b> mục bắt buộc (❗).
paper-head-complete = 📄 <b>{ $code }</b> · { $name }
    Đã đủ các mục bắt buộc.
paper-due = ⚖ { $what } · { $until }
paper-line = { $number }. { $label }: { $value }
paper-line-empty = { $number }. { $label }: –
paper-line-missing = { $number }. ❗ <b>{ $label }</b>
paper-button-fill = ✏️ Điền { $count } mục còn thiếu
paper-button-file = 📄 Tải tệp Word
paper-button-later = ⏭ Để sau
paper-button-known = ↩ Theo số liệu
paper-ask = ✏️ <b>{ $code }</b> · { $name }
    Đề nghị Anh/Chị gõ nội dung mục <b>{ $label }</b> (tối đa { $limit } ký tự).
paper-ask-now = Đang ghi: { $value }
paper-ask-left = <i>Sau mục này còn { $count } mục.</i>
paper-under-way = Đang soạn tệp, sẽ gửi ngay.
paper-caption = { $code } · { $name }: đủ nội dung, còn số, ngày và chữ ký
paper-caption-lacking = { $code } · { $name }: còn thiếu { $count } mục, để trống trong tệp

paper-file-initial = mau-03
paper-file-final = mau-04
paper-file-request = mau-06
paper-file-incident = dien-bien
paper-file-minutes = bien-ban
paper-file-time-line = dong-thoi-gian
paper-field-reporter-name = Tên tổ chức báo cáo
paper-field-reporter-address = Địa chỉ
paper-field-reporter-phone = Điện thoại
paper-field-reporter-email = Thư điện tử
paper-field-contact-name = Người liên hệ
paper-field-contact-title = Chức vụ
paper-field-contact-phone = Điện thoại người liên hệ
paper-field-contact-email = Thư điện tử người liên hệ
paper-field-operator = Đơn vị vận hành hệ thống
paper-field-owner = Cơ quan chủ quản
paper-field-system-name = Tên hệ thống
paper-field-system-level = Cấp độ
paper-field-system-addresses = Tên miền, địa chỉ IP của hệ thống
paper-field-security-provider = Đơn vị cung cấp dịch vụ an toàn thông tin
paper-field-connectivity-provider = Đơn vị cung cấp kết nối
paper-field-description = Mô tả sự cố
paper-field-detected-at = Thời điểm phát hiện
paper-field-handled = Trạng thái xử lý
paper-field-how-detected = Cách phát hiện
paper-field-notified = Đã thông báo cho
paper-field-operating-system = Hệ điều hành
paper-field-system-services = Dịch vụ trên hệ thống
paper-field-safeguards = Biện pháp bảo vệ đang áp dụng
paper-field-public-addresses = Địa chỉ IP công khai
paper-field-domains = Tên miền liên quan
paper-field-purpose = Mục đích sử dụng hệ thống
paper-field-attached = Tài liệu kèm theo
paper-field-confidential = Yêu cầu giữ kín
paper-field-requests = Kiến nghị, đề xuất
paper-field-reported-at = Thời điểm báo cáo
paper-field-initial-number = Số báo cáo ban đầu
paper-field-initial-day = Ngày báo cáo ban đầu
paper-field-result = Kết quả xử lý
paper-field-cause = Nguyên nhân
paper-field-lessons = Bài học kinh nghiệm
paper-field-coordination-request = Nội dung đề nghị phối hợp
paper-field-coordination-until = Thời hạn phối hợp
paper-field-meeting-at = Thời gian họp
paper-field-meeting-place = Địa điểm, địa chỉ họp trực tuyến
paper-field-meeting-chair = Chủ trì
paper-field-meeting-words = Nội dung trao đổi
paper-field-meeting-conclusion = Kết luận

paper-part-reporter = Tổ chức báo cáo
paper-part-contact = Người liên hệ
paper-part-system = Hệ thống bị ảnh hưởng
paper-part-happened = Thông tin về sự cố
paper-part-technical = Thông tin kỹ thuật
paper-part-wishes = Kiến nghị và thời điểm báo cáo
paper-part-initial = Báo cáo ban đầu
paper-part-result = Kết quả
paper-part-reason = Lý do
paper-part-request = Nội dung đề nghị
paper-part-overview = Tóm tắt sự cố
paper-part-course = Diễn biến
paper-part-help = Trả lời của các đơn vị
paper-part-work = Nhiệm vụ đã giao
paper-part-meeting = Cuộc họp
paper-part-present = Thành phần được mời
paper-part-spoken = Nội dung cuộc họp

paper-detected-by-report = Đơn vị thành viên phát hiện và báo lúc { $at } ({ $code })
paper-handled-open = Chưa xử lý xong, đang huy động lực lượng
paper-handled-handling = Đang xử lý
paper-handled-closed = Đã xử lý, kết thúc lúc { $at }
paper-result-done = { $who } hoàn thành “{ $what }” lúc { $at }
paper-result-took = Thời gian từ khi phát cảnh báo đến khi kết thúc: { $elapsed }
paper-lessons-well = Điều làm tốt: { $words }
paper-lessons-change = Cần thay đổi: { $words }

paper-column-number = TT
paper-column-at = Thời điểm
paper-column-what = Diễn biến
paper-column-business = Đơn vị
paper-column-answer = Trả lời
paper-column-code = Mã
paper-column-task = Nội dung
paper-column-due = Hạn
paper-column-state = Trạng thái
paper-column-name = Họ và tên
paper-column-office = Cơ quan
paper-column-came = Kết quả mời
paper-table-empty = Không có.

paper-answers-counted = { $total } đơn vị trả lời: { $counts }. Danh sách tại Phụ lục.
paper-answers-of = { $answer } { $count }
paper-appendix = Phụ lục
paper-appendix-of = (Kèm theo { $kind } số{ $blank }ngày{ $blank }tháng{ $blank }năm { $year } của { $department })
paper-answer-ready = Sẵn sàng
paper-answer-ready-30 = Sẵn sàng sau 30 phút
paper-answer-ready-60 = Sẵn sàng sau 1 giờ
paper-answer-ready-120 = Sẵn sàng sau 2 giờ
paper-answer-remote = Hỗ trợ từ xa
paper-answer-needs-info = Cần thêm thông tin
paper-answer-cannot = Không thể tham gia

paper-republic = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
paper-motto = Độc lập - Tự do - Hạnh phúc
paper-letter-about = V/v { $about }
# Những từ không có chữ cái trong tên viết tắt của cơ quan.
paper-unlettered = và của tỉnh thành phố
paper-above = UBND { $home }
paper-place-and-day = { $place }, ngày { $blank } tháng { $blank } năm { $year }
paper-number = Số:{ $blank }
paper-symbol-report = /BC-{ $office }
paper-symbol-letter = /{ $office }
paper-symbol-letter-by = /{ $office }-{ $unit }
paper-symbol-minutes = /BB-{ $office }
paper-about-initial = Ban đầu sự cố mạng { $code }: { $title }
paper-about-final = Kết thúc ứng phó sự cố mạng { $code }: { $title }
paper-about-request = đề nghị phối hợp ứng cứu sự cố { $code }: { $title }
paper-about-incident = Diễn biến và kết quả xử lý sự cố { $code }: { $title }
paper-about-minutes = Họp trực tuyến về sự cố { $code }: { $title }
paper-type-initial = Báo cáo
paper-type-final = Báo cáo
paper-type-request = Công văn
paper-type-incident = Báo cáo
paper-type-minutes = Biên bản
paper-to = Kính gửi:
paper-to-initial = Cơ quan điều phối quốc gia về ứng cứu sự cố
paper-to-final = Cơ quan điều phối quốc gia về ứng cứu sự cố
paper-to-request = Các đơn vị thành viên { $network }
paper-to-incident = Ủy ban nhân dân { $home }
paper-to-minutes = -
paper-closing-initial = Trên đây là báo cáo ban đầu của { $department }. Trân trọng.
paper-closing-final = Trên đây là báo cáo kết thúc của { $department }. Trân trọng.
paper-closing-request = { $department } đề nghị Quý đơn vị phối hợp. Trân trọng.
paper-closing-incident = Trên đây là báo cáo của { $department }. Trân trọng.
paper-closing-minutes = Biên bản được các thành phần dự họp thống nhất thông qua.
paper-signer = KT. GIÁM ĐỐC
    PHÓ GIÁM ĐỐC
paper-chair = CHỦ TRÌ
paper-secretary = THƯ KÝ
paper-copies = Nơi nhận:
paper-copies-kept = Lưu: VT
paper-copies-kept-by = Lưu: VT, { $unit }
paper-copies-initial = Như trên
    UBND { $home } (để báo cáo)
    Công an { $home_kind }
paper-copies-final = Như trên
    UBND { $home } (để báo cáo)
    Công an { $home_kind }
paper-copies-request = Như trên
paper-copies-incident = Như trên
paper-copies-minutes = Các thành phần dự họp

menu-entry-halfyear = 📑 Mẫu 05
command-halfyear = Báo cáo tổng hợp sáu tháng (Mẫu 05)
half-year-head = 📄 <b>Báo cáo tổng hợp (Mẫu 05)</b> · sáu tháng { $half ->
        [1] đầu
       *[other] cuối
    } năm { $year }
half-year-figures = Sự cố: <b>{ $total }</b> · tự xử lý { $alone } · có đơn vị hỗ trợ { $helped } · chuyển cấp trên { $above }
half-year-line = · { $name }: { $count }
half-year-due = ⏰ { $name }: trước ngày { $at }
half-year-source = <i>Theo { $source }.</i>
half-year-source-unconfirmed = <i>Theo { $source }; chưa đối chiếu với văn bản gốc.</i>
half-year-rule-half-year = Báo cáo sáu tháng
half-year-rule-yearly-internal = Báo cáo năm, nội bộ
half-year-rule-yearly-ministry = Báo cáo năm, gửi bộ
half-year-foot = <i>Chỉ tính sự cố thật, theo ngày phát cảnh báo; không tính diễn tập. Số, ngày và chữ ký để trống.</i>
half-year-button = sáu tháng { $half ->
        [1] đầu
       *[other] cuối
    } năm { $year }
half-year-caption = Mẫu 05 · sáu tháng { $half ->
        [1] đầu
       *[other] cuối
    } năm { $year }: còn số, ngày, chữ ký và các mục ghi tay
exercise-report-caption = DIỄN TẬP · { $code }: báo cáo, còn số, ngày, chữ ký và phần đánh giá
refusal-half-year-unknown = Không có kỳ báo cáo này, hoặc kỳ chưa bắt đầu. Đề nghị Anh/Chị mở lại /mau05.
refusal-drill-not-over = Diễn tập chưa kết thúc nên chưa có báo cáo.

paper-about-half-year = Tổng hợp về hoạt động tiếp nhận và xử lý sự cố từ ngày { $begins } đến ngày { $ends }
half-year-until = Kỳ báo cáo chưa hết; số liệu tính đến { $at }.
paper-about-exercise = Kết quả diễn tập { $code }: { $title }
paper-type-half-year = Báo cáo
paper-type-exercise = Báo cáo
paper-to-half-year = Cơ quan điều phối quốc gia về ứng cứu sự cố
paper-to-exercise = Ủy ban nhân dân { $home }
paper-closing-half-year = Trên đây là báo cáo tổng hợp của { $department }. Trân trọng.
paper-closing-exercise = Trên đây là báo cáo kết quả diễn tập của { $department }. Trân trọng.
paper-copies-half-year = Như trên
    UBND { $home } (để báo cáo)
    Công an { $home_kind }
paper-copies-exercise = Như trên
    Các đơn vị tham gia diễn tập
half-year-part-counts = Số lượng sự cố và cách thức xử lý
half-year-part-helpers = Các tổ chức trong nước hỗ trợ xử lý sự cố
half-year-part-foreign = Các tổ chức nước ngoài hỗ trợ xử lý sự cố
half-year-part-wishes = Đề xuất, kiến nghị
half-year-foreign-names = Tên tổ chức, nội dung hỗ trợ
half-year-total = Tổng cộng
half-year-column-number = TT
half-year-column-type = Loại sự cố, tấn công mạng
half-year-column-total = Số lượng
half-year-column-alone = Tự xử lý
half-year-column-helped = Có hỗ trợ trong nước
half-year-column-foreign = Có hỗ trợ nước ngoài
half-year-column-escalated = Đề nghị cấp trên hỗ trợ
half-year-column-helper = Tên tổ chức
half-year-column-times = Số sự cố đã hỗ trợ
exercise-report-overview = Thông tin chung
exercise-report-scores = Kết quả từng đơn vị
exercise-report-replies = Trả lời từng tình huống
exercise-report-judged = Đánh giá, kiến nghị
exercise-report-began = Bắt đầu
exercise-report-ended = Kết thúc
exercise-report-told = Hình thức
exercise-report-announced = có báo trước
exercise-report-unannounced = không báo trước
exercise-report-partaking = Số đơn vị tham gia
exercise-report-answered = Số lượt trả lời
exercise-report-minutes = Thời gian trả lời trung bình (phút)
exercise-report-points = Điểm chung (thang 100)
exercise-report-never = chưa phát
exercise-report-went-well = Việc làm tốt
exercise-report-to-change = Việc cần thay đổi
exercise-report-left-out = Còn { $count } lượt trả lời không ghi ở đây; tệp Excel kết quả diễn tập có đủ các đơn vị.
exercise-column-number = TT
exercise-column-at = Thời điểm
exercise-column-inject = Tình huống
exercise-column-expected = Việc cần làm
exercise-column-business = Đơn vị
exercise-column-points = Điểm
exercise-column-seen = Đã xem
exercise-column-answered = Trả lời
exercise-column-done = Thực hiện
exercise-column-minutes = Số phút
exercise-column-result = Kết quả
exercise-column-took = Số phút
exercise-result-done = Đã thực hiện
exercise-result-cannot = Không thực hiện được
exercise-result-said = Đã trả lời
exercise-result-seen = Đã xem, không trả lời
exercise-result-silent = Không trả lời

timeline-began = Sự cố bắt đầu
timeline-reported = { $who } báo
timeline-reported-quietly = Có báo cáo kín
timeline-declared = Phát cảnh báo tới các đơn vị
timeline-answered = { $who } trả lời: { $answer }
timeline-reminded = Nhắc các đơn vị chưa trả lời
timeline-wave = Gọi thêm { $count } đơn vị
timeline-raised = Nâng mức độ
timeline-enough = Đủ lực lượng cần
timeline-corrected = { $who } đính chính
timeline-update = { $who } cập nhật tình hình
timeline-command = { $who } nhận chỉ huy
timeline-task-given = Giao nhiệm vụ cho { $who }
timeline-task-done = { $who } báo hoàn thành nhiệm vụ
timeline-task-blocked = { $who } báo vướng mắc
timeline-arrived = { $who } có mặt tại chỗ
timeline-left = { $who } rút khỏi hiện trường
timeline-escalated = Chuyển cấp trên
timeline-ended = { $who } kết thúc cảnh báo
timeline-reopened = { $who } mở lại sự cố

file-sheet-paper-answers = Nội dung đã điền vào văn bản
refusal-paper-field-unknown = Văn bản không có mục này. Đề nghị Anh/Chị mở lại danh sách văn bản.
refusal-paper-value-length = Nội dung có { $length } ký tự. Đề nghị Anh/Chị gõ từ 1 đến { $limit } ký tự.
refusal-paper-words-tell-nothing = Mục này cần ghi cách phát hiện, nên “không có” chưa được ghi. Đề nghị Anh/Chị gõ cách phát hiện; nếu chưa rõ thì bấm Để sau hoặc Hủy, mục sẽ để trống.
refusal-paper-day-unclear = Hệ thống chưa hiểu ngày vừa gõ. Đề nghị Anh/Chị viết theo một trong các cách: { $today } · hôm nay · hôm qua · thứ hai.
refusal-paper-moment-ahead = Mục này ghi thời điểm đã qua, còn nội dung vừa gõ chưa tới hoặc chưa rõ năm. Đề nghị Anh/Chị gõ lại đủ cả năm, ví dụ: { $example }.
