// What a first visit downloads of a built app may not grow past its budget: `weight.mjs FOLDER KB`.
// A visit speaks one language, and is beside a chat, of the day or of notices; a chunk `later-*` is
// what only a tap opens.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [folder, budget] = process.argv.slice(2);
const assets = join(folder, "assets");
const weights = readdirSync(assets)
  .filter((name) => /\.(js|css)$/.test(name))
  .map((name) => [name, gzipSync(readFileSync(join(assets, name)), { level: 9 }).length / 1000]);
if (weights.length === 0) throw new Error(`no script was built in ${assets}`);
const ALTERNATIVES = [/^(zh-CN|en)-/, /^(TodayPage|NoticesPage|day|wecomBridge)-/];
const sum = (those) => those.reduce((total, [, weight]) => total + weight, 0);
const counted = weights.filter(([name]) => !name.startsWith("later-"));
const total = ALTERNATIVES.reduce((left, names) => {
  const found = counted.filter(([name]) => names.test(name));
  // One visit loads one of them: the heaviest is counted.
  return left - sum(found) + Math.max(0, ...found.map(([, weight]) => weight));
}, sum(counted));

for (const [name, weight] of weights) console.log(`  ${name}: ${weight.toFixed(1)} kB`);
console.log(`weight: ${total.toFixed(1)} of ${budget} kB gzip`);
if (total > Number(budget)) {
  console.error(`weight: ${folder} is over its budget; load less, or load it later`);
  process.exit(1);
}
