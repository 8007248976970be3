### The calendar on a phone

menu-entry-calendar = 🗓 Calendar
command-calendar = Have your calendar on your phone

calendar-head = 🗓 <b>Calendar on your phone</b>
calendar-what = Your weeks on duty and the drills that your business was told of appear in your calendar app and keep themselves up to date.
calendar-what-office = Drills, notices and reports that the law asks for, reviews that are due, and your weeks on duty (if you have any) appear in your calendar app and keep themselves up to date.
calendar-unavailable = The coordinating body does not serve calendars yet, so there is no link to subscribe to. Please ask the coordinating body.
calendar-unavailable-office = Calendars are not served yet. Whoever runs the system turns them on by the setting <code>CALENDAR_ADDRESS</code> (see the README); then you can make your link here.
calendar-none = You have no calendar link yet.
calendar-kept = Your link was made at { $at } and works. It is not kept here; if you have lost it, make a new one, and the old one stops working.
calendar-made = 🗓 Your own calendar link, shown this once (tap to copy):
    <code>{ $address }</code>
calendar-on-iphone = <b>iPhone:</b> Settings › Apps › Calendar › Calendar Accounts › Add Account › Other › Add Subscribed Calendar, then paste the link.
calendar-on-android = <b>Android:</b> open calendar.google.com in a computer's browser › Other calendars (+) › From URL, then paste the link; it appears on your phone.
calendar-keep-secret = <i>Whoever has this link can read your calendar. Please do not forward it; if it got out, tap Revoke.</i>
calendar-button-make = ➕ Make a calendar link
calendar-button-anew = ↻ Make a new link
calendar-button-revoke = 🗑 Revoke the link
calendar-revoked = Revoked. The old link reads nothing any more.

calendar-name = Sẵn Sàng
calendar-entry-duty = On duty: { $name }
calendar-entry-drill = [DRILL] { $name }
calendar-entry-notice = Due: { $what } ({ $name })
calendar-entry-review = Review due ({ $name })
calendar-entry-review-of-drill = [DRILL] Review due ({ $name })
calendar-entry-report = Due: { $what } (before { $before })
calendar-entry-cancelled = Cancelled: { $what }

file-sheet-calendar-entries = Calendar told to the phone
file-sheet-calendar = Calendar link
refusal-calendar-link-passed = The link was made or revoked by an earlier tap. Nothing has changed; please open /calendar again.
