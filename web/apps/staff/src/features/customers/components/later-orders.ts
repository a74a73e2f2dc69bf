/** What he bought: read after who he is. */
export { Orders } from "./Orders.tsx";
