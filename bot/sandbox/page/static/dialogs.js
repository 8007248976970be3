import { button, byId, element } from "./dom.js";
import { say } from "./words.js";

const TOAST_SECONDS = 4;
let toastTimer = 0;

/** Say something in passing, at the bottom of the chat. */
export function toast(text) {
  const place = byId("toast");
  clearTimeout(toastTimer);
  place.textContent = text;
  toastTimer = setTimeout(() => place.replaceChildren(), TOAST_SECONDS * 1000);
}

/** Wait for something that was asked for; a failure is said in passing. Resolves to whether it worked. */
export async function attempt(promise) {
  try {
    await promise;
    return true;
  } catch (error) {
    toast(say("failed", { reason: error.message }));
    return false;
  }
}

/** Say something that has to be confirmed with a tap. Resolves when it is closed. */
export function inform(text, title = "") {
  return ask({ title, text, actions: [{ label: say("ok"), value: "ok" }], testid: "alert" });
}

/** Ask a question with one way to go on; resolves to whether it was taken. */
export async function confirm({ title, text, action, danger = false }) {
  const actions = [
    { label: say("cancel"), value: "" },
    { label: action, value: "yes", look: danger ? "danger" : "primary" },
  ];
  return (await ask({ title, text, actions, testid: "question" })) === "yes";
}

/** Open a dialog with content of its own and actions below; resolves to the value of the chosen action, or "".
 *  Enter in a field of the content takes the last action. */
export function ask({ title, text, content, actions, testid }) {
  const buttons = actions.map(({ label, value, look = "" }) => {
    const name = value ? `${testid}-${value}` : null;
    const attributes = { value, class: `dialog-action ${look}`, "data-testid": name, formnovalidate: !value };
    return element("button", attributes, label);
  });
  const form = element(
    "form",
    { method: "dialog" },
    title ? element("h2", {}, title) : null,
    text ? element("p", { class: "dialog-text" }, text) : null,
    content,
    element("div", { class: "dialog-actions" }, ...buttons),
  );
  const dialog = element("dialog", { class: "dialog", "data-testid": testid, "aria-label": title || text }, form);
  buttons.at(-1).autofocus = !content;
  // By itself, Enter would take the first button of the form, which cancels.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    buttons.at(-1).click();
  });
  return opened(dialog);
}

/** Show a photo as large as the window lets it; a tap anywhere closes it. `guard` are listeners on the picture. */
export function showPhoto(address, alt, guard = {}) {
  const dialog = element(
    "dialog",
    { class: "viewer", "data-testid": "viewer", "aria-label": alt, onclick: () => dialog.close() },
    element("img", { src: address, alt, ...guard }),
    button({ class: "viewer-close", "aria-label": say("close") }, "×"),
  );
  return opened(dialog);
}

function opened(dialog) {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

/** Unfold a menu beside the button that opens it. Items: {label, look, run, testid}. */
export function popupMenu(anchor, items, above = false) {
  const close = (back) => {
    removeEventListener("pointerdown", outside, true);
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    if (back) anchor.focus();
  };
  const choose = (item) => () => {
    close(true);
    item.run();
  };
  const made = items.map((item) =>
    button({ role: "menuitem", class: item.look ?? "", "data-testid": item.testid, onclick: choose(item) }, item.label),
  );
  const menu = element("div", { class: `popup ${above ? "above" : ""}`, role: "menu" }, ...made);
  const outside = (event) => menu.contains(event.target) || close(false);
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") close(true);
    if (step) made.at((made.indexOf(document.activeElement) + step) % made.length).focus();
    if (event.key !== "Enter" && event.key !== " " && event.key !== "Tab") event.preventDefault();
  });
  anchor.parentElement.append(menu);
  anchor.setAttribute("aria-expanded", "true");
  made[0].focus();
  setTimeout(() => addEventListener("pointerdown", outside, true));
}
