### The waves of an incident, and what is told of its course

button-waves = 📢 Waves…
waves-head = 📢 <b>{ $code } · Waves</b>
waves-none-planned = The policy plans no other wave; you can still call more.
waves-idle = { $count ->
    [one] One wave is still planned, but it would find no further business: there is nothing to hold back.
   *[other] { $count } waves are still planned, but none would find a further business: there is nothing to hold back.
}
wave-called = ✔ { $at } · { $circle }: { $count ->
        [one] { $count } business called
       *[other] { $count } businesses called
    }
wave-called-people = ✔ { $at } · { $circle }: { $count ->
        [one] { $count } person called
       *[other] { $count } people called
    }
wave-not-needed = ✔ { $at } · { $circle }: not needed
wave-to-come = ⏭ { $at } · { $circle }
wave-to-come-until = ⏭ { $at } · { $circle } <i>(while fewer than { $ready } businesses are ready)</i>
wave-to-come-unless = ⏭ { $at } · { $circle } <i>(unless enough help is offered)</i>
waves-held = ⏸ Held back since { $at }: no wave comes automatically.
waves-enough = 👷 Enough help has been offered since { $at }: no reminders, no waves.
waves-narrow = ⚠️ { $label }: no other business is called. If that is needed, please change the label first.
waves-all-called = All businesses that can be called have been called.
waves-next = Call <b>{ $circle }</b> now: { $members ->
        [one] { $members } more business
       *[other] { $members } more businesses
    } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    }).
button-wave-call = 🚨 { $members ->
        [one] Call { $members } business now
       *[other] Call { $members } businesses now
    }
button-wave-call-now = 🚨 Confirm: { $members ->
        [one] call { $members } business
       *[other] call { $members } businesses
    }
wave-ask = 🚨 <b>{ $code }</b> · Call <b>{ $circle }</b> too: the alert goes at once to { $members ->
        [one] { $members } business
       *[other] { $members } businesses
    } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    }), and cannot be taken back. Call them?
button-waves-hold = ⏸ Hold the waves back
button-waves-release = ▶️ Let waves come again
wave-is-called = { $count ->
        [one] { $count } more business is being called
       *[other] { $count } more businesses are being called
    }.
refusal-wave-called = This wave has just been called. Please open the waves again.
refusal-no-circle-left = All businesses that can be called have been called.
course-what = Severity (network scale): <b>{ $severity }</b> · 📍 { $place }
course-let-know = This lets observers know that there is an incident. You need not answer.
course-raised = ⏫ Nobody has answered after { $minutes } minutes: the severity was raised from { $before } to <b>{ $after }</b>. Please check, and call by phone where needed.
course-rests = ⏸ The drill is <b>paused</b> for the real incident { $incident }. Please put what is real first; until it is over the drill reminds nobody and calls nobody else.
course-goes-on = ▶ The drill <b>goes on</b>, since what is real is over. Its reminders come that much later.
course-not-needed = 👷 There is enough help now. Your business need not take part. Thank you for being willing to help.
button-course-tally = 📊 Tally
file-message-course = news of an incident's course
