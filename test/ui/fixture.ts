// What the steps share: a window on a fresh copy of a workspace for each group of steps, and pictures of it.
import * as assert from 'node:assert/strict';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Workbench } from './driver';

/** What the runner (run.mjs) has ready; the extension is installed from its package. */
export interface Session {
	readonly browser: Browser;
	/** A folder for pictures. */
	readonly pictures: string;
	address(query: { folder: string }): string;
	/** A temporary copy of folders of the project, committed to git. */
	copyWorkspace(sources: string[]): Promise<string>;
}

declare global {
	var uiSession: Session;
}

/** Bytes; a README loads a handful of them. */
const pictureBudget = 150_000;

/** A window for the steps of one `describe`; its parts are there once the first step runs. */
export class Window {
	workbench!: Workbench;
	page!: Page;
	/** The workspace folder's path. */
	folder!: string;

	/** The text of a file of the workspace as it is on disk. */
	read(file: string): Promise<string> {
		return readFile(path.join(this.folder, file), 'utf8');
	}

	async write(file: string, text: string): Promise<void> {
		const target = path.join(this.folder, file);
		await mkdir(path.dirname(target), { recursive: true });
		await writeFile(target, text);
	}

	/** Waits until a file on disk is as it should be, and gives its text. */
	async until(file: string, fits: (text: string) => boolean, what: string): Promise<string> {
		const text = () => this.read(file).catch(() => '');
		return this.workbench.wait(
			{ what: `${file}: ${what}` },
			async () => ((now) => fits(now) && now)(await text()),
			text,
		);
	}

	/** Saves a picture of the window by name, without extension; of what passes soon, at once. */
	async picture(name: string, { atOnce = false } = {}): Promise<void> {
		const file = path.join(uiSession.pictures, `${name}.png`);
		if (!atOnce) await this.workbench.settle();
		await this.workbench.screenshot(file);
		const { size } = await stat(file);
		assert.ok(size <= pictureBudget, `${name}.png has ${size} bytes`);
	}
}

export interface WindowOptions {
	/** Files of the workspace that git does not know, by path: its own settings, say. */
	readonly files?: Readonly<Record<string, string>>;
	/** The language that VS Code believes to be displayed in; its own texts stay English without a language pack. */
	readonly language?: string;
}

/**
 * Opens a window on a copy of `seeds/` before the steps of a `describe` and closes it after them. A step that fails
 * leaves a picture, and is tried again in a new window on a new copy: what the first try left behind would fail it.
 */
export function useWindow(options: WindowOptions = {}): Window {
	const window = new Window();
	before(async function () {
		this.timeout(60_000);
		await open(window, options);
	});
	beforeEach(async function () {
		if (!isRetry(this.currentTest)) return;
		this.timeout(60_000);
		await close(window);
		await open(window, options);
	});
	afterEach(async function () {
		if (this.currentTest?.state === 'passed') return;
		const name = this.currentTest?.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-');
		const tried = isRetry(this.currentTest) ? '-again' : '';
		await window.workbench.screenshot(path.join(uiSession.pictures, `failed-${name}${tried}.png`)).catch(() => {});
	});
	after(async () => {
		// what is still being read when the window closes is cancelled, and VS Code logs that as an error
		const own = window.workbench?.errors.filter((error) => /glossator/i.test(error)) ?? [];
		await close(window);
		assert.deepEqual(own, [], 'the extension logged no error');
	});
	return window;
}

async function open(window: Window, { files = {}, language }: WindowOptions): Promise<void> {
	window.folder = await uiSession.copyWorkspace(['seeds']);
	for (const [name, text] of Object.entries(files)) await window.write(name, text);
	window.page = await uiSession.browser.newPage({ viewport: { width: 1280, height: 800 } });
	if (language)
		await window.page.addInitScript((name) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: name }), language);
	window.workbench = new Workbench(window.page);
	await window.workbench.start(uiSession.address({ folder: window.folder }));
}

/**
 * Leaves the page as a person does: of a window that is merely gone, the server keeps the extension host and the file
 * watchers for three hours, and the later steps share the machine with all of them.
 */
async function close({ page }: Window): Promise<void> {
	page?.once('dialog', (dialog) => dialog.accept());
	await page?.goto('about:blank').catch(() => {});
	await page?.close();
}

/** Mocha counts the tries of a test, but its types do not tell. */
const isRetry = (test: Mocha.Test | undefined): boolean =>
	((test as { currentRetry?(): number } | undefined)?.currentRetry?.() ?? 0) > 0;
