import type { Tone } from "@yutang/ui";

const tones: Record<string, Tone> = {
  friend: "ok",
  half: "warn",
  lost: "off",
  visitor: "info",
  lead: "info",
  group_member: "info",
};

export const toneOf = (state: string): Tone => tones[state] ?? "off";
