# Trouble in the system itself: as users and as system administrators meet it.

trouble-sorry = Sorry, something went wrong and this was not done. The system administrators have been told; please try again in a few minutes.
trouble-quarantined = ⚠️ <b>System:</b> something that a user did could not be processed in 3 attempts and was set aside (id { $update_id }). Nothing else is affected. Please check the logs.
trouble-quarantined-many = ⚠️ <b>System:</b> { $shown } more things that users did could not be processed and were set aside (newest id { $update_id }). Nothing else is affected. Please check the logs.
trouble-late = ⚠️ <b>System:</b> messages are waiting longer than they should:
trouble-late-lane = • { $lane }: waiting for { $waited }
trouble-look = Nothing is lost; they go out as soon as they can. Please check the server, the connection to Telegram and the logs.
trouble-lane-inbox = what users tapped and wrote
trouble-lane-asked = messages that people have just asked for
trouble-lane-alert = alerts
trouble-lane-task = tasks
trouble-lane-reply = replies and applications
trouble-lane-update = updates
trouble-lane-tally = tallies
trouble-lane-reminder = reminders
trouble-lane-digest = regular messages
trouble-lane-drill = messages of drills
trouble-failures = ⚠️ <b>System:</b> { $failed } of { $recipients } messages ({ $share }) of one broadcast did not reach their recipients. Broadcast: { $what }. Most often recipients have blocked the bot.
trouble-failures-businesses = { $count ->
    [0] In every business that was called, somebody else got the alert.
    [one] In { $count } business nobody got it; please phone it from the tally: 📋 Lists… → 📵 Unreachable.
   *[other] In { $count } businesses nobody got it; please phone them from the tally: 📋 Lists… → 📵 Unreachable.
}
trouble-database = 🛑 <b>System:</b> the database cannot be written. Nothing new is processed or sent until it can; Telegram keeps taps for about two and a half minutes. Please check the disk space and the server at once.
trouble-telegram = ⚠️ <b>System:</b> requests to Telegram were answered by something else, such as a login page or a proxy ({ $shown } so far). Nothing is lost: the messages are repeated until Telegram takes them. Please check the network, the proxy and BOT_API_URL.
trouble-clock = ⚠️ <b>System:</b> the server's clock was about { $ahead } ahead in an earlier run. The times stored then lay in the future; they now count as the present, so that no message has to wait. Please turn on clock synchronisation (NTP) on the server, and check the times of what was recorded then.
trouble-stumbled = ⚠️ <b>System:</b> the automatic duty <code>{ $duty }</code> failed and was not done. The others (reminders, further waves) go on, and this one is tried again all the time. Please check the logs.

## In the menu and in the file of own data

file-message-trouble = system trouble
