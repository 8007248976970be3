import { byId } from "./dom.js";
import { createInlineResults } from "./inline_results.js";
import { createSuggestions } from "./suggestions.js";
import { toast } from "./dialogs.js";
import { say } from "./words.js";

const form = byId("composer");
const input = byId("input");
const menu = byId("menu");

/** The writing field with its command menu and its inline results. `does`: write(text) -> Promise<boolean>, editLast(),
 *  stopEditing(), *  askInline(query, offset), chooseInline(queryId, resultId), startInline(parameter), bot(). */
export function createComposer(does) {
  const suggestions = createSuggestions();
  const inline = createInlineResults(
    {
      ask: does.askInline,
      choose(queryId, resultId) {
        setText("");
        does.chooseInline(queryId, resultId);
        input.focus();
      },
      start(parameter) {
        setText("");
        does.startInline(parameter);
      },
      bot: does.bot,
      botName: () => does.bot().username,
    },
    suggestions,
  );
  let commands = [];

  function setText(text) {
    input.value = text;
    input.setSelectionRange(text.length, text.length);
    changed();
  }

  async function send() {
    const text = input.value.trim();
    if (!text) return;
    const sending = does.write(text);
    setText("");
    if (!(await sending) && !input.value) setText(text);
  }

  function changed() {
    if (!input.value) does.stopEditing();
    byId("send").disabled = !input.value.trim();
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
    const isInline = inline.follow(input.value);
    if (!isInline && /^\/\w*$/.test(input.value)) suggest(input.value.slice(1));
    else if (!isInline) suggestions.show([]);
    menu.setAttribute("aria-expanded", String(suggestions.isOpen()));
  }

  function suggest(beginning) {
    const fitting = commands.filter(({ command }) => command.startsWith(beginning.toLowerCase()));
    const item = (each) => ({ title: `/${each.command}`, detail: each.description, run: () => use(each) });
    suggestions.show(fitting.map(item), { label: say("commands") });
    menu.setAttribute("aria-expanded", String(suggestions.isOpen()));
    return fitting.length;
  }

  function use({ command }) {
    setText("");
    does.write(`/${command}`);
    input.focus();
  }

  input.addEventListener("input", changed);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (suggestions.takeKey(event)) return event.preventDefault();
    if (event.key === "ArrowUp" && !input.value) {
      event.preventDefault();
      return does.editLast();
    }
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
    input.focus();
  });
  menu.addEventListener("click", () => {
    if (suggestions.isOpen()) suggestions.show([]);
    else if (!suggest("")) toast(say("commands-none"));
    menu.setAttribute("aria-expanded", String(suggestions.isOpen()));
    input.focus({ preventScroll: true });
  });
  addEventListener("pointerdown", (event) => {
    if (suggestions.isOpen() && !event.target.closest("#foot")) suggestions.show([]);
  });

  return {
    /** Begin anew in another chat, with the words that were left there. */
    open(text) {
      inline.forget();
      setText(text);
    },
    write(text) {
      setText(text);
      input.focus();
    },
    showResults: inline.answered,
    text: () => input.value,
    focus: () => input.focus({ preventScroll: true }),
    setCommands: (next) => (commands = next),
    setPlaceholder: (text) => (input.placeholder = text || say("composer-placeholder")),
  };
}
