import assert from 'node:assert/strict';
import fc from 'fast-check';
import { resolveConflict } from '../../../src/core/annotations/edits';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { canKeepBoth, type Keep } from '../../../src/core/merge/resolve';
import { applyEdits } from '../../../src/core/text/edits';
import { merged } from './merged';
import { deeds, emptySidecar, factsOf, play } from './reference';

describe('merge of random histories', () => {
	const histories = fc.record({ base: deeds('a'), ours: deeds('b'), theirs: deeds('b'), crlf: fc.boolean() });

	it('has every fact of both sides, and asks about nothing else', () => {
		fc.assert(
			fc.property(histories, ({ base, ours, theirs, crlf }) => {
				const start = play(emptySidecar, base);
				const [a, b] = [play(start, ours), play(start, theirs)];
				const { text } = merged(start, crlf ? a.replaceAll('\n', '\r\n') : a, b);
				const sidecar = readSidecar(text);
				assert.deepEqual(
					sidecar.problems.filter(({ code }) => !code.startsWith('merge/')),
					[],
				);
				const asked = new Set(
					sidecar.undecided.map(({ path, field }) => [...path, field ?? ''].join('/').replace(/\/$/, '')),
				);
				const [was, mine, yours, now] = [factsOf(start), factsOf(a), factsOf(b), factsOf(text)];
				for (const fact of new Set([...was.keys(), ...mine.keys(), ...yours.keys(), ...now.keys()])) {
					const [o, m, y] = [was.get(fact), mine.get(fact), yours.get(fact)];
					const isDisputed = m !== y && m !== o && y !== o;
					if (fact.endsWith('/seen') && (isDisputed || asked.has(fact.replace('seen', 'passage')))) continue;
					const owners = fact.split('/').map((_, i, parts) => parts.slice(0, i).join('/'));
					if (owners.some((owner) => asked.has(owner)) || asked.has(fact)) continue;
					assert.ok(!isDisputed, `${fact} is disputed and nobody is asked`);
					assert.equal(now.get(fact), m === o ? y : m, fact);
				}
				for (const fact of asked) {
					const [o, m, y] = [was.get(fact), mine.get(fact), yours.get(fact)];
					const isEntry = m === 'there' || y === 'there';
					assert.ok(
						isEntry ? m !== y && now.get(fact) === 'there' : m !== y && m !== o && y !== o,
						`${fact} needs no asking`,
					);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('keeps comments, wherever they are added', () => {
		const places = fc.array(fc.nat(400), { maxLength: 4 });
		fc.assert(
			fc.property(histories, places, places, ({ base, ours, theirs }, mine, yours) => {
				const start = commented(play(emptySidecar, base), 'base', [1, 5, 9]);
				const a = commented(play(start, ours), 'mine', mine);
				const b = commented(play(start, theirs), 'yours', yours);
				const { text } = merged(start, a, b);
				const found = (one: string) => new Set(one.match(/# (?:base|mine|yours) \d+/g));
				const [was, now] = [found(start), found(text)];
				for (const [side, other] of [
					[found(a), found(b)],
					[found(b), found(a)],
				] as const)
					for (const comment of side)
						if (!was.has(comment) || other.has(comment)) assert.ok(now.has(comment), `${comment} is lost in\n${text}`);
			}),
			{ numRuns: 200 },
		);
	});

	it('can be decided to the end, whichever side is kept', () => {
		fc.assert(
			fc.property(histories, fc.constantFrom<Keep>(0, 1, 'both'), ({ base, ours, theirs }, keep) => {
				const start = play(emptySidecar, base);
				let { text } = merged(start, play(start, ours), play(start, theirs));
				for (let i = 0; readSidecar(text).undecided.length > 0; i++) {
					const sidecar = readSidecar(text);
					const [first] = sidecar.undecided;
					const wanted =
						keep === 'both' && !canKeepBoth(first!) ? 0 : first!.field === undefined && keep === 1 ? 'both' : keep;
					const taken = new Set(sidecar.entries.map(({ annotation }) => annotation.id));
					const newId = [...Array(99).keys()]
						.map((n) => `z${String(n).padStart(7, '0')}`)
						.find((id) => !taken.has(id))!;
					const { edits } = resolveConflict(sidecar, first!, wanted, newId);
					assert.ok(edits && i < 200, text);
					text = applyEdits(text, edits);
				}
				assert.deepEqual(readSidecar(text).problems, []);
			}),
			{ numRuns: 150 },
		);
	});
});

/** With comments above some lines of entries, and at the end of some. */
function commented(text: string, word: string, places: readonly number[]): string {
	const lines = text.split('\n');
	for (const [i, place] of places.entries()) {
		const at = place % lines.length;
		if (/^ {2}(?:kind|author|status|tags): \S/.test(lines[at]!)) lines[at] += ` # ${word} ${i}`;
		else if (/^(?: {2})?[a-z][\w-]*:/.test(lines[at]!)) {
			lines[at] = `${/^ */.exec(lines[at]!)![0]}# ${word} ${i}\n${lines[at]}`;
		}
	}
	return lines.join('\n');
}
