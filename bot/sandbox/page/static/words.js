const words = JSON.parse(document.getElementById("words").textContent);

/** The language of the page: "vi" or "en". */
export const language = document.documentElement.lang;

/** The words of a key, with `{places}` filled in; a key without words shows itself. */
export function say(key, values = {}) {
  const pattern = words[key] ?? key;
  return pattern.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/** Whether there are words for this key. */
export function known(key) {
  return key in words;
}

/** Letters as one searches for them: lower case, no accents, đ as d. */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").trim();
}
