# Bản tin CAP gửi các hệ thống khác

cap-feed = Bản tin công khai của { $department }
cap-feed-restricted = Bản tin giới hạn của { $department }
cap-sender-name = { $department } { $home }
cap-headline = { $title }
cap-headline-end = Kết thúc: { $title }
cap-headline-withdrawn = Không còn thông tin tại đây: { $code }
cap-withdrawn = Cảnh báo này không còn được thông tin tại đây; điều đó không có nghĩa là sự việc đã kết thúc.
cap-headline-drill = DIỄN TẬP – { $headline }
cap-drill = Đây là diễn tập, không có sự cố thật.
cap-reopened = Tin kết thúc trước đó được rút lại, sự cố vẫn đang được xử lý.
cap-own-words = {""}
cap-actions = Đã xử lý:
cap-needs = Đề nghị:
cap-began = Bắt đầu: { $at }.
cap-severity = Mức độ theo thang của mạng lưới: { $severity }.
cap-instruction = Đề nghị theo dõi thông tin tiếp theo của { $department }.
cap-instruction-end = Cảnh báo đã kết thúc, không cần thực hiện thêm biện pháp nào.
cap-instruction-drill = Đây là diễn tập, đơn vị không tham gia không cần thực hiện biện pháp nào.

cap-rule-name-letters = Mã bản tin và bên gửi không được trống, không chứa khoảng trắng, dấu phẩy, dấu < hoặc &.
cap-rule-references-missing = Bản tin cập nhật, hủy, xác nhận hoặc báo lỗi phải dẫn bản tin trước đó.
cap-rule-references-earlier = Mỗi bản tin được dẫn phải ghi đủ bên gửi, mã, thời điểm gửi và phải được gửi trước bản tin này.
cap-rule-restriction-missing = Bản tin giới hạn phải ghi giới hạn cho ai.
cap-rule-addresses-missing = Bản tin riêng phải ghi nơi nhận.
cap-rule-note-missing = Bản tin diễn tập phải ghi mã diễn tập, bản tin báo lỗi phải ghi lỗi.
cap-rule-categories-same = Mọi phần thông tin phải cùng nhóm loại.
cap-rule-before-sent = Thời điểm hiệu lực, bắt đầu và hết hạn không được trước thời điểm gửi.
cap-rule-expires-last = Thời điểm hết hạn không được trước thời điểm hiệu lực hoặc bắt đầu.
cap-rule-headline-length = Tiêu đề phải dưới 140 ký tự.
cap-rule-markup = Nội dung phải là chữ thường, không chứa thẻ HTML.
cap-rule-web-absolute = Địa chỉ web phải đầy đủ, có giao thức ở đầu.
cap-rule-on-earth = Vùng và tâm phải là vĩ độ từ -90 đến 90, kinh độ từ -180 đến 180.
cap-rule-polygon-closed = Vùng phải có ít nhất bốn điểm, điểm cuối trùng điểm đầu.
cap-rule-ceiling-alone = Độ cao trên phải đi cùng độ cao dưới.
