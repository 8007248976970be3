### Sẵn Sàng: lời bằng tiếng Việt (bản gốc). HTML của Telegram; giá trị do người dùng gõ được mã hóa trước khi chèn.

## Chung

button-back = ◀ Quay lại
button-cancel = ✖ Hủy
dialogue-cancelled = Đã hủy. Không có gì được lưu hoặc gửi đi.
dialogue-none = Hiện không có thao tác nào đang làm dở. Gõ /trogiup để xem các lệnh.

refusal-tax-code-length = Mã số thuế cần 10 chữ số (doanh nghiệp), 13 chữ số (chi nhánh) hoặc 12 chữ số (hộ kinh doanh); mã vừa nhập có { $length } chữ số. Đề nghị Anh/Chị kiểm tra và nhập lại, ví dụ: 0100112437 hoặc 0314409058-002.
refusal-tax-code-characters = Mã số thuế chỉ gồm chữ số, nhưng mã vừa nhập có “{ $characters }”. Đề nghị Anh/Chị nhập lại, lưu ý không nhầm chữ O với số 0, chữ l với số 1.
refusal-tax-code-check-digit = Mã số thuế { $digits } chưa đúng: chữ số kiểm tra ở cuối không khớp, có thể một chữ số bị gõ nhầm. Đề nghị Anh/Chị đối chiếu với giấy chứng nhận đăng ký doanh nghiệp và nhập lại.
refusal-tax-code-never-issued = Không có mã số thuế { $code }: số thứ tự và số chi nhánh không thể gồm toàn số 0. Chi nhánh được đánh số từ 001 đến 999, ví dụ: 0314409058-002.
refusal-phone-invalid = Số điện thoại chưa đúng (vừa nhập { $digits } chữ số). Đề nghị Anh/Chị nhập một số duy nhất: di động 10 chữ số, ví dụ 0912 345 678; cố định kèm mã vùng, ví dụ 024 3822 1234; số nước ngoài bắt đầu bằng dấu +.
refusal-moment-unclear = Hệ thống chưa hiểu thời gian vừa nhập. Đề nghị Anh/Chị viết theo một trong các cách: 14:30 · 17:00 25/11 · ngày mai 8h · 30 phút · 2 giờ nữa.
refusal-moment-past = Thời điểm { $at } đã qua. Đề nghị Anh/Chị nhập một thời điểm sắp tới, ví dụ: 17:00 25/11 hoặc ngày mai 8h.
