import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, hoverAt, openSeed, rangeOf, read, remove, select, until, write } from './driver';

interface Repository {
	readonly state: { readonly HEAD?: { readonly name?: string } };
	add(paths: string[]): Promise<void>;
	commit(message: string): Promise<void>;
	createBranch(name: string, checkout: boolean): Promise<void>;
	checkout(name: string): Promise<void>;
	deleteBranch(name: string, force: boolean): Promise<void>;
}
interface GitExtension {
	getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

const seed = 'working-day.test.txt';
const sidecar = `${seed}.ann.yaml`;
const morning = `date 2026-01-15 Порт принял первый паром после ремонта причала.

Начальник порта сообщил, что погрузка занимает одиннадцать часов, а очередь сократилась вдвое.

Следующий рейс назначен на вторник, в девять утра по местному времени.

По оценке ведомства, за год через порт прошло сорок тысяч контейнеров.
`;
const noon = morning
	.replace('Порт принял', 'Вчера вечером порт принял')
	.replace('Начальник порта сообщил, что погрузка занимает одиннадцать часов, а очередь сократилась вдвое.\n\n', '')
	.replace('Следующий рейс назначен на вторник, в девять утра', 'Очередной рейс перенесён на среду, на десять утра');

/** As another person's git, or editor, would: VS Code is not asked. */
interface Outside {
	/** Keeps what is there, and has both versions of the seed ready. */
	begin(): Promise<void>;
	/** Brings a version of the seed into the folder. */
	version(name: 'morning' | 'noon'): Promise<void>;
	end(): Promise<void>;
}

const run = (name: string, ...args: unknown[]) => vscode.commands.executeCommand(`glossator.${name}`, ...args);

describe('a working day', () => {
	let outside: Outside;
	afterEach(async () => {
		await closeAll();
		await outside.end();
		await remove(seed, sidecar);
	});

	it('ends with identical bytes: annotated, edited outside, branches switched, orphans resolved, all undone', async () => {
		const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
		outside = git ? await byGit(git) : byHand();
		await write(seed, morning);
		let editor = await openSeed(seed);
		const annotations: [string, string][] = [
			['после ремонта', 'Which repair?'],
			['погрузка занимает одиннадцать часов', 'Check with the ferry.'],
			['Следующий рейс назначен на вторник', 'Compare the timetable.'],
			['сорок тысяч', 'Containers or TEU?'],
		];
		for (const [passage, note] of annotations) {
			select(editor, passage);
			await run('annotate', { kind: 'claim', note });
		}
		const made = await until(async () => {
			const now = await read(sidecar);
			return now?.includes('TEU?') && now;
		}, 'four annotations are written');
		const ids = [...made.matchAll(/^([0-9a-z]{8}):$/gm)].map(([, id = '']) => ({ seed: fileUri(seed).toString(), id }));
		await outside.begin();

		await outside.version('noon');
		await until(() => editor.document.getText() === noon, 'the edit from outside is shown');
		const codes = () => vscode.languages.getDiagnostics(fileUri(seed)).map(({ code }) => String(code));
		const inDoubt = () => codes().filter((code) => code.startsWith('anchor/')).length;
		await until(() => inDoubt() >= 1 && codes().includes('anchor/orphan'), 'the deleted passage is reported');
		assert.match(await hoverAt(editor, 'после ремонта'), /Which repair/);
		assert.match(await hoverAt(editor, 'сорок тысяч'), /TEU/);
		assert.equal(await read(sidecar), made, 'nothing is written for an edit of the seed');

		await outside.version('morning');
		await until(() => editor.document.getText() === morning, 'the other branch is shown');
		await until(() => inDoubt() === 0, 'all are in their places');
		for (const [passage, note] of annotations) assert.ok((await hoverAt(editor, passage)).includes(note.slice(0, -1)));
		assert.equal(await read(sidecar), made, 'nothing is written for a branch');

		await closeAll();
		await outside.version('noon');
		editor = await openSeed(seed);
		await until(() => editor.document.getText() === noon && codes().includes('anchor/orphan'), 'noon is shown');
		const { document } = editor;
		const moved = rangeOf(document, 'Очередной рейс перенесён на среду');
		await run('annotation.keepAsNote', ids[1]);
		await until(async () => /about: seed/.test((await read(sidecar)) ?? ''), 'the orphan is kept as a note');
		const at = { start: document.offsetAt(moved.start), end: document.offsetAt(moved.end) };
		await run('annotation.reattach', ids[2], at);
		await until(async () => /quote: 'Очередной рейс/.test((await read(sidecar)) ?? ''), 'the other is attached');
		await until(() => inDoubt() === 0, 'nobody is asked any more');
		await run('annotation.resolve', ids[0], [ids[0], ids[3]]);
		await until(async () => (await read(sidecar))?.match(/status: resolved/g)?.length === 2, 'two are resolved');

		for (let step = 0; step < 3; step++) await run('undo');
		await until(async () => (await read(sidecar)) === made, 'the noon’s work is undone');
		await outside.version('morning');
		await until(async () => (await read(seed)) === morning, 'the seed is the morning’s');
		assert.equal(await read(sidecar), made);
		for (let step = 0; step < annotations.length; step++) await run('undo');
		await until(async () => (await read(sidecar)) === undefined, 'everything is undone');
		assert.equal(await read(seed), morning);
	});
});

/** Branches and commits: VS Code's Git extension does not run in the web-worker host. */
async function byGit(extension: vscode.Extension<GitExtension>): Promise<Outside> {
	const api = (await extension.activate()).getAPI(1);
	const repository = await until(() => api.getRepository(fileUri(seed)), 'git knows the workspace');
	const main = await until(() => repository.state.HEAD?.name, 'git is on a branch');
	const branches = { morning: main, noon: 'a-working-day' };
	return {
		async begin() {
			await repository.add([fileUri(seed).fsPath, fileUri(sidecar).fsPath]);
			await repository.commit('The morning’s text, annotated');
			await repository.createBranch(branches.noon, true);
			await write(seed, noon);
			await repository.add([fileUri(seed).fsPath]);
			await repository.commit('The noon’s text');
			await repository.checkout(main);
		},
		version: (name) => repository.checkout(branches[name]),
		async end() {
			if (repository.state.HEAD?.name !== main) await repository.checkout(main);
			await repository.deleteBranch(branches.noon, true);
		},
	};
}

/** Files that change under the editor. */
function byHand(): Outside {
	const texts = { morning, noon };
	return {
		begin: async () => {},
		version: async (name) => {
			await write(seed, texts[name]);
		},
		end: async () => {},
	};
}
