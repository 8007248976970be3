### Invitation links

refusal-invitation-unknown = This invitation link is wrong or has been revoked. Please ask whoever invited you for a new one.
refusal-invitation-expired = This invitation link expired at { $at }. Please ask whoever invited you for a new one.
refusal-invitation-used = This invitation link has been used. Each link works only once.
refusal-invitation-taken = Somebody else opened this invitation link first. Please ask for a link of your own.
refusal-invitation-for-group = This link brings the bot into a business's Telegram group; it does nothing in a private chat. Please open it again and choose the group.
