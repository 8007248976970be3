### The duty roster

command-duty = The business's duty roster
duty-choose = 🗓 <b>Duty roster</b> · Please choose the business.
duty-head = 🗓 <b>Duty roster · { $member }</b>
duty-hours-line = 🕐 Duty hours: <b>{ $hours }</b>
duty-now = 📡 On duty now: <b>{ $names }</b>
duty-now-nobody = 📡 Nobody is on duty now: alerts call all representatives.
duty-week-line = • { $week }: { $name }
duty-this-week = This week { $days }
duty-name-unreachable = 📵 { $name }
duty-meaning = <i>Within the duty hours alerts call the person on duty first; the other representatives are called only if the business has still not answered after the reminder. Outside the hours, or in a week without a person on duty, all are called as usual.</i>
duty-unreachable = 📵 The bot cannot write to this person, so for alerts nobody counts as on duty.
duty-always = 24/7
duty-whole-day = all day
duty-off = off
duty-several-spans = { $count } spans
duty-ask-hours = 🕐 <b>Duty hours</b> · Now: { $hours }
duty-ask-days = 🕐 <b>Duty hours day by day</b>
    { $hours }
    Tap a day to change it, then save.
duty-ask-day = 🕐 <b>{ $day }</b> · Tap, or type the hours, for example: 7:30-17:00 · 7:30-11:30, 13:30-17:00 · 22h-6h (overnight) · off.
duty-ask-weeks = 👤 <b>On duty by week</b> · Tap a week to assign somebody. A week begins on Monday at 00:00.
duty-ask-who = 👤 Who is on duty in the week { $week }?
duty-ask-order = 🔁 <b>Rotation</b> · Tap people one after another in their order; a week each, from this week on, until { $weeks } weeks are filled.
duty-ask-clear = Clear the duty hours and people of <b>{ $member }</b>? Alerts will call all representatives, as without a roster.
duty-hours-kept = The duty hours are saved.
duty-order-kept = Assigned. Those concerned will be told.
duty-cleared = The duty roster is cleared.
duty-stopped = The duty roster is closed. What was saved stays. Open it again: /duty
duty-told = 🗓 Your new duty at <b>{ $member }</b>:
duty-told-week = • { $week }
duty-told-meaning = Within the duty hours alerts call you first. If you cannot be on duty, please assign somebody else in the roster.
duty-told-none = 🗓 The duty roster of <b>{ $member }</b> has changed: you have no weeks on duty ahead.
duty-told-beginning = 🗓 This week ({ $days }) you are on duty for <b>{ $member }</b>. Duty hours: { $hours }. Alerts will call you first.

weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
weekday-0-long = Monday
weekday-1-long = Tuesday
weekday-2-long = Wednesday
weekday-3-long = Thursday
weekday-4-long = Friday
weekday-5-long = Saturday
weekday-6-long = Sunday

button-duty = 🗓 Duty roster
button-duty-show = 🗓 Show the roster
button-duty-hours = 🕐 Duty hours
button-duty-weeks = 👤 On duty
button-duty-order = 🔁 Rotation
button-duty-clear = 🗑 Clear the roster
button-duty-clear-now = 🗑 Clear
button-duty-always = 24/7 · all day, every day
button-duty-office = Office hours · Mon–Fri 7:30–17:00
button-duty-days = ✏️ Set each day
button-duty-save = ✔ Save the hours
button-duty-copy = ⤵ Tue–Fri like Mon
button-duty-nobody = — Nobody
button-duty-apply = ✔ Assign { $weeks } weeks
button-duty-again = ↺ Choose again

preview-held-back = ➕ { $count ->
        [one] { $count } person who is off duty is
       *[other] { $count } people who are off duty are
    } called only if the business has not answered after the reminder.
reminded-and-called = Reminding { $people ->
    [one] { $people } person
   *[other] { $people } people
} and calling { $called } more who { $called ->
    [one] is
   *[other] are
} off duty.
called-in-reserve = Calling { $count } more who { $count ->
    [one] is
   *[other] are
} off duty.

refusal-not-on-the-roster = This roster has changed since: you do not represent this business now, or it is not in the network. Type /menu to go on.
refusal-not-for-duty = This cannot be set: the person no longer represents the business, or the week is not on the roster. Please go back and choose again.
refusal-duty-hours-empty = With every day off there are no duty hours. To do without a roster, please use “Clear the roster”.
refusal-nobody-chosen = Please choose at least one person.
refusal-duty-hours-unclear = The duty hours could not be understood. Please write them like this: 7:30-17:00 · 7:30-11:30, 13:30-17:00 · 22h-6h (overnight) · all day · off.

## In the menu and in the file of own data

file-sheet-duty = Duty weeks
