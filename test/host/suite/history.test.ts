import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, hoverAt, openSeed, read, remove, select, until, write } from './driver';

interface GitRepository {
	add(paths: string[]): Promise<void>;
	commit(message: string): Promise<void>;
}
interface GitExtension {
	getAPI(version: 1): { getRepository(uri: vscode.Uri): GitRepository | null };
}

const seed = 'history.test.txt';
const before =
	'date 2026-01-15 Первый абзац говорит о новых мостах и старых дорогах области.\n\nВторой абзац говорит о поездах.\n';
const after =
	'date 2026-01-15 Кроме прочего, заявление касается мостах, как пишут газеты.\n\nВторой абзац говорит о поездах.\n';

// VS Code's Git extension does not run in the web-worker host
const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
if (git)
	describe('history', () => {
		afterEach(async () => {
			await closeAll();
			await remove(seed, `${seed}.ann.yaml`);
		});

		it('finds a passage with the text that it was marked in, where git has it', async () => {
			const api = (await git.activate()).getAPI(1);
			const repository = await until(() => api.getRepository(fileUri(seed)), 'git knows the workspace');
			await write(seed, before);
			select(await openSeed(seed), 'мостах');
			await vscode.commands.executeCommand('glossator.annotate', { kind: 'term', note: 'Which bridges?' });
			await until(() => read(`${seed}.ann.yaml`), 'the sidecar is written');
			await closeAll();
			await repository.add([fileUri(seed).fsPath, fileUri(`${seed}.ann.yaml`).fsPath]);
			await repository.commit('A seed to be rewritten');
			await write(seed, after);
			const editor = await openSeed(seed);
			await until(async () => /Which bridges/.test(await hoverAt(editor, 'мостах')), 'the note is at its passage');
			const codes = () => vscode.languages.getDiagnostics(editor.document.uri).map(({ code }) => code);
			await until(() => !codes().some((code) => String(code).startsWith('anchor/')), 'nobody is asked');
			assert.match(editor.document.getText(), /газеты/);
		});
	});
