// Runs one decision table through engines from npm, each over the same people, and prints a line of JSON for each:
// name, answers, median and slowest hundredth in microseconds.
//
//   node peers.mjs PEERS_FOLDER TABLE.json PEOPLE.json TABLE.dmn
//
// An engine that is not installed is passed over; the script that calls this one says so.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, tableFile, peopleFile, dmnFile] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(folder, "package.json")));
const table = JSON.parse(readFileSync(tableFile, "utf8"));
const people = JSON.parse(readFileSync(peopleFile, "utf8"));
const { inputs, rules } = table;

async function race(name, decide) {
  for (const person of people.slice(0, 50)) await decide(person); // warm
  const times = [];
  const answers = [];
  for (const person of people) {
    const begun = process.hrtime.bigint();
    answers.push(Number(await decide(person)));
    times.push(Number(process.hrtime.bigint() - begun) / 1000);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  console.log(JSON.stringify({ name, answers, p50_us: at(0.5), p99_us: at(0.99) }));
}

function zenModel() {
  const fields = inputs.map((id) => ({ id, name: id, field: id }));
  return {
    nodes: [
      { id: "in", name: "in", type: "inputNode" },
      {
        id: "table", name: "table", type: "decisionTableNode",
        content: {
          hitPolicy: "first", inputs: fields, outputs: [{ id: "points", name: "points", field: "points" }],
          rules: rules.map((rule, at) => ({ _id: `r${at}`,
            ...Object.fromEntries(inputs.map((id, column) => [id, rule.cells[column] === "-" ? "" : rule.cells[column]])),
            points: String(rule.points) })),
        },
      },
      { id: "out", name: "out", type: "outputNode" },
    ],
    edges: [{ id: "a", sourceId: "in", targetId: "table", type: "edge" },
            { id: "b", sourceId: "table", targetId: "out", type: "edge" }],
  };
}

async function tried(name, begin) {
  try {
    await race(name, await begin());
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND" && error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  }
}

await tried("zen-engine (trace on)", async () => {
  const { ZenEngine } = require("@gorules/zen-engine");
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(zenModel())));
  return async (person) => (await decision.evaluate(person, { trace: true })).result.points;
});

await tried("dmn-eval-js", async () => {
  const { decisionTable } = require("@hbtgmbh/dmn-eval-js");
  // It reads the names of DMN 1.1.
  const xml = readFileSync(dmnFile, "utf8").replace(/https:\/\/www\.omg\.org\/spec\/DMN\/[0-9]+\/MODEL\//g,
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd");
  const decisions = await decisionTable.parseDmnXml(xml);
  return (person) => decisionTable.evaluateDecision("points", decisions, person).points;
});

await tried("feelin (cell by cell)", async () => {
  const { unaryTest, evaluate } = await import(pathToFileURL(require.resolve("feelin")));
  const valueOf = (answer) => (answer !== null && typeof answer === "object" && "value" in answer ? answer.value : answer);
  return (person) => {
    for (const rule of rules) {
      const holds = inputs.every((id, column) =>
        rule.cells[column] === "-" || valueOf(unaryTest(rule.cells[column], { "?": person[id] })) === true);
      if (holds) return valueOf(evaluate(String(rule.points), {}));
    }
    return null;
  };
});
