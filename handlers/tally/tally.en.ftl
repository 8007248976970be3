### Tally

group-ready = Ready
group-remote = Remote support
group-needs-info = Need more information
group-cannot = Cannot join
group-silent = No answer yet
group-unreachable = Unreachable
group-waiting = Not sent to yet
group-not-sent = Not sent in time
tally-reach = Businesses: <b>{ $members }</b> · people: { $people } · messages sent: { $sent }
tally-on-its-way = 📤 Messages on their way: { $count }
tally-failed = ❌ Failed: { $count }
tally-dropped = Messages no longer needed, not sent: { $count }
tally-uncertain = ❔ Uncertain: { $count }
tally-group = { $mark } { $name }: <b>{ $count }</b> ({ $share })
tally-group-wrote = { $mark } { $name }: <b>{ $count }</b> ({ $share }), { $seen } viewed, 💬 { $wrote } wrote
tally-group-silent = { $mark } { $name }: <b>{ $count }</b> ({ $share }), viewed by { $seen }
tally-headcount = 👷 People: <b>{ $offered }</b> (from { $members ->
    [one] { $members } business
   *[other] { $members } businesses
})
tally-headcount-of = 👷 People: <b>{ $offered } / { $wanted }</b> ({ $share }){ $unsaid ->
    [0] {""}
   *[other] , { $unsaid } businesses gave no number
}
tally-need = 🧰 { $name }: <b>{ $wanted }</b> wanted, <b>{ $offered }</b> offered{ $unsaid ->
    [0] {""}
    [one] {" "}({ $unsaid } business has not said a number)
   *[other] {" "}({ $unsaid } businesses have not said a number)
}
tally-need-unnamed = 🧰 Wanted: <b>{ $wanted }</b>, offered: <b>{ $offered }</b>{ $unsaid ->
    [0] {""}
    [one] {" "}({ $unsaid } business has not said a number)
   *[other] {" "}({ $unsaid } businesses have not said a number)
}
tally-need-any = 🧰 { $name }: <b>{ $offered }</b> offered
tally-needs-more = and { $count } more
tally-until = ⏰ until <b>{ $at }</b>
tally-share = · { $name }: { $engaged } / { $called } joining
tally-share-in-each = <i>A business of several sectors counts in each of them.</i>
tally-aftermath = Stood down: <b>{ $stood_down } / { $engaged }</b> · Useful alert: 👍 { $useful } · 👎 { $not_useful }
tally-legend = <i>“Sent”: Telegram took it, which does not mean that it was read. “Viewed”: somebody opened the details.</i>
arrival-now = now
arrival-at = { $at }
arrival-there = 🦺 since { $at }
arrival-late = ⚠️ late ({ $at })
list-head = { $mark } <b>{ $name }: { $count ->
    [one] { $count } business
   *[other] { $count } businesses
}</b> · { $code }
list-empty = <i>None yet.</i>
list-files = 📎 Files: { $count }
button-answer-files = 📎 See the files ({ $count })
list-line = <b>{ $when }</b> · { $member } <i>({ $by })</i>
list-member-suspended = ⏸ { $member } (suspended)
list-member-left = { $member } (left the network)
list-lost = 📵 <i>nobody of it gets messages in the bot any more</i>
list-leaves = { $mark } <b>{ $name }</b> · { $code }
    Pages begin with:
list-leaf = <b>{ $number }.</b> { $name }
list-line-silent = { $member }{ $place }
list-line-wrote = { $member }{ $place } <i>– 💬 wrote at { $at }</i>
list-line-seen = { $member }{ $place } <i>– viewed at { $at }</i>
list-line-unreachable = { $member } <i>– { $reason }</i>
unreachable-blocked = blocked the bot
unreachable-deactivated = account deleted
unreachable-never = never opened the bot
unreachable-withdrew = withdrew consent
unreachable-roleless = data deleted
unreachable-nobody = no representative any more
unreachable-other = refused by Telegram
page-of = { $page } / { $pages }
tally-moved = 📊 <b>{ $code }</b> · The tally has moved to a newer message below.
button-to-tally = ◀ Tally
button-resend = 📤 Send { $count } again
resend-ask = <b>{ $code }</b> · Messages that failed and reached nobody: { $count }. Send them again?
button-resend-now = 📤 Send { $count } again now
button-unsent = ❌ Unsent
unsent-head = ❌ <b>{ $code } · Could not be sent to: { $count }</b>
unsent-empty = <i>Nobody any more: the messages went out, or are being sent again.</i>
unsent-hint = <i>Numbers are for work alone; each view is recorded.</i>
unsent-line = <b>{ $name }</b> · { $phone } · { $member }
    <i>{ $reason }, not received: { $missed } – { $way }</i>
unsent-line-alone = <b>{ $name }</b> · { $phone }
    <i>{ $reason }, not received: { $missed } – { $way }</i>
unsent-group = 👥 <b>{ $name }</b> · { $member }
    <i>{ $reason }, not received: { $missed } – { $way }</i>
unsent-no-phone = no number
unsent-uncertain = unknown whether it arrived
unsent-again = can be sent again
unsent-call = to be reached outside the bot
unsent-kind-alert = alert
unsent-kind-update = update
unsent-kind-reply = answer
unsent-kind-reopened = reopening
unsent-kind-all-clear = all-clear
unsent-kind-task = task
resent = Messages being sent again: { $count }.
refusal-nothing-failed = No failed messages are left: they have been sent again.
button-remind = 🔔 Remind { $count } without an answer…
button-notice-needs-info = ✉️ Reply to { $count } needing info
button-tally-questions = ❓ Questions waiting: { $count }
button-tally-undelivered = ❓ Questions waiting: { $count } · 📵 undelivered: { $undelivered }
button-tally-verify = 🏁 { $count ->
    [one] { $count } task to verify
   *[other] { $count } tasks to verify
}
button-notice-all = 📣 Update all { $count ->
    [one] ({ $count } business)
   *[other] ({ $count } businesses)
}
button-notice-observers = 📣 { $count ->
        [one] Update { $count } observer
       *[other] Update { $count } observers
    }
button-notice-ready = 📣 Update { $count } joining
button-handling = 🟠 Being handled
button-close = 🟢 End…
reminded = Reminding { $count ->
    [one] { $count } person who has
   *[other] { $count } people who have
} not answered.
handling-marked = Marked as being handled.
refusal-nobody-silent = Everyone who can be reached has answered.
refusal-reminded-just-now = A reminder went out at { $at }. Please wait at least a minute.
tally-heap-ready = Ready
tally-heap-remote = Remote
tally-heap-needs-info = Asking
tally-heap-cannot = Cannot
tally-heap-silent = No answer yet
tally-heap-unreachable = Unreachable
tally-heap-waiting = Not yet
tally-heap-not-sent = Not sent
tally-what = Severity (network scale): <b>{ $severity }</b>
    📍 { $place } · called: { $members } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    })
tally-systems = 🖥 { $name }
tally-systems-more = 🖥 { $name } and { $count } more
tally-declared = Declared { $at }, <b>{ $elapsed } ago</b> · { $by }
tally-declared-over = Declared { $at }, lasted { $elapsed } · { $by }
tally-commanded = 🎖 { $name }
tally-commanded-nobody = ⚠️ nobody is in command
tally-commanded-unreached = 🎖 { $name } ⚠️ out of reach
tally-updates = 📣 Updates sent: { $count }, the last at { $at }
tally-reminded = 🔔 Reminded { $count } at { $at }{ $times ->
    [one] {""}
   *[other] {" "}(reminder { $times })
}
tally-next-remind = ⏭ Automatic reminder at { $at } <i>(as of { $now })</i>
tally-next-widen = ⏭ Those off duty are called at { $at }{ $proviso } <i>(as of { $now })</i>
tally-next-wave = ⏭ Calls { $circle } at { $at }{ $proviso } <i>(as of { $now })</i>
tally-next-if-fewer = {" "}if fewer than { $wanted } businesses are ready ({ $ready } now)
tally-next-if-people = {" "}unless enough help is offered
tally-rest-all-answered = ⏭ All who can be reached have answered: no reminders, no waves <i>(as of { $now })</i>
tally-rest-nobody-reached = ⏭ Nobody got the message: nobody can be reminded, please call by phone <i>(as of { $now })</i>
tally-rest-enough-ready = ⏭ Enough businesses are ready: no waves <i>(as of { $now })</i>
tally-rest-all-called = ⏭ Nobody is left to call: please call by phone <i>(as of { $now })</i>
tally-rest-plan-done = ⏭ No automatic step is left: please remind, call more, or phone <i>(as of { $now })</i>
tally-rest-update-due = ⏭ An update comes next; nothing more is reminded or called by itself <i>(as of { $now })</i>
tally-above-meeting = ⤴ Above: stage 1, online meeting
tally-above-on-site = ⤴ Above: stage 2, support on site
tally-playbook = 🧭 { $title }: step { $place }/{ $steps }{ $others ->
    [0] {""}
    [one] {" "}(and { $others } other playbook)
   *[other] {" "}(and { $others } other playbooks)
}
tally-beside-until = (due { $at })
tally-beside-overdue = <b>(overdue since { $at })</b>
tally-update-due = 📣 Next update: { $at }
tally-update-late = 📣 <b>Update overdue since { $at }</b>
tally-next-raise = ⏭ Raises the severity at { $at } if nobody answers <i>(as of { $now })</i>
tally-waves-held = ⏸ Waves are held back <i>(as of { $at })</i>
tally-enough = ⏭ Enough help has been offered since { $at }: no reminders, no waves <i>(as of { $now })</i>
tally-as-of = <i>As of { $at }</i>
lists-head = 📋 <b>{ $code } · Lists</b>
list-numbered = <b>{ $number }.</b> { $line }
list-hint = <i>Tap a number to open the business and call it.</i>
write-head = ✉️ <b>{ $code } · Write</b>
write-next = ⏰ Next update: <b>{ $at }</b>
write-late = ⏰ Update late since <b>{ $at }</b>
write-seen = ✔ seen by { $seen } of { $asked }
write-nothing-yet = <i>No update has been sent yet.</i>
write-line = <b>{ $at }</b> · <i>{ $to }:</i> { $text }
notice-to-all = to all
notice-to-ready = to those joining
notice-to-observers = to observers
notice-to-needs-info = to those asking
button-tally-lists = 📋 Lists
button-tally-write = ✉️ Write…
tally-there = 🦺 On site: <b>{ $count }</b>
tally-gone = 👋 Left: { $count }
tally-elsewhere = ⚠️ { $count } also engaged elsewhere
tally-lost = 📵 { $count } of those taking part out of reach
button-tally-more = ⋯ More
button-tally-down = 📊 Move down
button-tally-down-short = 📊 Down
button-list = { $mark } { $name }: { $count }
button-to-lists = ◀ Lists
button-to-list = ◀ List
button-unhandled = ↩ Undo handled
remind-ask = 🔔 <b>{ $code }</b> · Remind { $count ->
    [one] the business that has not answered
   *[other] the { $count } businesses that have not answered
}?
remind-wrote = 💬 Of these, { $count } wrote in their own words, but chose no answer.
button-remind-now = 🔔 Send the reminder
handling-taken-back = No longer marked as being handled.
tally-brought-down = The tally is being sent as the newest message.
refusal-remind-too-early = The alert has only just gone out. Please give people until { $at } to answer.
refusal-not-called = This business was not called for this incident.
