import type { z } from 'zod';
import type { AnyCommand, CommandDefinition, Json, OlderBody } from './command.ts';
import { commandProblems } from './problems.ts';

/**
 * Declares a command. The registry sees it without its types; inside, body and answer keep theirs.
 */
export function defineCommand<Body, Answer extends Json>(
  definition: CommandDefinition<Body, Answer>,
): AnyCommand {
  const { together } = definition;
  return {
    kind: definition.kind,
    version: definition.version,
    upToDate: (raw, version) => upToDate(definition, raw, version),
    read(raw) {
      const body = readAs(definition.input, raw);
      return {
        place: async (tx, context) => (definition.place ? definition.place(tx, body, context) : {}),
        fourEyes: definition.fourEyes?.(body) ?? null,
        check: async (tx, context) => definition.check?.(tx, body, context),
        handle: (tx, context) => definition.handle(tx, body, context),
        body,
        apart: together?.apart(body) ?? null,
      };
    },
    handleTogether: together
      ? (tx, several) =>
          together.handle(
            tx,
            // Read by this same definition a moment ago.
            several.map(({ command, context }) => ({ body: command.body as Body, context })),
          )
      : null,
  };
}

/**
 * An earlier version's body, for `older` of a command.
 *
 * @param upgrade answers the next version's body as it travels, not as its schema reads it
 */
export function olderBody<Old>(input: z.ZodType<Old>, upgrade: (body: Old) => Json): OlderBody {
  return { upgrade: (raw) => upgrade(readAs(input, raw)) };
}

function upToDate(
  definition: Pick<CommandDefinition<never, Json>, 'kind' | 'version' | 'older'>,
  raw: unknown,
  version: number,
): unknown {
  const { kind, older = {} } = definition;
  let body = raw;
  for (let at = version; at !== definition.version; at += 1) {
    const step = older[at];
    if (!step) throw commandProblems.unsupportedVersion({ kind, version });
    body = step.upgrade(body);
  }
  return body;
}

function readAs<Body>(input: z.ZodType<Body>, raw: unknown): Body {
  const parsed = input.safeParse(raw);
  if (!parsed.success) throw commandProblems.invalidInput({ issues: issuesOf(parsed.error) });
  return parsed.data;
}

/** Field path and message of each thing wrong with an input, for showing beside the field. */
function issuesOf(error: z.ZodError): { field: string; message: string }[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
}
