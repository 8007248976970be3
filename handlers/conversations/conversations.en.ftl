### Questions

## A member's own words

question-taken = ✔ Passed on to the coordinating body ({ $code }): “{ $text }”
    <i>The coordinators' reply will come here.</i>
question-taken-ended = ✔ Passed on to the coordinating body ({ $code }, which ended at { $at }): “{ $text }”
    <i>The coordinators' reply will come here.</i>
question-taken-alone = ✔ Passed on to the coordinating body: “{ $text }”
    <i>The coordinators' reply will come here.</i>
question-changed-taken = ✔ What you changed has been passed on again to the coordinating body ({ $code }): “{ $text }”
    <i>The coordinators' reply will come here.</i>
question-changed-taken-alone = ✔ What you changed has been passed on again to the coordinating body: “{ $text }”
    <i>The coordinators' reply will come here.</i>
question-kept = ✔ Noted ({ $code }): “{ $text }”
question-kept-alone = ✔ Noted: “{ $text }”
question-no-answer-yet = <i>Your business has not chosen an answer to the alert yet.</i>
question-as-answer = Record it as your answer to the alert as well?
question-button-back = ↩ Take it back
question-ask-send = Send this to the coordinating body?
    “{ $text }”
question-ask-which = What is this about?
    “{ $text }”
question-goes-by-itself = <i>If nothing is chosen, this goes to the coordinating body by itself after { $minutes } minutes.</i>
question-sort = To have it dealt with sooner, please choose what it is about:
question-ask-report = Incidents are declared by the coordinating body. Send this to the coordinating body?
    “{ $text }”
question-ask-stranger = Send this to the coordinators?
    “{ $text }”
    <i>Your Telegram name goes with it. If lives are in danger, please call 113, 114 or 115.</i>
question-ask-suspended = <b>{ $member }</b> is suspended from the network and gets no alerts and tasks. Send this to the coordinators?
    “{ $text }”
question-danger = ⚠️ <b>If lives are in danger, please call 113, 114 or 115 at once.</b>
question-turn-to = This has not been passed on. Please get in touch directly: { $address }
question-stranger = Somebody outside the network
question-of-suspended = ⏸ <i>The business is suspended.</i>
question-how-to-report = Incidents are declared by the coordinating body. To report something, please tap the button below, or type it right here: what happened, where, and since when. If lives are in danger, please call 113, 114 or 115.
question-incident = { $code } · { $title }
question-incident-ended = { $code } (ended) · { $title }
question-button-send = 📨 Send
question-button-general = General question
question-button-drop = Do not send
question-dropped = Dropped. Nothing was sent.
question-taken-back = Taken back. The words are deleted from the system. What cannot be recalled: what coordinators have read or passed on, and files that they downloaded, or opened more than 48 hours ago.
question-answer-head = ✉️ <b>Answer from the coordinating body</b>
question-answer-head-of = ✉️ <b>Answer from the coordinating body</b> · { $code }
question-quote = <blockquote>{ $text }</blockquote>
question-read = ✔ The coordinating body has read this.
question-read-of = ✔ The coordinating body has read this ({ $code }).
question-asked-by-other = <i>Somebody else from your business asked this.</i>
question-go-on = <i>Reply to this message to ask more.</i>

## The coordinators' side

question-waited = ⏰ <b>Nobody has answered for { $minutes } minutes.</b>
question-waited-undelivered = ⏰ <b>The business has been without an answer for { $minutes } minutes.</b>
question-returned = ↩ <b>Whom it was handed to is no longer a coordinator.</b> Nobody has taken the question.
question-head = { $mark } <b>{ $code }</b> · { $title }
question-head-ended = { $mark } <b>{ $code }</b> · { $title } · <b>ended</b> at { $at }
question-head-alone = { $mark } <b>Not about an open incident</b>
question-head-unsorted = { $mark } <b>Not clear which incident this is about</b>
question-task = 📌 About task <b>{ $code }</b>: { $what }
question-by = <b>{ $member }</b> · { $by } · { $at }
question-by-titled = <b>{ $member }</b> · { $by }, { $title } · { $at }
question-before = <i>Before: “{ $text }” → “{ $answer }”</i>
question-changed-noted = ✏️ <b>The business changed this after it was noted.</b> Before the change: “{ $text }”
question-changed-answered = ✏️ <b>The business changed this after it was answered.</b> Before the change: “{ $text }”
question-words = “{ $text }”
question-file-alone = 📎 a file without words
question-file-or-place-alone = 📎 a file or a location without words
question-voice-alone = 📎 a voice message without words
question-voice = 📎 With a voice message
question-button-voice = 📎 Listen to the voice message
question-erased = erased
question-files = 📎 Files: { $count }
question-alike = 🔁 { $count ->
        [one] { $count } other business asks the same
       *[other] { $count } other businesses ask the same
    }
question-button-alike = 🔁 Send to { $count ->
        [one] the other business that asks
       *[other] the { $count } others who ask
    }
question-answered-alike = The answer was sent to { $count ->
        [one] { $count } more question.
       *[other] { $count } more questions.
    }
question-button-files = 📎 See the files ({ $count })
question-caption = With the question of { $member }, { $at }
question-answer-caption = With the answer by { $by } to { $member }, { $at }
question-edited = <i>Edited at { $at }</i>
question-gone = <i>The business has taken this back.</i>
question-became = ✔ This now belongs to { $code }.
question-gone-to = <i>The business has made this a part of { $code }.</i>
question-given = ✉️ <b>{ $by }</b> answered at { $at }: { $text }
question-noted-by = ✔ <b>{ $by }</b> read it at { $at }
question-only-kept = <i>An acknowledgement; no answer needed.</i>
question-handed-to = ➡️ Handed to <b>{ $name }</b>
question-button-answer = ✉️ Answer
question-button-answer-more = ✉️ Answer again
question-tells-of-danger = 🆘 <b>Lives may be in danger: please act at once.</b>
question-tells-it-is-real = 🆘 <b>The business says that this is real: please act at once.</b>
question-button-declare = 🚨 Declare an incident
question-button-note = ✔ Noted
question-button-unnote = ↩ Wait for an answer again
question-button-hand = To a colleague
question-button-all = 📣 Send to every business
question-button-contact = Call the person
question-button-contact-other = Call the business
question-button-thread = See the whole thread
question-button-task = 📌 Show the task
question-button-told-apart = { $member }, { $at }
question-button-list = Questions
question-button-show = See the question
question-ask-answer = Type the answer for <b>{ $member }</b>{ $code }.
question-ask-answer-all = Type the answer for <b>{ $member }</b>{ $code }; then check it and send it to every business.
question-answer-ready = ✉️ Your answer to <b>{ $member }</b>{ $code }. More files or words may follow; when all is there, tap <b>📨 Send</b>.
question-answered-before = ⚠️ <b>{ $by }</b> answered at { $at }: “{ $text }”
question-changed-meanwhile = ✏️ The question was changed to: “{ $text }” Send this answer, or type another one.
question-yours = Your answer: “{ $text }”
    Send it as well?
question-button-send-too = 📨 Send as well
question-answered-under-way = 📤 Your answer is on its way to <b>{ $member }</b>: “{ $text }”
question-answered-sent = ✔ Your answer was sent to <b>{ $member }</b>: “{ $text }”
question-answered-unsure = ❔ It is not known whether your answer to <b>{ $member }</b> has arrived: “{ $text }”
question-answered-others = <i>Whoever asked can no longer be reached; the answer goes to others of the business.</i>
question-fate-under-way = 📤 <i>Being sent</i>
question-fate-sent = ✔ <i>Sent to { $member }</i>
question-fate-unsure = ❔ <i>May not have arrived</i>
question-fate-lost = 📵 <b>The answer could not be delivered to anyone at { $member }.</b> Please call.
question-undelivered = 📵 <i>The answer could not be delivered to anyone</i>
question-to-all = Question: { $question }
    Answer: { $answer }
question-ask-colleague = To whom should the question of <b>{ $member }</b>{ $code } be handed?
question-no-colleague = There is no other coordinator yet.
question-noted = Noted. The business is told that it was read.
question-waits-again = The question waits for an answer again.
question-handed = Handed to { $name }.

## Lists

question-list-head = <b>Questions</b> · { $open } unanswered of { $total }
question-list-head-of = <b>Questions · { $code }</b> · { $open } unanswered of { $total }
question-list-empty = <b>Questions</b> · No business has asked anything yet.
question-list-empty-of = <b>Questions · { $code }</b> · No business has asked anything yet.
question-line = { $mark } { $at } · <b>{ $member }</b> ({ $by }): { $text }
question-line-of = { $mark } { $at } · { $code } · <b>{ $member }</b> ({ $by }): { $text }
question-own-head = <b>Your business's questions</b>
question-own-empty = <b>Questions</b> · Your business has not asked anything yet.
question-own-how = If you have a question, or something to report, just type it here; the coordinating body will answer.

## Words outside of any dialogue

declare-words-ask = Declare this?
    “{ $text }”
clear-words-ask = Is this an answer, an update to the businesses, or something to declare?
    “{ $text }”
clear-files-ask = Which question does this answer? To tell the businesses or to declare something, please type what it is about.
clear-files-alone = The file was received, and sent to nobody yet. To tell the businesses or to declare something, please type what it is about.
clear-words-answer = ✉️ Answer { $member }
clear-words-tell = 📣 Update those of { $code }
declare-words-incident = 🚨 Incident
declare-words-as-question = ❓ Send as my business's question
declare-words-drill = Drill

refusal-question-unknown = This question could not be found.
refusal-not-your-question = Somebody else wrote this.
refusal-question-settled = This has already been sent, answered or taken back.
refusal-nobody-spoken-for = You do not represent any business of the network at the moment.
refusal-changed-too-late = The change was not passed on: the message is more than 48 hours old, or the incident is over. Please send the new words as a message of their own.
refusal-speaks-for-it-no-more = You no longer represent this business, so nothing was sent. To send it in your own name, please type it again.
refusal-question-taken-back = The business has taken this question back.
refusal-question-answered = { $by } answered this question at { $at }.
refusal-answer-length = The answer needs 1 to { $limit } characters; this one has { $length }.
refusal-wrote-too-often = You can send at most { $limit } messages within an hour. The next one may go from { $at }. If lives are in danger, please call 113, 114 or 115.
refusal-wrote-too-much = This was not sent: at most { $limit } messages can go within { $minutes } minutes. The next may go from { $at }; please put all you have to say into one message.
refusal-strangers-too-many = There are too many messages from outside the network at the moment, so that no more can be passed on; please try again in an hour. If lives are in danger, please call 113, 114 or 115.
refusal-nothing-alike = No other question that waits asks the same.
refusal-nothing-to-hand = This question has been answered or noted; there is nothing to hand on.
refusal-nothing-to-undo = The question was not marked as noted, so there is nothing to take back.
refusal-no-such-colleague = This person is not a coordinator at the moment.

## In the menu and in the file

menu-entry-questions = 💬 Questions
command-questions = Questions between businesses and the coordinating body
file-sheet-questions = Questions sent
file-sheet-question-answers = Answers sent
file-sheet-questions-settled = Questions settled
file-message-question = a business's question
file-message-question-answer = answer to a question
file-message-questions = list of questions
file-message-question-taken = confirmation that a question was passed on
file-message-question-file = file that came with a business's question
file-question-held = not sent
file-question-open = unanswered
file-question-answered = answered
file-question-noted = read
file-question-taken-back = taken back
question-handover-head = Questions of members without an answer: { $count }
question-handover = ❓ { $at } · { $member }: { $text }
question-handover-more = … and { $count } more
question-left-open = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
