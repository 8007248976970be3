### Gộp hồ sơ trùng

merger-ask = 🔀 <b>Gộp { $member }</b> (mã số thuế { $tax_code }) với hồ sơ nào?
    Đề nghị Anh/Chị gõ <b>mã số thuế</b> hoặc <b>tên</b> của hồ sơ kia, có dấu hay không dấu đều được.
merger-choose = 🔀 <b>Gộp { $member }</b> với hồ sơ nào? Nếu chưa thấy, Anh/Chị cứ gõ lại.
merger-candidate = { $member } · { $tax_code }
merger-compare = 🔀 <b>Hai hồ sơ cạnh nhau</b>. Hồ sơ nào được <b>giữ</b>?
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
merger-confirm = 🔀 <b>Gộp hai hồ sơ?</b>
    Giữ mã số thuế { $kept }; hồ sơ { $merged } ngừng dùng, mã số thuế của nó vẫn dẫn về hồ sơ được giữ.
merger-follows = Chuyển sang hồ sơ được giữ: người đại diện, năng lực còn thiếu, câu trả lời (sự cố nào cả hai đã trả lời thì giữ câu trả lời của hồ sơ được giữ), nhiệm vụ, nhóm Telegram, lịch trực.
merger-follows-group = Cả hai đều có nhóm Telegram: nhóm của hồ sơ ngừng dùng sẽ được bỏ gắn.
merger-follows-duty = Cả hai đều có lịch trực: giữ lịch của hồ sơ được giữ.
merger-for-good = ⚠️ <b>Không hoàn tác được.</b>
merger-button-confirm = 🔀 Gộp
merger-done = 🔀 Đã gộp. <b>{ $member }</b>, mã số thuế { $tax_code }, nay có đủ dữ liệu của cả hai hồ sơ; người đại diện đã được báo.

refusal-not-mergeable = Chỉ gộp được hồ sơ là thành viên hoặc được mời; nếu đang tạm dừng, đề nghị cho hoạt động lại trước: { $name }.
refusal-same-business = Đây là cùng một hồ sơ. Đề nghị chọn hồ sơ khác.
refusal-change-waits = Đang có thay đổi chờ duyệt, đề nghị quyết định trước (/hoso): { $name }.
refusal-nobody-like-that = Không tìm thấy hồ sơ gộp được nào khớp với “{ $text }”. Đề nghị Anh/Chị gõ tên hoặc mã số thuế khác.
