### Lessons learnt from what happened

menu-entry-lessons = 📚 Lessons
command-lessons = Lessons learnt: read, find, write

lesson-head = { $label } · 📚 { $code }
    <b>{ $title }</b>
lesson-source = Shared by: { $name }
lesson-source-unnamed = Shared by: a member of the network
lesson-source-office = A lesson of the coordinating body
lesson-somebody = a member business
lesson-part = <b>{ $name }</b>
    { $text }
lesson-name-title = Title
lesson-name-happened = What happened
lesson-name-found = How it was found
lesson-name-todo = What to do
lesson-name-indicators = Indicators
lesson-name-products = Affected products
lesson-name-label = Sharing label (TLP)
lesson-products = <b>Affected products:</b> { $text }
lesson-indicators = <b>Indicators</b> <i>(tap to copy; written so that none is opened by mistake)</i>
lesson-indicator = { $kind }: <code>{ $value }</code>
lesson-indicator-link = Link
lesson-indicator-email = E-mail
lesson-indicator-address = IP address
lesson-indicator-hash = Hash
lesson-indicator-file = File
lesson-indicator-domain = Domain
lesson-indicator-registry = Registry key
lesson-indicator-phone = Phone number

lesson-asks = Please tell what you made of it:
lesson-asks-again = 🔔 Your business has not said anything of this lesson yet. Please choose one of the buttons below:
lesson-is-out = <i>The lesson of your business has been sent to the others. Thank you.</i>
lesson-is-closed = <i>This lesson is closed.</i>
lesson-locked =
    🔒 <b>{ $code } · { $label }</b>

    { $named ->
        [yes] This lesson is now for the named recipients alone.
       *[other] This lesson is now for the businesses alone that it was sent to.
    }
lesson-said = ✔ { $member }: { $said } ({ $by }, { $at })
lesson-verdict-applied = applied
lesson-verdict-unconcerned = not concerned
lesson-verdict-help = needs help
lesson-button-applied = Applied
lesson-button-unconcerned = Not concerned
lesson-button-help = We need help
lesson-kept-applied = Recorded: applied. You can choose again at any time.
lesson-kept-unconcerned = Recorded: not concerned. You can choose again at any time.
lesson-kept-help = Your request for help has gone to the coordinators.
lesson-help-asked = We need help with the lesson { $code }: { $title }
lesson-asked = On the lesson { $code } ({ $title }):

lesson-learnt-from = Learnt from { $code }; readers do not see this line.
lesson-learnt-from-narrower = Learnt from { $code }, which is { $label } now: the lesson is so too, no longer { $chosen } as chosen{ $sent ->
        [named] ; of those who got it, the named recipients alone still read it
        [told] ; what was sent before the change can still be forwarded
       *[no] {""}
    }. Its readers do not see this line.
lesson-state-waiting = ⏳ Not sent yet: a coordinator will read it.
lesson-state-sent = ✔ Sent.
lesson-state-closed = ✔ Closed.
lesson-short-waiting = not sent
lesson-short-sent = sent
lesson-short-closed = closed
lesson-naming = When this lesson is sent, may <b>{ $name }</b> be named? No choice means that it is not named; you can choose again at any time.
lesson-button-named-yes = { $tick } May be named
lesson-button-named-no = { $tick } Not to be named
lesson-naming-kept = Recorded.
lesson-named = From { $name }: may be named.
lesson-unnamed = From { $name }: <b>not to be named</b>; others read “a member of the network”.
lesson-files-sent = { $count ->
        [0] This lesson has no files.
        [one] 1 file has been sent at the end of the chat.
       *[other] { $count } files have been sent at the end of the chat.
    }
lesson-button-files = Files ({ $count })
lesson-button-drop = ➖ Take files out
lesson-drop = Tap a file to take it out of the lesson. Whoever reads the lesson will not get it.
lesson-drop-none = The lesson has no files any more.
lesson-button-drop-one = ➖ { $number }. { $name }
lesson-dropped = Taken out.
lesson-button-evidence = Files of the evidence ({ $count })
lesson-button-copy = Copy indicators ({ $count })
lesson-copy = Tap a button to copy an indicator ({ $count }); they are written so that none is opened by mistake.
lesson-button-list = ◀ Lessons
lesson-button-open = Open the lesson
lesson-waits = { $name } has handed in a lesson to be shared.

lesson-inline-narrow = { $label } · 📚 { $code }
    This lesson is for the businesses that it was sent to: please open it in the private chat with the bot.

lesson-list-head = 📚 <b>Lessons</b> ({ $count })
lesson-list-found = 📚 <b>Lessons</b> with “{ $typed }” ({ $count })
lesson-list-empty = There are no lessons.
lesson-list-foot = <i>To search words, products and indicators, type /lessons and the words, with or without accents.</i>
lesson-list-line = <b>{ $code }</b> · { $label } · { $state }
    { $title }
lesson-button-new = ➕ Write a lesson

lesson-ask-business = 📚 Whose lesson is it?
lesson-ask-title = Please type the title in one line (at most { $limit } characters).
lesson-ask-happened = 📚 <b>What happened?</b>
    Please type it in short (at most { $limit } characters); the first sentence becomes the title. To be attacked is no shame: share it so that others are not hit the same way.
lesson-ask-found = <b>How was it found?</b>
    Who or which tool saw it, and what they saw first (at most { $limit } characters).
lesson-ask-todo = <b>What should others do?</b>
    One thing a line, the most urgent first (at most { $limit } characters).
lesson-ask-indicators = <b>Indicators</b>
    IP addresses, hashes, domains, links, names of files, phone numbers: one a line, at most { $most }. The bot sees what each is and writes it so that none is opened by mistake.
lesson-unread-line = “{ $line }”
lesson-unread = Indicators kept: { $count }. Not understood: { $lines }{ $more ->
        [0] {""}
       *[other] { " " }and { $more } more
    }. Please type only these lines again, or tap ▶ Leave it as it is to go on.
lesson-ask-products = <b>Affected products and versions</b>
    In one line (at most { $limit } characters).
lesson-ask-label = <b>How far may it be shared?</b>
lesson-ask-check = Please read it through before you hand it in. Photos and files can be sent here.
lesson-label-clear = { $label }: public
lesson-label-green = { $label }: the community
lesson-label-amber = { $label }: readers and clients
lesson-label-amber-strict = { $label }: readers alone
lesson-label-red = { $label }: not to be sent
lesson-label-theirs = The business that shared it chose { $label }: only a narrower label can be given.
lesson-check-line = <b>{ $name }:</b> { $text }
lesson-check-narrower = ⚠️ <b>The lesson will carry { $label }</b>, not { $chosen } as chosen: its words, or what it was learnt from, may be shared no further.
lesson-said-now = As it stands: { $text }
lesson-button-hand-in = 📨 Hand in the lesson
lesson-button-keep = ▶ Leave it as it is
lesson-button-skip = ▶ None
lesson-handed-in = The lesson { $code } has been recorded. Thank you.

lesson-edit = ✏️ <b>{ $code }</b> · { $name }
lesson-edit-now = As it stands:
    { $text }
lesson-button-empty = ➖ Leave it empty
lesson-button-edit-title = ✏️ Title
lesson-button-edit-happened = ✏️ What happened
lesson-button-edit-found = ✏️ How it was found
lesson-button-edit-todo = ✏️ What to do
lesson-button-edit-indicators = ✏️ Indicators
lesson-button-edit-products = ✏️ Products
lesson-button-edit-label = ✏️ TLP label
lesson-button-preview = ▶ Preview
lesson-preview-wide = ▪ { $label }: readers can forward and save it.
lesson-preview-narrow = ▪ { $label }: readers can neither forward nor save it.
lesson-preview-sharer = The business that shared it is not among those who get it.
lesson-preview-where = Choose whom to send it to:
lesson-circle-all = All
lesson-ask-sure = { $label } · 📚 <b>{ $title }</b>
    ⚠️ <b>Really send it: { $circle }, businesses { $members }, people { $people }?</b> Once sent, it cannot be taken back.
lesson-button-sure = 📨 Yes, send it
lesson-button-send = 📨 { $circle }: businesses { $members }, people { $people }
lesson-sent = On its way to businesses: { $members }, people: { $people }.
lesson-counts = <b>{ $circle }:</b> businesses { $asked }
    Applied: <b>{ $applied }</b> · Not concerned: <b>{ $unconcerned }</b>
    Need help: <b>{ $help }</b> · No answer yet: <b>{ $silent }</b>
lesson-heap-applied = Applied ({ $count })
lesson-heap-unconcerned = Not concerned ({ $count })
lesson-heap-help = Need help ({ $count })
lesson-heap-silent = No answer yet ({ $count })
lesson-line-silent = ▪ { $name }
lesson-line-said = ▪ { $name } ({ $by }, { $at })
lesson-names-head = <b>The text names the businesses below.</b> It can be sent once each of them agrees; or change the text so that it names none.
lesson-names-line = ▪ { $name }: { $state }
lesson-names-formerly = { $name } (formerly { $before })
lesson-names-agreed = agrees
lesson-names-refused = does not agree
lesson-names-asked = asked, no answer yet
lesson-names-unasked = not asked
lesson-names-gone = no longer in the network and cannot be asked, please take the name out of the text
lesson-button-ask-names = Ask these businesses
lesson-names-sent = Being asked, businesses: { $members }.
lesson-consent-ask = 📚 <b>{ $code }</b>
    May this lesson name <b>{ $name }</b>? No choice means that it is not named; you can choose again at any time.
lesson-consent-again = The words that name you were changed after you agreed. Please read them and choose once more.
refusal-lesson-words-changed = The words have just been changed, and your choice was not recorded. Please read them and choose once more.
lesson-consent-quote = <blockquote>{ $text }</blockquote>
lesson-consent-yes = Recorded: you agree.
lesson-consent-no = Recorded: you do not agree.
lesson-says-yes = We agree
lesson-says-no = We do not agree
lesson-says-not = Do not name us
lesson-button-consent-yes = { $tick } We agree
lesson-button-consent-no = { $tick } We do not agree
lesson-named-agreed = { $name } agrees to be named.
lesson-named-refused = { $name } <b>does not agree</b> to be named.
lesson-button-question = ❓ { $name }
lesson-help-open = no answer yet
lesson-help-settled = answered
lesson-helpless = <b>Businesses that wait for help: { $count }.</b>
lesson-head-drill = { $label } · DRILL · 📚 { $code }
    <b>{ $title }</b>
lesson-evidence = <b>Evidence at its end:</b> { $text }
lesson-button-close = Close the lesson
lesson-ask-evidence = <b>{ $code }</b> · Close the lesson
    Please type what shows that the lesson was applied (at most { $limit } characters), or send files and tap the button below. For a lesson that was not sent, say why.
lesson-button-close-now = ✔ Close with the files sent

refusal-lesson-unknown = This lesson was not found.
refusal-lesson-not-yours = This lesson was not sent to your business.
refusal-lesson-locked = { $code } is now for the named recipients alone.
refusal-lesson-words-length = { $length ->
    [0] There is nothing in it. Please write it in words.
   *[other] This has { $length } characters; at most { $limit } are possible. Please shorten it.
    }
refusal-lesson-written-already = This lesson was recorded already as { $code }; it is not recorded twice.
refusal-lesson-settled = { $code } was sent or closed, and so its words stay as they are.
refusal-lesson-for-few = A lesson with the label TLP:RED is for named people alone and is not sent.{ $theirs ->
    [yes] {" "}The business that shared it can hand it in again with a wider label.
   *[no] {""}
    }
refusal-lesson-label-theirs = The business that shared this lesson chose { $label }, which cannot be widened here. It can hand the lesson in again with a wider label.
refusal-lesson-names-businesses = The text names { $names }, which has not agreed. Please change the text, or wait for the answer.
refusal-nobody-named-to-ask = These businesses were asked already, or have no representative yet.
refusal-not-named = Your business was not asked about this lesson.
refusal-nobody-to-teach = No business of this group has a representative yet.
refusal-not-taught = This lesson was not sent to your business.
refusal-lesson-over = { $code } is closed.
refusal-said-of-lesson-already = Your business said so already at { $at }.
refusal-evidence-missing = To close a lesson, evidence is needed: words of at most { $limit } characters, or files.
refusal-indicator-unreadable = “{ $line }” is no indicator. Please write one IP address, hash, domain, link, e-mail address, name of a file or phone number a line.
refusal-indicators-too-many = At most { $limit } indicators with { $length } characters; please send the rest as a file.

file-sheet-lessons = Lessons written
file-sheet-lesson-namings = Asked about being named in lessons
file-sheet-lesson-answers = What was said of lessons
file-message-lesson = lesson
file-message-lesson-waiting = lesson that waits
file-message-lesson-naming = whether a lesson may name the business
file-message-lesson-named = answer about being named in a lesson
