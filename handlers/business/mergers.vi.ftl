### Gộp bản ghi trùng

merger-ask = 🔀 <b>Gộp { $member }</b> (mã số thuế { $tax_code }) với bản ghi nào?
    Đề nghị Anh/Chị gõ <b>mã số thuế</b> hoặc <b>tên</b> của bản ghi kia, có dấu hay không dấu đều được.
merger-choose = 🔀 <b>Gộp { $member }</b> với bản ghi nào? Nếu chưa thấy, Anh/Chị cứ gõ lại.
merger-candidate = { $member } · { $tax_code }
merger-compare = 🔀 <b>Hai bản ghi cạnh nhau</b>. Bản ghi nào được <b>giữ</b>?
merger-same = <b>{ $field }:</b> { $value } <i>(như nhau)</i>
merger-differs = <b>{ $field }:</b>
    ① { $first }
    ② { $second }
merger-field-tax-code = Mã số thuế
merger-field-name = Tên
merger-field-sectors = Lĩnh vực
merger-field-commune = Địa bàn
merger-field-phone = Điện thoại đơn vị
merger-field-state = Trạng thái
merger-field-capabilities = Năng lực
merger-field-people = Người đại diện
merger-field-weight = Đã có
merger-weight = { $answers } câu trả lời, { $tasks } nhiệm vụ
merger-nothing = —
merger-state-approved = thành viên
merger-state-invited = được mời, chưa tham gia
merger-button-keep = Giữ { $mark } { $tax_code }
merger-values = 🔀 <b>Chọn giá trị đúng</b> cho từng mục khác nhau.
merger-button-values-next = Tiếp tục ▶
merger-value-line = <b>{ $field }:</b> { $value }
merger-confirm = 🔀 <b>Gộp hai bản ghi?</b>
    Giữ mã số thuế { $kept }; bản ghi { $merged } ngừng dùng, mã số thuế của nó vẫn dẫn về bản ghi được giữ.
merger-follows = Chuyển sang bản ghi được giữ: người đại diện, năng lực còn thiếu, câu trả lời (sự cố nào cả hai đã trả lời thì giữ câu trả lời của bản ghi được giữ), nhiệm vụ, nhóm Telegram, lịch trực.
merger-follows-group = Cả hai đều có nhóm Telegram: nhóm của bản ghi ngừng dùng sẽ được bỏ gắn.
merger-follows-duty = Cả hai đều có lịch trực: giữ lịch của bản ghi được giữ.
merger-for-good = ⚠️ <b>Không hoàn tác được.</b>
merger-button-confirm = 🔀 Gộp
merger-done = 🔀 Đã gộp. <b>{ $member }</b>, mã số thuế { $tax_code }, nay có đủ dữ liệu của cả hai bản ghi; người đại diện đã được báo.

refusal-not-mergeable = Chỉ gộp được bản ghi là thành viên hoặc được mời; nếu đang tạm dừng, đề nghị cho hoạt động lại trước: { $name }.
refusal-same-business = Đây là cùng một bản ghi. Đề nghị chọn bản ghi khác.
refusal-change-waits = Đang có thay đổi chờ duyệt, đề nghị quyết định trước (/hoso): { $name }.
refusal-nobody-like-that = Không tìm thấy bản ghi gộp được nào khớp với “{ $text }”. Đề nghị Anh/Chị gõ tên hoặc mã số thuế khác.
