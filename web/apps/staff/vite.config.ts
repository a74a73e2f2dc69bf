import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const EARLY: Record<string, string> = {
  "locales/zh-CN.ts": "zh-CN",
  "locales/en.ts": "en",
  "src/wecomBridge.ts": "bridge",
  "components/TodayPage.tsx": "today",
};

/** Tells the script in `index.html` what the chunks are called that it asks for early. */
const earlyChunks: Plugin = {
  name: "early-chunks",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle }) {
      const names: Record<string, string> = {};
      for (const file of Object.values(bundle ?? {})) {
        const from = file.type === "chunk" ? (file.facadeModuleId ?? "") : "";
        for (const [module, name] of Object.entries(EARLY)) {
          if (from.endsWith(`/${module}`)) names[name] = `/m/${file.fileName}`;
        }
      }
      const missing = Object.values(EARLY).filter((name) => !names[name]);
      if (missing.length > 0) throw new Error(`no chunk for ${missing.join(", ")}`);
      return html.replace("{/* chunks */}", JSON.stringify(names));
    },
  },
};

export default defineConfig({
  base: "/m/",
  plugins: [react(), earlyChunks],
  build: {
    // Phones keep their web views for years: below these, flex `gap` is missing.
    target: ["chrome87", "safari14.1"],
    outDir: "../../../src/yutang/web/staff",
    emptyOutDir: true,
    // `index.html` asks for its chunks early by itself; what does it for old web views weighs 0.3 kB.
    modulePreload: false,
  },
  server: { proxy: { "/api": "http://127.0.0.1:7700" } },
});
