import { avatar } from "./avatar.js";
import { kindOf } from "./attachments.js";
import { button, byId, element, icon } from "./dom.js";
import { serviceLine } from "./service_lines.js";
import { briefTime } from "./time.js";
import { known, plain, say } from "./words.js";

const list = byId("people");
const search = byId("search");
const FOLDED = "sandbox.folded"; // headings that the reader folded, kept in this browser

/** The left column: everybody who has a phone in this sandbox. */
export function createPeople() {
  let rows = new Map(); // id -> {person, node, line, badge, time, words, look}
  let sections = [];
  let chosen = null;
  let open = null; // id of the chat of theirs that is on the screen

  function load(people) {
    for (const person of people) if (person.id === chosen) readOpen(person);
    if (!sameCast(people)) build(people);
    for (const person of people) {
      rows.get(person.id).person = person;
      refresh(person.id);
    }
    filter();
  }

  const sameCast = (people) => people.length === rows.size && people.every(looksAsBefore);

  function looksAsBefore(person) {
    return rows.get(person.id)?.look === lookOf(person);
  }

  function build(people) {
    rows = new Map(people.map((person) => [person.id, makeRow(person)]));
    const headings = new Map();
    for (const person of people) {
      const heading = person.featured ? "" : person.group || say("people-others");
      headings.set(heading, [...(headings.get(heading) ?? []), rows.get(person.id).node]);
    }
    const pinnedFirst = [...headings].sort(([a], [b]) => Number(Boolean(a)) - Number(Boolean(b)));
    sections = pinnedFirst.map(([heading, nodes]) => makeSection(heading, nodes));
    list.replaceChildren(...sections.map((section) => section.node));
    if (chosen !== null) choose(chosen);
  }

  function refresh(id) {
    const { person, node, line, badge, time } = rows.get(id);
    const { last, blocked } = person;
    const unread = person.unread + person.groups.reduce((sum, group) => sum + group.unread, 0);
    node.classList.toggle("blocked", Boolean(blocked));
    node.classList.toggle("talked", Boolean(last) || Boolean(blocked));
    time.textContent = last ? briefTime(last.at) : "";
    line.replaceChildren();
    if (last?.mine) line.append(element("span", { class: "you" }, say("people-you")), " ");
    line.append(last ? brief(last) : blocked ? say("people-blocked") : "");
    badge.textContent = unread > 0 ? (unread > 99 ? "99+" : unread) : "";
    badge.setAttribute("aria-label", unread > 0 ? say("people-unread", { count: unread }) : "");
    badge.hidden = !(unread > 0);
  }

  // What is on the screen is read.
  function readOpen(person) {
    if (open === person.id) person.unread = 0;
    for (const group of person.groups) if (group.id === open) group.unread = 0;
  }

  /** A message came to or from a private chat. */
  function heard(message, isNew) {
    const row = rows.get(message.chat.id);
    if (!row || (!isNew && message.date < (row.person.last?.at ?? 0))) return;
    const mine = message.from?.id === message.chat.id;
    const text = message.text ?? message.caption ?? serviceLine(message) ?? kindOf(message);
    row.person.last = { text, at: message.date, mine };
    if (isNew && !mine && message.chat.id !== open) row.person.unread += 1;
    refresh(message.chat.id);
  }

  /** Mark the person who is played, and the chat of theirs that is open. */
  function choose(id, chat = open) {
    rows.get(chosen)?.node.removeAttribute("aria-current");
    chosen = id;
    open = chat;
    const row = rows.get(id);
    if (!row) return;
    row.node.setAttribute("aria-current", "page");
    readOpen(row.person);
    refresh(id);
  }

  function filter() {
    const asked = plain(search.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    let found = 0;
    for (const { node, words } of rows.values()) {
      node.hidden = !asked.every((word) => words.includes(/^\d/.test(word) ? word : ` ${word}`));
      if (!node.hidden) found += 1;
    }
    for (const section of sections) section.show(asked.length > 0);
    list.dataset.empty = rows.size === 0 ? say("people-none-yet") : found === 0 ? say("people-none-found") : "";
  }

  search.addEventListener("input", filter);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") list.querySelector(".person:not([hidden])")?.click();
    if (event.key === "ArrowDown") list.querySelector(".person:not([hidden])")?.focus();
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const visible = [...list.querySelectorAll(".person")].filter((row) => row.offsetParent);
    visible[visible.indexOf(document.activeElement) + step]?.focus();
    event.preventDefault();
  });

  const all = () => [...rows.values()].map(({ person }) => person);
  return { load, heard, choose, all, find: (id) => rows.get(id)?.person ?? null };
}

function brief({ text, kind }) {
  if (text) return text.split("\n", 1)[0];
  return say(known(`kind-${kind}`) ? `kind-${kind}` : "kind-other");
}

// Each word after a space, so that a search finds beginnings of words; figures are found anywhere.
function wordsOf(person) {
  const all = [person.name, person.note, person.group, person.phone].join(" ");
  return ` ${plain(all).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
}

// What a row shows that never changes while the cast stays the same.
function lookOf({ name, note, group, phone, featured }) {
  return JSON.stringify([name, note, group, phone, featured]);
}

function makeRow(person) {
  const time = element("time", { class: "person-time" });
  const line = element("span", { class: "person-last" });
  const badge = element("span", { class: "badge", hidden: true });
  const node = element(
    "a",
    { class: "person", href: `#/${person.id}`, "data-person": person.id },
    avatar(person.id, person.name),
    element("span", { class: "person-name" }, person.name),
    time,
    person.note ? element("span", { class: "person-note" }, person.note) : null,
    line,
    badge,
  );
  return { person, node, line, badge, time, words: wordsOf(person), look: lookOf(person) };
}

function makeSection(heading, nodes) {
  const body = element("div", { class: "people-rows" }, ...nodes);
  const count = element("span", { class: "people-count" });
  const name = element("span", {}, heading);
  const fold = button({ class: "people-heading", "aria-expanded": "true" }, icon("down"), name, count);
  const node = element("section", {}, heading ? fold : null, body);
  let isFolded = folded().has(heading);

  function show(searching) {
    const visible = nodes.filter((row) => !row.hidden).length;
    count.textContent = visible;
    node.hidden = visible === 0;
    body.hidden = isFolded && !searching;
    fold.setAttribute("aria-expanded", String(!body.hidden));
  }

  fold.addEventListener("click", () => {
    isFolded = !isFolded;
    remember(heading, isFolded);
    show(false);
  });
  return { node, show };
}

const folded = () => new Set(JSON.parse(localStorage.getItem(FOLDED) ?? "[]"));

function remember(heading, isFolded) {
  const all = folded();
  if (isFolded) all.add(heading);
  else all.delete(heading);
  localStorage.setItem(FOLDED, JSON.stringify([...all]));
}
