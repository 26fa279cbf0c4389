// Writes docs/rules/README.md and README.en.md, the table of all rules by group, and docs/rules/en/, a short page for each in
// English: from the rules themselves, their pages and the English bundle. `--check` writes nothing and fails where they are not up to date.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, root } from './lib/project.mjs';

const GROUPS = {
  arithmetic: ['运算', 'Arithmetic'],
  contradiction: ['前后矛盾', 'Contradictions'],
  list: ['列举与顺序', 'Lists and order'],
  time: ['时间与规划期', 'Dates and plan periods'],
  form: ['数字与文字的形式', 'Form of numbers and words'],
  entity: ['名称', 'Names and titles'],
  duplicate: ['重复', 'Duplicates'],
  target: ['目标', 'Targets'],
  fact: ['事实表', 'The fact table'],
  layout: ['版面', 'Layout'],
};
const SEVERITIES = {
  error: ['错误', 'error'],
  warning: ['警告', 'warning'],
  information: ['提示', 'information'],
  hint: ['建议', 'hint'],
};
/** What a page's header says of fixes, from the gravest word on. */
const FIXES = [
  [/无/, '—', '—'],
  [/安全|批量|直接改正$/, '可批量改', 'in bulk'],
  [/./, '逐处改', 'one by one'],
];

const TEXTS = [
  {
    file: 'docs/rules/README.md',
    title: '# 规则目录',
    lead: `共{0}条。规则名就是“问题”面板里每条问题后面的名字；点开是它管什么、报什么、不报什么。级别可在设置\`hegao.severity\`里逐条或整组改，\`"off"\`为关闭；\`hegao.preset\`按报纸、公文、图书成套改（见下）。“逐处改”的改法动到文意，由人逐处定；“可批量改”的只动形式，可以一次改齐。[English](README.en.md)`,
    heads: ['规则', '管什么', '级别', '改法'],
    presets: ['## 成套的级别', '报纸用默认级别。公文、图书与之不同的：', ['规则', '公文 official', '图书 book']],
    foot: '数值范围的连接号、大数的分节、序数的数字，各单位不一，由`hegao.houseStyle.*`选定，见[house-style](house-style.md)。几条规则说到同一处差错时只报一条，最确切的在前，其余列为相关位置。',
  },
  {
    file: 'docs/rules/README.en.md',
    title: '# Rules',
    lead: 'There are {0}. The name of a rule stands behind each finding in the Problems panel; its page says what it checks and leads to the page in Chinese, with what is found, what is not, and why. `hegao.severity` sets the severity of a rule or a whole group, `"off"` switches it off; `hegao.preset` sets them for newspapers, official documents or books (below). A fix made “one by one” changes what the text says, and is for a person to decide; those made “in bulk” change its form only. [中文](README.md)',
    heads: ['Rule', 'What it checks', 'Severity', 'Fix'],
    presets: [
      '## Presets',
      'Newspapers go by the severities above. What differs for official documents and books:',
      ['Rule', 'official', 'book'],
    ],
    foot: 'How ranges, long numbers and ordinals are printed is for each house to say with `hegao.houseStyle.*`: see [house-style](house-style.md). Where several rules speak of one slip only one is shown, the most exact, with the others as related places.',
  },
];

/** The rules and presets, bundled from the sources: there is no build to wait for. */
async function load() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { RULES } from './src/core/rule/index.js'; export { PRESETS } from './src/core/preset.js';`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

function fixOf(id, language) {
  const page = inProject('docs/rules', `${id}.md`);
  const header = existsSync(page) ? (/默认级别.*$/m.exec(readFileSync(page, 'utf8'))?.[0] ?? '') : '';
  const told = header
    .split(' · ')
    .at(-1)
    .replace(/（.*?）/g, '')
    .replace(/，.*$/, '');
  return FIXES.find(([pattern]) => pattern.test(told))?.[language + 1] ?? '—';
}

function table(heads, rows) {
  return [
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

/** What a rule's source says of the relation it checks, as one paragraph. */
function relationOf({ id, group }) {
  const source = readFileSync(inProject('src/core/rule', group, `${id}.ts`), 'utf8');
  const comment = /\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport const \w+: Rule = /.exec(source)?.[1] ?? '';
  const text = comment
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^Relations?: /, '');
  if (text === '')
    throw new Error(`src/core/rule/${group}/${id}.ts: no comment on the rule says what relation it checks`);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function englishPage(rule) {
  const { id, group, severity, title } = rule;
  const fix = fixOf(id, 1);
  return `${[
    '<!-- Written by scripts/rule-index.mjs; run `npm run docs`. -->',
    `# ${id}: ${english[title.template] ?? title.template}`,
    `Group ${GROUPS[group][1]} (\`${group}\`) · severity ${SEVERITIES[severity][1]} · ${fix === '—' ? 'no fix' : `fixes ${fix}`}`,
    relationOf(rule),
    `What is found, what stays silent and why is told with examples on [the page in Chinese](../${id}.md). \`"hegao.severity": {"${id}": "off"}\` switches the rule off; [all rules](../README.en.md).`,
  ].join('\n\n')}\n`;
}

const { RULES, PRESETS } = await load();
const english = JSON.parse(readFileSync(inProject('l10n/bundle.l10n.en.json'), 'utf8'));
const isCheck = process.argv.includes('--check');
let stale = false;

/** Brings a file to a text; notes whether it was another. */
function keep(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  stale = true;
  if (!isCheck) writeFileSync(file, text);
}

for (const [language, text] of TEXTS.entries()) {
  const [presetTitle, presetLead, presetHeads] = text.presets;
  const parts = [
    '<!-- Written by scripts/rule-index.mjs; run `npm run docs`. -->',
    text.title,
    text.lead.replace('{0}', RULES.length),
  ];
  for (const [group, names] of Object.entries(GROUPS)) {
    const rules = RULES.filter((rule) => rule.group === group).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (rules.length === 0) continue;
    const rows = rules.map(({ id, title, severity }) => [
      `[${id}](${language === 0 ? '' : 'en/'}${id}.md)`,
      language === 0 ? title.template : (english[title.template] ?? title.template),
      SEVERITIES[severity][language],
      fixOf(id, language),
    ]);
    parts.push(`## ${names[language]} · \`${group}\``, table(text.heads, rows));
  }
  const changed = [...new Set(Object.values(PRESETS).flatMap((preset) => Object.keys(preset)))].sort();
  const level = (preset, id) => (preset[id] === undefined ? '' : (SEVERITIES[preset[id]]?.[language] ?? 'off'));
  const rows = changed.map((id) => [id, level(PRESETS.official, id), level(PRESETS.book, id)]);
  parts.push(presetTitle, presetLead, table(presetHeads, rows), text.foot);
  keep(inProject(text.file), `${parts.join('\n\n')}\n`);
}

const pages = inProject('docs/rules/en');
if (!isCheck) mkdirSync(pages, { recursive: true });
for (const rule of RULES) keep(path.join(pages, `${rule.id}.md`), englishPage(rule));
for (const name of existsSync(pages) ? readdirSync(pages) : []) {
  if (RULES.some(({ id }) => name === `${id}.md`)) continue;
  stale = true;
  if (!isCheck) rmSync(path.join(pages, name));
}

if (stale && isCheck) {
  console.error('docs/rules is not up to date: npm run docs');
  process.exitCode = 1;
}
