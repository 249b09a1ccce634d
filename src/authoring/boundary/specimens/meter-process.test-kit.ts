/** The node for tests as a process. */
import { serveNode } from "../serve-node.ts";
import meter from "./meter-node.test-kit.ts";

await serveNode(meter);
