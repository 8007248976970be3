## Trang trò chuyện của môi trường thử: chú thích dưới tên, và tiêu đề nhóm trong danh sách
note-coordinator = Điều phối viên
note-duty-officer = Điều phối viên trực
note-observer = Quan sát viên · cơ quan phối hợp
note-featured-telecom = Đại diện doanh nghiệp viễn thông · { $member }
note-featured-postal = Đại diện doanh nghiệp bưu chính · { $member }
note-featured-it = Đại diện doanh nghiệp công nghệ thông tin · { $member }
note-newcomer = Người mới · mã số thuế để thử: { $tax_code }
note-english-newcomer = Người mới dùng tiếng Anh · mã số thuế để thử: { $tax_code }
note-representative = { $title } · { $member }
group-staff = Cơ quan điều phối
group-newcomers = Người mới
group-telecom = Viễn thông
group-postal = Bưu chính
group-it = Công nghệ thông tin, công nghệ số

## Chức vụ của người đại diện
role-director = Giám đốc
role-deputy-director = Phó giám đốc
role-technical-deputy = Phó giám đốc kỹ thuật
role-chief-executive = Giám đốc điều hành
role-branch-director = Giám đốc chi nhánh
role-noc-shift-lead = Trưởng ca trực NOC
role-head-of-technology = Trưởng phòng kỹ thuật
role-response-team-lead = Đội trưởng ứng cứu thông tin
role-head-of-network = Trưởng phòng hạ tầng mạng
role-transmission-engineer = Kỹ sư truyền dẫn
role-head-of-operations = Trưởng phòng khai thác
role-fleet-lead = Đội trưởng đội xe
role-postmaster = Trưởng bưu cục
role-logistics-lead = Phụ trách kho vận
role-security-lead = Trưởng nhóm an toàn thông tin
role-monitoring-shift-lead = Trưởng ca giám sát
role-system-administrator = Quản trị hệ thống
role-head-of-software = Trưởng phòng phần mềm

## Từ chối nạp dữ liệu mẫu
refused-foreign = Cơ sở dữ liệu có { $count } đơn vị không thuộc dữ liệu mẫu, ví dụ “{ $name }”. Dữ liệu mẫu không được trộn với dữ liệu thật: đề nghị dùng một cơ sở dữ liệu khác.
refused-province = Cơ sở dữ liệu đang giữ dữ liệu mẫu của một địa phương khác, không phải { $province }. Đề nghị đặt lại mã tỉnh như cũ hoặc bắt đầu với một cơ sở dữ liệu trống.
report-text = Trang tra cứu của đơn vị mở rất chậm từ sáng, nhiều người dùng không đăng nhập được.

## Nhóm điều hành, với các chủ đề
operations-title = Điều hành ứng cứu

## Việc đã qua: một sự cố ba tuần trước, và bài học rút ra
past-title = Đứt cáp quang trên Quốc lộ 32
past-text = Cáp quang trục bị máy xúc kéo đứt khi thi công mở rộng đường; nhiều xã phía tây mất kết nối. Cần đội hàn nối và vật tư.
past-summary = Đã hàn nối xong tuyến cáp, các xã đã có kết nối trở lại. Cảm ơn các đơn vị đã hỗ trợ.
past-lesson-happened = Máy xúc mở rộng đường kéo đứt cáp quang trục, vì đơn vị thi công không có bản đồ tuyến cáp.
past-lesson-found = Giám sát mạng báo mất tín hiệu sau 2 phút; đội tuần tra tìm thấy điểm đứt sau 25 phút.
past-lesson-todo = Gửi bản đồ tuyến cáp cho Ban quản lý dự án trước khi thi công; cắm biển báo mỗi 200 m; trực giám sát trong những ngày đào.
