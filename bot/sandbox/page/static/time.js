import { language, say } from "./words.js";

const ZONE = "Asia/Ho_Chi_Minh";
const locale = language === "vi" ? "vi-VN" : "en-GB";
const hours = new Intl.DateTimeFormat(locale, { timeZone: ZONE, hour: "2-digit", minute: "2-digit", hour12: false });
const seconds = new Intl.DateTimeFormat(locale, { timeZone: ZONE, timeStyle: "medium", hour12: false });
const shortDay = new Intl.DateTimeFormat(locale, { timeZone: ZONE, day: "2-digit", month: "2-digit" });
const longDay = new Intl.DateTimeFormat(locale, { timeZone: ZONE, day: "numeric", month: "long" });
const whole = new Intl.DateTimeFormat(locale, { timeZone: ZONE, dateStyle: "full", timeStyle: "medium" });
const key = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short" });
const A_DAY = 86400;

let ahead = 0; // seconds that the sandbox's clock is ahead of this machine's

/** Take over what the server said of its clock. */
export function setClock({ now }) {
  ahead = now - Date.now() / 1000;
}

/** The sandbox's time in epoch seconds. */
export function now() {
  return Date.now() / 1000 + ahead;
}

const date = (at) => new Date(at * 1000);
export const clockTime = (at) => hours.format(date(at));
export const clockTimeWithSeconds = (at) => seconds.format(date(at));
export const wholeTime = (at) => whole.format(date(at));
export const dayKey = (at) => key.format(date(at));

/** "Hôm nay", "Hôm qua", or the day. */
export function dayName(at) {
  if (dayKey(at) === dayKey(now())) return say("today");
  if (dayKey(at) === dayKey(now() - A_DAY)) return say("yesterday");
  return longDay.format(date(at));
}

/** The time today, else the day: for the list of people. */
export function briefTime(at) {
  return dayKey(at) === dayKey(now()) ? clockTime(at) : shortDay.format(date(at));
}
