import assert from 'node:assert/strict';
import { type Anchored, anchorAll } from '../../../src/core/annotations/anchor';
import { describe as describePassage } from '../../../src/core/annotations/create';

const bridge =
	'Engineers of the river fund said on Tuesday that the old bridge at Kamenka will be closed for repair in May.';
const ferry =
	'A ferry is to carry people and cars across instead; it holds twenty cars and goes every half hour until ten.';
const shops = 'Shopkeepers on the left bank fear for their trade, since most of their customers walk over the bridge.';
const mayor =
	'Mayor Olga Sedova answered that the town will pay for the ferry, and that nobody should have to close a shop.';
const text = [bridge, ferry, shops, mayor].join('\n\n');

/** The annotation of the words, at their first or last place in the text. */
function of(words: string, where: 'first' | 'last' = 'first', source = text): Anchored {
	const start = where === 'first' ? source.indexOf(words) : source.lastIndexOf(words);
	return describePassage(source, { start, end: start + words.length });
}

/** What becomes of one annotation, as state and the words it is on. */
function anchored(annotation: Anchored, now: string, oldText?: string): [string, string | undefined] {
	const [found] = anchorAll(now, [annotation], oldText === undefined ? {} : { oldText });
	const span = found?.span;
	return [found?.state ?? '', span && now.slice(span.start, span.end)];
}

describe('anchoring', () => {
	it('finds a passage where it was, and moved, merged, wrapped or retyped', () => {
		const quote = 'people and cars across instead';
		const changed = [
			text,
			[shops, mayor, ferry, bridge].join('\n\n'),
			text.replaceAll('\n\n', ' '),
			text.replaceAll('\n', '\r\n'),
			text.replace(/(.{40}\S*) /g, '$1\n'),
			text.replaceAll(' a', '\u00a0\u00a0a'),
			`${mayor.replace('town', 'city')}\n\n${text}`,
		];
		for (const now of changed) {
			const [state, words] = anchored(of(quote), now);
			assert.equal(state, 'placed', now);
			assert.equal(words?.replace(/\s+/g, ' '), quote);
		}
	});

	it('follows misprints and reworded passages between their contexts', () => {
		const now = text.replace('the old bridge at Kamenka', 'the oldest bridge of Kamenca');
		assert.deepEqual(anchored(of('the old bridge at Kamenka'), now), ['placed', 'the oldest bridge of Kamenca']);
		const reworded = text.replace('fear for their trade', 'worry about their trade');
		assert.deepEqual(anchored(of('fear for their trade'), reworded), ['placed', 'worry about their trade']);
	});

	it('covers whole words where it covered whole words', () => {
		const now = text.replace('the old bridge at Kamenka', 'the footbridge at Kamenka');
		assert.equal(anchored(of('bridge at Kamenka'), now)[1], 'footbridge at Kamenka');
		assert.equal(anchored(of('ridge at Kamen'), now.replace('closed', 'shut'))[1], 'ridge at Kamen');
		const glued = text.replace('people and cars across', 'townspeople and cars across');
		assert.equal(anchored(of('people and cars'), glued)[1], 'townspeople and cars');
	});

	it('asks where other words stand in its place', () => {
		const now = text.replace('fear for their trade', 'fought a ferry tariff');
		assert.notEqual(anchored(of('fear for their trade'), now)[0], 'placed');
		assert.notEqual(anchored(of('fear for their trade'), now, text)[0], 'placed');
		const mended = text.replace('Shopkeepers', 'Shopkeeppers');
		assert.deepEqual(anchored(of('Shopkeepers'), mended), ['placed', 'Shopkeeppers']);
	});

	it('stays with the edited original when a copy stands elsewhere', () => {
		const quote = 'holds twenty cars and goes every half hour';
		const now = `They promised that it ${quote}, no less.\n\n${text.replace(quote, 'holds twenty-two cars and goes each half hour')}`;
		assert.deepEqual(anchored(of(quote), now), ['placed', 'holds twenty-two cars and goes each half hour']);
	});

	it('is an orphan with candidates, or asks, when the passage is gone', () => {
		assert.deepEqual(anchored(of('Shopkeepers on the left bank'), [bridge, ferry, mayor].join('\n\n')), [
			'orphan',
			undefined,
		]);
		assert.deepEqual(anchored(of('on Tuesday '.trim()), text.replace(' on Tuesday', '')), ['orphan', undefined]);
		const [gone] = anchorAll([bridge, ferry, mayor].join('\n\n'), [of('the bridge', 'last')]);
		assert.notEqual(gone?.state, 'placed');
	});

	it('asks where only a bare name is left of it', () => {
		const now = text.replace(mayor, 'Asked about this by listeners, the head of the council, Olga Sedova, hung up.');
		assert.equal(anchored(of('Olga Sedova'), now)[0], 'confirm');
	});

	it('knows from the older text that a copy was there before', () => {
		const old = `${text}\n\nIn 1998 the ferry held only four cars.`;
		const now = old.replace(mayor, 'The town hall did not answer.');
		const [state] = anchored(of('the ferry', 'first', old), now, old);
		assert.equal(state, 'orphan');
	});

	it('knows from the older text a short passage whose surroundings were rewritten', () => {
		const now = text.replace(
			'cars across instead; it holds twenty cars',
			'lorries over there, and its deck takes twenty cars',
		);
		assert.deepEqual(anchored(of('twenty'), now, text), ['placed', 'twenty']);
	});

	describe('in a list whose items are alike', () => {
		const head = 'The port office gave the figures of the week on Monday, item by item and without any comment.';
		const items = [
			'Cement from Sarby rose by 12 percent and reached 340 tonnes.',
			'Barley from Luwen rose by 31 percent and reached 87 tonnes.',
			'Timber from Oskol rose by 26 percent and reached 508 tonnes.',
			'Salt from Merva rose by 44 percent and reached 19 tonnes.',
		];
		const list = (lines: readonly string[]) => [head, ...lines].join('\n\n');
		const without = items.filter((_, i) => i !== 1);
		const old = list(items);

		for (const quote of [items[1]!, 'Luwen rose by 31', '31 percent']) {
			it(`does not take the next item for “${quote}” when its own is gone`, () => {
				assert.notEqual(anchored(of(quote, 'first', old), list(without))[0], 'placed');
				assert.equal(anchored(of(quote, 'first', old), list(without), old)[0], 'orphan');
			});

			it(`follows “${quote}” to where its item went, knowing the older text`, () => {
				const now = list([...items].reverse());
				assert.deepEqual(anchored(of(quote, 'first', old), now, old), ['placed', quote]);
			});
		}

		it('asks where an item has given way to another, and follows one whose figure was corrected', () => {
			const corrected = old.replace('31 percent', '13 percent');
			const [quote] = items.slice(1);
			assert.deepEqual(anchored(of(quote!, 'first', old), corrected), ['placed', quote!.replace('31', '13')]);
			assert.deepEqual(anchored(of('31 percent', 'first', old), corrected), ['placed', '13 percent']);
			const other = old.replace(quote!, 'Barley from Ketmen rose by 57 percent and reached 66 tonnes.');
			assert.equal(anchored(of(quote!, 'first', old), other)[0], 'confirm');
			assert.equal(anchored(of(quote!, 'first', old), other, old)[0], 'confirm');
		});
	});

	describe('of a sentence that stands twice', () => {
		const twin = 'The ferry is free of charge for pupils, for pensioners and for everybody who carries a bicycle.';
		const old = [bridge, `${twin} ${ferry}`, shops, `${mayor} ${twin}`].join('\n\n');
		const marked = of('pupils, for pensioners', 'first', old);

		it('does not go over to the other copy when its own is gone', () => {
			const now = [bridge, shops, `${mayor} ${twin}`].join('\n\n');
			assert.equal(anchored(marked, now)[0], 'confirm');
			assert.equal(anchored(marked, now, old)[0], 'orphan');
		});

		it('stays with its own when paragraphs move', () => {
			const now = [shops, `${mayor} ${twin}`, bridge, `${twin} ${ferry}`].join('\n\n');
			for (const oldText of [undefined, old]) {
				const [found] = anchorAll(now, [marked], oldText === undefined ? {} : { oldText });
				assert.deepEqual([found?.state, found?.span?.start], ['placed', now.lastIndexOf('pupils')]);
			}
		});
	});

	it('stays with what was edited at the head of a text, also when a copy stands elsewhere', () => {
		const quote = 'Engineers of the River Fund';
		const old = `${quote} said on Tuesday that nobody will be asked.\n\n${ferry}`;
		const now = `They wrote: ${quote} must answer this.\n\n${old.replace(quote, 'Enginers of the River Fumd')}`;
		const words = anchored(of(quote, 'first', old), now, old);
		assert.ok(words[0] !== 'placed' || words[1] === 'Enginers of the River Fumd', words.join());
	});

	it('leaves out what was put between a passage and what stood before it', () => {
		const added = 'Anglers were not asked, said their club in a letter to the newspaper of the town.';
		const now = [bridge, added, ferry, shops, mayor].join('\n\n');
		const quote = 'A ferry is to carry people and cars across';
		assert.deepEqual(anchored(of(quote), now), ['placed', quote]);
	});

	it('finds long passages by their ends', () => {
		const start = text.indexOf('said on Tuesday');
		const end = text.indexOf('customers walk') + 'customers'.length;
		const long = describePassage(text, { start, end });
		const now = `${mayor}\n\n${text.replace('twenty cars', 'thirty cars, ten lorries')}`;
		const [state, words] = anchored(long, now);
		assert.equal(state, 'placed');
		assert.ok(words?.startsWith('said on Tuesday') && words.endsWith('most of their customers'));
	});

	it('is placed without a span when it is about the seed', () => {
		const [whole] = anchorAll('', [{ target: { about: 'seed' }, before: '', after: '' }]);
		assert.deepEqual([whole?.state, whole?.span], ['placed', undefined]);
	});

	it('answers for any text in good time', () => {
		const odd: Anchored[] = [
			{ target: { quote: 'a' }, before: '', after: '' },
			{ target: { quote: 'ab'.repeat(50_000) }, before: 'x'.repeat(9999), after: '' },
			{ target: { quote: '\ud800\u0301' }, before: '\udc00', after: '\0' },
			{ target: { from: '', to: '', length: 5 }, before: '', after: '' },
			{ target: { from: 'aaa', to: 'aaa', length: 1e9 }, before: 'a', after: 'a' },
		];
		for (const ugly of [
			'',
			'\0',
			'a'.repeat(100_000),
			' \n'.repeat(50_000),
			`a${'\u0301'.repeat(99_999)}`,
			'\ud800'.repeat(999),
		]) {
			const found = anchorAll(ugly, odd);
			assert.equal(found.length, odd.length);
			for (const { span } of found)
				assert.ok(!span || (span.start >= 0 && span.start < span.end && span.end <= ugly.length));
		}
	});
});
