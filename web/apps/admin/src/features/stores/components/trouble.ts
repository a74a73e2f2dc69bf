import { troublesOf } from "../../../shared/troubles.ts";

/** What went wrong in the reader's words; the server's own where there are none. */
export const useWords = troublesOf("stores");
