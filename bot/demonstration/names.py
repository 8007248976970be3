"""Made-up names: of people from every part of the country, and of businesses that nobody has founded.

Businesses are called after children's toys, birds and things of the countryside, so that none is taken for a
real one.
"""

from functools import cache
from itertools import chain

from bot.demonstration.variety import shuffled
from models.members import Sector

SURNAMES = (
    *("Nguyễn",) * 10,
    *("Trần", "Lê", "Phạm") * 4,
    *("Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ") * 2,
    *("Hồ", "Ngô", "Dương", "Lý", "Đinh", "Đoàn", "Lâm", "Mai", "Trịnh", "Cao", "Tạ", "Thái", "Châu", "Phùng"),
    *("Quách", "Kiều", "Mạc", "Tô", "Lương", "Vương", "La", "Khổng", "Tăng", "Đàm", "Nghiêm", "Bạch", "Từ"),
)
MEN = (
    *("Văn Khởi", "Đình Toản", "Hữu Thạnh", "Quang Điền", "Đức Thuận", "Minh Khoát", "Xuân Khoáng", "Duy Khiêm"),
    *("Bá Thiện", "Tiến Lực", "Ngọc Kha", "Viết Hảo", "Gia Khiển", "Nhật Tân", "Trung Nhân", "Anh Khôi"),
    *("Khắc Huân", "Sĩ Đan", "Chí Hiếu", "Thành Đôn", "Văn Út", "Hoài Ân", "Phước Thọ", "Kim Tuyên", "Thế Quân"),
    *("Đăng Thức", "Hồng Phi", "Tấn Lợi", "Vĩnh Khang", "Bảo Thoan", "Huy Bạt", "Quốc Thuần", "Tường Lân"),
    *("Mậu Đức", "Nguyên Hạnh", "Văn Lượm", "Như Khoa", "Thiện Tâm", "Hữu Nghị", "Đức Hậu"),
    *("Minh Đăng", "Xuân Thưởng", "Duy Nhất", "Ngọc Bửu", "Thanh Lượng", "Khánh Dương", "Công Tín", "Trường Thịnh"),
)
WOMEN = (
    *("Thị Bích Hảo", "Thị Thu Nhàn", "Thị Mận", "Thị Lụa", "Diễm Thúy", "Hoài Thương", "Mai Khanh", "Thị Cẩm Lài"),
    *("Thị Kiều Oanh", "Bảo Trân", "Phương Uyển", "Thị Ngọc Sương", "Thị Nụ", "Thị Xoan", "Quế Chi", "Như Ý"),
    *("Thị Mỹ Duyên", "Hạnh Nguyên", "Tường Linh", "Thị Diệu Hiền", "Thị Bé Sáu", "Thị Út Hiền", "Huyền Diệp"),
    *("Lan Chi", "Vân Hiền", "Tuyết Nhung", "Thị Hoa Lý", "Thị Đào", "Thị Sen", "Hương Nhu", "Thục Quyên"),
    *("Minh Thùy", "Ngân Hà", "Cát Tiên", "Yến Phi", "Phượng Hiên", "Thị Nhạn", "Bạch Cúc", "Thị Tố Loan"),
    *("Thị Khuyên", "Thị Lành", "Thị Ngần", "Đoan Thục", "Thị Hiền Hậu", "Quỳnh Ngân", "Thảo Nguyên", "Thiên Hương"),
    *("Thị Mộng Thường", "Ánh Nhiên", "Thị Gái"),
)
# Short and long names, and those of other peoples: Mông, Thái, Tày, Nùng, Dao, Mường, Hà Nhì, Ê Đê, Gia Rai, Ba Na,
# Cơ Ho, Cơ Tu, Hrê, Bru, Khmer, Chăm, Hoa.
WHOLE = (
    *("Lê An", "Vũ Cơ", "Tô Bình", "Trần Khải", "Vũ Ly", "Đỗ Mơ", "Lê Nụ", "Lý Oanh"),
    *("Công Tằng Tôn Nữ Diễm Khuê", "Tôn Thất Lưu Viễn", "Nguyễn Phước Tôn Nữ Hoài Lam", "Nguyễn Đình Bảo Thiên Phước"),
    *("Giàng A Páo", "Vàng A Lềnh", "Cứ A Nếnh", "Sùng Thị Mỷ", "Thào Thị Dua", "Lò Văn Pánh", "Cầm Văn Xiêng"),
    *("Lò Thị Pành", "Cà Thị Hoan", "Lường Thị Ỏm", "Nông Quốc Khìn", "Nông Thị Slam", "Bế Thị Phong Lan"),
    *("Bàn Tài Quẩy", "Chảo Láo Sủn", "Triệu Mùi Pham", "Chảo Mẩy Sếnh", "Bùi Văn Ển", "Quách Công Rậm", "Bùi Thị Ẻn"),
    *("Pờ Xá Nhù", "Y Thuột Mlô", "Y Bhiu Êban", "H'Lim Niê Kđăm", "H'Yuôn Buôn Krông", "Siu Thuyên", "Ksor Nham"),
    *("Rơ Châm H'Blơi", "Rah Lan H'Nhut", "A Thưk", "Y Nhiên", "K'Brếu", "Ka Dim", "Alăng Nhuôn", "Zơrâm Thị Nhơi"),
    *("Đinh Văn Trỉa", "Hồ Văn Rơm", "Hồ Thị Kăn", "Thạch Sa Rươn", "Danh Sà Rên", "Thạch Thị Sô Phi", "Sơn Rít Thi"),
    *("Kim Thị Chanh Đa", "Đàng Thị Sinh", "Lâm Chí Dìn", "Lâm Tú Muối"),
)
FANCIES = {
    Sector.TELECOM: (
        *("Đèn Kéo Quân", "Ống Bơ", "Sáo Trúc", "Trống Bỏi", "Đàn Môi", "Khèn Lá", "Chiêng Nhỏ", "Tiếng Tắc Kè"),
        *("Đom Đóm Khuya", "Ngọn Đèn Biển", "Đèn Ông Sao", "Sao Hôm", "Cầu Vồng Đôi", "Trăng Lưỡi Liềm", "Nắng Hanh"),
        *("Gió Heo May", "Mưa Bóng Mây", "Mưa Ngâu", "Mây Lưng Đèo", "Sương Vắt Ngang", "Đỉnh Gió Hú", "Đường Đê Gió"),
        *("Chích Chòe Lửa", "Chìa Vôi", "Sáo Sậu", "Bồ Chao", "Vạc Đêm", "Bói Cá Xanh", "Dế Than", "Ve Sầu Tháng Sáu"),
        *("Mái Rông Cao", "Bậc Đá Rêu", "Suối Róc Rách", "Ruộng Bậc Thang", "Ngõ Gạch Nghiêng", "Hàng Cau", "Tre Gai"),
        *("Khóm Tre", "Cột Cây Số", "Cầu Tre Lắc Lẻo", "Giàn Trầu", "Bụi Duối"),
    ),
    Sector.POSTAL: (
        *("Hòm Thư Đỏ", "Tem Thư Cũ", "Xe Thồ", "Chuông Xe Đạp", "Ga Xép", "Quang Gánh", "Kiến Tha Mồi", "Vó Ngựa Gỗ"),
        *("Thuyền Thúng", "Xuồng Ba Lá", "Ghe Bầu", "Mái Chèo", "Neo Gỗ", "Phao Đỏ", "Bến Đò Ngang", "Vó Bè"),
        *("Giỏ Mây", "Chum Sành", "Nơm Tre", "Gàu Sòng", "Chợ Phiên", "Lục Bình Trôi", "Cò Lả", "Sẻ Nâu"),
        *("Thuyền Giấy Gấp", "Máy Bay Giấy", "Diều Sáo Giấy", "La Bàn Cũ", "Rùa Đá", "Ốc Mượn Hồn", "Voi Con"),
        *("Cá Chuồn Bay", "Gà Gô", "Nghé Ọ", "Bê Vàng", "Guốc Mộc"),
    ),
    Sector.IT: (
        *("Chuồn Chuồn Bảy Màu", "Chong Chóng Tre", "Bọ Rùa Bảy Chấm", "Ong Bầu", "Ong Đá", "Cua Đồng", "Cá Cờ Vằn"),
        *(
            "Con Giống Bột",
            "Que Chuyền",
            "Ô Ăn Quan",
            "Con Quay Gỗ",
            "Mặt Nạ Giấy Bồi",
            "Kẹo Kéo",
            "Hạt Cườm",
            "Thỏ Gỗ",
        ),
        *("Bánh Đa Vừng", "Nón Quai Thao", "Cối Xay Đá", "Ấm Đất", "Bếp Củi", "Ngói Âm Dương", "Giếng Làng", "Bờ Giậu"),
        *("Cây Rơm", "Lúa Con Gái", "Mạ Non", "Đòng Đòng", "Hoa Cải Ngồng", "Hoa Gạo Tháng Ba", "Bằng Lăng Muộn"),
        *("Cỏ May", "Cỏ Gà", "Hoa Dại Ven Đê", "Sim Tím Đồi Xa", "Trám Đen", "Sấu Chín", "Ổi Đào", "Thị Vàng"),
        *(
            "Khế Rụng Bờ Ao",
            "Me Keo",
            "Gấu Bông Vá",
            "Chùm Ruột",
            "Lá Trung Quân",
            "Bông Điên Điển",
            "Thốt Nốt Già",
            "Tràm Gió",
        ),
        *("Đước Xanh", "Sóng Lăn Tăn", "Vỏ Sò Hồng", "San Hô Sừng", "Hạt Dẻ Rừng", "Nấm Mối", "Măng Đắng", "Sóc Chuột"),
        *("Nai Nhỏ", "Mèo Mướp", "Vịt Cỏ", "Ống Nhòm Tre", "Đồng Hồ Cát", "Bút Lá Tre", "Vở Ô Ly", "Viên Phấn Nhỏ"),
    ),
}


@cache
def full_names(many: int) -> tuple[str, ...]:
    """Give so many different full names, as many men's as women's, in a mixed order."""
    men, women = _combined(MEN, 0), _combined(WOMEN, 17)
    usual = chain.from_iterable(zip(men, women, strict=False))
    unique = dict.fromkeys([*WHOLE, *usual])
    return tuple(shuffled(list(unique)[:many], "names"))


def _combined(given: tuple[str, ...], shift: int) -> list[str]:
    """Give each given name several surnames; neighbours differ in both."""
    surnames = shuffled(SURNAMES, shift)
    rounds = range(3)
    return [
        f"{surnames[(index + turn * 19) % len(surnames)]} {name}" for turn in rounds for index, name in enumerate(given)
    ]
