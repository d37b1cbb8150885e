// A YAML value written anew: where it moves to another depth or style, and where two values are compared by what they say.
import type { YamlMap, YamlNode, YamlText } from '../yaml/nodes';
import { block, plain, quoted, type ValueLines } from '../yaml/scalars';
import { pairLines } from '../yaml/splice';

const step = '  ';

/** Values that say the same have the same text here, however they are written. Nothing, `~` and `null` are one. */
export function meaning(node: YamlNode | undefined): string {
	if (!node) return 'null';
	if (node.type === 'list') return `[${node.items.map(meaning).join(',')}]`;
	if (node.type === 'text') return isNothing(node) ? 'null' : JSON.stringify(node.text);
	const pairs = node.pairs.map(({ key, value }) => `${JSON.stringify(key.text)}:${meaning(value)}`);
	return `{${pairs.sort().join(',')}}`;
}

/** Nothing is written, or `~` or `null`. */
export function isNothing(node: YamlNode | undefined): boolean {
	return !node || (node.type === 'text' && node.style === 'plain' && /^(?:|~|null|Null|NULL)$/.test(node.text));
}

/** The value as lines for a key that is indented by `indent`; a line of its own for each pair and each nested item. */
export function render(node: YamlNode | undefined, indent: string): ValueLines {
	if (!node || isNothing(node)) return [''];
	if (node.type === 'text') return renderText(node, indent);
	const inner = indent + step;
	if (node.type === 'map') {
		if (node.pairs.length === 0) return ['{}'];
		return ['', ...node.pairs.flatMap(({ key, value }) => renderPair(inner, key.text, value))];
	}
	if (node.items.every((item) => item.type === 'text' || node.flow)) return [inline(node)];
	return ['', ...node.items.map((item) => `${inner}- ${inline(item)}`)];
}

/** `key: value` as lines. */
export function renderPair(indent: string, key: string, value: YamlNode | undefined): string[] {
	return pairLines(indent, plain(key), render(value, indent));
}

/** Quoted where it was quoted, in lines where it was. */
function renderText({ text, style }: YamlText, indent: string): ValueLines {
	if (style === 'block' || text.includes('\n')) return block(text, indent + step);
	return [style === 'quoted' ? quoted(text) : plain(text)];
}

/** The value on one line. */
export function inline(node: YamlNode | undefined): string {
	if (!node || isNothing(node)) return '~';
	if (node.type === 'text') return plain(node.text);
	if (node.type === 'list') return `[${node.items.map(inline).join(', ')}]`;
	const pairs = (node as YamlMap).pairs.map(({ key, value }) => `${plain(key.text)}: ${inline(value)}`);
	return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
}
