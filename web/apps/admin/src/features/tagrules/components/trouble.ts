import { troublesOf } from "../../../shared/troubles.ts";

export const useTrouble = troublesOf("tagrules");
