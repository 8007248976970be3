### The operations group

## Registering and checking the group

operations-none = 👥 <b>Operations group</b>

    No group is registered yet. Once one is, each incident of medium severity or above has a topic of its own there: the alert, the tally, tasks and updates in one place.
operations-how =
    1. Tap the button below and choose the department's group (a supergroup with Topics on).
    2. Keep the rights that Telegram asks about: manage topics, pin messages, delete messages.
    The bot checks by itself and says here what it found. In the group you can type /operations.
operations-page = 👥 <b>Operations group: { $title }</b>
    Registered at { $since }.
operations-checking = ⏳ Asking Telegram what the bot may do there…
operations-topics-yes = ✔ Topics are on
operations-topics-no = ⚠️ Topics are off. To mend: edit the group → turn “Topics” on.
operations-manage-yes = ✔ The bot may manage topics
operations-manage-no = ⚠️ The bot may not manage topics. To mend: Administrators → bot → turn “Manage topics” on.
operations-pin-yes = ✔ The bot may pin messages
operations-pin-no = ⚠️ The bot may not pin messages. To mend: Administrators → bot → turn “Pin messages” on.
operations-hear-yes = ✔ The bot reads what is written in topics, for the log
operations-hear-no = ⚠️ The bot does not read what is written in the group, so the log stays empty. To mend: make the bot an administrator.
operations-without = <i>Without topics the messages of all incidents stand in the group together, the incident's code on line 1.</i>
operations-checked = <i>Checked at { $at }.</i>
operations-gone = 👥 This group is no longer the operations group.
operations-ask = Remove <b>{ $title }</b> as the operations group? The bot will not send or edit anything there any more; what is there stays, and the logs stay readable in private.
operations-let-go = ✔ <b>{ $title }</b> is no longer the operations group.
operations-registered = 👥 <b>This group is the operations group.</b>

    Each incident of medium severity or above has a topic of its own: the alert, the tally and the tasks are pinned and kept up to date. Only coordinators can act by buttons.

    What is written in a topic is kept in the incident's log, with name and time. Who does what now: type /status.
operations-here = 👥 This group is the operations group. How it stands and what the bot may do: type /operations in the private chat with the bot.
operations-trouble-without-topics = ⚠️ The bot cannot open or write in topics of the operations group <b>{ $title }</b> (topics are off, deleted or closed, or the bot lacks a right). From now on the incidents' messages stand in the group together, the code on line 1. Tap below to see how to mend it.
operations-trouble-lost = ⚠️ The bot can no longer write into the operations group <b>{ $title }</b> (it was removed, or may not send messages there). Everything can still be done in private. A system administrator can register the group again.
operations-anonymous = You are writing as an anonymous admin, so the bot cannot tell who you are: commands are not carried out, and words are not kept in the log. Please turn anonymity off and send it again.
operations-unknown-author = The bot does not know you yet, so what you just wrote is not kept in the log. Please open the private chat with the bot, tap Start, and send it again.
operations-former-author = You have no role in the office any more, so what you just wrote is not kept in the log.
operations-only-coordinators = In the operations group only coordinators can use commands.
operations-follows = Sent to your private chat.
operations-check-follows = Checking. The result appears here in a few seconds.

button-operations-choose = 👥 Choose a group and add the bot
button-operations-check = ↻ Check again
button-operations-let-go = ➖ Remove the group
button-operations-let-go-now = ➖ Remove
button-operations-keep = ◀ Keep it
button-operations-show = 👥 Operations group

## In an incident's topic

topic-name = { $mark } { $code } · { $title }
topic-name-drill = { $mark } DRILL · { $code } · { $title }
topic-tasks = 📌 <b>{ $code } · Tasks</b>: { $unfinished } of { $total } left, { $overdue } overdue, { $waiting } to verify
topic-tasks-more = … and { $count } more
topic-task = { $mark } <b>{ $at }</b> · { $member }: { $what }
topic-task-late = { $mark } <b>⚠️ overdue { $at }</b> · { $member }: { $what }
topic-news-by = <i>Sent by { $author } at { $at }.</i>
topic-report = 🚩 <b>{ $code } · Report { $report }</b> of { $member } was added to the incident
    { $text }
topic-report-red = 🚩 <b>{ $code } · { $label } · Report { $report }</b> now belongs to the incident. What it says is read in the private chat alone: type /report.
topic-stage-meeting = ⤴ <b>{ $code }</b> · Escalated, <b>step 1: online meeting</b>.
topic-stage-on-site = ⤴ <b>{ $code }</b> · Escalated, <b>step 2: on-site support</b>.
topic-reduced = 🔒 <b>{ $code } · { $label }</b>
topic-silence = 🔒 <b>{ $code } · { $label }</b>: the incident is for named people alone, so the group is told nothing more. Please follow it in the private chat with the bot.
topic-follows = 🔒 <b>{ $code } · { $label }</b>: sent to your private chat.
topic-reminded = 🔔 { $code } · { $words } <i>({ $by })</i>
topic-nothing-done = { $code } · Nobody was reminded.

button-topic-situation = 📊 Who does what
button-topic-log = 📖 Log
button-topic-mine = 💬 My own tally
button-topic-remind = 🔔 Remind
button-topic-nothing = ◀ Remind nobody

situation-answers = Joining <b>{ $ready }</b> · ⏳ no answer yet <b>{ $silent }</b> of { $members ->
        [one] { $members } business
       *[other] { $members } businesses
    }
situation-commander = 🎖 Commander: <b>{ $name }</b>
situation-commander-nobody = ⚠️ Nobody is in command
situation-on-site = 🦺 On site: <b>{ $count }</b> ({ $names })
situation-nobody-there = 🦺 Nobody is on site yet.
situation-update = 📣 Next update: <b>{ $at }</b>
situation-update-late = ⏰ The update of <b>{ $at }</b> is late
situation-no-tasks = 📌 No tasks given yet.
situation-as-of = <i>As of { $at }.</i>
situation-nothing = No incident is under way.
situation-choose = Please choose the incident:

## The log

log-head = 📖 <b>{ $code } · Log</b>: { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
log-empty = <i>Nothing yet. What is written in the incident's topic is kept here.</i>
log-line = <b>{ $at } · { $author }</b>
log-line-edit = <b>{ $at } · { $author }</b> ✏️ edited
log-before = <i>Before: { $text }</i>
log-words-gone = <i>(words erased on request)</i>
log-files = 📎 { $count ->
        [one] { $count } file attached
       *[other] { $count } files attached
    }
talk-kept = 📖 Kept in the log of { $code }.
talk-ask = 📖 Whose log do these words belong to?
talk-left = These words are kept in no log.
button-talk-incident = { $code } · { $title }
button-talk-out = ↩ Not so
button-talk-none = None of them
refusal-talk-unknown = There are no such words any more, or the incident is over.
refusal-talk-of-another = Only whoever wrote this, or a coordinator, can choose.
refusal-talk-settled = Somebody has chosen already.
button-log-files = 📎 { $count ->
        [one] See { $count } file
       *[other] See { $count } files
    }
button-incident-log = 📖 Log

menu-entry-operations = 👥 Operations group
refusal-group-of-business = This group belongs to a member business, so it cannot be the operations group.
refusal-group-of-department = This group is the department's operations group, so it cannot be a business's.
refusal-operations-group-already = This group is the operations group already.
refusal-no-operations-group = There is no operations group at present.

## In the file of own data

file-sheet-log = Words in incident logs
file-sheet-operations = Operations groups registered
file-message-operations-group = state of the operations group
file-message-operations-trouble = trouble with the operations group
file-message-topic-card = alert in the operations group
file-message-topic-tasks = tasks in the operations group
file-message-topic-news = news in the operations group
