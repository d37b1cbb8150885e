// Agreement between annotators as it is printed: records, plain text, Markdown.
import type { Agreement, ClassAgreement, Mark, Match } from '../core/agreement/agreement';
import { LineIndex } from '../core/text/lines';
import { escapeMarkdown } from './change-texts';
import { excerpt, printable } from './text';

/** Who annotated one text, and what. */
export interface Study {
	/** Undefined: several texts together. */
	readonly file: string | undefined;
	readonly text: string;
	readonly annotators: readonly { readonly name: string; readonly marks: readonly Mark[]; readonly left: number }[];
}

const orNull = (value: number) => (Number.isFinite(value) ? Math.round(value * 10_000) / 10_000 : null);

export function recordOf({ file, text, annotators }: Study, found: Agreement) {
	const lines = new LineIndex(text);
	const rounded = (one: ClassAgreement) => ({ ...one, alphaU: orNull(one.alphaU) });
	const listed = found.matches.filter(({ differences }) => differences.length > 0);
	return {
		file: file ?? null,
		annotators: annotators.map(({ name, marks, left }) => ({ name, marks: marks.length, left })),
		alpha: orNull(found.alpha),
		alphaU: orNull(found.alphaU),
		pairs: found.pairs.map(({ pair, matched, f1, kappa }) => ({
			pair: pair.map((i) => found.names[i]),
			matched,
			f1: orNull(f1),
			kappa: orNull(kappa),
		})),
		kinds: found.kinds.map(rounded),
		tags: found.tags.map(rounded),
		...(file !== undefined && {
			disagreements: listed.map(({ span, differences, marks }) => ({
				...span,
				line: lines.positionAt(span.start).line + 1,
				text: text.slice(span.start, span.end),
				differences,
				marks: marks.map((mark, i) =>
					mark
						? {
								annotator: found.names[i],
								id: mark.annotation.id,
								kind: mark.annotation.kind,
								tags: mark.annotation.tags,
								start: mark.start,
								end: mark.end,
							}
						: null,
				),
			})),
		}),
	};
}

const figure = (value: number) => (Number.isFinite(value) ? value.toFixed(3) : '–');

export function textOf({ file, text, annotators }: Study, found: Agreement): string[] {
	const width = Math.max(...[...found.kinds, ...found.tags].map(({ name }) => printable(name).length), 4);
	const row = ({ name, counts, alphaU, agreed, of }: ClassAgreement) =>
		`  ${printable(name).padEnd(width)}  α of spans ${figure(alphaU)}  ${agreed} of ${of} agreed  (${counts.join(' / ')})`;
	return [
		`${file === undefined ? 'all together' : printable(file)}: ${annotators.map(({ name, marks }) => `${printable(name)} ${marks.length}`).join(', ')}`,
		`  α of kinds ${figure(found.alpha)}  α of spans ${figure(found.alphaU)}`,
		...found.pairs.map(({ pair: [i, j], matched, f1, kappa }) => {
			return `  ${printable(found.names[i]!)} – ${printable(found.names[j]!)}: κ ${figure(kappa)}  F1 ${figure(f1)}  ${matched} in common`;
		}),
		...found.kinds.map(row),
		...(found.tags.length > 0 ? ['  tags:'] : []),
		...found.tags.map(row),
		...(file === undefined ? [] : disagreementsOf(file, text, found)),
		'',
	];
}

function disagreementsOf(file: string, text: string, found: Agreement): string[] {
	const lines = new LineIndex(text);
	return found.matches.flatMap((match) => {
		if (match.differences.length === 0) return [];
		const { line, character } = lines.positionAt(match.span.start);
		const head = `  ${printable(file)}:${line + 1}:${character + 1}  ${match.differences.join(', ')}  “${excerpt(text.slice(match.span.start, match.span.end), 80)}”`;
		return [head, `      ${saidBy(match, found).map(printable).join('; ')}`];
	});
}

function saidBy({ marks }: Match, { names }: Agreement): string[] {
	return marks.map((mark, i) => {
		if (!mark) return `${names[i]}: nothing`;
		const { kind, tags, id } = mark.annotation;
		return `${names[i]}: ${[kind, ...tags.map((tag) => `#${tag}`)].join(' ')} (${id})`;
	});
}

export function markdownOf({ file, text, annotators }: Study, found: Agreement): string[] {
	const cell = (value: string) => escapeMarkdown(value);
	const rows = [...found.kinds, ...found.tags.map((tag) => ({ ...tag, name: `#${tag.name}` }))];
	const lines = new LineIndex(text);
	const listed = file === undefined ? [] : found.matches.filter(({ differences }) => differences.length > 0);
	return [
		`#### ${file === undefined ? 'All together' : escapeMarkdown(file)}`,
		'',
		`${annotators.map(({ name, marks }) => `${cell(name)}: ${marks.length}`).join(', ')}. α of kinds ${figure(found.alpha)}, α of spans ${figure(found.alphaU)}.`,
		'',
		'| pair | κ | F1 | in common |',
		'|---|---|---|---|',
		...found.pairs.map(
			({ pair: [i, j], matched, f1, kappa }) =>
				`| ${cell(found.names[i]!)} – ${cell(found.names[j]!)} | ${figure(kappa)} | ${figure(f1)} | ${matched} |`,
		),
		'',
		'| kind, tag | α of spans | agreed |',
		'|---|---|---|',
		...rows.map(({ name, alphaU, agreed, of }) => `| ${cell(name)} | ${figure(alphaU)} | ${agreed} of ${of} |`),
		'',
		...listed.map((match) => {
			const passage = excerpt(text.slice(match.span.start, match.span.end), 80);
			return `- line ${lines.positionAt(match.span.start).line + 1}, ${match.differences.join(', ')}: “${cell(passage)}” – ${saidBy(match, found).map(cell).join('; ')}`;
		}),
		'',
	];
}
