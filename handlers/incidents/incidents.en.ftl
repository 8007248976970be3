### Incidents

kind-incident = Incident
kind-drill = Drill
kind-problem = Problem
severity-low = Low
severity-medium = Medium
severity-serious = Serious
severity-critical = Critical
severity-low-marked = 1️⃣ Low
severity-medium-marked = 2️⃣ Medium
severity-serious-marked = 3️⃣ Serious
severity-critical-marked = 4️⃣ Critical
type-technical = Technical failure
type-operation = Operating error
type-disaster = Disaster, power, lines
type-denial-of-service = Denial of service
type-phishing = Phishing
type-malware = Malware
type-intrusion = Intrusion
type-defacement = Defacement
type-encryption = Data encrypted
type-sabotage = Data sabotaged
type-espionage = Eavesdropping, data theft
type-combined = Combined attack
type-other = Other
whole-province = The whole of { $home }
needed-count = { $unit ->
    [teams] { $count ->
        [one] { $count } team
       *[other] { $count } teams
    }
    [machines] { $count ->
        [one] { $count } machine
       *[other] { $count } machines
    }
    [sets] { $count ->
        [one] { $count } set
       *[other] { $count } sets
    }
    [vehicles] { $count ->
        [one] { $count } vehicle
       *[other] { $count } vehicles
    }
    [stations] { $count ->
        [one] { $count } station
       *[other] { $count } stations
    }
    [pieces] { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }
   *[people] { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
}

card-first-line = { $mark } <b>{ $code } · { $title }</b>
card-first-line-drill = { $mark } <b>DRILL · { $code } · { $title }</b>
card-severity = Severity (network scale): <b>{ $severity }</b> · { $type }
card-place = Place: { $place }
card-systems = 🖥 Systems: { $names }
card-needs = Needed: { $needs }
card-began = Began: { $at }
card-until = Needed until: { $until }
card-repeated = ↻ <i>Sent again, as the first message may not have reached you. If you have answered, there is no need to answer again.</i>
sent-again = ↻ <i>Sent again, as the first message may not have reached you.</i>
card-asking-incident = We think that you may be able to help: please tell us whether you can. <i>Your answer counts once this message shows a ✔.</i>
card-asking-drill = This is a drill; please answer as you would in a real incident. <i>Your answer counts once this message shows a ✔.</i>
card-asking-problem = We think that you may be able to help solve this: please tell us whether you can. <i>Your answer counts once this message shows a ✔.</i>
card-enough = 👷 <b>There is enough help now.</b> Your business need not take part; thank you. <i>If you are able to help, you can still answer with the buttons below.</i>
card-closed = 🟢 <b>Ended at { $at }.</b> { $summary }
card-of-nobody =
    ⏸ <b>{ $code }</b>

    You cannot answer this alert now: the business is suspended or has left the network, or you no longer represent it.
card-answer = ✔ <b>{ $member }</b>: { $answer }
    <i>{ $by }, { $at }</i>
card-eta = Expected at { $at }
card-offered-people = People: { $count }
card-offered-equipment = Capabilities, equipment: { $names }
card-note = Note: { $note }
card-corrected = ✏️ <i>Corrected at { $at }</i>
card-answered-before = ✏️ <i>You answered before this was corrected. Please tap a button again to confirm or change your answer.</i>
card-on-site = 🦺 On site since { $at }
card-gone = 👋 Left at { $at } (on site since { $since })
card-stood-down = Stood down at { $at }

answer-ready = ✅ Ready
answer-ready-30 = 🕐 30 min
answer-ready-60 = 🕐 1 hour
answer-ready-120 = 🕐 2 hours
answer-remote = 💻 Remote support
answer-needs-info = ❓ Need more information
answer-cannot = ⛔ Cannot join
answer-short-remote = 💻 Remote
answer-short-needs-info = ❓ Need info
answer-short-cannot = ⛔ Cannot join
answer-said-ready = ✅ Ready
answer-said-ready-30 = 🕐 Ready, on site in 30 minutes
answer-said-ready-60 = 🕐 Ready, on site in 1 hour
answer-said-ready-120 = 🕐 Ready, on site in 2 hours
answer-said-remote = 💻 Remote support
answer-said-needs-info = ❓ Need more information
answer-said-cannot = ⛔ Cannot join
answer-stored = Recorded: { $answer }. Thank you.
button-details = ℹ️ Details
button-details-with-file = ℹ️ Details 📎
button-questions = ❓ Questions ({ $count })
needs-info-what = ❓ <b>{ $code }</b> · What would you like to know? Please type your question here, or send a photo or a voice message.
needs-info-in-group = ❓ <b>{ $code }</b> · What would you like to know? Please reply to this message.
button-offer = ➕ People, equipment, note
button-to-card = ↩️ To my answer card
card-follows = Your card is sent again at the end of this chat.
card-moved = { $mark } <b>{ $code }</b> · { $title }
    This card was sent again below. Please answer on the newer one.
details-history = <b>Answers of { $member } so far</b>
details-step = { $at } · { $answer } <i>({ $by })</i>
details-source = <i>{ $department }, { $at }</i>
details-said-update = 📣 <b>Update, { $at }</b>
    { $text }
details-said-reply = ✉️ <b>The coordinators' answer, { $at }</b>
    { $text }
details-said-all-clear = 🟢 <b>All clear, { $at }</b>
    { $text }
details-said-reopened = ↩️ <b>Reopened, { $at }</b>
details-left-out = <i>… and { $count } earlier</i>
reminder-incident = 🔔 We have not had your answer to the alert sent at { $at } yet. Please tell us whether you can join; a “no” helps too.
reminder-drill = 🔔 We have not had your answer to the drill sent at { $at } yet. Please tap one of the buttons below.
reminder-problem = 🔔 We have not had your answer to the problem sent at { $at } yet. Please tell us whether you can join; a “no” helps too.
reminder-wrote = 🔔 The coordinating body has received your message. To put on record whether you can take part, please tap one of the buttons below as well.
asked-again = 🔔 Our system lost its connection for a while, so an answer given in that time may have been lost. We have no answer from you yet to the message sent at { $at }. If you have answered already, please tap once more.
incidents-list = <b>Incidents</b> · the latest { $count }. Tap one to open it.
incidents-none = There has been no incident or drill yet.
open-now = { $mark } <b>{ $code }</b> · { $title }: { $said }
open-now-silent = not answered yet
open-now-sum = { $answered } of { $members } answered, { $helping } helping
incidents-line = { $mark } { $code } · { $title }

offer-people = <b>{ $code }</b> · How many people can you send? Tap a number or type another.
offer-units = <b>{ $code }</b> · How many <b>{ $unit }</b> can you send? Tap a number, or type another, such as “2 teams, 1 truck, 8 people”.
offer-equipment = <b>{ $code }</b> · Which capabilities and equipment can you offer?
offer-quantity = <b>{ $code }</b> · { $name }: how many (<b>{ $unit }</b>) can you send? Tap a number or type another one.{ $held ->
    [0] {""}
   *[other] { " " }Registered: { $registered }.
 }
offer-kept-as-note = 💬 This part is no number that was asked for, so it is kept as a note: <i>“{ $note }”</i>
offer-note = <b>{ $code }</b> · Any note for the coordinators? Type it or send photos, files or a location here, or tap “Finish”.
offer-done = ✔ Added to your answer to <b>{ $code }</b>. Thank you.
offer-nothing = Nothing was added; your answer to <b>{ $code }</b> stands as it is.
offer-stopped = Stopped. What you have added to your answer to <b>{ $code }</b> stays.
useful-thanks = Thank you for your feedback.

refusal-incident-unknown = There is no such incident.
refusal-incident-closed = { $code } ended at { $at } and takes no more answers or messages. Thank you.
refusal-not-alerted = This alert was not sent to your business.
refusal-answer-stands = This answer was recorded at { $at }; there is no need to tap again.
refusal-answer-first = Please choose “Ready” or “Remote support” before you add to it.
refusal-note-length = A note can have at most { $limit } characters; this one has { $length }. Please shorten it.
refusal-people-count = Please give a number of people from 1 to { $limit }, for example: 5.
refusal-stood-down-already = You confirmed at { $at } that your people stood down; there is no need to tap again.
refusal-nothing-to-stand-down = None of your people are taking part, or they have already stood down.
details-follow = The details are in your private chat with the bot.

## In the menu and in the file of own data

menu-entry-declare = 🚨 Declare an incident
menu-entry-incidents = 📊 Incidents
command-incident = Declare an incident or a drill
command-incidents = Incidents and where they stand
file-sheet-alerts = Alerts
file-sheet-answers = Answers
file-sheet-opinions = Feedback on alerts
file-sheet-sightings = Details opened
file-sheet-declared = Incidents declared, ended
file-sheet-notices = Updates sent
file-message-alert = alert
file-message-reminder = reminder
file-message-reply = reply to a question
file-message-update = update
file-message-all-clear = all-clear
file-message-reopened = the alert is reopened
file-message-tally = tally
