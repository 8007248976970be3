### Registration

dialogue-words-only = This step needs you to <b>type words</b>; a photo, a file, a sticker or another command cannot be used here.
dialogue-buttons-only = At this step please <b>choose with the buttons</b> right below this message.

dialogue-waits = <i>What you were filling in is kept, and comes back when this is done.</i>
dialogue-goes-on = <i>You were in the middle of this:</i>
dialogue-dropped-before = <i>Please note: what you were doing before has been cancelled.</i>

registration-consent =
    <b>Register for the { $network } of { $home }</b>

    Before you begin, { $department } asks for your consent to keep and use personal data.
registration-consent-again = Please read the text above, then choose with the buttons below.
registration-consent-free = If you do not agree, nothing from your registration is kept; you can register another time.
registration-button-agree = I agree
registration-button-decline = I do not agree
registration-declined = Thank you for letting us know. Nothing from your registration was kept. You can register at any time with /register.
registration-declined-invited = Thank you for letting us know. Nothing from your registration was kept. If you change your mind, open the invitation link again while it is still valid.

registration-heading = <b>Registration</b> · step { $number }/{ $count }
registration-heading-invited = <b>Representative of { $name }</b> · step { $number }/{ $count }
registration-invited-primary = You are invited to represent <b>{ $name }</b> as its <b>primary contact</b>.
registration-invited-backup = You are invited to represent <b>{ $name }</b> as a <b>backup contact</b>.
registration-written = Noted: <b>{ $value }</b>
registration-button-keep = Keep it
registration-button-next = Continue ▶

registration-ask-tax-code =
    Please type the <b>tax code</b> of the business.
    Businesses have 10 digits, branches 13, household businesses 12.
registration-known =
    The tax code { $tax_code } belongs to
    <b>{ $name }</b>,
    which is a member of the network.

    Would you like to register as a representative of this business?
registration-known-waiting =
    The tax code { $tax_code } belongs to
    <b>{ $name }</b>,
    which somebody has already registered and which is waiting for approval.

    Would you like to register as a representative of this business?
registration-known-invited =
    Tax code { $tax_code } belongs to
    <b>{ $name }</b>,
    which was invited into the network and has no representative yet.

    Would you like to register as its representative?
registration-button-join = Become a representative
registration-button-other = Use another tax code
registration-ask-name = Please type the <b>full name of the business</b>, as on its registration certificate.
registration-ask-sectors = In which <b>sectors</b> does the business work? Choose all that apply, then tap “Continue”.
registration-ask-commune =
    In which <b>commune, ward or special zone</b> is the business?
    Type its name, with or without accents, for example: <i>{ $home_example }</i>; an older address with its district.
commune-of-before = 📍 <b>{ $former }</b> is now part of the unit below.
registration-choose-commune = Please choose the <b>commune, ward or special zone</b> of the business. If it is not listed, just type another name.
registration-ask-business-phone = Please type the <b>phone of the business</b> (its switchboard or office), not your own.
registration-button-no-phone = There is none
registration-button-drop-phone = Remove this number
registration-ask-capabilities =
    Which <b>capabilities</b> can the business offer in an incident? Choose all that apply, then tap “Continue”.
registration-nothing-picked = Nothing chosen yet.
registration-picked = Chosen ({ $count }): { $names }.
registration-button-none = No capability yet ▶
registration-ask-headcount =
    <b>{ $capability }</b> ({ $number }/{ $count })
    <b>How many { $unit }</b> can the business send? Tap a number or type another.
registration-button-keep-count = Keep { $counted }
registration-ask-person = You are the representative of the business. Please type your <b>full name</b>.
registration-ask-person-or-choose = You are the representative of the business. Please type your <b>full name</b>, or choose your name on Telegram.
registration-ask-title = What is your <b>title</b> at the business? For example: Director, Head of Engineering.
registration-ask-phone =
    Please give your <b>phone number</b>, so that you can be reached in an emergency.
    Type it, for example 0912 345 678, or tap “📱 Send my number” below the input box.
registration-share-contact = Instead of typing, you can send the number that you use with Telegram with the button below the input box.
registration-button-contact = 📱 Send my number
registration-phone-written = Phone number noted: { $phone }.
registration-contact-button-gone = The phone number button has been hidden.
registration-ask-contact =
    Which contact are you for the business?
    The <b>primary contact</b> is called first, the <b>backup contact</b> when the primary one is away. Both get the alerts.
registration-button-primary = Primary contact
registration-button-backup = Backup contact

registration-review = <b>Please check your details</b>
registration-question =
    ❓ <b>The coordinator asks:</b>
    <blockquote>{ $question }</blockquote>
registration-review-hint = Tap ✏️ to change a part. Nothing is sent until you tap “Send registration”.
registration-button-submit = Send registration
registration-edit-tax-code = ✏️ Tax code
registration-edit-name = ✏️ Business name
registration-edit-sectors = ✏️ Sectors
registration-edit-commune = ✏️ Commune
registration-edit-business-phone = ✏️ Business phone
registration-edit-capabilities = ✏️ Capabilities
registration-edit-person = ✏️ Your name
registration-edit-title = ✏️ Title
registration-edit-phone = ✏️ Phone
registration-edit-contact = ✏️ Contact

registration-unfinished = You have an unfinished registration; you had reached <b>{ $part }</b>. Would you like to go on or start again?
registration-button-resume = ▶ Go on
registration-button-restart = ↻ Start again
registration-part-consent = the consent
registration-part-tax-code = the tax code
registration-part-known = the tax code
registration-part-name = the name of the business
registration-part-sectors = the sectors
registration-part-commune = the commune
registration-part-business-phone = the phone of the business
registration-part-capabilities = the capabilities
registration-part-headcount = the number
registration-part-person = the representative's name
registration-part-title = the title
registration-part-phone = the phone number
registration-part-contact = the kind of contact
registration-part-review = the final check before sending

registration-submitted =
    ✔ <b>Application { $number } has been sent</b>
    { $name }

    The coordinators of { $department }will review it; their decision, or a question, will come to you right here in this chat. Once it is approved, the business will start to get alerts.

    Thank you very much.
registration-submitted-join =
    ✔ <b>Application { $number } has been sent</b>
    To represent { $name }

    The primary contact of the business or the coordinators of { $department }will review it; their decision, or a question, will come to you right here in this chat. Once it is approved, you will start to get alerts on behalf of the business.

    Thank you very much.

sector-telecom = Telecom
sector-postal = Postal
sector-it = IT and digital technology

refusal-draft-gone = This button belongs to something that has been finished, cancelled or started again. Nothing has changed. Type /menu to go on.
refusal-step-passed = This button belongs to a step that is over. Nothing has changed; please use the newest message below.
refusal-business-name-unfit = The name of a business needs letters and { $shortest } to { $longest } characters; this one has { $length }. Please type it again, for example: Song Lo Telecom Company Limited.
refusal-person-name-unfit = A name needs { $shortest } to { $longest } characters and no digits; this one has { $length } characters. Please type it again, for example: Nguyễn Thị Lan.
refusal-job-title-unfit = A title needs letters and { $shortest } to { $longest } characters; this one has { $length }. Please type it again, for example: Head of Engineering.
refusal-people-unclear = “{ $text }” does not say how many people. This question is only about people: please type one number from 1 to { $largest }, for example 5 or 5 people. Equipment and notes come in the next questions.
refusal-headcount-unclear = The number must be one number from 1 to { $largest }. Please type it again, for example: 5.
refusal-no-sector-chosen = Please choose at least one sector before you go on.
refusal-no-such-commune = No commune, ward or special zone of { $home } resembles “{ $text }”. Please type the name only, with or without accents, or an older address with its district. A business outside { $home } cannot register here.
refusal-foreign-contact = This contact card belongs to somebody else. Please send your own number with the button “📱 Send my number”, or type it.

## In the menu and in the file of own data

menu-entry-register = 📝 Register
command-register = Register for the network
