### Thông báo

notice-ask-all = <b>{ $code }</b> · Gõ nội dung gửi tới <b>tất cả { $people } người</b> đã nhận cảnh báo.
notice-ask-ready = <b>{ $code }</b> · Gõ nội dung gửi tới <b>{ $people } người</b> của các đơn vị tham gia.
notice-ask-observers = <b>{ $code }</b> · Gõ nội dung gửi tới <b>{ $people } quan sát viên</b>.
notice-ask-needs-info = <b>{ $code }</b> · Gõ nội dung gửi tới <b>{ $people } người</b> của các đơn vị cần thêm thông tin.
notice-ask-all-clear = 🟢 <b>Kết thúc { $code }</b>
    Gõ tóm tắt kết quả; tin kết thúc sẽ gửi tới <b>tất cả { $people } người</b>. Có thể dùng tóm tắt gợi ý.
button-suggest = ✨ Dùng tóm tắt gợi ý
summary-suggestion = Sau { $elapsed }, { $answered }/{ $members } đơn vị đã trả lời: { $ready } sẵn sàng, { $remote } hỗ trợ từ xa.
button-send-notice = 📨 Gửi tới { $people } người
button-send-all-clear = 🟢 Kết thúc và gửi tới { $people } người
notice-head-update = 📣 <b>Thông tin cập nhật</b>
notice-head-reply = ✉️ <b>Trả lời của điều phối viên</b>
notice-head-all-clear = 🟢 <b>Kết thúc cảnh báo</b>
notice-head-reopened = ↩️ <b>Mở lại cảnh báo</b>
notice-reopened = Tin kết thúc trước đó được rút lại, cảnh báo tiếp tục. Câu trả lời của Quý đơn vị vẫn được giữ nguyên; nếu không còn đúng, đề nghị Quý đơn vị trả lời lại trên thẻ.
notice-taken-back = { $mark } <b>{ $code }</b> · { $title }
    ↩️ Tin kết thúc này đã được rút lại: cảnh báo được mở lại.
notice-all-clear-ending-incident = { $department } trân trọng cảm ơn Quý đơn vị đã sẵn sàng phối hợp cùng { $home_kind }.
notice-all-clear-ending-drill = Diễn tập đã kết thúc. { $department } trân trọng cảm ơn Quý đơn vị đã phối hợp.
notice-stand-down = Đề nghị Quý đơn vị xác nhận đã rút lực lượng.
notice-stood-down = ✔ Đã xác nhận rút lực lượng lúc { $at }.
button-opinion-given = ✔ { $label }
button-stand-down = ✔ Đã rút lực lượng
button-useful = 👍 Cảnh báo hữu ích
button-not-useful = 👎 Chưa hữu ích
notice-sent-update = ✔ Đang gửi thông tin cập nhật về { $code } tới { $people } người.
notice-sent-reply = ✔ Đang gửi câu trả lời về { $code } tới { $people } người.
notice-sent-all-clear = 🟢 Đã kết thúc { $code }; tin kết thúc đang gửi tới { $people } người.
refusal-notice-length = Nội dung cần từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-nobody-to-tell = Hiện không có đơn vị nào để gửi nội dung này.
notice-left-open = ⚠️ Còn mở: <b>{ $what }</b>. Sau khi kết thúc, kịch bản dừng và nhiệm vụ không còn được nhắc.
notice-questions-left = ⚠️ Còn { $count } câu hỏi chưa trả lời; vẫn trả lời được trong /hoidap.
notice-stands = ✏️ Tin về { $code } đã gửi nên giữ nguyên; nội dung vừa sửa không đến người nhận.
notice-correct = Nếu cần sửa, đề nghị gửi bản đính chính cho cùng nhóm đơn vị đó.
button-correct-notice = 📣 Gửi bản đính chính
