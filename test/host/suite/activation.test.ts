import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSeed } from './driver';

const extension = () => vscode.extensions.getExtension('glossator.glossator');

describe('activation', () => {
	afterEach(closeAll);

	it('is installed', () => {
		assert.ok(extension());
	});

	it('is active once a seed is open', async () => {
		await openSeed('2026-03-12-corridor.ru.txt');
		assert.equal(extension()?.isActive, true);
	});
});
