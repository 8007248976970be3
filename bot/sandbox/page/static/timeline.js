import { markChanges } from "./changes.js";
import { byId, element } from "./dom.js";
import { albumElement, messageElement } from "./message.js";
import { dayKey, dayName } from "./time.js";
import { say } from "./words.js";

const NEAR = 48; // CSS pixels from the bottom within which the reader is "at the bottom"
const frame = byId("timeline");
const pill = byId("to-bottom");

/** The messages of one open chat, kept in step with what the server says. */
export function createTimeline(does) {
  const shown = new Map(); // message id -> {message, node}
  let person = null;
  let atBottom = true;
  let unseen = 0;
  let size = ""; // of the frame and of what is in it, when it was last scrolled to the bottom

  function clear(forPerson) {
    person = forPerson;
    frame.setAttribute("aria-busy", "true"); // nobody wants a whole chat read aloud
    shown.clear();
    frame.replaceChildren();
    unseen = 0;
    atBottom = true;
    showPill();
  }

  /** Show exactly these messages, touching only what changed. */
  function reconcile(messages) {
    const present = new Set(messages.map((message) => message.message_id));
    for (const id of [...shown.keys()]) if (!present.has(id)) remove(id);
    for (const message of messages) put(message, false);
    frame.removeAttribute("aria-busy");
    stay();
  }

  /** Add a message, or change the one that has its id. */
  function put(message, isNew = true) {
    const known = shown.get(message.message_id);
    if (known) return change(known, message);
    const node = messageElement(message, person, does);
    shown.set(message.message_id, { message, node });
    const place = placeOf(message);
    joinSender(node, place.lastElementChild ?? place.previousElementSibling);
    place.append(node);
    if (!isNew) return;
    node.classList.add("arriving");
    if (message.from?.id === person) toBottom();
    else if (atBottom) stay();
    else unseen += 1;
    showPill();
  }

  function change(known, message) {
    if (JSON.stringify(known.message) === JSON.stringify(message)) return;
    const node = messageElement(message, person, does);
    const focused = known.node.contains(document.activeElement) ? document.activeElement.textContent : null;
    joinSender(node, known.node.previousElementSibling ?? known.node.parentElement.previousElementSibling);
    known.node.replaceWith(node);
    markChanges(known.node, node);
    if (focused !== null) [...node.querySelectorAll("button")].find((each) => each.textContent === focused)?.focus();
    node.classList.add("changed");
    known.message = message;
    known.node = node;
    stay();
  }

  function remove(id) {
    const known = shown.get(id);
    if (!known) return;
    const day = known.node.closest(".day");
    const album = known.node.closest(".album");
    shown.delete(id);
    known.node.remove();
    if (album && !album.firstElementChild) album.remove();
    if (!day.querySelector("[data-message]")) day.remove();
  }

  // The messages of an album stand in a frame of their own.
  function placeOf(message) {
    const day = dayOf(message.date);
    if (!message.media_group_id) return day;
    const last = day.lastElementChild;
    if (last?.dataset.album === message.media_group_id) return last;
    const album = albumElement(message, person);
    joinSender(album, last);
    day.append(album);
    return album;
  }

  function dayOf(at) {
    const key = dayKey(at);
    const last = frame.lastElementChild;
    if (last?.dataset.day === key) return last;
    const mark = element("div", { class: "day-mark" }, element("span", {}, dayName(at)));
    const day = element("section", { class: "day", "data-day": key }, mark);
    frame.append(day);
    return day;
  }

  function joinSender(node, previous) {
    node.classList.toggle("joined", previous?.dataset.sender === node.dataset.sender && !previous.matches(".service"));
  }

  function stay() {
    if (atBottom) frame.scrollTop = frame.scrollHeight;
    size = sizeNow();
  }

  const sizeNow = () => `${frame.scrollHeight}/${frame.clientHeight}`;

  function toBottom() {
    atBottom = true;
    unseen = 0;
    stay();
    showPill();
  }

  function showPill() {
    pill.hidden = atBottom;
    pill.classList.toggle("counting", unseen > 0);
    byId("to-bottom-words").textContent = unseen ? say("new-messages", { count: unseen }) : "";
    pill.setAttribute("aria-label", unseen ? say("new-messages", { count: unseen }) : say("to-bottom"));
  }

  function newest(fits = () => true) {
    return [...shown.values()].map(({ message }) => message).findLast(fits) ?? null;
  }

  function reveal(id) {
    const node = shown.get(id)?.node;
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
    node?.classList.remove("changed");
    requestAnimationFrame(() => node?.classList.add("changed"));
  }

  frame.addEventListener("scroll", () => {
    // A photo or a keyboard that came in between scrolls too; that is not the reader going up.
    if (atBottom && size !== sizeNow()) return stay();
    atBottom = frame.scrollHeight - frame.scrollTop - frame.clientHeight < NEAR;
    if (atBottom) unseen = 0;
    showPill();
  });
  frame.addEventListener("click", (event) => {
    const quote = event.target.closest("[data-reply-to]");
    if (!quote) return;
    event.preventDefault();
    reveal(Number(quote.dataset.replyTo));
  });
  frame.addEventListener("load", stay, true);
  new ResizeObserver(stay).observe(frame);
  frame.addEventListener("dblclick", (event) => {
    const bubble = event.target.closest(".bubble");
    const known = shown.get(Number(bubble?.parentElement.dataset.message));
    if (known && !event.target.closest("a, button")) does.answer(known.message);
  });
  pill.addEventListener("click", toBottom);

  return { clear, reconcile, put, remove, toBottom, isEmpty: () => shown.size === 0, newest };
}
