import { element } from "./dom.js";

const SHADES = 7; // .shade-0 … .shade-6 in base.css

/** A round mark for somebody: the first letters of the first and last word of the name, on a colour of their own. */
export function avatar(id, name, extra = "") {
  return element("span", { class: `avatar ${shade(id)} ${extra}`, "aria-hidden": "true" }, initials(name));
}

/** The class of the colour that belongs to this id. */
export const shade = (id) => `shade-${Math.abs(id) % SHADES}`;

function initials(name) {
  const words = name.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...word].find((letter) => /\p{L}|\p{N}/u.test(letter)).toUpperCase()).join("") || "?";
}
