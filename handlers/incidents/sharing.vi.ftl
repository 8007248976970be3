### Nhãn chia sẻ thông tin TLP 2.0

label-button-offer = 🏷 Nhãn TLP
label-head = 🏷 <b>{ $code }</b> · Nhãn chia sẻ thông tin: { $label }
label-line = <b>{ $label }</b>: { $meaning }
label-means-red = chỉ những người nhận được nêu tên
label-means-amber-strict = trong nội bộ tổ chức nhận
label-means-amber = trong tổ chức nhận và khách hàng liên quan
label-means-green = trong mạng lưới, không đăng công khai
label-means-clear = không giới hạn
label-button-surely = 🏷 Đổi sang { $label }
label-button-keep = ◀ Giữ nguyên
label-ask-wider =
    ⚠️ Đổi nhãn của <b>{ $code }</b> từ { $before } sang <b>{ $label }</b>?

    Nhãn mới cho phép chia sẻ rộng hơn. Tin đã gửi trước đây vẫn giữ mức bảo vệ cũ.
label-cannot-take-back = ℹ️ Khi đổi sang { $red }, bot thay bằng 🔒 những tin đã gửi cho người không được nêu tên, quan sát viên và các nhóm. Không thu hồi được: điều đã đọc, đã chuyển tiếp hoặc chụp lại, và ảnh, tệp đã gửi kèm.
label-task-unread = ⚠️ <b>{ $code }</b> đang giao cho { $member }, nhưng không ai của đơn vị còn đọc được. Đề nghị giao cho đơn vị khác, hoặc nêu tên người của đơn vị.
label-button-task = 📌 Xem { $code }
label-words-ask =
    ⚠️ Nội dung ghi <b>{ $label }</b>, chặt hơn nhãn của sự cố, nên chưa gửi được. Đề nghị chọn: nâng nhãn của sự cố, hoặc bỏ nhãn khỏi nội dung.

    Nội dung khi bỏ nhãn: { $words }
label-words-ask-alone =
    ⚠️ Nội dung ghi <b>{ $label }</b>, nhưng nhiệm vụ không thuộc sự cố nào nên không mang nhãn được. Đề nghị giao nhiệm vụ trong một sự cố, hoặc bỏ nhãn khỏi nội dung.

    Nội dung khi bỏ nhãn: { $words }
label-button-raise = 🏷 Nâng nhãn sự cố thành { $label }
label-button-unlabel = ➖ Bỏ nhãn khỏi nội dung
refusal-label-stricter = Nội dung ghi { $label }, chặt hơn nhãn của sự cố, nên chưa gửi. Đề nghị nâng nhãn của sự cố trước, hoặc bỏ nhãn khỏi nội dung.
label-meanwhile = Chưa đổi: trong lúc hỏi, có người đã đổi nhãn thành { $label }. Đề nghị xem lại rồi chọn.
label-now = Nhãn nay là { $label }.
card-recipients = 👥 Chỉ dành cho: { $names }
card-recipients-more = 👥 Chỉ dành cho { $names } và { $more } người khác được nêu tên
preview-label-of-source = 🏷 Nhãn { $label } lấy theo báo cáo. Bấm vào nhãn bên dưới nếu cần bỏ.
preview-label-limits = 🏷 { $label }: chỉ gọi { $members } đơn vị liên quan đến hệ thống.
preview-label-nobody = ⚠️ { $label } chỉ dành cho những người được nêu tên, nhưng chưa rõ là đơn vị nào trong mạng lưới. Đề nghị ghi tên hệ thống liên quan, hoặc bấm <b>Gọi rộng hơn nhãn</b>.
preview-label-wide = ⚠️ { $label } không dành cho rộng rãi, nhưng tin này sẽ tới { $members } đơn vị. Đề nghị kiểm tra trước khi gửi.
button-label-wider = 🏷 Gọi rộng hơn nhãn
part-tlp = Nhãn
button-recipients = 👤 Người nhận được nêu tên
button-recipients-back = ◀ Về nhãn
button-recipient-name = 👤 Nêu tên và gửi
recipients-head =
    👤 <b>{ $code }</b> · { $label }: { $named }/{ $count } người được nêu tên

    Chỉ những người này và điều phối viên đọc được sự cố. Bấm vào tên để thêm hoặc bỏ; người bị bỏ sẽ không nhận và không xem được gì thêm.
recipient-ask =
    👤 Nêu tên <b>{ $name }</b> ({ $member }) làm người nhận của <b>{ $code }</b>?

    Người này sẽ nhận sự cố ngay. Điều đã đọc thì không thu hồi được.
card-hidden =
    🔒 <b>{ $code } · { $label }</b>

    Sự cố này nay chỉ dành cho những người nhận được nêu tên.
refusal-not-for-named-people = Nhãn của { $code } đã đổi, nên không cần nêu tên người nhận.
refusal-not-proposed = Người này không còn đại diện cho đơn vị nào được gọi trong sự cố.
preview-recipients = 👤 { $named }/{ $count } người được nêu tên. Ngoài những người này, chỉ điều phối viên đọc được.
button-choose-recipients = 👤 Chọn người nhận ({ $named }/{ $count })
declare-ask-recipients =
    👤 Ai được đọc sự cố này? Đã chọn { $named }/{ $count } người đại diện của các đơn vị được gọi.

    Bấm vào tên để thêm hoặc bỏ.
preview-nobody-named = ⚠️ Chưa nêu tên ai. Đề nghị bấm <b>Chọn người nhận</b>.
