import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inSteps } from '../../../src/core/annotations/editing';
import { removeAnnotation, takeEntry } from '../../../src/core/annotations/edits';
import { linesIn, Rewriting, removeAnnotations } from '../../../src/core/annotations/rewriting';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { applyEdits } from '../../../src/core/text/edits';
import { handmade } from './samples';

const ids = Array.from({ length: 8 }, (_, i) => `a${i}a${i}a${i}a${i}`);
const block = (id: string, word: string) => `${id}:\n  kind: claim # ${word}\n  quote: '${word}'\n`;

const head = 'format: glossator/annotations@1\n';

/** Files of some of the ids, in any order, `between` after each. */
function filesOf(heads: readonly string[], between: readonly string[]) {
	const gaps = fc.array(fc.constantFrom(...between), { minLength: ids.length, maxLength: ids.length });
	return fc
		.tuple(fc.constantFrom(...heads), fc.shuffledSubarray(ids), fc.constantFrom('mine', 'own'), gaps)
		.map(([start, some, word, gap]) => start + some.map((id, i) => gap[i] + block(id, word)).join(''));
}

/** As the program writes them, and as people leave them. */
const tidy = filesOf([head], ['\n']);
const any = filesOf([head, `${head}\n`, handmade, `${handmade}\n`], ['\n', '', '\n# above\n', '# below\n\n', '\n\n']);

/** What is not blank, in its order. */
const said = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

describe('rewriting many entries of a sidecar', () => {
	const removed = (text: string, some: readonly string[]) => {
		const sidecar = readSidecar(text);
		const there = some.filter((id) => sidecar.entries.some(({ annotation }) => annotation.id === id));
		const steps = there.map((id) => (now: typeof sidecar) => removeAnnotation(now, id));
		return [removeAnnotations(sidecar, there), inSteps(sidecar, steps)].map(({ edits }) =>
			applyEdits(text, edits ?? []),
		);
	};

	it('takes out what one removal after the other takes out', () => {
		fc.assert(
			fc.property(tidy, any, fc.shuffledSubarray(ids), (text, other, some) => {
				const [atOnce, oneByOne] = removed(text, some);
				assert.equal(atOnce, oneByOne);
				const [all, each] = removed(other, some).map(said);
				assert.deepEqual(all, each);
			}),
		);
	});

	const taken = (text: string, other: string, all: readonly (readonly [string, string | null])[]) => {
		const [sidecar, from] = [readSidecar(text), readSidecar(other)];
		const rewriting = new Rewriting(sidecar);
		const steps = all.map(
			([id, before]) =>
				(now: typeof sidecar) =>
					takeEntry(now, id, from, before ?? undefined),
		);
		for (const [id, before] of all) {
			const at = from.entries.findIndex(({ annotation }) => annotation.id === id);
			const below = from.entries.slice(at + 1).map(({ annotation }) => annotation.id);
			const next = [...(before ? [before] : []), ...below].find((one) => rewriting.has(one));
			if (at < 0) rewriting.remove(id);
			else rewriting.put(id, linesIn(from, from.entries[at]!), next);
		}
		return [applyEdits(text, rewriting.edits), applyEdits(text, inSteps(sidecar, steps).edits ?? [])];
	};

	it('puts in and replaces what one entry taken after the other does', () => {
		const wishes = fc.array(fc.tuple(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids))), { maxLength: 8 });
		fc.assert(
			fc.property(tidy, any, any, wishes, (text, other, from, all) => {
				const [atOnce, oneByOne] = taken(text, from, all);
				assert.equal(atOnce, oneByOne);
				const sorted = taken(other, from, all).map((result) => said(result).sort());
				assert.deepEqual(sorted[0], sorted[1]);
			}),
		);
	});

	it('names what is not there', () => {
		const { problem } = removeAnnotations(readSidecar(handmade), ['a7k2m9xq', 'z7k2m9xq']);
		assert.deepEqual(problem?.args, { target: 'z7k2m9xq' });
	});
});
