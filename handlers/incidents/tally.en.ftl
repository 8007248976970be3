### Tally

group-ready = Ready
group-remote = Remote support
group-needs-info = Need more information
group-cannot = Cannot join
group-silent = No answer yet
group-unreachable = Unreachable
group-waiting = Being sent
group-not-sent = Not sent in time
tally-reach = Businesses: <b>{ $members }</b> · people: { $people } · messages sent: { $sent }
tally-on-its-way = 📤 Messages on their way: { $count }
tally-failed = 📵 Messages that could not be sent: { $count }
tally-dropped = Messages no longer needed, not sent: { $count }
tally-uncertain = ❔ Messages that may not have arrived: { $count }
tally-group = { $mark } { $name }: <b>{ $count }</b> ({ $share })
tally-group-silent = { $mark } { $name }: <b>{ $count }</b> ({ $share }), { $seen } of them have looked
tally-headcount = 👷 People: <b>{ $offered }</b> (from { $members ->
    [one] { $members } business
   *[other] { $members } businesses
})
tally-headcount-of = 👷 People: <b>{ $offered } / { $wanted }</b> (from { $members ->
    [one] { $members } business
   *[other] { $members } businesses
})
tally-share = · { $name }: { $engaged } / { $called } joining
tally-arrivals = <b>First to arrive</b>
tally-aftermath = ✅ Businesses stood down: <b>{ $stood_down } / { $engaged }</b>
    Was the alert useful? 👍 { $useful } · 👎 { $not_useful }
tally-legend = <i>As of { $at }. “Sent”: Telegram took it, which does not mean that it was read. “Looked”: somebody opened the details.</i>
arrival-now = now
arrival-at = { $at }
arrival-late = ⚠️ late ({ $at })
list-head = { $mark } <b>{ $name }: { $count ->
    [one] { $count } business
   *[other] { $count } businesses
}</b> · { $code }
list-empty = <i>None yet.</i>
list-line = <b>{ $when }</b> · { $member } <i>({ $by })</i>
list-member-suspended = ⏸ { $member } (suspended)
list-member-left = { $member } (left the network)
list-line-silent = · { $member }
list-line-seen = · { $member } <i>– looked at { $at }</i>
list-line-unreachable = · { $member } <i>– { $reason }</i>
unreachable-blocked = blocked the bot
unreachable-deactivated = account deleted
unreachable-never = never opened the bot
unreachable-withdrew = withdrew consent
unreachable-other = refused by Telegram
page-of = { $page } / { $pages }
tally-moved = 📊 <b>{ $code }</b> · The tally has moved to a newer message below.
button-tally-here = 📊 Open it here again
button-to-tally = ◀ Back to the tally
button-remind = 🔔 Remind { $count } without an answer
button-notice-needs-info = ✉️ Answer { $count } needing information
button-notice-all = 📣 Update all
button-notice-ready = 📣 Update { $count } joining
button-handling = 🟠 Being handled
button-close = 🟢 End
reminded = Reminding { $count ->
    [one] { $count } person who has
   *[other] { $count } people who have
} not answered.
handling-marked = Marked as being handled.
refusal-nobody-silent = Everyone who can be reached has answered.
refusal-reminded-just-now = A reminder went out at { $at }. Please wait at least a minute.
