// Loaded before Azurite by its keeper (simulators/Emulators), which holds the other end of standard input: when that closes,
// Azurite saves what it has not saved yet (it does so every five seconds) and ends.
process.stdin.on("end", () => process.emit("message", "shutdown")).resume();

// Whoever read its output may be gone by then, and it says goodbye before it saves.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", () => {});
}

// Ctrl-C reaches all programs of a terminal at once. The one that uses Azurite is to stop first.
const once = process.once;
process.once = function (event, listener) {
  return event === "SIGINT" ? process : once.call(process, event, listener);
};
process.on("SIGINT", () => {});
