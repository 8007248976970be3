### Correct, reopen, call more

button-correct = ✏️ Correct it
button-answered-before = ✏️ Before it ({ $count })
correct-hub = ✏️ <b>{ $code } · Correct what was sent</b>
    Choose what to correct. Everybody's card is edited where it stands; only those with a task, coming or on site get one short message.
correct-part-changed = ✏️ <b>{ $name }: { $value }</b>
correct-preview = { $people ->
        [one] The card of <b>{ $people } person</b> is corrected.
       *[other] The cards of <b>{ $people } people</b> are corrected.
    }{ $answers ->
    [0] {""}
   *[other] { " " }⚠️ { $answers ->
        [one] { $answers } business had answered before; its answer stands.
       *[other] { $answers } businesses had answered before; their answers stand.
    }
 }
correct-ask-reason = Why does the severity change? Please type it in at most { $limit } characters.
correct-severity = 🎚 Severity: { $before } → <b>{ $after }</b>. Reason: { $reason }
correct-severity-policy = <i>Reminders and waves still follow the policy of the first severity; updates follow that of the new one: every { $minutes } minutes.</i>
correct-severity-observers = <i>The new severity proposes to let observers know as well.</i>
correct-severity-escalate = <i>Please consider calling those above: /escalate</i>
field-reason = Reason
button-correct-now = ✏️ { $people ->
        [one] Correct { $people } person's card
       *[other] Correct { $people } people's cards
    }
corrected = ✔ <b>{ $code }</b> · Everybody's card is being corrected. { $count ->
        [one] { $count } business had answered before:
       *[other] { $count } businesses had answered before:
    }
corrected-nobody = ✔ <b>{ $code }</b> · Everybody's card is being corrected. Nobody had answered before.
corrected-tasks = 📌 Open tasks corrected with it: { $count } ({ $codes }).
corrected-tasks-stale = ⚠️ Tasks that still name the old place in words of their own: { $count } ({ $codes }). Please tell their businesses.
correction-change = { $name }: { $before } → { $after }
correction-news = ✏️ <b>{ $code } · Corrected at { $at }</b>
correction-update = Correction of { $code }:
button-to-corrected-task = 📌 Open { $code }
answered-before-head = ✏️ <b>{ $code } · Answered before the correction: { $count }</b>
    It was corrected at { $at }. Whoever taps a button again is taken off this list.
answered-before-line = <b>{ $number }.</b> { $member }: { $answer } <i>({ $at })</i>
button-tell-of-correction = 📣 Tell everybody of it
button-reopen = ↩️ Reopen
reopen-ask = ↩️ <b>Reopen { $code } · { $title }?</b>
    It ended at { $at }. If it is reopened, { $people ->
        [one] the <b>{ $people } person</b> who was alerted is told; all answers stand.
       *[other] the <b>{ $people } people</b> who were alerted are told; all answers stand.
    }
button-reopen-now = ↩️ Reopen, { $people ->
        [one] tell { $people } person
       *[other] tell { $people } people
    }
notice-sent-reopened = { $code } is open again; { $people ->
        [one] { $people } person is being told
       *[other] { $people } people are being told
    }.
button-call-more = ➕ Call one more
call-more = ➕ <b>{ $code } · Call one more business</b>
    { $count ->
        [one] { $count } business joined
       *[other] { $count } businesses joined
    } or came back after the alert. Tap a number to call one, or type a name or tax code to find another.
call-more-type = ➕ <b>{ $code } · Call one more business</b>
    Type the name, tax code or telephone number of the business to call.
call-more-found = ➕ <b>{ $code } · “{ $asked }”: { $count ->
        [one] { $count } business
       *[other] { $count } businesses
    }</b>
    Tap a number to call one, or type another name.
call-more-none = ➕ <b>{ $code }</b> · No business was found for “{ $asked }”. Please type it in another way.
call-more-line-free = <b>{ $number }.</b> { $member } <i>– { $commune }</i>
call-more-line-called = { $number }. { $member } <i>– ✔ called already</i>
call-more-line-away = { $number }. { $member } <i>– 💤 away until { $until }</i>
call-more-line-nobody = { $number }. { $member } <i>– no representative yet</i>
call-more-label = ⚠️ The incident is labelled { $label }: this business will be told beyond those who were.
call-more-confirm = ➕ <b>{ $code }</b> · Call <b>{ $member }</b>? The alert goes to its representatives at once.
call-more-narrow = ⚠️ This is { $label }: calling one more widens who may know of it.
button-call-now = 📨 Call now
called-more = The alert of { $code } is being sent to { $people ->
        [one] { $people } person
       *[other] { $people } people
    }.
refusal-reason-missing = A change of severity needs a reason, of 1 to { $limit } characters.
refusal-nothing-corrected = Nothing was corrected: it says what was sent.
refusal-corrected-meanwhile = { $by } corrected it at { $at }. What you corrected was laid over the newest version; please view it before sending.
refusal-not-ended = { $code } is under way: it has not ended, or was reopened already.
refusal-ended-too-long-ago = { $code } ended at { $at }, more than 24 hours ago. Please declare it again.
refusal-called-already = { $member } was called to { $code } already.
refusal-away-now = { $member } is away until { $until } and cannot be called yet.
refusal-nobody-speaks = { $member } has no representative now who could get the alert.
file-message-correction = what was corrected
file-sheet-corrections = Corrected
file-heading-corrected = What was corrected
