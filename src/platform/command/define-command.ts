import type { z } from 'zod';
import type { AnyCommand, CommandDefinition, Json } from './command.ts';
import { commandProblems } from './problems.ts';

/**
 * Declares a command. The registry sees it without its types; inside, body and answer keep theirs.
 */
export function defineCommand<Body, Answer extends Json>(
  definition: CommandDefinition<Body, Answer>,
): AnyCommand {
  return {
    kind: definition.kind,
    version: definition.version,
    read(raw) {
      const parsed = definition.input.safeParse(raw);
      if (!parsed.success) throw commandProblems.invalidInput({ issues: issuesOf(parsed.error) });
      const body = parsed.data;
      return {
        place: async (tx, context) => (definition.place ? definition.place(tx, body, context) : {}),
        fourEyes: definition.fourEyes?.(body) ?? null,
        handle: (tx, context) => definition.handle(tx, body, context),
      };
    },
  };
}

/** Field path and message of each thing wrong with an input, for showing beside the field. */
function issuesOf(error: z.ZodError): { field: string; message: string }[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
}
