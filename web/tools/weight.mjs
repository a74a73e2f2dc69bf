// What a first visit downloads of a built app may not grow past its budget: `weight.mjs FOLDER KB`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [folder, budget] = process.argv.slice(2);
const assets = join(folder, "assets");
const weights = readdirSync(assets)
  .filter((name) => /\.(js|css)$/.test(name))
  .map((name) => [name, gzipSync(readFileSync(join(assets, name)), { level: 9 }).length / 1000]);
if (weights.length === 0) throw new Error(`no script was built in ${assets}`);
const total = weights.reduce((sum, [, weight]) => sum + weight, 0);

for (const [name, weight] of weights) console.log(`  ${name}: ${weight.toFixed(1)} kB`);
console.log(`weight: ${total.toFixed(1)} of ${budget} kB gzip`);
if (total > Number(budget)) {
  console.error(`weight: ${folder} is over its budget; load less, or load it later`);
  process.exit(1);
}
