import type { Tone } from "@yutang/ui";
import { troublesOf } from "../../../shared/troubles.ts";
import type { Invitation, InviteeState } from "../api/tiers.ts";

/** What went wrong in the reader's words; the server's own where there are none. */
export const useWords = troublesOf("grouptiers");

export const stateTones: Record<Invitation["state"], Tone> = {
  preparing: "info",
  running: "ok",
  stopped: "warn",
  ended: "off",
  failed: "bad",
};

export const inviteeTones: Record<InviteeState, Tone> = {
  waiting: "off",
  asked: "info",
  sent: "info",
  joined: "ok",
  joined_otherwise: "ok",
  left_again: "warn",
  skipped: "off",
  expired: "off",
};
