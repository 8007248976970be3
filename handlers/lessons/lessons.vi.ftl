### Bài học rút ra sau sự cố

menu-entry-lessons = 📚 Bài học
command-lessons = Bài học rút ra: xem, tìm, viết mới

lesson-head = { $label } · 📚 { $code }
    <b>{ $title }</b>
lesson-source = Đơn vị chia sẻ: { $name }
lesson-source-unnamed = Đơn vị chia sẻ: một đơn vị thành viên
lesson-source-office = Bài học của cơ quan điều phối
lesson-somebody = một đơn vị thành viên
lesson-part = <b>{ $name }</b>
    { $text }
lesson-name-title = Tiêu đề
lesson-name-happened = Chuyện gì đã xảy ra
lesson-name-found = Phát hiện bằng cách nào
lesson-name-todo = Việc nên làm
lesson-name-indicators = Dấu hiệu nhận biết
lesson-name-products = Sản phẩm bị ảnh hưởng
lesson-name-label = Nhãn chia sẻ (TLP)
lesson-products = <b>Sản phẩm bị ảnh hưởng:</b> { $text }
lesson-indicators = <b>Dấu hiệu nhận biết</b> <i>(bấm để sao chép; đã viết lại để không mở nhầm)</i>
lesson-indicator = { $kind }: <code>{ $value }</code>
lesson-indicator-link = Liên kết
lesson-indicator-email = Thư điện tử
lesson-indicator-address = Địa chỉ IP
lesson-indicator-hash = Mã băm
lesson-indicator-file = Tệp
lesson-indicator-domain = Tên miền
lesson-indicator-registry = Khóa registry
lesson-indicator-phone = Số điện thoại

lesson-asks = Đề nghị Quý đơn vị cho biết kết quả:
lesson-asks-again = 🔔 Quý đơn vị chưa cho biết kết quả về bài học này. Đề nghị chọn một trong các nút dưới đây:
lesson-is-out = <i>Bài học của đơn vị Anh/Chị đã được gửi tới các đơn vị. Trân trọng cảm ơn.</i>
lesson-is-closed = <i>Bài học này đã kết thúc.</i>
lesson-locked =
    🔒 <b>{ $code } · { $label }</b>

    { $named ->
        [yes] Bài học này nay chỉ dành cho những người nhận được nêu tên.
       *[other] Bài học này nay chỉ dành cho các đơn vị đã được gửi.
    }
lesson-said = ✔ { $member }: { $said } ({ $by }, { $at })
lesson-verdict-applied = đã áp dụng
lesson-verdict-unconcerned = không liên quan
lesson-verdict-help = cần hỗ trợ
lesson-button-applied = Đã áp dụng
lesson-button-unconcerned = Không liên quan
lesson-button-help = Cần hỗ trợ
lesson-kept-applied = Đã ghi nhận: đã áp dụng. Có thể chọn lại bất cứ lúc nào.
lesson-kept-unconcerned = Đã ghi nhận: không liên quan. Có thể chọn lại bất cứ lúc nào.
lesson-kept-help = Đã chuyển đề nghị hỗ trợ đến điều phối viên.
lesson-help-asked = Đề nghị hỗ trợ áp dụng bài học { $code }: { $title }
lesson-asked = Về bài học { $code } ({ $title }):

lesson-learnt-from = Rút ra từ { $code }; người nhận không thấy dòng này.
lesson-learnt-from-narrower = Rút ra từ { $code }, nay mang nhãn { $label }: bài học theo nhãn đó, không còn { $chosen } như đã chọn{ $sent ->
        [named] ; trong số đã nhận, chỉ những người được nêu tên còn đọc được
        [told] ; bản đã gửi trước khi đổi nhãn vẫn chuyển tiếp được
       *[no] {""}
    }. Người nhận không thấy dòng này.
lesson-state-waiting = ⏳ Chưa gửi: chờ điều phối viên xem.
lesson-state-sent = ✔ Đã gửi.
lesson-state-closed = ✔ Đã kết thúc.
lesson-short-waiting = chưa gửi
lesson-short-sent = đã gửi
lesson-short-closed = đã kết thúc
lesson-naming = Khi gửi bài học này, có được nêu tên <b>{ $name }</b> không? Không chọn nghĩa là không nêu tên; có thể chọn lại bất cứ lúc nào.
lesson-button-named-yes = { $tick } Được nêu tên
lesson-button-named-no = { $tick } Không nêu tên
lesson-naming-kept = Đã ghi nhận.
lesson-named = Của { $name }: được nêu tên.
lesson-unnamed = Của { $name }: <b>không nêu tên</b>; các đơn vị khác đọc là “một đơn vị thành viên”.
lesson-files-sent = { $count ->
        [0] Bài học này không có tệp kèm.
       *[other] Đã gửi { $count } tệp ở cuối cuộc trò chuyện.
    }
lesson-button-files = Tệp kèm ({ $count })
lesson-button-drop = ➖ Bỏ bớt tệp kèm
lesson-drop = Bấm tên tệp để bỏ khỏi bài học. Người đọc bài học sẽ không nhận được tệp đó.
lesson-drop-none = Bài học không còn tệp kèm.
lesson-button-drop-one = ➖ { $number }. { $name }
lesson-dropped = Đã bỏ tệp.
lesson-button-evidence = Tệp minh chứng ({ $count })
lesson-button-copy = Sao chép từng dấu hiệu ({ $count })
lesson-copy = Bấm nút để sao chép từng dấu hiệu ({ $count }), đã viết lại để không mở nhầm.
lesson-button-list = ◀ Bài học
lesson-button-open = Xem bài học
lesson-waits = { $name } gửi một bài học để chia sẻ.

lesson-inline-narrow = { $label } · 📚 { $code }
    Bài học này chỉ dành cho các đơn vị được gửi: đề nghị mở trong cuộc trò chuyện riêng với bot.

lesson-list-head = 📚 <b>Bài học</b> ({ $count })
lesson-list-found = 📚 <b>Bài học</b> có “{ $typed }” ({ $count })
lesson-list-empty = Không có bài học nào.
lesson-list-foot = <i>Tìm trong nội dung, sản phẩm, dấu hiệu: gõ /baihoc và từ cần tìm, có dấu hoặc không dấu.</i>
lesson-list-line = <b>{ $code }</b> · { $label } · { $state }
    { $title }
lesson-button-new = ➕ Viết bài học

lesson-ask-business = 📚 Bài học này của đơn vị nào?
lesson-ask-title = Đề nghị gõ tiêu đề trong một dòng (tối đa { $limit } ký tự).
lesson-ask-happened = 📚 <b>Chuyện gì đã xảy ra?</b>
    Đề nghị gõ ngắn gọn (tối đa { $limit } ký tự); câu đầu sẽ là tiêu đề. Bị tấn công không có gì phải ngại: chia sẻ để đơn vị khác phòng tránh.
lesson-ask-found = <b>Phát hiện bằng cách nào?</b>
    Ai hoặc công cụ nào thấy, thấy điều gì đầu tiên (tối đa { $limit } ký tự).
lesson-ask-todo = <b>Các đơn vị khác nên làm gì?</b>
    Mỗi việc một dòng, việc cần làm ngay viết trước (tối đa { $limit } ký tự).
lesson-ask-indicators = <b>Dấu hiệu nhận biết</b>
    Địa chỉ IP, mã băm, tên miền, liên kết, tên tệp, số điện thoại: mỗi dòng một dấu hiệu, tối đa { $most }. Bot tự nhận ra loại và viết lại để không ai mở nhầm.
lesson-unread-line = “{ $line }”
lesson-unread = Đã giữ { $count } dấu hiệu. Chưa nhận ra: { $lines }{ $more ->
        [0] {""}
       *[other] { " " }và { $more } dòng khác
    }. Đề nghị chỉ gõ lại những dòng này, hoặc bấm ▶ Giữ nguyên để đi tiếp.
lesson-ask-products = <b>Sản phẩm, phiên bản bị ảnh hưởng</b>
    Trong một dòng (tối đa { $limit } ký tự).
lesson-ask-label = <b>Được chia sẻ đến đâu?</b>
lesson-ask-check = Đề nghị xem lại trước khi gửi. Ảnh, tệp kèm theo có thể gửi vào đây.
lesson-label-clear = { $label }: công khai
lesson-label-green = { $label }: trong cộng đồng
lesson-label-amber = { $label }: đơn vị và khách hàng
lesson-label-amber-strict = { $label }: trong đơn vị nhận
lesson-label-red = { $label }: không gửi đi
lesson-label-theirs = Đơn vị chia sẻ chọn { $label }: chỉ đổi được sang nhãn hẹp hơn.
lesson-check-line = <b>{ $name }:</b> { $text }
lesson-check-narrower = ⚠️ <b>Bài học sẽ mang nhãn { $label }</b>, không phải { $chosen } như đã chọn: nội dung hoặc sự việc rút ra bài học chỉ được chia sẻ đến mức này.
lesson-said-now = Đang ghi: { $text }
lesson-button-hand-in = 📨 Gửi bài học
lesson-button-keep = ▶ Giữ nguyên
lesson-button-skip = ▶ Không có
lesson-handed-in = Đã ghi nhận bài học { $code }. Trân trọng cảm ơn.

lesson-edit = ✏️ <b>{ $code }</b> · { $name }
lesson-edit-now = Đang ghi:
    { $text }
lesson-button-empty = ➖ Để trống
lesson-button-edit-title = ✏️ Tiêu đề
lesson-button-edit-happened = ✏️ Chuyện xảy ra
lesson-button-edit-found = ✏️ Cách phát hiện
lesson-button-edit-todo = ✏️ Việc nên làm
lesson-button-edit-indicators = ✏️ Dấu hiệu
lesson-button-edit-products = ✏️ Sản phẩm
lesson-button-edit-label = ✏️ Nhãn TLP
lesson-button-preview = ▶ Xem trước khi gửi
lesson-preview-wide = ▪ { $label }: người nhận chuyển tiếp và lưu được.
lesson-preview-narrow = ▪ { $label }: người nhận không chuyển tiếp, không lưu được.
lesson-preview-sharer = Đơn vị đã chia sẻ bài học không nằm trong số nhận.
lesson-preview-where = Chọn nơi gửi:
lesson-circle-all = Tất cả
lesson-ask-sure = { $label } · 📚 <b>{ $title }</b>
    ⚠️ <b>Xác nhận gửi: { $circle }, { $members } đơn vị, { $people } người?</b> Sau khi gửi không thu hồi được.
lesson-button-sure = 📨 Xác nhận gửi
lesson-button-send = 📨 { $circle }: { $members } đơn vị, { $people } người
lesson-sent = Đang gửi tới { $members } đơn vị, { $people } người.
lesson-counts = <b>{ $circle }:</b> { $asked } đơn vị
    Đã áp dụng: <b>{ $applied }</b> · Không liên quan: <b>{ $unconcerned }</b>
    Cần hỗ trợ: <b>{ $help }</b> · Chưa trả lời: <b>{ $silent }</b>
lesson-heap-applied = Đã áp dụng ({ $count })
lesson-heap-unconcerned = Không liên quan ({ $count })
lesson-heap-help = Cần hỗ trợ ({ $count })
lesson-heap-silent = Chưa trả lời ({ $count })
lesson-line-silent = ▪ { $name }
lesson-line-said = ▪ { $name } ({ $by }, { $at })
lesson-names-head = <b>Nội dung nêu tên các đơn vị dưới đây.</b> Chỉ gửi được khi từng đơn vị đồng ý; có thể sửa nội dung để không nêu tên.
lesson-names-line = ▪ { $name }: { $state }
lesson-names-formerly = { $name } (tên cũ: { $before })
lesson-names-agreed = đồng ý
lesson-names-refused = không đồng ý
lesson-names-asked = đã hỏi, chưa trả lời
lesson-names-unasked = chưa hỏi
lesson-names-gone = không còn trong mạng lưới nên không hỏi được, đề nghị bỏ tên khỏi nội dung
lesson-button-ask-names = Hỏi các đơn vị này
lesson-names-sent = Đang hỏi { $members } đơn vị.
lesson-consent-ask = 📚 <b>{ $code }</b>
    Đề nghị Quý đơn vị cho biết bài học này có được nêu tên <b>{ $name }</b> không. Không chọn nghĩa là không nêu tên; có thể chọn lại bất cứ lúc nào.
lesson-consent-again = Nội dung có tên Quý đơn vị đã được sửa sau khi Quý đơn vị đồng ý; đề nghị xem lại và chọn lần nữa.
refusal-lesson-words-changed = Nội dung vừa được sửa, lựa chọn chưa được ghi nhận. Đề nghị xem lại rồi chọn lần nữa.
lesson-consent-quote = <blockquote>{ $text }</blockquote>
lesson-consent-yes = Đã ghi nhận: đồng ý.
lesson-consent-no = Đã ghi nhận: không đồng ý.
lesson-says-yes = Đồng ý nêu tên
lesson-says-no = Không đồng ý
lesson-says-not = Không nêu tên
lesson-button-consent-yes = { $tick } Đồng ý nêu tên
lesson-button-consent-no = { $tick } Không đồng ý
lesson-named-agreed = { $name } đồng ý được nêu tên.
lesson-named-refused = { $name } <b>không đồng ý</b> được nêu tên.
lesson-button-question = ❓ { $name }
lesson-help-open = chưa được trả lời
lesson-help-settled = đã được trả lời
lesson-helpless = <b>Còn { $count } đơn vị cần hỗ trợ chưa được trả lời.</b>
lesson-head-drill = { $label } · DIỄN TẬP · 📚 { $code }
    <b>{ $title }</b>
lesson-evidence = <b>Minh chứng khi kết thúc:</b> { $text }
lesson-button-close = Kết thúc bài học
lesson-ask-evidence = <b>{ $code }</b> · Kết thúc bài học
    Đề nghị gõ minh chứng cho thấy bài học đã được áp dụng (tối đa { $limit } ký tự), hoặc gửi tệp rồi bấm nút dưới đây. Bài học chưa gửi thì ghi lý do không gửi.
lesson-button-close-now = ✔ Kết thúc với tệp đã gửi

refusal-lesson-unknown = Không tìm thấy bài học này.
refusal-lesson-not-yours = Bài học này không gửi tới đơn vị của Anh/Chị.
refusal-lesson-locked = { $code } nay chỉ dành cho những người nhận được nêu tên.
refusal-lesson-words-length = { $length ->
    [0] Chưa có nội dung. Đề nghị ghi bằng chữ.
   *[other] Nội dung dài { $length } ký tự, tối đa { $limit }. Đề nghị rút gọn.
    }
refusal-lesson-written-already = Bài học này đã được ghi nhận với mã { $code }; không ghi lần thứ hai.
refusal-lesson-settled = { $code } đã được gửi hoặc đã kết thúc nên nội dung giữ nguyên.
refusal-lesson-for-few = Bài học mang nhãn TLP:RED chỉ dành cho người được nêu tên nên không gửi đi.{ $theirs ->
    [yes] {" "}Đơn vị đã chia sẻ có thể gửi lại bài học với nhãn rộng hơn.
   *[no] {""}
    }
refusal-lesson-label-theirs = Đơn vị đã chia sẻ bài học chọn { $label } nên không mở rộng hơn được. Đơn vị có thể gửi lại bài học với nhãn rộng hơn.
refusal-lesson-names-businesses = Nội dung còn nêu tên { $names }, chưa được đồng ý. Đề nghị sửa nội dung hoặc chờ trả lời.
refusal-nobody-named-to-ask = Các đơn vị này đã được hỏi, hoặc chưa có ai đại diện để hỏi.
refusal-not-named = Đơn vị của Anh/Chị không được hỏi về bài học này.
refusal-nobody-to-teach = Chưa có ai đại diện cho đơn vị nào thuộc nhóm này.
refusal-not-taught = Bài học này không gửi tới đơn vị của Anh/Chị.
refusal-lesson-over = { $code } đã kết thúc.
refusal-said-of-lesson-already = Đơn vị đã trả lời như vậy lúc { $at }.
refusal-evidence-missing = Kết thúc bài học cần minh chứng: nội dung tối đa { $limit } ký tự, hoặc tệp.
refusal-indicator-unreadable = Không nhận ra dấu hiệu “{ $line }”. Mỗi dòng chỉ ghi một địa chỉ IP, mã băm, tên miền, liên kết, thư điện tử, tên tệp hoặc số điện thoại.
refusal-indicators-too-many = Tối đa { $limit } dấu hiệu và { $length } ký tự; phần còn lại đề nghị gửi thành tệp.

file-sheet-lessons = Bài học đã viết
file-sheet-lesson-namings = Hỏi về nêu tên trong bài học
file-sheet-lesson-answers = Trả lời về bài học
file-message-lesson = bài học
file-message-lesson-waiting = bài học chờ gửi
file-message-lesson-naming = hỏi về nêu tên trong bài học
file-message-lesson-named = trả lời về nêu tên trong bài học
