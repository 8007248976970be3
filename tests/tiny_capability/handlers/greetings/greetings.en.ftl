greet-ask = Would you like to greet the coordinators?
button-greet = 👋 Send a greeting
greet-done = Your greeting has been sent.
greet-told = 👋 { $name } greets you.
greet-told-again = 👋 { $name } greets you once more.
file-message-greeting = Greeting
file-sheet-greetings = Greetings
