### Số liệu theo kỳ và bản tin

menu-entry-figures = 🔢 Số liệu kỳ
command-figures = Số liệu theo tuần, tháng, quý, năm; bản tin định kỳ
refusal-period-unclear = Hệ thống chưa hiểu kỳ này. Đề nghị Anh/Chị gõ, ví dụ: “tháng 10”, “quý 3/2026”, “tuần trước”, “năm 2026”.
refusal-period-ahead = Kỳ này chưa bắt đầu nên chưa có số liệu.

figures-period-w = tuần { $number }/{ $year }
figures-period-m = tháng { $number }/{ $year }
figures-period-q = quý { $number }/{ $year }
figures-period-y = năm { $year }
figures-days-of = { $first }–{ $last }
figures-head-overview = 🔢 <b>Số liệu { $name }</b> ({ $days })
figures-head-times = 🔢 <b>Thời gian ứng cứu { $name }</b> ({ $days })
figures-head-answers = 🔢 <b>Trả lời { $name }</b> ({ $days })
figures-head-work = 🔢 <b>Công việc { $name }</b> ({ $days })
figures-head-drills = 🔢 <b>DIỄN TẬP { $name }</b> ({ $days })
figures-beside = <i>Kỳ trước (số trong ngoặc): { $before }.</i>
figures-until = <i>Tính đến { $until }; kỳ trước (số trong ngoặc): cùng khoảng của { $before }.</i>
figures-nothing = Không có gì: trong kỳ không có sự cố, vấn đề, diễn tập, nhiệm vụ hay thông báo đến hạn, bài học, tuyên dương nào.
figures-type-another = <i>Anh/Chị có thể gõ kỳ khác: “tháng 10”, “quý 3/2026”, “tuần trước”.</i>

figures-incidents = <b>Sự cố: { $count }</b> ({ $before }), đã kết thúc { $ended }
figures-severities = Mức độ: { $counts }
figures-types = Loại: { $counts }
figures-types-more = loại khác { $count }
figures-problems = Vấn đề chuyển đổi số: { $count } ({ $before })
figures-first-ready = Sẵn sàng đầu tiên, trung vị: { $median } · kỳ trước { $before }
figures-answered = Đơn vị trả lời: { $share } ({ $before })
figures-unreached = Người không nhận được tin: { $count } ({ $before })
figures-tasks = Nhiệm vụ trễ: { $late }/{ $count } ({ $before })
figures-duties = Thông báo theo luật trễ: { $late }/{ $count } ({ $before })
figures-owed = <b>Thông báo theo luật đang quá hạn: { $count }</b>
figures-reports = <b>Báo cáo định kỳ sắp đến hạn</b>
figures-report-due = · ⏰ { $name }: trước ngày { $at } (/mau05)
figures-duties-more = · và { $count } việc khác
figures-duty-open = · ⏰ { $code }: { $what }, hạn { $at }, chưa báo
figures-duty-late = · { $code }: { $what }, hạn { $at }, đã báo trễ
figures-lessons = Bài học đã gửi: { $count } ({ $before })
figures-lessons-said = · Đơn vị trả lời: { $share }, đã áp dụng { $applied }
figures-lessons-closed = Bài học kết thúc: { $count } ({ $before })
figures-honours = Tuyên dương: { $count } ({ $before })
figures-drills = DIỄN TẬP (tính riêng): { $count } ({ $before })
figures-drill-alerts = Cảnh báo diễn tập: { $count } ({ $before })
figures-drill-scripted = Diễn tập theo kịch bản: { $count } ({ $before })
figures-drill-injects = · Tình huống được trả lời: { $share }
figures-drill-tests = Kiểm tra liên lạc: { $count } ({ $before })
figures-drill-confirmed = · Người xác nhận: { $share }

figures-time = <b>{ $name }</b>: { $spread } · kỳ trước { $before }
figures-sector = <b>{ $name }</b>: { $share } ({ $before }); thời gian: { $spread }
figures-all-sectors = Tất cả
figures-time-detected = Phát hiện
figures-time-alerted = Cảnh báo đầu tiên
figures-time-ready = Sẵn sàng đầu tiên
figures-time-headcount = Đủ số người cần
figures-time-all-clear = Kết thúc
figures-seconds = { $count } giây
figures-minutes = { $count } phút
figures-hours = { $count } giờ
figures-days = { $count } ngày
figures-median = { $median }, n = { $count }
figures-spread = trung vị { $median }, 90% trong { $ninetieth }, n = { $count }
figures-too-few = chưa đủ số liệu, n = { $count } < { $fewest }
figures-no-values = không có, n = 0
figures-share = { $share } · { $part }/{ $whole }
figures-none = không có

figures-how = <blockquote expandable>Cách tính
    { $words }</blockquote>
figures-how-overview = Kỳ gồm các sự cố được khai báo trong kỳ, kể cả khi kết thúc sau đó; không tính diễn tập. Sẵn sàng đầu tiên: từ khi khai báo đến câu trả lời “sẵn sàng” đầu tiên. Trả lời: mỗi đơn vị được gọi ở mỗi sự cố tính một lần. Nhiệm vụ, thông báo: có hạn trong kỳ; trễ là hoàn thành sau hạn hoặc chưa hoàn thành. n là số trường hợp đo được; dưới 3 thì không nêu trung vị.
figures-how-times = Phát hiện: từ lúc bắt đầu (nếu biết) đến dấu hiệu đầu tiên (tin báo sớm nhất không mật, hoặc khai báo). Cảnh báo đầu tiên: từ dấu hiệu đầu tiên đến tin đầu tiên được gửi. Sẵn sàng, đủ người, kết thúc: từ khi khai báo. Trung vị và mức 90%: nội suy tuyến tính như PERCENTILE.INC; dưới 3 trường hợp thì không nêu.
figures-how-answers = Mỗi đơn vị được gọi ở mỗi sự cố tính một lần; câu trả lời nào cũng tính. Đơn vị thuộc hai ngành tính ở cả hai. Thời gian: từ tin đầu tiên gửi cho người của đơn vị đến câu trả lời đầu tiên; 90%: nội suy tuyến tính (PERCENTILE.INC). Người không nhận được tin: Telegram từ chối ít nhất một cảnh báo trong kỳ; mỗi người tính một lần.
figures-how-work = Nhiệm vụ và thông báo theo luật: có hạn trong kỳ, không tính việc đã hủy, từ chối hoặc không áp dụng. Trễ là hoàn thành sau hạn hoặc đến nay chưa hoàn thành. Bài học: gửi trong kỳ, kết thúc trong kỳ. Tuyên dương: được xác nhận trong kỳ.
figures-how-drills = Diễn tập không nằm trong bất kỳ số liệu nào khác. Cảnh báo diễn tập tính như sự cố. Kịch bản: bắt đầu trong kỳ. Kiểm tra liên lạc: hỏi trong kỳ; mỗi người ở mỗi lần tính một lần.

figures-button-overview = Tổng quan
figures-button-times = Thời gian
figures-button-answers = Trả lời
figures-button-work = Công việc
figures-button-drills = Diễn tập
figures-button-w = Tuần
figures-button-m = Tháng
figures-button-q = Quý
figures-button-y = Năm
figures-button-charts = Biểu đồ
figures-button-xlsx = 📄 Excel
figures-button-docx = 📄 Word
figures-button-digests = 📰 Bản tin
figures-button-figures = 🔢 Số liệu
figures-button-unreached = 📵 Danh sách { $code }
figures-under-way = Đang lập tệp, sẽ gửi ngay.
figures-caption = Số liệu { $name } ({ $days })
figures-no-charts = Không có sự cố nào trong { $name } nên không có biểu đồ.
figures-file-name = so-lieu

figures-chart-types = Sự cố theo loại, { $name }
figures-chart-times = Thời gian ứng cứu (trung vị), { $name }
figures-chart-sectors = Tỷ lệ đơn vị trả lời theo ngành, { $name }
figures-chart-count = { $name } (n = { $count })
figures-chart-left-out = Khoảng có dưới { $fewest } trường hợp không được vẽ.
figures-scale-types = số sự cố
figures-scale-sectors = phần trăm
figures-scale-minutes = phút
figures-scale-hours = giờ

figures-column-what = Chỉ tiêu
figures-column-now = { $name }
figures-column-before = { $name } (kỳ trước)
figures-column-time = Khoảng thời gian
figures-column-count = n
figures-column-median = Trung vị
figures-column-ninetieth = Mức 90%
figures-column-median-before = Trung vị kỳ trước
figures-column-sector = Ngành
figures-column-called = Lượt gọi
figures-column-rate = Tỷ lệ trả lời
figures-column-rate-before = Tỷ lệ kỳ trước
figures-row-incidents = Sự cố
figures-row-ended = Sự cố đã kết thúc
figures-row-problems = Vấn đề chuyển đổi số
figures-row-first-ready = Sẵn sàng đầu tiên (trung vị)
figures-row-answered = Đơn vị trả lời
figures-row-unreached = Người không nhận được tin
figures-row-tasks = Nhiệm vụ đến hạn
figures-row-tasks-late = Nhiệm vụ trễ
figures-row-duties = Thông báo theo luật đến hạn
figures-row-duties-late = Thông báo theo luật trễ
figures-row-lessons = Bài học đã gửi
figures-row-lessons-answered = Đơn vị trả lời về bài học
figures-row-lessons-applied = Đơn vị đã áp dụng bài học
figures-row-lessons-closed = Bài học đã kết thúc
figures-row-honours = Tuyên dương
figures-row-drill-alerts = Cảnh báo diễn tập
figures-row-drill-answered = Đơn vị trả lời cảnh báo diễn tập
figures-row-drill-ready = Sẵn sàng đầu tiên khi diễn tập (trung vị)
figures-row-drill-scripted = Diễn tập theo kịch bản
figures-row-drill-injects = Tình huống được trả lời
figures-row-tests = Kiểm tra liên lạc
figures-row-confirmed = Người xác nhận liên lạc

figures-table-whole = Số liệu chung
figures-table-kinds = Sự cố theo mức độ và loại
figures-table-times = Thời gian ứng cứu
figures-table-sectors = Trả lời theo ngành
figures-table-drills = Diễn tập (tính riêng, không nằm trong các mục trên)
figures-table-charts = Biểu đồ
figures-table-definitions = Cách tính
figures-sheet-whole = Số liệu chung
figures-sheet-kinds = Mức độ, loại
figures-sheet-times = Thời gian
figures-sheet-sectors = Theo ngành
figures-sheet-drills = Diễn tập
figures-sheet-definitions = Cách tính
figures-sheet-units = Thời gian tính bằng phút; tỷ lệ tính bằng phần trăm.
figures-sheet-until = tính đến { $until }

figures-about = Số liệu ứng cứu sự cố { $name }
figures-opening = Số liệu của { $days }, so với { $before }.
figures-opening-until = Số liệu của { $days }, tính đến { $until }, so với cùng khoảng của { $before }.
figures-opening-nothing = Trong kỳ không có sự cố, vấn đề, diễn tập, nhiệm vụ hay thông báo đến hạn, bài học, tuyên dương nào.
figures-closing = Trên đây là số liệu ứng cứu sự cố của { $department }, trân trọng báo cáo
figures-copies = Như trên

figures-defined-period = Kỳ
figures-definition-period = Kỳ gồm các sự cố được khai báo trong kỳ, kể cả khi kết thúc sau đó. Tuần bắt đầu từ thứ hai. Kỳ chưa hết được so với cùng khoảng thời gian của kỳ trước.
figures-defined-times = Khoảng thời gian
figures-definition-times = Phát hiện: từ lúc sự cố bắt đầu (nếu biết) đến dấu hiệu đầu tiên, là tin báo sớm nhất không mật hoặc thời điểm khai báo. Cảnh báo đầu tiên: từ dấu hiệu đầu tiên đến tin đầu tiên được gửi. Sẵn sàng đầu tiên, đủ số người cần (lần sau cùng), kết thúc (lần sau cùng): từ khi khai báo.
figures-defined-answers = Trả lời
figures-definition-answers = Mỗi đơn vị được gọi ở mỗi sự cố tính một lượt; câu trả lời nào cũng tính. Đơn vị thuộc hai ngành tính ở cả hai ngành, và một lần ở dòng “Tất cả”. Thời gian trả lời: từ tin đầu tiên gửi cho người của đơn vị đến câu trả lời đầu tiên.
figures-defined-unreached = Người không nhận được tin
figures-definition-unreached = Người mà Telegram từ chối nhận ít nhất một cảnh báo trong kỳ; mỗi người tính một lần.
figures-defined-tasks = Nhiệm vụ trễ
figures-definition-tasks = Nhiệm vụ có hạn trong kỳ (không tính nhiệm vụ đã hủy, bị từ chối hoặc thuộc diễn tập), hoàn thành sau hạn hoặc đến nay chưa hoàn thành.
figures-defined-duties = Thông báo theo luật trễ
figures-definition-duties = Việc phải báo theo quy định, có hạn trong kỳ (không tính việc không áp dụng), đã báo sau hạn hoặc đến nay chưa báo.
figures-defined-lessons = Bài học
figures-definition-lessons = Bài học gửi trong kỳ, với trả lời của các đơn vị nhận được; bài học kết thúc trong kỳ.
figures-defined-honours = Tuyên dương
figures-definition-honours = Tuyên dương được điều phối viên xác nhận trong kỳ, không tính diễn tập.
figures-defined-drills = Diễn tập
figures-definition-drills = Diễn tập tính riêng, không nằm trong bất kỳ số liệu nào khác. Cảnh báo diễn tập tính như sự cố; kịch bản bắt đầu trong kỳ; kiểm tra liên lạc hỏi trong kỳ, mỗi người ở mỗi lần tính một lần.
figures-defined-percentile = Trung vị, mức 90%
figures-definition-percentile = Nội suy tuyến tính giữa hai giá trị gần nhất, thứ hạng p × (n − 1) tính từ 0, như hàm PERCENTILE.INC của bảng tính. n là số trường hợp đo được; dưới 3 trường hợp thì không nêu.

digest-head-weekly = 🔢 <b>Bản tin { $name }</b> ({ $days })
digest-head-monthly = 🔢 <b>Bản tin { $name }</b> ({ $days })
digest-choice = 📰 <b>Bản tin số liệu</b>
    Bản tin tự gửi cho riêng Anh/Chị, kể cả khi “không có gì”: bản tin tuần lúc 8:00 thứ hai về tuần trước, bản tin tháng lúc 8:00 ngày 01 về tháng trước.
digest-button-weekly-on = ☐ Bản tin tuần
digest-button-weekly-off = ☑ Bản tin tuần
digest-button-monthly-on = ☐ Bản tin tháng
digest-button-monthly-off = ☑ Bản tin tháng
digest-name-weekly = bản tin tuần
digest-name-monthly = bản tin tháng
digest-kept-on = Anh/Chị sẽ nhận { $name }.
digest-kept-off = Anh/Chị không nhận { $name } nữa.
file-sheet-digests = Bản tin số liệu
file-message-digest = bản tin số liệu
