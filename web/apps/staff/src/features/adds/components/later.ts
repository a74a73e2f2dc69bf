import "../../../shared/later-forms.css";

export { TaskEnd } from "./TaskEnd.tsx";
