### A business's own Telegram group

groups-none = You do not represent a member business yet, so no Telegram group can be bound.
groups-choose = 👥 <b>Telegram group</b> · Please choose the business.
groups-link = 👥 <b>Bind a Telegram group to { $member }</b>

    The business's alerts and tasks will appear in this group too. The whole group reads them; only representatives can answer.

    Tap the button below and choose the group; Telegram adds the bot by itself. The link works once, for you alone, until { $until }.
groups-link-instead = The group that is bound now will be replaced by the new one.
groups-confidential = ⚠️ Alerts are meant for people of the business only: the group should have no outsiders.
groups-link-anonymous = <i>Anonymous admins of the group need to turn anonymity off while they bind it.</i>
groups-unbound = 👥 <b>{ $member }</b> has no Telegram group yet. Its primary contact can bind one here.
groups-bound = 👥 <b>{ $member }</b> has been bound to the group <b>{ $title }</b> since { $at }.

    The business's alerts and tasks appear in this group too; only representatives can answer.
groups-ask = Unbind the group <b>{ $title }</b> from <b>{ $member }</b>? Alerts and tasks will no longer appear in it; representatives still get them in their private chats.
groups-let-go = ✔ The group of <b>{ $member }</b> has been unbound. Alerts and tasks now go to its representatives alone.
groups-welcome = 👥 <b>This group now belongs to { $member }.</b>

    From now on the business's alerts, tasks and updates appear here. The whole group reads them; only the business's representatives answer, by button.

    To unbind it, a representative types /group.
groups-here = 👥 This group belongs to <b>{ $member }</b>. The business's alerts and tasks appear here; only representatives answer.
groups-elsewhere = 👥 This group belongs to <b>{ $member }</b>. The business's alerts and tasks appear in another topic of the group; only representatives answer.
groups-topic-chosen = 👥 From now on the alerts and tasks of <b>{ $member }</b> appear in this topic. If the topic is closed or deleted, they appear in General.
groups-let-go-here = 👥 This group no longer belongs to <b>{ $member }</b>: the business's alerts and tasks will not appear here any more.
groups-how-to-bind = Hello. The bot works only in a member business's own group. To bind this one, the business's primary contact needs to tap the button below and follow the steps.
groups-hint = Please write to the bot privately to use this command.
groups-told-bound = 👥 The Telegram group <b>{ $title }</b> has just been bound to <b>{ $member }</b>: the business's alerts and tasks appear there too. If it has outsiders, please unbind it.
groups-told-unbound = 👥 The Telegram group of <b>{ $member }</b> has been unbound. Alerts and tasks now go to its representatives alone.
groups-told-lost = ⚠️ The bot can no longer write into the Telegram group of <b>{ $member }</b> (it was removed, or may not send messages there), so alerts and tasks now go to its representatives alone. If this is a mistake, please bind the group again.
groups-told-out-of-reach = ⚠️ The bot cannot write into the Telegram group of <b>{ $member }</b>. The business's alerts and tasks now go to its representatives privately; the primary contact has been told.
groups-anonymous = You are writing as an anonymous admin, so the bot cannot tell who you are. To answer, please tap a button under the card, turn anonymity off and write again, or write to the bot privately.

button-group-choose = 👥 Choose a group and add the bot
button-group-change = 🔁 Change to another group
button-group-topic = 👥 Show them in this topic
button-group-unbind = ➖ Unbind the group
button-group-unbind-now = ➖ Unbind
button-group-keep = ◀ Keep it
button-group-bind = 👥 Bind this group
button-group-show = 👥 Telegram group
button-open-bot = 💬 Write to the bot
whisper-impossible = The bot cannot write to you yet. Please open the chat with the bot, tap Start, and tap this button again.
command-group = The business's Telegram group

refusal-only-representatives = In this group only representatives of { $name } can answer.
refusal-only-primary-contact = Only the primary contact of the business can bind a Telegram group.
refusal-group-link-of-another = This link was made by somebody else. The business's primary contact can make their own at /group.
refusal-group-of-another = This group is bound to another business. A group belongs to one business only.
refusal-group-bound-already = This group is already bound to { $name }; there is no need to bind it again.
refusal-no-group = The business has no group at present.
refusal-not-spoken-for = You no longer represent this business.

## In the menu and in the file of own data

file-sheet-groups = Groups bound
