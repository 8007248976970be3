### Papers about an incident

papers-button-offer = 📄 Papers
papers-button-back = ◀ Papers
papers-head = 📄 <b>{ $code }</b> · Draft papers
papers-line-lacking = · { $name }: { $count } still missing
papers-line-complete = · { $name }: complete
papers-foot = <i>Number, date and signature stay blank. Tap a paper to view it, fill it and get the file. The files are in Vietnamese.</i>
papers-filled-already = No field is waiting any more, so “{ $words }” stands nowhere yet. Tap a document below to get it; to correct a field, tap its number.
papers-button-time-line = 📈 Time line
paper-time-line-sheet = Time line
paper-time-line-caption = { $code } · Time line: { $count } events
paper-form-initial = Initial report (Mẫu 03)
paper-form-final = Final report (Mẫu 04)
paper-form-request = Coordination request (Mẫu 06)
paper-form-incident = Report of the incident
paper-form-minutes = Minutes of the online meeting
paper-head-lacking = 📄 <b>{ $code }</b> · { $name }
    Still missing: <b>{ $count }</b> (❗).
paper-head-complete = 📄 <b>{ $code }</b> · { $name }
    All that must be filled is filled.
paper-due = ⚖ { $what } · { $until }
paper-line = { $number }. { $label }: { $value }
paper-line-empty = { $number }. { $label }: –
paper-line-missing = { $number }. ❗ <b>{ $label }</b>
paper-button-fill = ✏️ Fill what is missing ({ $count })
paper-button-file = 📄 Get the Word file
paper-button-later = ⏭ Later
paper-button-known = ↩ As recorded
paper-ask = ✏️ <b>{ $code }</b> · { $name }
    Please type <b>{ $label }</b>, in Vietnamese (at most { $limit } characters).
paper-ask-now = It says now: { $value }
paper-ask-left = <i>Left after this one: { $count }.</i>
paper-under-way = The file is being written and comes in a moment.
paper-caption = { $code } · { $name }: complete but for number, date and signature
paper-caption-lacking = { $code } · { $name }: { $count } still missing, left blank in the file

paper-file-initial = form-03
paper-file-final = form-04
paper-file-request = form-06
paper-file-incident = report
paper-file-minutes = minutes
paper-file-time-line = time-line
paper-field-reporter-name = Reporting body
paper-field-reporter-address = Address
paper-field-reporter-phone = Phone
paper-field-reporter-email = E-mail
paper-field-contact-name = Contact
paper-field-contact-title = Title of the contact
paper-field-contact-phone = Phone of the contact
paper-field-contact-email = E-mail of the contact
paper-field-operator = Operator of the system
paper-field-owner = Body in charge of the system
paper-field-system-name = Name of the system
paper-field-system-level = Level
paper-field-system-addresses = Domains and IP addresses of the system
paper-field-security-provider = Provider of security
paper-field-connectivity-provider = Provider of connectivity
paper-field-description = What happened
paper-field-detected-at = Detected at
paper-field-handled = How far it is handled
paper-field-how-detected = How it was detected
paper-field-notified = Who was notified
paper-field-operating-system = Operating system
paper-field-system-services = Services of the system
paper-field-safeguards = Safeguards in place
paper-field-public-addresses = Public IP addresses
paper-field-domains = Domains concerned
paper-field-purpose = Purpose of the system
paper-field-attached = Attachments
paper-field-confidential = To be kept confidential
paper-field-requests = Requests and proposals
paper-field-reported-at = Time of the report
paper-field-initial-number = Number of the initial report
paper-field-initial-day = Date of the initial report
paper-field-result = Result
paper-field-cause = Cause
paper-field-lessons = Lessons
paper-field-coordination-request = What is asked for
paper-field-coordination-until = Until when
paper-field-meeting-at = Time of the meeting
paper-field-meeting-place = Place or address of the meeting
paper-field-meeting-chair = Chair
paper-field-meeting-words = What was said
paper-field-meeting-conclusion = Conclusion

paper-part-reporter = Reporting body
paper-part-contact = Contact
paper-part-system = System concerned
paper-part-happened = The incident
paper-part-technical = Technical information
paper-part-wishes = Requests and time of the report
paper-part-initial = Initial report
paper-part-result = Result
paper-part-reason = Reason
paper-part-request = Request
paper-part-overview = Summary
paper-part-course = Course of events
paper-part-help = Answers of the businesses
paper-part-work = Tasks
paper-part-meeting = The meeting
paper-part-present = Who was called
paper-part-spoken = What was said

paper-detected-by-report = Detected and reported by a member at { $at } ({ $code })
paper-handled-open = Not yet, help is being called
paper-handled-handling = Being handled
paper-handled-closed = Handled, ended at { $at }
paper-result-done = { $who } did “{ $what }” at { $at }
paper-result-took = Time from the alert to the end: { $elapsed }
paper-lessons-well = What went well: { $words }
paper-lessons-change = To be changed: { $words }

paper-column-number = No.
paper-column-at = Time
paper-column-what = What happened
paper-column-business = Business
paper-column-answer = Answer
paper-column-code = Code
paper-column-task = Task
paper-column-due = Due
paper-column-state = State
paper-column-name = Name
paper-column-office = Office
paper-column-came = Outcome
paper-table-empty = None.

paper-answers-counted = { $total } businesses answered: { $counts }. The appendix lists them.
paper-answers-of = { $answer } { $count }
paper-appendix = Appendix
paper-appendix-of = (With { $kind } no.{ $blank }of{ $blank }/{ $blank }/{ $year } by { $department })
paper-answer-ready = Ready
paper-answer-ready-30 = Ready in 30 minutes
paper-answer-ready-60 = Ready in 1 hour
paper-answer-ready-120 = Ready in 2 hours
paper-answer-remote = Remote support
paper-answer-needs-info = Needs information
paper-answer-cannot = Cannot join

paper-republic = SOCIALIST REPUBLIC OF VIETNAM
paper-motto = Independence - Freedom - Happiness
paper-letter-about = Re: { $about }
# Words that have no letter in an office's initials.
paper-unlettered = of and the
paper-above = People's Committee of { $home }
paper-place-and-day = { $place }, day { $blank } month { $blank } { $year }
paper-number = No.{ $blank }
paper-symbol-report = /BC-{ $office }
paper-symbol-letter = /{ $office }
paper-symbol-letter-by = /{ $office }-{ $unit }
paper-symbol-minutes = /BB-{ $office }
paper-about-initial = Initial report on incident { $code }: { $title }
paper-about-final = Final report on incident { $code }: { $title }
paper-about-request = Request for coordination on incident { $code }: { $title }
paper-about-incident = Course and result of incident { $code }: { $title }
paper-about-minutes = Online meeting on incident { $code }: { $title }
paper-type-initial = Report
paper-type-final = Report
paper-type-request = Letter
paper-type-incident = Report
paper-type-minutes = Minutes
paper-to = To:
paper-to-initial = National coordinating body for incident response
paper-to-final = National coordinating body for incident response
paper-to-request = Members of the { $network }
paper-to-incident = People's Committee of { $home }
paper-to-minutes = -
paper-closing-initial = This is the initial report of { $department }. Respectfully.
paper-closing-final = This is the final report of { $department }. Respectfully.
paper-closing-request = { $department } asks for your coordination. Respectfully.
paper-closing-incident = This is the report of { $department }. Respectfully.
paper-closing-minutes = Those present approved these minutes.
paper-signer = FOR THE DIRECTOR
    DEPUTY DIRECTOR
paper-chair = CHAIR
paper-secretary = SECRETARY
paper-copies = Copies to:
paper-copies-kept = Archive
paper-copies-kept-by = Archive, { $unit }
paper-copies-initial = As above
    People's Committee of { $home } (to report)
    Police of the { $home_kind }
paper-copies-final = As above
    People's Committee of { $home } (to report)
    Police of the { $home_kind }
paper-copies-request = As above
paper-copies-incident = As above
paper-copies-minutes = Those present

menu-entry-halfyear = 📑 Half-year
command-halfyear = Half-year report (Mẫu 05)
half-year-head = 📄 <b>Half-year report (Mẫu 05)</b> · { $half ->
        [1] first
       *[other] second
    } half of { $year }
half-year-figures = Incidents: <b>{ $total }</b> · handled alone { $alone } · with help { $helped } · escalated { $above }
half-year-line = · { $name }: { $count }
half-year-due = ⏰ { $name }: before { $at }
half-year-source = <i>By { $source }.</i>
half-year-source-unconfirmed = <i>By { $source }; not compared with the text of the law.</i>
half-year-rule-half-year = Half-year report
half-year-rule-yearly-internal = Yearly report, internal
half-year-rule-yearly-ministry = Yearly report, to the ministry
half-year-foot = <i>Real incidents alone, by the day of their alert; no drills. Number, date and signature are left blank.</i>
half-year-button = { $half ->
        [1] first
       *[other] second
    } half of { $year }
half-year-caption = Mẫu 05 · { $half ->
        [1] first
       *[other] second
    } half of { $year }: number, date, signature and what is written by hand are left
exercise-report-caption = DRILL · { $code }: report; number, date, signature and the judgement are left
refusal-half-year-unknown = There is no such period, or it has not begun. Please open /halfyear again.
refusal-drill-not-over = The drill is not over, so there is no report yet.

paper-about-half-year = Summary of incidents received and handled from { $begins } to { $ends }
half-year-until = The period is not over; counted until { $at }.
paper-about-exercise = Results of drill { $code }: { $title }
paper-type-half-year = Report
paper-type-exercise = Report
paper-to-half-year = The national coordinating body for incident response
paper-to-exercise = The People's Committee of { $home }
paper-closing-half-year = This is the summary of { $department }. Respectfully.
paper-closing-exercise = This is the drill report of { $department }. Respectfully.
paper-copies-half-year = As above
    The People's Committee of { $home } (to report)
    The police of the { $home_kind }
paper-copies-exercise = As above
    The businesses that took part
half-year-part-counts = Number of incidents, and how they were handled
half-year-part-helpers = Bodies in the country that helped
half-year-part-foreign = Foreign bodies that helped
half-year-part-wishes = Proposals
half-year-foreign-names = Names of bodies, and their help
half-year-total = Total
half-year-column-number = No.
half-year-column-type = Type of incident
half-year-column-total = Number
half-year-column-alone = Handled alone
half-year-column-helped = With help at home
half-year-column-foreign = With help from abroad
half-year-column-escalated = Help asked above
half-year-column-helper = Body
half-year-column-times = Incidents helped with
exercise-report-overview = Overview
exercise-report-scores = Results by business
exercise-report-replies = Answers to each inject
exercise-report-judged = Judgement and proposals
exercise-report-began = Begun
exercise-report-ended = Ended
exercise-report-told = Kind
exercise-report-announced = announced
exercise-report-unannounced = unannounced
exercise-report-partaking = Businesses taking part
exercise-report-answered = Answers
exercise-report-minutes = Mean time to answer (minutes)
exercise-report-points = Points in all (of 100)
exercise-report-never = not sent
exercise-report-went-well = What went well
exercise-report-to-change = What to change
exercise-report-left-out = { $count } more answers are not shown here; the drill's Excel file has every business.
exercise-column-number = No.
exercise-column-at = Time
exercise-column-inject = Inject
exercise-column-expected = Expected
exercise-column-business = Business
exercise-column-points = Points
exercise-column-seen = Seen
exercise-column-answered = Answered
exercise-column-done = Done
exercise-column-minutes = Minutes
exercise-column-result = Result
exercise-column-took = Minutes
exercise-result-done = Done
exercise-result-cannot = Could not be done
exercise-result-said = Answered
exercise-result-seen = Seen, not answered
exercise-result-silent = No answer

timeline-began = The incident began
timeline-reported = { $who } reported
timeline-reported-quietly = A confidential report came
timeline-declared = Businesses were alerted
timeline-answered = { $who } answered: { $answer }
timeline-reminded = Those silent were reminded
timeline-wave = { $count } more businesses were called
timeline-raised = The severity was raised
timeline-enough = Enough help was there
timeline-corrected = { $who } corrected
timeline-update = { $who } gave an update
timeline-command = { $who } took command
timeline-task-given = Task given to { $who }
timeline-task-done = { $who } reported a task done
timeline-task-blocked = { $who } is blocked
timeline-arrived = { $who } arrived on site
timeline-left = { $who } left the site
timeline-escalated = Those above were called
timeline-ended = { $who } ended the alert
timeline-reopened = { $who } reopened the incident

file-sheet-paper-answers = What was filled into papers
refusal-paper-field-unknown = This paper has no such field. Please open the list of papers again.
refusal-paper-value-length = This has { $length } characters. Please type 1 to { $limit }.
refusal-paper-words-tell-nothing = This field needs the way in which it was found, so nothing was kept. Please type it; if it is not known, tap “Later” or “Cancel”, and the field stays empty.
refusal-paper-day-unclear = The bot does not understand this day. Please write it in one of these ways: { $today } · today · yesterday · Monday.
refusal-paper-moment-ahead = This must be in the past; what you typed is still to come, or its year is not clear. Please type it with its year, as: { $example }.
