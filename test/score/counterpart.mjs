// Scores the choice of the other-language version among thousands of documents.
import { all, glossator, inData, report, scorer } from './tools.mjs';

function choose(set) {
	const began = performance.now();
	const file = inData('counterpart', `${set}.ndjson`);
	const { first, documents } = scorer('counterpart', file, glossator(['counterpart', '-'], { file }));
	report('counterpart', set, began, { first, documents }, { first: set.includes('hard') ? 97 : 99 });
}

export const counterpart = (all ? ['docchoice.ru-en', 'docchoice-hard.ru-en'] : []).map((set) => () => choose(set));
