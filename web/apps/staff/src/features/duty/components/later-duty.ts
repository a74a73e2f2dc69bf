/** The switch of one's own duty: comes by itself, after the day is there. */
export { DutyCard } from "./DutyCard.tsx";
