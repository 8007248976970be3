### Tasks

task-state-assigned = Waiting to be acknowledged
task-state-acknowledged = Acknowledged
task-state-started = Under way
task-state-on-site = On site
task-state-blocked = Blocked
task-state-done = Done, to be verified
task-state-declined = Declined
task-state-verified = Verified
task-state-cancelled = Cancelled
task-state-given-away = Given to another business
task-step-assigned = Assigned
task-step-acknowledged = Acknowledged
task-step-started = Started
task-step-on-site = On site
task-step-blocked = Blocked
task-step-done = Reported done
task-step-declined = Declined
task-step-sent-back = Sent back
task-step-reassigned = Given to another business
task-step-verified = Verified
task-step-cancelled = Cancelled

task-code-drill = DRILL · { $code }
task-first-line = { $mark } <b>{ $code }</b> · { $state }
task-incident = <i>{ $code } · { $title }</i>
task-left-open = { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
task-incident-over = <i>{ $code } · { $title }</i> (🟢 over)
task-what = <b>{ $member }</b>, please:
    { $what }
task-place = 📍 { $place }
task-due = ⏰ By <b>{ $at }</b> · Severity (network scale): { $severity }
task-due-late = ⏰ By <b>{ $at }</b> – ⚠️ <b>overdue</b> · Severity (network scale): { $severity }
task-asked-by = 👤 Asked by { $name }, { $department }
task-asking = Please tap <b>Acknowledge</b>, or decline and say why. <i>It counts once this message changes its state.</i>
task-standing = <b>{ $step }</b> – { $by }, { $at }
task-note = 💬 { $note }
task-note-earlier = 💬 { $note } <i>({ $step } – { $by }, { $at })</i>
task-files = 📎 Attachments: { $count }
task-album = 📎 Attachments received
task-history = <i>{ $at } · { $step } ({ $by })</i>
task-history-of = <i>{ $at } · { $step } ({ $by }, { $member })</i>
task-nobody = ⚠️ Nobody represents this business in the network now. Please give the task to another one.
task-repeated = ↻ <i>Sent again, as the first message may not have reached you.</i>
task-head-sent-back = ↩ <b>The coordinator asks you to continue with this task.</b>
task-head-cancelled = 🚫 <b>This task has been cancelled.</b> If you are working on it, please stop.
task-of-nobody = This task is no longer yours: you do not represent the business that has it now.
task-given-away = Another business has this task now; there is nothing more for you to do. Thank you.
task-moved = 📌 <b>{ $code }</b> · This has moved to a newer message below.
task-caption = { $code } · { $step } – { $by }, { $at }
task-files-left = 📎 <b>{ $code }</b> · Attachments left: { $count }

task-button-acknowledged = ✍️ Acknowledge
task-button-declined = ⛔ Decline
task-button-started = ▶️ Start
task-button-go-on = ▶️ Go on
task-button-on-site = 🦺 On site
task-button-done = ✔ Done
task-button-blocked = ⚠️ Blocked
task-button-verified = 🏁 Verify
task-button-sent-back = ↩ Send back
task-button-reassigned = 🔁 Give to another
task-button-cancelled = 🚫 Cancel the task
task-button-files = 📎 Attachments ({ $count })
task-button-more = 📎 Show more
task-button-open = 📌 Open the task
task-button-here = 📌 Open it here again
task-button-list = ◀ All tasks
task-button-assign = ➕ Give a task
task-taken = { $code } recorded: { $step }. Thank you.
task-asked-in-private = The bot has written to you in private to ask for more. Please answer there.

task-reminder-unacknowledged-1 = 🔔 The task given to you at { $given } has not been acknowledged. Please tap <b>Acknowledge</b>, or decline and say why.
task-reminder-unacknowledged-2 = 🔔 <b>Second reminder, to the primary and all backup contacts:</b> nobody has acknowledged the task given at { $given }. Please tap <b>Acknowledge</b>, or decline and say why.
task-reminder-overdue-1 = ⏰ This task was due at { $due }. Please report it as done, or say what is holding you up.
task-reminder-overdue-2 = ⏰ <b>Second reminder, to the primary and all backup contacts:</b> this task has been overdue since { $due }. Please report it as done, or say what is holding you up.

task-alarm-declined = ⛔ <b>{ $code } · { $member } declined.</b> Please give the task to another business, or cancel it.
task-alarm-blocked = ⚠️ <b>{ $code } · { $member } is blocked.</b>
task-alarm-done = ✔ <b>{ $code } · { $member } reports it as done.</b> Please verify, or send it back and say why.
task-alarm-unacknowledged = 🔔 <b>{ $code } · { $member } has not acknowledged</b>{ $reminded ->
        [no] {""}
       *[yes] {" "}after two reminders
    }. Given at { $given }.
task-alarm-overdue = ⏰ <b>{ $code } · { $member } is overdue</b> since { $due }{ $reminded ->
        [no] {""}
       *[yes] , after two reminders
    }.

task-ask-declined = ⛔ <b>{ $code }</b> · Please type your reason for declining (photos and files may come with it); the coordinator receives it at once.
task-ask-blocked = ⚠️ <b>{ $code }</b> · What is missing? Type it here; photos, videos, documents, voice messages and a location may come with it. Then tap <b>✔ That is all</b>.
task-ask-done = ✔ <b>{ $code }</b> · Send a note, photos, videos, documents, voice messages or a location if you like (in one message or several), then tap <b>✔ That is all</b>.
task-ask-sent-back = ↩ <b>{ $code }</b> · Type what is still to be done (photos and files may come with it); the business gets exactly these words.
task-ask-cancelled = 🚫 <b>{ $code }</b> · Type why it is cancelled (photos and files may come with it), or tap the button below. The business is told at once.
task-ask-verified = 🏁 <b>{ $code }</b> · Confirm that <b>{ $member }</b> has completed it? The task is then over and can no longer be sent back.
task-ask-new-deadline = ⏰ <b>{ $code }</b> · The old deadline has passed. By when should it be done? Tap, or type for example: Friday 17:00 · tomorrow 8:00 · 3 hours.
task-button-verify-now = 🏁 Confirm
task-button-cancel-without = 🚫 Cancel without a reason
task-button-end = ✔ That is all
task-button-keep = ◀ Never mind
task-in-minutes = { $minutes } min
task-today-five = Today 17:00
task-stands-order = ✏️ <b>{ $code }</b> has been given and stands as it was; what you have just edited has not reached the business. To change it, please open the task, tap <b>🚫 Cancel the task</b> with the reason, and give it again in the right words.
task-stands-owner = ✏️ Your words on <b>{ $code }</b> have been sent and stand as they were; what you have just edited has not reached the business. If something in them is wrong, please open the task and call the business's representative.
task-stands-office = ✏️ Your words on <b>{ $code }</b> have been sent and stand as they were; what you have just edited has not reached the coordinators. If something in them is wrong, please type what is right here: the coordinators will get it.
task-said-declined = ⛔ The coordinator has been told that you decline <b>{ $code }</b>.
task-said-blocked = ⚠️ The coordinator has been told what is holding up <b>{ $code }</b>.
task-said-done = ✔ <b>{ $code }</b> has been reported as done. Your task card will change once the coordinator has verified it. Thank you.
task-said-sent-back = ↩ <b>{ $code }</b> is back with the business, with your words.
task-said-cancelled = 🚫 <b>{ $code }</b> is cancelled.

task-choose = 📌 <b>Give a task</b>
    Type part of the business's name (accents may be left out), a capability or its tax code; or choose by capability.
task-choose-answering = 📌 <b>Give a task</b> · { $code } · businesses called: { $count }
    Tap a number or a name, or type a name, a capability or a tax code.
task-candidate = <b>{ $number }. { $member }</b>
task-candidate-facts = { $facts }
task-brings = <i>{ $brings }</i>
task-group-ready = ready
task-group-remote = helps remotely
task-group-needs-info = needs information
task-group-silent = no answer yet
task-group-cannot = cannot join
task-eta = due there { $at }
task-km = { $km } km
task-doing =
    { $count ->
        [one] has { $count } task
       *[other] has { $count } tasks
    }
task-doing-now = At work on: { $codes }
task-and-more = { $count } more
task-sum-engaged =
    { $count ->
        [one] { $count } business ready
       *[other] { $count } businesses ready
    }
task-sums = <b>Available:</b> { $sums }
task-found-by-capability = 🔎 <i>by capability: { $names }</i>
task-found-by-commune = 🔎 <i>by commune: { $names }</i>
task-found-by-elsewhere = 🔎 <i>by tax code, phone or sector</i>
task-filter-capability = 🧰 Capability
task-filter-off = ➖ { $what }
task-coming-any = 🚗💻 All
task-coming-on-site = 🚗 On site
task-coming-remote = 💻 Remote
task-order-near = 📍 Nearest
task-order-soon = 🕐 Soonest
task-capability = { $name } ({ $count })
task-ask-capability = 🧰 Which capability is needed? <i>(in brackets: how many businesses have it)</i>
task-ask-capability-none = 🧰 No business has named a capability yet. Please go back and type a business's name.
task-choose-able = 📌 <b>Give a task</b> · { $capability }: businesses found: { $count }
    Choose one, or type another name.
task-choose-found = 📌 <b>Give a task</b> · “{ $asked }”: businesses found: { $count }
    Choose the business, or type another name.
task-choose-none = 📌 <b>Give a task</b>
    No business in the network matches “{ $asked }”. Please type another name, or a tax code.
task-ask-what-of = 📌 <b>{ $member }</b> · { $commune }
task-ask-what = What needs to be done? Type it here, in at most { $limit } characters; photos, files and a location may come with it.
task-ask-place = 📍 Where? Tap, or type the place.
task-ask-until = ⏰ By when should it be done? Tap, or type for example: Friday 17:00 · tomorrow 8:00 · 3 hours.
task-ask-severity = How severe is it? <i>(the network's own scale; usually Medium: the higher, the sooner the reminders)</i>
task-preview-ask = ━━━━━━━━
    Give it to <b>{ $member }</b> ({ $people ->
        [one] { $people } person gets it
       *[other] { $people } people get it
    })?
task-late = ⚠️ The deadline in the text ({ $at }) is over, so the deadline is <b>{ $until }</b>.
task-no-such-day = ⚠️ There is no day <b>{ $day }</b> in the calendar, so the deadline is <b>{ $until }</b>.
task-other-weekday = ⚠️ <b>{ $day }</b> is a { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}, not the weekday that was typed, so the deadline is <b>{ $until }</b>.
task-preview-away = ⚠️ This business says that it is unavailable until { $until }.
task-button-give = 📨 Give to { $member }
task-edit-what = ✏️ What
task-edit-place = 📍 Where
task-edit-until = ⏰ Deadline
task-edit-severity = 🎚 Severity
task-edit-member = 🏢 Business
task-given = { $code } is on its way to { $member }.

task-heap-all = All
task-heap-todo = Not acknowledged
task-heap-doing = Under way
task-heap-blocked = Blocked
task-heap-overdue = Overdue
task-heap-waiting = To verify
task-heap-declined = Declined
task-heap-finished = Finished
task-my-heap-all = All
task-my-heap-todo = To acknowledge
task-my-heap-doing = Under way
task-my-heap-waiting = To be verified
task-my-heap-finished = Finished
task-button-heap = { $heap } ({ $count })
task-list-head = 📌 <b>Tasks</b> · { $heap }: { $count }
task-list-head-of = 📌 <b>Tasks</b> · { $code } · { $heap }: { $count }
task-list-empty = <i>There is no task.</i>
task-line = { $mark } <b>{ $codes }</b> · { $when }
task-line-of = { $member }: { $what }
task-line-due = by { $at }
task-line-late = ⚠️ overdue since { $at }
button-tally-assign = 📌 Give a task
button-tally-tasks = 📌 Tasks ({ $count })

refusal-task-unknown = There is no such task.
refusal-task-owner-missing = Nobody in the network represents this business now, so it cannot be given a task.
refusal-task-nobody-named = { $code } is TLP:RED and names nobody of { $member }. Please name them at ⋯ More, 🏷 TLP label, or call this business too.
refusal-task-already-given = This task has already been given, as { $code }; it is not given twice.
refusal-task-words-length = What is to be done needs 1 to { $limit } characters; this has { $length }.
refusal-task-place-length = The place needs 1 to { $limit } characters; this has { $length }.
refusal-deadline-past = The deadline has passed. Please set another one.
refusal-not-your-task = This task was not given to your business.
refusal-task-given-away = { $code } is with { $member } now; there is nothing more for your business to do.
refusal-task-begun-anew = { $code } was given again while you were writing, so your text is not part of the task. Please see the task's newest card.
refusal-task-step-stands = This was recorded at { $at } ({ $by }); there is no need to tap again.
refusal-task-step-untimely = { $state ->
    [assigned] { $code } is waiting to be acknowledged
    [acknowledged] { $code } has been acknowledged
    [started] { $code } is under way
    [on_site] The business is on site for { $code }
    [blocked] { $code } is blocked
    [done] { $code } has been reported as done
    [declined] { $code } has been declined
    [verified] { $code } has been verified
   *[cancelled] { $code } has been cancelled
} (since { $at }), so this cannot be done any more.
refusal-task-words-missing = Please type your text first.
refusal-too-many-files = At most { $limit } files (photos, videos, documents, voice messages, locations) can come at once.
refusal-task-held-already = { $member } has { $code } already. Please choose another business.

## In the menu and in the file of own data

menu-entry-tasks = 📌 Tasks
command-tasks = Tasks
file-sheet-task-steps = Task steps
file-sheet-tasks-asked = Tasks given
file-message-task = task
file-message-task-reminder = task reminder
file-message-task-watch = task being followed
file-message-task-alarm = task alarm
task-handover-head = Tasks not done: { $count }
task-handover = { $mark } { $code } · { $what } · { $member }, due { $at }
task-handover-more = … and { $count } more
task-open-now = { $mark } <b>{ $code }</b> · { $what }: { $when }
