// Compiles nodejieba, the faster of the two word segmenters, where there is a C++ compiler. Its own install script is
// not run: it fetches an unpinned build tool and fails the whole installation where that does not work. Two files of
// C++ against Node-API need no more than one call of the compiler, and no Node headers but those of node-api-headers.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { hashOf, inProject, main, once, onPath, run, say } from './lib/project.mjs';

const folder = 'node_modules/nodejieba';
const binary = `${folder}/build/Release/nodejieba.node`;

await main(async () => {
  const compiler = process.platform === 'win32' ? undefined : onPath('c++', 'g++', 'clang++');
  if (!compiler) {
    say(
      '没有 C++ 编译器，分词改用自带的 jieba-wasm。',
      'No C++ compiler: words are segmented by the bundled jieba-wasm instead.',
    );
    return 0;
  }
  const hash = hashOf(`${folder}/lib`, `${folder}/package.json`, 'scripts/build-native.mjs');
  await once(`${folder}/build/.built-from`, `${hash} ${process.platform}-${process.arch}`, async () => {
    say('正在编译分词模块 nodejieba……', 'Compiling the word segmenter nodejieba …');
    mkdirSync(path.dirname(inProject(binary)), { recursive: true });
    const includes = ['node-addon-api', 'node-api-headers/include', 'nodejieba/submodules/cppjieba/include']
      .concat('nodejieba/submodules/cppjieba/deps/limonp/include')
      .map((include) => `-Inode_modules/${include}`);
    const linking =
      process.platform === 'darwin'
        ? ['-undefined', 'dynamic_lookup', '-mmacosx-version-min=10.15']
        : ['-s', '-static-libstdc++', '-static-libgcc'];
    const code = await run(compiler, [
      ...['-O2', '-std=c++14', '-fPIC', '-shared', ...linking],
      ...['-DNODE_GYP_MODULE_NAME=nodejieba', '-DBUILDING_NODE_EXTENSION', '-DLOGGING_LEVEL=LL_WARNING'],
      ...includes,
      ...[`${folder}/lib/index.cpp`, `${folder}/lib/nodejieba.cpp`, '-o', binary],
    ]);
    if (code !== 0)
      say(
        'nodejieba 没有编译成功（原因见上），分词改用自带的 jieba-wasm。',
        'nodejieba did not compile (the reason stands above): the bundled jieba-wasm is used instead.',
      );
  });
  return 0;
});
