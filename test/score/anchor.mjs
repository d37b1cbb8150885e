// Annotations after an edit, as `anchor-cases.mjs` makes and counts them: with the text they were made in, and by their words alone.
// Besides the figures of the whole: per kind of edit, per length of quote, per language.
import path from 'node:path';
import {
	all,
	detail,
	details,
	glossator,
	groupBy,
	inData,
	ndjson,
	output,
	parsed,
	percent,
	report,
	seedFiles,
} from './tools.mjs';

/** The figures asked for, with and without the old text. */
const floors = { right: 97.5, 'gone, never placed': 99.5, 'unchanged, placed': 100 };
const ceilings = { wrong: 0.1, ask: 2.4, lost: 0 };

/** `per`: cases of each kind of edit and seed. */
function anchors(per) {
	const files = seedFiles();
	const cases = parsed(output(inData('anchor-cases.mjs'), ['--per', String(per), ...files]));
	const languages = new Map(
		parsed(glossator(['parse', ...files])).map(({ file, language }) => [path.basename(file), language]),
	);
	for (const [title, answer] of Object.entries({ 'with the old text': withOldText, 'by words alone': byWords })) {
		const began = performance.now();
		const answers = new Map(answer(cases).map((one) => [one.id, one]));
		const judged = cases.map((one) => ({ ...one, verdict: verdict(answers.get(one.id), one.gold) }));
		const figures = sharesOf(judged);
		const gone = judged.filter(({ gold }) => gold === null);
		const unchanged = judged.filter(({ kind }) => kind === 'unchanged');
		report(
			'anchor',
			`${title}, ${per} each`,
			began,
			{
				...figures,
				'gone, never placed': percent(gone.filter((one) => one.verdict !== 'wrong').length, gone.length),
				'unchanged, placed': percent(unchanged.filter((one) => one.verdict === 'right').length, unchanged.length),
			},
			floors,
			ceilings,
		);
		if (!details) continue;
		breakDown(judged, ({ kind }) => kind);
		breakDown(judged, ({ start, end }) => lengthClass(end - start));
		breakDown(judged, ({ id }) => languages.get(id.split('/')[0]));
	}
}

function breakDown(judged, by) {
	for (const [name, group] of groupBy(judged, by)) detail(String(name), sharesOf(group));
	console.log();
}

const lengthClass = (length) =>
	length < 18
		? 'quote under 18 characters'
		: length < 90
			? 'quote of 18 to 89 characters'
			: 'quote of 90 characters or more';

/** What `reanchor` says, which is given the old text. */
function withOldText(cases) {
	return parsed(glossator(['reanchor', '-'], { input: ndjson(cases.map(({ gold, ...record }) => record)) }));
}

/** A sidecar is made on the original, and read beside the edited text: nothing else is known. */
function byWords(cases) {
	const made = ({ id, original, start, end }) => ({
		file: id,
		text: original,
		annotations: [{ start, end, kind: 'claim' }],
	});
	const sidecars = parsed(glossator(['annotate', '-'], { input: ndjson(cases.map(made)) }));
	const read = sidecars.map(({ file, sidecar }, i) => ({ file, text: cases[i].edited, sidecar }));
	return parsed(glossator(['annotations', '-'], { input: ndjson(read) })).map((one) => ({ ...one, id: one.file }));
}

function sharesOf(judged) {
	const counts = { right: 0, near: 0, wrong: 0, ask: 0, lost: 0 };
	for (const { verdict } of judged) counts[verdict]++;
	const shares = Object.entries(counts).map(([name, count]) => [name, percent(count, judged.length)]);
	return { ...Object.fromEntries(shares), cases: judged.length };
}

/** As `anchor-cases.mjs --score` counts. */
function verdict(answer, gold) {
	if (!answer) return 'lost';
	if (gold === null) return answer.state === 'placed' ? 'wrong' : answer.state === 'confirm' ? 'ask' : 'right';
	if (answer.state !== 'placed') return 'ask';
	const shared = Math.min(answer.end, gold[1]) - Math.max(answer.start, gold[0]);
	const share = shared / (Math.max(answer.end, gold[1]) - Math.min(answer.start, gold[0]));
	return share >= 0.9 ? 'right' : share >= 0.5 ? 'near' : 'wrong';
}

export const anchor = [() => anchors(all ? 40 : 12)];
