// Values of a YAML map as the formats mean them: typed getters that note what has another type, with its place.
import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Problem } from '../problems';
import type { Span } from '../text/span';

/** Where a node's own text stands, comments and white space around it not counted. */
export function spanOf(node: Node): Span {
	const [start, end] = node.range ?? [0, 0];
	return { start, end };
}

/** A key as written; undefined for a key that is no plain text. */
export function keyText(key: unknown): string | undefined {
	return isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
}

/** One key of a map with its value. */
export interface Entry {
	readonly key: string;
	readonly keySpan: Span;
	/** Undefined where nothing is written, or `~` or `null`. */
	readonly value: Node | undefined;
	/** From the key to the end of the value. */
	readonly span: Span;
}

/** The entries in file order. Of a key that stands twice, the first; keys that are no text are left out. */
export function entriesOf(map: YAMLMap): Entry[] {
	const entries = new Map<string, Entry>();
	for (const { key, value } of map.items) {
		const name = keyText(key);
		if (name === undefined || entries.has(name)) continue;
		const keySpan = spanOf(key as Node);
		const node = isNode(value) && !isNothing(value) ? value : undefined;
		const end = isNode(value) ? Math.max(keySpan.end, spanOf(value).end) : keySpan.end;
		entries.set(name, { key: name, keySpan, value: node, span: { start: keySpan.start, end } });
	}
	return [...entries.values()];
}

function isNothing(node: Node): boolean {
	return (
		isScalar(node) &&
		node.type === 'PLAIN' &&
		(node.value === null || /^(?:|~|null|Null|NULL)$/.test(String(node.value)))
	);
}

/**
 * Reads typed values. Where an entry has another type, the getter returns undefined and notes a problem
 * (`sidecar/wrong-type` or `catalogue/wrong-type`, args key and expected); an absent entry or value is undefined with none.
 */
export class ValueReader {
	readonly #area: 'sidecar' | 'catalogue';
	readonly #problems: Problem[];

	/** Problems are added to `problems`. */
	constructor(area: 'sidecar' | 'catalogue', problems: Problem[]) {
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
		const nodes = isSeq(entry.value) ? entry.value.items : [entry.value];
		const found: string[] = [];
		for (const node of nodes) {
			const text = isNode(node) && !isNothing(node) ? this.#scalar(entry.key, node, 'list') : undefined;
			if (text !== undefined) found.push(text);
		}
		return found;
	}

	/** The entries of a map. */
	map(entry: Entry | undefined): Entry[] | undefined {
		if (!entry?.value) return undefined;
		if (isMap(entry.value)) return entriesOf(entry.value as YAMLMap);
		this.wrongType(entry.key, entry.value, 'map');
		return undefined;
	}

	/** The items of a list, whatever they are. */
	items(entry: Entry | undefined): Node[] | undefined {
		if (!entry?.value) return undefined;
		if (isSeq(entry.value)) return entry.value.items.filter(isNode);
		this.wrongType(entry.key, entry.value, 'list');
		return undefined;
	}

	/** Notes that a value has another type than `expected`: text, boolean, number, list or map. Aliases have their own problem. */
	wrongType(key: string, value: Node, expected: string): void {
		if (isAlias(value)) return;
		const code = `${this.#area}/wrong-type` as const;
		this.#problems.push({ code, severity: 'error', span: spanOf(value), args: { key, expected } });
	}

	#scalar(key: string, node: Node | undefined, expected: string): string | undefined {
		if (!node) return undefined;
		if (isScalar(node) && typeof node.value === 'string') return node.value;
		this.wrongType(key, node, expected);
		return undefined;
	}
}
