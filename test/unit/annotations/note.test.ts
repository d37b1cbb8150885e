import * as assert from 'node:assert/strict';
import { oneSentenceALine } from '../../../src/core/annotations/note';

describe('a note', () => {
	for (const [said, kept] of [
		['One. Two? “Three!” Four', 'One.\nTwo?\n“Three!”\nFour'],
		['Раз… «Два». Три', 'Раз…\n«Два».\nТри'],
		['About 3.5 p. m. and no. 7', 'About 3.5 p. m. and no. 7'],
		[' One.\r\nTwo. \n\nThree. ', 'One.\nTwo. \n\nThree.'],
		['Говорит Ш. Каримов. Это в г. Навои.', 'Говорит Ш. Каримов.\nЭто в г. Навои.'],
		['1. First item\n2. Second. Really.', '1. First item\n2. Second.\nReally.'],
		['He came. - No! He went.', 'He came. - No!\nHe went.'],
		['```\nA. B. Then C\n```\n| Yes. No | Four |', '```\nA. B. Then C\n```\n| Yes. No | Four |'],
		['', ''],
	] as const)
		it(`stands a sentence a line: ${JSON.stringify(said)}`, () => assert.equal(oneSentenceALine(said), kept));
});
