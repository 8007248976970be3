import { button, byId, element } from "./dom.js";
import { say } from "./words.js";

const place = byId("reply-keyboard");
const toggle = byId("keyboard-toggle");

/** The keyboard that the bot put in place of the letters. `onPress(button)` gets the Bot API's button. */
export function createReplyKeyboard(onPress) {
  let keyboard = null;
  let folded = false;

  function show(next) {
    if (JSON.stringify(next) === JSON.stringify(keyboard)) return;
    keyboard = next;
    folded = false;
    place.replaceChildren(...(next?.keyboard ?? []).map(row));
    place.classList.toggle("resized", Boolean(next?.resize_keyboard));
    fold();
  }

  function row(buttons) {
    const made = buttons.map((each) => {
      const label = typeof each === "string" ? each : each.text;
      const style = (typeof each === "object" && each.style) || "plain";
      return button({ class: `reply-button ${style}`, onclick: () => press(each) }, label);
    });
    return element("div", { class: "reply-row" }, ...made);
  }

  function press(each) {
    if (keyboard.one_time_keyboard) {
      folded = true;
      fold();
    }
    onPress(typeof each === "string" ? { text: each } : each);
  }

  function fold() {
    const has = Boolean(keyboard?.keyboard?.length);
    const label = say(folded ? "keyboard-show" : "keyboard-hide");
    place.hidden = !has || folded;
    toggle.hidden = !has || keyboard.is_persistent === true;
    toggle.setAttribute("aria-expanded", String(!folded));
    toggle.setAttribute("aria-label", label);
    toggle.title = label;
  }

  toggle.addEventListener("click", () => {
    folded = !folded;
    fold();
  });

  return { show };
}
