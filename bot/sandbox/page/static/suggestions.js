import { byId, button, element } from "./dom.js";

const place = byId("suggestions");

/** A list to choose from above the writing field: commands, or results of an inline query. */
export function createSuggestions() {
  let at = -1;
  let onEnd = null;

  /** Items: {title, detail, run}, with a `mark` (a node) before them when they are results; {note} is only read.
   *  An empty list hides it. `atEnd` is called when the reader has come to the end of a long list. */
  function show(items, { label = "", atEnd = null } = {}) {
    at = -1;
    onEnd = atEnd;
    place.replaceChildren(...items.map(row));
    place.setAttribute("aria-label", label);
    place.scrollTop = 0;
    place.hidden = items.length === 0;
  }

  /** Put more items below those that are shown. */
  function append(items, atEnd = null) {
    onEnd = atEnd;
    place.append(...items.map(row));
  }

  const options = () => [...place.querySelectorAll('[role="option"]')];

  function mark() {
    const rows = options();
    rows.forEach((each, index) => each.setAttribute("aria-selected", String(index === at)));
    rows[at]?.scrollIntoView({ block: "nearest" });
  }

  /** Take over a key of the writing field; says whether it was for the list. */
  function takeKey(event) {
    if (place.hidden) return false;
    const rows = options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && rows.length) at = (at + step + rows.length) % rows.length;
    else if (event.key === "Escape") show([]);
    else if (event.key === "Enter" && at >= 0) rows[at].click();
    else return false;
    mark();
    return true;
  }

  place.addEventListener("scroll", () => {
    if (!onEnd || place.scrollHeight - place.scrollTop - place.clientHeight > 80) return;
    const more = onEnd;
    onEnd = null;
    more();
  });

  return { show, append, takeKey, isOpen: () => !place.hidden };
}

function row(item) {
  if (item.note) return element("p", { class: "suggestion-note" }, item.note);
  const look = item.mark ? "result" : item.detail === undefined ? "leading" : "";
  return button(
    { class: `suggestion ${look}`, role: "option", tabindex: "-1", onclick: item.run, onmousedown: keepFocus },
    item.mark,
    element("strong", {}, item.title),
    item.detail ? element("span", {}, item.detail) : null,
  );
}

const keepFocus = (event) => event.preventDefault();
