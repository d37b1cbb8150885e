// What the host suites share: opening files of the test workspace, waiting, reading and cleaning up.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** A file of the workspace's first folder. */
export function fileUri(name: string): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0];
	assert.ok(folder, 'the suite runs in a workspace folder');
	return vscode.Uri.joinPath(folder.uri, name);
}

/** Waits until VS Code, which keeps closed documents for a while, shows the file as it is on disk. */
export async function open(name: string): Promise<vscode.TextEditor> {
	const document = await vscode.workspace.openTextDocument(fileUri(name));
	const unified = (text: string | undefined) => text?.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
	const onDisk = unified(await read(name));
	await until(() => document.isDirty || unified(document.getText()) === onDisk, `${name} is loaded`);
	return vscode.window.showTextDocument(document);
}

/** Opens a seed and waits until it is recognised. */
export async function openSeed(name: string): Promise<vscode.TextEditor> {
	const editor = await open(name);
	await until(() => editor.document.languageId === 'seed', `${name} is recognised`);
	return editor;
}

export async function write(name: string, text: string): Promise<vscode.Uri> {
	const uri = fileUri(name);
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	return uri;
}

export async function read(name: string): Promise<string | undefined> {
	try {
		return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
	} catch {
		return undefined;
	}
}

export async function remove(...names: string[]): Promise<void> {
	for (const name of names) {
		try {
			await vscode.workspace.fs.delete(fileUri(name), { recursive: true });
		} catch {
			// it was never made
		}
	}
}

type Falsy = false | 0 | '' | null | undefined;

/** Polls until the condition holds; its value. */
export async function until<T>(condition: () => T | Promise<T>, what: string): Promise<Exclude<T, Falsy>> {
	const end = Date.now() + 10_000;
	for (;;) {
		const value = await condition();
		if (value) return value as Exclude<T, Falsy>;
		if (Date.now() > end) assert.fail(`waited in vain until ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 30));
	}
}

/** Where the text first stands. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
	const offset = document.getText().indexOf(text);
	assert.ok(offset >= 0, `“${text}” is in the document`);
	return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

export function select(editor: vscode.TextEditor, text: string): void {
	const { start, end } = rangeOf(editor.document, text);
	editor.selection = new vscode.Selection(start, end);
}

export async function replaceAll(editor: vscode.TextEditor, text: string): Promise<void> {
	const { document } = editor;
	const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
	assert.ok(await editor.edit((edit) => edit.replace(all, text)));
}

/** The text of all hovers at the beginning of `text`. */
export async function hoverAt(editor: vscode.TextEditor, text: string): Promise<string> {
	const { start } = rangeOf(editor.document, text);
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
		'vscode.executeHoverProvider',
		editor.document.uri,
		start.translate(0, 1),
	);
	return hovers
		.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
		.join('\n');
}

export async function closeAll(): Promise<void> {
	await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
