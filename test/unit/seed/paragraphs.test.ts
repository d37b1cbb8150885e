import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findParagraphs } from '../../../src/core/seed/paragraphs';

const paragraphs = (text: string) => findParagraphs(text).map(({ start, end }) => text.slice(start, end));

const sentence = 'The ministers of five countries met in the capital to talk about water, power lines and the railway.';

/** Greedy, as mail programs and terminals wrap. */
function wrap(text: string, width: number): string {
	const lines: string[] = [''];
	for (const word of text.split(' ')) {
		const last = lines.length - 1;
		if (lines[last] === '') lines[last] = word;
		else if (`${lines[last]} ${word}`.length <= width) lines[last] += ` ${word}`;
		else lines.push(word);
	}
	return lines.join('\n');
}

const story = [
	'The river commission agreed on Monday to open the lower gates two weeks earlier than it did last year.',
	'Farmers in the delta had asked for it since the spring, when snow in the mountains melted unusually fast and the upper lake rose again by a metre.',
	'The gates are to stay open until the end of May.',
	'“We have measured the flow every day, and the banks can take it,” the head of the commission said at the dam.',
];

describe('findParagraphs', () => {
	it('takes blank lines as separators, however many', () => {
		assert.deepEqual(paragraphs(story.join('\n\n')), story);
		assert.deepEqual(paragraphs(story.join('\r\n\r\n\r\n \r\n\t\r\n')), story);
		assert.deepEqual(paragraphs(`\n\n\n${story.join('\n\u00a0\n')}\n\n\n`), story);
	});

	it('takes every line as a paragraph where lines are long', () => {
		for (const lineEnd of ['\n', '\r\n', '\r', '\u2028']) assert.deepEqual(paragraphs(story.join(lineEnd)), story);
	});

	it('joins hard-wrapped lines that blank lines separate', () => {
		const text = story.map((paragraph) => wrap(paragraph, 40)).join('\n\n');
		assert.deepEqual(
			paragraphs(text).map((paragraph) => paragraph.replaceAll('\n', ' ')),
			story,
		);
	});

	it('finds the paragraphs of hard-wrapped text without blank lines by its short lines', () => {
		const text = story.map((paragraph) => wrap(paragraph, 65)).join('\n');
		assert.deepEqual(
			paragraphs(text).map((paragraph) => paragraph.replaceAll('\n', ' ')),
			story,
		);
	});

	it('does not join the headings of a list, which end where they like', () => {
		const headings = [
			'Bridge opens after repairs',
			'Why the price of bread fell this week',
			'Weather: rain in the north',
		];
		assert.deepEqual(paragraphs(headings.join('\n')), headings);
	});

	it('joins a sentence that a link has broken over two lines', () => {
		const text = `${sentence.slice(0, -9)}\nrailway, the press service of the ministry said on Tuesday.`;
		assert.equal(paragraphs(text).length, 1);
	});

	it('does not take a site written small for the rest of a sentence', () => {
		const text = `Nazir yeni yolun açılışında iştirak edib\nnews.az xəbər verir ki, mərasim bu gün paytaxtda keçirilib.`;
		assert.equal(paragraphs(text).length, 2);
	});

	it('parts paragraphs that were run together without a space', () => {
		const parts = [
			sentence,
			'Глава ведомства рассказал о ходе строительства дороги и о сроках его завершения в городе.',
		];
		const text = [...parts, ...story].join('');
		assert.deepEqual(paragraphs(text), [...parts, ...story]);
	});

	it('leaves initials, sites and a single slip alone', () => {
		const text = `${sentence.repeat(3)} А.Каримов и сайт News.Az сообщили о встрече.Затем разошлись. ${sentence}`
			.replace('.The', '. The')
			.replace('.The', '. The');
		assert.equal(paragraphs(text).length, 1);
	});

	it('keeps spans in order, apart, trimmed and not empty, whatever the text', () => {
		const unit = fc.constantFrom(
			'a',
			'Б',
			'.',
			' ',
			'\n',
			'\r',
			'\r\n',
			'\u2028',
			'\ufeff',
			'\u200f',
			'«',
			'"',
			'😀',
			'\ud800',
			'\0',
		);
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 300 }), (text) => {
				let last = 0;
				let covered = '';
				for (const { start, end } of findParagraphs(text)) {
					assert.ok(start >= last && end > start && end <= text.length);
					assert.equal(text.slice(start, end).trim(), text.slice(start, end));
					covered += text.slice(start, end);
					last = end;
				}
				const visible = (s: string) => s.replace(/[\s\u200f\ufeff]/g, '');
				assert.equal(visible(covered), visible(text));
			}),
		);
	});
});
