// A person at VS Code's workbench in a browser: opens files, runs commands, hovers words, reads what is on the screen.
// Nothing sleeps: every wait polls for what a person would wait to see and fails with what was there instead.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { findInEditor, type TextBox, visibleEditorText } from './editor-dom';
import { shrinkPng } from './png';

const patience = 20_000;

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

export class Workbench {
	/** Errors that the page logged or threw, in order. */
	readonly errors: string[] = [];

	constructor(readonly page: Page) {
		page.on('pageerror', (error) => this.errors.push(String(error.stack ?? error)));
		page.on('console', (message) => {
			if (message.type() === 'error' && !noise.test(message.text())) this.errors.push(message.text());
		});
	}

	/** Opens the workbench and waits until it can be used. */
	async start(address: string): Promise<void> {
		await this.page.goto(address);
		await this.page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: 60_000 });
		await this.wait({ what: 'the connection to the extension host', timeout: 30_000 }, async () => {
			const text = await this.page.locator('#status\\.host').textContent();
			return !/Opening|Disconnected/.test(text ?? '');
		});
	}

	/** Opens a file of the workspace by its name, or by a path from the workspace folder. */
	async open(file: string): Promise<void> {
		await this.quickOpen(file, async () => {
			const row = this.page
				.locator('.quick-input-list .monaco-list-row')
				.filter({ hasText: path.posix.basename(file) });
			return (await row.count()) > 0 ? row.first() : undefined;
		});
		await this.wait({ what: `an editor for ${file}` }, async () => {
			const tab = this.page.locator('.editor-group-container.active .tab.active, .editor-group-container .tab.active');
			return (await tab.allTextContents()).some((text) => text.includes(path.posix.basename(file)));
		});
		await this.page.locator('.editor-instance .view-lines').first().waitFor({ timeout: patience });
	}

	/** Runs a command by the title that the palette shows ('Category: Title' where it has one). */
	async command(title: string): Promise<void> {
		await this.quickOpen(`>${title}`, async () => {
			const rows = this.page.locator('.quick-input-list .monaco-list-row');
			for (const row of await rows.all()) {
				const label = await row.locator('.label-name').first().textContent();
				if (label?.trim().toLowerCase() === title.toLowerCase()) return row;
			}
			return undefined;
		});
	}

	private async quickOpen(query: string, find: () => Promise<Locator | undefined>): Promise<void> {
		await this.press('Escape', 'F1');
		await this.quickInput(query);
		const row = await this.wait({ what: `an entry for “${query}”`, timeout: patience }, find, () => this.quickRows());
		await row.click();
	}

	/** What an open quick pick, quick open or palette lists. */
	async quickRows(): Promise<string[]> {
		return this.texts('.quick-input-widget:visible .quick-input-list .monaco-list-row');
	}

	/** Types a text into an open quick pick and chooses the first entry that contains it. */
	async pick(text: string): Promise<void> {
		const rows = this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
		await this.quickInput(text);
		const row = await this.wait(
			{ what: `“${text}” in the list` },
			async () =>
				(await rows.filter({ hasText: text }).count()) > 0 ? rows.filter({ hasText: text }).first() : undefined,
			() => this.quickRows(),
		);
		await row.click();
	}

	private async quickInput(text: string): Promise<void> {
		const input = this.page.locator('.quick-input-widget:visible input.input');
		await input.waitFor({ timeout: patience });
		await input.fill(text);
	}

	/** Types into an open input box and accepts it. */
	async answer(text: string): Promise<void> {
		await this.quickInput(text);
		await this.page.keyboard.press('Enter');
	}

	/** Keys in Playwright's names: 'Control+S', 'F12', 'Escape'. */
	async press(...keys: string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
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

	/** Selects the first occurrence of a text in the active editor, wherever it is, and brings it into view. */
	async select(text: string): Promise<void> {
		await this.focusEditor();
		await this.press('Control+Home', 'Control+F');
		const input = this.page.locator('.editor-group-container.active .find-widget.visible .find-part textarea').first();
		await input.waitFor({ timeout: patience });
		// Typing selects the first match from the cursor on; the same text typed again would not move it.
		await input.fill('');
		await input.fill(text);
		await this.wait({ what: `“${text}” in the text` }, async () => {
			const count = this.page.locator('.editor-group-container.active .find-widget.visible .matchesCount');
			return /^[1-9]\d* of/.test((await count.first().textContent()) ?? '');
		});
		await this.press('Escape');
	}

	/** Puts the cursor at the start of the first occurrence of a text, wherever it is. */
	async putCursor(text: string): Promise<void> {
		await this.select(text);
		await this.press('ArrowLeft');
	}

	async focusEditor(): Promise<void> {
		await this.page
			.locator(
				'.editor-group-container.active .monaco-editor .native-edit-context, .editor-group-container.active .monaco-editor textarea.inputarea',
			)
			.first()
			.focus();
	}

	/** Where a text stands on the screen, or undefined when it is not in view. */
	async boxOf(text: string, group: Group = 'active'): Promise<TextBox | undefined> {
		return this.page.evaluate(findInEditor, { text, group });
	}

	/** Hovers the first occurrence of a text in view; answers what the hover says. */
	async hover(text: string, group: Group = 'active'): Promise<string> {
		const box = await this.wait(
			{ what: `“${text}” in view` },
			() => this.boxOf(text, group),
			() => this.editorText(group),
		);
		const hover = this.page.locator('.monaco-hover:visible .monaco-hover-content');
		const [x, y] = [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2];
		return this.wait({ what: `a hover on “${text}”` }, async () => {
			// A hover that was asked for before its provider was there never comes by itself: the mouse moves again.
			await this.page.mouse.move(x, y - 60);
			await this.page.mouse.move(x, y, { steps: 4 });
			await hover
				.first()
				.waitFor({ timeout: 1500 })
				.catch(() => {});
			const said = (await hover.allInnerTexts()).join('\n').trim();
			return said && said !== 'Loading...' ? said : undefined;
		});
	}

	/** Clicks the first occurrence of a text in view, with modifiers held if given. */
	async click(
		text: string,
		options: { group?: Group; modifiers?: ('Control' | 'Shift' | 'Alt')[] } = {},
	): Promise<void> {
		const box = await this.wait({ what: `“${text}” in view` }, () => this.boxOf(text, options.group));
		for (const key of options.modifiers ?? []) await this.page.keyboard.down(key);
		await this.page.mouse.click(box.x + Math.min(4, box.width / 2), box.y + box.height / 2);
		for (const key of options.modifiers ?? []) await this.page.keyboard.up(key);
	}

	/** Shows the outline and answers its rows in view, once there are any that satisfy the condition. */
	async outline(until: (rows: string[]) => boolean = (rows) => rows.length > 0): Promise<string[]> {
		if (!(await this.page.locator('.outline-pane .outline-tree').isVisible()))
			await this.command('Explorer: Focus on Outline View');
		const rows = () => this.texts('.outline-pane .monaco-list-row');
		return this.wait(
			{ what: 'the outline' },
			async () => ((found) => (until(found) ? found : undefined))(await rows()),
			rows,
		);
	}

	/** The rows of a tree view by its title, in view. */
	async tree(title: string): Promise<string[]> {
		const pane = this.page.locator('.pane').filter({ has: this.page.locator('.pane-header', { hasText: title }) });
		return (await pane.locator('.monaco-list-row').allInnerTexts()).map(squash);
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

	/** The rows of the Problems panel, which it opens. */
	async problems(): Promise<string[]> {
		if (!(await this.page.locator('.markers-panel').isVisible()))
			await this.command('Problems: Focus on Problems View');
		return this.texts('.markers-panel .monaco-list-row');
	}

	/** The visible texts of all elements that fit a selector, white space squeezed. */
	async texts(selector: string): Promise<string[]> {
		return (await this.page.locator(selector).allInnerTexts()).map(squash);
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

function squash(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
