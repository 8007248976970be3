### Policies: what happens by itself after an alert, by severity

command-policies = Policies of reminders and waves
menu-entry-policies = 📐 Policies
policies-head = 📐 <b>Policies by severity</b>
policies-meaning = <i>A policy says what happens by itself after an alert. What is under way keeps the policy with which it began.</i>
policy-line = { $severity }: reminders after { $reminders } · waves: { $waves }
policy-head = 📐 <b>Policy · { $severity }</b>
policy-since = <i>Version { $number }, in force since { $at }</i>
policy-as-it-came = <i>As the product came, changed by nobody</i>
policy-none = none
policy-minutes = { $minutes } minutes
policy-and-then = ; { "" }
policy-reminders = 🔔 Remind those who have not answered after: <b>{ $minutes }</b>
policy-waves = 📢 Call more after: { $waves }
policy-wave = { $minutes } minutes – { $circle }
policy-wave-until = { $minutes } minutes – { $circle } (if fewer than { $ready } are ready)
policy-quiet = 🌙 Quiet hours: { $hours }
policy-raise = ⏫ Raise the severity if nobody has answered after { $minutes } minutes
policy-no-raise = ⏫ Raise the severity automatically: no
policy-told = 👥 Let know: the coordinators
policy-told-observers = 👥 Let know: the coordinators and the observers
policy-updates = 📣 An update every { $every } minutes · command silent for { $silence } minutes · stand-down confirmed within { $stand_down } minutes
policy-tasks = 📌 Tasks: reminders { $spacing } minutes apart, suggested deadline { $time } minutes
policy-escalation = ⤴ Above, silent for { $answer } minutes: the leader is called · meeting of { $meeting }: step 2 is proposed · on site, silent for { $on_site }: the leader
policy-reports = A report that nobody has viewed climbs after: { $minutes }
policy-never-no-channel = ⚠️ Will never be reached: { $circle } (there is no other channel yet).
policy-never-inside-another = ⚠️ Will never be reached: { $circle } (an earlier wave calls wider).
policy-always = ⚠️ Always called, however many are ready: { $circles } (the number is more than the whole network, { $count ->
        [one] { $count } business
       *[other] { $count } businesses
    }).
policy-never-nothing-above = ⚠️ Will never be reached: raising the severity (it is the highest already).
policy-button-edit = ✏️ Change the policy
policy-button-silence = 🧮 Nobody answers
policy-button-some = 🧮 20% answer
policy-button-reminders = 🔔 Reminders
policy-button-waves = 📢 Waves
policy-button-quiet = 🌙 Quiet hours
policy-button-raise = ⏫ Severity
policy-button-times = ⏰ Times
policy-button-try = 🧮 Try out, then save…
policy-button-observers = Observers
policy-button-none = None
policy-button-no-wave = 🗑 Leave this wave out
policy-button-suggested = ✨ Use the suggested waves
policy-button-save = 💾 Save, in force from now on
policy-circle-after = { $circle } · { $minutes }′
policy-item-update-every = 📣 Updates
policy-item-command-silence = Command silent
policy-item-stand-down-after = Stand-down
policy-item-task-spacing = 🔔 Task reminders
policy-item-task-time = ⏰ Task deadline
policy-item-escalation = ⤴ Escalation
policy-item-reports = Reports
policy-edit-head = ✏️ <b>Changing the policy · { $severity }</b>
policy-ask-reminders = 🔔 How many minutes after the alert are those reminded who have not answered? Please send rising numbers, such as <code>5, 15</code>, at most { $limit }.
    Now: { $now }
policy-ask-waves = 📢 Who is called when there are too few? Tap a circle to set its minutes or to leave it out.

    If the incident wants a headcount, waves stop once it is there. If not, each stops once enough businesses are ready.
policy-ask-wave = 📢 <b>{ $circle }</b>: called how many minutes after the alert (1–{ $limit })?

    You may add how many ready businesses are enough (0–{ $ready }): <code>20 3</code> means after 20 minutes, while fewer than 3 businesses are ready.
policy-ask-quiet = 🌙 In quiet hours the minutes stand still: what is automatic waits. Please send a span, such as <code>22:00-6:00</code>.
    Now: { $now }
policy-ask-raise = ⏫ After how many minutes without any answer is the severity raised by one (1–{ $limit })?
policy-ask-times = ⏰ Which time is to be changed?
policy-ask-update-every = 📣 Every how many minutes is an update due (1–{ $limit })? Now: { $now }
policy-ask-command-silence = After how many silent minutes may somebody else take the command (1–{ $limit })? Now: { $now }
policy-ask-stand-down-after = How many minutes after the end do those engaged have to confirm that they stood down (1–{ $limit })? Now: { $now }
policy-ask-task-spacing = 🔔 How many minutes apart are the reminders of a task (1–{ $limit })? Now: { $now }
policy-ask-task-time = ⏰ How many minutes is the suggested deadline of a task (1–{ $limit })? Now: { $now }
policy-ask-escalation = ⤴ Three numbers of minutes (1–{ $limit }), such as <code>10, 60, 20</code>:
    ▪ after how long without an answer to the meeting's call the leader is called;
    ▪ after how long a meeting without a solution has step 2 proposed;
    ▪ after how long without an answer to the call on site the leader is called.
    Now: { $now }
policy-ask-reports = After how many minutes does a report climb that nobody has viewed (1–{ $limit })? Please send rising numbers, such as <code>5, 10, 20</code>. Now: { $now }
policy-ask-save = Save this policy? What is under way does not change.
policy-saved = Saved. It holds for what is declared from now on.
circle-off-duty = people off duty
circle-sector = the whole sector, whatever the capability
circle-neighbours = the neighbouring communes
circle-next-neighbours = the communes beyond these
circle-province = the whole { $home_kind }
circle-other-channel = the second channel
circle-short-off-duty = Off duty
circle-short-sector = Sector
circle-short-neighbours = Neighbours
circle-short-next-neighbours = Behind
circle-short-province = Everywhere
circle-short-other-channel = Channel 2
trial-head-silence = 🧮 <b>Trial · { $severity }: { $at }, nobody answers</b>
    <i>Only what happens automatically is told.</i>
trial-head-some = 🧮 <b>Trial · { $severity }: { $at }, { $share }% answer within 10 minutes</b>
    <i>Each wave calls { $called } businesses; no headcount is wanted.</i>
trial-alert = <b>{ $at }</b> · 🚨 the alert is sent
trial-moment = <b>{ $at }</b> · { $what }
trial-remind = 🔔 those who have not answered are reminded
trial-widen = 📢 also called: { $circle }
trial-wave = 📢 also called: { $circle }
trial-raise = ⏫ the severity is raised, the coordinators are told
trial-not-raised = the severity stays: there are answers
trial-inside = not called: { $circle }, for an earlier wave called wider
trial-not-called = not called: { $circle }, for { $ready } businesses are ready
refusal-minutes-unreadable = These minutes could not be read. Please send a whole number, such as 15.
refusal-minutes-range = Minutes must be between 1 and { $limit }. Please type it again, for example: 15.
refusal-too-many-minutes = At most { $limit } numbers of minutes.
refusal-minutes-in-order = The minutes must rise, and none may stand twice. Please type them again, for example: 5, 15, 30.
refusal-rungs-missing = Please send exactly { $count } numbers: for those on duty, for all coordinators, for the system administrators.
refusal-escalation-minutes-missing = Please send exactly { $count } numbers of minutes: the call to the meeting, the meeting, the call on site.
refusal-ready-range = The number of ready businesses must be between 0 and { $limit }. Please type it with the minutes again, for example: 20 3.
refusal-no-quiet-when-grave = There are no quiet hours for what is serious or critical: what is urgent is called at night too. Quiet hours are for the two lower severities.
refusal-quiet-one-span = Quiet hours are one span of at most { $hours } hours a day, such as 22:00-6:00.
refusal-policy-changed-meanwhile = Somebody has just saved another version of this policy. Please cancel, and change the new one.
