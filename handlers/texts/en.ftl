### Sẵn Sàng: the words in English. Telegram's HTML; values that a person typed are escaped before they come in.

## Everywhere

button-back = ◀ Back
button-cancel = ✖ Cancel
dialogue-cancelled = Cancelled. Nothing was sent.
dialogue-none = There is nothing to cancel. Type /help to see the commands.

refusal-tax-code-length = A tax code has 10 digits (business), 13 (branch) or 12 (household business); this one has { $length }. Please check it and type it again, for example 0100112437 or 0314409058-002.
refusal-tax-code-characters = A tax code has digits only, but this one contains “{ $characters }”. Please type it again, and take care not to mistake the letter O for 0 or l for 1.
refusal-tax-code-check-digit = The tax code { $digits } is not right: its tenth digit (the check digit) does not match the ones before it, so a digit may be mistyped. Please compare it with the business registration certificate and type it again.
refusal-tax-code-never-issued = There is no tax code { $code }: neither the serial number nor the branch number can be all zeros. Branches are numbered from 001 to 999, for example 0314409058-002.
refusal-phone-invalid = This phone number is not right (digits typed: { $digits }). Please type one number only: a mobile number of 10 digits, such as 0912 345 678; a landline with its area code, such as 024 3822 1234; or a foreign number beginning with +.
refusal-moment-unclear = The time could not be understood. Please write it in one of these ways: 14:30 · 17:00 25/11 · tomorrow 8:00 · 30 minutes · 2 hours.
refusal-moment-past = { $at } has already passed. Please type a time to come, for example 17:00 25/11 or tomorrow 8:00.

button-menu = ☰ Menu
button-skip = Skip
button-next = Next
button-finish = Finish
button-done = ✔ Done
button-on = ☑ { $name }
button-off = ☐ { $name }
button-chosen = ✔ { $text }

refusal-not-allowed = This is not part of your role.
refusal-private-only = Please do this in a private chat with the bot.
refusal-tap-unreadable = This button is no longer in use. Please open /menu again.

greeting = Welcome. This is <b>Sẵn Sàng</b> (“ready”), the contact channel of the province's <b>digital-transformation and incident-response network</b>, coordinated by { $department }.
menu-coordinator = <b>Coordinator</b> · What would you like to do?
menu-representative = <b>Member business</b> · When there is an incident, the alert comes right here.
menu-stranger = Telecom, postal and IT businesses of the province can register for the network here.
menu-speaks-for = You represent: { $businesses }
menu-entry-declare = 🚨 Declare an incident
menu-entry-incidents = 📊 Incidents
menu-entry-applications = 📥 Applications
menu-entry-capabilities = 🧰 Capabilities
menu-entry-register = 📝 Register
menu-entry-help = Help
menu-entry-language = 🌐 Tiếng Việt

help-coordinator = <b>Help for coordinators</b>
    Type <code>/incident</code> and one line to declare quickly, for example:
    <code>/incident Fibre cut in the centre of town</code>
help-representative = <b>Help for member businesses</b>
    When an alert comes, one tap is a complete answer. You can change it until the alert ends.
help-stranger = <b>Help</b>
    To join the network, please type /register and follow the steps.
help-line = /{ $command } – { $what }
command-incident = Declare an incident or a drill
command-incidents = Incidents and where they stand
command-applications = Applications to decide on
command-capabilities = Catalogue of capabilities
command-register = Register for the network
command-menu = Open the menu
command-help = Help
command-cancel = Cancel what you are doing
command-language = Language / Ngôn ngữ

language-ask = Đề nghị Anh/Chị chọn ngôn ngữ.
    Please choose a language.
language-vi = Tiếng Việt
language-en = English
language-chosen = The bot speaks English from now on.

trouble-sorry = Sorry, something went wrong and this was not done. The owners have been told; please try again in a few minutes.
trouble-quarantined = ⚠️ <b>System:</b> something that a user did could not be processed in 3 attempts and was set aside (id { $update_id }). Nothing else is affected. Please look at the logs.

## Incidents

kind-incident = Incident
kind-drill = Drill
kind-problem = Digital problem
severity-low = Low
severity-medium = Medium
severity-serious = Serious
severity-critical = Critical
severity-low-marked = ⚪ Low
severity-medium-marked = 🟡 Medium
severity-serious-marked = 🟠 Serious
severity-critical-marked = 🔴 Critical
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
type-espionage = Data stolen or tapped
type-combined = Combined attack
type-other = Other
whole-province = The whole province ({ $province })
people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}

card-first-line = { $mark } <b>{ $code } · { $title }</b>
card-first-line-drill = { $mark } <b>DRILL · { $code } · { $title }</b>
card-severity = Severity: <b>{ $severity }</b> · { $type }
card-place = Place: { $place }
card-needs = Needed: { $needs }
card-until = Needed until: { $until }
card-repeated = ↻ <i>Sent again, as the first message may not have reached you. If you have answered, there is no need to answer again.</i>
card-asking-incident = We think that you may be able to help: please tell us whether you can. <i>Your answer counts once this message shows a ✔.</i>
card-asking-drill = This is a drill; please answer as you would in a real incident. <i>Your answer counts once this message shows a ✔.</i>
card-asking-problem = We think that you may be able to help solve this: please tell us whether you can. <i>Your answer counts once this message shows a ✔.</i>
card-closed = 🟢 <b>Ended at { $at }.</b> { $summary }
card-answer = ✔ <b>{ $member }</b>: { $answer }
    <i>{ $by }, { $at }</i>
card-eta = Expected at { $at }
card-offered-people = People: { $count }
card-offered-equipment = Capabilities, equipment: { $names }
card-note = Note: { $note }
card-stood-down = Stood down at { $at }

answer-ready = ✅ Ready
answer-ready-30 = 🕐 30 min
answer-ready-60 = 🕐 1 hour
answer-ready-120 = 🕐 2 hours
answer-remote = 💻 Remote support
answer-needs-info = ❓ Need more information
answer-cannot = ⛔ Cannot join
answer-stored = Recorded: { $answer }. Thank you.
button-details = ℹ️ Details
button-details-with-file = ℹ️ Details 📎
button-offer = ➕ People, equipment, note
details-history = <b>Answers of { $member } so far</b>
details-step = { $at } · { $answer } <i>({ $by })</i>
details-source = <i>{ $department }, { $at }</i>
reminder-incident = 🔔 We have not had your answer to the alert sent at { $at } yet. Please tell us whether you can join; a “no” helps too.
reminder-drill = 🔔 We have not had your answer to the drill sent at { $at } yet. Please tap one of the buttons below.
reminder-problem = 🔔 We have not had your answer to the problem sent at { $at } yet. Please tell us whether you can join; a “no” helps too.
incidents-list = <b>Incidents</b> · the latest { $count }. Tap one to open it.
incidents-none = There has been no incident or drill yet.
incidents-line = { $mark } { $code } · { $title }

offer-people = <b>{ $code }</b> · How many people can you send? Tap a number or type another.
offer-equipment = <b>{ $code }</b> · Which capabilities and equipment can you offer?
offer-note = <b>{ $code }</b> · Any note for the coordinators? Type it here, or tap “Finish”.
offer-done = ✔ Added to your answer to <b>{ $code }</b>. Thank you.
offer-nothing = Nothing was added; your answer to <b>{ $code }</b> stands as it is.
offer-stopped = Stopped. What you have added to your answer to <b>{ $code }</b> stays.
stood-down = Recorded. Thank you for taking part.
useful-thanks = Thank you for your feedback.

refusal-incident-unknown = There is no such incident.
refusal-incident-closed = { $code } ended at { $at } and takes no more answers. Thank you.
refusal-not-alerted = This alert was not sent to your business.
refusal-answer-stands = This answer was recorded at { $at }; there is no need to tap again.
refusal-answer-first = Please choose “Ready” or “Remote support” before you add to it.
refusal-note-length = A note can have at most { $limit } characters; this one has { $length }. Please shorten it.
refusal-people-count = Please give a number of people from 1 to { $limit }.
refusal-nothing-to-stand-down = None of your people are taking part, or they have already stood down.

## Declaring

declare-start = 🚨 <b>Declare</b>
    Type <b>one line</b> saying what happened and where; or choose a template below.
button-step-by-step = 📝 Field by field
declare-severity = <b>{ $title }</b>

    How severe is it? <i>(the network's own scale)</i>
preview-head = 👁 <i>Preview – member businesses see exactly this:</i>
preview-reach = ━━━━━━━━
    Send to <b>{ $members ->
        [one] { $members } business
       *[other] { $members } businesses
    } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    })</b>?
preview-confirm = ━━━━━━━━
    ⚠️ <b>Really send to { $members ->
        [one] { $members } business
       *[other] { $members } businesses
    } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    })?</b> It cannot be taken back.
preview-nobody = ━━━━━━━━
    ⚠️ No business matches. Please tap <b>Edit</b> and widen the place, sectors or capabilities.
preview-incomplete = ━━━━━━━━
    ⚠️ A title and a text are needed first. Please tap <b>Edit</b>.
button-send-to = 📨 Send to { $members ->
    [one] { $members } business
   *[other] { $members } businesses
} ({ $people ->
    [one] { $people } person
   *[other] { $people } people
})
button-send-now = 🚨 Yes, send
button-edit = ✏️ Edit
button-preview = 👁 Preview
declare-hub = 📝 <b>The declaration</b> – tap what you want to change.
declare-field = <b>{ $name }:</b> { $value }
field-kind = Kind
field-level = Severity
field-title = Title
field-description = Text
field-type = Type
field-place = Place
field-sectors = Sectors
field-capabilities = Capabilities
field-headcount = People needed
field-until = Needed until
field-attachment = Attachment
value-none = Not set
value-all = All
value-any = Any
value-attached = yes 📎
declare-ask-kind = What is it?
declare-ask-type = Which type? <i>(from Form 05 of Circular 20/2017)</i>
declare-ask-level = How severe is it? <i>(the network's own scale)</i>
declare-ask-title = Type a short title, at most 120 characters: what happened, where.
declare-ask-description = Type the text: what happened, and what you need businesses to do.
declare-ask-place = Type the name of a commune, ward or special zone where help is needed (accents are not needed), or choose the whole province.
declare-ask-place-found = Results for “{ $asked }”. Tap to select or deselect; you can type another name.
button-whole-province = 🗺 Whole province
declare-ask-sectors = Which sectors should be alerted?
declare-ask-capabilities = Which capabilities are needed? Businesses with any of those you choose will get the alert.
declare-chosen = Chosen: <b>{ $names }</b>
declare-ask-headcount = How many people are needed? Tap or type a number.
declare-ask-until = Until when is help needed? Tap, or type for example: 17:00 25/11 · tomorrow 8:00 · 3 hours.
declare-ask-attachment = Send a photo or a document; member businesses open it with “Details”.
button-remove-file = 🗑 Remove the file
hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
only-a-preview = This is a preview. The button is for member businesses and works once the alert is sent.
declare-sent = { $code } is on its way to { $members ->
    [one] { $members } business
   *[other] { $members } businesses
} ({ $people ->
    [one] { $people } person
   *[other] { $people } people
}).

template-fibre-cut-name = 🔌 Fibre cut
template-fibre-cut-title = Fibre cut, connections lost over a wide area
template-fibre-cut-text = A fibre line has been cut and many places have lost their connection. Please send a response team and tell us which backup lines can be used.
template-power-cut-name = ⚡ Power cut
template-power-cut-title = Power cut over a wide area: stations and service points need power
template-power-cut-text = There is a power cut over a wide area. Please tell us how many generators, how much fuel and how many people you can send to key stations and service points.
template-ransomware-name = 🦠 Ransomware
template-ransomware-title = A system's data has been encrypted, ransomware suspected
template-ransomware-text = The data of a provincial information system has been encrypted. Please help contain and isolate it, investigate the traces and restore the data; do not contact the attackers on your own.
template-denial-of-service-name = 🌐 Denial of service
template-denial-of-service-title = Denial-of-service attack on a provincial information system
template-denial-of-service-text = A provincial information system is under a denial-of-service attack. Please help filter traffic, reroute it and monitor.
template-flood-name = 🌊 Storm, flood
template-flood-title = Storm and floods disrupt communications
template-flood-text = A storm and floods have disrupted communications in many places. Please tell us which people, vehicles, generators and communication equipment you can send.
template-drill-name = 🧪 Contact drill
template-drill-title = Communication check of the network
template-drill-text = A drill to check how quickly the network can be reached and called up. Please answer as soon as you get this message.

refusal-already-sent = This was already sent as { $code }; it is not sent twice.
refusal-nobody-to-alert = No business matches any more. Please widen the place, sectors or capabilities.
refusal-title-length = A title needs 1 to { $limit } characters; this one has { $length }.
refusal-description-length = The text needs 1 to { $limit } characters; this one has { $length }.
refusal-until-past = “Needed until” has already passed. Please tap “Edit” and set it again.
refusal-headcount-range = Please give a number of people from 0 to { $limit }.
refusal-number-unclear = Please type a number in digits, for example 20.
refusal-attachment-unclear = Please send a photo or a document.
refusal-commune-not-found = No commune, ward or special zone of the province resembles “{ $asked }”. Please type the name without the district, for example hoan kiem.
refusal-too-many-communes = At most { $limit } communes can be chosen. For more, please choose the whole province.
refusal-button-expected = This step is answered by a button. Please tap one in the message above.
refusal-template-unknown = This template is no longer in use. Please open /incident again.

## Tally

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
list-line-silent = · { $member }
list-line-seen = · { $member } <i>– looked at { $at }</i>
list-line-unreachable = · { $member } <i>– { $reason }</i>
unreachable-blocked = blocked the bot
unreachable-deactivated = account deleted
unreachable-never = never opened the bot
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

## Notices

notice-ask-all = <b>{ $code }</b> · Type the text for { $people ->
    [one] <b>the { $people } person</b>
   *[other] <b>all { $people } people</b>
} who got the alert.
notice-ask-ready = <b>{ $code }</b> · Type the text for the <b>{ $people ->
    [one] { $people } person
   *[other] { $people } people
}</b> of the businesses that are joining.
notice-ask-needs-info = <b>{ $code }</b> · Type the answer for the <b>{ $people ->
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
notice-all-clear-ending-incident = { $department } thanks you for standing ready with the province.
notice-all-clear-ending-drill = The drill is over. { $department } thanks you for taking part.
notice-stand-down = Please confirm that your people have stood down.
button-stand-down = ✅ We have stood down
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

## Registration

dialogue-words-only = This step needs you to <b>type words</b>; a photo, a file, a sticker or another command cannot be used here.
dialogue-buttons-only = At this step please <b>choose with the buttons</b> right below this message.

dialogue-dropped-before = <i>Please note: what you were doing before has been cancelled.</i>

registration-consent =
    <b>Register for the digital-transformation and incident-response network of { $province }</b>

    Before you begin, { $department } asks for your consent to keep personal data.

    <b>What is kept:</b> your name, title, phone number and Telegram account; details of the business; your answers to alerts.
    <b>What for:</b> sending alerts, holding drills and coordinating help within the network; nothing else.
    <b>Who sees it:</b> the coordinators; those who represent the same business see its answers and who gave them.
    <b>For how long:</b> until you no longer represent the business, or ask for deletion.

    <b>Your rights</b> (Law 91/2025/QH15), with the time limits from when { $department } receives your request:
    • withdraw consent: 15 days
    • view or correct: 10 days
    • delete the data: 20 days

    If you do not agree, nothing from your registration is kept; you can register another time.
    <i>Text { $version }</i>
registration-button-agree = I agree
registration-button-decline = I do not agree
registration-declined = Thank you for letting us know. Nothing from your registration was kept. Whenever you wish, you can register with /register.

registration-heading = <b>Registration</b> · step { $number }/{ $count }
registration-written = Noted: <b>{ $value }</b>
registration-button-keep = Keep it
registration-button-next = Continue ▶

registration-ask-tax-code =
    Please type the <b>tax code</b> of the business.
    Businesses have 10 digits, branches 13, household businesses 12.
registration-known =
    The tax code { $tax_code } belongs to
    <b>{ $name }</b>,
    which is a member of the network.

    Would you like to register as a representative of this business?
registration-known-waiting =
    The tax code { $tax_code } belongs to
    <b>{ $name }</b>,
    which somebody has already registered and which is waiting for approval.

    Would you like to register as a representative of this business?
registration-button-join = Become a representative
registration-button-other = Use another tax code
registration-ask-name = Please type the <b>full name of the business</b>, as on its registration certificate.
registration-ask-sectors = In which <b>sectors</b> does the business work? Choose all that apply, then tap “Continue”.
registration-ask-commune =
    In which <b>commune, ward or special zone</b> is the business?
    Type its name, with or without accents, for example: <i>hoan kiem</i>.
registration-choose-commune = Please choose the <b>commune, ward or special zone</b> of the business. If it is not listed, just type another name.
registration-ask-capabilities =
    Which <b>capabilities</b> can the business offer in an incident? Choose all that apply, then tap “Continue”.
registration-nothing-picked = Nothing chosen yet.
registration-picked = Chosen ({ $count }): { $names }.
registration-button-none = No capability yet ▶
registration-ask-headcount =
    <b>{ $capability }</b> ({ $number }/{ $count })
    <b>How many people</b> can the business send? Tap a number or type another.
registration-button-keep-count =
    { $count ->
        [one] Keep { $count } person
       *[other] Keep { $count } people
    }
registration-ask-person = You are the representative of the business. Please type your <b>full name</b>.
registration-ask-person-or-choose = You are the representative of the business. Please type your <b>full name</b>, or choose your name on Telegram.
registration-ask-title = What is your <b>title</b> in the business? For example: Director, Head of Engineering.
registration-ask-phone =
    Please give your <b>phone number</b>, so that you can be reached in an emergency.
    Type it, for example 0912 345 678, or tap “📱 Send my number” below the input box.
registration-share-contact = Instead of typing, you can send the number that you use with Telegram with the button below the input box.
registration-button-contact = 📱 Send my number
registration-phone-written = Phone number noted: { $phone }.
registration-contact-button-gone = The phone number button has been hidden.
registration-ask-contact =
    Which contact of the business are you?
    The <b>primary contact</b> is called first, the <b>backup contact</b> when the primary one is away. Both get the alerts.
registration-button-primary = Primary contact
registration-button-backup = Backup contact

registration-review = <b>Please check your details</b>
registration-question =
    ❓ <b>The coordinator asks:</b>
    <blockquote>{ $question }</blockquote>
registration-review-hint = Tap ✏️ to change a part. Nothing is sent until you tap “Send registration”.
registration-button-submit = Send registration
registration-edit-tax-code = ✏️ Tax code
registration-edit-name = ✏️ Business name
registration-edit-sectors = ✏️ Sectors
registration-edit-commune = ✏️ Commune
registration-edit-capabilities = ✏️ Capabilities
registration-edit-person = ✏️ Your name
registration-edit-title = ✏️ Title
registration-edit-phone = ✏️ Phone
registration-edit-contact = ✏️ Contact

registration-unfinished = You have an unfinished registration; you had reached <b>{ $part }</b>. Would you like to go on or start again?
registration-button-resume = ▶ Go on
registration-button-restart = ↻ Start again
registration-part-consent = the consent
registration-part-tax-code = the tax code
registration-part-known = the tax code
registration-part-name = the name of the business
registration-part-sectors = the sectors
registration-part-commune = the commune
registration-part-capabilities = the capabilities
registration-part-headcount = the number of people
registration-part-person = the representative's name
registration-part-title = the title
registration-part-phone = the phone number
registration-part-contact = the kind of contact
registration-part-review = the final check before sending

registration-submitted =
    ✅ <b>Application { $number } has been sent</b>
    { $name }

    The coordinators of { $department } will look at it; their decision, or a question, will come to you right here in this chat. Once it is approved, the business will start to get alerts.

    Thank you very much.
registration-submitted-join =
    ✅ <b>Application { $number } has been sent</b>
    To represent { $name }

    The coordinators of { $department } will look at it; their decision, or a question, will come to you right here in this chat. Once it is approved, you will start to get alerts on behalf of the business.

    Thank you very much.

sector-telecom = Telecom
sector-postal = Postal
sector-it = IT and digital technology

refusal-draft-gone = This button belongs to something that was finished, cancelled or started again. Nothing has changed. Type /menu to go on.
refusal-step-passed = This button belongs to a step that is over. Nothing has changed; please use the newest message below.
refusal-business-name-unfit = The name of a business needs letters and { $shortest } to { $longest } characters; this one has { $length }. Please type it again, for example: Song Lo Telecom Company Limited.
refusal-person-name-unfit = A name needs { $shortest } to { $longest } characters and no digits; this one has { $length } characters. Please type it again, for example: Nguyễn Thị Lan.
refusal-job-title-unfit = A title needs letters and { $shortest } to { $longest } characters; this one has { $length }. Please type it again, for example: Head of Engineering.
refusal-headcount-unclear = The number of people must be one number from 1 to { $largest }. Please type it again, for example: 5.
refusal-no-sector-chosen = Please choose at least one sector before you go on.
refusal-no-such-commune = No commune, ward or special zone of { $province } resembles “{ $text }”. Please type the name only, as it has been since 1 July 2025, with or without accents. A business outside { $province } cannot register here.
refusal-foreign-contact = This contact card is somebody else's. Please send your own number with the button “📱 Send my number”, or type it.

## Applications

application-title-new-member = { $mark } <b>Application { $number }</b> · new business
application-title-join = { $mark } <b>Application { $number }</b> · new representative
application-mark-submitted = 🟠
application-mark-asked-back = ❓
application-mark-approved = ✅
application-mark-rejected = ⛔
application-name = <b>{ $name }</b>
application-tax-code = Tax code: { $code }
application-sectors = Sectors: { $sectors }
application-commune = Commune: { $commune }
application-capabilities = Capabilities: { $capabilities }
application-capability =
    { $headcount ->
        [one] { $name } ({ $headcount } person)
       *[other] { $name } ({ $headcount } people)
    }
application-no-capabilities = none given
application-person = Representative: <b>{ $name }</b>, { $title }
application-phone = Phone: { $phone }
contact-primary-line = Role: primary contact
contact-backup-line = Role: backup contact
application-account = Name on Telegram: { $name }
application-submitted-at = Submitted at: { $at }
application-waiting = Waiting for a decision.
application-submitted =
    Waiting for a decision, resubmitted after the question from { $name } at { $at }:
    <blockquote>{ $reason }</blockquote>
application-asked-back =
    { $name } asked a question at { $at }; waiting for the applicant:
    <blockquote>{ $reason }</blockquote>
application-approved = Approved by { $name } at { $at }.
application-rejected =
    Rejected by { $name } at { $at }:
    <blockquote>{ $reason }</blockquote>
application-member-not-approved = ⚠️ This business is not in the network yet: its own application must be approved first.
application-handed-in-again = Application { $number } · { $name }: resubmitted, please see the new message below.
application-button-approve = Approve
application-button-ask = Ask a question
application-button-reject = Reject
application-button-list = ◀ List
application-list = <b>Applications waiting: { $count }</b>. Choose one to look at it and decide; the oldest is at the top.
application-list-more = { $more } more will show once those above are decided.
application-list-empty = No applications are waiting. New ones come to you as soon as they are submitted.
application-entry-new-member = { $name }
application-entry-join = 👤 { $name }
application-done-approved = Approved. The applicant is being told.
application-done-rejected = ⛔ Application { $number } of <b>{ $name }</b> has been rejected. The applicant is being told.
application-done-asked-back = ❓ The question about application { $number } of <b>{ $name }</b> is on its way. When the applicant resubmits it, it will show here.

application-why-reject = Why reject application { $number } of <b>{ $name }</b>? Choose a reason or type one; the applicant will read exactly these words.
application-why-ask = What should the applicant be asked about application { $number } of <b>{ $name }</b>? Choose a sentence or type a question; the applicant will read exactly these words.
application-reason-tax-code = The tax code does not match the name.
application-reason-elsewhere = The business is not in this province.
application-reason-twice = The business has another application.
application-reason-unknown-person = The representative was not verified.
application-question-capabilities = Please add capabilities and headcounts.
application-question-name = Please check the name of the business.
application-question-phone = Please check the phone number.
application-question-authority = Please tell us who appointed you.
application-confirm-reject =
    <b>Reject</b> application { $number } of <b>{ $name }</b> with this reason:
    <blockquote>{ $words }</blockquote>
application-confirm-ask =
    <b>Ask</b> the applicant of application { $number }, <b>{ $name }</b>:
    <blockquote>{ $words }</blockquote>
application-button-confirm-reject = Reject it
application-button-confirm-ask = Send the question
application-button-change = Rewrite

decision-approved-new-member =
    ✅ <b>{ $name } is now a member of the network.</b>

    From now on, when an incident or a drill concerns you, you get the alert here and answer with one tap. Type /incidents to see the incidents, /menu to open the menu.

    Thank you for being ready.
decision-approved-join =
    ✅ <b>You now represent { $name }.</b>

    From now on, when an incident or a drill concerns you, you get the alert here and answer with one tap. Type /incidents to see the incidents, /menu to open the menu.

    Thank you very much.
decision-rejected =
    We are sorry: { $department } could not accept your registration for <b>{ $name }</b>. The reason:
    <blockquote>{ $reason }</blockquote>
    If something changes, you can register again with /register.
decision-asked-back =
    ❓ { $department } has a question about your registration for <b>{ $name }</b>:
    <blockquote>{ $reason }</blockquote>
    Please open the application, change what is needed and send it again. Everything you entered is still there.
decision-button-correct = ✏️ Open the application

refusal-application-unknown = There is no such application. Type /applications to see those that are waiting.
refusal-application-decided = This application was decided by { $name } at { $at }. That decision stands.
refusal-application-with-applicant = A question was asked about this application; it is waiting for the applicant.
refusal-consent-missing = Your consent to keep personal data is needed before sending. Type /register to read the text and decide.
refusal-tax-code-taken = This tax code is already in the network. If it is your business, please edit Tax code, type it again and choose to become a representative: { $name }.
refusal-already-representative = You already represent { $name }. To register another business, please type its tax code.
refusal-already-applied = Your application for { $name } has been sent and is waiting for a decision. You will be told here.
refusal-member-not-approved = Not possible yet: the business is not in the network. Please approve the application of the business first: { $name }.
refusal-reason-length = The text needs 1 to { $limit } characters; this one has { $length }. Please make it shorter.

## Capabilities

capability-catalogue = <b>Catalogue of capabilities</b> ({ $count })
capability-line = • { $name } · <i>{ $other }</i>
capability-button-add = ➕ Add
capability-button-choose = Retire…
capability-button-retire = Retire it
capability-button-list = Show the catalogue
capability-choose = Choose the capability to <b>retire</b>. You will be asked to confirm.
capability-confirm =
    Retire the capability <b>{ $name }</b>?

    Businesses that have it: { $holders }. What they entered is kept; from now on it can no longer be chosen.
capability-retired = Retired: { $name }
capability-ask-name-vi = Please type the <b>Vietnamese name</b> of the new capability, at most { $limit } characters. For example: Máy phát điện lưu động.
capability-ask-name-en = Please type the <b>English name</b> of “{ $name }”, at most { $limit } characters. For example: Mobile generators.
capability-added = The capability <b>{ $name }</b> <i>({ $other })</i> is in the catalogue. Businesses can choose it from now on.

refusal-capability-known = The catalogue already has “{ $name }”. Please type another name.
refusal-capability-unknown = This capability is no longer in the catalogue. Type /capabilities to see it as it is now.
refusal-capability-name-length = The name of a capability needs 1 to { $limit } characters to fit a button; this one has { $length }. Please make it shorter.
