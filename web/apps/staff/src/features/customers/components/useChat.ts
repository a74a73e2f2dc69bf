import { useEffect, useState } from "react";
import { type Bridge, frameBridge, windowFrame } from "../../../bridge.ts";
import { readPlace } from "../../../shared/place.ts";
import { signPage } from "../api/customers.ts";

export interface Session {
  corp: { timezone: string };
  agent_id: number;
  bridge_origin: string | null;
}

/** The bridge of this place, or null in a browser that stands beside no chat. */
async function openBridge(session: Session): Promise<Bridge | null> {
  const place = readPlace();
  if (place.inWeCom) {
    const { wecomBridge } = await import("../../../wecomBridge.ts");
    return wecomBridge(place.corp, session.agent_id, signPage);
  }
  if (place.framed && session.bridge_origin) {
    const page = () => location.href.split("#")[0] ?? "";
    return frameBridge(windowFrame(session.bridge_origin), session.bridge_origin, signPage, page);
  }
  return null;
}

export type Chat =
  | { kind: "asking" }
  | { kind: "elsewhere" }
  | { kind: "failed"; error: unknown }
  | { kind: "open"; externalId: string };

/** Whose chat this page stands beside; follows when the person opens another. */
export function useChat(session: Session): [Chat, () => void] {
  const [chat, setChat] = useState<Chat>({ kind: "asking" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let over = false;
    let stop = () => {};
    setChat({ kind: "asking" });
    (async () => {
      const bridge = await openBridge(session);
      if (over) return;
      if (!bridge) {
        setChat({ kind: "elsewhere" });
        return;
      }
      stop = bridge.onChat((externalId) => setChat({ kind: "open", externalId }));
      const externalId = await bridge.currentCustomer();
      if (!over) setChat({ kind: "open", externalId });
    })().catch((error: unknown) => {
      if (!over) setChat({ kind: "failed", error });
    });
    return () => {
      over = true;
      stop();
    };
  }, [session, attempt]);
  return [chat, () => setAttempt((count) => count + 1)];
}
