### Nhập, xuất dữ liệu

workbook-room =
    📑 <b>Nhập, xuất dữ liệu</b>

    <b>Nhập:</b> gửi tệp .xlsx hoặc .csv vào cuộc trò chuyện này. Hệ thống kiểm tra từng dòng và cho xem kết quả; chưa có gì được ghi cho đến khi Anh/Chị xác nhận.
    <b>Xuất:</b> danh bạ, câu trả lời, nhiệm vụ dưới dạng tệp .xlsx.
    <b>Phiếu mời:</b> { $invited ->
        [0] hiện không có đơn vị nào chờ người đại diện.
       *[other] { $invited } đơn vị đã nhập đang chờ người đại diện.
    }
workbook-button-template = 📄 Tải mẫu
workbook-button-import = 📥 Nhập danh sách
workbook-button-roster = 📑 Xuất danh bạ
workbook-button-answers = 📑 Xuất câu trả lời
workbook-button-tasks = 📑 Xuất nhiệm vụ
workbook-button-sheets = 🖨 Phiếu mời (QR)
workbook-button-home = ◀ Nhập, xuất

workbook-how-to-import =
    📥 <b>Nhập danh sách đơn vị</b>

    Chỉ cần gửi tệp vào đây: .xlsx hoặc .csv, tối đa { $megabytes } MB và { $rows } dòng.

    Cột bắt buộc: { $required }.
    Cột có thể thêm: { $optional }.

    Tệp được kiểm tra ngay. Dòng sai được trả lại kèm lý do bên cạnh từng ô; đơn vị đã có trong danh bạ được so sánh từng mục. Sau đó Anh/Chị mới quyết định có nhập hay không. Nhập lại cùng một tệp không làm thay đổi gì.
workbook-template-caption = Mẫu danh sách đơn vị. Đề nghị điền vào trang đầu rồi gửi tệp lại vào đây.
workbook-received = 📥 Đã nhận tệp <b>{ $file }</b>. { $ahead ->
        [0] Đang kiểm tra …
       *[other] Còn { $ahead } việc đang làm trước; kết quả sẽ được báo tại đây.
    }
workbook-asked = Đang chuẩn bị, tệp sẽ được gửi vào cuộc trò chuyện này.

job-progress-reading = ⏳ Đang kiểm tra: { $done } dòng …
job-progress-comparing = ⏳ Đang so sánh với danh bạ: { $done } dòng …
job-progress-saving = ⏳ Đang ghi: { $done } dòng …
job-progress-writing = ⏳ Đang tạo tệp: { $done } dòng …
job-progress-inviting = ⏳ Đang tạo phiếu mời: { $done } đơn vị …
job-progress-of = { $done }/{ $total }
job-refused = ❌ <b>{ $file }</b>: { $why }
job-failed = Rất tiếc, việc này không hoàn thành được sau 3 lần thử. Quản trị hệ thống đã được báo. Dữ liệu đã ghi trước đó vẫn đúng; Anh/Chị có thể làm lại bất cứ lúc nào.
job-trouble = ⚠️ <b>Hệ thống:</b> việc số { $number } (nhập, xuất dữ liệu) không hoàn thành được sau 3 lần thử. Dữ liệu khác không bị ảnh hưởng. Đề nghị xem nhật ký hệ thống.

## Nhập: kết quả kiểm tra

import-checked = 📥 <b>Kết quả kiểm tra</b> · { $file }
import-rows = Tổng số dòng: <b>{ $rows }</b>
import-new = ➕ Đơn vị mới: <b>{ $count }</b>
import-changed = ✏️ Đã có, khác với danh bạ: <b>{ $count }</b>
import-same = ✔ Đã có, không khác: <b>{ $count }</b>
import-rejected = ⚠️ Dòng bị loại: <b>{ $count }</b>, xem lý do trong tệp gửi kèm; có thể sửa ngay trong tệp đó rồi gửi lại.
import-unknown = Cột không dùng đến: { $columns }
import-first-of-several = Ô có nhiều số điện thoại, lấy số đầu: { $count }
import-old-prefix = Số di động cũ 11 chữ số, đã đổi sang đầu số mới: { $count }
import-older = 📍 Địa chỉ trước 01/7/2025, nay thuộc: <b>{ $count }</b> ({ $rows })
import-older-row = dòng { $row }: { $old } → { $new }
import-older-caption = 📍 { $count } địa chỉ trước 01/7/2025 và xã, phường, đặc khu hiện nay được hiểu. Đề nghị kiểm tra trước khi nhập.
import-old-writing =
    ✍️ <b>{ $count } dòng</b> { $writing ->
        [tcvn3] viết bằng phông TCVN3 (ABC)
        [vni] viết bằng phông VNI
       *[other] bị đọc sai bảng mã
    }, ví dụ “{ $old }” → “{ $new }”. Chuyển sang Unicode?
import-button-convert = ✍️ Chuyển { $count } dòng, kiểm tra lại
import-converting = ✍️ Đang chuyển sang Unicode và kiểm tra lại <b>{ $file }</b> … Kết quả sẽ được báo tại đây.
import-sheets = Trang đã đọc (số dòng): { $sheets }
import-unread = ⚠️ Trang không đọc: { $sheets }
import-unread-hidden = đang ẩn
import-unread-no-list = không phải danh sách
import-unread-missing = thiếu cột { $detail }
import-unread-twice = hai cột cùng ý nghĩa: { $detail }
import-nothing-written = <i>Chưa có gì được ghi.</i>
import-nothing-to-do = Không có gì để nhập: danh bạ giữ nguyên.
import-button-new = 📥 Nhập { $count } đơn vị mới
import-button-merge-only = ✏️ Cập nhật { $count } đơn vị đã có
import-button-merge = 📥 Nhập { $new } mới, cập nhật { $changed } đã có
import-button-compare = 🔍 So sánh { $count } đơn vị đã có
import-button-drop = ✖ Hủy
import-button-summary = ◀ Kết quả kiểm tra
import-dropped = 🚫 Đã hủy việc nhập <b>{ $file }</b>. Danh bạ giữ nguyên.
import-begun = 📥 Đang nhập <b>{ $file }</b> … Kết quả sẽ được báo tại đây.
import-rejected-caption = ⚠️ { $count } dòng bị loại, kèm lý do bên cạnh từng ô sai. Sửa rồi gửi lại nguyên tệp này.
import-comparison-caption = 🔍 { $count } đơn vị đã có và những mục khác nhau.

import-compare-title = 🔍 <b>So sánh</b> · { $file }
import-compare-more = Hiện { $shown } trong số { $count } đơn vị; tất cả có trong tệp so sánh.
import-compare-business = <b>{ $name }</b> · { $code } · dòng { $row }
import-compare-line =
    ▪ <i>{ $column }</i>
    Hiện có: { $old }
    Trong tệp: <b>{ $new }</b>
import-empty = (trống)

import-done = ✔ <b>Đã nhập xong</b> · { $file }
import-done-nothing = ✔ <b>Không có gì thay đổi</b> · { $file }
import-done-new = ➕ Đơn vị mới, chờ người đại diện: <b>{ $count }</b>
import-done-updated = ✏️ Đơn vị được cập nhật: <b>{ $count }</b>
import-done-kept = Giữ nguyên theo lựa chọn của Anh/Chị: { $count }
import-done-surprising = ❗ Giữ nguyên vì vừa có thay đổi sau khi kiểm tra: { $count } ({ $names }). Gửi lại tệp để so sánh lần nữa.
import-done-invite = Bước tiếp theo: in phiếu mời có mã QR để gửi cho các đơn vị.
import-button-sheet = 🖨 Phiếu mời cho { $count } đơn vị vừa nhập

## Tệp so sánh, tệp bị loại

workbook-sheet-members = Danh sách
workbook-sheet-guide = Hướng dẫn
workbook-sheet-choices = Danh mục
workbook-sheet-rejected = Dòng bị loại
workbook-sheet-older = Địa chỉ cũ
workbook-sheet-comparison = So sánh
workbook-file-template = mau-danh-sach-don-vi
workbook-file-rejected = dong-bi-loai
workbook-file-older = dia-chi-cu
workbook-file-comparison = so-sanh
workbook-file-roster = danh-ba
workbook-file-answers = cau-tra-loi
workbook-file-tasks = nhiem-vu
workbook-file-sheet = phieu-moi
workbook-reason-heading = Lý do – { $heading }
workbook-heading-row = Dòng
workbook-heading-field = Mục
workbook-heading-older = Địa chỉ trong tệp
workbook-heading-commune-today = Xã, phường, đặc khu hiện nay
workbook-heading-old = Hiện có
workbook-heading-new = Trong tệp

workbook-column-tax-code = Mã số thuế
workbook-column-name = Tên đơn vị
workbook-column-sectors = Lĩnh vực
workbook-column-commune = Xã, phường, đặc khu
workbook-column-phone = Điện thoại đơn vị
workbook-column-capabilities = Năng lực
workbook-spellings-tax-code = MST; Mã số doanh nghiệp; MSDN; Mã thuế; Mã số thuế/MSDN; Mã số thuế (MST); MST/Mã số doanh nghiệp; Mã số doanh nghiệp/MST; Mã số thuế/Mã số doanh nghiệp; Mã số doanh nghiệp/Mã số thuế; Mã số DN; Mã DN; Mã doanh nghiệp
workbook-spellings-name = Tên; Tên doanh nghiệp; Tên công ty; Doanh nghiệp; Đơn vị; Tên tổ chức; Tên đơn vị/doanh nghiệp; Tên doanh nghiệp/đơn vị; Tên đơn vị, doanh nghiệp, tổ chức; Tên doanh nghiệp, đơn vị, tổ chức; Tên cơ sở; Tên cơ sở kinh doanh; Tên hộ kinh doanh; Tên doanh nghiệp/hộ kinh doanh; Tên DN; Tên tổ chức, doanh nghiệp
workbook-spellings-sectors = Ngành; Ngành nghề; Ngành nghề kinh doanh; Ngành, lĩnh vực; Lĩnh vực hoạt động; Loại hình; Lĩnh vực, ngành nghề; Ngành nghề, lĩnh vực; Lĩnh vực kinh doanh; Lĩnh vực hoạt động chính; Ngành nghề chính; Ngành nghề kinh doanh chính; Ngành nghề hoạt động; Nhóm ngành
workbook-spellings-commune = Xã mới; Xã/phường mới; Xã, phường, đặc khu mới; Xã hiện nay; Xã sau sáp nhập; Địa chỉ mới; Xã/phường; Xã, phường, đặc khu; Phường/xã; Tên xã, phường; Tên xã, phường, đặc khu; Đơn vị hành chính; Xã/phường/thị trấn; Phường/xã/thị trấn; Tên xã; Cấp xã; Xã; Phường; Xã cũ; Xã/phường cũ; Phường/xã cũ; Phường cũ; Xã/phường/thị trấn cũ; Địa bàn; Địa chỉ; Địa chỉ cũ; Địa chỉ trụ sở; Địa chỉ trụ sở chính; Trụ sở; Trụ sở chính
workbook-spellings-district = Huyện cũ; Quận/huyện cũ; Huyện/thị/thành cũ; Huyện/thị xã/thành phố cũ; Huyện, thị xã, thành phố (cũ); Quận/huyện/thị xã cũ; Cấp huyện cũ; Huyện trước sáp nhập; Huyện trước đây; Huyện; Quận/huyện; Huyện/quận; Quận; Tên huyện; Cấp huyện; Huyện/thị; Huyện/thị/thành; Huyện/TX/TP; Huyện/thành phố; Huyện/thị xã/thành phố; Huyện, thị xã, thành phố; Quận/huyện/thị xã; Quận/huyện/thị xã/thành phố; Quận/huyện/thành phố
workbook-spellings-province = Tỉnh; Tỉnh/thành; Tỉnh/TP; Tỉnh/thành phố; Thành phố/tỉnh; Tỉnh thành; Tỉnh mới; Tỉnh hiện nay
workbook-spellings-former-province = Tỉnh cũ; Tỉnh/thành cũ; Tỉnh/TP cũ; Tỉnh/thành phố cũ; Tỉnh trước sáp nhập; Tỉnh trước đây
workbook-spellings-phone = Điện thoại; Số điện thoại; SĐT; Số ĐT; ĐT; Điện thoại liên hệ; Số điện thoại liên hệ; Di động; Tel; Điện thoại cơ quan; Điện thoại doanh nghiệp; Điện thoại cố định; Số điện thoại cố định; Số cố định; Cố định; Điện thoại bàn; Điện thoại/Fax; Điện thoại (nếu có); Số điện thoại (nếu có); Số điện thoại đơn vị; Hotline; Tổng đài
workbook-spellings-capabilities = Năng lực hỗ trợ; Khả năng hỗ trợ

-workbook-example-mark = VÍ DỤ (hệ thống bỏ qua):
workbook-example-first = { -workbook-example-mark } Công ty Cổ phần Viễn thông Sông Hồng
workbook-example-second = { -workbook-example-mark } Bưu điện khu vực Trung tâm

workbook-prompt-tax-code = 10 chữ số; chi nhánh thêm 3 chữ số (0314409058-002); hộ kinh doanh 12 chữ số. Ô đã định dạng kiểu Văn bản để không mất số 0 ở đầu.
workbook-prompt-sectors = Chọn trong danh sách, hoặc gõ nhiều lĩnh vực cách nhau bằng dấu chấm phẩy.
workbook-prompt-commune = Chọn trong danh sách, hoặc gõ tên xã, phường, đặc khu theo cách viết bất kỳ.
workbook-prompt-capabilities = Mỗi năng lực viết: tên, dấu hai chấm, số lượng. Nhiều năng lực cách nhau bằng dấu chấm phẩy.
workbook-guide-heading-column = Cột
workbook-guide-heading-how = Cách điền
workbook-guide-tax-code = Bắt buộc. 10 chữ số (doanh nghiệp), 13 chữ số (chi nhánh, ví dụ 0314409058-002) hoặc 12 chữ số (hộ kinh doanh). Mỗi mã chỉ một dòng.
workbook-guide-name = Bắt buộc. Tên đầy đủ theo giấy chứng nhận đăng ký doanh nghiệp, tối đa { $longest } ký tự.
workbook-guide-sectors = Bắt buộc. { $sectors }. Nhiều lĩnh vực cách nhau bằng dấu chấm phẩy; viết tắt như CNTT cũng được.
workbook-guide-commune = Bắt buộc. Xã, phường, đặc khu hiện nay của { $home }, viết có dấu hay không dấu đều được; địa chỉ cũ thì ghi cả huyện.
workbook-guide-phone = Không bắt buộc. Số của chính đơn vị (tổng đài, văn phòng), không phải số riêng của một người.
workbook-guide-capabilities = Không bắt buộc. Ví dụ: { $example }: 5; { $other }: 2. Tên năng lực lấy trong danh sách thả xuống.
workbook-guide-examples = Hai dòng ví dụ được bỏ qua khi nhập; có thể xóa hoặc để nguyên.
workbook-guide-empty = Ô để trống không làm mất dữ liệu đã có. Lĩnh vực, năng lực trong tệp được thêm vào những gì đơn vị đã có.
workbook-guide-personal = Đề nghị không ghi tên, số điện thoại riêng hay dữ liệu cá nhân của bất kỳ ai vào tệp này: người đại diện tự khai qua liên kết mời và tự quyết định đồng ý.

## Xuất

export-choose-incident = 📑 <b>Xuất câu trả lời</b>

    Chọn một sự cố, hoặc tất cả.
export-personal-numbers =
    📑 <b>Xuất danh bạ</b>

    Danh bạ có { $count } hộ kinh doanh. Mã số thuế của hộ là số định danh cá nhân của chủ hộ, nên chỉ ghi một phần (0252…890), trừ khi thật cần. Xuất đủ số được ghi lại như một lượt xem.
export-button-masked = 📑 Xuất, che số định danh
export-button-whole = Xuất đủ số định danh
export-no-incidents = Chưa có sự cố nào để xuất câu trả lời.
export-button-all = Tất cả các sự cố
export-empty = Chưa có dữ liệu để xuất.
export-roster-caption = 📑 Danh bạ mạng lưới: { $count } đơn vị, lúc { $at }. Có số điện thoại của người đại diện: chỉ dùng trong cơ quan điều phối.
export-answers-caption = 📑 Câu trả lời ({ $scope }): { $count }, lúc { $at }.
export-tasks-caption = 📑 Nhiệm vụ: { $count }, lúc { $at }.
export-scope-all = tất cả

export-sheet-roster = Danh bạ
export-sheet-contacts = Người đại diện
export-sheet-answers = Câu trả lời
export-sheet-answer-history = Lịch sử trả lời
export-sheet-tasks = Nhiệm vụ
export-sheet-task-history = Lịch sử nhiệm vụ

export-column-status = Trạng thái
export-column-registered-at = Ngày vào danh sách
export-column-approved-at = Ngày phê duyệt
export-column-unavailable-until = Tạm vắng đến
export-column-confirmed-at = Xác nhận thông tin lúc
export-column-contact-name = Người đại diện
export-column-contact-title = Chức danh
export-column-contact-phone = Điện thoại người đại diện
export-column-contact-kind = Đầu mối
export-column-incident = Sự cố
export-column-incident-title = Nội dung sự cố
export-column-answer = Trả lời
export-column-answered-by = Người trả lời
export-column-answered-at = Trả lời lúc
export-column-eta = Dự kiến có mặt lúc
export-column-people = Số người
export-column-equipment = Phương tiện, năng lực
export-column-of-unit = Số { $unit }
export-sum = Tổng của các đơn vị tham gia
export-column-note = Ghi chú
export-column-stood-down-at = Rút lực lượng lúc
export-column-task = Mã nhiệm vụ
export-column-what = Nội dung
export-column-place = Địa điểm
export-column-due-at = Thời hạn
export-column-state = Trạng thái
export-column-state-at = Từ lúc
export-column-asked-by = Người giao
export-column-asked-at = Giao lúc
export-column-step = Bước
export-column-step-by = Người thực hiện
export-column-step-at = Lúc

export-status-pending = Chờ duyệt
export-status-invited = Đã mời
export-status-approved = Thành viên
export-status-rejected = Bị từ chối
export-status-suspended = Tạm dừng
export-status-left = Đã rời mạng lưới
export-status-merged = Đã gộp
export-contact-primary = Đầu mối chính
export-contact-backup = Đầu mối dự phòng

## Phiếu mời

sheet-choose =
    🖨 <b>Phiếu mời (QR)</b>

    { $count } đơn vị đã nhập đang chờ người đại diện. Mỗi đơn vị có một phiếu để cắt: tên, mã số thuế, mã QR và liên kết dùng một lần trong { $days } ngày.

    ⚠️ Liên kết chỉ đọc được trong phiếu. Tạo phiếu mới thì liên kết cũ chưa mở của đơn vị đó hết hiệu lực.

    In phiếu cho địa bàn nào?
sheet-printed-already =
    ⚠️ { $count } đơn vị trong số này đã có phiếu còn dùng được, chưa ai mở. Tạo phiếu mới thì các phiếu đó, kể cả phiếu đã in và đã gửi đi, không còn dùng được.

    Vẫn tạo phiếu mới?
sheet-button-anew = Tạo mới, bỏ phiếu cũ
sheet-button-keep = ◀ Giữ phiếu cũ
sheet-nobody = Hiện không có đơn vị nào đã nhập mà còn chờ người đại diện.
sheet-button-all = Tất cả ({ $count })
sheet-button-commune = { $name } ({ $count })
sheet-caption = 🖨 Phiếu mời cho { $count } đơn vị{ $parts ->
        [1] {""}
       *[other] { " " }(tệp { $part }/{ $parts })
    }. Mở bằng trình duyệt rồi in trên khổ A4. Liên kết chỉ có trong tệp này, dùng được đến { $until }: đề nghị giữ kín và giao đúng đơn vị.
sheet-done = 🖨 Đã tạo phiếu mời cho <b>{ $count }</b> đơn vị. Phiếu tạo trước đây cho các đơn vị này, nếu chưa được mở, không còn dùng được.
sheet-title = Phiếu mời tham gia { $network } { $home }
sheet-tax-code = Mã số thuế: { $code }
sheet-invitation = { $department } trân trọng mời Quý đơn vị tham gia mạng lưới.
sheet-step-one = 1. Đề nghị người đại diện mở ứng dụng Telegram rồi quét mã QR, hoặc gõ liên kết dưới đây.
sheet-step-two = 2. Bấm “Bắt đầu” và làm theo hướng dẫn (khoảng 3 phút).
sheet-expiry = Dùng một lần, đến hết { $until }. Đề nghị không chuyển cho đơn vị khác.
sheet-commune-count = { $count } đơn vị
sheet-print = In phiếu
sheet-made-at = Lập lúc { $at } · { $count } phiếu · Đề nghị giữ kín: mỗi liên kết cho phép đăng ký làm người đại diện của đơn vị.

## Lời từ chối

refusal-file-too-large = Tệp { $megabytes } MB vượt quá giới hạn { $limit } MB. Đề nghị chia danh sách thành nhiều tệp nhỏ hơn.
refusal-file-is-of-other-kind = { $kind ->
        [empty] Tệp rỗng, không có nội dung nào. Đề nghị kiểm tra rồi gửi lại.
        [strict] Đây là bảng tính kiểu “Strict Open XML”, hệ thống chưa đọc được. Đề nghị mở ra, chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)”, rồi gửi lại.
       *[other] Đây không phải tệp .xlsx hay .csv { $kind ->
            [old] mà là tệp .xls đời cũ, hoặc tệp có mật khẩu. Đề nghị mở ra, bỏ mật khẩu và lưu thành .xlsx.
            [pdf] mà là tệp PDF. Đề nghị gửi bảng tính gốc.
            [image] mà là tệp ảnh. Đề nghị gửi bảng tính gốc.
            [document] mà là văn bản hoặc bài trình chiếu. Đề nghị gửi bảng tính.
            [open-document] mà là tệp .ods. Đề nghị lưu thành .xlsx.
            [archive] mà là tệp nén. Đề nghị giải nén rồi gửi bảng tính.
            [page] mà là trang web. Đề nghị mở ra và lưu thành .xlsx.
            [xml] mà là tệp XML. Đề nghị lưu thành .xlsx.
            [text] mà là văn bản thường. Nếu là bảng, đề nghị đổi đuôi tệp thành .csv.
           *[other] hoặc không đọc được. Đề nghị lưu lại thành .xlsx.
        }
    }
refusal-file-unpacks-too-large = Tệp này khi mở ra lớn hơn { $limit } MB nên không được đọc. Đề nghị chép riêng danh sách sang một bảng tính mới rồi gửi lại.
refusal-file-holds-more = Tệp này chứa rất nhiều thứ ngoài danh sách nên không được đọc. Đề nghị chép riêng danh sách sang một bảng tính mới rồi gửi lại.
refusal-file-broken = Tệp bị hỏng, không đọc được đến hết. Đề nghị mở bằng phần mềm bảng tính, lưu lại rồi gửi lại.
refusal-no-rows-in-file = Tệp không có dòng nào dưới hàng tiêu đề. Đề nghị kiểm tra và gửi lại.
refusal-sheets-hidden = Danh sách chỉ có ở trang đang ẩn: { $sheets }. Đề nghị hiện trang đó (Unhide), lưu rồi gửi lại.
refusal-headings-missing = Không thấy cột: { $missing }. Tiêu đề lạ: { $unknown }. Đề nghị dùng mẫu (📄 Tải mẫu).
refusal-headings-twice = Có hai cột cùng ý nghĩa: { $twice }. Đề nghị giữ một cột rồi gửi lại.
refusal-too-many-rows = Danh sách vượt quá { $limit } dòng. Đề nghị chia thành nhiều tệp rồi gửi từng tệp.
refusal-file-name-not-taken = Hệ thống chỉ nhận danh sách dạng .xlsx hoặc .csv. Đề nghị lưu lại thành .xlsx rồi gửi.
refusal-cell-empty = Cột này bắt buộc, ô đang để trống.
refusal-cell-in-old-writing = Ô { $writing ->
        [tcvn3] viết bằng phông TCVN3 (ABC)
        [vni] viết bằng phông VNI
       *[other] bị đọc sai bảng mã
    }, đọc được là: { $text }. Chọn “Chuyển” trong kết quả kiểm tra, hoặc sửa lại bằng Unicode.
refusal-cell-letters-unclear = Ô có thể { $writing ->
        [tcvn3] viết bằng phông TCVN3 (ABC)
        [vni] viết bằng phông VNI
       *[other] bị đọc sai bảng mã
    } và đọc là: { $text }. Chưa chắc chắn, đề nghị gõ lại bằng Unicode.
refusal-cell-letters-lost = Ô đã mất chữ (dấu “?” hoặc ký tự hỏng thay cho chữ có dấu). Đề nghị lấy lại từ tệp gốc hoặc gõ lại.
refusal-cell-is-formula = Ô chứa công thức. Đề nghị dán giá trị vào thay cho công thức.
refusal-cell-is-error = Ô báo lỗi công thức ({ $error }). Đề nghị gõ giá trị đúng.
refusal-cell-is-boolean = Ô chứa giá trị đúng/sai (TRUE hoặc FALSE), không phải chữ. Đề nghị định dạng ô kiểu Văn bản rồi gõ lại.
refusal-cell-is-date = Phần mềm bảng tính đã hiểu ô này là ngày giờ. Đề nghị định dạng ô kiểu Văn bản rồi gõ lại.
refusal-tax-code-lost-zero = Mã có { $length } chữ số: có thể thiếu số 0 ở đầu do ô là kiểu số. Đề nghị định dạng ô kiểu Văn bản rồi gõ lại đầy đủ.
refusal-sector-unknown = Không có lĩnh vực “{ $text }”. Chọn: Viễn thông; Bưu chính; Công nghệ thông tin, công nghệ số.
refusal-capability-not-in-catalogue = Danh mục không có năng lực “{ $text }”. Gần nhất: { $nearest }.
refusal-capability-without-headcount = Năng lực “{ $text }” cần số lượng từ 1 đến { $largest }, ví dụ: Máy phát điện: 5.
refusal-district-unknown = Cột huyện ghi “{ $text }”, không phải quận, huyện, thị xã, thành phố nào trước 01/7/2025 trên địa bàn này. Đề nghị kiểm tra, hoặc xóa ô huyện và ghi xã, phường, đặc khu hiện nay.
refusal-province-elsewhere = Cột tỉnh ghi “{ $text }”, không thuộc địa bàn của mạng lưới. Đề nghị kiểm tra.
refusal-commune-not-there = “{ $text }” trước 01/7/2025 không thuộc { $where }: hai ô mâu thuẫn nhau. Đề nghị kiểm tra và sửa một trong hai.
refusal-commune-unclear = Chưa rõ là xã, phường, đặc khu nào. Có thể là: { $candidates }. Đề nghị ghi rõ, có dấu.
refusal-tax-code-twice-in-list = Trùng mã số thuế với dòng { $rows } trong cùng tệp. Đề nghị giữ một dòng.
refusal-business-merged = Mã này thuộc đơn vị đã gộp vào “{ $name }”.
refusal-job-unknown = Kết quả này không còn được lưu. Đề nghị gửi lại tệp hoặc mở lại /nhapxuat.
refusal-job-under-way = Việc này đang được làm, kết quả sẽ được báo tại đây.
refusal-import-settled = Việc nhập tệp này đã được quyết định. Muốn làm lại, đề nghị gửi lại tệp.

## Dòng lệnh

members-written = Đã ghi { $file }.
members-reading = Kiểm tra
members-comparing = So sánh với danh bạ
members-saving = Ghi
members-writing = Tạo tệp
members-inviting = Tạo phiếu mời
members-ask-convert = Chuyển { $count } dòng sang Unicode rồi kiểm tra lại?
members-ask-merge = Cập nhật { $count } đơn vị đã có theo tệp?
members-cannot-read = Không đọc được { $file }: { $why }
members-cannot-write = Không ghi được { $file }: { $why }
members-no-bot = Liên kết mời cần tên của bot: { $why }
members-nobody-waits = Không có đơn vị nào đã nhập mà còn chờ người đại diện.
members-invited = Đã tạo phiếu mời cho { $count } đơn vị. Liên kết chỉ đọc được trong tệp này; phiếu cũ chưa mở không còn dùng được.
members-export-private = Tệp có số điện thoại của người đại diện: chỉ dùng trong cơ quan điều phối.

## Trong menu và trong tệp dữ liệu

menu-entry-workbooks = 📑 Nhập, xuất
command-workbooks = Nhập danh sách, xuất tệp, phiếu mời
