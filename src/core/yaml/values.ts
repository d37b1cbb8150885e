// Values of a YAML map as the formats mean them: typed getters that note what has another type, with its place.
import type { Problem } from '../problems';
import type { Span } from '../text/span';
import type { YamlMap, YamlNode } from './nodes';

/** One key of a map with its value. */
export interface Entry {
	readonly key: string;
	readonly keySpan: Span;
	/** Undefined where nothing is written, or `~` or `null`. */
	readonly value: YamlNode | undefined;
	/** From the key to the end of the value. */
	readonly span: Span;
}

/** The entries in file order. Of a key that stands twice, the first. */
export function entriesOf(map: YamlMap): Entry[] {
	const entries = new Map<string, Entry>();
	for (const { key, value } of map.pairs) {
		if (entries.has(key.text)) continue;
		const span = { start: key.span.start, end: Math.max(key.span.end, value?.span.end ?? 0) };
		const meant = value && !isNothing(value) ? value : undefined;
		entries.set(key.text, { key: key.text, keySpan: key.span, value: meant, span });
	}
	return [...entries.values()];
}

function isNothing(node: YamlNode): boolean {
	return node.type === 'text' && node.style === 'plain' && /^(?:|~|null|Null|NULL)$/.test(node.text);
}

/** What the problems are filed under. */
type Area = 'sidecar' | 'catalogue' | 'kinds';

/**
 * Reads typed values. Where an entry has another type, the getter returns undefined and notes a problem
 * (`sidecar/wrong-type` and the like, args key and expected); an absent entry or value is undefined with none.
 */
export class ValueReader {
	readonly #area: Area;
	readonly #problems: Problem[];

	/** Problems are added to `problems`. */
	constructor(area: Area, problems: Problem[]) {
		this.#area = area;
		this.#problems = problems;
	}

	/** Any scalar, as text: `5` and `yes` are '5' and 'yes'. Line ends are `\n`. */
	string(entry: Entry | undefined): string | undefined {
		return entry && this.#scalar(entry.key, entry.value, 'text');
	}

	/** `true` and `false` only. */
	boolean(entry: Entry | undefined): boolean | undefined {
		const text = entry && this.#scalar(entry.key, entry.value, 'boolean');
		if (text === undefined) return undefined;
		if (/^(?:true|True|TRUE)$/.test(text)) return true;
		if (/^(?:false|False|FALSE)$/.test(text)) return false;
		this.wrongType(entry!.key, entry!.value!, 'boolean');
		return undefined;
	}

	/** A decimal number. */
	number(entry: Entry | undefined): number | undefined {
		const text = entry && this.#scalar(entry.key, entry.value, 'number');
		if (text === undefined) return undefined;
		if (/^[-+]?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text);
		this.wrongType(entry!.key, entry!.value!, 'number');
		return undefined;
	}

	/** A list of texts; one text alone is a list of one. Items that are no text are left out, each with a problem. */
	strings(entry: Entry | undefined): string[] | undefined {
		if (!entry?.value) return undefined;
		const nodes = entry.value.type === 'list' ? entry.value.items : [entry.value];
		const found: string[] = [];
		for (const node of nodes) {
			const text = isNothing(node) ? undefined : this.#scalar(entry.key, node, 'list');
			if (text !== undefined) found.push(text);
		}
		return found;
	}

	/** The entries of a map. */
	map(entry: Entry | undefined): Entry[] | undefined {
		if (!entry?.value) return undefined;
		if (entry.value.type === 'map') return entriesOf(entry.value);
		this.wrongType(entry.key, entry.value, 'map');
		return undefined;
	}

	/** The items of a list, whatever they are. */
	items(entry: Entry | undefined): readonly YamlNode[] | undefined {
		if (!entry?.value) return undefined;
		if (entry.value.type === 'list') return entry.value.items;
		this.wrongType(entry.key, entry.value, 'list');
		return undefined;
	}

	/** Notes that a value has another type than `expected`: text, boolean, number, list or map. */
	wrongType(key: string, value: YamlNode, expected: string): void {
		const code = `${this.#area}/wrong-type` as const;
		this.#problems.push({ code, severity: 'error', span: value.span, args: { key, expected } });
	}

	#scalar(key: string, node: YamlNode | undefined, expected: string): string | undefined {
		if (!node) return undefined;
		if (node.type === 'text') return node.text;
		this.wrongType(key, node, expected);
		return undefined;
	}
}
