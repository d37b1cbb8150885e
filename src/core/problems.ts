// Problems: everything that can be wrong with what people wrote, as data. No sentences here: `src/wording.ts` has them.
import type { Span } from './text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What is wrong, as `where/what`. Stable: the command line prints them and people suppress by them. */
export type ProblemCode =
	// seeds
	| 'seed/impossible-date' // args: date
	| 'seed/no-text'
	| 'seed/control-characters' // args: count
	// YAML of either kind
	| 'yaml/syntax' // args: detail
	| 'yaml/conflict-marker'
	| 'yaml/not-a-map' // args: found
	| 'yaml/duplicate-key' // args: key
	| 'yaml/aliases' // aliases are refused: an alias bomb would exhaust memory
	| 'yaml/too-large' // args: limit
	| 'format/missing' // args: expected
	| 'format/unknown' // args: found, expected
	| 'format/newer' // args: found, expected
	// what a merge left for a person to decide
	| 'merge/two-values' // args: key, sides
	| 'merge/deleted' // args: id, side
	// catalogues
	| 'catalogue/entry-not-a-map' // args: id
	| 'catalogue/unknown-key' // args: key
	| 'catalogue/wrong-type' // args: key, expected
	| 'catalogue/unknown-type' // args: found, expected
	| 'catalogue/no-type' // args: id, expected
	| 'catalogue/no-names' // args: id
	| 'catalogue/bad-id' // args: id
	| 'catalogue/awkward-id' // args: id
	| 'catalogue/unknown-language' // args: found
	| 'catalogue/bad-date' // args: found
	| 'catalogue/dates-backwards' // args: from, until
	| 'catalogue/roles-overlap' // args: title
	| 'catalogue/bad-link' // args: found
	| 'catalogue/shared-name' // args: name, other
	| 'catalogue/unknown-actor' // args: id
	// kinds and tags
	| 'kinds/unknown-key' // args: key
	| 'kinds/wrong-type' // args: key, expected
	| 'kinds/bad-colour' // args: found, expected
	| 'kinds/bad-key' // args: found
	| 'kinds/shared-key' // args: found, other
	// sidecars
	| 'sidecar/entry-not-a-map' // args: id
	| 'sidecar/bad-id' // args: id
	| 'sidecar/unknown-key' // args: key
	| 'sidecar/wrong-type' // args: key, expected
	| 'sidecar/missing-key' // args: key
	| 'sidecar/bad-value' // args: key, found, expected
	| 'sidecar/bad-date' // args: found
	| 'sidecar/unknown-actor' // args: id
	| 'sidecar/unknown-kind' // args: id
	| 'sidecar/unknown-tag' // args: id
	| 'sidecar/unknown-target' // args: target
	| 'sidecar/no-seed' // args: seed
	// anchors: on the seed, about an annotation or a pin
	| 'anchor/orphan' // args: id, quote
	| 'anchor/confirm' // args: id, quote
	| 'anchor/pin-lost' // args: quote
	| 'anchor/mention-lost'; // args: quote

/** One thing that is wrong, and where. `args` fill the sentence; never shown unescaped. */
export interface Problem {
	readonly code: ProblemCode;
	readonly severity: Severity;
	/** Into the text the problem is about. */
	readonly span: Span;
	readonly args?: Readonly<Record<string, string | number>>;
}
