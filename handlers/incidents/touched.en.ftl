### The systems that an incident touches, and what must be told by law

touched-head = 🖥 <b>{ $code }</b> · Systems affected
touched-none = No system is named yet. Once you name one, the bot proposes a severity, businesses to call first and notices that are due.
touched-line = { $number }. { $name } · { $worth }
touched-worth = { $level }, { $mark }
touched-gravity = 🎚 Severity <b>{ $severity }</b> is proposed, because of { $name }: { $worth }.
touched-call = 🚨 It is proposed to call as well: { $names }, who own it, operate it or provide for it.
touched-duties = ⚖ Notices due by law: { $count }, the next one { $at }
touched-button-offer = 🖥 Systems ({ $count })
touched-button-offer-none = 🖥 Name systems
touched-button-add = ➕ Name a system
touched-button-less = ➖ Remove one
touched-button-raise = 🎚 Raise to: { $severity }
touched-button-call = 🚨 Call { $count } more
touched-button-duties = ⚖ Notices due ({ $count })
touched-button-back = ◀ The systems
touched-search = 🖥 <b>{ $code }</b> · Which system is affected? Please tap it, or type its name or initials.
touched-search-none = 🖥 <b>{ $code }</b> · No system matches. Please type fewer letters; one that is not in the register yet is added by /systems.
touched-less = 🖥 <b>{ $code }</b> · Which system is not affected after all?
touched-raised = The severity is { $severity } now.
touched-called = { $count ->
        [one] { $count } more business is called
       *[other] { $count } more businesses are called
    }.

duty-law-head = ⚖ <b>{ $code }</b> · Notices due by law
    Rules of { $rules }, in force since { $since }, reviewed on { $read }
duty-law-line = { $number }. { $what } · { $until }
duty-law-page = ⚖ <b>{ $code }</b> · { $what }
duty-law-remind = ⏰ <b>{ $code }</b> · Due: { $what }
duty-law-to = To be told: { $to }
duty-law-term = Term: { $term }
duty-law-term-hours = { $count ->
        [0] at once
       *[other] { $count } hours
    } { $since }
duty-law-term-working-days = { $count } working days { $since }
duty-law-since-found = from when it was found out
duty-law-since-end = from its end
duty-law-because = Because of: { $name } ({ $worth })
duty-law-source = By: { $source }
duty-law-changed = A coordinator set this deadline.
duty-law-unconfirmed = ⚠️ This period has not been compared with the law's own text yet; please check it before you rely on it.
duty-law-dropped-because = Why it does not apply: { $reason }
duty-law-until = by { $at }
duty-law-late = ⏰ overdue since { $at }
duty-law-told = ✔ told at { $at }
duty-law-dropped = does not apply
duty-law-after-end = counted from the end
duty-law-button-told = ✔ They were told
duty-law-button-again = ↩ Mark as not told
duty-law-button-move = ⏰ Other deadline
duty-law-button-drop = ➖ Does not apply
duty-law-button-back = ◀ The notices
duty-law-button-rules = ⚖ Use the rules of { $rules }
duty-law-ask-due = The new deadline of “{ $what }”? For example: 5pm today, 8am tomorrow.
duty-law-ask-reason = Why does “{ $what }” not apply to this incident? At most { $limit } characters.
duty-law-notice = Notice of the incident
duty-law-initial-report = Initial report (form 03)
duty-law-final-report = Final report (form 04)
duty-law-at-once = Notice at once of an incident of the highest importance
duty-law-first-notice = First notice
duty-law-cause-and-remedy = Cause, scope and remedy
duty-law-personal-data = Notice of a breach of personal data
duty-law-to-owner = the system's owner
duty-law-to-coordinating-body = the coordinating body
duty-law-to-police = the police of the { $home_kind }
duty-law-to-personal-data-authority = the authority for personal data
file-message-legal-duty = Reminder of a notice due by law

refusal-systems-touched-too-many = An incident can name at most { $limit } systems.
refusal-nothing-proposed = This was done already, or is no longer proposed.
refusal-duty-unknown = This notice is gone, perhaps because its system was taken out of the incident.
refusal-duty-settled = This was marked as told already, or as not applying.
refusal-duty-reason-length = The reason needs 1 to { $limit } characters; you typed { $length }.
