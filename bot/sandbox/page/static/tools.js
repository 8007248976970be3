import * as api from "./api.js";
import { toast } from "./dialogs.js";
import { button, byId, element } from "./dom.js";
import { clockTimeWithSeconds, now, setClock, wholeTime } from "./time.js";
import { known, say } from "./words.js";

const drawer = byId("tools");
const opener = byId("tools-button");
const REFRESH = 1000; // milliseconds between looks at the counters while the drawer is open

const STEPS = { "minute-1": 60, "minute-5": 300, "minute-15": 900, "hour-1": 3600 };
const FAULTS = {
  429: { times: 1, seconds: 10 },
  slow: { times: 5, seconds: 3 },
  drop_before: { times: 1 },
  drop_after: { times: 1 },
  away: { times: null },
  500: { times: 1 },
  502: { times: 1 },
  malformed_update: { times: 1 },
  duplicate_update: { times: 1 },
  unparsable_html: { times: 1 },
};
const TIMED = new Set(["429", "slow"]); // the only kinds whose seconds mean something
const QUICK = ["429", "slow", "drop_after", "away"];

/** The drawer of the sandbox's own tools: its clock, its faults, its counters. */
export function createTools() {
  const time = element("strong", { class: "tools-time", "data-testid": "clock" });
  const drift = element("span", { class: "tools-drift" });
  const faults = element("ul", { class: "fault-list", "data-testid": "faults" });
  const counters = element("dl", { class: "counters", "data-testid": "counters" });
  let timer = 0;

  function build() {
    const steps = Object.entries(STEPS).map(([name, seconds]) =>
      button({ class: "chip", "data-testid": `advance-${seconds}`, onclick: () => act(advance(seconds)) }, say(`tools-${name}`)),
    );
    const quick = QUICK.map((kind) =>
      button({ class: "chip", "data-testid": `fault-${kind}`, onclick: () => act(add({ kind, ...FAULTS[kind] })) }, say(`tools-fault-${kind}`)),
    );
    const clear = button({ class: "chip danger", "data-testid": "faults-clear", onclick: () => act(clearAll()) }, say("tools-faults-clear"));
    drawer.replaceChildren(
      element("header", {}, element("h2", {}, say("tools")), button({ class: "round", "aria-label": say("close"), onclick: close }, "×")),
      section("clock", element("p", { class: "tools-now" }, time, drift), element("div", { class: "chips" }, ...steps)),
      section("faults", element("div", { class: "chips" }, ...quick), customFault(), faults, clear),
      section("counters", counters),
    );
  }

  function section(name, ...content) {
    const explanation = known(`tools-${name}-explanation`) ? element("p", { class: "tools-explanation" }, say(`tools-${name}-explanation`)) : null;
    return element("section", {}, element("h3", {}, say(`tools-${name}`)), explanation, ...content);
  }

  function customFault() {
    const kinds = Object.keys(FAULTS).map((kind) => element("option", { value: kind }, say(`tools-fault-${kind}`)));
    const kind = element("select", { "aria-label": say("tools-fault-kind"), "data-testid": "fault-kind" }, ...kinds);
    const times = number("times", 1, 1);
    const seconds = number("seconds", 0, 5);
    const submit = (event) => {
      event.preventDefault();
      act(add({ kind: kind.value, times: times.value ? Number(times.value) : null, seconds: Number(seconds.value || 0) }));
    };
    return element(
      "form",
      { class: "fault-form", onsubmit: submit },
      kind,
      element("label", {}, say("tools-fault-times"), times),
      element("label", {}, say("tools-fault-seconds"), seconds),
      element("button", { class: "chip", "data-testid": "fault-add" }, say("tools-fault-add")),
    );
  }

  function showFaults(list) {
    const lines = list.map((fault) =>
      element("li", {}, element("span", {}, say(`tools-fault-${fault.kind}`)), element("small", {}, detail(fault))),
    );
    faults.replaceChildren(...(lines.length ? lines : [element("li", { class: "none" }, say("tools-faults-none"))]));
    opener.classList.toggle("alarming", list.length > 0);
  }

  function showCounters(numbers) {
    const flat = { ...numbers.updates, ...numbers, ...numbers.crowd };
    const pairs = Object.entries(flat).filter(([name, value]) => typeof value === "number" && known(`counter-${name}`));
    const rows = pairs.map(([name, value]) =>
      element("div", {}, element("dt", {}, say(`counter-${name}`)), element("dd", { "data-counter": name }, String(value))),
    );
    counters.replaceChildren(...rows);
  }

  function tick() {
    time.textContent = clockTimeWithSeconds(now());
    time.title = wholeTime(now());
    const minutes = Math.round((now() - Date.now() / 1000) / 60);
    drift.textContent = minutes > 0 ? say("tools-clock-ahead", { count: minutes }) : say("tools-clock-real");
  }

  async function refresh() {
    tick();
    showCounters(await api.counters());
    const active = await api.faults();
    showFaults(Array.isArray(active) ? active : active.faults);
  }

  const advance = async (seconds) => setClock(await api.advanceClock(seconds));
  const add = (fault) => api.addFault(fault);
  const clearAll = () => api.clearFaults();

  async function act(promise) {
    try {
      await promise;
      await refresh();
    } catch (error) {
      toast(say("failed", { reason: error.message }));
    }
  }

  function open() {
    drawer.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    act(refresh());
    timer = setInterval(() => refresh().catch(tick), REFRESH);
    drawer.querySelector("button").focus();
  }

  function close() {
    drawer.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    clearInterval(timer);
    opener.focus();
  }

  build();
  opener.addEventListener("click", () => (drawer.hidden ? open() : close()));
  drawer.addEventListener("keydown", (event) => event.key === "Escape" && close());
}

function number(name, least, value) {
  return element("input", { type: "number", min: least, value, "data-testid": `fault-${name}` });
}

function detail({ kind, method, times, seconds }) {
  const parts = [
    method,
    times && kind !== "away" ? say("tools-fault-times-left", { times }) : say("tools-fault-until-cleared"),
    seconds && TIMED.has(kind) ? say("tools-fault-lasting", { seconds }) : null,
  ];
  return parts.filter(Boolean).join(" · ");
}
