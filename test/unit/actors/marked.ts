// Test texts with the mentions marked: `Встреча с {Анной Беловой|belova}`. What is not marked must not be found.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mergeCatalogues, readCatalogue } from '../../../src/core/actors/catalogue';
import { createMatcher, type Matcher } from '../../../src/core/actors/matcher';
import type { Catalogue } from '../../../src/core/actors/model';
import { readNameLists } from '../../../src/core/actors/name-lists';

declare const __root: string;

/** The lists that ship. */
export const nameLists = readNameLists(readFileSync(path.join(__root, 'src/core/actors/names.ru.txt'), 'utf8'));

/** A catalogue of the entries in `yaml`, which must have no problems. */
export function catalogueOf(yaml: string): Catalogue {
	const file = readCatalogue(`format: glossator/actors@1\n${yaml}`);
	assert.deepEqual(file.problems, []);
	return mergeCatalogues([file]);
}

export function matcherOf(yaml: string): Matcher {
	return createMatcher(catalogueOf(yaml), nameLists);
}

/** Checks the mentions that are not nested; ambiguous ones are marked `{Белов|a b}`, likeliest first. */
export function assertMarked(matcher: Matcher, marked: string): void {
	const text = marked.replace(/\{([^|}]*)\|[^}]*\}/g, '$1');
	const found = matcher.find(text).filter((mention) => !mention.nested);
	let shown = '';
	let at = 0;
	for (const { start, end, actor, candidates } of found) {
		shown += `${text.slice(at, start)}{${text.slice(start, end)}|${candidates?.join(' ') ?? actor}}`;
		at = end;
	}
	assert.equal(shown + text.slice(at), marked);
}
