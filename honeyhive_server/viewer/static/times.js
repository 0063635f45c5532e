// Shows times in the time zone of the browser.
import { $$ } from "./dom.js";

const pad = (number) => String(number).padStart(2, "0");

export function localise() {
  for (const time of $$("time:not([data-local])")) {
    const when = new Date(time.dateTime);
    const day = `${when.getFullYear()}-${pad(when.getMonth() + 1)}-${pad(when.getDate())}`;
    const minute = `${pad(when.getHours())}:${pad(when.getMinutes())}`;
    const second = `${minute}:${pad(when.getSeconds())}`;
    // Lists have little room: they show times of today to the second, and times of other days to the minute.
    const isToday = when.toDateString() === new Date().toDateString();
    time.textContent = time.closest(".rows") ? (isToday ? second : `${day} ${minute}`) : `${day} ${second}`;
    time.dataset.local = "";
  }
}
