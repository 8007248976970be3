### The command of an incident

button-command = 🎖 Command: { $name }
button-command-nobody = ⚠️ Nobody is in command
button-command-page = 🎖 Command
button-command-hand = ➡ Hand command over…
button-command-ask = 🎖 Ask for command
button-command-over = 🎖 Take command over…
button-command-over-now = 🎖 Take command over
button-command-take = ✔ Take command
button-command-not = ⛔ Decline
button-command-give = ➡ Hand over now
button-command-keep = 🎖 Keep command
button-command-offer = ➡ Offer command
button-command-without-facts = ➖ Without the facts
button-command-with-facts = ➕ With the facts
command-head = 🎖 <b>{ $code } · Command</b>
command-held = In command: <b>{ $name }</b>, since { $at }
command-came = Handed over by { $name }.
command-came-over = Taken over from { $name }: { $reason }
command-nobody = ⚠️ The bot cannot reach this person now, or they coordinate no longer. Another coordinator can take command at once.
command-waits-take = ⏳ Waiting for { $to } to take command (asked at { $at }).
command-waits-give = ⏳ { $by } asked for command at { $at }. Without an answer by { $until } they can take it over.
command-waited-take = ⏳ { $to } has not answered the offer of command made at { $at }. It can be handed to somebody else.
command-waited-give = ⏳ { $by } asked for command at { $at }; there was no answer until { $until }: it can be taken over.
command-nobody-else = <b>{ $code }</b> · There is no other coordinator to hand over to at the moment.
command-choose = <b>{ $code }</b> · Hand command over to whom?
command-asked = { $name } has been asked.
command-asking-take = 🎖 <b>{ $code }</b> · { $title }
    { $by } asks you to take command.
command-asking-give = 🎖 <b>{ $code }</b> · { $title }
    { $by } asks for command. If you do not answer by { $until }, they can take it over.
command-taken = ✔ You are in command of <b>{ $code }</b>, handed over by { $by }.
command-given = ✔ Command of <b>{ $code }</b> is handed over to { $by }.
command-not-taken = ✔ You have declined command of <b>{ $code }</b>; { $by } has been told.
command-kept = ✔ You keep command of <b>{ $code }</b>; { $by } has been told.
command-lapsed = <b>{ $code }</b> · What { $by } asked about command no longer holds.
command-declined-take = 🎖 <b>{ $code }</b> · { $to } has declined command. You are still in command.
command-declined-give = 🎖 <b>{ $code }</b> · { $to } keeps command.
command-offered-elsewhere = 🎖 <b>{ $code }</b> · { $to } is offering command to somebody else. What you asked no longer waits for an answer.
command-offer-gone = 🎖 <b>{ $code }</b> · { $to } is no coordinator any more, so your offer of command has ended. You still hold command; if need be, hand it over to somebody else.
command-silent-take = ⏳ <b>{ $code }</b> · { $to } has not answered your offer of command. You are still in command.
command-silent-give = ⏳ <b>{ $code }</b> · { $to } has not answered. If need be, you can take command over; please say why.
command-passed = 🎖 <b>{ $code }</b> · { $title }
    In command: <b>{ $name }</b>, handed over by { $before } at { $at }.
command-passed-over = 🎖 <b>{ $code }</b> · { $title }
    In command: <b>{ $name }</b>, taken over from { $before } at { $at }. The reason:
command-vacant = ⚠️ <b>{ $code }</b> · { $title }
    { $before } is no longer a coordinator, and so no longer in command of this incident.
command-vacant-ask = <b>Nobody is in command now.</b> Please let one coordinator take command over.
command-vacant-no-more = 🎖 In command: <b>{ $name }</b>
command-ended = 🟢 <b>{ $code }</b> · { $title }
    { $by } ended it at { $at }; you held command.
command-ended-open = ⚠️ Still open: <b>{ $what }</b>.
command-is-yours = You get the commander's reminders.
command-note-head = ➡ <b>{ $code }</b> · Handover note for { $name }:
command-note-empty = <i>(no note)</i>
command-note-hint = Type to add your own words; typed again, they replace those before. Command passes on when the other accepts.
command-reason-ask = 🎖 <b>{ $code }</b> · Why do you take command over? All coordinators will see the reason.
command-reason-confirm = 🎖 <b>{ $code }</b> · Take command over? The reason:
    { $reason }
refusal-command-not-held = { $name } is in command of this incident, and alone can hand it over.
refusal-command-held-already = You are in command of this incident.
refusal-command-not-for-them = This person cannot take command: they coordinate no longer, or are in command already.
refusal-command-wish-over = This was answered, or no longer holds.
refusal-command-too-early = { $name } has until { $at } to answer.
refusal-command-not-asked-for = Please ask { $name } for command first; it is taken over only when they do not answer.
refusal-command-asked-before = { $by } asked { $name } for command before. If there is no answer by { $at }, any coordinator, including you, can take it over.
refusal-command-offered-to-another = Command was offered to { $name }, who has until { $at } to answer.
refusal-command-note-length = A handover note has at most { $limit } characters; this one has { $length }.
refusal-command-reason-length = The reason needs 1 to { $limit } characters; this one has { $length }.
file-sheet-commands = Command held
file-sheet-command-offers = Asked about command
file-message-command-page = page of command
file-message-command = command of an incident
