import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CachedFile, decodeCache, encodeCache, encodeFile } from '../../../src/editor/services/seed-cache-format';

const files: CachedFile[] = [
	{
		name: 'file:///a/ёлка.txt',
		stamp: { mtime: 1_760_000_000_123, size: 4711 },
		digest: {
			date: '2026-03-12',
			language: 'ru',
			keys: Uint32Array.of(1, 4_294_967_295, 7),
			counts: Uint8Array.of(2, 1),
			opening: ['Ёлка 🎄', '…'],
		},
	},
	{ name: 'file:///a/notes.txt', stamp: { mtime: 0, size: 0 }, digest: undefined },
	{
		name: 'file:///a/undated.txt',
		stamp: { mtime: 5, size: 1 },
		digest: { language: 'unknown', keys: new Uint32Array(), counts: new Uint8Array(), opening: [] },
	},
];
const bytes = encodeCache('1/ru', files.map(encodeFile));

describe('the cache of seeds', () => {
	it('gives back what was put in', () => {
		assert.deepEqual([...decodeCache('1/ru', bytes)], files);
		const inside = new Uint8Array(bytes.length + 3);
		inside.set(bytes, 3);
		assert.deepEqual([...decodeCache('1/ru', inside.subarray(3))], files);
		assert.deepEqual([...decodeCache('1/ru', Buffer.from(inside).subarray(3))], files);
	});

	it('is none for another version', () => {
		assert.deepEqual([...decodeCache('2/ru', bytes)], []);
	});

	it('is none where a byte was changed or it was cut short', () => {
		const damaged = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
		fc.assert(
			fc.property(damaged, ([at, by]) => {
				const other = bytes.slice();
				other[at]! ^= by;
				assert.deepEqual([...decodeCache('1/ru', other)], []);
				assert.deepEqual([...decodeCache('1/ru', bytes.subarray(0, at))], []);
			}),
		);
	});

	it('is none where it was written by something else', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (any) => [...decodeCache('1/ru', any)].length === 0));
		const block = new TextEncoder().encode('\0\0\0\x02{}');
		assert.deepEqual([...decodeCache('1/ru', encodeCache('1/ru', [block]))], []);
	});
});
