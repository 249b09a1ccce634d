/** The README of a new project. */
import { type NewProject, nodePath } from "./new-project.ts";

/** The text of README.md. */
export function readmeFile(project: NewProject): string {
  const { name, language } = project;
  const typecheck = language === "ts" ? "npm run typecheck\n" : "";
  return `# ${name.node_id}

A node for real-time voice pipelines: it takes audio and tells when somebody begins to speak, and when they stop.

\`\`\`sh
npm install
npm test
${typecheck}\`\`\`

| File | What |
| --- | --- |
| \`${nodePath(project)}\` | the node |
| \`test/${name.node_id}.test.${language}\` | what it is for: what goes in, what comes out, and when |
| \`test/${name.node_id}.conformance.test.${language}\` | that it behaves: one test for each rule of the node contract |

| Event | Payload |
| --- | --- |
| takes \`audio.frame\` | \`Int16Array\`, 16 kHz, mono, any number of samples |
| gives \`speech.started\` | \`{ loud_ms }\`: how long it was loud until the node was sure |
| gives \`speech.ended\` | \`{ quiet_ms }\`: how long it was quiet until the node was sure |

## Make it yours

1. Change the numbers at the top of \`${nodePath(project)}\` and see which test says what that does.
2. Replace \`loudness\` by your model. A call that takes time belongs into \`async *process\`, with
   \`ctx.cancel.signal\` handed to whatever can be stopped.
3. Add ports to \`inputs\` and \`outputs\`. Events of other types and odd payloads come all the same: refuse what you
   cannot read with \`RefusedInput\`.
4. Timers are fine: \`ctx.time.sleep\`, which ends with the turn, or \`setTimeout\`, cleared in \`stop\`. Before a timer
   gives something with \`ctx.emit\`, it asks \`ctx.cancel.is_cancelled\`.

## What the conformance test checks

Hooks are called once and end in time; outputs are declared, valid and of the right turn; nothing comes after a cancel
or a barge-in; budgets are kept; a slow consumer loses nothing; the same input gives the same output; malformed,
repeated and late events do no harm; raw audio and text do not leave as metadata. A rule that has nothing to look at in
this node is skipped. A failure names the rule and shows the fewest steps that break it.

The node imports \`@rspp/contracts\`: move it from \`devDependencies\` to \`dependencies\` before you publish.
`;
}
