import { useSyncExternalStore } from "react";

let pressed = false;
const hearers = new Set<() => void>();

function be(now: boolean): void {
  pressed = now;
  for (const hear of hearers) hear();
}

addEventListener("pointerdown", () => be(true), true);
for (const end of ["pointerup", "pointercancel"]) {
  // The click comes after the release, and shall find what was pressed where it was.
  addEventListener(end, () => setTimeout(() => be(false)), true);
}

function follow(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** Whether a button is held down: what came in between would move the page under the pointer. */
export const usePressed = (): boolean => useSyncExternalStore(follow, () => pressed);
