### Capabilities

capability-catalogue = <b>Catalogue of capabilities</b> ({ $count })
capability-line = • { $name } · <i>{ $other }</i>
capability-button-add = ➕ Add
capability-button-choose = Retire…
capability-button-retire = Retire it
capability-button-list = Show the catalogue
capability-choose = Choose the capability to <b>retire</b>. You will be asked to confirm.
capability-confirm =
    Retire the capability <b>{ $name }</b>?

    Businesses that have it: { $holders }. What they entered is kept; from now on it can no longer be chosen.
capability-retired = Retired: { $name }
capability-ask-name-vi = Please type the <b>Vietnamese name</b> of the new capability, at most { $limit } characters. For example: Máy phát điện lưu động.
capability-ask-name-en = Please type the <b>English name</b> of “{ $name }”, at most { $limit } characters. For example: Mobile generators.
capability-added = The capability <b>{ $name }</b> <i>({ $other })</i> is in the catalogue. Businesses can choose it from now on.

refusal-capability-known = The catalogue already has “{ $name }”. Please type another name.
refusal-capability-unknown = This capability is no longer in the catalogue. Type /capabilities to see it as it is now.
refusal-capability-name-length = The name of a capability needs 1 to { $limit } characters to fit a button; this one has { $length }. Please make it shorter.

## In the menu and in the file of own data

menu-entry-capabilities = 🧰 Capabilities
command-capabilities = Catalogue of capabilities
file-sheet-representations = Represents
