// Packs what was built once and well, so that no server packs it for each visit: `pack.mjs FOLDER`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const assets = join(process.argv[2], "assets");
// Below that nothing is won.
const LEAST = 1000;
for (const name of readdirSync(assets).filter((one) => /\.(js|css|svg)$/.test(one))) {
  const plain = readFileSync(join(assets, name));
  if (plain.length < LEAST) continue;
  writeFileSync(join(assets, `${name}.gz`), gzipSync(plain, { level: 9 }));
  writeFileSync(join(assets, `${name}.br`), brotliCompressSync(plain));
}
