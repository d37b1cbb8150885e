// What a person said of mentions: written, read, found again, and applied.
import assert from 'node:assert/strict';
import type { Mention } from '../../../src/core/actors/model';
import { describe as describePassage } from '../../../src/core/annotations/create';
import { diffSidecars } from '../../../src/core/annotations/diff';
import * as edits from '../../../src/core/annotations/edits';
import { overruleMentions } from '../../../src/core/annotations/mentions';
import type { MentionOverride } from '../../../src/core/annotations/model';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { applyEdits } from '../../../src/core/text/edits';
import { handmade } from './samples';

type Change = (sidecar: ReturnType<typeof readSidecar>) => edits.EditResult;

function changed(text: string, change: Change): string {
	const result = change(readSidecar(text));
	assert.ok(result.edits, JSON.stringify(result.problem));
	return applyEdits(text, result.edits);
}

const text = 'Белов приехал. Вечером Белов уехал, а утром Белов вернулся. Анна Белова осталась.';
const mention = (quote: string, nth: number, rest: Partial<Mention>): Mention => {
	let start = -1;
	for (let i = 0; i <= nth; i++) start = text.indexOf(quote, start + 1);
	return { start, end: start + quote.length, actor: 'pyotr', how: 'surname', name: 'Пётр Белов', ...rest };
};
/** An override of the nth place of a quote. */
const of = (quote: string, nth: number, said: Pick<MentionOverride, 'actor' | 'not'>): MentionOverride => {
	const { start, end } = mention(quote, nth, {});
	const { before, after } = describePassage(text, { start, end });
	return { quote, before, after, ...said };
};

describe('mentions in a sidecar', () => {
	const said = of('Белов', 1, { not: 'pyotr' });
	const written = changed(handmade, (s) => edits.overruleMention(s, said));

	it('are one line each in a section of their own', () => {
		assert.match(
			written,
			/do not touch\nmentions:\n {2}- \{ quote: 'Белов', before: '.*', after: '.*', not: pyotr \}\n\n/,
		);
		const [{ span, ids, ...read }] = readSidecar(written).mentions as [ReturnType<typeof readSidecar>['mentions'][0]];
		assert.deepEqual(read, said);
		assert.deepEqual(
			ids.map((id) => written.slice(id.span.start, id.span.end)),
			['pyotr'],
		);
		assert.equal(written.slice(span.start, span.end).startsWith('{ quote:'), true);
		assert.equal(
			changed(written, (s) => edits.clearMention(s, s.mentions)),
			handmade,
		);
	});

	it('replace what was said of the same place, or are added to it', () => {
		const both = changed(written, (s) => edits.overruleMention(s, of('Белов', 1, { not: 'oleg' })));
		assert.equal(readSidecar(both).mentions.length, 2);
		const decided = changed(both, (s) => edits.overruleMention(s, of('Белов', 1, { actor: 'anna' })));
		assert.deepEqual(
			readSidecar(decided).mentions.map(({ actor }) => actor),
			['anna'],
		);
		assert.deepEqual(edits.overruleMention(readSidecar(written), said).edits, []);
		assert.equal(
			changed(both, (s) => edits.clearMention(s, s.mentions.slice(1))),
			written,
		);
	});

	it('are told where they are not understood', () => {
		const problems = (lines: string) =>
			readSidecar(`format: glossator/annotations@1\nmentions:\n${lines}`).problems.map(({ code }) => code);
		assert.deepEqual(problems('  - { quote: x, actor: y }\n  - { quote: w, not: y, actor: z }\n'), []);
		assert.deepEqual(problems('  - { quote: x }\n  - { actor: x }\n  - x\n'), [
			'sidecar/missing-key',
			'sidecar/missing-key',
			'sidecar/wrong-type',
		]);
	});

	it('follow the id of an actor, as annotations do', () => {
		const annotated = changed(written, (s) => edits.setFields(s, 'a7k2m9xq', { actor: 'pyotr' }));
		const renamed = changed(annotated, (s) => edits.renameActorInSidecar(s, 'pyotr', 'p-belov'));
		assert.equal(renamed, annotated.replaceAll('pyotr', 'p-belov'));
		assert.deepEqual(edits.renameActorInSidecar(readSidecar(handmade), 'pyotr', 'x').edits, []);
	});

	it('are in the difference of two versions', () => {
		const [before, after] = [readSidecar(handmade), readSidecar(written)];
		assert.deepEqual(
			diffSidecars(before, after).map(({ what }) => what),
			['mention-overruled'],
		);
		assert.deepEqual(
			diffSidecars(after, before).map(({ what }) => what),
			['mention-restored'],
		);
	});
});

describe('overruleMentions', () => {
	const found = [
		mention('Белов', 0, { candidates: ['pyotr', 'oleg'] }),
		mention('Белов', 1, { candidates: ['pyotr', 'oleg'] }),
		mention('Белов', 2, { candidates: ['pyotr', 'oleg'] }),
		mention('Анна Белова', 0, { actor: 'anna', how: 'full' }),
	];
	const shown = (mentions: readonly Mention[]) =>
		mentions.map(({ actor, candidates, nested }) => `${nested ? '(' : ''}${candidates?.join('/') ?? actor}`).join(' ');
	const corrected = (...overrides: MentionOverride[]) => shown(overruleMentions(text, found, overrides));

	it('takes an actor away from one mention', () => {
		assert.equal(corrected(of('Белов', 1, { not: 'pyotr' })), 'pyotr/oleg oleg pyotr/oleg anna');
		assert.equal(corrected(of('Анна Белова', 0, { not: 'anna' })), 'pyotr/oleg pyotr/oleg pyotr/oleg');
		assert.equal(corrected(of('Анна Белова', 0, { not: 'oleg' })), shown(found));
	});

	it('gives a mention to an actor, and with it the ambiguous ones after it', () => {
		assert.equal(corrected(of('Белов', 1, { actor: 'oleg' })), 'pyotr/oleg oleg oleg anna');
		assert.equal(corrected(of('Белов', 1, { actor: 'anna' })), 'pyotr/oleg anna pyotr/oleg anna');
	});

	it('makes a mention where none was found, and takes away those it cuts', () => {
		assert.equal(corrected(of('утром', 0, { actor: 'dawn' })), 'pyotr/oleg pyotr/oleg dawn pyotr/oleg anna');
		assert.equal(corrected(of('Вечером Белов', 0, { actor: 'film' })), 'pyotr/oleg film (pyotr/oleg pyotr/oleg anna');
		assert.equal(corrected(of('Белова осталась', 0, { actor: 'film' })), 'pyotr/oleg pyotr/oleg pyotr/oleg film');
	});

	it('heeds nothing that is not found for sure', () => {
		assert.equal(corrected({ quote: 'Белов', before: 'совсем другой', after: 'текст', not: 'pyotr' }), shown(found));
		const moved = `Новый абзац о погоде.\n\n${text}`;
		const shifted = found.map((m) => ({ ...m, start: m.start + 23, end: m.end + 23 }));
		assert.equal(
			shown(overruleMentions(moved, shifted, [of('Белов', 1, { not: 'pyotr' })])),
			'pyotr/oleg oleg pyotr/oleg anna',
		);
	});
});
