import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { wording } from '../../../src/wording';

declare const __root: string;

type Texts = Readonly<Record<string, string>>;
const json = (file: string) => JSON.parse(readFileSync(path.join(__root, file), 'utf8')) as Texts;
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}|\$\([\w~-]+\)/g)].map(([found]) => found).sort();

/** Every sentence the editor says. */
function sentences(): Set<string> {
	const said = new Set<string>(Object.values(wording));
	const folder = path.join(__root, 'src/editor');
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.ts'),
	)) {
		const source = readFileSync(path.join(folder, file), 'utf8');
		for (const [, text] of source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g))
			said.add((text ?? '').replace(/\\'/g, "'"));
	}
	return said;
}

describe('translations', () => {
	const bundle = json('l10n/bundle.l10n.ru.json');

	it('say every sentence of the editor in Russian, and no others', () => {
		assert.deepEqual(Object.keys(bundle).sort(), [...sentences()].sort());
	});

	it('keep the placeholders and icons', () => {
		for (const [english, russian] of Object.entries(bundle))
			assert.deepEqual(placeholders(russian), placeholders(english), english);
	});

	it('cover the manifest in both languages', () => {
		const manifest = readFileSync(path.join(__root, 'package.json'), 'utf8');
		const used = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
		for (const file of ['package.nls.json', 'package.nls.ru.json'])
			assert.deepEqual(new Set(Object.keys(json(file))), used, file);
	});
});
