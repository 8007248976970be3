### Playbooks

script-kind-playbook = Playbook
script-kind-drill = Drill script
run-step-waiting = to come
run-step-due = under way
run-step-done = done
run-step-skipped = skipped

script-role-coordinators = Coordinating body
script-role-any = Any ready business
script-role-telecom = Telecom business
script-role-postal = Postal business
script-role-it = IT business
script-role-operator = Operator of the system
script-role-connectivity = Connectivity provider
script-role-security = Security provider
script-role-named = The business named
script-role-everyone = Every business
script-minutes = { $count } min
script-hours = { $count } h
script-when-at-once = at once
script-when-in = after { $span }
script-when-after = once step { $before } is done
script-when-later = { $span } after step { $before }

playbook-list = 🧭 <b>Playbooks</b> · { $count }
    Tap a number to read it. In an incident: open the tally, tap <b>⋯ More</b>, then <b>🧭 Playbooks</b>.
playbook-listed = { $number }. <b>{ $title }</b> · version { $version }
playbook-head = 🧭 <b>{ $title }</b> · version { $version }
playbook-types = 🏷 <i>{ $types }</i>
playbook-source = <i>Source: { $source }</i>
playbook-step-of = 🧭 <b>{ $title }</b> · version { $version } · <b>step { $number }</b>
playbook-step-expected = 🎯 <i>{ $expected }</i>
playbook-step-facts = 🕐 { $when } · 👤 { $role } · ⏰ within { $within }
playbook-button-list = ◀ Playbooks
playbook-button-checklist = ◀ Steps

playbook-offers = 🧭 <b>Playbooks</b> · { $code } · { $title }
    Tap a number to see who would do what, before it begins.
playbook-offer = { $number }. { $fits ->
        [yes] <b>{ $title }</b> ✨
       *[no] { $title }
    }
playbook-handover = Playbook under way: { $title }, { $done } of { $count } steps done
playbook-handover-resting = Playbook paused: { $title }, { $done } of { $count } steps done
playbook-handover-next = Next step: { $step }
playbook-handover-more = … and { $count } more
playbook-left-open = { $count ->
    [one] 1 playbook under way
   *[other] { $count } playbooks under way
}
playbook-run-going = ▶️ { $title } · version { $version } – under way
playbook-run-resting = ⏸ { $title } · version { $version } – paused
playbook-run-stopped = 🟢 { $title } · version { $version } – stopped with the incident
playbook-run-over = 🟢 { $title } · version { $version } – over
playbook-preview = 🧭 <b>{ $title }</b> · version { $version } · { $code }
playbook-preview-step = <b>{ $number }.</b> { $when } · <b>{ $owner }</b>: { $text }
playbook-preview-ask = Tap a number to change who does it. Nobody gets anything before <b>▶️ Start</b>.
playbook-nobody-yet = nobody yet ({ $role })
playbook-choose = 👤 <b>Step { $number }</b> · { $text }
    Role: { $role }. Businesses that are ready:
playbook-choose-none = <i>No business is ready yet.</i>
playbook-candidate = { $number }. <b>{ $member }</b> · { $sectors } · { $how }
playbook-button-offers = 🧭 Playbooks
playbook-button-start = ▶️ Start
playbook-button-office = 👥 The coordinating body does it
playbook-started = The playbook has started. What is due goes out at once.

playbook-page-going = ▶️ <b>{ $title }</b> · version { $version } · { $code }
playbook-page-resting = ⏸ <b>{ $title }</b> · version { $version } · { $code } – <b>paused</b>
playbook-page-stopped = 🟢 <b>{ $title }</b> · version { $version } · { $code } – <b>stopped with the incident</b>
playbook-page-over = 🟢 <b>{ $title }</b> · version { $version } · { $code } – over
playbook-line = { $mark } <b>{ $number }.</b> { $when } · <b>{ $owner }</b>: { $text }
playbook-open-now = 🧭 <b>{ $code }</b> · { $text }: { $when }
playbook-open-now-button = 🧭 Step { $number } · { $text }
playbook-until = by { $at }
playbook-late = ⚠️ overdue since { $at }
playbook-button-rest = ⏸ Pause
playbook-button-go-on = ▶️ Go on
playbook-step-head = { $mark } <b>{ $title }</b> · { $code } · <b>step { $number }</b>
playbook-step-standing = 👤 { $owner } · ⏰ { $moment }
playbook-step-task = 📌 { $code } · { $owner } · ⏰ { $moment }
playbook-step-done = ✔ Done at { $moment } · { $owner }
playbook-step-skipped = ⏩ Skipped at { $moment } · { $owner }
playbook-step-stopped = 🟢 <b>Stopped with { $code }</b>: this step need not be done any more.
playbook-step-lost = ⚠️ <b>{ $member }</b> was chosen but cannot take it now (suspended, or no longer in the network). Please choose another, or do it yourselves.
playbook-step-reminder = ⚠️ <b>A step of the coordinating body is overdue.</b> Please tap when it is done, give it to a business, or skip it.
playbook-step-reason = 💬 { $reason }
playbook-button-done = ✔ The coordinating body did it
playbook-button-undone = ↩ Not done yet
playbook-button-give = 📨 Give to { $member }
playbook-button-owners = 🏢 Choose
playbook-button-skip = ⏩ Skip
playbook-button-run = ◀ Playbook
playbook-button-step = ◀ Step { $number }
playbook-done = Step { $number } is recorded as done.
playbook-undone = Step { $number } is to be done by the coordinating body again.
playbook-skip-ask = ⏩ Skip <b>step { $number }</b> · { $text }
    Please type the reason; it is kept with the step. Where a task was given, the business hears that it is cancelled, and why.
playbook-skipped = ⏩ Step { $number } was skipped.

playbook-list-retired = 🧭 <b>Playbooks out of use</b> · { $count }
playbook-listed-unsaved = { $number }. <b>{ $title }</b> · <i>not saved yet</i>
playbook-head-unsaved = ✏️ <b>{ $title }</b> · <b>being changed</b>, version { $version } once it is saved
playbook-head-retired = 🚫 <b>{ $title }</b> · version { $version } – <b>out of use</b>
playbook-head-replaced = 🧭 <b>{ $title }</b> · version { $version } – there is a newer one
script-button-new = ➕ New
script-button-retired = 🚫 Out of use ({ $count })
script-button-change = ✏️ Change
script-button-go-on = ✏️ Go on
script-button-add = ➕ Step
script-button-rename = ✏️ Name
script-button-types = 🏷 Types
script-button-save = 💾 Save as { $version }
script-button-drop = 🗑 Drop
script-button-drop-now = 🗑 Drop what was changed
script-button-retire = 🚫 Retire
script-button-retire-now = 🚫 Retire this playbook
script-button-bring-back = ↩ Use again
script-did-save = Saved. It counts from now on; what is under way keeps its version.
script-did-drop-now = What was changed is dropped.
script-did-retire-now = The playbook is out of use.
script-did-bring-back = The playbook is in use again.
script-ask-new = 🧭 What is the <b>new playbook</b> called? Type its name, up to { $limit } characters.
script-ask-title = ✏️ <b>{ $title }</b> · Type another name, up to { $limit } characters.
script-ask-add = ➕ <b>{ $title }</b> · What does the new step say? Type it, up to { $limit } characters; photos may come with it. Role, moment and time are set by buttons after that.
script-ask-types = 🏷 <b>{ $title }</b> · For which types of incident is it proposed? Tap to choose.
script-ask-drop = 🗑 Drop what was changed (version { $version }) of <b>{ $title }</b>? It will be lost.
script-ask-retire = 🚫 Retire <b>{ $title }</b>? What is under way goes on; it can be brought back.
script-type = { $mark } { $number }. { $name }
step-button-role-coordinators = Coordinating body
step-button-role-any = Any business
step-button-role-telecom = Telecom
step-button-role-postal = Postal
step-button-role-it = IT
step-button-role-operator = Operator
step-button-role-connectivity = Connectivity
step-button-role-security = Security
step-button-text = ✏️ Words
step-button-expected = 🎯 Expected
step-button-files = 📎 Files
step-button-files-done = ✔ Done
step-button-role = 👤 Role
step-button-when = 🕐 When
step-button-within = ⏰ Time
step-button-up = ⬆ Up
step-button-down = ⬇ Down
step-button-out = 🗑 Remove
step-button-out-now = 🗑 Remove this step
step-button-nothing = Nothing
step-button-in = after { $span }
step-button-after = Once the step before is done
step-button-later = { $span } after that
step-ask-text = ✏️ <b>Step { $number }</b> · { $text }
    Type what it should say, up to { $limit } characters; photos may come with it.
step-ask-expected = 🎯 <b>Step { $number }</b> · What is expected now: { $expected }
    Type what should be expected, up to { $limit } characters.
step-ask-files = 📎 <b>Step { $number }</b> · { $text }
    Please send the photos or files of this step; they come with the task.
step-files-only = Photos or files are asked for here. To change the words, tap Back, then ✏️ Words.
step-ask-role = 👤 <b>Step { $number }</b> · { $text }
    Who does it? Now: { $role }. Tap, or type the name of a business.
step-role-found = 🔎 “{ $asked }”: tap the business; if it is not there, type more of its name.
step-role-none = 🔎 No business was found by “{ $asked }”.
step-ask-when = 🕐 <b>Step { $number }</b> · Now: { $when }.
    Tap: from the beginning, or from the end of the step before. Another time may be typed, such as 45 min or 3 h.
step-ask-within = ⏰ <b>Step { $number }</b> · Now: within { $within }.
    Tap, or type a time, such as 45 min, 3 h or 2 days.
step-ask-out = 🗑 Remove <b>step { $number }</b> · { $text }

refusal-playbook-under-way = The playbook “{ $title }” is under way on this incident, since { $at }.
refusal-step-has-task = This step was given as task { $code }. Please open the task.
refusal-step-not-due = It is not yet the turn of step { $place }.
refusal-script-unknown = There is no such script; what was being changed may have been dropped.
refusal-script-replaced = There is a version { $version } of this { $kind ->
        [playbook] playbook
       *[drill] script
    } by now. Please open the list again.
refusal-script-retired = The { $kind ->
        [playbook] playbook
       *[drill] script
    } “{ $title }” is out of use.
refusal-script-saved = A saved version stays as it is. Please tap Change to begin a new one.
refusal-script-title-length = The name of a script has 1 to { $limit } characters; this one has { $length }.
refusal-script-title-taken = There is a { $kind ->
        [playbook] playbook
       *[drill] drill script
    } “{ $title }” already. Please choose another name, or open that one.
refusal-script-without-steps = The { $kind ->
        [playbook] playbook
       *[drill] script
    } has no step yet, so it cannot be saved.
refusal-script-step-unknown = This step is not in the version being changed any more; a colleague may have removed it.
refusal-too-many-steps = A { $kind ->
        [playbook] playbook
       *[drill] drill script
    } has at most { $limit } steps.
refusal-step-text-length = What a step says has 1 to { $limit } characters; this has { $length }.
refusal-step-expected-length = What is expected has at most { $limit } characters; this has { $length }.
refusal-step-minutes-range = The time must be between { $least } and { $most } minutes. Please type it again, for example: 45 min.
refusal-step-minutes-unread = This could not be read as a length of time. Please type for example 45 min, 3 h or 2 days.
refusal-run-unknown = There is no such run of a script.
refusal-run-over = This run ended at { $at }.
refusal-run-step-settled = Step { $place } was over at { $at }; no need to tap again.
refusal-run-step-not-done = Nobody said that the coordinating body did step { $place }, so there is nothing to take back.
refusal-nothing-to-step-to = No step is timed to come: those left wait for the one before them.
refusal-skip-reason-missing = A step is skipped with a reason. Please type the reason.
refusal-skip-reason-length = The reason has at most { $limit } characters; this has { $length }.

## In the file of data

file-sheet-scripts = Scripts written
file-sheet-script-runs = Scripts run
file-sheet-run-steps = Steps of scripts
menu-entry-playbooks = 🧭 Playbooks
command-playbooks = Playbooks by type of incident
file-message-playbook-step = step of a playbook
file-message-playbook-run = playbook under way
