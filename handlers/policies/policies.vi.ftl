### Chính sách: những gì tự diễn ra sau cảnh báo, theo mức độ

command-policies = Chính sách nhắc, gọi thêm
menu-entry-policies = 📐 Chính sách
policies-head = 📐 <b>Chính sách theo mức độ</b>
policies-meaning = <i>Chính sách quyết định việc gì tự diễn ra sau khi gửi cảnh báo. Sự cố đang mở giữ chính sách lúc bắt đầu.</i>
policy-line = { $severity }: nhắc sau { $reminders } · { $waves } đợt gọi thêm
policy-head = 📐 <b>Chính sách · { $severity }</b>
policy-since = <i>Bản { $number }, áp dụng từ { $at }</i>
policy-as-it-came = <i>Bản có sẵn, chưa ai sửa</i>
policy-none = không có
policy-minutes = { $minutes } phút
policy-and-then = ; { "" }
policy-reminders = 🔔 Nhắc người chưa trả lời sau: <b>{ $minutes }</b>
policy-waves = 📢 Gọi thêm sau: { $waves }
policy-wave = { $minutes } phút – { $circle }
policy-wave-until = { $minutes } phút – { $circle } (nếu dưới { $ready } sẵn sàng)
policy-quiet = 🌙 Giờ yên lặng: { $hours }
policy-raise = ⏫ Nâng mức độ nếu sau { $minutes } phút chưa ai trả lời
policy-no-raise = ⏫ Tự nâng mức độ: không
policy-told = 👥 Báo cho: các điều phối viên
policy-told-observers = 👥 Báo cho: các điều phối viên và quan sát viên
policy-updates = 📣 Cập nhật mỗi { $every } phút · chỉ huy im lặng { $silence } phút · báo đã rút trong { $stand_down } phút
policy-tasks = 📌 Nhiệm vụ: nhắc cách nhau { $spacing } phút, thời hạn gợi ý { $time } phút
policy-escalation = ⤴ Cấp trên im lặng { $answer } phút: mời lãnh đạo · họp { $meeting } phút: đề nghị bước 2 · tại chỗ im lặng { $on_site } phút: mời lãnh đạo
policy-reports = Báo cáo chưa ai xem, báo lên sau: { $minutes }
policy-never-no-channel = ⚠️ Sẽ không bao giờ tới: { $circle } (chưa có kênh nào khác).
policy-never-inside-another = ⚠️ Sẽ không bao giờ tới: { $circle } (một đợt trước đã gọi rộng hơn).
policy-always = ⚠️ Luôn gọi, dù bao nhiêu đơn vị sẵn sàng: { $circles } (số đã đặt lớn hơn cả mạng lưới, { $count } đơn vị).
policy-never-nothing-above = ⚠️ Sẽ không bao giờ tới: nâng mức độ (đây đã là mức cao nhất).
policy-button-edit = ✏️ Sửa chính sách
policy-button-silence = 🧮 Không trả lời
policy-button-some = 🧮 20 % trả lời
policy-button-reminders = 🔔 Nhắc
policy-button-waves = 📢 Gọi thêm
policy-button-quiet = 🌙 Giờ yên lặng
policy-button-raise = ⏫ Nâng mức độ
policy-button-times = ⏰ Thời hạn
policy-button-try = 🧮 Thử rồi lưu…
policy-button-observers = Quan sát viên
policy-button-none = Không có
policy-button-no-wave = 🗑 Bỏ đợt này
policy-button-suggested = ✨ Dùng các đợt gợi ý
policy-button-save = 💾 Lưu, áp dụng từ bây giờ
policy-circle-after = { $circle } · { $minutes }′
policy-item-update-every = 📣 Cập nhật
policy-item-command-silence = Chỉ huy im lặng
policy-item-stand-down-after = Báo đã rút
policy-item-task-spacing = 🔔 Nhắc nhiệm vụ
policy-item-task-time = ⏰ Hạn nhiệm vụ
policy-item-escalation = ⤴ Cấp trên
policy-item-reports = Báo cáo
policy-edit-head = ✏️ <b>Sửa chính sách · { $severity }</b>
policy-ask-reminders = 🔔 Nhắc người chưa trả lời sau bao nhiêu phút kể từ cảnh báo? Đề nghị gửi các số phút tăng dần, ví dụ <code>5, 15</code>, nhiều nhất { $limit } lần.
    Hiện nay: { $now }
policy-ask-waves = 📢 Khi chưa đủ người, gọi thêm những ai? Bấm một vòng để đặt số phút hoặc bỏ.

    Nếu sự cố nêu số người cần, các đợt dừng khi đủ số đó. Nếu không, mỗi đợt dừng khi đủ số đơn vị sẵn sàng.
policy-ask-wave = 📢 <b>{ $circle }</b>: gọi sau bao nhiêu phút kể từ cảnh báo (1–{ $limit })?

    Có thể thêm số đơn vị sẵn sàng là đủ (0–{ $ready }): <code>20 3</code> nghĩa là sau 20 phút, khi dưới 3 đơn vị sẵn sàng.
policy-ask-quiet = 🌙 Trong giờ yên lặng, số phút không chạy: việc tự động chờ. Đề nghị gửi khoảng giờ, ví dụ <code>22:00-6:00</code>.
    Hiện nay: { $now }
policy-ask-raise = ⏫ Sau bao nhiêu phút chưa ai trả lời thì nâng lên một mức (1–{ $limit })?
policy-ask-times = ⏰ Sửa thời hạn nào?
policy-ask-update-every = 📣 Cứ bao nhiêu phút phải có một tin cập nhật (1–{ $limit })? Hiện nay: { $now }
policy-ask-command-silence = Người chỉ huy im lặng bao nhiêu phút thì người khác được nhận thay (1–{ $limit })? Hiện nay: { $now }
policy-ask-stand-down-after = Sau khi kết thúc, các đơn vị tham gia có bao nhiêu phút để báo đã rút (1–{ $limit })? Hiện nay: { $now }
policy-ask-task-spacing = 🔔 Nhắc nhiệm vụ cách nhau bao nhiêu phút (1–{ $limit })? Hiện nay: { $now }
policy-ask-task-time = ⏰ Thời hạn gợi ý cho nhiệm vụ là bao nhiêu phút (1–{ $limit })? Hiện nay: { $now }
policy-ask-escalation = ⤴ Ba số phút (1–{ $limit }), ví dụ <code>10, 60, 20</code>:
    ▪ lời mời họp không được trả lời sau bao lâu thì mời lãnh đạo;
    ▪ họp bao lâu mà chưa giải quyết được thì đề nghị bước 2;
    ▪ lời mời tại chỗ không được trả lời sau bao lâu thì mời lãnh đạo.
    Hiện nay: { $now }
policy-ask-reports = Báo cáo chưa ai xem thì báo lên sau bao nhiêu phút (1–{ $limit })? Đề nghị gửi các số tăng dần, ví dụ <code>5, 10, 20</code>. Hiện nay: { $now }
policy-ask-save = Lưu chính sách này? Sự cố đang mở không thay đổi.
policy-saved = Đã lưu. Áp dụng cho sự cố khai báo từ bây giờ.
circle-off-duty = người ngoài ca trực
circle-sector = cả lĩnh vực, không xét năng lực
circle-neighbours = địa bàn giáp ranh
circle-next-neighbours = địa bàn kế tiếp
circle-province = toàn { $home_kind }
circle-other-channel = kênh liên lạc thứ hai
circle-short-off-duty = Ngoài ca
circle-short-sector = Lĩnh vực
circle-short-neighbours = Giáp ranh
circle-short-next-neighbours = Kế tiếp
circle-short-province = Mọi nơi
circle-short-other-channel = Kênh khác
trial-head-silence = 🧮 <b>Thử · { $severity }: { $at }, không ai trả lời</b>
    <i>Chỉ kể việc tự diễn ra.</i>
trial-head-some = 🧮 <b>Thử · { $severity }: { $at }, { $share } % trả lời trong 10 phút</b>
    <i>Mỗi đợt gọi { $called } đơn vị; không nêu số người cần.</i>
trial-alert = <b>{ $at }</b> · 🚨 gửi cảnh báo
trial-moment = <b>{ $at }</b> · { $what }
trial-remind = 🔔 nhắc người chưa trả lời
trial-widen = 📢 gọi thêm { $circle }
trial-wave = 📢 gọi thêm { $circle }
trial-raise = ⏫ nâng mức độ, báo các điều phối viên
trial-not-raised = không nâng mức độ: đã có trả lời
trial-inside = không gọi thêm { $circle }: một đợt trước đã gọi rộng hơn
trial-not-called = không gọi thêm { $circle }: đã có { $ready } đơn vị sẵn sàng
refusal-minutes-unreadable = Chưa đọc được số phút. Đề nghị gửi số nguyên, ví dụ 15.
refusal-minutes-range = Số phút phải từ 1 đến { $limit }. Đề nghị gõ lại, ví dụ: 15.
refusal-too-many-minutes = Nhiều nhất { $limit } số phút.
refusal-minutes-in-order = Các số phút phải tăng dần, không trùng nhau. Đề nghị gõ lại, ví dụ: 5, 15, 30.
refusal-rungs-missing = Đề nghị gửi đúng { $count } số phút: báo cho người trực, cho mọi điều phối viên, cho quản trị hệ thống.
refusal-escalation-minutes-missing = Đề nghị gửi đúng { $count } số phút: lời mời họp, thời gian họp, lời mời tại chỗ.
refusal-ready-range = Số đơn vị sẵn sàng phải từ 0 đến { $limit }. Đề nghị gõ lại cả số phút, ví dụ: 20 3.
refusal-no-quiet-when-grave = Không đặt giờ yên lặng cho mức nghiêm trọng và đặc biệt nghiêm trọng: việc khẩn cấp phải được gọi ngay cả ban đêm. Giờ yên lặng chỉ dùng cho hai mức thấp hơn.
refusal-quiet-one-span = Giờ yên lặng là một khoảng không quá { $hours } giờ trong ngày, ví dụ 22:00-6:00.
refusal-policy-changed-meanwhile = Có người vừa lưu bản khác của chính sách này. Đề nghị hủy và sửa lại từ bản mới.
