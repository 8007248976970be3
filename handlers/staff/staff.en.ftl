### Staff

staff-title = 👥 <b>Staff of the network</b> ({ $count })
staff-line = • { $name } · { $role }
staff-hint = Tap a name to view or dismiss. System administrators are named in the settings (OWNER_IDS).
staff-never-wrote = (never opened the bot)
staff-button-person = { $name } · { $role }
staff-button-invite = ➕ Invite: { $role }
staff-button-links = 🔗 Pending links ({ $count })
staff-button-list = ◀ Staff

staff-person = 👤 <b>{ $name }</b>
    Role: { $role }
    Has used the bot since { $since }
staff-person-unreachable = 📵 This person cannot be written to now.
staff-button-dismiss = Dismiss
staff-dismiss-ask = Dismiss <b>{ $name }</b> from the role of { $role }?
    They are told, their menu changes at once, and they get no more tallies or applications. What they did stays on record.
staff-button-dismiss-yes = Dismiss
staff-button-dismiss-no = ◀ No
staff-dismissed = Dismissed.

staff-link = 🔗 <b>Invitation link: { $role }</b>
    { $link }

    It is shown only this once, works <b>once</b> and expires at { $until }. It belongs to the first person who opens it; when they accept, you will be asked whether to appoint them.
staff-link-share = Forward
staff-link-share-text = You are invited to take the role of { $role } in the { $network } of { $home }. The link works once, until { $until }.

staff-links-title = 🔗 <b>Pending links</b> ({ $count })
staff-links-none = There are no pending links.
staff-link-line = { $number }. { $role }, until { $until }
staff-link-line-opened = { $number }. { $role }, until { $until }; opened by { $name }
staff-button-revoke = Revoke { $number }. { $role }
staff-revoke-ask = Revoke the invitation link for the role of <b>{ $role }</b> (until { $until }, not opened yet)? Whoever received it will no longer be able to use it.
staff-revoke-ask-opened = Revoke the invitation link for the role of <b>{ $role }</b> (until { $until })? { $name } has opened it.
staff-button-revoke-yes = Revoke
staff-button-keep = ◀ Keep it
staff-revoked = The link is revoked.

staff-offer = 🤝 <b>{ $department }</b> invites you to take the role of <b>{ $role }</b> in the { $network } of { $home }.

    { $what }

    After you accept, the role takes effect once a system administrator confirms it. Your name and Telegram account are kept for as long as you hold the role, and deleted 30 days after you no longer hold any role.
staff-what-coordinator = Coordinators declare incidents, send alerts, give tasks and decide on applications.
staff-what-duty-officer = Duty officers have all rights of a coordinator: they declare incidents, send alerts, give tasks and decide on applications.
staff-what-observer = Observers look up businesses in the roster, without phone numbers.
staff-button-accept = ✔ Accept
staff-button-refuse = No, thank you
staff-accepted = ✔ <b>You have accepted the role of { $role }.</b> The system administrators will decide; you will be told here.
staff-accepted-before = You have already accepted; the system administrators are considering it.
staff-refuse-ask = Do you want to decline? The invitation will end; accepting later takes a new link.
staff-refused = Thank you for letting us know. The invitation is no longer valid.

staff-request = 👤 <b><a href="tg://user?id={ $telegram_id }">{ $name }</a></b> opened the link and accepts the role of <b>{ $role }</b>. Appoint?
staff-requested = 👤 <b>{ $name }</b> accepted the role of <b>{ $role }</b>.
staff-request-account = Account: <code>{ $telegram_id }</code>
staff-request-warning = Links can be forwarded: please make sure that this is the person you invited.
staff-request-appointed = ✔ Appointed by { $by }, { $at }.
staff-request-declined = ⛔ Turned down by { $by }, { $at }.
staff-request-withdrawn = ↩️ Withdrawn by the invited person, { $at }.
staff-button-appoint = ✔ Appoint
staff-button-decline = ⛔ No
staff-done-appointed = Appointed.
staff-decline-ask = Do you not want to appoint <b>{ $name }</b> to the role of { $role }? They will be told; inviting them again takes a new link.
staff-button-decline-yes = ⛔ Do not appoint
staff-done-declined = Turned down.

staff-told-appointed = ✔ <b>You now hold the role of { $role }</b> in the network coordinated by { $department }. Type /menu to begin, /help to see the commands.
staff-told-declined = The invitation to the role of { $role } was not confirmed. If you have questions, please contact { $department }.
staff-told-dismissed = Your role of { $role } in the network has ended. { $department } thanks you for your work.
staff-told-stepped-down = ℹ️ Somebody withdrew consent to the use of personal data and no longer holds the role of { $role }. Type /staff to see the staff.

refusal-owners-stay = System administrators are named in the settings (OWNER_IDS) and are not appointed or dismissed here. The link is still valid for somebody else.
refusal-role-held = You already hold this role. The link is still valid for somebody else.
refusal-no-staff = This person no longer holds any role. The staff list has changed.
refusal-request-decided = This was decided by { $name }, { $at }. That decision stands.

## In the menu and in the file of own data

menu-entry-staff = 👥 Staff
command-staff = Staff: appoint and dismiss
file-message-staff = news of the staff
