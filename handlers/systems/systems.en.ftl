### Information systems

systems-all = 🖥 <b>Information systems</b> ({ $count }) · Type a name, its initials or the owner to search.
systems-found = 🖥 Search for “{ $text }”: { $count } found
systems-near = 🖥 No system is quite “{ $text }”. The most alike:
systems-none-found = 🖥 No system matches “{ $text }”. Please type fewer letters or another name.
systems-none = 🖥 The register of information systems is still empty. Tap ➕ to add one, or import an Excel file by /workbooks.
systems-none-of-yours = 🖥 There is no system yet that your business owns, operates or provides for.
systems-line = { $number }. { $name }{ $worth }
systems-button-add = ➕ Add a system
systems-button-list = 🖥 All systems

system-head = 🖥 <b>{ $name }</b>
system-fact-also = Also called: { $value }
system-fact-owner = Owner: { $value }
system-fact-operator = Operator: { $value }
system-worth = { $level } · <b>{ $mark }</b>
system-fact-place = 📍 { $value }
system-fact-serves = Serves: { $value }
system-fact-connectivity = Connectivity: { $value }
system-fact-security = Security: { $value }
system-level = Level { $level }
system-level-short = { " " }· level { $level }
system-level-unknown = Level not determined
system-line-absolute = { $worth } ❗
system-mark-absolute = Protected at any price
system-mark-managed = Managed risk
system-contacts-count = ☎ People to call: { $count }

system-button-people = ☎ Whom to call ({ $count })
system-button-edit = ✏ Edit
system-button-retire = 🗑 Take out
system-button-surely = 🗑 Take out
system-button-back = ◀ The system
system-button-show = 🖥 View the system
system-button-save = 💾 Save
system-button-empty = ➖ Leave empty
system-button-whole-province = 🗺 Whole { $home_kind }
system-button-as-typed = ✔ Keep “{ $text }”
system-button-remove = ➖ { $name }

system-people-head = ☎ <b>{ $name }</b> · whom to call
system-people-none = There is nobody to call yet. Coordinators add people by ✏ Edit.
system-hours = <b>{ $hours }</b>
system-hours-now = <b>{ $hours }</b> (call now)
system-hours-in-hours = In hours
system-hours-out-of-hours = Out of hours
system-hours-leadership = Leadership
system-contact = { $name } · { $phone }
system-contact-titled = { $name }, { $title } · { $phone }

system-ask-retire =
    Take <b>{ $name }</b> out of the register?

    The numbers of the people to call are deleted for good. Incidents that name the system keep its name.
system-retired = Taken out of the register: { $name }
system-added = ✔ <b>{ $name }</b> is in the register now.
system-changed = ✔ <b>{ $name }</b> is saved.
system-hub-new = Tap what you would like to fill in, then tap 💾 Save.
system-hub-change = Tap what you would like to change, then tap 💾 Save.

system-part-name = Name
system-part-also = Other names
system-part-serves = Serves
system-part-owner = Owner
system-part-operator = Operator
system-part-commune = Place
system-part-level = Level
system-part-mark = Protection
system-part-contacts = ☎ Contacts
system-part-connectivity = Connectivity
system-part-security = Security
system-part-in-hours = In hours
system-part-out-of-hours = Out of hours
system-part-leadership = Leadership

system-ask-name = Please type the <b>name of the system</b>, at most { $limit } characters. For example: Public service portal.
system-ask-also = Please type <b>other names</b> by which people call it, one a line. For example: PSP.
system-ask-serves = Whom and what does the system <b>serve</b>? At most { $limit } characters.
system-ask-owner = Please type the name or the tax code of the <b>owner</b>. An agency outside the network is kept as you type it.
system-ask-operator = Please type the name or the tax code of the <b>operator</b>. An agency outside the network is kept as you type it.
system-ask-commune = In which <b>commune</b> is the system? Please type its name.
system-ask-level = Which security <b>level</b> was approved for the system (1 to 5)?
system-ask-mark =
    How does the network protect this system? This is the network's own split and does not replace the legal level.
system-ask-contacts = People to call <b>when</b>?
system-ask-connectivity = Please type the name or the tax code of the member business that <b>provides connectivity</b>.
system-ask-security = Please type the name or the tax code of the member business that <b>provides security</b>.
system-ask-in-hours = Who is called <b>in office hours</b>? One person a line: name, title, number. For example: Trần Thị Hoa, Head of unit, 0912 345 678.
system-ask-out-of-hours = Who is called <b>out of office hours</b>? One person a line: name, title, number. For example: Trần Thị Hoa, Head of unit, 0912 345 678.
system-ask-leadership = Who of the <b>leadership</b> is called when nobody else answers? One person a line: name, title, number. For example: Trần Thị Hoa, Director, 0912 345 678.
system-held = So far: { $value }
system-choose-business = Which business is “{ $text }”? If it is not here, please type more letters or the tax code.
system-choose-commune = Which place is “{ $text }”? If it is not here, please type again.

refusal-system-unknown = There is no such system in the register, or you cannot view it. Type /systems for the list.
refusal-system-name-taken = The register has “{ $name }” already. Please type another name, or edit the system that is there.
refusal-system-changed-meanwhile = Somebody else has just changed “{ $name }”, so it is not saved. Please type /systems, open it again and change what it says now.
refusal-system-name-length = The name needs letters and at most { $limit } characters; you typed { $length }.
refusal-system-text-length = At most { $limit } characters fit; you typed { $length }. Please shorten it.
refusal-system-level-range = The level is a number from 1 to { $highest }. Please type it again, for example: 3.
refusal-system-contact-unclear = “{ $text }” could not be read. A line is a name, a title and a number, with commas between. For example: Nguyễn Thị Lan, Head of unit, 0912 345 678
refusal-system-contact-phone = The number in “{ $text }” could not be read. It stands at the end of the line, after a comma. For example: Nguyễn Thị Lan, Head of unit, 0912 345 678
refusal-system-contacts-too-many = At most { $limit } people can be called for each of the hours.
refusal-no-such-business = No member business matches “{ $text }”. Please type fewer letters or the tax code.
refusal-no-such-place = No commune matches “{ $text }”. Please type it again.
refusal-system-providers-too-many = At most { $limit } businesses can be named here.

## In the menu and in the file of one's own data

menu-entry-systems = 🖥 Systems
command-systems = Register of information systems
file-sheet-system-contacts = Called for systems
file-sheet-system-looks = Systems I viewed
file-sheet-system-looked-at = Who viewed my number
file-heading-system = System
file-heading-hours = Hours
system-look-page = On the system's page
system-look-export = In an exported file
