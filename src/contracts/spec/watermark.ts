/** Watermarks: when pressure starts and when it is over. */
import { wireObject } from "../core/define-contract.ts";
import { integerField } from "../core/fields.ts";

/** A pair of watermarks in the given unit. */
export const watermarkPair = (unit: string) =>
  wireObject(
    {
      high: integerField({ rule: "PLN-05", about: "Pressure starts at this level", unit }, 1),
      low: integerField({ rule: "PLN-05", about: "Pressure is over at this level", unit }),
    },
    {
      checks: [
        {
          rule: "PLN-14",
          level: "SHOULD",
          must: { ordered: ["low", "high"] },
          at: "low",
          expected: "a low watermark not above high",
        },
      ],
    },
  );
