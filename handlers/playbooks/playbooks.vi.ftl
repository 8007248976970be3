### Kịch bản ứng phó

script-kind-playbook = Kịch bản ứng phó
script-kind-drill = Kịch bản diễn tập
run-step-waiting = chưa đến
run-step-due = đang làm
run-step-done = đã hoàn thành
run-step-skipped = bỏ qua

refusal-script-unknown = Không tìm thấy kịch bản này; có thể bản đang sửa đã được bỏ.
refusal-script-replaced = Kịch bản này đã có phiên bản { $version }. Đề nghị mở lại danh sách.
refusal-script-retired = Kịch bản “{ $title }” đã ngừng dùng.
refusal-script-saved = Phiên bản đã lưu thì giữ nguyên. Đề nghị bấm Sửa để lập phiên bản mới.
refusal-script-title-length = Tên kịch bản phải từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-script-without-steps = Kịch bản chưa có bước nào nên chưa lưu được.
refusal-script-step-unknown = Không còn bước này trong bản đang sửa; có thể đồng nghiệp đã xóa.
refusal-too-many-steps = Mỗi kịch bản có tối đa { $limit } bước.
refusal-step-text-length = Nội dung bước phải từ 1 đến { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-step-expected-length = Kết quả cần đạt dài tối đa { $limit } ký tự; vừa gõ { $length } ký tự.
refusal-step-minutes-range = Thời gian phải từ { $least } đến { $most } phút.
refusal-run-unknown = Không tìm thấy lượt thực hiện kịch bản này.
refusal-run-over = Lượt thực hiện này đã kết thúc lúc { $at }.
refusal-run-step-settled = Bước { $place } đã kết thúc lúc { $at }; không cần bấm lại.
refusal-nothing-to-step-to = Không còn bước nào hẹn giờ để chuyển tới: các bước còn lại chờ bước trước xong.
refusal-skip-reason-missing = Bỏ qua một bước thì cần lý do. Đề nghị Anh/Chị gõ lý do.
refusal-skip-reason-length = Lý do dài tối đa { $limit } ký tự; vừa gõ { $length } ký tự.

## Trong tệp dữ liệu

file-sheet-scripts = Kịch bản đã lập
file-sheet-script-runs = Kịch bản đã chạy
file-sheet-run-steps = Bước kịch bản
