// What a YAML file says, as the formats use it: maps, lists and texts, each with its place. Scalars have no other type.
import type { Span } from '../text/span';

interface Placed {
	/** Its own text; zero-width where nothing is written. */
	readonly span: Span;
}

export interface YamlMap extends Placed {
	readonly type: 'map';
	/** Written in braces. */
	readonly flow: boolean;
	/** In file order; a key may stand twice. */
	readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
	readonly key: YamlText;
	/** Undefined where even the colon is missing. */
	readonly value: YamlNode | undefined;
}

export interface YamlList extends Placed {
	readonly type: 'list';
	/** Written in brackets. */
	readonly flow: boolean;
	readonly items: readonly YamlNode[];
}

export interface YamlText extends Placed {
	readonly type: 'text';
	/** What is meant: without quotes, escapes resolved, lines folded; line ends are `\n`. */
	readonly text: string;
	/** Block: `|` and `>`. */
	readonly style: 'plain' | 'quoted' | 'block';
}

export type YamlNode = YamlMap | YamlList | YamlText;
