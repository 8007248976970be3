### Templates of alerts

alert-templates = 📝 <b>Templates of alerts</b> · { $count }, in the order in which they are offered
alert-templates-retired = 📝 <b>Templates out of use</b> · { $count }
alert-template-line = { $number }. <b>{ $button }</b> · { $title } <i>(version { $version })</i>
alert-template-head = 📝 <b>Template of an alert</b> · version { $version }
alert-template-head-retired = 🚫 <b>Template of an alert</b> · version { $version } – <b>out of use</b>
alert-template-hub = ✏️ <b>Change a template</b> · saved as a new version
alert-template-hub-new = ➕ <b>A new template</b>
alert-template-words = Button: <b>{ $button }</b>
    Title: <b>{ $title }</b>
alert-template-facts = <i>{ $kind } · { $type } · { $severity } · { $sectors }</i>
alert-template-all-sectors = all sectors
alert-template-button-new = ➕ New
alert-template-button-retired = 🚫 Out of use ({ $count })
alert-template-button-list = ◀ Templates
alert-template-button-change = ✏️ Change
alert-template-button-up = ⬆ Up
alert-template-button-down = ⬇ Down
alert-template-button-retire = 🚫 Retire
alert-template-button-retire-now = 🚫 Retire this template
alert-template-button-bring-back = ↩ Use again
alert-template-button-save = 💾 Save
alert-template-saved = The template is saved, and offered from now on.
alert-template-type = { $number }. { $name }
alert-template-part-title = Title
alert-template-part-text = Text
alert-template-part-button = Button
alert-template-part-kind = Kind
alert-template-part-type = Type
alert-template-part-severity = Severity
alert-template-part-sectors = Sectors
alert-template-ask-title = 📝 What is the title of the alert? Type it, up to { $limit } characters.
alert-template-ask-text = 📝 What does the alert say, exactly as members will read it? Type it, up to { $limit } characters.
alert-template-ask-button = 📝 What does the template's button say? Type it, up to { $limit } characters.
alert-template-ask-kind = 📝 What is declared by it?
alert-template-ask-type = 📝 Which type of incident?
alert-template-ask-severity = 📝 How severe? <i>(the network's own scale)</i>
alert-template-ask-sectors = 📝 Which sectors are called? None ticked calls all.
alert-template-ask-retire = 🚫 Retire the template <b>{ $button }</b>? It can be brought back.

refusal-template-button-length = The words of the button need 1 to { $limit } characters; these have { $length }.
refusal-too-many-templates = There are { $limit } templates already. Please retire some first.

menu-entry-templates = 📝 Alert templates
command-templates = Templates of alerts for declaring
file-sheet-templates = Templates written
