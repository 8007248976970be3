# Messages of CAP to other systems

cap-feed = Public alerts of { $department }
cap-feed-restricted = Restricted alerts of { $department }
cap-sender-name = { $department } of { $home }
cap-headline = { $title }
cap-headline-end = Over: { $title }
cap-headline-withdrawn = No longer told here: { $code }
cap-withdrawn = This alert is no longer told here; that does not mean that it is over.
cap-headline-drill = DRILL – { $headline }
cap-drill = This is a drill, nothing has really happened.
cap-reopened = The end that was announced is taken back, the incident is still being handled.
cap-own-words = The department's own words are in Vietnamese.
cap-actions = Done so far:
cap-needs = Asked for:
cap-began = Began: { $at }.
cap-severity = Severity on the network's own scale: { $severity }.
cap-instruction = Please follow what { $department } says next.
cap-instruction-end = The alert is over, nothing more need be done.
cap-instruction-drill = This is a drill, whoever takes no part in it need do nothing.

cap-rule-name-letters = An identifier and a sender are not empty, and hold no space, comma, < or &.
cap-rule-references-missing = An update, a cancellation, an acknowledgement or an error refers to an earlier message.
cap-rule-references-earlier = Each message referred to is named by its sender, identifier and moment, and was sent before.
cap-rule-restriction-missing = A restricted message says for whom it is.
cap-rule-addresses-missing = A private message says to whom it goes.
cap-rule-note-missing = A message of an exercise names the exercise, and one of an error the error.
cap-rule-categories-same = All blocks of information carry the same categories.
cap-rule-before-sent = A message is effective, begins and expires no earlier than it is sent.
cap-rule-expires-last = A message expires no earlier than it is effective or begins.
cap-rule-headline-length = A headline is shorter than 140 characters.
cap-rule-markup = Texts are plain, without HTML.
cap-rule-web-absolute = Web addresses are absolute and begin with their scheme.
cap-rule-on-earth = Outlines and centres have latitudes from -90 to 90 and longitudes from -180 to 180.
cap-rule-polygon-closed = An outline has four points or more, and the last is the first.
cap-rule-ceiling-alone = A ceiling stands beside an altitude.
