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
import type { Kind } from '../../../core/annotations/kinds';
import { rangeIn, spanIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { setting } from '../../services/settings';
import { type KindLook, lookOf } from './colours';
import { resolved } from './subject';

export function registerHighlights(services: Services): Disposable {
	const { guard, annotations, seeds, vocabularies } = services;
	const types = new Map<string, TextEditorDecorationType>();
	let isOver = false;
	const typeFor = (style: string, options: () => DecorationRenderOptions) => {
		const type = types.get(style) ?? window.createTextEditorDecorationType(options());
		types.set(style, type);
		return type;
	};

	const paint = async (editor: TextEditor) => {
		if (!isSeed(editor.document)) return clear(editor, types.values());
		const shown = setting('highlight.annotations', editor.document);
		const placed = shown ? ((await annotations.of(editor.document.uri))?.placed ?? []) : [];
		const { kinds } = await vocabularies.of(editor.document.uri);
		if (isOver) return;
		const ranges = new Map<TextEditorDecorationType, Range[]>();
		for (const one of inView(editor, placed)) {
			const { name, options } = styleOf(one, kinds);
			const type = typeFor(name, options);
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
		vocabularies.onDidChange(paintAll),
		workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('glossator') && paintAll()),
		{
			dispose: () => {
				isOver = true;
				Disposable.from(...types.values()).dispose();
			},
		},
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

interface Style {
	readonly name: string;
	readonly options: () => DecorationRenderOptions;
}

/** What is typed at the edge of a passage is no part of it. */
const common = { rangeBehavior: DecorationRangeBehavior.ClosedClosed } as const;

function styleOf({ annotation, anchoring }: Placed, kinds: readonly Kind[]): Style {
	if (anchoring.state === 'confirm') return { name: 'confirm', options: toConfirm };
	if (annotation.status === resolved)
		return {
			name: 'resolved',
			options: () => ({ ...common, textDecoration: 'underline dotted 1px', opacity: '0.75' }),
		};
	const look = lookOf(annotation.kind, kinds);
	return { name: look.name, options: () => ofKind(look) };
}

function toConfirm(): DecorationRenderOptions {
	const colour = new ThemeColor('editorWarning.foreground');
	const overview = { overviewRulerColor: colour, overviewRulerLane: OverviewRulerLane.Right };
	return { ...common, border: '1px dashed', borderColor: colour, ...overview };
}

function ofKind({ colour, background, underline }: KindLook): DecorationRenderOptions {
	return {
		...common,
		...(background && { backgroundColor: background }),
		textDecoration: `underline ${underline}; text-underline-offset: 3px`,
		overviewRulerColor: colour,
		overviewRulerLane: OverviewRulerLane.Right,
	};
}
