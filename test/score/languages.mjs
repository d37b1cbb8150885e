// Scores language detection on both sides of the shared pairs.
import { readFileSync } from 'node:fs';
import { alignSets, all, glossator, inData, parsed, percent, report } from './tools.mjs';

/** Paragraphs of over 60 characters, and whole documents, of every set whose sides are labelled. */
function detect(sets) {
	const began = performance.now();
	const documents = sets.flatMap((set) =>
		parsed(readFileSync(inData('align', `${set}.ndjson`), 'utf8')).flatMap(({ id, source, target }) =>
			[source, target].map((side, i) => documentOf(`${id}/${i}`, side)),
		),
	);
	const input = documents.map(({ file, text }) => JSON.stringify({ file, text })).join('\n');
	const answers = new Map(parsed(glossator(['parse', '-'], { input })).map((answer) => [answer.file, answer]));
	const count = { right: 0, paragraphs: 0, documents: 0 };
	for (const { file, language, middles } of documents) {
		const answer = answers.get(file);
		if (answer.language === language) count.documents++;
		for (const middle of middles) {
			count.paragraphs++;
			if (answer.paragraphs.find(({ end }) => end > middle)?.language === language) count.right++;
		}
	}
	const figures = {
		paragraphs: percent(count.right, count.paragraphs),
		documents: percent(count.documents, documents.length),
	};
	report('languages', `${sets.length} sets, ${documents.length} documents`, began, figures, {
		paragraphs: 99,
		documents: 100,
	});
}

/** A seed of the side's paragraphs, and the middles of those over 60 characters. */
function documentOf(file, { language, paragraphs }) {
	const bare = paragraphs.map((paragraph, i) => (i === 0 ? paragraph.replace(/^\s*date \S+\s*/, '') : paragraph));
	let text = ' date 2026-01-01 ';
	const middles = [];
	for (const paragraph of bare) {
		if (paragraph.length > 60) middles.push(text.length + (paragraph.length >> 1));
		text += `${paragraph}\n\n`;
	}
	return { file, language, text, middles };
}

const newsSets = alignSets().filter((set) => !/^(udhr|vue-docs|nonparallel)/.test(set));
const labelled = newsSets.filter((set) => set.startsWith('ntrex') && set.endsWith('.news'));

export const languages = [() => detect(all ? newsSets : labelled)];
