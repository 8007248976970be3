### Figures of periods, and the digest

menu-entry-figures = 🔢 Figures
command-figures = Figures of a week, month, quarter, year; the digest
refusal-period-unclear = The system does not understand which period this is. Please write, for example: “October”, “Q3 2026”, “last week”, “2026”.
refusal-period-ahead = This period has not begun yet, so there are no figures.

figures-period-w = week { $number }/{ $year }
figures-period-m = month { $number }/{ $year }
figures-period-q = quarter { $number }/{ $year }
figures-period-y = { $year }
figures-days-of = { $first }–{ $last }
figures-head-overview = 🔢 <b>Figures of { $name }</b> ({ $days })
figures-head-times = 🔢 <b>Response times of { $name }</b> ({ $days })
figures-head-answers = 🔢 <b>Answers of { $name }</b> ({ $days })
figures-head-work = 🔢 <b>Work of { $name }</b> ({ $days })
figures-head-drills = 🔢 <b>DRILLS of { $name }</b> ({ $days })
figures-beside = <i>The period before (in brackets): { $before }.</i>
figures-until = <i>As of { $until }; the period before (in brackets): as much of { $before }.</i>
figures-nothing = Nothing to report: no incidents, problems, drills, no tasks or notices that were due, no lessons, and no honours.
figures-type-another = <i>You may write another period: “October”, “Q3 2026”, “last week”.</i>

figures-incidents = <b>Incidents: { $count }</b> ({ $before }), { $ended } over
figures-severities = Severity: { $counts }
figures-types = Type: { $counts }
figures-types-more = others { $count }
figures-problems = Digital-transformation problems: { $count } ({ $before })
figures-first-ready = First ready, median: { $median } · before { $before }
figures-answered = Businesses that answered: { $share } ({ $before })
figures-unreached = People not reached: { $count } ({ $before })
figures-tasks = Tasks late: { $late }/{ $count } ({ $before })
figures-duties = Notices by law late: { $late }/{ $count } ({ $before })
figures-owed = <b>Notices by law that are late now: { $count }</b>
figures-reports = <b>Reports of the year that are due soon</b>
figures-report-due = · ⏰ { $name }: before { $at } (/halfyear)
figures-duties-more = · and { $count } more
figures-duty-open = · ⏰ { $code }: { $what }, due { $at }, not told yet
figures-duty-late = · { $code }: { $what }, due { $at }, told late
figures-lessons = Lessons sent: { $count } ({ $before })
figures-lessons-said = · Businesses that answered: { $share }, applied { $applied }
figures-lessons-closed = Lessons closed: { $count } ({ $before })
figures-honours = Honours: { $count } ({ $before })
figures-drills = DRILLS (apart): { $count } ({ $before })
figures-drill-alerts = Alerts of drills: { $count } ({ $before })
figures-drill-scripted = Drills by script: { $count } ({ $before })
figures-drill-injects = · Injects answered: { $share }
figures-drill-tests = Contact tests: { $count } ({ $before })
figures-drill-confirmed = · People who confirmed: { $share }

figures-time = <b>{ $name }</b>: { $spread } · before { $before }
figures-sector = <b>{ $name }</b>: { $share } ({ $before }); time: { $spread }
figures-all-sectors = All
figures-time-detected = Detection
figures-time-alerted = First alert
figures-time-ready = First ready
figures-time-headcount = Headcount reached
figures-time-all-clear = All-clear
figures-seconds = { $count } s
figures-minutes = { $count } min
figures-hours = { $count } h
figures-days = { $count } d
figures-median = { $median }, n = { $count }
figures-spread = median { $median }, 90% within { $ninetieth }, n = { $count }
figures-too-few = too few, n = { $count } < { $fewest }
figures-no-values = none, n = 0
figures-share = { $share } · { $part }/{ $whole }
figures-none = none

figures-how = <blockquote expandable>How it is counted
    { $words }</blockquote>
figures-how-overview = A period has the incidents that were declared in it, also those that ended later; no drills. First ready: from the declaration to the first answer “ready”. Answers: each business called to each incident counts once. Tasks, notices: with a deadline in the period; late is done after it or still open. n is how many could be measured; below 3 no median is given.
figures-how-times = Detection: from the beginning (where known) to the first sign (the earliest report that is not confidential, or the declaration). First alert: from the first sign to the first message sent. Ready, headcount, all-clear: from the declaration. Median and 90%: by linear interpolation as PERCENTILE.INC; below 3 none is given.
figures-how-answers = Each business called to each incident counts once; any answer counts. A business of two sectors counts in both. Time: from the first message to one of the business's people to its first answer; 90%: linear interpolation (PERCENTILE.INC). People not reached: Telegram refused at least one alert of the period; each person counts once.
figures-how-work = Tasks and notices by law: with a deadline in the period, without what was cancelled, declined or does not apply. Late is done after the deadline or still open. Lessons: sent in the period, closed in the period. Honours: confirmed in the period.
figures-how-drills = Drills are in none of the other figures. Alerts of drills are counted as incidents are. Scripts: begun in the period. Contact tests: asked in the period; each person counts once in each.

figures-button-overview = Overview
figures-button-times = Times
figures-button-answers = Answers
figures-button-work = Work
figures-button-drills = Drills
figures-button-w = Week
figures-button-m = Month
figures-button-q = Quarter
figures-button-y = Year
figures-button-charts = Charts
figures-button-xlsx = 📄 Excel
figures-button-docx = 📄 Word
figures-button-digests = 📰 Digest
figures-button-figures = 🔢 Figures
figures-button-unreached = 📵 List of { $code }
figures-under-way = The file is being made and comes at once.
figures-caption = Figures of { $name } ({ $days })
figures-no-charts = There was no incident in { $name }, so there is no chart.
figures-file-name = figures

figures-chart-types = Incidents by type, { $name }
figures-chart-times = Response times (median), { $name }
figures-chart-sectors = Businesses that answered, by sector, { $name }
figures-chart-count = { $name } (n = { $count })
figures-chart-left-out = Times of which there are fewer than { $fewest } are not drawn.
figures-scale-types = incidents
figures-scale-sectors = per cent
figures-scale-minutes = minutes
figures-scale-hours = hours

figures-column-what = What
figures-column-now = { $name }
figures-column-before = { $name } (before)
figures-column-time = Time
figures-column-count = n
figures-column-median = Median
figures-column-ninetieth = 90th percentile
figures-column-median-before = Median before
figures-column-sector = Sector
figures-column-called = Calls
figures-column-rate = Answer rate
figures-column-rate-before = Rate before
figures-row-incidents = Incidents
figures-row-ended = Incidents that are over
figures-row-problems = Digital-transformation problems
figures-row-first-ready = First ready (median)
figures-row-answered = Businesses that answered
figures-row-unreached = People not reached
figures-row-tasks = Tasks due
figures-row-tasks-late = Tasks late
figures-row-duties = Notices by law due
figures-row-duties-late = Notices by law late
figures-row-lessons = Lessons sent
figures-row-lessons-answered = Businesses that answered to lessons
figures-row-lessons-applied = Businesses that applied lessons
figures-row-lessons-closed = Lessons closed
figures-row-honours = Honours
figures-row-drill-alerts = Alerts of drills
figures-row-drill-answered = Businesses that answered alerts of drills
figures-row-drill-ready = First ready in drills (median)
figures-row-drill-scripted = Drills by script
figures-row-drill-injects = Injects answered
figures-row-tests = Contact tests
figures-row-confirmed = People who confirmed

figures-table-whole = Figures as a whole
figures-table-kinds = Incidents by severity and type
figures-table-times = Response times
figures-table-sectors = Answers by sector
figures-table-drills = Drills (apart: in none of the figures above)
figures-table-charts = Charts
figures-table-definitions = How it is counted
figures-sheet-whole = Whole
figures-sheet-kinds = Severity, type
figures-sheet-times = Times
figures-sheet-sectors = By sector
figures-sheet-drills = Drills
figures-sheet-definitions = How it is counted
figures-sheet-units = Times are in minutes, shares in per cent.
figures-sheet-until = as of { $until }

figures-about = Figures of incident response, { $name }
figures-opening = Figures of { $days }, compared with { $before }.
figures-opening-until = Figures of { $days }, as of { $until }, compared with as much of { $before }.
figures-opening-nothing = There were no incidents, problems, drills, no tasks or notices that were due, no lessons, and no honours.
figures-closing = These are the figures of incident response of { $department }
figures-copies = As above

figures-defined-period = Period
figures-definition-period = A period has the incidents that were declared in it, also those that ended later. Weeks begin on Monday. A period that is not over is compared with as much of the one before.
figures-defined-times = Times
figures-definition-times = Detection: from the beginning of the incident (where known) to the first sign, which is the earliest report that is not confidential, or the declaration. First alert: from the first sign to the first message sent. First ready, headcount reached (the last time), all-clear (the last one): from the declaration.
figures-defined-answers = Answers
figures-definition-answers = Each business called to each incident counts once; any answer counts. A business of two sectors counts in both, and once under “All”. Time of an answer: from the first message to one of the business's people to its first answer.
figures-defined-unreached = People not reached
figures-definition-unreached = People for whom Telegram refused at least one alert of the period; each counts once.
figures-defined-tasks = Tasks late
figures-definition-tasks = Tasks with a deadline in the period (without those cancelled, declined or of a drill) that were done after it or are still open.
figures-defined-duties = Notices by law late
figures-definition-duties = What has to be told by law, with a deadline in the period (without what does not apply), told after it or still to be told.
figures-defined-lessons = Lessons
figures-definition-lessons = Lessons sent in the period, with what the businesses say that got them; lessons closed in the period.
figures-defined-honours = Honours
figures-definition-honours = Honours that a coordinator confirmed in the period, without those of drills.
figures-defined-drills = Drills
figures-definition-drills = Drills stand apart and are in none of the other figures. Alerts of drills are counted as incidents are; scripts that began in the period; contact tests that were asked in it, each person once in each.
figures-defined-percentile = Median, 90th percentile
figures-definition-percentile = By linear interpolation between the two nearest values, rank p × (n − 1) from 0, as the function PERCENTILE.INC of spreadsheets. n is how many could be measured; below 3 none is given.

digest-head-weekly = 🔢 <b>Digest of { $name }</b> ({ $days })
digest-head-monthly = 🔢 <b>Digest of { $name }</b> ({ $days })
digest-choice = 📰 <b>Digest of figures</b>
    It comes to you alone and by itself, also when there is “nothing to report”: the weekly one on Monday at 8:00 about the week before, the monthly one on the first at 8:00 about the month before.
digest-button-weekly-on = ☐ Weekly digest
digest-button-weekly-off = ☑ Weekly digest
digest-button-monthly-on = ☐ Monthly digest
digest-button-monthly-off = ☑ Monthly digest
digest-name-weekly = the weekly digest
digest-name-monthly = the monthly digest
digest-kept-on = You will get { $name }.
digest-kept-off = You will not get { $name } any more.
file-sheet-digests = Digests of figures
file-message-digest = digest of figures
