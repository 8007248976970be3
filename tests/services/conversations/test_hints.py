"""Which button is offered for words: the one they mean, and never the opposite."""

import pytest

from models.responses import Answer
from services.conversations import hints


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("30 phút nữa tôi có mặt, cần máy phát", Answer.READY_30),
        ("Khoảng 1 tiếng nữa tới", Answer.READY_60),
        ("30 phut nua toi", Answer.READY_30),
        ("Tổ kỹ thuật đến sau 2 giờ", Answer.READY_120),
        ("Đã lên đường, 1 giờ nữa có mặt", Answer.READY_60),
        ("2 giờ nữa", Answer.READY_120),
        ("Khoảng 30 phút ạ", Answer.READY_30),
        ("We will be there in 30 minutes", Answer.READY_30),
        ("Arriving in an hour", Answer.READY_60),
        ("Chúng tôi sẵn sàng", Answer.READY),
        ("@san_sang_bot sẵn sàng", Answer.READY),
        ("Đội chữa cáp sẵn sàng", Answer.READY),
        ("Chưa rõ chỗ, nhưng đội đã sẵn sàng", Answer.READY),
        ("We are ready", Answer.READY),
        ("Hiện không thể tham gia", Answer.CANNOT),
        ("hien khong the tham gia", Answer.CANNOT),
        ("We can't come", Answer.CANNOT),
        ("Chỉ hỗ trợ từ xa được", Answer.REMOTE),
    ],
)
def test_words_resemble_an_answer_where_they_say_it(text: str, answer: Answer) -> None:
    assert hints.meant(text) is answer


@pytest.mark.parametrize(
    "text",
    [
        "chúng tôi chưa sẵn sàng",
        "chung toi chua san sang",
        "không sẵn sàng",
        "khong san sang",
        "Chẳng ai sẵn sàng cả",
        "Đừng coi là sẵn sàng",
        "máy chưa ready",
        "not ready yet",
        "We aren't ready",
        "We aren’t ready",
        "Không có mặt sau 30 phút được",
        "We will not be there in 30 minutes",
        "Không hỗ trợ từ xa",
        "Chúng tôi không thể không tham gia",
        "Các anh đã sẵn sàng chưa",
        "Các anh sẵn sàng rồi à",
        "Tham gia được không, có sẵn sàng không",
        "Nếu có xe thì 30 phút nữa có mặt",
        "30 phút nữa có kịp không?",
    ],
)
def test_what_is_denied_asked_or_supposed_is_offered_to_nobody(text: str) -> None:
    assert hints.meant(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Đã mất điện 2 giờ rồi",
        "da mat dien 2 gio roi",
        "sau 2 giờ nữa mới biết",
        "Chưa xác định, 30 phút nữa trả lời",
        "30 phút nữa tôi trả lời",
        "30 phut nua toi tra loi",
        "Mất điện đến 2 giờ",
        "Mất mạng trong 2 giờ tới",
        "Lúc 2 giờ có mặt",
        "2 giờ chiều có mặt",
        "Chúng tôi đã đến 30 phút trước",
        "We will know in 2 hours",
        "130 phút nữa",
        "1 giờ 30 phút nữa có mặt",
    ],
)
def test_a_time_is_one_of_arrival_only_where_somebody_arrives(text: str) -> None:
    assert hints.meant(text) is None


@pytest.mark.parametrize(
    "text", ["@san_sang_bot máy hỏng hết rồi", "Sự cố ở xã nào", "Xe đi từ xã Ba Vì", "Trời đang tối"]
)
def test_a_name_and_words_that_only_look_alike_without_tones_mean_no_answer(text: str) -> None:
    assert hints.meant(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Không thể tham gia vì đang hỗ trợ từ xa nơi khác",
        "Sẵn sàng hỗ trợ sau, nay không thể",
        "Không thể có mặt sau 30 phút",
    ],
)
def test_who_says_that_they_cannot_is_offered_nothing_else(text: str) -> None:
    assert hints.meant(text) is Answer.CANNOT
