// What is wrong with a sidecar that only shows beside its seed, its neighbours and the catalogues.
import type { Catalogue } from '../actors/model';
import type { Workspace } from '../ports';
import type { Problem } from '../problems';
import { parseSeed } from '../seed/parse';
import type { Span } from '../text/span';
import type { Vocabulary } from './kinds';
import { anchorMentions } from './mentions';
import { type Anchoring, type Annotation, type Sidecar, sidecarSuffix } from './model';
import { type PinnedText, paragraphsOf } from './pins';
import { readSidecar } from './sidecar';

export interface Surroundings {
	/** The base name of the seed's file. */
	readonly seedName: string;
	/** The seed's text; undefined where there is no such file. */
	readonly text: string | undefined;
	/** One per entry, in order. */
	readonly anchorings: readonly Anchoring[];
	readonly catalogue: Catalogue;
	/** What the project declares; absent or empty: anything goes. */
	readonly vocabulary?: Vocabulary | undefined;
	/** Files by the path written in the sidecar; it must refuse paths that leave the workspace. */
	readonly neighbours: Workspace;
}

/** Problems at their places in the sidecar; those of `sidecar.problems` are not among them. */
export async function inspectSidecar(sidecar: Sidecar, around: Surroundings): Promise<Problem[]> {
	const { seedName, text, anchorings } = around;
	const noSeed: Problem = { code: 'sidecar/no-seed', severity: 'warning', span: start, args: { seed: seedName } };
	return [
		...(text === undefined ? [noSeed] : []),
		...unknownActors(sidecar, around.catalogue),
		...undeclared(sidecar, around.vocabulary),
		...(text === undefined ? [] : anchorProblemsOf(sidecar, anchorings)),
		...(text === undefined ? [] : lostMentions(sidecar, text)),
		...(text === undefined ? [] : await counterpartProblems(sidecar, text, around.neighbours)),
		...(await twinProblems(sidecar, around)),
	];
}

const start: Span = { start: 0, end: 0 };
const quoteLength = 60;

/** What to say of an annotation that is not placed; undefined of one that is. `span` is where to say it. */
export function anchorProblem({ id, target }: Annotation, { state }: Anchoring, span: Span): Problem | undefined {
	if (state === 'placed' || 'about' in target) return undefined;
	const args = { id, quote: beginning('quote' in target ? target.quote : target.from) };
	return state === 'orphan'
		? { code: 'anchor/orphan', severity: 'warning', span, args }
		: { code: 'anchor/confirm', severity: 'information', span, args };
}

function beginning(quote: string): string {
	return quote.length > quoteLength ? `${quote.slice(0, quoteLength - 1)}…` : quote;
}

function anchorProblemsOf({ entries }: Sidecar, anchorings: readonly Anchoring[]): Problem[] {
	return entries.flatMap(({ annotation, fields, idSpan }, i) => {
		const anchoring = anchorings[i];
		const span = fields.get('quote') ?? fields.get('from') ?? idSpan;
		const problem = anchoring && anchorProblem(annotation, anchoring, span);
		return problem ? [problem] : [];
	});
}

function unknownActors({ entries, mentions }: Sidecar, { actors }: Catalogue): Problem[] {
	const named = [
		...entries.flatMap(({ annotation: { actor }, fields, idSpan }) =>
			actor === undefined ? [] : [{ id: actor, span: fields.get('actor') ?? idSpan }],
		),
		...mentions.flatMap(({ ids }) => ids),
	];
	return named
		.filter(({ id }) => !actors.has(id))
		.map(({ id, span }) => ({ code: 'sidecar/unknown-actor', severity: 'warning', span, args: { id } }));
}

/** What a person said of mentions that are no longer found. */
function lostMentions({ mentions }: Sidecar, text: string): Problem[] {
	const places = anchorMentions(text, mentions);
	return mentions.flatMap(({ quote, span }, i) =>
		places[i] ? [] : [{ code: 'anchor/mention-lost', severity: 'warning', span, args: { quote: beginning(quote) } }],
	);
}

/** Kinds and tags that a project which declares some does not declare: worth a look, no mistake. */
function undeclared({ entries }: Sidecar, { kinds, tags }: Vocabulary = { kinds: [], tags: [] }): Problem[] {
	const known = (declared: readonly { readonly id: string }[]) => new Set(declared.map(({ id }) => id));
	const [knownKinds, knownTags] = [known(kinds), known(tags)];
	return entries.flatMap(({ annotation, fields, idSpan }): Problem[] => {
		const isOdd = knownKinds.size > 0 && annotation.kind !== '' && !knownKinds.has(annotation.kind);
		const oddTags = knownTags.size > 0 ? annotation.tags.filter((tag) => !knownTags.has(tag)) : [];
		const hint = (code: 'sidecar/unknown-kind' | 'sidecar/unknown-tag', field: string, id: string): Problem => {
			return { code, severity: 'hint', span: fields.get(field) ?? idSpan, args: { id } };
		};
		return [
			...(isOdd ? [hint('sidecar/unknown-kind', 'kind', annotation.kind)] : []),
			...oddTags.map((tag) => hint('sidecar/unknown-tag', 'tags', tag)),
		];
	});
}

/** Declared counterparts that are not there, and pins whose paragraph is lost on either side. */
async function counterpartProblems({ parallel }: Sidecar, text: string, neighbours: Workspace): Promise<Problem[]> {
	const problems: Problem[] = [];
	if (parallel.length === 0) return problems;
	const here = pinnedText(text);
	for (const { file, fileSpan, pins } of parallel) {
		const other = await neighbours.read(file);
		if (other === undefined)
			problems.push({ code: 'sidecar/unknown-target', severity: 'warning', span: fileSpan, args: { target: file } });
		const there = other === undefined || pins.length === 0 ? undefined : pinnedText(other);
		const lostHere = lostQuotes(
			pins.map((pin) => pin.here),
			here,
		);
		const lostThere = there
			? lostQuotes(
					pins.map((pin) => pin.there),
					there,
				)
			: [];
		for (const [i, { span }] of pins.entries()) {
			const quote = lostHere[i] ?? lostThere[i];
			if (quote !== undefined) problems.push({ code: 'anchor/pin-lost', severity: 'warning', span, args: { quote } });
		}
	}
	return problems;
}

function pinnedText(text: string): PinnedText {
	return { text, paragraphs: parseSeed(text)?.paragraphs ?? [] };
}

/** How each quote begins, where no paragraph begins with it. */
function lostQuotes(quotes: readonly (string | undefined)[], text: PinnedText): (string | undefined)[] {
	const found = paragraphsOf(quotes, text);
	return quotes.map((quote, i) => (quote !== undefined && found[i] === undefined ? beginning(quote) : undefined));
}

/** `same-as` that leads to no annotation. */
async function twinProblems({ entries }: Sidecar, { neighbours }: Surroundings): Promise<Problem[]> {
	const idsOf = new Map<string, ReadonlySet<string>>();
	const problems: Problem[] = [];
	for (const { annotation, fields, idSpan } of entries) {
		const [file, id] = annotation.sameAs?.split('#') ?? [];
		if (file === undefined || id === undefined) continue;
		const other = file + sidecarSuffix;
		if (!idsOf.has(other)) {
			const { entries: twins } = readSidecar((await neighbours.read(other)) ?? '');
			idsOf.set(other, new Set(twins.map((entry) => entry.annotation.id)));
		}
		if (idsOf.get(other)?.has(id)) continue;
		const span = fields.get('same-as') ?? idSpan;
		problems.push({ code: 'sidecar/unknown-target', severity: 'warning', span, args: { target: `${file}#${id}` } });
	}
	return problems;
}
