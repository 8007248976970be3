"""What the wing `conversations` adds to the chat."""

from handlers.conversations import answering, asking, cards, clear_words, hearing, lists, questions, record_sheets
from handlers.conversations.taps import AskAboutTap, AskTap, HandTap, QuestionsTap, QuestionTap, WrittenAnswerTap
from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuKind
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from services.conversations.answering import QuestionTakenBack

CONCERNED = OF_COORDINATORS | {MenuKind.REPRESENTATIVE}

FACE = HandlerFace(
    "conversations",
    commands=(Command("hoidap", "questions", questions.on_questions, CONCERNED, rank=25),),
    entries={"questions": MenuEntry(questions.on_questions, CONCERNED, row=20, column=30, waits=lists.count_waiting)},
    taps={
        AskTap: asking.on_ask,
        AskAboutTap: asking.on_ask_about,
        WrittenAnswerTap: asking.on_written_answer,
        QuestionTap: questions.on_question,
        HandTap: questions.on_hand,
        QuestionsTap: questions.on_list_tap,
    },
    conversations={
        Dialogue.QUESTION_ANSWER: answering.CONVERSATION,
        Dialogue.CLEAR_WORDS: clear_words.CONVERSATION,
    },
    over=(QuestionTakenBack,),
    composers={
        BroadcastKind.QUESTION: cards.compose_question,
        BroadcastKind.QUESTION_ANSWER: cards.compose_answer,
        BroadcastKind.QUESTIONS: lists.compose,
        BroadcastKind.QUESTION_FILE: cards.compose_file,
        BroadcastKind.QUESTION_TAKEN: cards.compose_taken,
    },
    sheets=record_sheets.SHEETS,
    before_dialogues=(hearing.hear_reply,),
    before_menu=(hearing.hear_words, clear_words.hear_clear_words),
    edited=(hearing.hear_edit,),
    instead={"incident": clear_words.on_member_declares},
    handovers=(questions.hand_over,),
    left_open=(questions.left_open,),
)
