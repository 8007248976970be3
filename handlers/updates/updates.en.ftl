### Situation updates

update-unchanged = Nothing new so far.
update-actions = ▪ Done: { $text }
update-needs = ▪ Needed: { $text }
update-ruled-out = ▪ Ruled out: { $text }
update-next = ⏰ Next update: <b>{ $at }</b>
update-asks-seen = Please confirm that you have seen this.
update-seen-by = ✔ { $name }: seen by { $by }, { $at }
update-seen-own = ✔ Seen, { $at }
update-acknowledged = Recorded. Thank you.
update-reminder = 🔔 Please confirm that you have seen what was sent at { $at }:
update-reminder-over = ✔ No confirmation is needed any more.
update-soon = 🔔 An update is due at <b>{ $at }</b>. You get this reminder because you are in command.
update-late = ⏰ The update of <b>{ $at }</b> is late; the businesses have heard nothing new. In command: { $name }.
update-soon-nobody = 🔔 An update is due at <b>{ $at }</b>. Nobody is in command now, or whoever is cannot be reached, so every coordinator gets this reminder.
update-late-nobody = ⏰ The update of <b>{ $at }</b> is late; the businesses have heard nothing new. ⚠️ Nobody is in command now.
update-handover = Next update: { $at }
update-handover-late = Next update: { $at } (late)
update-ask-actions = <b>{ $code }</b> · Type what was done and is being done.
update-ask-needs = <b>{ $code }</b> · Type what is needed: people, equipment, information.
update-ask-ruled-out = <b>{ $code }</b> · Type what was ruled out.
update-ask-next = <b>{ $code }</b> · When does the next update come? Choose, or type a time (such as 15:30).
update-ask-who = 👥 Who gets it?
update-who-all = Everybody alerted: { $count }
update-who-ready = Those joining: { $count }
update-who-observers = Observers alone: { $count }
update-who-beside = Observers as well: { $count }
update-ticked = ☑ { $name }
update-unticked = ☐ { $name }
update-wider = ⚠️ The incident is { $label }: observers are not among those called. Send it to them only if they must know.
update-proposed = <i>Some of it is filled in from the figures; ✏️ changes it or leaves it out.</i>
update-typing = <i>Type a time (10:30, in 30 minutes) to change when the next update comes; other words replace the text.</i>
update-changed-text = ✏️ What you typed replaced the text before: <i>“{ $text }”</i>
update-changed-next = ⏰ What you typed is when the next update comes; before, it was { $at }.
update-set-next = ⏰ What you typed is when the next update comes; before, no time was set.
button-update-undo = ↩ Take it back
button-update-both = ➕ Keep both
update-fact-engaged = { $count ->
    [one] { $count } business is joining
   *[other] { $count } businesses are joining
}
update-fact-on-site = { $count ->
    [one] { $count } business is on site
   *[other] { $count } businesses are on site
}
update-fact-tasks = { $count ->
    [one] { $count } task is under way
   *[other] { $count } tasks are under way
}
update-fact-missing = { $count } more { $count ->
    [one] person
   *[other] people
}
button-update-actions = ✏️ Done
button-update-needs = ✏️ Needed
button-update-ruled-out = ✏️ Ruled out
button-update-next = ⏰ Next time
button-update-who = 👥 To whom
button-update-ask = Ask: seen?
button-update-clear = ➖ Leave this out
button-update-no-next = ➖ Promise no time
button-update-in-15 = 15 min
button-update-in-30 = 30 min
button-update-in-60 = 1 hour
button-update-in-120 = 2 hours
button-update-in-240 = 4 hours
button-update-write = 📣 Write an update
update-taken-back = ↩ This message was taken back. Please disregard it.
button-update-take-back = ↩ Take it back
update-may-be-taken-back = <i>For 1 minute this can be taken back.</i>
update-is-taken-back = ↩ Taken back: whoever has not got it gets nothing, for the others the message is edited.
update-taken-back-unknown = ❔ Unknown whether it arrived: { $count }. There a message follows that it was taken back.
update-taken-back-files = 📎 Files that have arrived cannot be taken back.
refusal-update-stands = More than 1 minute has passed, or it was taken back already; to say otherwise, please send a new update.
button-update-unchanged = 📣 Send: no news
button-acknowledge = ✔ Seen
button-seen = ✔ Seen: { $seen }/{ $asked }
button-seen-remind = 🔔 Remind { $count } that have not…
seen-remind-ask = 🔔 <b>{ $code }</b> · Sent { $at }: remind the { $count } that have not seen it?
seen-head = ✔ <b>{ $code }</b> · Sent { $at }: <b>{ $seen }/{ $asked }</b> have seen it
seen-line = ✔ { $name } <i>({ $by }, { $at })</i>
seen-line-waiting = ⏳ { $name }
seen-reminded = { $count ->
    [one] { $count } person is
   *[other] { $count } people are
} being reminded.
refusal-update-part-length = This part needs 1 to { $limit } characters; this one has { $length }.
refusal-next-update-past = The next update has to lie ahead, within 7 days. Please type it again, for example: 30 minutes.
refusal-updated-just-now = An update went out at { $at } just now; no other is needed yet.
refusal-nothing-to-acknowledge = Nothing here asks you for a confirmation.
refusal-acknowledged-already = That was recorded at { $at }; there is no need to tap again.
refusal-everybody-acknowledged = All have confirmed, or nobody else can be reached.
refusal-asked-to-acknowledge-just-now = They were reminded at { $at }. Please wait at least a minute.
refusal-update-unknown = This update cannot be found.
file-sheet-acknowledgements = Updates seen
file-message-update-watch = reminder to send an update
file-message-update-reminder = reminder to confirm an update
update-quotes-no-more = The quoted question was taken back or erased, so it is quoted no more. Please view the text before sending it.
