// What runs inside the page, reading the workbench's own DOM. Each function is serialised alone, so it uses nothing of
// this module but its arguments.

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

/** A line of the active editor by its number, 1-based, with the rows it wraps into; empty when it is not in view. */
export function textOfLine(line: number): string {
	const editor = document.querySelector('.editor-group-container.active .editor-instance');
	const numbers = [...(editor?.querySelectorAll('.margin-view-overlays .line-numbers') ?? [])];
	const tops = numbers.map((number) => ({ number: Number(number.textContent), y: number.getBoundingClientRect().y }));
	const start = tops.find(({ number }) => number === line)?.y;
	if (start === undefined) return '';
	const end = Math.min(...tops.filter(({ y, number }) => number > 0 && y > start).map(({ y }) => y));
	const rows = [...(editor?.querySelectorAll('.view-lines > .view-line') ?? [])]
		.map((row) => ({ text: (row.textContent ?? '').replaceAll('\u00a0', ' '), y: row.getBoundingClientRect().y }))
		.filter(({ y }) => y >= start - 1 && y < end - 1)
		.sort((a, b) => a.y - b.y);
	return rows.map(({ text }) => text).join('');
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

/** The text of each element, with one space between the parts it is made of. */
export function textsOfElements(elements: Element[]): string[] {
	return elements.map((element) => {
		const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
		const parts: string[] = [];
		for (let node = walker.nextNode(); node; node = walker.nextNode()) parts.push(node.textContent ?? '');
		return parts.join(' ').replace(/\s+/g, ' ').trim();
	});
}

/** The CSS of the underline in the middle of a box; empty where nothing stands. */
export function underlineAt({ x, y, width, height }: TextBox): string {
	const element = document.elementFromPoint(x + width / 2, y + height / 2);
	return element ? getComputedStyle(element).textDecoration : '';
}

/** The CSS of the colour of what stands in the middle of a box; empty where nothing does. */
export function colourAt({ x, y, width, height }: TextBox): string {
	const element = document.elementFromPoint(x + width / 2, y + height / 2);
	return element ? getComputedStyle(element).color : '';
}

/** Whether at least two rows of an editor group have the background of a find match, with no search going on. */
export function hasMarkedLines(group: number): boolean {
	const containers = [...document.querySelectorAll('.editor-group-container')];
	containers.sort((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x);
	const marks = [...(containers[group]?.querySelectorAll('.view-overlays .cdr') ?? [])];
	return marks.filter((mark) => getComputedStyle(mark).backgroundColor.startsWith('rgba(234, 92, 0')).length > 1;
}
