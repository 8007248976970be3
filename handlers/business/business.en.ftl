### A business

business-choose = You represent { $count } businesses. Choose one.
business-phone = Phone of the business: { $phone }
business-no-phone = none given
business-people = <b>Representatives ({ $count })</b>
business-person-primary = ★ { $name }, { $title }
business-person-backup = • { $name }, { $title }
business-people-more = … and { $more } more
business-available = 📡 Ready to receive alerts
business-away = 💤 Unavailable until { $until }: no new alerts
business-confirmed = Data last confirmed: { $at }
business-to-confirm = ⚠️ Please confirm the data again; last confirmed: { $at }
business-change-waiting = ⏳ <b>Waiting for approval</b> (application { $number }):
business-change-asked-back =
    ❓ <b>A coordinator asks</b> about application { $number }; tap “Edit” to answer:
    <blockquote>{ $question }</blockquote>

business-button-confirm = ✔ The data are correct
business-button-edit = ✏️ Edit
business-button-people = 👥 Representatives
business-button-people-waiting = 👥 People ({ $waiting } waiting)
business-button-away = 💤 Unavailable…
business-button-back = 📡 Receive alerts again
business-button-leave = 🚪 Leave the network…
business-button-list = ◀ My businesses
business-button-card = 🏢 Show the business

business-ask-return =
    Until when is <b>{ $name }</b> unavailable? Choose, or type a day such as <i>25/12</i> or <i>8:00 25/12</i>; at most { $days } days.

    Until then there are no new alerts. Incidents and tasks received before then still await your answer. After that, alerts resume automatically.
business-ask-whether-until = Is <b>{ $name }</b> unavailable until <b>{ $until }</b>?
business-button-away-until = 💤 Mark as unavailable
business-button-days =
    { $days ->
        [1] 1 day
        [7] 1 week
       *[other] { $days } days
    }
business-now-away = Noted: unavailable until { $until }.
business-now-back = The business receives alerts again.

business-leave =
    <b>Leaving the network: { $name }</b>

    If you leave:
    • the business gets no more alerts or tasks, and is gone from the roster;
    • nobody represents it any more;
    • past answers and tasks stay on record, as the rules require.

    To come back, register with /register and the same tax code. If you are only away for a while, please use “Unavailable”.
business-leave-incidents = ⚠️ Incidents under way for which the business was called: { $codes }.
business-leave-tasks =
    <b>{ $name }</b> cannot leave yet: { $count ->
        [one] one task is
       *[other] { $count } tasks are
    } not finished: { $codes }.

    Please finish or decline them (/tasks), or ask a coordinator to give them to another business.
business-leave-surely = Please confirm once more: is <b>{ $name }</b> to leave the network now?
business-button-leave-go-on = Continue leaving
business-button-leave-now = 🚪 Leave now
business-button-stay = ◀ Stay
business-left = <b>{ $name }</b> has left the network. Thank you for having been with us; you can register again at any time with /register.

editing-heading = <b>Editing</b> · { $name }
editing-own = You: <b>{ $name }</b>, { $title }, { $phone }
editing-at-once = <b>Changes when saved:</b> { $names }
editing-after-approval = <b>Changes once approved:</b>
editing-will-replace = ⚠️ Application { $number }, which is waiting, will be replaced by this one.
editing-hint = Tap ✏️ to edit a part; nothing changes until you save. Name, tax code and sectors need a coordinator's approval.
editing-button-save = 💾 Save
editing-button-send = 💾 Save and ask for approval
editing-done = Saved.
editing-done-sent = Sent to the coordinators for approval.
editing-saved = ✔ Saved.
editing-confirmed = ✔ The data are recorded as correct.
editing-sent = Application { $number } is with the coordinators; you will hear of the decision here.
editing-replaced = It takes the place of the earlier one.
editing-withdrawn = The earlier request has been withdrawn.

people-list = <b>Representatives of { $name }</b> ({ $count }). Tap a name to see more. ★ is the primary contact.
people-waiting = ⏳ Waiting for approval: { $count }
people-managed-by = The primary contact invites and removes representatives: { $names }.
people-entry-primary = ★ { $name }
people-entry-backup = { $name }
people-entry-waiting = ⏳ { $name } · waiting
people-person = <b>{ $name }</b>, { $title }
people-of = Business: { $name }
people-button-invite = ➕ Invite a representative
people-button-back = ◀ Representatives
people-button-edit = ✏️ Edit my data
people-button-take = ★ Become the primary contact
people-button-ask-down = Stop representing…
people-button-down = Stop representing
people-button-ask-offer = ★ Hand over the primary contact…
people-button-offer = ★ Send the offer
people-button-unoffer = Withdraw the offer
people-button-ask-remove = Remove this representative…
people-button-remove = Remove this representative
people-button-accept = ★ Become the primary contact
people-button-decline = No, thank you
people-ask-remove =
    Remove <b>{ $name }</b> as a representative of { $business }?

    They will get no alerts, can no longer answer for the business, and will be told. What they answered so far still counts.
people-ask-offer =
    Ask <b>{ $name }</b> to become the primary contact of { $business }?

    Once they accept, you become a backup contact. The offer stands for 7 days and can be withdrawn.
people-ask-step-down =
    Do you want to stop representing <b>{ $name }</b>?

    You will get no alerts and can no longer answer for the business. What you answered so far still counts.
people-ask-step-down-primary =
    Do you want to stop representing <b>{ $name }</b>?

    ⚠️ You are its only primary contact; it is best to hand that over to a colleague first. Otherwise every remaining representative may invite and remove others.

    You will get no alerts and can no longer answer for the business. What you answered so far still counts.
people-last =
    You are the only representative of <b>{ $name }</b>.

    Please invite a colleague before you stop. If the business no longer takes part, please choose “Leave the network”.
people-removed = { $name } no longer represents the business and has been told.
people-offered = The offer is on its way to { $name }.
people-taken-back = The offer has been withdrawn.
people-taken = You are now the primary contact of the business.
people-stepped-down = You no longer represent <b>{ $name }</b>. Thank you for having been with the network.
people-offer =
    <b>{ $giver }</b> asks you to become the <b>primary contact</b> of { $name }.

    The primary contact is called first, and invites and removes the representatives of the business.
people-offer-over = The offer to become the primary contact no longer stands.
people-offer-accepted = ✔ You are now the primary contact of <b>{ $name }</b>. Thank you.
people-offer-declined = You did not become the primary contact of <b>{ $name }</b>; whoever asked you has been told.

news-removed = You no longer represent <b>{ $name }</b> in the network, at the request of { $by }. From now on you get no alerts for it. Thank you for having been with us.
news-stepped-down = { $by } no longer represents <b>{ $name }</b>. Please check who represents the business: /business.
news-primary-accepted = ✔ { $by } is now the primary contact of <b>{ $name }</b>; you are a backup contact.
news-primary-declined = { $by } did not become the primary contact of <b>{ $name }</b>. You still are.
news-away = 💤 { $by } has marked <b>{ $name }</b> as unavailable until { $until }: until then there are no new alerts. To change this, type /business.
news-back = 📡 { $by } has marked <b>{ $name }</b> as receiving alerts again.
news-left = <b>{ $name }</b> has left the network, at the request of { $by }. You get no more alerts for it. Thank you for having been with us.
news-member-left = 🚪 <b>{ $name }</b> (tax code { $tax_code }) has left the network; done by { $by }.
news-change-replaced = The change of the data of <b>{ $name }</b> that you asked for was withdrawn or replaced by a colleague. Type /business to see it.

links-head =
    <b>Invite a representative</b> · { $name }

    Each link is for one person: it belongs to whoever opens it first. They give their own name, title and phone; then the primary contact or a coordinator approves.
links-none = No links are pending.
links-living = <b>Pending links:</b>
links-for-primary = primary contact
links-for-backup = backup contact
links-line = { $number }. { $contact } · until { $until } · not opened
links-line-opened = { $number }. { $contact } · until { $until } · opened by { $name }
links-button-primary = ➕ Primary contact
links-button-backup = ➕ Backup
links-button-revoke = ↩ Revoke link { $number }
links-ask-revoke = Revoke the link for the <b>{ $contact }</b> of <b>{ $business }</b> (until { $until }, not opened yet)? Sheets or messages that carry this link will no longer work.
links-ask-revoke-opened = Revoke the link for the <b>{ $contact }</b> of <b>{ $business }</b> (until { $until })? { $name } has opened it and will not be able to finish registering.
links-button-revoke-now = ↩ Revoke
links-button-keep = ◀ Keep it
links-revoked = The link has been revoked.
links-caption-primary =
    You are invited to be the primary contact of { $name } in the { $network } of { $home }.
    Scan the code or open the link (works once, until { $until }):
    { $link }
links-caption-backup =
    You are invited to be a backup contact of { $name } in the { $network } of { $home }.
    Scan the code or open the link (works once, until { $until }):
    { $link }

confirmation-ask = <b>Every six months, please confirm that your data are still correct.</b> If they are, one tap is enough.
confirmation-own = You: { $name }, { $title }
confirmation-thanks = Noted. Thank you.
confirmation-not-yours = You are no longer the one to confirm these data.
confirmation-overdue = <b>Data not confirmed: { $count } businesses</b>, the longest waiting first. Tap 🔔 to ask again.
confirmation-line = { $number }. <b>{ $name }</b> · confirmed { $since } · asked { $asked }
confirmation-none-overdue = Every business that was asked has confirmed its data.
confirmation-button-overdue = ⏰ Data not confirmed: { $count }
confirmation-button-again = 🔔 { $number }
confirmation-button-back = ◀ Applications
confirmation-asked-again = { $name } has been asked again.

refusal-not-your-business = You do not represent this business now, or it is not in the network. Type /menu to go on.
refusal-primary-contact-only = The primary contact of the business does this: { $name }.
refusal-not-representative = This person no longer represents the business.
refusal-last-representative = You are the only representative: { $name }. Please invite a colleague first, or choose “Leave the network” in /business.
refusal-offer-gone = The offer to become the primary contact no longer stands.
refusal-offer-waits = The offer was sent to { $name } at { $at } and is awaiting an answer.
refusal-already-primary = { $name } is already a primary contact.
refusal-links-changed = A link has just been made. If you need another, please use the newest list.
refusal-links-enough = The business has { $limit } pending links. Please revoke some before you make more.
refusal-nothing-to-confirm = The data were confirmed at { $at }. Thank you.
refusal-asked-just-now = The business was asked at { $at }; once a day is enough.
refusal-nobody-to-ask = The business has no representative to be asked: { $name }.
refusal-away-too-long = A business can be unavailable for at most { $limit } days, until { $at }. If it no longer takes part, please choose “Leave the network”.
refusal-not-away = The business receives alerts as usual.
refusal-tasks-open = The business has { $count } tasks that are not finished and cannot leave yet: { $codes }.

## In the menu and in the file of own data

menu-entry-business = 🏢 My business
command-business = Data and people of your business
file-message-confirmation = confirmation of data
