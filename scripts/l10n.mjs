// Compares the English bundle with the sentences of the sources: every say`…` template is a key of l10n/bundle.l10n.en.json.
// Prints what is missing and what is not used any more; `--write` sorts the bundle, drops the unused and adds the missing, empty.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { inProject } from './lib/project.mjs';

const BUNDLE = 'l10n/bundle.l10n.en.json';

/** Every template of the sources, with the file that says it first. */
export function templatesIn(folder = inProject('src')) {
  const templates = new Map();
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (!name.endsWith('.ts')) continue;
    const source = ts.createSourceFile(name, readFileSync(`${folder}/${name}`, 'utf8'), ts.ScriptTarget.ES2023, true);
    const visit = (node) => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say') {
        const key = templateOf(node.template);
        if (!templates.has(key)) templates.set(key, name);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return templates;
}

/** The key under which a template is translated: {0}, {1} … for what is put in. */
function templateOf(template) {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.head.text + template.templateSpans.map(({ literal }, i) => `{${i}}${literal.text}`).join('');
}

/** The holes of a sentence, each once, in order of their numbers. */
export function holesOf(sentence) {
  return [...new Set(sentence.match(/\{\d+\}/g) ?? [])].sort();
}

/** What is wrong with a bundle: one line a fault. */
export function faultsOf(templates, bundle) {
  const faults = [];
  for (const [key, file] of templates)
    if (!bundle[key]) faults.push(`missing (${file}): ${key}`);
    else if (holesOf(key).join() !== holesOf(bundle[key]).join()) faults.push(`other holes: ${key}`);
  for (const key of Object.keys(bundle)) if (!templates.has(key)) faults.push(`unused: ${key}`);
  return faults;
}

export function readBundle() {
  return JSON.parse(readFileSync(inProject(BUNDLE), 'utf8'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const templates = templatesIn();
  const bundle = readBundle();
  const faults = faultsOf(templates, bundle);
  for (const fault of faults) console.log(fault);
  if (process.argv.includes('--write')) {
    const sorted = [...templates.keys()].sort().map((key) => [key, bundle[key] ?? '']);
    writeFileSync(inProject(BUNDLE), `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
  } else if (faults.length > 0) process.exitCode = 1;
}
