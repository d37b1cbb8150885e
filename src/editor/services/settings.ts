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
	readonly kinds: readonly KindSetting[];
	readonly 'highlight.annotations': boolean;
	readonly 'highlight.actors': boolean;
}

export type SettingName = keyof Settings;

/** All of them; a test compares them with the manifest. */
export const settingNames = Object.keys({
	'seeds.files': 0,
	'catalogue.files': 0,
	'catalogue.builtIn': 0,
	author: 0,
	kinds: 0,
	'highlight.annotations': 0,
	'highlight.actors': 0,
} satisfies Record<SettingName, 0>) as readonly SettingName[];

export const section = 'glossator';

export function setting<K extends SettingName>(name: K, scope?: ConfigurationScope): Settings[K] {
	return workspace.getConfiguration(section, scope).get(name) as Settings[K];
}
