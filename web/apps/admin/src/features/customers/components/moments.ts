export { momentIn } from "../../../shared/moments.ts";
