### The roster

roster-title =
    { $count ->
        [one] 📖 <b>Roster of the network</b> · { $count } business
       *[other] 📖 <b>Roster of the network</b> · { $count } businesses
    }
roster-how =
    Please type a <b>name</b> (with or without accents, a part of it or its initials), a <b>tax code</b>, a <b>phone number</b>, a <b>capability</b>, a <b>commune</b> or a <b>sector</b>.
    Several words narrow down, for example: <i>dien luc { $home_example }</i>.
roster-how-without-phones =
    Please type a <b>name</b> (with or without accents, a part of it or its initials), a <b>tax code</b>, a <b>capability</b>, a <b>commune</b> or a <b>sector</b>.
    Several words narrow down, for example: <i>dien luc { $home_example }</i>.
roster-nothing-typed = There are no letters or digits to search for in what you sent.
roster-found =
    { $count ->
        [one] 📖 <b>Roster</b> · { $count } business
       *[other] 📖 <b>Roster</b> · { $count } businesses
    }
roster-searched = 🔎 “{ $text }”
roster-found-by = 🔎 { $member } – <i>{ $by }</i>
roster-found-by-capability = by capability: { $names }
roster-found-by-commune = by commune: { $names }
roster-found-by-elsewhere = by tax code, phone or sector
roster-filtered = Filters: { $filters }
roster-while-busy = <i>Something else is under way, and stays as it is. To filter and turn pages, please finish it or type /cancel first. More words after the command narrow down, for example:</i> <code>/roster dien luc</code>
roster-none = 📖 <b>No business found</b>
roster-understood = Searched for: <b>{ $words }</b>, whatever the accents and capitals.
roster-nearest = Nearest to what you searched for:
roster-nothing-near = Please try fewer words, another spelling, or a tax code.
roster-item = { $name } · { $commune }
roster-item-marked = { $mark } { $name } · { $commune }
roster-mark-suspended = ⏸
roster-mark-pending = ⏳
roster-mark-invited = 🤝
roster-mark-away = 💤

roster-button-all = 📋 Show all ({ $count })
roster-button-filters = 🔎 Filters
roster-button-list = ◀ List
roster-button-home = 📖 Roster
roster-button-off = ➖ { $what }
roster-button-unfiltered = ➖ Without filters ({ $count })
roster-button-fewer = Without “{ $word }” ({ $count })
roster-facet-sector = 🏷 Sector
roster-facet-capability = 🧰 Capability
roster-facet-commune = 📍 Commune
roster-facet-status = 🚦 Status
roster-choose-sector = 🏷 Please choose a <b>sector</b>; the numbers count businesses.
roster-choose-capability = 🧰 Please choose a <b>capability</b>; the numbers count businesses.
roster-choose-commune = 📍 Please choose a <b>commune</b>; the numbers count businesses. You can also type its name to search.
roster-choose-status = 🚦 Please choose a <b>status</b>; the numbers count businesses.
roster-choose-nothing = There is nothing to choose from with what you are searching for.
roster-value = { $name } ({ $count })
roster-value-chosen = ✔ { $name } ({ $count })
roster-switch-available = 📡 Available now ({ $count })
roster-switch-unconfirmed = 🕓 Data not confirmed ({ $count })
roster-filter-available = Available now
roster-filter-unconfirmed = Data not confirmed
roster-state-approved = Member
roster-state-suspended = Suspended
roster-state-pending = Waiting for approval
roster-state-invited = Invited, not in yet

roster-card-state = 🚦 <b>{ $state }</b>
roster-card-suspended =
    🚦 <b>Suspended</b>
    <blockquote>{ $reason }</blockquote>
roster-card-available = 📡 Available for alerts
roster-card-nobody = ⚠️ No representative yet: alerts do not reach this business
roster-card-away = 💤 Unavailable until { $until }
roster-card-on-duty = 🗓 Somebody is on duty now
roster-card-phone = ☎️ Business phone: { $phone }
roster-card-confirmed = 🕓 Data last confirmed: { $at }
roster-card-unconfirmed = ⚠️ Data not confirmed again since { $at }
roster-card-more =
    { $count ->
        [one] and { $count } more capability
       *[other] and { $count } more capabilities
    }
roster-button-people = 👤 Show contacts
roster-button-own = 🏢 My business
roster-button-assign = 📌 Give a task
roster-people = 👤 <b>Contacts of { $name }</b>
roster-person =
    <b>{ $name }</b>, { $title }
    { $contact } · ☎️ { $phone }
roster-person-on-duty =
    <b>{ $name }</b>, { $title } · 🗓 on duty
    { $contact } · ☎️ { $phone }
roster-contact-primary = Primary contact
roster-contact-backup = Backup contact
roster-nobody = There are no contacts to show.
roster-withheld =
    { $count ->
        [one] <i>{ $count } more person has not agreed to show contact details to other member businesses.</i>
       *[other] <i>{ $count } more people have not agreed to show contact details to other member businesses.</i>
    }
roster-look-kept = <i>This view is recorded; the people shown can see who viewed their contact details.</i>
look-how-card = opened the card
look-how-export = exported the roster
look-how-application = opened an application
look-how-colleague = viewed a colleague
look-how-work = viewed while coordinating
roster-button-contact = 📇 Send contact: { $name }
roster-button-contact-business = 📇 Send contact of the business
roster-button-card = ◀ The business
roster-contact-sent = The contact has been sent below.

roster-stranger = 📖 The roster is for the members of the network. Telecom, postal and IT businesses of the { $home_kind } can register right here.
roster-button-register = 📝 Register
roster-left = The roster is closed. Type /roster whenever you need it.

inline-register = Register to search the roster
inline-none = No “{ $text }” · open the roster
inline-nearest = No “{ $text }” · nearest:
inline-description = { $sectors } · { $commune } · { $standing }
inline-available = available
inline-away = unavailable until { $until }
inline-card =
    🏢 <b>{ $name }</b>
    🏷 { $sectors }
    📍 { $commune }
inline-button-people = 👤 Show contacts

refusal-not-in-roster = This business is not in the roster. Type /roster to find another.
refusal-contacts-closed = Contact details are for member businesses and coordinators only.
refusal-contact-gone = This contact is not in the roster any longer. Please open the business again.

## In the menu and in the file of own data

menu-entry-roster = 📖 Roster
command-roster = The roster: find a business
file-sheet-looks = Contacts you viewed
file-sheet-looked-at = Who viewed your contact
