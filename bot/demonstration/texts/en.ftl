## The sandbox's chat page: notes under names, and headings of the list
note-coordinator = Coordinator
note-duty-officer = Duty officer
note-observer = Observer · a partner agency
note-featured-telecom = Represents a telecom business · { $member }
note-featured-postal = Represents a postal business · { $member }
note-featured-it = Represents an IT business · { $member }
note-newcomer = Newcomer · tax code to try: { $tax_code }
note-english-newcomer = Newcomer who reads English · tax code to try: { $tax_code }
note-representative = { $title } · { $member }
group-staff = Coordinating body
group-newcomers = Newcomers
group-telecom = Telecommunications
group-postal = Postal services
group-it = Information and digital technology

## Refusing to load the demonstration
refused-foreign = The database holds businesses that are not part of the demonstration ({ $count }), such as “{ $name }”. The demonstration must not be mixed with real data: use another database.
refused-province = The database holds the demonstration of a province other than { $province }. Set the province back to what it was, or start with an empty database.
report-text = Our online register has been very slow since this morning, and many users cannot sign in.

## The operations group, with its topics
operations-title = Incident operations
