import { troublesOf } from "../../../shared/troubles.ts";

/** What went wrong in the reader's words; the server's own words where there are none. */
export const useWords = troublesOf("privacy");
