import { avatar, shade } from "./avatar.js";
import { element } from "./dom.js";
import { say } from "./words.js";

const ASK_AFTER = 300; // milliseconds without typing before an inline query is asked

/** Asking the bot from the writing field: `@bot words`. `does`: ask(query, offset), choose(queryId, resultId),
 *  start(parameter), botName(), bot(). `list` is where results are shown. */
export function createInlineResults(does, list) {
  let asked = null; // the words that are being asked, or whose results are shown
  let timer = 0;

  /** The words after @bot, or null when the text asks nothing. */
  function queryIn(text) {
    const [, name, query] = text.match(/^@(\w+)\s(.*)$/s) ?? [];
    return name && name.toLowerCase() === does.botName()?.toLowerCase() ? query : null;
  }

  /** The text in the writing field has changed; says whether it asks the bot. */
  function follow(text) {
    const query = queryIn(text);
    if (query === asked) return query !== null;
    clearTimeout(timer);
    asked = query;
    if (query === null) return false;
    if (!list.isOpen()) list.show([{ note: say("inline-asking", { bot: does.bot().name }) }]);
    timer = setTimeout(() => does.ask(query, ""), ASK_AFTER);
    return true;
  }

  /** The bot's answer has come: results, perhaps a button above them, perhaps more to be had. */
  function answered({ query, offset, query_id, results, button, next_offset, expired }) {
    if (query !== asked) return;
    const rows = (results ?? []).map((result) => row(result, () => does.choose(query_id, result.id)));
    const atEnd = next_offset ? () => does.ask(query, next_offset) : null;
    if (offset) return list.append(rows, atEnd);
    const leading = button?.start_parameter
      ? [{ title: button.text, run: () => does.start(button.start_parameter) }]
      : [];
    const none = { note: say(expired ? "bot-silent" : "inline-none") };
    const label = say("inline-results", { bot: does.bot().name });
    list.show([...leading, ...(rows.length ? rows : [none])], { label, atEnd });
  }

  /** Ask again what is in the writing field: it may be another chat's. */
  function forget() {
    clearTimeout(timer);
    asked = null;
  }

  return { follow, answered, forget };
}

function row(result, run) {
  const name = [result.first_name, result.last_name].filter(Boolean).join(" ");
  const title = result.title ?? (name || result.id);
  const mark =
    result.type === "contact" ? avatar(name.length, name) : element("span", { class: tile(title) }, letter(title));
  return { title, detail: result.description ?? result.phone_number ?? "", mark, run };
}

const tile = (title) => `result-mark ${shade([...title].reduce((sum, each) => sum + each.codePointAt(0), 0))}`;
const letter = (title) => [...title.trim()][0]?.toUpperCase() ?? "";
