### Presence on site

button-on-site = 🦺 On site
button-on-site-again = 🦺 Back on site
button-gone = 👋 Left the site
presence-arrived = Recorded: on site at { $at }. If you wish, send your location (the 📎 button) right here.
presence-arrived-in-group = Recorded: on site at { $at }.
presence-left = Recorded: left the site at { $at }. Thank you.
presence-place-kept = 📍 Your location for <b>{ $codes }</b> is recorded.
stood-down = Recorded. Thank you for taking part.
refusal-on-site-already = You have been recorded as on site since { $at }; there is no need to tap again.
refusal-not-on-site = Nobody of your business is recorded as on site now.
file-sheet-stays = On site
file-heading-arrived = On site at
file-heading-gone = Left at
site-handover = On site: { $names }
site-handover-more = On site: { $names } and { $count } more
button-site = 🦺 On site ({ $count })
site-head = 🦺 <b>{ $code } · On site: { $count }</b>
site-nobody = <i>Nobody yet.</i>
site-line = <b>{ $number }.</b> { $member } <i>– since { $since } ({ $by })</i>
site-line-gone = <b>{ $number }.</b> { $member } <i>– 👋 { $since } → { $left }</i>
button-site-places = 📍 See { $count } shared locations
engaged-elsewhere = ⚠️ <i>taking part in { $codes }</i>
button-late = 👋 Not stood down ({ $count })
late-head = 👋 <b>{ $code } · { $count ->
        [one] { $count } business has not stood down
       *[other] { $count } businesses have not stood down
    }</b>
    It ended at { $at }. Please call them or remind them.
late-line = <b>{ $number }.</b> { $member }
late-line-there = <b>{ $number }.</b> { $member } <i>– 🦺 on site since { $since }</i>
late-line-out-of-reach = { $line } 📵
late-out-of-reach-hint = <i>📵: nobody of it gets messages in the bot any more. Please call; once you know that it has gone, tap “✔ Gone” to take it off the list.</i>
late-struck = It is recorded that the business has stood down.
button-strike-late = ✔ Gone: { $number }
late-more = <i>and { $count } more</i>
late-nobody = ✔ <b>{ $code }</b> · All businesses that took part have stood down.
late-reopened = <b>{ $code }</b> · It was reopened; nobody needs to stand down yet.
button-ask-late = 🔔 Ask { $count } to confirm
late-asked = { $count ->
        [one] { $count } business is being asked to confirm that it stood down
       *[other] { $count } businesses are being asked to confirm that they stood down
    }.
late-ask = 🔔 Please confirm that your people have stood down, so that the office knows everybody is safely back.
late-ask-done = ✔ Your standing down is recorded. Thank you.
refusal-nobody-of-them-in-reach = Nobody of these businesses gets messages in the bot any more. Please call, or record that they have gone.
refusal-nobody-late = Everybody who took part has stood down.
file-message-stand-down-late = not stood down
file-message-stand-down-asked = asked to stand down
