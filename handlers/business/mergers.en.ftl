### Merging duplicates

merger-ask = 🔀 With which record should <b>{ $member }</b> (tax code { $tax_code }) be merged?
    Please type the <b>tax code</b> or the <b>name</b> of the other one, with or without accents.
merger-choose = 🔀 With which record should <b>{ $member }</b> be merged? If it is not listed, just type again.
merger-candidate = { $member } · { $tax_code }
merger-compare = 🔀 <b>The two records side by side</b>. Which one <b>stays</b>?
merger-same = <b>{ $field }:</b> { $value } <i>(the same)</i>
merger-differs = <b>{ $field }:</b>
    ① { $first }
    ② { $second }
merger-field-tax-code = Tax code
merger-field-name = Name
merger-field-sectors = Sectors
merger-field-commune = Commune
merger-field-phone = Business phone
merger-field-state = Status
merger-field-capabilities = Capabilities
merger-field-people = Representatives
merger-field-weight = On record
merger-weight = answers { $answers }, tasks { $tasks }
merger-nothing = —
merger-state-approved = member
merger-state-invited = invited, not in yet
merger-button-keep = Keep { $mark } { $tax_code }
merger-values = 🔀 <b>Choose what is right</b> where they differ.
merger-button-values-next = Continue ▶
merger-value-line = <b>{ $field }:</b> { $value }
merger-confirm = 🔀 <b>Merge the two records?</b>
    Tax code { $kept } stays; record { $merged } is retired, and its tax code will lead to the one that stays.
merger-follows = Moved to the record that stays: representatives, capabilities that it lacks, answers (where both answered an incident, its own answer counts), tasks, the Telegram group, the duty roster.
merger-follows-group = Both have a Telegram group: that of the retired record will be unbound.
merger-follows-duty = Both have a duty roster: that of the record that stays is kept.
merger-for-good = ⚠️ <b>It cannot be undone.</b>
merger-button-confirm = 🔀 Merge
merger-done = 🔀 Merged. <b>{ $member }</b>, tax code { $tax_code }, now has the data of both records; the representatives have been told.

refusal-not-mergeable = Only members and invited businesses can be merged: { $name }. A suspended one must be reinstated first.
refusal-same-business = This is the same record. Please choose another.
refusal-change-waits = A change is pending; please decide on it first (/applications): { $name }.
refusal-nobody-like-that = No record that could be merged resembles “{ $text }”. Please type another name or tax code.
