// What a person sees of VS Code's workbench in a browser: texts, rows, places. It changes nothing.
// Nothing sleeps: every wait polls for what a person would wait to see and fails with what was there instead.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import {
	findInEditor,
	hasMarkedLines,
	type TextBox,
	textOfLine,
	textsOfElements,
	underlineAt,
	visibleEditorText,
} from './page-functions';
import { shrinkPng } from './png';

/** How long waits are, in ms, unless said otherwise: long, for slow machines; it costs nothing when all is well. */
export const patience = 20_000;

/** What this server's page logs as errors on every start: it has no service worker, and tries to get some files. */
const noise = /Failed to load resource|bad HTTP response code|\[Service Worker\]|An iframe which has both/;

export interface WaitOptions {
	/** What a person waits for, said in the error. */
	readonly what: string;
	/** Milliseconds; 20 s when absent. */
	readonly timeout?: number;
}

/** An editor column: the one with the focus, or by its place from the left, 0-based. */
export type Group = 'active' | number;

/** Shown before a paragraph of two texts that are read side by side. */
const partnerMark = /^⇄\s(?:\d+(?:,\s?\d+)*|–)\??\s*/;

export class Screen {
	/** Errors that the page logged or threw, in order. */
	readonly errors: string[] = [];

	constructor(readonly page: Page) {
		page.on('pageerror', (error) => this.errors.push(String(error.stack ?? error)));
		page.on('console', (message) => {
			if (message.type() === 'error' && !noise.test(message.text())) this.errors.push(message.text());
		});
	}

	/** The text as the screen shows it, line by line; of a long file only the part in view. */
	async editorText(group: Group = 'active'): Promise<string> {
		return this.page.evaluate(visibleEditorText, group);
	}

	/** The titles of all open tabs, by group from left to right. */
	async tabs(): Promise<string[][]> {
		const groups = await this.groups();
		return Promise.all(
			groups.map(async (group) => (await group.locator('.tab').allTextContents()).map((t) => t.trim())),
		);
	}

	private async groups(): Promise<Locator[]> {
		const all = await this.page.locator('.editor-group-container').all();
		const places = await Promise.all(all.map(async (group) => ({ group, box: await group.boundingBox() })));
		return places.sort((a, b) => (a.box?.x ?? 0) - (b.box?.x ?? 0)).map(({ group }) => group);
	}

	/** 1-based line and column of the cursor, as the status bar has them once it is at rest. */
	async cursor(): Promise<{ line: number; column: number }> {
		let before: string | null = null;
		const text = await this.wait({ what: 'the cursor position' }, async () => {
			const now = await this.page.locator('#status\\.editor\\.selection').textContent();
			if (now === before) return now ?? undefined;
			before = now;
			await this.page.waitForTimeout(150);
			return undefined;
		});
		const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text) ?? [];
		return { line: Number(line), column: Number(column) };
	}

	/** The text, as far as in view, of the line that the cursor is in, without the paragraph's mark. */
	async lineAtCursor(): Promise<string> {
		const { line } = await this.cursor();
		const shown = await this.page.evaluate(textOfLine, line);
		return shown.trimStart().replace(partnerMark, '');
	}

	/** What an open quick pick, quick open or palette lists. */
	async quickRows(): Promise<string[]> {
		return this.texts('.quick-input-widget:visible .quick-input-list .monaco-list-row');
	}

	/** The language of the active editor, as the status bar names it. */
	async language(): Promise<string> {
		return ((await this.page.locator('#status\\.editor\\.mode').textContent()) ?? '').trim();
	}

	/** All texts of the status bar, left to right. */
	async statusBar(): Promise<string[]> {
		return (await this.texts('.statusbar-item')).filter(Boolean);
	}

	/** The texts of the notifications on the screen. */
	async notifications(): Promise<string[]> {
		return this.texts('.notifications-toasts .notification-list-item-message');
	}

	/** Where a text stands on the screen, or undefined when it is not in view. */
	async boxOf(text: string, group: Group = 'active'): Promise<TextBox | undefined> {
		return this.page.evaluate(findInEditor, { text, group });
	}

	/** The rows in view of a tree view in the side bar or panel, by its title, once they satisfy the condition. */
	async tree(title: string, until: (rows: string[]) => boolean = (rows) => rows.length > 0): Promise<string[]> {
		return this.rowsOf(`.pane:has(.pane-header[aria-label^="${title}"])`, `the view ${title}`, until);
	}

	protected rowsOf(pane: string, what: string, until: (rows: string[]) => boolean): Promise<string[]> {
		const rows = async () => (await this.texts(`${pane} .monaco-list-row`)).filter(Boolean);
		return this.wait({ what }, async () => ((found) => (until(found) ? found : undefined))(await rows()), rows);
	}

	/** Waits until the active editor is one whose tab says this. */
	async waitForTab(title: string): Promise<void> {
		const active = () => this.texts('.editor-group-container.active .tab.active .label-name');
		await this.wait({ what: `the tab ${title}` }, async () => (await active()).includes(title), active);
	}

	/** Waits until the status bar names this language. */
	async waitForLanguage(name: string): Promise<void> {
		const what = `the language ${name}`;
		await this.wait(
			{ what },
			async () => (await this.language()) === name,
			() => this.statusBar(),
		);
	}

	/** Waits until an entry of the status bar says this. */
	async waitForStatus(text: RegExp): Promise<void> {
		const what = `${text} in the status bar`;
		await this.wait(
			{ what },
			async () => (await this.statusBar()).some((one) => text.test(one)),
			() => this.statusBar(),
		);
	}

	/** Waits until the cursor is in a line that begins so. */
	async waitForLine(start: string): Promise<void> {
		const line = () => this.lineAtCursor();
		await this.wait(
			{ what: `the cursor at “${start}”` },
			async () => (await line()).trimStart().startsWith(start),
			line,
		);
	}

	/** Waits until one of the elements that fit a selector says this. */
	async waitForTexts(selector: string, text: RegExp): Promise<void> {
		const texts = () => this.texts(selector);
		await this.wait(
			{ what: `${text} in ${selector}` },
			async () => (await texts()).some((one) => text.test(one)),
			texts,
		);
	}

	/** Waits until lines of an editor group are marked, as the end of a jump is for a moment. */
	async waitForMark(group: number): Promise<void> {
		await this.page.waitForFunction(hasMarkedLines, group, { timeout: patience });
	}

	/** Moves the mouse to where nothing shows a hover. */
	async restMouse(): Promise<void> {
		await this.page.mouse.move(1050, 16);
		await this.page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
	}

	/** How the middle of a text in view is underlined, as CSS has it: lines, style and colour. */
	async underlineOf(text: string, group: Group = 'active'): Promise<string> {
		const box = await this.boxOf(text, group);
		return box ? this.page.evaluate(underlineAt, box) : '';
	}

	async isUnderlined(text: string): Promise<boolean> {
		return /underline/.test(await this.underlineOf(text));
	}

	/** Waits until an editor group shows a text. */
	async waitForText(text: string, group: Group = 'active'): Promise<void> {
		const shown = () => this.editorText(group);
		await this.wait({ what: `“${text}” on the screen` }, async () => (await shown()).includes(text), shown);
	}

	/** The texts of all elements that fit a selector, with a space between their parts. */
	async texts(selector: string): Promise<string[]> {
		return this.page.locator(selector).evaluateAll(textsOfElements);
	}

	/** Polls until the answer is neither false nor undefined, and gives it. `seen` adds to the error what was there. */
	async wait<T>(
		{ what, timeout = patience }: WaitOptions,
		probe: () => Promise<T | undefined | false>,
		seen?: () => Promise<unknown>,
	): Promise<T> {
		const end = Date.now() + timeout;
		for (;;) {
			const answer = await probe();
			if (answer !== undefined && answer !== false) return answer;
			if (Date.now() > end) break;
			await this.page.waitForTimeout(50);
		}
		const there = seen ? `; there was: ${JSON.stringify(await seen())}` : '';
		throw new Error(`Waited ${timeout / 1000} s for ${what}, in vain${there}`);
	}

	/** Waits, not for ever, until the window is at rest: extensions are active and nothing shows progress. */
	async settle(): Promise<void> {
		const busy = async () => {
			if (await this.page.locator('.monaco-progress-container.active:visible').count()) return true;
			return (await this.statusBar()).some((text) => /Activating Extensions|Opening Remote/.test(text));
		};
		await this.wait({ what: 'the window to settle' }, async () => !(await busy())).catch(() => {});
	}

	/** Saves the window as a small PNG, without caret and with animations at their end. */
	async screenshot(file: string): Promise<void> {
		await mkdir(path.dirname(file), { recursive: true });
		const options = { animations: 'disabled', caret: 'hide' } as const;
		await writeFile(file, shrinkPng(await this.page.screenshot(options)));
	}
}
