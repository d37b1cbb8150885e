// Merging sidecars and catalogues: three texts in, one out, or why not. Entries are never dropped without a word.
import { catalogueFormat } from '../actors/catalogue';
import { anchorAll } from '../annotations/anchor';
import { isId } from '../annotations/ids';
import { kindsFormat } from '../annotations/kinds';
import { sidecarFormat } from '../annotations/model';
import { annotationKeys, readSidecar } from '../annotations/sidecar';
import type { Problem } from '../problems';
import { readYaml } from '../yaml/document';
import type { YamlNode } from '../yaml/nodes';
import { lineEndOf } from '../yaml/splice';
import { type Level, mapLevel, rewritten } from './blocks';
import type { Rank } from './order';
import { meaning } from './render';
import type { SideNames, Three } from './three';
import { type MergeRules, ThreeWay } from './three-way';
import { mapNode, passageKeys, type Undecided } from './undecided';

export type { Undecided } from './undecided';

export interface MergeOptions {
	/** What the sides are called where a person must decide; `ours` and `theirs` where nothing is said. */
	readonly names?: Partial<SideNames>;
	/** The seed's text: new annotations of both sides at one place are put in its order. */
	readonly seed?: string;
}

export type MergeResult =
	| {
			readonly text: string;
			/** What a person must decide: in the text under `conflict`, both values told. Empty: all went well. */
			readonly undecided: readonly Undecided[];
			/** Why the base was not looked at: it could not be understood. What one side deleted then comes back. */
			readonly ignoredBase?: Problem;
			readonly problem?: undefined;
	  }
	| MergeFailure;

/** One side cannot be understood, so nothing was merged. */
export interface MergeFailure {
	readonly problem: Problem;
	readonly side: 'ours' | 'theirs';
	readonly text?: undefined;
}

/** Merges two sidecars with the one that both came from; an empty base: there was none. */
export function mergeSidecars(base: string, ours: string, theirs: string, options: MergeOptions = {}): MergeResult {
	return mergeFiles({ base, ours, theirs }, sidecarFormat, options, (sides) => sidecarRules(sides, options.seed));
}

/** The same for catalogues of actors. */
export function mergeCatalogueFiles(
	base: string,
	ours: string,
	theirs: string,
	options: MergeOptions = {},
): MergeResult {
	return mergeFiles({ base, ours, theirs }, catalogueFormat, options, () => catalogueRules);
}

/** The same for lists of kinds and tags. */
export function mergeKindsFiles(base: string, ours: string, theirs: string, options: MergeOptions = {}): MergeResult {
	return mergeFiles({ base, ours, theirs }, kindsFormat, options, () => kindsRules);
}

/** Merges files of any format of ours, as their `format` says; sidecars where none says. */
export function mergeAny(base: string, ours: string, theirs: string, options: MergeOptions = {}): MergeResult {
	const format = [ours, theirs, base].map(
		(text) => /^\ufeff?(?:[^\n]*\n)*?format:[ \t]*['"]?glossator\/(\w+)/.exec(text)?.[1],
	);
	const known = format.find((name) => name !== undefined);
	const merge = known === 'actors' ? mergeCatalogueFiles : known === 'kinds' ? mergeKindsFiles : mergeSidecars;
	return merge(base, ours, theirs, options);
}

type Texts = { readonly [K in keyof Three<string>]: string };

function mergeFiles(
	given: Texts,
	format: string,
	options: MergeOptions,
	rulesOf: (texts: Texts) => MergeRules,
): MergeResult {
	const { base, ours, theirs } = given;
	if (ours === theirs || base === theirs) return { text: ours, undecided: [] };
	if (base === ours) return { text: theirs, undecided: [] };
	const texts: Texts = { base: unified(base), ours: unified(ours), theirs: unified(theirs) };
	const files = { base: open(texts.base, format), ours: open(texts.ours, format), theirs: open(texts.theirs, format) };
	for (const side of ['ours', 'theirs'] as const) {
		const { problem } = files[side];
		if (problem) return { problem: open(given[side], format).problem ?? problem, side };
	}
	const names = { ours: options.names?.ours || 'ours', theirs: options.names?.theirs || 'theirs' };
	if (names.ours === names.theirs) names.theirs += ' 2';
	const merger = new ThreeWay(rulesOf(texts), names);
	const { level: first } = files.ours;
	const levels = { base: files.base.level, ours: first, theirs: indentedAs(first, files.theirs.level) };
	const merged = levels.ours || levels.theirs ? merger.level(levels, []) : texts.ours;
	const { problem } = open(merged, format);
	if (problem) return { problem, side: 'theirs' };
	return {
		text: likeOurs(merged, given),
		undecided: merger.undecided,
		...(files.base.problem && { ignoredBase: files.base.problem }),
	};
}

/** With `\n` at each line's end and at the end of the file; without a byte order mark. */
function unified(text: string): string {
	const lines = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
	return lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`;
}

/** With the line ends, the mark and the end of the file of the side that changed them. */
function likeOurs(text: string, { base, ours, theirs }: Texts): string {
	const as = <T>(what: (text: string) => T) => (what(ours) === what(base) && base !== '' ? what(theirs) : what(ours));
	const body = as((one) => one === '' || one.endsWith('\n')) ? text : text.replace(/\n$/, '');
	return (as((one) => one.startsWith('\ufeff')) ? '\ufeff' : '') + body.replaceAll('\n', as(lineEndOf));
}

/** The file's entries as blocks; undefined where it has none. */
function open(text: string, format: string): { readonly level?: Level; readonly problem?: Problem } {
	const { root, problems, writable } = readYaml(text, format);
	const problem = writable ? undefined : problems.find(({ severity }) => severity === 'error');
	if (!writable)
		return {
			problem: problem ?? { code: 'yaml/syntax', severity: 'error', span: { start: 0, end: 0 }, args: { detail: '' } },
		};
	if (!root?.pairs.length) return {};
	return { level: mapLevel(text, root, 0, text.length) ?? rewritten(text, root, '') };
}

/** Where the whole file is indented in one version, that version is written anew. */
function indentedAs(model: Level | undefined, level: Level | undefined): Level | undefined {
	if (!level || !model || level.indent === model.indent) return level;
	const pairs = [...level.blocks.values()].map(({ key, value, span }) => {
		return { key: { type: 'text' as const, text: key, style: 'plain' as const, span }, value };
	});
	return rewritten(level.text, mapNode(pairs), model.indent);
}

const catalogueRules: MergeRules = {
	isEntry: (path) => path.length === 1,
	passage: new Set(),
	stamp: undefined,
	itemKey: meaning,
	rank: () => () => undefined,
};

const stamp = 'seen';

const kindsRules: MergeRules = { ...catalogueRules, isEntry: (path) => path.length === 2 };

/** Keys at the top of a sidecar that are no entries: what is under them is merged item by item. */
const collections: ReadonlySet<string> = new Set(['parallel', 'roles', 'mentions']);

function sidecarRules(texts: Texts, seed: string | undefined): MergeRules {
	let places: Rank | undefined;
	const placeOf: Rank = (id) => {
		places ??= seed === undefined ? () => undefined : placesIn(seed, texts);
		return places(id);
	};
	const ofKey: Rank = (key) => {
		const place = (annotationKeys as readonly string[]).indexOf(key);
		return place < 0 ? undefined : place;
	};
	return {
		isEntry: (path) =>
			(path.length === 1 && !collections.has(path[0]!)) ||
			(path.length === 3 && path[1] === 'replies' && isId(path[0]!)),
		passage: new Set(passageKeys.filter((key) => key !== stamp)),
		stamp,
		itemKey: (item, path) => (path.length === 1 ? overruledBy(item, path[0]!) : undefined) ?? meaning(item),
		rank: (path) => (path.length === 0 ? placeOf : path.length === 1 ? ofKey : () => undefined),
	};
}

/** The paragraph or mention that an item decides about, for which there can be but one answer. */
function overruledBy(item: YamlNode, section: string): string | undefined {
	if (item.type !== 'map') return undefined;
	const said = new Map(item.pairs.map(({ key, value }) => [key.text, value]));
	const isExclusive = section === 'roles' || (section === 'mentions' && said.has('actor'));
	return isExclusive ? ['quote', 'before', 'after'].map((key) => meaning(said.get(key))).join(' ') : undefined;
}

/** Where the annotations of either side are in the seed. */
function placesIn(seed: string, { ours, theirs }: Texts): Rank {
	const places = new Map<string, number>();
	for (const text of [theirs, ours]) {
		const annotations = readSidecar(text).entries.map(({ annotation }) => annotation);
		for (const [i, { span }] of anchorAll(seed, annotations).entries())
			if (span) places.set(annotations[i]!.id, span.start);
	}
	return (id) => places.get(id);
}
