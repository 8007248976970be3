# Trouble in the system itself: as users and as owners meet it.

trouble-sorry = Sorry, something went wrong and this was not done. The owners have been told; please try again in a few minutes.
trouble-quarantined = ⚠️ <b>System:</b> something that a user did could not be processed in 3 attempts and was set aside (id { $update_id }). Nothing else is affected. Please look at the logs.
trouble-quarantined-many = ⚠️ <b>System:</b> { $shown } more things that users did could not be processed and were set aside (newest id { $update_id }). Nothing else is affected. Please look at the logs.
trouble-late = ⚠️ <b>System:</b> messages wait longer than they should:
trouble-late-lane = • { $lane }: waiting for { $waited }
trouble-look = Nothing is lost; they go out as soon as they can. Please look at the machine, the way to Telegram and the logs.
trouble-lane-inbox = what users tapped and wrote
trouble-lane-alert = alerts
trouble-lane-task = tasks
trouble-lane-reply = replies and applications
trouble-lane-update = updates
trouble-lane-tally = tallies
trouble-lane-reminder = reminders
trouble-lane-digest = regular messages
trouble-failures = ⚠️ <b>System:</b> { $failed } of { $recipients } messages ({ $share }) of one broadcast did not reach their recipients. Broadcast: { $what }. Most often recipients have blocked the bot; if it was an alert, please call the businesses that the tally marks.
trouble-database = 🛑 <b>System:</b> the database cannot be written. Nothing new is processed or sent until it can; Telegram keeps taps for about two and a half minutes. Please look at disk space and the machine at once.
trouble-telegram = ⚠️ <b>System:</b> requests to Telegram were answered by something else, such as a login page or a proxy ({ $shown } so far). Nothing is lost: the messages are repeated until Telegram takes them. Please look at the network, the proxy and BOT_API_URL.
trouble-clock = ⚠️ <b>System:</b> the machine’s clock was about { $ahead } ahead in an earlier run. Times stored then counted as the future; they now count as the present, so that nothing waits for them. Please see that the machine sets its clock by the network (NTP), and check the times of what was done then.

## In the menu and in the file of own data

file-message-trouble = system trouble
