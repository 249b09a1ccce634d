/** A promise that never settles: for what must not go on, and for races that only others may end. */

/** Never settles. */
export const never = (): Promise<never> => new Promise(() => {});
