// A person at VS Code's workbench in a browser: opens files, runs commands, selects, hovers and clicks words.
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { type Group, patience, Screen } from './screen';

export class Workbench extends Screen {
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
		await this.waitForTab(path.posix.basename(file));
		await this.page.locator('.editor-instance .view-lines').first().waitFor({ timeout: patience });
	}

	/** Opens a file and waits until it is recognised as a seed. */
	async openSeed(file: string): Promise<void> {
		await this.open(file);
		const what = `${file} to be a seed`;
		await this.wait(
			{ what },
			async () => (await this.language()) === 'Seed',
			() => this.statusBar(),
		);
	}

	/** Runs a command by the title that the palette shows ('Category: Title' where it has one). */
	async command(title: string): Promise<void> {
		const escaped = title.replace(/[^\p{L}\p{N}\s]/gu, '\\$&');
		await this.quickOpen(`>${title}`, async () => {
			const label = this.page.locator('.label-name', { hasText: new RegExp(`^${escaped}$`, 'i') });
			const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ has: label });
			return (await row.count()) > 0 ? row.first() : undefined;
		});
	}

	/** Asks again now and then: the first answer may come from what VS Code had listed before a file was there. */
	private async quickOpen(query: string, find: () => Promise<Locator | undefined>): Promise<void> {
		const what = `an entry for “${query}”`;
		const choose = async () => {
			let asked = 0;
			const row = await this.wait(
				{ what },
				async () => {
					if (Date.now() - asked > 5000) {
						await this.press('Escape', 'F1');
						await this.quickInput(query);
						asked = Date.now();
					}
					return find();
				},
				() => this.quickRows(),
			);
			await row.click({ timeout: 3000 });
		};
		// what just closes, such as a note, may take the focus, and with it the list, away
		await choose().catch(choose);
	}

	/** Types a text (or `query`) into an open quick pick and chooses the first entry that contains it. */
	async pick(text: string, query = text): Promise<void> {
		const rows = this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
		await this.quickInput(query);
		const row = await this.wait(
			{ what: `“${text}” in the list` },
			async () =>
				(await rows.filter({ hasText: text }).count()) > 0 ? rows.filter({ hasText: text }).first() : undefined,
			() => this.quickRows(),
		);
		await row.click();
	}

	/** Checks one entry, old or new, in an open list of many, and accepts. */
	async pickMany(text: string): Promise<void> {
		await this.quickInput(text);
		await this.wait({ what: `“${text}” in the list` }, async () => (await this.quickRows())[0]?.startsWith(text));
		await this.press('ArrowDown', 'Space', 'Enter');
	}

	private async quickInput(text: string): Promise<void> {
		const input = this.page.locator('.quick-input-widget:visible input.input');
		await input.waitFor({ timeout: patience });
		await input.fill(text);
	}

	/** Types into an open input box and accepts it. */
	async answer(text: string): Promise<void> {
		// The list that was there before is not the box.
		const list = this.page.locator('.quick-input-widget:visible .quick-input-list:visible');
		const input = this.page.locator('.quick-input-widget:visible input.input');
		await this.wait({ what: 'the input box' }, async () => (await input.count()) > 0 && !(await list.count()));
		await this.quickInput(text);
		await this.page.keyboard.press('Enter');
	}

	/** Waits for the cursor in a comment widget's input, and types. */
	async typeNote(text: string): Promise<void> {
		const input = this.page.locator('.review-widget .monaco-editor.focused');
		await input.waitFor({ timeout: patience });
		await this.page.keyboard.type(text);
	}

	/** The same, and keeps it. */
	async writeNote(text: string): Promise<void> {
		await this.typeNote(text);
		await this.page.keyboard.press('Control+Enter');
	}

	/** Keys in Playwright's names: 'Control+S', 'F12', 'Escape'. */
	async press(...keys: string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
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
		await this.page.locator('.editor-group-container.active .find-widget.visible').waitFor({ state: 'hidden' });
		await this.focusEditor();
	}

	/** Puts the cursor at the start of the first occurrence of a text, wherever it is. */
	async putCursor(text: string): Promise<void> {
		await this.select(text);
		await this.press('ArrowLeft');
	}

	async focusEditor(): Promise<void> {
		const input = '.editor-group-container.active .monaco-editor :is(.native-edit-context, textarea.inputarea)';
		await this.page.locator(input).first().focus();
	}

	/** Hovers the first occurrence of a text in view; answers what the hover says. */
	async hover(text: string, group: Group = 'active'): Promise<string> {
		const place = () => this.boxOf(text, group);
		await this.wait({ what: `“${text}” in view` }, place, () => this.editorText(group));
		const hover = this.page.locator('.monaco-hover:not(.workbench-hover):visible .monaco-hover-content');
		return this.wait({ what: `a hover on “${text}”` }, async () => {
			// A hover that was asked for before its provider was there never comes by itself: the mouse moves again.
			// It comes from where there is nothing to hover, and what it passes on its way must not answer for the word.
			await this.restMouse();
			const box = await place();
			if (!box) return undefined;
			const [x, y] = [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2];
			await this.page.mouse.move(x, y);
			await this.page.mouse.move(x + 1, y);
			await hover
				.first()
				.waitFor({ timeout: 1500 })
				.catch(() => {});
			const said = (await hover.allInnerTexts()).join('\n').trim();
			// the marks of paragraphs come a moment after the text, and push it along
			const now = await place();
			const isThere = now?.x === box.x && now.y === box.y;
			return isThere && said && said !== 'Loading...' ? said : undefined;
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

	/** Gives the outline the side bar and answers its rows in view, once there are any that satisfy the condition. */
	async outline(until: (rows: string[]) => boolean = (rows) => rows.length > 0): Promise<string[]> {
		if (!(await this.page.locator('.outline-pane .outline-tree').isVisible()))
			await this.command('Explorer: Focus on Outline View');
		await this.collapseAllBut('Outline');
		return this.rowsOf('.outline-pane', 'the outline', until);
	}

	/** Opens a view of the extension and gives it the side bar. */
	async showView(title: string): Promise<void> {
		await this.command(`Glossator: Focus on ${title} View`);
		await this.pane(title).waitFor({ timeout: patience });
		await this.collapseAllBut(title);
	}

	/** Closes the other sections of the side bar. */
	async collapseAllBut(title: string): Promise<void> {
		const others = this.page.locator(`.sidebar .pane-header[aria-expanded="true"]:not([aria-label^="${title}"])`);
		// at the left, where no header has buttons; the next one is the first once the first is closed
		while (await others.count()) await others.first().click({ position: { x: 10, y: 10 } });
	}

	async hideSideBar(): Promise<void> {
		if (await this.page.locator('.part.sidebar').isVisible())
			await this.command('View: Toggle Primary Side Bar Visibility');
	}

	/** Takes back what was typed and not saved. */
	async revert(): Promise<void> {
		await this.command('File: Revert File');
		const dirty = this.page.locator('.editor-group-container.active .tab.active.dirty');
		await dirty.waitFor({ state: 'hidden', timeout: patience });
	}

	/** Clicks a row of a view by a text in it, once the list is at rest: a row that is about to be renewed does nothing. */
	async clickRow(view: string, text: string): Promise<void> {
		let before: string | undefined;
		await this.wait({ what: `the view ${view} to be at rest` }, async () => {
			const now = (await this.texts(`.pane:has(.pane-header[aria-label^="${view}"]) .monaco-list-row`)).join('\n');
			if (now === before) return true;
			before = now;
			await this.page.waitForTimeout(500);
			return false;
		});
		await this.row(view, text).click({ timeout: patience });
	}

	/** Presses a button that a row of a view shows under the mouse. */
	async rowAction(view: string, text: string, action: string): Promise<void> {
		const button = this.row(view, text).locator(`.action-label[aria-label^="${action}"]`);
		await this.wait({ what: `the button “${action}” on “${text}”` }, async () => {
			// A list that is renewed under a resting mouse shows no buttons until the mouse moves.
			await this.page.mouse.move(700, 500);
			const hovered = this.row(view, text).hover({ timeout: 2000 });
			return hovered
				.then(() => button.click({ timeout: 1500 }))
				.then(
					() => true,
					() => false,
				);
		});
	}

	private pane(title: string): Locator {
		return this.page.locator(`.pane:has(.pane-header[aria-label^="${title}"])`);
	}

	private row(view: string, text: string): Locator {
		return this.pane(view).locator('.monaco-list-row', { hasText: text }).first();
	}

	/** Waits for a message and presses one of its buttons. */
	async pressInNotification(message: RegExp, button: string): Promise<void> {
		const toast = this.page.locator('.notifications-toasts .notification-toast', { hasText: message });
		await toast.locator('.monaco-button', { hasText: button }).click({ timeout: patience });
	}

	/** Drags the side bar's edge, so that its labels can be read. @param width CSS pixels, with the activity bar */
	async widenSideBar(width: number): Promise<void> {
		const box = await this.page.locator('.part.sidebar').boundingBox();
		if (!box) throw new Error('There is no side bar');
		await this.page.mouse.move(box.x + box.width, box.y + box.height / 2);
		await this.page.mouse.down();
		await this.page.mouse.move(width, box.y + box.height / 2, { steps: 5 });
		await this.page.mouse.up();
		await this.page.mouse.move(width + 200, box.y + box.height / 2);
	}

	/** The rows of the Problems panel, which it opens. */
	async problems(): Promise<string[]> {
		if (!(await this.page.locator('.markers-panel').isVisible()))
			await this.command('Problems: Focus on Problems View');
		return this.texts('.markers-panel .monaco-list-row');
	}
}
