### Consent to the use of personal data

consent-brief =
    <b>What is kept, and what for:</b> your name, title, phone number and Telegram account, your answers and what you do in the network; for alerts, for coordinating help, for tasks, and for asking every six months whether the data are still right.

    <b>Who sees it:</b> the coordinators, people of your own business, and its Telegram group.

    <b>For how long:</b> until you no longer represent a business or withdraw your consent, which you can do at any time: /mydata.

    <b>The roster is a choice of its own:</b> only if you tick the box below do other member businesses see your name, title and phone number.
    <i>Text { $version }</i>
consent-controller = { $address ->
    [none] <b>Who controls the data:</b> { $department }.
   *[other] <b>Who controls the data:</b> { $department }, { $address }.
 }
consent-terms-first =
    <b>What is kept:</b> your name, title, phone number and Telegram account; of a household business, its tax code, which is a personal number; your answers, your messages and what you do in the network.

    <b>What for:</b>
    1. sending alerts of incidents and drills; coordinating help, giving tasks and following them up; asking every six months whether the data are still right;
    2. only with your separate consent: listing your name, title and phone number in the roster, so that other member businesses can reach you. You stay in the network if you refuse this or withdraw it by itself.
    Nothing else.

    <b>Who sees it:</b>
    • coordinators, duty officers, system administrators, and whoever receives the files that they export;
    • the other representatives of your business and, if it has one, everybody in its Telegram group;
    • other member businesses, only if you choose to be listed in the roster.
    Observers see no phone numbers; of the tax code of a household business, they and other businesses see a part only. Messages travel through Telegram, whose servers stand abroad.
consent-terms-second =
    <b>For how long:</b> until you hold no role any more (erased after 30 days) or withdraw your consent (erased at once). Answers and work done stay in the records of incidents, without your name. The record of changes and the proof of consent, without your name: { $years } years. Backups may still hold data; when one is restored, people who were erased are erased again.
    Of those who decline, only the Telegram account, the name shown there and the language are kept, so that the bot can answer; type /mydata to erase them.

    <b>Your rights</b> (Law 91/2025/QH15): to be informed, to consent, to withdraw consent, to view, to correct, to receive your data, to have them erased, to restrict or object to their use, to complain, to denounce, to sue and to claim damages. To view, receive or withdraw: type /mydata; it happens at once. Other requests to { $department }: a first reply within 2 working days; withdrawal 15 days; viewing or correcting 10 days; erasure 20 days.

    <b>Your obligations:</b> give correct data and keep them up to date; use other people's data in the roster only for the work of the network.
    <i>Text { $version }</i>
consent-button-unlisted = ☐ List me in the roster
consent-button-listed = ☑ List me in the roster
consent-button-terms = 📖 Read the whole text
consent-button-more = Read on ▶
