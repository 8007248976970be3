### Capabilities

capability-catalogue = <b>Catalogue of capabilities</b> ({ $count })
capability-line = • { $name } ({ $unit }) · <i>{ $other }</i>
capability-button-add = ➕ Add
capability-button-choose = Retire…
capability-button-retire = Retire it
capability-button-list = Show the catalogue
capability-button-units = Change a unit…
capability-choose-for-unit = Choose the capability whose <b>unit</b> is to change.
capability-other-unit = <b>{ $name }</b> is counted in { $unit }. What should it be counted in?
capability-confirm-unit =
    Count <b>{ $name }</b> in { $new } instead of { $old }?

    Businesses that declared this capability: { $holders }. Their numbers stay as they are, and are read in the new unit.
capability-button-change-unit = Change to { $unit }
capability-unit-changed = { $name } is now counted in { $unit }.
capability-choose = Choose the capability to <b>retire</b>. You will be asked to confirm.
capability-confirm =
    Retire the capability <b>{ $name }</b>?

    Businesses that have it: { $holders }. What they entered is kept; from now on it can no longer be chosen.
capability-retired = Retired: { $name }
capability-ask-name-vi = Please type the <b>Vietnamese name</b> of the new capability, at most { $limit } characters. For example: Máy phát điện lưu động.
capability-ask-name-en = Please type the <b>English name</b> of “{ $name }”, at most { $limit } characters. For example: Mobile generators.
capability-ask-unit = In what is “{ $name }” <b>counted</b>? Members are asked for a number of these when they register.
capability-added = The capability <b>{ $name }</b> <i>({ $other })</i> is in the catalogue, counted in { $unit }. Businesses can choose it from now on.

refusal-capability-known = The catalogue already has “{ $name }”. Please type another name.
refusal-capability-unknown = This capability is no longer in the catalogue. Type /capabilities to see it as it is now.
refusal-capability-name-length = The name of a capability needs 1 to { $limit } characters to fit a button; this one has { $length }. Please make it shorter.

## In the menu and in the file of own data

menu-entry-capabilities = 🧰 Capabilities
command-capabilities = Catalogue of capabilities
file-sheet-representations = Represents

## Units

quantity = { $name }: { $counted }
unit-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
unit-teams =
    { $count ->
        [one] { $count } team
       *[other] { $count } teams
    }
unit-machines =
    { $count ->
        [one] { $count } machine
       *[other] { $count } machines
    }
unit-sets =
    { $count ->
        [one] { $count } set
       *[other] { $count } sets
    }
unit-vehicles =
    { $count ->
        [one] { $count } vehicle
       *[other] { $count } vehicles
    }
unit-pieces =
    { $count ->
        [one] { $count } piece
       *[other] { $count } pieces
    }
unit-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
unit-stations =
    { $count ->
        [one] { $count } station
       *[other] { $count } stations
    }
unit-lines =
    { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
unit-places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
unit-kilometres = { $count } km
unit-name-people = people
unit-name-teams = teams
unit-name-machines = machines
unit-name-sets = sets
unit-name-vehicles = vehicles
unit-name-pieces = pieces
unit-name-items = items
unit-name-stations = stations
unit-name-lines = lines
unit-name-places = places
unit-name-kilometres = kilometres
