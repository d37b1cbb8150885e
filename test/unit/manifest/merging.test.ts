// Where the manifest offers to merge: the files that are merged entry by entry.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';

declare const __root: string;

interface Manifest {
	readonly contributes: {
		readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when: string }[] };
		readonly views: { readonly scm: readonly { readonly when: string }[] };
	};
}

const { menus, views } = (JSON.parse(readFileSync(path.join(__root, 'package.json'), 'utf8')) as Manifest).contributes;
const patternOf = (when = '') => new RegExp(/=~ \/(.*)\/$/.exec(when)?.[1] ?? 'no pattern');
const merged = [
	'a.txt.ann.yaml',
	'a.txt.ann.petrov.yaml',
	'actors.yaml',
	'ru.actors.yaml',
	'kinds.yaml',
	'ru.kinds.yaml',
];
const others = ['notes.yaml', 'factors.yaml', 'mankinds.yaml', 'a.txt', 'kinds.yaml.txt'];

describe('merging is offered', () => {
	it('in the palette', () => {
		const pattern = patternOf(menus.commandPalette.find(({ command }) => command === 'glossator.review.solve')?.when);
		assert.deepEqual(
			[...merged, ...others].filter((name) => pattern.test(name)),
			merged,
		);
	});

	it('beside Source Control while git has such a file in conflict', () => {
		const pattern = patternOf(views.scm[0]?.when);
		const uri = (name: string) => `file:///home/texts/${name}`;
		assert.deepEqual(
			[...merged, ...others].filter((name) => pattern.test([uri('b.md'), uri(name), uri('c.md')].join())),
			merged,
		);
		assert.equal(pattern.test(''), false);
	});
});
