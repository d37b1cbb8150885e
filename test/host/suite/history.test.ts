import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, hoverAt, openSeed, read, remove, select, until, write } from './driver';

interface GitRepository {
	add(paths: string[]): Promise<void>;
	commit(message: string): Promise<void>;
	createBranch(name: string, checkout: boolean): Promise<void>;
	checkout(treeish: string): Promise<void>;
	merge(ref: string): Promise<void>;
	mergeAbort(): Promise<void>;
	readonly state: { readonly HEAD?: { readonly name?: string }; readonly mergeChanges: readonly { uri: vscode.Uri }[] };
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

		it('keeps the side of a merge that can be read, where the other one is binary', async () => {
			const api = (await git.activate()).getAPI(1);
			const repository = await until(() => api.getRepository(fileUri(seed)), 'git knows the workspace');
			const sidecar = `${seed}.ann.yaml`;
			const uri = fileUri(sidecar);
			const of = (note: string) => `format: glossator/annotations@1\n\na1a1a1a1:\n  quote: 'о'\n  note: ${note}\n`;
			const commit = async (bytes: Uint8Array) => {
				await vscode.workspace.fs.writeFile(uri, bytes);
				await repository.add([uri.fsPath]);
				await repository.commit('A sidecar to be merged');
			};
			const text = (note: string) => new TextEncoder().encode(of(note));
			await commit(text('old'));
			const main = repository.state.HEAD?.name ?? '';
			await repository.createBranch('readable', true);
			await commit(text('new'));
			await repository.checkout(main);
			await commit(new Uint8Array([0, 255, 1, 254, 10]));
			await repository.merge('readable').then(undefined, () => {});
			const isOpen = () => repository.state.mergeChanges.some((one) => one.uri.path === uri.path);
			await until(isOpen, 'the conflict is known');
			/** Presses the first button of the newest message, until that has happened. */
			const pressUntil = (condition: () => boolean | Promise<boolean>, what: string) =>
				until(async () => {
					await vscode.commands.executeCommand('notification.acceptPrimaryAction');
					return condition();
				}, what);
			void vscode.commands.executeCommand('glossator.review.solve', uri);
			await pressUntil(async () => (await read(sidecar)) === of('new'), 'the readable side is kept');
			await pressUntil(() => !isOpen(), 'it is staged');
			await repository.commit('Merge');
		});
	});
