import { button, element } from "./dom.js";
import { address } from "./links.js";
import { say } from "./words.js";

const PLAIN_TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** Turn text and its entities (offsets in UTF-16 units, as JavaScript counts) into nodes.
 *  `does` says what taps do: followLink(url), sendCommand(text), copy(text). */
export function formatted(text, entities = [], does) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return range(text, 0, text.length, ordered, does);
}

function range(text, from, to, entities, does) {
  const nodes = [];
  let at = from;
  for (let index = 0; index < entities.length; ) {
    const entity = entities[index];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    const inside = [];
    for (index += 1; index < entities.length && entities[index].offset < end; index += 1) inside.push(entities[index]);
    if (end <= start) continue;
    const isBlock = BLOCKS.has(entity.type);
    nodes.push(isBlock ? withoutLastBreak(text.slice(at, start)) : text.slice(at, start));
    nodes.push(styled(entity, text.slice(start, end), range(text, start, end, inside, does), does));
    at = isBlock && text[end] === "\n" ? end + 1 : end;
  }
  nodes.push(text.slice(Math.min(at, to), to));
  return nodes.filter((node) => node !== "");
}

// A block begins on a line of its own anyway: the line breaks around it would show as empty lines.
function withoutLastBreak(text) {
  return text.endsWith("\n") ? text.slice(0, -1) : text;
}

function styled(entity, words, children, does) {
  const tag = PLAIN_TAGS[entity.type];
  if (tag) return element(tag, {}, ...children);
  switch (entity.type) {
    case "code":
      return element("code", { onclick: () => does.copy(words) }, ...children);
    case "pre":
      return element("pre", { "data-language": entity.language ?? null }, element("code", {}, ...children));
    case "blockquote":
      return element("blockquote", {}, ...children);
    case "expandable_blockquote":
      return expandable(children);
    case "spoiler":
      return spoiler(children);
    case "bot_command":
      return button({ class: "command", onclick: () => does.sendCommand(words) }, ...children);
    default:
      return linked(entity, words, children, does);
  }
}

function linked(entity, words, children, does) {
  const targets = {
    url: words,
    text_link: entity.url ?? "",
    email: `mailto:${words}`,
    phone_number: `tel:${words.replace(/[^\d+]/g, "")}`,
    mention: `https://t.me/${words.slice(1)}`,
  };
  const url = entity.type in targets ? address(targets[entity.type]) : null;
  if (!url) return element("span", { class: entity.type.replaceAll("_", "-") }, ...children);
  const follow = (event) => does.followLink(url, event);
  return element(
    "a",
    { href: url.href, target: "_blank", rel: "noopener noreferrer", title: url.href, onclick: follow },
    ...children,
  );
}

function spoiler(children) {
  const hidden = element("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": say("reveal") });
  hidden.append(element("span", { class: "spoiler-words", "aria-hidden": "true" }, ...children));
  const show = () => {
    hidden.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
    hidden.firstChild.removeAttribute("aria-hidden");
  };
  hidden.addEventListener("click", show, { once: true });
  hidden.addEventListener("keydown", (event) => event.key === "Enter" && show());
  return hidden;
}

/** Fold a quote; where all of it shows there is nothing to unfold, as in Telegram. */
function expandable(children) {
  const quote = element("blockquote", { class: "folded" }, ...children);
  const unfold = button({
    class: "unfold",
    "aria-label": say("quote-expand"),
    title: say("quote-expand"),
    onclick: () => {
      quote.classList.remove("folded");
      unfold.remove();
    },
  });
  quote.append(unfold);
  new ResizeObserver(() => (unfold.hidden = quote.scrollHeight <= quote.clientHeight)).observe(quote);
  return quote;
}
