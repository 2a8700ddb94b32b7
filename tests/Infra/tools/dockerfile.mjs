// Holds a Dockerfile against the rules of Docker's own language service. Prints a line for each fault.
//   node dockerfile.mjs DOCKERFILE
import { readFileSync } from "node:fs";
import { validate } from "dockerfile-utils";

const faults = validate(readFileSync(process.argv[2], "utf8"));
for (const fault of faults) console.log(`${process.argv[2]}:${fault.range.start.line + 1}: ${fault.message}`);
process.exit(faults.length === 0 ? 0 : 1);
