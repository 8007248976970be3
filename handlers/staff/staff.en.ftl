### Staff

staff-title = 👥 <b>Staff of the network</b> ({ $count })
staff-line = • { $name } · { $role }
staff-hint = Tap a name to look at it and to dismiss. Owners follow from the settings (OWNER_IDS).
staff-never-wrote = (never opened the bot)
staff-button-person = { $name } · { $role }
staff-button-invite = ➕ Invite: { $role }
staff-button-links = 🔗 Living links ({ $count })
staff-button-list = ◀ Staff

staff-person = 👤 <b>{ $name }</b>
    Role: { $role }
    Uses the bot since { $since }
staff-person-unreachable = 📵 This person cannot be written to now.
staff-button-dismiss = Dismiss
staff-dismiss-ask = Dismiss <b>{ $name }</b> as { $role }?
    They are told, their menu changes at once, and they get no more tallies or applications. What they did stays on record.
staff-button-dismiss-yes = Dismiss
staff-button-dismiss-no = ◀ No
staff-dismissed = Dismissed.

staff-link = 🔗 <b>Link for a { $role }</b>
    { $link }

    It is shown here this once, works <b>once</b>, and ends at { $until }. It belongs to the first who opens it; when that person accepts, you are asked whether to appoint them.
staff-link-share = Forward
staff-link-share-text = You are invited to be a { $role } of the { $network } of { $home }. The link works once, until { $until }.

staff-links-title = 🔗 <b>Living links</b> ({ $count })
staff-links-none = There are no living links.
staff-link-line = { $number }. { $role }, until { $until }
staff-link-line-opened = { $number }. { $role }, until { $until }; opened by { $name }
staff-button-revoke = Revoke { $number }. { $role }
staff-revoked = The link is revoked.

staff-offer = 🤝 <b>{ $department }</b> invites you to be a <b>{ $role }</b> of the { $network } of { $home }.

    { $what }

    When you accept, an owner confirms it before the role takes effect. Your name and Telegram account are kept for as long as you hold the role, and deleted 30 days after you hold none.
staff-what-coordinator = Coordinators declare incidents, send alerts, give tasks and decide applications.
staff-what-duty-officer = Duty officers have all rights of a coordinator: they declare incidents, send alerts, give tasks and decide applications.
staff-what-observer = Observers look businesses up in the roster, without phone numbers.
staff-button-accept = ✔ Accept
staff-button-refuse = No, thank you
staff-accepted = ✔ <b>You accepted to be a { $role }.</b> The owners are asked now; you will hear of it here.
staff-accepted-before = You accepted before; the owners are looking at it.
staff-refused = Thank you for letting us know. The invitation is no longer valid.

staff-request = 👤 <b><a href="tg://user?id={ $telegram_id }">{ $name }</a></b> opened the link and accepts to be a <b>{ $role }</b>. Appoint?
staff-requested = 👤 <b>{ $name }</b> accepted to be a <b>{ $role }</b>.
staff-request-account = Account: <code>{ $telegram_id }</code>
staff-request-warning = Links get forwarded: please be sure that this is the person whom you invited.
staff-request-appointed = ✔ Appointed by { $by }, { $at }.
staff-request-declined = ⛔ Turned down by { $by }, { $at }.
staff-request-withdrawn = ↩️ Withdrawn by the invited person, { $at }.
staff-button-appoint = ✔ Appoint
staff-button-decline = ⛔ No
staff-done-appointed = Appointed.
staff-done-declined = Turned down.

staff-told-appointed = ✔ <b>You are now a { $role }</b> of the network coordinated by { $department }. Type /menu to begin, /help to see the commands.
staff-told-declined = The invitation to be a { $role } was not confirmed. If you have questions, please contact { $department }.
staff-told-dismissed = Your role as { $role } of the network has ended. { $department } thanks you for having been part of it.
staff-told-stepped-down = ℹ️ Somebody withdrew consent to personal data and is { $role } no longer. Type /staff to see the staff.

refusal-owners-stay = Owners follow from the settings (OWNER_IDS) and are not appointed or dismissed here. The link remains for somebody else.
refusal-role-held = You hold this very role already. The link remains for somebody else.
refusal-no-staff = This person holds no role any more. The staff has changed.
refusal-request-decided = This was decided by { $name }, { $at }. That decision stands.

## In the menu and in the file of own data

menu-entry-staff = 👥 Staff
command-staff = Staff: appoint and dismiss
file-message-staff = news of the staff
