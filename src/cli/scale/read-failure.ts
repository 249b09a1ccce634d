/** Why a file could not be scanned to its end, as the caller is told. */
import { asReadError } from "../input/read-input.ts";
import { systemCode, UsageError } from "../usage-error.ts";

/** Code of the error of a file that is shorter than it was when the scan began. */
export const SHORTENED = "ERR_FILE_SHORTENED";

/** A message for an error of the system, of unpacking or of a file that changed; another error stays what it is. */
export function readFailure(error: unknown, name: string): unknown {
  const code = systemCode(error);
  if (code === SHORTENED)
    return new UsageError(
      `Cannot read ${name}: expected a file that stays as it is but received one that became shorter`,
      "Scan it when its writer has finished",
    );
  if (error instanceof Error && code?.startsWith("Z_"))
    return new UsageError(
      `Cannot unpack ${name}: expected whole gzip data but received broken data (${error.message})`,
    );
  return asReadError(error, name);
}
