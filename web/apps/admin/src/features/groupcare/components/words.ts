import type { Tone } from "@yutang/ui";
import { troublesOf } from "../../../shared/troubles.ts";
import type { Owner, Reply, Welcome } from "../api/groupcare.ts";

/** What went wrong in the reader's words; the server's own where there are none. */
export const useWords = troublesOf("groupcare");

export const statusTones: Record<Welcome["status"], Tone> = {
  creating: "info",
  active: "ok",
  updating: "info",
  failed: "bad",
  gone: "bad",
  deleting: "info",
  deleted: "off",
};

export const standingTones: Record<Owner["standing"], Tone> = {
  waiting: "warn",
  applied: "ok",
  dropped: "off",
  owner_left: "bad",
  not_asked: "info",
};

export const replyTones: Record<Reply["state"], Tone> = {
  not_entered: "info",
  entered: "ok",
  changed: "warn",
  to_remove: "warn",
};
