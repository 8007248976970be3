import { byId } from "./dom.js";
import { createSuggestions } from "./suggestions.js";
import { toast } from "./dialogs.js";
import { say } from "./words.js";

const form = byId("composer");
const input = byId("input");
const menu = byId("menu");
const ASK_AFTER = 300; // milliseconds without typing before an inline query is asked

/** The writing field with its command menu. `does`: write(text) -> Promise<boolean>, askInline(query), botName(). */
export function createComposer(does) {
  const suggestions = createSuggestions();
  let commands = [];
  let timer = 0;

  function setText(text) {
    input.value = text;
    input.setSelectionRange(text.length, text.length);
    changed();
  }

  async function send() {
    const text = input.value.trim();
    if (!text) return;
    setText("");
    if (!(await does.write(text)) && !input.value) setText(text);
  }

  function changed() {
    byId("send").disabled = !input.value.trim();
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
    clearTimeout(timer);
    const query = inlineQuery();
    if (query !== null) timer = setTimeout(() => does.askInline(query), ASK_AFTER);
    else if (/^\/\w*$/.test(input.value)) suggest(input.value.slice(1));
    else suggestions.show([]);
    menu.setAttribute("aria-expanded", String(suggestions.isOpen()));
  }

  function inlineQuery() {
    const [, name, query] = input.value.match(/^@(\w+)\s(.*)$/s) ?? [];
    return name && name.toLowerCase() === does.botName()?.toLowerCase() ? query : null;
  }

  function suggest(beginning) {
    const fitting = commands.filter(({ command }) => command.startsWith(beginning.toLowerCase()));
    const item = (each) => ({ title: `/${each.command}`, detail: each.description, run: () => use(each) });
    suggestions.show(fitting.map(item));
    menu.setAttribute("aria-expanded", String(suggestions.isOpen()));
    return fitting.length;
  }

  function use({ command }) {
    setText("");
    does.write(`/${command}`);
    input.focus();
  }

  /** What the bot offered to an inline query; `choose(id)` sends one. */
  function showResults(results, choose) {
    if (inlineQuery() === null) return;
    const items = results.map((result) => ({
      title: result.title ?? result.id,
      detail: result.description ?? "",
      run: () => {
        setText("");
        choose(result.id);
      },
    }));
    suggestions.show(items);
    if (!items.length) toast(say("inline-none"));
  }

  input.addEventListener("input", changed);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (suggestions.takeKey(event)) return event.preventDefault();
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
    setText,
    write(text) {
      setText(text);
      input.focus();
    },
    showResults,
    text: () => input.value,
    focus: () => input.focus({ preventScroll: true }),
    setCommands: (next) => (commands = next),
    setPlaceholder: (text) => (input.placeholder = text || say("composer-placeholder")),
  };
}
