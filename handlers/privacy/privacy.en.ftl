### My data

privacy-title = 🔐 <b>Your data</b>
privacy-account = Name on Telegram: { $name }
    Telegram account: <code>{ $telegram_id }</code>
privacy-consent = Consent to keeping and using data: text { $version }, { $at }
privacy-consent-older = Consent to keeping and using data: older text { $version }, { $at }. There is a newer text.
privacy-consent-none = No consent is on record.
privacy-listed = Roster: other member businesses see your name, title and phone number.
privacy-unlisted = Roster: other member businesses do not see you.
privacy-button-list = ☐ List me in the roster
privacy-button-unlist = ☑ List me in the roster
privacy-listed-now = You are now listed in the roster.
privacy-unlisted-now = Other member businesses no longer see you in the roster.
privacy-role = Role: { $role }
privacy-roleless = ⏳ You no longer hold any role. Your personal data will be deleted from { $at }.
privacy-erasure-foreseen = ⏳ <b>Your personal data will be deleted from { $at }</b>, because you no longer hold any role in the network.

    You need not do anything. To get the file of your data first, or to have them deleted at once, tap the button below. To take part again, type /register.
privacy-spoken = 🏢 <b>{ $member }</b> ({ $contact })
    { $name }, { $title } · { $phone }
privacy-spoken-waiting = 🏢 <b>{ $member }</b> (waiting for approval)
    { $name }, { $title } · { $phone }
privacy-spoken-more = … and { $count ->
        [one] { $count } more business
       *[other] { $count } more businesses
    }, see the file
privacy-contact-primary = primary contact
privacy-contact-backup = backup contact
privacy-counts = On record: answers { $answers } · task steps { $steps } · questions sent { $questions } · messages sent by the bot { $messages } · your views of other contacts { $looks }
privacy-looked-at = Views of the contacts of your businesses: { $count }.
privacy-hint = The file (.xlsx) holds everything that is stored about you. Your name, title and phone number can be corrected under My business.
privacy-button-file = 📄 Get the file
privacy-button-looks = 👁 Who viewed my contacts
privacy-button-terms = 📖 Text of the consent
privacy-button-withdraw = ✋ Withdraw consent
privacy-button-erase = 🗑 Delete my data
privacy-button-back = ◀ My data
privacy-file-caption = Everything that is stored about you until { $at }. The file holds personal data; please keep it safe.

role-owner = system administrator
role-coordinator = coordinator
role-duty-officer = duty officer
role-observer = observer

privacy-looks-title = 👁 <b>Who viewed the contacts</b> of your businesses
privacy-looks-none = Nobody has viewed the contacts of your businesses yet.
privacy-look = { $at } · <b>{ $name }</b> ({ $who })
    { $how }: { $member }
privacy-look-stranger = no longer in the network

privacy-withdraw-title = ✋ <b>Withdraw consent</b>
    When you tap the last button, it happens at once and <b>cannot be undone</b>.
privacy-erase-title = 🗑 <b>Delete my data</b>
    When you tap the last button, it happens at once and <b>cannot be undone</b>.
privacy-deleted = <b>Deleted at once:</b>
    • your name, title, phone number and Telegram account
    • the tax code of a household business (a personal number), if nobody else represents it
    • what you have not finished, waiting applications, messages not yet sent, what you wrote to the bot
privacy-kept = <b>Kept, without your name:</b>
    • answers, task steps and notes that you typed for the business: with the incident's records, word for word
    • the data of the business, its own phone number included
    • the record of changes and the proof that consent was given and withdrawn: { $years } years, as evidence under Law 91/2025/QH15
privacy-follows = <b>What follows:</b>
    • no more alerts or tasks; gone from the roster
privacy-follows-role = • you no longer hold the role of { $role }
privacy-follows-nobody = • ⚠️ nobody will represent <b>{ $member }</b>; the coordinators will be told
privacy-follows-tasks = • open tasks with nobody to do them: { $codes }
privacy-follows-successor = • <b>{ $member }</b>: { $name } becomes the primary contact
privacy-follows-others = • <b>{ $member }</b>: { $count ->
        [one] { $count } other representative remains
       *[other] { $count } other representatives remain
    }
privacy-follows-weeks = • { $count ->
        [one] { $count } duty week
       *[other] { $count } duty weeks
    } of yours at { $member } will have nobody
privacy-follows-more = • … and { $count ->
        [one] { $count } more business
       *[other] { $count } more businesses
    }
privacy-beyond = Messages that the bot can still edit will no longer show your name; files that came with your questions are deleted from the chats of coordinators who opened them. <b>What cannot be recalled:</b> files that they opened more than 48 hours ago or downloaded, messages to businesses that quote a question of yours, and messages in your own Telegram.
privacy-button-confirm-withdraw = ✋ Withdraw, delete my data
privacy-button-confirm-erase = 🗑 Delete my data
privacy-button-keep = ◀ Keep everything
privacy-changed = Something has just changed. Please read the page again before you confirm.

privacy-goodbye = <b>Done.</b> Your name, phone number and Telegram account are no longer in the system. Your withdrawal is on record, { $at }, without your name.

    If you ever sent questions: copies of their files that coordinators opened are being deleted from their chats. Files that they opened more than 48 hours ago or downloaded cannot be recalled, nor can messages to businesses that quote a question of yours.

    You will get no more alerts. If you write to the bot again, you will be treated as someone new.

    Thank you for having been part of the network.
privacy-gone-already = Your data have already been deleted. Nothing is stored.

privacy-renew-menu = 📖 There is a <b>new text { $version }</b> of the consent to personal data. Until you agree, other businesses do not see your contact in the roster.
privacy-button-renew = 📖 Read the new text
privacy-renew-title = 📖 <b>The new text of the consent</b>
    What is new: being listed in the roster is a choice of your own, in the box below.
privacy-terms-title = 📖 <b>What you agreed to</b>
privacy-terms-to-come = 📖 <b>What you will be asked when you register</b>
privacy-button-agree = I agree
privacy-button-later = Later
privacy-agreed = Your consent is on record. Thank you.

refusal-owner-by-settings = You are a system administrator by the settings. Please remove your account from OWNER_IDS and restart the system first.

membership-representative-withdrew = ℹ️ A representative of <b>{ $member }</b> withdrew consent; their personal data were deleted. The primary contact is now <b>{ $name }</b>. Please check the duty roster, if you have one.
membership-representative-withdrew-you = ℹ️ A representative of <b>{ $member }</b> withdrew consent; their personal data were deleted. <b>You are now the primary contact</b> of the business. Please check the duty roster, if you have one.
membership-nobody-left = ⚠️ <b>{ $member } no longer has a representative</b>: its last representative withdrew consent to personal data. Alerts do not reach this business. Please invite another representative.
membership-nobody-left-tasks = Open tasks: { $codes }

### The file

file-title = Personal data
file-sheet-person = Person
file-sheet-consents = Consents
file-sheet-invitations = Invitations
file-sheet-jobs = Work asked for
file-sheet-draft = Unfinished
file-sheet-messages = Messages from the bot
file-sheet-updates = Messages to the bot
file-sheet-audit = Record of changes
file-heading-about = About
file-heading-action = Action
file-heading-after = After
file-heading-answer = Answer
file-heading-at = At
file-heading-before = Before
file-heading-bound = Bound at
file-heading-business = Business
file-heading-closed = Ended at
file-heading-code = Code
file-heading-contact = Contact
file-heading-data = Content
file-heading-decided = Decided at
file-heading-declared = Declared at
file-heading-files = Files with it
file-heading-finished = Finished at
file-heading-given = Given at
file-heading-group = Group
file-heading-how = How
file-heading-kind = Kind
file-heading-left = Left at
file-heading-made = Made at
file-heading-name = Name
file-heading-note = Note
file-heading-number = Number
file-heading-offered = Offered
file-heading-opened = Opened at
file-heading-people = People
file-heading-phone = Phone
file-heading-place = Place
file-heading-purpose = Purpose
file-heading-reason = Reason, question
file-heading-reminded = Reminded at
file-heading-revoked = Revoked at
file-heading-role = Role
file-heading-state = State
file-heading-step = Step
file-heading-subject = Subject
file-heading-submitted = Submitted at
file-heading-summary = Result
file-heading-tax-code = Tax code
file-heading-text = Text
file-heading-title = Title
file-heading-until = Until
file-heading-used = Used at
file-heading-useful = Opinion
file-heading-value = Value
file-heading-version = Text
file-heading-week = Week from
file-heading-what = What
file-heading-who = Who
file-heading-withdrawn = Withdrawn at
file-person-name = Name on Telegram
file-person-telegram = Telegram account
file-person-language = Language
file-person-since = First used the bot
file-person-role = Role
file-person-unreachable = Unreachable since
file-purpose-membership = Membership of the network
file-purpose-listing = Listing in the roster
file-standing-pending = waiting
file-standing-approved = represents
file-standing-rejected = rejected
file-standing-removed = no longer
file-application-new-member = new business
file-application-join = to represent
file-application-change = change of data
file-state-submitted = waiting
file-state-asked-back = asked back
file-state-approved = approved
file-state-rejected = rejected
file-state-withdrawn = withdrawn
file-invitation-representative = to represent
file-invitation-staff = to the staff
file-invitation-group = to bind a group
file-useful = useful
file-not-useful = not useful
file-message-membership = news of a business
file-message-erasure = notice before deletion
file-delivery-pending = waiting
file-delivery-sending = being sent
file-delivery-sent = sent
file-delivery-failed = failed
file-delivery-dropped = no longer valid
file-delivery-uncertain = uncertain
file-update-stored = waiting
file-update-done = processed, content not kept
file-update-quarantined = set aside after an error

## In the menu and in the file of own data

menu-entry-mydata = 🔐 My data
command-mydata = My data
