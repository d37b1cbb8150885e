// Settings, typed. The defaults stand in package.json alone; a test compares the two.
import { type ConfigurationScope, workspace } from 'vscode';

/** One kind of annotation, as set by the user. */
export interface KindSetting {
	readonly id: string;
	readonly description?: string;
}

export interface Settings {
	readonly 'seeds.files': string;
	readonly 'catalogue.files': readonly string[];
	readonly 'catalogue.builtIn': boolean;
	readonly author: string;
	/** Who works on their own: the name in `<seed>.ann.<name>.yaml`; empty: all share one sidecar. */
	readonly annotator: string;
	readonly kinds: readonly KindSetting[];
	readonly 'highlight.annotations': boolean;
	readonly 'highlight.actors': boolean;
	/** Actor types. */
	readonly 'outline.actorTypes': readonly string[];
	readonly 'parallel.differences': boolean;
	readonly 'parallel.marks': boolean;
}

export type SettingName = keyof Settings;

/** All of them; a test compares them with the manifest. */
export const settingNames = Object.keys({
	'seeds.files': 0,
	'catalogue.files': 0,
	'catalogue.builtIn': 0,
	author: 0,
	annotator: 0,
	kinds: 0,
	'highlight.annotations': 0,
	'highlight.actors': 0,
	'outline.actorTypes': 0,
	'parallel.differences': 0,
	'parallel.marks': 0,
} satisfies Record<SettingName, 0>) as readonly SettingName[];

export const section = 'glossator';

/** What is set, or the default where something of another form was written into settings.json. */
export function setting<K extends SettingName>(name: K, scope?: ConfigurationScope): Settings[K] {
	const configuration = workspace.getConfiguration(section, scope);
	const [value, fallback] = [configuration.get<unknown>(name), configuration.inspect(name)?.defaultValue];
	return (isLike(value, fallback) ? value : fallback) as Settings[K];
}

/** Of the same type; of lists, every item like the default's first, by its required parts. */
function isLike(value: unknown, model: unknown): boolean {
	if (!Array.isArray(model)) return typeof value === typeof model && !Array.isArray(value);
	const [first] = model as unknown[];
	return (
		Array.isArray(value) &&
		value.every((item) => typeof item === typeof first && (typeof item !== 'object' || hasId(item)))
	);
}

function hasId(item: unknown): boolean {
	return typeof (item as { id?: unknown } | null)?.id === 'string';
}
