### Applications

application-title-new-member = { $mark } <b>Application { $number }</b> · new business
application-title-join = { $mark } <b>Application { $number }</b> · new representative
application-title-change = { $mark } <b>Application { $number }</b> · change of a business's data
application-mark-submitted = ⏳
application-mark-asked-back = ❓
application-mark-approved = ✔
application-mark-rejected = ⛔
application-mark-withdrawn = ↩️
application-name = <b>{ $name }</b>
tax-code-erased = (erased)
application-tax-code = Tax code: { $code }
application-sectors = Sectors: { $sectors }
application-commune = Commune: { $commune }
application-capabilities = Capabilities: { $capabilities }
application-capability = { $name } ({ $counted })
application-capabilities-more = and { $more } more
application-no-capabilities = none given
application-person = Representative: <b>{ $name }</b>, { $title }
application-person-gone = Representative: (personal data deleted)
application-proposer = Asked for by: <b>{ $name }</b>, { $title }
application-phone = Phone: { $phone }
contact-primary-line = Role: primary contact
contact-backup-line = Role: backup contact
application-account = Name on Telegram: { $name }
application-submitted-at = Submitted at: { $at }
application-waiting = Waiting for a decision.
application-submitted =
    Waiting for a decision, resubmitted after the question from { $name } at { $at }:
    <blockquote>{ $reason }</blockquote>
application-asked-back =
    { $name } asked a question at { $at }; waiting for the applicant:
    <blockquote>{ $reason }</blockquote>
application-approved = Approved by { $name } at { $at }.
application-rejected =
    Rejected by { $name } at { $at }:
    <blockquote>{ $reason }</blockquote>
application-withdrawn = No longer in force since { $at }: { $name } withdrew it or replaced it with a newer one.
application-member-invited = ⚠️ This business was invited and has no representative yet: approving this brings the business into the network.
application-member-not-approved = ⚠️ This business is not in the network yet: its own application must be approved first.
application-handed-in-again = Application { $number } · { $name }: resubmitted, please see the new message below.
application-not-yours = This application is no longer yours to decide.
application-button-approve = Approve
application-button-ask = Ask a question
application-button-phone = ☎️ Show the phone number
application-button-reject = Reject
application-button-list = ◀ List
application-list = <b>Applications waiting: { $count }</b>. Choose one to view and decide on; the oldest is at the top.
application-list-more = { $more } more will show once those above are decided.
application-list-empty = No applications are waiting. New ones come to you as soon as they are submitted.
application-entry-new-member = { $name }
application-entry-join = 👤 { $name }
application-entry-change = ✏️ { $name }
application-done-approved = Approved. The applicant is being told.
application-done-rejected = ⛔ Application { $number } of <b>{ $name }</b> has been rejected. The applicant is being told.
application-done-asked-back = ❓ The question about application { $number } of <b>{ $name }</b> is on its way. When the applicant resubmits it, it will show here.

change-name = Name: <s>{ $before }</s> → <b>{ $after }</b>
change-tax-code = Tax code: <s>{ $before }</s> → <b>{ $after }</b>
change-sectors = Sectors: <s>{ $before }</s> → <b>{ $after }</b>

application-why-reject = Why reject application { $number } of <b>{ $name }</b>? Choose a reason or type one; the applicant will read exactly these words.
application-why-ask = What should the applicant be asked about application { $number } of <b>{ $name }</b>? Choose a sentence or type a question; the applicant will read exactly these words.
application-reason-tax-code = The tax code does not match the name.
application-reason-elsewhere = The business is not in { $home }.
application-reason-twice = The business has another application.
application-reason-unknown-person = The representative could not be verified.
application-question-capabilities = Please add capabilities and numbers.
application-question-name = Please check the name of the business.
application-question-phone = Please check the phone number.
application-question-authority = Please tell us who appointed you.
application-confirm-reject =
    <b>Reject</b> application { $number } of <b>{ $name }</b> with this reason:
    <blockquote>{ $words }</blockquote>
application-confirm-ask =
    <b>Ask</b> the applicant of application { $number }, <b>{ $name }</b>:
    <blockquote>{ $words }</blockquote>
application-button-confirm-reject = Reject it
application-button-confirm-ask = Send the question
application-button-change = Rewrite

decision-approved-new-member =
    ✔ <b>{ $name } is now a member of the network.</b>

    From now on, when an incident or a drill concerns you, you get the alert here and answer with one tap. Type /business to see and edit the data of the business, /incidents to see the incidents, /menu to open the menu.

    Thank you for being ready.
decision-approved-join =
    ✔ <b>You now represent { $name }.</b>

    From now on, when an incident or a drill concerns you, you get the alert here and answer with one tap. Type /business to see and edit the data of the business, /incidents to see the incidents, /menu to open the menu.

    Thank you very much.
decision-approved-change =
    ✔ <b>The data of { $name } have been updated.</b>

    { $department } has approved the change. Type /business to see what is on record now. Thank you.
decision-rejected-change =
    { $department } could not approve the change of the data of <b>{ $name }</b>; they stay as they were. The reason:
    <blockquote>{ $reason }</blockquote>
    Whenever needed, you can edit them by /business.
decision-asked-back-change =
    ❓ { $department } has a question about the change of the data of <b>{ $name }</b>:
    <blockquote>{ $reason }</blockquote>
    Please open it again, correct what it is about and send it once more. Everything you entered is still there.
decision-withdrawn-join = <b>{ $name }</b> has left the network, so your application to represent it is no longer in force. Thank you for your interest.
decision-by-primary-contact = the primary contact of the business
decision-rejected =
    We are sorry: { $department } could not accept your registration for <b>{ $name }</b>. The reason:
    <blockquote>{ $reason }</blockquote>
    If something changes, you can register again with /register.
decision-asked-back =
    ❓ { $department } has a question about your registration for <b>{ $name }</b>:
    <blockquote>{ $reason }</blockquote>
    Please open the application, change what is needed and send it again. Everything you entered is still there.
decision-button-correct = ✏️ Open the application

refusal-application-unknown = There is no such application. Type /applications to see those that are waiting.
refusal-application-decided = This application was decided by { $name } at { $at }. That decision stands.
refusal-application-withdrawn = This application has not been in force since { $at }: it was withdrawn or replaced by a newer one.
refusal-decision-not-yours = You cannot decide this application: coordinators do; primary contacts only approve representatives of their own business. Type /menu to go on.
refusal-application-with-applicant = A question was asked about this application; it is waiting for the applicant.
refusal-consent-missing = Your consent to keep personal data is needed before sending. Type /register to read the text and decide.
refusal-tax-code-taken = This tax code is already in the network. If it is your business, please edit “Tax code”, type it again and choose to become a representative: { $name }.
refusal-already-representative = You already represent { $name }. To register another business, please type its tax code.
application-open-now = 📝 Application { $number } · { $member }: <b>waiting for a decision</b>, you will be told here
application-open-now-asked-back = 📝 Application { $number } · { $member }: <b>please complete it</b>
refusal-already-applied = Your application for { $name } has been sent and is waiting for a decision. You will be told here.
refusal-member-not-joinable = This business takes no new representatives now, as it is suspended or has left the network: { $name }. Please contact a coordinator.
refusal-member-not-approved = This cannot be approved: the business is not in the network now: { $name }.
refusal-tax-code-of-another = This tax code belongs to another business of the network: { $name }. Please check it.
refusal-reason-length = The text needs 1 to { $limit } characters; this one has { $length }. Please make it shorter.

## In the menu and in the file of own data

menu-entry-applications = 📝 Applications
command-applications = Applications to decide on
file-sheet-applications = Applications
file-message-application = application to decide
file-message-decision = decision
