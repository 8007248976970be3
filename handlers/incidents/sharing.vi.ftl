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
    ⚠ Đổi nhãn của <b>{ $code }</b> từ { $before } sang <b>{ $label }</b>?

    Nhãn mới cho phép chia sẻ rộng hơn. Tin đã gửi trước đây vẫn giữ mức bảo vệ cũ.
label-now = Nhãn nay là { $label }.
card-recipients = 👥 Chỉ dành cho: { $names }
card-recipients-more = 👥 Chỉ dành cho { $names } và { $more } đơn vị khác đã được gọi
preview-label-limits = 🏷 { $label }: chỉ gọi { $members } đơn vị liên quan đến hệ thống.
preview-label-nobody = ⚠️ { $label } chỉ dành cho những người được nêu tên, nhưng chưa rõ là đơn vị nào trong mạng lưới. Đề nghị ghi tên hệ thống liên quan, hoặc bấm <b>Gọi rộng hơn nhãn</b>.
preview-label-wide = ⚠ { $label } không dành cho rộng rãi, nhưng tin này sẽ tới { $members } đơn vị. Đề nghị kiểm tra trước khi gửi.
button-label-wider = 🏷 Gọi rộng hơn nhãn
part-tlp = Nhãn
