import * as api from "./api.js";
import { createBooks } from "./books.js";
import { attempt } from "./dialogs.js";
import { button, byId, element } from "./dom.js";
import { createFaultSwitches } from "./fault_switches.js";
import { clockTimeWithSeconds, now, setClock, wholeTime } from "./time.js";
import { known, say } from "./words.js";

const drawer = byId("tools");
const opener = byId("tools-button");
const REFRESH = 1000; // milliseconds between looks at the counters while the drawer is open

const STEPS = { "minute-1": 60, "minute-5": 300, "minute-15": 900, "hour-1": 3600, "day-1": 86400 };
const KINDS = [
  "500",
  "502",
  "malformed_update",
  "duplicate_update",
  "unparsable_html",
  "429",
  "slow",
  "drop_before",
  "drop_after",
  "page_200",
  "page_403",
  "empty",
  "cut",
  "not_ok",
];
const TIMED = new Set(["429", "slow"]); // the only kinds whose seconds mean something

/** The drawer of the sandbox's own tools: its clock, its faults, the killing of the bot, the books, its counters. */
export function createTools() {
  const time = element("strong", { class: "tools-time", "data-testid": "clock" });
  const drift = element("span", { class: "tools-drift" });
  const faults = element("ul", { class: "fault-list", "data-testid": "faults" });
  const counters = element("dl", { class: "counters", "data-testid": "counters" });
  const switches = createFaultSwitches(act);
  const books = createBooks(act);
  let timer = 0;

  function build() {
    const steps = Object.entries(STEPS).map(([name, seconds]) =>
      chip(`advance-${seconds}`, say(`tools-${name}`), () => advance(seconds)),
    );
    const clear = chip("faults-clear", say("tools-faults-clear"), api.clearFaults);
    clear.classList.add("danger");
    const shut = button({ class: "round", "aria-label": say("close"), onclick: close }, "×");
    drawer.replaceChildren(
      element("header", {}, element("h2", {}, say("tools")), shut),
      section("clock", element("p", { class: "tools-now" }, time, drift), element("div", { class: "chips" }, ...steps)),
      section("bot", books.killing, books.place),
      section("faults", switches.place, more("tools-faults-more", customFault(), faults, clear)),
      element("section", {}, more("tools-counters", counters)),
    );
  }

  function chip(testid, label, run) {
    return button({ class: "chip", "data-testid": testid, onclick: () => act(run()) }, label);
  }

  function section(name, ...content) {
    const key = `tools-${name}-explanation`;
    const explanation = known(key) ? element("p", { class: "tools-explanation" }, say(key)) : null;
    return element("section", {}, element("h3", {}, say(`tools-${name}`)), explanation, ...content);
  }

  function more(key, ...content) {
    return element("details", { class: "tools-more", "data-testid": key }, element("summary", {}, say(key)), ...content);
  }

  function customFault() {
    const kinds = KINDS.map((kind) => element("option", { value: kind }, say(`tools-fault-${kind}`)));
    const kind = element("select", { "aria-label": say("tools-fault-kind"), "data-testid": "fault-kind" }, ...kinds);
    const times = number("times", 1, 1);
    const seconds = number("seconds", 0, 5);
    const submit = (event) => {
      event.preventDefault();
      const often = times.value ? Number(times.value) : null;
      act(api.addFault({ kind: kind.value, times: often, seconds: Number(seconds.value || 0) }));
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
    switches.show(list);
  }

  function showCounters(numbers) {
    const flat = { ...numbers.updates, ...numbers, ...numbers.crowd };
    const names = Object.keys(flat).filter((name) => typeof flat[name] === "number" && known(`counter-${name}`));
    counters.replaceChildren(...names.map((name) => counter(name, flat[name])));
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
    showFaults(await api.faults());
    books.show(await api.books());
  }

  const advance = async (seconds) => setClock(await api.advanceClock(seconds));

  async function act(promise) {
    await attempt(promise);
    await attempt(refresh());
  }

  function open() {
    drawer.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    attempt(refresh());
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

function counter(name, value) {
  const figure = element("dd", { "data-counter": name }, String(value));
  return element("div", {}, element("dt", {}, say(`counter-${name}`)), figure);
}

function number(name, least, value) {
  return element("input", { type: "number", min: least, value, "data-testid": `fault-${name}` });
}

function detail({ kind, method, times, seconds, every }) {
  const parts = [
    method,
    every > 1 ? say("tools-fault-every", { count: every }) : null,
    times && kind !== "away" ? say("tools-fault-times-left", { times }) : say("tools-fault-until-cleared"),
    seconds && TIMED.has(kind) ? say("tools-fault-lasting", { seconds }) : null,
  ];
  return parts.filter(Boolean).join(" · ");
}
