/** Points in time as text. Apart from the fields, so that whoever only reads a time does not load Zod. */

const DATE = String.raw`(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)`;
const CLOCK_TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)`;

/** RFC 3339 date and time with real calendar days, upper-case `T` and `Z`, no leap second. */
export const RFC_3339 = new RegExp(`^${DATE}T${CLOCK_TIME}$`);

/** A day of the calendar as `YYYY-MM-DD`. */
export const CALENDAR_DAY = new RegExp(`^${DATE}$`);
