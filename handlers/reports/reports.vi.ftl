### Báo cáo

report-kind-failure = Hệ thống lỗi, chậm
report-kind-line = Mất điện, mất mạng
report-kind-malware = Mã độc, mã hóa
report-kind-intrusion = Bị xâm nhập
report-kind-leak = Lộ, mất dữ liệu
report-kind-denial = Nghẽn, từ chối DV
report-kind-phishing = Lừa đảo, giả mạo
report-kind-other = Dấu hiệu khác
report-title = { $what } tại { $place }
report-title-failure = Hệ thống lỗi, chậm
report-title-line = Mất điện, mất mạng
report-title-malware = Mã độc, mã hóa dữ liệu
report-title-intrusion = Hệ thống bị xâm nhập
report-title-leak = Lộ, mất dữ liệu
report-title-denial = Nghẽn mạng, từ chối dịch vụ
report-title-phishing = Lừa đảo, giả mạo
report-title-other = Dấu hiệu bất thường
report-state-new = Chờ xem
report-state-seen = Đang xem xét
report-state-handed-up = Đã chuyển cấp trên
report-state-laid = Gộp với báo cáo khác
report-state-incident = Đã thành sự cố
report-state-advisory = Đã có khuyến nghị
report-state-nothing = Không cần xử lý
report-step-seen = Đã xem
report-step-put-back = Bỏ dở, trở lại chờ xem
report-step-asked-back = Hỏi lại
report-step-added = Đơn vị bổ sung
report-step-edited = Đơn vị sửa, trước đó ghi
report-step-handed-up = Chuyển cấp trên
report-step-laid = Gộp với báo cáo khác
report-step-declared = Khai báo sự cố
report-step-joined = Thêm vào sự cố
report-step-advisory = Khuyến nghị
report-step-nothing = Không cần xử lý
report-step-parted = Tách ra, xem xét riêng
report-step-taken-up = Xem xét lại

report-ask-business = 🚩 <b>Báo cáo</b> · Anh/Chị báo cho đơn vị nào?
report-ask-kind = 🚩 <b>Báo cáo dấu hiệu bất thường</b> · 1/5
    Anh/Chị thấy gì? Chưa chắc chắn cũng nên báo: báo sớm luôn có ích, không ai bị trách vì đã báo.
report-ask-since = 🚩 <b>Báo cáo</b> · 2/5
    Từ lúc nào? Bấm, hoặc gõ ví dụ: 14h30 · 20 phút trước · sáng nay · tối qua 23h.
report-ask-since-long-ago = 🚩 <b>Báo cáo</b> · 2/5
    Từ <b>{ $at }</b>, hơn một tháng trước, đúng không? Bấm để xác nhận, hoặc gõ lại.
report-button-since-read = 🕐 Đúng, từ { $at }
report-ask-whose = 🚩 <b>Báo cáo</b> · 3/5
    Hệ thống của ai?
report-ask-owner = 🚩 <b>Báo cáo</b> · 3/5
    Hệ thống của đơn vị nào? Gõ tên đơn vị hoặc tên hệ thống, không cần dấu.
report-ask-owner-which = 🚩 <b>Báo cáo</b> · 3/5
    “{ $said }” là đơn vị hoặc hệ thống nào dưới đây? Gõ tên khác để tìm lại.
report-button-owner-member = 🏢 { $name }
report-button-owner-system = 🖥 { $name }
report-button-owner-said = ✏️ Ghi đúng như đã gõ
report-button-owner-unknown = Không rõ của ai
report-ask-help = 🚩 <b>Báo cáo</b> · 4/5
    Quý đơn vị có cần hỗ trợ không?
report-ask-words = 🚩 <b>Báo cáo</b> · 5/5
    Đề nghị gõ một câu: thấy gì, ở đâu (tối đa { $limit } ký tự). <b>Câu này được gửi ngay.</b>
    Ảnh, video, tệp, vị trí: gửi trước câu này, hoặc bổ sung sau.
report-since-read = 🕐 Từ { $at }
report-chosen = <i>Đã chọn:</i> { $chosen }
report-chosen-confidential = 🔒 Báo cáo kín
report-chosen-since-unknown = 🕐 Chưa rõ từ lúc nào
report-words-wait = <i>Nếu không đi tiếp, sau { $minutes } phút nội dung đã gõ tự được chuyển tới cơ quan điều phối; báo cáo vẫn được giữ để hoàn tất.</i>
report-words-gone = <i>Nội dung đã gõ đã được chuyển tới cơ quan điều phối; đề nghị hoàn tất báo cáo khi có thể.</i>
report-words-stay = <i>Báo cáo kín: nội dung chỉ được gửi khi Anh/Chị bấm gửi.</i>
report-unfinished = 🚩 <b>Anh/Chị đang viết dở một báo cáo, đến bước { $step }/5.</b> Anh/Chị muốn tiếp tục hay làm lại từ đầu?
report-button-resume = ▶ Tiếp tục
report-button-anew = ↻ Làm lại từ đầu
report-said = 💬 { $text }
report-since-0 = 🕐 Vừa mới thấy
report-since-60 = 🕐 1 giờ trước
report-since-180 = 🕐 3 giờ trước
report-since-1440 = 🕐 Từ hôm qua
report-since-unknown = Chưa rõ
report-button-own = 🏢 Của đơn vị tôi
report-button-others = 👥 Của đơn vị khác
report-button-help = ❗ Cần hỗ trợ
report-button-no-help = ✔ Chưa cần, chỉ báo để biết
report-button-confidential = ☑ Chỉ điều phối viên được xem
report-button-not-confidential = ☐ Chỉ điều phối viên được xem
report-button-send = 📨 Gửi báo cáo
report-sent = Đã gửi báo cáo. Xin cảm ơn.
report-changed = ✏️ Đã sửa nội dung báo cáo <b>{ $code }</b>; điều phối viên thấy nội dung mới.

report-first-line = 🚩 <b>{ $code }</b> · { $kind } · <b>{ $state }</b>
report-by = 🏢 { $member } · { $by }, { $at }
report-began = 🕐 Từ { $at } · { $whose }
report-began-unknown = 🕐 Chưa rõ từ lúc nào · { $whose }
report-whose-own = hệ thống của đơn vị
report-whose-system = hệ thống { $name }
report-whose-of = hệ thống của { $name }
report-whose-said = hệ thống của “{ $name }”
report-whose-others = hệ thống của đơn vị khác, chưa rõ của ai
report-declared-of-system = Hệ thống: { $name }
report-declared-of = Hệ thống của: { $name }
report-place-location = 📍 { $place } <i>(theo vị trí đã gửi)</i>
report-place-words = 📍 { $place } <i>(theo nội dung)</i>
report-place-unclear = 📍 Nơi chưa rõ: “{ $place }” <i>(theo nội dung)</i>
report-place-beyond = 📍 Ngoài { $home_kind }: { $place } <i>(theo nội dung)</i>
report-place-business = 📍 { $place } <i>(theo địa chỉ đơn vị)</i>
report-needs-help = ❗ <b>Đơn vị cần hỗ trợ</b>
report-is-confidential = 🔒 <b>Báo cáo kín</b>: chỉ điều phối viên và người báo xem được
report-is-confidential-by-label = 🔒 <b>Báo cáo kín</b>, vì ghi TLP:RED: chỉ điều phối viên và người báo xem được
report-words = “{ $text }”
report-edited = <i>✏️ Đã sửa lúc { $at }</i>
report-alike = ✨ <b>Có thể là cùng một việc:</b>
report-alike-incident = ▪ { $code } · { $title }
report-alike-report = ▪ { $code } · lúc { $at }
report-alike-less = <i>Ít chắc chắn hơn: khác loại, nhưng cùng nơi, gần cùng lúc, nên có thể cùng một việc:</i>
report-alike-other-kind = ▪ { $code } · { $kind } · lúc { $at }
report-step = <i>{ $at } · { $step } ({ $by })</i>
report-note = 💬 { $note }
report-laid = 🔁 Gộp vào đây { $count } báo cáo: { $codes }
report-belongs = ➕ Thuộc <b>{ $code }</b>
report-waited = ⏳ <b>Đã { $minutes } phút chưa có ai xem báo cáo này.</b>
report-news-added = 💬 <b>Đơn vị vừa bổ sung báo cáo này.</b>
report-news-edited = ✏️ <b>Đơn vị vừa sửa nội dung báo cáo này.</b>
report-news-handed-up = ⤴ <b>Báo cáo này được chuyển cấp trên.</b>
report-button-declared = 🚨 Khai báo sự cố
report-button-seen = 👁 Đã xem
report-button-into = 🔁 Gộp vào { $code }
report-button-into-what = 🔁 Gộp vào { $code }: { $what }
report-button-parted = ↩ Tách ra
report-button-course = 📋 Toàn bộ diễn biến ({ $count })
report-button-joined = ➕ Vào sự cố…
report-button-asked-back = ❓ Hỏi lại
report-button-advisory = ✉️ Khuyến nghị
report-button-handed-up = ⤴ Cấp trên
report-button-nothing = Không xử lý
report-button-taken-up = ↩ Xem xét lại
report-button-files = 📎 Tệp ({ $count })
report-button-list = ◀ Báo cáo
report-button-of-incident = 🚩 Báo cáo ({ $count })
report-button-open = 🚩 Mở { $code }
report-choose-incident = ➕ <b>{ $code }</b> · Báo cáo này thuộc sự cố nào?
report-confidential-warning = 🔒 Báo cáo này là báo cáo kín, nên khai báo bắt đầu với nhãn TLP:RED: chỉ những người được nêu tên nhận được. Đề nghị xem lại trước khi gửi.
report-meanwhile = ⚠️ <b>{ $decided }</b> Nếu vẫn gửi, { $code } thuộc sự cố này và người báo được báo tin.
report-meanwhile-laid = ⚠️ <b>{ $decided }</b> Nếu vẫn gửi, { $code } cùng các báo cáo gộp vào đó thuộc sự cố này và những người báo được báo tin.
report-meanwhile-incident = ⚠️ <b>{ $decided }</b> Nếu vẫn gửi, đây là một sự cố khác; { $code } vẫn thuộc sự cố trước.
report-joined = Đã thêm { $code } vào sự cố; người báo được báo tin.
report-was-laid = Đã gộp { $code }; người báo được báo tin.
report-files-left = 🚩 <b>{ $code }</b> · Còn { $count } tệp đính kèm.
report-caption = { $code } · { $member }

report-ask-asked-back = ❓ <b>{ $code }</b> · Cần hỏi thêm điều gì? Người báo nhận đúng câu này sau khi Anh/Chị xem lại và bấm gửi.
report-ask-advisory = ✉️ <b>{ $code }</b> · Gõ khuyến nghị gửi người báo: nên làm gì, lưu ý gì. Báo cáo kết thúc tại đây.
report-ask-handed-up = ⤴ <b>{ $code }</b> · Chuyển tới ai, đề nghị gì? Quản trị hệ thống và người báo nhận câu này.
report-ask-nothing = <b>{ $code }</b> · Vì sao không cần xử lý? Người báo nhận câu này kèm lời cảm ơn.
report-ask-added = 💬 <b>{ $code }</b> · Gõ nội dung bổ sung, hoặc gửi ảnh, video, tệp, vị trí. Một câu không kèm tệp được gửi ngay.
report-preview-asked-back = ❓ <b>{ $code }</b> · Gửi câu hỏi này cho người báo?
report-preview-advisory = ✉️ <b>{ $code }</b> · Gửi khuyến nghị này cho người báo? Báo cáo kết thúc tại đây.
report-preview-handed-up = ⤴ <b>{ $code }</b> · Gửi câu này cho quản trị hệ thống và người báo?
report-preview-nothing = ✔ <b>{ $code }</b> · Gửi lý do này cho người báo, kèm lời cảm ơn? Báo cáo kết thúc tại đây.
report-preview-other = <i>Chưa gửi. Gõ câu khác để thay.</i>
report-button-say = 📨 Gửi cho người báo
report-is-answer = 💬 Nội dung vừa gửi có phải là câu trả lời cho điều phối viên về báo cáo?
report-button-answer = 💬 Trả lời { $code }
report-button-end = ✔ Xong
report-said-asked-back = ❓ Đã gửi câu hỏi tới người báo <b>{ $code }</b>.
report-said-advisory = ✉️ Đã gửi khuyến nghị tới người báo <b>{ $code }</b>.
report-said-handed-up = ⤴ Đã chuyển <b>{ $code }</b> lên cấp trên; người báo được báo tin.
report-said-nothing = ✔ Đã kết thúc <b>{ $code }</b>; người báo nhận lý do kèm lời cảm ơn.
report-asked-meanwhile = ⚠️ { $by } cũng đã hỏi lại lúc { $at }: “{ $note }”
report-said-added = 💬 Đã bổ sung <b>{ $code }</b>; điều phối viên nhận được ngay. Xin cảm ơn.
report-unreached = 📵 <b>Người báo không nhận được tin trong bot.</b> Đề nghị gọi điện: { $name } ({ $member }).
report-said-unreached = 📵 Đã ghi vào <b>{ $code }</b>, nhưng <b>chưa tới được người báo</b>. Đề nghị gọi điện: { $name } ({ $member }).
report-button-call = Lấy số để gọi

report-thanks = Cảm ơn Quý đơn vị đã báo sớm. Điều phối viên nhận được ngay; thẻ này cho biết báo cáo đến đâu. Báo sớm giúp cả mạng lưới, không ai bị trách vì đã báo.
report-seen = 👁 Điều phối viên đang xem xét, từ { $at }.
report-office = ✉️ Cơ quan điều phối, { $at }: { $note }
report-told-asked-back = ❓ <b>Điều phối viên hỏi lại về báo cáo này.</b> Đề nghị bấm <b>💬 Bổ sung</b>, hoặc trả lời ngay vào tin này.
report-told-handed-up = ⤴ <b>Báo cáo của Quý đơn vị được chuyển cấp trên xem xét.</b> Xin cảm ơn.
report-told-laid = 🔁 <b>Cùng một việc đã có đơn vị khác báo.</b> Báo cáo của Quý đơn vị được gộp để xử lý chung; nhiều báo cáo giúp nhìn rõ việc hơn. Xin cảm ơn.
report-told-incident = 🚨 <b>Báo cáo của Quý đơn vị thuộc một sự cố đang được xử lý.</b> Nhờ Quý đơn vị báo sớm, mạng lưới vào việc sớm. Xin cảm ơn.
report-told-advisory = ✉️ <b>Cơ quan điều phối gửi khuyến nghị về báo cáo của Quý đơn vị.</b> Xin cảm ơn Quý đơn vị đã báo sớm.
report-told-nothing = ✔ <b>Điều phối viên đã xem báo cáo, lần này không cần xử lý thêm.</b> Báo cáo vẫn có ích: thà báo thừa còn hơn bỏ sót. Xin cảm ơn Quý đơn vị. Nếu có thêm thông tin, đề nghị bấm 💬 Bổ sung: báo cáo sẽ được xem lại.
report-told-ended = 🟢 <b>Sự cố mà Quý đơn vị báo sớm đã kết thúc.</b> Xin trân trọng cảm ơn.
report-told-reopened = ↩ <b>Sự cố mà Quý đơn vị báo sớm được mở lại và đang được xử lý tiếp.</b> Khi kết thúc, bot sẽ báo tin.
report-told-parted = ↩ <b>Báo cáo của Quý đơn vị được tách ra, xem xét riêng.</b> Tin gộp trước đó không còn hiệu lực.
report-short-incident = 🚨 Báo cáo <b>{ $code }</b> của Quý đơn vị nay thuộc <b>{ $incident }</b>, là sự cố trong cảnh báo. Xin cảm ơn Quý đơn vị đã báo sớm.
report-short-ended = 🟢 Sự cố mà Quý đơn vị báo sớm (<b>{ $code }</b>) đã kết thúc. Xin trân trọng cảm ơn.
report-short-reopened = ↩ Sự cố mà Quý đơn vị báo sớm (<b>{ $code }</b>) được mở lại.
report-added = 💬 Bổ sung lúc { $at }: { $note }
report-told-taken-up = ↩ <b>Điều phối viên xem xét lại báo cáo của Quý đơn vị.</b> Kết luận trước đó không còn hiệu lực.
report-ask-naming = 🤝 Khi ghi nhận đóng góp, có được nêu tên Anh/Chị và đơn vị không? Không bấm nghĩa là không nêu.
report-naming-open = 🤝 Người báo chưa cho biết có được nêu tên không.
report-naming-yes = 🤝 Được nêu tên khi ghi nhận đóng góp.
report-naming-no = 🤝 Không nêu tên khi ghi nhận đóng góp.
report-naming-kept = Đã ghi nhận. Xin cảm ơn.
report-button-named = Được nêu tên
report-button-unnamed = Không nêu tên
report-button-add = 💬 Bổ sung
report-button-mine = 📋 Báo cáo của tôi

report-list-head = 🚩 <b>Báo cáo</b> · chờ xem: { $waiting } · chưa quyết định: { $undecided } · tất cả: { $count }
report-list-of-incident = 🚩 <b>{ $code }</b> · Báo cáo: { $count }
report-list-mine = 🚩 <b>Báo cáo của đơn vị</b> · { $count }
report-list-empty = <i>Chưa có báo cáo nào.</i>
report-line = { $mark } <b>{ $code }</b> · { $kind } · { $at }
report-line-of = { $member }: { $text }
report-line-mine = { $state }: { $text }
report-button-new = 🚩 Báo cáo mới
report-open-now = 🚩 <b>{ $count } báo cáo chờ xem</b>
report-button-waiting = 🚩 Báo cáo chờ xem ({ $count })

refusal-report-unknown = Không tìm thấy báo cáo này.
refusal-not-your-report = Báo cáo này không phải của Anh/Chị, hoặc là báo cáo kín.
refusal-report-already-sent = Báo cáo này đã được gửi với mã { $code }; không gửi lần thứ hai.
refusal-report-words-length = Nội dung phải từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-report-kept-as-it-is = { $code } đã có quyết định nên nội dung giữ nguyên. Nếu cần nói thêm, đề nghị mở báo cáo và bấm 💬 Bổ sung, hoặc trả lời vào thẻ của báo cáo.
refusal-report-not-theirs-any-more = Anh/Chị không còn đại diện cho đơn vị đã gửi { $code } nên nội dung báo cáo giữ nguyên.
refusal-report-settled = { $code } đã có quyết định lúc { $at } ({ $by }): { $state ->
    [laid] gộp với báo cáo khác
    [incident] đã thành sự cố
    [advisory] đã có khuyến nghị
   *[nothing] không cần xử lý
}.
refusal-report-declared = { $by } đã khai báo { $incident } từ { $code } lúc { $at }; mỗi báo cáo chỉ thành một sự cố.
refusal-report-not-alike = Không gộp được một báo cáo vào chính báo cáo đó.
refusal-no-incident-to-join = Hiện không có sự cố nào đang diễn ra để thêm báo cáo vào. Có thể khai báo sự cố mới.
refusal-naming-not-asked = Việc của { $code } chưa kết thúc; khi kết thúc, bot sẽ hỏi.

## Trong menu và trong tệp dữ liệu

menu-entry-report = 🚩 Báo cáo
menu-entry-reports = 🚩 Báo cáo
command-report = Báo cáo dấu hiệu bất thường
file-sheet-reports = Báo cáo đã gửi
file-sheet-report-steps = Bước báo cáo
file-message-report = báo cáo
file-message-reporters-card = báo cáo đã gửi
