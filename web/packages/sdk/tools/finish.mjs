// Names the version in the built file, sees to its weight, and lays the mini program's beside it.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET = 6000;
const from = new URL("../", import.meta.url);
const to = new URL("../../../src/yutang/web/collect/", from);
const { version } = JSON.parse(readFileSync(new URL("package.json", from), "utf8"));
const file = new URL("yutang.js", to);
const script = `/*! yutang.js ${version} */\n${readFileSync(file, "utf8")}`;
writeFileSync(file, script);
copyFileSync(new URL("mini/yutang-mini.js", from), new URL("yutang-mini.js", to));
const weight = gzipSync(script, { level: 9 }).length;
console.log(`weight: yutang.js ${weight} of ${BUDGET} bytes gzip`);
if (weight > BUDGET) {
  console.error("weight: yutang.js is over its budget; every visitor of every site loads it");
  process.exit(1);
}
