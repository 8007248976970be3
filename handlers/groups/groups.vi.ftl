### Nhóm Telegram của đơn vị

groups-none = Anh/Chị chưa đại diện cho đơn vị thành viên nào, nên chưa gắn được nhóm Telegram.
groups-choose = 👥 <b>Nhóm Telegram</b> · Đề nghị Anh/Chị chọn đơn vị.
groups-link = 👥 <b>Gắn nhóm Telegram với { $member }</b>

    Cảnh báo và nhiệm vụ của đơn vị sẽ hiện thêm trong nhóm này. Cả nhóm cùng đọc, nhưng chỉ người đại diện trả lời được.

    Bấm nút dưới đây rồi chọn nhóm; Telegram sẽ tự thêm bot vào. Liên kết dùng một lần, cho riêng Anh/Chị, đến { $until }.
groups-link-instead = Nhóm đang gắn sẽ được thay bằng nhóm mới.
groups-confidential = ⚠️ Nội dung cảnh báo chỉ dành cho người của đơn vị: nhóm không nên có người ngoài.
groups-link-anonymous = <i>Người quản trị nhóm đang ẩn danh cần tạm tắt chế độ ẩn danh khi gắn.</i>
groups-unbound = 👥 <b>{ $member }</b> chưa gắn nhóm Telegram nào. Đầu mối chính của đơn vị có thể gắn nhóm tại đây.
groups-bound = 👥 <b>{ $member }</b> đang gắn với nhóm <b>{ $title }</b> từ { $at }.

    Cảnh báo và nhiệm vụ của đơn vị hiện thêm trong nhóm này; chỉ người đại diện trả lời được.
groups-ask = Bỏ gắn nhóm <b>{ $title }</b> khỏi <b>{ $member }</b>? Cảnh báo và nhiệm vụ sẽ không hiện trong nhóm nữa; người đại diện vẫn nhận ở cuộc trò chuyện riêng.
groups-let-go = ✔ Đã bỏ gắn nhóm của <b>{ $member }</b>. Cảnh báo và nhiệm vụ chỉ còn gửi riêng cho người đại diện.
groups-welcome = 👥 <b>Nhóm này đã gắn với { $member }.</b>

    Từ nay cảnh báo, nhiệm vụ và thông tin cập nhật của đơn vị hiện tại đây. Cả nhóm cùng đọc; chỉ người đại diện của đơn vị trả lời bằng nút.

    Bỏ gắn: người đại diện gõ /nhom.
groups-here = 👥 Nhóm này gắn với <b>{ $member }</b>. Cảnh báo và nhiệm vụ của đơn vị hiện tại đây; chỉ người đại diện trả lời.
groups-elsewhere = 👥 Nhóm này gắn với <b>{ $member }</b>. Cảnh báo và nhiệm vụ của đơn vị đang hiện tại một chủ đề khác của nhóm; chỉ người đại diện trả lời.
groups-topic-chosen = 👥 Từ nay cảnh báo và nhiệm vụ của <b>{ $member }</b> hiện tại chủ đề này. Nếu chủ đề bị đóng hoặc bị xoá, tin sẽ hiện tại chủ đề chung.
groups-let-go-here = 👥 Nhóm này không còn gắn với <b>{ $member }</b>: cảnh báo và nhiệm vụ của đơn vị sẽ không hiện ở đây nữa.
groups-how-to-bind = Xin chào. Bot chỉ làm việc trong nhóm riêng của đơn vị thành viên. Để gắn nhóm này, đề nghị đầu mối chính của đơn vị bấm nút dưới đây và làm theo hướng dẫn.
groups-hint = Đề nghị Anh/Chị nhắn riêng với bot để dùng lệnh này.
groups-told-bound = 👥 Nhóm Telegram <b>{ $title }</b> vừa được gắn với <b>{ $member }</b>: cảnh báo và nhiệm vụ của đơn vị hiện thêm tại đó. Nếu nhóm có người ngoài, đề nghị bỏ gắn.
groups-told-unbound = 👥 Nhóm Telegram của <b>{ $member }</b> đã được bỏ gắn. Cảnh báo và nhiệm vụ chỉ còn gửi riêng cho người đại diện.
groups-told-lost = ⚠️ Bot không còn gửi được tin vào nhóm Telegram của <b>{ $member }</b> (đã bị đưa ra khỏi nhóm, hoặc không được phép gửi tin), nên cảnh báo và nhiệm vụ chỉ còn gửi riêng cho người đại diện. Nếu đây là nhầm lẫn, đề nghị gắn lại nhóm.
groups-told-out-of-reach = ⚠️ Bot không gửi được tin vào nhóm Telegram của <b>{ $member }</b>. Cảnh báo và nhiệm vụ của đơn vị từ nay gửi riêng cho người đại diện; đầu mối chính đã được báo.
groups-anonymous = Anh/Chị đang viết với tư cách người quản trị ẩn danh của nhóm, nên bot không biết là ai. Để trả lời, đề nghị bấm nút dưới thẻ, tắt chế độ ẩn danh rồi gửi lại, hoặc nhắn riêng với bot.

button-group-choose = 👥 Chọn nhóm và thêm bot
button-group-change = 🔁 Đổi sang nhóm khác
button-group-topic = 👥 Hiện tại chủ đề này
button-group-unbind = ➖ Bỏ gắn nhóm
button-group-unbind-now = ➖ Bỏ gắn
button-group-keep = ◀ Giữ nguyên
button-group-bind = 👥 Gắn nhóm này
button-group-show = 👥 Nhóm Telegram
button-open-bot = 💬 Nhắn riêng với bot
whisper-impossible = Bot chưa nhắn riêng được cho Anh/Chị. Đề nghị mở cuộc trò chuyện với bot, bấm Bắt đầu, rồi bấm lại nút này.
command-group = Nhóm Telegram của đơn vị

refusal-only-representatives = Trong nhóm này, chỉ người đại diện của { $name } trả lời được.
refusal-only-primary-contact = Chỉ đầu mối chính của đơn vị gắn được nhóm Telegram.
refusal-group-link-of-another = Liên kết gắn nhóm này do người khác tạo. Đề nghị đầu mối chính của đơn vị tự tạo liên kết ở /nhom.
refusal-group-of-another = Nhóm này đang gắn với một đơn vị khác. Mỗi nhóm chỉ gắn với một đơn vị.
refusal-group-bound-already = Nhóm này đã gắn với { $name } từ trước; không cần gắn lại.
refusal-no-group = Đơn vị hiện không gắn với nhóm nào.
refusal-not-spoken-for = Anh/Chị không còn là người đại diện của đơn vị này.

## Trong menu và trong tệp dữ liệu

file-sheet-groups = Nhóm đã gắn
