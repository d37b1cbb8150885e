import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exactSpan } from '../../../src/core/annotations/anchor';
import { describe as describePassage, trimmed } from '../../../src/core/annotations/create';
import { anyText } from './samples';

function spanOf(text: string, words: string) {
	const start = text.indexOf(words);
	return { start, end: start + words.length };
}

describe('describing a passage', () => {
	it('tells equal passages apart by a longer context', () => {
		const paragraph = 'The council of the river commission met again in the old town hall to talk about the bridge.';
		const text = `First day. ${paragraph} It rained.\n\nSecond day. ${paragraph} It snowed.`;
		const start = text.lastIndexOf('talk');
		const { before, after } = describePassage(text, { start, end: start + 4 });
		const whole = `${before}talk${after}`;
		assert.equal(text.indexOf(whole), text.lastIndexOf(whole));
		assert.ok(before.length >= 32 && before.length < 120);
	});

	it('goes on to what tells a passage from its twin within its own paragraph', () => {
		const twin = 'Whoever carries a bicycle over the river pays nothing on weekdays before nine in the morning.';
		const text = `It rains.\n\n${twin} So they said.\n\nNobody else knew. ${twin} It was new.`;
		const { before, after } = describePassage(text, spanOf(text, 'bicycle'));
		assert.ok(before.startsWith('It rains.'));
		assert.ok(after.endsWith('So they said.') || after.includes('So they said.'));
	});

	it('takes whole words of context, and what there is at the ends', () => {
		const text = 'Rivers rise in spring when the snow of the mountains melts and all the meadows are under water.';
		const { before, after } = describePassage(text, spanOf(text, 'snow'));
		assert.equal(before, 'Rivers rise in spring when the ');
		assert.equal(after, ' of the mountains melts and all the');
	});

	it('tells a long passage, or one across paragraphs, by its ends', () => {
		const text = `${'One sentence after another. '.repeat(20)}\n\nThe next paragraph begins here.`;
		const { target } = describePassage(text, { start: 28, end: text.length - 6 });
		assert.ok('from' in target);
		assert.equal(target.length, text.length - 34);
		assert.ok(
			text.startsWith(target.from, 28) &&
				text.endsWith(`${target.to} here.`.replace('  ', ' ')) &&
				!target.to.includes('\n'),
		);
	});

	it('trims white space and never cuts a character in two', () => {
		const text = ' 😀 one \n';
		assert.deepEqual(trimmed(text, { start: 0, end: text.length }), { start: 1, end: 7 });
		assert.deepEqual(trimmed(text, { start: 2, end: 2 }), { start: 1, end: 3 });
		assert.equal(trimmed(text, { start: 7, end: 9 }), undefined);
	});

	it('is found again in the same text, wherever the words are unique', () => {
		fc.assert(
			fc.property(fc.array(anyText, { minLength: 3, maxLength: 8 }), fc.nat(), fc.nat(400), (parts, at, length) => {
				const text = parts.map((part, i) => `${part} ${i}`).join('\n\n');
				const start = at % text.length;
				const span = trimmed(text, { start, end: start + length });
				if (!span) return;
				const words = describePassage(text, span);
				const whole = 'quote' in words.target ? words.before + words.target.quote + words.after : words.before;
				if (text.indexOf(whole) !== text.lastIndexOf(whole)) return;
				assert.deepEqual(exactSpan(text, words), span);
			}),
		);
	});
});
