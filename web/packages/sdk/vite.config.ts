import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    // What a site's visitors bring: browsers of the last seven years.
    target: "es2018",
    outDir: "../../../src/yutang/web/collect",
    emptyOutDir: true,
    lib: {
      entry: "src/index.ts",
      formats: ["iife"],
      name: "yutangScript",
      fileName: () => "yutang.js",
    },
  },
});
