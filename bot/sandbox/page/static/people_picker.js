import { avatar } from "./avatar.js";
import { element } from "./dom.js";
import { plain, say } from "./words.js";

/** A list of people to tick, with a field to find them. `picked()` gives the ids of those ticked. */
export function peoplePicker(people) {
  const rows = people.map((person) => {
    const tick = element("input", { type: "checkbox", value: person.id, "data-pick": person.id });
    const name = element("span", { class: "file-name" }, person.name);
    const note = person.note ? element("small", {}, person.note) : null;
    const about = element("span", { class: "file-about" }, name, note);
    const node = element("label", { class: "pick" }, avatar(person.id, person.name), about, tick);
    return { node, tick, words: plain(`${person.name} ${person.note} ${person.group} ${person.phone}`) };
  });
  const search = element("input", {
    type: "search",
    placeholder: say("people-search"),
    "aria-label": say("people-search"),
    "data-testid": "pick-search",
  });
  search.addEventListener("input", () => {
    for (const { node, words } of rows) node.hidden = !words.includes(plain(search.value));
  });
  const node = element("div", { class: "picker" }, search, element("div", { class: "picks" }, ...rows.map((each) => each.node)));
  return { node, picked: () => rows.filter(({ tick }) => tick.checked).map(({ tick }) => Number(tick.value)) };
}
