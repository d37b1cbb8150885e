// What runs inside the page: finds texts in the editor's own DOM. Each function is serialised alone, so it uses nothing
// of this module but its arguments.

/** CSS pixels in the window. */
export interface TextBox {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** The visible lines of an editor group, top to bottom; wrapped lines come as several. */
export function visibleEditorText(group: 'active' | number): string {
	const containers = [...document.querySelectorAll<HTMLElement>('.editor-group-container')];
	containers.sort((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x);
	const container = group === 'active' ? containers.find((c) => c.classList.contains('active')) : containers[group];
	const lines = [...(container?.querySelectorAll<HTMLElement>('.editor-instance .view-lines > .view-line') ?? [])];
	lines.sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y);
	return lines.map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ')).join('\n');
}

/** The box of a text's first visible occurrence; a text that wraps must be asked for by its first part. */
export function findInEditor({ text, group }: { text: string; group: 'active' | number }): TextBox | undefined {
	const containers = [...document.querySelectorAll<HTMLElement>('.editor-group-container')];
	containers.sort((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x);
	const container = group === 'active' ? containers.find((c) => c.classList.contains('active')) : containers[group];
	const frame = container?.querySelector('.editor-instance')?.getBoundingClientRect();
	if (!container || !frame) return undefined;
	const lines = [...container.querySelectorAll<HTMLElement>('.editor-instance .view-lines > .view-line')];
	lines.sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y);
	for (const line of lines) {
		const at = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
		if (at < 0) continue;
		const range = document.createRange();
		const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
		let passed = 0;
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const length = node.textContent?.length ?? 0;
			if (passed <= at && at < passed + length) range.setStart(node, at - passed);
			if (at + text.length <= passed + length) {
				range.setEnd(node, at + text.length - passed);
				break;
			}
			passed += length;
		}
		const { x, y, width, height } = range.getBoundingClientRect();
		if (y >= frame.y && y + height <= frame.bottom) return { x, y, width, height };
	}
	return undefined;
}
