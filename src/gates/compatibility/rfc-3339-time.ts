/** Points in time as RFC 3339 text, read without a schema library. */

const FORM = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * The text as ms since the Unix epoch, with a fraction where it has one; undefined for what is no RFC 3339
 * text, such as a day that the calendar does not have, a leap second, or no zone.
 */
export function readRfc3339(text: string): number | undefined {
  const [, year, month, day, hour, minute, second, fraction = "", sign, zoneHour = 0, zoneMinute = 0] =
    FORM.exec(text) ?? [];
  if (year === undefined) return undefined;
  // Date.UTC takes the years 0 to 99 for the 20th century.
  const midnight = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).getUTCDate() !== Number(day)) return undefined;
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  if (Number(zoneHour) > 23 || Number(zoneMinute) > 59) return undefined;
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === "-" ? -1 : 1);
  return midnight + ((hours * 60 + minutes - offset) * 60 + seconds) * 1000 + Number(`0${fraction}`) * 1000;
}
