import type { Tone } from "@yutang/ui";
import type { Export } from "../api/exports.ts";
import type { Import } from "../api/imports.ts";

export const importTones: Record<Import["state"], Tone> = {
  uploaded: "off",
  checking: "info",
  checked: "warn",
  running: "info",
  done: "ok",
  failed: "bad",
  cancelled: "off",
};

export const exportTones: Record<Export["state"], Tone> = {
  queued: "off",
  running: "info",
  done: "ok",
  failed: "bad",
  cancelled: "off",
};
