import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const core = fileURLToPath(new URL('../../../src/core', import.meta.url));

/** The rooms in the order in which data flows. A file imports from its own room and from those before it. */
const rooms = [
  ...['message', 'mention', 'article', 'finding'],
  ...['text', 'quantity', 'time', 'segment', 'entity', 'claim', 'fact'],
  // What is made of findings stands between the rules and the way through the house.
  ...['rule', 'severity', 'ignore', 'resolve', 'fix', 'preset', 'error-rate', 'settings', 'check', 'checker'],
  ...['extract', 'report'],
];

/** The shared vocabulary: type declarations that any room may name. Their values, if any, follow the order above. */
const vocabulary = [
  ...['message', 'mention', 'article', 'finding', 'text/span', 'quantity/interval'],
  ...['fact/schema', 'fact/knowledge', 'claim/claim', 'rule/rule'],
];

/** The only package that the core may use at run time. */
const packages = ['big.js'];

/** An import, and whether only types are taken by it. */
interface Import {
  readonly from: string;
  readonly types: boolean;
}

function importsOf(file: string): readonly Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const types = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      found.push({ from: node.moduleSpecifier.text, types });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ from: node.moduleSpecifier.text, types: node.isTypeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push({ from: node.arguments[0]?.getText() ?? '', types: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Path of a core file from src/core, with / and without ending. */
function nameOf(file: string): string {
  return path
    .relative(core, file)
    .replaceAll('\\', '/')
    .replace(/\.(ts|js)$/, '');
}

/** What is wrong with an import of the core file `name`; undefined if nothing is. */
function complaint(name: string, { from, types }: Import): string | undefined {
  if (!from.startsWith('.')) return packages.includes(from) ? undefined : `${name} imports the package ${from}`;
  const target = nameOf(path.resolve(core, path.dirname(name), from));
  if (target.startsWith('..')) return `${name} imports ${target}, outside the core`;
  if (types && vocabulary.includes(target)) return undefined;
  const [room, other] = [name, target].map((file) => rooms.indexOf(file.split('/')[0] ?? ''));
  if (room === undefined || other === undefined || room < 0 || other < 0)
    return `${name} or ${target} is in no known room`;
  return other <= room ? undefined : `${name} imports ${target}, which comes after it`;
}

describe('the core', () => {
  const files = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(core, file));

  it('imports only its own files, in the order in which data flows, and big.js', () => {
    assert.ok(files.length > 0);
    const complaints = files.flatMap((file) => importsOf(file).map((one) => complaint(nameOf(file), one)));
    assert.deepEqual(
      complaints.filter((one) => one !== undefined),
      [],
    );
  });

  it('would be caught importing a later room, the outside or a package', () => {
    assert.ok(complaint('text/fold', { from: '../claim/recognise.js', types: false }));
    assert.ok(complaint('text/fold', { from: '../../server/main.js', types: true }));
    assert.ok(complaint('text/fold', { from: 'node:fs', types: false }));
    assert.ok(complaint('quantity/recognise', { from: '../rule/rule.js', types: false }));
    assert.equal(complaint('rule/sum', { from: '../quantity/interval.js', types: false }), undefined);
  });
});
