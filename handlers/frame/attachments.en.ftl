### Files that come with a message

attached-photo = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
attached-video = { $count ->
    [one] { $count } video
   *[other] { $count } videos
}
attached-document = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
attached-audio = { $count ->
    [one] { $count } audio file
   *[other] { $count } audio files
}
attached-voice = { $count ->
    [one] { $count } voice message
   *[other] { $count } voice messages
}
attached-video-note = { $count ->
    [one] { $count } video message
   *[other] { $count } video messages
}
attached-animation = { $count ->
    [one] { $count } animation
   *[other] { $count } animations
}
attached-location = { $count ->
    [one] { $count } location
   *[other] { $count } locations
}
attached-list = 📎 With { $files }
attached-album = 📎 With the files that you have just sent
attached-below = 📎 With { $files }, right below
attached-behind = 📎 With { $files }; tap <b>Files</b> to view them
attached-kept = 📎 The files go with the message. This step needs typed words; a voice message or a file cannot stand in for them.
attached-kept-alone = 📎 The files go with the message.
attached-words-missing = 📎 The files have arrived. Please add the text that goes with them.
button-without-files = Leave the files out
dialogue-words-or-files = Please type a message, or send a photo, a video, a document, a voice message or a location.
file-message-files = files with a message
