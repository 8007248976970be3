### Năng lực

capability-catalogue = <b>Danh mục năng lực</b> ({ $count })
capability-line = • { $name } ({ $unit }) · <i>{ $other }</i>
capability-button-add = ➕ Thêm
capability-button-choose = Ngừng dùng…
capability-button-retire = Ngừng dùng
capability-button-list = Xem danh mục
capability-button-units = Đổi đơn vị tính…
capability-choose-for-unit = Chọn năng lực cần <b>đổi đơn vị tính</b>.
capability-other-unit = <b>{ $name }</b> đang tính bằng { $unit }. Đổi sang đơn vị nào?
capability-confirm-unit =
    Đổi đơn vị tính của <b>{ $name }</b> từ { $old } sang { $new }?

    Số đơn vị đã khai năng lực này: { $holders }. Các số đã khai được giữ nguyên và hiểu theo đơn vị mới.
capability-button-change-unit = Đổi sang { $unit }
capability-unit-changed = { $name } nay tính bằng { $unit }.
capability-choose = Chọn năng lực <b>ngừng dùng</b>. Anh/Chị sẽ được hỏi lại trước khi thực hiện.
capability-confirm =
    Ngừng dùng năng lực <b>{ $name }</b>?

    Số đơn vị đã khai năng lực này: { $holders }. Dữ liệu đã khai được giữ nguyên; từ nay năng lực này không còn trong danh sách để chọn.
capability-retired = Đã ngừng dùng: { $name }
capability-ask-name-vi = Đề nghị gõ <b>tên tiếng Việt</b> của năng lực mới, tối đa { $limit } ký tự. Ví dụ: Máy phát điện lưu động.
capability-ask-name-en = Đề nghị gõ <b>tên tiếng Anh</b> của “{ $name }”, tối đa { $limit } ký tự. Ví dụ: Mobile generators.
capability-ask-unit = “{ $name }” được tính bằng <b>đơn vị</b> nào? Khi đăng ký, đơn vị thành viên được hỏi đúng đơn vị này.
capability-added = Đã thêm năng lực <b>{ $name }</b> <i>({ $other })</i>, tính bằng { $unit }. Từ nay các đơn vị chọn được khi đăng ký.

refusal-capability-known = Danh mục đã có “{ $name }”. Đề nghị Anh/Chị gõ tên khác.
refusal-capability-unknown = Năng lực này không còn trong danh mục. Gõ /nangluc để xem danh mục hiện tại.
refusal-capability-name-length = Tên năng lực cần từ 1 đến { $limit } ký tự để vừa một nút; vừa gõ { $length } ký tự. Đề nghị Anh/Chị viết gọn lại.

## Trong menu và trong tệp dữ liệu

menu-entry-capabilities = 🧰 Năng lực
command-capabilities = Danh mục năng lực
file-sheet-representations = Đại diện

## Đơn vị tính

quantity = { $name }: { $counted }
unit-people = { $count } người
unit-teams = { $count } đội
unit-machines = { $count } máy
unit-sets = { $count } bộ
unit-vehicles = { $count } xe
unit-pieces = { $count } chiếc
unit-items = { $count } cái
unit-stations = { $count } trạm
unit-lines = { $count } đường
unit-places = { $count } điểm
unit-kilometres = { $count } km
unit-name-people = người
unit-name-teams = đội
unit-name-machines = máy
unit-name-sets = bộ
unit-name-vehicles = xe
unit-name-pieces = chiếc
unit-name-items = cái
unit-name-stations = trạm
unit-name-lines = đường
unit-name-places = điểm
unit-name-kilometres = km
