### Advisories: warnings without an incident

menu-entry-advisories = 📯 Advisories
command-advisories = Advisories: view, search, send one

advisory-head = { $label } · 📯 { $code }
    <b>{ $title }</b>
advisory-head-new = { $label } · 📯 CB-…
    <b>{ $title }</b>
advisory-todo = <b>What to do:</b>
    { $text }
advisory-due = ⏰ <b>Done before:</b> { $at }
advisory-withdrawn = ❌ <b>WITHDRAWN</b> at { $at }: { $because }
advisory-changed = ✏️ Changed at { $at }: { $part }
advisory-name-title = the title
advisory-name-what = the warning
advisory-name-todo = what to do
advisory-name-due = the deadline
advisory-asks = Please acknowledge by a button below. To ask something, reply to this message.
advisory-said = ✔ { $member }: { $said } ({ $by }, { $at })
advisory-answer-acknowledged = acknowledged
advisory-answer-done = done
advisory-answer-unconcerned = does not concern us
advisory-button-acknowledged = Received
advisory-button-done = Done
advisory-button-unconcerned = Does not concern us
advisory-kept-acknowledged = Noted: received. Please tap again once it is done.
advisory-kept-done = Noted: done. Thank you.
advisory-kept-unconcerned = Noted: does not concern you. You can choose again at any time.
advisory-asked = A question on advisory { $code } ({ $title }): { $text }

advisory-note-unseen = 🔔 Please acknowledge advisory { $code }: { $title }
advisory-note-undone = 🔔 The deadline is near: please say whether advisory { $code } is done: { $title }
advisory-note-changed = ✏️ Advisory { $code } ({ $title }) was changed: { $part }. The card above shows it.
advisory-note-withdrawn = ❌ Advisory { $code } ({ $title }) was withdrawn. Nothing needs to be done any more.

advisory-short-open = in force
advisory-short-withdrawn = withdrawn
advisory-list-head = 📯 <b>Advisories</b> ({ $count })
advisory-list-found = 📯 <b>Advisories</b> with “{ $typed }” ({ $count })
advisory-list-empty = There are no advisories.
advisory-list-foot = <i>To search by code or words, write /advisories and your words, with or without accents.</i>
advisory-list-line = <b>{ $code }</b> · { $label } · { $state }
    { $title }
advisory-button-new = ➕ Write an advisory
advisory-button-list = ◀ Advisories

advisory-counts = <b>Sent to { $circle }:</b> { $asked } businesses
    Done: <b>{ $done }</b> · Received: <b>{ $acknowledged }</b> · Not concerned: <b>{ $unconcerned }</b>
    No answer yet: <b>{ $silent }</b> · Out of reach: <b>{ $unreachable }</b>
advisory-heap-done = Done ({ $count })
advisory-heap-acknowledged = Received ({ $count })
advisory-heap-unconcerned = Not concerned ({ $count })
advisory-heap-silent = No answer yet ({ $count })
advisory-heap-unreachable = Out of reach ({ $count })
advisory-line-silent = ▪ { $name }: no answer yet
advisory-line-unreachable = ▪ { $name }: out of reach
advisory-line-said = ▪ { $name }: { $said } ({ $by }, { $at })
advisory-late = ⏰ <b>The deadline is over, { $count } businesses have not done it:</b>
advisory-more = … and { $count } more
advisory-nobody-late = ⏰ The deadline is over; every business has done it or is not concerned.
advisory-reminded = 🔔 Last reminded: { $at }
advisory-step-half = <i>Who has not acknowledged is reminded at { $at }</i>
advisory-step-nearly = <i>Who has not done it is reminded at { $at }</i>
advisory-step-over = <i>Who has not done it is named to you at { $at }</i>
advisory-post-waiting = 📻 On its way to the public channel.
advisory-post-posted = 📻 Posted in the public channel.
advisory-post-uncertain = 📻 Nobody knows whether the post reached the public channel: please check there.
advisory-post-failed = 📻 It could not be posted in the public channel.
advisory-post-left = 📻 The post in the public channel is updated no more (the channel was let go).
advisory-button-remind = 🔔 Remind { $count } without an answer
advisory-reminding = { $people ->
        [one] One person is being reminded.
       *[other] { $people } people are being reminded.
    }
advisory-button-change-title = ✏️ Title
advisory-button-change-what = ✏️ Warning
advisory-button-change-todo = ✏️ What to do
advisory-button-change-due = ✏️ Deadline
advisory-button-change-withdraw = Withdraw the advisory

advisory-ask-what = 📯 <b>What do you warn of?</b>
    Please write it (at most { $limit } characters); the first sentence is the title.
advisory-ask-todo = <b>What is to be done?</b>
    One thing a line, the most urgent first (at most { $limit } characters).
advisory-ask-due = <b>By when?</b>
    Tap (17:00 of that day), or write, for example: 17:00 friday · 25/12 10:00 · in 3 days.
advisory-ask-whom = <b>To whom?</b>
    Tap sectors, or write capabilities, communes, names or tax codes of businesses, with commas between. You can write several times.
advisory-which = “{ $said }” may be several places or businesses. Please choose:
advisory-ask-label = <b>How far may it be told?</b>
advisory-ask-check = Please check it before it is sent.
advisory-said-now = Now: { $text }
advisory-button-keep = ▶ Keep
advisory-days = { $count ->
        [0] No deadline
        [one] One day
       *[other] { $count } days
    }
advisory-button-all = All businesses
advisory-circle-all = all businesses
advisory-circle-chosen = the chosen businesses
advisory-circle-many = { $count } chosen businesses
advisory-button-on = ▶ Go on with these
advisory-button-again = Choose again
advisory-label-clear = { $label }: for everybody
advisory-label-green = { $label }: the community
advisory-label-amber = { $label }: a business and its clients
advisory-label-amber-strict = { $label }: the business alone
advisory-preview = 📨 <b>To { $circle }:</b> { $members } businesses, { $people } people. Each gets exactly what stands above.
advisory-preview-links = ⚠️ The link in what is to be done can be opened. If it is an attacker’s, please write hxxp instead of http.
advisory-preview-posted = 📻 It is posted in the public channel as well.
advisory-button-send = 📨 Send: { $members } businesses, { $people } people
advisory-ask-sure = { $label } · 📯 <b>{ $title }</b>
    ⚠️ <b>Really send it to all: businesses { $members }, people { $people }?</b> Once sent, it can only be changed or withdrawn on the card.
advisory-button-sure = 📨 Yes, send it to all
advisory-sent = Advisory { $code } is being sent.

advisory-change-title = ✏️ <b>{ $code }</b> · Please write the new title in one line (at most { $limit } characters).
advisory-change-what = ✏️ <b>{ $code }</b> · Please write the new warning (at most { $limit } characters).
advisory-change-todo = ✏️ <b>{ $code }</b> · Please write what is to be done now (at most { $limit } characters). Businesses will be asked again.
advisory-change-due = ✏️ <b>{ $code }</b> · The new deadline? For example: 17:00 friday · 25/12 10:00 · in 3 days.
advisory-change-withdraw = ❌ <b>{ $code }</b> · Why is it withdrawn? The reason (at most { $limit } characters) stands on every card.
advisory-check-title = Every card will read as above. Does its meaning change?
advisory-check-what = Every card will read as above. Does its meaning change?
advisory-check-todo = Every card will read as above; all are told, and businesses acknowledge it again.
advisory-check-due = Every card will read as above; all are told of the new deadline.
advisory-check-withdraw = Every card will read as above; all are told that nothing needs to be done any more.
advisory-button-tell = ✏️ Change it and tell them
advisory-button-quietly = Only the wording, tell nobody
advisory-button-withdraw = Withdraw it and tell them
advisory-changed-now = Every card is being changed.
advisory-withdrawn-now = It is being withdrawn on every card.

channel-button-show = 📻 Public channel
channel-none = 📻 No public Telegram channel is bound. TLP:CLEAR advisories go to businesses alone.
channel-bound = 📻 Public channel: <b>{ $title }</b>, bound since { $since }. TLP:CLEAR advisories are posted there, and a post is edited when one is changed or withdrawn.
channel-how = <i>To bind another: let the bot post in the channel as one of those who run it, then confirm it here.</i>
channel-owners = <i>Only system administrators bind a channel or let it go.</i>
channel-offered = 📻 The bot may post in the channel <b>{ $title }</b> from now on. Shall it be the public channel? If it is not the department's, leave this alone.
channel-gone = 📻 The bot may not post in the channel <b>{ $title }</b> any more; it is not bound.
channel-lost = 📻 The bot may not post in the public channel <b>{ $title }</b> any more (it was put out, or lost the right). The channel was let go; advisories go to businesses alone.
channel-button-bind = 📻 Bind this channel
channel-button-bind-named = 📻 Bind { $title }
channel-button-let-go = Let the channel go
channel-button-let-go-now = Let the channel go now
channel-button-keep = ◀ Keep the channel
channel-ask = Let the channel <b>{ $title }</b> go? What was posted stays, but is neither edited nor marked as withdrawn any more.

refusal-advisory-unknown = There is no such advisory.
refusal-advisory-not-yours = This advisory was not sent to your business.
refusal-advisory-words-length = { $length ->
    [0] There is nothing in it. Please write it in words.
   *[other] This has { $length } characters; at most { $limit } are possible. Please shorten it.
    }
refusal-advisory-sent-already = This advisory was sent already as { $code }; it is not sent twice.
refusal-advisory-for-few = What is labelled TLP:RED is for named people alone, and is not sent as an advisory.
refusal-nobody-to-advise = No business of this circle has a representative yet.
refusal-advisory-due-past = That moment has passed. Please set another deadline.
refusal-advisory-over = { $code } was withdrawn.
refusal-reminded-lately = It was sent or reminded of at { $at }; the next reminder can go at { $until }.
refusal-nobody-is-late = Every business has acknowledged it; there is nobody to remind.
refusal-not-advised = This advisory was not sent to your business.
refusal-said-of-advisory-already = Your business said so already at { $at }.
refusal-advisory-unchanged = It is the same as before; nothing is changed.
refusal-advisory-narrower = The words name the label { $label }, for fewer than have it already. Please withdraw it and send a new one.
refusal-advisory-reason-length = Please give a reason of at most { $limit } characters.
refusal-whom-unclear = “{ $said }” is no sector, capability, commune or business that is known.
refusal-channel-unknown = There is no such channel.
refusal-channel-out-of-reach = The bot may not post in the channel { $title }. Please give it the right to post.
refusal-channel-bound-already = The channel { $title } is bound already.
refusal-channel-not-bound = The channel { $title } is bound no more.

file-sheet-advisories = Advisories sent
file-sheet-advisory-answers = Answers to advisories
file-sheet-public-channels = Public channels bound
file-message-advisory = advisory
file-message-advisory-note = reminder of an advisory
file-message-advisory-page = how an advisory stands
file-message-advisory-post = post in the public channel
file-message-public-channel = public channel
