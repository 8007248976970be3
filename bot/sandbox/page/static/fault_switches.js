import * as api from "./api.js";
import { element } from "./dom.js";
import { say } from "./words.js";

// What each switch does until it is switched off; the words beside it say the same.
const SWITCHES = {
  429: { seconds: 3, every: 10 },
  slow: { seconds: 2, every: 3 },
  drop_before: { every: 10 },
  drop_after: { every: 10 },
  away: {},
};

/** A switch for each way in which Telegram can be hurt. `act` waits for a change and looks at everything anew. */
export function createFaultSwitches(act) {
  const fields = Object.fromEntries(Object.entries(SWITCHES).map(([kind, how]) => [kind, field(kind, how)]));
  const lines = Object.entries(fields).map(([kind, input]) =>
    element(
      "label",
      { class: "switch" },
      element(
        "span",
        {},
        element("strong", {}, say(`tools-fault-${kind}`)),
        element("small", {}, say(`tools-switch-${kind}`)),
      ),
      input,
    ),
  );

  function field(kind, how) {
    const change = ({ target }) =>
      act(target.checked ? api.addFault({ kind, times: null, ...how }) : api.removeFaults(kind));
    return element("input", { type: "checkbox", role: "switch", "data-testid": `fault-${kind}`, onchange: change });
  }

  /** Show which faults are active. */
  function show(list) {
    const active = new Set(list.filter((fault) => fault.times === null).map((fault) => fault.kind));
    for (const [kind, input] of Object.entries(fields)) input.checked = active.has(kind);
  }

  return { place: element("div", { class: "switches" }, ...lines), show };
}
