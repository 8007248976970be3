### Notices

notice-ask-all = <b>{ $code }</b> · Type the text for { $people ->
    [one] <b>the { $people } person</b>
   *[other] <b>all { $people } people</b>
} who got the alert.
notice-ask-ready = <b>{ $code }</b> · Type the text for the <b>{ $people ->
    [one] { $people } person
   *[other] { $people } people
}</b> of the businesses that are joining.
notice-ask-observers = <b>{ $code }</b> · Type the text for <b>{ $people ->
    [one] the { $people } observer
   *[other] the { $people } observers
}</b>.
notice-ask-needs-info = <b>{ $code }</b> · Type the text for the <b>{ $people ->
    [one] { $people } person
   *[other] { $people } people
}</b> of the businesses that need more information.
notice-ask-all-clear = 🟢 <b>End { $code }</b>
    Type a summary of the outcome; the all-clear goes to { $people ->
        [one] <b>the { $people } person</b>
       *[other] <b>all { $people } people</b>
    } alerted. You can use the suggested one.
button-suggest = ✨ Use the suggested summary
summary-suggestion = After { $elapsed }, { $answered } of { $members ->
    [one] { $members } business
   *[other] { $members } businesses
} had answered: { $ready } ready, { $remote } with remote support.
button-send-notice = 📨 Send to { $people ->
    [one] { $people } person
   *[other] { $people } people
}
button-send-all-clear = 🟢 End, and tell { $people ->
    [one] { $people } person
   *[other] { $people } people
}
notice-head-update = 📣 <b>Update</b>
notice-head-reply = ✉️ <b>The coordinators' answer</b>
notice-head-all-clear = 🟢 <b>All clear</b>
notice-head-reopened = ↩️ <b>The alert is reopened</b>
notice-reopened = The end that was announced is taken back, and the alert goes on. Your answer stands; if it is no longer right, please answer again on the card.
notice-taken-back = { $mark } <b>{ $code }</b> · { $title }
    ↩️ This end was taken back: the alert is open again.
notice-all-clear-ending-incident = { $department } thanks you for standing ready with the { $home_kind }.
notice-all-clear-ending-drill = The drill is over. { $department } thanks you for taking part.
notice-stand-down = Please confirm that your people have stood down.
notice-stood-down = ✔ Stand-down confirmed at { $at }.
button-opinion-given = ✔ { $label }
button-stand-down = ✔ We have stood down
button-useful = 👍 Useful
button-not-useful = 👎 Not useful
notice-sent-update = ✔ The update on { $code } is on its way to { $people ->
    [one] { $people } person
   *[other] { $people } people
}.
notice-sent-reply = ✔ The answer on { $code } is on its way to { $people ->
    [one] { $people } person
   *[other] { $people } people
}.
notice-sent-all-clear = 🟢 { $code } has ended; the all-clear is on its way to { $people ->
    [one] { $people } person
   *[other] { $people } people
}.
refusal-notice-length = The text needs 1 to { $limit } characters; this one has { $length }.
refusal-nobody-to-tell = There is no business to send this to at the moment.
notice-left-open = ⚠️ Still open: <b>{ $what }</b>. Once it has ended, playbooks stop and nobody is reminded of tasks.
notice-questions-left = ⚠️ { $count ->
    [one] { $count } question is
   *[other] { $count } questions are
} still unanswered, and can be answered in /questions.
notice-stands = ✏️ The message about { $code } has been sent and stands; what you have just edited does not reach its readers.
notice-correct = If something in it is wrong, please send a correction to the same group of businesses.
button-correct-notice = 📣 Send a correction
