import * as api from "./api.js";
import { button, element } from "./dom.js";
import { say } from "./words.js";

// Each line of the books: what is counted, the count that it must reach, and the one that is accounted for on a line of
// its own. Those of RARE show only when there are any.
const PEOPLE = [["came"], ["stored", "came", "expired"], ["applied", "stored", "quarantined"], ["shown", "taps", "expired"]];
const PEOPLE_RARE = ["expired", "quarantined"];
const MESSAGES = [["due"], ["sent"], ["repeated"]];
const MESSAGES_RARE = ["failed", "dropped", "uncertain", "waiting", "redraws"];

/** The bot's state with the button that kills it, and the books of both sides. `act` waits for a change and looks at
 *  everything anew. */
export function createBooks(act) {
  const state = element("strong", { "data-testid": "bot-state" });
  const kills = element("small", { "data-testid": "kills" });
  const kill = button(
    { class: "kill", "data-testid": "kill", disabled: true, onclick: () => act(api.killBot()) },
    say("tools-kill"),
  );
  const verdict = element("p", { class: "verdict", "data-testid": "verdict", role: "status" });
  const table = element("div", { class: "books", "data-testid": "books" });

  /** Show what the sandbox knows of the bot and its books. */
  function show(books) {
    state.textContent = say(`bot-${books.state}`);
    state.className = `bot-state ${books.state}`;
    kills.textContent = books.kills ? say("bot-kills", { count: books.kills }) : "";
    kill.disabled = books.state !== "running";
    const isResending = books.verdict === "working" && books.kills > 0 && books.counts.waiting > 0;
    verdict.textContent = say(`books-${isResending ? "resending" : books.verdict}`, { count: books.lost });
    verdict.className = `verdict ${books.verdict}`;
    const isKept = books.verdict !== "unknown";
    table.hidden = !isKept;
    if (isKept) table.replaceChildren(...part("people", PEOPLE, PEOPLE_RARE, books.counts), ...sent(books.counts));
  }

  const sent = (counts) => part("messages", MESSAGES, MESSAGES_RARE, counts);
  const head = element("p", { class: "bot-line" }, state, kills);
  return {
    killing: element("div", {}, head, kill),
    place: element("div", { class: "books-place" }, verdict, table),
    show,
  };
}

function part(name, always, rare, counts) {
  const lines = [...always, ...rare.filter((each) => counts[each]).map((each) => [each])];
  const rows = lines.map(([each, goal, apart]) => {
    const isShort = goal && counts[each] + (counts[apart] ?? 0) < counts[goal];
    const figure = isShort ? `${counts[each]} / ${counts[goal]}` : String(counts[each]);
    const value = element("dd", { "data-book": each, class: isShort ? "short" : "" }, figure);
    return element("div", {}, element("dt", {}, say(`book-${each}`)), value);
  });
  return [element("h4", {}, say(`books-${name}`)), element("dl", { class: "counters" }, ...rows)];
}
