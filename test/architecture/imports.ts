import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceTree } from './source-tree.ts';

/** One file naming another. */
export interface Import {
  from: string;
  /** A path in the tree, or the name of a package or of a part of Node. */
  to: string;
  inTree: boolean;
  /** Gone when the program runs. */
  typeOnly: boolean;
  /** Names taken, for the rules that look at one function. */
  names: readonly string[];
}

const code = /\.(ts|svelte|mjs)$/;

/** Every import, export-from, dynamic import and worker address of the tree's code. */
export function readImports(tree: SourceTree): Import[] {
  return [...tree]
    .filter(([file]) => code.test(file))
    .flatMap(([file, text]) => importsOf(file, text));
}

function importsOf(file: string, text: string): Import[] {
  const source = ts.createSourceFile(file, scriptOf(file, text), ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, names: readonly string[] = []): void => {
    // A folder's address is no import.
    if (specifier.endsWith('/')) return;
    found.push({ from: file, ...resolve(file, specifier), typeOnly, names });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      add(node.moduleSpecifier.text, typeOnly, namesOf(clause));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      if (ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      addLiteral(node.arguments[0], add);
    } else if (
      ts.isNewExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'URL'
    ) {
      // `new URL('./parse-worker.ts', import.meta.url)` is how a worker is named.
      if (node.arguments?.[1]?.getText(source) === 'import.meta.url')
        addLiteral(node.arguments[0], add);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function addLiteral(
  node: ts.Expression | undefined,
  add: (text: string, typeOnly: boolean) => void,
): void {
  if (node !== undefined && ts.isStringLiteral(node)) add(node.text, false);
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
}

/** A component's code is what stands between its script tags. */
function scriptOf(file: string, text: string): string {
  if (!file.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1] ?? '').join('\n');
}

function resolve(file: string, specifier: string): { to: string; inTree: boolean } {
  const named = /^#(kernel|domains|platform|delivery|db|test)\/(.+)$/.exec(specifier);
  if (named !== null) {
    const [, top = '', rest = ''] = named;
    return {
      to: top === 'db' || top === 'test' ? `${top}/${rest}` : `src/${top}/${rest}`,
      inTree: true,
    };
  }
  if (!specifier.startsWith('.')) return { to: specifier, inTree: false };
  return { to: posix.join(posix.dirname(file), specifier), inTree: true };
}
