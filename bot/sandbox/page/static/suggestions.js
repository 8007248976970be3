import { byId, button, element } from "./dom.js";

const place = byId("suggestions");

/** A list to choose from above the writing field: commands, or results of an inline query. */
export function createSuggestions() {
  let at = -1;

  /** Items: {title, detail, run}. An empty list hides it. */
  function show(items, selected = -1) {
    at = selected;
    const rows = items.map((item) =>
      button(
        { class: "suggestion", role: "option", tabindex: "-1", onclick: item.run, onmousedown: keepFocus },
        element("strong", {}, item.title),
        element("span", {}, item.detail),
      ),
    );
    place.replaceChildren(...rows);
    place.hidden = rows.length === 0;
    mark();
  }

  function mark() {
    [...place.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === at)));
    place.children[at]?.scrollIntoView({ block: "nearest" });
  }

  /** Take over a key of the writing field; says whether it was for the list. */
  function takeKey(event) {
    if (place.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) at = (at + step + place.children.length) % place.children.length;
    else if (event.key === "Escape") show([]);
    else if (event.key === "Enter" && at >= 0) place.children[at].click();
    else return false;
    mark();
    return true;
  }

  return { show, takeKey, isOpen: () => !place.hidden };
}

const keepFocus = (event) => event.preventDefault();
