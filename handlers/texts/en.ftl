### Sẵn Sàng: the words in English. Telegram's HTML; values that a person typed are escaped before they come in.

## Everywhere

button-back = ◀ Back
button-cancel = ✖ Cancel
dialogue-cancelled = Cancelled. Nothing was kept or sent.
dialogue-none = There is nothing to cancel. /help shows the commands.

refusal-tax-code-length = A tax code has 10 digits (business), 13 (branch) or 12 (household business); this one has { $length }. Please check it and type it again, for example 0100112437 or 0314409058-002.
refusal-tax-code-characters = A tax code has digits only, but this one contains “{ $characters }”. Please type it again, and take care not to mistake the letter O for 0 or l for 1.
refusal-tax-code-check-digit = The tax code { $digits } is not right: its last digit does not agree with the others, so one digit may be mistyped. Please compare it with the business registration certificate and type it again.
refusal-tax-code-never-issued = There is no tax code { $code }: neither the serial number nor the branch number can be all zeros. Branches are numbered from 001 to 999, for example 0314409058-002.
refusal-phone-invalid = This phone number is not right (number of digits typed: { $digits }). Please type one number only: a mobile number of 10 digits, such as 0912 345 678; a landline with its area code, such as 024 3822 1234; or a foreign number beginning with +.
refusal-moment-unclear = The time could not be understood. Please write it in one of these ways: 14:30 · 17:00 25/11 · tomorrow 8:00 · 30 minutes · 2 hours.
refusal-moment-past = { $at } is already over. Please give a time to come, for example 17:00 25/11 or tomorrow 8:00.
