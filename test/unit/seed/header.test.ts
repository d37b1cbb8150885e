import assert from 'node:assert/strict';
import { readHeader } from '../../../src/core/seed/parse';

describe('readHeader', () => {
	it('finds the date and where it stands', () => {
		const text = ' date 2024-03-05 Astana hosted a forum.';
		const header = readHeader(text)!;
		assert.equal(header.date, '2024-03-05');
		assert.equal(text.slice(header.start, header.end), 'date 2024-03-05');
		assert.equal(text.slice(header.dateSpan.start, header.dateSpan.end), '2024-03-05');
	});

	it('allows a byte order mark, blank lines and white space before it', () => {
		for (const before of ['', '\ufeff', '\r\n\r\n', '\n \t\n', '\u00a0 ', '\ufeff\n'])
			assert.equal(readHeader(`${before}date 2024-03-05`)?.date, '2024-03-05', JSON.stringify(before));
	});

	it('is a header even where the calendar has no such day', () => {
		for (const day of ['2026-02-31', '2023-02-29', '2024-13-01', '2024-00-10', '0000-00-00']) {
			const header = readHeader(`date ${day} Text.`);
			assert.ok(header, day);
			assert.equal(header.date, undefined, day);
		}
		assert.equal(readHeader('date 2024-02-29')?.date, '2024-02-29');
	});

	it('needs the whole date, white space behind it, and the first line', () => {
		const others = [
			'',
			'date',
			'date 2021-11 Text',
			'date 2024-03-05th',
			'date 2024-03-051',
			'Date 2024-03-05',
			'update 2024-03-05',
			'date: 2024-03-05',
			'Title\ndate 2024-03-05',
			'date\n2024-03-05',
		];
		for (const text of others) assert.equal(readHeader(text), undefined, JSON.stringify(text));
	});
});
