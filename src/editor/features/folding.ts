// Folding: paragraphs of several lines, and the furniture at the ends.
import { type Disposable, FoldingRange, FoldingRangeKind, languages, type TextDocument } from 'vscode';
import type { Paragraph } from '../../core/seed/model';
import { rangeIn } from '../convert';
import { seedSelector } from '../services/seed-documents';
import type { Services } from '../services/services';

export function registerFolding({ seeds }: Services): Disposable {
	return languages.registerFoldingRangeProvider(seedSelector, {
		provideFoldingRanges: (document) => foldings(document, seeds.analyse(document).seed?.paragraphs ?? []),
	});
}

function foldings(document: TextDocument, paragraphs: readonly Paragraph[]): FoldingRange[] {
	const lines = paragraphs.map((paragraph) => {
		const { start, end } = rangeIn(document, paragraph);
		return { start: start.line, end: end.line, role: paragraph.role };
	});
	const wrapped = lines.filter(({ start, end }) => end > start).map(({ start, end }) => new FoldingRange(start, end));
	return [...wrapped, ...furniture(lines), ...sections(lines)];
}

interface Lines {
	readonly start: number;
	readonly end: number;
	readonly role: Paragraph['role'];
}

/** Runs of furniture, as what a reader wants out of the way. */
function furniture(lines: readonly Lines[]): FoldingRange[] {
	const ranges: FoldingRange[] = [];
	let first: Lines | undefined;
	lines.forEach((line, i) => {
		if (line.role !== 'furniture') return;
		first ??= line;
		if (lines[i + 1]?.role === 'furniture') return;
		if (line.end > first.start) ranges.push(new FoldingRange(first.start, line.end, FoldingRangeKind.Comment));
		first = undefined;
	});
	return ranges;
}

/** From a heading to the next. */
function sections(lines: readonly Lines[]): FoldingRange[] {
	const headings = lines.flatMap(({ role }, i) => (role === 'heading' && lines[i - 1]?.role !== 'heading' ? [i] : []));
	return headings.flatMap((from, k) => {
		const last = lines[(headings[k + 1] ?? lines.length) - 1];
		const start = lines[from]?.start ?? 0;
		return last && last.end > start ? [new FoldingRange(start, last.end, FoldingRangeKind.Region)] : [];
	});
}
