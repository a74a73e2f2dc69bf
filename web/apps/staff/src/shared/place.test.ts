import { expect, test, vi } from "vitest";
import { pageAddress, signInAddress, signInHere } from "./place.ts";

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

test("a page keeps what its address asks for, through a sign-in and from a task's link", () => {
  vi.stubGlobal("location", {
    pathname: "/m/invite",
    search: "?customer=wm1&corp=wwx&agent=7&lang=en",
  });
  const query = new URLSearchParams(signInHere({ corp: "wwx", agent: "7" })?.split("?")[1]);
  expect(query.get("to")).toBe("/m/invite?customer=wm1&corp=wwx&agent=7&lang=en&signed=1");
  expect(pageAddress("/m/today")).toBe("/m/today?corp=wwx&agent=7&lang=en");
  expect(pageAddress("/m/invite?customer=wm2")).toBe(
    "/m/invite?customer=wm2&corp=wwx&agent=7&lang=en",
  );
  vi.unstubAllGlobals();
});
