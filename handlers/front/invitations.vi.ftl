### Liên kết mời

refusal-invitation-unknown = Liên kết mời không đúng hoặc đã bị thu hồi. Đề nghị Anh/Chị xin người mời một liên kết mới.
refusal-invitation-expired = Liên kết mời đã hết hạn lúc { $at }. Đề nghị Anh/Chị xin người mời một liên kết mới.
refusal-invitation-used = Liên kết mời này đã được dùng. Mỗi liên kết chỉ dùng một lần.
refusal-invitation-taken = Liên kết mời này đã được người khác mở trước. Đề nghị Anh/Chị xin một liên kết riêng.
refusal-invitation-for-group = Liên kết này để đưa bot vào nhóm Telegram của đơn vị, không dùng trong cuộc trò chuyện riêng. Đề nghị Anh/Chị mở lại và chọn nhóm.
