### Neighbours: alerts of others in CAP

menu-entry-peers = 📡 Neighbours
command-peers = Alerts of neighbours, and the feeds that are read

peers-head = 📡 <b>Neighbours</b>
peers-none-recent = No neighbour has warned of anything within seven days.
peers-recent = • { $at } · <b>{ $peer }</b>: { $headline }{ $state ->
    [open] {""}
    [over] {" "}(over)
    [expired] {" "}(expired)
   *[cancelled] {" "}(cancelled)
    }
peers-recent-drill = • { $at } · DRILL · <b>{ $peer }</b>: { $headline }{ $state ->
    [open] {""}
    [over] {" "}(over)
    [expired] {" "}(expired)
   *[cancelled] {" "}(cancelled)
    }
peers-no-feeds = No feed is read yet. The operator adds one on the server:
    <code>python -m bot peers add URL --name "Name of the province"</code>
peers-feeds = <b>Feeds that are read ({ $count })</b>
peers-line = • { $name }: { $state }

peer-state-paused = paused
peer-state-new = not read yet
peer-state-read = read at { $at }
peer-state-trouble = ⚠️ { $why }
peer-head = 📡 <b>{ $name }</b>
peer-url = Address: <code>{ $url }</code>
peer-with-token = A restricted feed, read with a token.
peer-sender = Sender: <code>{ $sender }</code>
peer-last-read = Last read: { $at }
peer-last-trouble = ⚠️ Last error ({ $count } in a row): { $why }
peer-next = Next reading: { $at }
peer-is-paused = ⏸ Paused.
peer-refused-head = <b>Messages lately refused</b>
peer-refused = • { $at }: { $why }
peer-button-pause = ⏸ Pause reading
peer-button-resume = ▶ Read again
peer-button-remove = 🗑 Remove feed
peer-button-remove-sure = 🗑 Remove this feed for good
peer-button-keep = Keep the feed
peer-ask-removal = Remove the feed <b>{ $name }</b>? What was received is kept; its token, if any, is deleted.
peer-removed = The feed { $name } was removed.

proposal-head = 📡 <b>{ $peer } warns</b>
    <b>{ $headline }</b>
proposal-head-drill = 📡 <b>DRILL · { $peer } sends an exercise alert</b>
    <b>{ $headline }</b>
proposal-by = By: { $name }
proposal-where = Area: { $areas }
proposal-when = Sent at { $sent }, in force until { $until }
proposal-advice = <i>Advice:</i> { $text }
proposal-made = Passed on here: <b>{ $codes }</b>
proposal-asks = <b>{ $count ->
    [one] Pass it on to one business { $whom }?
   *[other] Pass it on to { $count } businesses { $whom }?
    }</b>
    Tap for a preview; nothing is sent before you confirm.
proposal-asks-drill = <b>DRILL: { $count ->
    [one] pass it on to one business { $whom }?
   *[other] pass it on to { $count } businesses { $whom }?
    }</b>
    Tap for a preview; it can only become a drill.
proposal-reaches-nobody = No business would get it now; the preview can still be opened to choose.
proposal-whom-all = of the network
proposal-whom-telecom = in telecommunications
proposal-whom-telecom-it = in telecommunications and IT
proposal-is-over = 🟢 { $peer } said at { $at } that it is over.
proposal-is-cancelled = ⚠️ { $peer } cancelled this alert at { $at }.
proposal-is-expired = ⏰ This alert expired at { $at } and is not passed on any more.
proposal-joined = 📡 This alert by { $peer } is about the same event as the one below, so the two became one:
    <b>{ $headline }</b>
proposal-joined-drill = 📡 DRILL · This exercise alert by { $peer } is about the same event as the one below, so the two became one:
    <b>{ $headline }</b>
proposal-button-pass = ▶ Preview to pass on
proposal-button-look = 📡 See the alert
proposal-button-list = 📡 List of neighbours
proposal-said-open = 📡 <b>{ $peer } has updated its alert</b>
    { $headline }
proposal-said-over = 🟢 <b>{ $peer } says that it is over</b>
    { $headline }
proposal-said-cancelled = ⚠️ <b>{ $peer } has cancelled its alert</b>
    { $headline }
proposal-said-open-drill = 📡 <b>DRILL · { $peer } has updated its exercise alert</b>
    { $headline }
proposal-said-over-drill = 🟢 <b>DRILL · { $peer } says that it is over</b>
    { $headline }
proposal-said-cancelled-drill = ⚠️ <b>DRILL · { $peer } has cancelled its exercise alert</b>
    { $headline }
proposal-said-again = 📡 <b>{ $peer } has reopened its alert</b>
    { $headline }
proposal-said-again-drill = 📡 <b>DRILL · { $peer } has reopened its exercise alert</b>
    { $headline }
proposal-look-again = Here it was passed on as <b>{ $codes }</b>. Please check it again.
proposal-meanwhile-newer = ⚠️ { $peer } has a newer version of this alert.
proposal-meanwhile-made = ⚠️ This alert was passed on already as { $codes }.
proposal-source-open = 📡 Source: { $peer }
proposal-source-over = 📡 Source: { $peer } (over)
proposal-source-cancelled = 📡 Source: { $peer } (cancelled)
proposal-source-expired = 📡 Source: { $peer } (expired)
proposal-title = { $peer }: { $headline }
proposal-area-declared = Area of the sender: { $areas }
proposal-advice-declared = Advice of the source: { $text }
proposal-source = Source: { $peer }, { $sender }, { $identifier }, { $at }

peer-trouble-address = the address cannot be used ({ $detail })
peer-trouble-unresolved = the server { $detail } was not found
peer-trouble-private-address = { $detail } leads to a private address, which is not allowed
peer-trouble-unencrypted = { $detail } is not encrypted (https is needed)
peer-trouble-redirects = too many redirects ({ $detail })
peer-trouble-tls = the TLS certificate of { $detail } is not valid
peer-trouble-unreachable = no connection to { $detail }
peer-trouble-slow = the server answers too slowly
peer-trouble-status = the server answered with { $detail }
peer-trouble-too-large = the document is larger than 1 MB
peer-trouble-encoded = the document came packed, though this was not wanted
peer-trouble-unreadable = no readable message of CAP 1.2 ({ $detail })
peer-trouble-no-feed = neither an Atom nor an RSS feed ({ $detail })
peer-trouble-too-many = too many messages in a short time; the others wait
peer-trouble-broken-rule = the message breaks a rule: { $rule }
peer-trouble-type = an unknown type of message ({ $detail })
peer-trouble-status-word = an unknown status ({ $detail })
peer-trouble-scope = a scope that is unknown or not taken ({ $detail })
peer-trouble-future = the message says that it was sent in the future ({ $detail })
peer-trouble-expiry = the message expires before it was sent ({ $detail })
peer-trouble-empty = the message says nothing
peer-trouble-sender = the message names another sender ({ $detail })
peer-trouble-not-first = { $detail } changes or cancels a message of another sender
peer-trouble-changed = the message { $detail } was received before with other words
peer-trouble-drill-mixed = the message { $detail } mixes an exercise with the real
peer-trouble-own = a message of our own that came back ({ $detail })
peer-trouble-known = a message that was received before ({ $detail })
peer-trouble-expired = the message has expired
peer-trouble-not-for-people = a message for machines ({ $detail })

refusal-peer-unknown = This feed is not read any more; it may just have been removed.
refusal-peer-taken = This feed is read already, under the name { $name }.
refusal-peer-address-wrong = This is not an address of a feed. It must be http or https, without a password in it.
refusal-peers-too-many = At most { $limit } feeds are read. Please remove one before adding another.
refusal-proposal-unknown = This alert was not found.
refusal-proposal-ended = The neighbour has cancelled this alert or said that it is over, so it is not passed on any more.
refusal-proposal-expired = By the neighbour's own word this alert expired at { $until }, so it is not passed on any more.
refusal-exercise-only = The neighbour's alert is an exercise: it can only become a drill. Nothing was sent.

file-message-peer-proposal = neighbour's alert
file-message-peer-said = what a neighbour said later
