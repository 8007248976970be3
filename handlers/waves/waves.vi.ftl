### Các đợt gọi thêm của một sự cố, và tin về diễn biến

button-waves = 📢 Các đợt gọi thêm…
waves-head = 📢 <b>{ $code } · Các đợt gọi thêm</b>
waves-none-planned = Chính sách không định đợt nào nữa; Anh/Chị vẫn gọi thêm được.
wave-called = ✔ { $at } · { $circle }: đã gọi { $count } đơn vị
wave-called-people = ✔ { $at } · { $circle }: đã gọi { $count } người
wave-not-needed = ✔ { $at } · { $circle }: không cần gọi
wave-to-come = ⏭ { $at } · { $circle }
wave-to-come-until = ⏭ { $at } · { $circle } <i>(khi dưới { $ready } đơn vị sẵn sàng)</i>
waves-held = ⏸ Đang giữ lại từ { $at }: không đợt nào tự gọi.
waves-enough = 👷 Đã đủ số người cần từ { $at }: không nhắc, không gọi thêm.
waves-narrow = ⚠️ { $label }: không gọi thêm đơn vị nào khác. Nếu cần, đề nghị đổi nhãn trước.
waves-all-called = Đã gọi tất cả các đơn vị gọi được.
waves-next = Gọi ngay <b>{ $circle }</b>: thêm { $members } đơn vị ({ $people } người).
button-wave-call = 🚨 Gọi ngay { $members } đơn vị
button-waves-hold = ⏸ Giữ lại các đợt gọi
button-waves-release = ▶️ Để các đợt tự gọi
wave-is-called = Đang gọi thêm { $count } đơn vị.
refusal-wave-called = Đợt này vừa được gọi. Đề nghị mở lại các đợt gọi thêm.
refusal-no-circle-left = Đã gọi tất cả các đơn vị gọi được.
course-what = Mức độ (mạng lưới): <b>{ $severity }</b> · 📍 { $place }
course-let-know = Tin này để quan sát viên biết có sự cố. Anh/Chị không phải trả lời.
course-raised = ⏫ Sau { $minutes } phút chưa đơn vị nào trả lời: mức độ được nâng từ { $before } lên <b>{ $after }</b>. Đề nghị Anh/Chị xem và gọi điện nếu cần.
course-not-needed = 👷 Đã có đủ lực lượng. Quý đơn vị chưa phải tham gia. Trân trọng cảm ơn Quý đơn vị đã sẵn lòng hỗ trợ.
button-course-tally = 📊 Bảng tổng hợp
file-message-course = tin về diễn biến sự cố
