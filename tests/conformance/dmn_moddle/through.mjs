// Reads DMN files with dmn-moddle, the reader and writer under the stock DMN editors, and writes them again.
//
//   node tests/conformance/dmn_moddle/through.mjs FROM TO [FROM TO ...]
//
// Anything it does not understand is said and ends with 1: an editor would lose it.

import { readFileSync, writeFileSync } from "node:fs";
import { DmnModdle } from "dmn-moddle";

const files = process.argv.slice(2);
let unread = 0;
for (let at = 0; at + 1 < files.length; at += 2) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(readFileSync(files[at], "utf8"), "dmn:Definitions");
  for (const warning of warnings) {
    console.error(`${files[at]}: ${warning.message}`);
    ++unread;
  }
  writeFileSync(files[at + 1], (await new DmnModdle().toXML(rootElement, { format: true })).xml);
}
process.exit(unread ? 1 : 0);
