greet-ask = Anh/chị muốn gửi lời chào đến điều phối viên?
button-greet = 👋 Gửi lời chào
greet-done = Đã gửi lời chào.
greet-told = 👋 { $name } gửi lời chào anh/chị.
greet-told-again = 👋 { $name } xin chào anh/chị lần nữa.
file-message-greeting = Lời chào
file-sheet-greetings = Lời chào
