### Hệ thống mà sự cố ảnh hưởng tới, và việc phải báo theo quy định

touched-head = 🖥 <b>{ $code }</b> · Hệ thống bị ảnh hưởng
touched-none = Chưa ghi hệ thống nào. Ghi hệ thống để được đề xuất mức độ, đơn vị cần gọi trước và việc phải báo.
touched-line = { $number }. { $name } · { $worth }
touched-worth = { $level }, { $mark }
touched-gravity = 🎚 Đề xuất mức <b>{ $severity }</b>, vì { $name }: { $worth }.
touched-call = 🚨 Đề xuất gọi thêm: { $names }, vì là đơn vị cung cấp, vận hành hoặc chủ quản.
touched-duties = ⚖ Việc phải báo theo quy định: { $count }, hạn gần nhất { $at }
touched-button-offer = 🖥 Hệ thống ({ $count })
touched-button-offer-none = 🖥 Ghi hệ thống
touched-button-add = ➕ Ghi hệ thống
touched-button-less = ➖ Bỏ hệ thống
touched-button-raise = 🎚 Nâng mức: { $severity }
touched-button-call = 🚨 Gọi thêm { $count } đơn vị
touched-button-duties = ⚖ Việc phải báo ({ $count })
touched-button-back = ◀ Hệ thống
touched-search = 🖥 <b>{ $code }</b> · Hệ thống nào bị ảnh hưởng? Đề nghị bấm chọn, hoặc gõ tên, tên viết tắt để tìm.
touched-search-none = 🖥 <b>{ $code }</b> · Không có hệ thống nào khớp. Đề nghị Anh/Chị gõ ít chữ hơn; hệ thống chưa có trong sổ thì thêm bằng /hethong.
touched-less = 🖥 <b>{ $code }</b> · Hệ thống nào không bị ảnh hưởng?
touched-raised = Mức độ nay là { $severity }.
touched-called = Đã gọi thêm { $count } đơn vị.

duty-law-head = ⚖ <b>{ $code }</b> · Việc phải báo theo quy định
    Bộ quy định { $rules }, hiệu lực từ { $since }, rà soát ngày { $read }
duty-law-line = { $number }. { $what } · { $until }
duty-law-page = ⚖ <b>{ $code }</b> · { $what }
duty-law-remind = ⏰ <b>{ $code }</b> · Đến hạn: { $what }
duty-law-to = Báo cho: { $to }
duty-law-term = Thời hạn: { $term }
duty-law-term-hours = { $count ->
        [0] ngay
       *[other] { $count } giờ
    } { $since }
duty-law-term-working-days = { $count } ngày làm việc { $since }
duty-law-since-found = kể từ khi phát hiện
duty-law-since-end = kể từ khi kết thúc
duty-law-because = Vì: { $name } ({ $worth })
duty-law-source = Căn cứ: { $source }
duty-law-changed = Hạn do điều phối viên đặt lại.
duty-law-unconfirmed = ⚠️ Thời hạn này chưa được đối chiếu với văn bản gốc, đề nghị kiểm tra trước khi áp dụng.
duty-law-dropped-because = Lý do không áp dụng: { $reason }
duty-law-until = hạn { $at }
duty-law-late = ⏰ quá hạn từ { $at }
duty-law-told = ✔ đã báo lúc { $at }
duty-law-dropped = không áp dụng
duty-law-after-end = tính từ khi kết thúc
duty-law-button-told = ✔ Đã báo
duty-law-button-again = ↩ Đánh dấu chưa báo
duty-law-button-move = ⏰ Đổi hạn
duty-law-button-drop = ➖ Không áp dụng
duty-law-button-back = ◀ Việc phải báo
duty-law-button-rules = ⚖ Theo bộ quy định { $rules }
duty-law-ask-due = Hạn mới của việc “{ $what }”? Ví dụ: 17h hôm nay, 8h sáng mai.
duty-law-ask-reason = Vì sao việc “{ $what }” không áp dụng cho sự cố này? Tối đa { $limit } ký tự.
duty-law-notice = Thông báo sự cố
duty-law-initial-report = Báo cáo ban đầu (Mẫu 03)
duty-law-final-report = Báo cáo kết thúc (Mẫu 04)
duty-law-at-once = Báo ngay sự cố đặc biệt quan trọng
duty-law-first-notice = Thông báo ban đầu
duty-law-cause-and-remedy = Báo nguyên nhân, phạm vi, biện pháp
duty-law-personal-data = Thông báo vi phạm dữ liệu cá nhân
duty-law-to-owner = chủ quản hệ thống
duty-law-to-coordinating-body = cơ quan điều phối
duty-law-to-police = Công an { $home_kind }
duty-law-to-personal-data-authority = cơ quan bảo vệ dữ liệu cá nhân
file-message-legal-duty = Nhắc việc phải báo theo quy định

refusal-systems-touched-too-many = Mỗi sự cố ghi tối đa { $limit } hệ thống.
refusal-nothing-proposed = Đề xuất này đã được thực hiện hoặc không còn phù hợp.
refusal-duty-unknown = Việc phải báo này không còn, có thể vì hệ thống đã được bỏ khỏi sự cố.
refusal-duty-settled = Việc này đã được đánh dấu là đã báo hoặc không áp dụng.
refusal-duty-reason-length = Lý do cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
