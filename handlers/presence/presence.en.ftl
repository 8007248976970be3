### Presence on site

button-on-site = 📍 On site
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
button-site = 📍 On site ({ $count })
site-head = 📍 <b>{ $code } · On site: { $count }</b>
site-nobody = <i>Nobody yet.</i>
site-line = <b>{ $number }.</b> { $member } <i>– since { $since } ({ $by })</i>
site-line-gone = <b>{ $number }.</b> { $member } <i>– 👋 { $since } → { $left }</i>
button-site-places = 📍 See { $count } shared locations
engaged-elsewhere = ⚠️ <i>taking part in { $codes }</i>
