### The waves of an incident, and what is told of its course

button-waves = 📢 Waves…
waves-head = 📢 <b>{ $code } · Waves</b>
waves-none-planned = The policy plans no other wave; you can still call more.
wave-called = ✔ { $at } · { $circle }: { $count } businesses called
wave-called-people = ✔ { $at } · { $circle }: { $count } people called
wave-not-needed = ✔ { $at } · { $circle }: not needed
wave-to-come = ⏭ { $at } · { $circle }
wave-to-come-until = ⏭ { $at } · { $circle } <i>(while fewer than { $ready } businesses are ready)</i>
waves-held = ⏸ Held back since { $at }: no wave comes automatically.
waves-enough = 👷 The headcount wanted is there since { $at }: no reminders, no waves.
waves-narrow = ⚠️ { $label }: no other business is called. If that is needed, please change the label first.
waves-all-called = All businesses that can be called have been called.
waves-next = Call <b>{ $circle }</b> now: { $members } more businesses ({ $people } people).
button-wave-call = 🚨 Call { $members } businesses now
button-waves-hold = ⏸ Hold the waves back
button-waves-release = ▶️ Let waves come again
wave-is-called = { $count } more businesses are being called.
refusal-wave-called = This wave has just been called. Please open the waves again.
refusal-no-circle-left = All businesses that can be called have been called.
course-what = Severity (network scale): <b>{ $severity }</b> · 📍 { $place }
course-let-know = This lets observers know that there is an incident. You need not answer.
course-raised = ⏫ Nobody has answered after { $minutes } minutes: the severity was raised from { $before } to <b>{ $after }</b>. Please check, and call by phone where needed.
course-not-needed = 👷 There is enough help now. Your business need not take part. Thank you for being willing to help.
button-course-tally = 📊 Tally
file-message-course = news of an incident's course
