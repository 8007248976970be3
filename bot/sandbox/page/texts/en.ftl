### All words of the sandbox page. What stands in braces is filled in by the browser.

page-title = Sandbox · Sẵn Sàng
page-heading = Sandbox
language-vi = Tiếng Việt
language-en = English
language-switch = Language

## The list of people

people = People
people-search = Search name, role or phone
people-others = Everybody else
people-none-found = Nobody found
people-none-yet = There is nobody here yet. People appear when the bot starts.
people-unread = { $count } unread
people-you = You:
people-blocked = Blocked the bot
choose-person = Choose a person to open their chat with the bot
choose-person-more = Everyone on the left has a phone of their own. Open several windows to be several people at once.

## Short words in place of what a message holds

kind-photo = Photo
kind-document = File
kind-video = Video
kind-voice = Voice message
kind-audio = Audio
kind-video_note = Video message
kind-animation = Animation
kind-location = Location
kind-contact = Contact
kind-other = Another kind of message

## The chat

back = Back to the list
chat-with = chat with { $bot }
chat-group-members = group of { $count } · as { $name }
chats = Chats of this person
typing = { $bot } is typing
uploading-photo = { $bot } is sending a photo
uploading-document = { $bot } is sending a file
timeline = Messages
chat-menu = Chat options
chat-block = Block the bot
chat-unblock = Unblock
chat-block-question = Block { $bot }?
chat-block-explanation = { $name } will receive nothing from the bot until they unblock it.
chat-start = START
chat-cannot-write = Writing is not possible here
chat-empty = No messages yet
chat-empty-more = Tap START to meet { $bot }.
to-bottom = Go to the newest message
new-messages = New messages: { $count }
today = Today
yesterday = Yesterday
edited = edited
sent = Sent
protected = Saving and forwarding are not allowed
protected-saving = The sender does not allow saving or forwarding this.
via = via { $bot }
forwarded-from = Forwarded from { $name }
reveal = Show the hidden text
quote-expand = Expand the quote
download = Download { $name }
photo = Photo
photo-open = View the photo
contact-call = Call { $phone }
copied = Copied

## Lines from the system

service-joined = { $name } joined the group
service-left = { $name } left the group
service-added = { $user } added { $name }
service-removed = { $user } removed { $name }
service-pinned = { $name } pinned a message
service-group-created = { $name } created the group “{ $title }”
service-group-upgraded = The group was upgraded to a supergroup
service-new-title = { $name } renamed the group to “{ $title }”

## Writing

composer = Write a message
composer-placeholder = Message
reply-stop = Cancel the reply
send = Send
attach = Attach
attach-photo = Photo or video
attach-voice = Voice message
attach-location = Location
attach-document = File
attach-drop = Drop here to send
attach-question = Files to send: { $count }
attach-caption = Add a caption
attach-as = Send as
commands = Commands
commands-none = The bot has no commands
keyboard-show = Show the bot's keyboard
keyboard-hide = Hide the bot's keyboard
reply-keyboard = The bot's keyboard
contact-question = Share the phone number?
contact-explanation = { $bot } will receive the name and the phone number { $phone } of { $name }.
contact-explanation-plain = { $bot } will receive the name and the phone number of { $name }.
contact-share = Share
inline-none = No results
inline-asking = Asking { $bot }…
inline-results = Results of { $bot }
location-unavailable = This page cannot share a location

## Groups

bot = bot
chat-choose = Choose a chat
group-new = New group
group-new-item = New group…
group-title = Group name
group-create = Create
group-as-channel = As a channel, in which the bot and I alone post
group-with-bot = Add { $bot } to the group
group-choose = Add { $bot } to which group?
group-members = Members
group-members-count = Members: { $count }
group-add-people = Add people
group-add = Add
group-add-bot = Add { $bot }
group-remove = Remove { $name }
group-leave = Leave group
group-leave-question = Leave “{ $title }”?

## Opening links

link-title = Open a link
link-explanation = Paste a t.me link, one read from a QR code for example.
link-field = Link
link-open = Open
link-elsewhere = This link does not open { $bot }.

## Dialogs and notices

ok = OK
cancel = Cancel
close = Close
failed = That did not work: { $reason }
no-network = the server cannot be reached
reconnecting = Connection lost, reconnecting…
bot-silent = The bot has not answered

## Tools

tools = Sandbox tools
tools-clock = Clock
tools-clock-explanation = Move the clock forward to see reminders and deadlines.
tools-minute-1 = +1 min
tools-minute-5 = +5 min
tools-minute-15 = +15 min
tools-hour-1 = +1 hour
tools-day-1 = +1 day
tools-clock-real = real time
tools-clock-ahead = ahead of real time by { $count } min
tools-faults = Telegram faults
tools-faults-explanation = While a switch is on, Telegram fails in exactly this way.
tools-faults-more = Other faults, one at a time
tools-switch-429 = 1 call in 10 is refused; the bot must wait 3 s
tools-switch-slow = 1 call in 3 is answered 2 s late
tools-switch-drop_before = 1 call in 10 never reaches Telegram
tools-switch-drop_after = 1 call in 10 arrives, but the bot is not told so
tools-switch-away = Telegram cannot be reached
tools-fault-429 = Too many requests (429)
tools-fault-500 = Server error (500)
tools-fault-502 = Bad gateway (502)
tools-fault-slow = Slow
tools-fault-drop_before = Dropped before handling
tools-fault-drop_after = Dropped after handling
tools-fault-away = Out of reach
tools-fault-malformed_update = Malformed update
tools-fault-duplicate_update = Duplicate update
tools-fault-unparsable_html = Unparsable HTML
tools-fault-page_200 = Web page (200)
tools-fault-page_403 = Web page (403)
tools-fault-empty = Empty answer
tools-fault-cut = Answer cut off
tools-fault-not_ok = Answer without ok
tools-fault-add = Add
tools-fault-kind = Kind of fault
tools-fault-times = Times
tools-fault-seconds = Seconds
tools-fault-every = 1 call in { $count }
tools-fault-times-left = times left: { $times }
tools-fault-until-cleared = until cleared
tools-fault-lasting = { $seconds } s
tools-faults-none = No faults
tools-faults-clear = Clear all
tools-bot = The bot and its books
tools-bot-explanation = Kill it as a power cut would, in the middle of a broadcast too: it starts again. Counts are since this start.
tools-kill = ⚡ Kill the bot
bot-running = Running
bot-restarting = Restarting…
bot-unknown = This bot was started separately; stop it where it runs.
bot-kills = Times killed: { $count }
books-balanced = ✓ The books balance: nothing is lost
books-working = ⏳ The bot is at work; the books balance when it is done
books-resending = ⏳ What was on its way when the bot was killed is settled within a minute
books-lost = ✖ Taken by the bot and not stored: { $count }
books-unknown = No counts from the bot's side yet
books-people = What people tapped and wrote
books-messages = What the bot sends
book-came = Tapped and written
book-stored = Stored by the bot
book-applied = Applied by the bot
book-shown = Outcome shown to who tapped
book-expired = Dropped by Telegram as too old
book-quarantined = Set aside because of an error
book-due = Messages due
book-sent = Sent
book-repeated = Of these repeated, marked ↻
book-waiting = Waiting to be sent
book-redraws = Waiting to be updated
book-failed = Not taken by Telegram
book-dropped = No longer needed
book-uncertain = Unknown whether they arrived
tools-counters = Counters
counter-sent = Sent
counter-edited = Edited
counter-failed = Failed
counter-calls_429 = Limited (429)
counter-queued = Waiting for the bot
counter-handed_over = Handed to the bot
counter-expired = Expired
counter-crowd_taps = Taps by the crowd
counter-prompt = Prompt people
counter-slow = Slow people
counter-silent = Silent people
counter-unreachable = Unreachable people
service-topic-created = { $name } opened the topic “{ $title }”
service-topic-renamed = { $name } renamed the topic to “{ $title }”
service-topic-closed = { $name } closed the topic
service-topic-reopened = { $name } opened the topic again
topics = Topics
topic-general = General
topic-closed = 🔒 { $title }
topics-on = Turn topics on
topics-off = Turn topics off
topic-close = Close this topic
topic-reopen = Open this topic again
topic-delete = Delete this topic
group-upgrade = Upgrade to a supergroup
group-promote = Make { $name } an administrator
group-demote = Make { $name } a plain member
