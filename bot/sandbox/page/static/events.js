const PATIENCE = [500, 1000, 2000, 4000, 8000]; // milliseconds before each new try; the last one repeats

/** Listen to the server for as long as the page lives. `onOpen(again)` is called at each connection: what happened
 *  in between is unknown then. `onLost()` is called when the connection breaks. */
export function listen({ onEvent, onOpen, onLost }) {
  let tries = 0;
  let before = false;

  function connect() {
    const source = new EventSource("/sandbox/events");
    source.onopen = () => {
      tries = 0;
      onOpen(before);
      before = true;
    };
    source.onmessage = (event) => onEvent(JSON.parse(event.data));
    source.onerror = () => {
      source.close();
      onLost();
      setTimeout(connect, PATIENCE[Math.min(tries++, PATIENCE.length - 1)]);
    };
    addEventListener("pagehide", () => source.close(), { once: true });
  }

  connect();
}
