### Honours: found early, recovered in time, a lesson shared

menu-entry-honours = 🏅 Honours
command-honours = Honours of businesses

honour-head = 🏅 <b>{ $kind }</b> · { $code }
honour-kind-early = Found early
honour-kind-recovery = Recovered in time
honour-kind-lesson = A lesson shared
honour-business = <b>{ $name }</b>
honour-happened = When: { $at }
honour-report = Report: { $code }
honour-sentence-early = Found { $code } early and reported it at { $at }{ $minutes ->
        [0] {""}
       *[other] , { $won } before the alert
    }.
honour-sentence-tasks = { $count ->
        [one] Did 1 task of { $code } in time
       *[other] Did { $count } tasks of { $code } in time
    }{ $minutes ->
        [0] {""}
       *[other] , { $won } before the deadline
    }.
honour-sentence-end = Took part in { $code } until it was over, in time{ $minutes ->
        [0] {""}
       *[other] , { $won } before the deadline
    }.
honour-sentence-lesson = Shared the lesson { $code }, so that others are not hit the same way.

honour-state-proposed = ⏳ Proposed from the records; nobody has been told.
honour-state-confirmed = ✔ Confirmed; the business has been thanked.
honour-state-dropped = Not honoured; the business is told nothing.
honour-short-proposed = proposed
honour-short-confirmed = confirmed
honour-short-dropped = not honoured
honour-reason = Reason (for coordinators alone): { $text }
honour-consent-open = The business has not said whether it may be named: it is not.
honour-consent-yes = ✔ The business agrees to be named.
honour-consent-no = The business does not wish to be named.
honour-is-out = ✔ Part of a message to the network.
honour-confirmed = Confirmed. Thanks are on their way to the business.
honour-button-confirm = ✔ Confirm and thank
honour-button-sentence = ✏️ Other words
honour-button-drop = Do not honour
honour-button-known = Use the proposed words
honour-button-list = ◀ Honours
honour-ask-sentence = Please type the sentence in one line (at most { $limit } characters). The business reads it, and the network if the business agrees.
honour-ask-reason = Why is it not honoured? Please type it in one line (at most { $limit } characters). Coordinators alone see the reason; it is sent to nobody.
honour-sentence-now = As it stands: { $text }

honour-thanks = { $department } thanks <b>{ $name }</b>.
honour-ask-open = May the network name your business with thanks? No choice means that it is not named.
honour-ask-yes = ✔ Your business agrees to be named. You can take that back at any time.
honour-ask-no = Your business will not be named. You can choose again at any time.
honour-button-yes = Agree to be named
honour-button-no = Please do not name us
honour-button-take-back = Take it back, name us no more
honour-say-no = Do not name us
honour-asked = About the thanks for { $code } ({ $title }): { $text }
honour-kept-yes = Recorded: may be named.
honour-kept-no = Recorded: not to be named.

honours-proposed = 🏅 <b>{ $code }</b>: { $count ->
        [one] 1 honour is proposed.
       *[other] { $count } honours are proposed.
    }
honours-proposed-note = No business has been told. Please read them, put a sentence in other words where needed, then confirm or drop each.
honours-button-look = See proposed honours

honours-head-proposed = 🏅 <b>Proposed honours</b> ({ $count }{ $drills })
honours-head-thanked = 🏅 <b>Thanked</b> ({ $count }{ $drills })
honours-head-dropped = 🏅 <b>Not honoured</b>
honours-head-named = 🏅 <b>Honours of { $year }</b>
honours-head-drills = DRILL · 🏅 <b>Honours in drills of { $year }</b>
honours-of-drills = ; drills: { $count }
honours-line = { $number }. { $drill }<b>{ $name }</b>
    { $text }
honours-none = There is nothing here.
honours-none-proposed = No proposal waits. Once an incident or a drill is over, those businesses are proposed that
    ▪ reported it before the alert;
    ▪ finished a task in time;
    ▪ took part to an end that came before help was wanted no more.
    Whoever learnt a lesson that went to the network is proposed too.
honours-own = 🏅 <b>Thanks to your business</b>
honours-named-none = Nobody has been named in this year yet.
honours-note-proposed = <i>Found early is good, recovered in time is good, a lesson shared is good. Tap a number to open it, to put it in other words, to confirm.</i>
honours-note-thanked = <i>Only who agrees is named to the network.</i>
honours-note-dropped = <i>Coordinators alone see this list. Tap a number to see the reason, or to confirm after all.</i>
honours-button-proposed = Proposed
honours-button-thanked = Thanked
honours-button-dropped = Dropped
honours-button-named = Named
honours-button-drills = In drills
honours-button-releases = 📨 Name to the network
honours-button-paper-letters = Letters { $year } (.docx)
honours-button-paper-list = List { $year } (.xlsx)

honours-releases = 📨 <b>Name to the network</b>
    Only those who agreed. Drills, and what has a narrow label, go apart. Tap to preview:
honours-releases-none = Nobody who agreed waits to be named.
honours-button-batch-network = The whole network: { $count }
honours-button-batch-drill = DRILL: { $count }
honours-button-batch-few = { $code }, those who know of it: { $count }
honours-button-release = 📨 Send to people: { $people }
honours-released = On its way to people: { $people }.
honours-named = 🏅 <b>Honours</b>
honours-named-drill = DRILL · 🏅 <b>Honours in a drill</b>
honours-named-words = { $department } thanks and honours:
honours-named-foot = <i>Found early is good, recovered in time is good, a lesson shared is good.</i>
honours-named-nobody = This was taken back.
honour-line = ▪ <b>{ $name }</b>: { $text }

honours-letters-caption = Letters of { $year } (drafts), businesses that agreed to be named: { $count }, without drills. Number, day and signature are left blank.
honours-list-caption = Honours of { $year } that may be named: { $count }; of drills, on a sheet apart: { $drills }; not to be named: { $unnamed }
honour-letter-title = Letters of thanks of { $year }
honour-letter-symbol = /GK-{ $office }
honour-letter-type = Letter of thanks
honour-letter-words = The director of the { $department } honours { $name } for what it did for the network { $network } in { $year }:
honour-letter-sentence-early = Found the incident “{ $title }” early and reported it at { $at }{ $minutes ->
        [0] {""}
       *[other] , { $won } before the alert
    }
honour-letter-sentence-tasks = { $count ->
        [one] Did 1 task
       *[other] Did { $count } tasks
    } of the incident “{ $title }” in time, on { $day }{ $minutes ->
        [0] {""}
       *[other] , { $won } before the deadline
    }
honour-letter-sentence-end = Took part in the incident “{ $title }” until it was over, in time, on { $day }{ $minutes ->
        [0] {""}
       *[other] , { $won } before the deadline
    }
honour-letter-sentence-lesson = Shared the lesson “{ $title }” on { $day }, so that others are not hit the same way
honour-letter-line = - { $text }{ $end }
honour-letter-decision = By decision no. { $dots }/QĐ-{ $office } of { $dots }/{ $dots }/{ $year } of the director of the { $department }.
honour-letter-signer = DIRECTOR
honour-letter-copies = { $name }
honour-sheet-real = Honours
honour-sheet-drills = Drills
honour-title-real = Honours of { $year }
honour-title-drills = DRILL · Honours of { $year }
honour-column-number = No.
honour-column-business = Business
honour-column-tax-code = Tax code
honour-column-kind = Kind
honour-column-code = Incident, lesson
honour-column-at = When
honour-column-words = For what
honour-unnamed = Beside these: { $count }, of businesses that are not to be named.

refusal-honour-unknown = This honour was not found.
refusal-honour-decided = This was decided at { $at }.
refusal-honour-sentence-length = { $length ->
    [0] There is no sentence yet. Please write one.
   *[other] The sentence has { $length } characters; at most { $limit } are possible. Please shorten it.
    }
refusal-honour-reason-missing = Please type the reason, at most { $limit } characters.
refusal-nobody-to-honour = Nobody waits to be named any more: another coordinator has sent it, or the business took it back.

file-sheet-honours = Honours
file-sheet-honour-releases = Naming messages released
file-message-honours-proposed = proposed honours
file-message-honour-thanks = thanks
file-message-honour-named = honours
