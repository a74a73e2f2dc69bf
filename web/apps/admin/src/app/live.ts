import { createContext, useContext } from "react";

/** Whether the day's numbers arrive as they change. */
export const LiveContext = createContext(false);
export const useIsLive = (): boolean => useContext(LiveContext);
