// npm run package — builds hegao-VERSION.vsix from an empty dist/.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject, main, root, run, say, Stop } from './lib/project.mjs';
import { ensureBuild } from './lib/setup.mjs';

/** Builds the package into `folder`. Gives its path. */
export async function buildPackage(folder) {
  await ensureBuild({ production: true });
  const { name, version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const file = path.join(folder, `${name}-${version}.vsix`);
  const code = await run(process.execPath, [
    ...[inProject('node_modules/@vscode/vsce/vsce'), 'package', '--out', file],
    // What runs is in dist/; .vscodeignore lists all that belongs into the package.
    '--no-dependencies',
    ...['--allow-missing-repository', '--no-rewrite-relative-links'],
  ]);
  if (code !== 0) throw new Stop('打包没有成功，原因见上。', 'Packaging failed; the reason stands above.');
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(async () => {
    const file = await buildPackage(root);
    say(`已打包：${file}`, `Packaged: ${file}. Install it with “code --install-extension ${path.basename(file)}”.`);
  });
