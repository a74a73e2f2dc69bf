import type { QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Beside, type Bridge, frameBridge, windowFrame } from "../../../bridge.ts";
import { readPlace } from "../../../shared/place.ts";
import { customerQuery, signPage } from "../api/customers.ts";

export interface Session {
  corp: { timezone: string };
  bridge_origin: string | null;
}

const page = () => location.href.split("#")[0] ?? "";

/** The signatures say whose page this is, so that WeCom's bridge waits for no session. */
async function openInWeCom(): Promise<Bridge> {
  const [{ wecomBridge }, signed] = await Promise.all([
    import("../../../wecomBridge.ts"),
    signPage(page()),
  ]);
  return wecomBridge(signed.corpid, signed.agent_id, signPage);
}

/** The bridge of this place, or null in a browser that stands beside no chat. */
async function openBridge(session: Session): Promise<Bridge | null> {
  const place = readPlace();
  if (place.inWeCom) return openInWeCom();
  if (place.framed && session.bridge_origin) {
    return frameBridge(windowFrame(session.bridge_origin), session.bridge_origin, signPage, page);
  }
  return null;
}

interface First {
  bridge: Bridge;
  beside: Beside;
}

let begun: Promise<First> | null = null;

/** Ask WeCom for the chat, and then for what is known of its customer, while the page is drawn. */
export function beginChat(queries: QueryClient): void {
  begun = openInWeCom().then(async (bridge) => {
    const beside = await bridge.current();
    if (beside.userId) void queries.prefetchQuery(customerQuery(String(beside.userId)));
    return { bridge, beside };
  });
  begun.catch(() => undefined);
}

export type Chat =
  | { kind: "asking" }
  | { kind: "elsewhere" }
  | { kind: "failed"; error: unknown }
  | { kind: "open"; beside: Beside };

/** Whose chat this page stands beside; follows when the person opens another. */
export function useChat(session: Session): [Chat, () => void] {
  const [chat, setChat] = useState<Chat>({ kind: "asking" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let over = false;
    let stop = () => {};
    setChat({ kind: "asking" });
    (async () => {
      const first = begun;
      // What was begun is for the first time only: to try again is to ask anew.
      begun = null;
      const known = await first;
      const bridge = known?.bridge ?? (await openBridge(session));
      if (over) return;
      if (!bridge) {
        setChat({ kind: "elsewhere" });
        return;
      }
      stop = bridge.onChat((beside) => setChat({ kind: "open", beside }));
      const beside = known?.beside ?? (await bridge.current());
      if (!over) setChat({ kind: "open", beside });
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
