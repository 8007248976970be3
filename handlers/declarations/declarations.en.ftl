### Declaring

declare-start = 🚨 <b>Declare</b>
    Type <b>one line</b> saying what happened and where; or choose a template below.
button-step-by-step = 📝 Field by field
declare-which-place = 📍 Which place is “{ $name }” in your line?
button-all-places = 📍 All { $count } places
button-without-place = ➖ Leave out “{ $name }”
declare-severity = <b>{ $title }</b>

    How severe is it? <i>(the network's own scale)</i>
preview-buttons = <i>Buttons under the message: { $names }</i>
preview-proposed = <i>🔎 Some of this was read from your line; tap ➖ to remove what is wrong.</i>
preview-speaks-of-drill = ⚠️ The text mentions a drill, but this goes out as: <b>{ $kind }</b>, not as a drill.
preview-like-a-label = ⚠️ “{ $words }” is no TLP label. The labels are TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR.
preview-unread = ⚠️ No known place was found in “{ $words }”.
preview-unread-whole = ⚠️ No known place was found in “{ $words }”, so this goes to <b>the whole { $home_kind }</b>.
preview-by-address = ⚠️ { $place } is the address of the business that reported; its words name no place.
preview-of-old = ⚠️ <b>{ $names }</b> (a former province) is now part of { $home }, so this goes to <b>the whole { $home_kind }</b>. Choose the place?
preview-elsewhere = ⚠️ Outside of the { $home_kind }, so not set as the place: <b>{ $names }</b>.
preview-elsewhere-ask = ⚠️ <b>{ $names }</b> does not lie in { $home }. Who is to be told? Choose a place, or the whole { $home_kind }.
preview-no-such-day = ⚠️ There is no day <b>{ $day }</b> in the calendar, so “{ $field }” is not set.
preview-other-weekday = ⚠️ <b>{ $day }</b> is a { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}, not the weekday that was typed, so “{ $field }” is not set.
preview-open-start = ⚠️ The time at which it began is not set: “{ $words }”.
preview-planned = ⚠️ { $since } – { $until } is taken as the hours of a planned cut, so no deadline for help is set.
preview-planned-end = ⚠️ { $until } is taken as the end of a planned cut, so no deadline for help is set.
preview-ahead = ⚠️ { $at } is still to come, so it is not set as the beginning. It stays in the text.
preview-ahead-last = ⚠️ { $at } is still to come, so it is taken as since <b>{ $began }</b>.
preview-late = ⚠️ The deadline in your line ({ $at }) has passed, so none was set.
preview-late-next = ⚠️ { $at } has passed, so it is taken to mean <b>{ $until }</b>.
preview-beside = ⚠️ Not set as a number of its own: “{ $words }”. It is still in the text.
button-as-real = ❗ It is real
button-as-drill = 🧪 Send as a drill
button-choose-place = 📍 Choose the place
button-until-next = ⏰ { $at }
button-began-other = ⏰ Another beginning
button-began-set = ⏰ Set the beginning
button-until-set = ⏰ Set the deadline
button-until-other = ⏰ Another deadline
preview-engaged-too = <i>Businesses that take part are also asked to confirm: { $names }</i>
preview-meanwhile = A colleague has just decided on this matter, and the alert has not been sent. Please read the ⚠️ line of the preview and confirm again.
preview-twin = ⚠️ <b>An identical alert, { $code }, was sent at { $at }.</b> Send it once more to { $members ->
        [one] { $members } business
       *[other] { $members } businesses
    } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    })?
button-open-twin = 📊 Open { $code }
button-send-once-more = 🚨 Send once more
button-drop-part = ➖ { $name }
button-drop = ➖ { $name }: { $value }
part-kind = Kind
part-place = Place
part-began = Began
part-until = Until
part-headcount = Needed
part-capabilities = Capability
part-type = Type
part-severity = Severity
part-systems = System
part-first = Called first
refusal-just-sent = An identical alert, { $code }, was sent at { $at }. Please open { $code } or choose to send once more.
preview-head = <i>Preview – member businesses see exactly this:</i>
preview-systems = 🖥 Systems affected: { $names }. Only the businesses concerned see the names.
preview-first = 🚨 Called first: { $names }, who own the system, operate it or provide for it.
preview-notices = ⚖ Once it is sent, notices are due by law: { $count }.
preview-reach = Send to <b>{ $members ->
        [one] { $members } business
       *[other] { $members } businesses
    } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    })</b>?
preview-confirm = ⚠️ <b>Really send to { $members ->
        [one] { $members } business
       *[other] { $members } businesses
    } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    })?</b> It cannot be taken back.
preview-thin = ⚠️ { $needed } are wanted, but only { $members } { $members ->
    [one] business is
   *[other] businesses are
} called.
preview-only-there = ⚠️ Only businesses in { $place } are called; others that get nothing: { $count }.
preview-only-fitting = ⚠️ Only businesses that meet the conditions are called; others that get nothing: { $count }.
preview-anybody = All businesses are called, wherever they are and whatever they can do.
preview-any-place = Businesses elsewhere are called too.
preview-any-capability = Businesses that have not registered this capability are called too.
preview-also = { $count ->
    [one] The nearest business elsewhere is called too.
   *[other] The { $count } nearest businesses elsewhere are called too.
}
preview-nobody = ⚠️ No business meets all the conditions. Please choose one of the ways below, or tap <b>Edit</b>.
preview-nobody-at-all = ⚠️ There is no business in the network yet that can be alerted.
preview-nearest = Nearest: { $names }
preview-km = { $km } km
button-instead-nearest = { $count ->
    [one] 📍 Add the nearest business
   *[other] 📍 Add the { $count } nearest businesses
}
button-instead-any-place = Any place · { $count ->
        [one] { $count } business
       *[other] { $count } businesses
    }
button-instead-any-capability = Any capability · { $count ->
        [one] { $count } business
       *[other] { $count } businesses
    }
button-instead-any-sector = Any sector · { $count ->
        [one] { $count } business
       *[other] { $count } businesses
    }
button-instead-everybody = No conditions · { $count ->
        [one] { $count } business
       *[other] { $count } businesses
    }
preview-incomplete = ⚠️ A title and a text are needed first. Please tap <b>Edit</b>.
button-send-to = 📨 Send to { $members ->
    [one] { $members } business
   *[other] { $members } businesses
} ({ $people ->
    [one] { $people } person
   *[other] { $people } people
})
button-send-now = 🚨 Yes, send
button-edit = ✏️ Edit
button-preview = ▶️ Preview
declare-hub = 📝 <b>The declaration</b> – tap what you want to change.
declare-field = <b>{ $name }:</b> { $value }
field-kind = Kind
field-level = Severity
field-title = Title
field-description = Text
field-type = Type
field-place = Place
field-systems = Systems
field-sectors = Sectors
field-capabilities = Capability
field-headcount = Quantity
field-began = Began
field-until = Until
field-attachment = Files
value-none = Not set
value-all = All
value-any = Any
value-attached = { $count } 📎
declare-ask-kind = What is it?
declare-ask-type = What type of incident is it?
declare-ask-level = How severe is it? <i>(the network's own scale)</i>
declare-ask-title = Type a short title, at most 120 characters: what happened, where.
declare-ask-description = Type the text: what happened, and what you need businesses to do.
declare-ask-place = Type the name of a commune, ward or special zone where help is needed (accents are not needed), or choose the whole { $home_kind }.
declare-ask-place-found = Results for “{ $asked }”. Tap to select or deselect; you can type another name.
button-whole-province = 🗺 Whole { $home_kind }
declare-ask-systems = Which information systems are affected? Tap to select or deselect; type a name or initials to search (accents are not needed).
declare-ask-systems-found = Results for “{ $asked }”. Tap to select or deselect; you can type another name to search on.
declare-ask-systems-none = No system matches “{ $asked }”. Please type fewer letters; one that is not in the register yet is added by /systems.
button-systems = 🖥 Systems
declare-ask-sectors = Which sectors should be alerted?
declare-ask-capabilities = Which capabilities are needed? Businesses with any of those you choose will get the alert.
declare-chosen = Chosen: <b>{ $names }</b>
declare-ask-headcount = How many <b>{ $unit }</b> are needed? Tap or type a number; counted in anything else, type that too, for example: 20 people, 3 machines, 2 teams.
declare-ask-began = Since when? Tap, or type for example: 20:00 · this morning 8:00 · 22:00 19/11 · 30 minutes ago.
hours-ago = { $hours ->
    [0] Just now
    [one] { $hours } hour ago
   *[other] { $hours } hours ago
}
declare-ask-until = Until when is help needed? Tap, or type for example: Friday 17:00 · tomorrow 8:00 · 3 hours.
declare-ask-attachment = Send photos, videos, documents, voice messages or a location (albums too, at most { $limit } files); member businesses open it with “Details”.
button-remove-file = 🗑 Remove the file
hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
declare-sent = { $code } is on its way to { $members ->
    [one] { $members } business
   *[other] { $members } businesses
} ({ $people ->
    [one] { $people } person
   *[other] { $people } people
}).

template-fibre-cut-name = 🔌 Fibre cut
template-fibre-cut-title = Fibre cut, connections lost over a wide area
template-fibre-cut-text = A fibre line has been cut and many places have lost their connection. Please send a response team and tell us which backup lines can be used.
template-power-cut-name = ⚡ Power cut
template-power-cut-title = Power cut over a wide area: stations and service points need power
template-power-cut-text = There is a power cut over a wide area. Please tell us how many generators, how much fuel and how many people you can send to key stations and service points.
template-ransomware-name = 🦠 Ransomware
template-ransomware-title = A system's data has been encrypted, ransomware suspected
template-ransomware-text = The data of an information system of the { $home_kind } has been encrypted. Please help contain and isolate it, investigate the traces and restore the data; do not contact the attackers on your own.
template-denial-of-service-name = 🕸 DoS attack
template-denial-of-service-title = Denial-of-service attack on an information system of the { $home_kind }
template-denial-of-service-text = An information system of the { $home_kind } is under a denial-of-service attack. Please help filter traffic, reroute it and monitor.
template-flood-name = 🌊 Storm, flood
template-flood-title = Storm and floods disrupt communications
template-flood-text = A storm and floods have disrupted communications in many places. Please tell us which people, vehicles, generators and communication equipment you can send.
template-drill-name = 🧪 Contact drill
template-drill-title = Communication check of the network
template-drill-text = A drill to check how quickly the network can be reached and called up. Please answer as soon as you get this message.

refusal-already-sent = This was already sent as { $code }; it is not sent twice.
refusal-nobody-to-alert = No business matches any more. Please widen the place, sectors or capabilities.
refusal-title-length = A title needs 1 to { $limit } characters; this one has { $length }.
refusal-description-length = The text needs 1 to { $limit } characters; this one has { $length }.
refusal-until-past = “Needed until” has already passed. Please tap “Edit” and set it again.
refusal-beginning-unclear = The beginning must be over, and no more than six months ago. Please type it again, for example: 20:00 · 22:00 19/11 · 30 minutes ago.
refusal-headcount-range = Please give a number from 0 to { $limit }, for example: 5.
refusal-number-unclear = Please type one number, for example 20, 20 people or 3 teams.
refusal-attachment-unclear = Please send a photo, a video, a document, a voice message or a location.
refusal-commune-not-found = No commune, ward or special zone of the { $home_kind } resembles “{ $asked }”. Please type the name again, for example { $home_example }.
refusal-too-many-communes = At most { $limit } communes can be chosen. For more, please choose the whole { $home_kind }.
refusal-button-expected = This step is answered by a button. Please tap one in the message above.
refusal-template-unknown = This template is no longer in use. Please open /incident again.
