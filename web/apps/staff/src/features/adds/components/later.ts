export { TaskEnd } from "./TaskEnd.tsx";
