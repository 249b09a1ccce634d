import { expect, test } from "vitest";

import { negotiateVersion } from "./version.ts";

test.each([
  ["v1.4", "v1.4", { readable: true, unknownFields: "reject" }],
  ["v1.3.9", "v1.4", { readable: true, unknownFields: "reject" }],
  ["v1.5", "v1.4.2", { readable: true, unknownFields: "allow" }],
])("%s is readable at %s", (producer, consumer, expected) => {
  expect(negotiateVersion(producer, consumer)).toEqual(expected);
});

test.each([
  ["v2.0", "v1.4", "Cannot read v2.0 with v1.4: expected major 1 but received 2"],
  ["v1.6", "v1.4", "Cannot read v1.6 with v1.4: expected minor 3 to 5 but received 6"],
  ["v1.2", "v1.4", "Cannot read v1.2 with v1.4: expected minor 3 to 5 but received 2"],
  ["1.0", "v1.0", 'Cannot negotiate version "1.0": expected v<major>.<minor> or v<major>.<minor>.<patch>'],
  [
    "v1.0",
    "latest",
    'Cannot negotiate version "latest": expected v<major>.<minor> or v<major>.<minor>.<patch>',
  ],
])("%s is not readable at %s", (producer, consumer, reason) => {
  expect(negotiateVersion(producer, consumer)).toEqual({ readable: false, reason });
});
