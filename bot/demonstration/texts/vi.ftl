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
