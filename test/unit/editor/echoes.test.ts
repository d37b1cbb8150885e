import assert from 'node:assert/strict';
import { Echoes } from '../../../src/editor/features/bitext/echoes';

describe('echoes of scrolling that was asked for', () => {
	let now = 0;
	const make = () => {
		now = 0;
		return new Echoes<object>(() => now);
	};
	const [left, right] = [{}, {}];

	it('are what an editor shows soon after it was told to', () => {
		const echoes = make();
		echoes.send(left, 1000);
		now = 100;
		assert.equal(echoes.isEcho(left, 40), true, 'smooth scrolling on its way');
		assert.equal(echoes.isEcho(right, 40), false, 'another editor');
		now = 1000;
		assert.equal(echoes.isEcho(left, 950), true, 'the place itself, late');
	});

	it('are over once the reader scrolls by themselves', () => {
		const echoes = make();
		echoes.send(left, 1000);
		now = 1000;
		assert.equal(echoes.isEcho(left, 4000), false);
		assert.equal(echoes.isEcho(left, 1000), false);
	});

	it('come back in order, so that a reader may turn round on the way they came', () => {
		const echoes = make();
		for (const offset of [1000, 2000, 3000]) echoes.send(left, offset);
		now = 500;
		assert.equal(echoes.isEcho(left, 2950), true);
		assert.equal(echoes.isEcho(left, 2000), false);
	});

	it('are not asked for twice', () => {
		const echoes = make();
		assert.equal(echoes.send(left, 10), true);
		assert.equal(echoes.send(left, 10), false);
		assert.equal(echoes.send(left, 20), true);
		assert.equal(echoes.send(right, 20), true);
		now = 10_000;
		assert.equal(echoes.send(left, 20), true);
	});
});
