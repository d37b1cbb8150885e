// JSON Schema, as much of draft-07 as our two schemas use: what a path of keys leads to, and what may stand there.

/** A schema or a part of one. Keywords that are not named here say nothing to us. */
export interface YamlSchema {
	readonly title?: string;
	readonly description?: string;
	readonly type?: string | readonly string[];
	readonly properties?: Readonly<Record<string, YamlSchema>>;
	readonly patternProperties?: Readonly<Record<string, YamlSchema>>;
	readonly additionalProperties?: boolean | YamlSchema;
	readonly items?: YamlSchema;
	readonly const?: string;
	readonly enum?: readonly string[];
	/** One per value of `enum`. */
	readonly enumDescriptions?: readonly string[];
	readonly examples?: readonly string[];
	readonly oneOf?: readonly YamlSchema[];
	readonly anyOf?: readonly YamlSchema[];
	readonly allOf?: readonly YamlSchema[];
	readonly $ref?: string;
	readonly definitions?: Readonly<Record<string, YamlSchema>>;
	/** What is written after the key and its colon. `$0` is where the cursor goes; new lines are indented from the key's. */
	readonly 'x-insert'?: string;
}

/** More references and alternatives within each other than any schema of ours has. */
const deepest = 8;

/** The part with its reference followed; what stands beside the reference (a description) wins. */
export function resolve(part: YamlSchema, root: YamlSchema): YamlSchema {
	let found = part;
	for (let i = 0; found.$ref !== undefined && i < deepest; i++) {
		const { $ref, ...own } = found;
		found = { ...root.definitions?.[$ref.replace('#/definitions/', '')], ...own };
	}
	return found;
}

/** All forms a part may take: itself and its alternatives, those of a list's items too where `intoLists`. */
export function forms(part: YamlSchema, root: YamlSchema, intoLists: boolean, depth = 0): YamlSchema[] {
	if (depth > deepest) return [];
	const own = resolve(part, root);
	const others = [...(own.oneOf ?? []), ...(own.anyOf ?? []), ...(own.allOf ?? [])];
	if (intoLists && own.items) others.push(own.items);
	return [own, ...others.flatMap((other) => forms(other, root, intoLists, depth + 1))];
}

/** The part that describes the value under the path of keys; lists take no step. Undefined where the schema is silent. */
export function partAt(root: YamlSchema, path: readonly string[]): YamlSchema | undefined {
	let part: YamlSchema | undefined = root;
	for (const key of path) {
		part = part && childOf(part, key, root);
	}
	return part && resolve(part, root);
}

function childOf(part: YamlSchema, key: string, root: YamlSchema): YamlSchema | undefined {
	for (const form of forms(part, root, true)) {
		if (form.properties && Object.hasOwn(form.properties, key)) return form.properties[key];
		for (const [pattern, child] of Object.entries(form.patternProperties ?? {})) {
			if (new RegExp(pattern, 'u').test(key)) return child;
		}
		if (typeof form.additionalProperties === 'object') return form.additionalProperties;
	}
	return undefined;
}

/** Whether the part may be of the JSON type. */
export function mayBe(part: YamlSchema, type: string, root: YamlSchema): boolean {
	return forms(part, root, false).some((form) => (Array.isArray(form.type) ? form.type : [form.type]).includes(type));
}
