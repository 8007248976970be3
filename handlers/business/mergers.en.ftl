### Merging duplicates

merger-ask = 🔀 With which entry is <b>{ $member }</b> (tax code { $tax_code }) to be merged?
    Please type the <b>tax code</b> or the <b>name</b> of the other one, with or without accents.
merger-choose = 🔀 With which entry is <b>{ $member }</b> to be merged? If it is not listed, just type again.
merger-candidate = { $member } · { $tax_code }
merger-compare = 🔀 <b>The two entries side by side</b>. Which one <b>stays</b>?
merger-same = <b>{ $field }:</b> { $value } <i>(the same)</i>
merger-differs = <b>{ $field }:</b>
    ① { $first }
    ② { $second }
merger-field-tax-code = Tax code
merger-field-name = Name
merger-field-sectors = Sectors
merger-field-commune = Commune
merger-field-phone = Business phone
merger-field-state = State
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
merger-confirm = 🔀 <b>Merge the two entries?</b>
    The tax code { $kept } stays; the entry { $merged } is used no more, and its tax code leads to the one that stays.
merger-follows = To the entry that stays move: representatives, capabilities that it lacks, answers (where both answered an incident, its own answer counts), tasks, the Telegram group, the duty roster.
merger-follows-group = Both have a Telegram group: that of the entry which is used no more is unbound.
merger-follows-duty = Both have a duty roster: that of the entry which stays counts.
merger-for-good = ⚠️ <b>It cannot be undone.</b>
merger-button-confirm = 🔀 Merge
merger-done = 🔀 Merged. <b>{ $member }</b>, tax code { $tax_code }, now has the data of both entries; the representatives were told.

refusal-not-mergeable = Only members and invited businesses can be merged: { $name }. A suspended one must be reinstated first.
refusal-same-business = This is the same entry. Please choose another.
refusal-change-waits = A change is waiting for a decision, which comes first (/applications): { $name }.
refusal-nobody-like-that = No entry that could be merged resembles “{ $text }”. Please type another name or tax code.
