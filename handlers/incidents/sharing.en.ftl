### Labels of the Traffic Light Protocol 2.0

label-button-offer = 🏷 TLP label
label-head = 🏷 <b>{ $code }</b> · How far it may be told: { $label }
label-line = <b>{ $label }</b>: { $meaning }
label-means-red = for the named recipients alone
label-means-amber-strict = for the organisation that gets it
label-means-amber = for the organisation that gets it and its clients concerned
label-means-green = within the network, in no public channel
label-means-clear = without limits
label-button-surely = 🏷 Change to { $label }
label-button-keep = ◀ Leave it
label-ask-wider =
    ⚠️ Change the label of <b>{ $code }</b> from { $before } to <b>{ $label }</b>?

    By the new label it may be told further. What was sent before stays protected as it was.
label-cannot-take-back = ℹ️ With { $red } the bot puts 🔒 in the place of what it sent to people who are not named, to observers and to groups. It cannot take back what was read, forwarded or photographed, nor photos and files that were sent along.
label-task-unread = ⚠️ <b>{ $code }</b> is with { $member }, of whom nobody can read it any more. Please give it to another business, or name somebody of this one.
label-button-task = 📌 See { $code }
label-meanwhile = Nothing changed: while you were asked, somebody made the label { $label }. Please view the labels again and choose.
label-words-ask =
    ⚠️ The words name <b>{ $label }</b>, which is stricter than the incident's label, so they cannot be sent yet. Please choose: raise the incident's label, or leave the label out of the words.

    Without the label: { $words }
label-words-ask-alone =
    ⚠️ The words name <b>{ $label }</b>, but the task belongs to no incident and can carry no label. Please give the task in an incident, or leave the label out of the words.

    Without the label: { $words }
label-button-raise = 🏷 Raise the incident to { $label }
label-button-unlabel = ➖ Leave the label out
refusal-label-stricter = The words name { $label }, which is stricter than the incident's label, so nothing was sent. Please raise the incident's label first, or leave the label out of the words.
label-now = The label is { $label } now.
card-recipients = 👥 For these alone: { $names }
card-recipients-more = 👥 For these alone: { $names } and { $more } others who are named
preview-label-of-source = 🏷 The label { $label } comes from the report. Tap it below to leave it out.
preview-label-limits = 🏷 { $label }: only businesses that have to do with the system are called: { $members }.
preview-label-nobody = ⚠️ { $label } is for those alone who are named, and no business of the network is known to be meant. Please name the system concerned, or tap <b>Call more than the label</b>.
preview-label-wide = ⚠️ { $label } is not for many, but this goes to { $members } businesses. Please check before you send it.
button-label-wider = 🏷 Call more than the label
part-tlp = Label
button-recipients = 👤 Named recipients
button-recipients-back = ◀ To the label
button-recipient-name = 👤 Name and send
recipients-head =
    👤 <b>{ $code }</b> · { $label }: { $named } of { $count } people are named

    They and the coordinators alone can read the incident. Tap a name to add or leave out; whoever is left out gets and sees nothing more.
recipient-ask =
    👤 Name <b>{ $name }</b> ({ $member }) as a recipient of <b>{ $code }</b>?

    They get the incident at once. What was read cannot be taken back.
card-hidden =
    🔒 <b>{ $code } · { $label }</b>

    This incident is now for the named recipients alone.
refusal-not-for-named-people = The label of { $code } has changed, so nobody needs to be named.
refusal-not-proposed = This person is no longer a representative of a business that was called to the incident.
preview-recipients = 👤 { $named } of { $count } people are named. Beside them, coordinators alone can read it.
button-choose-recipients = 👤 Choose recipients ({ $named }/{ $count })
declare-ask-recipients =
    👤 Who may read this incident? { $named } of { $count } representatives of the businesses called are chosen.

    Tap a name to add or leave out.
preview-nobody-named = ⚠️ Nobody is named yet. Please tap <b>Choose recipients</b>.
