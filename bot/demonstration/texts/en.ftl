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

## What people are in the businesses
role-director = Director
role-deputy-director = Deputy director
role-technical-deputy = Deputy director, technology
role-chief-executive = Chief executive
role-branch-director = Branch director
role-noc-shift-lead = NOC shift leader
role-head-of-technology = Head of technology
role-response-team-lead = Leader of the response team
role-head-of-network = Head of network infrastructure
role-transmission-engineer = Transmission engineer
role-head-of-operations = Head of operations
role-fleet-lead = Leader of the fleet
role-postmaster = Postmaster
role-logistics-lead = Head of logistics
role-security-lead = Leader of information security
role-monitoring-shift-lead = Monitoring shift leader
role-system-administrator = System administrator
role-head-of-software = Head of software

## Refusing to load the demonstration
refused-foreign = The database holds businesses that are not part of the demonstration ({ $count }), such as “{ $name }”. The demonstration must not be mixed with real data: use another database.
refused-province = The database holds the demonstration of a province other than { $province }. Set the province back to what it was, or start with an empty database.
report-text = Our online register has been very slow since this morning, and many users cannot sign in.

## The operations group, with its topics
operations-title = Incident operations

## What is past: an incident of three weeks ago, and the lesson that was drawn from it
past-title = Fibre cut on National Road 32
past-text = A digger tore the trunk fibre while the road was being widened; many communes in the west have no connection. Splicing crews and material are needed.
past-summary = The fibre is spliced and the communes are connected again. Thank you to all who helped.
past-lesson-happened = A digger that widened the road tore the trunk fibre, since the builders had no map of the cable.
past-lesson-found = Monitoring reported the loss of signal after 2 minutes; the patrol found the cut after 25 minutes.
past-lesson-todo = Give the project's management the map of the cable before work begins; put a sign every 200 m; have the network watched on the days of digging.
