// Kills VS Code, all of it at once, while it writes annotations, again and again: node test/host/kill.mjs [--rounds 20] [--entries 1500]
// Every second round it waits for the file to be emptied, which is the worst moment. What was written must be there afterwards.
import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../workbench/browser.mjs';
import { serve, temporaryFolder } from '../workbench/serve.mjs';
import { stageExtension } from '../workbench/stage.mjs';

const { values: options } = parseArgs({
	options: { rounds: { type: 'string', default: '20' }, entries: { type: 'string', default: '1500' } },
});

/** Runs in the extension host: annotates once and, as soon as it may, without end, and notes what was done. */
const writer = (/** @type {string} */ done, /** @type {string} */ go) => `
const { commands, window, workspace, Selection, Uri } = require('vscode');
const { appendFileSync, existsSync, readFileSync } = require('node:fs');
exports.run = async () => {
	const seed = Uri.joinPath(workspace.workspaceFolders[0].uri, 'seed.txt');
	const editor = await window.showTextDocument(await workspace.openTextDocument(seed));
	while (editor.document.languageId !== 'seed') await new Promise((resolve) => setTimeout(resolve, 20));
	for (let i = readFileSync(${JSON.stringify(done)}, 'utf8').split('\\n').length - 1; ; i++) {
		const start = editor.document.positionAt(60 + ((i * 37) % 4000));
		editor.selection = new Selection(start, start.translate(0, 9));
		await commands.executeCommand('glossator.annotate', { kind: 'claim', note: 'Note number ' + i + '.' });
		appendFileSync(${JSON.stringify(done)}, i + '\\n');
		while (!existsSync(${JSON.stringify(go)})) await new Promise((resolve) => setTimeout(resolve, 20));
	}
};`;

const [folder, notes] = [await temporaryFolder('kill'), await temporaryFolder('notes')];
const sidecar = path.join(folder, 'seed.txt.ann.yaml');
const [done, go] = ['done', 'go'].map((name) => path.join(notes, name));
const words = Array.from({ length: 900 }, (_, i) => `слово${i}`).join(' ');
await writeFile(path.join(folder, 'seed.txt'), `date 2026-01-15 ${words}\n`);
const entry = (/** @type {number} */ i) =>
	`\nk${String(i).padStart(7, '0')}:\n  kind: term\n  quote: 'слово${i % 900}'\n  note: |-\n    A note that was there, ${'and it is long, '.repeat(8)}.\n`;
const old = Array.from({ length: Number(options.entries) }, (_, i) => entry(i));
await writeFile(sidecar, `format: glossator/annotations@1\n${old.join('')}`);
await writeFile(done, '');

const dataFolder = await temporaryFolder('server');
const extension = await stageExtension('node');
await writeFile(path.join(extension, 'writer.js'), writer(done, go));
const browser = await launchBrowser();
const count = () => readFileSync(done, 'utf8').split('\n').length - 1;
const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** When the file is shorter than it was; at the latest after some seconds. */
async function emptied() {
	const end = Date.now() + 8000;
	for (let size = 0; Date.now() < end; ) {
		for (let i = 0; i < 2000; i++) {
			const now = statSync(sidecar).size;
			if (now < size) return;
			size = now;
		}
		await wait(0);
	}
}

/** What is wrong with the sidecar: undefined where it is whole and tells all that was done. */
async function lost() {
	const text = readFileSync(sidecar, 'utf8');
	const command = ['dist/cli/glossator.js', 'check', sidecar, '--format', 'text'];
	const said = await new Promise((resolve) => {
		execFile(process.execPath, command, { encoding: 'utf8' }, (_, out, error) => resolve(out + error));
	});
	const errors = said.split('\n').filter((line) => line.includes(': error '));
	if (errors.length) return errors.slice(0, 3).join('\n');
	const missing = [...old.keys()].filter((i) => !text.includes(entry(i).trim()));
	const gone = [...Array(count()).keys()].filter((i) => !text.includes(`Note number ${i}.`));
	return missing.length + gone.length ? `missing: ${missing.length} old, ${gone.length} new` : undefined;
}

let [torn, bad] = [0, 0];
const rounds = Number(options.rounds);
for (let round = 0; round <= rounds; round++) {
	await rm(go, { force: true });
	const before = count();
	const server = await serve({ dataFolder });
	const page = await (await browser.newContext()).newPage();
	await page.exposeFunction('codeAutomationLog', () => {});
	await page.exposeFunction('codeAutomationExit', () => {});
	await page.goto(server.address({ folder, extension, tests: path.join(extension, 'writer.js') }));
	const end = Date.now() + 60_000;
	while (count() === before && Date.now() < end) await wait(20);
	if (count() === before) throw new Error(`round ${round}: nothing was written`);
	const problem = await lost();
	await writeFile(go, '');
	if (problem) bad++;
	if (problem) console.log(`round ${round}: ${problem}`);
	if (round === rounds) await server.stop();
	else {
		await (round % 2 ? emptied() : wait(Math.random() * 1500));
		await server.stop();
		const text = readFileSync(sidecar, 'utf8');
		const isTorn = !text.endsWith('\n') || [...old.keys()].some((i) => !text.includes(entry(i).trim()));
		if (isTorn) torn++;
		console.log(`round ${round}: killed after ${count()} annotations${isTorn ? `, torn after ${text.length}` : ''}`);
	}
	await page.context().close();
}
await browser.close();
console.log(
	`${rounds} kills, ${count()} annotations; ${torn} times the file was torn, ${bad} times something was lost.`,
);
process.exit(bad ? 1 : 0);
