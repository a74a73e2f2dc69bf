import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../../../src/yutang/web/admin",
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      output: {
        manualChunks: (id: string) =>
          /node_modules\/(antd|@ant-design|@rc-component|rc-)/.test(id) ? "antd" : undefined,
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:7700" } },
});
