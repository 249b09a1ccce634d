import { describe, expect, test } from "vitest";

import { cpuTime, peakMemory, readProcessUsage } from "./process-usage.ts";

describe("the use of a process", () => {
  test("is read whatever the program is called", () => {
    const stat = "42 (a) b (c)) S 1 42 42 0 -1 4194560 100 0 0 0 12 34 0 0 20 0 11 0 100 1000 50";
    expect(cpuTime(stat)).toBe(460);
    expect(peakMemory("Name:\tx\nVmPeak:\t  99999 kB\nVmHWM:\t    2048 kB\nVmRSS:\t 1024 kB\n")).toBe(2);
    expect(peakMemory("Name:\tzombie\n")).toBe(0);
  });

  test("is not known of a process that is not there", () => {
    expect(readProcessUsage(2 ** 30)).toBeUndefined();
  });
});
