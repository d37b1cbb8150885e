// Annotated passages in the text: a colour and a line of their own for each kind, a dashed box where a person is asked.

import type { Range } from 'vscode';
import {
	DecorationRangeBehavior,
	type DecorationRenderOptions,
	Disposable,
	OverviewRulerLane,
	type TextEditor,
	type TextEditorDecorationType,
	ThemeColor,
	window,
	workspace,
} from 'vscode';
import { rangeIn, spanIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { setting } from '../../services/settings';
import { kindBackground, kindColour, kindLine } from './colours';
import { resolved } from './subject';

export function registerHighlights(services: Services): Disposable {
	const { guard, annotations, seeds } = services;
	const types = new Map<string, TextEditorDecorationType>();
	const typeFor = (style: string, options: () => DecorationRenderOptions) => {
		const type = types.get(style) ?? window.createTextEditorDecorationType(options());
		types.set(style, type);
		return type;
	};

	const paint = async (editor: TextEditor) => {
		if (!isSeed(editor.document)) return clear(editor, types.values());
		const shown = setting('highlight.annotations', editor.document);
		const placed = shown ? ((await annotations.of(editor.document.uri))?.placed ?? []) : [];
		const kinds = setting('kinds', editor.document).map(({ id }) => id);
		const ranges = new Map<TextEditorDecorationType, Range[]>();
		for (const one of inView(editor, placed)) {
			const style = styleOf(one, kinds);
			const type = typeFor(style, () => options(style));
			const range = rangeIn(editor.document, one.anchoring.span as NonNullable<typeof one.anchoring.span>);
			const known = ranges.get(type);
			if (known) known.push(range);
			else ranges.set(type, [range]);
		}
		for (const type of types.values()) editor.setDecorations(type, ranges.get(type) ?? []);
	};
	const paintAll = () => {
		for (const editor of window.visibleTextEditors) void guard.quietly('highlights', () => paint(editor), undefined);
	};

	paintAll();
	return Disposable.from(
		window.onDidChangeVisibleTextEditors(paintAll),
		window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
			if (isSeed(textEditor.document)) void guard.quietly('highlights', () => paint(textEditor), undefined);
		}),
		seeds.onDidOpen(paintAll),
		// its language may have been changed by hand
		seeds.onDidClose((document) => {
			for (const editor of window.visibleTextEditors) if (editor.document === document) clear(editor, types.values());
		}),
		annotations.onDidChange(paintAll),
		workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('glossator') && paintAll()),
		{ dispose: () => Disposable.from(...types.values()).dispose() },
	);
}

function clear(editor: TextEditor, types: Iterable<TextEditorDecorationType>): void {
	for (const type of types) editor.setDecorations(type, []);
}

function inView({ document, visibleRanges }: TextEditor, placed: readonly Placed[]): Placed[] {
	const shown = visibleRanges.map((range) => spanIn(document, range));
	return placed.filter(({ anchoring: { span } }) =>
		shown.some(({ start, end }) => span && span.start <= end && span.end >= start),
	);
}

/** `confirm`, `resolved`, or the kind's place among the kinds. */
function styleOf({ annotation, anchoring }: Placed, kinds: readonly string[]): string {
	if (anchoring.state === 'confirm') return 'confirm';
	if (annotation.status === resolved) return 'resolved';
	const place = kinds.indexOf(annotation.kind);
	return String(place < 0 ? kinds.length : place);
}

/** What is typed at the edge of a passage is no part of it. */
function options(style: string): DecorationRenderOptions {
	return { ...look(style), rangeBehavior: DecorationRangeBehavior.ClosedClosed };
}

function look(style: string): DecorationRenderOptions {
	if (style === 'resolved') return { textDecoration: 'underline dotted 1px', opacity: '0.75' };
	if (style === 'confirm') {
		const colour = new ThemeColor('editorWarning.foreground');
		return {
			border: '1px dashed',
			borderColor: colour,
			overviewRulerColor: colour,
			overviewRulerLane: OverviewRulerLane.Right,
		};
	}
	const place = Number(style);
	const line = new ThemeColor(kindColour(place));
	return {
		backgroundColor: new ThemeColor(kindBackground(place)),
		textDecoration: `underline ${kindLine(place)} 2px; text-underline-offset: 3px; text-decoration-color: var(--vscode-${kindColour(place).replace('.', '-')})`,
		overviewRulerColor: line,
		overviewRulerLane: OverviewRulerLane.Right,
	};
}
