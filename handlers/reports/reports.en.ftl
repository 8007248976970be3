### Reports

report-kind-failure = System down, slow
report-kind-line = No power, network
report-kind-malware = Malware, ransom
report-kind-intrusion = Broken into
report-kind-leak = Data leaked, lost
report-kind-denial = Denial of service
report-kind-phishing = Phishing, fraud
report-kind-other = Another sign
report-title = { $what } in { $place }
report-title-failure = System down or slow
report-title-line = No power or network
report-title-malware = Malware or ransomware
report-title-intrusion = System broken into
report-title-leak = Data leaked or lost
report-title-denial = Denial of service
report-title-phishing = Phishing or fraud
report-title-other = Sign of something wrong
report-state-new = Waiting
report-state-seen = Under review
report-state-handed-up = Escalated
report-state-laid = Merged with another report
report-state-incident = Part of an incident
report-state-advisory = Advice was given
report-state-nothing = No action needed
report-step-put-back = Left off, waiting again
report-step-seen = Seen
report-step-asked-back = Asked back
report-step-added = Added by the business
report-step-edited = Edited by the business; it said before
report-step-handed-up = Escalated
report-step-laid = Merged with another report
report-step-declared = Declared as an incident
report-step-joined = Added to an incident
report-step-advisory = Advice
report-step-nothing = No action needed
report-step-parted = Taken out again
report-step-taken-up = Reviewed again

report-ask-business = 🚩 <b>Report</b> · Which business are you reporting for?
report-ask-kind = 🚩 <b>Report a sign that something is wrong</b> · 1/5
    What do you see? Report it even if you are not sure: reporting early always helps, and nobody is blamed for it.
report-ask-since = 🚩 <b>Report</b> · 2/5
    Since when? Tap, or type for example: 14:30 · 20 minutes ago · this morning · yesterday 23:00.
report-ask-since-long-ago = 🚩 <b>Report</b> · 2/5
    Since <b>{ $at }</b>, more than a month ago: is that right? Tap to confirm, or type it again.
report-button-since-read = 🕐 Yes, since { $at }
report-ask-whose = 🚩 <b>Report</b> · 3/5
    Whose system is it?
report-ask-owner = 🚩 <b>Report</b> · 3/5
    Whose system is it? Type the name of the business or of the system; accents are not needed.
report-ask-owner-which = 🚩 <b>Report</b> · 3/5
    Which of these do you mean by “{ $said }”? Type another name to search again.
report-button-owner-member = 🏢 { $name }
report-button-owner-system = 🖥 { $name }
report-button-owner-said = ✏️ Keep it as I typed it
report-button-owner-unknown = Not known whose
report-ask-help = 🚩 <b>Report</b> · 4/5
    Does your business need help?
report-ask-words = 🚩 <b>Report</b> · 5/5
    Please type one sentence: what you see, and where (at most { $limit } characters). <b>It is sent at once.</b>
    Photos, videos, files, a location: send them before this sentence, or add them later.
report-since-read = 🕐 Since { $at }
report-chosen = <i>So far:</i> { $chosen }
report-chosen-confidential = 🔒 Confidential
report-chosen-since-unknown = 🕐 Not known since when
report-words-wait = <i>If you do not go on, what you typed goes to the coordinating body by itself after { $minutes } minutes; the report is kept so that you can finish it.</i>
report-words-gone = <i>What you typed has gone to the coordinating body; please finish the report when you can.</i>
report-words-stay = <i>Confidential: nothing is sent until you tap to send.</i>
report-unfinished = 🚩 <b>You have an unfinished report, at step { $step }/5.</b> Would you like to go on or to start over?
report-button-resume = ▶ Go on
report-button-anew = ↻ Start over
report-said = 💬 { $text }
report-since-0 = 🕐 Just now
report-since-60 = 🕐 1 hour ago
report-since-180 = 🕐 3 hours ago
report-since-1440 = 🕐 Since yesterday
report-since-unknown = Not known
report-button-own = 🏢 My business's
report-button-others = 👥 Another business's
report-button-help = ❗ We need help
report-button-no-help = ✔ Not now, for information only
report-button-confidential = ☑ For coordinators only
report-button-not-confidential = ☐ For coordinators only
report-button-send = 📨 Send the report
report-sent = The report has been sent. Thank you.
report-changed = ✏️ The words of report <b>{ $code }</b> were changed; coordinators see the new ones.

report-first-line = 🚩 <b>{ $code }</b> · { $kind } · <b>{ $state }</b>
report-by = 🏢 { $member } · { $by }, { $at }
report-began = 🕐 Since { $at } · { $whose }
report-began-unknown = 🕐 Not known since when · { $whose }
report-whose-own = the business's own system
report-whose-system = the system { $name }
report-whose-of = a system of { $name }
report-whose-said = a system of “{ $name }”
report-whose-others = another business's system, not known whose
report-declared-of-system = System: { $name }
report-declared-of = System of: { $name }
report-place-location = 📍 { $place } <i>(from the location sent)</i>
report-place-words = 📍 { $place } <i>(from the text)</i>
report-place-unclear = 📍 Place not clear: “{ $place }” <i>(from the text)</i>
report-place-beyond = 📍 Outside of the { $home_kind }: { $place } <i>(from the text)</i>
report-place-business = 📍 { $place } <i>(from the business's address)</i>
report-needs-help = ❗ <b>The business needs help</b>
report-is-confidential = 🔒 <b>Confidential</b>: only coordinators and the person who reported see it
report-is-confidential-by-label = 🔒 <b>Confidential</b>, as it says TLP:RED: only coordinators and the person who reported see it
report-words = “{ $text }”
report-edited = <i>✏️ Edited at { $at }</i>
report-alike = ✨ <b>Perhaps the same:</b>
report-alike-incident = ▪ { $code } · { $title }
report-alike-report = ▪ { $code } · at { $at }
report-alike-less = <i>Less certain: of another kind, but from the same place at about the same time, so perhaps the same:</i>
report-alike-other-kind = ▪ { $code } · { $kind } · at { $at }
report-step = <i>{ $at } · { $step } ({ $by })</i>
report-note = 💬 { $note }
report-laid = 🔁 { $count ->
    [one] { $count } report merged into this one
   *[other] { $count } reports merged into this one
}: { $codes }
report-belongs = ➕ Belongs to <b>{ $code }</b>
report-waited = ⏳ <b>For { $minutes } minutes nobody has viewed this report.</b>
report-news-added = 💬 <b>The business has added to this report.</b>
report-news-edited = ✏️ <b>The business has edited this report.</b>
report-news-handed-up = ⤴ <b>This report was escalated.</b>
report-button-declared = 🚨 Make an incident
report-button-seen = 👁 Seen
report-button-into = 🔁 Merge into { $code }
report-button-into-what = 🔁 Merge into { $code }: { $what }
report-button-parted = ↩ Take out again
report-button-course = 📋 All that happened ({ $count })
report-button-joined = ➕ Add to incident
report-button-asked-back = ❓ Ask back
report-button-advisory = ✉️ Advise only
report-button-handed-up = ⤴ Escalate
report-button-nothing = No action
report-button-taken-up = ↩ Review again
report-button-files = 📎 Files ({ $count })
report-button-list = ◀ Reports
report-button-of-incident = 🚩 Reports ({ $count })
report-button-open = 🚩 Open { $code }
report-choose-incident = ➕ <b>{ $code }</b> · Which incident does this report belong to?
report-confidential-warning = 🔒 This report is confidential, so the declaration begins with TLP:RED: only people who are named receive it. Please read it again before you send it.
report-meanwhile = ⚠️ <b>{ $decided }</b> If you send all the same, { $code } becomes part of this incident and its reporter is told.
report-meanwhile-laid = ⚠️ <b>{ $decided }</b> If you send all the same, { $code } and the reports merged into it become part of this incident and their reporters are told.
report-meanwhile-incident = ⚠️ <b>{ $decided }</b> If you send all the same, it is another incident; { $code } stays with the earlier one.
report-joined = { $code } was added to the incident; its reporter is told.
report-was-laid = { $code } was merged; its reporter is told.
report-files-left = 🚩 <b>{ $code }</b> · { $count ->
    [one] { $count } more file.
   *[other] { $count } more files.
}
report-caption = { $code } · { $member }

report-ask-asked-back = ❓ <b>{ $code }</b> · What would you like to know? The reporter gets exactly these words once you have read them again and tapped to send.
report-ask-advisory = ✉️ <b>{ $code }</b> · Type your advice to the reporter: what to do, what to watch for. The report ends here.
report-ask-handed-up = ⤴ <b>{ $code }</b> · To whom does it go, and what do you ask for? System administrators and the reporter get these words.
report-ask-nothing = <b>{ $code }</b> · Why is no action needed? The reporter gets these words, with thanks.
report-ask-added = 💬 <b>{ $code }</b> · Type what you would like to add, or send photos, videos, files, a location. A sentence without a file is sent at once.
report-preview-asked-back = ❓ <b>{ $code }</b> · Send this question to the reporter?
report-preview-advisory = ✉️ <b>{ $code }</b> · Send this advice to the reporter? The report ends here.
report-preview-handed-up = ⤴ <b>{ $code }</b> · Send this to system administrators and the reporter?
report-preview-nothing = ✔ <b>{ $code }</b> · Send this reason to the reporter, with thanks? The report ends here.
report-preview-other = <i>Not sent yet. Type other words to replace these.</i>
report-button-say = 📨 Send to the reporter
report-is-answer = 💬 Is what you just sent your answer to the coordinator about a report?
report-button-answer = 💬 Answer { $code }
report-button-end = ✔ Done
report-said-asked-back = ❓ The question was sent to the reporter of <b>{ $code }</b>.
report-said-advisory = ✉️ The advice was sent to the reporter of <b>{ $code }</b>.
report-said-handed-up = ⤴ <b>{ $code }</b> was escalated; its reporter is told.
report-said-nothing = ✔ <b>{ $code }</b> has ended; its reporter gets the reason, with thanks.
report-asked-meanwhile = ⚠️ { $by } asked back as well, at { $at }: “{ $note }”
report-said-added = 💬 Added to <b>{ $code }</b>; coordinators get it at once. Thank you.
report-unreached = 📵 <b>The reporter gets nothing in the bot.</b> Please call: { $name } ({ $member }).
report-said-unreached = 📵 Kept with <b>{ $code }</b>, but it <b>does not reach the reporter</b>. Please call: { $name } ({ $member }).
report-button-call = Get the number

report-thanks = Thank you for reporting early. Coordinators get it at once; this card says how it goes. Reporting early helps the whole network, and nobody is blamed for it.
report-seen = 👁 A coordinator has been reviewing it since { $at }.
report-office = ✉️ The coordinating body, { $at }: { $note }
report-told-asked-back = ❓ <b>A coordinator asks you about this report.</b> Please tap <b>💬 Add to it</b>, or reply to this message.
report-told-handed-up = ⤴ <b>Your report was escalated for review.</b> Thank you.
report-told-laid = 🔁 <b>Another business has reported the same.</b> Your report was merged with it; several reports tell us more than one does. Thank you.
report-told-incident = 🚨 <b>Your report belongs to an incident that is being handled.</b> Because you reported early, the network could start early. Thank you.
report-told-advisory = ✉️ <b>The coordinating body sends you advice on your report.</b> Thank you for reporting early.
report-told-nothing = ✔ <b>A coordinator has reviewed your report; no further action is needed this time.</b> It helped all the same: one report too many is better than one missed. Thank you. If you learn more, please tap 💬 Add to it: the report is then reviewed again.
report-told-ended = 🟢 <b>The incident that you reported early is over.</b> Thank you very much.
report-told-reopened = ↩ <b>The incident that you reported early was reopened and is being handled again.</b> The bot will tell you when it is over.
report-told-parted = ↩ <b>Your report was taken out again and is reviewed by itself.</b> What you were told of merging does not hold any more.
report-short-incident = 🚨 Your report <b>{ $code }</b> now belongs to <b>{ $incident }</b>, the incident of the alert. Thank you for reporting early.
report-short-ended = 🟢 The incident that you reported early (<b>{ $code }</b>) is over. Thank you very much.
report-short-reopened = ↩ The incident that you reported early (<b>{ $code }</b>) was reopened.
report-added = 💬 Added at { $at }: { $note }
report-told-taken-up = ↩ <b>A coordinator is reviewing your report again.</b> What was decided before does not hold any more.
report-ask-naming = 🤝 When contributions are acknowledged, may we name you and your business? If you do not tap, we do not.
report-naming-open = 🤝 The reporter has not said whether they may be named.
report-naming-yes = 🤝 May be named when contributions are acknowledged.
report-naming-no = 🤝 Is not to be named when contributions are acknowledged.
report-naming-kept = Recorded. Thank you.
report-button-named = You may name us
report-button-unnamed = Do not name us
report-button-add = 💬 Add to it
report-button-mine = 📋 My reports

report-list-head = 🚩 <b>Reports</b> · waiting: { $waiting } · undecided: { $undecided } · all: { $count }
report-list-of-incident = 🚩 <b>{ $code }</b> · Reports: { $count }
report-list-mine = 🚩 <b>Reports of your business</b> · { $count }
report-list-empty = <i>There are no reports yet.</i>
report-line = { $mark } <b>{ $code }</b> · { $kind } · { $at }
report-line-of = { $member }: { $text }
report-line-mine = { $state }: { $text }
report-button-new = 🚩 New report
report-open-now = 🚩 <b>{ $count ->
    [one] { $count } report is waiting
   *[other] { $count } reports are waiting
}</b>
report-button-waiting = 🚩 Waiting reports ({ $count })

refusal-report-unknown = This report was not found.
refusal-not-your-report = This report is not yours, or it is confidential.
refusal-report-already-sent = This report was sent already as { $code }; it is not sent twice.
refusal-report-words-length = The text must have 1 to { $limit } characters; yours has { $length }.
refusal-report-kept-as-it-is = { $code } was decided on, and so its words stay as they are. To say more, please open the report and tap 💬 Add to it, or reply to its card.
refusal-report-not-theirs-any-more = You no longer represent the business that sent { $code }, and so its words stay as they are.
refusal-report-settled = { $code } was decided on at { $at } ({ $by }): { $state ->
    [laid] merged with another report
    [incident] part of an incident
    [advisory] advice was given
   *[nothing] no action needed
}.
refusal-report-declared = { $by } declared { $incident } from { $code } at { $at }; a report becomes one incident only.
refusal-report-not-alike = A report cannot be merged into itself.
refusal-no-incident-to-join = No incident is under way to which this report could be added. You may declare a new one.
refusal-naming-not-asked = The matter of { $code } is not over yet; the bot will ask when it is.

## In the menu and in the file of a person's data

menu-entry-report = 🚩 Report
menu-entry-reports = 🚩 Reports
command-report = Report a sign that something is wrong
file-sheet-reports = Reports sent
file-sheet-report-steps = Steps of reports
file-message-report = report
file-message-reporters-card = report sent
