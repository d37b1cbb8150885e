import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { start } from '../../../src/editor/activate';
import { closeAll, openSeed, read, remove, select, until, write } from './driver';

type Made = { dispose(): unknown };
type Method = (...args: unknown[]) => unknown;
/** VS Code's API and the host's globals, as what they are here: objects whose methods can be stood in for. */
type Holder = Record<string, Method>;

const holder = (value: unknown) => value as Holder;

/** What is made through the API, by name, until it is disposed; and the timers that still wait. */
class Ledger {
	readonly #alive = new Map<object, string>();
	readonly #restore: (() => void)[] = [];
	/** Names of all that was ever made. */
	readonly made = new Set<string>();

	get left(): string[] {
		return [...this.#alive.values()].sort();
	}

	/** Counts what `method` gives; `instead` makes it where VS Code lets it be made once only. */
	count(owner: Holder, method: string, instead?: (...args: unknown[]) => Made): void {
		const original = owner[method] as Method;
		this.#put(owner, method, (...args) => {
			if (!calledFromHere()) return original.call(owner, ...args);
			const made = (instead ?? original.bind(owner))(...args) as Made;
			const entry = {};
			this.#enter(entry, `${method} ${typeof args[0] === 'string' ? args[0] : ''}`.trim());
			const dispose = () => {
				this.#alive.delete(entry);
				return made.dispose();
			};
			// not of `made` itself, which may be frozen
			return new Proxy(
				{},
				{
					get: (_, key) => {
						const value = key === 'dispose' ? dispose : Reflect.get(made, key, made);
						return typeof value === 'function' ? value.bind(made) : value;
					},
					set: (_, key, value) => Reflect.set(made, key, value, made),
				},
			);
		});
	}

	/** Timers are counted as long as they have neither run nor been cleared. */
	countTimers(): void {
		const global = holder(globalThis);
		const { setTimeout: start, clearTimeout: stop } = global as { setTimeout: Method; clearTimeout: Method };
		const entries = new Map<unknown, object>();
		this.#put(global, 'setTimeout', (run, ms, ...rest) => {
			if (!calledFromHere()) return start.call(globalThis, run, ms, ...rest);
			const entry = {};
			const handle = start.call(
				globalThis,
				() => {
					this.#alive.delete(entry);
					(run as Method)(...rest);
				},
				ms,
			);
			entries.set(handle, entry);
			this.#enter(entry, `setTimeout ${ms}`);
			return handle;
		});
		this.#put(global, 'clearTimeout', (handle) => {
			this.#alive.delete(entries.get(handle) ?? {});
			stop.call(globalThis, handle);
		});
	}

	restore(): void {
		for (const restore of this.#restore.splice(0)) restore();
	}

	#enter(entry: object, name: string): void {
		this.made.add(name);
		this.#alive.set(entry, name);
	}

	#put(owner: Holder, method: string, stand: Method): void {
		const before = Object.getOwnPropertyDescriptor(owner, method);
		Object.defineProperty(owner, method, { configurable: true, writable: true, value: stand });
		this.#restore.push(() => {
			if (before) Object.defineProperty(owner, method, before);
			else delete owner[method];
		});
	}
}

/** The extension itself goes on beside the copy of it that is looked at, with the same API. */
function calledFromHere(): boolean {
	const [, , , caller] = (new Error().stack ?? '').split('\n');
	return caller?.includes('dist/test/') ?? false;
}

function countEverything(): Ledger {
	const ledger = new Ledger();
	const nothing = () => ({ dispose() {} });
	const { commands, comments, languages, window, workspace } = vscode;
	// the extension itself has these already, and there can be but one of a name
	ledger.count(holder(commands), 'registerCommand', nothing);
	ledger.count(holder(workspace), 'registerTextDocumentContentProvider', nothing);
	ledger.count(holder(window), 'createTreeView', () => new Proxy({} as Made, { get: () => nothing }));
	for (const [owner, methods] of [
		[languages, Object.keys(languages).filter((name) => /^(register|createDiagnostic)/.test(name))],
		[window, ['createStatusBarItem', 'createTextEditorDecorationType', 'createOutputChannel', 'createQuickPick']],
		[comments, ['createCommentController']],
		[workspace, ['createFileSystemWatcher']],
		[window, Object.keys(window).filter((name) => name.startsWith('onDid'))],
		[workspace, Object.keys(workspace).filter((name) => name.startsWith('onDid'))],
	] as const)
		for (const method of methods) ledger.count(holder(owner), method);
	ledger.countTimers();
	return ledger;
}

describe('disposal', () => {
	const seed = 'disposal.test.txt';
	let ledger: Ledger | undefined;

	afterEach(async () => {
		ledger?.restore();
		await closeAll();
		await remove(seed, `${seed}.ann.yaml`);
	});

	it('leaves nothing of itself behind', async () => {
		await write(seed, 'date 2026-01-15 Первый абзац говорит о Ташкенте.\n\nВторой абзац говорит о поездах.\n');
		const editor = await openSeed(seed);
		const extension = vscode.extensions.getExtension('glossator.glossator');
		const extensionUri = extension?.extensionUri;
		const subscriptions: Made[] = [];
		ledger = countEverything();
		const workspaceState = { get: (_: string, otherwise: unknown) => otherwise };
		start({ extension, extensionUri, subscriptions, workspaceState } as unknown as vscode.ExtensionContext, {
			kind: 'node',
			userName: () => undefined,
		});
		await useEverything(editor);
		const { made } = ledger;
		for (const expected of ['createStatusBarItem glossator.seed', 'createFileSystemWatcher **/*.ann{.yaml,.*.yaml}'])
			assert.ok(made.has(expected), `${expected} was made`);
		for (const { dispose } of subscriptions.map((one) => ({ dispose: () => one.dispose() })).reverse()) dispose();
		// what was under way when it ended may take its time, but not come back
		await until(() => ledger?.left.length === 0, 'nothing is left').catch(() => {});
		assert.deepEqual(ledger.left, []);
	});

	/** So that whatever is made on first need is made. */
	async function useEverything(editor: vscode.TextEditor): Promise<void> {
		const { uri } = editor.document;
		for (const provider of ['DocumentSymbol', 'FoldingRange'])
			await vscode.commands.executeCommand(`vscode.execute${provider}Provider`, uri);
		for (const provider of ['Hover', 'Definition', 'Reference'])
			await vscode.commands.executeCommand(`vscode.execute${provider}Provider`, uri, new vscode.Position(0, 42));
		select(editor, 'поездах');
		await vscode.commands.executeCommand('glossator.annotate', { kind: 'term', note: 'Which trains?' });
		await until(() => read(`${seed}.ann.yaml`), 'the sidecar is written');
		await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'Так. '));
		await openSeed('2026-03-12-corridor.ru.txt');
	}
});
