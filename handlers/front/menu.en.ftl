### Everywhere

button-back = ◀ Back
button-cancel = ✖ Cancel
dialogue-corrected = ✏️ Your edited message replaces the earlier one.
dialogue-not-corrected = ✏️ Your edit was not accepted: what was sent stands. To correct it, please send a new message.
dialogue-cancelled = Cancelled. Nothing was sent.
dialogue-retired = 🚫 <b>Cancelled.</b>
dialogue-none = There is nothing to cancel. Type /help to see the commands.

refusal-tax-code-length = A tax code has 10 digits (business), 13 (branch) or 12 (household business); this one has { $length }. Please check it and type it again, for example 0100112437 or 0314409058-002.
refusal-tax-code-characters = A tax code has digits only, but this one contains “{ $characters }”. Please type it again, and take care not to mistake the letter O for 0 or l for 1.
refusal-tax-code-check-digit = The tax code { $digits } is not right: its tenth digit (the check digit) does not match the ones before it, so a digit may be mistyped. Please compare it with the business registration certificate and type it again.
refusal-tax-code-never-issued = There is no tax code { $code }: neither the serial number nor the branch number can be all zeros. Branches are numbered from 001 to 999, for example 0314409058-002.
refusal-branch-code-short = A branch has 3 digits after the dash, and this one has only 2 ({ $digits }). Please check it and type it again, for example 0314409058-002.
refusal-tax-code-of-nobody = { $code } is no tax code: the 12 digits of a household business are a personal number, which begins with 0 and the code of the province of birth (001 to 096), followed by century, sex and year of birth. The code of a branch has 13 digits, so its leading zero may be missing. Please check it and type it again.
refusal-email-invalid = This e-mail address is not right. Please type one address only, such as office@example.gov.vn.
refusal-phone-invalid = This phone number is not right (digits typed: { $digits }). Please type one number only: a mobile number of 10 digits, such as 0912 345 678; a landline with its area code, such as 024 3822 1234; or a foreign number beginning with +.
refused-typed = You typed: “{ $typed }”.
refusal-moment-unclear = The time could not be understood. Please write it in one of these ways: 14:30 · Friday 17:00 · tomorrow 8:00 · Monday 8:00 · end of tomorrow · 30 minutes · 2 hours.
refusal-beginning-not-read = The time could not be understood. Please write it in one of these ways: 14:30 · 20 minutes ago · this morning · yesterday 23:00 · 20:00 18/11.
refusal-hour-missing = At about what time was that? Please type the day with an hour or a part of the day, for example: yesterday 9:00 · last night · 30 minutes ago.
refusal-hour-or-day = Is this an hour or a day? For an hour please type { $hour }; for a day please add the hour, for example: 9:00 { $day }.
refusal-which-hour = Which hour is this? Please type { $morning }, { $afternoon }, or { $hours } hours ago.
refusal-no-such-date = There is no day { $said } in the calendar. Please check and type another one, for example Friday 17:00.
refusal-weekday-differs = { $date } is a { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}. Please type the date or the weekday again.
refusal-year-unclear = { $past } has already passed. If you mean { $ahead }, please type the year as well: { $whole }.
refusal-day-past = { $day } has already passed. Please type a day to come, for example Friday or tomorrow.
refusal-moment-past = { $at } has already passed. Please type a time in the future, for example Friday 17:00 or tomorrow 8:00.

button-menu = ☰ Menu
button-skip = Skip
button-next = Next
button-finish = Finish
button-done = ✔ Done
button-on = ☑ { $name }
button-off = ☐ { $name }
button-chosen = ✔ { $text }

person-erased = (data deleted)

refusal-not-allowed = This is not part of your role.
refusal-private-only = Please do this in a private chat with the bot.
refusal-tap-unreadable = This button is no longer in use. Please open /menu again.

greeting = Welcome. This is <b>Sẵn Sàng</b> (“ready”), the contact channel of the <b>{ $network }</b> of { $home }, coordinated by { $department }.
menu-unread = 📎 The bot cannot read what you have just sent (a sticker, a game …); it went to nobody. Please type words, or send a photo, a voice message, a document or a location.
menu-unread-write = 📎 The bot cannot read what you have just sent (a sticker, a game …); it went to nobody. To write to the coordinating body, please type words, or send a photo, a voice message or a location. Where lives are in danger, please call 113, 114 or 115.
menu-open-now = <b>Under way</b>
menu-coordinator = <b>Coordinator</b> · What would you like to do?
menu-owner = <b>Coordinator</b> · system administrator · What would you like to do?
menu-observer = <b>Observer</b> · You can view the roster of the network, without phone numbers.
menu-representative = <b>Member business</b> · When there is an incident, the alert comes right here.
menu-stranger = Telecom, postal and IT businesses of the { $home_kind } can register for the network here.
menu-half-written = 📝 Half-written: { $name }, since { $at }
button-go-on-writing = 📝 Go on writing
menu-entry-waits = { $what } ({ $count })
half-written-registration = a registration
half-written-incident = a declaration
half-written-decision = the reason of a decision
half-written-notice = a message to businesses
half-written-offer = what comes with an answer
half-written-capability = the catalogue of capabilities
half-written-task = a task
half-written-task-word = words on a task
half-written-business = details of a business
half-written-suspension = a suspension
half-written-merger = a merger
half-written-duty = the duty roster
half-written-question-answer = an answer to a business
half-written-correction = a correction
half-written-call-more = a call of one more business
half-written-report = a report
half-written-report-words = words on a report
half-written-review = a review
half-written-review-voice = words on an incident
half-written-review-remark = a remark for a review
half-written-advisory = an advisory
half-written-advisory-words = words on an advisory
half-written-lesson = a lesson
half-written-lesson-words = words on a lesson
half-written-honour = words of an honour
half-written-escalation = an escalation
half-written-escalation-post = who holds a post above
half-written-command = a handover of command
half-written-update = an update
half-written-system = an information system
half-written-playbook = a playbook
half-written-playbook-skip = the reason of a step left out
half-written-policy = a policy
half-written-touched = touched systems
half-written-paper = a document
half-written-script = a script
half-written-drill = a planned drill
half-written-exercise = a drill
half-written-inject-words = words of an inject
half-written-template = a template
half-written-roster = a search of the roster
half-written-clear-words = the words of an all-clear
half-written-figures = figures of a period
half-written-audit = a search of the record
half-written-systems = a search of the register
menu-more = What would you like to open?
menu-prepare = 🗂 <b>Prepare for what may come</b> · What would you like to open?
menu-after = 🌤 <b>After an incident</b> · What would you like to open?
offers = <b>{ $code }</b> · { $title }
    What else would you like to do?
offers-none = <b>{ $code }</b> · { $title }
    There is nothing else to do with this incident now.
menu-speaks-for = You represent: { $businesses }
menu-entry-more = ⋯ More
menu-entry-prepare = 🗂 Prepare
menu-entry-after = 🌤 Afterwards
menu-entry-menu = ◀ Back
menu-entry-help = Help
menu-entry-language = 🌐 Tiếng Việt

help-coordinator = <b>Help for coordinators</b>
    Type <code>/incident</code> and one line to declare quickly, for example:
    <code>/incident Fibre cut in the centre of town</code>
help-owner = <b>Help for system administrators</b>
    You have all rights of a coordinator. Type <code>/incident</code> and one line to declare quickly, for example:
    <code>/incident Fibre cut in the centre of town</code>
help-observer = <b>Help for observers</b>
    You can look up the businesses of the network. Only coordinators and member businesses see phone numbers.
help-representative = <b>Help for member businesses</b>
    When an alert comes, one tap is a complete answer. You can change it until the alert ends.
help-stranger = <b>Help</b>
    To join the network, please type /register and follow the steps.
help-line = /{ $command } – { $what }
command-unknown = There is no command <code>/{ $name }</code>; nothing was sent to anybody. Type /help to see the commands, or write without the / in front to send a message.
command-unknown-nearest = There is no command <code>/{ $name }</code>. Did you mean /{ $command } – { $what }?
command-menu = Open the menu
command-help = Help
command-cancel = Cancel what you are doing
command-language = Language / Ngôn ngữ

language-ask = Đề nghị Anh/Chị chọn ngôn ngữ.
    Please choose a language.
language-vi = Tiếng Việt
language-en = English
language-chosen = The bot speaks English from now on.

## Where the office is

home-province = { $name } Province
home-city = { $name } City
home-kind-province = province
home-kind-city = city
