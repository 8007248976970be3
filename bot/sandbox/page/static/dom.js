/** Make an element. Attributes: `on…` are listeners, true/false switch, others are strings; children are nodes or
 *  words.  Words always become text nodes: nothing that a person wrote is ever read as HTML. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Make a button that is a button. */
export function button(attributes, ...children) {
  return element("button", { type: "button", ...attributes }, ...children);
}

const SVG = "http://www.w3.org/2000/svg";

/** Draw one of the shapes of icons.svg; it is decoration, so name the button around it. */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, "use");
  shape.setAttribute("href", `/static/icons.svg#${name}`);
  drawing.append(shape);
  return drawing;
}

/** Find the element with this id; the page's shell has all of them. */
export function byId(id) {
  return document.getElementById(id);
}
