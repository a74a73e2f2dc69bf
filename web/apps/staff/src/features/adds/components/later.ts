import "../../../app/later-forms.css";

export { TaskEnd } from "./TaskEnd.tsx";
