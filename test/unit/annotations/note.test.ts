import * as assert from 'node:assert/strict';
import { oneSentenceALine } from '../../../src/core/annotations/note';

describe('a note', () => {
	for (const [said, kept] of [
		['One. Two? “Three!” Four', 'One.\nTwo?\n“Three!”\nFour'],
		['Раз… «Два». Три', 'Раз…\n«Два».\nТри'],
		['About 3.5 p. m. and no. 7', 'About 3.5 p. m. and no. 7'],
		[' One.\r\nTwo. \n\nThree. ', 'One.\nTwo. \n\nThree.'],
		['', ''],
	] as const)
		it(`stands a sentence a line: ${JSON.stringify(said)}`, () => assert.equal(oneSentenceALine(said), kept));
});
