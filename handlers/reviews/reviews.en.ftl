### Reviews after an incident

menu-entry-reviews = 🔬 Reviews
command-review = Reviews after incidents: read, write, follow up

review-head = 🔬 <b>{ $code }</b> · Review
    <b>{ $title }</b>
review-head-drill = 🔬 <b>DRILL · { $code }</b> · Review
    <b>{ $title }</b>
review-news-opened = This review is yours. Please begin with what went well; a review blames nobody.
review-news-given = This review was given to you.
review-news-handed-in = This review waits for its readers. Please read it and add to it before it is called done.
review-state-draft = State: draft
review-state-in-review = State: in review
review-state-done = ✔ Done
review-owner = Owner: { $name } · due { $at }
review-owner-late = Owner: { $name } · ⏰ overdue since { $at }
review-moved-because = Moved because: { $reason }
review-reopened = The incident was reopened: the review waits for its end.
review-part = <b>{ $name }</b>
    <blockquote expandable>{ $text }</blockquote>
review-part-empty = <b>{ $name }</b>: <i>not written yet</i>
review-name-well = 1. What went well
review-name-causes = 2. Causes
review-name-changes = 3. What to change
review-name-detected = How it was detected

review-facts = <b>From the records</b>
review-at-once = less than a minute
review-found-reported = Detected: { $who } reported it at { $at }{ $known ->
    [yes] , { $after } after it began
   *[no] {""}
    }; the alert followed after { $alert }
review-found-noticed = Detected: recorded by a coordinator at { $at }{ $known ->
    [yes] , { $after } after it began
   *[no] {""}
    }
review-fact-answers = Businesses that answered: { $answered } of { $called }, that took part: { $engaged }
review-fact-times = First answer after { $first }, median { $middle }; first ready { $ready }; enough { $enough }
review-fact-counts = Waves: { $waves } · reminders: { $reminded } · severity raised: { $raised } · updates: { $updates }
review-fact-lasted = From the alert to the end: { $time }
review-fact-tasks = Tasks: { $count }, done { $done }, waiting for a decision { $waiting }
review-fact-voices = Businesses with a voice: { $answered } of { $asked } · useful { $useful }, not useful { $not_useful }
review-drill-injects = Injects: { $count }; answered in time { $answered } of { $given }, done as asked { $done }
review-drill-times = Mean time of an answer: { $minutes } minutes · the drill lasted { $time }
review-drill-points = Result: { $points } points of 100{ $before ->
    [none] {""}
   *[other] {" "}({ $before } the time before)
    }
review-drill-late = ⏰ Not answered in time: { $missed } ({ $where })
review-drill-late-in = inject { $number }: { $missed } of { $given }
review-drill-record = Inject { $number }: { $text } · in time { $answered } of { $given }
review-drill-never = Inject { $number }: { $text } · not sent
review-waiting = Tasks waiting for a decision: { $count }
review-nothing-late = Nothing was late.
review-late = ⏰ Late: { $what }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }
review-late-by = { $time } late
review-late-still = not done
review-late-unsent = not sent
review-late-task = { $name } ({ $by })
review-late-update = the update due { $at } ({ $by })
review-late-duty = { $name } ({ $by })

review-button-well = ✏️ What went well
review-button-causes = ✏️ Causes
review-button-changes = ✏️ To change
review-button-detected = ✏️ How detected
review-button-details = 🔬 Details, edit
review-button-records = 📈 Time line
review-button-voices = 💬 Voices ({ $count })
review-button-tasks = 📌 Tasks ({ $count })
review-button-hand-in = 📨 Hand in for review
review-button-finish = ✔ Call the review done
review-button-anyway = ✔ Done anyway
review-button-take-back = ↩ Write on
review-button-owner = 👤 Other owner
review-button-date = ⏰ Other date
review-button-lesson = 📚 Write a lesson of it
review-button-list = ◀ Reviews
review-button-open = ▶ Open the review
review-button-assign = 📌 Give a new task
review-button-keep-open = Keep open, why
review-button-ended = ➕ Not yet reviewed
review-button-of-drill = 🔬 Review of the drill
review-button-of-incident = 🔬 Review
review-button-more-names = Page { $page }/{ $pages } ›
review-button-days = { $count ->
    [1] 1 working day
   *[other] { $count } working days
    }: { $at }
review-button-missing = 💬 Say what was missing
review-button-nothing-missing = Nothing was missing
review-say-useful-yes = { $tick } Useful
review-say-useful-no = { $tick } Not useful
review-say-named-yes = { $tick } May be named
review-say-named-no = { $tick } Not named
review-kept = Recorded.
review-kept-hand-in = Handed in.
review-unasked = Businesses not asked yet for their opinion: { $count }. Call the review done anyway?
review-unanswered = Businesses that were asked and have not answered: { $count }. Call the review done anyway?
review-kept-anyway = The review is done.
review-kept-finish = The review is done.
review-kept-take-back = The review is open to be written on.

review-records-head = Time line: { $count ->
    [1] 1 line
   *[other] { $count } lines
    }
review-record = { $at } · { $what }
review-voices-none = No business took part that could be asked.
review-voices-later = Those who took part are asked at { $at }.
review-voices-head = { $asked } asked, { $answered } answered, { $named } may be named.
review-voice = <b>{ $name }</b>: { $useful ->
    [yes] useful
    [no] not useful
   *[open] has not said whether it was useful
    } · { $named ->
    [yes] may be named
    [no] not to be named
   *[open] has not said whether it may be named
    }
review-voice-missing = Missing: { $text }
review-tasks-head = To be done: { $count }. The review is done only when each task is finished, cancelled, or kept open for a reason.
review-tasks-none = No task yet. A new one is given as any other, with a business and a date.
review-task = { $mark } <b>{ $code }</b> · { $member } · due { $at } · { $state }
    { $what }
review-task-kept = Kept open: { $reason }
review-task-waits = ⏳ Waits for a decision

review-ask-part = <b>{ $code }</b> · { $name }: please write it in one message of at most { $limit } characters.
review-hint-well = For example: found early, answered fast, worked together well. If nothing stands out, please say so.
review-hint-causes = Say what led to the incident and what slowed its handling, not whose fault it was.
review-hint-changes = Say what will be done differently. Those who answered read this once the review is done.
review-hint-detected = Who or which system noticed it, and by what sign.
review-ask-now = It says now: { $text }
review-ask-where = <b>{ $code }</b> · To which part of the review is this added?
    “{ $text }”
review-ask-keep = <b>{ $code }</b> · Why does { $task } stay open? Please give the reason, at most { $limit } characters.
review-ask-owner = <b>{ $code }</b> · Who owns the review? Please choose, or type a name. Name typed: { $typed }
review-ask-owner-none = <b>{ $code }</b> · There is no other coordinator to give it to.
review-ask-date = <b>{ $code }</b> · Until when? Please choose, or type, for example “17h 15/12”.
review-ask-reason = <b>{ $code }</b> · Changes to: { $where }. Please give the reason, at most { $limit } characters.

review-reminder-half = 🔔 Half of the time for this review is over.
review-reminder-due = 🔔 This review is due.
review-reminder-late = 🔔 This review is overdue.
review-reminder-missing = Not written yet: { $names }
review-reminder-tasks = Tasks waiting for a decision: { $codes }

review-list-open = 🔬 <b>Open reviews: { $count }</b>
review-list-done = 🔬 <b>Reviews done: { $count }</b>
review-list-drills = 🔬 <b>Reviews of drills: { $count }</b>
review-none-open = No review is open.
review-none-done = No review is done yet.
review-none-drills = No drill has a review yet.
review-heap-open = Open ({ $count })
review-heap-done = Done ({ $count })
review-heap-drills = Drills ({ $count })
review-line = <b>{ $code }</b> · { $title }
    { $state } · { $owner } · { $when }
review-short-draft = draft
review-short-in-review = in review
review-short-done = done
review-when-due = due { $at }
review-when-late = ⏰ overdue { $at }
review-when-done = done { $at }
review-coming = ⏳ <b>{ $code }</b>: the review opens at { $at }, owner: { $owner }.
review-follows = 🔬 The review opens at { $at }, owner: { $owner }.
review-unknown-code = There is no incident or drill with the code “{ $code }”.
review-ended = 🔬 Choose what has ended to open its review:
review-ended-none = Nothing has ended without a review.
review-ended-line = { $code } · { $title } · ended { $at }

review-asked = { $names }: thank you for taking part. Please tell us whether the alert was useful, what was missing, and whether we may name you when we give thanks or share what was learnt.
review-asked-drill = { $names }: thank you for taking part in the drill. Please tell us whether it was useful, what was missing, and whether we may name you when we give thanks or share what was learnt.
review-asked-over = { $names }: the review is done. Whether you may be named can still be changed.
review-asked-list = 🔬 Incidents of which your business is asked:
review-asked-none = 🔬 Your business is asked of no incident yet.
review-said = Recorded, thank you.
review-said-useful = Useful: { $answer ->
    [yes] yes
    [no] no
   *[open] no answer yet
    }
review-said-missing = Missing: { $text }
review-said-named = To be named: { $answer ->
    [yes] agreed
    [no] no
   *[open] no answer yet (which means no)
    }
review-said-by = Answered by: { $name }
review-ask-missing = <b>{ $code }</b> · What was missing? Please write it in one message of at most { $limit } characters.
review-nothing-missing = Nothing was missing
review-added-missing = Added to what was missing: { $text }
review-button-else = This is something else
review-taken-out = Taken out of what was missing.
review-outcome-heard = 🔬 { $code } · From what you told us this will change: { $changes }
review-outcome-plain = 🔬 { $code } · After the review this will change: { $changes }
review-outcome-tasks = Tasks given: { $count }.
review-outcome-thanks = Thank you for answering.

refusal-review-unknown = There is no such review.
refusal-review-over = The review of { $code } is done, so what it says stays.
refusal-review-words-length = { $length ->
    [0] There is nothing in it. Please write it in words.
   *[other] This has { $length } characters; at most { $limit } are possible. Please shorten it.
    }
refusal-review-reason-length = { $length ->
    [0] There is no reason yet. Please give one.
   *[other] The reason has { $length } characters; at most { $limit } are possible. Please shorten it.
    }
refusal-review-too-early = { $code } is not over, so there is nothing to review.
refusal-nobody-to-review = There is no coordinator who could own the review.
refusal-review-not-yours = Your business is not asked of this incident.
refusal-missing-length = { $length ->
    [0] There is nothing in it. Please write it in words.
   *[other] This has { $length } characters; at most { $limit } are possible. Please shorten it.
    }
refusal-review-unwritten = Not written yet: { $part ->
    [well] what went well
    [causes] the causes
   *[changes] what to change
    }. Please write it and try again.
refusal-review-task-open = Not done yet: { $code } ({ $member }) is open without a decision{ $more ->
    [0] {""}
   *[other] , as are { $more } more
    }. Please verify it, cancel it, or keep it open for a reason.
refusal-review-task-settled = { $code } is not open any more, so there is nothing to decide.
refusal-review-stands = The review is in that state already.
refusal-review-owner-gone = It cannot be given to this person.
refusal-review-date-past = That moment is over.

file-sheet-reviews = Reviews
file-sheet-review-voices = What was said for reviews
file-sheet-review-decisions = Decisions in reviews
file-message-review = review
file-message-review-reminder = reminder of a review
file-message-review-asked = questions for a review
file-message-review-outcome = what came of a review
review-file-useful = useful
review-file-named = may be named
