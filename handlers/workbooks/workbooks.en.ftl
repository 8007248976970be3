### Import and export

workbook-room =
    📑 <b>Import and export</b>

    <b>Import:</b> send an .xlsx or .csv file into this chat. Every row is checked and you see the result; nothing is written until you confirm.
    <b>Export:</b> roster, answers and tasks as .xlsx.
    <b>Invitation sheets:</b> { $invited ->
        [0] no imported business waits for a representative.
        [one] one imported business waits for a representative.
       *[other] { $invited } imported businesses wait for a representative.
    }
workbook-button-template = 📄 Template
workbook-button-import = 📥 Import a list
workbook-button-roster = 📑 Roster
workbook-button-answers = 📑 Answers
workbook-button-tasks = 📑 Tasks
workbook-button-sheets = 🖨 Invitations (QR)
workbook-button-home = ◀ Import, export

workbook-how-to-import =
    📥 <b>Import a list of businesses</b>

    Just send the file here: .xlsx or .csv, at most { $megabytes } MB and { $rows } rows.

    Required columns: { $required }.
    Optional columns: { $optional }.

    The file is checked at once. Rejected rows come back with the reason beside each cell; businesses that are known are compared field by field. Then you decide whether to import. Importing the same file twice changes nothing.
workbook-template-caption = Template for a list of businesses. Please fill in the first sheet and send the file back here.
workbook-received = 📥 The file <b>{ $file }</b> has arrived. { $ahead ->
        [0] It is being checked …
        [one] One other job comes first; you will be told the result here.
       *[other] { $ahead } other jobs come first; you will be told the result here.
    }
workbook-asked = Under way; the file will be sent into this chat.

job-progress-reading = ⏳ Checking: { $done } rows …
job-progress-comparing = ⏳ Comparing with the roster: { $done } rows …
job-progress-saving = ⏳ Writing: { $done } rows …
job-progress-writing = ⏳ Making the file: { $done } rows …
job-progress-inviting = ⏳ Making invitations: { $done } businesses …
job-progress-of = { $done }/{ $total }
job-refused = ❌ <b>{ $file }</b>: { $why }
job-failed = Sorry, this could not be done in 3 attempts. The system administrators have been told. What was written before is correct; you can try again at any time.
job-trouble = ⚠️ <b>System:</b> job { $number } (import, export) could not be done in 3 attempts. Nothing else is affected. Please check the logs.

## Import: the result of the check

import-checked = 📥 <b>Result of the check</b> · { $file }
import-rows = Rows: <b>{ $rows }</b>
import-new = ➕ New businesses: <b>{ $count }</b>
import-changed = ✏️ Known, and different from the roster: <b>{ $count }</b>
import-same = ✔ Known, no difference: <b>{ $count }</b>
import-rejected = ⚠️ Rejected rows: <b>{ $count }</b>; the reasons are in the file above, which can be corrected and sent again.
import-unknown = Columns not used: { $columns }
import-first-of-several = Cells with several phone numbers, of which the first was taken: { $count }
import-old-prefix = Old mobile numbers of 11 digits, given their new prefixes: { $count }
import-older = 📍 Addresses of before 1 July 2025, read as communes of today: <b>{ $count }</b> ({ $rows })
import-older-row = row { $row }: { $old } → { $new }
import-older-caption = 📍 { $count } addresses of before 1 July 2025, and the communes of today for which they were taken. Please check them before you import.
import-old-writing =
    ✍️ <b>{ $count ->
        [one] 1 row
       *[other] { $count } rows
    }</b> { $writing ->
        [tcvn3] written for a TCVN3 (ABC) font
        [vni] written for a VNI font
       *[other] read in the wrong character set
    }, for example “{ $old }” → “{ $new }”. Convert to Unicode?
import-button-convert = ✍️ Convert { $count ->
        [one] 1 row
       *[other] { $count } rows
    } and check again
import-converting = ✍️ Converting <b>{ $file }</b> to Unicode and checking it again … The result will appear here.
import-sheets = Sheets read (rows): { $sheets }
import-unread = ⚠️ Sheets not read: { $sheets }
import-unread-hidden = hidden
import-unread-no-list = not a list
import-unread-missing = no column { $detail }
import-unread-twice = two columns mean the same: { $detail }
import-nothing-written = <i>Nothing has been written yet.</i>
import-nothing-to-do = There is nothing to import: the roster stays as it is.
import-button-new = 📥 Import { $count } new
import-button-merge-only = ✏️ Update { $count } known
import-button-merge = 📥 Import { $new } new, update { $changed } known
import-button-compare = 🔍 Compare { $count } known
import-button-drop = ✖ Cancel
import-button-summary = ◀ Result of the check
import-dropped = 🚫 The import of <b>{ $file }</b> was cancelled. The roster stays as it is.
import-begun = 📥 Importing <b>{ $file }</b> … The result will be told here.
import-rejected-caption = ⚠️ { $count ->
        [one] One rejected row
       *[other] { $count } rejected rows
    }, with the reason beside each wrong cell. Correct them and send this same file again.
import-comparison-caption = 🔍 { $count ->
        [one] One known business
       *[other] { $count } known businesses
    } and what differs.

import-compare-title = 🔍 <b>Comparison</b> · { $file }
import-compare-more = { $shown } of { $count } businesses are shown; all are in the workbook of differences.
import-compare-business = <b>{ $name }</b> · { $code } · row { $row }
import-compare-line =
    ▪ <i>{ $column }</i>
    Roster: { $old }
    File: <b>{ $new }</b>
import-empty = (empty)

import-done = ✔ <b>Imported</b> · { $file }
import-done-nothing = ✔ <b>Nothing changed</b> · { $file }
import-done-new = ➕ New, waiting for a representative: <b>{ $count }</b>
import-done-updated = ✏️ Updated: <b>{ $count }</b>
import-done-kept = Left as they were, as you chose: { $count }
import-done-surprising = ❗ Left as they were, since they changed after the check: { $count } ({ $names }). Send the file again to compare.
import-done-invite = Next step: print the invitation sheets with QR codes for the businesses.
import-button-sheet = 🖨 Invitations for the { $count } imported

## Workbooks of an import

workbook-sheet-members = List
workbook-sheet-guide = Guide
workbook-sheet-choices = Choices
workbook-sheet-rejected = Rejected rows
workbook-sheet-older = Older addresses
workbook-sheet-comparison = Comparison
workbook-file-template = list-of-businesses
workbook-file-rejected = rejected-rows
workbook-file-older = older-addresses
workbook-file-comparison = comparison
workbook-file-roster = roster
workbook-file-answers = answers
workbook-file-tasks = tasks
workbook-file-sheet = invitations
workbook-reason-heading = Reason – { $heading }
workbook-heading-row = Row
workbook-heading-field = Field
workbook-heading-older = Address in the file
workbook-heading-commune-today = Commune of today
workbook-heading-old = In the roster
workbook-heading-new = In the file

workbook-column-tax-code = Tax code
workbook-column-name = Business name
workbook-column-sectors = Sectors
workbook-column-commune = Commune
workbook-column-phone = Business phone
workbook-column-capabilities = Capabilities
workbook-spellings-tax-code = Tax ID; TIN; Tax number
workbook-spellings-name = Name; Business; Company; Company name
workbook-spellings-sectors = Sector; Industry
workbook-spellings-commune = New commune; Current commune; Ward; Commune, ward; Commune/ward; Former commune; Address
workbook-spellings-district = Former district; Old district; District
workbook-spellings-province = Province; Province/city; City/province
workbook-spellings-former-province = Former province; Old province
workbook-spellings-phone = Phone; Phone number; Telephone
workbook-spellings-capabilities = Capability

-workbook-example-mark = EXAMPLE (passed over):
workbook-example-first = { -workbook-example-mark } Song Hong Telecom Joint Stock Company
workbook-example-second = { -workbook-example-mark } Central Post Office

workbook-prompt-tax-code = 10 digits; a branch has 3 more (0314409058-002); a household business has 12. The cells are text, so that no leading zero is lost.
workbook-prompt-sectors = Choose from the list, or type several sectors separated by semicolons.
workbook-prompt-commune = Choose from the list, or type the name of the commune in any spelling.
workbook-prompt-capabilities = For each capability: its name, a colon, the number. Separate several by semicolons.
workbook-guide-heading-column = Column
workbook-guide-heading-how = How to fill it in
workbook-guide-tax-code = Required. 10 digits (business), 13 (branch, for example 0314409058-002) or 12 (household business). One row for each code.
workbook-guide-name = Required. The full name as on the registration certificate, at most { $longest } characters.
workbook-guide-sectors = Required. { $sectors }. Separate several by semicolons; short forms such as CNTT or IT will do.
workbook-guide-commune = Required. A commune, ward or special zone of { $home } as it is today, with or without accents; an older address with its district.
workbook-guide-phone = Optional. The number of the business itself (switchboard, office), not of a person.
workbook-guide-capabilities = Optional. For example: { $example }: 5; { $other }: 2. The names are those of the drop-down list.
workbook-guide-examples = The two example rows are ignored; delete them or leave them.
workbook-guide-empty = An empty cell removes nothing. Sectors and capabilities in the file are added to those that a business already has.
workbook-guide-personal = Please do not put anybody's name, private number or other personal data into this file: representatives enter their own through the invitation link and decide for themselves whether to consent.

## Export

export-choose-incident = 📑 <b>Export answers</b>

    Choose an incident, or all.
export-personal-numbers =
    📑 <b>Export the roster</b>

    The roster has { $count ->
        [one] 1 household business
       *[other] { $count } household businesses
    }. A household's tax code is somebody's personal identification number, so only a part is written (0252…890) unless you really need it. Taking the full numbers out is recorded as a view.
export-button-masked = 📑 Export, numbers masked
export-button-whole = Export full numbers
export-no-incidents = There is no incident yet.
export-button-all = All incidents
export-empty = There is nothing to export yet.
export-roster-caption = 📑 Network roster: { $count ->
        [one] one business
       *[other] { $count } businesses
    }, at { $at }. It contains representatives' phone numbers: for the coordinating body only.
export-answers-caption = 📑 Answers ({ $scope }): { $count }, at { $at }.
export-tasks-caption = 📑 Tasks: { $count }, at { $at }.
export-scope-all = all

export-sheet-roster = Roster
export-sheet-contacts = Representatives
export-sheet-answers = Answers
export-sheet-answer-history = History of answers
export-sheet-tasks = Tasks
export-sheet-task-history = History of tasks

export-column-status = Status
export-column-registered-at = On the list since
export-column-approved-at = Approved
export-column-unavailable-until = Unavailable until
export-column-confirmed-at = Data confirmed
export-column-contact-name = Representative
export-column-contact-title = Title
export-column-contact-phone = Representative's phone
export-column-contact-kind = Contact
export-column-incident = Incident
export-column-incident-title = What it is about
export-column-answer = Answer
export-column-answered-by = Answered by
export-column-answered-at = Answered at
export-column-eta = ETA
export-column-people = People
export-column-equipment = Equipment, capabilities
export-column-of-unit = Number of { $unit }
export-sum = Total of those who join
export-column-note = Note
export-column-stood-down-at = Stood down at
export-column-task = Task
export-column-what = What
export-column-place = Where
export-column-due-at = Due
export-column-state = Status
export-column-state-at = Since
export-column-asked-by = Asked by
export-column-asked-at = Asked at
export-column-step = What happened
export-column-step-by = By
export-column-step-at = At

export-status-pending = Pending
export-status-invited = Invited
export-status-approved = Member
export-status-rejected = Rejected
export-status-suspended = Suspended
export-status-left = Left
export-status-merged = Merged
export-contact-primary = Primary contact
export-contact-backup = Backup contact

## Invitation sheets

sheet-choose =
    🖨 <b>Invitations (QR)</b>

    { $count ->
        [one] One imported business waits
       *[other] { $count } imported businesses wait
    } for a representative. Each gets a card to cut out: name, tax code, QR code and a link that works once within { $days } days.

    ⚠️ The links can be read only on the cards. New cards invalidate older, unopened links of the same businesses.

    For which commune?
sheet-printed-already =
    ⚠️ { $count ->
        [one] One of these businesses holds a card that still works and that nobody has opened
       *[other] { $count } of these businesses hold cards that still work and that nobody has opened
    }. New cards invalidate those, even if they have been printed and sent out.

    Make new cards anyway?
sheet-button-anew = Replace the old cards
sheet-button-keep = ◀ Keep the old cards
sheet-nobody = No imported business waits for a representative.
sheet-button-all = All ({ $count })
sheet-button-commune = { $name } ({ $count })
sheet-caption = 🖨 Invitations for { $count ->
        [one] one business
       *[other] { $count } businesses
    }{ $parts ->
        [1] {""}
       *[other] { " " }(file { $part }/{ $parts })
    }. Open it in a browser and print it on A4. The links are only in this file and work until { $until }: please keep it safe and hand each card to its business only.
sheet-done = 🖨 Invitations were made for <b>{ $count }</b> { $count ->
        [one] business
       *[other] businesses
    }. Earlier cards of these businesses, if not opened, no longer work.
sheet-title = Invitation to the { $network } of { $home }
sheet-tax-code = Tax code: { $code }
sheet-invitation = { $department } invites you to join the network.
sheet-step-one = 1. Please have your representative open Telegram and scan the QR code, or type the link below.
sheet-step-two = 2. Tap “Start” and follow the steps (about 3 minutes).
sheet-expiry = Works once, until { $until }. Please do not pass it on.
sheet-commune-count = { $count ->
        [one] one business
       *[other] { $count } businesses
    }
sheet-print = Print
sheet-made-at = Made at { $at } · { $count ->
        [one] one card
       *[other] { $count } cards
    } · Keep it safe: each link lets somebody register as a representative of its business.

## Refusals

refusal-file-too-large = The file has { $megabytes } MB; the limit is { $limit } MB. Please split the list into smaller files.
refusal-file-is-of-other-kind = { $kind ->
        [empty] This file is empty. Please check it and send it again.
        [strict] This is a “Strict Open XML Spreadsheet”, which cannot be read here. Please open it, choose Save As, then “Excel Workbook (*.xlsx)”, and send it again.
       *[other] This is not an .xlsx or .csv file{ $kind ->
            [old] {""} but an old .xls, or one with a password. Please open it, remove the password and save it as .xlsx.
            [pdf] {""} but a PDF. Please send the workbook itself.
            [image] {""} but a picture. Please send the workbook itself.
            [document] {""} but a document or slides. Please send a workbook.
            [open-document] {""} but an .ods. Please save it as .xlsx.
            [archive] {""} but an archive. Please unpack it and send the workbook.
            [page] {""} but a web page. Please open it and save it as .xlsx.
            [xml] {""} but XML. Please save it as .xlsx.
            [text] {""} but plain text. If it is a table, please rename it to .csv.
           *[other] , or cannot be read. Please save it as .xlsx again.
        }
    }
refusal-file-unpacks-too-large = Unpacked, this file has more than { $limit } MB, so it was not read. Please copy only the list into a new workbook and send that.
refusal-file-holds-more = This workbook contains far more than a list, so it was not read. Please copy only the list into a new workbook and send that.
refusal-file-broken = The file is damaged and cannot be read to the end. Please open it in a spreadsheet, save it, and send it again.
refusal-no-rows-in-file = The file has no rows below its headings. Please check it and send it again.
refusal-sheets-hidden = The list stands on hidden sheets only: { $sheets }. Please unhide them, save the file and send it again.
refusal-headings-missing = Missing columns: { $missing }. Unknown headings: { $unknown }. Please use the template (📄 Template).
refusal-headings-twice = Two columns mean the same: { $twice }. Please keep one and send the file again.
refusal-too-many-rows = The list has more than { $limit } rows. Please split it into several files and send them one by one.
refusal-file-name-not-taken = Lists are taken as .xlsx or .csv only. Please save the file as .xlsx and send that.
refusal-cell-empty = This column must be filled in; the cell is empty.
refusal-cell-in-old-writing = This cell is { $writing ->
        [tcvn3] written for a TCVN3 (ABC) font
        [vni] written for a VNI font
       *[other] read in the wrong character set
    } and says: { $text }. Choose “Convert” in the result of the check, or correct it in Unicode.
refusal-cell-letters-unclear = This cell may be { $writing ->
        [tcvn3] written for a TCVN3 (ABC) font
        [vni] written for a VNI font
       *[other] read in the wrong character set
    } and say: { $text }. That is not certain: please type it again in Unicode.
refusal-cell-letters-lost = Letters are missing from this cell (“?” or a broken character stands in their place). Please take it from the original file, or type it again.
refusal-cell-is-formula = The cell contains a formula. Please paste its value instead.
refusal-cell-is-error = The cell shows a formula's error ({ $error }). Please type the right value.
refusal-cell-is-boolean = The cell contains a truth value (TRUE or FALSE), not words. Please format the cell as Text and type it again.
refusal-cell-is-date = The spreadsheet took this for a date or a time. Please format the cell as Text and type it again.
refusal-tax-code-lost-zero = This code has { $length } digits: the leading zero may be lost, since the cell is a number. Please format it as Text and type it in full.
refusal-sector-unknown = There is no sector “{ $text }”. Choose: Telecom; Postal; IT and digital technology.
refusal-capability-not-in-catalogue = The catalogue has no capability “{ $text }”. The nearest is { $nearest }.
refusal-capability-without-headcount = The capability “{ $text }” needs a number from 1 to { $largest }, for example Power generators: 5.
refusal-district-unknown = The district column says “{ $text }”, which was no district of this area before 1 July 2025. Please check it, or leave the district empty and give the current commune.
refusal-province-elsewhere = The province column says “{ $text }”, which is outside the area of this network. Please check it.
refusal-commune-not-there = Before 1 July 2025 “{ $text }” did not lie in { $where }: the two cells contradict each other. Please check them and correct one.
refusal-commune-unclear = It is not clear which commune is meant. It may be: { $candidates }. Please write it in full, with accents.
refusal-tax-code-twice-in-list = The same tax code stands in row { $rows } of this file. Please keep one row.
refusal-business-merged = This code belongs to a business that was merged into “{ $name }”.
refusal-job-unknown = This result is no longer stored. Please send the file again, or open /workbooks.
refusal-job-under-way = This is being done; you will be told the result here.
refusal-import-settled = The import of this file has already been decided. To do it again, please send the file again.

## Command line

members-written = { $file } was written.
members-reading = Checking
members-comparing = Comparing with the roster
members-saving = Writing
members-writing = Making the file
members-inviting = Making invitations
members-ask-convert = Convert { $count ->
        [one] 1 row
       *[other] { $count } rows
    } to Unicode and check again?
members-ask-merge = Update { $count } known businesses from the file?
members-cannot-read = { $file } cannot be read: { $why }
members-cannot-write = { $file } cannot be written: { $why }
members-no-bot = Invitation links need the bot's name: { $why }
members-nobody-waits = No imported business waits for a representative.
members-invited = Invitations were made for { $count } businesses. The links can be read only in these files; older, unopened ones no longer work.
members-export-private = The file contains representatives' phone numbers: for the coordinating body only.

## In the menu and in the file of own data

menu-entry-workbooks = 📑 Import, export
command-workbooks = Import lists, export files, invitations
