/** The echo as a module for a worker: whoever starts one looks for the default export. */
export { echo as default } from "./echo.mjs";
