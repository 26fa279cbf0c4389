import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';

/** The packaged extension, installed as a user would; this project's folder is not loaded. */
describe('the installed package', () => {
  it('starts from where it was installed', async () => {
    const extension = vscode.extensions.getExtension('hegao.hegao');
    assert.ok(extension);
    const folder = process.env['HEGAO_EXTENSIONS'];
    assert.ok(folder);
    assert.equal(path.dirname(extension.extensionPath), folder);
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
