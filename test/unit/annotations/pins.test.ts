import assert from 'node:assert/strict';
import { anchorAll, anchorInSteps } from '../../../src/core/annotations/anchor';
import { paragraphsOf } from '../../../src/core/annotations/pins';

describe('many pins', () => {
	const paragraphs = Array.from({ length: 20_000 }, (_, i) => ({ start: 4 * i, end: 4 * i + 2 }));
	const pinned = { text: 'ab\n\n'.repeat(20_000), paragraphs };

	it('are answered in linear time, found or not', () => {
		const lost = Array.from({ length: 20_000 }, (_, i) => `b${i}`);
		assert.ok(paragraphsOf(lost, pinned).every((index) => index === undefined));
		const nested = Array.from({ length: 2000 }, (_, i) => 'a'.repeat(i + 1));
		const stairs = { text: nested.join('\n\n'), paragraphs: [] as { start: number; end: number }[] };
		for (const [i, { length }] of nested.entries()) {
			const start = i === 0 ? 0 : stairs.paragraphs[i - 1]!.end + 2;
			stairs.paragraphs.push({ start, end: start + length });
		}
		assert.deepEqual(
			paragraphsOf(nested, stairs),
			nested.map((_, i) => i),
		);
	});
});

describe('anchoring in steps', () => {
	it('says the same as at once, with a step for each annotation', () => {
		const text = 'One boat. Two boats. Three boats.';
		const annotations = ['One boat', 'Two boots', 'Ten'].map((quote) => ({ target: { quote }, before: '', after: '' }));
		let steps = 0;
		const work = anchorInSteps(text, annotations);
		let step = work.next();
		for (; !step.done; step = work.next()) steps++;
		assert.deepEqual(step.value, anchorAll(text, annotations));
		assert.ok(steps > annotations.length);
	});
});
