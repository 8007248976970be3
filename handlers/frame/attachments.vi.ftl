### Tệp kèm theo tin

attached-photo = { $count } ảnh
attached-video = { $count } video
attached-document = { $count } tài liệu
attached-audio = { $count } tệp âm thanh
attached-voice = { $count } tin thoại
attached-video-note = { $count } video tròn
attached-animation = { $count } ảnh động
attached-location = { $count } vị trí
attached-list = 📎 Kèm { $files }
attached-album = 📎 Kèm các tệp vừa gửi
attached-below = 📎 Kèm { $files }, ngay bên dưới
attached-behind = 📎 Kèm { $files }; bấm <b>Tệp kèm</b> để xem
attached-kept = 📎 Đã kèm tệp vào nội dung. Bước này cần gõ chữ; tin thoại và tệp không thay được.
attached-kept-alone = 📎 Đã kèm tệp vào nội dung.
attached-words-missing = 📎 Đã nhận tệp. Đề nghị gõ thêm nội dung đi kèm.
button-without-files = Bỏ tệp kèm
dialogue-words-or-files = Đề nghị Anh/Chị gõ chữ, hoặc gửi ảnh, video, tài liệu, tin thoại, vị trí.
file-message-files = tệp kèm theo tin
