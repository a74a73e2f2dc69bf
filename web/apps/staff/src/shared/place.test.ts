import { expect, test } from "vitest";
import { signInAddress } from "./place.ts";

test("sign-in comes back to the page it left, marked", () => {
  const address = signInAddress(
    { corp: "wwx", agent: "1000002" },
    "/m/today?corp=wwx&agent=1000002",
  );
  const query = new URLSearchParams(address?.split("?")[1]);
  expect(address).toMatch(/^\/api\/staff\/sign-in\?/);
  expect(query.get("to")).toBe("/m/today?corp=wwx&agent=1000002&signed=1");
  expect(query.get("agent")).toBe("1000002");
});

test("an address that names no app leads to no sign-in", () => {
  expect(signInAddress({ corp: "wwx", agent: "" }, "/m/")).toBeNull();
});
