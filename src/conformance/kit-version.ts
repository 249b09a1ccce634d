/** The version of this package, as reports name it. */
import { version } from "../../package.json";

/** The version of the kit. */
export const KIT_VERSION: string = version;
