import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/m/",
  plugins: [react()],
  build: {
    // Phones keep their web views for years: below these, flex `gap` is missing.
    target: ["chrome87", "safari14.1"],
    outDir: "../../../src/yutang/web/staff",
    emptyOutDir: true,
  },
  server: { proxy: { "/api": "http://127.0.0.1:7700" } },
});
